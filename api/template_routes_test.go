package api

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"reportfill/fill/filltest"
)

func TestCreateTemplate(t *testing.T) {
	docx := briefDraft()
	withFields, media := form(t, part{"docx", "b.docx", docx}, part{"fields", "b.yaml", []byte(briefFields)}, part{"id", "", []byte("brief")})
	suggested, _ := form(t, part{"docx", "b.docx", docx}, part{"id", "", []byte("plain")}, part{"title", "", []byte("简报")})
	unmarked, _ := form(t, part{"docx", "b.docx", filltest.Docx("财政收入完成128.36亿元。")}, part{"id", "", []byte("unmarked")})
	badMark, _ := form(t, part{"docx", "b.docx", docx}, part{"fields", "b.yaml", []byte("marks: [XY]\n")})
	noDocx, _ := form(t, part{"fields", "b.yaml", []byte(briefFields)})
	badID, _ := form(t, part{"docx", "b.docx", docx}, part{"id", "", []byte("Brief!")})
	longTitle, _ := form(t, part{"docx", "b.docx", docx}, part{"title", "", []byte(strings.Repeat("长", 201))})
	badYAML, _ := form(t, part{"docx", "b.docx", docx}, part{"fields", "b.yaml", []byte("fields:\n  a: {label: 甲, colour: red}\n  b: {label: 乙, size: 3}\n")})
	badSchema, _ := form(t, part{"docx", "b.docx", docx}, part{"fields", "b.yaml", []byte("fields:\n  a: {label: 甲}\nplaceholders: [a, b]\n")})
	url := "/api/v1/templates"
	run(t, newService(t), nil, []scenario{
		{name: "with fields", method: "POST", path: url, header: sends(media), body: string(withFields), status: 201,
			contains: []string{`"id":"brief"`, `"version":1`, `"label":"财政收入"`, `"title":"财政收入简报"`},
			answers:  with("Location", "/api/v1/templates/brief", "ETag", `"1"`)},
		{name: "suggested fields", method: "POST", path: url, header: sends(media), body: string(suggested), status: 201, contains: []string{`"id":"plain"`, `"unit":"亿元"`}},
		{name: "taken", method: "POST", path: url, header: sends(media), body: string(withFields), status: 409, contains: []string{`"code":"conflict"`, `"field":"id"`, "标识 brief 已被占用"}},
		{name: "no draft", method: "POST", path: url, header: sends(media), body: string(noDocx), status: 400, contains: []string{"没有文档"}},
		{name: "bad id", method: "POST", path: url, header: sends(media), body: string(badID), status: 422, contains: []string{`"field":"id"`}},
		{name: "long title", method: "POST", path: url, header: sends(media), body: string(longTitle), status: 422, contains: []string{`"field":"title"`, "最多 200 个字符"}},
		{name: "bad fields file", method: "POST", path: url, header: sends(media), body: string(badYAML), status: 422,
			contains: []string{`"code":"invalid_fields"`, `"line":2`, `"line":3`}},
		{name: "bad schema", method: "POST", path: url, header: sends(media), body: string(badSchema), status: 422,
			contains: []string{`"code":"invalid_fields"`, `"field":"placeholders[1]"`, `"line":3,"column":19`}},
		{name: "a draft without a mark", method: "POST", path: url, header: sends(media), body: string(unmarked), status: 422,
			contains: []string{`"code":"invalid_document"`, `"code":"no_placeholders"`, "写大写 X"}},
		{name: "a bad mark", method: "POST", path: url, header: sends(media), body: string(badMark), status: 422, contains: []string{"占位标记“XY”应为一个字符"}},
		{name: "no content type", method: "POST", path: url, body: string(withFields), status: 415, contains: []string{typeForm}},
		{name: "no boundary", method: "POST", path: url, header: sends(typeForm), body: string(withFields), status: 400, contains: []string{"boundary"}},
		{name: "an empty boundary", method: "POST", path: url, header: sends(typeForm + "; boundary="), body: string(withFields), status: 415, contains: []string{"之后的参数有误"}},
		{name: "another boundary", method: "POST", path: url, header: sends(typeForm + "; boundary=other"), body: string(withFields), status: 400, contains: []string{"boundary 与内容不符"}},
		{name: "a title in GBK", method: "POST", path: url, header: sends(media), body: strings.Replace(string(suggested), "简报", "\xbc\xf2\xb1\xa8", 1), status: 422, contains: []string{`"field":"title"`, "UTF-8"}},
		{name: "no name", method: "POST", path: url, header: sends(media), body: strings.Replace(string(withFields), `; name="id"`, "", 1), status: 422, contains: []string{"没有名称"}},
		{name: "no form", method: "POST", path: url, header: sends(asJSON), body: "{}", status: 415, contains: []string{typeForm}},
	})
}

// TestTitleOfTemplate holds where a title comes from that the form does not give,
// and the id with it.
func TestTitleOfTemplate(t *testing.T) {
	plain, titled := filltest.Docx("收入X亿元。"), filltest.Doc{
		Body:   []filltest.Markup{filltest.Styled("Title", filltest.T("X市20XX年度工作总结")), filltest.P(filltest.T("收入X亿元。"))},
		Styles: `<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`,
	}.Docx()
	send := func(parts ...part) string {
		body, _ := form(t, parts...)
		return string(body)
	}
	_, media := form(t)
	fields := part{"fields", "b.yaml", []byte("title: 字段文件的标题\nfields:\n  a: {label: 收入}\nplaceholders: [a]\n")}
	for _, test := range []struct{ name, body, title, id string }{
		{"the form's", send(part{"docx", "总结.docx", titled}, part{"title", "", []byte("Annual Report")}), "Annual Report", "annual-report"},
		{"the fields file's", send(part{"docx", "总结.docx", plain}, fields), "字段文件的标题", ""},
		{"the draft's", send(part{"docx", "总结.docx", titled}), "市年度工作总结", ""},
		{"the file's name", send(part{"docx", "Budget 2026 (draft).DOCX", plain}), "Budget 2026 (draft)", "budget-2026-draft"},
		{"a name in Chinese", send(part{"docx", "预算执行情况.docx", plain}), "预算执行情况", ""},
		{"a name in GBK", strings.Replace(send(part{"docx", "预算.docx", plain}), "预算", "\xd4\xa4\xcb\xe3", 1), "预算", ""},
		{"a name with its folder", send(part{"docx", `C:\Users\gao\预算.docx`, plain}), "预算", ""},
		{"a long name", send(part{"docx", strings.Repeat("长", 250) + ".docx", plain}), strings.Repeat("长", 200), ""},
		{"an id that is chosen", send(part{"docx", "预算.docx", plain}, part{"id", "", []byte("budget")}), "预算", "budget"},
	} {
		w := newService(t).do(t, request("POST", "/api/v1/templates", test.body, "Content-Type", media))
		if w.Code != http.StatusCreated {
			t.Errorf("%s: status %d: %s", test.name, w.Code, w.Body)
			continue
		}
		got := decode[templateShown](t, w)
		if got.Title != test.title || test.id != "" && got.ID != test.id {
			t.Errorf("%s: title %q, id %q, want %q, %q", test.name, got.Title, got.ID, test.title, test.id)
		}
	}
}

func TestCreateTemplateOnce(t *testing.T) {
	body, media := form(t, part{"docx", "b.docx", briefDraft()}, part{"id", "", []byte("once")})
	other, _ := form(t, part{"docx", "b.docx", briefDraft()}, part{"id", "", []byte("twice")})
	url, header := "/api/v1/templates", with("Content-Type", media, "Idempotency-Key", "k1")
	run(t, newService(t), nil, []scenario{
		{name: "first", method: "POST", path: url, header: header, body: string(body), status: 201},
		{name: "again", method: "POST", path: url, header: header, body: string(body), status: 201, contains: []string{`"version":1`}},
		{name: "another body", method: "POST", path: url, header: header, body: string(other), status: 409, contains: []string{"Idempotency-Key"}},
		{name: "long key", method: "POST", path: url, header: with("Content-Type", media, "Idempotency-Key", strings.Repeat("k", 256)), body: string(body), status: 400},
	})
}

func TestTemplates(t *testing.T) {
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "list", method: "GET", path: "/api/v1/templates", status: 200, contains: []string{`"id":"brief"`, `"total":1`}, lacks: []string{`"schema"`}},
		{name: "find nothing", method: "GET", path: "/api/v1/templates?q=zzz", status: 200, contains: []string{`"items":[]`, `"total":0`}},
		{name: "bad limit", method: "GET", path: "/api/v1/templates?limit=many", status: 422, contains: []string{`"field":"limit"`, "应为整数"}},
		{name: "limit over", method: "GET", path: "/api/v1/templates?limit=501", status: 422, contains: []string{`"field":"limit"`}},
		{name: "unknown parameter", method: "GET", path: "/api/v1/templates?page=2", status: 422, contains: []string{`"field":"page"`, "cursor"}},
		{name: "parameter twice", method: "GET", path: "/api/v1/templates?limit=1&limit=2", status: 400, contains: []string{"limit 出现了两次"}},
		{name: "broken query", method: "GET", path: "/api/v1/templates?q=%zz", status: 400, contains: []string{"两位十六进制数"}},
		{name: "parameter where there is none", method: "GET", path: "/api/v1/templates/brief?limit=1", status: 422, contains: []string{`"field":"limit"`, "此地址没有参数"}},
		{name: "no trial of a deletion", method: "DELETE", path: "/api/v1/templates/brief?dry_run=true", status: 422, contains: []string{`"field":"dry_run"`}},
		{name: "bad cursor", method: "GET", path: "/api/v1/templates?cursor=%21", status: 422, contains: []string{`"field":"cursor"`}},
		{name: "show", method: "GET", path: "/api/v1/templates/brief", status: 200, contains: []string{`"schema":{`, `"versions":[{`}, answers: with("ETag", `"1"`)},
		{name: "version", method: "GET", path: "/api/v1/templates/brief@1", status: 200, contains: []string{`"version":1`}},
		{name: "no version", method: "GET", path: "/api/v1/templates/brief@9", status: 404, contains: []string{"没有第 9 版，最新的是 brief@1"}},
		{name: "no version, in English", method: "POST", path: "/api/v1/templates/brief@9/fill", header: with("Content-Type", asJSON, "Accept-Language", "en"), body: "{}", status: 404, contains: []string{"has no version 9: the latest is brief@1"}},
		{name: "a name no template has", method: "GET", path: "/api/v1/templates/%00%ff" + strings.Repeat("a", 5000), status: 404, contains: []string{"没有模板 ??aaa"}, lacks: []string{strings.Repeat("a", 100) + "。"}},
		{name: "no template", method: "GET", path: "/api/v1/templates/none", status: 404, contains: []string{"没有模板 none"}},
		{name: "no name", method: "GET", path: "/api/v1/templates/No%20Name", status: 404},
		{name: "schema", method: "GET", path: "/api/v1/templates/brief/schema", status: 200, contains: []string{"2020-12", "财政收入"}, answers: with("Content-Type", typeSchema)},
		{name: "example", method: "GET", path: "/api/v1/templates/brief/example", status: 200, contains: []string{`{"values":{"city":"淮州"`}},
		{name: "no schema", method: "GET", path: "/api/v1/templates/none/schema", status: 404},
		{name: "delete a version", method: "DELETE", path: "/api/v1/templates/brief@1", status: 409},
		{name: "delete", method: "DELETE", path: "/api/v1/templates/brief", status: 204},
		{name: "deleted", method: "GET", path: "/api/v1/templates/brief", status: 404},
		{name: "delete again", method: "DELETE", path: "/api/v1/templates/brief", status: 404},
	})
}

func TestPutFields(t *testing.T) {
	url := "/api/v1/templates/brief/fields"
	fields := strings.Replace(briefFields, "label: 市名", "label: 城市", 1)
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "without If-Match", method: "PUT", path: url, header: sends(typeYAML), body: fields, status: 428, contains: []string{"If-Match"}},
		{name: "stale", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `"7"`), body: fields, status: 412, contains: []string{`"code":"stale"`}},
		{name: "no tag of ours", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `"x"`), body: fields, status: 412},
		{name: "new version", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `"1"`), body: fields, status: 200,
			contains: []string{`"version":2`, "城市"}, answers: with("ETag", `"2"`, "Content-Location", "/api/v1/templates/brief@2")},
		{name: "weak tag", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `W/"2"`), body: briefFields, status: 200, contains: []string{`"version":3`}},
		{name: "half a tag", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `"3`), body: fields, status: 412},
		{name: "a number as we never write it", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `"+3"`), body: fields, status: 412},
		{name: "whichever", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", "*"), body: fields, status: 200, contains: []string{`"version":4`}},
		{name: "two tags", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", `"1", "2"`), body: fields, status: 400},
		{name: "faults", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", "*"), body: "placeholders: [a, b, c, d, e, f]\nfields:\n  a: {validate: colour}\n", status: 422,
			contains: []string{`"code":"invalid_fields"`, `"field":"placeholders[1]"`, `"field":"fields.a.validate"`, `"line":3`}},
		{name: "dry run", method: "PUT", path: url + "?dry_run=true", header: with("Content-Type", typeYAML, "If-Match", `"4"`), body: briefFields, status: 200,
			contains: []string{`"version":5`, `"differences":[{"kind":"field_changed","field":"city","label":"市名","member":"label","old":"城市","new":"市名"}]`, `"formulas":{"revenue":"税收收入 + 非税收入"}`},
			answers:  with("ETag", `"4"`)},
		{name: "dry run with faults", method: "PUT", path: url + "?dry_run=true", header: with("Content-Type", typeYAML, "If-Match", "*"), body: "placeholders: [a, b]\nfields: {a: {}}\n", status: 422, contains: []string{`"line":1`}},
		{name: "dry run, stale", method: "PUT", path: url + "?dry_run=true", header: with("Content-Type", typeYAML, "If-Match", `"1"`), body: briefFields, status: 412},
		{name: "after dry runs", method: "GET", path: "/api/v1/templates/brief", status: 200, contains: []string{`"version":4`}},
		{name: "no template", method: "PUT", path: "/api/v1/templates/none/fields", header: with("Content-Type", typeYAML, "If-Match", "*"), body: fields, status: 404},
		{name: "no fields file", method: "PUT", path: url, header: with("Content-Type", typeDocx, "If-Match", "*"), body: fields, status: 415},
		{name: "file", method: "GET", path: url, status: 200, contains: []string{"# 1 【X】市财政收入简报", "label: 城市", "- city"},
			answers: with("Content-Type", typeYAML, "ETag", `"4"`, "Content-Disposition", `attachment; filename="brief@4.fields.yaml"`)},
		{name: "file that is known", method: "GET", path: url, header: with("If-None-Match", `"4"`), status: 304, answers: with("ETag", `"4"`)},
		{name: "template that is known", method: "GET", path: "/api/v1/templates/brief", header: with("If-None-Match", `"3", "4"`), status: 304, answers: with("ETag", `"4"`)},
		{name: "template that has changed", method: "GET", path: "/api/v1/templates/brief", header: with("If-None-Match", `"3"`), status: 200, contains: []string{`"version":4`}},
		{name: "version with its later ones", method: "GET", path: "/api/v1/templates/brief@1", header: with("If-None-Match", `"1"`), status: 200, contains: []string{`"version":4`}},
		{name: "file of a version", method: "GET", path: "/api/v1/templates/brief@1/fields", status: 200, contains: []string{"label: 市名"}},
		{name: "file of none", method: "GET", path: "/api/v1/templates/none/fields", status: 404},
		{name: "first version stays", method: "GET", path: "/api/v1/templates/brief@1", status: 200, contains: []string{"市名"}, lacks: []string{"城市"}},
	})
}

func TestDownloads(t *testing.T) {
	s := newService(t).withBrief(t)
	url := "/api/v1/templates/brief/docx"
	whole := s.do(t, request("GET", url, ""))
	tag, want := whole.Header().Get("ETag"), briefDraft()
	if !bytes.Equal(whole.Body.Bytes(), want) {
		t.Error("the draft is not the one uploaded")
	}
	name := `attachment; filename=report.docx; filename*=UTF-8''%E8%B4%A2%E6%94%BF%E6%94%B6%E5%85%A5%E7%AE%80%E6%8A%A5.docx`
	run(t, s, map[string]string{"tag": tag, "size": strconv.Itoa(len(want))}, []scenario{
		{name: "whole", method: "GET", path: url, status: 200, contains: []string{"X市财政收入简报"}, answers: with("Content-Disposition", name, "Content-Type", typeDocx, "Accept-Ranges", "bytes")},
		{name: "unchanged", method: "GET", path: url, header: with("If-None-Match", tag), status: http.StatusNotModified},
		{name: "another than is asked for", method: "GET", path: url, header: with("If-Match", `"x"`), status: 412, contains: []string{`"code":"stale"`}},
		{name: "head", method: "HEAD", path: url, status: 200, answers: with("Content-Disposition", name, "ETag", "{tag}")},
		{name: "range", method: "GET", path: url, header: with("Range", "bytes=0-1"), status: 206, contains: []string{"PK"}, answers: with("Content-Length", "2")},
		{name: "range, its unit in capitals", method: "GET", path: url, header: with("Range", "Bytes=0-1"), status: 206, contains: []string{"PK"}},
		{name: "range of another unit", method: "GET", path: url, header: with("Range", "pages=1-2"), status: 200, contains: []string{"X市财政收入简报"}},
		{name: "outside", method: "GET", path: url, header: with("Range", "bytes=9999999-"), status: 416, contains: []string{`"code":"range_not_satisfiable"`}},
		{name: "malformed range", method: "GET", path: url, header: with("Range", "bytes=2-1"), status: 416, answers: with("Content-Range", "bytes */{size}")},
		{name: "the last 0 bytes", method: "GET", path: url, header: with("Range", "bytes=-0"), status: 416, answers: with("Content-Range", "bytes */{size}")},
		{name: "tagged", method: "GET", path: "/api/v1/templates/brief/tagged.docx", status: 200, contains: []string{"{{city}}市财政收入简报", "{{tax}}亿元"}},
		{name: "none", method: "GET", path: "/api/v1/templates/none/docx", status: 404},
	})
}

func TestAttachment(t *testing.T) {
	tests := []struct{ name, want string }{
		{"report", `attachment; filename=report.docx`},
		{"year report.docx", `attachment; filename="year report.docx"`},
		{"年报", `attachment; filename=report.docx; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.docx`},
		{"2026年报", `attachment; filename=2026.docx; filename*=UTF-8''2026%E5%B9%B4%E6%8A%A5.docx`},
		{`..\a/b"c` + "\r\n", `attachment; filename=_a_b_c__.docx`},
		{"", `attachment; filename=report.docx`},
		{"con.2026", `attachment; filename=reportcon.2026.docx`},
		{"fdp\u202excod", `attachment; filename=fdp_xcod.docx`},
		{".DOCX", `attachment; filename=report.docx`},
	}
	for _, tt := range tests {
		if got := attachment(tt.name); got != tt.want {
			t.Errorf("attachment(%q) = %s, want %s", tt.name, got, tt.want)
		}
	}
}

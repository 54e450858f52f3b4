package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

func request(method, path, body string, header ...string) *http.Request {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	for name, value := range with(header...) {
		r.Header.Set(name, value)
	}
	return r
}

func TestScan(t *testing.T) {
	docx := string(filltest.Docx("财政收入完成X亿元，同比下降X%。", "用X光检查。"))
	asForm, media := form(t, part{"docx", "a.docx", []byte(docx)})
	asFile, _ := form(t, part{"file", "a.docx", []byte(docx)})
	mistyped, _ := form(t, part{"docs", "a.docx", []byte(docx)})
	empty, _ := form(t, part{"docx", "a.docx", nil})
	twice, _ := form(t, part{"docx", "a.docx", []byte(docx)}, part{"docx", "b.docx", []byte(docx)})
	found := []string{`"number":1`, `"before":"财政收入完成"`, `"unit":"亿元"`, `"kind":"percent"`}
	limited := func(cfg *Config) { cfg.Limits.Body = 100 << 10 }
	run(t, newService(t, limited), nil, []scenario{
		{name: "as the body", method: "POST", path: "/api/v1/scan", header: sends(typeDocx), body: docx, status: 200, contains: found},
		{name: "as bytes", method: "POST", path: "/api/v1/scan", header: sends(typeBytes), body: docx, status: 200, contains: found},
		{name: "as a form", method: "POST", path: "/api/v1/scan", header: sends(media), body: string(asForm), status: 200, contains: found},
		{name: "as a form's file", method: "POST", path: "/api/v1/scan", header: sends(media), body: string(asFile), status: 200, contains: found},
		{name: "nothing", method: "POST", path: "/api/v1/scan", header: sends(typeDocx), status: 400, contains: []string{"没有文档"}},
		{name: "empty file", method: "POST", path: "/api/v1/scan", header: sends(media), body: string(empty), status: 400, contains: []string{"没有文档"}},
		{name: "a part of another name", method: "POST", path: "/api/v1/scan", header: sends(media), body: string(mistyped), status: 422, contains: []string{`"field":"docs"`, "docx, file"}},
		{name: "two files", method: "POST", path: "/api/v1/scan", header: sends(media), body: string(twice), status: 400, contains: []string{"docx 出现了两次"}},
		{name: "cut form", method: "POST", path: "/api/v1/scan", header: sends(media), body: string(asForm[:len(asForm)/2]), status: 400, contains: []string{"不完整"}},
		{name: "no Word document", method: "POST", path: "/api/v1/scan", header: sends(typeDocx), body: "PK no zip", status: 422, contains: []string{`"code":"invalid_document"`, `"code":"not_zip"`}},
		{name: "another type", method: "POST", path: "/api/v1/scan", header: sends("application/x-www-form-urlencoded"), body: docx, status: 415, contains: []string{"请使用：" + typeDocx + "、"}},
		{name: "encoded", method: "POST", path: "/api/v1/scan", header: with("Content-Type", typeDocx, "Content-Encoding", "gzip"), body: docx, status: 415, contains: []string{"gzip"}, answers: with("Accept-Encoding", "identity")},
		{name: "too large", method: "POST", path: "/api/v1/scan", header: sends(typeDocx), body: strings.Repeat("x", 100<<10+1), status: 413, contains: []string{"--max-body"}},
	})
}

func TestScanAnswer(t *testing.T) {
	r := request("POST", "/api/v1/scan", string(filltest.Docx("财政收入完成X亿元。", "用X光检查。")), "Content-Type", typeDocx)
	got := decode[fill.Scan](t, newService(t).do(t, r))
	want := fill.Scan{
		Placeholders: []fill.ScanPlaceholder{
			{Number: 1, Part: "word/document.xml", Text: "X", Before: "财政收入完成", After: "亿元。", Field: "x1", Start: 6, End: 7},
			{Number: 2, Part: "word/document.xml", Text: "X", Before: "用", After: "光检查。", Doubtful: got.Placeholders[1].Doubtful, Field: "-", Paragraph: 1, Start: 1, End: 2},
		},
		Fields:    []fill.ScanField{{Name: "x1", Label: "财政收入", Kind: fill.KindDecimal, Unit: "亿元", Placeholders: []int{1}}},
		Warnings:  []fill.ScanWarning{},
		Proposals: []fill.ScanProposal{},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(fill.ScanField{}, "Decimals")); diff != "" {
		t.Errorf("scan (-want +got):\n%s", diff)
	}
	if got.Placeholders[1].Doubtful == "" {
		t.Error("X光 is certain")
	}
}

func TestBodyOverLimitWithoutItsLength(t *testing.T) {
	s := newService(t, func(cfg *Config) { cfg.Limits.Body = 1 << 10 })
	r := request("POST", "/api/v1/scan", strings.Repeat("x", 2<<10), "Content-Type", typeDocx)
	r.ContentLength = -1
	if w := s.do(t, r); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d, want 413: %s", w.Code, w.Body)
	}
}

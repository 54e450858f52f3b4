package api

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

func TestCheck(t *testing.T) {
	url := "/api/v1/templates/brief/check"
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "passes", method: "POST", path: url, header: sends(asJSON), body: `{"values": ` + briefValues + `}`, status: 200,
			contains: []string{`"ok":true`, `"problems":[]`, `"warnings":[]`, `"computed":{"revenue":128.36}`}},
		{name: "values alone", method: "POST", path: url, header: sends(asJSON), body: briefValues, status: 200, contains: []string{`"ok":true`}},
		{name: "by order", method: "POST", path: url, header: sends(asJSON), body: `["淮州", 128.36, 3.2, 3, 100.36, 28.00]`, status: 200, contains: []string{`"ok":true`}},
		{name: "warning", method: "POST", path: url, header: sends(asJSON), body: `{"city": "淮州", "decline": 3.2, "rank": 3, "tax": 10, "other": 28}`, status: 200,
			contains: []string{`"ok":true`, `"problems":[]`, "非税收入大于税收收入"}},
		{name: "all problems", method: "POST", path: url, header: sends(asJSON), body: `{"city": "淮州", "decline": -3.2, "rank": "很前", "tax": 100.36, "taxes": 1}`, status: 200,
			contains: []string{`"ok":false`, `"code":"sign"`, `"code":"wrong_kind"`, `"code":"missing"`, `"code":"unknown_field"`, `"label":"财政收入同比下降"`, `"placeholders":[3]`}},
		{name: "English", method: "POST", path: url, header: with("Content-Type", asJSON, "Accept-Language", "en"), body: `{"tax": "much"}`, status: 200, answers: with("Content-Language", "en")},
		{name: "no template", method: "POST", path: "/api/v1/templates/none/check", header: sends(asJSON), body: briefValues, status: 404},
	})
}

func TestValuesBody(t *testing.T) {
	url := "/api/v1/templates/brief/fill"
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "nothing", method: "POST", path: url, header: sends(asJSON), status: 400, contains: []string{`"code":"bad_json"`, `"line":1,"column":1`}},
		{name: "cut", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"city": "淮州"`, status: 400, contains: []string{`"line":1,"column":25`}},
		{name: "bad place", method: "POST", path: url, header: sends(asJSON), body: "{\"values\": {\n  \"city\": \"淮州\",\n}}", status: 400, contains: []string{"第 2 行第 15 列"}},
		{name: "not UTF-8", method: "POST", path: url, header: sends(asJSON), body: "{\"values\": {\"city\": \"\xbb\xb4\"}}", status: 400, contains: []string{"UTF-8"}},
		{name: "unknown member", method: "POST", path: url, header: sends(asJSON), body: `{"values": {}, "mising": "keep"}`, status: 422, contains: []string{`"field":"mising"`, `"code":"unknown_member"`, "missing"}},
		{name: "wrong option", method: "POST", path: url, header: sends(asJSON), body: `{"values": {}, "missing": "hide"}`, status: 422, contains: []string{`"field":"missing"`, "error, keep, blank"}},
		{name: "wrong type", method: "POST", path: url, header: sends(asJSON), body: `{"values": {}, "filename": 7}`, status: 422, contains: []string{`"field":"filename"`, "string"}},
		{name: "wrong query", method: "POST", path: url + "?missing=hide", header: sends(asJSON), body: `{"values": {}}`, status: 422, contains: []string{`"field":"missing"`}},
		{name: "not JSON", method: "POST", path: url, header: sends("text/plain"), body: `{}`, status: 415, contains: []string{asJSON}},
		{name: "list for a value", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"city": ["甲", "乙"], "rank": {"n": 3}, "taxes": 1}}`, status: 422,
			contains: []string{`"code":"wrong_shape","message":"市名应为文字`, `"code":"wrong_shape","message":"全省位次`, `"code":"unknown_field"`}},
		{name: "given twice", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"city": "甲", "city": "乙"}}`, status: 422, contains: []string{`"code":"given_twice"`, `"field":"city"`}},
	})
}

func TestFill(t *testing.T) {
	url := "/api/v1/templates/brief/fill"
	filled := "淮州市财政收入简报全市财政收入完成128.36亿元，同比下降3.2%，居全省第3位。"
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "complete", method: "POST", path: url, header: sends(asJSON), body: `{"values": ` + briefValues + `}`, status: 200, contains: []string{filled}, lacks: []string{"X"},
			answers: with("Content-Type", typeDocx, "X-Reportfill-Warnings", "0", "Content-Disposition", attachment("财政收入简报"))},
		{name: "own name", method: "POST", path: url, header: sends(asJSON), body: `{"values": ` + briefValues + `, "filename": "终稿"}`, status: 200, answers: with("Content-Disposition", attachment("终稿"))},
		{name: "warning", method: "POST", path: url, header: sends(asJSON), body: `{"city": "淮州", "decline": 3.2, "rank": 3, "tax": 10, "other": 28}`, status: 200, answers: with("X-Reportfill-Warnings", "1")},
		{name: "missing", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"city": "淮州"}}`, status: 422, contains: []string{`"code":"invalid_values"`, `"code":"missing"`, `"field":"rank"`, `"sentence":`}},
		{name: "keep", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"city": "淮州"}, "missing": "keep"}`, status: 200, contains: []string{"淮州市", "完成X亿元"}},
		{name: "keep by query", method: "POST", path: url + "?missing=keep", header: sends(asJSON), body: `{"city": "淮州"}`, status: 200, contains: []string{"完成X亿元"}},
		{name: "blank", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"city": "淮州"}, "missing": "blank"}`, status: 200, contains: []string{"完成亿元"}},
		{name: "keep wants right values", method: "POST", path: url, header: sends(asJSON), body: `{"values": {"rank": -1}, "missing": "keep"}`, status: 422, lacks: []string{`"code":"missing"`}},
	})
}

// TestSixFaults holds that one answer names every fault, each with its label, number
// and sentence.
func TestSixFaults(t *testing.T) {
	s := newService(t).withBrief(t)
	body := `{"values": {"city": "\u0000", "decline": -3.2, "rank": "很前", "tax": -5, "other": 28, "other": 29, "revenu": 1}}`
	w := s.do(t, request("POST", "/api/v1/templates/brief/fill", body, "Content-Type", asJSON))
	if w.Code != 422 {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	got := make(map[string]string)
	for _, e := range decode[Problem](t, w).Errors {
		got[e.Code] = e.Field
		if e.Field != "revenu" && (e.Label == "" || len(e.Placeholders) == 0 || !strings.Contains(e.Sentence, "【X】")) {
			t.Errorf("%s of %s lacks label, number or sentence: %+v", e.Code, e.Field, e)
		}
	}
	want := map[string]string{"invalid_text": "city", "sign": "decline", "constraint": "tax", "wrong_kind": "rank", "given_twice": "other", "unknown_field": "revenu"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestExtract(t *testing.T) {
	s := newService(t).withBrief(t)
	docx := s.do(t, request("POST", "/api/v1/templates/brief/fill", briefValues, "Content-Type", asJSON)).Body.String()
	asForm, media := form(t, part{"file", "a.docx", []byte(docx)})
	url := "/api/v1/templates/brief/extract"
	want := []string{`"city":"淮州"`, `"decline":3.2`, `"other":28.00`}
	run(t, s, nil, []scenario{
		{name: "as the body", method: "POST", path: url, header: sends(typeDocx), body: docx, status: 200, contains: want},
		{name: "as a form", method: "POST", path: url, header: sends(media), body: string(asForm), status: 200, contains: want},
		{name: "another document", method: "POST", path: url, header: sends(typeDocx), body: string(filltest.Docx("别的文档")), status: 422, contains: []string{"读不出填入的数据"}},
		{name: "no document", method: "POST", path: url, header: sends(typeDocx), body: "no", status: 422},
	})
}

func TestHeadOfFillIsRefused(t *testing.T) {
	w := newService(t).do(t, httptest.NewRequest("HEAD", "/api/v1/templates/brief/fill", nil))
	if w.Code != 405 {
		t.Errorf("status %d, want 405", w.Code)
	}
}

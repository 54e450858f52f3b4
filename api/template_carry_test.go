package api

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
	"reportfill/templates/workreport/reporttest"
)

// withWorkreport adds the built-in report.
func (s *service) withWorkreport(t testing.TB) *service {
	t.Helper()
	if err := s.library.Seed(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// nextYear is the built-in report's draft of next year.
func nextYear(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../templates/workreport/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(reporttest.NextYear(string(text)))
}

func TestPutDocx(t *testing.T) {
	docx := string(filltest.Docx("X市财政收入简报", "其中：税收收入X亿元，非税收入X万元。", "全市财政收入完成X亿元，同比下降X%，居全省第X位。", "新建学校X所。"))
	asForm, media := form(t, part{"docx", "next.docx", []byte(docx)})
	url := "/api/v1/templates/brief/docx"
	follows := func(tag string) map[string]string { return with("Content-Type", typeDocx, "If-Match", tag) }
	moved := []string{`"moved":[{"number":2,"sentence":"其中：税收收入【X】亿元，非税收入X万元。","field":"tax","label":"税收收入","old_number":5,"edited":true}]`,
		`"new":[{"number":7,"sentence":"新建学校【X】所。","field":"x7","label":"新建学校"}]`, `"gone":[]`,
		`"ambiguous":[{"number":3,"sentence":"其中：税收收入X亿元，非税收入【X】万元。","candidates":[{"number":6,`}
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "without If-Match", method: "PUT", path: url, header: sends(typeDocx), body: docx, status: 428, contains: []string{"If-Match"}},
		{name: "stale", method: "PUT", path: url, header: follows(`"7"`), body: docx, status: 412, contains: []string{`"code":"stale"`}},
		{name: "no document", method: "PUT", path: url, header: follows("*"), status: 400, contains: []string{"没有文档"}},
		{name: "no Word document", method: "PUT", path: url, header: follows("*"), body: "no zip", status: 422, contains: []string{`"code":"invalid_document"`}},
		{name: "no template", method: "PUT", path: "/api/v1/templates/none/docx", header: follows("*"), body: docx, status: 404},
		{name: "fields file", method: "PUT", path: url, header: with("Content-Type", typeYAML, "If-Match", "*"), body: briefFields, status: 415},
		{name: "unknown query", method: "PUT", path: url + "?dry=1", header: follows("*"), body: docx, status: 422, contains: []string{"dry_run"}},
		{name: "dry run", method: "PUT", path: url + "?dry_run=true", header: follows(`"1"`), body: docx, status: 200,
			contains: append([]string{`"version":2`}, moved...), answers: with("ETag", `"1"`, "Content-Location", "")},
		{name: "nothing was written", method: "GET", path: "/api/v1/templates/brief", status: 200, contains: []string{`"version":1`}, lacks: []string{`"version":2`}},
		{name: "new version", method: "PUT", path: url, header: with("Content-Type", media, "If-Match", `"1"`), body: string(asForm), status: 200,
			contains: append([]string{`"version":2`, `"placeholders":["city","tax","-",`}, moved...), answers: with("ETag", `"2"`, "Content-Location", "/api/v1/templates/brief@2")},
		{name: "what the author has not said stays", method: "POST", path: "/api/v1/templates/brief/fill", header: sends(asJSON),
			body: `{"city": "淮州", "revenue": 9, "decline": 3.2, "rank": 3, "tax": 100.36, "x7": 4}`, status: 200,
			contains: []string{"非税收入X万元", "税收收入100.36亿元", "新建学校4所"}},
		{name: "the same again", method: "PUT", path: url, header: follows("*"), body: docx, status: 200, contains: []string{`"version":2`, `"moved":[],"new":[],"gone":[],"ambiguous":[]`}},
	})
}

// TestCarryBuiltIn moves three sentences of the built-in report, deletes one and
// adds two: all other fields stay.
func TestCarryBuiltIn(t *testing.T) {
	s := newService(t).withWorkreport(t)
	before := decode[templateShown](t, s.do(t, request("GET", "/api/v1/templates/workreport", "")))
	w := s.do(t, request("PUT", "/api/v1/templates/workreport/docx", nextYear(t), "Content-Type", typeDocx, "If-Match", `"1"`))
	if w.Code != 200 {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	got := decode[carriedTemplate](t, w)
	d := got.Drift
	if len(d.Stayed) != 114 || len(d.Moved) != 5 || len(d.New) != 2 || len(d.Gone) != 1 || len(d.Ambiguous) != 0 {
		t.Errorf("stayed %d, moved %d, new %d, gone %d, ambiguous %d; want 114, 5, 2, 1, 0", len(d.Stayed), len(d.Moved), len(d.New), len(d.Gone), len(d.Ambiguous))
	}
	told := map[string][]string{"moved": {}, "new": {}, "gone": {}}
	for _, k := range d.Moved {
		told["moved"] = withSentence(told["moved"], k.DriftPlace)
	}
	for _, p := range d.New {
		told["new"] = withSentence(told["new"], p)
	}
	for _, p := range d.Gone {
		told["gone"] = withSentence(told["gone"], p)
	}
	want := map[string][]string{"moved": reporttest.Moved, "new": reporttest.Added, "gone": {reporttest.Deleted}}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(DriftDropped{Fields: []DriftField{{"ppp_changes", "办理变更的PPP项目数"}}, Computed: []DriftField{}, Checks: []string{}}, d.Dropped); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
	for _, k := range append(d.Stayed, d.Moved...) {
		if name := before.Schema.Placeholders[k.Old-1]; k.Field != name || k.Edited || got.Schema.Placeholders[k.Number-1] != name {
			t.Errorf("%s: got %s, want %s", k.Sentence, k.Field, name)
		}
	}
	if diff := cmp.Diff(before.Schema.Checks, got.Schema.Checks); diff != "" {
		t.Errorf("checks (-want +got):\n%s", diff)
	}
}

// withSentence adds the sentence of a placeholder, the mark as it is in the draft,
// where it is not the last one already.
func withSentence(sentences []string, p DriftPlace) []string {
	sentence := strings.NewReplacer("【", "", "】", "").Replace(p.Sentence)
	if n := len(sentences); n > 0 && sentences[n-1] == sentence {
		return sentences
	}
	return append(sentences, sentence)
}

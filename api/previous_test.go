package api

import (
	"encoding/json"
	"net/http/httptest"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

// example is the built-in report's example payload, by field.
func (s *service) example(t testing.TB) map[string]any {
	t.Helper()
	w := s.do(t, request("GET", "/api/v1/templates/workreport/example", ""))
	decoder := json.NewDecoder(w.Body)
	decoder.UseNumber()
	var answer struct{ Values map[string]any }
	if err := decoder.Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer.Values
}

func asText(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (s *service) fillWorkreport(t testing.TB, values any) *httptest.ResponseRecorder {
	t.Helper()
	w := s.do(t, request("POST", "/api/v1/templates/workreport/fill", asText(t, map[string]any{"values": values}), "Content-Type", asJSON))
	if w.Code != 200 {
		t.Fatalf("fill: status %d: %s", w.Code, w.Body)
	}
	return w
}

// TestFillInAnotherUnit sends every figure in 亿元 as one in 万元, and every one in
// 万元 as one in 元: the document is the same to the byte.
func TestFillInAnotherUnit(t *testing.T) {
	s := newService(t).withWorkreport(t)
	values := s.example(t)
	want := s.fillWorkreport(t, values).Body.String()
	smaller, converted := map[string]string{"亿元": "万元", "万元": "元"}, 0
	for _, f := range decode[templateShown](t, s.do(t, request("GET", "/api/v1/templates/workreport", ""))).Schema.Fields {
		number, isNumber := values[f.Name].(json.Number)
		unit, convertible := smaller[f.Unit]
		if !isNumber || !convertible {
			continue
		}
		values[f.Name] = map[string]any{"value": json.Number(decimal.RequireFromString(number.String()).Shift(4).String()), "unit": unit}
		converted++
	}
	if converted < 40 {
		t.Errorf("only %d values were converted", converted)
	}
	if got := s.fillWorkreport(t, values).Body.String(); got != want {
		t.Errorf("got %s\nwant %s", documentText(t, []byte(got)), documentText(t, []byte(want)))
	}
}

func TestFillRoundsAnotherUnit(t *testing.T) {
	url := "/api/v1/templates/brief/fill"
	body := func(tax, other string) string {
		return `{"city": "淮州", "decline": 3.2, "rank": 3, "tax": ` + tax + `, "other": ` + other + `}`
	}
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "to the last digit", method: "POST", path: url, header: sends(asJSON), body: body(`{"value": 1234567.89, "unit": "万元"}`, `{"value": 0.5, "unit": "万元"}`), status: 200,
			contains: []string{"税收收入123.46亿元", "非税收入0.00亿元", "完成123.46亿元"}},
		{name: "half away from zero", method: "POST", path: url, header: sends(asJSON), body: body(`{"value": "1003650", "unit": "万元"}`, `{"value": 280049.9999999999999999, "unit": "万元"}`), status: 200,
			contains: []string{"税收收入100.37亿元", "非税收入28.00亿元"}},
		{name: "yuan", method: "POST", path: url, header: sends(asJSON), body: body(`{"value": 10036000000, "unit": "元"}`, `"280000万元"`), status: 200,
			contains: []string{"税收收入100.36亿元", "非税收入28.00亿元"}},
		{name: "no amount", method: "POST", path: url, header: sends(asJSON), body: body(`{"value": 10, "unit": "公里"}`, "28"), status: 422, contains: []string{"公里", "万元"}},
	})
}

// TestLastYearsDocument sends last year's finished report, begins this year's
// from it, and catches a figure typed in 万元 where 亿元 was meant.
func TestLastYearsDocument(t *testing.T) {
	s := newService(t).withWorkreport(t)
	docx := s.fillWorkreport(t, s.example(t)).Body.Bytes()
	last, media := form(t, part{"template", "", []byte("workreport")}, part{"title", "", []byte("2025年报告")}, part{"docx", "2025.docx", docx})
	w := s.do(t, request("POST", "/api/v1/reports", string(last), "Content-Type", media))
	if w.Code != 201 {
		t.Fatalf("last year's: status %d: %s", w.Code, w.Body)
	}
	lastYear := decode[reportShown](t, w)
	if lastYear.Status != "complete" {
		t.Errorf("last year's is %s and lacks %v", lastYear.Status, lastYear.Missing)
	}
	w = s.do(t, request("POST", "/api/v1/reports", `{"template": "workreport", "title": "2026年报告", "previous": "`+lastYear.ID+`"}`, "Content-Type", asJSON))
	if w.Code != 201 {
		t.Fatalf("this year's: status %d: %s", w.Code, w.Body)
	}
	thisYear := decode[reportShown](t, w)
	got := asText(t, thisYear.Values)
	if want := `{"integrated_planned_prior_year":24.60,"poverty_fund_prior_year":18.71,"prior_year_decline":3.2}`; got != want {
		t.Errorf("figures of last year: got %s, want %s", got, want)
	}
	run(t, s, map[string]string{"id": thisYear.ID, "last": lastYear.ID}, []scenario{
		{name: "their source", method: "GET", path: "/api/v1/reports/{id}", status: 200, contains: []string{`"from":"{last}"`, `"warnings":[]`}, lacks: []string{`"via":`}},
		{name: "in the history", method: "GET", path: "/api/v1/reports/{id}/history", status: 200,
			contains: []string{`{"field":"poverty_fund_prior_year","old":null,"new":18.71,"from":"{last}"}`}},
		{name: "万元 for 亿元", method: "PATCH", path: "/api/v1/reports/{id}/values", header: sends(typePatch), body: `{"revenue": 1321500}`, status: 200,
			contains: []string{`"field":"revenue"`, `"code":"magnitude"`, "约为上年", "1 万 倍", "万、亿"}},
		{name: "still there", method: "GET", path: "/api/v1/reports/{id}", status: 200, contains: []string{`"code":"magnitude"`}},
		{name: "with its unit", method: "PATCH", path: "/api/v1/reports/{id}/values", header: sends(typePatch), body: `{"revenue": {"value": 1321500, "unit": "万元"}}`, status: 200, contains: []string{`"warnings":[]`}},
		{name: "another figure of last year", method: "PATCH", path: "/api/v1/reports/{id}/values", header: sends(typePatch), body: `{"poverty_fund_prior_year": 17.81}`, status: 200, contains: []string{`"code":"prior_differs"`, "18.71"}},
	})
}

// An edited last year's document gives what can still be read in it.
func TestImportReport(t *testing.T) {
	s := newService(t).withBrief(t)
	filled := s.do(t, request("POST", "/api/v1/templates/brief/fill", briefValues, "Content-Type", asJSON)).Body.String()
	send := func(parts ...part) string {
		body, _ := form(t, parts...)
		return string(body)
	}
	_, media := form(t)
	docx, template := part{"docx", "a.docx", []byte(filled)}, part{"template", "", []byte("brief")}
	edited := part{"docx", "a.docx", editedBrief()}
	run(t, s, nil, []scenario{
		{name: "whole", method: "POST", path: "/api/v1/reports", header: sends(media), body: send(docx, template), status: 201, contains: []string{`"status":"complete"`, `"tax":100.36`, `"missing":[]`, `"via":"document"`}},
		{name: "edited", method: "POST", path: "/api/v1/reports", header: sends(media), body: send(edited, template), status: 201, contains: []string{`"status":"draft"`, `"tax":100.36`, `"field":"rank"`}},
		{name: "of another template", method: "POST", path: "/api/v1/reports", header: sends(media), body: send(part{"docx", "a.docx", []byte(nextYear(t))}, template), status: 422, contains: []string{`"code":"invalid_values"`, `"code":"not_found"`}},
		{name: "no document", method: "POST", path: "/api/v1/reports", header: sends(media), body: send(template), status: 400, contains: []string{"没有文档"}},
		{name: "no template", method: "POST", path: "/api/v1/reports", header: sends(media), body: send(docx), status: 422, contains: []string{`"field":"template"`}},
		{name: "unknown template", method: "POST", path: "/api/v1/reports", header: sends(media), body: send(docx, part{"template", "", []byte("none")}), status: 422, contains: []string{`"field":"template"`, "没有模板 none"}},
	})
}

// TestNameLastYear names last year's report of one that has been begun: by its id,
// by its document, and none.
func TestNameLastYear(t *testing.T) {
	s := newService(t).withWorkreport(t)
	docx := s.fillWorkreport(t, s.example(t)).Body.Bytes()
	create := func(title string) string {
		return decode[reportShown](t, s.do(t, request("POST", "/api/v1/reports", `{"template": "workreport", "title": "`+title+`"}`, "Content-Type", asJSON))).ID
	}
	id, other := create("2026年报告"), create("另一份")
	sent, media := form(t, part{"docx", "2025年工作报告.docx", docx})
	nothing, _ := form(t, part{"docx", "空白.docx", filltest.Docx("全然不同的文档。")})
	broken, _ := form(t, part{"docx", "坏.docx", []byte("no package")})
	url := "/api/v1/reports/" + id + "/previous"
	run(t, s, map[string]string{"id": id, "other": other}, []scenario{
		{name: "by its document", method: "PUT", path: url, header: sends(media), body: string(sent), status: 200, contains: []string{`"poverty_fund_prior_year":18.71`, `"revision":2`, `"previous":"`}},
		{name: "a report of its own", method: "GET", path: "/api/v1/reports?q=2025", status: 200, contains: []string{`"title":"2025年工作报告"`, `"status":"complete"`, `"total":1`}},
		{name: "by id", method: "PUT", path: url, header: sends(asJSON), body: `{"previous": "{other}"}`, status: 200, contains: []string{`"previous":"{other}"`, `"revision":3`, `"values":{}`}},
		{name: "none", method: "PUT", path: url, header: sends(asJSON), body: `{"previous": ""}`, status: 200, contains: []string{`"revision":4`}, lacks: []string{`"previous":`}},
		{name: "in the history", method: "GET", path: "/api/v1/reports/{id}/history", status: 200, contains: []string{`"action":"compare"`, `"previous":"{other}"},{"revision":4`}},
		{name: "itself", method: "PUT", path: url, header: sends(asJSON), body: `{"previous": "{id}"}`, status: 422, contains: []string{`"field":"previous"`, `"code":"circular"`}},
		{name: "one that is not there", method: "PUT", path: url, header: sends(asJSON), body: `{"previous": "none"}`, status: 422, contains: []string{`"field":"previous"`, `"code":"not_found"`}},
		{name: "nothing said", method: "PUT", path: url, header: sends(asJSON), body: `{}`, status: 422, contains: []string{`"field":"previous"`}},
		{name: "values too", method: "PUT", path: url, header: sends(asJSON), body: `{"previous": "", "values": {"city": "淮州"}}`, status: 422, contains: []string{`"code":"unknown_member"`}},
		{name: "a member of another name", method: "PUT", path: url, header: sends(asJSON), body: `{"prevous": ""}`, status: 422, contains: []string{"没有名为 prevous 的成员。可用的有：previous。"}, lacks: []string{"values"}},
		{name: "stale", method: "PUT", path: url, header: with("Content-Type", media, "If-Match", `"1"`), body: string(sent), status: 412},
		{name: "another document", method: "PUT", path: url, header: sends(media), body: string(nothing), status: 422, contains: []string{`"code":"invalid_values"`}},
		{name: "no document", method: "PUT", path: url, header: sends(media), body: string(broken), status: 422, contains: []string{`"code":"invalid_document"`}},
		{name: "of no report", method: "PUT", path: "/api/v1/reports/none/previous", header: sends(media), body: string(sent), status: 404},
		{name: "what failed left nothing", method: "GET", path: "/api/v1/reports", status: 200, contains: []string{`"total":3`}},
	})
}

func TestCheckBesideLastYear(t *testing.T) {
	url := "/api/v1/templates/brief/"
	slip := `"values": {"city": "淮州", "decline": 3.2, "rank": 3, "tax": 1003600, "other": 28}`
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "a slip", method: "POST", path: url + "check", header: sends(asJSON), body: `{` + slip + `, "previous": {"tax": 98.2}}`, status: 200, contains: []string{`"ok":true`, `"code":"magnitude"`, `"field":"tax"`}},
		{name: "as extract answers", method: "POST", path: url + "check", header: sends(asJSON), body: `{` + slip + `, "previous": {"values": {"tax": 98.2}}}`, status: 200, contains: []string{`"code":"magnitude"`}},
		{name: "none", method: "POST", path: url + "check", header: sends(asJSON), body: `{` + slip + `, "previous": null}`, status: 200, lacks: []string{`"code":"magnitude"`}},
		{name: "no values", method: "POST", path: url + "check", header: sends(asJSON), body: `{` + slip + `, "previous": "2025"}`, status: 422, contains: []string{`"field":"previous"`}},
		{name: "fill counts it", method: "POST", path: url + "fill", header: sends(asJSON), body: `{` + slip + `, "previous": {"tax": 98.2}}`, status: 200, answers: with(headerWarnings, "1")},
	})
}

// TestPreviousIsKeptOutOfValues holds that last year's values fill nothing.
func TestPreviousIsKeptOutOfValues(t *testing.T) {
	s := newService(t).withBrief(t)
	w := s.do(t, request("POST", "/api/v1/templates/brief/check", `{"values": {"city": "淮州"}, "previous": `+briefValues+`}`, "Content-Type", asJSON))
	got := map[string]string{}
	for _, p := range decode[CheckAnswer](t, w).Problems {
		got[p.Field] = p.Code
	}
	missing := string(fill.CodeMissing)
	want := map[string]string{"decline": missing, "rank": missing, "tax": missing, "other": missing}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// editedBrief is a filled brief whose second paragraph was worded otherwise.
func editedBrief() []byte {
	return filltest.Docx("淮州市财政收入简报", "全市财政收入128.36亿元，降幅3.2%，列全省第3位。", "其中：税收收入100.36亿元，非税收入28.00亿元。")
}

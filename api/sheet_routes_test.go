package api

import (
	"bytes"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"reportfill/templates"
)

// typedIn downloads a form, types values into it by field, and gives it saved.
// nil clears a cell.
func typedIn(t testing.TB, s *service, path string, typed map[string]any) string {
	t.Helper()
	w := s.do(t, httptest.NewRequest("GET", path, nil))
	if w.Code != 200 || w.Header().Get("Content-Type") != typeXLSX {
		t.Fatalf("GET %s: %d %s", path, w.Code, w.Header())
	}
	f, err := excelize.OpenReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("填报")
	if err != nil {
		t.Fatal(err)
	}
	left := len(typed)
	for i, row := range rows {
		if len(row) < 10 {
			continue
		}
		if v, ok := typed[row[9]]; ok {
			at, _ := excelize.CoordinatesToCellName(7, i+1)
			if err := f.SetCellValue("填报", at, v); err != nil {
				t.Fatal(err)
			}
			left--
		}
	}
	if left > 0 {
		t.Fatalf("the form lacks fields of %v", typed)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var briefTyped = map[string]any{"city": "淮州", "decline": 3.2, "rank": 3, "tax": 100.36, "other": 28}

func TestTemplateSheet(t *testing.T) {
	s := newService(t).withBrief(t)
	url := "/api/v1/templates/brief/sheet"
	full := typedIn(t, s, url, briefTyped)
	asForm, media := form(t, part{"xlsx", "表.xlsx", []byte(full)})
	faulty := typedIn(t, s, url, map[string]any{"city": "淮州", "decline": -3.2, "rank": "很前", "tax": 100.36})
	asTemplate, ofTemplate := form(t, part{"docx", "other.docx", briefDraft()}, part{"id", "", []byte("other")})
	if w := s.do(t, request("POST", "/api/v1/templates", string(asTemplate), "Content-Type", ofTemplate)); w.Code != 201 {
		t.Fatal(w.Body)
	}
	other := typedIn(t, s, "/api/v1/templates/other/sheet", nil)
	run(t, s, nil, []scenario{
		{name: "form", method: "GET", path: url, status: 200, answers: with("Content-Type", typeXLSX, "Content-Disposition", attachmentOf("财政收入简报", ".xlsx"))},
		{name: "head", method: "HEAD", path: url, status: 200},
		{name: "of a version", method: "GET", path: "/api/v1/templates/brief@1/sheet", status: 200},
		{name: "of no template", method: "GET", path: "/api/v1/templates/none/sheet", status: 404},
		{name: "filled", method: "POST", path: url, header: sends(typeXLSX), body: full, status: 200,
			contains: []string{"淮州市财政收入简报全市财政收入完成128.36亿元，同比下降3.2%，居全省第3位"}, answers: with("X-Reportfill-Warnings", "0")},
		{name: "filled, as a form", method: "POST", path: url, header: sends(media), body: string(asForm), status: 200, contains: []string{"128.36"}},
		{name: "faults name their cells", method: "POST", path: url, header: sends(typeXLSX), body: faulty, status: 422,
			contains: []string{`"code":"invalid_values"`, `"field":"decline"`, `"code":"sign"`, `"field":"rank"`, `"code":"wrong_kind"`, `"code":"missing"`, `"cell":"G5"`}},
		{name: "missing kept", method: "POST", path: url + "?missing=keep", header: sends(typeXLSX), body: typedIn(t, s, url, map[string]any{"city": "淮州"}), status: 200, contains: []string{"完成X亿元"}},
		{name: "of another template", method: "POST", path: url, header: sends(typeXLSX), body: other, status: 422, contains: []string{`"code":"other_template"`}},
		{name: "no workbook", method: "POST", path: url, header: sends(typeXLSX), body: "no", status: 422, contains: []string{`"code":"not_xlsx"`, "另存为 .xlsx"}},
		{name: "nothing", method: "POST", path: url, header: sends(typeXLSX), status: 400},
		{name: "JSON", method: "POST", path: url, header: sends(asJSON), body: "{}", status: 415},
		{name: "unknown option", method: "POST", path: url + "?preview=true", header: sends(typeXLSX), body: full, status: 422},
	})
}

func begun(t testing.TB, s *service, values string) string {
	t.Helper()
	w := s.do(t, request("POST", "/api/v1/reports", `{"template": "brief", "values": `+values+`}`, "Content-Type", asJSON))
	if w.Code != 201 {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	return decode[reportListed](t, w).ID
}

func TestReportSheet(t *testing.T) {
	s := newService(t).withBrief(t)
	id := begun(t, s, `{"city": "淮州", "tax": 100.36, "decline": 3.2}`)
	other := begun(t, s, `{}`)
	url := "/api/v1/reports/" + id + "/sheet"
	changed := typedIn(t, s, url, map[string]any{"city": nil, "tax": 101.5, "rank": "很前"})
	doubtful := typedIn(t, s, url, map[string]any{"tax": "#N/A"})
	of := map[string]string{"id": id}
	run(t, s, of, []scenario{
		{name: "untouched", method: "POST", path: url + "?preview=true", header: sends(typeXLSX), body: typedIn(t, s, url, nil), status: 200, contains: []string{`"changes":[]`}},
		{name: "preview", method: "POST", path: url + "?preview=true", header: sends(typeXLSX), body: changed, status: 200,
			contains: []string{`"revision":1`, `"field":"city","label":"市名","cell":"G3","old":"淮州","new":null`, `"old":100.36,"new":101.5`, `"field":"rank"`, `"code":"wrong_kind"`, `"cell":"G6"`},
			lacks:    []string{`"decline"`, `"overtaken"`}, answers: with("ETag", `"1"`)},
		{name: "nothing was taken over", method: "GET", path: "/api/v1/reports/{id}", status: 200, contains: []string{`"revision":1`, `"city":"淮州"`}},
		{name: "a cell that is not understood", method: "POST", path: url, header: sends(typeXLSX), body: doubtful, status: 422, contains: []string{`"code":"cell_error"`, `"cell":"G7"`}},
		{name: "of another report", method: "POST", path: url, header: sends(typeXLSX), body: typedIn(t, s, "/api/v1/reports/"+other+"/sheet", nil), status: 422, contains: []string{other}},
		{name: "somebody else's change", method: "PATCH", path: "/api/v1/reports/{id}/values", header: sends(asJSON), body: `{"tax": 99, "decline": 4}`, status: 200},
		{name: "is shown as overtaken", method: "POST", path: url + "?preview=true", header: sends(typeXLSX), body: changed, status: 200, contains: []string{`"old":99,"new":101.50,"overtaken":true`}, lacks: []string{`"decline"`}},
		{name: "stale", method: "POST", path: url, header: with("Content-Type", typeXLSX, "If-Match", `"1"`), body: changed, status: 412},
		{name: "taken over", method: "POST", path: url, header: with("Content-Type", typeXLSX, "If-Match", `"2"`), body: changed, status: 200,
			contains: []string{`"revision":3`, `"tax":101.5`, `"decline":4`, `"rank":"很前"`, `"via":"sheet"`}, lacks: []string{`"city":"淮州"`}},
		{name: "no report", method: "GET", path: "/api/v1/reports/none/sheet", status: 404},
	})
}

func TestSheetOfAFinalReportIsRefused(t *testing.T) {
	s := newService(t).withBrief(t)
	id := begun(t, s, briefValues)
	sheet := typedIn(t, s, "/api/v1/reports/"+id+"/sheet", map[string]any{"rank": 4})
	run(t, s, nil, []scenario{
		{name: "finalize", method: "POST", path: "/api/v1/reports/" + id + "/finalize", status: 200},
		{name: "preview", method: "POST", path: "/api/v1/reports/" + id + "/sheet?preview=true", header: sends(typeXLSX), body: sheet, status: 409},
	})
}

func TestSheetOfAnotherOwnerIsRefused(t *testing.T) {
	s := newService(t, func(c *Config) { c.Open = false })
	admin := s.token(t, templates.RoleAdmin, "")
	system := s.token(t, templates.RoleSystem, "税政科")
	auth := func(token string) map[string]string {
		return with("Authorization", "Bearer "+token, "Content-Type", typeXLSX)
	}
	body, media := form(t, part{"docx", "brief.docx", briefDraft()}, part{"fields", "brief.yaml", []byte(briefFields)}, part{"id", "", []byte("brief")})
	if w := s.do(t, request("POST", "/api/v1/templates", string(body), "Content-Type", media, "Authorization", "Bearer "+admin)); w.Code != 201 {
		t.Fatal(w.Body)
	}
	w := s.do(t, request("POST", "/api/v1/reports", `{"template": "brief"}`, "Content-Type", asJSON, "Authorization", "Bearer "+admin))
	id := decode[reportListed](t, w).ID
	r := request("GET", "/api/v1/templates/brief/sheet", "", "Authorization", "Bearer "+admin)
	f, err := excelize.OpenReader(s.do(t, r).Body)
	if err != nil {
		t.Fatal(err)
	}
	_ = f.SetCellValue("填报", "G8", 5) // 国库科
	var filled strings.Builder
	if err := f.Write(&filled); err != nil {
		t.Fatal(err)
	}
	run(t, s, nil, []scenario{
		{name: "another's field", method: "POST", path: "/api/v1/reports/" + id + "/sheet", header: auth(system), body: filled.String(), status: 403, contains: []string{"国库科"}},
	})
}

func TestSheetTwiceIsTheSame(t *testing.T) {
	s := newService(t).withBrief(t)
	id := begun(t, s, briefValues)
	var got []map[string]string
	for range 2 {
		got = append(got, parts(t, s.do(t, httptest.NewRequest("GET", "/api/v1/reports/"+id+"/sheet", nil)).Body.Bytes()))
	}
	if diff := cmp.Diff(got[0], got[1]); diff != "" {
		t.Errorf("two forms of one report differ:\n%s", diff)
	}
}

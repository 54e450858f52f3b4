package api

import (
	"strings"
	"testing"
)

// report begins a report of the values and gives its id.
func (s *service) report(t testing.TB, values string) string {
	t.Helper()
	w := s.do(t, request("POST", "/api/v1/reports", `{"template": "brief", "title": "一季度简报", "values": `+values+`}`, "Content-Type", asJSON))
	if w.Code != 201 {
		t.Fatalf("POST report: status %d: %s", w.Code, w.Body)
	}
	return decode[reportListed](t, w).ID
}

func TestCreateReport(t *testing.T) {
	url := "/api/v1/reports"
	run(t, newService(t).withBrief(t), nil, []scenario{
		{name: "empty", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief"}`, status: 201,
			contains: []string{`"status":"draft"`, `"title":"财政收入简报"`, `"template":{"id":"brief","version":1}`, `"revision":1`, `"owner":"税政科"`}, answers: with("ETag", `"1"`)},
		{name: "complete", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief@1", "title": "简报", "values": ` + briefValues + `}`, status: 201,
			contains: []string{`"status":"complete"`, `"missing":[]`, `"computed":{"revenue":128.36}`, `"sources":{`}},
		{name: "wrong value is welcome", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief", "values": {"rank": 0}}`, status: 201, contains: []string{`"code":"wrong_kind"`, `"status":"draft"`}},
		{name: "a list is not", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief", "values": {"rank": [3]}}`, status: 422, contains: []string{`"code":"wrong_shape"`}},
		{name: "unknown name is not", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief", "values": {"ranks": 0}}`, status: 422, contains: []string{`"code":"unknown_field"`}},
		{name: "no template named", method: "POST", path: url, header: sends(asJSON), body: `{"title": "x"}`, status: 422, contains: []string{`"field":"template"`, "缺少 template"}},
		{name: "no such template", method: "POST", path: url, header: sends(asJSON), body: `{"template": "none"}`, status: 422, contains: []string{`"field":"template"`, "没有模板 none"}},
		{name: "no such version", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief@9"}`, status: 422, contains: []string{`"field":"template"`, "最新的是 brief@1"}},
		{name: "no template's name", method: "POST", path: url, header: sends(asJSON), body: `{"template": "No Name"}`, status: 422, contains: []string{`"field":"template"`}},
		{name: "no previous report", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief", "previous": "none"}`, status: 422, contains: []string{`"field":"previous"`, "没有报告 none"}},
		{name: "bad version", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief@x"}`, status: 422, contains: []string{"workreport@3"}},
		{name: "long title", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief", "title": "` + strings.Repeat("长", 201) + `"}`, status: 422, contains: []string{`"field":"title"`}},
		{name: "unknown member", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief", "value": {}}`, status: 422, contains: []string{`"field":"value"`, "values"}},
		{name: "bad JSON", method: "POST", path: url, header: sends(asJSON), body: `{"template": "brief",}`, status: 400, contains: []string{`"line":1,"column":21`}},
	})
}

func TestCreateReportOnce(t *testing.T) {
	s := newService(t).withBrief(t)
	first := request("POST", "/api/v1/reports", `{"template": "brief"}`, "Content-Type", asJSON, "Idempotency-Key", "a")
	again := request("POST", "/api/v1/reports", `{"template": "brief"}`, "Content-Type", asJSON, "Idempotency-Key", "a")
	one, two := decode[reportListed](t, s.do(t, first)), decode[reportListed](t, s.do(t, again))
	if one.ID == "" || one.ID != two.ID {
		t.Errorf("ids %q and %q, want the same", one.ID, two.ID)
	}
}

func TestDeleteReport(t *testing.T) {
	s := newService(t).withBrief(t)
	names := map[string]string{"last": s.report(t, `{}`), "done": s.report(t, briefValues)}
	url := "/api/v1/reports"
	next := `{"template": "brief", "previous": "{last}", "values": ` + briefValues + `}`
	run(t, s, names, []scenario{
		{name: "next year's", method: "POST", path: url, header: with("Content-Type", asJSON, "Idempotency-Key", "next"), body: next, status: 201},
		{name: "last year's", method: "DELETE", path: url + "/{last}", status: 409, contains: []string{`"code":"in_use"`, "上年报告"}},
		{name: "stale", method: "DELETE", path: url + "/{done}", header: with("If-Match", `"2"`), status: 412, contains: []string{`"code":"stale"`}},
		{name: "final", method: "POST", path: url + "/{done}/finalize", status: 200},
		{name: "kept", method: "DELETE", path: url + "/{done}", status: 409, contains: []string{`"code":"final"`, "永久保留"}},
		{name: "none", method: "DELETE", path: url + "/none", status: 404, contains: []string{"没有报告 none"}},
	})
	page := decode[struct{ Items []reportListed }](t, s.do(t, request("GET", "/api/v1/reports?status=complete", "")))
	names["next"] = page.Items[0].ID
	run(t, s, names, []scenario{
		{name: "complete", method: "DELETE", path: url + "/{next}", header: with("If-Match", `"1"`), status: 204},
		{name: "gone", method: "GET", path: url + "/{next}", status: 404},
		{name: "its key", method: "POST", path: url, header: with("Content-Type", asJSON, "Idempotency-Key", "next"), body: next, status: 409, contains: []string{"Idempotency-Key"}},
		{name: "draft", method: "DELETE", path: url + "/{last}", status: 204},
		{name: "again", method: "DELETE", path: url + "/{last}", status: 404},
		{name: "template of the final one", method: "DELETE", path: "/api/v1/templates/brief", status: 409},
	})
	if line := `"msg":"report removed","report":"` + names["last"]; !strings.Contains(s.log.String(), line) {
		t.Errorf("the log lacks %s: %s", line, s.log)
	}
}

// TestDeleteLastReport holds that a template goes once its last report has.
func TestDeleteLastReport(t *testing.T) {
	s := newService(t).withBrief(t)
	run(t, s, map[string]string{"id": s.report(t, `{}`)}, []scenario{
		{name: "needed", method: "DELETE", path: "/api/v1/templates/brief", status: 409},
		{name: "its last report", method: "DELETE", path: "/api/v1/reports/{id}", status: 204},
		{name: "needed no more", method: "DELETE", path: "/api/v1/templates/brief", status: 204},
	})
}

func TestReports(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{"city": "淮州", "tax": {"value": 1003600, "unit": "万元"}}`)
	url := "/api/v1/reports/{id}"
	run(t, s, map[string]string{"id": id}, []scenario{
		{name: "list", method: "GET", path: "/api/v1/reports", status: 200, contains: []string{`"id":"{id}"`, `"total":1`, `"waiting":["国库科"]`}, lacks: []string{`"values"`}},
		{name: "filter", method: "GET", path: "/api/v1/reports?status=final", status: 200, contains: []string{`"total":0`}},
		{name: "by template", method: "GET", path: "/api/v1/reports?template=brief@1&waiting=%E5%9B%BD%E5%BA%93%E7%A7%91", status: 200, contains: []string{`"total":1`}},
		{name: "bad status", method: "GET", path: "/api/v1/reports?status=done", status: 422, contains: []string{"draft, complete, final"}},
		{name: "show", method: "GET", path: url, status: 200, contains: []string{`"tax":{"value":1003600,"unit":"万元"}`, `"field":"other"`, `"owner":"国库科"`}, answers: with("ETag", `"1"`)},
		{name: "none", method: "GET", path: "/api/v1/reports/none", status: 404, contains: []string{"没有报告 none"}},
		{name: "not yet", method: "POST", path: url + "/finalize", status: 422, contains: []string{`"code":"missing"`}},
		{name: "no manifest yet", method: "GET", path: url + "/manifest", status: 404, contains: []string{"定稿"}},
		{name: "preview is refused", method: "GET", path: url + "/docx", status: 422},
		{name: "preview", method: "GET", path: url + "/docx?missing=keep", status: 200, contains: []string{"淮州市", "税收收入100.36亿元", "非税收入X亿元"}},
		{name: "bad option", method: "GET", path: url + "/docx?missing=hide", status: 422},
		{name: "patch", method: "PATCH", path: url + "/values", header: with("Content-Type", typePatch, "If-Match", `"1"`), body: `{"decline": 3.2, "rank": 3, "other": 28.00, "tax": 100.36}`, status: 200,
			contains: []string{`"status":"complete"`, `"revision":2`}, answers: with("ETag", `"2"`)},
		{name: "stale patch", method: "PATCH", path: url + "/values", header: with("Content-Type", typePatch, "If-Match", `"1"`), body: `{"rank": 4}`, status: 412},
		{name: "remove", method: "PATCH", path: url + "/values", header: sends(typePatch), body: `{"rank": null}`, status: 200, contains: []string{`"status":"draft"`, `"field":"rank"`}},
		{name: "set again", method: "PATCH", path: url + "/values", header: sends(asJSON), body: `{"rank": 3}`, status: 200, contains: []string{`"status":"complete"`}},
		{name: "in brief, among other wishes", method: "GET", path: url, header: with("Prefer", `respond-async, Return="minimal"; wait=5`), status: 200, answers: with("Preference-Applied", "return=minimal"), lacks: []string{`"missing":[`}},
		{name: "values beside the template", method: "POST", path: "/api/v1/reports", header: sends(asJSON), body: `{"template": "brief", "rank": 3}`, status: 422, contains: []string{"没有名为 rank 的成员", "写在 values 之内"}},
		{name: "patch nothing", method: "PATCH", path: "/api/v1/reports/none/values", header: sends(asJSON), body: `{}`, status: 404},
		{name: "patch no JSON", method: "PATCH", path: url + "/values", header: sends(typeYAML), body: `{}`, status: 415},
		{name: "template in use", method: "DELETE", path: "/api/v1/templates/brief", status: 409, contains: []string{`"code":"in_use"`}},
		{name: "stale finalize", method: "POST", path: url + "/finalize", header: with("If-Match", `"1"`), status: 412},
		{name: "finalize with values", method: "POST", path: url + "/finalize", header: sends(asJSON), body: `{"rank": 4}`, status: 400, contains: []string{"PATCH"}},
		{name: "finalize", method: "POST", path: url + "/finalize", header: sends(asJSON), body: "{}", status: 200, contains: []string{`"status":"final"`}},
		{name: "finalize again", method: "POST", path: url + "/finalize", status: 409, contains: []string{`"code":"final"`}},
		{name: "patch final", method: "PATCH", path: url + "/values", header: sends(typePatch), body: `{"rank": 4}`, status: 409, contains: []string{"定稿"}},
		{name: "document", method: "GET", path: url + "/docx", status: 200, contains: []string{"128.36亿元"}, lacks: []string{"X"}, answers: with("Content-Disposition", attachment("一季度简报"))},
		{name: "head", method: "HEAD", path: url + "/docx", status: 200},
		{name: "manifest", method: "GET", path: url + "/manifest", status: 200, contains: []string{`"output_sha256":"`, `"old":"X"`, `"new":"128.36"`}},
		{name: "history", method: "GET", path: url + "/history", status: 200, contains: []string{`"action":"create"`, `"action":"finalize"`, `"old":{"value":1003600,"unit":"万元"},"new":100.36`, `"old":3,"new":null`, `"total":5`}},
		{name: "history page", method: "GET", path: url + "/history?limit=2", status: 200, contains: []string{`"next":"`}},
		{name: "no history", method: "GET", path: "/api/v1/reports/none/history", status: 404},
	})
}

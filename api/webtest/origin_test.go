package webtest

import (
	"context"
	"strings"
	"testing"

	"reportfill/fill"
	"reportfill/templates"
)

// give sets values of a report as somebody does, by some way.
func (s *service) give(report string, who templates.Actor, vs ...fill.Entry) {
	s.t.Helper()
	if _, err := s.reports.Patch(context.Background(), who, report, 0, vs); err != nil {
		s.t.Fatal(err)
	}
}

// TestNoteTellsOrigin holds that a value that nobody typed says where it came from,
// beside who brought it.
func TestNoteTellsOrigin(t *testing.T) {
	s := newService(t)
	last := s.report("2025年度工作总结", "workreport", s.example())
	id := s.report("来路", "workreport", fill.Values{text("city", "淮州")}, last)
	clerk := templates.Actor{Name: "陈会计", Role: templates.RoleClerk, Via: templates.ViaSheet}
	s.give(id, clerk, text("revenue", "218.46"))
	clerk.Via = templates.ViaDocument
	s.give(id, clerk, text("revenue_rank", "5"))
	clerk.Via = templates.ViaBatch
	s.give(id, clerk, text("led_issues", "5"))
	clerk.Via = "fax" // of a later version
	s.give(id, clerk, text("tax_cuts", "5"))
	s.give(id, templates.Actor{Name: "预算系统", Role: templates.RoleSystem, Owner: "办公室"}, text("report_year", "2026"))
	b := s.sit(t, "李会计", id)
	for field, want := range map[string]string{
		"prior_year_decline": "取自上年报告“2025年度工作总结”陈会计，",
		"revenue":            "由 Excel 填报表填入陈会计，",
		"revenue_rank":       "从成稿 .docx 中读出陈会计，",
		"led_issues":         "由批量数据表填入陈会计，",
		"report_year":        "由业务系统送来预算系统，",
	} {
		b.focusOn(`[data-f="` + field + `"]`)
		b.until("the note is of "+field, `document.querySelector('#note h2').textContent === `+place(field)+`.ariaLabel.split('：')[0]`)
		if got := eval[string](b, `document.querySelector('#note .origin')?.textContent || ''`); !strings.HasPrefix(got, want) {
			t.Errorf("of %s the note says %q, want %q", field, got, want)
		}
	}
	b.shot("origin")
	for _, field := range []string{"city", "tax_cuts"} {
		b.focusOn(`[data-f="` + field + `"]`)
		b.until("the note of "+field+" tells no origin", `document.querySelector('#note h2').textContent === `+place(field)+`.ariaLabel.split('：')[0] &&
			document.getElementById('note').textContent.includes('陈会计 填于') && document.querySelector('#note .origin') === null`)
	}
	b.fillIn("revenue", "219")
	b.until("the origin of a value that is typed over is gone", `document.querySelector('#note .origin') === null && document.getElementById('note').textContent.includes('李会计 填于')`)
}

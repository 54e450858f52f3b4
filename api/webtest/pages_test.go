package webtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
	"reportfill/templates"
)

// text is a value as a clerk types it.
func text(field, value string) fill.Entry {
	return fill.Entry{Name: field, Value: fill.Value{Type: fill.String, Text: value}}
}

// lookAt are the pages, each with what must be there before it is looked at.
func (s *service) lookAt() []struct{ name, path, ready string } {
	last := s.report("市财政局2025年度工作总结", "workreport", s.example())
	s.finalize(last)
	open := s.report("市财政局2026年度工作总结", "workreport", fill.Values{
		text("city", "淮州"), text("revenue", "218.46"), text("revenue_decline", "-3.2"), text("led_issues", "5"),
		text("led_issues_closed", "6"), text("bonds_issued_first_year", "300"), text("bonds_issued_second_year", "120"),
		text("bond_project_investment", "400"), text("poverty_fund", "12"), text("poverty_fund_central", "8.36"),
		text("poverty_fund_provincial", "4.72"), text("poverty_fund_municipal", "2.15"), text("poverty_fund_county", "3.48"),
		text("report_year", "2026"),
	}, last)
	return []struct{ name, path, ready string }{
		{"reports", "/reports", `document.querySelector('table.list') !== null`},
		{"report-new", "/reports/new", `document.querySelector('#template') !== null`},
		{"report", "/reports/" + open, `document.querySelectorAll('.faults li').length >= 4`},
		{"report-final", "/reports/" + last, `document.querySelector('.filled') !== null`},
		{"report-sheet", "/reports/" + open + "/sheet", `document.querySelector('#file') !== null`},
		{"batch", "/batch", `document.querySelector('#rows') !== null`},
		{"error", "/reports/none", `document.querySelector('.error-status') !== null`},
	}
}

func TestPagesAreAccessible(t *testing.T) {
	source := axe(t)
	s := newService(t)
	pages, secret := s.lookAt(), s.token("李会计", templates.RoleClerk)
	for _, window := range []struct {
		name, language string
		size
	}{{"desktop", "zh-CN", desktop}, {"narrow", "zh-CN", narrow}, {"english", "en-GB", desktop}, {"english-narrow", "en-GB", narrow}} {
		b := newBrowser(t, window.language, window.size)
		b.open(s.url + "/sign-in")
		b.audit(source, "sign-in "+window.name)
		b.shot("sign-in-" + window.name)
		b.signIn(s, secret, "/reports")
		for _, p := range pages {
			b.open(s.url + p.path)
			b.until(p.name+" is drawn", p.ready)
			b.audit(source, p.name+" "+window.name)
			b.shot(p.name + "-" + window.name)
			if p.name == "report" {
				b.auditReport(source, window.name)
			}
			if got := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
				t.Errorf("%s %s: the page is %d px wider than the window", p.name, window.name, got)
			}
		}
	}
}

// TestToolbarIsLow holds that what stands above the sheet leaves the window to it,
// in the longer language and under a long title.
func TestToolbarIsLow(t *testing.T) {
	s := newService(t)
	b := newBrowser(t, "en-GB", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports")
	for title, most := range map[string]int{
		"市财政局2026年度工作总结":                           66,
		strings.Repeat("关于二〇二六年度全市财政预算执行情况的报告", 9): 96,
	} {
		b.open(s.url + "/reports/" + s.report(title, "workreport", nil))
		if got := eval[int](b, `document.querySelector('.toolbar').offsetHeight`); got > most {
			t.Errorf("under a title of %d bytes the toolbar is %d px high, want at most %d", len(title), got, most)
		}
		b.shot(fmt.Sprintf("toolbar-%d", len(title)))
	}
}

// auditReport looks at what a report's page shows only when it is worked with.
func (b *browser) auditReport(source, window string) {
	b.t.Helper()
	for _, place := range []string{"p14", "p33", "p67"} {
		b.focusOn("#" + place)
		b.see(`#note`)
		b.shot("report-" + place + "-" + window)
	}
	b.audit(source, "report with a note "+window)
	b.activate(`#finalize`)
	b.see(`#final`)
	b.audit(source, "finalize "+window)
	b.shot("finalize-" + window)
	b.press(kb.Escape)
	b.activate(`#compare`)
	b.see(`#pick-last`)
	b.audit(source, "compare "+window)
	b.shot("compare-" + window)
	b.press(kb.Escape)
	b.activate(`#erase-report`)
	b.asked()
	b.audit(source, "delete "+window)
	b.shot("delete-" + window)
	b.press(kb.Escape)
}

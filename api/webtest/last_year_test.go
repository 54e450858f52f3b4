package webtest

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

// lastYears is a finished document of the built-in report.
func (s *service) lastYears() []byte {
	s.t.Helper()
	c, err := s.library.Compiled(context.Background(), templates.Ref{ID: "workreport"})
	if err != nil {
		s.t.Fatal(err)
	}
	var docx bytes.Buffer
	if err := c.Fill.Fill(&docx, s.example(), fill.Options{}); err != nil {
		s.t.Fatal(err)
	}
	return docx.Bytes()
}

// previousOf is the title of the report that one is compared with; empty for none.
func (s *service) previousOf(report string) string {
	s.t.Helper()
	state, err := s.reports.Get(context.Background(), report)
	if err != nil {
		s.t.Fatal(err)
	}
	if state.Report.Previous == "" {
		return ""
	}
	last, err := s.reports.Get(context.Background(), state.Report.Previous)
	if err != nil {
		s.t.Fatal(err)
	}
	return last.Report.Title
}

// lastBeside is the last year's figure that stands at the first place of a field.
func (b *browser) lastBeside(field string) string {
	b.t.Helper()
	return eval[string](b, `document.querySelector('[data-f="`+field+`"]').parentElement.querySelector('small')?.textContent || ''`)
}

// TestBeginWithLastYearsDocument begins a report with last year's document, which
// is refused twice before it is the right one.
func TestBeginWithLastYearsDocument(t *testing.T) {
	s := newService(t)
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports/new")
	b.ready()
	b.drop("2025.doc", []byte("x"))
	b.until("another format is told", `document.querySelector('#last .fault').textContent.includes('另存为')`)
	b.drop("2025.docx", filltest.Docx("别的文档。"))
	b.until("the file is in the form", `document.querySelector('#last .chosen').textContent.includes('2025.docx') && document.getElementById('previous').disabled`)
	b.activate(`#last .chosen button`)
	b.until("it is left out again", `document.getElementById('docx').files.length === 0 && !document.getElementById('previous').disabled`)
	b.drop("2025.docx", filltest.Docx("别的文档。"))
	b.focusOn(`#title`)
	b.enter("2026年工作总结")
	b.press(kb.Enter)
	b.see(`.fault[role=alert]`)
	b.shot("begin-refused")
	if got := eval[string](b, `document.getElementById('title').value`); got != "2026年工作总结" {
		t.Errorf("after a refusal the title is %q", got)
	}
	b.ready()
	b.drop("2025年工作总结.docx", s.lastYears())
	b.focusOn(`#title`)
	b.press(kb.Enter)
	b.see(`#sheet`)
	id := strings.TrimPrefix(eval[string](b, `location.pathname`), "/reports/")
	if got, want := s.previousOf(id), "2025年工作总结"; got != want {
		t.Errorf("it is compared with %q, want %q", got, want)
	}
	if got := b.lastBeside("revenue"); !strings.HasPrefix(got, "上年 ") {
		t.Errorf("beside the revenue stands %q", got)
	}
	page, err := s.reports.List(context.Background(), templates.ReportQuery{})
	if err != nil || page.Total != 2 {
		t.Errorf("there are %d reports, %v, want last year's and this year's", page.Total, err)
	}
}

// TestReportIsBegunOnce presses the button twice.
func TestReportIsBegunOnce(t *testing.T) {
	s := newService(t)
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports/new")
	b.ready()
	b.focusOn(`#title`)
	b.enter("2026年工作总结")
	got := eval[string](b, `(() => {
		const kept = [];
		addEventListener('submit', (event) => kept.push(event.defaultPrevented));
		document.querySelector('form button.primary').click();
		document.querySelector('form button.primary').click();
		return kept.join();
	})()`)
	if want := "false,true"; got != want {
		t.Errorf("the submissions are kept back: %s, want %s", got, want)
	}
	b.see(`#sheet`)
}

// TestReportIsBegunAgain stops a form whose connection hangs, and sends it again.
func TestReportIsBegunAgain(t *testing.T) {
	s := newService(t)
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports/new")
	b.ready()
	s.cut.Store("sending")
	b.activate(`.card.form button.primary`)
	s.hanging(1)
	call(b, page.StopLoading, cdp.Empty{})
	s.cut.Store("")
	b.activate(`.card.form button.primary`)
	b.see(`#sheet`)
}

// TestLastYearOnThePage gives a report its last year's later: a wrong document, the
// right one, a report that is there, and none.
func TestLastYearOnThePage(t *testing.T) {
	s := newService(t)
	s.report("2024年工作总结", "workreport", s.example())
	id := s.report("2026年工作总结", "workreport", nil)
	b := s.sit(t, "李会计", id)
	b.fillIn("revenue", "218.46")
	b.drop("无关.docx", filltest.Docx("别的文档。"))
	b.until("what is wrong is told in the dialog", `document.getElementById('last').open && document.querySelector('#last .fault li') !== null`)
	b.shot("compare-refused")
	if got := s.previousOf(id); got != "" {
		t.Errorf("a wrong document makes it compared with %q", got)
	}
	b.drop("2025年工作总结.docx", s.lastYears())
	b.see(`.notice`)
	if got, want := eval[string](b, `document.querySelector('.notice p').textContent`), "已对照“2025年工作总结”：上年数 100 项，共 100 项。"; got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	if got := b.lastBeside("revenue"); !strings.HasPrefix(got, "上年 ") {
		t.Errorf("beside the revenue stands %q", got)
	}
	if got, want := s.held(id, "revenue"), "218.46"; got != want {
		t.Errorf("the revenue that was filled in is %q, want %q", got, want)
	}
	b.activate(`#compare`)
	b.until("there are reports to choose from", `document.querySelectorAll('#last-report option').length === 2`)
	b.choose("last-report", eval[string](b, `[...document.querySelectorAll('#last-report option')].find(o => o.textContent === '2024年工作总结').value`))
	b.activate(`#pick-last button`)
	b.do(chromedp.WaitVisible(chromedp.CSS(`#sheet[data-previous-title="2024年工作总结"]`)))
	b.ready()
	b.activate(`#compare`)
	b.activate(`#last-none`)
	b.see(`#sheet[data-previous=""]`)
	if got := b.lastBeside("revenue"); got != "" || s.previousOf(id) != "" {
		t.Errorf("compared with nothing, beside the revenue stands %q", got)
	}
}

// TestLastYearIsRefused tells in the dialog why a report cannot be last year's.
func TestLastYearIsRefused(t *testing.T) {
	s := newService(t)
	last := s.report("2024年", "workreport", nil)
	middle := s.report("2025年", "workreport", nil, last)
	s.report("2026年", "workreport", nil, middle)
	b := s.sit(t, "李会计", last)
	b.activate(`#compare`)
	b.until("those that name it are not offered", `document.querySelectorAll('#last-report option').length === 1`)
	b.activate(`#pick-last button`)
	b.until("the reason is told", `document.getElementById('last-fault').textContent.includes('另选一份')`)
	b.press(kb.Escape)
	b.until("the focus is back", `!document.getElementById('last').open && document.activeElement.id === 'compare'`)
}

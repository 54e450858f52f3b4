package webtest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
	"reportfill/templates"
)

// asked is what the dialog before a deletion says.
func (b *browser) asked() string {
	b.t.Helper()
	b.see(`#erase .actions`)
	return eval[string](b, `document.querySelector('#erase').innerText`)
}

// erase opens the dialog by the button and says yes, all by keyboard.
func (b *browser) erase(button string) {
	b.t.Helper()
	b.activate(button)
	b.asked()
	b.activate(`#erase .danger`)
}

// gone waits for the word of the list, a page of the name, that something is deleted.
func (b *browser) gone(page, words string) {
	b.t.Helper()
	b.see(chromedp.CSS(".page-" + page + " #said:not(:empty)"))
	if got := eval[string](b, `document.getElementById('said').textContent`); got != words {
		b.t.Errorf("the list says %q, want %q", got, words)
	}
}

// TestDeleteReport deletes a report from its page: not by a slip of the keys, not
// over what a colleague has just filled in, and then for good.
func TestDeleteReport(t *testing.T) {
	s := newService(t)
	id := s.report("误建的报告", "workreport", fill.Values{text("city", "淮州")})
	b := s.sit(t, "李会计", id)
	b.fillIn("revenue", "218.46")
	b.activate(`#erase-report`)
	if got := b.asked(); !strings.Contains(got, "误建的报告") || !strings.Contains(got, "2 项数据") {
		t.Errorf("the dialog says %q", got)
	}
	b.shot("delete-report")
	b.press(kb.Enter) // the focus is on the button that keeps it
	b.until("the dialog is closed and the focus is back", `!document.getElementById('erase').open && document.activeElement.id === 'erase-report'`)

	b.activate(`#erase-report`)
	b.asked()
	s.set(id, "revenue_rank", "5")
	b.activate(`#erase .danger`)
	b.until("what a colleague has filled in is told", `document.querySelector('#erase .warning') !== null`)
	if got := b.asked(); !strings.Contains(got, "3 项数据") {
		t.Errorf("after a colleague's change the dialog says %q", got)
	}
	b.activate(`#erase .danger`)
	b.gone("reports", "已删除报告“误建的报告”。")
	b.shot("deleted-report")
	if _, err := s.reports.Get(context.Background(), id); !errors.Is(err, templates.ErrNotFound) {
		t.Errorf("the report is still there: %v", err)
	}
	if got := eval[int](b, `Object.keys(localStorage).length`); got != 0 {
		t.Errorf("the browser keeps %d things of a report that is gone", got)
	}
	b.do(chromedp.Reload())
	b.until("the word is told once", `document.getElementById('said')?.textContent === ''`)
}

// TestDeleteReportThatIsNeeded is told why last year's report stays.
func TestDeleteReportThatIsNeeded(t *testing.T) {
	s := newService(t)
	last := s.report("上年", "workreport", nil)
	s.report("今年", "workreport", nil, last)
	b := s.sit(t, "李会计", last)
	b.erase(`#erase-report`)
	b.until("the reason is told", `document.querySelector('#erase .fault')?.textContent.includes('上年报告')`)
	if eval[bool](b, `document.querySelector('#erase .danger') !== null`) {
		t.Error("what was refused is offered again")
	}
	s.cut.Store("all")
	b.press(kb.Enter)
	b.activate(`#erase-report`)
	b.until("a lost connection is told", `document.querySelector('#erase .fault')?.textContent.includes('无法连接')`)
}

// TestDeleteIsForClerks holds who has the button, and that nobody has it on a final
// report.
func TestDeleteIsForClerks(t *testing.T) {
	s := newService(t)
	open, final := s.report("填报中", "workreport", nil), s.report("定稿", "workreport", s.example())
	s.finalize(final)
	for _, look := range []struct {
		role   templates.Role
		report string
		want   bool
	}{{templates.RoleClerk, open, true}, {templates.RoleAdmin, open, true}, {templates.RoleSystem, open, false}, {templates.RoleAdmin, final, false}} {
		b := newBrowser(t, "zh-CN", desktop)
		b.signIn(s, s.token("某人", look.role), "/reports/"+look.report)
		b.see(`#sheet`)
		if got := eval[bool](b, `document.getElementById('erase-report') !== null`); got != look.want {
			t.Errorf("%s at %s has the button: %v, want %v", look.role, look.report, got, look.want)
		}
	}
}

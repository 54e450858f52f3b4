package webtest

import (
	"context"
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
	"reportfill/templates"
)

// but is the example without a field.
func (s *service) but(field string) fill.Values {
	s.t.Helper()
	return slices.DeleteFunc(s.example(), func(e fill.Entry) bool { return e.Name == field })
}

// TestStatusFollows shows that nothing is left to fill in, and that something is again.
func TestStatusFollows(t *testing.T) {
	s := newService(t)
	b := s.sit(t, "李会计", s.report("状态", "workreport", s.but("tax_cuts")))
	b.until("it is being filled in", `document.getElementById('status').textContent === '填报中'`)
	b.fillIn("tax_cuts", "5")
	b.until("it can be made final", `document.getElementById('status').matches('.complete') && document.getElementById('status').textContent === '待定稿'`)
	b.replace("")
	b.until("it can no more", `document.getElementById('status').matches('.draft') && document.getElementById('status').textContent === '填报中'`)
}

// shut waits until the page tells that its report takes nothing any more, and holds
// that it takes nothing either.
func (b *browser) shut(words string) {
	b.t.Helper()
	b.until("it is told: "+words, `document.getElementById('connection').textContent.startsWith('`+words+`')`)
	if got := eval[string](b, `document.getElementById('saved').textContent + Object.keys(localStorage).join()`); got != "" {
		b.t.Errorf("of values that nobody will take the page says or keeps %q", got)
	}
	if eval[bool](b, `[...document.querySelectorAll('[data-f]')].some(i => !i.readOnly)`) {
		b.t.Error("something can still be typed")
	}
}

// TestFinalMeanwhile has a colleague make a report final while a clerk types.
func TestFinalMeanwhile(t *testing.T) {
	s := newService(t)
	id := s.report("定稿", "workreport", s.example())
	b := s.sit(t, "李会计", id)
	s.cut.Store("saving")
	b.fillIn("revenue", "218.46")
	s.finalize(id)
	s.cut.Store("")
	b.shut("报告已定稿，不能再改。您最后填的 1 处未能保存。")
	b.until("the status says so", `document.getElementById('status').textContent === '已定稿'`)
	b.shot("final-meanwhile")
	b.activate(`#finalize`)
	b.until("the dialog says so", `document.querySelector('#final p')?.textContent.includes('已定稿')`)
	if eval[bool](b, `document.querySelector('#final .primary') !== null`) {
		t.Error("a final report can be made final")
	}
}

// TestDeletedMeanwhile has a colleague delete a report that is open elsewhere.
func TestDeletedMeanwhile(t *testing.T) {
	s := newService(t)
	for _, typing := range []bool{false, true} {
		id := s.report("误建", "workreport", nil)
		b := s.sit(t, "李会计", id)
		if err := s.reports.Delete(context.Background(), id, 0); err != nil {
			t.Fatal(err)
		}
		if typing {
			b.fillIn("revenue", "218.46")
		}
		b.shut("报告已被删除。")
		b.activate(`#connection a`)
		b.see(`.page-reports h1`)
	}
}

// TestFinalizeAsksFirst holds that Enter, pressed twice, makes nothing final.
func TestFinalizeAsksFirst(t *testing.T) {
	s := newService(t)
	id := s.report("齐全", "workreport", s.example())
	b := s.sit(t, "李会计", id)
	b.activate(`#finalize`)
	b.see(`#final .primary`)
	b.press(kb.Enter)
	b.until("the dialog is closed and the focus is back", `!document.getElementById('final').open && document.activeElement.id === 'finalize'`)
	state, err := s.reports.Get(context.Background(), id)
	if err != nil || state.Report.Status == templates.StatusFinal {
		t.Errorf("the report is %s, %v", state.Report.Status, err)
	}
}

// TestListIsFreshOnTheWayBack goes back to the list from a report that is final since.
func TestListIsFreshOnTheWayBack(t *testing.T) {
	s := newService(t)
	id := s.report("齐全", "workreport", s.example())
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports")
	b.ready()
	s.finalize(id)
	eval[any](b, `void dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))`)
	b.see(`.list .badge.final`)
}

// TestTwoFinalizeAtOnce has both clerks' question open: the second is told.
func TestTwoFinalizeAtOnce(t *testing.T) {
	s := newService(t)
	id := s.report("同时定稿", "workreport", s.example())
	li, zhao := s.sit(t, "李会计", id), s.sit(t, "赵会计", id)
	for _, b := range []*browser{li, zhao} {
		b.activate(`#finalize`)
		b.see(`#final .primary`)
	}
	li.activate(`#final .primary`)
	li.see(`.sealed`)
	zhao.activate(`#final .primary`)
	zhao.until("the second is told", `document.querySelector('#final .fault')?.textContent.includes('定稿')`)
	zhao.shot("final-twice")
	zhao.press(kb.Escape)
	zhao.shut("报告已定稿，不能再改。")
}

// TestDownloadWithoutConnection stays on the page, which tells why.
func TestDownloadWithoutConnection(t *testing.T) {
	s := newService(t)
	b := s.sit(t, "李会计", s.report("断线下载", "workreport", nil))
	s.cut.Store("all")
	b.fillIn("revenue", "218.46")
	eval[any](b, `void navigation.addEventListener('navigate', () => { window.left = true; })`)
	b.activate(`#download`)
	b.until("the lost connection is told", `!document.getElementById('connection').hidden`)
	if eval[bool](b, `'left' in window`) {
		t.Error("the page is left for one that the browser cannot reach")
	}
}

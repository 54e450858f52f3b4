package webtest

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"

	"reportfill/fill"
	"reportfill/templates"
)

// sit opens a report as a clerk of the name.
func (s *service) sit(t *testing.T, name, report string) *browser {
	t.Helper()
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token(name, templates.RoleClerk), "/reports/"+report)
	b.until("the page is ready", `performance.getEntriesByName('ready').length > 0`)
	return b
}

// place is the selector of a field's first input.
func place(field string) string { return `document.querySelector('[data-f="` + field + `"]')` }

// fillIn types a text into the first place of a field.
func (b *browser) fillIn(field, text string) {
	b.t.Helper()
	b.focusOn(`[data-f="` + field + `"]`)
	b.replace(text)
}

// held is what the service holds of a field.
func (s *service) held(report, field string) string {
	s.t.Helper()
	state, err := s.reports.Get(context.Background(), report)
	if err != nil {
		s.t.Fatal(err)
	}
	v, _ := state.Report.Payload().Get(field)
	return v.Text
}

func TestTwoBrowsersInOneReport(t *testing.T) {
	s := newService(t)
	id := s.report("两人同填", "workreport", nil)
	li, zhao := s.sit(t, "李会计", id), s.sit(t, "赵会计", id)

	li.fillIn("revenue", "218.46")
	zhao.until("the other's value is there", place("revenue")+`.value === '218.46'`)
	zhao.focusOn(`[data-f="revenue"]`)
	zhao.until("the note tells who set it", `document.getElementById('note').textContent.includes('李会计')`)

	zhao.fillIn("revenue_rank", "5")
	li.until("the other's value is there", place("revenue_rank")+`.value === '5'`)

	zhao.fillIn("revenue", "219")
	li.until("the last writer wins", place("revenue")+`.value === '219'`)
	li.until("the loser is told", `document.getElementById('notices').textContent.includes('赵会计 将“财政收入”由 218.46 改为 219')`)
	li.shot("overwritten")
	li.activate(`.notice .actions button`)
	zhao.until("the loser's value comes back", place("revenue")+`.value === '218.46'`)
}

func TestTypingIsNotOverwritten(t *testing.T) {
	s := newService(t)
	id := s.report("不覆盖", "workreport", nil)
	li := s.sit(t, "李会计", id)
	s.cut.Store("saving")
	li.fillIn("revenue", "218")
	s.set(id, "revenue", "300")
	li.until("the other's change is told", `document.getElementById('notices').textContent.includes('改为 300')`)
	li.press(".46")
	if got, want := eval[string](li, place("revenue")+`.value`), "218.46"; got != want {
		t.Errorf("what is being typed is %q, want %q", got, want)
	}
	s.cut.Store("")
	li.settle()
	if got, want := s.held(id, "revenue"), "218.46"; got != want {
		t.Errorf("the service holds %q, want %q of the last writer", got, want)
	}
}

// set sets a value as another clerk does.
func (s *service) set(report, field, value string) {
	s.t.Helper()
	if _, err := s.reports.Patch(context.Background(), colleague, report, 0, fill.Values{text(field, value)}); err != nil {
		s.t.Fatal(err)
	}
}

func TestReloadLosesNoKeystroke(t *testing.T) {
	s := newService(t)
	id := s.report("断线重载", "workreport", nil)
	b := s.sit(t, "李会计", id)
	s.cut.Store("saving")
	b.fillIn("revenue", "218.46")
	b.fillIn("revenue_rank", "5")
	b.until("the lost connection is told", `!document.getElementById('connection').hidden`)
	s.set(id, "revenue_rank", "6")

	b.do(chromedp.Reload())
	b.until("what was typed is there again", place("revenue")+`.value === '218.46'`)
	b.until("what another changed is asked about", `document.getElementById('notices').textContent.includes('您离线时填的 5 尚未上传')`)
	s.cut.Store("")
	b.settle()
	if got, want := s.held(id, "revenue"), "218.46"; got != want {
		t.Errorf("the service holds %q, want %q", got, want)
	}
	if got, want := s.held(id, "revenue_rank"), "6"; got != want {
		t.Errorf("the service holds %q, want the other's %q until the clerk decides", got, want)
	}
}

// revokeAll ends every session.
func (s *service) revokeAll() {
	s.t.Helper()
	tokens, err := s.access.Tokens(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, t := range tokens {
		if err := s.access.Revoke(context.Background(), t.ID); err != nil {
			s.t.Fatal(err)
		}
	}
}

func TestEndedSession(t *testing.T) {
	s := newService(t)
	id := s.report("登录过期", "workreport", nil)
	b := s.sit(t, "李会计", id)
	s.revokeAll()
	b.fillIn("revenue", "218.46")
	b.until("the ended session is told", `document.querySelector('#connection a[href^="/sign-in"]') !== null`)
	b.activate(`#connection a`)
	b.do(chromedp.SendKeys(chromedp.CSS(`#token`), s.token("李会计", templates.RoleClerk)+"\r"))
	b.see(`#sheet`)
	b.until("what was typed is sent", `document.getElementById('saved').textContent === '已全部保存'`)
	if got, want := s.held(id, "revenue"), "218.46"; got != want {
		t.Errorf("the service holds %q, want %q", got, want)
	}
}

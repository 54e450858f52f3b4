package webtest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/templates"
)

// outage is how long the clerk's connection is lost.
const outage = 10 * time.Second

// TestClerksHour is a clerk at the end of December: signs in, begins a report,
// fills all of it by keyboard, mends an error and a warning, loses the connection,
// makes it final and downloads it.
func TestClerksHour(t *testing.T) {
	s := newService(t)
	want := byField(s.example())
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports/new")
	b.tabTo(`#title`)
	b.enter("市财政局2026年度工作总结")
	b.press(kb.Enter)
	b.see(`#sheet`)
	b.ready()

	hour := &clerksHour{browser: b, service: s, want: want}
	b.tabTo(`[data-f]`)
	for filled := map[string]bool{}; ; {
		field := b.focus()
		if filled[field] {
			break // Enter found no other gap and stayed
		}
		filled[field] = true
		hour.fill(field)
		b.press(kb.Enter)
	}
	if !hour.erred || !hour.warned || !hour.lost {
		t.Fatalf("the hour passed without its error (%v), warning (%v) or outage (%v)", hour.erred, hour.warned, hour.lost)
	}
	b.settle()
	b.until("all fields are counted", `document.getElementById('count').textContent === '100/100'`)
	b.shot("clerk-filled")
	hour.finalize()
	hour.compare(b.download())
}

type clerksHour struct {
	*browser
	service             *service
	want                map[string]string
	erred, warned, lost bool
}

// fill types the value of a field, and what goes wrong at three of them.
func (h *clerksHour) fill(field string) {
	h.t.Helper()
	switch field {
	case "revenue_decline":
		h.enter("-" + h.want[field])
		h.until("the sign is told", `document.activeElement.getAttribute('aria-invalid') === 'true'`)
		h.expectMessage("下降")
		h.shot("clerk-error")
		h.replace(h.want[field])
		h.until("the error is gone", `!document.activeElement.hasAttribute('aria-invalid')`)
		h.erred = true
	case "bridge_companies_to_date":
		h.enter("1")
		h.until("the warning is told", `document.activeElement.classList.contains('doubt')`)
		h.expectMessage("累计")
		h.replace(h.want[field])
		h.until("the warning is gone", `!document.activeElement.classList.contains('doubt')`)
		h.warned = true
	case "resumption_policies":
		h.loseConnection(field)
	default:
		h.enter(h.want[field])
	}
}

// expectMessage wants words in the message that the focused input is described by.
func (h *clerksHour) expectMessage(words string) {
	h.t.Helper()
	got := eval[string](h.browser, `document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent`)
	if !strings.Contains(got, words) {
		h.t.Errorf("the message is %q, want one with %q", got, words)
	}
}

// loseConnection fills fields while nothing reaches the service.
func (h *clerksHour) loseConnection(field string) {
	h.t.Helper()
	h.settle()
	h.service.cut.Store("all")
	lost := time.Now()
	h.enter(h.want[field])
	h.until("the lost connection is told", `!document.getElementById('connection').hidden`)
	for range 3 {
		h.press(kb.Enter)
		h.enter(h.want[h.focus()])
	}
	h.shot("clerk-offline")
	time.Sleep(outage - time.Since(lost))
	h.service.cut.Store("")
	h.settle()
	h.until("the banner leaves", `document.getElementById('connection').hidden`)
	h.lost = true
}

func (h *clerksHour) finalize() {
	h.t.Helper()
	h.focusOn(`#finalize`)
	h.press(kb.Enter)
	h.see(`#final .primary`)
	h.tabTo(`#final .primary`)
	h.shot("clerk-finalize")
	h.press(kb.Enter)
	h.see(`.sealed`)
	h.shot("clerk-final")
}

// compare holds the text of the document against that of the draft with each
// value in its place.
func (h *clerksHour) compare(docx []byte) {
	h.t.Helper()
	c, err := h.service.library.Compiled(context.Background(), templates.Ref{ID: "workreport"})
	if err != nil {
		h.t.Fatal(err)
	}
	filled, err := fill.Open(docx, fill.Limits{})
	if err != nil {
		h.t.Fatal(err)
	}
	got, err := c.Fill.Extract(filled)
	if err != nil {
		h.t.Fatal(err)
	}
	texts, err := c.Fill.Texts(got)
	if err != nil {
		h.t.Fatal(err)
	}
	want, err := c.Fill.Texts(h.service.example())
	if err != nil {
		h.t.Fatal(err)
	}
	if len(texts) != 120 {
		h.t.Errorf("the document holds %d values, want 120", len(texts))
	}
	if diff := cmp.Diff(want, texts); diff != "" {
		h.t.Errorf("values in the document (-want +got):\n%s", diff)
	}
}

func byField(vs fill.Values) map[string]string {
	out := make(map[string]string, len(vs))
	for _, e := range vs {
		out[e.Name] = e.Value.Text
	}
	return out
}

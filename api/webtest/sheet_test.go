package webtest

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
)

// paste puts a text on the focus as the clipboard does.
func (b *browser) paste(clip string) {
	b.t.Helper()
	eval[bool](b, pasting(clip))
}

func TestPasteColumn(t *testing.T) {
	s := newService(t)
	id := s.report("粘贴", "workreport", nil)
	b := s.sit(t, "李会计", id)
	b.fillIn("poverty_fund_central", "1")
	b.paste("8.36\r\n4.72\r\n\r\n\"3.48\"\r\n")
	b.settle()
	for field, want := range map[string]string{
		"poverty_fund_central": "8.36", "poverty_fund_provincial": "4.72", "poverty_fund_municipal": "", "poverty_fund_county": "3.48",
	} {
		if got := s.held(id, field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	eval[any](b, `document.querySelector('.notice .actions button').click()`)
	b.settle()
	if got, want := s.held(id, "poverty_fund_central")+s.held(id, "poverty_fund_county"), "1"; got != want {
		t.Errorf("after undoing, the service holds %q, want %q", got, want)
	}
}

func TestOneValueInAllItsPlaces(t *testing.T) {
	s := newService(t)
	b := s.sit(t, "李会计", s.report("多处", "workreport", nil))
	b.fillIn("report_year", "2026")
	got := eval[[]string](b, `[...document.querySelectorAll('[data-f=report_year]')].map(i => i.value)`)
	if want := slices.Repeat([]string{"2026"}, 7); !slices.Equal(got, want) {
		t.Errorf("the places show %q, want %q", got, want)
	}
}

func TestComputedValue(t *testing.T) {
	s := newService(t)
	id := s.report("计算", "workreport", fill.Values{
		text("poverty_fund_central", "8.36"), text("poverty_fund_provincial", "4.72"), text("poverty_fund_municipal", "2.15"),
	})
	b := s.sit(t, "李会计", id)
	total := place("poverty_fund")
	b.fillIn("poverty_fund_county", "3.48")
	b.until("the total is worked out", total+`.placeholder === '18.71'`)
	b.fillIn("poverty_fund", "12")
	b.until("the difference is told, with both figures", total+`.getAttribute('aria-invalid') === 'true' &&
		/12\.00.*18\.71/.test(document.querySelector('.faults').textContent)`)
	b.press("a", kb.ModifierCtrl)
	b.press(kb.Backspace)
	b.until("the computed value is back", `!`+total+`.hasAttribute('aria-invalid') && `+total+`.placeholder === '18.71'`)
}

func TestDraftDownload(t *testing.T) {
	s := newService(t)
	b := s.sit(t, "李会计", s.report("草稿", "workreport", fill.Values{text("revenue", "abc"), text("revenue_rank", "5")}))
	b.fillIn("revenue_growth_rank", "9") // not yet saved when the download is asked for
	p, err := fill.Open(b.download(), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(p.Placeholders()), 118; got != want {
		t.Errorf("the draft has %d gaps, want %d: two values are sound", got, want)
	}
}

func TestFinalizeLeadsToTheGaps(t *testing.T) {
	s := newService(t)
	values := s.example()
	gap := slices.IndexFunc(values, func(e fill.Entry) bool { return e.Name == "tax_cuts" })
	b := s.sit(t, "李会计", s.report("有空缺", "workreport", slices.Delete(values, gap, gap+1)))
	b.activate(`#finalize`)
	b.see(`#final ol a`)
	if got, want := eval[string](b, `[...document.querySelectorAll('#final ol a')].map(a => a.textContent).join()`), "新增减税降费"; got != want {
		t.Errorf("the dialog lists %q, want %q", got, want)
	}
	if eval[bool](b, `document.querySelector('#final .primary') !== null`) {
		t.Error("a report with a gap can be made final")
	}
	b.activate(`#final ol a`)
	b.until("the focus is in the gap", `document.activeElement.dataset.f === 'tax_cuts'`)
	if eval[bool](b, `document.getElementById('final').open`) {
		t.Error("the dialog stays over the gap")
	}
}

package webtest

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
)

// TestComposing holds that what an input method composes is sent when it is done,
// however long that takes: pinyin is nobody's value.
func TestComposing(t *testing.T) {
	s := newService(t)
	id := s.report("输入法", "workreport", nil)
	b := s.sit(t, "李会计", id)
	eval[any](b, `(() => {
		const send = window.fetch;
		window.sent = [];
		window.fetch = (path, how) => {
			if (how.method === 'PATCH') sent.push(how.body);
			return send(path, how);
		};
		return null;
	})()`)
	b.focusOn(`[data-f="city"]`)
	call(b, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "huai'zhou", SelectionStart: 9, SelectionEnd: 9})
	eval[any](b, `(() => { dispatchEvent(new Event('online')); return new Promise((done) => setTimeout(done)); })()`) // it would be sent now
	call(b, input.InsertText, input.InsertTextParams{Text: "淮州"})
	b.settle()
	if got, want := eval[string](b, `sent.join()`), `{"values":{"city":"淮州"}}`; got != want {
		t.Errorf("the page sends %s, want %s", got, want)
	}
	if got, want := s.held(id, "city"), "淮州"; got != want {
		t.Errorf("the service holds %q, want %q", got, want)
	}
}

// TestSeveralLines holds that a value of several lines keeps them, wherever it comes
// from while the page is open.
func TestSeveralLines(t *testing.T) {
	s := newService(t)
	id := s.report("多行", "workreport", nil)
	b := s.sit(t, "李会计", id)
	s.set(id, "city", "淮州\n海州")
	b.until("the lines are there", place("city")+`.value === '淮州\n海州'`)
	b.focusOn(`[data-f="city"]`)
	b.enter("等")
	b.settle()
	if got, want := s.held(id, "city"), "淮州\n海州等"; got != want {
		t.Errorf("the service holds %q, want %q", got, want)
	}
	b.shot("several-lines")
	if eval[bool](b, pasting("一\r\n二")) {
		t.Error("lines that are pasted among lines go to other places")
	}
}

// TestLongText shows a long text whole, on the page and on paper: given before the
// page was opened, and typed there.
func TestLongText(t *testing.T) {
	s := newService(t)
	s.template("plain", "文字", "会议由XX主持，听取了XX的汇报，收入X亿元。")
	words := strings.Repeat("认真贯彻落实决策部署，", 8)
	b := s.sit(t, "李会计", s.report("长文字", "plain", fill.Values{text("x1", words)}))
	b.focusOn(`#p2`)
	b.enter(words)
	b.press(kb.Enter)
	b.until("the focus is in the next gap", `document.activeElement.id === 'p3'`)
	b.until("what was typed is whole", `document.getElementById('p2').localName === 'textarea'`)
	b.settle()
	for _, media := range []string{"", "print"} {
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media})
		hidden := eval[[]string](b, `[...document.querySelectorAll('#p1, #p2')].filter(i => i.scrollWidth > i.clientWidth || i.scrollHeight > i.clientHeight + 2).map(i => i.id)`)
		if len(hidden) > 0 {
			t.Errorf("%q: %q hide some of their text", media, hidden)
		}
		if got := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
			t.Errorf("%q: what stands behind is %d px beyond the edge", media, got)
		}
		b.shot("long-text-" + media)
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
	b.focusOn(`#p2`)
	b.press(kb.Enter)
	b.until("the gaps are gone on from there", `document.activeElement.id === 'p3'`)
}

// pasting is a script that pastes a text and tells whether the page took it over
// from the browser.
func pasting(clip string) string {
	return `(() => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', ` + strconv.Quote(clip) + `);
		return !document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
	})()`
}

// TestPasteBeyondTheEnd tells how many values found no place; blank cells are none.
func TestPasteBeyondTheEnd(t *testing.T) {
	s := newService(t)
	s.template("two", "两处", "收入X亿元，支出X亿元。")
	b := s.sit(t, "李会计", s.report("粘贴", "two", nil))
	b.focusOn(`#p1`)
	b.paste("1,234.50\t９.５\r\n7\t\r\n\t\r\n")
	b.until("what found no place is told", `document.getElementById('notices').textContent.includes('已粘贴 2 处') && document.getElementById('notices').textContent.includes('另有 1 个值没有位置')`)
	b.settle()
	if got, want := eval[string](b, `[...document.querySelectorAll('[data-f]')].map(i => i.value + i.hasAttribute('aria-invalid')).join(' ')`), "1,234.50false ９.５false"; got != want {
		t.Errorf("the places show %q, want %q", got, want)
	}
}

// TestPasteOneCell leaves one cell to the browser, whatever blank lines follow it.
func TestPasteOneCell(t *testing.T) {
	s := newService(t)
	b := s.sit(t, "李会计", s.report("粘贴", "workreport", nil))
	b.focusOn(`[data-f="revenue"]`)
	for _, clip := range []string{"1,234.50\r\n", "８.３６\r\n\r\n", "3.2%\n"} {
		if eval[bool](b, pasting(clip)) {
			t.Errorf("%q is spread over places", clip)
		}
	}
}

package webtest

import (
	"unicode/utf8"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// enter types a text at the focus: by keys, or as an input method commits it
// where no key has the character.
func (b *browser) enter(text string) {
	b.t.Helper()
	if len(text) == utf8.RuneCountInString(text) {
		b.press(text)
		return
	}
	call(b, input.InsertText, input.InsertTextParams{Text: text})
}

// replace types a text over what stands at the focus.
func (b *browser) replace(text string) {
	b.t.Helper()
	b.press("a", kb.ModifierCtrl)
	b.press(kb.Backspace)
	b.enter(text)
}

// focus is the field that has the focus; empty for anything else.
func (b *browser) focus() string {
	b.t.Helper()
	return eval[string](b, `document.activeElement.dataset.f || ''`)
}

// focusOn gives what a selector finds the focus, as soon as it can have it: what is
// hidden or disabled as yet cannot, and a key meant for it would go elsewhere.
func (b *browser) focusOn(css string) {
	b.t.Helper()
	b.until(css+" has the focus", `(() => {
		const wanted = document.querySelector(`+"`"+css+"`"+`);
		wanted?.focus();
		return wanted !== null && document.activeElement === wanted;
	})()`)
}

// tabTo presses Tab until the focus matches a selector.
func (b *browser) tabTo(css string) {
	b.t.Helper()
	for range 400 {
		if eval[bool](b, `document.activeElement.matches(`+"`"+css+"`"+`)`) {
			return
		}
		b.press(kb.Tab)
	}
	b.t.Fatalf("Tab never comes to %s", css)
}

// settle waits until the service has everything.
func (b *browser) settle() {
	b.t.Helper()
	b.until("everything is saved", `['已全部保存', 'All saved'].includes(document.getElementById('saved').textContent)`)
}

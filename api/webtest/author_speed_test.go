package webtest

import (
	"strings"
	"testing"
)

// TestAuthorTypesInThreeThousand measures what an author's key press costs the page of a
// draft with 3,000 placeholders, layout included.
func TestAuthorTypesInThreeThousand(t *testing.T) {
	s := newService(t)
	long := s.longTemplate(3000)
	b := s.work(t, "何主任", "/templates/"+long)
	o := b.opening()
	b.mark(1500)
	b.focusOn(`#member-owner`)
	for range 10 {
		b.enter("a1")
	}
	if got, want := eval[string](b, `document.getElementById('member-owner').value`), strings.Repeat("a1", 10); got != want {
		t.Fatalf("what was typed is %q, want %q", got, want)
	}
	press := eval[float64](b, `(() => {
		const times = [], input = document.getElementById('member-owner');
		for (let i = 0; i < 20; i++) {
			const start = performance.now();
			input.value += 'b';
			input.dispatchEvent(new Event('input', {bubbles: true}));
			document.body.offsetHeight; // lays the page out
			times.push(performance.now() - start);
		}
		return times.sort((a, b) => a - b)[10];
	})()`)
	t.Logf("opens in %.0f ms (answer %.0f, parsed %.0f), %d bytes of HTML; an edit takes %.1f ms", o.Ready, o.Response, o.Parsed, o.Bytes, press)
	if press > mostTyping && !underRace {
		t.Errorf("an edit takes %.0f ms, want at most %d", press, mostTyping)
	}
}

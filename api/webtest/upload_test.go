package webtest

import (
	"testing"

	"github.com/chromedp/chromedp/kb"

	"reportfill/fill/filltest"
)

// named waits until the page asks for the name of the draft that was dropped, with
// the focus where it is typed.
func (b *browser) named() {
	b.t.Helper()
	b.until("the naming has the focus", `document.activeElement.id === 'title' && !document.getElementById('drop').hasAttribute('aria-busy')`)
}

// TestUploadIsCancelled leaves uploads that hang: of a draft that is read, by the
// button; of one that is named, by Escape, which then leaves the naming too.
func TestUploadIsCancelled(t *testing.T) {
	s := newService(t)
	b := s.work(t, "何主任", "/templates")
	s.cut.Store("sending")
	b.drop("2026年度工作总结.docx", filltest.Docx(draftText...))
	s.hanging(1)
	b.activate(`#drop-state .stop`)
	left := `!document.getElementById('drop').hasAttribute('aria-busy') && document.getElementById('drop-state').textContent === '' && `
	b.until("the draft is left", left+`document.activeElement.id === 'docx'`)
	s.hanging(0)

	s.cut.Store("")
	b.drop("2026年度工作总结.docx", filltest.Docx(draftText...))
	b.named()
	b.replace("年度总结")
	s.cut.Store("sending")
	b.press(kb.Enter)
	b.until("the upload can be left", `document.querySelector('#drop-state .stop') !== null`)
	b.shot("author-uploading")
	b.press(kb.Escape)
	b.until("the upload is left, the naming is not", left+`document.activeElement.id === 'title' && document.activeElement.value === '年度总结'`)
	b.press(kb.Escape)
	b.until("the naming is left", `document.getElementById('naming').offsetHeight === 0 && document.activeElement.id === 'docx'`)
}

// TestLastYearsUploadIsCancelled closes the dialog while last year's document hangs:
// the page stays, and takes another.
func TestLastYearsUploadIsCancelled(t *testing.T) {
	s := newService(t)
	id := s.report("2026年工作总结", "workreport", nil)
	b := s.sit(t, "李会计", id)
	s.cut.Store("sending")
	b.activate(`#compare`)
	b.drop("2025年工作总结.docx", s.lastYears())
	b.until("it is being sent", `document.querySelector('#drop-last .stop') !== null`)
	b.press(kb.Escape)
	b.until("the upload is left", `!document.getElementById('last').open && !document.getElementById('drop-last').hasAttribute('aria-busy')`)
	s.cut.Store("")
	b.drop("2025年工作总结.docx", s.lastYears())
	b.see(`.notice`)
	if got, want := s.previousOf(id), "2025年工作总结"; got != want {
		t.Errorf("it is compared with %q, want %q", got, want)
	}
}

// TestEndedSessionIsToldToPeople holds that a dialog does not tell a clerk of headers.
func TestEndedSessionIsToldToPeople(t *testing.T) {
	s := newService(t)
	b := s.sit(t, "李会计", s.report("登录过期", "workreport", nil))
	s.revokeAll()
	b.activate(`#erase-report`)
	b.until("the ended session is told", `document.querySelector('#erase .fault')?.textContent.includes('请重新登录')`)
}

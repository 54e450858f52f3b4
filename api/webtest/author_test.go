package webtest

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

// drop drops a file onto the page.
func (b *browser) drop(name string, data []byte) {
	b.t.Helper()
	eval[any](b, `(() => {
		const dataTransfer = new DataTransfer();
		const bytes = Uint8Array.from(atob('`+base64.StdEncoding.EncodeToString(data)+`'), c => c.charCodeAt(0));
		dataTransfer.items.add(new File([bytes], '`+name+`'));
		document.body.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
		return null;
	})()`)
}

// work opens a template as an author of the name, and waits for the script.
func (s *service) work(t *testing.T, name, path string) *browser {
	t.Helper()
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token(name, templates.RoleAuthor), "/templates")
	b.open(s.url + path)
	b.ready()
	return b
}

func (b *browser) ready() {
	b.t.Helper()
	b.until("the page is ready", `performance.getEntriesByName('ready').length > 0`)
}

// activate focuses what a selector finds, a button or a link, and presses Enter.
func (b *browser) activate(css string) {
	b.t.Helper()
	b.focusOn(css)
	b.press(kb.Enter)
}

// mark chooses a placeholder in the text, and waits until the panel is about it.
func (b *browser) mark(number int) {
	b.t.Helper()
	b.activate(fmt.Sprintf("#p%d", number))
	b.until("the place is chosen", fmt.Sprintf("document.querySelector('.m[aria-current]')?.id === 'p%[1]d' && /^\\D*%[1]d\\D*$/.test(document.querySelector('.panel-head h2')?.textContent)", number))
}

// publish publishes what the author has changed, and waits for the new version.
func (b *browser) publish(version string) {
	b.t.Helper()
	b.activate(`#publish`)
	b.see(`#dialog .differences`)
	b.shot("author-publish")
	b.tabTo(`#dialog .primary`)
	b.press(kb.Enter)
	b.see(chromedp.CSS(`.toolbar[data-version="` + version + `"]`))
	b.ready()
}

// TestAuthorsHour is an author who has a draft and nothing else: drops it, names
// three fields, accepts a total, publishes, and an office system fills it.
func TestAuthorsHour(t *testing.T) {
	s := newService(t)
	secret := s.token("何主任", templates.RoleAuthor)
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, secret, "/")
	b.see(`#drop`)
	b.ready()
	b.drop("草稿.doc", []byte("x"))
	b.until("another format is told", `document.getElementById('drop-state').textContent.includes('另存为')`)
	b.drop("草稿.docx", []byte("no package"))
	b.until("a broken draft is told", `document.getElementById('drop-state').textContent.includes('不是 .docx 文件')`)
	b.shot("author-refused")
	b.drop("2026年度工作总结.docx", filltest.Docx(draftText...))
	b.named()
	b.press(kb.Enter) // as the service would call it
	b.see(`#panel`)
	b.ready()
	id := strings.TrimPrefix(eval[string](b, `location.pathname`), "/templates/")

	b.tabTo(`#p1`)
	b.mark(1)
	for _, name := range []string{"city", "year", "revenue"} {
		b.tabTo(`#member-name`)
		b.enter(name)
		b.press(kb.Enter)
	}
	b.until("the focus is at the fourth place", `document.querySelector('.m[aria-current]')?.id === 'p4' && document.activeElement.id === 'member-label'`)
	b.replace("财政收入增幅")
	b.shot("author-named")

	b.activate(`#tabs a[href="#rules"]`)
	b.until("the total is proposed", `document.querySelector('.proposal .what')?.textContent === '安排扶贫资金 ＝ 中央资金 + 省级资金 + 市级资金'`)
	b.activate(`#rules-editor .proposal .accept`)
	b.shot("author-accepted")
	b.publish("2")
	s.fillsByAPI(secret, id)
}

// fillsByAPI fills the template of the author's hour and holds the document's text.
func (s *service) fillsByAPI(secret, id string) {
	s.t.Helper()
	payload := `{"values": {"city": "淮州", "year": 2026, "revenue": 128.36, "x4": 3.2, "x5": 3, "x7": 8.00, "x8": 4.5, "x9": 1, "x10": 40, "x11": 40, "x13": 2, "x14": 128.36, "x15": 101.5}}`
	r, err := http.NewRequest(http.MethodPost, s.url+"/api/v1/templates/"+id+"/fill", strings.NewReader(payload))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+secret)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	docx, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		s.t.Fatalf("filling answers %d: %s", answer.StatusCode, docx)
	}
	want := []string{
		"淮州市财政局2026年度工作总结", "一、收支情况",
		"全市财政收入完成128.36亿元，同比增长3.2%，居全省第3位。安排扶贫资金13.50万元，其中中央资金8.00万元、省级资金4.50万元、市级资金1.00万元。",
		"二、重点工作", "（一）提案办理", "共承办建议提案40件，已办结40件。市医院购置X射线设备2台。", "（二）财政收入", "全市财政收入完成128.36亿元，为预算的101.5%。",
	}
	if diff := cmp.Diff(want, textOf(s.t, docx)); diff != "" {
		s.t.Errorf("the filled document (-want +got):\n%s", diff)
	}
}

// textOf gives the paragraphs of a document.
func textOf(t *testing.T, docx []byte) []string {
	t.Helper()
	p, err := fill.Open(bytes.Clone(docx), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	ps, err := p.Paragraphs()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, paragraph := range ps {
		out = append(out, paragraph.Text)
	}
	return out
}

// schemaOf is the latest schema of a template.
func (s *service) schemaOf(id string) fill.Schema {
	s.t.Helper()
	t, err := s.library.Template(context.Background(), templates.Ref{ID: id})
	if err != nil {
		s.t.Fatal(err)
	}
	return t.Schema
}

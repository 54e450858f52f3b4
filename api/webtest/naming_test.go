package webtest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"reportfill/fill/filltest"
	"reportfill/templates"
)

// TestNameOfNewTemplate drops a draft, sees what it would be called, chooses
// otherwise, and mends an id that is taken.
func TestNameOfNewTemplate(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates")
	titled := filltest.Doc{
		Body:   []filltest.Markup{filltest.Styled("Title", filltest.T("X市20XX年度工作总结")), filltest.P(filltest.T("收入X亿元。"))},
		Styles: `<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`,
	}.Docx()
	b.drop("a.docx", titled)
	b.named()
	if got, want := eval[string](b, `document.activeElement.id + ' ' + document.activeElement.value`), "title 市年度工作总结"; got != want {
		t.Errorf("the draft's own title is proposed as %q, want %q", got, want)
	}
	b.drop("2026年度工作总结.docx", filltest.Docx(draftText...))
	b.until("the other draft's name is proposed", `document.getElementById('title').value === '2026年度工作总结'`)
	if got, want := eval[string](b, `document.getElementById('naming-what').textContent`), "“2026年度工作总结.docx”：找到 14 处待填的 X。"; got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	b.replace("市财政局年度总结")
	b.tabTo(`#id`)
	b.enter("summary")
	b.press(kb.Enter)
	b.until("the focus is at the id that is taken", `document.activeElement.id === 'id' && document.activeElement.getAttribute('aria-invalid') === 'true'`)
	if got := eval[string](b, `document.getElementById('drop-state').textContent`); !strings.Contains(got, "已被占用") {
		t.Errorf("the page says %q", got)
	}
	b.replace("annual-summary")
	eval[any](b, `void addEventListener('pagehide', () => { sessionStorage.busy = document.getElementById('drop').getAttribute('aria-busy'); })`)
	b.press(kb.Enter)
	b.see(`#panel`)
	if got := eval[string](b, `sessionStorage.busy`); got != "true" {
		t.Errorf("while the page leaves, the form is busy: %s; pressed again, Enter makes a second template", got)
	}
	made, err := s.library.Template(context.Background(), templates.Ref{ID: "annual-summary"})
	if err != nil || made.Title != "市财政局年度总结" {
		t.Errorf("the template is %+v, %v", made, err)
	}
}

// TestNamingIsLeft cancels, and finds nothing uploaded.
func TestNamingIsLeft(t *testing.T) {
	s := newService(t)
	b := s.work(t, "何主任", "/templates")
	b.drop("空白.docx", filltest.Docx("没有数字。"))
	b.until("it is told that nothing is found", `document.getElementById('naming-what').textContent.includes('没有找到')`)
	b.activate(`#cancel`)
	b.until("the naming is gone", `getComputedStyle(document.getElementById('naming')).display === 'none' && document.activeElement.id === 'docx'`)
	page, err := s.library.List(context.Background(), templates.TemplateQuery{})
	if err != nil || page.Total != 1 {
		t.Errorf("there are %d templates, %v, want the built-in one", page.Total, err)
	}
}

// TestDeleteTemplate deletes a template that no report uses, and is told of those
// that hold another.
func TestDeleteTemplate(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	s.report("用它的报告", "workreport", nil)
	b := s.work(t, "何主任", "/templates/workreport")
	b.activate(`#erase-template`)
	if got := b.asked(); !strings.Contains(got, "有 1 份报告使用") || strings.Contains(got, "删除模板") {
		t.Errorf("of a template in use the dialog says %q", got)
	}
	b.open(s.url + "/templates/summary")
	b.ready()
	b.mark(1)
	b.focusOn(`#member-owner`)
	b.enter("a1") // not published: it goes too
	b.erase(`#erase-template`)
	b.gone("templates", "已删除模板“总结”。")
	if _, err := s.library.Template(context.Background(), templates.Ref{ID: "summary"}); !errors.Is(err, templates.ErrNotFound) {
		t.Errorf("the template is still there: %v", err)
	}
	if got := eval[int](b, `Object.keys(localStorage).length`); got != 0 {
		t.Errorf("the browser keeps %d things of a template that is gone", got)
	}
}

// TestDeleteTemplateInUseSince is refused where a report was begun after the page
// was opened, and told to whoever asks again.
func TestDeleteTemplateInUseSince(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary")
	b.activate(`#erase-template`)
	b.asked()
	id := s.report("刚新建的报告", "summary", nil)
	b.activate(`#erase .danger`)
	b.until("the reason is told", `document.querySelector('#erase .fault')?.textContent.includes('已有报告使用该模板')`)
	b.press(kb.Escape)
	b.activate(`#erase-template`)
	b.until("the report is counted", `document.querySelector('#erase p').textContent.includes('有 1 份报告使用')`)
	if eval[bool](b, `document.querySelector('#erase .danger') !== null`) {
		t.Error("a template in use can be deleted")
	}
	b.press(kb.Escape)
	if err := s.reports.Delete(context.Background(), id, 0); err != nil {
		t.Fatal(err)
	}
	b.erase(`#erase-template`)
	b.gone("templates", "已删除模板“总结”。")
}

package webtest

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

// writer is an author who came before.
var writer = templates.Actor{Name: "何主任", Role: templates.RoleAuthor}

// draftText is a draft with all that an author meets: a total, a rate, a fact that
// stands twice, a doubtful mark.
var draftText = []string{
	"X市财政局20XX年度工作总结",
	"一、收支情况",
	"全市财政收入完成X亿元，同比增长X%，居全省第X位。安排扶贫资金X万元，其中中央资金X万元、省级资金X万元、市级资金X万元。",
	"二、重点工作",
	"（一）提案办理",
	"共承办建议提案X件，已办结X件。市医院购置X射线设备X台。",
	"（二）财政收入",
	"全市财政收入完成X亿元，为预算的X%。",
}

// template makes a template of the text.
func (s *service) template(id, title string, lines ...string) *templates.Template {
	s.t.Helper()
	t, err := s.library.Create(context.Background(), writer, templates.Draft{ID: id, Title: title, Docx: filltest.Docx(lines...)}, templates.Once{})
	if err != nil {
		s.t.Fatal(err)
	}
	return t
}

// nextVersion gives a field of the template another unit, and a placeholder none.
func (s *service) nextVersion(t *templates.Template) {
	s.t.Helper()
	schema := t.Schema
	schema.Fields[0].Owner = "办公室"
	schema.Fields[2].Unit = "万元"
	if _, err := s.library.Put(context.Background(), writer, t.ID, t.Version, templates.Draft{Schema: &schema}); err != nil {
		s.t.Fatal(err)
	}
}

// authorsPages are the author's pages and the reference, each with what is done
// there before it is looked at.
var authorsPages = []struct {
	name, path string
	act        func(b *browser)
}{
	{"templates", "/templates", nil},
	{"templates-naming", "/templates", func(b *browser) {
		b.drop("2026年度工作总结.docx", filltest.Docx(draftText...))
		b.named()
	}},
	{"templates-taken", "/templates", func(b *browser) {
		b.drop("2026年度工作总结.docx", filltest.Docx(draftText...))
		b.named()
		b.focusOn(`#id`)
		b.enter("summary")
		b.press(kb.Enter)
		b.until("it is told that the id is taken", `document.getElementById('id').getAttribute('aria-invalid') === 'true'`)
	}},
	{"template-delete", "/templates/summary", func(b *browser) {
		b.activate(`#erase-template`)
		b.asked()
	}},
	{"template", "/templates/summary", nil},
	{"template-chosen", "/templates/summary", func(b *browser) { b.mark(3) }},
	{"template-doubtful", "/templates/summary", func(b *browser) { b.mark(12) }},
	{"template-fields", "/templates/summary#fields", nil},
	{"template-integrate", "/templates/summary#integrate", nil},
	{"template-drift", "/templates/summary", func(b *browser) {
		b.drop("2027.docx", filltest.Docx("X市财政局20XX年度工作总结", "全市财政收入完成X亿元，同比增长X%，居全省第X位。新增项目X个。"))
		b.see(`#dialog .drift`)
	}},
	{"template-rules", "/templates/summary#rules", func(b *browser) {
		b.activate(`.proposal .accept`)
		b.until("it is accepted", `document.querySelector('#computed-0-is') !== null`)
	}},
	{"template-fault", "/templates/summary#rules", func(b *browser) {
		b.focusOn(`#computed-0-is`)
		b.enter(" + x99")
		b.until("it is told", `!document.getElementById('faults').hidden`)
	}},
	{"template-publish", "/templates/summary", func(b *browser) {
		b.activate(`#undo`) // what an earlier page left
		b.mark(1)
		b.replace("城市")
		b.activate(`#publish`)
		b.see(`#dialog .differences`)
	}},
	{"template-versions", "/templates/summary/versions", nil},
	{"template-old", "/templates/summary@1", nil},
	{"template-built-in", "/templates/workreport", func(b *browser) { b.mark(67) }},
	{"reference", "/reference", nil},
}

func TestAuthorsPagesAreAccessible(t *testing.T) {
	source := axe(t)
	s := newService(t)
	s.nextVersion(s.template("summary", "市财政局年度工作总结", draftText...))
	secret := s.token("何主任", templates.RoleAuthor)
	for _, window := range []struct {
		name, language string
		size
	}{{"desktop", "zh-CN", desktop}, {"narrow", "zh-CN", narrow}, {"english", "en-GB", desktop}, {"english-narrow", "en-GB", narrow}} {
		t.Run(window.name, func(t *testing.T) {
			t.Parallel()
			b := newBrowser(t, window.language, window.size)
			b.signIn(s, secret, "/templates")
			for _, p := range authorsPages {
				b.open("about:blank")
				b.open(s.url + p.path)
				if p.act != nil {
					b.ready()
					p.act(b)
				}
				b.audit(source, p.name+" "+window.name)
				b.shot(p.name + "-" + window.name)
				if got := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
					t.Errorf("%s: the page is %d px wider than the window", p.name, got)
				}
			}
		})
	}
}

// TestTemplateForItsReaders holds the pages of those who only read templates.
func TestTemplateForItsReaders(t *testing.T) {
	source := axe(t)
	s := newService(t)
	made := s.template("summary", "市财政局年度工作总结", draftText...)
	made.Schema.Computed = []fill.Computed{{Field: "x6", Is: "x7 + x8 + x9", Decimals: 2}}
	made.Schema.Checks = []fill.Check{{Condition: "x11 <= x10", Message: "办结数不应超过承办数"}}
	if _, err := s.library.Put(context.Background(), writer, "summary", 1, templates.Draft{Schema: &made.Schema}); err != nil {
		t.Fatal(err)
	}
	for _, window := range []struct {
		name string
		size
	}{{"desktop", desktop}, {"narrow", narrow}} {
		b := newBrowser(t, "zh-CN", window.size)
		b.signIn(s, s.token("李会计"+window.name, templates.RoleClerk), "/templates")
		for _, part := range []string{"text", "rules", "fields", "integrate"} {
			b.open("about:blank")
			b.open(s.url + "/templates/summary#" + part)
			b.ready()
			b.see(chromedp.CSS("#" + part))
			if eval[bool](b, `document.querySelector('button[data-n], #publish, #drop-docx') !== null`) {
				t.Errorf("a clerk can change the template at %s", part)
			}
			b.audit(source, "reader "+part+" "+window.name)
			b.shot("reader-" + part + "-" + window.name)
		}
	}
}

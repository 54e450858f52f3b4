package webtest

import (
	"context"
	"testing"

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

func TestAuthorsPagesAreAccessible(t *testing.T) {
	source := axe(t)
	s := newService(t)
	s.nextVersion(s.template("summary", "市财政局年度工作总结", draftText...))
	secret := s.token("何主任", templates.RoleAuthor)
	for _, window := range []struct {
		name, language string
		size
	}{{"desktop", "zh-CN", desktop}, {"narrow", "zh-CN", narrow}, {"english", "en-GB", desktop}} {
		b := newBrowser(t, window.language, window.size)
		b.signIn(s, secret, "/templates")
		for _, p := range []struct{ name, path, do string }{
			{"templates", "/templates", ``},
			{"template", "/templates/summary", ``},
			{"template-chosen", "/templates/summary", `document.getElementById('p3').click()`},
			{"template-doubtful", "/templates/summary", `document.getElementById('p11').click()`},
			{"template-rules", "/templates/summary#rules", `document.querySelector('.proposal .accept').click()`},
			{"template-fields", "/templates/summary#fields", ``},
			{"template-integrate", "/templates/summary#integrate", ``},
			{"template-versions", "/templates/summary/versions", ``},
			{"template-old", "/templates/summary@1", ``},
			{"reference", "/reference", ``},
			{"template-built-in", "/templates/workreport", ``},
		} {
			b.open("about:blank")
			b.open(s.url + p.path)
			b.until(p.name+" is drawn", `document.readyState === 'complete'`)
			if p.do != "" {
				b.until("the script works", `performance.getEntriesByName('ready').length > 0`)
				eval[any](b, p.do)
			}
			b.audit(source, p.name+" "+window.name)
			b.shot(p.name + "-" + window.name)
			if got := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
				t.Errorf("%s %s: the page is %d px wider than the window", p.name, window.name, got)
			}
		}
	}
}

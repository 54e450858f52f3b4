package webtest

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

// choose sets a select as a person does.
func (b *browser) choose(id, value string) {
	b.t.Helper()
	eval[any](b, `(() => { const s = document.getElementById('`+id+`'); s.value = '`+value+`'; s.dispatchEvent(new Event('change', {bubbles: true})); return null; })()`)
}

// TestBindings binds a placeholder to another field, ignores one and takes a
// doubtful one in; an undo takes each back.
func TestBindings(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary")
	b.mark(14)
	b.choose("own", "x3")
	b.until("both are one field", `document.getElementById('p14').textContent === document.getElementById('p3').textContent`)
	b.until("the field without a place is told", `document.getElementById('notices').textContent.includes('不再使用')`)
	b.mark(15)
	b.choose("own", "-")
	b.mark(12)
	b.until("the doubt is told in words", `document.querySelector('#panel .warning').textContent.includes('X射线')`)
	b.activate(`#panel button.primary`)
	b.until("it is a field", `document.getElementById('p12').classList.contains('suggested')`)
	b.activate(`#undo`)
	b.until("it is doubtful again", `document.getElementById('p12').classList.contains('doubtful')`)
	b.publish("2")
	got := s.schemaOf("summary").Placeholders
	want := []string{"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "-", "x13", "x3", "-"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("placeholders (-want +got):\n%s", diff)
	}
}

// TestDoubleClickOnProposal accepts one of two: the other has taken its place by the
// second click.
func TestDoubleClickOnProposal(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary#rules")
	left := eval[int](b, `(() => {
		for (const detail of [1, 2]) {
			document.querySelector('#proposals .accept').dispatchEvent(new MouseEvent('click', {bubbles: true, detail}));
		}
		return document.querySelectorAll('#proposals .proposal').length;
	})()`)
	if left != 1 {
		t.Errorf("%d of 2 proposals are open, want 1", left)
	}
}

// TestFaultsAreToldAtOnce breaks a formula and a member of a field, and mends them.
func TestFaultsAreToldAtOnce(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary#rules")
	b.activate(`#rules-editor .proposal .accept`)
	b.focusOn(`#computed-0-is`)
	b.replace("x7 + x8 + x99")
	b.until("the unknown name is told at the formula", `document.getElementById('computed-0-fault').textContent.includes('x99')`)
	b.until("nothing can be published", `document.getElementById('publish').disabled && !document.getElementById('faults').hidden`)
	b.shot("author-fault")
	b.replace("x7 + x8 + x9")
	b.until("the fault is gone", `document.getElementById('computed-0-fault').hidden && document.getElementById('faults').hidden`)
	b.activate(`#tabs a[href="#text"]`)
	b.mark(3)
	b.focusOn(`#member-validate`)
	b.enter("colour")
	b.until("the fault is told at the member", `document.getElementById('member-validate').getAttribute('aria-invalid') === 'true'`)
	b.replace("gte=0")
	b.until("it can be published", `document.getElementById('publish').disabled === false`)
	b.focusOn(`#member-name`)
	b.enter("x4")
	b.press(kb.Enter)
	b.until("a name that is taken is told", `document.getElementById('member-name-fault').textContent.includes('财政收入同比增长')`)
}

// TestStaleEdits lets a colleague publish first: the author's edits stay, are
// merged, and a reload loses none.
func TestStaleEdits(t *testing.T) {
	s := newService(t)
	first := s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary")
	b.mark(1)
	b.focusOn(`#member-owner`)
	b.enter("财务室")
	b.mark(4)
	b.focusOn(`#member-owner`)
	b.enter("预算科")
	b.until("the edit is checked", `document.getElementById('publish').disabled === false`)
	s.nextVersion(first)
	b.enter("一组")
	b.until("the other version is told", `document.getElementById('stale').textContent.includes('何主任 已发布第 2 版')`)
	b.shot("author-stale")
	b.do(chromedp.Reload())
	b.until("the edit is there after a reload", `document.querySelector('#stale button') !== null`)
	b.activate(`#stale button`)
	b.until("what both changed is told", `document.getElementById('notices').textContent.includes('双方都改了“市名 · 负责科室”，用的是您的：财务室')`)
	b.publish("3")
	owners := map[string]string{}
	for _, f := range s.schemaOf("summary").Fields {
		owners[f.Name+" "+f.Unit] = f.Owner
	}
	for field, want := range map[string]string{"x1 ": "财务室", "x3 万元": "", "x4 %": "预算科一组"} {
		if got, ok := owners[field]; !ok || got != want {
			t.Errorf("the owner of %q is %q (%v), want %q", field, got, ok, want)
		}
	}
}

// TestNextYearsDraft drops a changed draft on a template: the drift is told first,
// and becomes a version once the author agrees.
func TestNextYearsDraft(t *testing.T) {
	s := newService(t)
	s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary#fields")
	next := append(append([]string{}, draftText[:7]...), "新增项目X个。")
	b.drop("2027.docx", filltest.Docx(next...))
	b.see(`#dialog .drift`)
	got := eval[string](b, `[...document.querySelectorAll('#dialog .drift summary')].map(s => s.textContent).join('；')`)
	if want := "新增 1 处（先按句子建议）；已无 2 处；原句未动 13 处；随之删去的字段 2 个"; got != want {
		t.Errorf("the drift is told as %q, want %q", got, want)
	}
	if v := len(s.schemaOf("summary").Placeholders); v != 15 {
		t.Errorf("before the author agrees the template has %d placeholders, want 15", v)
	}
	b.shot("author-drift")
	b.activate(`#dialog .primary`)
	b.see(`.toolbar[data-version="2"]`)
	if got, want := len(s.schemaOf("summary").Placeholders), 14; got != want {
		t.Errorf("the new version has %d placeholders, want %d", got, want)
	}
	b.open(s.url + "/templates/summary/versions")
	b.see(`.differences .docx`)
	b.shot("author-versions")
}

// TestFieldsFile brings a fields file with a fault, then one without.
func TestFieldsFile(t *testing.T) {
	s := newService(t)
	made := s.template("summary", "总结", draftText...)
	b := s.work(t, "何主任", "/templates/summary#fields")
	file := string(fill.FormatSchema(made.Schema, nil))
	b.bring("fields-file", strings.Replace(file, "label: 市名", "colour: red", 1))
	b.until("the fault is told with its line", `/第 2 行.*colour/.test(document.querySelector('.file-faults')?.textContent)`)
	b.shot("author-file")
	b.bring("fields-file", strings.Replace(file, "label: 市名", "label: 城市", 1))
	b.until("the change is taken over", `document.getElementById('p1').textContent === 'X城市'`)
	b.publish("2")
	if got, want := s.schemaOf("summary").Fields[0].Label, "城市"; got != want {
		t.Errorf("the label is %q, want %q", got, want)
	}
}

// bring chooses a file of the text in a file input.
func (b *browser) bring(id, text string) {
	b.t.Helper()
	eval[any](b, `(() => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File([`+"`"+text+"`"+`], 'fields.yaml'));
		const input = document.getElementById('`+id+`');
		input.files = dataTransfer.files;
		input.dispatchEvent(new Event('change', {bubbles: true}));
		return null;
	})()`)
}

// TestEveryPlaceIsEscaped holds that what a draft says is never markup.
func TestEveryPlaceIsEscaped(t *testing.T) {
	s := newService(t)
	made := s.template("evil", `<img src=x onerror="hacked=1">`, `<b id="evil">收入</b>X元，</script><script>hacked=1</script>支出X元。`)
	schema := made.Schema
	schema.Fields[0].Label, schema.Fields[0].Example = `"><i id="evil">`, `1`
	if _, err := s.library.Put(context.Background(), writer, "evil", 1, templates.Draft{Schema: &schema}); err != nil {
		t.Fatal(err)
	}
	b := s.work(t, "何主任", "/templates/evil")
	b.mark(1)
	for _, path := range []string{"/templates", "/templates/evil/versions", "/templates/evil"} {
		if got := eval[bool](b, `document.getElementById('evil') !== null || 'hacked' in window || document.querySelector('main img') !== null`); got {
			t.Errorf("before %s: a draft's text is markup", path)
		}
		b.open(s.url + path)
	}
}

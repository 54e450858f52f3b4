package fill

import (
	"fmt"
	"slices"
)

// Extract reads the values of a filled document back: exactly those that Fill
// was given, as they were printed, or an *InvalidError that says for which
// placeholders that cannot be told. It goes by the text of the paragraphs, so
// that a document saved again by a word processor can be read too. Placeholders
// left as marks or blank give no value, and nor does a text that is its own
// placeholder's mark: what was given as X reads as not given.
func (t *Template) Extract(filled *Package) (Values, error) {
	x, err := t.extract(filled, false)
	if err != nil {
		return nil, err
	}
	if len(x.problems) > 0 {
		return nil, &InvalidError{x.problems}
	}
	return x.payload()
}

func (t *Template) extract(filled *Package, worked bool) (*extraction, error) {
	texts, err := filled.texts()
	if err != nil {
		return nil, err
	}
	x := &extraction{t: t, worked: worked, values: make([]string, len(t.fields)), has: make([]bool, len(t.fields))}
	for _, st := range t.pkg.stories {
		x.story(st, texts.of(st.storyRef, t.pkg.refs))
	}
	return x, nil
}

// extraction is one reading of a filled document.
type extraction struct {
	worked   bool // the document's words are not those of the draft throughout
	t        *Template
	values   []string // by field index, as printed
	has      []bool
	problems []Problem
}

// story reads the values of one story from the paragraphs of its filled form.
// Where these are as many, each stands at its old place; otherwise the document
// has been worked on, and each is sought from where the last one was found.
func (x *extraction) story(st *story, texts []string) {
	from := 0
	for _, para := range st.paragraphs {
		if para.original != nil || !x.bound(para) {
			continue
		}
		pat := x.pattern(para)
		if x.worked && !pat.telling() {
			x.take(para, nil, 0)
			continue
		}
		at := para.order
		found, n := []string(nil), 0
		if at < len(texts) {
			found, n = pat.match(texts[at])
		}
		first := from
		if x.worked {
			first = 0
		}
		for i := first; n == 0 && i < len(texts); i++ {
			if found, n = pat.match(texts[i]); n > 0 {
				at = i
			}
		}
		x.take(para, found, n)
		if n > 0 {
			from = at + 1
		}
	}
}

// bound tells whether a placeholder of the paragraph has a field.
func (x *extraction) bound(para *paragraph) bool {
	for k := range para.marks {
		if x.t.fieldOf[para.first+k] >= 0 {
			return true
		}
	}
	return false
}

// take notes what a paragraph's placeholders were found to hold; n is the
// number of ways in which its text can be read.
func (x *extraction) take(para *paragraph, found []string, n int) {
	if n != 1 {
		x.problems = append(x.problems, x.unreadable(para, n))
		return
	}
	i := 0
	for k, m := range para.marks {
		f := x.t.fieldOf[para.first+k]
		if f < 0 {
			continue
		}
		text := found[i]
		i++
		if text == "" || text == string(para.text[m.start:m.end]) {
			continue
		}
		if x.has[f] && x.values[f] != text {
			x.problems = append(x.problems, x.differing(f, para.first+k, text))
		}
		x.values[f], x.has[f] = text, true
	}
}

// payload gives the values in the order of the fields.
func (x *extraction) payload() (Values, error) {
	var out Values
	for f := range x.t.fields {
		if !x.has[f] {
			continue
		}
		v, err := x.t.fields[f].parsePrinted(x.values[f])
		if err != nil {
			return nil, err
		}
		out = append(out, Entry{Name: x.t.fields[f].Name, Value: v})
	}
	return out, nil
}

func (x *extraction) unreadable(para *paragraph, n int) Problem {
	first := x.t.placeholders[para.first]
	p := Problem{Code: CodeNotFound, Sentence: first.Sentence(), Text: Text{
		fmt.Sprintf("在文档中找不到这句话：%s；请确认文档是由这个模板填成的，且占位符以外的文字没有改动", first.Sentence()),
		fmt.Sprintf("the document lacks the sentence %s: make sure that it was filled from this template and that the words around the values are unchanged", first.Sentence()),
	}}
	if n > 1 {
		p.Code = CodeAmbiguous
		p.Text = Text{
			fmt.Sprintf("这句话中的值有不止一种读法：%s；请手工核对", first.Sentence()),
			fmt.Sprintf("the values in the sentence %s can be read in more than one way: look at them by hand", first.Sentence()),
		}
	}
	for k := range para.marks {
		if f := x.t.fieldOf[para.first+k]; f >= 0 {
			p.Placeholders = append(p.Placeholders, para.first+k+1)
			if p.Field == "" {
				p.Field, p.Label = x.t.fields[f].Name, x.t.fields[f].Label
			}
		}
	}
	return p
}

func (x *extraction) differing(f, i int, text string) Problem {
	field := x.t.fields[f].Field
	return Problem{Code: CodeDiffers, Field: field.Name, Label: field.Label, Placeholders: slices.Clone(field.Placeholders),
		Sentence: x.t.placeholders[i].Sentence(), Text: Text{
			fmt.Sprintf("%s在文档中有两个不同的值：%s 和 %s；请改为一致", field.Title(), excerpt(x.values[f]), excerpt(text)),
			fmt.Sprintf("%s has two different values in the document: %s and %s: make them the same", field.Title(), excerpt(x.values[f]), excerpt(text)),
		}}
}

package fill

import (
	"bytes"
	"io"

	"github.com/nguyenthenguyen/docx"
)

// libraryPart is the one name under which the docx library knows the main
// document.
const libraryPart = "word/document.xml"

// Tagged writes the draft with {{name}} in place of each placeholder of the
// main document that has a field. It is written with the docx library, whose
// own Replace can fill it; a package that the library does not read (it wants a
// main document of one name, in UTF-8, with relationships) is written as Fill
// does. Only w can fail.
func (t *Template) Tagged(w io.Writer) error {
	main := t.pkg.refs[0].part
	fieldOf := make([]int, len(t.fieldOf))
	for i, f := range t.fieldOf {
		if fieldOf[i] = f; t.placeholders[i].Part != main {
			fieldOf[i] = -1
		}
	}
	s := newSplice(t.pkg, fieldOf)
	var b buffer
	b.print(resolved{text: t.tags(), has: make([]bool, len(t.fields))}, Options{})
	if len(s.parts) == 1 && main == libraryPart && s.parts[0].story.enc.order == nil {
		if draft, err := docx.ReadDocxFromMemory(bytes.NewReader(t.pkg.docx), int64(len(t.pkg.docx))); err == nil {
			b.fillHoles(s)
			return writeByLibrary(w, draft, s.parts[0].program.AppendText(nil, b.holes[0]))
		}
	}
	_, err := w.Write(b.append(nil, s))
	return err
}

// tags gives {{name}} for each field.
func (t *Template) tags() []string {
	out := make([]string, len(t.fields))
	for i := range t.fields {
		out[i] = "{{" + t.fields[i].Name + "}}"
	}
	return out
}

func writeByLibrary(w io.Writer, draft *docx.ReplaceDocx, content []byte) error {
	defer draft.Close()
	d := draft.Editable()
	d.SetContent(string(content))
	return d.Write(w)
}

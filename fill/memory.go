package fill

// What a compiled template holds for each placeholder and each field beside the
// bytes of its parts: sentences, places, holes, constraints, expressions.
// Measured on the built-in report and on a hundred of it.
const (
	memoryPerPlaceholder = 2 << 10
	memoryPerField       = 1 << 10
)

// Memory is about the number of bytes that the template holds: the package, the
// text of the stories with placeholders, and what they are compressed to.
func (t *Template) Memory() int64 {
	n := len(t.pkg.docx)
	for _, st := range t.pkg.stories {
		n += len(st.xml)
		for _, para := range st.paragraphs {
			n += 2 * len(para.text)
		}
	}
	for i := range t.splice.parts {
		n += t.splice.parts[i].program.Memory()
	}
	return int64(n + memoryPerPlaceholder*len(t.placeholders) + memoryPerField*len(t.fields))
}

package filltest

import "fmt"

// What may stand around runs, or between them (ECMA-376 part 1, clause 17).

// Hyperlink is a link to a bookmark of the document.
func Hyperlink(runs ...Markup) Markup {
	return `<w:hyperlink w:anchor="here">` + Join(runs...) + "</w:hyperlink>"
}

// SmartTag is a smart tag around runs.
func SmartTag(runs ...Markup) Markup {
	return `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">` + Join(runs...) + "</w:smartTag>"
}

// Control is a content control around runs, or around blocks.
func Control(content ...Markup) Markup {
	return "<w:sdt><w:sdtPr/><w:sdtContent>" + Join(content...) + "</w:sdtContent></w:sdt>"
}

// Bound is a content control that shows the node of a Data part.
func Bound(d Data, xpath string, content ...Markup) Markup {
	return Markup(fmt.Sprintf(`<w:sdt><w:sdtPr><w:dataBinding w:xpath="%s" w:storeItemID="%s"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`,
		escape(xpath), escape(d.ID), Join(content...)))
}

// Inserted is a tracked insertion of runs.
func Inserted(runs ...Markup) Markup { return tracked("ins", Join(runs...)) }

// Deleted is a run of deleted text: it is not in the document any more.
func Deleted(text string) Markup { return tracked("del", "<w:r>"+texts("w:delText", text)+"</w:r>") }

// MovedFrom is a run at the place that it has left: its text is w:t, and yet
// not in the document.
func MovedFrom(text string) Markup { return tracked("moveFrom", T(text)) }

// MovedTo is a run at the place that it has come to.
func MovedTo(runs ...Markup) Markup { return tracked("moveTo", Join(runs...)) }

func tracked(change string, runs Markup) Markup {
	return Markup(fmt.Sprintf(`<w:%s w:id="90" w:author="filltest" w:date="2026-01-01T00:00:00Z">%s</w:%[1]s>`, change, runs))
}

// SimpleField is a field with its instruction in an attribute.
func SimpleField(instruction string, result ...Markup) Markup {
	return Markup(fmt.Sprintf(`<w:fldSimple w:instr="%s">%s</w:fldSimple>`, escape(instruction), Join(result...)))
}

// Field is a complex field: its instruction stands in runs before the result.
func Field(instruction string, result ...Markup) Markup {
	return FieldOf(Instruction(instruction), Join(result...))
}

// FieldOf is a complex field in whose instruction other fields may stand.
func FieldOf(instruction, result Markup) Markup {
	return fieldChar("begin") + instruction + fieldChar("separate") + result + fieldChar("end")
}

// Instruction is a run of a complex field's instruction.
func Instruction(text string) Markup { return "<w:r>" + texts("w:instrText", text) + "</w:r>" }

func fieldChar(kind string) Markup {
	return Markup(fmt.Sprintf(`<w:r><w:fldChar w:fldCharType="%s"/></w:r>`, kind))
}

// Ruby is text with a phonetic guide over it.
func Ruby(base, guide string) Markup {
	return `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>` +
		"<w:rt>" + T(guide) + "</w:rt><w:rubyBase>" + T(base) + "</w:rubyBase></w:ruby></w:r>"
}

// Formula is a formula; its text is m:t.
func Formula(text string) Markup {
	return Markup("<m:oMath><m:r><m:t>" + escape(text) + "</m:t></m:r></m:oMath>")
}

// Footnote refers to a footnote, from 1.
func Footnote(n int) Markup {
	return Markup(fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r>`, n))
}

// Endnote refers to an endnote, from 1.
func Endnote(n int) Markup {
	return Markup(fmt.Sprintf(`<w:r><w:endnoteReference w:id="%d"/></w:r>`, n))
}

// ProofError is where a proofreader's mark begins or ends: it shows nothing.
const ProofError Markup = `<w:proofErr w:type="spellStart"/>`

// Bookmark is an empty bookmark: it shows nothing.
const Bookmark Markup = `<w:bookmarkStart w:id="80" w:name="here"/><w:bookmarkEnd w:id="80"/>`

// Package fill reads a Word document whose figures are placeholders (X, XX, ×,
// {{name}}), tells what kind of figure belongs in each, checks a payload of
// values against what the author said of the fields, and writes the document
// with the values in place. Every byte outside a placeholder is copied.
//
// The phases hand on one type each:
//
//	docx bytes ─Open→ *Package ─Placeholders→ []Placeholder ─Suggest→ []Field
//	*Package + Schema ─Compile→ *Template
//	*Template + Values ─Check→ Result
//	*Template + Values ─Fill→ docx bytes
//	*Template + filled *Package ─Extract→ Values
//
// The package is pure: it knows no HTTP, no SQL, no clock and no environment.
//
// # Where things are
//
// The names of the files tell the phase, then the subject:
//
//	zip_*, opc, encoding      the package: entries, parts, relationships, encodings
//	xml_*                     a part's XML, token by token, with positions
//	story*, stories, source   paragraphs as a person reads them, and where their text stands
//	heading, table, control   what stands around a paragraph
//	detect*                   which marks in a text are placeholders, by named rules
//	copies, sites, data_*     where a placeholder stands more than once
//	suggest*, propose*        fields, totals, rates and repeated facts from the sentences
//	schema*                   the author's fields file, the JSON Schema of the payload
//	compile*, template*       a package and a schema bound; all faults at once
//	expression*, interval*    computed fields and checks over figures with intervals
//	values_*, read_*, digits* a payload, and the figures in it, digit for digit
//	bind, resolve, compute,   a payload held against the fields: problems, computed
//	check, constraint*, sign  values, what each field prints
//	edits, splice, fill,      the finished document
//	print_value
//	extract*, tagged          values back from a document; tags for other engines
//	drift*, previous          next year's draft, last year's figures
package fill

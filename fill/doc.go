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
//	package, limits, warning,   Open, and what it refuses or warns of
//	unmarked
//	zip_*, opc, encoding        the package: entries, parts, relationships, encodings
//	xml_*                       a part's XML, token by token, with positions
//	stories, story_*            the parts that hold text, read as a person reads them
//	paragraph*, text_element,   a paragraph, and where each byte of it stands
//	source
//	heading, title, table*,     what stands around a placeholder
//	control, sentence
//	detect*                     which marks in a text are placeholders, by named rules
//	copies, sites, data_*       where a placeholder stands more than once
//	placeholder, field          what a draft asks for, and what fills it
//	suggest*                    fields from the sentences: kind, unit, decimals, label
//	propose*                    totals, rates, orders and repeated facts from the sentences
//	scan                        all of it in one answer
//	schema*                     the author's fields file, the JSON Schema of the payload
//	compile*, prepare,          a package and a schema bound; all faults at once
//	template*, memory
//	expression*, formula        computed fields and checks
//	interval*, int128, verdict  figures with the interval that their digits stand for
//	digits*, numerals, amount,  numbers, sums, dates and units as they are written
//	date, unit
//	value*, surrogate, json_*   a payload
//	read_*, reading             a value as its field understands it
//	constraint*, demand, sign   what a field and its sentence ask of values
//	resolve, resolution, bind,  a payload held against the fields: problems, computed
//	compute, check              values, what each field prints
//	problem, messages*,         what is told, and to whom
//	faults, errors, syntax_*,
//	nearest, language, characters
//	example*                    a payload that passes
//	edits, splice, buffer,      the finished document
//	print_*, fill, texts
//	extract*, tagged            values back from a document; tags for other engines
//	drift*, previous            next year's draft, last year's figures
//
// Package reflate deflates a part again around its values; package filltest builds
// documents for tests.
package fill

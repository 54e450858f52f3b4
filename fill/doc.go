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
package fill

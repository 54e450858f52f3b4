// Package filltest builds .docx packages from text, for tests. A package is
// written as a Doc, whose text is put together from paragraphs, runs and what
// may stand around them:
//
//	filltest.Doc{Body: []filltest.Markup{
//		filltest.P(filltest.T("收入完成"), filltest.Bold("X"), filltest.T("亿元")),
//	}}.Docx()
//
// or as the txtar archive of its parts (ParseGolden). Content types and
// relationships are made for both. Equal input gives equal bytes. What cannot
// be built is a mistake in a test: it panics.
package filltest

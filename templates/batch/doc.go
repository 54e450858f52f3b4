// Package batch makes many reports of one template at once: rows of a JSON
// array, NDJSON, .csv or .xlsx become the documents of a zip, which is written
// as they are made, with a results.csv at its end that says what became of each
// row.
//
//	file ─Open→ Source ─Next→ Row ─(workers fill)→ document ─(in the rows' order)→ zip
//
// A row with a fault is told and the others go on. Memory does not grow with
// the rows: sources read as a stream, and a bounded window of rows is under way.
// Documents are zips already and are stored as they are.
package batch

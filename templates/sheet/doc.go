// Package sheet is all that knows .xlsx: the form of a template, which a
// department fills in and sends back, and tables with one report a row.
//
// A form holds one row a field. Its input cells alone are unlocked, its computed
// cells are live formulas, and a hidden sheet names the template and its
// version, so that Read takes back only what Write made. Each row remembers the
// value that it was made with: what a report takes from a form is what somebody
// changed in it, not what others have changed since.
//
// A number is read as it is stored, to the 15 digits that Excel keeps, and with
// the zeros that it is shown with. A cell that shows another number than it
// holds (scaled by its format, a date, an error) is told, never guessed.
// Formulas are taken by the value that was saved with them. What is written as
// text is typed as text: =, +, - and @ begin no formula.
package sheet

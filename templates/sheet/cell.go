package sheet

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"reportfill/fill"
)

// Cell is one cell as it is stored and as it is shown.
type Cell struct {
	Ref      string // G7
	Raw      string // as the file has it; empty where there is nothing
	Shown    string // by the cell's number format
	NoResult bool   // a formula that was saved without its value
	Date1904 bool   // its dates count from 1904
}

// Value understands the cell as a value of the field. A blank cell is Null.
// doubt says why a cell is not understood, note what its reader should know.
func (c Cell) Value(t *fill.Template, f fill.Field) (v fill.Value, doubt, note *fill.Problem) {
	switch {
	case c.NoResult:
		return v, c.problem(f, CodeNoResult, noResult(c)), nil
	case c.Raw == "":
		return v, nil, nil
	case errorValues.MatchString(c.Raw):
		return v, c.problem(f, CodeCellError, cellError(c)), nil
	case f.Kind == fill.KindDate:
		return c.date(), nil, nil
	case f.Kind == fill.KindText || f.Kind == "":
		return fill.Value{Type: fill.String, Text: c.Shown}, nil, nil
	}
	return c.figure(t, f)
}

// errorValues are what a cell with an error holds (ECMA-376 part 1, 18.17.3).
var errorValues = regexp.MustCompile(`^#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|GETTING_DATA|SPILL!|CALC!)$`)

// storedNumber is a number as a workbook stores it.
var storedNumber = regexp.MustCompile(`^[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// shownNumbers finds the numbers in what a cell shows.
var shownNumbers = regexp.MustCompile(`[-−]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?`)

// date gives a date of the calendar as 2026-12-31, and text as it is.
func (c Cell) date() fill.Value {
	text := fill.Value{Type: fill.String, Text: c.Shown}
	if !storedNumber.MatchString(c.Raw) || c.Raw == c.Shown || len(shownNumbers.FindAllString(c.Shown, -1)) < 2 {
		return text
	}
	serial, err := strconv.ParseFloat(c.Raw, 64)
	if err != nil {
		return text
	}
	day, err := excelize.ExcelDateToTime(serial, c.Date1904)
	if err != nil {
		return text
	}
	text.Text = day.Format("2006-01-02")
	return text
}

// figure gives the number of a cell.
func (c Cell) figure(t *fill.Template, f fill.Field) (v fill.Value, doubt, note *fill.Problem) {
	if !storedNumber.MatchString(c.Raw) || c.Raw == c.Shown {
		return written(c.Raw), nil, nil
	}
	stored, ok := clean(c.Raw)
	shown, percent, found := c.shownNumber()
	if !ok || !found {
		return v, c.problem(f, CodeDoubtful, otherShown(c)), nil
	}
	if percent {
		if !takesPercent(f) {
			return v, c.problem(f, CodeDoubtful, percentShown(c, f)), nil
		}
		stored = stored.Shift(2)
	}
	switch {
	case shown.Equal(stored):
		return number(shown), nil, nil
	case !rounds(stored, shown):
		return v, c.problem(f, CodeDoubtful, otherShown(c)), nil
	}
	v = number(stored)
	if r, ok := t.Read(f.Name, v); ok && r.Value.Text != shown.StringFixed(places(shown)) {
		note = c.problem(f, CodeDoubtful, roundedShown(c, stored))
	}
	return v, nil, note
}

// written is a value as its characters say.
func written(text string) fill.Value {
	if json.Valid([]byte(text)) && storedNumber.MatchString(text) {
		return fill.Value{Type: fill.Number, Text: text}
	}
	return fill.Value{Type: fill.String, Text: text}
}

func number(d decimal.Decimal) fill.Value {
	return fill.Value{Type: fill.Number, Text: d.StringFixed(places(d))}
}

// places are the decimals that a number is written with.
func places(d decimal.Decimal) int32 { return max(0, -d.Exponent()) }

// clean gives a stored number to the 15 digits that Excel keeps:
// 19.989999999999998 is 19.99.
func clean(raw string) (decimal.Decimal, bool) {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(strconv.FormatFloat(f, 'g', 15, 64))
	return d, err == nil
}

// shownNumber gives the one number that a cell shows. Brackets and a minus of
// any kind make it negative.
func (c Cell) shownNumber() (d decimal.Decimal, percent, ok bool) {
	shown := strings.TrimSpace(c.Shown)
	found := shownNumbers.FindAllString(shown, -1)
	if len(found) != 1 {
		return d, false, false
	}
	d, err := decimal.NewFromString(strings.NewReplacer(",", "", "−", "-").Replace(found[0]))
	if err != nil {
		return d, false, false
	}
	if negative := strings.HasPrefix(c.Raw, "-"); negative != d.IsNegative() {
		d = d.Neg()
	}
	return d, strings.ContainsAny(shown, "%％"), true
}

// rounds tells whether shown is stored, rounded to its last digit.
func rounds(stored, shown decimal.Decimal) bool {
	half := decimal.New(5, shown.Exponent()-1)
	return stored.Sub(shown).Abs().LessThanOrEqual(half)
}

func takesPercent(f fill.Field) bool {
	return f.Kind == fill.KindPercent || f.Unit == "%" || f.Unit == "％"
}

// problem tells of a cell.
func (c Cell) problem(f fill.Field, code fill.Code, text fill.Text) *fill.Problem {
	return &fill.Problem{Code: code, Field: f.Name, Label: f.Label, Placeholders: f.Placeholders, Text: text}
}

package sheet

import (
	"cmp"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"reportfill/fill"
)

// What Excel takes of a validation's texts, in UTF-16 units.
const (
	maxPromptTitle = 32
	maxPrompt      = 255
	maxMessage     = 225
)

// validate lets the cell take only what the field can be, and says so.
func (b *formWriter) validate(r formRow, d fill.Demand) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(valueColumn.at(r.row))
	b.keep(rangeOf(v, r.field, d))
	says := b.says(r.field, d)
	title := clip(r.field.Title(), maxPromptTitle)
	v.SetInput(title, clip(says, maxPrompt))
	if v.Type != "" {
		v.SetError(excelize.DataValidationErrorStyleStop, title, clip(says, maxMessage))
	}
	b.keep(b.file.AddDataValidation(b.sheet, v))
}

// says is what the cell asks for: kind, unit, rules and owner.
func (b *formWriter) says(f fill.Field, d fill.Demand) string {
	kinds := map[fill.Kind]string{
		fill.KindText: b.text("填文字", "Text"), fill.KindInteger: b.text("填整数", "A whole number"),
		fill.KindDecimal: b.text("填数字", "A number"), fill.KindPercent: b.text("填百分数，12.5 或 12.5%", "A percentage: 12.5 or 12.5%"),
		fill.KindYear: b.text("填四位年份", "A year of four digits"), fill.KindMonth: b.text("填月份，1 至 12", "A month, 1 to 12"),
		fill.KindDay: b.text("填日，1 至 31", "A day, 1 to 31"), fill.KindRank: b.text("填位次，从 1 起", "A rank, from 1"),
		fill.KindDate: b.text("填日期，如 2026-12-31", "A date such as 2026-12-31"),
	}
	parts := []string{kinds[cmp.Or(f.Kind, fill.KindText)]}
	if f.Unit != "" && f.Kind != fill.KindPercent {
		parts = append(parts, b.text("单位 ", "in ")+f.Unit)
	}
	if d.Least != nil && d.Least.Value == "0" && d.Text == (fill.Text{}) {
		parts = append(parts, b.text("不填负号", "without a minus"))
	}
	if rules := b.rules(d); rules != "" {
		parts = append(parts, rules)
	}
	return strings.Join(parts, b.text("；", "; "))
}

// rangeOf sets what the validation holds. Where bounds cannot say it, it stays
// without a type: the service checks the value.
func rangeOf(v *excelize.DataValidation, f fill.Field, d fill.Demand) error {
	if d.Choices != nil {
		return listOf(v, f, d.Choices)
	}
	switch f.Kind {
	case fill.KindText, "":
		if d.Least == nil && d.Most == nil {
			return nil
		}
		return between(v, d, excelize.DataValidationTypeTextLength, "0", "32767")
	case fill.KindDate:
		return between(v, serials(d), excelize.DataValidationTypeDate, "1", "2958465")
	case fill.KindDecimal, fill.KindPercent:
		return between(v, d, excelize.DataValidationTypeDecimal, "-1E+100", "1E+100")
	}
	return between(v, d, excelize.DataValidationTypeWhole, "-999999999999999", "999999999999999")
}

// listOf offers the choices, where Excel can hold them: it parts them at commas.
func listOf(v *excelize.DataValidation, f fill.Field, choices []string) error {
	all := strings.Join(choices, "")
	if strings.Contains(all, ",") || strings.HasPrefix(choices[0], "=") || len(utf16.Encode([]rune(strings.Join(choices, ",")))) > 255 {
		return nil
	}
	if f.Kind == fill.KindDate {
		return nil
	}
	return v.SetDropList(choices)
}

// between sets a validation's bounds. An open side takes the farthest number
// there is; a bound that is itself outside takes the operator that says so,
// where it is the only one.
func between(v *excelize.DataValidation, d fill.Demand, kind excelize.DataValidationType, least, most string) error {
	switch {
	case d.Least != nil && d.Most == nil && d.Least.Outside:
		return v.SetRange(d.Least.Value, "", kind, excelize.DataValidationOperatorGreaterThan)
	case d.Least == nil && d.Most != nil && d.Most.Outside:
		return v.SetRange(d.Most.Value, "", kind, excelize.DataValidationOperatorLessThan)
	}
	if d.Least != nil {
		least = d.Least.Value
	}
	if d.Most != nil {
		most = d.Most.Value
	}
	return v.SetRange(least, most, kind, excelize.DataValidationOperatorBetween)
}

// serials gives the bounds of dates as the days that Excel counts.
func serials(d fill.Demand) fill.Demand {
	for _, bound := range []**fill.Bound{&d.Least, &d.Most} {
		if *bound == nil {
			continue
		}
		if day, ok := serialOf((*bound).Value); ok {
			*bound = &fill.Bound{Value: decimalText(day), Outside: (*bound).Outside}
		} else {
			*bound = nil
		}
	}
	return d
}

// clip cuts a text to so many UTF-16 units.
func clip(s string, most int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most-1 {
			return s[:i] + "…"
		}
	}
	return s
}

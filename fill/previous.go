package fill

import (
	"github.com/shopspring/decimal"
)

// Compare looks at values beside last year's, which are those of the same
// template or of one with the same names: a figure that is ten, a hundred, …
// times last year's or a tenth, a hundredth … of it is likely a slip between
// units (万 for 亿), and one with another sign a slip of the pen. A field that
// repeats last year's figure of another (PriorOf) must be that figure, where
// both have one unit. Nothing of it stops a fill: the problems are warnings.
// Values that Check refuses are passed over.
func (t *Template) Compare(v, previous Values) []Problem {
	if len(previous) == 0 {
		return nil
	}
	now, _ := t.resolve(v)
	last, _ := t.resolve(previous)
	var out []Problem
	for i := range t.fields {
		if now.has[i] {
			out = append(out, t.compareField(i, now, last)...)
		}
	}
	return out
}

// compareField looks at the figure of one field beside last year's.
func (t *Template) compareField(i int, now, last resolved) []Problem {
	f := &t.fields[i]
	if f.PriorOf == "" {
		if last.has[i] && f.comparable() {
			return t.slips(i, now.text[i], last.text[i])
		}
		return nil
	}
	j, ok := t.index[f.PriorOf]
	if !ok || !last.has[j] || f.Unit != t.fields[j].Unit || f.sameFigure(now.text[i], &t.fields[j], last.text[j]) {
		return nil
	}
	return []Problem{t.problem(i, CodePrior, f.priorDiffers(now.text[i], &t.fields[j], last.text[j]), f.firstPlaceholder())}
}

// Prior gives what last year's values say of this year's: the figures of the
// fields that repeat another's of last year.
func (t *Template) Prior(previous Values) Values {
	last, _ := t.resolve(previous)
	var out Values
	for i := range t.fields {
		f := &t.fields[i]
		j, ok := t.index[f.PriorOf]
		if f.PriorOf == "" || !ok || !last.has[j] {
			continue
		}
		if v, err := t.fields[j].parsePrinted(last.text[j]); err == nil {
			if v.Type == Number && f.Unit != t.fields[j].Unit {
				v.Unit = t.fields[j].Unit
			}
			out = append(out, Entry{Name: f.Name, Value: v})
		}
	}
	return out
}

// checkPrior tells which fields repeat last year's figure of a field that is
// not there.
func (b *binder) checkPrior() {
	for i, f := range b.schema.Fields {
		if _, ok := b.index[f.PriorOf]; ok || f.PriorOf == "" {
			continue
		}
		b.noField(b.path(i, "prior_of"), f.PriorOf, Text{})
	}
}

// comparable tells whether a field's figures of two years bear comparison.
func (f *boundField) comparable() bool {
	return f.Kind == KindDecimal || f.Kind == KindInteger || f.Kind == KindPercent
}

// slips looks for a slip of units or of sign between two printed figures.
func (t *Template) slips(i int, now, last string) []Problem {
	f := &t.fields[i]
	a, okA := f.number(now)
	b, okB := f.number(last)
	switch {
	case !okA || !okB || a.sign() == 0 || b.sign() == 0:
		return nil
	case a.sign() != b.sign():
		return []Problem{t.problem(i, CodeSignChanged, f.signChanged(now, last), f.firstPlaceholder())}
	}
	if power := slipOf(a.decimal().Abs(), b.decimal().Abs(), f.Kind == KindInteger); power != 0 {
		return []Problem{t.problem(i, CodeSlip, f.slipped(now, last, power), f.firstPlaceholder())}
	}
	return nil
}

// slipPowers are the powers of ten by which figures slip, from a digit to 亿,
// with how far from the power a ratio may lie, as a factor: a figure that is
// 6.25 to 16 times last year's is near ten times. Figures do not grow a
// hundredfold, so that from there on every ratio is near one of the powers.
var slipPowers = []struct {
	power  int32
	margin decimal.Decimal
}{{1, closeBy}, {2, rootOfTen}, {3, rootOfTen}, {4, rootOfTen}, {5, rootOfTen}, {6, rootOfTen}, {7, rootOfTen}, {8, rootOfTen}}

var (
	closeBy   = decimal.RequireFromString("1.6")
	rootOfTen = decimal.RequireFromString("3.17") // a little over it
)

// fewestCounted is the count below which a count may well grow tenfold.
var fewestCounted = decimal.NewFromInt(10)

// slipOf gives the power of ten that lies between two positive figures, 0 for
// none.
func slipOf(now, last decimal.Decimal, count bool) int32 {
	large, small, sign := now, last, int32(1)
	if large.LessThan(small) {
		large, small, sign = small, large, -1
	}
	if count && small.LessThan(fewestCounted) {
		return 0
	}
	for _, p := range slipPowers {
		at := small.Shift(p.power)
		if large.Mul(p.margin).GreaterThanOrEqual(at) && large.LessThanOrEqual(at.Mul(p.margin)) {
			return sign * p.power
		}
	}
	return 0
}

// sameFigure tells whether two printed figures can be the same one: each stands
// for half a unit of its last decimal.
func (f *boundField) sameFigure(now string, g *boundField, last string) bool {
	a, okA := f.number(now)
	b, okB := g.number(last)
	if !okA || !okB {
		return now == last
	}
	apart := a.decimal().Sub(b.decimal()).Abs()
	reach := decimal.New(5, -a.scale-1).Add(decimal.New(5, -b.scale-1))
	return apart.LessThanOrEqual(reach)
}

// powerNames are the powers of ten in words.
var powerNames = map[int32]Text{
	1: {"10", "10"}, 2: {"100", "100"}, 3: {"1000", "1,000"}, 4: {"1 万", "10,000"},
	5: {"10 万", "100,000"}, 6: {"100 万", "1,000,000"}, 7: {"1000 万", "10,000,000"}, 8: {"1 亿", "100,000,000"},
}

func (f *boundField) slipped(now, last string, power int32) Text {
	if power < 0 {
		n := powerNames[-power]
		return say("%[1]s为 %[2]s%[4]s，约为上年 %[3]s%[4]s的 %[5]s 分之一。请核对单位和小数点。",
			"%[1]s is %[2]s%[7]s, about 1/%[6]s of last year's %[3]s%[7]s. Check the unit and the decimal point.",
			f.Title(), now, last, f.Unit, n.ZH, n.EN, afterBlank(f.Unit))
	}
	n := powerNames[power]
	return say("%[1]s为 %[2]s%[4]s，约为上年 %[3]s%[4]s的 %[5]s 倍。请核对单位（如万、亿）和小数点。",
		"%[1]s is %[2]s%[7]s, about %[6]s times last year's %[3]s%[7]s. Check the unit and the decimal point.",
		f.Title(), now, last, f.Unit, n.ZH, n.EN, afterBlank(f.Unit))
}

func (f *boundField) signChanged(now, last string) Text {
	return say("%[1]s为 %[2]s%[4]s，上年为 %[3]s%[4]s，正负号相反。请核对。",
		"%[1]s is %[2]s%[5]s, last year's was %[3]s%[5]s: the sign has changed. Check it.", f.Title(), now, last, f.Unit, afterBlank(f.Unit))
}

func (f *boundField) priorDiffers(now string, of *boundField, last string) Text {
	return say("%[1]s为 %[2]s%[5]s，而上年报告中的%[3]s为 %[4]s%[6]s。请核对，以上年报告为准或说明调整原因。",
		"%[1]s is %[2]s%[7]s, but last year's report has %[3]s %[4]s%[8]s. Make them agree, or be ready to say why not.",
		f.Title(), now, of.Title(), last, f.Unit, of.Unit, afterBlank(f.Unit), afterBlank(of.Unit))
}

// afterBlank is a unit as English sets it behind a figure.
func afterBlank(unit string) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}

package fill

import (
	"strconv"
	"strings"
)

// traits are what a field's kind, unit and sentences say of its values.
type traits struct {
	unit        unit
	places      int32  // decimals printed, -1 for those given
	least, most digits // bounds of years, months, days and ranks
	padded      bool   // 05 is as good as 5
	amount      bool   // printed as a sum in yuan, with its unit
	yuanFollows bool   // 元 stands after the mark
	exact       bool   // counts and calendar numbers stand for themselves, without rounding
	sign        saidSign
	needed      bool // a placeholder or an expression wants a value
}

// kindRange is what a kind allows of whole numbers.
type kindRange struct{ from, to int64 }

func (k kindRange) least() string { return strconv.FormatInt(k.from, 10) }
func (k kindRange) most() string  { return strconv.FormatInt(k.to, 10) }

// kindBounds are the numbers that the kinds of calendar and rank figures allow.
var kindBounds = map[Kind]kindRange{
	KindYear:  {1000, 9999},
	KindMonth: {1, 12},
	KindDay:   {1, 31},
	KindRank:  {1, 1_000_000_000},
}

// prepare works out what resolve needs of each field. Compile calls it once
// all else in the template is set.
func (t *Template) prepare() {
	for i := range t.fields {
		f := &t.fields[i]
		f.traits = traitsOf(f, t.placeholders)
		f.needed = f.computed == nil && len(f.Placeholders) > 0
	}
	t.prepareReads()
}

// prepareReads marks the fields that expressions read.
func (t *Template) prepareReads() {
	reads := func(e *expression) []int {
		of := e.fields()
		for _, i := range of {
			t.fields[i].needed = t.fields[i].computed == nil
		}
		t.expressions = true
		return of
	}
	for i := range t.fields {
		if e := t.fields[i].computed; e != nil {
			t.fields[i].reads = reads(e)
		}
	}
	for i := range t.checks {
		t.checks[i].reads = reads(t.checks[i].condition)
	}
}

func traitsOf(f *boundField, ps []Placeholder) traits {
	t := traits{unit: parseUnit(f.Unit), places: placesOf(f)}
	bounds := kindBounds[f.Kind]
	t.least, t.most = wholeNumber(bounds.from), wholeNumber(bounds.to)
	t.padded = f.Kind == KindMonth || f.Kind == KindDay
	if f.Kind == KindPercent && f.Unit == "" {
		t.unit = parseUnit(basePercent)
	}
	switch f.Kind {
	case KindYear, KindMonth, KindDay, KindRank:
		t.exact = true
	case KindInteger:
		t.exact = t.unit.counts()
	}
	follows := false
	for _, n := range f.Placeholders {
		follows = follows || f.Unit != "" && strings.HasPrefix(ps[n-1].After, f.Unit)
		if t.sign.words == "" && f.Kind.Numeric() {
			t.sign = signSaid(ps[n-1])
		}
	}
	money := t.unit.base == baseMoney || f.Unit == ""
	t.amount = money && !follows
	t.yuanFollows = follows && f.Unit == baseMoney
	return t
}

// placesOf gives the decimals that the field prints, -1 for those given.
func placesOf(f *boundField) int32 {
	switch {
	case f.Kind != KindDecimal && f.Kind != KindPercent:
		return 0
	case f.Decimals != nil:
		return int32(*f.Decimals)
	case f.computed != nil:
		return int32(f.decimals)
	}
	return -1
}

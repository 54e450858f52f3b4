package fill

import (
	"slices"

	"github.com/shopspring/decimal"
)

// canHold tells whether there is a value that keeps the constraint. Tags with
// alternatives count as able to hold.
func (c *constraintCompilation) canHold(out *constraint) bool {
	for _, b := range c.bounds {
		if b.name == "eq" || b.name == "oneof" {
			return slices.ContainsFunc(splitList(b.parameter), func(p string) bool { return c.holdsFor(out, p) })
		}
	}
	if !out.number {
		return c.lengthsHold()
	}
	if c.field.Kind == KindDate {
		return c.numbersHold(&numberRange{})
	}
	s := &numberRange{whole: c.field.Kind != KindDecimal && c.field.Kind != KindPercent}
	if k, ok := kindBounds[c.field.Kind]; ok {
		s.from(decimal.NewFromInt(k.from), false)
		s.to(decimal.NewFromInt(k.to), false)
	}
	return c.numbersHold(s)
}

// holdsFor tells whether a value that the tags name keeps all of them.
func (c *constraintCompilation) holdsFor(out *constraint, value string) bool {
	if !out.number {
		return out.allows(&reading{text: value})
	}
	d, ok := parseBound(value)
	if !ok || !out.allows(&reading{number: d}) {
		return false
	}
	k, limited := kindBounds[c.field.Kind]
	return !limited || d.isWhole() && d.cmp(wholeNumber(k.from)) >= 0 && d.cmp(wholeNumber(k.to)) <= 0
}

// numbersHold narrows the range by the tags and tells whether any number is left.
func (c *constraintCompilation) numbersHold(s *numberRange) bool {
	for _, b := range c.bounds {
		d, ok := parseBound(b.parameter)
		if !ok {
			continue
		}
		switch b.name {
		case "gte", "min":
			s.from(d.decimal(), false)
		case "gt":
			s.from(d.decimal(), true)
		case "lte", "max":
			s.to(d.decimal(), false)
		case "lt":
			s.to(d.decimal(), true)
		}
	}
	return !s.empty()
}

// lengthsHold tells whether text of any length keeps the tags.
func (c *constraintCompilation) lengthsHold() bool {
	s := &numberRange{whole: true}
	s.from(decimal.Zero, false)
	for _, b := range c.bounds {
		if c.rules[b.name].takes != takesLength {
			continue
		}
		n := decimal.RequireFromString(b.parameter)
		switch b.name {
		case "gt", "gte", "min", "len":
			s.from(n, b.name == "gt")
		}
		switch b.name {
		case "lt", "lte", "max", "len":
			s.to(n, b.name == "lt")
		}
	}
	return !s.empty()
}

// numberRange is a range of numbers, open to a side that has no bound yet.
type numberRange struct {
	low, high       decimal.Decimal
	hasLow, hasHigh bool
	lowOut, highOut bool // the bound itself is outside
	whole           bool // whole numbers alone count
}

func (s *numberRange) from(d decimal.Decimal, outside bool) {
	if c := d.Cmp(s.low); !s.hasLow || c > 0 || c == 0 && outside {
		s.low, s.hasLow, s.lowOut = d, true, outside
	}
}

func (s *numberRange) to(d decimal.Decimal, outside bool) {
	if c := d.Cmp(s.high); !s.hasHigh || c < 0 || c == 0 && outside {
		s.high, s.hasHigh, s.highOut = d, true, outside
	}
}

func (s *numberRange) empty() bool {
	if !s.hasLow || !s.hasHigh {
		return false
	}
	low, high := s.low, s.high
	lowOut, highOut := s.lowOut, s.highOut
	if s.whole {
		one := decimal.NewFromInt(1)
		if low = low.Ceil(); lowOut && low.Equal(s.low) {
			low = low.Add(one)
		}
		if high = high.Floor(); highOut && high.Equal(s.high) {
			high = high.Sub(one)
		}
		lowOut, highOut = false, false
	}
	c := low.Cmp(high)
	return c > 0 || c == 0 && (lowOut || highOut)
}

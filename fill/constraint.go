package fill

import (
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
)

// constraint is what a field's validate tags ask of its values.
type constraint struct {
	tags   string // as validator takes them; empty for no constraint
	demand Text   // what they ask for: 在 0 到 100 之间
	number bool   // they go over the number, else over the text
}

// allows tells whether the value keeps the constraint. Empty text does: whether
// it may be empty is not for the constraint to say.
func (c *constraint) allows(r *reading) bool {
	if c.tags == "" || !c.number && r.text == "" {
		return true
	}
	if c.number {
		return numberRules().Var([1]*digits{&r.number}, c.tags) == nil
	}
	return textRules().Var(r.text, c.tags) == nil
}

// textRules are validator's own, over strings.
var textRules = sync.OnceValue(func() *validator.Validate { return validator.New() })

// numberRules are validator's tags for numbers over exact decimals: validator
// itself would compare in binary floating point. A value is a [1]*digits:
// validator takes structs and pointers apart, and copies what is larger than a
// pointer.
var numberRules = sync.OnceValue(func() *validator.Validate {
	v := validator.New()
	for tag, holds := range comparisons {
		register(v, tag, func(d digits, param string) bool {
			bound, _ := parseBound(param)
			return holds(d.cmp(bound))
		})
	}
	register(v, "oneof", isNumberOf)
	register(v, "noneof", func(d digits, param string) bool { return !isNumberOf(d, param) })
	return v
})

var comparisons = map[string]func(int) bool{
	"eq":  func(c int) bool { return c == 0 },
	"ne":  func(c int) bool { return c != 0 },
	"lt":  func(c int) bool { return c < 0 },
	"lte": func(c int) bool { return c <= 0 },
	"max": func(c int) bool { return c <= 0 },
	"gt":  func(c int) bool { return c > 0 },
	"gte": func(c int) bool { return c >= 0 },
	"min": func(c int) bool { return c >= 0 },
}

func register(v *validator.Validate, tag string, holds func(d digits, param string) bool) {
	err := v.RegisterValidation(tag, func(fl validator.FieldLevel) bool {
		d := fl.Field().Interface().([1]*digits)
		return holds(*d[0], fl.Param())
	})
	if err != nil {
		panic(err) // a tag or a function is missing in the lines above
	}
}

func isNumberOf(d digits, param string) bool {
	for p := range strings.FieldsSeq(param) {
		if bound, ok := parseBound(p); ok && d.cmp(bound) == 0 {
			return true
		}
	}
	return false
}

// parseBound reads the parameter of a tag over numbers: a number, or a date as
// 2026-12-31.
func parseBound(s string) (digits, bool) {
	if d, bad := parseDigits(s); bad == numberOK {
		return d, true
	}
	return parseDate(s)
}

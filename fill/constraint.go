package fill

import (
	"sync"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
)

// constraint is what a field's validate tags ask of its values. Tags that compare
// are decided over exact decimals; the others are validator's own.
type constraint struct {
	demand Text      // what they ask for: 在 0 到 100 之间
	number bool      // they go over the number, else over the text
	tests  []tagTest // over the number, or the text's length in characters
	tags   string    // what is left to validator; empty for nothing
}

// allows tells whether the value keeps the constraint. Empty text does: whether
// it may be empty is not for the constraint to say.
func (c *constraint) allows(r *reading) bool {
	if c.number {
		return c.passes(&r.number)
	}
	if r.text == "" || len(c.tests) == 0 && c.tags == "" {
		return true
	}
	length := wholeNumber(int64(utf8.RuneCountInString(r.text)))
	return c.passes(&length) && (c.tags == "" || textRules().Var(r.text, c.tags) == nil)
}

func (c *constraint) passes(d *digits) bool {
	for i := range c.tests {
		if !c.tests[i].passes(d) {
			return false
		}
	}
	return true
}

// textRules are validator's own, over strings.
var textRules = sync.OnceValue(func() *validator.Validate { return validator.New() })

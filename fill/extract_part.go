package fill

import (
	"errors"
	"slices"
	"unicode"
)

// ExtractPart reads what can be told of a document that was not filled from this
// very draft: last year's report, whose words have changed here and there. The
// problems name the placeholders without an answer, as Extract's do; a field
// with two different values gives none. An *InvalidError: nothing can be told.
func (t *Template) ExtractPart(filled *Package) (Values, []Problem, error) {
	whole, err := t.Extract(filled)
	var invalid *InvalidError
	if !errors.As(err, &invalid) {
		return whole, nil, err
	}
	x, err := t.extract(filled, true)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range x.problems {
		if p.Code == CodeDiffers {
			x.has[t.index[p.Field]] = false
		}
	}
	if !slices.Contains(x.has, true) {
		return nil, nil, invalid
	}
	values, err := x.payload()
	return values, x.problems, err
}

// fewestWords is how many letters a paragraph has beside its values where it can
// be told from others by them.
const fewestWords = 4

// telling tells whether the fixed texts are enough to know the paragraph by.
func (p *pattern) telling() bool {
	n := 0
	for _, text := range p.fixed {
		for _, r := range text {
			if unicode.IsLetter(r) {
				n++
			}
		}
	}
	return n >= fewestWords
}

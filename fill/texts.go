package fill

// Texts gives what stands in the place of each placeholder once the values are
// filled in, in reading order; a placeholder that is left alone has its mark.
// A value that is wrong or missing gives an *InvalidError, as in Fill.
func (t *Template) Texts(v Values) ([]string, error) {
	res, result := t.resolve(v)
	if len(result.Problems) > 0 {
		return nil, &InvalidError{result.Problems}
	}
	texts := make([]string, len(t.placeholders))
	for i, p := range t.placeholders {
		texts[i] = p.Text
		if f := t.fieldOf[i]; f >= 0 {
			texts[i] = res.text[f]
		}
	}
	return texts, nil
}

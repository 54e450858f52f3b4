package fill

import "github.com/go-json-experiment/json/jsontext"

// MarshalJSON writes the values as an object by name, or as an array where they
// go by position. Numbers keep their digits; a name given twice is written twice.
func (v Values) MarshalJSON() ([]byte, error) {
	opening, closing := byte('{'), byte('}')
	byName := len(v) == 0 || v[0].Position == 0
	if !byName {
		opening, closing = '[', ']'
	}
	dst := append(make([]byte, 0, 2+32*len(v)), opening)
	for i, e := range v {
		if i > 0 {
			dst = append(dst, ',')
		}
		if byName {
			dst = append(appendQuoted(dst, e.Name), ':')
		}
		dst = e.Value.appendJSON(dst)
	}
	return append(dst, closing), nil
}

// UnmarshalJSON reads what MarshalJSON wrote: an object by name or an array. A
// member "values" is a field like any other here.
func (v *Values) UnmarshalJSON(data []byte) error {
	p, err := parsePayload(nil, data, bareForm)
	if err != nil {
		return err
	}
	*v = p.Values
	return nil
}

// MarshalJSON writes a string, a number, a bool, null, or {"value": …, "unit": …}.
func (v Value) MarshalJSON() ([]byte, error) { return v.appendJSON(nil), nil }

func (v Value) appendJSON(dst []byte) []byte {
	if v.Unit != "" {
		dst = v.appendScalar(append(dst, `{"value":`...))
		dst = appendQuoted(append(dst, `,"unit":`...), v.Unit)
		return append(dst, '}')
	}
	return v.appendScalar(dst)
}

// appendScalar writes the value without its unit. Text that is not the JSON
// that its type says is written as a string.
func (v Value) appendScalar(dst []byte) []byte {
	switch {
	case v.Type == Null:
		return append(dst, "null"...)
	case v.Type == Number && isKind(v.Text, jsontext.KindNumber),
		v.Type == Nested && jsontext.Value(v.Text).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
		v.Type == Bool && (v.Text == "true" || v.Text == "false"):
		return append(dst, v.Text...)
	}
	return appendQuoted(dst, v.Text)
}

func isKind(text string, kind jsontext.Kind) bool {
	raw := jsontext.Value(text)
	return raw.Kind() == kind && raw.IsValid() && text[0] != ' ' && text[len(text)-1] > ' '
}

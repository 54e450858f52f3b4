package fill

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// roomAhead bounds the values for which room is made before they are read.
const roomAhead = 1024

// object reads values by name.
func (r *payloadReader) object() (Values, error) {
	if _, err := r.dec.ReadToken(); err != nil {
		return nil, err
	}
	v := slices.Grow(r.room, min(strings.Count(r.text, ":"), roomAhead))
	for r.dec.PeekKind() != jsontext.KindEndObject {
		name, err := r.name()
		if err != nil {
			return nil, err
		}
		value, err := r.value()
		if err != nil {
			return nil, err
		}
		v = append(v, Entry{Name: name, Value: value})
	}
	_, err := r.dec.ReadToken()
	return v, err
}

// array reads values by the order of the placeholders.
func (r *payloadReader) array() (Values, error) {
	if _, err := r.dec.ReadToken(); err != nil {
		return nil, err
	}
	v := slices.Grow(r.room, min(strings.Count(r.text, ",")+1, roomAhead))
	for r.dec.PeekKind() != jsontext.KindEndArray {
		value, err := r.value()
		if err != nil {
			return nil, err
		}
		v = append(v, Entry{Position: len(v) + 1, Value: value})
	}
	_, err := r.dec.ReadToken()
	return v, err
}

func (r *payloadReader) name() (string, error) {
	raw, err := r.raw()
	if err != nil {
		return "", err
	}
	if strings.IndexByte(raw, '\\') < 0 {
		return r.unquote(raw), nil
	}
	return strings.ToValidUTF8(r.unquote(raw), "\uFFFD"), nil
}

// value reads a string, a number, a bool, null, or {"value": …, "unit": …}. Any
// other object, and a list, is Nested: Check tells it beside all other problems.
func (r *payloadReader) value() (Value, error) {
	if r.n++; r.n > maxEntries {
		return Value{}, r.fault(reasonTooMany)
	}
	if kind := r.dec.PeekKind(); kind != jsontext.KindBeginObject && kind != jsontext.KindBeginArray {
		return r.scalar()
	}
	raw, err := r.other()
	if err != nil {
		return Value{}, err
	}
	if v, ok := readWithUnit(raw); ok {
		return v, nil
	}
	return Value{Type: Nested, Text: string(raw)}, nil
}

// readWithUnit reads {"value": …, "unit": "万元"}, with the unit or without it.
// ok is false for anything else.
func readWithUnit(raw jsontext.Value) (v Value, ok bool) {
	if raw.Kind() != jsontext.KindBeginObject {
		return Value{}, false
	}
	r := &payloadReader{data: raw, text: string(raw)}
	r.rewind()
	members := make(map[string]Value, 2)
	if _, err := r.dec.ReadToken(); err != nil {
		return Value{}, false
	}
	for r.dec.PeekKind() != jsontext.KindEndObject {
		name, err := r.name()
		if _, twice := members[name]; err != nil || twice {
			return Value{}, false
		}
		if members[name], ok = r.member(name); !ok {
			return Value{}, false
		}
	}
	v, ok = members["value"]
	v.Unit = members["unit"].Text
	return v, ok
}

// member reads the value or the unit of {"value": …, "unit": "万元"}.
func (r *payloadReader) member(name string) (v Value, ok bool) {
	switch kind := r.dec.PeekKind(); {
	case kind == jsontext.KindBeginObject || kind == jsontext.KindBeginArray:
		return Value{}, false
	case name == "unit" && kind != jsontext.KindString && kind != jsontext.KindNull:
		return Value{}, false
	case name != "unit" && name != "value":
		return Value{}, false
	}
	v, err := r.scalar()
	return v, err == nil
}

// scalar reads a value that is neither an object nor an array.
func (r *payloadReader) scalar() (Value, error) {
	raw, err := r.raw()
	if err != nil {
		return Value{}, err
	}
	switch raw[0] {
	case '"':
		return Value{Type: String, Text: r.unquote(raw)}, nil
	case 'n':
		return Value{}, nil
	case 't', 'f':
		return Value{Type: Bool, Text: raw}, nil
	}
	return Value{Type: Number, Text: raw}, nil
}

// raw reads a string, number, bool or null as it stands.
func (r *payloadReader) raw() (string, error) {
	raw, err := r.dec.ReadValue()
	if err != nil {
		return "", err
	}
	end := int(r.dec.InputOffset())
	return r.text[end-len(raw) : end], nil
}

// unquote gives the characters of a string; lone surrogates stay as three bytes
// each, which are no valid UTF-8.
func (r *payloadReader) unquote(raw string) string {
	inner := raw[1 : len(raw)-1]
	if strings.IndexByte(inner, '\\') < 0 {
		return inner
	}
	return unquoteSurrogates(raw)
}

// other reads a member beside "values" as it stands.
func (r *payloadReader) other() (jsontext.Value, error) {
	start, depth := r.next(), r.dec.StackDepth()
	for {
		if r.dec.StackDepth() > maxPayloadDepth {
			return nil, r.fault(reasonDepth)
		}
		if _, err := r.dec.ReadToken(); err != nil {
			return nil, err
		}
		if r.dec.StackDepth() == depth {
			return jsontext.Value(r.text[start:r.dec.InputOffset()]), nil
		}
	}
}

// next is the byte offset of the next token.
func (r *payloadReader) next() int {
	at := int(r.dec.InputOffset())
	return at + len(r.text[at:]) - len(strings.TrimLeft(r.text[at:], " \t\r\n,:"))
}

func eofIsEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

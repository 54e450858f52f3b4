package fill

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Bounds of a payload. A value is never nested, so that depth bounds the
// members beside "values" alone.
const (
	maxEntries      = 1 << 20 // values in a payload
	maxPayloadDepth = 64      // nesting of the members beside "values"
)

// Payload is a request: its values and the members that stand beside them.
type Payload struct {
	Values  Values
	Wrapped bool                      // the values stand under "values"
	Others  map[string]jsontext.Value // the members beside "values"; nil where there are none
}

// ParseValues reads a payload: {"values": {…}}, {"values": […]}, {…} or […].
// An object whose member "values" is an object or an array is the wrapped form;
// what else stands in it is not read. The error is a *SyntaxError.
func ParseValues(data []byte) (Values, error) {
	p, err := ParsePayload(data)
	return p.Values, err
}

// ParsePayload reads a payload in any form that ParseValues reads, and keeps
// the members beside "values". The error is a *SyntaxError.
func ParsePayload(data []byte) (Payload, error) {
	return ParsePayloadIn(nil, data)
}

// ParsePayloadIn is ParsePayload with the values in the memory of room.
func ParsePayloadIn(room Values, data []byte) (Payload, error) {
	return parsePayload(room, data, anyForm)
}

// ParseEnvelope reads an object whose values, if it has any, stand under
// "values"; all other members are Others. The error is a *SyntaxError.
func ParseEnvelope(data []byte) (Payload, error) {
	return parsePayload(nil, data, wrappedForm)
}

// payloadForm says which forms of a payload are read.
type payloadForm uint8

const (
	anyForm     payloadForm = iota
	wrappedForm             // {"values": …, …}
	bareForm                // {…} or […]
)

func parsePayload(room Values, data []byte, form payloadForm) (Payload, error) {
	r, err := newPayloadReader(data)
	if err != nil {
		return Payload{}, err
	}
	if r.room = room[:0]; room == nil {
		r.room = Values{}
	}
	p, err := r.payload(form)
	if err == nil {
		err = r.end()
	}
	if err != nil {
		return Payload{}, r.explain(err)
	}
	return p, nil
}

// payloadReader reads one payload. Names and values are cut from text, which
// holds the same bytes as the decoder reads, so that most need no copy.
type payloadReader struct {
	dec  *jsontext.Decoder
	data []byte
	text string
	n    int    // values read
	room Values // where they go
}

var byteOrderMark = []byte("\xEF\xBB\xBF")

// newPayloadReader checks the encoding. Lone surrogates in escapes pass: Check
// tells them as text that XML cannot hold, beside all other problems.
func newPayloadReader(data []byte) (*payloadReader, error) {
	data = bytes.TrimPrefix(data, byteOrderMark)
	r := &payloadReader{data: data, text: string(data)}
	if !utf8.ValidString(r.text) {
		return nil, r.syntaxError(invalidUTF8(r.data), reasonEncoding)
	}
	r.rewind()
	return r, nil
}

func (r *payloadReader) rewind() {
	r.dec = jsontext.NewDecoder(bytes.NewBuffer(r.data),
		jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
}

func (r *payloadReader) payload(form payloadForm) (Payload, error) {
	switch r.dec.PeekKind() {
	case jsontext.KindBeginArray:
		if form == wrappedForm {
			return Payload{}, r.fault(reasonNoObject)
		}
		v, err := r.array()
		return Payload{Values: v}, err
	case jsontext.KindBeginObject:
	case jsontext.KindInvalid:
		_, err := r.dec.ReadToken()
		return Payload{}, err
	default:
		return Payload{}, r.fault(reasonNoPayload)
	}
	if form == anyForm && strings.Contains(r.text, `"values"`) {
		wrapped, err := r.wrapped()
		if err != nil {
			return Payload{}, err
		}
		if wrapped {
			form = wrappedForm
		}
	}
	if form == wrappedForm {
		return r.envelope()
	}
	v, err := r.object()
	return Payload{Values: v}, err
}

// wrapped looks for a member "values" that holds an object or an array, and
// goes back to the start.
func (r *payloadReader) wrapped() (bool, error) {
	if _, err := r.dec.ReadToken(); err != nil {
		return false, err
	}
	found := false
	for !found && r.dec.PeekKind() != jsontext.KindEndObject {
		name, err := r.name()
		if err != nil {
			return false, err
		}
		kind := r.dec.PeekKind()
		found = name == "values" && (kind == jsontext.KindBeginObject || kind == jsontext.KindBeginArray)
		if found {
			break
		}
		if _, err := r.other(); err != nil {
			return false, err
		}
	}
	r.rewind()
	return found, nil
}

// envelope reads an object whose values stand under "values".
func (r *payloadReader) envelope() (Payload, error) {
	p := Payload{}
	if _, err := r.dec.ReadToken(); err != nil {
		return p, err
	}
	for r.dec.PeekKind() != jsontext.KindEndObject {
		name, err := r.name()
		if err != nil {
			return p, err
		}
		if _, twice := p.Others[name]; twice || name == "values" && p.Wrapped {
			return p, r.fault(reasonTwice(name))
		}
		if name == "values" {
			p.Wrapped = true
			p.Values, err = r.values()
		} else {
			err = r.keep(&p, name)
		}
		if err != nil {
			return p, err
		}
	}
	_, err := r.dec.ReadToken()
	return p, err
}

func (r *payloadReader) keep(p *Payload, name string) error {
	raw, err := r.other()
	if err != nil {
		return err
	}
	if p.Others == nil {
		p.Others = make(map[string]jsontext.Value)
	}
	p.Others[name] = raw
	return nil
}

// values reads what stands under "values"; null stands for none.
func (r *payloadReader) values() (Values, error) {
	switch r.dec.PeekKind() {
	case jsontext.KindBeginObject:
		return r.object()
	case jsontext.KindBeginArray:
		return r.array()
	case jsontext.KindNull:
		_, err := r.dec.ReadToken()
		return nil, err
	case jsontext.KindInvalid:
		_, err := r.dec.ReadToken()
		return nil, err
	}
	return nil, r.fault(reasonNoValues)
}

// end wants nothing but blanks after the payload.
func (r *payloadReader) end() error {
	if r.dec.PeekKind() == jsontext.KindInvalid {
		_, err := r.dec.ReadToken()
		return eofIsEnd(err)
	}
	return r.fault(reasonMore)
}

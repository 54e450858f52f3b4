package fill

import (
	"errors"
)

// compute works out the computed fields, and holds those that are given against
// what their expressions give.
func (r *resolution) compute() {
	for _, i := range r.t.order {
		f := &r.t.fields[i]
		q, err := f.computed.number(r.env)
		switch {
		case err != nil:
			r.uncomputable(i, f, divisorText(err))
		case !q.known:
			r.unknownInputs(i, f)
		case r.has[i]:
			r.compare(i, f, q)
		case !r.blamed[i]:
			r.computed(i, f, q)
		}
	}
}

func divisorText(err error) Text {
	var zero *divisionError
	if errors.As(err, &zero) {
		return zero.Text()
	}
	return Text{err.Error(), err.Error()}
}

// unknownInputs tells that the field has no value since optional inputs are
// missing, unless a problem of theirs says so already or nobody waits for it.
func (r *resolution) unknownInputs(i int, f *boundField) {
	if r.has[i] || r.blamed[i] || f.Optional || len(f.Placeholders) == 0 {
		return
	}
	var titles []string
	for _, k := range f.reads {
		if r.blamed[k] || r.t.fields[k].computed != nil && !r.env[k].known {
			r.blamed[i] = true
			return
		}
		if !r.env[k].known {
			titles = append(titles, r.t.fields[k].Title())
		}
	}
	r.blame(i, CodeMissing, f.uncomputed(reasonInputs(titles)))
}

// uncomputable tells that an expression has no value: only a warning where one
// is given.
func (r *resolution) uncomputable(i int, f *boundField, reason Text) {
	if r.blamed[i] {
		return
	}
	r.blame(i, CodeUncomputed, f.uncomputed(reason))
	if r.has[i] {
		last := len(r.result.Problems) - 1
		r.result.Warnings = append(r.result.Warnings, r.result.Problems[last])
		r.result.Problems = r.result.Problems[:last]
		r.blamed[i] = false
	}
}

// compare holds a given value against the computed one: they are equal where
// the intervals meet.
func (r *resolution) compare(i int, f *boundField, q quantity) {
	if q.meets(r.env[i]) {
		return
	}
	places := max(f.places, r.numbers[i].scale)
	r.blame(i, CodeComputed, f.differs(r.numbers[i].String(), q.decimal().StringFixed(places), r.t.formula(f.Name)))
}

// computed takes the expression's value as the field's.
func (r *resolution) computed(i int, f *boundField, q quantity) {
	d, ok := f.rounded(q)
	if !ok {
		r.blame(i, CodeUncomputed, f.uncomputed(f.tooLong(Value{Type: Number, Text: q.decimal().Truncate(0).String()})))
		return
	}
	v := Value{Type: Number, Text: r.digits.text(d, false)}
	if f.suits(d, v) != nil {
		r.blame(i, CodeKind, f.computedKind(v.Text, r.t.formula(f.Name)))
		return
	}
	text, ok := f.print(d, v, &r.digits)
	if !ok {
		r.blame(i, CodeKind, f.unprintable(v))
		return
	}
	if read := (reading{d, text}); r.judge(i, f, read, true) {
		r.accept(i, f, read)
	}
}

// rounded gives the expression's value with the field's decimals.
func (f *boundField) rounded(q quantity) (digits, bool) {
	if c, ok := q.coefficient(f.places); ok && within(c) {
		return digits{coef: c, scale: f.places}, true
	}
	return digitsOf(q.decimal().Round(f.places), f.places)
}

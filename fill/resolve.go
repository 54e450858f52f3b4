package fill

import (
	"cmp"
	"math"
	"slices"
)

// resolve binds, checks and formats a payload: all problems at once, in the
// order of the placeholders.
func (t *Template) resolve(v Values) (resolved, Result) {
	r := newResolution(t, v)
	r.run()
	return r.resolved(), r.result
}

// Check tells all problems at once, and the computed values.
func (t *Template) Check(v Values) Result {
	r := newResolution(t, v)
	r.run()
	return r.checked()
}

// CheckGiven tells what is wrong with each of the values by itself: nothing is
// missing, and none is held against another. It is for a part of a payload.
func (t *Template) CheckGiven(v Values) []Problem {
	r := newResolution(t, v)
	if r.bind() {
		r.readGiven()
	}
	r.sort()
	return r.result.Problems
}

func (r *resolution) readGiven() {
	for i := range r.t.fields {
		if v, ok := r.value(i); ok && !r.blamed[i] {
			r.readField(i, &r.t.fields[i], v)
		}
	}
}

// readAll reads what is given for each field, and tells what is missing.
func (r *resolution) readAll() {
	for i := range r.t.fields {
		f := &r.t.fields[i]
		v, ok := r.value(i)
		switch {
		case r.blamed[i]:
		case ok:
			r.readField(i, f, v)
		case f.needed && !f.Optional:
			r.blame(i, CodeMissing, f.missing())
		}
	}
}

// value gives the value of a field. A blank counts as none where a number or a
// date is wanted, and empty text where a value is required.
func (r *resolution) value(i int) (Value, bool) {
	if r.given[i] == 0 {
		return Value{}, false
	}
	v, f := r.v[r.given[i]-1].Value, &r.t.fields[i]
	switch {
	case v.Type == Null:
		return v, false
	case v.Type == String && f.Kind != KindText:
		return v, halfWidth(v.Text) != ""
	case v.Type == String && v.Text == "":
		return v, f.Optional
	}
	return v, true
}

// readField reads, judges and prints one value.
func (r *resolution) readField(i int, f *boundField, v Value) {
	read, bad := f.read(v, &r.digits)
	if bad != nil {
		r.blame(i, bad.code, bad.text)
		return
	}
	if r.judge(i, f, read, false) {
		r.accept(i, f, read)
	}
}

// read reads a value of any kind and prints it. The digits of numbers go to
// texts, which may be nil.
func (f *boundField) read(v Value, texts *digitTexts) (reading, *valueFault) {
	if v.Type == Nested {
		return reading{}, &valueFault{CodeShape, f.nested(v)}
	}
	switch f.Kind {
	case KindText:
		text, bad := f.readText(v)
		return reading{text: text}, bad
	case KindDate:
		d, ok := parseDate(v.Text)
		if !ok || v.Type != String {
			return reading{}, &valueFault{CodeKind, f.wrongKind(v)}
		}
		if v.Unit != "" {
			return reading{}, &valueFault{CodeUnit, f.wrongUnit(v.Unit)}
		}
		return reading{d, printDate(d, f.Numerals == numeralsChinese)}, nil
	}
	d, bad := f.readNumber(v)
	if bad != nil {
		return reading{}, bad
	}
	text, ok := f.print(d, v, texts)
	if !ok {
		return reading{}, &valueFault{CodeKind, f.unprintable(v)}
	}
	return reading{d, text}, nil
}

// judge tells what sign and constraint have against a reading. Where the sign
// is wrong, the constraint is asked about the value without it.
func (r *resolution) judge(i int, f *boundField, read reading, computed bool) bool {
	ok := true
	value := read
	if f.sign.words != "" && read.number.sign() < 0 {
		r.blameAt(i, CodeSign, f.signTwice(read.number, computed), f.sign.placeholder)
		value.number, ok = read.number.negated(), false
	}
	if !f.constraint.allows(&value) {
		shown := read.text
		if f.Kind.Numeric() {
			shown = read.number.String()
		}
		r.blame(i, CodeConstraint, f.against(shown))
		ok = false
	}
	return ok
}

// accept takes a reading as the field's value.
func (r *resolution) accept(i int, f *boundField, read reading) {
	r.text[i], r.has[i] = read.text, true
	if len(r.env) > 0 && f.Kind.Numeric() {
		r.numbers[i] = read.number
		r.env[i] = f.quantity(read.number)
	}
}

// quantity gives the figure with the interval that its printed digits stand for.
func (f *boundField) quantity(d digits) quantity {
	switch {
	case f.exact && d.wide == nil:
		return exactFigure(d.coef, d.scale)
	case f.exact:
		return exactly(d.decimal())
	case d.wide == nil:
		return roundedFigure(d.coef, d.scale)
	}
	return rounded(d.decimal(), d.scale)
}

// blame tells a problem of a field.
func (r *resolution) blame(i int, code Code, text Text) {
	r.blameAt(i, code, text, r.t.fields[i].firstPlaceholder())
}

// blameAt tells a problem of a field with the sentence of one placeholder, 0 for none.
func (r *resolution) blameAt(i int, code Code, text Text, placeholder int) {
	p := r.t.problem(i, code, text, placeholder)
	r.blamed[i] = true
	r.result.Problems = append(r.result.Problems, p)
}

// sort puts problems in the order of their first placeholders, those without at
// the end.
func (r *resolution) sort() {
	first := func(p Problem) int {
		if len(p.Placeholders) == 0 {
			return math.MaxInt
		}
		return p.Placeholders[0]
	}
	byPlace := func(a, b Problem) int { return cmp.Compare(first(a), first(b)) }
	slices.SortStableFunc(r.result.Problems, byPlace)
	slices.SortStableFunc(r.result.Warnings, byPlace)
}

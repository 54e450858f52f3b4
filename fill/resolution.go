package fill

import "unsafe"

// resolution is the state of one resolve.
type resolution struct {
	t       *Template
	v       Values
	given   []int32    // by field: 1 + index into v; 0 where it is not given
	blamed  []bool     // by field: a problem says why it has no value
	numbers []digits   // by field; empty where the template has no expressions
	env     []quantity // as numbers
	text    []string
	digits  digitTexts // what of text was not given so
	has     []bool
	result  Result // without the computed values
}

func newResolution(t *Template, v Values) *resolution {
	r := new(resolution)
	r.begin(t, v)
	return r
}

// begin takes up a payload, in the memory of the one before.
func (r *resolution) begin(t *Template, v Values) {
	n, figures := len(t.fields), 0
	if t.expressions {
		figures = n
	}
	*r = resolution{
		t: t, v: v, given: zeros(r.given, n), blamed: zeros(r.blamed, n), has: zeros(r.has, n), text: zeros(r.text, n),
		numbers: zeros(r.numbers, figures), env: zeros(r.env, figures),
	}
}

// end lets go of the payload and all that was told of it, and keeps the memory.
func (r *resolution) end() {
	clear(r.text)
	r.t, r.v, r.result, r.digits = nil, nil, Result{}, digitTexts{}
}

// memory is the number of bytes that r keeps.
func (r *resolution) memory() int {
	return bytesOf(r.given) + bytesOf(r.blamed) + bytesOf(r.has) + bytesOf(r.text) + bytesOf(r.numbers) + bytesOf(r.env)
}

// zeros gives n zeros, in the memory of s where they fit.
func zeros[T any](s []T, n int) []T {
	if n > cap(s) {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

func (r *resolution) run() {
	if r.bind() {
		r.readAll()
		r.compute()
		r.check()
	}
	r.sort()
}

func (r *resolution) resolved() resolved { return resolved{text: r.text, has: r.has} }

// checked gives the result with the computed values.
func (r *resolution) checked() Result {
	out := r.result
	if len(r.t.order) > 0 {
		out.Computed = make(Values, 0, len(r.t.order))
	}
	for _, i := range r.t.order {
		if f := &r.t.fields[i]; r.has[i] {
			out.Computed = append(out.Computed, Entry{Name: f.Name, Value: Value{Type: Number, Text: r.numbers[i].String()}})
		}
	}
	return out
}

func bytesOf[T any](s []T) int {
	var zero T
	return cap(s) * int(unsafe.Sizeof(zero))
}

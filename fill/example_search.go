package fill

import (
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"
)

// exampleSearch changes invented figures, one at a time, for as long as that
// makes fewer problems.
type exampleSearch struct {
	t        *Template
	payload  Values
	at       map[int]int // field → its place in payload, of invented figures
	random   *rand.Rand
	outcome  *resolution
	problems int
}

// exampleTrials bounds the figures that are tried for one example.
const exampleTrials = 3000

func newExampleSearch(t *Template) *exampleSearch {
	s := &exampleSearch{t: t, at: make(map[int]int), random: rand.New(rand.NewPCG(20, 26))}
	for i := range t.fields {
		f := &t.fields[i]
		if f.computed != nil {
			continue
		}
		value := f.exampleValue()
		if f.Example == "" {
			value = f.invent(i)
			if f.Kind.Numeric() {
				s.at[i] = len(s.payload)
			}
		}
		s.payload = append(s.payload, Entry{Name: f.Name, Value: value})
	}
	s.outcome, s.problems = s.try()
	return s
}

// try resolves the payload and counts what is against it.
func (s *exampleSearch) try() (*resolution, int) {
	r := newResolution(s.t, s.payload)
	r.run()
	return r, len(r.result.Problems) + len(r.result.Warnings)
}

// improve tries other figures until nothing is against the payload.
func (s *exampleSearch) improve() {
	for range exampleTrials {
		if s.problems == 0 {
			return
		}
		field, e := s.culprit()
		if field < 0 {
			return
		}
		entry := &s.payload[s.at[field]]
		before := entry.Value
		entry.Value = s.change(field, e)
		if entry.Value == before || !s.t.fields[field].takes(entry.Value) {
			entry.Value = before
			continue
		}
		if r, n := s.try(); n <= s.problems {
			s.outcome, s.problems = r, n
		} else {
			entry.Value = before
		}
	}
}

// culprit picks an invented figure that an expression at fault reads; -1 where
// there is none.
func (s *exampleSearch) culprit() (int, *expression) {
	var of []*expression
	for _, i := range s.t.order {
		if f := &s.t.fields[i]; s.outcome.blamed[i] || !s.outcome.has[i] {
			of = append(of, f.computed)
		}
	}
	for _, c := range s.t.checks {
		if ok, err := c.condition.holds(s.outcome.env); !ok || err != nil {
			of = append(of, c.condition)
		}
	}
	for len(of) > 0 {
		n := s.random.IntN(len(of))
		if invented := s.invented(of[n]); len(invented) > 0 {
			return invented[s.random.IntN(len(invented))], of[n]
		}
		of = slices.Delete(of, n, n+1)
	}
	return -1, nil
}

// invented lists the invented figures that an expression reads, through
// computed fields too.
func (s *exampleSearch) invented(e *expression) []int {
	var out []int
	for _, i := range e.fields() {
		if f := &s.t.fields[i]; f.computed != nil {
			out = append(out, s.invented(f.computed)...)
		} else if _, ok := s.at[i]; ok {
			out = append(out, i)
		}
	}
	return out
}

// change gives a field another figure: the one that a comparison holds it
// against, or its own made larger or smaller.
func (s *exampleSearch) change(field int, e *expression) Value {
	f, env := &s.t.fields[field], s.outcome.env
	own := decimal.Zero
	if env[field].known {
		own = env[field].decimal()
	}
	if side, ok := e.against(field); ok && s.random.IntN(3) == 0 {
		if q, err := side.number(env); err == nil && q.known {
			own = q.decimal()
		}
	}
	step := f.step()
	switch s.random.IntN(7) {
	case 0:
		own = own.Add(step)
	case 1:
		own = own.Sub(step)
	case 2:
		own = own.Mul(decimal.New(2, 0))
	case 3:
		own = own.Div(decimal.New(2, 0))
	case 4:
		own = own.Mul(decimal.New(11, -1))
	case 5:
		own = own.Mul(decimal.New(9, -1))
	}
	return f.figure(own)
}

// against gives the other side of a comparison that has the field alone on one.
func (e *expression) against(field int) (*term, bool) {
	if e.root.op < opLess || e.root.op > opNotEqual {
		return nil, false
	}
	for side, t := range e.root.of {
		if t.op == opField && t.field == field {
			return e.root.of[1-side], true
		}
	}
	return nil, false
}

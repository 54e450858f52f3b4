package fill

// verdict is what can be said of a condition over figures with intervals: how
// it stands for the values as shown, and whether figures within the intervals
// can make it hold and can make it fail.
type verdict struct {
	known bool // false: it reads a field without a value
	shown bool // it holds for the values as shown
	holds bool // it can hold
	fails bool // it can fail
}

// undecided is the verdict of a condition over a field without a value.
var undecided = verdict{holds: true, fails: true}

// compare gives the verdict of q op r. a <= b can hold where low(a) <= high(b),
// a == b where the intervals meet; a == b can fail, and a != b hold, where the
// values differ as they are shown.
func (q quantity) compare(op operation, r quantity) verdict {
	if !q.known || !r.known {
		return undecided
	}
	if a, b, ok := align(q, r); ok {
		return judge(op, a.value.cmp(b.value), a.low.cmp(b.high), a.high.cmp(b.low))
	}
	a, b := q.widened(), r.widened()
	return judge(op, a.value.Cmp(b.value), a.low.Cmp(b.high), a.high.Cmp(b.low))
}

// judge gives the verdict of a op b from three comparisons: of the values, of
// the low end of a with the high end of b, and of the high end with the low.
func judge(op operation, values, least, most int) verdict {
	switch op {
	case opLess:
		return verdict{true, values < 0, least < 0, most >= 0}
	case opLessEqual:
		return verdict{true, values <= 0, least <= 0, most > 0}
	case opGreater:
		return verdict{true, values > 0, most > 0, least <= 0}
	case opGreaterEqual:
		return verdict{true, values >= 0, most >= 0, least < 0}
	case opEqual:
		return verdict{true, values == 0, least <= 0 && most >= 0, values != 0}
	default: // opNotEqual
		return verdict{true, values != 0, values != 0, least <= 0 && most >= 0}
	}
}

func (v verdict) not() verdict {
	return verdict{v.known, v.known && !v.shown, v.fails, v.holds}
}

func (v verdict) and(w verdict) verdict {
	return verdict{
		known: v.known && w.known || v.refuted() || w.refuted(),
		shown: v.shown && w.shown,
		holds: v.holds && w.holds,
		fails: v.fails || w.fails,
	}
}

func (v verdict) or(w verdict) verdict { return v.not().and(w.not()).not() }

// refuted tells whether the condition is false for the values as shown.
func (v verdict) refuted() bool { return v.known && !v.shown }

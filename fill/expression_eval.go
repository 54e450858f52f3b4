package fill

// number works out a term that is a number, with decimals of any length.
func (t *term) number(env []quantity) (quantity, error) {
	switch t.op {
	case opConstant:
		return t.constant, nil
	case opField:
		return env[t.field], nil
	case opChoose:
		return t.choose(env)
	}
	a, err := t.of[0].number(env)
	if err != nil || !a.known {
		return quantity{}, err
	}
	switch t.op {
	case opNegate:
		return a.neg(), nil
	case opAbs:
		return a.abs(), nil
	case opRound:
		return a.round(t.places), nil
	}
	for _, o := range t.of[1:] {
		b, err := o.number(env)
		if err != nil || !b.known {
			return quantity{}, err
		}
		if a, err = t.join(a, b); err != nil {
			return quantity{}, err
		}
	}
	return a, nil
}

// join applies an operation of two or more operands to two of them.
func (t *term) join(a, b quantity) (quantity, error) {
	switch t.op {
	case opSubtract:
		return a.sub(b), nil
	case opMultiply:
		return a.mul(b), nil
	case opDivide:
		if b.isZero() {
			return quantity{}, &divisionError{divisor: t.divisor, column: t.column}
		}
		return a.div(b), nil
	case opMin:
		return a.min(b), nil
	case opMax:
		return a.max(b), nil
	default: // opAdd, opSum
		return a.add(b), nil
	}
}

// choose works out a choice between two numbers: the values as shown decide.
func (t *term) choose(env []quantity) (quantity, error) {
	v, err := t.of[0].truth(env)
	if err != nil || !v.known {
		return quantity{}, err
	}
	if v.shown {
		return t.of[1].number(env)
	}
	return t.of[2].number(env)
}

// truth works out a term that is a condition.
func (t *term) truth(env []quantity) (verdict, error) {
	switch t.op {
	case opAnd, opOr:
		return t.logic(env)
	case opNot:
		v, err := t.of[0].truth(env)
		return v.not(), err
	case opChoose:
		v, err := t.of[0].truth(env)
		if err != nil || !v.known {
			return undecided, err
		}
		if v.shown {
			return t.of[1].truth(env)
		}
		return t.of[2].truth(env)
	}
	a, err := t.of[0].number(env)
	if err != nil {
		return verdict{}, err
	}
	b, err := t.of[1].number(env)
	if err != nil {
		return verdict{}, err
	}
	return a.compare(t.op, b), nil
}

// logic works out "and" and "or". What the first condition settles for the
// values as shown guards the second from a division by zero.
func (t *term) logic(env []quantity) (verdict, error) {
	v, err := t.of[0].truth(env)
	if err != nil {
		return verdict{}, err
	}
	w, err := t.of[1].truth(env)
	settled := v.known && v.shown == (t.op == opOr)
	if err != nil && settled {
		return v, nil
	}
	if err != nil {
		return verdict{}, err
	}
	if t.op == opOr {
		return v.or(w), nil
	}
	return v.and(w), nil
}

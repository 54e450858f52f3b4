package fill

// bind finds the field of each value. It fails where an array has not one value
// for each place: then nothing can be said of any of them.
func (r *resolution) bind() bool {
	if len(r.v) > 0 && r.v[0].Position > 0 {
		return r.bindByPosition()
	}
	r.bindByName()
	return true
}

func (r *resolution) bindByName() {
	next, unknown := 0, 0
	for k := range r.v {
		i, ok := r.find(r.v[k].Name, next)
		switch {
		case !ok:
			if unknown++; unknown <= mostUnknown {
				r.unknown(r.v[k].Name, unknown <= mostGuesses)
			}
			continue
		case r.given[i] != 0 && !r.blamed[i]:
			r.blame(i, CodeTwice, r.t.fields[i].givenTwice(r.v[r.given[i]-1].Value, r.v[k].Value))
		case r.given[i] == 0:
			r.given[i] = int32(k + 1)
		}
		next = i + 1
	}
	if more := unknown - mostUnknown; more > 0 {
		r.result.Problems = append(r.result.Problems, Problem{Code: CodeUnknown, Text: unknownFields(more)})
	}
}

// mostUnknown bounds the unknown names that are told one by one.
const mostUnknown = 1000

// find looks for a field by name, first where a payload in the order of the
// fields has it.
func (r *resolution) find(name string, next int) (int, bool) {
	if next < len(r.t.fields) && r.t.fields[next].Name == name {
		return next, true
	}
	i, ok := r.t.index[name]
	return i, ok
}

// bindByPosition takes one value for each placeholder that has a field.
func (r *resolution) bindByPosition() bool {
	places := 0
	for _, i := range r.t.fieldOf {
		if i >= 0 {
			places++
		}
	}
	if len(r.v) != places {
		r.result.Problems = append(r.result.Problems, Problem{Code: CodePositions, Text: wrongCount(len(r.v), places)})
		return false
	}
	k := 0
	for _, i := range r.t.fieldOf {
		if i < 0 {
			continue
		}
		k++
		if r.given[i] == 0 {
			r.given[i] = int32(k)
		} else if a, b := r.v[r.given[i]-1].Value, r.v[k-1].Value; !r.blamed[i] && !r.same(i, a, b) {
			r.blame(i, CodeTwice, r.t.fields[i].placesDiffer(a, b, k))
		}
	}
	return true
}

// same tells whether two values of a field are printed alike.
func (r *resolution) same(i int, a, b Value) bool {
	if a == b {
		return true
	}
	f := &r.t.fields[i]
	if a.Type == Null || b.Type == Null {
		return false
	}
	x, badX := f.read(a, nil)
	y, badY := f.read(b, nil)
	return badX == nil && badY == nil && x.text == y.text
}

// mostGuesses bounds the unknown names for which the field that may be meant is
// sought.
const mostGuesses = 20

// unknown tells a name that the template lacks, with the field that it may mean.
func (r *resolution) unknown(name string, guess bool) {
	meant := Text{}
	if guess {
		meant = r.meant(name)
	}
	r.result.Problems = append(r.result.Problems, Problem{Code: CodeUnknown, Field: name, Text: unknownField(name, meant)})
}

// meant finds the field whose name or label is the name or nearest to it.
func (r *resolution) meant(name string) Text {
	known := make([]string, 0, 2*len(r.t.fields))
	for i := range r.t.fields {
		f := &r.t.fields[i]
		known = append(known, f.Name)
		if f.Label != "" {
			known = append(known, f.Label)
		}
	}
	n := nearest(name, known)
	for i := range r.t.fields {
		if f := &r.t.fields[i]; n != "" && (f.Name == n || f.Label == n) {
			return meantField(f)
		}
	}
	return Text{}
}

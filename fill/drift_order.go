package fill

import "slices"

// drift tells the matches in numbers. Those that keep their order among the
// others have stayed, however many came before them; the rest has moved.
func (m *placeholderMatches) drift(fields []string) Drift {
	var d Drift
	stayed := longestAscending(m.old)
	for i, old := range m.old {
		switch c := (Carried{old + 1, i + 1, "", m.edited[i]}); {
		case m.ambiguous[i] != nil:
			a := Ambiguity{New: i + 1}
			for _, o := range m.ambiguous[i] {
				a.Old = append(a.Old, o+1)
			}
			d.Ambiguous = append(d.Ambiguous, a)
		case old < 0:
			d.New = append(d.New, i+1)
		case stayed[i]:
			c.Field = fields[old]
			d.Stayed = append(d.Stayed, c)
		default:
			c.Field = fields[old]
			d.Moved = append(d.Moved, c)
		}
	}
	for i, n := range m.new {
		if n < 0 && !d.mayBe(i+1) {
			d.Gone = append(d.Gone, i+1)
		}
	}
	return d
}

// mayBe tells whether an ambiguous placeholder could be this one.
func (d *Drift) mayBe(old int) bool {
	return slices.ContainsFunc(d.Ambiguous, func(a Ambiguity) bool { return slices.Contains(a.Old, old) })
}

// longestAscending marks the members of a longest ascending subsequence;
// negative members are passed over.
func longestAscending(s []int) []bool {
	var tails []int // by length - 1: index of the least last member
	before := make([]int, len(s))
	for i, v := range s {
		if v < 0 {
			continue
		}
		k, _ := slices.BinarySearchFunc(tails, v, func(j, v int) int { return s[j] - v })
		if before[i] = -1; k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	in := make([]bool, len(s))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			in[i] = true
		}
	}
	return in
}

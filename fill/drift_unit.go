package fill

// unitsOf gives the units that the sentences show, by index; empty where they
// show none. Percentages are one unit however they are written.
func unitsOf(ps []Placeholder) []string {
	units := make([]string, len(ps))
	for _, f := range Suggest(ps) {
		unit := f.Unit
		if f.Kind == KindPercent {
			unit = "%"
		}
		for _, n := range f.Placeholders {
			units[n-1] = unit
		}
	}
	return units
}

// partUnits takes those pairs apart whose sentence has another unit now: with the
// field as it is, a figure in 万元 would be printed before 亿元.
func (m *placeholderMatches) partUnits(old, next []string) {
	for i, j := range m.old {
		if j < 0 || !m.edited[i] || old[j] == next[i] || old[j] == "" || next[i] == "" {
			continue
		}
		m.old[i], m.new[j], m.edited[i] = -1, -1, false
		m.ambiguous[i] = []int{j}
	}
}

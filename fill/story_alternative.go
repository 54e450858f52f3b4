package fill

// alternatives is an open mc:AlternateContent (ECMA-376 part 3, 9.3).
type alternatives struct {
	id   int
	seen bool // its first branch has been read
}

// startAlternative follows mc:AlternateContent: its first branch is read, the
// others are copies of it.
func (r *storyReader) startAlternative(el *element) {
	switch string(el.local) {
	case "AlternateContent":
		r.altCount++
		r.alts = append(r.alts, alternatives{id: r.altCount})
	case "Choice", "Fallback":
		copyOf := 0
		if n := len(r.alts); n > 0 {
			if r.alts[n-1].seen {
				copyOf = r.alts[n-1].id
			}
			r.alts[n-1].seen = true
		}
		r.copies = append(r.copies, copyOf)
	}
}

func (r *storyReader) endAlternative(el *element) {
	switch string(el.local) {
	case "AlternateContent":
		r.alts = r.alts[:len(r.alts)-1]
	case "Choice", "Fallback":
		r.copies = r.copies[:len(r.copies)-1]
	}
}

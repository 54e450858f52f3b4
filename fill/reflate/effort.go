package reflate

// effort is how hard Compile looks. It falls with the length of the text, so
// that a long one is compiled in a time in proportion to its length.
type effort struct {
	depth  int // nodes of the match finder's tree that one position may visit
	nice   int // length of a match that is taken without looking further
	passes int // parses of a segment, each with the costs of the one before
}

func effortFor(n int) effort {
	switch {
	case n <= 1<<20:
		return effort{depth: 512, nice: maxMatch, passes: 5}
	case n <= 8<<20:
		return effort{depth: 64, nice: 128, passes: 3}
	default:
		return effort{depth: 24, nice: 64, passes: 2}
	}
}

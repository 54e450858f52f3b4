package reflate

// effort is how hard Compile looks. It falls with the length of the text, so
// that a long one is compiled within seconds.
type effort struct {
	depth  int // nodes of the match finder's tree that one position may visit
	nice   int // length of a match that is taken without looking further
	passes int // parses of a segment, each with the costs of the one before
	refine int // parses of a block by its own costs
}

func effortFor(n int) effort {
	switch {
	case n <= 1<<20:
		return effort{depth: 128, nice: maxMatch, passes: 4, refine: 2}
	case n <= 8<<20:
		return effort{depth: 32, nice: maxMatch, passes: 2, refine: 1}
	default:
		return effort{depth: 24, nice: 64, passes: 1, refine: 1}
	}
}

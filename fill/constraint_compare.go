package fill

import "strings"

// tagTest is one validate tag that compares: one of its alternatives must hold.
type tagTest []comparison

func (t tagTest) passes(d *digits) bool {
	for i := range t {
		if t[i].holds(d) {
			return true
		}
	}
	return false
}

// comparison holds a number against bounds, of which one or all must be kept.
type comparison struct {
	accepts func(order int) bool // of the number beside a bound
	bounds  []digits
	all     bool
}

func (c *comparison) holds(d *digits) bool {
	for i := range c.bounds {
		if c.accepts(d.cmp(c.bounds[i])) != c.all {
			return !c.all
		}
	}
	return c.all
}

// compare compiles a tag with its parameter; false where the tag does not compare.
func (r tagRule) compare(tag, param string) (comparison, bool) {
	switch r.takes {
	case takesNumber, takesLength:
		bound, ok := parseBound(param)
		return comparison{accepts: orders[tag], bounds: []digits{bound}}, ok
	case takesNumbers:
		c := comparison{accepts: orders["eq"]}
		if tag == "noneof" {
			c.accepts, c.all = orders["ne"], true
		}
		for p := range strings.FieldsSeq(param) {
			bound, ok := parseBound(p)
			if !ok {
				return comparison{}, false
			}
			c.bounds = append(c.bounds, bound)
		}
		return c, true
	}
	return comparison{}, false
}

// orders are the orders of a number beside its bound that each tag accepts.
var orders = map[string]func(int) bool{
	"eq":  func(c int) bool { return c == 0 },
	"len": func(c int) bool { return c == 0 },
	"ne":  func(c int) bool { return c != 0 },
	"lt":  func(c int) bool { return c < 0 },
	"lte": func(c int) bool { return c <= 0 },
	"max": func(c int) bool { return c <= 0 },
	"gt":  func(c int) bool { return c > 0 },
	"gte": func(c int) bool { return c >= 0 },
	"min": func(c int) bool { return c >= 0 },
}

// parseBound reads the parameter of a tag over numbers: a number, or a date as
// 2026-12-31.
func parseBound(s string) (digits, bool) {
	if d, bad := parseDigits(s); bad == numberOK {
		return d, true
	}
	return parseDate(s)
}

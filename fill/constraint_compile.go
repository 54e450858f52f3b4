package fill

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// compileConstraint compiles a field's validate tags, or tells their faults.
func compileConstraint(f Field) (constraint, []Text) {
	c := constraintCompilation{field: f, rules: textTags}
	if f.Kind.Numeric() || f.Kind == KindDate {
		c.rules = numberTags
	}
	if f.Validate != "" {
		for tag := range strings.SplitSeq(f.Validate, ",") {
			if tag = strings.TrimSpace(tag); idleTags[tag] {
				continue
			}
			c.tag(tag)
		}
	}
	if len(c.faults) > 0 {
		return constraint{}, c.faults
	}
	out := constraint{
		demand: c.demand(), number: f.Kind.Numeric() || f.Kind == KindDate,
		tests: c.tests, tags: strings.Join(c.left, ","),
	}
	if !c.canHold(&out) {
		return constraint{}, []Text{faultContradiction(f.Validate)}
	}
	return out, nil
}

// constraintCompilation gathers what the tags of one field say.
type constraintCompilation struct {
	field   Field
	rules   map[string]tagRule
	demands []Text
	bounds  []validateTag // those that must all hold
	tests   []tagTest
	left    []string // tags that validator decides
	faults  []Text
}

// tag reads one tag, which may offer alternatives: eq=0|gte=5.
func (c *constraintCompilation) tag(tag string) {
	alternatives := strings.Split(tag, "|")
	var demands []Text
	var t tagTest
	for _, a := range alternatives {
		one, has := readTag(a)
		r, ok := c.rules[one.name]
		if !ok {
			c.faults = append(c.faults, c.foreignTag(one.name))
			return
		}
		if fault := c.badParam(r, one.name, one.parameter, has); fault != (Text{}) {
			c.faults = append(c.faults, fault)
			return
		}
		if len(alternatives) == 1 {
			c.bounds = append(c.bounds, one)
		}
		demands = append(demands, r.ask(one.parameter))
		if comparison, ok := r.compare(one.name, one.parameter); ok {
			t = append(t, comparison)
		}
	}
	if len(t) == len(alternatives) {
		c.tests = append(c.tests, t)
	} else {
		c.left = append(c.left, tag)
	}
	c.demands = append(c.demands, joinTexts(demands, Text{" 或 ", " or "}))
}

// ask gives what the rule asks for with its parameter.
func (r tagRule) ask(param string) Text {
	zh, en := param, param
	if r.takes == takesNumbers || r.takes == takesTexts {
		list := splitList(param)
		zh, en = strings.Join(list, "、"), strings.Join(list, ", ")
	}
	return Text{strings.ReplaceAll(r.demand.ZH, "%s", zh), strings.ReplaceAll(r.demand.EN, "%s", en)}
}

// splitList parts a list as validator does: at blanks, outside single quotes.
func splitList(s string) []string {
	var list []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if quoted, rest, ok := strings.Cut(s[1:], "'"); s[0] == '\'' && ok {
			list, s = append(list, quoted), rest
			continue
		}
		first, rest, _ := strings.Cut(s, " ")
		list, s = append(list, first), rest
	}
	return list
}

func (c *constraintCompilation) foreignTag(name string) Text {
	known := slices.Sorted(maps.Keys(c.rules))
	if _, number := numberTags[name]; number {
		return faultTagForKind(name, c.field.Kind, known)
	}
	if _, text := textTags[name]; text {
		return faultTagForKind(name, c.field.Kind, known)
	}
	return faultUnknownTag(name, known)
}

// badParam tells what is wrong with the parameter of a tag.
func (c *constraintCompilation) badParam(r tagRule, name, param string, has bool) Text {
	ok, want := true, Text{}
	switch r.takes {
	case takesNothing:
		ok, want = !has, Text{"不带参数", "takes no parameter"}
	case takesNumber:
		ok, want = c.isBound(param), c.boundWanted(name)
	case takesNumbers:
		list := strings.Fields(param)
		ok, want = len(list) > 0 && !slices.ContainsFunc(list, func(p string) bool { return !c.isBound(p) }), c.boundWanted(name)
	case takesLength:
		n, err := strconv.ParseInt(param, 10, 32)
		ok, want = err == nil && n >= 0, Text{"的参数应为字数，如 " + name + "=20", "takes a number of characters, such as " + name + "=20"}
	case takesText, takesTexts:
		ok, want = strings.TrimSpace(param) != "", Text{"需要参数，如 " + name + "=文字", "takes a parameter, such as " + name + "=text"}
	}
	if ok {
		return Text{}
	}
	return Text{"validate: " + name + " " + want.ZH, "validate: " + name + " " + want.EN}
}

func (c *constraintCompilation) boundWanted(name string) Text {
	if c.field.Kind == KindDate {
		return Text{"的参数应为日期，如 " + name + "=2026-12-31", "takes a date, such as " + name + "=2026-12-31"}
	}
	return Text{"的参数应为数，如 " + name + "=0", "takes a number, such as " + name + "=0"}
}

func (c *constraintCompilation) isBound(param string) bool {
	if c.field.Kind == KindDate {
		_, ok := parseDate(param)
		return ok
	}
	_, bad := parseDigits(param)
	return bad == numberOK
}

// demand joins what all tags ask for; a lower and an upper bound make a range.
func (c *constraintCompilation) demand() Text {
	demands := c.demands
	if len(c.bounds) == 2 && len(demands) == 2 && c.isRange(c.bounds[0], c.bounds[1]) {
		return c.rangeOf(c.bounds[0].parameter, c.bounds[1].parameter)
	}
	if len(c.bounds) == 2 && len(demands) == 2 && c.isRange(c.bounds[1], c.bounds[0]) {
		return c.rangeOf(c.bounds[1].parameter, c.bounds[0].parameter)
	}
	return joinTexts(demands, Text{"，且", " and "})
}

func (c *constraintCompilation) isRange(low, high validateTag) bool {
	return (low.name == "gte" || low.name == "min") && (high.name == "lte" || high.name == "max")
}

func (c *constraintCompilation) rangeOf(low, high string) Text {
	if c.field.Kind.Numeric() || c.field.Kind == KindDate {
		return Text{"在 " + low + " 到 " + high + " 之间", "from " + low + " to " + high}
	}
	return Text{"有 " + low + " 到 " + high + " 个字", "from " + low + " to " + high + " characters long"}
}

func joinTexts(ts []Text, by Text) Text {
	zh, en := make([]string, len(ts)), make([]string, len(ts))
	for i, t := range ts {
		zh[i], en[i] = t.ZH, t.EN
	}
	return Text{strings.Join(zh, by.ZH), strings.Join(en, by.EN)}
}

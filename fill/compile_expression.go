package fill

import (
	"fmt"
	"slices"
	"strings"
)

// bindComputed compiles the computed fields and orders them, each after those
// that it reads.
func (b *binder) bindComputed() {
	place := make(map[int]int) // field → index in schema.Computed
	for i, c := range b.schema.Computed {
		at, ok := b.index[c.Field]
		path := "computed." + c.Field
		if !ok {
			b.noField(fmt.Sprintf("computed[%d]", i), c.Field, Text{})
			continue
		}
		if _, twice := place[at]; twice {
			b.faultf(fmt.Sprintf("computed[%d]", i), "%s 有两个公式；请只留一个", "%s has two expressions; keep one", c.Field)
			continue
		}
		place[at] = i
		b.checkComputed(path, c, &b.fields[at])
		b.fields[at].computed = b.compile(path+".is", c.Is, false)
		b.fields[at].decimals = c.Decimals
	}
	b.sortComputed(place)
}

// checkComputed tells what is wrong with a computed field but its expression.
func (b *binder) checkComputed(path string, c Computed, f *boundField) {
	if !slices.Contains(Kinds, f.Kind) {
		return
	}
	if !f.Kind.Numeric() {
		b.faultf(path, "%s 的类型是 %s，不能计算；请改用 decimal 等数字类型", "%s is of kind %s and cannot be computed; use decimal or another kind of number", c.Field, f.Kind)
		return
	}
	if c.Decimals < 0 || c.Decimals > maxDecimals {
		b.faultf(path+".decimals", "小数位数须为 0 至 %d", "decimals must be from 0 to %d", maxDecimals)
		return
	}
	if f.Decimals != nil && *f.Decimals != c.Decimals {
		b.faultf(path+".decimals", "%[1]s 的小数位数在 fields 中为 %[2]d，在此为 %[3]d；请一致",
			"the decimals of %[1]s are %[2]d in fields and %[3]d here; let them agree", c.Field, *f.Decimals, c.Decimals)
	}
	if c.Decimals > 0 && f.Kind != KindDecimal && f.Kind != KindPercent {
		b.faultf(path+".decimals", "%s 类型没有小数；请写 0，或改用 decimal", "a field of kind %s has no decimals; write 0, or use decimal", f.Kind)
	}
}

// compile compiles an expression of which it is known whether it is a
// condition; nil where it is at fault.
func (b *binder) compile(path, source string, condition bool) *expression {
	if b.full() {
		return nil
	}
	e, faults := compileExpression(source, b.index)
	for _, text := range faults {
		b.fault(path, text.ZH, text.EN)
	}
	if e == nil {
		return nil
	}
	if e.condition() != condition {
		text := Text{"公式须得出数字，而不是条件", "the expression must give a number, not a condition"}
		if condition {
			text = Text{"检查须为条件，如 a <= b", "a check must be a condition, such as a <= b"}
		}
		b.fault(path, text.ZH, text.EN)
		return nil
	}
	for _, i := range e.fields() {
		b.used[i] = true
		if f := b.fields[i]; !f.Kind.Numeric() && slices.Contains(Kinds, f.Kind) {
			b.faultf(path, "%s 的类型是 %s，不能用于计算", "%s is of kind %s: expressions take numbers", f.Name, f.Kind)
		}
	}
	return e
}

// sortComputed orders the computed fields and tells each cycle once.
func (b *binder) sortComputed(place map[int]int) {
	const begun, done = 1, 2
	state := make(map[int]int)
	var trail []int
	var visit func(at int)
	visit = func(at int) {
		switch state[at] {
		case begun:
			b.cycle(trail[slices.Index(trail, at):])
			return
		case done:
			return
		}
		state[at] = begun
		trail = append(trail, at)
		for _, read := range b.fields[at].computed.fields() {
			if b.fields[read].computed != nil {
				visit(read)
			}
		}
		trail = trail[:len(trail)-1]
		state[at] = done
		b.order = append(b.order, at)
	}
	for _, c := range b.schema.Computed {
		if at, ok := b.index[c.Field]; ok && b.fields[at].computed != nil {
			visit(at)
		}
	}
}

func (b *binder) cycle(fields []int) {
	var names []string
	for _, at := range append(slices.Clone(fields), fields[0]) {
		names = append(names, b.fields[at].Name)
	}
	b.faultf("computed."+names[0]+".is", "公式互相引用，无法计算：%s", "the expressions read one another and cannot be worked out: %s",
		strings.Join(names, " → "))
}

// bindChecks compiles the checks.
func (b *binder) bindChecks() {
	for i, c := range b.schema.Checks {
		path := fmt.Sprintf("checks[%d]", i)
		switch c.Severity {
		case "":
			c.Severity = SeverityError
		case SeverityError, SeverityWarning:
		default:
			b.faultf(path+".severity", "没有级别“%s”；可用 error（阻止填充）、warning（仅提醒）",
				"there is no severity %q; use error, which stops a fill, or warning", c.Severity)
		}
		b.checks = append(b.checks, boundCheck{Check: c, condition: b.compile(path+".check", c.Condition, true)})
	}
}

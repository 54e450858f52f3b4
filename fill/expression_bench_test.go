package fill

import "testing"

// The 13 computed fields and 12 checks of the built-in report over its examples.
func BenchmarkExpressions(b *testing.B) {
	p, s := builtIn(b)
	tpl, faults := bind(p.Placeholders(), s)
	if len(faults) > 0 {
		b.Fatal(faults)
	}
	env := make([]quantity, len(tpl.fields))
	for i, f := range tpl.fields {
		switch f.Kind {
		case KindDecimal, KindPercent:
			env[i] = figure(b, f.Example)
		case KindText, KindDate:
		default:
			env[i] = figure(b, "="+f.Example)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, at := range tpl.order {
			q, err := tpl.fields[at].computed.number(env)
			if err != nil || !q.known {
				b.Fatal(q, err)
			}
			env[at] = q
		}
		for _, c := range tpl.checks {
			if ok, err := c.condition.holds(env); err != nil || !ok {
				b.Fatal(c.Condition, err)
			}
		}
	}
}

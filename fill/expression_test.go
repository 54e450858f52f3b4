package fill

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// figure reads "12.30" as a rounded figure, "=12" as an exact one and "" as an
// unknown one.
func figure(t testing.TB, s string) quantity {
	t.Helper()
	if s == "" {
		return quantity{}
	}
	exact := strings.HasPrefix(s, "=")
	d, err := decimal.NewFromString(strings.TrimPrefix(s, "="))
	if err != nil {
		t.Fatal(err)
	}
	if exact {
		return exactly(d)
	}
	return rounded(d, -d.Exponent())
}

// figures gives names their places in order, and the environment.
func figures(t testing.TB, pairs ...string) (map[string]int, []quantity) {
	t.Helper()
	index := map[string]int{}
	var env []quantity
	for _, p := range pairs {
		name, value, _ := strings.Cut(p, " ")
		index[name] = len(env)
		env = append(env, figure(t, value))
	}
	return index, env
}

func compiled(t testing.TB, src string, index map[string]int) *expression {
	t.Helper()
	e, faults := compileExpression(src, index)
	if len(faults) > 0 {
		t.Fatalf("%s: %v", src, faults)
	}
	return e
}

func interval(q quantity) string {
	if !q.known {
		return "unknown"
	}
	if q.exact() {
		return q.decimal().String()
	}
	low, high := q.bounds()
	return q.decimal().String() + " [" + low.String() + ", " + high.String() + "]"
}

func TestExpressionNumber(t *testing.T) {
	index, env := figures(t, "a 12.30", "b 4.1", "n =3", "zero =0", "gap 0.0", "none", "neg -2.0", "财政收入 12.30", "max =7")
	tests := []struct{ src, want string }{
		{"1.10", "1.1"},
		{"0.1 + 0.2", "0.3"},
		{"99999999999999.99 * 100", "9999999999999999"},
		{"123456789.123456789", "123456789.123456789"},
		{"1e3 + 1_000", "2000"},
		{"a", "12.3 [12.295, 12.305]"},
		{"a + b", "16.4 [16.345, 16.455]"},
		{"a - b", "8.2 [8.145, 8.255]"},
		{"a * n", "36.9 [36.885, 36.915]"},
		{"a * neg", "-24.6 [-25.22525, -23.97525]"},
		{"-a", "-12.3 [-12.305, -12.295]"},
		{"+a", "12.3 [12.295, 12.305]"},
		{"- - n", "3"},
		{"n / 4", "0.75"},
		{"n / 4 * 4", "3"},
		{"1 / n", "0.3333333333333333333333333333 [0.3333333333333333333333333333, 0.3333333333333333333333333334]"},
		{"-1 / n", "-0.3333333333333333333333333333 [-0.3333333333333333333333333334, -0.3333333333333333333333333333]"},
		{"round(a / b, 2)", "3 [2.96, 3.04]"},
		{"n / (gap + 0.01)", "300 [" + boundless.Neg().String() + ", " + boundless.String() + "]"},
		{"abs(neg)", "2 [1.95, 2.05]"},
		{"abs(gap)", "0 [0, 0.05]"},
		{"round(2.345, 2)", "2.35"},
		{"round(-2.345, 2)", "-2.35"},
		{"round(1250, -2)", "1300"},
		{"sum(a, b, n)", "19.4 [19.345, 19.455]"},
		{"sum(n)", "3"},
		{"min(a, n, 5)", "3"},
		{"max(a, b)", "12.3 [12.295, 12.305]"},
		{"max + max(1, 2)", "9"},
		{"2 + 3 * 4", "14"},
		{"(2 + 3) * 4", "20"},
		{"2 - 3 - 4", "-5"},
		{"none + a", "unknown"},
		{"none > 1 ? 1 : 2", "unknown"},
		{"zero == 0 ? 0 : n / zero", "0"},
		{"n > 2 and n < 4 ? 10 : 20", "10"},
		{"not (n > 2) || false_ == 1 ? 10 : 20", "20"},
		{"财政收入 + 1", "13.3 [13.295, 13.305]"},
		{"（a ＋ b）× 2 ÷ 2", "16.4 [16.345, 16.455]"},
	}
	index["false_"] = index["zero"]
	for _, tt := range tests {
		got, err := compiled(t, tt.src, index).number(env)
		if err != nil || interval(got) != tt.want {
			t.Errorf("%s: got %s, %v; want %s", tt.src, interval(got), err, tt.want)
		}
	}
}

func TestExpressionHolds(t *testing.T) {
	index, env := figures(t, "a 12.3", "b 12.4", "c 12.6", "n =3", "zero =0", "none", "year =2026")
	tests := []struct {
		src  string
		want bool
	}{
		{"a <= b", true},
		{"b <= a", true}, // 12.35 is in both
		{"c <= a", false},
		{"c > a", true},
		{"a > c", false},
		{"b >= c", false},
		{"a == b", true}, // the intervals meet in 12.35
		{"a == c", false},
		{"a != b", true}, // as shown they differ
		{"a != a", false},
		{"a < a", true}, // two figures shown as 12.3 may differ
		{"n < n", false},
		{"n <= n", true},
		{"year > year", false},
		{"1 / n * 3 == 1", true},
		{"a < b < c", true},
		{"c < b < a", false},
		{"not (a < b)", true}, // both are possible
		{"not (a <= c)", false},
		{"!(n == 3)", false},
		{"n == 3 and a == c", false},
		{"n == 3 && a <= c", true},
		{"n == 4 or a <= c", true},
		{"n == 4 || a == c", false},
		{"none <= a", true}, // nothing to object to
		{"none <= a and c <= a", false},
		{"zero != 0 and n / zero > 1", false},
		{"zero == 0 or n / zero > 1", true},
		{"n > 1 ? a <= c : c <= a", true},
	}
	for _, tt := range tests {
		got, err := compiled(t, tt.src, index).holds(env)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %v, %v; want %v", tt.src, got, err, tt.want)
		}
	}
}

func TestExpressionDivisionByZero(t *testing.T) {
	index, env := figures(t, "n =3", "zero =0")
	_, err := compiled(t, "1 + n / (zero * 2)", index).number(env)
	var division *divisionError
	if !errors.As(err, &division) {
		t.Fatalf("got %v, want a *divisionError", err)
	}
	want := Text{"除数 zero * 2 为零，无法计算", "the divisor zero * 2 is zero"}
	if diff := cmp.Diff(want, division.Text()); diff != "" || division.column != 7 {
		t.Errorf("column %d, want 7; text (-want +got):\n%s", division.column, diff)
	}
	if _, err := compiled(t, "n / zero > 1", index).holds(env); !errors.As(err, &division) {
		t.Errorf("a condition: got %v, want a *divisionError", err)
	}
}

func TestExpressionFields(t *testing.T) {
	index, _ := figures(t, "a", "b", "c", "d")
	got := compiled(t, "c + round(a, 1) > c / b ? 1 : 2", index).fields()
	if diff := cmp.Diff([]int{2, 0, 1}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestExpressionFaults(t *testing.T) {
	index, _ := figures(t, "revenue", "revenue_decline", "b")
	tests := []struct {
		src  string
		want []string // in English, each without "character … of the expression: "
	}{
		{"", []string{`1: the expression ends too early`}},
		{"b +", []string{`4: the expression ends too early`}},
		{"b + )", []string{`5: unexpected ")"`}},
		{"b revenue", []string{`3: unexpected "revenue"`}},
		{"(b", []string{`3: the expression ends too early`}},
		{"revenu + b + x", []string{
			`1: there is no field named revenu; did you mean revenue?`,
			`14: there is no field named x; did you mean b?`}},
		{"b = 1", []string{`3: "=" has no meaning in an expression; write == for equality`}},
		{"b ≤ 1", []string{`3: "≤" has no meaning in an expression; write <=`}},
		{"b % 2 + 'x'", []string{
			`3: "%" has no meaning in an expression; write / 100 for a percentage`,
			`9: an expression takes numbers, not text`}},
		{"b.x", []string{`2: "." has no meaning in an expression; use + - * / brackets, comparisons, and, or, not, sum, min, max, abs, round`}},
		{"2x", []string{`2: a number is malformed; a field's name cannot start with a digit`}},
		{"0x1F", []string{`1: write numbers in decimal, such as 12.30, whole ones in at most 18 digits`}},
		{"99999999999999999999", []string{`1: write numbers in decimal, such as 12.30, whole ones in at most 18 digits`}},
		{"1e99", []string{`1: write numbers in decimal, such as 12.30, whole ones in at most 18 digits`}},
		{"b and b > 1", []string{`1: a condition such as a <= b belongs here, not a number; put brackets around what not negates`}},
		{"not b > 1", []string{
			`5: a condition such as a <= b belongs here, not a number; put brackets around what not negates`}},
		{"(b > 1) + 1", []string{`4: a number belongs here, not a condition`}},
		{"b > 1 ? 1 : b < 1", []string{`15: both outcomes must be numbers, or both conditions`}},
		{"avg(b)", []string{`1: there is no function avg; use sum, min, max, abs, round`}},
		{"filter(b, b)", []string{`1: there is no function filter; use sum, min, max, abs, round`}},
		{"round(b)", []string{`1: round takes two arguments, such as round(a, 1)`}},
		{"round(b, revenue)", []string{`10: the second argument of round is the decimals kept, a whole number from -12 to 12`}},
		{"round(b, 1.5)", []string{`10: the second argument of round is the decimals kept, a whole number from -12 to 12`}},
		{"sum()", []string{`1: sum takes at least one argument`}},
		{"true", []string{`1: "true" has no meaning in an expression; use + - * / brackets, comparisons, and, or, not, sum, min, max, abs, round`}},
	}
	for _, tt := range tests {
		_, faults := compileExpression(tt.src, index)
		var got []string
		for _, f := range faults {
			got = append(got, strings.Replace(strings.TrimPrefix(f.EN, "character "), " of the expression", "", 1))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.src, diff)
		}
	}
}

func TestExpressionOfNestedChainsIsBounded(t *testing.T) {
	index, _ := figures(t, "b")
	src := "b"
	for range 100 {
		src = "(b<(" + src + ")<b?1:2)"
	}
	_, faults := compileExpression(src, index)
	if len(faults) != 1 || !strings.HasSuffix(faults[0].EN, "the expression is too long") {
		t.Errorf("got %v, want one fault: too long", faults)
	}
}

func FuzzExpression(f *testing.F) {
	for _, src := range []string{"a + b * 2", "a / b >= 1 and not (c < 2)", "round(sum(a, b, c) / 3, 2)", "a > b ? a : -b", "（a）÷ b"} {
		f.Add(src, 1230, 41, 3)
	}
	f.Fuzz(func(t *testing.T, src string, a, b, c int) {
		index, env := figures(t, "a "+strconv.Itoa(a)+".1", "b ="+strconv.Itoa(b), "c "+strconv.Itoa(c)+".25")
		e, faults := compileExpression(src, index)
		if (e == nil) != (len(faults) > 0) {
			t.Fatalf("expression %v with faults %v", e, faults)
		}
		if e == nil {
			return
		}
		if e.condition() {
			_, _ = e.holds(env)
			return
		}
		q, err := e.number(env)
		if low, high := q.bounds(); err == nil && (!q.known || low.GreaterThan(q.decimal()) || high.LessThan(q.decimal())) {
			t.Errorf("%s: value outside its interval: %s", src, interval(q))
		}
	})
}

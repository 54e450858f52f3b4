package workreport

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The lines of workreport.fields.yaml, each of which holds one thing.
var (
	fieldLine       = regexp.MustCompile(`(?m)^  (\w+): +\{label: ([^,]+), kind: (\w+),.* owner: ([^,]+),(?: prior_of: \w+,)? example: "(.+)"\}$`)
	placeholderLine = regexp.MustCompile(`(?m)^  - (\w+) +# (\d+) +(\S+)$`)
	computedLine    = regexp.MustCompile(`(?m)^  (\w+): +\{is: (.+), decimals: (\d)\}$`)
	checkLine       = regexp.MustCompile(`(?m)^  - \{check: ([^,]+), `)
)

func TestWordsAroundPlaceholders(t *testing.T) {
	text := documentText(t)
	marks := regexp.MustCompile("X").FindAllStringIndex(text, -1)
	lines := placeholderLine.FindAllStringSubmatch(string(Fields()), -1)
	if len(lines) != len(marks) {
		t.Fatalf("the fields file lists %d placeholders, the draft has %d", len(lines), len(marks))
	}
	for i, line := range lines {
		number, words := line[2], line[3]
		if want := strconv.Itoa(i + 1); number != want {
			t.Errorf("%s is numbered %s, want %s", line[1], number, want)
		}
		from := max(0, marks[i][0]-strings.Index(words, "X"))
		got := text[from:min(from+len(words), len(text))]
		if got != words {
			t.Errorf("placeholder %s (%s) stands in %q, want %q", number, line[1], got, words)
		}
	}
}

// Fields come in the order in which a reader meets them, each described once.
func TestFieldsInReadingOrder(t *testing.T) {
	var want []string
	seen := map[string]bool{}
	for _, line := range placeholderLine.FindAllStringSubmatch(string(Fields()), -1) {
		if !seen[line[1]] {
			seen[line[1]] = true
			want = append(want, line[1])
		}
	}
	var got []string
	labels := map[string]string{}
	for _, line := range fieldLine.FindAllStringSubmatch(string(Fields()), -1) {
		name, label := line[1], line[2]
		got = append(got, name)
		if other, ok := labels[label]; ok {
			t.Errorf("%s and %s are both called %s", other, name, label)
		}
		labels[label] = name
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-placeholders +fields)\n%s", diff)
	}
}

// The computed fields and checks are written in the operators that Go has too,
// so constants of the Go type checker, which are exact, work them out.
func TestExamplesAgree(t *testing.T) {
	pkg := examples()
	for _, line := range computedLine.FindAllStringSubmatch(string(Fields()), -1) {
		value := eval(t, pkg, line[2])
		half := eval(t, pkg, "0.5 / 1"+strings.Repeat("0", int(line[3][0]-'0')))
		shown := eval(t, pkg, line[1])
		low := constant.BinaryOp(shown, token.SUB, half)
		high := constant.BinaryOp(shown, token.ADD, half)
		if constant.Compare(value, token.LSS, low) || constant.Compare(value, token.GEQ, high) {
			t.Errorf("%s is %s, the example says %s", line[1], value, shown)
		}
	}
	for _, line := range checkLine.FindAllStringSubmatch(string(Fields()), -1) {
		if !constant.BoolVal(eval(t, pkg, line[1])) {
			t.Errorf("the examples fail the check %s", line[1])
		}
	}
}

// examples declares the example of every numeric field as a constant.
func examples() *types.Package {
	pkg := types.NewPackage("examples", "examples")
	for _, line := range fieldLine.FindAllStringSubmatch(string(Fields()), -1) {
		if line[3] == "text" {
			continue
		}
		value := constant.MakeFromLiteral(line[5], token.FLOAT, 0)
		pkg.Scope().Insert(types.NewConst(token.NoPos, pkg, line[1], types.Typ[types.UntypedFloat], value))
	}
	return pkg
}

func eval(t *testing.T, pkg *types.Package, expr string) constant.Value {
	t.Helper()
	tv, err := types.Eval(token.NewFileSet(), pkg, token.NoPos, expr)
	if err != nil {
		t.Fatal(err)
	}
	return tv.Value
}

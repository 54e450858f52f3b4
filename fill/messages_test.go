package fill

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A message quotes the beginning of a long text and tells its length.
func TestLongTextInMessage(t *testing.T) {
	tpl := one(t, Field{Label: "市名", Kind: KindText, Validate: "max=20"})
	for _, tt := range []struct{ given, want string }{
		{strings.Repeat("长", 21), "现为 " + strings.Repeat("长", 21) + "。"},
		{strings.Repeat("长", 10_000), "现为 " + strings.Repeat("长", 40) + "…，共 10000 个字。"},
	} {
		got := tpl.Check(Values{{Name: "a", Value: str(tt.given)}}).Problems
		if len(got) != 1 || !strings.Contains(got[0].Message(Chinese), tt.want) {
			t.Errorf("%d characters: %v, want %s", len(tt.given)/3, got, tt.want)
		}
	}
}

// Of very many unknown names, as from a payload of another template, the first
// are told one by one and the others by their number.
func TestManyUnknownNames(t *testing.T) {
	tpl := one(t, Field{Kind: KindText})
	vs := Values{{Name: "a", Value: str("甲")}}
	for i := range mostUnknown + 7 {
		vs = append(vs, Entry{Name: fmt.Sprint("other", i), Value: num("1")})
	}
	got := tpl.Check(vs).Problems
	if diff := cmp.Diff(mostUnknown+1, len(got)); diff != "" {
		t.Fatalf("problems (-want +got):\n%s", diff)
	}
	if last := got[mostUnknown]; last.Field != "" || !strings.Contains(last.Message(English), "7 more names") {
		t.Errorf("the last problem is %+v", last)
	}
}

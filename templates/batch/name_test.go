package batch

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNames(t *testing.T) {
	n := names{}
	var got []string
	for _, name := range []string{"A", "a", "A (2)", "a", "../../etc/passwd", "CON", "con.txt", "  ", "a\u202Etxt", strings.Repeat("长", 100)} {
		got = append(got, n.unique(Safe(name, maxName)))
	}
	want := []string{"A.docx", "a (2).docx", "A (2) (2).docx", "a (3).docx", "_.._etc_passwd.docx", "reportCON.docx", "reportcon.txt.docx", "report.docx", "a_txt.docx",
		strings.Repeat("长", maxName) + ".docx"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestPatternFaults(t *testing.T) {
	for _, s := range []string{"{县}报告", "{city", "{}"} {
		if _, err := ParsePattern(s, "", brief(t)); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: error %v", s, err)
		}
	}
}

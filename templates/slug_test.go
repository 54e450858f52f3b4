package templates

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Work Report 2026":             "work-report-2026",
		"  work--report_(draft) ":      "work-report-draft",
		"年度工作报告":                       "",
		"年度 report":                    "",
		"":                             "",
		"---":                          "",
		strings.Repeat("long ", 20):    strings.TrimSuffix(strings.Repeat("long-", 13), "-"),
		strings.Repeat("a", 63) + " b": strings.Repeat("a", 63),
	} {
		if got := slugOf(title); got != want {
			t.Errorf("slugOf(%q): got %q, want %q", title, got, want)
		}
	}
}

func TestCandidates(t *testing.T) {
	for _, title := range []string{"", "年度", "Work", strings.Repeat("a", 99), strings.Repeat("a-", 40)} {
		seen := map[string]bool{}
		for range 3 {
			for i, id := range candidates("", title) {
				if err := checkID(id); err != nil {
					t.Errorf("candidate %q of %q: %v", id, title, err)
				}
				if i == 1 && seen[id] {
					t.Errorf("candidate %q of %q comes twice", id, title)
				}
				seen[id] = true
			}
		}
	}
}

func TestParseRef(t *testing.T) {
	for _, test := range []struct {
		text string
		want Ref
	}{
		{"workreport", Ref{ID: "workreport"}},
		{"workreport@3", Ref{ID: "workreport", Version: 3}},
		{"a-1@2147483647", Ref{ID: "a-1", Version: 2147483647}},
	} {
		got, err := ParseRef(test.text)
		if err != nil || got != test.want {
			t.Errorf("ParseRef(%q): got %v, %v, want %v", test.text, got, err, test.want)
		}
		if got.String() != test.text {
			t.Errorf("String of %q: got %q", test.text, got.String())
		}
	}
	for _, text := range []string{"", "@", "@3", "a@", "a@0", "a@-1", "a@+1", "a@1@2", "A", "a_b", "-a", "a-", "a--b",
		"a@2147483648", "a@９", "报告", "a\x00", strings.Repeat("a", 65)} {
		if got, err := ParseRef(text); err == nil {
			t.Errorf("ParseRef(%q): got %v, want an error", text, got)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"二〇二六年工作报告":                  "二〇二六年工作报告.docx",
		`a/b\c:d*e?f"g<h>i|j` + "\n": "a_b_c_d_e_f_g_h_i_j_.docx",
		"..":                         "report.docx",
		" ":                          "report.docx",
		strings.Repeat("长", 200):     strings.Repeat("长", 80) + ".docx",
	} {
		if got := fileName(title); got != want {
			t.Errorf("fileName(%q): got %q, want %q", title, got, want)
		}
	}
}

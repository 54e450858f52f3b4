package fill

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

// driftDraft has a sentence a line, each with one figure but the last.
var driftDraft = []string{
	"全年完成财政收入X亿元。",
	"同比下降X%。",
	"安排专项扶贫资金X亿元。",
	"建成污水处理厂X座。",
	"发放稳岗补贴X万元。",
	"新增城镇就业X万人。",
	"改造老旧小区X个。",
	"新建农村公路X公里。",
	"办理提案X件，办结X件。",
}

// compileNamed compiles a draft with a field for each placeholder: f1, f2, …
func compileNamed(t *testing.T, lines []string) *Template {
	t.Helper()
	p, err := Open(filltest.Docx(lines...), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s := DefaultSchema(p)
	for i := range s.Fields {
		s.Fields[i].Name = strings.Replace(s.Fields[i].Name, "x", "f", 1)
		s.Placeholders[i] = s.Fields[i].Name
	}
	s.Checks = []Check{{Condition: "f10 <= f9"}, {Condition: "f4 >= 0"}}
	tm, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return tm
}

// TestCarry moves three sentences, deletes one and adds two.
func TestCarry(t *testing.T) {
	next := slices.Clone(driftDraft)
	next = slices.Delete(next, 3, 4)                                 // 污水处理厂
	next = slices.Insert(next, 0, "新开工保障房X套。")                       // new
	next = append(next, "接待群众来访X批次。")                                // new
	next[2], next[5] = next[5], next[2]                              // 同比下降, 新增城镇就业
	next = slices.Insert(slices.Delete(next, 7, 8), 1, "新建农村公路X公里。") // moved up
	tm := compileNamed(t, driftDraft)
	p, err := Open(filltest.Docx(next...), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, d := tm.Carry(p)
	for i, ph := range p.placeholders {
		old := slices.IndexFunc(tm.placeholders, func(o Placeholder) bool { return o.Before == ph.Before && o.After == ph.After })
		if old >= 0 && s.Placeholders[i] != tm.schema.Placeholders[old] {
			t.Errorf("%s: got %s, want %s", ph.Sentence(), s.Placeholders[i], tm.schema.Placeholders[old])
		}
	}
	want := map[string][]string{
		"moved": {"新建农村公路X公里。", "新增城镇就业X万人。", "同比下降X%。"},
		"new":   {"新开工保障房X套。", "接待群众来访X批次。"},
		"gone":  {"建成污水处理厂X座。"},
	}
	if diff := cmp.Diff(want, driftSentences(d, tm.placeholders, p.placeholders)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Dropped{Fields: []string{"f4"}, Checks: []string{"f4 >= 0"}}, d.Dropped); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
	if _, err := Compile(p, s); err != nil {
		t.Errorf("the carried schema does not compile: %v", err)
	}
}

// driftSentences tells a drift in sentences; what stayed is left out.
func driftSentences(d Drift, old, next []Placeholder) map[string][]string {
	out := map[string][]string{}
	add := func(key string, p Placeholder) { out[key] = append(out[key], p.Context) }
	for _, c := range d.Moved {
		add("moved", next[c.New-1])
	}
	for _, n := range d.New {
		add("new", next[n-1])
	}
	for _, n := range d.Gone {
		add("gone", old[n-1])
	}
	for _, a := range d.Ambiguous {
		add("ambiguous", next[a.New-1])
	}
	return out
}

func TestCarryEdited(t *testing.T) {
	tests := []struct {
		name      string
		old, next []string
		want      []string // the field of each new placeholder; x1, … are new
		ambiguous []Ambiguity
	}{
		{"the year of the sentence changed", []string{"2025年完成收入X亿元。"}, []string{"2026年完成收入X亿元。"}, []string{"f1"}, nil},
		{"words were added", []string{"全市建成高标准农田X万亩，占计划的X%。"}, []string{"在各方支持下，全市建成高标准农田X万亩，占全年计划的X%。"}, []string{"f1", "f2"}, nil},
		{"the same sentence twice", []string{"共X个。", "其中女X人。", "共X个。"}, []string{"共X个。", "其中女X人。", "共X个。"}, []string{"f1", "f2", "f3"}, nil},
		{"one of two alike is gone", []string{"共X个。", "其中女X人。", "共X个。"}, []string{"其中女X人。", "共X个。"}, []string{"f2", "-"}, []Ambiguity{{New: 2, Old: []int{1, 3}}}},
		{"the unit changed", []string{"全市发放一次性稳岗补贴X万元，惠及企业X家。"}, []string{"全市发放一次性稳岗补贴X亿元，惠及企业X家。"}, []string{"-", "f2"}, []Ambiguity{{New: 1, Old: []int{1}}}},
		{"a rate in points", []string{"民生支出占比提高X%。"}, []string{"民生支出占比提高X个百分点。"}, []string{"f1"}, nil},
		{"another sentence altogether", []string{"完成收入X亿元。"}, []string{"修建桥梁X座。"}, []string{"x1"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Open(filltest.Docx(tt.old...), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			names := make([]string, len(p.placeholders))
			for i := range names {
				names[i] = "f" + strconv.Itoa(i+1)
			}
			tm, err := Compile(p, Schema{Placeholders: names})
			if err != nil {
				t.Fatal(err)
			}
			next, err := Open(filltest.Docx(tt.next...), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			s, d := tm.Carry(next)
			if diff := cmp.Diff(tt.want, s.Placeholders); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.ambiguous, d.Ambiguous); diff != "" {
				t.Errorf("ambiguous (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCarryNothing holds that the same draft keeps all, and that a new version
// of the built-in report with a paragraph less loses its placeholders alone.
func TestCarryNothing(t *testing.T) {
	tm := builtInTemplate(t)
	s, d := tm.Carry(tm.pkg)
	if diff := cmp.Diff(tm.schema, s); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(d.Stayed) != 120 || d.Moved != nil || d.New != nil || d.Gone != nil || d.Ambiguous != nil {
		t.Errorf("got %+v, want 120 that stayed", d)
	}
}

// BenchmarkCarryUnlike carries a schema to a draft whose every sentence is another,
// at one size and at four times that: each is compared with each.
func BenchmarkCarryUnlike(b *testing.B) {
	words := []rune("财政收支教育卫生社会保障农业水利交通科技文化体育住房粮油国土气象")
	draft := func(seed uint32, n int) []string {
		lines := make([]string, n)
		for i := range lines {
			var line strings.Builder
			for range 24 {
				seed = seed*1664525 + 1013904223
				line.WriteRune(words[int(seed>>16)%len(words)])
			}
			lines[i] = line.String() + "X亿元"
		}
		return lines
	}
	for _, n := range []int{500, 2000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			old, err := Open(filltest.Docx(draft(1, n)...), Limits{})
			if err != nil {
				b.Fatal(err)
			}
			next, err := Open(filltest.Docx(draft(2, n)...), Limits{})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				matchPlaceholders(old.placeholders, next.placeholders)
			}
		})
	}
}

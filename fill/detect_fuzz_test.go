package fill

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzDetect holds what every paragraph's marks have in common.
func FuzzDetect(f *testing.F) {
	for _, cases := range [][]detectCase{numberCases, yearCases, hyphenCases, timesCases, nameCases, proseCases} {
		for _, c := range cases {
			f.Add(c.text, false)
		}
	}
	for _, c := range cellCases {
		f.Add(c.text, true)
	}
	set, err := newMarkSet([]string{"X", "Ｘ", "×", "╳", "□", "__"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, alone bool) {
		marks := detect(text, set, alone)
		if len(marks) > 0 && !set.mayHold([]byte(text)) {
			t.Fatalf("%q: mayHold misses %s", text, showMarks(text, marks))
		}
		last := 0
		for _, m := range marks {
			if m.start < last || m.end <= m.start || m.end > len(text) {
				t.Fatalf("%q: mark %+v after byte %d", text, m, last)
			}
			last = m.end
			checkMark(t, text, m)
		}
		checkUnseen(t, text, marks)
	})
}

// checkMark holds the borders of one mark, and that its verdict is its rule's.
func checkMark(t *testing.T, text string, m mark) {
	t.Helper()
	if first, size := utf8.DecodeRuneInString(text[m.start:]); first == utf8.RuneError && size == 1 {
		t.Fatalf("%q: %+v starts within a character", text, m)
	}
	if m.end < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.end]) {
		t.Fatalf("%q: %+v ends within a character", text, m)
	}
	i := slices.IndexFunc(markRules, func(r markRule) bool { return r.name == m.rule })
	if m.verdict == certain && m.rule != "" || m.verdict != certain && (i < 0 || markRules[i].verdict != m.verdict) {
		t.Fatalf("%q: %+v has a verdict that is not its rule's", text, m)
	}
	if (m.year || m.month || m.name != "") && m.verdict != certain {
		t.Fatalf("%q: %+v is a year, a month or a name, and not certain", text, m)
	}
}

// checkUnseen holds that every X stands in a mark.
func checkUnseen(t *testing.T, text string, marks []mark) {
	t.Helper()
	for i, r := range text {
		in := func(m mark) bool { return m.start <= i && i < m.end }
		if (isX(r) || isTimes(r)) && !slices.ContainsFunc(marks, in) {
			t.Fatalf("%q: the mark at byte %d goes unseen", text, i)
		}
	}
}

// BenchmarkDetectShape reads texts that invite a rule to look far for every
// mark, at one size and at eight times that: the speeds should be alike.
func BenchmarkDetectShape(b *testing.B) {
	set, err := newMarkSet([]string{"X", "×", "__"})
	if err != nil {
		b.Fatal(err)
	}
	for _, unit := range []string{
		"X", "X-", "X-X", "X ", "X.", "X,", "X,X", "X.X ", "X\u00AD", "{{", "{{{", "{{X", "{{ X }", "{{a}}", "20XX", "20xx.", "2x", "x",
		"×", "× ", "3×", "XA", "X A", "X+", "X、Y", "（X）", "1.X", "1", " ", "\u00AD", ".", "_", "_.", "A", "Ｘ",
	} {
		for _, size := range []int{1 << 13, 1 << 16} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%q/%d", unit, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					detect(text, set, false)
				}
			})
		}
	}
}

// prose is a megabyte of a report's text: every fourth paragraph holds marks.
func prose() []string {
	plain := "全面贯彻落实积极的财政政策，加强财政资源统筹，优化支出结构，保障重点支出，兜牢“三保”底线，防范化解风险。"
	marked := "财政收入完成X亿元，同比下降X%（-X%），居全省第X位；X-X月份，全市减税降费X亿元。"
	var out []string
	for size := 0; size < 1<<20; {
		for _, p := range []string{plain, plain, plain, marked} {
			out = append(out, p)
			size += len(p)
		}
	}
	return out
}

func BenchmarkMayHold(b *testing.B) {
	set, _ := newMarkSet(nil)
	var paragraphs [][]byte
	for _, p := range prose() {
		paragraphs = append(paragraphs, []byte(p))
	}
	b.SetBytes(1 << 20)
	for b.Loop() {
		for _, p := range paragraphs {
			set.mayHold(p)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	set, _ := newMarkSet(nil)
	paragraphs := prose()
	b.SetBytes(1 << 20)
	for b.Loop() {
		for _, p := range paragraphs {
			detect(p, set, false)
		}
	}
}

// BenchmarkDetectMarks is the worst case: nothing but marks.
func BenchmarkDetectMarks(b *testing.B) {
	set, _ := newMarkSet(nil)
	text := strings.Repeat("X-", 1<<19)
	b.SetBytes(1 << 20)
	for b.Loop() {
		detect(text, set, false)
	}
}

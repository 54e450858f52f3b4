package gbdoc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	const text = "# 题\n\n## 一、甲\n### （一）乙\r\n#### 1.丙\n**一是丁。**戊**己**\n"
	want := []Paragraph{
		{"Title", []Span{{Text: "题"}}},
		{"Heading1", []Span{{Text: "一、甲"}}},
		{"Heading2", []Span{{Text: "（一）乙"}}},
		{"Heading3", []Span{{Text: "1.丙"}}},
		{"BodyText", []Span{{"一是丁。", true}, {Text: "戊"}, {"己", true}}},
	}
	got, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestParseFaults(t *testing.T) {
	for text, want := range map[string]string{
		"甲\n**乙":     `line 2: "**" opens bold text that no "**" closes`,
		"##### 甲":    `line 1: want "# ", "## ", "### " or "#### " and a text`,
		"甲\n\n#乙":    `line 3: want "# ", "## ", "### " or "#### " and a text`,
		"## 甲\n****": `line 2: want "# ", "## ", "### " or "#### " and a text`,
	} {
		_, err := Parse(text)
		if err == nil || err.Error() != want {
			t.Errorf("Parse(%q): got error %v, want %s", text, err, want)
		}
	}
}

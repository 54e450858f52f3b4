package fill

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// styleSheet gives what the paragraph styles say of outline and alignment, by
// style id.
type styleSheet map[string]paragraphStyle

type paragraphStyle struct {
	level int // as paragraph.level
	align string
	based string
}

// readStyles reads the paragraph styles of the document (ECMA-376 part 1,
// 17.7). A document without the part has none.
func (p *parts) readStyles(part string) (styleSheet, error) {
	sheet := styleSheet{}
	var id string
	err := p.scan(part, func(s *scanner) {
		val, _ := s.attr("val")
		st := sheet[id]
		switch {
		case s.last.is(nsW, "style"):
			id, _ = s.attr("styleId")
			st = paragraphStyle{}
		case s.last.is(nsW, "name") && st.level == 0:
			st.level = levelOfName(val)
		case s.last.is(nsW, "basedOn"):
			st.based = val
		case s.last.is(nsW, "outlineLvl"):
			st.level = outlineLevel(val)
		case s.last.is(nsW, "jc"):
			st.align = val
		default:
			return
		}
		sheet[id] = st
	})
	sheet.inherit()
	return sheet, err
}

// inherit gives each style what the style that it is based on says.
func (s styleSheet) inherit() {
	for id, st := range s {
		for base, n := st.based, 0; base != "" && n < 10; base, n = s[base].based, n+1 {
			if st.level == 0 {
				st.level = s[base].level
			}
			if st.align == "" {
				st.align = s[base].align
			}
		}
		s[id] = st
	}
}

// levelOfName knows the built-in styles by the names that Word writes in every
// language (ECMA-376 part 1, 17.7.4.9).
func levelOfName(name string) int {
	name = strings.ToLower(name)
	if name == "title" {
		return -1
	}
	if n, ok := strings.CutPrefix(name, "heading "); ok && len(n) == 1 && n[0] >= '1' && n[0] <= '9' {
		return int(n[0] - '0')
	}
	return 0
}

// outlineLevel reads w:outlineLvl: 0 to 8 are headings, 9 is body text.
func outlineLevel(val string) int {
	n, err := strconv.Atoi(val)
	if err != nil || n < 0 || n > 8 {
		return 0
	}
	return n + 1
}

// headingMarks are the numbers that open the headings of Chinese official
// documents (GB/T 9704-2012, 7.3.3), by level.
var headingMarks = []*regexp.Regexp{
	regexp.MustCompile(`^\s*[一二三四五六七八九十]{1,3}、`),
	regexp.MustCompile(`^\s*[（(][一二三四五六七八九十]{1,3}[）)]`),
}

// headingLength bounds a line that is taken for a heading by its number alone,
// in characters.
const headingLength = 40

// headingLevel tells the level of a line that has no heading style.
func headingLevel(text []byte) int {
	if utf8.RuneCount(text) > headingLength || bytes.ContainsAny(text, "。；") {
		return 0
	}
	for i, re := range headingMarks {
		if re.Match(text) {
			return i + 1
		}
	}
	return 0
}

// headingText is a heading without its number.
func headingText(text []byte) string {
	line := plainText(text)
	for _, re := range headingMarks {
		line = re.ReplaceAllString(line, "")
	}
	return line
}

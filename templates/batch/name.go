package batch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reportfill/fill"
)

// Pattern makes the names of documents: text with fields in braces, by name or
// label, and {row}. The zero Pattern is {row}.
type Pattern struct {
	parts []patternPart
}

// patternPart is text, or a field whose printed value stands there.
type patternPart struct {
	text  string
	field string
	place int // of the field in a payload that goes by position; 0 where it has no placeholder
	row   bool
}

// ParsePattern reads {city}财政工作报告.docx. Empty means the title and {row}.
// The error is a *Error that names each field that is not there.
func ParsePattern(s, title string, t *fill.Template) (Pattern, error) {
	if strings.TrimSpace(s) == "" {
		return Pattern{parts: []patternPart{{text: title + "-"}, {row: true}}}, nil
	}
	known := newHeadings(t)
	var p Pattern
	var faults []Fault
	for s = strings.TrimSuffix(s, extension); s != ""; {
		text, rest, braced := strings.Cut(s, "{")
		if text != "" {
			p.parts = append(p.parts, patternPart{text: text})
		}
		name, after, closed := strings.Cut(rest, "}")
		f, found := known.exact(strings.TrimSpace(name))
		switch s = after; {
		case !braced:
		case !closed:
			faults = append(faults, fault(CodeName, "{ 没有对应的 }", "there is a { without its }"))
			s = ""
		case found:
			p.parts = append(p.parts, patternPart{field: f.Name, place: positionOf(f, t)})
		case name == "row":
			p.parts = append(p.parts, patternPart{row: true})
		default:
			faults = append(faults, noSuchField(name, known))
		}
	}
	if faults != nil {
		e := refuse("name_pattern", "文件名样式有误："+messages(faults, fill.Chinese), "the name pattern has faults: "+messages(faults, fill.English))
		e.Faults = faults
		return Pattern{}, e
	}
	return p, nil
}

func noSuchField(name string, known headings) Fault {
	zh, en := known.orNearest(name)
	return fault(CodeName,
		fmt.Sprintf("没有指标 {%s}%s；可用字段名、指标名称和 {row}（行号）", name, zh),
		fmt.Sprintf("there is no field {%s}%s; use names and labels of fields, and {row}", name, en))
}

func messages(faults []Fault, l fill.Language) string {
	out := make([]string, len(faults))
	for i, f := range faults {
		out[i] = f.Message(l)
	}
	return strings.Join(out, "；")
}

// name gives the row's document its name, without its extension.
func (p Pattern) name(row *Row, t *fill.Template, computed fill.Values) string {
	if row.Filename != "" {
		return Safe(strings.TrimSuffix(row.Filename, extension), maxName)
	}
	var b strings.Builder
	for _, part := range p.parts {
		b.WriteString(part.text)
		switch {
		case part.row:
			b.WriteString(strconv.Itoa(row.Number))
		case part.field != "":
			r, _ := t.Read(part.field, part.value(row.Values, computed)) // no value: nothing stands there
			b.WriteString(r.Printed)
		}
	}
	return Safe(b.String(), maxName)
}

// positionOf is the place of a field in a payload that goes by position: that of
// its first placeholder among those that are filled.
func positionOf(f fill.Field, t *fill.Template) int {
	n := 0
	for _, name := range t.Schema().Placeholders {
		if name != fill.Ignored {
			n++
		}
		if name == f.Name {
			return n
		}
	}
	return 0
}

// value gives the value of the part's field; Null where there is none.
func (p patternPart) value(vs, computed fill.Values) fill.Value {
	v, ok := vs.Get(p.field)
	if !ok && p.place > 0 && p.place <= len(vs) && vs[0].Position > 0 {
		v = vs[p.place-1].Value
	}
	if v.Type == fill.Null {
		v, _ = computed.Get(p.field)
	}
	return v
}

const extension = ".docx"

// maxName keeps a name in Chinese (3 bytes a character), its number and its
// extension within the 255 bytes that file systems take.
const maxName = 76

// reserved are the names that Windows keeps for devices.
var reserved = strings.Fields("CON PRN AUX NUL COM1 COM2 COM3 COM4 COM5 COM6 COM7 COM8 COM9 LPT1 LPT2 LPT3 LPT4 LPT5 LPT6 LPT7 LPT8 LPT9")

// Safe gives a name of at most so many characters that every system can save, without
// an extension: no path, no control or format characters, none that Windows refuses.
func Safe(name string, most int) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	if runes := []rune(name); len(runes) > most {
		name = strings.TrimRight(string(runes[:most]), " .")
	}
	stem, _, _ := strings.Cut(name, ".")
	if name == "" || slices.Contains(reserved, strings.ToUpper(strings.TrimSpace(stem))) {
		name = "report" + name
	}
	return name
}

// names makes names unique in one zip, whatever a file system makes of case.
type names map[string]int

func (n names) unique(name string) string {
	key := strings.ToLower(name)
	n[key]++
	if n[key] == 1 {
		return name + extension
	}
	for {
		numbered := fmt.Sprintf("%s (%d)", name, n[key])
		if key := strings.ToLower(numbered); n[key] == 0 {
			n[key] = 1
			return numbered + extension
		}
		n[key]++
	}
}

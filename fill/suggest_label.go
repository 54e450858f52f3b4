package fill

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// labelers make the label of a figure by its role. They also set its phrase.
var labelers = map[role]func(t *thread, i int) string{
	roleAmount:    (*thread).labelAmount,
	roleWhole:     (*thread).labelWhole,
	roleChange:    (*thread).labelChange,
	roleReference: (*thread).labelReference,
	roleShare:     (*thread).labelShare,
	rolePosition:  (*thread).labelPosition,
	roleMoment:    (*thread).labelMoment,
	roleWord:      (*thread).labelWord,
	roleSerial:    (*thread).labelSerial,
	roleLasting:   (*thread).labelLasting,
}

// maxLabel is the longest label in characters.
const maxLabel = 24

// shorten keeps the end of a label, where the noun stands.
func shorten(s string) string {
	runes := []rune(s)
	if len(runes) <= maxLabel {
		return s
	}
	if i := strings.LastIndex(string(runes[:len(runes)-4]), "的"); i > 0 && utf8.RuneCountInString(s[i:]) <= maxLabel {
		return s[i+len("的"):]
	}
	return string(runes[len(runes)-maxLabel:])
}

// isBareCell tells a table's cell that holds nothing but a figure and its unit.
func isBareCell(f *mention) bool {
	return (f.Row != "" || f.Column != "") && len(f.Context) < 64 &&
		strings.Trim(f.Context[:f.Offset], signChars) == "" && strings.TrimSpace(f.after) == ""
}

// cellPhrase joins the headers of a table's cell, without number, 其中 and unit.
func cellPhrase(f *mention) string {
	row := withoutUnit(headingText([]byte(f.Row)))
	if part, ok := strings.CutPrefix(row, "其中"); ok {
		row = strings.TrimLeft(part, "：: ")
	}
	column := joinHan(withoutUnit(f.Column))
	if share, ok := strings.CutSuffix(column, "的"); ok { // 决算数为预算数的%
		column = share + "比例"
	}
	if strings.Trim(row, "0123456789") == "" && row != "" && column != "" { // a number of the row
		return column + "（" + row + "）"
	}
	return joinHan(row) + column
}

// joinHan takes the blanks out that spread the words of a short head: 合 计.
func joinHan(head string) string {
	if !strings.ContainsFunc(head, isHan) || strings.ContainsFunc(head, isLatin) {
		return head
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(head, "\u3000", " ")), "")
}

func withoutUnit(header string) string {
	words, _, _ := splitHeader(header)
	return words
}

// labelPosition names whose place it is and among whom.
func (t *thread) labelPosition(i int) string {
	f := &t.fs[i]
	lead := nounPhrase(trimEnd(strings.TrimSuffix(strings.TrimSpace(f.lead()), "第"), stepStarts, nil))
	at := len(lead)
	for _, w := range rankBefore {
		if j := strings.LastIndex(lead, w); j >= 0 {
			at = min(at, j)
		}
	}
	subject := nounPhrase(trimOneOff(lead[:at], []string{"位"}))
	switch {
	case subject == "":
		subject = f.topic
	case hasPrefix(subject, attributes), strings.HasPrefix(subject, "在"):
		subject = f.topic + subject
	default:
		if rest := trimEnd(subject, attributes, nil); rest != subject {
			t.topic = rest // 财政收入总量居…，增幅居…
		}
	}
	if at == len(lead) && strings.HasSuffix(subject, "位次") || strings.HasSuffix(subject, "名次") { // 在全省的位次由第X位
		return subject
	}
	return subject + strings.TrimSuffix(lead[at:], "前") + "位次"
}

// labelSerial names what is numbered.
func (t *thread) labelSerial(i int) string {
	f := &t.fs[i]
	switch s, ok := serials[f.unit]; {
	case ok && f.class == unitOfOrdinal && i > 0 && (f.unit == "时" || f.unit == "分") && t.fs[i-1].role == roleMoment:
		return strings.TrimSuffix(t.fs[i-1].label, momentNames[t.fs[i-1].kind]) + s
	case ok && (f.spans || f.linked && i+1 < len(t.fs) && t.fs[i+1].unit == f.unit && !joins(f.joint)):
		return "起始" + s
	case ok && (i > 0 && t.fs[i-1].linked && t.fs[i-1].unit == f.unit && !joins(t.fs[i-1].joint) || endsRange(f.before)):
		return "截止" + s
	case ok:
		return s
	}
	return cmp.Or(f.unit, firstCharacters(f.after, 1)) + "次" // 第X章
}

// serials are the labels of ordinal numbers by their unit.
var serials = map[string]string{"时": "时点", "分": "时点（分）", "届": "届次", "次": "次数", "季度": "季度", "期": "期次", "批": "批次", "批次": "批次", "轮": "轮次", "号": "编号", "年": "年序"}

// lastingEnds end the words before a length of time and do not name it: 命案破案率连续X年.
var lastingEnds = []string{"连续", "持续", "最长", "最短", "至少", "过去", "未来", "满", "每", "滞留", "闲置", "逾期", "延期"}

// labelLasting names a length of time.
func (t *thread) labelLasting(i int) string {
	f := &t.fs[i]
	length := strings.TrimPrefix(f.unit, "个") + "数"
	switch s := nounPhrase(f.lead()); {
	case s == "" || hasSuffix(s, lastingEnds):
		return s + length
	default:
		return s
	}
}

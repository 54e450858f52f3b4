package templates

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reportfill/fill"
)

const maxTitle = 200 // characters, of titles and of names

// checkText gives the text without outer blanks, or an *InputError where it is
// longer than a title may be or holds control characters.
func checkText(member, text string) (string, error) {
	text = strings.TrimSpace(text)
	if !utf8.ValidString(text) {
		return "", &InputError{Member: member, Code: "text", Reason: fill.Text{
			ZH: "不是 UTF-8 编码。请以 UTF-8 发送。",
			EN: "it is not in UTF-8: send it in UTF-8",
		}}
	}
	if utf8.RuneCountInString(text) <= maxTitle && !strings.ContainsFunc(text, unicode.IsControl) {
		return text, nil
	}
	return "", &InputError{Member: member, Code: "text", Reason: fill.Text{
		ZH: "最多 200 个字符，且不能包含换行等控制字符。",
		EN: "200 characters at most, and no control characters such as line breaks",
	}}
}

// shortened cuts a text that nobody gave as a title to the length of one.
func shortened(text string) string {
	if runes := []rune(text); len(runes) > maxTitle {
		return string(runes[:maxTitle])
	}
	return text
}

// searchable gives a text to search for as the databases take it: valid UTF-8
// without NUL.
func searchable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD")
}

// fileName gives a name for the title's document that every system takes.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, title)
	name = strings.Trim(name, " .")
	if runes := []rune(name); len(runes) > maxFileName {
		name = string(runes[:maxFileName])
	}
	if name == "" {
		name = "report"
	}
	return name + ".docx"
}

// maxFileName keeps a name in Chinese (3 bytes a character) within the 255 bytes
// that file systems take.
const maxFileName = 80

package fill

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Why a payload cannot be read, each with the remedy.
var (
	reasonEncoding = Text{"不是 UTF-8 编码。请以 UTF-8 保存后再试", "this is not UTF-8. Save the file as UTF-8"}
	reasonEmpty    = Text{`没有内容。请给出如 {"values": {"revenue": 12.34}} 的 JSON`, `there is nothing here. Give JSON such as {"values": {"revenue": 12.34}}`}
	reasonUnfinish = Text{"内容没有写完：缺少收尾的引号、} 或 ]。请补全", "it ends too early: a closing quote, } or ] is missing. Complete it"}
	reasonComma    = Text{"多了一个逗号（最后一项后面不要逗号）。请删去", "there is a comma too many (none goes after the last item). Remove it"}
	reasonNoComma  = Text{"两项之间缺少逗号。请补上逗号", "a comma is missing between two items. Add it"}
	reasonNoColon  = Text{"名称后面缺少冒号。请补上冒号", "a colon is missing after the name. Add it"}
	reasonTick     = Text{`用了单引号。JSON 只认双引号 "`, `there is a single quote. JSON knows double quotes " alone`}
	reasonKey      = Text{`名称没有加引号。请写作 "名称": 值`, `a name without quotes. Write "name": value`}
	reasonWord     = Text{`文字没有加引号。请加双引号；真、假、空写作 true、false、null`, `text without quotes. Put it in double quotes; only true, false and null go without`}
	reasonZero     = Text{`数字不能以 0 开头。请去掉前面的 0，或加双引号作为文字`, `a number cannot begin with 0. Remove the 0, or put it in double quotes as text`}
	reasonPlus     = Text{"数字前不能有加号。请去掉", "a number cannot begin with a plus. Remove it"}
	reasonPoint    = Text{"小数点前后都要有数字。请写作 0.5", "a number needs digits on both sides of the point. Write 0.5"}
	reasonWide     = Text{`用了全角标点。JSON 的标点须用半角：, : " { } [ ]`, `there is a full-width punctuation mark. JSON takes , : " { } [ ]`}
	reasonComment  = Text{"JSON 不能有注释。请删去", "JSON has no comments. Remove it"}
	reasonControl  = Text{`引号内不能直接换行或有控制字符。换行请写作 \n，制表符写作 \t`, `a string cannot hold a raw line break or control character. Write \n for a line break and \t for a tab`}
	reasonEscape   = Text{`反斜杠后的字符不对。反斜杠本身请写作 \\`, `this escape is not known. Write \\ for a backslash`}
	reasonMore     = Text{"JSON 已经结束，后面还有内容。请删去多余的部分", "there is more after the end of the JSON. Remove it"}
	reasonGrammar  = Text{"此处不合 JSON 语法。请检查前后的引号、逗号和括号", "this is not JSON here. Check the quotes, commas and brackets around it"}
	reasonNumber   = Text{"数字没有写对。请写作 12.34", "this number is not well formed. Write it like 12.34"}

	reasonNoPayload = Text{`应当是对象 {…} 或数组 […]`, `an object {…} or an array […] is wanted here`}
	reasonNoObject  = Text{`应当是对象 {…}，数值写在 "values" 之下`, `an object {…} is wanted here, with the values under "values"`}
	reasonNoValues  = Text{`"values" 应当是对象 {…} 或数组 […]`, `"values" must be an object {…} or an array […]`}
	reasonTooMany   = Text{fmt.Sprintf("数值超过 %d 个", maxEntries), fmt.Sprintf("there are more than %d values", maxEntries)}
	reasonDepth     = Text{fmt.Sprintf("嵌套超过 %d 层", maxPayloadDepth), fmt.Sprintf("it is nested more than %d deep", maxPayloadDepth)}
)

func reasonTwice(name string) Text {
	return Text{fmt.Sprintf("“%s” 出现了两次。请只留一个", name), fmt.Sprintf("%q stands here twice. Keep one", name)}
}

// payloadFault is a fault of a payload that is JSON all the same.
type payloadFault struct {
	at     int // byte offset
	reason Text
}

func (p payloadFault) Error() string { return p.reason.EN }

func (r *payloadReader) fault(reason Text) error           { return r.faultAt(r.next(), reason) }
func (r *payloadReader) faultAt(at int, reason Text) error { return payloadFault{at, reason} }
func (r *payloadReader) syntaxError(at int, t Text) error  { return syntaxErrorAt(r.data, at, t) }

// explain gives any error of the reader as a *SyntaxError.
func (r *payloadReader) explain(err error) error {
	var p payloadFault
	if errors.As(err, &p) {
		return r.syntaxError(p.at, p.reason)
	}
	if strings.TrimSpace(r.text) == "" {
		return r.syntaxError(len(r.text), reasonEmpty)
	}
	at := len(r.text)
	var s *jsontext.SyntacticError
	if errors.As(err, &s) && !errors.Is(err, io.ErrUnexpectedEOF) {
		at = min(int(s.ByteOffset), at)
	}
	if at == len(r.text) {
		return r.syntaxError(at, reasonUnfinish)
	}
	return r.syntaxError(at, r.grammarFault(at))
}

// grammarFault tells what is wrong at the byte offset from what stands there.
func (r *payloadReader) grammarFault(at int) Text {
	c, _ := utf8.DecodeRuneInString(r.text[at:])
	before := strings.TrimRight(r.text[:at], " \t\r\n")
	kind, length := r.dec.StackIndex(r.dec.StackDepth())
	switch {
	case c < ' ':
		return reasonControl
	case c == '\\':
		return reasonEscape
	case c == ',':
		return reasonComma
	case c == '}' || c == ']':
		return closingFault(before)
	case c == '\'':
		return reasonTick
	case c == '/' || c == '#':
		return reasonComment
	case strings.ContainsRune("，：；“”‘’｛｝［］、＂", c):
		return reasonWide
	case strings.HasSuffix(before, ",") || strings.HasSuffix(before, "{") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "[") || before == "":
		return startFault(c, kind == jsontext.KindBeginObject && length%2 == 0)
	case kind == jsontext.KindBeginObject && length%2 == 1 && strings.HasSuffix(before, `"`):
		return reasonNoColon
	}
	return r.followFault(at, c, before)
}

// closingFault tells what is wrong before a closing bracket.
func closingFault(before string) Text {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case last == '.':
		return reasonPoint
	case last == '-' || last == '+':
		return reasonNumber
	case unicode.IsLetter(last):
		return reasonWord
	}
	return reasonGrammar
}

// startFault tells what is wrong with the first character of a name or a value.
func startFault(c rune, name bool) Text {
	switch {
	case name && (c == '_' || unicode.IsLetter(c) || unicode.IsDigit(c)):
		return reasonKey
	case c == '+':
		return reasonPlus
	case c == '.':
		return reasonPoint
	case unicode.IsLetter(c):
		return reasonWord
	}
	return reasonGrammar
}

// followFault tells what is wrong with a character that follows a value.
func (r *payloadReader) followFault(at int, c rune, before string) Text {
	last := before[len(before)-1]
	touches := len(before) == at
	switch {
	case unicode.IsDigit(c) && touches && (last == '0' || last == '-'):
		return reasonZero
	case touches && unicode.IsLetter(c):
		return reasonWord
	case touches && (last >= '0' && last <= '9' || strings.IndexByte("-.eE+", last) >= 0):
		if c == '.' || last == '.' {
			return reasonPoint
		}
		return reasonNumber
	case r.dec.StackDepth() == 0:
		return reasonMore
	case c == '"' || c == '{' || c == '[' || c == '-' || unicode.IsLetter(c) || unicode.IsDigit(c):
		return reasonNoComma
	}
	return reasonGrammar
}

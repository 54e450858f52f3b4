package fill

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
	"github.com/shopspring/decimal"
)

// maxExpression bounds the source of one expression, in characters.
const maxExpression = 4000

// expressionWords are the words that an expression reads as its own, so that no
// field can have them as its name.
var expressionWords = map[string]bool{
	"and": true, "or": true, "not": true, "in": true, "let": true,
	"matches": true, "contains": true, "startsWith": true, "endsWith": true,
	"true": true, "false": true, "nil": true,
}

// expressionSigns are the operators and brackets that have a meaning here.
var expressionSigns = map[string]bool{
	"+": true, "-": true, "*": true, "/": true, "(": true, ")": true, ",": true,
	"<": true, "<=": true, ">": true, ">=": true, "==": true, "!=": true,
	"and": true, "or": true, "not": true, "&&": true, "||": true, "!": true,
	"?": true, ":": true,
}

// signRemedies say what to write in place of a sign without a meaning.
var signRemedies = map[string]Text{
	"=": {"相等请写 ==", "write == for equality"},
	"%": {"百分数请写 / 100", "write / 100 for a percentage"},
	"^": {"乘方请写成连乘", "write a power as a product"},
	"[": {"请用圆括号", "use round brackets"},
	"{": {"请用圆括号", "use round brackets"},
	"≤": {"请写 <=", "write <="},
	"≥": {"请写 >=", "write >="},
	"≠": {"请写 !=", "write !="},
	"&": {"并且请写 and", "write and"},
	"|": {"或者请写 or", "write or"},
}

// foldSigns turns the full-width forms of signs into those of ASCII, one
// character for one, so that positions stay: （＋）, × and ÷ among them.
func foldSigns(source string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '×':
			return '*'
		case r == '÷':
			return '/'
		case r >= '！' && r <= '～' && !unicode.IsLetter(r):
			return r - '！' + '!'
		}
		return r
	}, source)
}

// tokenFaults tells every token of a source that has no meaning here.
func tokenFaults(source string) []Text {
	lex := lexer.New()
	lex.DisableIfOperator = true
	lex.Reset(file.NewSource(source))
	var faults []Text
	for {
		token, err := lex.Next()
		var broken *file.Error
		switch {
		case errors.As(err, &broken):
			return append(faults, characterFault(source, broken.From))
		case err != nil:
			return faults
		}
		if fault, ok := tokenFault(token); ok {
			faults = append(faults, fault)
		}
	}
}

func tokenFault(t lexer.Token) (Text, bool) {
	switch t.Kind {
	case lexer.String, lexer.Bytes:
		return at(t.From, "公式只用数字，不用文字", "an expression takes numbers, not text"), true
	case lexer.Number:
		if _, ok := parseConstant(t.Value); !ok {
			return at(t.From,
				"数字请写成十进制，如 12.30，整数不超过 18 位",
				"write numbers in decimal, such as 12.30, whole ones in at most 18 digits"), true
		}
	case lexer.Operator, lexer.Bracket:
		if !expressionSigns[t.Value] {
			return signFault(t.From, t.Value), true
		}
	case lexer.Identifier:
		if t.Value == "true" || t.Value == "false" || t.Value == "nil" {
			return signFault(t.From, t.Value), true
		}
	}
	return Text{}, false
}

// parseConstant reads a number of the source, digit by digit as written.
func parseConstant(text string) (decimal.Decimal, bool) {
	text = strings.ReplaceAll(text, "_", "")
	whole := !strings.ContainsAny(text, ".eE")
	if len(text) > 32 || whole && len(text) > 18 {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(text)
	return d, err == nil && d.Exponent() >= -32 && d.Exponent() <= 32
}

// signFault says that a sign has no meaning here, with the remedy where one is known.
func signFault(from int, sign string) Text {
	remedy, ok := signRemedies[sign]
	if !ok {
		remedy = Text{
			"可用 + - * / 括号、比较符、and、or、not 和 sum、min、max、abs、round",
			"use + - * / brackets, comparisons, and, or, not, sum, min, max, abs, round",
		}
	}
	return at(from,
		fmt.Sprintf("“%s”在公式中没有意义；%s", sign, remedy.ZH),
		fmt.Sprintf("%q has no meaning in an expression; %s", sign, remedy.EN))
}

// characterFault is the fault of a source that cannot be cut into tokens.
func characterFault(source string, from int) Text {
	runes := []rune(source)
	if from < 0 || from >= len(runes) {
		return at(len(runes), "公式不完整", "the expression ends too early")
	}
	switch r := runes[from]; {
	case unicode.IsDigit(r), unicode.IsLetter(r):
		return at(from, "数字写法有误；字段名不能以数字开头", "a number is malformed; a field's name cannot start with a digit")
	default:
		return signFault(from, string(r))
	}
}

// at gives a message its place in the source; from counts characters from 0.
func at(from int, zh, en string) Text {
	return Text{
		ZH: fmt.Sprintf("公式第 %d 个字符：%s", from+1, zh),
		EN: fmt.Sprintf("character %d of the expression: %s", from+1, en),
	}
}

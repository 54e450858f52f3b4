package fill

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDecimals bounds the decimals of a field.
const maxDecimals = 12

// maxName bounds the name of a field, in characters.
const maxName = 100

// numeralStyles are the values of Field.Numerals.
var numeralStyles = []string{"", "chinese", "financial"}

// bindFields describes each field and tells what is wrong with it.
func (b *binder) bindFields() {
	b.fields = make([]boundField, len(b.schema.Fields))
	b.used = make([]bool, len(b.schema.Fields))
	for i, f := range b.schema.Fields {
		f = f.clone()
		f.Placeholders = nil
		f.Kind = cmp.Or(f.Kind, KindText)
		b.fields[i].Field = f
		b.bindName(i, f.Name)
		if !b.knownKind(i, f.Kind) {
			continue
		}
		b.checkForm(i, f)
		var faults []Text
		b.fields[i].constraint, faults = compileConstraint(f)
		for _, text := range faults {
			b.fault(b.path(i, "validate"), text.ZH, text.EN)
		}
	}
}

// bindName gives a field its place in the index, even under a bad name, so
// that one fault does not bring others.
func (b *binder) bindName(i int, name string) {
	path := fmt.Sprintf("fields[%d].name", i)
	if reason, ok := nameFault(name); ok {
		b.fault(path, reason.ZH, reason.EN)
	}
	if first, ok := b.index[name]; ok {
		b.faultf(path, "%[1]s 已是第 %[2]d 个字段的名称；请只留一个", "%[1]s is the name of field %[2]d already; keep one", name, first+1)
		return
	}
	b.index[name] = i
}

// nameFault tells what is wrong with the name of a field. Letters of any script
// will do: expressions read them all.
func nameFault(name string) (Text, bool) {
	first, _ := utf8.DecodeRuneInString(name)
	good := unicode.IsLetter(first) && utf8.ValidString(name) && utf8.RuneCountInString(name) <= maxName &&
		!strings.ContainsFunc(name, func(r rune) bool {
			return r != '_' && !unicode.IsLetter(r) && (r < '0' || r > '9')
		})
	switch {
	case expressionWords[name]:
		return Text{
			fmt.Sprintf("“%s”在公式中另有含义，不能作字段名；请换一个", name),
			fmt.Sprintf("%q has a meaning of its own in expressions; choose another name", name)}, true
	case !good:
		return Text{
			fmt.Sprintf("“%s”不能作字段名；字段名由字母（汉字亦可）、数字和 _ 组成，以字母开头，不超过 %d 个字符", name, maxName),
			fmt.Sprintf("%q cannot be a name; a name is letters of any script, digits and _, begins with a letter and has at most %d characters", name, maxName)}, true
	}
	return Text{}, false
}

func (b *binder) knownKind(i int, kind Kind) bool {
	if slices.Contains(Kinds, kind) {
		return true
	}
	known := make([]string, len(Kinds))
	for j, k := range Kinds {
		known[j] = string(k)
	}
	b.fault(b.path(i, "kind"), fmt.Sprintf("没有类型“%s”；可用 %s", kind, strings.Join(known, "、")),
		fmt.Sprintf("there is no kind %q; use %s", kind, strings.Join(known, ", ")))
	return false
}

// checkForm tells what does not go together in a field's printed form.
func (b *binder) checkForm(i int, f Field) {
	fractional := f.Kind == KindDecimal || f.Kind == KindPercent
	if f.Decimals != nil && (*f.Decimals < 0 || *f.Decimals > maxDecimals) {
		b.faultf(b.path(i, "decimals"), "小数位数须为 0 至 %d", "decimals must be from 0 to %d", maxDecimals)
	} else if f.Decimals != nil && *f.Decimals > 0 && !fractional {
		b.faultf(b.path(i, "decimals"), "%s 类型没有小数；请删去，或改用 decimal", "a field of kind %s has no decimals; remove them, or use decimal", f.Kind)
	}
	if !slices.Contains(numeralStyles, f.Numerals) {
		b.faultf(b.path(i, "numerals"), "没有数字写法“%s”；可用 chinese（二〇二六）、financial（大写金额）",
			"there are no numerals %q; use chinese (二〇二六) or financial (大写金额)", f.Numerals)
	} else if f.Numerals != "" && f.Kind == KindText {
		b.fault(b.path(i, "numerals"), "文字没有数字写法；请删去，或改变类型", "text has no numerals; remove them, or change the kind")
	}
}

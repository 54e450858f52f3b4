package fill

import "strings"

// What an author reads of a constraint.

func faultContradiction(tags string) Text {
	return say("validate: %s 互相矛盾，没有值能满足", "validate: no value can keep %s", tags)
}

func faultTagForKind(tag string, k Kind, known []string) Text {
	return say("validate: %s 对 %s 类字段没有意义；可用 %s", "validate: %s makes no sense for a field of kind %s; use %s", tag, k, strings.Join(known, ", "))
}

func faultUnknownTag(tag string, known []string) Text {
	if tag == "" {
		return say("validate: 多了一个逗号", "validate: there is a comma too many")
	}
	t := say("validate: 没有 %s 这个标签", "validate: there is no tag %s", tag)
	meant := orNearest(tag, known)
	return Text{t.ZH + meant.ZH, t.EN + meant.EN}
}

package fill

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// unit is a unit taken apart: 万人次 is ten to the fourth of 人次.
type unit struct {
	base  string // what is counted or measured; empty for a bare 万
	power int32  // of ten, over the base
}

// The bases of units that are not counts.
const (
	baseMoney   = "元"
	baseArea    = "平方米"
	baseMu      = "亩" // 15 to the hectare, so no power of ten from baseArea
	basePercent = "%"
)

// measures are the units that are more than a multiplier before their base, or
// that go by several names.
var measures = map[string]unit{
	"元": {baseMoney, 0}, "人民币元": {baseMoney, 0}, "圆": {baseMoney, 0},
	"克": {"克", 0}, "千克": {"克", 3}, "公斤": {"克", 3}, "吨": {"克", 6},
	"毫米": {"米", -3}, "厘米": {"米", -2}, "米": {"米", 0}, "千米": {"米", 3}, "公里": {"米", 3},
	"平方米": {baseArea, 0}, "㎡": {baseArea, 0}, "公顷": {baseArea, 4}, "平方公里": {baseArea, 6}, "平方千米": {baseArea, 6},
	"亩": {baseMu, 0}, "毫升": {"升", -3}, "升": {"升", 0}, "立方米": {"升", 3},
	"瓦": {"瓦", 0}, "千瓦": {"瓦", 3}, "兆瓦": {"瓦", 6}, "瓦时": {"瓦时", 0}, "千瓦时": {"瓦时", 3}, "度": {"瓦时", 3},
	"%": {basePercent, 0}, "％": {basePercent, 0}, "‰": {basePercent, -1},
	"个百分点": {"个百分点", 0}, "百分点": {"个百分点", 0},
}

// multipliers stand before a base and multiply it.
var multipliers = []struct {
	name  string
	power int32
}{{"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}, {"十", 1}}

// counted are the counts that text is known to end in.
var counted = strings.Fields("个 人 名 位 户 家 次 人次 户次 项 件 批 批次 条 起 宗 场 期 处 所 座 栋 套 台 辆 艘 头 只 羽 株 棵 份 本 册 张 篇 部 支 队 组 村 镇 县 市 天 日 年 月 岁 倍 种 类 笔 单 吨公里 人天")

// parseUnit takes a unit apart. What is not known is a count of its own.
func parseUnit(s string) unit {
	s = strings.TrimSpace(s)
	power := int32(0)
	for {
		if u, ok := measures[s]; ok {
			return unit{u.base, u.power + power}
		}
		rest, p := cutMultiplier(s)
		if p == 0 {
			return unit{s, power}
		}
		s, power = rest, power+p
	}
}

func cutMultiplier(s string) (string, int32) {
	for _, m := range multipliers {
		if rest, ok := strings.CutPrefix(s, m.name); ok {
			return rest, m.power
		}
	}
	return s, 0
}

// known tells whether people use the unit, so that text which ends in it is a
// number with its unit, and not something else.
func (u unit) known() bool {
	if u.base == "" {
		return u.power > 0
	}
	_, measure := measures[u.base]
	return measure || slices.Contains(counted, u.base)
}

// counts tells whether the unit counts things one by one.
func (u unit) counts() bool {
	_, measure := measures[u.base]
	return !measure && u.power == 0
}

// convert gives d, which is in u, in the unit to. places are the decimals that
// will be printed, -1 for all. It fails where the units are of different bases,
// or where the digits never end and places do not say how many are wanted.
func (u unit) convert(d digits, to unit, places int32) (digits, bool) {
	switch {
	case u.base == to.base:
		return d.shift(u.power - to.power)
	case u.base == "" && u.power > 0 && to.base != basePercent:
		return d.shift(u.power)
	case u.base == baseArea && to.base == baseMu:
		acres, ok := d.shift(u.power - 4 - to.power)
		if !ok {
			return digits{}, false
		}
		product := acres.decimal().Mul(decimal.New(15, 0))
		return digitsOf(product, acres.scale)
	case u.base == baseMu && to.base == baseArea:
		return fifteenth(d, u.power+4-to.power, places)
	}
	return digits{}, false
}

// fifteenth divides d times a power of ten by 15.
func fifteenth(d digits, power, places int32) (digits, bool) {
	dividend := d.decimal().Shift(power)
	if places >= 0 {
		return digitsOf(dividend.DivRound(decimal.New(15, 0), places), places)
	}
	scale := d.scale + max(0, -power) + 1 // 15 is 3 × 5, and a fifth takes one more decimal
	quotient, rest := dividend.QuoRem(decimal.New(15, 0), scale)
	if !rest.IsZero() {
		return digits{}, false
	}
	out, ok := digitsOf(quotient, scale)
	return out.trim(0), ok
}

// convertible lists the units that can be given for a field in the unit.
func (u unit) convertible(name string) []string {
	switch u.base {
	case baseMoney:
		return []string{"元", "百元", "千元", "万元", "百万元", "千万元", "亿元", "万亿元"}
	case basePercent:
		return []string{"%", "‰"}
	case "个百分点":
		return []string{"个百分点"}
	case baseMu, baseArea:
		return []string{"亩", "万亩", "平方米", "万平方米", "公顷", "平方公里"}
	case "":
		return nil
	}
	var names []string
	for n, m := range measures {
		if m.base == u.base {
			names = append(names, n)
		}
	}
	if names == nil {
		return []string{u.base, "百" + u.base, "千" + u.base, "万" + u.base, "亿" + u.base}
	}
	slices.SortFunc(names, func(a, b string) int {
		if c := measures[a].power - measures[b].power; c != 0 {
			return int(c)
		}
		return strings.Compare(a, b)
	})
	if !slices.Contains(names, name) {
		names = append(names, name)
	}
	return names
}

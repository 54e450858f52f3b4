package fill

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A unitClass tells what a figure before the unit is.
type unitClass uint8

const (
	noUnit        unitClass = iota
	unitOfMoney             // 元 and its multiples
	unitOfMeasure           // lengths, areas, weights: may have decimals
	unitOfCount             // things and persons: whole numbers
	unitOfPercent           // %, 个百分点
	unitOfYear              // 年, 年度
	unitOfMonth             // 月, 月份
	unitOfDay               // 日
	unitOfOrdinal           // 第X次: whole numbers that tell an order
	unitOfName              // not a unit: the placeholder is part of a name, such as X市
)

// unitWords lists the words that may stand directly after a figure. Words of
// class name are here because the longest word decides: X支部 is a branch's
// name, X支 a count.
var unitWords = map[unitClass]string{
	unitOfMoney: `元 美元 欧元 港元 日元 英镑`,
	unitOfMeasure: `亩 公顷 公里 千米 米 厘米 毫米 海里 平方公里 平方千米 平方米 立方米 方 吨 千克 公斤 克 毫克 微克 斤 升 毫升
		千瓦 千瓦时 兆瓦 千伏 千伏安 度 分贝 吨标准煤 千克标准煤 克标准煤 标准煤 人公里 吨公里 车公里 标准箱 标箱 标台 倍 番 成 个点 个千分点 千分点 延米 亩次 ‰ ℃ 摄氏度`,
	unitOfPercent: `% ％ 个百分点 百分点`,
	unitOfCount: `个 项 家 户 人 人次 名 位 批次 批 次 篇 期 场 场次 件 件次 起 例 例次 宗 条 条次 处 座 栋 幢 套 间 所
		台 台次 台套 辆 辆次 架 架次 艘 班 班次 列 车次 头 只 羽 匹 口 株 棵 盏 张 份 册 本 部 门 款 种 大类 支 队 组 户次 家次
		人天 课时 学时 节 堂 轮 卷 页 字 幅 首 片 块 段 团 对 双 桶 箱 瓶 袋 枚 眼 孔 根 面 则 人份 剂次 剂 床 床位 道 层 代
		天 小时 个小时 分钟 秒 岁 周 周年 个月 工作日 个工作日 个季度 季度 星期 届 时 分 号 年级 倍次 路次 单 笔 把 桩 尾 盘 株次 趟 趟次 票 卷次 册次 页次`,
	unitOfYear:  `年 年度`,
	unitOfMonth: `月 月份`,
	unitOfDay:   `日`,
	unitOfName: `省 市 县 区 乡 镇 村 州 盟 旗 街道 社区 自治区 自治州 自治县 开发区 高新区 新区 县区 市县 县市 乡镇 镇村
		局 厅 委 办 院 公司 企业 集团 银行 支行 分行 分局 分公司 支部 支队 大队 中队 大学 学院 学校 中学 小学 幼儿园 医院 卫生院
		超市 宾馆 酒店 同志 先生 女士 老师 书记 市长 县长 部门 部委 单位 项目 工程 项目部 路 街 大道 大桥 桥 河 湖 山 线 站 港 类 型 级 版
		条例 条款 办法 规定 通知 方案 意见 报告 文件 会议 人民 人民政府 人大 人员 人口 家庭 组织 小组 班子 场所 期间 名单 名称 台账
		所有 所在 位于 位次 处理 处室 处长 处罚 件事 节目 节点 段落 本级 本地 部分 队伍 口岸 字样 分别 时间 时期 时段 单独 单元 道路 面积
		月度 日报 日常 户籍 元旦 度假 度夏 米粉 升级 克服 斤两 方面 方向 方式 对象 首次 种植 门店 门类 团队 团体 头部 条件 条线
		年鉴 年报 年轻 日历 国 厂 店 寺 岛 县级 市级 省级 乡级 级别 产业 行业 专业 领域 系统 平台 模式 行动 活动 计划 会议室
		成立 成为 成功 成员 成交 成果 成本 成绩 成效 成年 成品 成人 成都 成熟 成分 成套 番茄 票据 票价 票务 票数`,
}

// magnitudes may stand between a figure and its unit and are part of the unit:
// 万元, 亿元, 万人次. Longest first.
var magnitudes = []string{"万亿", "千万", "百万", "十万", "亿", "万", "千", "百"}

// approximations may stand between a figure and its unit and are not part of it: X余名, X多万元, X万余元.
var approximations = []string{"余", "多", "几", "来"}

// maxUnit is the length in bytes of the longest word in unitWords.
var maxUnit, unitIndex = indexUnits()

func indexUnits() (longest int, index map[string]unitClass) {
	index = map[string]unitClass{}
	for class, words := range unitWords {
		for _, w := range strings.Fields(words) {
			index[w] = class
			longest = max(longest, len(w))
		}
	}
	return longest, index
}

// unitAt reads the unit that s starts with: X余万元 has the unit 万元 and the
// length of 余万元. The length is 0 where no unit starts.
func unitAt(s string) (unit string, length int, class unitClass) {
	rest := strings.TrimLeft(s, " \u00a0\u3000")
	blanks := len(s) - len(rest)
	if utf8.RuneCountInString(s[:blanks]) > 1 {
		return "", 0, noUnit // what stands behind a gap is something else
	}
	if w, c := wordAt(rest); c == unitOfPercent || c == unitOfName {
		return strings.Replace(w, "％", "%", 1), blanks + len(w), c
	}
	bare := trimOne(rest, approximations)
	base := trimOne(bare, magnitudes)
	if w, c := wordAt(bare); c != noUnit && c != unitOfName && len(w) > len(bare)-len(base) { // 千瓦时
		base = bare
	}
	magnitude := bare[:len(bare)-len(base)]
	base = trimOne(base, approximations)
	w, c := wordAt(base)
	used := len(s) - len(base) + len(w)
	switch {
	case c == noUnit && magnitude != "":
		return magnitude, len(s) - len(base), unitOfMeasure
	case c == noUnit || c == unitOfName:
		return "", 0, noUnit
	}
	if rate := rateAt(base[len(w):], c, magnitude == ""); rate != "" {
		if c == unitOfCount {
			c = unitOfMeasure // 部/百人
		}
		return magnitude + w + rate, used + len(rate), c
	}
	switch {
	case magnitude != "" && c == unitOfCount:
		return magnitude + w, used, unitOfMeasure
	case magnitude != "" && c != unitOfMoney && c != unitOfMeasure:
		return "", 0, noUnit
	}
	return magnitude + w, used, c
}

// unitWrapped reads the unit behind brackets or quotes that hold the mark alone:
// （X）万元.
func unitWrapped(lead, s string) (unit string, length int, class unitClass) {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"“", "”"}, {"【", "】"}} {
		rest, closed := strings.CutPrefix(s, pair[1])
		if !closed || !strings.HasSuffix(lead, pair[0]) {
			continue
		}
		if unit, n, class := unitAt(rest); n > 0 && class != unitOfName {
			return unit, len(pair[1]) + n, class
		}
	}
	return "", 0, noUnit
}

// perUnits are what 每 and the count of one thing in another may lead to: 立方米每秒,
// 人/户, but not 台/套, which is another name.
var perUnits = strings.Fields(`秒 分钟 小时 天 日 月 年 人 户 平方米 平方公里 立方米 公里 亩 公顷 吨 公斤`)

// rateAt reads the rest of the unit of a rate, behind a unit of the class: /平方米,
// /百人, /人·月. Empty where the unit is none of a rate.
func rateAt(s string, class unitClass, plain bool) string {
	rest := s
	for class == unitOfMoney || class == unitOfMeasure || class == unitOfCount {
		per, slash := cutAny(rest, []string{"/", "／", "·"})
		if !slash && (class != unitOfMeasure || !strings.HasPrefix(rest, "每")) {
			break
		}
		base := strings.TrimPrefix(per, "每")
		bare := trimOne(strings.TrimLeft(base, "0123456789"), magnitudes)
		w, c := wordAt(bare)
		if c == noUnit || c == unitOfName || c == unitOfPercent ||
			(!slash || class == unitOfCount && plain && bare == base) && !slices.Contains(perUnits, w) {
			break
		}
		rest = bare[len(w):]
	}
	return s[:len(s)-len(rest)]
}

// unitOfRange reads the unit behind a range whose end is written out: —12月份,
// ～20万元. A hyphen before a count may be that of a number: XX-12号.
func unitOfRange(s string) (unit string, length int, class unitClass) {
	rest := strings.TrimLeft(s, " ")
	digits := trimOne(rest, []string{"-", "－", "—", "–", "~", "～", "至", "到"})
	end := strings.TrimLeft(digits, "0123456789.")
	if digits == rest || end == digits {
		return "", 0, noUnit
	}
	unit, n, class := unitAt(end)
	hyphen := strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "－")
	if n == 0 || class == unitOfName || hyphen && class == unitOfCount && unit != quarterUnit {
		return "", 0, noUnit
	}
	return unit, len(s) - len(end) + n, class
}

// wordAt gives the longest word of the table that s starts with.
func wordAt(s string) (string, unitClass) {
	for n := min(maxUnit, len(s)); n > 0; n-- {
		if n < len(s) && !utf8.RuneStart(s[n]) {
			continue
		}
		if c, ok := unitIndex[s[:n]]; ok {
			return s[:n], c
		}
	}
	return "", noUnit
}

// trimOne takes the first of the words that s starts with off it.
func trimOne(s string, words []string) string {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest
		}
	}
	return s
}

// splitHeader parts a table's header into its words and the unit that it
// names: 金额（亿元）, 占比(%), 单位：个, 同比±%.
func splitHeader(header string) (words, unit string, class unitClass) {
	for _, open := range []string{"（", "(", "："} {
		i := strings.LastIndex(header, open)
		if i < 0 {
			continue
		}
		inside := strings.TrimSpace(strings.TrimRight(header[i+len(open):], "）)"))
		inside = strings.TrimPrefix(inside, "单位：")
		if u, n, c := unitAt(inside); n == len(inside) && c != noUnit && c != unitOfName {
			return strings.TrimSpace(header[:i]), u, c
		}
	}
	if words := strings.TrimRight(header, "%％"); words != header {
		return strings.TrimRight(words, signChars), "%", unitOfPercent
	}
	return strings.TrimSpace(header), "", noUnit
}

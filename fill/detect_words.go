package fill

import (
	"slices"
	"strings"
)

// phraseSet are the words by which a sentence tells what a mark before them is.
type phraseSet struct {
	in  []string
	out []string // longer words that open with one of in and mean something else
}

// open tells whether one of the words stands at i, blanks aside.
func (w phraseSet) open(t visibleText, i int) bool { return t.opens(i, w.in) && !t.opens(i, w.out) }

// amounts count or measure: no year stands before them.
var amounts = phraseSet{
	in: strings.Fields(`% ％ ‰ 亿 万 千 百 元 角 余 多 倍 成 个 项 家 名 人 户 次 件 份 台 辆 套 吨 亩 头 只 株 棵
		公里 公顷 公斤 千米 千瓦 米 平方 立方 ㎡ ℃ 度 小时 分钟 秒 天 美元 人次`),
	out: nouns,
}

// units are amounts, ordinals and administrative words: a × before one of them
// stands for a figure or a name.
var units = phraseSet{
	in: append(slices.Clone(amounts.in), strings.Fields(`年 月 日 号 旬 季 周 时 分 点 岁 期 批 届 级 类 种 章 节 条 款 页 篇 本
		位 轮 场 处 座 所 间 栋 栏 支 组 队 艘 架 宗 起 例 笔 股 折 层 幅 段 封 副 左右 以上 以下 以内
		省 市 县 区 州 盟 旗 乡 镇 街 路 村 社区 局 委 办 厅 部 科 室 院 校 站 中心 公司 集团 银行 大学 学院 学校 医院
		单位 企业 机关 政府 党 法院 同志`)...),
	out: nouns,
}

// acronymUnits are units that make a figure of a mark behind an acronym.
var acronymUnits = phraseSet{
	in:  strings.Fields(`% ％ ‰ 亿 万 千 百 元 个 项 家 户 次 件 台`),
	out: nouns,
}

// rangeUnits end a range of dates whose first is a mark.
var rangeUnits = []string{"月", "日", "季度"}

// nouns open with a unit and are none.
var nouns = strings.Fields(`个人 个体 个数 人大 人代 人口 人才 人民 人事 人力 人文 人工 人均 人数 人次数 元旦 元宵 元素 元月 户籍 户外 户均 户数
	家庭 家电 家政 名单 名录 项目 项数 台账 台风 台数 次数 天数 件数 份额 份数 套餐 套数 辆数 亩均 亩产 亩数 头数 只数 倍数 成本 成绩 成交 成果 成数
	百强 百分 千分 多年 多元 度数 万元产值
	年利率 年利息 年化 年均 年限 年息 年产 年租 年数 年金 年薪 年折旧 月利率 月利息 月均 月工资 月息 月租 月数 月薪 月产
	日利率 日利息 日均 日工资 日息 日产 日租 日数 日薪 时薪 时间 时长 时数 小时数 分值 分数 分配 分成 点数 岁数 周期 周转 季节
	期数 期限 期间 期末 期初 级差 级数 类别 种类 条件 位数 场地 场租 处理 所得 所有 间数 本金 本息 款额 股价 股数 股本 折扣 折旧 折算 折现 层数 段数
	省级 市级 县级 区间 区域 区位 市场 市价 市值 市盈 州级 路程 路费 办公 部分 科目 室内 校正 单位成本 单位价 单位面积 单位产 单位工程 号码`)

// What an X stands for before them: 光, 轴 and the like.
var (
	rays        = phraseSet{in: []string{"光", "射线", "线"}, out: []string{"光伏", "光缆", "光纤", "光荣", "光明", "光大"}}
	axes        = phraseSet{in: []string{"轴", "坐标"}}
	chromosomes = phraseSet{in: []string{"染色体"}}
	shapes      = phraseSet{in: []string{"型"}}
)

// What stands behind a quoted mark that is explained, and before one that is drawn.
var (
	explanations = strings.Fields("表示 代表 是指 指代 指的是 意为 意指 符号 标记 标识")
	strokes      = strings.Fields("打 划 画")
)

// variables are what an X after them is the name of.
var variables = []string{"坐标", "向量", "变量", "矩阵", "未知数"}

// unitSymbols are units in Latin letters, which make no product's name.
var unitSymbols = strings.Fields(`m km cm mm kg g mg t ha L mL ml W kW MW GW kWh MWh V kV A Hz MHz GHz B KB MB GB TB h min s
	RMB CNY USD EUR million billion percent`)

package fill

import "testing"

// What a sentence says between the two figures of a step, before them and in them.
func TestSuggestSteps(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"地方财政收入由20XX年的X亿元增加到20XX年的X亿元，年均增长X%，总量居全市第X位。", []string{
			"year 年 起始年份", "decimal 亿元 地方财政收入（增加前）", "year 年 截止年份", "decimal 亿元 地方财政收入（增加后）",
			"percent % 地方财政收入年均增长", "rank 位 地方财政收入总量居全市位次"}},
		{"税收收入占比由X年的X%提高到X年的X%，提高了X个百分点。", []string{
			"year 年 起始年份", "percent % 税收收入占比（提高前）", "year 年 截止年份", "percent % 税收收入占比（提高后）",
			"percent 个百分点 税收收入占比提高"}},
		{"一般公共预算收入由20XX年X亿元增长到20XX年X亿元。", []string{
			"year 年 起始年份", "decimal 亿元 一般公共预算收入（增长前）", "year 年 截止年份", "decimal 亿元 一般公共预算收入（增长后）"}},
		{"地区生产总值由2020年的X亿元增加到2025年的X亿元，年均增长X%，专任教师从上年底的X人减少到目前的X人。", []string{
			"decimal 亿元 地区生产总值（增加前）", "decimal 亿元 地区生产总值（增加后）", "percent % 地区生产总值年均增长",
			"integer 人 专任教师（减少前）", "integer 人 专任教师（减少后）"}},
		{"低保标准由每月X元/人提高到每月X元/人，生均经费标准由每生每年X元提高到X元。", []string{
			"decimal 元/人 低保标准（每月）（提高前）", "decimal 元/人 低保标准（每月）（提高后）",
			"decimal 元 生均经费标准（每生每年）（提高前）", "decimal 元 生均经费标准（每生每年）（提高后）"}},
		{"三次产业结构由X:X调整为X:X，城乡收入比由X缩小到X。", []string{
			"decimal - 三次产业结构（调整前）", "decimal - 三次产业结构（调整前）（2）",
			"decimal - 三次产业结构（调整后）", "decimal - 三次产业结构（调整后）（2）",
			"decimal - 城乡收入比（缩小前）", "decimal - 城乡收入比（缩小后）"}},
		{"地区生产总值X亿元，总量迈上X亿元台阶，在全省的位次由第X位上升到第X位。", []string{
			"decimal 亿元 地区生产总值", "decimal 亿元 地区生产总值总量", "rank 位 地区生产总值总量在全省的位次（上升前）", "rank 位 地区生产总值总量在全省的位次（上升后）"}},
		{"高新技术企业由X家发展到X家，家庭农场发展到X家。", []string{
			"integer 家 高新技术企业（增加前）", "integer 家 高新技术企业（增加后）", "integer 家 家庭农场"}},
	})
}

// What a figure is counted by is told with its label, or with its unit.
func TestSuggestBases(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"人口密度为每平方公里X人，供养标准达每人每年X元，人均养老金每月X元，较上年调增X元。", []string{
			"decimal 人 人口密度（每平方公里）", "decimal 元 供养标准（每人每年）", "decimal 元 人均养老金（每月）", "decimal 元 人均养老金较上年调增"}},
		{"自然增长率比上年上升X个千分点，桥梁X延米，春灌X万亩次，水利用系数提高到0.X，支出进度排名全省前X位。", []string{
			"decimal 个千分点 自然增长率比上年上升", "decimal 延米 桥梁", "decimal 万亩次 春灌", "text - 水利用系数", "rank 位 支出进度排名全省位次"}},
		{"每亩增收X元，每千人口床位数X张，平均住院日X天，全员劳动生产率X元/人，移动电话普及率X部/百人。", []string{
			"decimal 元 每亩增收", "decimal 张 每千人口床位数", "decimal 天 平均住院日", "decimal 元/人 全员劳动生产率", "decimal 部/百人 移动电话普及率"}},
		{"洪峰流量X立方米每秒，昼间噪声X分贝，设计时速X公里/小时，电力X千瓦时，人均能耗X千克标准煤/人，总资产周转率X次，蓄水量偏少X成，产值翻X番。", []string{
			"decimal 立方米每秒 洪峰流量", "decimal 分贝 昼间噪声", "decimal 公里/小时 设计时速",
			"decimal 千瓦时 电力", "decimal 千克标准煤/人 人均能耗", "decimal 次 总资产周转率", "decimal 成 蓄水量偏少", "decimal 番 产值翻"}},
	})
}

// A mark within a number in characters, and one beside a part that is written out.
func TestSuggestNumerals(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"“十X五”时期；第十X届运动会；二十届X中全会；X届人大X次会议。", []string{
			"text - 五年规划序数", "text - 届次", "text - 全会序数", "integer 届 届次（2）", "integer 次 次数"}},
		{"超过X分之X的企业实现增长；合格率为百分之X，死亡率千分之X，师生比为1：X，性别比为X（以女性为100）。", []string{
			"text - 企业实现增长占比（分母）", "text - 企业实现增长占比（分子）", "percent % 合格率", "decimal ‰ 死亡率", "decimal - 师生比", "decimal - 性别比"}},
		{"一是X。二是X。自评得分X分，等次为“X”，适用第X章，投入（X）万元。", []string{
			"text - 一是", "text - 二是", "decimal 分 自评得分", "text - 等次", "integer - 章次", "decimal 万元 投入"}},
		{"审计组组长为X，责任单位是X。", []string{"text - 审计组组长", "text - 责任单位"}},
		{"比全国、全省分别高X个和X个百分点。", []string{"percent 个百分点 比全国高", "percent 个百分点 比全省高"}},
	})
}

// Labels end where their words do.
func TestSuggestPhrases(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"新建“口袋公园”X处，其中评价等次为“优”的X处、“良”的X处。", []string{
			"integer 处 新建“口袋公园”", "integer 处 评价等次为“优”", "integer 处 “良”"}},
		{"加上级补助收入X万元，收入总计X万元，主要是调入资金X万元，控制在核定限额X万元以内。", []string{
			"decimal 万元 上级补助收入", "decimal 万元 收入总计", "decimal 万元 调入资金", "decimal 万元 核定限额"}},
		{"本年度预算下达X万元，资金送达X户，家庭医生签约X万人，地区生产总值预计达X亿元，60岁及以上人口占X%。", []string{
			"decimal 万元 预算下达", "integer 户 资金送达", "decimal 万人 家庭医生签约", "decimal 亿元 地区生产总值", "percent % 60岁及以上人口占比"}},
		{"X家企业入选国家级“专精特新”“小巨人”名单。", []string{"integer 家 企业入选国家级“专精特新”"}},
	})
}

// Two amounts under one label are told apart by their units.
func TestSuggestTwins(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"批准逮捕X件X人，提起公诉X件X人，倒塌房屋X户X间。", []string{
			"integer 件 批准逮捕（件）", "integer 人 批准逮捕（人）", "integer 件 提起公诉（件）", "integer 人 提起公诉（人）",
			"integer 户 倒塌房屋（户）", "integer 间 倒塌房屋（间）"}},
		{"为X名农民工追讨工资X万元。", []string{"integer 名 农民工追讨工资（名）", "decimal 万元 农民工追讨工资（万元）"}},
	})
}

// A verb takes the noun that is counted as it is; without one, what it counts.
func TestSuggestDeeds(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"责令整改X家，立案处罚X家，罚款X万元，问责X人；合同总金额X万元，付款比例X%，已支付X万元。", []string{
			"integer 家 责令整改", "integer 家 立案处罚", "decimal 万元 罚款金额", "integer 人 问责人数",
			"decimal 万元 合同总金额", "percent % 付款比例", "decimal 万元 已支付合同总金额"}},
		{"新建高标准农田X万亩，累计建成X万亩。", []string{"decimal 万亩 新建高标准农田", "decimal 万亩 建成高标准农田"}},
		{"X名考生参加高考，X人达本科线，X人被“双一流”高校录取。", []string{
			"integer 名 考生参加高考", "integer 人 达本科线人数", "integer 人 被“双一流”高校录取人数"}},
		{"X%以上的财政支出用于民生，全市X%的村、X%的社区达标，按X%的比例配套。", []string{
			"percent % 财政支出用于民生占比", "percent % 村占比", "percent % 社区达标占比", "percent % 比例"}},
		{"X个行业大类中有X个行业实现增长，优良率X%，在全省X个市中排名第X；得分X分，列全省X个地市第X位。", []string{
			"integer 个 行业大类", "integer 个 行业实现增长", "percent % 优良率", "integer 个 全省市", "rank - 优良率在全省市中排名位次",
			"decimal 分 得分", "integer 个 全省地市", "rank 位 得分列全省地市位次"}},
		{"改造管网X公里，惠及X栋X户，先后有X批X人次援藏，完工项目X个，完工率X%，其中重点项目完工X个，完工率X%。", []string{
			"decimal 公里 改造管网", "integer 栋 惠及栋数", "integer 户 惠及户数", "integer 批 援藏（批）", "integer 人次 援藏（人次）",
			"integer 个 完工项目", "percent % 完工项目完工率", "integer 个 重点项目完工", "percent % 重点项目完工率"}},
		{"绩效目标X项，完成X项，未完成X项，X个问题中已整改X个，办理公证X件，办结X件，评价等级为X。", []string{
			"integer 项 绩效目标", "integer 项 完成绩效目标", "integer 项 未完成绩效目标", "integer 个 问题", "integer 个 已整改问题",
			"integer 件 办理公证", "integer 件 办结公证", "text - 评价等级"}},
		{"承办建议提案X件，已办结X件；收到来信X件次，已答复X件次。", []string{
			"integer 件 承办建议提案", "integer 件 已办结建议提案", "integer 件次 收到来信", "integer 件次 已答复来信"}},
		{"覆盖X个乡镇（街道）X个村（社区），X个县（市、区）完成改造。", []string{
			"integer 个 覆盖乡镇（街道）", "integer 个 村（社区）", "integer 个 县（市、区）"}},
	})
}

// What a noun that says little by itself takes from the words before.
func TestSuggestTopics(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"社会保险基金收入X亿元，支出X亿元；办公用房面积X平方米，人均X平方米。", []string{
			"decimal 亿元 社会保险基金收入", "decimal 亿元 社会保险基金支出", "decimal 平方米 办公用房面积", "decimal 平方米 人均办公用房面积"}},
		{"地区生产总值X亿元，按可比价格计算增长X%，同口径增长X%，增速居全省第X位。", []string{
			"decimal 亿元 地区生产总值", "percent % 地区生产总值按可比价格计算增长", "percent % 地区生产总值同口径增长", "rank 位 地区生产总值增速居全省位次"}},
		{"争取国债项目X个、资金X亿元；问题清单X项，已完成X项；政府采购预算X万元，实际采购X万元，人均积分X分。", []string{
			"integer 个 争取国债项目", "decimal 亿元 争取国债项目资金", "integer 项 问题清单", "integer 项 已完成问题清单",
			"decimal 万元 政府采购预算", "decimal 万元 实际采购金额", "decimal 分 人均积分"}},
		{"机关运行经费支出X万元，主要原因是X。公务接待费支出X万元，主要原因是X。", []string{
			"decimal 万元 机关运行经费支出", "text - 机关运行经费支出主要原因", "decimal 万元 公务接待费支出", "text - 公务接待费支出主要原因"}},
		{"水稻播种面积X万亩、单产X公斤、总产X万吨，报关单X万票。", []string{
			"decimal 万亩 水稻播种面积", "decimal 公斤 水稻单产", "decimal 万吨 水稻总产", "decimal 万票 报关单"}},
		{"村级收入X万元以上村达到X个，X岁以上老年人接种率X%，通硬化路率、通客车率均达X%。", []string{
			"decimal 万元 村级收入", "integer 个 村级收入以上村", "integer 岁 年龄", "percent % 老年人接种率", "percent % 通硬化路率、通客车率"}},
		{"预算安排X万元，较20XX年预算X万元增加X万元，优良率X%，比20XX年同期高X个百分点。", []string{
			"decimal 万元 预算安排", "year 年 对比年份", "decimal 万元 对比年份预算安排", "decimal 万元 预算安排较对比年份增加",
			"percent % 优良率", "year 年 对比年份（同期高）", "percent 个百分点 优良率同期高"}},
		{"完成投资X亿元，是“十三五”时期的X倍，年均增长X%，高于全省X个百分点；财政收入12.5亿元，增长X%。", []string{
			"decimal 亿元 完成投资", "decimal 倍 完成投资倍数", "percent % 完成投资年均增长",
			"percent 个百分点 完成投资高于全省", "percent % 财政收入增长"}},
	})
}

// Times of day, and how long something lasts.
func TestSuggestTimes(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"X月X日X时至X日X时，降雨X毫米；上午X时X分开会，考核得X分。", []string{
			"month 月 月份", "day 日 日期", "integer 时 时点", "day 日 截至日期", "integer 时 截至时点", "decimal 毫米 降雨",
			"integer 时 时点（2）", "integer 分 时点（分）", "integer 分 考核得"}},
		{"20XX年—20XX年，建设期X年，优良天数X天，同比增加X天，平均审理X天，缩短X天。", []string{
			"year 年 起始年份", "year 年 截止年份", "integer 年 建设期", "integer 天 优良天数", "integer 天 优良天数同比增加",
			"decimal 天 平均审理", "integer 天 平均审理缩短"}},
		{"近X年来，命案破案率连续X年保持X%，资金闲置X个月。", []string{
			"integer 年 年数", "integer 年 命案破案率连续年数", "percent % 命案破案率", "integer 个月 资金闲置月数"}},
	})
}

// Figures that 分别 deals out, and the changes that follow them in the same order.
func TestSuggestLists(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"城镇、农村居民收入分别达X元、X元，增长X%、X%；小学、初中大班额比例分别降至X%、X%。", []string{
			"decimal 元 城镇、农村居民收入（城镇）", "decimal 元 城镇、农村居民收入（农村）",
			"percent % 城镇、农村居民收入（城镇）增长", "percent % 城镇、农村居民收入（农村）增长",
			"percent % 小学、初中大班额比例（小学）", "percent % 小学、初中大班额比例（初中）"}},
		{"化学需氧量、氨氮、挥发性有机物排放量分别削减X吨、X吨、X吨，第三、四种形态分别占X%、X%。", []string{
			"decimal 吨 化学需氧量排放量削减", "decimal 吨 氨氮排放量削减", "decimal 吨 挥发性有机物排放量削减",
			"percent % 第三种形态占比", "percent % 第四种形态占比"}},
		{"刑事警情X起、治安警情X起、交通警情X起，同比分别下降X%、X%和上升X%。", []string{
			"integer 起 刑事警情", "integer 起 治安警情", "integer 起 交通警情",
			"percent % 刑事警情同比下降", "percent % 治安警情同比下降", "percent % 交通警情同比上升"}},
		{"火灾起数、死亡人数同比分别下降X%、X%。", []string{"percent % 火灾起数同比下降", "percent % 死亡人数同比下降"}},
		{"交通事故X起，死亡X人，受伤X人，三项指数同比分别下降X%、X%、X%。", []string{
			"integer 起 交通事故", "integer 人 死亡", "integer 人 受伤",
			"percent % 交通事故同比下降", "percent % 死亡同比下降", "percent % 受伤同比下降"}},
		{"人均GDP由X元增长到X元，财政收入由X亿元增长到X亿元，分别增长X倍和X倍。", []string{
			"decimal 元 人均GDP（增长前）", "decimal 元 人均GDP（增长后）", "decimal 亿元 财政收入（增长前）", "decimal 亿元 财政收入（增长后）",
			"decimal 倍 人均GDP增长", "decimal 倍 财政收入增长"}},
		{"第三产业增加值X亿元，三次产业贡献率分别为X%、X%和X%。", []string{
			"decimal 亿元 第三产业增加值", "percent % 三次产业贡献率", "percent % 三次产业贡献率（2）", "percent % 三次产业贡献率（3）"}},
	})
}

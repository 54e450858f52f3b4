package fill

import "strings"

// The words of official Chinese that stand around a figure and do not name it,
// and those that do. They are tables to be added to.
var (
	// openers stand at the head of a clause and do not name its figure.
	openers = strings.Fields(`其中 截至目前 截止目前 今年以来 今年 去年 上半年 下半年 全年 年内 累计 累积 共计 合计 总计 共有 共 目前 及时 主要是 主要为 主要有 控制在 保持在 稳定在 相应 加
		先后 已经 同时 此外 另外 另有 另 并 又 再 也 还 均 以及 和 与 及 且 而 到 将 由 按 按照 一是 二是 三是 四是 五是 六是 通过 当年度 当年 本年度 本年 本月份 本月
		当月 预计 实现 一年来 过去一年 今年来 期间 仅 的 分别 用于 为 等 有 则 包括 全部 、 ” 对`)
	// openWords start like an opener and are words of their own.
	openWords = strings.Fields(`加强 加快 加大 加工 加密 加装 加固 加征 加油 加氢 加班 加入 加盟 加权 均价 再融资 再贷款 再担保 再保险 再分配 到位 到期 到账 共享 共青 共同 共产 还款 还贷 还本 再生 再就业 并网 并购 和谐 由于 按揭 按时 按期 按月 与会 将军 将来 等级 等次 等第 等值 等额 等待 有效 有限 有机 规则
		为期 为民 为企 为群众 为消费者 为企业 对外 对口 对象 全部税收 又好 而立 均衡`)
	// scopes say where; they are dropped where a noun remains.
	scopes = strings.Fields(`全市 全县 全区 全州 全镇 我市 我县 我区 我局 本市 本县 全局`)
	// closers stand at the end of a clause, before its figure.
	closers = strings.Fields(`完成 实现 达到 达 为 是 共 共计 累计 预计 约 近 超 超过 突破 逾 各 有 共有 分别为 分别 已 仅 不足 增至 升至 降至
		增加到 下降到 提高到 控制在 保持在 稳定在 维持在 保持 大约 接近 高达 多达 不少于 不低于 在 了 的 ： : 现为 其中 则 等 均 迈上 跃上 站上 一般 调整为 “ ” - － — （ (`)
	// closeWords end like a closer and are words of their own.
	closeWords = strings.Fields(`行为 人为 作为 附近 就近 所在 存在 潜在 规则 原则 细则 高等 平等 中等 同等 发达 到达 国有 所有 拥有 持有 占有 现有 具有 没有 享有 自有 特有 实有 公共 靠近 最近 民办 下达 送达 传达 直达 抵达 表达 签约 节约 预约 合约
		制约 契约 公约 特约 邻近 反超 赶超 成为 认为 现在 内在 目的 中共 初等 特等 优等 平均 人均 户均 村均 亩均 日均 月均 年均 次均`)
	// adverbs stand before a verb.
	adverbs = strings.Fields(`已 已经 累计 共 先后 将 拟 计划 实际 正在 新 均 全部 及时 依法 成功 日均 月均 年均 人均 户均 村均`)
	// sums name a total.
	sums = strings.Fields(`合计 共计 总计 总共 累计 小计`)
	// attributes are nouns that need another one: 总量居全省第X位.
	attributes = strings.Fields(`播种面积 种植面积 销售面积 销售额 总产量 总产 单产 平均亩产 总量 总额 总数 增幅 增速 降幅 规模 余额 增量 存量 增长率 占比 人均 户均 村均 亩均 均价 金额 面积 产量 标准`)
	// seasons name the time of a figure at the head of its clause.
	seasons = strings.Fields(`往年 上年 去年 今年 上年同期 去年同期 本年 同期`)
	// idle are phrases that name nothing.
	idle = strings.Fields(`其中 全市 全县 全区 全省 全国 我市 我县 我局 一年来 今年以来 目前 同时 此外 截至目前 底 末 份 年 月 月份 月底 年底 日 上旬 中旬 下旬 度 截至 截止 截止到`)
	// tailStops open words behind a unit that are no noun of the figure.
	tailStops = strings.Fields(`用于 获得 受到 通过 完成 实现 达到 达 以内 左右 以上 以下 为 是 在 被 由 从 对 向 已 均 未 较 比 和 与 及 并 等 至 到 增长 下降 ： 底 末 份 初 上旬 中旬 下旬 全部 予以 得到 按 给予 纳入 参加 转 分别 占 其中 同比 环比 共计 合计 +`)
	// predicates start what the counted noun does: X个支部到社区开展…
	predicates = strings.Fields(`参加 到 获得 受到 通过 完成 实现 开展 办理 用于 纳入 进行 予以 共 累计 滞留 下沉 赴 深入`)
	// tailEnds close such a noun and belong to what follows.
	tailEnds = strings.Fields(`和 与 及 共 共计 合计 总计 达 达到 为 的 、 各 分别 以及 完成 同比 累计 约 近 已 实现 有`)
	// states are verbs that are nouns as well.
	states = strings.Fields(`支出 投入 贷款 担保 服务 救助`)
	// verbs of offices, by which a clause tells what was done so many times.
	verbs = strings.Fields(`办理 承办 收到 接到 答复 安排 拨付 下达 投入 筹集 筹措 争取 发放 兑现 支付 支出 收回 盘活 整合 统筹整合 统筹 化解 发行 偿还 减免 新增 新建 改建 扩建 改造
		建成 建设 实施 开展 组织 举办 召开 开设 开办 培训 培育 培养 引进 选派 选聘 招聘 录用 评选 表彰 服务 帮扶 资助 惠及 受益 覆盖 涉及 支持 扶持 救助 检查
		抽查 抽检 抽取 排查 整改 整治 查处 查出 查办 立案 办结 受理 发现 移送 追回 追责 罚款 挽回 返还 冻结 抓获 破获 制定 出台 修订 印发 完善 清理 清退
		压减 归还 上缴 促进 签约 落地 开工 竣工 投产 完成 实现 达到 采购 储备 解决 建立 创建 认定 获评 发布 刊发 上报 报送 撰写 落实 追加 调整 结转 消化
		新登记 注销 责令改正 列入 制发 审核 审减 评审 监管 处置 回收 流转 鉴定 成立 派出 组建 聘请 走访 慰问 编制 提出 提供 推出 推送 接待 接报 立 报告
		实有 现有 拥有 设立 设置 新开工 续建 缴纳 征收 入库 贴息 担保 贷款 放贷 审批 核查 纠正 约谈 通报 问责 处分 退役 安置 转移 脱贫 搬迁 植树 造林
		完成整改 登记 整合 拨出 招录 出动 出栏 存栏 完成整合 带动 分 覆盖`)
)

// verbIndex holds the verbs.
var verbIndex = func() map[string]bool {
	index := make(map[string]bool, len(verbs))
	for _, w := range verbs {
		index[w] = true
	}
	return index
}()

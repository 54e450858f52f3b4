package reflate

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// words are what the prose of a report is made of, two characters each; the
// earlier a word stands, the more often it comes.
var words = strings.Fields(strings.Join(strings.Split(wordList, "\n"), " "))

const wordList = `
财政 工作 资金 全市 预算 管理 支出 发展 项目 落实 收入 推进 保障 完成 政策 建设 服务 经济 改革 重点
企业 社会 部门 严格 加强 积极 群众 就业 扶贫 教育 医疗 养老 补贴 投入 债务 风险 防控 疫情 绩效 监督
专项 统筹 安排 拨付 争取 上级 支持 农业 农村 生态 环境 保护 治理 污染 大气 水源 土壤 整治 城乡 居民
基本 保险 标准 提高 民生 工程 实施 方案 机制 制度 完善 规范 深化 创新 科技 产业 园区 招商 引资 贷款
贴息 担保 融资 税收 减免 降费 小微 个体 工商 稳岗 培训 技能 高校 毕业 退役 军人 残疾 低保 特困 救助
住房 改造 老旧 小区 公路 交通 水利 灌溉 农田 粮食 种植 养殖 合作 集体 干部 党员 支部 学习 教育 主题
理论 中心 小组 调研 基层 志愿 巡察 整改 纪律 作风 廉政 责任 考核 评价 审计 检查 采购 招标 国库 集中
支付 公务 三公 经费 压减 盘活 存量 结余 平衡 收支 缺口 压力 下行 困难 问题 不足 差距 原因 措施 对策
明年 计划 目标 思路 任务 指标 比重 结构 质量 效益 增长 下降 回落 收窄 位居 全省 排名 前列 同比 环比
累计 平均 总额 规模 余额 限额 偿还 置换 债券 发行 专户 台账 清单 动态 监测 预警 处置 化解 隐性 平台
公司 国有 资产 资本 经营 股权 划转 清理 登记 盘查 文化 体育 旅游 场馆 图书 博物 遗产 传承 宣传 普及
卫生 防疫 物资 储备 应急 救灾 消防 安全 生产 食品 药品 监管 执法 司法 信访 维稳 社区 网格 村居 养护
学校 幼儿 义务 营养 午餐 校舍 教师 待遇 奖励 助学 职业 实训 研发 平台 专利 人才 引进 团队 孵化 示范
河道 湖泊 湿地 造林 绿化 矿山 修复 垃圾 分类 污水 管网 厕所 燃气 供热 供水 电网 通信 数字 信息 系统`

// report makes a document in the manner of WordprocessingML of about size
// bytes, with so many holes in its sentences, spread evenly.
func report(size, holes int, seed uint64) [][]byte {
	r := rand.New(rand.NewPCG(seed, 1))
	var chunks [][]byte
	var b bytes.Buffer
	done, rsid := 0, 0x00A11000
	cut := func() {
		if len(chunks) < holes && done+b.Len() >= (2*len(chunks)+1)*size/(2*holes) {
			done += b.Len()
			chunks = append(chunks, bytes.Clone(b.Bytes()))
			b.Reset()
		} else {
			fmt.Fprintf(&b, "%d", 1+r.IntN(30))
		}
	}
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	for done+b.Len() < size || len(chunks) < holes {
		if r.IntN(3) == 0 {
			rsid += r.IntN(0x4000)
		}
		fmt.Fprintf(&b, `<w:p w14:paraId="%08X" w14:textId="77777777" w:rsidR="%08X" w:rsidRDefault="%08X" w:rsidP="%08X"><w:pPr><w:spacing w:line="%d" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>`, r.Uint32(), rsid, rsid, rsid+r.IntN(3)*0x1B3, 560+20*r.IntN(3))
		b.WriteString(`<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:pPr>`)
		for range 1 + r.IntN(4) {
			sentence(&b, r, cut)
		}
		b.WriteString(`</w:p>`)
	}
	b.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/></w:sectPr></w:body></w:document>`)
	return append(chunks, b.Bytes())
}

// sentence writes the runs of one sentence; cut stands where a figure goes.
func sentence(b *bytes.Buffer, r *rand.Rand, cut func()) {
	for range 1 + r.IntN(2) {
		run(b, r, prose(r, 3+r.IntN(8))+pick(r, "，", "，", "、", "；"))
	}
	fmt.Fprintf(b, `<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>%s`, prose(r, 2+r.IntN(4)))
	cut()
	fmt.Fprintf(b, `%s，</w:t></w:r>`, pick(r, "亿元", "万元", "%", "个百分点", "人次", "个", "项", "户"))
	run(b, r, prose(r, 2+r.IntN(7))+"。")
}

// run writes a run of text.
func run(b *bytes.Buffer, r *rand.Rand, text string) {
	b.WriteString(`<w:r><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"`)
	b.WriteString(pick(r, `/>`, `/>`, `/>`, ` w:hint="eastAsia"/><w:color w:val="000000"/>`, ` w:hAnsi="仿宋"/><w:b/>`))
	fmt.Fprintf(b, `<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>%s</w:t></w:r>`, text)
}

// prose is n words.
func prose(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		x := r.Float64()
		b.WriteString(words[int(x*x*float64(len(words)))])
		if r.IntN(6) == 0 {
			b.WriteString(pick(r, "的", "和", "等", "了", "在", "以", "对", "为"))
		}
	}
	return b.String()
}

func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

// figures makes a value for each hole, such as a report has.
func figures(holes int, seed uint64) [][]byte {
	r := rand.New(rand.NewPCG(seed, 2))
	values := make([][]byte, holes)
	for i := range values {
		switch r.IntN(4) {
		case 0:
			values[i] = fmt.Appendf(nil, "%d", r.IntN(100))
		case 1:
			values[i] = fmt.Appendf(nil, "%d", r.IntN(100000))
		default:
			values[i] = fmt.Appendf(nil, "%.2f", r.ExpFloat64()*200)
		}
	}
	return values
}

package reflate

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// words for the prose of a report, so that its sentences vary as a report's do.
var (
	subjects = strings.Split("全市各级财政部门 市财政局 各县区 局党组 预算单位 国库集中支付中心 政府采购办公室 财政监督检查组 农业综合开发办 国有资产管理科 社会保障科 经济建设科 税政法规科 债务管理中心 非税收入征管局 会计核算中心", " ")
	verbs    = strings.Split("认真落实 扎实推进 统筹安排 全面完成 积极争取 严格执行 持续加强 及时拨付 稳步提高 进一步规范 深入开展 切实保障 重点支持 优先保证 牢牢守住 加快形成", " ")
	objects  = strings.Split("减税降费政策 脱贫攻坚资金 城乡居民基本养老保险 义务教育经费保障机制 污染防治专项资金 政府债务风险化解 预算绩效管理改革 疫情防控经费 基层“三保”支出 稳岗就业补贴 高标准农田建设 老旧小区改造 公立医院综合改革 惠农补贴“一卡通” 科技创新券 乡村振兴衔接资金 普惠金融发展 生态环境保护修复 国企退休人员社会化管理 会计人员继续教育", " ")
	measures = strings.Split("共投入资金 累计拨付 同比增长 占年度预算的 较上年增加 惠及群众 完成目标任务的 节约财政资金 争取上级补助 化解存量债务", " ")
	measured = strings.Split("亿元 万元 % 个百分点 人次 个 项 户 公里 亩", " ")
	tails    = strings.Split("，为经济社会发展提供了有力支撑 ，圆满完成了年初确定的各项任务 ，得到省厅充分肯定 ，群众满意度明显提升 ，资金使用效益不断提高 ，有效缓解了收支矛盾 ，风险总体可控 ，走在全省前列", " ")
)

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
	run := func(text string) {
		fmt.Fprintf(b, `<w:r><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"`)
		switch r.IntN(5) {
		case 0:
			b.WriteString(` w:hint="eastAsia"/><w:color w:val="000000"/>`)
		case 1:
			b.WriteString(` w:hAnsi="仿宋"/><w:b/>`)
		default:
			b.WriteString(`/>`)
		}
		fmt.Fprintf(b, `<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>%s</w:t></w:r>`, text)
	}
	pick := func(words []string) string { return words[r.IntN(len(words))] }
	run(pick(subjects) + pick(verbs) + pick(objects) + "，")
	if r.IntN(2) == 0 {
		run(pick(verbs) + pick(objects) + "和" + pick(objects) + "，")
	}
	fmt.Fprintf(b, `<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>%s`, pick(measures))
	cut()
	fmt.Fprintf(b, `%s</w:t></w:r>`, pick(measured))
	run(pick(tails) + "。")
}

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

package fill_test

import (
	"bytes"
	"fmt"
	"log"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

// open reads a draft of two sentences.
func open() *fill.Package {
	docx := filltest.Docx("财政收入完成X亿元，同比下降X%。", "建成学校X所。")
	p, err := fill.Open(docx, fill.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	return p
}

const fields = `
fields:
  revenue: {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2}
  decline: {label: 财政收入降幅, kind: percent, unit: "%", decimals: 1, validate: "gte=0,lte=100"}
  schools: {label: 学校, kind: integer, unit: 所}
placeholders: [revenue, decline, schools]
checks:
  - {check: schools <= 50, severity: warning, message: 学校数偏多}
`

func compile() *fill.Template {
	schema, err := fill.ParseSchema([]byte(fields))
	if err != nil {
		log.Fatal(err)
	}
	t, err := fill.Compile(open(), schema)
	if err != nil {
		log.Fatal(err)
	}
	return t
}

func values(payload string) fill.Values {
	v, err := fill.ParseValues([]byte(payload))
	if err != nil {
		log.Fatal(err)
	}
	return v
}

func ExamplePackage_Placeholders() {
	for _, p := range open().Placeholders() {
		fmt.Println(p.Number, p.Sentence())
	}
	// Output:
	// 1 财政收入完成【X】亿元，同比下降X%。
	// 2 财政收入完成X亿元，同比下降【X】%。
	// 3 建成学校【X】所。
}

func ExampleSuggest() {
	for _, f := range fill.Suggest(open().Placeholders()) {
		fmt.Println(f.Name, f.Kind, f.Unit, f.Label)
	}
	// Output:
	// x1 decimal 亿元 财政收入
	// x2 percent % 财政收入同比下降
	// x3 integer 所 建成学校
}

func ExampleTemplate_Fill() {
	var docx bytes.Buffer
	err := compile().Fill(&docx, values(`{"revenue": {"value": 123400, "unit": "万元"}, "decline": 3.25, "schools": 12}`), fill.Options{})
	if err != nil {
		log.Fatal(err)
	}
	filled, err := fill.Open(docx.Bytes(), fill.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	paragraphs, err := filled.Paragraphs()
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range paragraphs {
		fmt.Println(p.Text)
	}
	// Output:
	// 财政收入完成12.34亿元，同比下降3.3%。
	// 建成学校12所。
}

func ExampleTemplate_Check() {
	result := compile().Check(values(`{"revenue": "很多", "decline": -3.2, "schools": 60}`))
	for _, p := range result.Problems {
		fmt.Println(p.Code, p.Field, p.Placeholders)
	}
	for _, w := range result.Warnings {
		fmt.Println("warning:", w.Code, w.Placeholders)
	}
	// Output:
	// wrong_kind revenue [1]
	// sign decline [2]
	// warning: check_failed [3]
}

func ExampleTemplate_Extract() {
	t := compile()
	docx, err := t.Append(nil, values(`{"revenue": 12.34, "decline": 3.2, "schools": 12}`), fill.Options{})
	if err != nil {
		log.Fatal(err)
	}
	filled, err := fill.Open(docx, fill.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	v, err := t.Extract(filled)
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range v {
		fmt.Println(e.Name, e.Value.Text)
	}
	// Output:
	// revenue 12.34
	// decline 3.2
	// schools 12
}

package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/workreport"
)

const briefFields = `
title: 财政收入简报
fields:
  city:    {label: 市名, kind: text, validate: max=20}
  level:   {label: 等级, kind: text, validate: oneof=甲 乙, required: false}
  tax:     {label: 税收收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0, owner: 税政科}
  other:   {label: 非税收入, kind: decimal, unit: 亿元, decimals: 2, validate: "gte=0,lte=9999"}
  revenue: {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2}
  share:   {label: 税收占比, kind: percent, unit: "%", decimals: 1}
  decline: {label: 同比下降, kind: percent, unit: "%", decimals: 1}
  prior:   {label: 上年收入, kind: decimal, unit: 亿元}
  rank:    {label: 全省位次, kind: rank, unit: 位}
  closed:  {label: 截止日期, kind: date, validate: gte=2026-01-01}
placeholders: [city, level, tax, other, revenue, share, decline, prior, rank, closed]
computed:
  revenue: {is: tax + other, decimals: 2}
  share:   {is: tax / revenue * 100, decimals: 1}
`

var briefRef = templates.Ref{ID: "brief", Version: 3}

func brief(t testing.TB) *fill.Template {
	t.Helper()
	return compiled(t, briefFields,
		"一、总体情况", "X市，等级X。税收收入X亿元，非税收入X亿元。", "财政收入X亿元，占X%。",
		"二、对比", "同比下降X%，上年X亿元，居全省第X位，截至X。")
}

func values(pairs ...string) fill.Values {
	var out fill.Values
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, fill.Entry{Name: pairs[i], Value: written(pairs[i+1])})
	}
	return out
}

func formOf(t testing.TB, f Form) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// edited opens a form, changes it and gives the workbook saved again.
func edited(t testing.TB, form []byte, edit func(f *excelize.File, at func(field string) string)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("填报")
	if err != nil {
		t.Fatal(err)
	}
	edit(f, func(field string) string {
		for i, row := range rows {
			if len(row) > int(nameColumn) && row[nameColumn] == field {
				return valueColumn.at(i + 1)
			}
		}
		t.Fatalf("the form has no row for %s", field)
		return ""
	})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, form []byte, tpl *fill.Template) *Filled {
	t.Helper()
	got, err := Read(form, briefRef, tpl, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestUntouchedFormChangesNothing(t *testing.T) {
	tpl := brief(t)
	given := values("city", "=cmd|'/c calc'!A1", "tax", "12.30", "other", "１，２３４．５", "prior", "12.300", "decline", "3.2", "rank", "很前", "closed", "2026年3月5日")
	given = append(given, fill.Entry{Name: "level", Value: fill.Value{Type: fill.Null}})
	got := read(t, formOf(t, Form{Title: "简报", Ref: briefRef, Report: "r1", Template: tpl, Values: given}), tpl)
	if got.Ref != briefRef || got.Report != "r1" {
		t.Errorf("form of %v, report %q", got.Ref, got.Report)
	}
	if diff := cmp.Diff(fill.Values{}, got.Changes()); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if got.Doubts() != nil || got.Notes() != nil {
		t.Errorf("doubts %v, notes %v", got.Doubts(), got.Notes())
	}
	want := tpl.Check(given)
	if diff := cmp.Diff(want, tpl.Check(got.Values())); diff != "" {
		t.Errorf("what the template says of the values (-before +after):\n%s", diff)
	}
}

func TestFilledFormGivesItsReport(t *testing.T) {
	p, err := fill.Open(workreport.Docx(), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := fill.ParseSchema(workreport.Fields())
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := fill.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	ref := templates.Ref{ID: workreport.ID, Version: 1}
	filled, err := Read(formOf(t, Form{Ref: ref, Template: tpl, Values: tpl.Example()}), ref, tpl, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := tpl.Append(nil, tpl.Example(), fill.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := tpl.Append(nil, filled.Values(), fill.Options{})
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the report of the form differs from that of its values: %v", err)
	}
}

func TestChangesAreWhatSomebodyChanged(t *testing.T) {
	tpl := brief(t)
	form := formOf(t, Form{Ref: briefRef, Template: tpl, Values: values("city", "淮州", "tax", "12.30", "other", "3.20", "rank", "3")})
	filled := read(t, edited(t, form, func(f *excelize.File, at func(string) string) {
		percent, _ := f.NewStyle(&excelize.Style{NumFmt: 10})
		_ = f.SetCellValue("填报", at("tax"), 19.99)
		_ = f.SetCellValue("填报", at("city"), nil)
		_ = f.SetCellStr("填报", at("prior"), "１，２３４．５")
		_ = f.SetCellValue("填报", at("decline"), 0.125)
		_ = f.SetCellStyle("填报", at("decline"), at("decline"), percent)
		_ = f.SetSheetName("填报", "改名")
	}), tpl)
	want := values("tax", "19.99", "decline", "12.50", "prior", "１，２３４．５")
	want = append(fill.Values{{Name: "city"}}, want...)
	if diff := cmp.Diff(want, filled.Changes()); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

func TestProblemsNameTheCell(t *testing.T) {
	tpl := brief(t)
	var cells map[string]string
	form := formOf(t, Form{Ref: briefRef, Template: tpl, Values: values("city", "淮州", "closed", "2026-03-05")})
	filled := read(t, edited(t, form, func(f *excelize.File, at func(string) string) {
		cells = map[string]string{}
		for _, name := range []string{"tax", "other", "decline", "prior", "rank"} {
			cells[name] = at(name)
		}
		format := "0!.0,"
		scaled, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		_ = f.SetCellValue("填报", at("tax"), 123456)
		_ = f.SetCellStyle("填报", at("tax"), at("tax"), scaled)
		_ = f.SetCellFormula("填报", at("other"), "1+1")
		_ = f.SetCellValue("填报", at("decline"), -3.2)
		_ = f.SetCellStr("填报", at("rank"), "很前")
	}), tpl)
	got := map[string]string{}
	for _, p := range filled.Problems() {
		got[p.Field] = string(p.Code) + " " + p.Cell
		if p.Message(fill.Chinese) == "" {
			t.Errorf("no message for %s", p.Field)
		}
	}
	want := map[string]string{
		"tax": string(CodeDoubtful) + " " + cells["tax"], "other": string(CodeNoResult) + " " + cells["other"],
		"decline": "sign " + cells["decline"], "prior": "missing " + cells["prior"], "rank": "wrong_kind " + cells["rank"],
	}
	for _, computed := range []string{"revenue", "share"} {
		if strings.HasPrefix(got[computed], "not_computable") {
			delete(got, computed)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestComputedCellTypedOverIsHeldAgainstItsFormula(t *testing.T) {
	tpl := brief(t)
	form := formOf(t, Form{Ref: briefRef, Template: tpl, Values: values("city", "淮州", "tax", "12", "other", "3", "decline", "3.2", "prior", "2", "rank", "3", "closed", "2026-03-05")})
	filled := read(t, edited(t, form, func(f *excelize.File, at func(string) string) {
		_ = f.SetCellValue("填报", at("revenue"), 99)
	}), tpl)
	if got := filled.Problems(); len(got) != 1 || got[0].Code != fill.CodeComputed || got[0].Cell == "" {
		t.Errorf("problems %+v, want one of %s with its cell", got, fill.CodeComputed)
	}
}

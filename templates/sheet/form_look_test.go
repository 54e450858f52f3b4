package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestLookOfTheForm(t *testing.T) {
	tpl := brief(t)
	f, err := excelize.OpenReader(bytes.NewReader(formOf(t, Form{Title: "简报", Ref: briefRef, Template: tpl, Previous: values("tax", "10.00")})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.GetRows("填报")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"1", "总体情况", "【X】市，等级X。", "市名", "", "", "", "", "不超过 20 个字", "city", "", "1"},
		{"2", "总体情况", "X市，等级【X】。", "等级", "", "", "", "", "可不填；是 甲、乙 之一", "level"},
		{"3", "总体情况", "税收收入【X】亿元，非税收入X亿元。", "税收收入", "亿元", "10.00", "", "税政科", "不小于 0", "tax", "", "1"},
	}
	if diff := cmp.Diff(want, got[3:6]); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if got[2][0] != "总体情况" {
		t.Errorf("the first section's heading is %q", got[2])
	}
	formulas := map[string]string{
		"G8": `IF(COUNT(G6,G7)<2,"",ROUND((ROUND(G6,2)+ROUND(G7,2)),2))`,
		"G9": `IF(COUNT(G6,G8)<2,"",ROUND(((ROUND(G6,2)/ROUND(G8,2))*100),1))`,
	}
	for at, want := range formulas {
		if got, _ := f.GetCellFormula("填报", at); got != want {
			t.Errorf("formula of %s: %s, want %s", at, got, want)
		}
	}
	for at, locked := range map[string]bool{"G4": false, "G6": false, "G8": true, "F6": true, "D6": true, "J6": true} {
		id, _ := f.GetCellStyle("填报", at)
		style, err := f.GetStyle(id)
		if err != nil || style.Protection == nil || style.Protection.Locked != locked {
			t.Errorf("%s is locked: %+v, want %t", at, style.Protection, locked)
		}
	}
	validations := map[string]string{}
	dvs, _ := f.GetDataValidations("填报")
	for _, v := range dvs {
		validations[v.Sqref] = strings.Join([]string{v.Type, v.Operator, v.Formula1, v.Formula2}, " ")
		if *v.Prompt == "" || v.Type != "" && *v.Error == "" {
			t.Errorf("%s has no message", v.Sqref)
		}
	}
	wantValidations := map[string]string{
		"G4": "textLength between 0 20", "G5": `list  "甲,乙" `, "G6": "decimal between 0 1E+100", "G7": "decimal between 0 9999",
		"G11": "decimal between 0 1E+100", "G12": "decimal between -1E+100 1E+100", "G13": "whole between 1 1000000000",
		"G14": "date between 46023 2958465",
	}
	if diff := cmp.Diff(wantValidations, validations); diff != "" {
		t.Errorf("validations (-want +got):\n%s", diff)
	}
	for _, at := range []string{"F4", "G4", "G6"} {
		if kind, _ := f.GetCellType("填报", at); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%s is not blank, but of type %d", at, kind)
		}
	}
	if level, _ := f.GetRowOutlineLevel("填报", 4); level != 1 {
		t.Errorf("outline level of a field: %d", level)
	}
	if visible, _ := f.GetSheetVisible(markSheet); visible {
		t.Error("the sheet that names the template is visible")
	}
	panes, _ := f.GetPanes("填报")
	if !panes.Freeze || panes.YSplit != headerRow {
		t.Errorf("panes %+v", panes)
	}
	props, _ := f.GetSheetProps("填报")
	if !*props.FitToPage || *props.OutlineSummaryBelow {
		t.Errorf("fit to page: %t, headings below their section: %t", *props.FitToPage, *props.OutlineSummaryBelow)
	}
	if formats, _ := f.GetConditionalFormats("填报"); len(formats) != 1 {
		t.Errorf("conditional formats: %v", formats)
	}
}

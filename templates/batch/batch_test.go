package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

const briefFields = `
title: 财政收入简报
fields:
  city:    {label: 市名, kind: text, validate: max=20}
  tax:     {label: 税收收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0}
  other:   {label: 非税收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0}
  revenue: {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2}
  decline: {label: 同比下降, kind: percent, unit: "%", decimals: 1}
  month:   {label: 月份, kind: month, required: false}
placeholders: [city, tax, other, revenue, decline, month]
computed:
  revenue: {is: tax + other, decimals: 2}
checks:
  - {check: other <= tax, severity: warning, message: 非税收入大于税收收入，请核对}
`

func brief(t testing.TB) *fill.Template {
	t.Helper()
	p, err := fill.Open(filltest.Docx("X市税收收入X亿元，非税收入X亿元，合计X亿元，同比下降X%，X月。"), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := fill.ParseSchema([]byte(briefFields))
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := fill.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// made runs a batch over a file and gives its entries, the lines of results.csv
// without their header, and its summary.
func made(t testing.TB, name string, data []byte, o Options) (map[string]string, [][]string, Summary) {
	t.Helper()
	tpl := brief(t)
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, FormatOf(name), tpl, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out bytes.Buffer
	summary, err := Run(context.Background(), &out, tpl, s, o)
	if err != nil {
		t.Fatal(err)
	}
	docs, lines := unzipped(t, out.Bytes())
	return docs, lines, summary
}

func unzipped(t testing.TB, data []byte) (docs map[string]string, lines [][]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	docs = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if f.Name != ResultsName {
			docs[f.Name] = text(t, content)
			continue
		}
		after, found := bytes.CutPrefix(content, byteOrderMark)
		if !found {
			t.Error("results.csv has no byte order mark")
		}
		if lines, err = csv.NewReader(bytes.NewReader(after)).ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
	return docs, lines[1:]
}

func text(t testing.TB, docx []byte) string {
	t.Helper()
	p, err := fill.Open(docx, fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	vs, err := brief(t).Extract(p)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, e := range vs {
		parts = append(parts, e.Name+"="+e.Value.Text)
	}
	return strings.Join(parts, " ")
}

// workbook makes an .xlsx of rows; a func is called to write its cell.
func workbook(t testing.TB, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for r, row := range rows {
		for c, v := range row {
			at, _ := excelize.CoordinatesToCellName(c+1, r+1)
			var err error
			if write, ok := v.(func(*excelize.File, string) error); ok {
				err = write(f, at)
			} else {
				err = f.SetCellValue("Sheet1", at, v)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func percent(f float64) func(*excelize.File, string) error {
	return func(x *excelize.File, at string) error {
		id, err := x.NewStyle(&excelize.Style{NumFmt: 10})
		return errors.Join(err, x.SetCellValue("Sheet1", at, f), x.SetCellStyle("Sheet1", at, at, id))
	}
}

func formula(s string) func(*excelize.File, string) error {
	return func(x *excelize.File, at string) error { return x.SetCellFormula("Sheet1", at, s) }
}

func TestEveryFormatMakesTheSameReports(t *testing.T) {
	gbk := "\xca\xd0\xc3\xfb,\xcb\xb0\xca\xd5\xca\xd5\xc8\xeb,other,decline\r\n\xbb\xb4\xd6\xdd,12.30,3,3.2\r\n\xc0\xcd\xc9\xbd,5,1.5,0.4\r\n"
	csvText := "市名,税收收入,other,decline\n淮州,12.30,3,3.2\n劳山,5,1.5,0.4\n"
	files := map[string][]byte{
		"rows.json":   []byte(`[{"values": {"city": "淮州", "tax": 12.30, "other": 3, "decline": 3.2}}, {"city": "劳山", "tax": "5", "other": 1.5, "decline": 0.4}]`),
		"rows.ndjson": []byte("{\"city\": \"淮州\", \"tax\": 12.30, \"other\": 3, \"decline\": 3.2}\n\n[\"劳山\", 5, 1.5, null, 0.4, null]\n"),
		"utf8.csv":    []byte(csvText),
		"bom.csv":     []byte("\xEF\xBB\xBF" + strings.ReplaceAll(csvText, ",", ";")),
		"tabs.csv":    []byte(strings.ReplaceAll(csvText, ",", "\t")),
		"gbk.csv":     []byte(gbk),
		"mac.csv":     []byte(strings.ReplaceAll(csvText, "\n", "\r")),
		"units.csv":   []byte("市名,税收收入（万元）,非税收入（亿元）,同比下降（%）,#备注\n淮州,123000,3,3.2,x\n劳山,50000,1.5,0.4,\n"),
		"rows.xlsx": workbook(t, []any{"city", "税收收入", "#x", "other", "decline"},
			[]any{"淮州", 12.3, "y", 3, percent(0.032)}, nil, []any{"劳山", "５．００", nil, 1.5, 0.4}),
	}
	want := map[string]string{
		"淮州简报.docx": "city=淮州 tax=12.30 other=3.00 revenue=15.30 decline=3.2",
		"劳山简报.docx": "city=劳山 tax=5.00 other=1.50 revenue=6.50 decline=0.4",
	}
	pattern, err := ParsePattern("{市名}简报.docx", "", brief(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			docs, lines, summary := made(t, name, data, Options{Name: pattern, Missing: fill.MissingBlank})
			for name, text := range docs {
				docs[name] = strings.TrimSuffix(text, " month=")
			}
			if diff := cmp.Diff(want, docs); diff != "" {
				t.Errorf("documents (-want +got):\n%s\n%v", diff, lines)
			}
			if summary.Rows != 2 || summary.Made != 2 || len(lines) != 2 || lines[0][2] != "淮州简报.docx" {
				t.Errorf("summary %+v, results %v", summary, lines)
			}
		})
	}
}

func TestBadRowsAreToldAndTheOthersGoOn(t *testing.T) {
	rows := [][]any{{"city", "tax", "other", "decline"}}
	for n := range 1000 {
		row := []any{fmt.Sprintf("县%d", n), 12.5, 3.25, 1.5}
		switch {
		case n%27 != 5 || n > 27*37:
		case n%4 == 0:
			row[1] = "很多"
		case n%4 == 1:
			row[3] = -3.2
		default:
			row[2] = formula("1+1")
		}
		rows = append(rows, row)
	}
	docs, lines, summary := made(t, "rows.xlsx", workbook(t, rows...), Options{Missing: fill.MissingBlank})
	if len(docs) != 963 || summary.Made != 963 || summary.Refused != 37 {
		t.Errorf("%d documents, summary %+v", len(docs), summary)
	}
	told := map[string]int{}
	for _, l := range lines {
		if l[1] != "未生成" {
			continue
		}
		told[l[4]]++
		cell := map[string]string{"tax": "B", "other": "C", "decline": "D"}[l[4]] + l[0]
		if l[3] != cell || l[5] == "" || len([]rune(l[6])) < 15 {
			t.Errorf("line %v does not say where (want %s) and what", l, cell)
		}
	}
	if told["tax"]+told["other"]+told["decline"] != 37 || len(told) != 3 {
		t.Errorf("faults by field: %v, want 37 over three", told)
	}
}

func TestResultsAreInert(t *testing.T) {
	docs, lines, _ := made(t, "rows.json", []byte(`[
		{"city": "=1+1/2", "tax": 1, "other": 2, "decline": 0},
		{"city": "-1+1", "tax": "=1", "other": 0, "decline": 0}]`),
		Options{Missing: fill.MissingBlank, Name: Pattern{parts: []patternPart{{field: "city"}}}})
	for name := range docs {
		if strings.ContainsAny(name, `/\:"`) {
			t.Errorf("the name %q is not safe", name)
		}
	}
	if got := lines[0][2]; !strings.HasPrefix(got, "'=1+1") {
		t.Errorf("file %q, want it with an apostrophe", got)
	}
	if lines[1][1] != "提醒" || lines[1][6] == "" {
		t.Errorf("the warning of row 1 is not told: %v", lines[1])
	}
	if lines[2][1] != "未生成" || lines[2][4] != "tax" {
		t.Errorf("row 2: %v", lines[2])
	}
}

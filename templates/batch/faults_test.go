package batch

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reportfill/fill"
)

func TestBadFiles(t *testing.T) {
	tests := []struct {
		name, data, want string
	}{
		{"cut.json", `[{"city": "淮州"}, {"city"`, "line 1, column "},
		{"comma.json", "[{\"city\": \"淮州\"},\n {\"city\": 1,}]", "line 2, column 12"},
		{"object.json", `{"city": "淮州"}`, "must be an array"},
		{"empty.json", `[]`, "no rows"},
		{"more.json", `[{}] {}`, "after the array"},
		{"empty.ndjson", "\n\n", "no rows"},
		{"empty.csv", "", "no rows"},
		{"quote.csv", "\"city,tax\n淮州,1\n", "a quote is out of place"},
		{"header.csv", "city,tax\n,\n", "no rows"},
		{"unknown.csv", "city,税收收入额,other\n淮州,1,2\n", "did you mean 税收收入"},
		{"twice.csv", "city,市名\n淮州,1\n", "the same as that of A1"},
		{"nothing.csv", ",,\n淮州,1\n", "names no columns"},
		{"zip.xlsx", "PK\x03\x04 and no more", "damaged"},
		{"text.xlsx", "no zip", "not an .xlsx"},
		{"header.xlsx", string(workbook(t, []any{"city", "tax"})), "no rows"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.name)
			if err := os.WriteFile(path, []byte(tt.data), 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := Open(path, FormatOf(tt.name), brief(t), Limits{})
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			told := err.Error()
			var e *Error
			if errors.As(err, &e) {
				for _, f := range e.Faults {
					told += f.Message(fill.English)
				}
			}
			if !strings.Contains(told, tt.want) {
				t.Errorf("error %q, want %q in it", told, tt.want)
			}
		})
	}
}

func TestBadLines(t *testing.T) {
	tests := []struct {
		name, data string
		row        string
		want       string
	}{
		{"rows.ndjson", "{\"city\": \"淮州\"\n{\"city\": \"劳山\", \"tax\": 1, \"other\": 1, \"decline\": 1}\n", "1", "第 1 行"},
		{"twice.ndjson", "{\"city\": \"淮州\", \"city\": 1, \"tax\": 1, \"other\": 1, \"decline\": 1}\n{\"city\": \"劳山\", \"tax\": 1, \"other\": 1, \"decline\": 1}\n", "1", "市名"},
		{"beside.json", `[{"values": {"city": "淮州", "tax": 1, "other": 1, "decline": 1}, "title": "x"}, {"city": "劳山", "tax": 1, "other": 1, "decline": 1}]`, "1", "filename"},
		{"quote.csv", "city,tax,other,decline\n淮\"州,1,1,1\n劳山,1,1,1\n", "2", "引号"},
		{"wide.csv", "city,tax,other,decline\n淮州,1,1,1,5\n劳山,1,1,1\n", "2", "E2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, lines, summary := made(t, tt.name, []byte(tt.data), Options{Missing: fill.MissingBlank})
			if summary.Made != 1 || summary.Refused != 1 {
				t.Errorf("summary %+v", summary)
			}
			if lines[0][0] != tt.row || !strings.Contains(lines[0][6], tt.want) {
				t.Errorf("first line %v, want row %s and %q in it", lines[0], tt.row, tt.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	tests := []struct {
		name, data string
		limits     Limits
	}{
		{"rows.json", `[{}, {}, {}]`, Limits{Rows: 2}},
		{"rows.ndjson", "{}\n{}\n{}\n", Limits{Rows: 2}},
		{"large.json", `[{"city": "` + strings.Repeat("长", 500) + `"}]`, Limits{RowBytes: 1000}},
		{"large.ndjson", `{"city": "` + strings.Repeat("长", 500) + `"}`, Limits{RowBytes: 1000}},
		{"rows.csv", "city\n1\n2\n3\n", Limits{Rows: 2}},
		{"quote.csv", "city\n\"" + strings.Repeat("长\n", 100_000), Limits{RowBytes: 1000}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.name)
			if err := os.WriteFile(path, []byte(tt.data), 0o600); err != nil {
				t.Fatal(err)
			}
			tpl := brief(t)
			s, err := Open(path, FormatOf(tt.name), tpl, tt.limits)
			if err == nil {
				defer s.Close()
				_, err = Run(context.Background(), io.Discard, tpl, s, Options{})
			}
			if !errors.Is(err, ErrLimit) {
				t.Errorf("error %v, want %v", err, ErrLimit)
			}
		})
	}
}

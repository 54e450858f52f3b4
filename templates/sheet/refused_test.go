package sheet

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"reportfill/templates"
	"reportfill/templates/workreport"
)

func TestRefusedForms(t *testing.T) {
	tpl := brief(t)
	plain := excelize.NewFile()
	var table bytes.Buffer
	_ = plain.Write(&table)
	form := formOf(t, Form{Ref: briefRef, Template: tpl})
	tests := []struct {
		name string
		data []byte
		ref  templates.Ref
		lim  Limits
		code string
	}{
		{"text", []byte("姓名,金额"), briefRef, Limits{}, "not_xlsx"},
		{"nothing", nil, briefRef, Limits{}, "not_xlsx"},
		{"xls", append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 600)...), briefRef, Limits{}, "xls_or_encrypted"},
		{"cut", form[:len(form)/2], briefRef, Limits{}, "damaged_xlsx"},
		{"a docx", workreport.Docx(), briefRef, Limits{}, "not_xlsx"},
		{"no form", table.Bytes(), briefRef, Limits{}, "no_form"},
		{"of another template", form, templates.Ref{ID: "other"}, Limits{}, "other_template"},
		{"too large unzipped", form, briefRef, Limits{Unzipped: 4 << 10}, "unzipped_size"},
		{"too many rows", form, briefRef, Limits{Rows: 5}, "rows"},
		{"too many columns", form, briefRef, Limits{Columns: 5}, "columns"},
		{"columns moved", edited(t, form, func(f *excelize.File, _ func(string) string) {
			_ = f.UnprotectSheet("填报")
			_ = f.InsertCols("填报", "C", 1)
		}), briefRef, Limits{}, "form_columns"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(tt.data, tt.ref, tpl, tt.lim)
			var e *Error
			if !errors.As(err, &e) || e.Code != tt.code {
				t.Errorf("error %v, want code %s", err, tt.code)
			}
		})
	}
}

package sheet

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// rowReader reads a worksheet row by row, each cell as it is stored and as it is
// shown.
type rowReader struct {
	stored, shown *excelize.Rows
	limits        Limits
	row           int // of the row last read, from 1
	noResult      map[string]bool
	date1904      bool
}

func newRowReader(f *excelize.File, sheet string, l Limits) (*rowReader, error) {
	stored, err := f.Rows(sheet)
	if err != nil {
		return nil, malformed(err)
	}
	shown, err := f.Rows(sheet)
	if err != nil {
		return nil, malformed(errors.Join(err, stored.Close()))
	}
	props, err := f.GetWorkbookProps()
	r := &rowReader{stored: stored, shown: shown, limits: l, noResult: map[string]bool{}}
	r.date1904 = err == nil && props.Date1904 != nil && *props.Date1904
	return r, nil
}

// next gives the cells of the next row from column A on; false after the last.
func (r *rowReader) next() ([]Cell, bool, error) {
	if !r.stored.Next() || !r.shown.Next() {
		if err := errors.Join(r.stored.Error(), r.shown.Error()); err != nil {
			return nil, false, malformed(err)
		}
		return nil, false, nil
	}
	if r.row++; r.row > r.limits.Rows {
		return nil, false, tooManyRows(r.limits.Rows)
	}
	stored, err := r.stored.Columns(excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, false, malformed(err)
	}
	shown, err := r.shown.Columns()
	if err != nil {
		return nil, false, malformed(err)
	}
	if len(stored) > r.limits.Columns {
		return nil, false, tooManyColumns(r.limits.Columns)
	}
	return r.cells(stored, shown), true, nil
}

func (r *rowReader) cells(stored, shown []string) []Cell {
	out := make([]Cell, len(stored))
	for i, raw := range stored {
		ref, _ := excelize.CoordinatesToCellName(i+1, r.row) // within the limits of a sheet
		out[i] = Cell{Ref: ref, Raw: raw, Shown: raw, NoResult: raw == "" && r.noResult[ref], Date1904: r.date1904}
		if i < len(shown) {
			out[i].Shown = shown[i]
		}
	}
	return out
}

func (r *rowReader) close() error { return errors.Join(r.stored.Close(), r.shown.Close()) }

func tooManyRows(most int) error {
	return over("rows",
		fmt.Sprintf("工作表超过 %d 行。请删去多余的行，或分成几个文件。", most),
		fmt.Sprintf("the sheet has more than %d rows: remove those that are not needed, or make several files of it", most))
}

func tooManyColumns(most int) error {
	return over("columns",
		fmt.Sprintf("工作表超过 %d 列。请删去多余的列。", most),
		fmt.Sprintf("the sheet has more than %d columns: remove those that are not needed", most))
}

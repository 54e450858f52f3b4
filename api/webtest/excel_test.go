package webtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	devtools "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/xuri/excelize/v2"

	"reportfill/templates"
)

// saves has the browser save into a folder, and gives a function that waits for
// the file with the extension to be there.
func (b *browser) saves() func(extension string) string {
	b.t.Helper()
	folder := b.t.TempDir()
	_, err := chromedp.CallBrowser(b.ctx, devtools.SetDownloadBehavior, devtools.SetDownloadBehaviorParams{
		Behavior: devtools.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
		BrowserContextID: chromedp.FromContext(b.ctx).BrowserContextID,
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return func(extension string) string {
		for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			if files, _ := filepath.Glob(filepath.Join(folder, "*"+extension)); len(files) == 1 {
				return files[0]
			}
		}
		b.t.Fatalf("no %s was saved", extension)
		return ""
	}
}

// upload chooses a file in an input.
func (b *browser) upload(css, path string) {
	b.t.Helper()
	b.do(chromedp.SetUploadFiles(chromedp.CSS(css), []string{path}))
}

// fillForm types values into the form in the file, by field.
func fillForm(t *testing.T, path string, typed map[string]any) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("填报")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) < 10 {
			continue
		}
		if v, ok := typed[row[9]]; ok {
			at, _ := excelize.CoordinatesToCellName(7, i+1)
			if err := f.SetCellValue("填报", at, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// TestFormDownAndUp holds a form's way: down, filled, up, looked at, accepted.
func TestFormDownAndUp(t *testing.T) {
	s := newService(t)
	id := s.report("2026 年度", "workreport", s.example()[:5])
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports/"+id)
	saved := b.saves()
	b.activate(`#excel`)
	b.see("#down")
	b.ready()
	b.activate(`#down`)
	path := saved(".xlsx")

	fillForm(t, path, map[string]any{"revenue": 128.36, "city": "淮海"})
	b.upload("#file", path)
	b.until("the preview", `document.querySelectorAll("#outcome tbody tr").length === 2`)
	if got := eval[string](b, `document.querySelector('#outcome tr[data-f=revenue]').textContent`); !strings.Contains(got, "空128.36 亿元") {
		t.Errorf("the preview of revenue says %q", got)
	}
	if got := s.held(id, "revenue"); got != "" {
		t.Errorf("revenue is %q before anybody accepted", got)
	}
	b.activate(`#accept`)
	b.see("#accepted")
	if city, revenue := s.held(id, "city"), s.held(id, "revenue"); city != "淮海" || revenue != "128.36" {
		t.Errorf("the report holds %q and %q", city, revenue)
	}
}

// TestFormWithAnUnreadCellChangesNothing holds that a cell that is not
// understood is told by its name, and cannot be accepted until it is mended in the
// same file.
func TestFormWithAnUnreadCellChangesNothing(t *testing.T) {
	s := newService(t)
	id := s.report("2026 年度", "workreport", nil)
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/reports/"+id+"/sheet")
	b.ready()
	saved := b.saves()
	b.activate(`#down`)
	path := saved(".xlsx")
	fillForm(t, path, map[string]any{"city": "淮海", "revenue": "#N/A"})
	b.upload("#file", path)
	b.see("#outcome .problems")
	if got := eval[string](b, `document.querySelector("#outcome .problems").textContent`); !strings.Contains(got, "单元格 G") {
		t.Errorf("the problems say %q", got)
	}
	if eval[bool](b, `document.querySelector("#accept") !== null`) {
		t.Error("it can be accepted")
	}
	fillForm(t, path, map[string]any{"revenue": 128.36})
	eval[any](b, `void document.getElementById('file').click()`)
	b.upload("#file", path)
	b.until("the mended form is read", `document.querySelectorAll("#outcome tbody tr").length === 2 && document.querySelector("#accept") !== null`)
}

// TestBatchPage holds the page of a batch: rows up, progress, faults, the zip.
func TestBatchPage(t *testing.T) {
	s := newService(t)
	b := newBrowser(t, "zh-CN", desktop)
	b.signIn(s, s.token("李会计", templates.RoleClerk), "/batch")
	b.ready()
	example, err := s.example().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	rows := filepath.Join(t.TempDir(), "各县.ndjson")
	lines := strings.Repeat(string(example)+"\n", 30) + `{"city": "劳山"}` + "\n"
	if err := os.WriteFile(rows, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	b.upload("#rows", rows)
	b.do(chromedp.SetValue(chromedp.CSS("#name"), "{city}报告"))
	b.activate(`#start`)
	b.see("#save")
	if got := eval[string](b, `document.querySelector("#count").textContent`); got != "生成 30 份，1 行有问题。" {
		t.Errorf("it says %q", got)
	}
	if n := eval[int](b, `document.querySelectorAll("#results tbody tr").length`); n < 90 {
		t.Errorf("%d faults of a row without values are listed", n)
	}
	saved := b.saves()
	b.activate(`#save`)
	if path := saved(".zip"); filepath.Base(path) != "各县.zip" {
		t.Errorf("the zip is saved as %s", filepath.Base(path))
	}
}

package sheet

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/workreport"
)

// required skips the test for want of what, and fails it where
// REPORTFILL_TEST_REQUIRE names LibreOffice.
func required(t *testing.T, what string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("REPORTFILL_TEST_REQUIRE"), ","), "libreoffice") {
		t.Fatalf("libreoffice is required: %s", what)
	}
	t.Skipf("LibreOffice is needed for this test: %s", what)
}

// pythonWithUNO finds a Python that speaks to LibreOffice.
func pythonWithUNO(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3", "/usr/lib/libreoffice/program/python"} {
		if exec.Command(name, "-c", "import uno").Run() == nil {
			return name
		}
	}
	required(t, "no Python with uno")
	return ""
}

// inLibreOffice types values into a form and gives the workbook as LibreOffice
// saves it, and what its cells show, by field.
func inLibreOffice(t *testing.T, form []byte, typed map[string]string) (saved []byte, shown map[string]string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		required(t, "no soffice on the PATH")
	}
	python := pythonWithUNO(t)
	dir := t.TempDir()
	in, out, values := filepath.Join(dir, "form.xlsx"), filepath.Join(dir, "filled.xlsx"), filepath.Join(dir, "values.json")
	text, _ := json.Marshal(typed)
	for name, data := range map[string][]byte{in: form, values: text} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pipe := "reportfill" + filepath.Base(filepath.Dir(dir)) + filepath.Base(dir)
	office := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--norestore",
		"--nologo", "--accept=pipe,name="+pipe+";urp;")
	if err := office.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- office.Wait() }()
	script := exec.Command(python, "testdata/fill_form.py", pipe, in, values, out)
	var complaints bytes.Buffer
	script.Stderr = &complaints
	printed, err := script.Output()
	if err != nil {
		_ = office.Process.Kill()
		<-ended
		t.Fatalf("%v\n%s", err, complaints.String())
	}
	<-ended
	if saved, err = os.ReadFile(out); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(printed, &shown); err != nil {
		t.Fatal(err)
	}
	return saved, shown
}

// TestLibreOfficeFillsTheBuiltInForm holds that a form filled and saved by
// LibreOffice makes the report of its values, and that its live formulas show
// what the service computes.
func TestLibreOfficeFillsTheBuiltInForm(t *testing.T) {
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
	typed := map[string]string{}
	for _, e := range tpl.Example() {
		typed[e.Name] = e.Value.Text
	}
	holdLibreOffice(t, tpl, templates.Ref{ID: workreport.ID, Version: 1}, typed)
}

// TestLibreOfficeFillsAForm holds the same for values as people type them.
func TestLibreOfficeFillsAForm(t *testing.T) {
	holdLibreOffice(t, brief(t), briefRef, map[string]string{
		"city": "淮州", "level": "甲", "tax": "19.99", "other": "7.345", "decline": "12.5%", "prior": "１，２３４．５", "rank": "3", "closed": "2026-12-31",
	})
}

func holdLibreOffice(t *testing.T, tpl *fill.Template, ref templates.Ref, typed map[string]string) {
	t.Helper()
	saved, shown := inLibreOffice(t, formOf(t, Form{Title: "表", Ref: ref, Template: tpl}), typed)
	filled, err := Read(saved, ref, tpl, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if problems := filled.Problems(); problems != nil {
		t.Fatalf("problems: %+v", problems)
	}
	var given fill.Values
	for name, text := range typed {
		given = append(given, fill.Entry{Name: name, Value: fill.Value{Type: fill.String, Text: text}})
	}
	want, err := tpl.Append(nil, given, fill.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := tpl.Append(nil, filled.Values(), fill.Options{})
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the report of the form differs from that of the values: %v", err)
	}
	computed, live := map[string]string{}, map[string]string{}
	for _, e := range tpl.Check(given).Computed {
		computed[e.Name], live[e.Name] = e.Value.Text, shown[e.Name]
	}
	if diff := cmp.Diff(computed, live); diff != "" || len(computed) == 0 {
		t.Errorf("computed by the service (-) and shown by live formulas (+), %d:\n%s", len(computed), diff)
	}
}

package fill

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// requireTool finds a program; the test is skipped without it, and fails where
// REPORTFILL_TEST_REQUIRE names it.
func requireTool(t *testing.T, name, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	if slices.Contains(strings.Split(os.Getenv("REPORTFILL_TEST_REQUIRE"), ","), name) {
		t.Fatalf("%s is required and %s is not on the PATH", name, program)
	}
	t.Skipf("%s is not on the PATH: %s is needed for this test", program, name)
	return ""
}

// plainTexts has LibreOffice open documents and gives the text of their main
// story by name, without that of text boxes.
func plainTexts(t *testing.T, docs map[string][]byte) map[string]string {
	t.Helper()
	return converted(t, docs, "txt", "txt:Text (encoded):UTF8")
}

var tagPattern = regexp.MustCompile(`<[^>]*>`)

// allTexts has LibreOffice open documents and gives all their text by name.
func allTexts(t *testing.T, docs map[string][]byte) map[string]string {
	t.Helper()
	texts := converted(t, docs, "fodt", "fodt")
	for name, xml := range texts {
		texts[name] = tagPattern.ReplaceAllString(xml, "")
	}
	return texts
}

// converted has one LibreOffice write documents in another format.
func converted(t *testing.T, docs map[string][]byte, extension, filter string) map[string]string {
	t.Helper()
	soffice := requireTool(t, "libreoffice", "soffice")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless",
		"--convert-to", filter, "--outdir", filepath.Join(dir, "out")}
	for name, docx := range docs {
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, docx, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	texts := map[string]string{}
	for name := range docs {
		text, err := os.ReadFile(filepath.Join(dir, "out", name+"."+extension))
		if err != nil {
			t.Errorf("%s: LibreOffice did not open it: %v", name, err)
		}
		texts[name] = string(text)
	}
	return texts
}

// TestLibreOfficeBuiltIn holds that the filled built-in report, as LibreOffice
// reads it, is the draft's text with every value in its place and no X.
func TestLibreOfficeBuiltIn(t *testing.T) {
	tm := builtInTemplate(t)
	v := exampleValues(tm)
	text := plainTexts(t, map[string][]byte{"filled": fillBytes(t, tm, v, Options{}), "draft": tm.pkg.docx})
	values := textByName(v)
	want := text["draft"]
	for _, name := range tm.schema.Placeholders {
		want = strings.Replace(want, "X", "\x00"+name+"\x00", 1)
	}
	for name, value := range values {
		want = strings.ReplaceAll(want, "\x00"+name+"\x00", value)
	}
	if text["filled"] != want || strings.Contains(text["filled"], "X") {
		t.Errorf("got:\n%s\nwant:\n%s", text["filled"], want)
	}
}

// TestLibreOfficeCorpus holds that LibreOffice opens every filled document of
// the corpus, and that the text of the main document holds each value.
func TestLibreOfficeCorpus(t *testing.T) {
	dir, files := corpus(t)
	docs := map[string][]byte{}
	packages := map[string]*Package{}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.File))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Open(data, Limits{})
		if err != nil || len(p.placeholders) == 0 {
			continue
		}
		name := strings.TrimSuffix(f.File, ".docx")
		docs[name], packages[name] = fillEvery(p, numberedValues(len(p.placeholders)), MissingError), p
	}
	for name, text := range plainTexts(t, docs) {
		for i, ph := range packages[name].placeholders {
			if got := strings.Count(text, numberedValue(i)); ph.Part == packages[name].refs[0].part && got != len(packages[name].sites[i]) {
				t.Errorf("%s: %s: value %d stands %d times, want %d", name, ph.Sentence(), i+1, got, len(packages[name].sites[i]))
			}
		}
	}
}

func numberedValue(i int) string { return fmt.Sprintf("〔%04d〕", i+1) }

func numberedValues(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = numberedValue(i)
	}
	return out
}

package main

import (
	"archive/zip"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"reportfill/fill/filltest"
	"reportfill/templates/workreport"
	"reportfill/templates/workreport/reporttest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"reportfill": main})
}

func TestScripts(t *testing.T) {
	text, err := os.ReadFile("../../templates/workreport/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "zh_CN.UTF-8")
			return os.WriteFile(env.WorkDir+"/workreport.docx", workreport.Docx(), 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"docx":  makeDocx,
			"text":  printText,
			"unzip": unzip,
			// next year's draft of the built-in report: nextyear next.docx
			"nextyear": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), reporttest.NextYear(string(text)), 0o600))
			},
		},
	})
}

// makeDocx makes a .docx of the lines of a text file: docx draft.docx draft.txt
func makeDocx(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.Split(strings.TrimSpace(ts.ReadFile(args[1])), "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), filltest.Docx(lines...), 0o600))
}

var tags = regexp.MustCompile(`<[^>]*>`)

// printText writes the text of a .docx beside it, for grep and cmp: text a.docx a.txt
func printText(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	f, err := z.Open("word/document.xml")
	ts.Check(err)
	xml, err := io.ReadAll(f)
	ts.Check(err)
	text := tags.ReplaceAllString(strings.ReplaceAll(string(xml), "</w:p>", "\n"), "")
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.TrimSpace(text)+"\n"), 0o600))
}

// unzip writes the entries of a zip into a folder: unzip a.zip folder
func unzip(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), z))
}

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
)

var readmes = []string{"README.md", "README.zh-CN.md"}

func readme(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadmeCommands runs the marked blocks of each README, one after another, as
// they would be pasted: against a fresh service, beside a clone's templates.
func TestReadmeCommands(t *testing.T) {
	for _, tool := range []string{"bash", "curl"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	for _, name := range readmes {
		t.Run(name, func(t *testing.T) {
			folder := runReadme(t, readme(t, name))
			for _, docx := range []string{"report.docx", "final.docx", "filled.docx"} {
				if n := placeholdersLeft(t, filepath.Join(folder, docx)); n != 0 {
					t.Errorf("%s: %d placeholders are left", docx, n)
				}
			}
			sent, back := payload(t, filepath.Join(folder, "values.json")), payload(t, filepath.Join(folder, "back.json"))
			for field, value := range sent {
				if string(back[field]) != string(value) {
					t.Errorf("%s came back as %s, sent was %s", field, back[field], value)
				}
			}
			if manifest := read(t, filepath.Join(folder, "manifest.json")); !bytes.Contains(manifest, []byte(`"new":"13"`)) {
				t.Error("the corrected figure is not in the final document")
			}
		})
	}
}

var testedBlock = regexp.MustCompile("(?s)<!-- test -->\n```sh\n(.*?)```")

func runReadme(t *testing.T, text string) (folder string) {
	t.Helper()
	blocks := testedBlock.FindAllStringSubmatch(text, -1)
	if len(blocks) < 5 {
		t.Fatalf("only %d blocks are marked", len(blocks))
	}
	folder = t.TempDir()
	templates, err := filepath.Abs(filepath.Join("..", "..", "templates"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(templates, filepath.Join(folder, "templates")); err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	for _, b := range blocks {
		script.WriteString(b[1])
	}
	here := strings.NewReplacer("http://127.0.0.1:8080", serve(t).url, "go run ./cmd/reportfill", "reportfill")
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", here.Replace(script.String()))
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return folder
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func placeholdersLeft(t *testing.T, name string) int {
	t.Helper()
	p, err := fill.Open(read(t, name), fill.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return len(p.Placeholders())
}

func payload(t *testing.T, name string) map[string]json.RawMessage {
	t.Helper()
	var p struct {
		Values map[string]json.RawMessage
	}
	if err := json.Unmarshal(read(t, name), &p); err != nil {
		t.Fatal(err)
	}
	return p.Values
}

// TestReadmesAreAlike holds that the two have the same blocks, tables and
// headings, line for line, whatever their language.
func TestReadmesAreAlike(t *testing.T) {
	english, chinese := outline(readme(t, "README.md")), outline(readme(t, "README.zh-CN.md"))
	if diff := cmp.Diff(english, chinese); diff != "" {
		t.Errorf("README.md (-) and README.zh-CN.md (+) differ:\n%s", diff)
	}
}

var (
	firstCell = regexp.MustCompile("^\\| *([`a-z][^|]*?) *\\|")
	comment   = regexp.MustCompile(` *# .*$`)
)

// outline is what the two languages have in common: levels of headings, first
// cells that are code, and tested commands without their comments.
func outline(text string) []string {
	var out []string
	inBlock := false
	for _, line := range strings.Split(text, "\n") {
		switch cell := firstCell.FindStringSubmatch(line); {
		case strings.HasPrefix(line, "```"):
			inBlock = !inBlock
			out = append(out, line)
		case inBlock && strings.Contains(line, "["): // a picture's label
		case inBlock && strings.Contains(line, "|"):
		case inBlock:
			out = append(out, comment.ReplaceAllString(line, ""))
		case strings.HasPrefix(line, "#"):
			out = append(out, line[:strings.LastIndex(line, "#")+1])
		case cell != nil && strings.ContainsAny(cell[1], "`/."):
			out = append(out, regexp.MustCompile("`[^`]*`|[a-z.]+/.*").FindString(cell[1]))
		}
	}
	return out
}

var flagName = regexp.MustCompile(`--[a-z-]+`)

// TestReadmesNameEverySetting holds both to the flags of serve.
func TestReadmesNameEverySetting(t *testing.T) {
	var help bytes.Buffer
	if code := run(t.Context(), []string{"serve", "--help"}, nil, &help, &help, noEnv); code != exitOK {
		t.Fatalf("exit code %d: %s", code, &help)
	}
	for _, name := range readmes {
		text := readme(t, name)
		for _, flag := range flagName.FindAllString(help.String(), -1) {
			if flag != "--help" && !strings.Contains(text, "| `"+flag+"` |") {
				t.Errorf("%s lacks %s", name, flag)
			}
		}
	}
}

var required = regexp.MustCompile(`(?m)^(?:require )?\s*([a-z][\w./-]*\.[\w./-]+) v[^/\n]*$`)

// TestReadmesNameEveryDependency holds both to the direct requirements of go.mod.
func TestReadmesNameEveryDependency(t *testing.T) {
	modules := required.FindAllStringSubmatch(readme(t, "go.mod"), -1)
	if len(modules) < 15 {
		t.Fatalf("only %d requirements found", len(modules))
	}
	for _, name := range readmes {
		text := readme(t, name)
		for _, m := range modules {
			if !strings.Contains(text, m[1]) {
				t.Errorf("%s does not say what %s is for", name, m[1])
			}
		}
	}
}

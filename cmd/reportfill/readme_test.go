package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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
			holdLife(t, folder)
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

// step is what the life of a report leaves in one of its files.
type step struct {
	Status   string
	Revision int
	Missing  []any
	Sources  map[string]any
	Output   string `json:"output_sha256"`
}

// holdLife holds each step of a report's life to what the text says of it.
func holdLife(t *testing.T, folder string) {
	t.Helper()
	steps := make(map[string]step)
	for _, name := range []string{"begun", "patched", "state", "completed", "final", "manifest"} {
		var s step
		if err := json.Unmarshal(read(t, filepath.Join(folder, name+".json")), &s); err != nil {
			t.Fatalf("%s.json: %v", name, err)
		}
		steps[name] = s
	}
	for i, name := range []string{"begun", "patched", "completed", "final"} {
		if got := steps[name].Revision; got != i+1 {
			t.Errorf("%s.json: revision %d, want %d", name, got, i+1)
		}
	}
	state := steps["state"]
	if state.Status != "draft" || len(state.Missing) == 0 || len(state.Sources) != 3 {
		t.Errorf("state.json: %s with %d values and %d missing, want a draft with 3", state.Status, len(state.Sources), len(state.Missing))
	}
	if got := steps["completed"]; got.Status != "complete" || len(got.Missing) != 0 {
		t.Errorf("completed.json: %s, %d missing", got.Status, len(got.Missing))
	}
	sum := sha256.Sum256(read(t, filepath.Join(folder, "final.docx")))
	if got, want := steps["manifest"].Output, hex.EncodeToString(sum[:]); got != want || steps["final"].Status != "final" {
		t.Errorf("manifest.json tells of the document %s, want %s", got, want)
	}
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

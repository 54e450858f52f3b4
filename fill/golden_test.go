package fill

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

var update = flag.Bool("update", false, "rewrite what the golden packages want")

// TestGolden fills the packages of testdata/golden. What is wanted of each are
// the parts that change, or the error that refuses it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden packages: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			g, err := filltest.ParseGolden(readFile(t, file))
			if err != nil {
				t.Fatal(err)
			}
			got := fillGolden(t, g)
			if diff := cmp.Diff(g.Want, got); diff != "" && !*update {
				t.Errorf("-want +got\n%s", diff)
			}
			if g.Want = got; *update {
				if err := os.WriteFile(file, g.Format(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// missingWays are the ways to treat missing values, as a golden package's file
// "missing" names them.
var missingWays = map[string]Missing{"": MissingError, "keep": MissingKeep, "blank": MissingBlank}

// fillGolden fills a golden package with its values.json. Its fields are those
// of its fields.yaml, or texts called x1, x2 and so on.
func fillGolden(t *testing.T, g filltest.Golden) map[string]string {
	t.Helper()
	draft := g.Docx()
	missing, known := missingWays[strings.TrimSpace(g.Files["missing"])]
	if !known {
		t.Fatalf("missing: %q", g.Files["missing"])
	}
	filled, err := fillFiles(draft, g.Files, missing)
	if err != nil {
		return map[string]string{"error": err.Error() + "\n"}
	}
	if _, err := Open(filled, Limits{}); err != nil {
		t.Errorf("the filled package: %v", err)
	}
	return changedParts(t, draft, filled)
}

func fillFiles(draft []byte, files map[string]string, missing Missing) ([]byte, error) {
	p, err := Open(draft, Limits{})
	if err != nil {
		return nil, err
	}
	s := textSchema(p)
	if fields := files["fields.yaml"]; fields != "" {
		if s, err = ParseSchema([]byte(fields)); err != nil {
			return nil, err
		}
	}
	tm, err := Compile(p, s)
	if err != nil {
		return nil, err
	}
	v, err := ParseValues([]byte(files["values.json"]))
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	err = tm.Fill(&buf, v, Options{Missing: missing})
	return buf.Bytes(), err
}

// changedParts gives the parts of a filled package that differ from the draft's.
// Their XML must be well-formed, as another reader sees it.
func changedParts(t *testing.T, draft, filled []byte) map[string]string {
	t.Helper()
	before, changed := partTexts(t, draft), partTexts(t, filled)
	for name, text := range changed {
		if text == before[name] {
			delete(changed, name)
		} else if err := wellFormed(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	return changed
}

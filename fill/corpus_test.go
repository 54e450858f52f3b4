package fill

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// corpusFile is one entry of the corpus's manifest: a real document, with every
// mark in it that stands free of Latin letters.
type corpusFile struct {
	File         string  `json:"file"`
	CannotBeRead *string `json:"cannot_be_read"`
	Marks        []struct{ Part, Text, Before, After string }
}

// corpus reads the manifest of the folder of real documents; the test is
// skipped where there is none.
func corpus(t *testing.T) (string, []corpusFile) {
	t.Helper()
	dir := os.Getenv("REPORTFILL_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	data, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("no corpus of real documents in %s (set REPORTFILL_CORPUS)", dir)
	}
	var files []corpusFile
	if err == nil {
		err = json.Unmarshal(data, &files)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir, files
}

func TestCorpus(t *testing.T) {
	dir, files := corpus(t)
	for _, f := range files {
		t.Run(f.File, func(t *testing.T) {
			path := filepath.Join(dir, f.File)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Open(data, Limits{})
			if f.CannotBeRead != nil {
				if !errors.Is(err, ErrFormat) && !errors.Is(err, ErrUnsupported) && !errors.Is(err, ErrMalformed) {
					t.Errorf("Open: got %v, want a refusal (%s)", err, *f.CannotBeRead)
				}
				return
			}
			if err != nil {
				var fault *DocumentError
				if errors.As(err, &fault) && fault.Code == "doctype" && len(f.Marks) == 0 {
					return
				}
				t.Fatal(err)
			}
			paragraphs, err := p.Paragraphs()
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range f.Marks {
				if !sees(t, paragraphs, m.Part, m.Before, m.Text, m.After) {
					t.Errorf("%s: unseen: %q【%s】%q", m.Part, m.Before, m.Text, m.After)
				}
			}
			verifyFilled(t, path, p, hardValue)
		})
	}
}

// sees tells whether the detector has an opinion of the mark: certain, doubtful
// or refused by a named rule.
func sees(t *testing.T, paragraphs []Paragraph, part, before, text, after string) bool {
	t.Helper()
	set, err := newMarkSet(DefaultMarks)
	if err != nil {
		t.Fatal(err)
	}
	for _, para := range paragraphs {
		at := strings.Index(para.Text, before+text+after)
		if para.Part != part || at < 0 {
			continue
		}
		at += len(before)
		if slices.ContainsFunc(detect(para.Text, set, false), func(m mark) bool {
			return m.start < at+len(text) && m.end > at && (m.verdict == certain || m.rule != "")
		}) {
			return true
		}
	}
	return false
}

// hardValue has all that a value can do to the XML around it.
const hardValue = " %d<&>\n值\t𠮷"

// verifyFilled fills every placeholder, doubtful ones included, with a value of its
// own and has the corpus's judge compare. format writes values of a number.
func verifyFilled(t *testing.T, original string, p *Package, format string) {
	t.Helper()
	if len(p.placeholders) == 0 {
		return
	}
	values := make([]string, len(p.placeholders))
	for i := range values {
		values[i] = fmt.Sprintf(format, i+1)
	}
	filled := filepath.Join(t.TempDir(), "filled.docx")
	if err := os.WriteFile(filled, fillEvery(p, values, MissingError), 0o600); err != nil {
		t.Fatal(err)
	}
	runVerify(t, original, filled, substitutions(p, values))
}

// substitution is one placeholder as the judge takes it.
type substitution struct {
	Part  string `json:"part"`
	P     int    `json:"p"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Value string `json:"value"`
}

// substitutions locates every place of every placeholder, but for the second
// branches of alternatives, which the judge finds itself.
func substitutions(p *Package, values []string) []substitution {
	var subs []substitution
	for _, st := range p.stories {
		for _, para := range st.paragraphs {
			if para.copyOf != 0 && para.original != nil {
				continue
			}
			first := para.firstOfOriginal()
			for k, m := range para.marks {
				start := len([]rune(string(para.text[:m.start])))
				mark := string(para.text[m.start:m.end])
				subs = append(subs, substitution{st.part, para.index, start, start + len([]rune(mark)), mark, values[first+k]})
			}
		}
	}
	return subs
}

func runVerify(t *testing.T, original, filled string, subs []substitution) {
	t.Helper()
	dir, _ := corpus(t)
	python := requireTool(t, "python", "python3")
	list := filled + ".json"
	data, err := json.Marshal(subs)
	if err == nil {
		err = os.WriteFile(list, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, filepath.Join(dir, "verify.py"), "--quiet", original, filled, list).CombinedOutput()
	if err != nil {
		t.Errorf("verify: %v\n%s", err, out)
	}
}

// fillEvery fills placeholder i with values[i], whatever a schema would say.
func fillEvery(p *Package, values []string, missing Missing) []byte {
	fieldOf := make([]int, len(values))
	for i := range fieldOf {
		fieldOf[i] = i
	}
	t := &Template{pkg: p, fieldOf: fieldOf, splice: newSplice(p, fieldOf)}
	var b buffer
	b.print(resolved{text: values, has: make([]bool, len(values))}, Options{Missing: missing})
	return b.append(nil, t.splice)
}

package web

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"reportfill/fill"
)

// messages holds every text of the pages, by page and key ("report.saved").
// Those of a file NAME.script.yaml are for the page's script too.
type messages struct {
	texts  map[string]fill.Text
	script map[string]map[string]fill.Text // page → key without the page
}

func readMessages(f fs.FS) (*messages, error) {
	names, err := fs.Glob(f, "messages/*.yaml")
	if err != nil {
		return nil, err
	}
	m := &messages{texts: make(map[string]fill.Text), script: make(map[string]map[string]fill.Text)}
	for _, name := range names {
		if err := m.read(f, name); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *messages) read(f fs.FS, name string) error {
	data, err := fs.ReadFile(f, name)
	if err != nil {
		return err
	}
	var texts map[string]fill.Text
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&texts); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	page, forScript := strings.CutSuffix(strings.TrimSuffix(path.Base(name), ".yaml"), ".script")
	for key, text := range texts {
		if text.ZH == "" || text.EN == "" {
			return fmt.Errorf("%s: %s lacks one of its languages", name, key)
		}
		m.texts[page+"."+key] = text
	}
	if forScript {
		m.script[page] = texts
	}
	return nil
}

// text gives a text with its arguments put in as fmt does.
func (m *messages) text(l fill.Language, key string, args ...any) (string, error) {
	text, ok := m.texts[key]
	if !ok {
		return "", fmt.Errorf("no text under the key %q", key)
	}
	if len(args) == 0 {
		return text.In(l), nil
	}
	return fmt.Sprintf(text.In(l), args...), nil
}

// scriptTexts gives the texts for a page's script, those of the frame included.
func (m *messages) scriptTexts(l fill.Language, page string) map[string]string {
	out := make(map[string]string)
	for _, from := range []string{"frame", page} {
		for key, text := range m.script[from] {
			out[key] = text.In(l)
		}
	}
	return out
}

package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"reportfill/fill"
)

//go:embed pages messages scripts styles
var files embed.FS

// Pages draws every page in every language. It is safe for concurrent use.
type Pages struct {
	Assets *Assets
	sets   map[fill.Language]map[string]*template.Template
}

// Page is what a page is drawn from.
type Page struct {
	Frame
	View any
}

// New reads the embedded pages, texts, scripts and styles. An error is a fault in
// one of them.
func New() (*Pages, error) {
	texts, err := readMessages(files)
	if err != nil {
		return nil, err
	}
	assets, err := newAssets(files)
	if err != nil {
		return nil, err
	}
	p := &Pages{Assets: assets, sets: make(map[fill.Language]map[string]*template.Template)}
	for _, l := range []fill.Language{fill.Chinese, fill.English} {
		if p.sets[l], err = parsePages(functions(l, texts, assets)); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// parsePages parses each page with the layout and the sheet, so that every one has a "content"
// of its own.
func parsePages(f template.FuncMap) (map[string]*template.Template, error) {
	names, err := fs.Glob(files, "pages/*.html")
	if err != nil {
		return nil, err
	}
	set := make(map[string]*template.Template)
	for _, file := range names {
		if file == layoutFile || file == sheetFile {
			continue
		}
		name := strings.TrimSuffix(path.Base(file), ".html")
		t, err := template.New(path.Base(layoutFile)).Funcs(f).Option("missingkey=error").ParseFS(files, layoutFile, sheetFile, file)
		if err != nil {
			return nil, err
		}
		set[name] = t
	}
	return set, nil
}

// layoutFile stands around every page; sheetFile draws a Sheet in those that hold one.
const (
	layoutFile = "pages/layout.html"
	sheetFile  = "pages/sheet.html"
)

// Draw gives the page of the name. It is whole or an error.
func (p *Pages) Draw(name string, page Page) ([]byte, error) {
	t, ok := p.sets[page.Language][name]
	if !ok {
		return nil, fmt.Errorf("no page %q in the language %q", name, page.Language)
	}
	page.Name = name
	var b bytes.Buffer
	if err := t.Execute(&b, page); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages from the top down: each may import those below it.
var layers = []string{"reportfill/cmd", "reportfill/api", "reportfill/templates", "reportfill/fill"}

// forbidden imports, by the layer that does without them.
var forbidden = map[string][]string{
	"reportfill/fill":      {"net", "net/http", "database/sql", "os", "log", "log/slog"},
	"reportfill/templates": {"net/http", "github.com/gin-gonic/gin"},
	"reportfill/api":       {"database/sql", "reportfill/templates/sqlstore"},
}

// forbiddenCalls are what fill does without: it has no clock.
var forbiddenCalls = []string{"time.Now", "time.Since", "time.Sleep"}

func TestImportsRunOneWay(t *testing.T) {
	for path, source := range sources(t) {
		pkg := "reportfill/" + filepath.ToSlash(filepath.Dir(path))
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if fault := importFault(pkg, imported); fault != "" {
				t.Errorf("%s imports %s: %s", path, imported, fault)
			}
		}
		if layerOf(pkg) == "reportfill/fill" {
			for _, call := range forbiddenCalls {
				if strings.Contains(string(source), call+"(") {
					t.Errorf("%s calls %s: fill has no clock", path, call)
				}
			}
		}
	}
}

// importFault says why the package may not import the other; empty where it may.
func importFault(pkg, imported string) string {
	layer := layerOf(pkg)
	if slices.Contains(forbidden[layer], imported) && !strings.HasPrefix(pkg, "reportfill/templates/sqlstore") {
		return layer + " does without it"
	}
	from, to := slices.Index(layers, layer), slices.Index(layers, layerOf(imported))
	switch {
	case to < 0:
		return ""
	case to < from:
		return "imports run " + strings.Join(layers, " → ")
	case pkg == "reportfill/templates" && imported == "reportfill/templates/sqlstore":
		return "the store imports templates, not the other way"
	}
	return ""
}

// layerOf is the layer that a package belongs to; empty for packages of others.
func layerOf(pkg string) string {
	for _, layer := range layers {
		if pkg == layer || strings.HasPrefix(pkg, layer+"/") {
			return layer
		}
	}
	return ""
}

func TestImportFault(t *testing.T) {
	tests := []struct {
		pkg, imported string
		fault         bool
	}{
		{"reportfill/cmd/reportfill", "reportfill/fill", false},
		{"reportfill/api", "reportfill/templates", false},
		{"reportfill/api", "reportfill/templates/sqlstore", true},
		{"reportfill/api", "reportfill/cmd/reportfill", true},
		{"reportfill/fill", "reportfill/templates", true},
		{"reportfill/fill/reflate", "net/http", true},
		{"reportfill/fill", "os", true},
		{"reportfill/fill", "reportfill/fill/reflate", false},
		{"reportfill/templates", "reportfill/templates/sqlstore", true},
		{"reportfill/templates", "reportfill/api", true},
		{"reportfill/templates/sqlstore", "database/sql", false},
		{"reportfill/templates/sqlstore", "reportfill/templates", false},
		{"reportfill/fill", "strings", false},
	}
	for _, tt := range tests {
		if got := importFault(tt.pkg, tt.imported); (got != "") != tt.fault {
			t.Errorf("%s imports %s: %q, want a fault: %t", tt.pkg, tt.imported, got, tt.fault)
		}
	}
}

// sources are the module's Go files by path, tests, generated data and test
// tools apart.
func sources(t *testing.T) map[string][]byte {
	t.Helper()
	root := filepath.Join("..", "..")
	out := make(map[string][]byte)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		out[relative] = source
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d sources found", len(out))
	}
	return out
}

package fill

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestMap holds that the package's map names every file, and no file that is not there.
func TestMap(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, line := range regexp.MustCompile(`(?m)^//\t([a-z0-9_*, ]+?)(  .*)?$`).FindAllStringSubmatch(string(doc), -1) {
		patterns = append(patterns, strings.FieldsFunc(line[1], func(r rune) bool { return r == ',' || r == ' ' })...)
	}
	files, err := filepath.Glob("*.go")
	if err != nil || len(patterns) == 0 {
		t.Fatalf("%d patterns, %v", len(patterns), err)
	}
	used := map[string]bool{}
	for _, file := range files {
		name, found := strings.TrimSuffix(file, ".go"), false
		if strings.HasSuffix(name, "_test") || name == "doc" {
			continue
		}
		for _, p := range patterns {
			if ok, _ := filepath.Match(p, name); ok {
				used[p], found = true, true
			}
		}
		if !found {
			t.Errorf("the map does not name %s", file)
		}
	}
	for _, p := range patterns {
		if !used[p] {
			t.Errorf("the map names %s, which is no file", p)
		}
	}
}

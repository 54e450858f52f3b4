package filltest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"
)

// Golden is a test in one txtar file: the parts of a package, what is done to
// it, and what comes of it.
//
//	what the test is for
//	-- word/document.xml --
//	-- values.json --
//	-- want/word/document.xml --
//
// A file whose name has a slash, or is [Content_Types].xml, is a part; content
// types and relationships that are left out are made by the parts' names. Files
// under want/ are expected; all others are Files.
type Golden struct {
	Comment string
	Parts   []Part
	Files   map[string]string // values.json, fields.yaml, …
	Want    map[string]string // by name without want/: parts, error, …
}

const wanted = "want/"

// ParseGolden reads a golden file. Its error tells of a name given twice.
func ParseGolden(data []byte) (Golden, error) {
	a := txtar.Parse(data)
	g := Golden{Comment: string(a.Comment), Files: map[string]string{}, Want: map[string]string{}}
	seen := map[string]bool{}
	for _, f := range a.Files {
		if seen[f.Name] {
			return Golden{}, fmt.Errorf("%s is given twice", f.Name)
		}
		seen[f.Name] = true
		switch want, is := strings.CutPrefix(f.Name, wanted); {
		case is:
			g.Want[want] = string(f.Data)
		case strings.Contains(f.Name, "/") || f.Name == "[Content_Types].xml":
			g.Parts = append(g.Parts, named(f.Name, f.Data))
		default:
			g.Files[f.Name] = string(f.Data)
		}
	}
	return g, nil
}

// Docx is the package.
func (g Golden) Docx() []byte { return Zip{}.write(complete(g.Parts)) }

// Format writes the golden file: parts in their order, then files, then what is
// wanted, by name.
func (g Golden) Format() []byte {
	a := &txtar.Archive{Comment: []byte(g.Comment)}
	for _, p := range g.Parts {
		a.Files = append(a.Files, txtar.File{Name: p.Name, Data: p.Data})
	}
	for _, name := range slices.Sorted(maps.Keys(g.Files)) {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(g.Files[name])})
	}
	for _, name := range slices.Sorted(maps.Keys(g.Want)) {
		a.Files = append(a.Files, txtar.File{Name: wanted + name, Data: []byte(g.Want[name])})
	}
	return txtar.Format(a)
}

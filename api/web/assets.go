package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Assets are the stylesheet and the scripts. They stand under a path that holds
// the hash of them all, so that a browser may keep them for ever and never mixes
// those of two versions; modules import each other by relative paths.
type Assets struct {
	prefix  string
	bytes   map[string][]byte
	modules map[string][]string // by script: all that it imports, itself first
}

// AssetsPath is where Assets are served, with the hash and the name behind it.
const AssetsPath = "/assets/"

const stylesheet = "style.css"

// newAssets joins styles/*.css into one stylesheet, tokens.css first: it sets
// the order of the cascade layers, so that no other order matters.
func newAssets(f fs.FS) (*Assets, error) {
	a := &Assets{bytes: make(map[string][]byte)}
	for _, pattern := range []string{"styles/tokens.css", "styles/*.css", "scripts/*.js"} {
		names, err := fs.Glob(f, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if err := a.add(f, name, pattern); err != nil {
				return nil, err
			}
		}
	}
	a.prefix = AssetsPath + a.hash() + "/"
	a.modules = make(map[string][]string)
	for name := range a.bytes {
		a.modules[name] = a.imports(nil, name)
	}
	return a, nil
}

// importing is a module that another one imports.
var importing = regexp.MustCompile(`(?m)^import .* from '\./([a-z_]+\.js)';$`)

// imports adds a module and all that it imports, each once.
func (a *Assets) imports(seen []string, name string) []string {
	if slices.Contains(seen, name) {
		return seen
	}
	seen = append(seen, name)
	for _, m := range importing.FindAllSubmatch(a.bytes[name], -1) {
		seen = a.imports(seen, string(m[1]))
	}
	return seen
}

// Modules gives the addresses of a script and of all that it imports, so that a
// browser need not find them one after another.
func (a *Assets) Modules(name string) ([]string, error) {
	names, ok := a.modules[name]
	if !ok {
		return nil, fmt.Errorf("no script %q", name)
	}
	var paths []string
	for _, n := range names {
		path, err := a.Path(n)
		if err != nil {
			return nil, fmt.Errorf("%s imports it: %w", name, err)
		}
		paths = append(paths, path)
	}
	return paths, nil
}

func (a *Assets) add(f fs.FS, name, pattern string) error {
	data, err := fs.ReadFile(f, name)
	switch {
	case err != nil:
		return err
	case path.Ext(name) == ".js":
		a.bytes[path.Base(name)] = data
	case name == "styles/tokens.css" && pattern != name: // it stands first already
	default:
		a.bytes[stylesheet] = append(a.bytes[stylesheet], data...)
	}
	return nil
}

func (a *Assets) hash() string {
	h := sha256.New()
	for _, name := range a.Names() {
		fmt.Fprintf(h, "%s %d\n", name, len(a.bytes[name]))
		h.Write(a.bytes[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// Names lists the assets.
func (a *Assets) Names() []string {
	names := make([]string, 0, len(a.bytes))
	for name := range a.bytes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Path gives the address of an asset. The error is an asset that is not there.
func (a *Assets) Path(name string) (string, error) {
	if _, ok := a.bytes[name]; !ok {
		return "", fmt.Errorf("no asset %q", name)
	}
	return a.prefix + name, nil
}

// Serve answers with the asset of the request's path, and tells whether there is
// one. Under a hash that is not the present one there is none: a page of another
// version must be loaded anew.
func (a *Assets) Serve(w http.ResponseWriter, r *http.Request) bool {
	name, ok := strings.CutPrefix(r.URL.Path, a.prefix)
	data, there := a.bytes[name]
	if !ok || !there {
		return false
	}
	w.Header().Set("Content-Type", mediaTypes[path.Ext(name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	return true
}

// mediaTypes are named here, for those of the system depend on its registry.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
}

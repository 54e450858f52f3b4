package web

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestAssets(t *testing.T) {
	a, err := newAssets(files)
	if err != nil {
		t.Fatal(err)
	}
	style, err := a.Path("style.css")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		style:                                      true,
		"/assets/0000000000000000/style.css":       false,
		strings.TrimSuffix(style, "style.css"):     false,
		strings.Replace(style, "style", "../x", 1): false,
	} {
		w := httptest.NewRecorder()
		if got := a.Serve(w, httptest.NewRequest("GET", path, nil)); got != want {
			t.Errorf("Serve(%s) = %v, want %v", path, got, want)
		}
	}
	if css := string(a.bytes[stylesheet]); !strings.HasPrefix(css, "/* The values") || strings.Count(css, "@layer tokens {") != 1 {
		t.Error("the stylesheet does not begin with its tokens, or has them twice")
	}
}

func TestModulesAreThere(t *testing.T) {
	a, err := newAssets(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range sources(t, "scripts/*.js") {
		name = strings.TrimPrefix(name, "scripts/")
		if _, err := a.Modules(name); err != nil {
			t.Error(err)
		}
		if got, want := len(importing.FindAllString(script, -1)), strings.Count(script, "import "); got != want {
			t.Errorf("%s: %d of its %d imports are seen", name, got, want)
		}
	}
}

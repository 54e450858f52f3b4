package web

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// keyUse is a text that a page or a script asks for by a constant key.
var keyUse = regexp.MustCompile(`\bt "([a-z_.]+)"`)

func TestTextsAreThere(t *testing.T) {
	texts, err := readMessages(files)
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range sources(t, "pages/*.html") {
		for _, use := range keyUse.FindAllStringSubmatch(page, -1) {
			if _, ok := texts.texts[use[1]]; !ok {
				t.Errorf("%s asks for the text %s, which is nowhere", name, use[1])
			}
		}
	}
}

func TestTextsAreUsed(t *testing.T) {
	texts, err := readMessages(files)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(slices.Collect(maps.Values(sources(t, "pages/*.html"))), "") +
		strings.Join(slices.Collect(maps.Values(sources(t, "scripts/*.js"))), "")
	for _, p := range places {
		all += `"` + p.Text + `"`
	}
	for key := range texts.texts {
		_, short, _ := strings.Cut(key, ".")
		if !family.MatchString(key) && !strings.Contains(all, `"`+key+`"`) && !strings.Contains(all, `'`+short+`'`) {
			t.Errorf("nothing asks for the text %s", key)
		}
	}
}

// family are the texts whose keys are made of a value.
var family = regexp.MustCompile(`^(frame\.role|frame\.status|report\.story|reference\.in|template\.(kind|member|differs|state|rest|proposal|numerals|severity|drift))_`)

// inline is what the Content-Security-Policy would stop a browser from doing.
var inline = regexp.MustCompile(`\sstyle=|\son[a-z]+=|<style|javascript:|<script(?: type="module" src=| type="application/json")?`)

func TestNothingInline(t *testing.T) {
	for name, page := range sources(t, "pages/*.html") {
		for _, found := range inline.FindAllString(page, -1) {
			if !strings.HasSuffix(found, "src=") && !strings.HasSuffix(found, "json\"") {
				t.Errorf("%s holds %q, which the policy forbids", name, found)
			}
		}
	}
	for name, script := range sources(t, "scripts/*.js") {
		for _, sink := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write"} {
			if strings.Contains(script, sink) {
				t.Errorf("%s makes markup of strings by %s", name, sink)
			}
		}
	}
}

func sources(t *testing.T, pattern string) map[string]string {
	t.Helper()
	names, err := fs.Glob(files, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	out := make(map[string]string)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

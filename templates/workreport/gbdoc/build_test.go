package gbdoc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = "# 甲 & 乙 <丙>\n## 一、丁\n**戊：**己X亿元。"

func TestBuildIsDeterministic(t *testing.T) {
	a, err := Build(sample)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Build(sample)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the same text made two packages that differ")
	}
}

func TestBuildParts(t *testing.T) {
	docx, err := Build(sample)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if err := wellFormed(r); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func wellFormed(r io.Reader) error {
	d := xml.NewDecoder(r)
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Every file of the folder goes into the package, and nothing else but the document.
func TestOrderNamesEveryPart(t *testing.T) {
	want := []string{documentPart}
	err := fs.WalkDir(parts, "parts", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			want = append(want, strings.TrimPrefix(path, "parts/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(slices.Values(order))
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

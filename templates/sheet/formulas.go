package sheet

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// formula is a cell with a formula, and whether its value was saved with it.
type formula struct {
	ref    string
	result bool
}

// scanFormulas calls f for each cell with a formula in the worksheet of the
// name, in the order of the file. excelize gives the same empty text for a blank
// cell and for a formula without its value.
func scanFormulas(z *zip.Reader, sheet string, f func(formula)) error {
	part, err := sheetPart(z, sheet)
	if err != nil {
		return err
	}
	some, err := holdsFormulas(z, part)
	if err != nil || !some {
		return err
	}
	r, err := z.Open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	return eachFormula(r, f)
}

func eachFormula(r io.Reader, f func(formula)) error {
	d := xml.NewDecoder(bufio.NewReader(r))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var cell formula
	var has, value bool
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return malformed(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch value = token.Name.Local == "v"; token.Name.Local {
			case "c":
				cell, has = formula{ref: attribute(token, "r")}, false
			case "f":
				has = true
			}
		case xml.CharData:
			cell.result = cell.result || value && len(token) > 0
		case xml.EndElement:
			if value = false; token.Name.Local == "c" && has {
				f(cell)
			}
		}
	}
}

// formulaMarks are how a formula's element can begin, with a prefix or without.
var formulaMarks = [][]byte{[]byte("<f>"), []byte("<f "), []byte("<f/"), []byte(":f>"), []byte(":f ")}

// holdsFormulas tells by the characters alone whether a part may hold formulas:
// most tables hold none.
func holdsFormulas(z *zip.Reader, part string) (bool, error) {
	r, err := z.Open(part)
	if err != nil {
		return false, err
	}
	defer r.Close()
	const overlap = 2
	buf, kept := make([]byte, 64<<10), 0
	for {
		n, err := r.Read(buf[kept:])
		window := buf[:kept+n]
		for _, mark := range formulaMarks {
			if bytes.Contains(window, mark) {
				return true, nil
			}
		}
		kept = copy(buf, window[max(0, len(window)-overlap):])
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, malformed(err)
		}
	}
}

// sheetPart is the part of the worksheet of the name (ECMA-376 part 1, 18.2.19).
func sheetPart(z *zip.Reader, sheet string) (string, error) {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			// Strict documents have a namespace of their own.
			StrictID string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationships []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(decodePart(z, "xl/workbook.xml", &book), decodePart(z, "xl/_rels/workbook.xml.rels", &rels)); err != nil {
		return "", err
	}
	for _, s := range book.Sheets {
		for _, r := range rels.Relationships {
			if s.Name != sheet || r.ID != s.ID && r.ID != s.StrictID {
				continue
			}
			if target, absolute := strings.CutPrefix(r.Target, "/"); absolute {
				return target, nil
			}
			return path.Join("xl", r.Target), nil
		}
	}
	return "", malformed(errors.New("no part for the sheet " + sheet))
}

func decodePart(z *zip.Reader, name string, into any) error {
	r, err := z.Open(name)
	if err != nil {
		return malformed(err)
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return malformed(err)
	}
	return nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

package filltest

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Encoding is how the XML of a package is written.
type Encoding uint8

// The encodings of parts (ECMA-376 part 2, 6.2.5).
const (
	UTF8     Encoding = iota
	UTF8BOM           // with a byte order mark
	UTF16LE           // with a byte order mark
	UTF16BE           // with a byte order mark
	UTF16Raw          // little-endian, without one
)

// encode writes UTF-8 text in the encoding.
func (e Encoding) encode(text []byte) []byte {
	var order binary.AppendByteOrder = binary.LittleEndian
	mark := "\ufeff"
	switch e {
	case UTF8:
		return text
	case UTF8BOM:
		return append([]byte(mark), text...)
	case UTF16BE:
		order = binary.BigEndian
	case UTF16Raw:
		mark = ""
	}
	text = bytes.Replace(text, []byte(`encoding="UTF-8"`), []byte(`encoding="UTF-16"`), 1)
	var out []byte
	for _, unit := range utf16.Encode([]rune(mark + string(text))) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// toStrict turns the namespaces and relationship types of ECMA-376 Transitional
// into those of Strict.
var toStrict = strings.NewReplacer(
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
	"http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math",
	"http://schemas.openxmlformats.org/officeDocument/2006/customXml", "http://purl.oclc.org/ooxml/officeDocument/customXml",
	"http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/",
)

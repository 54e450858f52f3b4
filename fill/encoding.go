package fill

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// encoding is how a part's characters are written (XML 1.0, 4.3.3; ECMA-376
// part 2, 6.2.5 allows UTF-8 and UTF-16 alone, and yet there are writers that
// declare ASCII).
type encoding struct {
	bom   []byte
	order binary.AppendByteOrder // nil for UTF-8
	ascii bool                   // the part declares another encoding, of which it uses ASCII alone
}

// decodeXML gives a part's text as UTF-8 without byte order mark.
func decodeXML(part string, data []byte) ([]byte, encoding, error) {
	enc := detectEncoding(data)
	data = data[len(enc.bom):]
	if enc.order != nil {
		text, ok := fromUTF16(data, enc.order.(binary.ByteOrder))
		if !ok {
			return nil, enc, faultMalformed("encoding", part, 0, "UTF-16 编码有误", "the UTF-16 text is damaged")
		}
		return text, enc, nil
	}
	if name := declaredEncoding(data); name != "" && name != "utf-8" && name != "utf8" {
		if enc.ascii = isASCII(data) && len(enc.bom) == 0; enc.ascii {
			return data, enc, nil
		}
		return nil, enc, faultUnsupported("encoding", part, "编码 "+name+" 不受支持，Word 文档只能用 UTF-8 或 UTF-16",
			"the encoding "+name+" is not supported: Word documents are UTF-8 or UTF-16")
	}
	if !utf8.Valid(data) {
		return nil, enc, faultMalformed("encoding", part, invalidUTF8(data), "UTF-8 编码有误", "the text is not valid UTF-8")
	}
	return data, enc, nil
}

func detectEncoding(data []byte) encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return encoding{bom: data[:3]}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return encoding{bom: data[:2], order: binary.LittleEndian}
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return encoding{bom: data[:2], order: binary.BigEndian}
	case bytes.HasPrefix(data, []byte("<\x00")):
		return encoding{order: binary.LittleEndian}
	case bytes.HasPrefix(data, []byte("\x00<")):
		return encoding{order: binary.BigEndian}
	}
	return encoding{}
}

var encodingDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)`)

func declaredEncoding(data []byte) string {
	m := encodingDeclaration.FindSubmatch(data[:min(len(data), 256)])
	if m == nil {
		return ""
	}
	return strings.ToLower(string(m[1]))
}

func isASCII(data []byte) bool {
	return !slices.ContainsFunc(data, func(b byte) bool { return b >= utf8.RuneSelf })
}

func fromUTF16(data []byte, order binary.ByteOrder) ([]byte, bool) {
	if len(data)%2 != 0 {
		return nil, false
	}
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			if i+4 > len(data) {
				return nil, false
			}
			i += 2
			if r = utf16.DecodeRune(r, rune(order.Uint16(data[i:]))); r == utf8.RuneError {
				return nil, false
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out, true
}

// append writes UTF-8 text in the encoding, without the mark.
func (e encoding) append(dst, text []byte) []byte {
	if e.order == nil {
		return append(dst, text...)
	}
	for _, r := range string(text) {
		if a, b := utf16.EncodeRune(r); a != utf8.RuneError {
			dst = e.order.AppendUint16(e.order.AppendUint16(dst, uint16(a)), uint16(b))
		} else {
			dst = e.order.AppendUint16(dst, uint16(r))
		}
	}
	return dst
}

// verbatim tells whether UTF-8 text is its own form in the encoding.
func (e encoding) verbatim() bool { return e.order == nil && !e.ascii }

// appendValue writes what fills a hole in the encoding: within a CDATA section
// or not.
func (e encoding) appendValue(dst, text []byte, cdata bool) []byte {
	if !e.ascii {
		return e.append(dst, text)
	}
	for _, r := range string(text) {
		switch {
		case r < utf8.RuneSelf:
			dst = append(dst, byte(r))
		case cdata:
			dst = append(appendReference(append(dst, "]]>"...), r), "<![CDATA["...)
		default:
			dst = appendReference(dst, r)
		}
	}
	return dst
}

// appendReference writes a character as a reference (XML 1.0, 4.1).
func appendReference(dst []byte, r rune) []byte {
	return append(strconv.AppendInt(append(dst, "&#"...), int64(r), 10), ';')
}

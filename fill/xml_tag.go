package fill

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// nameEnd tells which bytes end a name in a tag: all of ASCII that no name
// holds (XML 1.0, production 4a).
var nameEnd = endsOfNames()

func endsOfNames() (ends [256]bool) {
	for b := range utf8.RuneSelf {
		letter := b|0x20 >= 'a' && b|0x20 <= 'z'
		ends[b] = !letter && !(b >= '0' && b <= '9') && !strings.ContainsRune(":_.-", rune(b))
	}
	return ends
}

func (s *scanner) skipSpace(i int) int {
	for i < len(s.data) && isSpace(s.data[i]) {
		i++
	}
	return i
}

func (s *scanner) scanName(i int) int {
	for i < len(s.data) && !nameEnd[s.data[i]] {
		i++
	}
	return i
}

// startTag reads a start tag with its attributes and opens the element.
func (s *scanner) startTag() (token, error) {
	start := s.pos
	i := s.scanName(start + 1)
	el := element{name: s.data[start+1 : i], binds: len(s.binds), start: start}
	if len(el.name) == 0 || el.name[0] == '-' || el.name[0] == '.' || el.name[0] >= '0' && el.name[0] <= '9' {
		return token{}, s.fault(start, "此处的 < 不是标记", "a stray <")
	}
	s.attrs = s.attrs[:0]
	for {
		j := s.skipSpace(i)
		if j >= len(s.data) {
			return token{}, s.fault(start, "标记没有结束", "a tag is not closed")
		}
		switch {
		case s.data[j] == '>':
			return s.open(el, j+1)
		case s.data[j] == '/' && j+1 < len(s.data) && s.data[j+1] == '>':
			el.empty = true
			return s.open(el, j+2)
		case j == i:
			return token{}, s.fault(j, "属性之间缺空格", "attributes are not set apart")
		}
		var err error
		if i, err = s.attribute(j); err != nil {
			return token{}, err
		}
	}
}

// attribute reads one attribute at i and gives where it ends.
func (s *scanner) attribute(i int) (int, error) {
	j := s.scanName(i)
	eq := s.skipSpace(j)
	if j == i || eq >= len(s.data) || s.data[eq] != '=' {
		return 0, s.fault(i, "属性没有值", "an attribute has no value")
	}
	q := s.skipSpace(eq + 1)
	if q >= len(s.data) || s.data[q] != '"' && s.data[q] != '\'' {
		return 0, s.fault(q, "属性值没有引号", "an attribute value is not quoted")
	}
	n := bytes.IndexByte(s.data[q+1:], s.data[q])
	if n < 0 {
		return 0, s.fault(q, "引号没有配对", "a quotation mark is not closed")
	}
	value := s.data[q+1 : q+1+n]
	if at, ok := checkText(value); !ok || bytes.IndexByte(value, '<') >= 0 {
		return 0, s.fault(q+1+at, "属性值中的字符不合法", "a character of an attribute value is not allowed")
	}
	s.attrs = append(s.attrs, attribute{s.data[i:j], value})
	return q + n + 2, nil
}

// open puts the element on the stack, with its namespace.
func (s *scanner) open(el element, end int) (token, error) {
	if len(s.stack) >= s.depth {
		return token{}, faultLimit("xml_depth", s.part, el.start, int64(s.depth))
	}
	if len(s.stack) == 0 {
		if s.roots++; s.roots > 1 {
			return token{}, s.fault(el.start, "有两个根元素", "there is a second root element")
		}
	}
	if len(el.name) > maxElementName {
		return token{}, s.fault(el.start, "元素名过长", "an element's name is too long")
	}
	if s.twice() {
		return token{}, s.fault(el.start, "属性重复", "an attribute is given twice")
	}
	if s.bind(); len(s.binds) > maxBindings {
		return token{}, s.fault(el.start, "命名空间声明过多", "too many namespace declarations")
	}
	prefix, local := splitName(el.name)
	if bytes.IndexByte(local, ':') >= 0 {
		return token{}, s.fault(el.start, "元素名有两个冒号", "an element's name has two colons")
	}
	ns, ok := s.lookup(prefix)
	if !ok {
		return token{}, s.fault(el.start, "前缀 "+clip(prefix)+" 未声明", "prefix "+clip(prefix)+" is not declared")
	}
	el.ns, el.local, el.endOf = ns, local, end
	s.stack = append(s.stack, el)
	s.pos, s.close, s.last = end, el.empty, el
	return token{tokenStart, el.start, end}, nil
}

// maxBindings bounds the namespace declarations in scope, which every name is
// looked up in. Word writes about 40.
const maxBindings = 256

// maxElementName bounds the name of an element, in bytes.
const maxElementName = 255

// twice tells whether the tag has an attribute twice, in linear time.
func (s *scanner) twice() bool {
	if len(s.attrs) > 24 {
		seen := make(map[string]bool, len(s.attrs))
		for _, a := range s.attrs {
			if seen[string(a.name)] {
				return true
			}
			seen[string(a.name)] = true
		}
		return false
	}
	for i := range s.attrs {
		for j := range i {
			if bytes.Equal(s.attrs[i].name, s.attrs[j].name) {
				return true
			}
		}
	}
	return false
}

// bind takes the namespace declarations of the tag (Namespaces in XML, 3).
func (s *scanner) bind() {
	for _, a := range s.attrs {
		if !bytes.HasPrefix(a.name, []byte("xmlns")) {
			continue
		}
		prefix, ok := "", len(a.name) == 5
		if len(a.name) > 5 && a.name[5] == ':' {
			prefix, ok = string(a.name[6:]), true
		}
		if ok {
			s.binds = append(s.binds, binding{prefix, namespaceOf(a.value)})
		}
	}
}

func namespaceOf(uri []byte) namespace {
	if len(uri) == 0 {
		return nsNone
	}
	if ns, ok := namespaces[string(uri)]; ok {
		return ns
	}
	return nsOther
}

func splitName(name []byte) (prefix, local []byte) {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[:i], name[i+1:]
	}
	return nil, name
}

func (s *scanner) lookup(prefix []byte) (namespace, bool) {
	for i := len(s.binds) - 1; i >= 0; i-- {
		if s.binds[i].prefix == string(prefix) {
			return s.binds[i].ns, true
		}
	}
	return nsNone, false
}

// attrNamed gives the decoded value of the attribute that is written so.
func (s *scanner) attrNamed(name string) (string, bool) {
	for _, a := range s.attrs {
		if string(a.name) == name {
			return string(decodeText(nil, a.value)), true
		}
	}
	return "", false
}

// attr gives the decoded value of an attribute of the start tag just read. An
// attribute without prefix matches too: Strict and old producers write both.
func (s *scanner) attr(local string) (string, bool) {
	for _, a := range s.attrs {
		if _, l := splitName(a.name); string(l) == local && !bytes.HasPrefix(a.name, []byte("xmlns")) {
			return string(decodeText(nil, a.value)), true
		}
	}
	return "", false
}

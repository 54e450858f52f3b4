package fill

import (
	"bytes"
)

// tokenKind tells what the scanner has read.
type tokenKind uint8

const (
	tokenEOF tokenKind = iota
	tokenStart
	tokenEnd
	tokenText
	tokenCDATA
	tokenOther // comment, processing instruction, declaration
)

// token is a stretch of a part's XML.
type token struct {
	kind       tokenKind
	start, end int // bytes in the part; of the markup for tags, of the content for text and CDATA
}

// element is an open element.
type element struct {
	name  []byte // as written
	local []byte
	ns    namespace
	binds int // bindings in scope before it
	start int // of its start tag
	endOf int // end of its start tag
	empty bool
}

// is tells whether the element has this name.
func (e *element) is(ns namespace, local string) bool { return e.ns == ns && string(e.local) == local }

// attribute of the start tag just read; the value is as written.
type attribute struct {
	name  []byte
	value []byte
}

// scanner reads a part's XML token by token, with positions. It refuses what
// is not well-formed (XML 1.0), document type declarations, and depth over the
// limit; it copies nothing.
type scanner struct {
	part  string
	data  []byte
	pos   int
	depth int // limit
	stack []element
	binds []binding
	attrs []attribute
	last  element // the element of the last start or end tag
	close bool    // the last start tag was empty: its end comes next
	roots int
}

func newScanner(part string, data []byte, depth int) *scanner {
	return &scanner{part: part, data: data, depth: depth, binds: []binding{{"", nsNone}, {"xml", nsXML}}}
}

func (s *scanner) fault(at int, zh, en string) error {
	return faultMalformed("xml", s.part, at, "XML 有误："+zh+"；请用 Word 打开并重新保存", "the XML is not well-formed: "+en+"; open the document in Word and save it again")
}

// parent is the innermost open element; nil at the top.
func (s *scanner) parent() *element {
	if len(s.stack) == 0 {
		return nil
	}
	return &s.stack[len(s.stack)-1]
}

// next reads a token. After tokenStart the element is open (parent) and attrs
// hold; after tokenEnd the element just closed is last.
func (s *scanner) next() (token, error) {
	if s.close {
		s.close = false
		s.pop()
		return token{tokenEnd, s.pos, s.pos}, nil
	}
	if s.pos >= len(s.data) {
		return token{tokenEOF, s.pos, s.pos}, s.finish()
	}
	if s.data[s.pos] != '<' {
		return s.text()
	}
	rest := s.data[s.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("</")):
		return s.endTag()
	case bytes.HasPrefix(rest, []byte("<!--")):
		return s.skip(tokenOther, 4, "-->", 4)
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return s.skip(tokenCDATA, 9, "]]>", 9)
	case bytes.HasPrefix(rest, []byte("<?")):
		return s.skip(tokenOther, 2, "?>", 2)
	case bytes.HasPrefix(rest, []byte("<!")):
		return token{}, faultUnsupported("doctype", s.part, "含有文档类型声明（DOCTYPE），Word 文档不应含有", "a document type declaration stands here: Word documents have none")
	}
	return s.startTag()
}

func (s *scanner) finish() error {
	if len(s.stack) > 0 {
		return s.fault(s.pos, "元素 "+string(s.parent().name)+" 没有结束", "element "+string(s.parent().name)+" is not closed")
	}
	if s.roots != 1 {
		return s.fault(s.pos, "没有根元素", "there is no root element")
	}
	return nil
}

func (s *scanner) text() (token, error) {
	start := s.pos
	n := bytes.IndexByte(s.data[start:], '<')
	if n < 0 {
		n = len(s.data) - start
	}
	s.pos = start + n
	if at, ok := checkText(s.data[start:s.pos]); !ok {
		return token{}, s.fault(start+at, "此处的字符不合法", "a character or reference here is not allowed")
	}
	if at := bytes.Index(s.data[start:s.pos], []byte("]]>")); at >= 0 {
		return token{}, s.fault(start+at, "文字中有 ]]>", "text holds ]]>")
	}
	if len(s.stack) == 0 && len(bytes.TrimSpace(s.data[start:s.pos])) > 0 {
		return token{}, s.fault(start, "根元素之外有文字", "text outside the root element")
	}
	return token{tokenText, start, s.pos}, nil
}

// skip passes over markup that ends with a fixed string; body is where its
// content begins.
func (s *scanner) skip(kind tokenKind, open int, end string, body int) (token, error) {
	start := s.pos
	n := bytes.Index(s.data[start+open:], []byte(end))
	if n < 0 {
		return token{}, s.fault(start, "标记没有结束", "markup is not closed")
	}
	to := start + open + n
	s.pos = to + len(end)
	if at, ok := checkChars(s.data[start+body : to]); !ok {
		return token{}, s.fault(start+body+at, "此处的字符不合法", "a character here is not allowed")
	}
	if open == 4 && (bytes.Contains(s.data[start+body:to], []byte("--")) || s.data[to-1] == '-' && to > start+body) {
		return token{}, s.fault(start, "注释中有 --", "a comment holds --")
	}
	if kind == tokenCDATA && len(s.stack) == 0 {
		return token{}, s.fault(start, "根元素之外有文字", "text outside the root element")
	}
	return token{kind, start + body, to}, nil
}

func (s *scanner) endTag() (token, error) {
	start := s.pos
	n := bytes.IndexByte(s.data[start:], '>')
	if n < 0 || len(s.stack) == 0 {
		return token{}, s.fault(start, "结束标记多余或不完整", "an end tag is unfinished or has no start")
	}
	name := bytes.TrimRight(s.data[start+2:start+n], " \t\r\n")
	if !bytes.Equal(name, s.parent().name) {
		return token{}, s.fault(start, "结束标记 "+clip(name)+" 与 "+clip(s.parent().name)+" 不配对", "end tag "+clip(name)+" does not match "+clip(s.parent().name))
	}
	s.pos = start + n + 1
	s.pop()
	return token{tokenEnd, start, s.pos}, nil
}

func (s *scanner) pop() {
	s.last = s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	s.binds = s.binds[:s.last.binds]
}

// clip shortens a name for a message.
func clip(name []byte) string {
	if len(name) > 40 {
		return string(name[:40]) + "…"
	}
	return string(name)
}

package fill

import (
	"net/url"
	"path"
	"strings"
)

// relationship leads from one part to another, or out of the package
// (ECMA-376 part 2, 6.5).
type relationship struct {
	id, kind string // kind is the last segment of the type's URI
	target   string // part name without leading slash; the URI where external
	external bool
}

// parts is the package as OPC sees it: parts by name, with content types.
type parts struct {
	archive   *archive
	byName    map[string]*entry // by partKey of the name without leading slash
	overrides map[string]string // likewise, the content type in lower case
	defaults  map[string]string // extension → content type
}

const contentTypesName = "[content_types].xml"

func openParts(a *archive) (*parts, error) {
	p := &parts{archive: a, byName: make(map[string]*entry, len(a.entries)),
		overrides: map[string]string{}, defaults: map[string]string{}}
	for i := range a.entries {
		if e := &a.entries[i]; !e.isDir() {
			p.byName[partKey(e.Name)] = e
		}
	}
	if p.byName[contentTypesName] == nil {
		return nil, faultFormat("not_package", "", "这个压缩包不是 Word 文件（缺少 [Content_Types].xml）", "the zip is no Word document: [Content_Types].xml is missing")
	}
	return p, p.readContentTypes()
}

// readContentTypes reads the stream that gives each part its media type
// (ECMA-376 part 2, 6.2.3).
func (p *parts) readContentTypes() error {
	return p.scan(contentTypesName, func(s *scanner) {
		kind, _ := s.attr("ContentType")
		kind = strings.ToLower(kind)
		switch {
		case s.last.is(nsCT, "Default"):
			ext, _ := s.attr("Extension")
			p.defaults[strings.ToLower(ext)] = kind
		case s.last.is(nsCT, "Override"):
			name, _ := s.attr("PartName")
			p.overrides[partKey(strings.TrimPrefix(name, "/"))] = kind
		}
	})
}

// scan reads a part's XML and calls start at each start tag.
func (p *parts) scan(name string, start func(*scanner)) error {
	data, _, err := p.xml(name)
	if err != nil {
		return err
	}
	s := newScanner(p.name(name), data, p.archive.limits.Depth)
	for {
		switch t, err := s.next(); {
		case err != nil:
			return err
		case t.kind == tokenEOF:
			return nil
		case t.kind == tokenStart:
			start(s)
		}
	}
}

// partKey is what tells part names apart: neither case nor percent-encoding does
// (ECMA-376 part 2, 6.2.2.3; RFC 3987, 3.1).
func partKey(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.ToLower(name)
}

// name gives the part's name as the zip writes it.
func (p *parts) name(name string) string {
	if e := p.byName[partKey(name)]; e != nil {
		return e.Name
	}
	return name
}

func (p *parts) has(name string) bool { return p.byName[partKey(name)] != nil }

// xml gives a part's text as UTF-8.
func (p *parts) xml(name string) ([]byte, encoding, error) {
	e := p.byName[partKey(name)]
	if e == nil {
		return nil, encoding{}, faultMalformed("part_missing", name, -1, "缺少文档引用的部分", "the document refers to a part that is missing")
	}
	data, err := p.archive.content(e)
	if err != nil {
		return nil, encoding{}, err
	}
	return decodeXML(e.Name, data)
}

// contentType gives a part's media type in lower case.
func (p *parts) contentType(name string) string {
	name = partKey(name)
	if t, ok := p.overrides[name]; ok {
		return t
	}
	return p.defaults[strings.TrimPrefix(path.Ext(name), ".")]
}

// relationships gives those of a part; "" means the package's own.
func (p *parts) relationships(of string) ([]relationship, error) {
	dir, base := path.Split(of)
	name := dir + "_rels/" + base + ".rels"
	if !p.has(name) {
		return nil, nil
	}
	var rels []relationship
	err := p.scan(name, func(s *scanner) {
		if s.last.is(nsRel, "Relationship") {
			rels = append(rels, readRelationship(s, dir))
		}
	})
	return rels, err
}

func readRelationship(s *scanner, dir string) relationship {
	id, _ := s.attr("Id")
	kind, _ := s.attr("Type")
	target, _ := s.attr("Target")
	mode, _ := s.attr("TargetMode")
	r := relationship{id: id, kind: kind[strings.LastIndexByte(kind, '/')+1:], target: target, external: strings.EqualFold(mode, "External")}
	if !r.external {
		r.target = resolveTarget(dir, target)
	}
	return r
}

// resolveTarget makes a part name of a relative reference (RFC 3986, 5.2).
func resolveTarget(dir, target string) string {
	target, _, _ = strings.Cut(target, "#")
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

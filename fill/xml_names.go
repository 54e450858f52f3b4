package fill

// namespace is one of the XML namespaces that carry text or structure.
type namespace uint8

const (
	nsNone namespace = iota
	nsOther
	nsXML
	nsW    // WordprocessingML
	nsA    // DrawingML
	nsM    // Office Math
	nsMC   // markup compatibility (ECMA-376 part 3)
	nsC    // DrawingML charts
	nsDC   // Dublin Core
	nsCP   // core properties
	nsCT   // content types
	nsRel  // package relationships
	nsDS   // custom XML properties
	nsW15  // Word 2013: data binding of repeating sections
	nsRefs // references to relationships (r:id)
)

// namespaces has the Transitional and the Strict names (ECMA-376 part 4 and
// part 1, annex A).
var namespaces = map[string]namespace{
	"http://www.w3.org/XML/1998/namespace":                                    nsXML,
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            nsW,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        nsW,
	"http://schemas.openxmlformats.org/drawingml/2006/main":                   nsA,
	"http://purl.oclc.org/ooxml/drawingml/main":                               nsA,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              nsM,
	"http://purl.oclc.org/ooxml/officeDocument/math":                          nsM,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             nsMC,
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                  nsC,
	"http://purl.oclc.org/ooxml/drawingml/chart":                              nsC,
	"http://purl.org/dc/elements/1.1/":                                        nsDC,
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": nsCP,
	"http://schemas.openxmlformats.org/package/2006/content-types":            nsCT,
	"http://schemas.openxmlformats.org/package/2006/relationships":            nsRel,
	"http://schemas.openxmlformats.org/officeDocument/2006/customXml":         nsDS,
	"http://purl.oclc.org/ooxml/officeDocument/customXml":                     nsDS,
	"http://schemas.microsoft.com/office/word/2012/wordml":                    nsW15,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     nsRefs,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 nsRefs,
}

// binding is a namespace prefix in scope.
type binding struct {
	prefix string
	ns     namespace
}

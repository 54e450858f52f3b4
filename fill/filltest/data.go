package filltest

import "fmt"

// Data is a custom XML part that content controls may show (see Bound).
type Data struct {
	ID  string // of the data store item, such as {6A5A7C1E-0000-4000-8000-000000000001}
	XML Markup
}

// parts are the data and its properties (ECMA-376 part 1, 15.2.5 and 15.2.6).
func (d Data) parts(of, id string, n int) []Part {
	item := newPart("customXml", fmt.Sprintf("customXml/item%d.xml", n), of, d.XML)
	item.ID = id
	return []Part{item, newPart("customXmlProps", fmt.Sprintf("customXml/itemProps%d.xml", n), item.Name,
		Markup(fmt.Sprintf(`<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="%s"/>`, escape(d.ID))))}
}

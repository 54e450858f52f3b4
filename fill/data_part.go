package fill

import (
	"slices"
	"strings"
)

// dataPart is a part whose nodes content controls may show.
type dataPart struct{ id, part string } // id is that of the data store item, lower-case

// The data store items that are no custom XML parts: the properties (ISO/IEC
// 29500 leaves their ids to Word).
var propertyStores = map[string]string{
	"core-properties":     "{6c3c8bc8-f283-45ae-878a-bab7291924a1}",
	"extended-properties": "{6668398d-a668-4e3e-a5eb-62b293d839f1}",
}

// dataParts gives the custom XML parts of the document and the properties
// (ECMA-376 part 1, 15.2.5, 15.2.6 and 15.2.12).
func (p *Package) dataParts(opc *parts) ([]dataPart, error) {
	var out []dataPart
	rels, err := opc.relationships(p.refs[0].part)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if r.kind == "customXml" && !r.external && opc.has(r.target) {
			if out, err = opc.dataPart(out, r.target); err != nil {
				return nil, err
			}
		}
	}
	rels, err = opc.relationships("")
	for _, r := range rels {
		if id := propertyStores[r.kind]; id != "" && !r.external && opc.has(r.target) {
			out = append(out, dataPart{id, opc.name(r.target)})
		}
	}
	return slices.DeleteFunc(out, p.isText), err
}

// isText tells whether the part is a story that is read for its own text.
func (p *Package) isText(d dataPart) bool {
	return slices.ContainsFunc(p.refs, func(r storyRef) bool { return r.part == d.part && r.kind != storyProperties })
}

// dataPart appends a custom XML part by the id that its properties give it.
func (p *parts) dataPart(out []dataPart, part string) ([]dataPart, error) {
	rels, err := p.relationships(part)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if r.kind != "customXmlProps" || !p.has(r.target) {
			continue
		}
		err := p.scan(r.target, func(s *scanner) {
			if s.last.is(nsDS, "datastoreItem") {
				id, _ := s.attr("itemID")
				out = append(out, dataPart{strings.ToLower(id), p.name(part)})
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// dataStory gives the custom XML part as a story, read once.
func (p *Package) dataStory(opc *parts, part string) (int, error) {
	for i, st := range p.stories {
		if st.part == part {
			return i, nil
		}
	}
	st, err := p.readStory(opc, storyRef{part, storyDrawing, "customXml"}, keepNone)
	p.stories = append(p.stories, st)
	return len(p.stories) - 1, err
}

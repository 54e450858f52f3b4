package filltest

import (
	"fmt"
	"strings"
)

// Box is a text box as Word writes it: a DrawingML shape, and the same blocks
// again as VML for older readers.
func Box(blocks ...Markup) Markup {
	return BoxOf(Join(blocks...), Join(blocks...))
}

// BoxOf is a text box whose two copies differ.
func BoxOf(choice, fallback Markup) Markup {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">` +
		inline(1, "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
			`<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>`+
				"<wps:txbx><w:txbxContent>"+choice+"</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>") +
		"</mc:Choice><mc:Fallback>" + picture(fallback) + "</mc:Fallback></mc:AlternateContent></w:r>"
}

// VML is a text box of an old document, without alternative.
func VML(blocks ...Markup) Markup { return "<w:r>" + picture(Join(blocks...)) + "</w:r>" }

func picture(blocks Markup) Markup {
	return `<w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>` + blocks + "</w:txbxContent></v:textbox></v:shape></w:pict>"
}

// inline is a drawing in the line of text (ECMA-376 part 1, 20.4.2.8).
func inline(id int, uri string, graphic Markup) Markup {
	return Markup(fmt.Sprintf(`<w:drawing><wp:inline><wp:extent cx="3000000" cy="1000000"/><wp:docPr id="%d" name="%[1]d"/>`+
		`<a:graphic><a:graphicData uri="%s">%s</a:graphicData></a:graphic></wp:inline></w:drawing>`, id, uri, graphic))
}

// Chart is a bar chart.
type Chart struct {
	Title  string
	Labels []string // one bar each
}

// part is the chart's XML: its title as rich text, its labels as cached ones.
func (c Chart) part() Markup {
	var labels, values strings.Builder
	for i, l := range c.Labels {
		fmt.Fprintf(&labels, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escape(l))
		fmt.Fprintf(&values, `<c:pt idx="%d"><c:v>%d</c:v></c:pt>`, i, i+1)
	}
	count := fmt.Sprintf(`<c:ptCount val="%d"/>`, len(c.Labels))
	return Markup("<c:chartSpace" + namespaces + "><c:chart><c:title><c:tx><c:rich><a:bodyPr/>" + string(line(c.Title)) +
		`</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/>` +
		"<c:cat><c:strRef><c:f>Sheet1!$A$1</c:f><c:strCache>" + count + labels.String() + "</c:strCache></c:strRef></c:cat>" +
		"<c:val><c:numRef><c:f>Sheet1!$B$1</c:f><c:numCache>" + count + values.String() + "</c:numCache></c:numRef></c:val></c:ser>" +
		`<c:axId val="1"/><c:axId val="2"/></c:barChart>` +
		`<c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>` +
		`<c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>` +
		"</c:plotArea></c:chart></c:chartSpace>")
}

// shown is the paragraph that shows the chart.
func (c Chart) shown(id string, n int) Markup {
	return P("<w:r>" + inline(100+n, "http://schemas.openxmlformats.org/drawingml/2006/chart",
		Markup(`<c:chart r:id="`+id+`"/>`)) + "</w:r>")
}

// line is a paragraph of DrawingML.
func line(text string) Markup {
	return Markup(`<a:p><a:r><a:rPr lang="zh-CN"/><a:t>` + escape(text) + "</a:t></a:r></a:p>")
}

// Diagram is a SmartArt diagram: the texts of its points. They stand in its
// data, and once more in the drawing that Word keeps of it.
type Diagram []string

// add adds the diagram's parts and gives the paragraph that shows it.
func (g Diagram) add(add func(kind, name string, data Markup) string, dir string, n int) Markup {
	var points, shapes strings.Builder
	for i, text := range g {
		fmt.Fprintf(&points, `<dgm:pt modelId="%d"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/>%s</dgm:t></dgm:pt>`, i+1, line(text))
		fmt.Fprintf(&shapes, `<dsp:sp modelId="%d"><dsp:nvSpPr><dsp:cNvPr id="%[1]d" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr/>`+
			"<dsp:txBody><a:bodyPr/>%s</dsp:txBody></dsp:sp>", i+1, line(text))
	}
	part := func(kind, name, root, content string) string {
		return add(kind, fmt.Sprintf("%sdiagrams/%s%d.xml", dir, name, n),
			Markup(fmt.Sprintf("<dgm:%s%s>%s</dgm:%[1]s>", root, namespaces, content)))
	}
	ids := []any{
		part("diagramData", "data", "dataModel", "<dgm:ptLst>"+points.String()+"</dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/>"),
		part("diagramLayout", "layout", "layoutDef", "<dgm:layoutNode/>"),
		part("diagramQuickStyle", "quickStyle", "styleDef", ""),
		part("diagramColors", "colors", "colorsDef", ""),
	}
	add("diagramDrawing", fmt.Sprintf("%sdiagrams/drawing%d.xml", dir, n), Markup(
		`<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"`+namespaces+
			"><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id=\"0\" name=\"\"/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>"+shapes.String()+"</dsp:spTree></dsp:drawing>"))
	return P("<w:r>" + inline(200+n, "http://schemas.openxmlformats.org/drawingml/2006/diagram",
		Markup(fmt.Sprintf(`<dgm:relIds r:dm="%s" r:lo="%s" r:qs="%s" r:cs="%s"/>`, ids...))) + "</w:r>")
}

package fill

// codeUnmarked is the code of a document without a placeholder, as a refusal and
// as a warning.
const codeUnmarked = "no_placeholders"

// unmarked says how marks look.
var unmarked = Text{
	"文稿中没有找到占位符。请在要填数据的地方写大写 X（如“完成X亿元”）或 {{字段名}}；用的是其他标记的，请在字段文件的 marks 中列出",
	"no placeholder is found in the document: write a capital X where a figure belongs (“完成X亿元”), or {{name}}; if other marks stand there, list them in the fields file under marks",
}

// Marked is a *DocumentError where the package has no placeholder: as a draft it
// is of no use, for nothing could be filled in.
func (p *Package) Marked() error {
	if len(p.placeholders) > 0 {
		return nil
	}
	return faultUnsupported(codeUnmarked, "", unmarked.ZH, unmarked.EN)
}

// unmarkedWarning tells of a survey that finds nothing.
func (p *Package) unmarkedWarning() []Warning {
	if len(p.placeholders) > 0 {
		return nil
	}
	return []Warning{{Code: codeUnmarked, Text: unmarked}}
}

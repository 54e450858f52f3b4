package fill

// Warning is something that the reader of a package should know.
type Warning struct {
	Code string // "signed", "external_target", "alt_chunk", "no_placeholders"
	Part string // the target; empty for the document
	Text Text
}

// quietExternal are the relationships that lead out of nearly every document
// and are followed by nobody but its reader.
var quietExternal = map[string]bool{"hyperlink": true}

// warnRelationships tells of what Word would fetch from outside and of text
// that lies in a foreign format.
func warnRelationships(rels []relationship) []Warning {
	var out []Warning
	for _, r := range rels {
		switch {
		case r.external && !quietExternal[r.kind]:
			out = append(out, Warning{"external_target", r.target, Text{
				"文档引用了包外的内容（" + r.kind + "：" + r.target + "），本服务不会访问它，Word 打开时可能会",
				"the document refers to something outside (" + r.kind + ": " + r.target + "); it is never fetched here, but Word may fetch it"}})
		case r.kind == "aFChunk":
			out = append(out, Warning{"alt_chunk", r.target, Text{
				"文档嵌入了其他格式的文字（" + r.target + "），其中的占位符不会被识别；请在 Word 中打开并重新保存",
				"the document embeds text of another format (" + r.target + "); placeholders in it are not read: open it in Word and save it again"}})
		}
	}
	return out
}

// warnSigned tells of a digital signature (ECMA-376 part 2, clause 10).
func warnSigned(root []relationship) []Warning {
	for _, r := range root {
		if r.kind == "origin" {
			return []Warning{{"signed", r.target, Text{
				"文档带有数字签名，填写后签名失效",
				"the document is digitally signed: filling it ends the signature"}}}
		}
	}
	return nil
}

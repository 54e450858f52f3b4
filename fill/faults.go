package fill

import (
	"bytes"
	"fmt"
	"strings"
)

// The ways to refuse a document, each with its words in both languages.

func faultFormat(code, part, zh, en string) error {
	return &DocumentError{Err: ErrFormat, Code: code, Part: part, Offset: -1, Reason: Text{zh, en}}
}

func faultUnsupported(code, part, zh, en string) error {
	return &DocumentError{Err: ErrUnsupported, Code: code, Part: part, Offset: -1, Reason: Text{zh, en}}
}

func faultMalformed(code, part string, offset int, zh, en string) error {
	return &DocumentError{Err: ErrMalformed, Code: code, Part: part, Offset: int64(offset), Reason: Text{zh, en}}
}

func faultNotZip(docx []byte, err error) error {
	if bytes.HasPrefix(docx, entryMagic) {
		return faultMalformed("cut_zip", "", -1, "文件不完整或已损坏（压缩包没有结尾），请重新复制或下载",
			fmt.Sprintf("the file is cut or damaged (%v): copy or download it again", err))
	}
	return faultFormat("not_zip", "", "这不是 .docx 文件（不是 zip 压缩包），请用 Word 另存为 .docx",
		fmt.Sprintf("this is no .docx file (%v): save it as .docx in Word", err))
}

// limitNames says what each limit bounds; the setting's name is --max-<name>,
// with hyphens.
var limitNames = map[string]Text{
	"parts":         {"部分的个数", "parts in the package"},
	"part_bytes":    {"单个部分解压后的字节数", "uncompressed bytes of one part"},
	"package_bytes": {"全部解压后的字节数", "uncompressed bytes of the package"},
	"xml_depth":     {"XML 嵌套层数", "nesting of XML elements"},
	"placeholders":  {"占位符的个数", "placeholders"},
}

func faultLimit(code, part string, offset int, limit int64) error {
	name, setting := limitNames[code], strings.ReplaceAll(code, "_", "-")
	return &DocumentError{Err: ErrLimit, Code: code, Part: part, Offset: int64(offset), Reason: Text{
		fmt.Sprintf("%s超过上限 %d；请精简文档，或由管理员调高 --max-%s", name.ZH, limit, setting),
		fmt.Sprintf("%s: more than the limit of %d; make the document smaller, or let the operator raise --max-%s", name.EN, limit, setting),
	}}
}

// of gives the limit by the name of its setting.
func (l Limits) of(setting string) int64 {
	switch setting {
	case "parts":
		return int64(l.Parts)
	case "part_bytes":
		return l.PartBytes
	case "package_bytes":
		return l.PackageBytes
	case "xml_depth":
		return int64(l.Depth)
	}
	return int64(l.Placeholders)
}

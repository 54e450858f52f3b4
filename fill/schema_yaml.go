package fill

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// maxSchema bounds a fields file, in bytes.
const maxSchema = 8 << 20

// loadYAML reads a fields file, YAML or JSON, as its tree of nodes, which keep
// the characters of their scalars and their places. The fault is nil or tells
// the first place that is not YAML.
func loadYAML(data []byte) (*yaml.Node, *SyntaxError) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) > maxSchema {
		return nil, &SyntaxError{1, 1, Text{
			fmt.Sprintf("字段文件超过 %d MiB", maxSchema>>20),
			fmt.Sprintf("the fields file is over %d MiB", maxSchema>>20)}}
	}
	if at := invalidUTF8(data); at < len(data) {
		return nil, syntaxErrorAt(data, at, Text{"不是 UTF-8 编码；请以 UTF-8 保存", "this is not UTF-8; save the file as UTF-8"})
	}
	var doc yaml.Node
	if err := yaml.Load(joinSurrogates(data), &doc); err != nil {
		return nil, yamlFault(err)
	}
	return doc.Content[0], nil
}

var surrogatePair = regexp.MustCompile(`\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}`)

// joinSurrogates turns the escaped surrogate pairs of JSON, which YAML does not
// know, into their characters.
func joinSurrogates(data []byte) []byte {
	if !bytes.Contains(data, []byte(`\u`)) || !json.Valid(data) {
		return data
	}
	return surrogatePair.ReplaceAllFunc(data, func(pair []byte) []byte {
		var s string
		if json.Unmarshal([]byte(`"`+string(pair)+`"`), &s) != nil {
			return pair
		}
		return []byte(s)
	})
}

// yamlRemedies say what a message of the YAML reader asks of the author.
var yamlRemedies = []struct {
	part string // of the reader's message
	text Text
}{
	{"mapping values are not allowed", Text{
		"此处不应有冒号；文字中有冒号请加引号，并检查缩进",
		"a colon is out of place here; put text that holds one in quotes, and check the indentation"}},
	{"cannot start any token", Text{
		"此处的字符不能开头；缩进请用空格，不用制表符，单独的 - 和以 @、` 开头的文字请加引号",
		"this character cannot begin anything here; indent with blanks, not tabs, and quote a lone - and text that begins with @ or `"}},
	{"unexpected end of stream", Text{"引号没有收尾", "a quote is not closed"}},
	{"expected ',' or", Text{
		"缺少逗号或收尾的括号；文字中有 , : { } [ ] 请加引号",
		"a comma or closing bracket is missing; put text that holds , : { } [ ] in quotes"}},
	{"did not find expected", Text{
		"缩进没有对齐，或缺少冒号",
		"the indentation is not even, or a colon is missing"}},
	{"could not find expected ':'", Text{"名称后面缺少冒号", "a colon is missing after a name"}},
	{"max depth", Text{"嵌套太深", "it is nested too deep"}},
	{"no documents", Text{"文件是空的", "the file is empty"}},
	{"multiple", Text{"文件中有多个文档；请只留一个", "the file holds several documents; keep one"}},
	{"control characters", Text{"文件中有控制字符；请删去", "the file holds a control character; remove it"}},
}

// yamlFault tells an error of the YAML reader in our words, with its place.
func yamlFault(err error) *SyntaxError {
	fault := &SyntaxError{1, 1, Text{"不合 YAML 语法：" + err.Error(), "this is not YAML: " + err.Error()}}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return fault
	}
	for _, mark := range []struct{ line, column int }{
		{load.Mark.Line, load.Mark.Column}, {load.ContextMark.Line, load.ContextMark.Column},
	} {
		if mark.line > 0 {
			fault.Line, fault.Column = mark.line, max(1, mark.column)
			break
		}
	}
	fault.Reason = Text{"不合 YAML 语法：" + load.Message, "this is not YAML: " + load.Message}
	for _, r := range yamlRemedies {
		if strings.Contains(load.Message, r.part) {
			fault.Reason = r.text
			break
		}
	}
	return fault
}

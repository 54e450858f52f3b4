package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"reportfill/fill"
	"reportfill/templates"
)

// draftFlags find the template that a command works on: a .docx, with the fields
// that its sentences suggest or those of a fields file, or a kept template.
type draftFlags struct {
	storeFlags
	limitFlags
	Fields string `help:"Fields file of the draft (YAML or JSON). Without it the fields are x1, x2, …"`
}

// limitFlags bound what is read of a .docx.
type limitFlags struct {
	MaxParts        int   `help:"Parts of a .docx." default:"4096"`
	MaxPartBytes    int64 `help:"Uncompressed bytes of one part." default:"67108864"`
	MaxPackageBytes int64 `help:"Uncompressed bytes of a .docx." default:"268435456"`
	MaxXMLDepth     int   `name:"max-xml-depth" help:"Nesting of XML elements." default:"256"`
	MaxPlaceholders int   `help:"Placeholders of a .docx." default:"100000"`
}

func (f limitFlags) limits() fill.Limits {
	return fill.Limits{
		Parts: f.MaxParts, PartBytes: f.MaxPartBytes, PackageBytes: f.MaxPackageBytes,
		Depth: f.MaxXMLDepth, Placeholders: f.MaxPlaceholders,
	}
}

// isFile tells a file from a template's name: a template's name has neither a
// dot nor a slash, and a file that is there goes first.
func isFile(name string) bool {
	if name == standard || strings.ContainsAny(name, `./\`) {
		return true
	}
	_, err := os.Stat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// parseRef reads the name of a template. What no template can be called was meant
// as a file.
func parseRef(name string) (templates.Ref, error) {
	ref, err := templates.ParseRef(name)
	var input *templates.InputError
	if errors.As(err, &input) && input.Code == "id" {
		return ref, wrongUse(
			"没有文件 "+name+"，请核对文件名（含 .docx）和所在文件夹。它也不是模板："+input.Reason.ZH,
			"there is no file "+name+": check its name, .docx included, and its folder. Nor is it a template: "+input.Reason.EN)
	}
	return ref, err
}

// compiled gives the template that is named.
func (f draftFlags) compiled(in *invocation, name string) (*fill.Template, error) {
	if !isFile(name) {
		if f.Fields != "" {
			return nil, wrongUse(
				"模板 "+name+" 已有字段，--fields 只用于 .docx 文件。",
				"the template "+name+" has its fields; --fields goes with a .docx.")
		}
		ref, err := parseRef(name)
		if err != nil {
			return nil, err
		}
		return f.template(in, ref, f.limits())
	}
	p, err := f.openDocx(in, name)
	if err != nil {
		return nil, err
	}
	if f.Fields == "" {
		if err := p.Marked(); err != nil {
			return nil, inFileNamed(name, err)
		}
		return fill.Compile(p, asGiven(fill.DefaultSchema(p)))
	}
	data, err := in.read(f.Fields)
	if err != nil {
		return nil, err
	}
	schema, err := fill.ParseSchema(data)
	if err != nil {
		return nil, inFileNamed(f.Fields, err)
	}
	t, err := fill.Compile(p, schema)
	if err != nil {
		return nil, inFileNamed(f.Fields, located(err, data))
	}
	return t, inFileNamed(name, t.Package().Marked())
}

// asGiven takes the suggested decimals from a schema: a draft that nobody has
// described prints the digits as they are given.
func asGiven(s fill.Schema) fill.Schema {
	for i := range s.Fields {
		s.Fields[i].Decimals = nil
	}
	return s
}

// openDocx reads a .docx.
func (f limitFlags) openDocx(in *invocation, name string) (*fill.Package, error) {
	data, err := in.read(name)
	if err != nil {
		return nil, err
	}
	p, err := fill.Open(data, f.limits())
	return p, inFileNamed(name, err)
}

// draftAndValues are a draft with values for it.
type draftAndValues struct {
	Draft  string `arg:"" help:"A .docx, or the name of a template."`
	Values string `arg:"" help:"The values, JSON: by name, or an array by order."`
	draftFlags
	previousFlag
}

// read gives both.
func (a draftAndValues) read(in *invocation) (*fill.Template, fill.Values, error) {
	if err := onlyOneStandard(a.Draft, a.Values, a.Fields, a.Previous); err != nil {
		return nil, nil, err
	}
	t, err := a.compiled(in, a.Draft)
	if err != nil {
		return nil, nil, err
	}
	vs, err := in.values(a.Values)
	return t, vs, err
}

// values reads a payload.
func (in *invocation) values(name string) (fill.Values, error) {
	data, err := in.read(name)
	if err != nil {
		return nil, err
	}
	vs, err := fill.ParseValues(data)
	return vs, inFileNamed(name, err)
}

// onlyOneStandard refuses a command that reads standard input twice.
func onlyOneStandard(names ...string) error {
	n := 0
	for _, name := range names {
		if name == standard {
			n++
		}
	}
	if n > 1 {
		return wrongUse("标准输入（-）只能用一次。", "standard input (-) can be read only once.")
	}
	return nil
}

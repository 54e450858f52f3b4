package fill

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Compile binds a schema to a package. A schema without fields describes none:
// they are made from the names that it uses, as ParseSchema does. The error is
// a *SchemaError with all faults; those of examples come once there are no others.
func Compile(p *Package, s Schema) (*Template, error) {
	s = s.clone()
	if s.Fields == nil {
		s.Fields = undescribed(s)
	}
	marked, faults := withMarks(p, s.Marks)
	t, more := bind(marked.Placeholders(), s)
	if faults = append(faults, more...); len(faults) > 0 {
		return nil, &SchemaError{Faults: faults}
	}
	t.prepare()
	if faults = t.badExamples(); len(faults) > 0 {
		return nil, &SchemaError{Faults: faults}
	}
	t.pkg = marked
	t.splice = newSplice(marked, t.fieldOf)
	return t, nil
}

// withMarks reads the package with a schema's marks; with its own where they
// are bad.
func withMarks(p *Package, marks []string) (*Package, []Fault) {
	if marks == nil {
		marks = DefaultMarks
	}
	marked, err := p.WithMarks(marks)
	if err == nil {
		return marked, nil
	}
	text := Text{err.Error(), err.Error()}
	var (
		document *DocumentError
		mark     *markError
	)
	switch {
	case errors.As(err, &document):
		text = document.Reason
	case errors.As(err, &mark):
		text = Text{mark.Reason.ZH, mark.Error()}
	}
	return p, []Fault{{"marks", text}}
}

// binder makes a template from a schema and gathers its faults.
type binder struct {
	*Template
	faults []Fault
	used   []bool // by field: a placeholder or an expression reads it
}

// bind gives all of a template but its package.
func bind(ps []Placeholder, s Schema) (*Template, []Fault) {
	b := &binder{Template: &Template{schema: s, placeholders: ps, index: make(map[string]int, len(s.Fields))}}
	b.bindFields()
	b.bindPlaceholders()
	b.checkPrior()
	b.bindComputed()
	b.bindChecks()
	b.findUnused()
	return b.Template, b.faults
}

// fault notes a fault; those beyond maxFaults are not told.
func (b *binder) fault(path, zh, en string) {
	if !b.full() {
		b.faults = append(b.faults, Fault{path, Text{zh, en}})
	}
}

// full tells whether as many faults are noted as will be told.
func (b *binder) full() bool { return len(b.faults) >= maxFaults }

func (b *binder) faultf(path string, zh, en string, args ...any) {
	b.fault(path, fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...))
}

// noField notes that a name is not that of a field.
func (b *binder) noField(path, name string, where Text) {
	if b.full() {
		return
	}
	remedy := orNearest(name, slices.Collect(maps.Keys(b.index)))
	b.fault(path, fmt.Sprintf("%s没有名为“%s”的字段%s", where.ZH, name, remedy.ZH),
		fmt.Sprintf("%sthere is no field named %q%s", where.EN, name, remedy.EN))
}

// bindPlaceholders gives each placeholder its field.
func (b *binder) bindPlaceholders() {
	names := b.schema.Placeholders
	if len(names) != len(b.placeholders) {
		b.faultf("placeholders", "字段文件列出 %[1]d 个占位符，文稿中有 %[2]d 个；每个占位符写一行，保留原样的写 \"-\"",
			"it lists %[1]d placeholders, and the draft has %[2]d; give each a line, \"-\" for one that stays as it is",
			len(names), len(b.placeholders))
	}
	b.fieldOf = make([]int, len(b.placeholders))
	for i := range b.fieldOf {
		b.fieldOf[i] = -1
	}
	for i, name := range names {
		if name == Ignored {
			continue
		}
		path := fmt.Sprintf("placeholders[%d]", i)
		at, ok := b.index[name]
		if !ok {
			b.noField(path, name, Text{fmt.Sprintf("第 %d 处：", i+1), fmt.Sprintf("placeholder %d: ", i+1)})
			continue
		}
		b.used[at] = true
		if i >= len(b.placeholders) {
			continue
		}
		if own := b.placeholders[i].Name; own != "" && own != name {
			b.faultf(path, "第 %[1]d 处写明 {{%[2]s}}，不能填 %[3]s；请写 %[2]s，或修改文稿",
				"placeholder %[1]d is {{%[2]s}} and cannot take %[3]s; write %[2]s, or change the draft", i+1, own, name)
		}
		b.fieldOf[i] = at
		b.fields[at].Placeholders = append(b.fields[at].Placeholders, i+1)
	}
}

// findUnused tells the fields that fill no placeholder and that no expression reads.
func (b *binder) findUnused() {
	for i, f := range b.fields {
		if !b.used[i] && b.index[f.Name] == i {
			b.fault(b.path(i, ""), "这个字段没有填任何占位符，也没有公式用到它；请在 placeholders 中写上它，或删去",
				"the field fills no placeholder and no expression reads it; name it in placeholders, or remove it")
		}
	}
}

// path gives the place of a member of a field.
func (b *binder) path(field int, member string) string {
	name := b.fields[field].Name
	path := "fields." + name
	if _, bad := nameFault(name); bad || b.index[name] != field {
		path = fmt.Sprintf("fields[%d]", field)
	}
	if member == "" {
		return path
	}
	return path + "." + member
}

// clone gives a schema that shares nothing with s.
func (s Schema) clone() Schema {
	s.Marks = slices.Clone(s.Marks)
	s.Fields = slices.Clone(s.Fields)
	for i, f := range s.Fields {
		s.Fields[i] = f.clone()
	}
	s.Placeholders = slices.Clone(s.Placeholders)
	s.Computed = slices.Clone(s.Computed)
	s.Checks = slices.Clone(s.Checks)
	return s
}

// clone gives a field that shares nothing with f.
func (f Field) clone() Field {
	f.Placeholders = slices.Clone(f.Placeholders)
	if f.Decimals != nil {
		decimals := *f.Decimals
		f.Decimals = &decimals
	}
	return f
}

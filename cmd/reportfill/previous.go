package main

import (
	"bytes"
	"fmt"

	"reportfill/fill"
)

// previousFlag names last year's report for a comparison.
type previousFlag struct {
	Previous string `help:"Last year's finished .docx, or its values (JSON): warns of figures that look like a slip beside them."`
}

// compare gives the warnings about values beside last year's; none where no
// last year's is named.
func (f previousFlag) compare(in *invocation, t *fill.Template, vs fill.Values, l limitFlags) ([]fill.Problem, error) {
	if f.Previous == "" {
		return nil, nil
	}
	data, err := in.read(f.Previous)
	if err != nil {
		return nil, err
	}
	last, err := f.values(in, t, data, l)
	if err != nil {
		return nil, inFileNamed(f.Previous, err)
	}
	return t.Compare(vs, last), nil
}

// values reads last year's values. A zip (PKWARE APPNOTE, 4.3.7) is a document;
// what cannot be read in it is told and not compared.
func (f previousFlag) values(in *invocation, t *fill.Template, data []byte, l limitFlags) (fill.Values, error) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return fill.ParseValues(data)
	}
	filled, err := fill.Open(data, l.limits())
	if err != nil {
		return nil, err
	}
	last, untold, err := t.ExtractPart(filled)
	if err == nil && len(untold) > 0 {
		in.complain(fill.Text{
			ZH: fmt.Sprintf("%s 中有 %d 句读不出数据，这些数据不与上年比较。", f.Previous, len(untold)),
			EN: fmt.Sprintf("%s: sentences that cannot be read, whose figures are not compared: %d", f.Previous, len(untold)),
		})
	}
	return last, err
}

package main

import (
	"bytes"
	"encoding/json"
)

// indented is a value as JSON that a person reads.
func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return out.Bytes(), err
}

func (in *invocation) printJSON(v any) error {
	out, err := indented(v)
	if err != nil {
		return err
	}
	_, err = in.stdout.Write(out)
	return err
}

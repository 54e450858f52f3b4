package fill

// The signatures that are being built; each leaves this file as it is done.

// Example gives a payload that passes.
func (t *Template) Example() Values { panic("pending") }

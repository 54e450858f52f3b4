package fill

import "fmt"

// SyntaxErrors are the faults of one fields file, in its order, the first
// hundred of very many. errors.Is
// finds ErrSyntax in them and errors.As the first *SyntaxError.
type SyntaxErrors []*SyntaxError

// Error gives the first fault in English and the number of the others.
func (e SyntaxErrors) Error() string {
	switch len(e) {
	case 0:
		return ErrSyntax.Error()
	case 1:
		return e[0].Error()
	}
	return fmt.Sprintf("%v (and %d more)", e[0], len(e)-1)
}

// Unwrap gives each fault.
func (e SyntaxErrors) Unwrap() []error {
	out := make([]error, len(e))
	for i, fault := range e {
		out[i] = fault
	}
	return out
}

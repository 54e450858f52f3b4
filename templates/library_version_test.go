package templates_test

import (
	"context"
	"errors"
	"testing"

	"reportfill/templates"
)

// failing is a store that cannot tell the latest version of a template.
type failing struct{ templates.Store }

func (failing) LastVersion(context.Context, string) (int, bool, error) {
	return 0, false, templates.ErrUnavailable
}

// Where the store fails while it is asked which versions there are, that is told,
// and not that the template is not there.
func TestVersionOfAFailingStore(t *testing.T) {
	l := templates.NewLibrary(failing{openStore(t)}, templates.LibraryOptions{})
	_, err := l.Template(context.Background(), templates.Ref{ID: "budget", Version: 2})
	if errors.Is(err, templates.ErrNotFound) || !errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("got %v, want %v", err, templates.ErrUnavailable)
	}
}

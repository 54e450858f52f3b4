package api

import "sync"

// named keeps what attachment makes of a name: most documents of a service bear
// the titles of a few templates. The zero value is ready; it is safe for
// concurrent use.
type named struct {
	mu    sync.Mutex
	known map[string]string
}

// maxNamed bounds the names that are kept.
const maxNamed = 256

// attachment is the Content-Disposition of a document of the name.
func (n *named) attachment(name string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	if d, ok := n.known[name]; ok {
		return d
	}
	if n.known == nil || len(n.known) >= maxNamed {
		n.known = make(map[string]string)
	}
	d := attachment(name)
	n.known[name] = d
	return d
}

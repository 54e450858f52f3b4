package templates

// Settle ends the work that the cache has put off.
func (l *Library) Settle() { l.cache.CleanUp() }

// HashOf is the hash of stored bytes.
var HashOf = hashOf

package web

// Error is the view of the page "error".
type Error struct {
	Status    int
	Title     string
	Detail    string
	Errors    []string
	RequestID string
}

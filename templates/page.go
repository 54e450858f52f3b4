package templates

// Page is one page of a list.
type Page[T any] struct {
	Items []T
	Total int    // that the filter lets through, on all pages
	Next  string // the cursor of the next page; empty on the last
}

// DefaultLimit and MaxLimit bound the length of a page.
const (
	DefaultLimit = 50
	MaxLimit     = 500
)

// TemplateQuery chooses templates. They come by id.
type TemplateQuery struct {
	Text   string // in id or title, in any case of ASCII letters
	Cursor string // as in Page.Next; empty: from the first
	Limit  int    // 0 means DefaultLimit; at most MaxLimit
}

// ReportQuery chooses reports. They come newest first, by creation, so that a
// change between two pages neither hides a report nor shows one twice.
type ReportQuery struct {
	Status    Status // empty: every one
	Template  Ref    // empty id: every one; version 0: all versions
	Text      string // in the title, in any case of ASCII letters
	UpdatedBy string // name of who changed it last
	Waiting   string // an owner: reports that miss a value of theirs
	Cursor    string
	Limit     int
}

// HistoryQuery chooses entries of one report. They come oldest first.
type HistoryQuery struct {
	Cursor string
	Limit  int
}

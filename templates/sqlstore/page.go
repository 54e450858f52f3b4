package sqlstore

import (
	"encoding/base64"
	"strings"

	"reportfill/fill"
	"reportfill/templates"
)

// A cursor is the key of the last item of its page, in base64url with the name
// of its list before it, so that one list's cursor is not taken by another.

func cursorTo(list, key string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(list + " " + key))
}

// cursorFrom gives the key, empty for an empty cursor. The error is an *InputError.
func cursorFrom(list, cursor string) (string, error) {
	if cursor == "" {
		return "", nil
	}
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	if key, ok := strings.CutPrefix(string(text), list+" "); err == nil && ok && !strings.Contains(key, "\x00") {
		return key, nil
	}
	return "", badCursor()
}

func badCursor() error {
	return &templates.InputError{Member: "cursor", Code: "cursor", Reason: fill.Text{
		ZH: "翻页标记不属于此列表，请使用上一页返回的标记。",
		EN: "the cursor is not one of this list: use the one that the page before gave",
	}}
}

// limit gives the length of a page.
func limit(asked int) int {
	if asked <= 0 {
		return templates.DefaultLimit
	}
	return min(asked, templates.MaxLimit)
}

// turn cuts what was read, one more than the page holds, to the page.
func turn[T any](items []T, size, total int, list string, key func(*T) string) templates.Page[T] {
	page := templates.Page[T]{Items: items, Total: total}
	if len(items) > size {
		page.Items = items[:size]
		page.Next = cursorTo(list, key(&items[size-1]))
	}
	return page
}

var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// containing gives the LIKE pattern, escaped by a backslash, of texts that hold
// the part; empty for an empty part.
func containing(part string) string {
	if part == "" {
		return ""
	}
	return "%" + likeEscaper.Replace(part) + "%"
}

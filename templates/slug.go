package templates

import (
	"crypto/rand"
	"strings"
)

// slugOf gives the id that a title in Latin letters stands for, as work-report
// for "Work Report 2026": empty where the title has other letters.
func slugOf(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return strings.ContainsRune(" -_.,:;/()&'\"", r)
	})
	id := strings.Join(words, "-")
	if len(id) > maxIDLength {
		id = strings.TrimRight(id[:maxIDLength], "-")
	}
	if checkID(id) != nil {
		return ""
	}
	return id
}

// candidates gives the ids to try for a new template, in order: the author's
// own alone; else one from the title, and others that nobody has.
func candidates(id, title string) []string {
	if id != "" {
		return []string{id}
	}
	fresh := strings.ToLower(rand.Text()[:10])
	slug := slugOf(title)
	if slug == "" {
		return []string{"t-" + fresh}
	}
	return []string{slug, strings.TrimRight(slug[:min(len(slug), maxIDLength-len(fresh)-1)], "-") + "-" + fresh}
}

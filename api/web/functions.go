package web

import (
	"html/template"
	"time"

	"reportfill/fill"
	"reportfill/templates"
)

// functions are what the pages of one language may call.
func functions(l fill.Language, texts *messages, assets *Assets) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, args ...any) (string, error) { return texts.text(l, key, args...) },
		"role": func(r templates.Role) (string, error) {
			return texts.text(l, "frame.role_"+string(r))
		},
		"status": func(s templates.Status) (string, error) {
			return texts.text(l, "frame.status_"+string(s))
		},
		"asset":   assets.Path,
		"modules": assets.Modules,
		"texts":   func(page string) map[string]string { return texts.scriptTexts(l, page) },
		"moment":  func(at time.Time) string { return at.Format(momentLayout(l)) },
		"iso":     func(at time.Time) string { return at.UTC().Format(time.RFC3339) },
		"story":   storyName,
	}
}

// momentLayout writes a time where no script puts it into the reader's own zone.
func momentLayout(l fill.Language) string {
	if l == fill.English {
		return "2 Jan 2006, 15:04"
	}
	return "2006年1月2日 15:04"
}

// storyName is the name under which the texts know a story; "other" for those
// that have none.
func storyName(role string) string {
	switch role {
	case "header", "footer", "footnotes", "endnotes", "chart":
		return role
	case "core-properties":
		return "properties"
	}
	return "other"
}

package api

import (
	"time"

	"reportfill/fill"
	"reportfill/templates"
)

// templateListed is a template in a list: its latest version without the schema.
type templateListed struct {
	ID        string           `json:"id"`
	Version   int              `json:"version"`
	Title     string           `json:"title"`
	SHA256    string           `json:"sha256"` // of the draft
	Size      int64            `json:"size"`   // bytes of the draft
	CreatedAt time.Time        `json:"created_at"`
	CreatedBy templates.Source `json:"created_by"`
}

// templateShown is one version with its schema and the list of all versions.
type templateShown struct {
	templateListed
	Schema   fill.Schema      `json:"schema"`
	Versions []templateListed `json:"versions"` // the latest first
}

func listTemplate(t *templates.Template) templateListed {
	return templateListed{
		ID: t.ID, Version: t.Version, Title: t.Title, SHA256: t.SHA256, Size: t.Size,
		CreatedAt: t.CreatedAt, CreatedBy: t.CreatedBy,
	}
}

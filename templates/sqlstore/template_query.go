package sqlstore

import (
	"context"

	"reportfill/templates"
)

const (
	selectTemplate = `SELECT v.template_id, v.version, v.title, v.sha256, v.size, v.created_by, v.created_at, v.fields
		FROM templates t JOIN template_versions v ON v.template_id = t.id
		WHERE t.id = $1 AND t.deleted = 0 AND v.version = CASE WHEN $2 = 0 THEN t.latest ELSE $2 END`

	selectVersions = `SELECT v.template_id, v.version, v.title, v.sha256, v.size, v.created_by, v.created_at
		FROM template_versions v WHERE v.template_id = $1 ORDER BY v.version DESC`

	chosenTemplates = `
		FROM templates t JOIN template_versions v ON v.template_id = t.id AND v.version = t.latest
		WHERE t.deleted = 0
		AND ($1 = '' OR lower(v.title) LIKE lower($1) ESCAPE '\' OR t.id LIKE lower($1) ESCAPE '\')`

	countTemplates = `SELECT count(*)` + chosenTemplates

	selectTemplates = `SELECT v.template_id, v.version, v.title, v.sha256, v.size, v.created_by, v.created_at` +
		chosenTemplates + ` AND t.id > $2 ORDER BY t.id LIMIT $3`

	selectDocument = `SELECT content FROM documents WHERE sha256 = $1`
)

// Template gives a version with its schema.
func (s *Store) Template(ctx context.Context, ref templates.Ref) (*templates.Template, error) {
	var t templates.Template
	r := s.reader.QueryRowContext(ctx, selectTemplate, ref.ID, ref.Version)
	err := r.Scan(append(summary(&t), inJSON(&t.Schema))...)
	if err != nil {
		return nil, failure(ctx, err)
	}
	return &t, nil
}

// Versions gives all versions, the latest first.
func (s *Store) Versions(ctx context.Context, id string) ([]templates.Template, error) {
	vs, err := list(ctx, s.reader, scanSummary, selectVersions, id)
	if err == nil && len(vs) == 0 {
		err = templates.ErrNotFound
	}
	return vs, err
}

const templateList = "templates"

// Templates lists the latest version of each template.
func (s *Store) Templates(ctx context.Context, q templates.TemplateQuery) (templates.Page[templates.Template], error) {
	var none templates.Page[templates.Template]
	after, err := cursorFrom(templateList, q.Cursor)
	if err != nil {
		return none, err
	}
	text, size := containing(q.Text), limit(q.Limit)
	var total int
	if err := s.reader.QueryRowContext(ctx, countTemplates, text).Scan(&total); err != nil {
		return none, failure(ctx, err)
	}
	ts, err := list(ctx, s.reader, scanSummary, selectTemplates, text, after, size+1)
	if err != nil {
		return none, err
	}
	return turn(ts, size, total, templateList, func(t *templates.Template) string { return t.ID }), nil
}

// Document gives the bytes of a draft or of a final document by their hash.
func (s *Store) Document(ctx context.Context, sha256 string) ([]byte, error) {
	var content []byte
	err := s.reader.QueryRowContext(ctx, selectDocument, sha256).Scan(&content)
	return content, failure(ctx, err)
}

func scanSummary(r row, t *templates.Template) error { return r.Scan(summary(t)...) }

// summary is where the columns of a version go, those of its schema aside.
func summary(t *templates.Template) []any {
	return []any{&t.ID, &t.Version, &t.Title, &t.SHA256, &t.Size, inJSON(&t.CreatedBy), asMicros{&t.CreatedAt}}
}

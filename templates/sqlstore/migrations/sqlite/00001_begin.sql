-- +goose Up
CREATE TABLE documents (
    sha256  TEXT    NOT NULL PRIMARY KEY,
    size    INTEGER NOT NULL,
    content BLOB    NOT NULL
) STRICT;

CREATE TABLE templates (
    id      TEXT    NOT NULL PRIMARY KEY,
    latest  INTEGER NOT NULL,           -- the last version number given
    deleted INTEGER NOT NULL DEFAULT 0  -- 1: only the number is kept
) STRICT;

CREATE TABLE template_versions (
    template_id TEXT    NOT NULL REFERENCES templates (id),
    version     INTEGER NOT NULL,
    title       TEXT    NOT NULL,
    fields      TEXT    NOT NULL, -- the schema, JSON
    sha256      TEXT    NOT NULL REFERENCES documents (sha256),
    size        INTEGER NOT NULL,
    created_by  TEXT    NOT NULL, -- a source, JSON
    created_at  INTEGER NOT NULL, -- microseconds since 1970
    PRIMARY KEY (template_id, version)
) STRICT;
CREATE INDEX template_versions_sha256 ON template_versions (sha256);

CREATE TABLE reports (
    id               TEXT    NOT NULL PRIMARY KEY,
    title            TEXT    NOT NULL,
    template_id      TEXT    NOT NULL,
    template_version INTEGER NOT NULL,
    previous         TEXT    REFERENCES reports (id),
    status           TEXT    NOT NULL CHECK (status IN ('draft', 'complete', 'final')),
    progress         TEXT    NOT NULL, -- JSON
    waiting          TEXT    NOT NULL, -- owners of missing fields, a JSON array
    revision         INTEGER NOT NULL,
    created          TEXT    NOT NULL, -- a source, JSON
    updated          TEXT    NOT NULL, -- a source, JSON
    updated_by       TEXT    NOT NULL, -- its name
    held             TEXT    NOT NULL, -- the values with their sources, JSON
    FOREIGN KEY (template_id, template_version) REFERENCES template_versions (template_id, version)
) STRICT;
CREATE INDEX reports_template ON reports (template_id, template_version);
CREATE INDEX reports_status ON reports (status, id);
CREATE INDEX reports_previous ON reports (previous);

CREATE TABLE history (
    report_id TEXT    NOT NULL REFERENCES reports (id),
    revision  INTEGER NOT NULL,
    action    TEXT    NOT NULL,
    source    TEXT    NOT NULL, -- JSON
    changes   TEXT    NOT NULL, -- a JSON array
    PRIMARY KEY (report_id, revision)
) STRICT;

CREATE TABLE finals (
    report_id TEXT    NOT NULL PRIMARY KEY REFERENCES reports (id),
    sha256    TEXT    NOT NULL REFERENCES documents (sha256),
    size      INTEGER NOT NULL,
    manifest  TEXT    NOT NULL -- JSON
) STRICT;
CREATE INDEX finals_sha256 ON finals (sha256);

CREATE TABLE receipts (
    actor      TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    answer     TEXT    NOT NULL, -- JSON
    created_at INTEGER NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX receipts_created_at ON receipts (created_at);

CREATE TABLE tokens (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    hash         TEXT    NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    revoked_at   INTEGER NOT NULL DEFAULT 0, -- 0: never
    last_used_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sessions (
    hash       TEXT    NOT NULL PRIMARY KEY,
    token_id   TEXT    NOT NULL REFERENCES tokens (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_expires_at ON sessions (expires_at);

-- What must never change is guarded by the database too.

-- +goose StatementBegin
CREATE TRIGGER template_versions_fixed BEFORE UPDATE ON template_versions
BEGIN SELECT RAISE(ABORT, 'a template version never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER documents_fixed BEFORE UPDATE OF sha256, content ON documents
BEGIN SELECT RAISE(ABORT, 'a document never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reports_final BEFORE UPDATE ON reports WHEN OLD.status = 'final'
BEGIN SELECT RAISE(ABORT, 'a final report never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER history_fixed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER history_kept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER finals_fixed BEFORE UPDATE ON finals
BEGIN SELECT RAISE(ABORT, 'a final report never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER finals_kept BEFORE DELETE ON finals
BEGIN SELECT RAISE(ABORT, 'a final report never changes'); END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE sessions;
DROP TABLE tokens;
DROP TABLE receipts;
DROP TABLE finals;
DROP TABLE history;
DROP TABLE reports;
DROP TABLE template_versions;
DROP TABLE templates;
DROP TABLE documents;

-- +goose Up
CREATE TABLE documents (
    sha256  TEXT    NOT NULL PRIMARY KEY,
    size    BIGINT  NOT NULL,
    content BYTEA   NOT NULL
);

CREATE TABLE templates (
    id      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    latest  BIGINT  NOT NULL,           -- the last version number given
    deleted BIGINT  NOT NULL DEFAULT 0  -- 1: only the number is kept
);

CREATE TABLE template_versions (
    template_id TEXT COLLATE "C" NOT NULL REFERENCES templates (id),
    version     BIGINT  NOT NULL,
    title       TEXT    NOT NULL,
    fields      TEXT    NOT NULL, -- the schema, JSON
    sha256      TEXT    NOT NULL REFERENCES documents (sha256),
    size        BIGINT  NOT NULL,
    created_by  TEXT    NOT NULL, -- a source, JSON
    created_at  BIGINT  NOT NULL, -- microseconds since 1970
    PRIMARY KEY (template_id, version)
);
CREATE INDEX template_versions_sha256 ON template_versions (sha256);

CREATE TABLE reports (
    id               TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    title            TEXT    NOT NULL,
    template_id      TEXT COLLATE "C" NOT NULL,
    template_version BIGINT  NOT NULL,
    previous         TEXT COLLATE "C" REFERENCES reports (id),
    status           TEXT    NOT NULL CHECK (status IN ('draft', 'complete', 'final')),
    progress         TEXT    NOT NULL, -- JSON
    waiting          TEXT    NOT NULL, -- owners of missing fields, a JSON array
    revision         BIGINT  NOT NULL,
    created          TEXT    NOT NULL, -- a source, JSON
    updated          TEXT    NOT NULL, -- a source, JSON
    updated_by       TEXT    NOT NULL, -- its name
    held             TEXT    NOT NULL, -- the values with their sources, JSON
    FOREIGN KEY (template_id, template_version) REFERENCES template_versions (template_id, version)
);
CREATE INDEX reports_template ON reports (template_id, template_version);
CREATE INDEX reports_status ON reports (status, id);
CREATE INDEX reports_previous ON reports (previous);

CREATE TABLE history (
    report_id TEXT COLLATE "C" NOT NULL REFERENCES reports (id),
    revision  BIGINT  NOT NULL,
    action    TEXT    NOT NULL,
    source    TEXT    NOT NULL, -- JSON
    changes   TEXT    NOT NULL, -- a JSON array
    PRIMARY KEY (report_id, revision)
);

CREATE TABLE finals (
    report_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES reports (id),
    sha256    TEXT    NOT NULL REFERENCES documents (sha256),
    size      BIGINT  NOT NULL,
    manifest  TEXT    NOT NULL -- JSON
);
CREATE INDEX finals_sha256 ON finals (sha256);

CREATE TABLE receipts (
    actor      TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    answer     TEXT    NOT NULL, -- JSON
    created_at BIGINT  NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX receipts_created_at ON receipts (created_at);

CREATE TABLE tokens (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    hash         TEXT    NOT NULL UNIQUE,
    created_at   BIGINT  NOT NULL,
    revoked_at   BIGINT  NOT NULL DEFAULT 0, -- 0: never
    last_used_at BIGINT  NOT NULL DEFAULT 0
);

CREATE TABLE sessions (
    hash       TEXT    NOT NULL PRIMARY KEY,
    token_id   TEXT    NOT NULL REFERENCES tokens (id),
    created_at BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL
);
CREATE INDEX sessions_expires_at ON sessions (expires_at);

-- What must never change is guarded by the database too.

-- +goose StatementBegin
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
-- +goose StatementEnd
CREATE TRIGGER template_versions_fixed BEFORE UPDATE ON template_versions FOR EACH ROW
    EXECUTE FUNCTION refuse('a template version never changes');
CREATE TRIGGER documents_fixed BEFORE UPDATE OF sha256, content ON documents FOR EACH ROW
    EXECUTE FUNCTION refuse('a document never changes');
CREATE TRIGGER reports_final BEFORE UPDATE ON reports FOR EACH ROW WHEN (OLD.status = 'final')
    EXECUTE FUNCTION refuse('a final report never changes');
CREATE TRIGGER history_fixed BEFORE UPDATE OR DELETE ON history FOR EACH ROW
    EXECUTE FUNCTION refuse('history is append-only');
CREATE TRIGGER finals_fixed BEFORE UPDATE OR DELETE ON finals FOR EACH ROW
    EXECUTE FUNCTION refuse('a final report never changes');

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
DROP FUNCTION refuse;

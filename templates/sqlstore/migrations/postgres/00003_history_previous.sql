-- +goose Up
-- The report that an entry names as last year's; empty where it names none.
ALTER TABLE history ADD COLUMN previous TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE history DROP COLUMN previous;

-- +goose Up
-- A report that is not final may go, and its history with it, never without it.
DROP TRIGGER history_kept;
-- +goose StatementBegin
CREATE TRIGGER history_kept BEFORE DELETE ON history
WHEN EXISTS (SELECT 1 FROM reports WHERE id = OLD.report_id)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reports_kept BEFORE DELETE ON reports WHEN OLD.status = 'final'
BEGIN SELECT RAISE(ABORT, 'a final report never changes'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reports_history AFTER DELETE ON reports
BEGIN DELETE FROM history WHERE report_id = OLD.id; END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER reports_history;
DROP TRIGGER reports_kept;
DROP TRIGGER history_kept;
-- +goose StatementBegin
CREATE TRIGGER history_kept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd

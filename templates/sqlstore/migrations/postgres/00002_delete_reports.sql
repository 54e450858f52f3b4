-- +goose Up
-- A report that is not final may go, and its history with it, never without it.
ALTER TABLE history
    DROP CONSTRAINT history_report_id_fkey,
    ADD CONSTRAINT history_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports (id) ON DELETE CASCADE;
DROP TRIGGER history_fixed ON history;
CREATE TRIGGER history_fixed BEFORE UPDATE ON history FOR EACH ROW
    EXECUTE FUNCTION refuse('history is append-only');
-- +goose StatementBegin
CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM reports WHERE id = OLD.report_id) THEN
        RAISE EXCEPTION 'history is append-only';
    END IF;
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER history_kept BEFORE DELETE ON history FOR EACH ROW
    EXECUTE FUNCTION keep_history();
CREATE TRIGGER reports_kept BEFORE DELETE ON reports FOR EACH ROW WHEN (OLD.status = 'final')
    EXECUTE FUNCTION refuse('a final report never changes');

-- +goose Down
DROP TRIGGER reports_kept ON reports;
DROP TRIGGER history_kept ON history;
DROP FUNCTION keep_history;
DROP TRIGGER history_fixed ON history;
CREATE TRIGGER history_fixed BEFORE UPDATE OR DELETE ON history FOR EACH ROW
    EXECUTE FUNCTION refuse('history is append-only');
ALTER TABLE history
    DROP CONSTRAINT history_report_id_fkey,
    ADD CONSTRAINT history_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports (id);

// Package sqlstore is the templates.Store on database/sql.
//
// SQLite (modernc.org/sqlite) holds one file, reportfill.db, in a folder: a
// write-ahead log, synchronous FULL, foreign keys, one connection that writes
// and a few that read. PostgreSQL (jackc/pgx) is reached through a pool, and
// several processes may share it; a server with synchronous_commit off may lose
// what was acknowledged last.
//
// One SQL text serves both: parameters are $1, $2 …, JSON is text, times are
// microseconds since 1970. Only the migrations differ. The tables refuse by
// triggers what must never change: template versions, documents, history, final
// reports.
package sqlstore

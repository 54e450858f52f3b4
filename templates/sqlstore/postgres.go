package sqlstore

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// connectTimeout is for a server that does not answer, unless the DSN sets
// connect_timeout.
const connectTimeout = 5 * time.Second

func connectPostgres(ctx context.Context, dsn string) (*Store, error) {
	cfg, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	if cfg.ConnConfig.ConnectTimeout == 0 {
		cfg.ConnConfig.ConnectTimeout = connectTimeout
	}
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, err
	}
	db := stdlib.OpenDBFromPool(pool)
	s := &Store{writer: db, reader: db, pool: pool}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	// Two processes that start together take their turn.
	turn, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // each second, for 5 minutes
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.migrations, err = provide(goose.DialectPostgres, db, "postgres", goose.WithSessionLocker(turn))
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

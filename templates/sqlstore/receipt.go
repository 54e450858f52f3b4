package sqlstore

import (
	"context"
	"database/sql"

	"reportfill/templates"
)

const (
	forgetReceipts = `DELETE FROM receipts WHERE created_at < $1`

	insertReceipt = `INSERT INTO receipts (actor, key, body, answer, created_at) VALUES ($1, $2, $3, $4, $5)`

	selectReceipt = `SELECT actor, key, body, answer, created_at FROM receipts WHERE actor = $1 AND key = $2`
)

// Receipt gives the answer kept under an actor's key.
func (s *Store) Receipt(ctx context.Context, actor, key string) (*templates.Receipt, error) {
	var r templates.Receipt
	found := s.reader.QueryRowContext(ctx, selectReceipt, actor, key)
	if err := found.Scan(&r.Actor, &r.Key, &r.Body, &r.Answer, asMicros{&r.CreatedAt}); err != nil {
		return nil, failure(ctx, err)
	}
	return &r, nil
}

// writeReceipt writes the receipt, if there is one, and drops those that are to
// be forgotten.
func writeReceipt(ctx context.Context, tx *sql.Tx, r *templates.Receipt) error {
	if r == nil {
		return nil
	}
	if _, err := exec(ctx, tx, forgetReceipts, asMicros{&r.Forget}); err != nil {
		return err
	}
	_, err := exec(ctx, tx, insertReceipt, r.Actor, r.Key, r.Body, string(r.Answer), asMicros{&r.CreatedAt})
	return err
}

package templates

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"reportfill/fill"
)

// keepReceipts is how long a key gives the same answer.
const keepReceipts = 7 * 24 * time.Hour

// answerOnce runs f, or gives the answer that the key has already. f hands the
// receipt, nil without a key, to the change that it makes.
func answerOnce[T any](ctx context.Context, s Store, at time.Time, a Actor, once Once, f func(*Receipt) (*T, error)) (*T, error) {
	if once.Key == "" {
		return f(nil)
	}
	if err := checkKey(once.Key); err != nil {
		return nil, err
	}
	answer, err := replay[T](ctx, s, a, once)
	if !errors.Is(err, ErrNotFound) {
		return answer, err
	}
	answer, failed := f(&Receipt{
		Actor: a.Token, Key: once.Key, Body: once.Body, CreatedAt: at, Forget: at.Add(-keepReceipts),
	})
	if failed == nil {
		return answer, nil
	}
	// The same request may have come twice at once, and the other been first.
	if answer, err := replay[T](ctx, s, a, once); !errors.Is(err, ErrNotFound) {
		return answer, err
	}
	return nil, failed
}

func replay[T any](ctx context.Context, s Store, a Actor, once Once) (*T, error) {
	r, err := s.Receipt(ctx, a.Token, once.Key)
	if err != nil {
		return nil, err
	}
	if r.Body != once.Body {
		return nil, ErrKeyUsed
	}
	var answer T
	return &answer, json.Unmarshal(r.Answer, &answer)
}

// answer puts the answer into the receipt, if there is one.
func (r *Receipt) answer(v any) error {
	if r == nil {
		return nil
	}
	text, err := json.Marshal(v)
	r.Answer = text
	return err
}

func checkKey(key string) error {
	printable := len(key) <= 255
	for _, c := range []byte(key) {
		printable = printable && ' ' < c && c < 0x7f
	}
	if printable {
		return nil
	}
	return &InputError{Member: "Idempotency-Key", Code: "key", Reason: fill.Text{
		ZH: "Idempotency-Key 最多 255 个可见 ASCII 字符，例如一个 UUID。",
		EN: "an Idempotency-Key is 255 visible ASCII characters at most, such as a UUID",
	}}
}

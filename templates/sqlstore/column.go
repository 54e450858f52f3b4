package sqlstore

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"
)

// asJSON is a column that holds a value as JSON text.
type asJSON[T any] struct{ v *T }

func inJSON[T any](v *T) asJSON[T] { return asJSON[T]{v} }

// Value gives the text to store.
func (c asJSON[T]) Value() (driver.Value, error) {
	text, err := json.Marshal(c.v)
	return string(text), err
}

// Scan reads the text.
func (c asJSON[T]) Scan(src any) error {
	switch text := src.(type) {
	case string:
		return json.Unmarshal([]byte(text), c.v)
	case []byte:
		return json.Unmarshal(text, c.v)
	}
	return fmt.Errorf("JSON column holds a %T", src)
}

// asMicros is a column that holds a time as microseconds since 1970, 0 for the
// zero time.
type asMicros struct{ t *time.Time }

// Value gives the number to store.
func (c asMicros) Value() (driver.Value, error) {
	if c.t.IsZero() {
		return int64(0), nil
	}
	return c.t.UnixMicro(), nil
}

// Scan reads the number.
func (c asMicros) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("time column holds a %T", src)
	}
	*c.t = time.Time{}
	if n != 0 {
		*c.t = time.UnixMicro(n).UTC()
	}
	return nil
}

package templates

import "time"

// Once is the Idempotency-Key of a request. The zero value is a request
// without one.
type Once struct {
	Key  string // at most 255 characters
	Body string // hash of all that the request asks for: method, path and body
}

// Receipt is the answer to a request with an Idempotency-Key. It is written in
// the transaction of the change that it answers for.
type Receipt struct {
	Actor     string // id of the token: a key belongs to whoever sent it
	Key       string
	Body      string // as Once.Body
	Answer    []byte // JSON of the Template or the Report as it was answered
	CreatedAt time.Time
	Forget    time.Time // receipts created before this are dropped
}

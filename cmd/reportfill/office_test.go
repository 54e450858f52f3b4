package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// office is many clients of one service that keep account of what it
// acknowledged. Each but the last sets two fields of one report, always both to
// the same number; the last begins other reports and makes them final. Whatever
// is not acknowledged, they send again.
type office struct {
	url          string // of the service; it may change between two works
	report       string // path of the report that all share
	values       string // a complete payload
	acknowledged atomic.Int64
	clerks       []*clerk
	begun        int      // other reports that were asked for
	finals       []string // their paths, once they are acknowledged as final
}

// clerk is one client of an office.
type clerk struct {
	fields [2]string
	sent   int   // the last number, which may be unacknowledged
	taken  []int // acknowledged
}

const clerks = 8

func newOffice(t *testing.T, url string) *office {
	t.Helper()
	o := &office{url: url}
	var example struct{ Values map[string]json.RawMessage }
	a := o.must(t, http.MethodGet, "/api/v1/templates/workreport/example", "", 200)
	if err := json.Unmarshal(a.body, &example); err != nil {
		t.Fatal(err)
	}
	o.values = string(a.body)
	var names []string
	for name := range example.Values {
		names = append(names, name)
	}
	slices.Sort(names)
	for i := range clerks {
		o.clerks = append(o.clerks, &clerk{fields: [2]string{names[2*i], names[2*i+1]}})
	}
	o.report = o.must(t, http.MethodPost, "/api/v1/reports", `{"template": "workreport"}`, 201).location
	return o
}

// work lets all clients work until the context ends, and returns when they have.
func (o *office) work(ctx context.Context) {
	var wg sync.WaitGroup
	for _, c := range o.clerks {
		wg.Go(func() { c.work(ctx, o) })
	}
	wg.Go(func() { o.finish(ctx) })
	wg.Wait()
}

// workUntil lets the office work while f runs.
func workUntil(t *testing.T, o *office, f func()) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { o.work(ctx); close(done) }()
	defer func() { end(); <-done }()
	f()
}

func (c *clerk) work(ctx context.Context, o *office) {
	for {
		if c.sent == c.last() {
			c.sent++
		}
		patch := fmt.Sprintf(`{%q: %d, %q: %d}`, c.fields[0], c.sent, c.fields[1], c.sent)
		if _, ok := o.insist(ctx, http.MethodPatch, o.report+"/values", patch, "", 200); !ok {
			return
		}
		c.taken = append(c.taken, c.sent)
		o.acknowledged.Add(1)
	}
}

// finish begins reports, each under a key of its own, and makes them final.
func (o *office) finish(ctx context.Context) {
	for {
		key := fmt.Sprint("report-", len(o.finals))
		o.begun = len(o.finals) + 1
		begin := strings.Replace(o.values, "{", `{"template": "workreport", `, 1)
		begun, ok := o.insist(ctx, http.MethodPost, "/api/v1/reports", begin, key, 201)
		if !ok {
			return
		}
		if _, ok := o.insist(ctx, http.MethodPost, begun.location+"/finalize", "", key+"-final", 200); !ok {
			return
		}
		o.finals = append(o.finals, begun.location)
		o.acknowledged.Add(2)
	}
}

// last is the last number acknowledged, 0 for none.
func (c *clerk) last() int {
	if len(c.taken) == 0 {
		return 0
	}
	return c.taken[len(c.taken)-1]
}

// insist sends a request until it is answered with the status; false where the
// context ends first. What was sent is waited for, so that the service has
// nothing left to do once the office works no more.
func (o *office) insist(ctx context.Context, method, path, body, key string, status int) (answered, bool) {
	for ctx.Err() == nil {
		a, err := o.send(context.WithoutCancel(ctx), method, path, body, key)
		if err == nil && a.status == status {
			return a, true
		}
		time.Sleep(2 * time.Millisecond)
	}
	return answered{}, false
}

// await waits until the office has n more acknowledgements.
func (o *office) await(t *testing.T, n int64) {
	t.Helper()
	want := o.acknowledged.Load() + n
	for until := time.Now().Add(time.Minute); o.acknowledged.Load() < want; time.Sleep(time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("%d acknowledgements after a minute, want %d", o.acknowledged.Load(), want)
		}
	}
}

// answered is what a test needs of an answer.
type answered struct {
	status   int
	location string
	body     []byte
}

// must sends a request that must be answered with the status.
func (o *office) must(t *testing.T, method, path, body string, status int) answered {
	t.Helper()
	a, err := o.send(t.Context(), method, path, body, "")
	if err != nil || a.status != status {
		t.Fatalf("%s %s: status %d, %v, want %d: %s", method, path, a.status, err, status, a.body)
	}
	return a
}

// impatient gives a service up that does not answer.
var impatient = &http.Client{Timeout: 20 * time.Second}

func (o *office) send(ctx context.Context, method, path, body, key string) (answered, error) {
	request, err := http.NewRequestWithContext(ctx, method, o.url+path, strings.NewReader(body))
	if err != nil {
		return answered{}, err
	}
	request.Header.Set("Content-Type", "application/json")
	if key != "" {
		request.Header.Set("Idempotency-Key", key)
	}
	response, err := impatient.Do(request)
	if err != nil {
		return answered{}, err
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	return answered{status: response.StatusCode, location: response.Header.Get("Location"), body: read}, err
}

// get reads JSON.
func get[T any](t *testing.T, o *office, path string) T {
	t.Helper()
	var v T
	a := o.must(t, http.MethodGet, path, "", 200)
	if err := json.NewDecoder(bytes.NewReader(a.body)).Decode(&v); err != nil {
		t.Fatalf("GET %s: %v", path, err)
	}
	return v
}

// page is one page of a list.
type page[T any] struct {
	Items []T
	Total int
	Next  string
}

// all reads a list to its end.
func all[T any](t *testing.T, o *office, path string) []T {
	t.Helper()
	var items []T
	for cursor := ""; ; {
		p := get[page[T]](t, o, path+"?limit=500&cursor="+url.QueryEscape(cursor))
		items = append(items, p.Items...)
		if cursor = p.Next; cursor == "" {
			return items
		}
	}
}

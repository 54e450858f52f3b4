package sqlstore

import (
	"testing"
	"time"

	"reportfill/templates"
)

// What was read before a change is not held after it.
func TestLatestForgetsAtAChange(t *testing.T) {
	var l latest
	_, before, _ := l.get("a")
	l.put("a", numbered{version: 1, exists: true, read: time.Now()}, before)
	if n, _, ok := l.get("a"); !ok || n.version != 1 {
		t.Errorf("got %+v, %t, want version 1", n, ok)
	}
	_, during, _ := l.get("b")
	l.changed()
	if n, _, ok := l.get("a"); ok {
		t.Errorf("after a change: %+v is still held", n)
	}
	l.put("b", numbered{version: 1, exists: true, read: time.Now()}, during)
	if n, _, ok := l.get("b"); ok {
		t.Errorf("%+v was read before the change, and is held after it", n)
	}
	_, after, _ := l.get("a")
	l.put("a", numbered{version: 2, read: time.Now().Add(-latestAge)}, after)
	if n, _, ok := l.get("a"); ok {
		t.Errorf("%+v is held for longer than %v", n, latestAge)
	}
}

// Another process that shares the file sees a new version a moment later.
func TestLatestOfAnotherProcess(t *testing.T) {
	folder := t.TempDir()
	one, other := open(t, folder), open(t, folder)
	if _, exists, err := other.LastVersion(t.Context(), "brief"); exists || err != nil {
		t.Fatalf("before there is one: %t, %v", exists, err)
	}
	draft := &templates.Template{ID: "brief", Version: 1, SHA256: "00", Size: 4, CreatedAt: time.Now()}
	if err := one.InsertTemplate(t.Context(), draft, []byte("docx"), nil); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(2 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		v, exists, err := other.LastVersion(t.Context(), "brief")
		if err != nil || time.Now().After(deadline) {
			t.Fatalf("got version %d, %t, %v", v, exists, err)
		}
		if v == 1 && exists {
			return
		}
	}
}

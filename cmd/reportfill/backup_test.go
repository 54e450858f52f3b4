package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestBackupAmongWrites copies the database of a service that writes. What was
// acknowledged before is in the copy, and nothing is there by half.
func TestBackupAmongWrites(t *testing.T) {
	data, restored, copied := t.TempDir(), filepath.Join(t.TempDir(), "data"), filepath.Join(t.TempDir(), "copy.db")
	o := newOffice(t, startProcess(t, "--data", data).url)
	workUntil(t, o, func() { o.await(t, 30) })
	before := o.acknowledgedSoFar()
	workUntil(t, o, func() {
		o.await(t, 10)
		reportfill(t, "backup", copied, "--data", data)
		o.await(t, 10)
	})
	o.verifyAll(t)

	reportfill(t, "restore", copied, "--data", restored)
	before.noteSent(o)
	before.url = startProcess(t, "--data", restored).url
	before.verify(t)
}

// acknowledgedSoFar is an office that works no more and has acknowledged what o has.
func (o *office) acknowledgedSoFar() *office {
	before := &office{report: o.report, finals: slices.Clone(o.finals)}
	for _, c := range o.clerks {
		before.clerks = append(before.clerks, &clerk{fields: c.fields, taken: slices.Clone(c.taken)})
	}
	return before
}

// noteSent takes over how far the other office has come since.
func (o *office) noteSent(later *office) {
	o.begun = later.begun
	for i, c := range later.clerks {
		o.clerks[i].sent = c.sent
	}
}

// reportfill runs a command that must succeed.
func reportfill(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("reportfill", args...).CombinedOutput(); err != nil {
		t.Errorf("reportfill %v: %v\n%s", args, err, out)
	}
}

package main

import (
	"math/rand/v2"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"

	"reportfill/templates/storetest"
)

// TestKilled kills a service (SIGKILL) at random moments among writes. Each time
// it is started again, all that it acknowledged is there, and nothing by half.
// REPORTFILL_TEST_KILLS is how many times.
func TestKilled(t *testing.T) {
	kills := 5
	if text := os.Getenv("REPORTFILL_TEST_KILLS"); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatalf("REPORTFILL_TEST_KILLS: %v", err)
		}
	}
	t.Run("sqlite", func(t *testing.T) { killOften(t, kills, "--data", t.TempDir()) })
	t.Run("postgres", func(t *testing.T) { killOften(t, kills, "--database", storetest.Postgres(t)) })
}

func killOften(t *testing.T, kills int, flags ...string) {
	p := startProcess(t, flags...)
	o := newOffice(t, p.url)
	for range kills {
		workAndKill(t, o, p)
		p = startProcess(t, flags...)
		o.url = p.url
		if o.verify(t); t.Failed() {
			return
		}
	}
	o.verifyAll(t)
	t.Logf("%d kills, %d writes acknowledged", kills, o.acknowledged.Load())
}

// workAndKill kills the process at a random moment after an acknowledgement.
func workAndKill(t *testing.T, o *office, p *process) {
	t.Helper()
	workUntil(t, o, func() {
		o.await(t, 1)
		time.Sleep(rand.N(150 * time.Millisecond))
		if code := p.end(t, syscall.SIGKILL); code != -1 {
			t.Fatalf("the service was to be killed and ended by itself with %d: %s", code, p.log())
		}
	})
}

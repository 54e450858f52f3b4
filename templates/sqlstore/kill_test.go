package sqlstore

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	process "os/exec"
	"strconv"
	"testing"
	"time"

	"reportfill/templates"
	"reportfill/templates/storetest"
)

const (
	childDSN = "REPORTFILL_TEST_CHILD_DSN" // set in the process that is killed
	killings = "REPORTFILL_TEST_KILLS"     // how many times each database's is
)

// TestKilled kills a process that writes (SIGKILL) at random moments. After
// each: all that it acknowledged is there, and nothing is half there.
func TestKilled(t *testing.T) {
	times := 20
	if text := os.Getenv(killings); text != "" {
		var err error
		if times, err = strconv.Atoi(text); err != nil {
			t.Fatalf("%s: %v", killings, err)
		}
	}
	databases(t, func(t *testing.T, dsn string) {
		s, err := Open(context.Background(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		log := storetest.NewLog(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		acknowledged := 0
		for range times {
			acknowledged += writeAndKill(t, dsn, log)
			settle(t, dsn)
			s, err := Open(context.Background(), dsn)
			if err != nil {
				t.Fatal(err)
			}
			log.Verify(t, s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		t.Logf("%d processes killed, %d writes acknowledged", times, acknowledged)
		if acknowledged < times {
			t.Error("too few writes to tell anything")
		}
	})
}

// writeAndKill starts a child, kills it a random time after its first
// acknowledgement and gives the number of them.
func writeAndKill(t *testing.T, dsn string, log *storetest.Log) int {
	t.Helper()
	child := process.Command(os.Args[0], "-test.run=^TestChild$", "-test.v=false")
	child.Env = append(os.Environ(), childDSN+"="+dsn)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	n := 0
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if n == 0 {
			time.AfterFunc(rand.N(40*time.Millisecond), func() { _ = child.Process.Kill() })
		}
		n++
		log.Acknowledge(t, lines.Text())
	}
	if err := child.Wait(); err == nil || child.ProcessState.Exited() {
		t.Fatalf("the child was to be killed, and ended by itself: %v", err)
	}
	return n
}

// TestChild is the process that TestKilled kills.
func TestChild(t *testing.T) {
	dsn := os.Getenv(childDSN)
	if dsn == "" {
		t.Skip("only as a child of TestKilled")
	}
	s, err := Open(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	var store templates.Store = s
	storetest.WriteForever(store, func(line string) { fmt.Println(line) })
}

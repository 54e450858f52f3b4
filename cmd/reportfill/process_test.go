package main

import (
	"bufio"
	"encoding/json"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// process is a service in a process of its own, which a test may end as it likes.
type process struct {
	url string
	cmd *exec.Cmd

	mu    sync.Mutex
	lines []string // of its log
	ended chan struct{}
}

// startProcess serves on a port of its own, with the flags.
func startProcess(t *testing.T, flags ...string) *process {
	t.Helper()
	return startCommand(t, exec.Command("reportfill", serveFlags(flags)...))
}

func serveFlags(flags []string) []string {
	return append([]string{"serve", "--listen", "127.0.0.1:0"}, flags...)
}

// startCommand starts a command that serves, and waits until it does.
func startCommand(t *testing.T, cmd *exec.Cmd) *process {
	t.Helper()
	p := &process{cmd: cmd, ended: make(chan struct{})}
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.end(t, syscall.SIGKILL) })
	serving := make(chan string, 1)
	go func() {
		defer close(p.ended)
		for lines := bufio.NewScanner(log); lines.Scan(); {
			p.mu.Lock()
			p.lines = append(p.lines, lines.Text())
			p.mu.Unlock()
			var line struct{ Msg, Address string }
			if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "serving" {
				serving <- line.Address
			}
		}
	}()
	select {
	case address := <-serving:
		p.url = "http://" + address
	case <-p.ended:
		t.Fatalf("the service did not start: %s", p.log())
	case <-time.After(30 * time.Second):
		t.Fatalf("the service did not start in time: %s", p.log())
	}
	return p
}

// end sends the signal, waits, and gives the exit code: -1 for a process that
// the signal killed. A second time it does nothing.
func (p *process) end(t *testing.T, s syscall.Signal) int {
	t.Helper()
	if p.cmd.ProcessState == nil {
		if err := p.cmd.Process.Signal(s); err != nil {
			t.Errorf("signal %v: %v", s, err)
		}
		<-p.ended
		_ = p.cmd.Wait() // the exit code says it
	}
	return p.cmd.ProcessState.ExitCode()
}

func (p *process) log() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.lines, "\n")
}

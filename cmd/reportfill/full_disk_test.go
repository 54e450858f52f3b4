package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk fills the disk under a running service. It refuses writes, goes
// on reading and filling, and writes again once there is room.
func TestFullDisk(t *testing.T) {
	p, folder := startOnSmallDisk(t)
	o := newOffice(t, p.url)
	values := o.report + "/values"
	o.must(t, http.MethodPatch, values, `{"city": "淮州"}`, 200)

	filler := filepath.Join(folder, "filler")
	fillUp(t, filler)
	refused := patchUntilRefused(t, o, values)
	for _, want := range []string{`"code":"unavailable"`, "数据库暂时无法使用"} {
		if !strings.Contains(string(refused.body), want) {
			t.Errorf("on a full disk the answer lacks %s: %s", want, refused.body)
		}
	}
	before := get[map[string]any](t, o, o.report)
	o.must(t, http.MethodPatch, values, `{"city": "`+strings.Repeat("长", 50_000)+`"}`, 503)
	o.must(t, http.MethodPost, "/api/v1/reports", `{"template": "workreport", "values": {"city": "`+strings.Repeat("长", 50_000)+`"}}`, 503)
	o.must(t, http.MethodPost, "/api/v1/templates/workreport/fill", o.values, 200)
	o.must(t, http.MethodGet, "/healthz", "", 200)
	if got, want := fmt.Sprint(get[map[string]any](t, o, o.report)), fmt.Sprint(before); got != want {
		t.Errorf("after refused writes the report is %s, want %s", got, want)
	}
	if !strings.Contains(p.log(), "database or disk is full") {
		t.Errorf("the log does not tell the operator why: %s", p.log())
	}

	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	o.must(t, http.MethodPatch, values, `{"city": "淮南"}`, 200)
	after := get[struct{ Values struct{ City string } }](t, o, o.report)
	if after.Values.City != "淮南" {
		t.Errorf("with room again the city is %q, want 淮南", after.Values.City)
	}
	if code := p.end(t, syscall.SIGTERM); code != exitOK {
		t.Errorf("exit code %d, want %d: %s", code, exitOK, p.log())
	}
}

// startOnSmallDisk serves in a mount namespace that no other process sees, with
// its data on a tmpfs of 16 MiB, which goes with the process. It gives the
// folder as this process reaches it.
func startOnSmallDisk(t *testing.T) (p *process, folder string) {
	t.Helper()
	data := t.TempDir()
	const mount = `mount -t tmpfs -o size=16m tmpfs "$0" && `
	inside := func(command string, args ...string) *exec.Cmd {
		return exec.Command("unshare", append([]string{"--map-root-user", "--mount", "sh", "-c", mount + command, data}, args...)...)
	}
	if out, err := inside("true").CombinedOutput(); err != nil {
		t.Skipf("this machine lets no tmpfs be mounted: %v: %s", err, out)
	}
	p = startCommand(t, inside(`exec reportfill "$@"`, serveFlags([]string{"--data", data})...))
	return p, filepath.Join(fmt.Sprintf("/proc/%d/root", p.cmd.Process.Pid), data)
}

// fillUp writes a file until the disk is full.
func fillUp(t *testing.T, name string) {
	t.Helper()
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 64 << 10; size > 0; size /= 2 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
}

// patchUntilRefused writes into what room the log of the database still has.
func patchUntilRefused(t *testing.T, o *office, path string) answered {
	t.Helper()
	for n := range 1000 {
		a, err := o.send(t.Context(), http.MethodPatch, path, fmt.Sprintf(`{"city": "第%d市"}`, n), "")
		if err != nil {
			t.Fatal(err)
		}
		if a.status != 200 {
			var problem struct{ Status int }
			if json.Unmarshal(a.body, &problem) != nil || problem.Status != http.StatusServiceUnavailable {
				t.Fatalf("on a full disk: status %d: %s", a.status, a.body)
			}
			return a
		}
	}
	t.Fatal("a full disk refused nothing")
	return answered{}
}

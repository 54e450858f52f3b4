package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"runtime"
	"testing"
)

// standing is what a service that does nothing still holds.
type standing struct {
	goroutines, files int
	heap              uint64
}

func standingNow(t *testing.T) standing {
	t.Helper()
	http.DefaultClient.CloseIdleConnections()
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("files are counted on Linux alone")
	}
	runtime.GC()
	runtime.GC() // pools let go at the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return standing{runtime.NumGoroutine(), len(files), m.HeapAlloc}
}

// Some thousand fills leave no memory, goroutine or file behind.
func TestSteadyLoadLeavesNothing(t *testing.T) {
	s := serve(t)
	_, example := body(t, s.url+"/api/v1/templates/workreport/example")
	fill := func(n int) {
		for range n {
			response, err := http.Post(s.url+"/api/v1/templates/workreport/fill", "application/json", bytes.NewBufferString(example))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, response.Body); err != nil || response.StatusCode != http.StatusOK {
				t.Fatalf("status %d, %v", response.StatusCode, err)
			}
			response.Body.Close()
		}
	}
	fill(200)
	before := standingNow(t)
	fill(3000)
	after := standingNow(t)
	if after.goroutines > before.goroutines+5 || after.files > before.files+5 || after.heap > before.heap+2<<20 {
		t.Errorf("before 3,000 fills %+v, afterwards %+v", before, after)
	}
}

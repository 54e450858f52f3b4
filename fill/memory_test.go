package fill

import (
	"runtime"
	"testing"
)

// TestMemoryOf holds that a template's own account of its memory is within a
// factor of two of what the heap says.
func TestMemoryOf(t *testing.T) {
	docx := repeatedReport(t, 8)
	heap := func() int64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	p, err := Open(docx, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	tm, err := Compile(p, DefaultSchema(p))
	if err != nil {
		t.Fatal(err)
	}
	p = nil
	taken := heap() - before + int64(len(docx))
	if got := tm.Memory(); got < taken/2 || got > 2*taken {
		t.Errorf("got %d KiB, the heap grew by %d KiB", got>>10, taken>>10)
	}
	t.Logf("%d KiB said, %d KiB taken", tm.Memory()>>10, taken>>10)
	runtime.KeepAlive(tm)
}

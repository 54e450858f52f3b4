package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"reportfill/fill"
	"reportfill/templates/workreport"
)

func builtIn(t testing.TB) *fill.Template {
	t.Helper()
	p, err := fill.Open(workreport.Docx(), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := fill.ParseSchema(workreport.Fields())
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := fill.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// payloads writes n payloads of the built-in report, one a line.
func payloads(t testing.TB, tpl *fill.Template, n int) (path string, one []byte) {
	t.Helper()
	one, err := tpl.Example().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "rows.ndjson")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for range n {
		if _, err := f.Write(append(one, '\n')); err != nil {
			t.Fatal(err)
		}
	}
	return path, one
}

// meter counts what is written, when the first byte came, and the most memory
// that was in use as it was written.
type meter struct {
	bytes int64
	first time.Time
	peak  uint64
	every int64
}

func (m *meter) Write(p []byte) (int, error) {
	if m.bytes == 0 {
		m.first = time.Now()
	}
	before := m.bytes
	m.bytes += int64(len(p))
	if m.every > 0 && before/m.every != m.bytes/m.every {
		m.peak = max(m.peak, inUse())
	}
	return len(p), nil
}

// inUse is the memory that the runtime holds, what it has given back aside.
func inUse() uint64 {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.Sys - s.HeapReleased
}

func runFile(t testing.TB, tpl *fill.Template, path string, w io.Writer) Summary {
	t.Helper()
	s, err := Open(path, "", tpl, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	summary, err := Run(context.Background(), w, tpl, s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// TestManyReportsStreamInConstantMemory holds that memory grows by less than 64
// MiB, whether many reports are made or few, and that the first bytes come long
// before the last.
func TestManyReportsStreamInConstantMemory(t *testing.T) {
	tpl := builtIn(t)
	few, _ := payloads(t, tpl, 200)
	runFile(t, tpl, few, io.Discard)
	runtime.GC()
	idle := inUse()
	path, _ := payloads(t, tpl, 3000)
	m := &meter{every: 1 << 20}
	start := time.Now()
	summary := runFile(t, tpl, path, m)
	took := time.Since(start)
	if summary.Made != 3000 {
		t.Fatalf("summary %+v", summary)
	}
	if m.peak > idle+64<<20 {
		t.Errorf("peak %d MiB, idle %d MiB", m.peak>>20, idle>>20)
	}
	if first := m.first.Sub(start); first > took/4 {
		t.Errorf("the first byte came after %v of %v", first, took)
	}
	t.Logf("3000 reports, %d MiB in %v, first byte after %v; memory %d MiB over %d MiB idle",
		m.bytes>>20, took, m.first.Sub(start), (max(m.peak, idle)-idle)>>20, idle>>20)
}

// BenchmarkZipOf10000 makes 10,000 reports as a zip, and as many single fills of
// the same payloads in the same run.
func BenchmarkZipOf10000(b *testing.B) {
	const n = 10_000
	tpl := builtIn(b)
	path, one := payloads(b, tpl, n)
	runtime.GC()
	idle := inUse()
	zipped, single := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64) // the shortest: the machine is not ours alone
	var m *meter
	var first time.Duration
	for b.Loop() {
		m = &meter{every: 8 << 20}
		start := time.Now()
		runFile(b, tpl, path, m)
		zipped, first = min(zipped, time.Since(start)), m.first.Sub(start)
		start = time.Now()
		for range n {
			vs, err := fill.ParseValues(one)
			if err == nil {
				err = tpl.Fill(io.Discard, vs, fill.Options{})
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		single = min(single, time.Since(start))
	}
	b.ReportMetric(float64(zipped)/float64(single), "ratio")
	b.ReportMetric(first.Seconds()*1000, "ms-to-first-byte")
	b.ReportMetric(float64(max(m.peak, idle)-idle)/(1<<20), "MiB-over-idle")
}

func TestRowsUnderWayAreBounded(t *testing.T) {
	source := &endless{}
	var most int64
	_, _ = Run(context.Background(), &failing{left: 1_000_000}, brief(t), source, Options{Workers: 2, Missing: fill.MissingBlank, Progress: func(s Summary) {
		most = max(most, source.given.Load()-int64(s.Rows))
	}})
	if most > 2*window+4 {
		t.Errorf("%d rows were read ahead, want at most %d", most, 2*window+4)
	}
}

func TestKeep(t *testing.T) {
	errDown := errors.New("the store is down")
	rows := "{\"city\": \"甲\"}\n{\"city\": \"乙\"}\n{\"city\": \"丙\"}\n"
	keep := func(_ context.Context, row *Row, title string) (string, error) {
		if v, _ := row.Values.Get("city"); v.Text == "乙" {
			return "", &Refusal{Problems: []fill.Problem{{Code: "owner", Field: "city", Text: fill.Text{ZH: "由他人填报"}}}}
		}
		return "id-of-" + title, nil
	}
	docs, lines, summary := made(t, "rows.ndjson", []byte(rows), Options{Missing: fill.MissingBlank, Keep: keep, Name: Pattern{parts: []patternPart{{row: true}}}})
	if len(docs) != 2 || summary.Refused != 1 || lines[0][7] != "id-of-1" || lines[1][6] != "由他人填报" {
		t.Errorf("documents %v, summary %+v, results %v", docs, summary, lines)
	}
	path := filepath.Join(t.TempDir(), "rows.ndjson")
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	tpl := brief(t)
	s, err := Open(path, "", tpl, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = Run(context.Background(), io.Discard, tpl, s, Options{Missing: fill.MissingBlank, Keep: func(context.Context, *Row, string) (string, error) {
		return "", errDown
	}})
	if !errors.Is(err, errDown) {
		t.Errorf("error %v, want %v", err, errDown)
	}
}

func TestZipIsTheSameWhateverTheWorkers(t *testing.T) {
	tpl := brief(t)
	var want []byte
	for _, workers := range []int{1, 4} {
		var out bytes.Buffer
		path := filepath.Join(t.TempDir(), "rows.csv")
		data := "city,tax\n"
		for n := range 200 {
			data += fmt.Sprintf("县%d,%d\n", n%150, n-3)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, CSV, tpl, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		pattern, _ := ParsePattern("{city}", "", tpl)
		if _, err := Run(context.Background(), &out, tpl, s, Options{Workers: workers, Missing: fill.MissingBlank, Name: pattern}); err != nil {
			t.Fatal(err)
		}
		_ = s.Close()
		if want == nil {
			want = out.Bytes()
		}
		if !bytes.Equal(out.Bytes(), want) {
			t.Errorf("the zip of %d workers differs", workers)
		}
	}
}

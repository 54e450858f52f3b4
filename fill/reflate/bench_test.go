package reflate

import (
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
)

// The texts of the benchmarks.
var benchmarks = []struct{ size, holes int }{
	{84_000, 120},
	{840_000, 1200},
	{8_400_000, 12_000},
	{4_000_000, 20},
}

// BenchmarkProgram compares a fill with deflating the finished text anew.
func BenchmarkProgram(b *testing.B) {
	for _, bench := range benchmarks {
		name := fmt.Sprintf("%dkB-%d-holes", bench.size/1000, bench.holes)
		p, values := Compile(report(bench.size, bench.holes, 1), 16), figures(bench.holes, 1)
		text := p.AppendText(nil, values)
		b.Run(name+"/fill", func(b *testing.B) {
			b.ReportMetric(float64(p.matches()), "steps")
			benchmark(b, len(text), func(dst []byte) []byte {
				dst, _, _, _ = p.Append(dst, values)
				return dst
			})
		})
		for _, level := range []int{1, 6, 9} {
			b.Run(fmt.Sprintf("%s/level-%d", name, level), func(b *testing.B) {
				deflate := deflater(level)
				benchmark(b, len(text), func(dst []byte) []byte { return deflate(dst, text) })
			})
		}
	}
}

// benchmark reports the size of what f appends and, for machines that have other
// things to do, its shortest time.
func benchmark(b *testing.B, size int, f func(dst []byte) []byte) {
	b.SetBytes(int64(size))
	var out []byte
	best := time.Hour
	for b.Loop() {
		begin := time.Now()
		out = f(out[:0])
		best = min(best, time.Since(begin))
	}
	b.ReportMetric(float64(len(out)), "out-bytes")
	b.ReportMetric(float64(best), "best-ns")
}

// deflater deflates in the ordinary way.
func deflater(level int) func(dst, text []byte) []byte {
	w, err := flate.NewWriter(io.Discard, level)
	if err != nil {
		panic(err)
	}
	sink := new(appender)
	return func(dst, text []byte) []byte {
		sink.bytes = dst
		w.Reset(sink)
		w.Write(text)
		w.Close()
		return sink.bytes
	}
}

func deflated(text []byte, level int) []byte { return deflater(level)(nil, text) }

func BenchmarkCompile(b *testing.B) {
	for _, bench := range append(benchmarks, struct{ size, holes int }{20_000_000, 12_000}) {
		chunks := report(bench.size, bench.holes, 1)
		b.Run(fmt.Sprintf("%dkB-%d-holes", bench.size/1000, bench.holes), func(b *testing.B) {
			b.SetBytes(int64(bench.size))
			var p *Program
			for b.Loop() {
				p = Compile(chunks, 16)
			}
			b.ReportMetric(float64(p.Memory()), "held-bytes")
		})
	}
}

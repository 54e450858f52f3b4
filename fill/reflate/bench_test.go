package reflate

import (
	"fmt"
	"io"
	"testing"

	"github.com/klauspost/compress/flate"
)

// The texts of the benchmarks, and the values' share of them.
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
		chunks, values := report(bench.size, bench.holes, 1), figures(bench.holes, 1)
		p := Compile(chunks, 16)
		b.Run(name+"/fill", func(b *testing.B) {
			out, size, _, _ := p.Append(nil, values)
			b.SetBytes(int64(size))
			for b.Loop() {
				out, _, _, _ = p.Append(out[:0], values)
			}
			b.ReportMetric(float64(len(out)), "out-bytes")
			b.ReportMetric(float64(p.matches()), "moved")
		})
		text := p.AppendText(nil, values)
		for _, level := range []int{1, 6, 9} {
			b.Run(fmt.Sprintf("%s/level-%d", name, level), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				benchmarkLevel(b, text, level)
			})
		}
	}
}

func benchmarkLevel(b *testing.B, text []byte, level int) {
	var out []byte
	deflate := deflater(level)
	for b.Loop() {
		out = deflate(out[:0], text)
	}
	b.ReportMetric(float64(len(out)), "out-bytes")
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

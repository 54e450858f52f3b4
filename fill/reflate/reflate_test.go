package reflate

import (
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// check fills p and tells of every way in which the stream is not the text's.
func check(t *testing.T, p *Program, values [][]byte) (relocated bool) {
	t.Helper()
	want := p.AppendText(nil, values)
	before := []byte("before")
	out, size, crc, ok := p.Append(before, values)
	if ok {
		checkStream(t, "Append", out, size, crc, want)
	} else if !bytes.Equal(out, before) || size != 0 || crc != 0 {
		t.Errorf("Append refused with %d bytes, size %d, crc %x", len(out), size, crc)
	}
	out, size, crc = p.Deflate(before, values)
	checkStream(t, "Deflate", out, size, crc, want)
	return ok
}

func checkStream(t *testing.T, name string, out []byte, size int, crc uint32, want []byte) {
	t.Helper()
	stream, found := bytes.CutPrefix(out, []byte("before"))
	if !found {
		t.Fatalf("%s changed what dst held", name)
	}
	in := bytes.NewReader(stream)
	got, err := io.ReadAll(flate.NewReader(in))
	if err != nil {
		t.Fatalf("%s: inflating: %v", name, err)
	}
	if in.Len() != 0 {
		t.Errorf("%s: %d bytes after the last block", name, in.Len())
	}
	if !bytes.Equal(got, want) {
		t.Fatalf("%s: inflated %d bytes, want %d; first difference at %d", name, len(got), len(want), differ(got, want))
	}
	if size != len(want) || crc != crc32.ChecksumIEEE(want) {
		t.Errorf("%s: size %d, crc %08x; want %d, %08x", name, size, crc, len(want), crc32.ChecksumIEEE(want))
	}
}

func differ(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func noise(n int, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 3))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func repeat(s string, n int) []byte { return bytes.Repeat([]byte(s), n) }

func texts(ss ...string) (bs [][]byte) {
	for _, s := range ss {
		bs = append(bs, []byte(s))
	}
	return bs
}

func all(holes int, value []byte) [][]byte {
	values := make([][]byte, holes)
	for i := range values {
		values[i] = value
	}
	return values
}

// cells is the cells of a large table, each with a hole.
func cells(holes int) [][]byte {
	chunks := [][]byte{[]byte("<w:tbl>")}
	for i := range holes {
		last := len(chunks) - 1
		chunks[last] = fmt.Appendf(chunks[last], `<w:tc><w:tcW w:w="%d"/><w:p><w:r><w:t>`, 900+i*i%7)
		chunks = append(chunks, []byte(`</w:t></w:r></w:p></w:tc>`))
	}
	return chunks
}

// far is a piece that occurs again after so many bytes, with a hole between.
func far(distance int) [][]byte {
	piece := noise(300, 7)
	between := noise(distance-len(piece), 8)
	half := len(between) / 2
	return [][]byte{
		append(bytes.Clone(piece), between[:half]...),
		append(bytes.Clone(between[half:]), piece...),
	}
}

func TestProgram(t *testing.T) {
	chinese := []byte("全市一般公共预算收入")
	tests := []struct {
		name   string
		chunks [][]byte
		values [][]byte
	}{
		{"no chunk at all", nil, nil},
		{"nothing", texts(""), nil},
		{"one byte", texts("x"), nil},
		{"no holes", report(100_000, 0, 1), nil},
		{"one hole alone", texts("", ""), texts("12.5")},
		{"one hole alone and empty", texts("", ""), texts("")},
		{"only holes", make([][]byte, 1001), all(1000, []byte("7"))},
		{"empty chunks", texts("", "a", "", "", "b", ""), texts("1", "22", "", "4444", "5")},
		{"holes at both ends", texts("", "the middle, the middle", ""), texts("first", "last")},
		{"one repeated byte", [][]byte{repeat("a", 70_000), repeat("a", 70_000)}, texts("aaa")},
		{"one repeated byte, cut often", all(3000, repeat("a", 33)), all(2999, []byte("a"))},
		{"noise", [][]byte{noise(100_000, 1), noise(70_000, 2)}, [][]byte{noise(40, 3)}},
		{"bytes that the text lacks", texts("aaaa", "aaaa"), [][]byte{noise(64, 4)}},
		{"Chinese", report(84_000, 120, 2), all(120, chinese)},
		{"figures", report(84_000, 120, 3), figures(120, 3)},
		{"no figures", report(84_000, 120, 3), all(120, nil)},
		{"6,000 holes within one window", all(6001, []byte("abcd")), figures(6000, 6)},
		{"12,000 holes", cells(12_000), figures(12_000, 4)},
		{"a long text", report(600_000, 3, 5), figures(3, 5)},
		{"segments' ends", [][]byte{noise(segmentSize, 5), noise(segmentSize, 5), {}, {}}, texts("1", "2", "3")},
		{"a value of 10,000 bytes", report(84_000, 120, 6), append(figures(119, 6), repeat("长", 3333))},
		{"a value of 100,000 bytes", report(84_000, 120, 6), append(figures(119, 6), noise(100_000, 9))},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, reserve := range []int{0, 16, 40_000} {
				check(t, Compile(test.chunks, reserve), test.values)
			}
		})
	}
}

// Every match that the window allows once the values are in is a match, and
// every other one is written as literals.
func TestProgramWindow(t *testing.T) {
	tests := []struct {
		distance, reserve, value int
		match                    bool
	}{
		{window, 0, 0, true},
		{window, 0, 1, false},
		{window + 1, 0, 0, false},
		{window - 64, 64, 64, true},
		{window - 64, 64, 65, false},
		{window - 63, 64, 64, false},
		{window - 1900, 0, 1900, true},
		{window - 1900, 0, 1901, false},
		{3000, 64, 64, true},
	}
	for _, test := range tests {
		p := Compile(far(test.distance), test.reserve)
		value := repeat("1", test.value)
		out, _, _, ok := p.Append(nil, [][]byte{value})
		if !ok {
			t.Errorf("%+v: refused", test)
		}
		check(t, p, [][]byte{value})
		without := len(p.AppendText(nil, [][]byte{nil})) + test.value // eight bits each, as the noise
		if got := without-len(out) > 100; got != test.match {
			t.Errorf("%+v: %d bytes of %d, a match: %t", test, len(out), without, got)
		}
	}
}

func TestProgramLongestMatch(t *testing.T) {
	piece := noise(maxMatch, 1)
	for _, n := range []int{maxMatch, maxMatch - 1} {
		p := Compile([][]byte{piece, piece[:n]}, 8)
		check(t, p, texts("12.5"))
		if p.matches() != 1 {
			t.Errorf("%d bytes again: %d matches, want 1", n, p.matches())
		}
	}
}

func TestAppendRefusesLongValues(t *testing.T) {
	p := Compile(report(84_000, 120, 1), 50)
	tests := []struct {
		name   string
		values [][]byte
		want   bool
	}{
		{"as expected", all(120, repeat("9", 50)), true},
		{"all in one hole", append(all(119, nil), repeat("9", 6000)), true},
		{"a byte more", append(all(119, nil), repeat("9", 6001)), false},
	}
	for _, test := range tests {
		if got := check(t, p, test.values); got != test.want {
			t.Errorf("%s: ok is %t, want %t", test.name, got, test.want)
		}
	}
}

// A fill is smaller than what the best level makes of the finished text, though
// it was not searched.
func TestAppendSize(t *testing.T) {
	tests := []struct{ size, holes int }{{2000, 1}, {2000, 3}, {10_000, 14}, {84_000, 1}, {84_000, 120}, {400_000, 600}}
	for _, test := range tests {
		p := Compile(report(test.size, test.holes, 1), 16)
		values := figures(test.holes, 1)
		got, _, _, _ := p.Append(nil, values)
		if want := deflated(p.AppendText(nil, values), 9); len(got) > len(want) {
			t.Errorf("%d holes in %d bytes: %d bytes, level 9 makes %d", test.holes, test.size, len(got), len(want))
		}
	}
}

func TestProgramConcurrently(t *testing.T) {
	p := Compile(report(84_000, 120, 1), 16)
	var g sync.WaitGroup
	for i := range 8 {
		g.Go(func() {
			for j := range 20 {
				check(t, p, figures(120, uint64(100*i+j)))
			}
		})
	}
	g.Wait()
}

func TestCompileKeepsItsText(t *testing.T) {
	chunks := texts("some text, ", ", some text")
	p := Compile(chunks, 8)
	clear(chunks[0])
	check(t, p, texts("1"))
	if got, want := string(p.AppendText(nil, texts("1"))), "some text, 1, some text"; got != want {
		t.Errorf("after a change of the chunk: %q, want %q", got, want)
	}
}

func TestAppendPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("one value for two holes: no panic")
		}
	}()
	Compile(make([][]byte, 3), 8).Append(nil, texts("1"))
}

func TestAppendText(t *testing.T) {
	p := Compile(texts("a=", ", b=", "."), 8)
	got := string(p.AppendText([]byte(">"), texts("1", "22")))
	if diff := cmp.Diff(">a=1, b=22.", got); diff != "" {
		t.Error(diff)
	}
}

func TestAppendAllocates(t *testing.T) {
	p, values := Compile(report(84_000, 120, 1), 16), figures(120, 1)
	dst, _, _, _ := p.Append(nil, values)
	dst = make([]byte, 0, 2*cap(dst))
	if n := testing.AllocsPerRun(100, func() { p.Append(dst, values) }); n > 0 {
		t.Errorf("%v allocations a fill, want none", n)
	}
}

// matches is the number of matches that move.
func (p *Program) matches() (n int) {
	for _, s := range p.steps {
		if s.kind() == stepMatch {
			n++
		}
	}
	return n
}

package reflate

import (
	"bytes"
	"testing"
)

// FuzzProgram cuts the fixed text at one mark and the values at another, makes
// the text longer by repeating it, and compares what the stream inflates to
// with the text itself.
func FuzzProgram(f *testing.F) {
	f.Add([]byte("a=|, b=|."), []byte("1|22"), uint8(0), uint16(16))
	f.Add([]byte("||aaaaaaaaaaaaaaaaaaaaaaaaaaaaa|"), []byte("||longer than what was expected of it"), uint8(3), uint16(0))
	f.Add([]byte("<w:t>|</w:t><w:t>|</w:t>"), []byte("12.5|\xff\x00"), uint8(200), uint16(8))
	f.Add(noise(300, 1), noise(300, 2), uint8(130), uint16(1))
	f.Add(bytes.Join(report(4000, 12, 1), []byte("|")), []byte("1|2|3"), uint8(12), uint16(4))
	f.Fuzz(func(t *testing.T, text, fill []byte, times uint8, reserve uint16) {
		if len(text)*int(times) > 300_000 {
			return
		}
		for range times {
			text = append(text, text[:min(len(text), 1000)]...)
		}
		chunks := bytes.Split(text, []byte("|"))
		given := bytes.Split(fill, []byte("|"))
		values := make([][]byte, len(chunks)-1)
		for i := range values {
			values[i] = given[i%len(given)]
		}
		check(t, Compile(chunks, int(reserve)), values)
	})
}

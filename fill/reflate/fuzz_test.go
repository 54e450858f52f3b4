package reflate

import (
	"bytes"
	"testing"
)

// FuzzProgram cuts the fixed text at one mark and the values at another, repeats
// the text, to lengths beyond the window now and then, and compares what the
// stream inflates to with the text itself.
func FuzzProgram(f *testing.F) {
	f.Add([]byte("a=|, b=|."), []byte("1|22"), uint8(0), uint16(16))
	f.Add([]byte("||aaaaaaaaaaaaaaaaaaaaaaaaaaaaa|"), []byte("||longer than what was expected of it"), uint8(3), uint16(0))
	f.Add([]byte("<w:t>|</w:t><w:t>|</w:t>"), []byte("12.5|\xff\x00"), uint8(251), uint16(8))
	f.Add(noise(300, 1), noise(300, 2), uint8(255), uint16(1))
	f.Add(bytes.Join(report(1000, 3, 1), []byte("|")), []byte("1|2|3"), uint8(9), uint16(4))
	f.Fuzz(func(t *testing.T, text, fill []byte, more uint8, reserve uint16) {
		text = text[:min(len(text), 1500)]
		size := len(text) * int(1+more%4)
		if more > 250 {
			size = 1000 + int(more-250)*20_000
		}
		for n := len(text); n > 0 && len(text) < size; {
			text = append(text, text[:n]...)
			text[len(text)-1-int(more)%n]++ // so that not every repetition is alike
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

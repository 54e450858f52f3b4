package fill

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// wellFormed tells what encoding/xml has against a text in UTF-8.
func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

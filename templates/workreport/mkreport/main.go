// Mkreport makes a Word document from its text: mkreport report.txt workreport.docx.
package main

import (
	"fmt"
	"os"

	"reportfill/templates/workreport/gbdoc"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: mkreport text.txt out.docx")
		os.Exit(2)
	}
	if err := convert(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "mkreport:", err)
		os.Exit(1)
	}
}

func convert(text, docx string) error {
	src, err := os.ReadFile(text)
	if err != nil {
		return err
	}
	out, err := gbdoc.Build(string(src))
	if err != nil {
		return fmt.Errorf("%s: %w", text, err)
	}
	return os.WriteFile(docx, out, 0o644)
}

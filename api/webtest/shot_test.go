package webtest

import (
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// shot leaves a picture of the window in the folder REPORTFILL_SHOTS.
func (b *browser) shot(name string) {
	b.t.Helper()
	folder := os.Getenv("REPORTFILL_SHOTS")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

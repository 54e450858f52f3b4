package webtest

import (
	"os"
	"path/filepath"
	"time"

	devtools "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// download gives the document that the browser saves.
func (b *browser) download() []byte {
	b.t.Helper()
	folder := b.t.TempDir()
	_, err := chromedp.CallBrowser(b.ctx, devtools.SetDownloadBehavior, devtools.SetDownloadBehaviorParams{
		Behavior: devtools.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
		BrowserContextID: chromedp.FromContext(b.ctx).BrowserContextID,
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.focusOn(`#download`)
	b.press(kb.Enter)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		files, err := filepath.Glob(filepath.Join(folder, "*.docx"))
		if err != nil {
			b.t.Fatal(err)
		}
		if len(files) == 1 {
			docx, err := os.ReadFile(files[0])
			if err != nil {
				b.t.Fatal(err)
			}
			return docx
		}
	}
	b.t.Fatal("nothing was downloaded")
	return nil
}

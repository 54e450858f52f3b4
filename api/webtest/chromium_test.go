package webtest

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long anything in a browser may take.
const patience = 60 * time.Second

// required tells whether the test environment must have the tool.
func required(tool string) bool {
	return strings.Contains(os.Getenv("REPORTFILL_TEST_REQUIRE"), tool)
}

// chromium is the one browser process of the package's tests.
var chromium struct {
	start sync.Once
	ctx   context.Context
	stop  func()
	err   error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if chromium.stop != nil {
		chromium.stop()
	}
	os.Exit(code)
}

func launch(path string) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
	)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopBrowser := chromedp.NewContext(allocator)
	chromium.ctx, chromium.err = ctx, chromedp.Do(ctx)
	chromium.stop = func() { stopBrowser(); stopAllocator() }
}

func findChromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if required("chromium") {
		t.Fatal("REPORTFILL_TEST_REQUIRE names chromium, and none is on the PATH")
	}
	t.Skip("no chromium on the PATH: the pages are not tested in a browser")
	return ""
}

// browser is one person's browser: a tab with cookies and storage of its own.
// What the page throws fails the test.
type browser struct {
	t      *testing.T
	ctx    context.Context
	opened bool // whether it was at any page yet
}

// size is a window in CSS pixels.
type size struct{ width, height int64 }

var (
	desktop = size{1280, 900}
	narrow  = size{360, 740}
)

func newBrowser(t *testing.T, language string, window size) *browser {
	t.Helper()
	path := findChromium(t)
	chromium.start.Do(func() { launch(path) })
	if chromium.err != nil {
		t.Fatalf("chromium does not start: %v", chromium.err)
	}
	b := &browser{t: t}
	ctx, cancel := chromedp.NewContext(chromium.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	t.Cleanup(cancel)
	b.ctx = ctx
	if err := chromedp.Do(ctx); err != nil { // the first step makes the tab, and must not end by a timeout
		t.Fatal(err)
	}
	call(b, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
		UserAgent: "reportfill-webtest", AcceptLanguage: language,
	})
	b.do(chromedp.EmulateViewport(window.width, window.height))
	return b
}

// hear listens to what the page throws and writes to its console.
func (b *browser) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		b.t.Errorf("the page throws at %s:%d: %s %+v", d.URL, d.LineNumber+1, d.Text, d.Exception)
	case *runtime.EventConsoleAPICalled:
		for _, a := range e.Args {
			b.t.Logf("console.%s: %s", e.Type, a.Value)
		}
	}
}

// do takes the steps, or ends the test.
func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// open goes to an address and waits for the page; before, for the page that is still
// on its way, which would be taken for it.
func (b *browser) open(url string) {
	b.t.Helper()
	if b.opened {
		b.until("the page before is loaded", `document.readyState === 'complete'`)
	}
	b.opened = true
	b.do(chromedp.Navigate(url))
}

// see waits until something is there to be seen.
func (b *browser) see(css chromedp.CSS) {
	b.t.Helper()
	b.do(chromedp.WaitVisible(css))
}

// press sends keys to wherever the focus is.
func (b *browser) press(keys string, modifiers ...chromedp.Modifier) {
	b.t.Helper()
	b.do(chromedp.KeyEvent(keys, chromedp.KeyModifiers(modifiers...)))
}

// call sends a command of the devtools protocol.
func call[P, R any](b *browser, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	out, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return out
}

// eval gives what a script's expression, or the promise that it is, comes to.
func eval[T any](b *browser, script string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%v in the script %.200s", err, script)
	}
	return out
}

// until waits for an expression of the page to become true, be it on the page that
// comes next.
func (b *browser) until(what, expression string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		_, err := chromedp.Run(ctx, chromedp.Poll[chromedp.Void](expression,
			chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(patience)))
		switch {
		case err == nil:
			return
		case ctx.Err() != nil || !hasLeft(err):
			b.t.Fatalf("waited until %s: %v", what, err)
		}
	}
}

// hasLeft tells whether a script ended because its page did.
func hasLeft(err error) bool {
	return strings.Contains(err.Error(), "Cannot find context") ||
		strings.Contains(err.Error(), "context was destroyed") ||
		strings.Contains(err.Error(), "navigated or closed")
}

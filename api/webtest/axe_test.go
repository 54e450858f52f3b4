package webtest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// axeFolder is the folder of the npm package axe-core.
const axeFolder = "REPORTFILL_AXE"

// axe gives the source of axe-core, or skips the test.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(os.Getenv(axeFolder), "axe.min.js"))
	if err == nil {
		return string(source)
	}
	if required("axe") {
		t.Fatalf("REPORTFILL_TEST_REQUIRE names axe, and %s holds no axe.min.js: %v", axeFolder, err)
	}
	t.Skipf("%s names no folder with axe.min.js: the pages are not tested for accessibility", axeFolder)
	return ""
}

// violation is what axe-core finds wrong.
type violation struct {
	ID, Help, Impact string
	Nodes            []string
}

// audit lets axe-core look at the page as it stands.
func (b *browser) audit(source, page string) {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](source))
	for _, v := range eval[[]violation](b, `axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => ({
		ID: v.id, Help: v.help, Impact: v.impact, Nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary)})))`) {
		b.t.Errorf("%s: %s (%s): %s\n%q", page, v.ID, v.Impact, v.Help, v.Nodes)
	}
}

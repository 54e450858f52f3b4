package main

import (
	"time"

	"github.com/schollz/progressbar/v3"

	"reportfill/fill"
	"reportfill/templates/batch"
)

// bar shows on a terminal how far a batch has come. Anywhere else it shows
// nothing, so that logs stay readable.
type bar struct {
	bar *progressbar.ProgressBar // nil where standard error is no terminal
}

// bar makes a bar of so many rows; 0 where that is not known.
func (in *invocation) bar(rows int) *bar {
	if !isTerminal(in.stderr) {
		return &bar{}
	}
	if rows == 0 {
		rows = -1 // a spinner
	}
	return &bar{progressbar.NewOptions(rows,
		progressbar.OptionSetWriter(in.stderr),
		progressbar.OptionSetDescription(fill.Text{ZH: "生成报告", EN: "Making reports"}.In(in.lang)),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionFullWidth(),
		progressbar.OptionClearOnFinish(),
	)}
}

// show shows how far the batch is. A terminal that is gone stops no batch.
func (b *bar) show(s batch.Summary) {
	if b.bar != nil {
		_ = b.bar.Set(s.Rows)
	}
}

// end clears the bar.
func (b *bar) end() {
	if b.bar != nil {
		_ = b.bar.Finish()
	}
}

package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/templates"
)

// Run runs the suite. open gives an empty store that is closed with the test.
func Run(t *testing.T, open func(*testing.T) templates.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, templates.Store)
	}{
		{"Ready", testReady},
		{"TemplateVersions", testTemplateVersions},
		{"TemplateConflicts", testTemplateConflicts},
		{"TemplateDelete", testTemplateDelete},
		{"TemplateList", testTemplateList},
		{"DocumentShared", testDocumentShared},
		{"Report", testReport},
		{"ReportReferences", testReportReferences},
		{"ReportUpdate", testReportUpdate},
		{"ReportCompare", testReportCompare},
		{"ReportCompareRace", testReportCompareRace},
		{"ReportRace", testReportRace},
		{"ReportFinal", testReportFinal},
		{"ReportDelete", testReportDelete},
		{"ReportDeleteRefused", testReportDeleteRefused},
		{"ReportList", testReportList},
		{"ReportPages", testReportPages},
		{"History", testHistory},
		{"Receipt", testReceipt},
		{"ReceiptIsPartOfTheChange", testReceiptIsPartOfTheChange},
		{"ReceiptForgotten", testReceiptForgotten},
		{"Token", testToken},
		{"Session", testSession},
		{"PatchesAtOnce", testPatchesAtOnce},
		{"PatchesIfMatch", testPatchesIfMatch},
		{"CreateOnce", testCreateOnce},
		{"FinalizeAmongPatches", testFinalizeAmongPatches},
		{"DeleteAmongPatches", testDeleteAmongPatches},
		{"DeletedOnce", testDeletedOnce},
		{"Cursors", testCursors},
		{"Cancelled", testCancelled},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

func testReady(t *testing.T, s templates.Store) {
	if err := s.Ready(context.Background()); err != nil {
		t.Errorf("Ready of a new store: %v", err)
	}
}

func testCancelled(t *testing.T, s templates.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.InsertTemplate(ctx, template("gone", 1), docx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("InsertTemplate under an ended context: got %v, want %v", err, context.Canceled)
	}
	_, err := s.Template(context.Background(), templates.Ref{ID: "gone"})
	want(t, "what a cancelled insert left", err, templates.ErrNotFound)
}

// want fails unless err is the target; a nil target wants no error.
func want(t *testing.T, what string, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("%s: got error %v, want %v", what, err, target)
	}
}

// must stops the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

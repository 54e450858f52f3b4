package templates_test

import (
	"context"
	"errors"
	"testing"

	"reportfill/templates"
)

// vanishing is a store in which a report is deleted just before another is written.
type vanishing struct {
	templates.Store
	report string
}

func (s vanishing) InsertReport(ctx context.Context, rep *templates.Report, e templates.Entry, last *templates.Begun, r *templates.Receipt) error {
	return errors.Join(s.DeleteReport(ctx, s.report, 0), s.Store.InsertReport(ctx, rep, e, last, r))
}

func (s vanishing) CompareReport(ctx context.Context, rep *templates.Report, e templates.Entry, last *templates.Begun, r *templates.Receipt) error {
	return errors.Join(s.DeleteReport(ctx, s.report, 0), s.Store.CompareReport(ctx, rep, e, last, r))
}

// A last year's report that is deleted while it is being named is what is told of,
// and not the report or the template that it is named in.
func TestPreviousVanishes(t *testing.T) {
	o, ctx := yearly(t), context.Background()
	id := o.yearly(t, admin, "", `{}`).Report.ID
	for name, act := range map[string]func(r *templates.Reports, previous string) error{
		"create": func(r *templates.Reports, previous string) error {
			_, err := r.Create(ctx, admin, templates.NewReport{Template: templates.Ref{ID: "yearly"}, Previous: previous}, templates.Once{})
			return err
		},
		"compare": func(r *templates.Reports, previous string) error {
			_, err := r.Compare(ctx, admin, id, 0, previous)
			return err
		},
	} {
		last := o.yearly(t, admin, "", `{}`).Report.ID
		err := act(templates.NewReports(vanishing{o.store, last}, o.library, o.watch.now), last)
		var input *templates.InputError
		if !errors.As(err, &input) || input.Member != "previous" {
			t.Errorf("%s: got %v, want an error of the member previous", name, err)
		}
	}
}

package templates_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

var (
	system  = templates.Actor{Token: "t-system", Name: "预算系统", Role: templates.RoleSystem, Owner: "预算科"}
	stray   = templates.Actor{Token: "t-stray", Name: "统计系统", Role: templates.RoleSystem}
	clerk   = templates.Actor{Token: "t-clerk", Name: "高会计", Role: templates.RoleClerk, Owner: "国库科"}
	admin   = templates.Actor{Token: "t-admin", Name: "管理员", Role: templates.RoleAdmin}
	noOwner = templates.Actor{Name: "local", Role: templates.RoleAuthor}
)

const budgetFields = `
title: 预算执行情况
fields:
  city:     {label: 市名, kind: text}
  revenue:  {label: 财政收入, kind: decimal, unit: 亿元, validate: gte=0, owner: 预算科}
  spending: {label: 财政支出, kind: decimal, unit: 亿元, validate: gte=0, owner: 国库科}
  balance:  {label: 结余, kind: decimal, unit: 亿元, owner: 预算科}
  note:     {label: 说明, kind: text, required: false}
placeholders: [city, revenue, spending, balance, "-", note]
computed:
  balance: {is: revenue - spending, decimals: 2}
checks:
  - {check: spending <= revenue, severity: error, message: 支出不应超过收入}
  - {check: spending > 1, severity: warning, message: 支出过小，请核对}
`

func budgetDocx() []byte {
	return filltest.Docx("X市财政收入完成X亿元，支出X亿元，结余X亿元。", "附件X，说明：X")
}

// office is a library with one small template and the reports made from it.
type office struct {
	*templates.Reports
	library *templates.Library
	store   templates.Store
	watch   *watch
}

func newOffice(t *testing.T) *office {
	t.Helper()
	s, w := openStore(t), newWatch()
	l := templates.NewLibrary(s, templates.LibraryOptions{Now: w.now})
	create(t, l, draft(t, "budget", ""))
	return &office{Reports: templates.NewReports(s, l, w.now), library: l, store: s, watch: w}
}

func values(t *testing.T, text string) fill.Values {
	t.Helper()
	vs, err := fill.ParseValues([]byte(text))
	must(t, err)
	return vs
}

// begin makes a report with the values.
func (o *office) begin(t *testing.T, a templates.Actor, text string) *templates.State {
	t.Helper()
	n := templates.NewReport{Template: templates.Ref{ID: "budget"}, Title: "二〇二六年预算", Values: values(t, text)}
	s, err := o.Create(context.Background(), a, n, templates.Once{})
	must(t, err)
	return s
}

func (o *office) patch(t *testing.T, a templates.Actor, id, text string) *templates.State {
	t.Helper()
	s, err := o.Patch(context.Background(), a, id, 0, values(t, text))
	must(t, err)
	return s
}

// held gives the values of a report as field=text unit.
func held(rep *templates.Report) []string {
	var all []string
	for _, h := range rep.Values {
		all = append(all, h.Field+"="+h.Text+h.Unit)
	}
	return all
}

func codes(ps []fill.Problem) []string {
	var all []string
	for _, p := range ps {
		all = append(all, p.Field+":"+string(p.Code))
	}
	return all
}

func TestDraftDocument(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := o.begin(t, admin, `{"city": "淮州"}`).Report.ID
	_, err := o.Docx(ctx, id, fill.MissingError)
	want(t, "missing values refused", err, fill.ErrInvalid)
	for m, text := range map[fill.Missing]string{
		fill.MissingKeep:  "淮州市财政收入完成X亿元，支出X亿元，结余X亿元。",
		fill.MissingBlank: "淮州市财政收入完成亿元，支出亿元，结余亿元。",
	} {
		doc, err := o.Docx(ctx, id, m)
		must(t, err)
		same(t, "hash", doc.SHA256, templates.HashOf(doc.Bytes))
		p, err := fill.Open(doc.Bytes, fill.Limits{})
		must(t, err)
		paragraphs, err := p.Paragraphs()
		must(t, err)
		same(t, "text", paragraphs[0].Text, text)
	}
}

func TestPrevious(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	last := o.begin(t, admin, `{"revenue": 11, "city": "淮州"}`).Report.ID
	n := templates.NewReport{Template: templates.Ref{ID: "budget", Version: 1}, Previous: last}
	s, err := o.Create(ctx, admin, n, templates.Once{})
	must(t, err)
	same(t, "title from the template", s.Report.Title, "预算执行情况")
	revenue, _ := s.Previous.Get("revenue")
	same(t, "last year's revenue", revenue.Text, "11")
	s = o.patch(t, admin, s.Report.ID, `{"revenue": 120000, "spending": 10, "city": "淮州"}`)
	same(t, "warnings", codes(s.Result.Warnings), []string{"revenue:magnitude"})
	same(t, "warnings counted", s.Report.Progress.Warnings, 1)
	again, err := o.Get(ctx, s.Report.ID)
	must(t, err)
	same(t, "warnings on reading", codes(again.Result.Warnings), []string{"revenue:magnitude"})
	final, err := o.Finalize(ctx, admin, s.Report.ID, 0, templates.Once{})
	must(t, err)
	same(t, "warnings counted of the final report", final.Report.Progress.Warnings, 1)
	n.Title = " \u3000"
	s, err = o.Create(ctx, admin, n, templates.Once{})
	must(t, err)
	same(t, "title in place of a blank one", s.Report.Title, "预算执行情况")
	for _, none := range []string{"x\x00", "00000000-0000-7000-8000-000000000000"} {
		n.Previous = none
		_, err = o.Create(ctx, admin, n, templates.Once{})
		want(t, "previous "+none, err, templates.ErrInput)
	}
}

func TestCreateReportRefused(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	for what, n := range map[string]templates.NewReport{
		"no template":    {Template: templates.Ref{ID: "other"}},
		"no version":     {Template: templates.Ref{ID: "budget", Version: 2}},
		"no id":          {},
		"title too long": {Template: templates.Ref{ID: "budget"}, Title: strings.Repeat("长", 201)},
	} {
		_, err := o.Create(ctx, admin, n, templates.Once{})
		want(t, what, err, templates.ErrInput)
	}
	p, err := o.List(ctx, templates.ReportQuery{})
	must(t, err)
	same(t, "reports", p.Total, 0)
	for _, id := range []string{"", "x\x00", "00000000-0000-7000-8000-000000000000"} {
		_, err = o.Get(ctx, id)
		want(t, "get of "+id, err, templates.ErrNotFound)
		_, err = o.Patch(ctx, admin, id, 0, nil)
		want(t, "patch of "+id, err, templates.ErrNotFound)
		_, err = o.History(ctx, id, templates.HistoryQuery{})
		want(t, "history of "+id, err, templates.ErrNotFound)
	}
}

// The same request that comes many times at once makes one report.
func TestCreateReportOnce(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	n := templates.NewReport{Template: templates.Ref{ID: "budget"}, Values: values(t, `{"revenue": 12.30}`)}
	once := templates.Once{Key: "k", Body: "b"}
	states := make([]*templates.State, 10)
	var wg sync.WaitGroup
	for i := range states {
		wg.Go(func() {
			var err error
			if states[i], err = o.Create(ctx, admin, n, once); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	must(t, ctx.Err())
	first := states[0].Report
	o.patch(t, admin, first.ID, `{"revenue": 13}`)
	again, err := o.Create(ctx, admin, n, once)
	must(t, err)
	for _, s := range append(states[1:], again) {
		same(t, "answer", s.Report, first)
	}
	p, err := o.List(ctx, templates.ReportQuery{})
	must(t, err)
	same(t, "reports", p.Total, 1)
	_, err = o.Create(ctx, admin, n, templates.Once{Key: "k", Body: "other"})
	want(t, "another body", err, templates.ErrKeyUsed)
	o.watch.pass(8 * 24 * time.Hour)
	_, err = o.Create(ctx, admin, n, templates.Once{Key: "other", Body: "b"})
	must(t, err)
	_, err = o.Create(ctx, admin, n, templates.Once{Key: "k", Body: "other"})
	want(t, "another body a week later", err, nil)
}

// A report's id counts in capitals too, as some systems write a UUID.
func TestReportIDInCapitals(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	first := o.begin(t, admin, `{"revenue": 12.30, "spending": 10, "city": "淮州"}`).Report.ID
	_, err := o.Finalize(ctx, admin, strings.ToUpper(first), 0, templates.Once{})
	must(t, err)
	_, err = o.Final(ctx, strings.ToUpper(first))
	must(t, err)
	id := o.begin(t, admin, `{}`).Report.ID
	o.patch(t, admin, strings.ToUpper(id), `{"revenue": 12.30}`)
	s, err := o.Compare(ctx, admin, id, 0, strings.ToUpper(first))
	must(t, err)
	same(t, "previous", s.Report.Previous, first)
	p, err := o.History(ctx, strings.ToUpper(id), templates.HistoryQuery{})
	must(t, err)
	same(t, "entries", len(p.Items), 3)
	must(t, o.Delete(ctx, strings.ToUpper(id), 0))
	n := templates.NewReport{Template: templates.Ref{ID: "budget"}, Previous: strings.ToUpper(first)}
	s, err = o.Create(ctx, admin, n, templates.Once{})
	must(t, err)
	same(t, "previous of a new one", s.Report.Previous, first)
}

package templates_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
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

func TestLifeOfAReport(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	s := o.begin(t, system, `{"revenue": 12.30}`)
	id := s.Report.ID
	same(t, "status", s.Report.Status, templates.StatusDraft)
	same(t, "template", s.Report.Template, templates.Ref{ID: "budget", Version: 1})
	same(t, "progress", s.Report.Progress, templates.Progress{Fields: 4, Given: 1, Missing: 2, Waiting: []string{"国库科"}})
	same(t, "problems", codes(s.Result.Problems), []string{"city:missing", "spending:missing"})

	o.watch.pass(time.Hour)
	s = o.patch(t, clerk, id, `{"spending": 20, "city": "淮州"}`)
	same(t, "status where a check fails", s.Report.Status, templates.StatusDraft)
	same(t, "progress where a check fails", s.Report.Progress, templates.Progress{Fields: 4, Given: 3, Problems: 1})
	_, err := o.Finalize(ctx, clerk, id, 0, templates.Once{})
	want(t, "finalize where a check fails", err, fill.ErrInvalid)

	s = o.patch(t, clerk, id, `{"spending": {"value": 100000, "unit": "万元"}}`)
	same(t, "status", s.Report.Status, templates.StatusComplete)
	same(t, "held", held(s.Report), []string{"city=淮州", "revenue=12.30", "spending=100000万元"})
	same(t, "revision", s.Report.Revision, int64(3))
	before, err := o.Docx(ctx, id, fill.MissingError)
	must(t, err)

	s, err = o.Finalize(ctx, clerk, id, 3, templates.Once{})
	must(t, err)
	same(t, "status", s.Report.Status, templates.StatusFinal)
	same(t, "who made it final", s.Report.Updated.Name, "高会计")
	after, err := o.Docx(ctx, id, fill.MissingBlank)
	must(t, err)
	if !bytes.Equal(before.Bytes, after.Bytes) || after.Name != "二〇二六年预算.docx" {
		t.Errorf("final document %s is not the one of its last revision", after.Name)
	}
	_, err = o.Patch(ctx, admin, id, 0, values(t, `{"city": "海州"}`))
	want(t, "patch of a final report", err, templates.ErrFinal)
	_, err = o.Finalize(ctx, clerk, id, 0, templates.Once{})
	want(t, "finalize of a final report", err, templates.ErrFinal)
	want(t, "delete of its template", o.library.Delete(ctx, "budget"), templates.ErrInUse)

	p, err := o.History(ctx, id, templates.HistoryQuery{})
	must(t, err)
	var actions []string
	for _, e := range p.Items {
		actions = append(actions, string(e.Action)+" "+e.Source.Name)
	}
	same(t, "history", actions, []string{"create 预算系统", "patch 高会计", "patch 高会计", "finalize 高会计"})
}

func TestManifest(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	s := o.begin(t, system, `{"revenue": 12.30, "balance": "2.30"}`)
	o.watch.pass(time.Hour)
	s = o.patch(t, clerk, s.Report.ID, `{"spending": 10, "city": "淮州"}`)
	_, err := o.Final(ctx, s.Report.ID)
	want(t, "manifest of a draft", err, templates.ErrNotFound)
	o.watch.pass(time.Hour)
	_, err = o.Finalize(ctx, admin, s.Report.ID, 0, templates.Once{})
	must(t, err)

	f, err := o.Final(ctx, s.Report.ID)
	must(t, err)
	doc, err := o.Docx(ctx, s.Report.ID, fill.MissingError)
	must(t, err)
	draft, err := o.library.Docx(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	m := f.Manifest
	same(t, "output", []any{m.OutputSHA256, f.SHA256, f.Size}, []any{templates.HashOf(doc.Bytes), templates.HashOf(doc.Bytes), int64(len(doc.Bytes))})
	same(t, "draft", m.TemplateSHA256, templates.HashOf(draft))
	same(t, "payload", m.Payload, `{"balance":"2.30","city":"淮州","revenue":12.30,"spending":10}`)
	same(t, "payload hash", m.PayloadSHA256, templates.HashOf([]byte(m.Payload)))
	same(t, "who and when", []any{m.Finalized.Name, m.Finalized.At}, []any{"管理员", newWatch().at.Add(2 * time.Hour)})
	var lines []string
	for _, r := range m.Placeholders {
		source := "-"
		if r.Source != nil {
			source = r.Source.Name
		}
		lines = append(lines, strings.Join([]string{r.Field, r.Old, r.New, source}, " "))
	}
	same(t, "placeholders", lines, []string{
		"city X 淮州 高会计", "revenue X 12.30 预算系统", "spending X 10 高会计", "balance X 2.30 预算系统", " X X -", "note X  -"})
}

// What was signed off stays as it is, whatever a later service would make of it.
func TestFinalDocumentIsKept(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	s := o.begin(t, admin, `{"revenue": 12.30, "spending": 10, "city": "淮州"}`)
	_, err := o.Finalize(ctx, admin, s.Report.ID, 0, templates.Once{})
	must(t, err)
	damaging := &counting{Store: o.store, damaged: true}
	reports := templates.NewReports(damaging, o.library, nil)
	_, err = reports.Docx(ctx, s.Report.ID, fill.MissingError)
	want(t, "bytes that are not those signed off", err, templates.ErrDamaged)
}

func TestPatchMerges(t *testing.T) {
	o := newOffice(t)
	id := o.begin(t, admin, `{"revenue": 12.30, "city": "淮州", "note": null}`).Report.ID
	for _, test := range []struct {
		patch    string
		want     []string
		revision int64
	}{
		{`{}`, []string{"city=淮州", "revenue=12.30"}, 1},
		{`{"revenue": 12.30, "city": "淮州", "note": null}`, []string{"city=淮州", "revenue=12.30"}, 1},
		{`{"revenue": 12.3}`, []string{"city=淮州", "revenue=12.3"}, 2},
		{`{"revenue": 1e3, "city": null}`, []string{"revenue=1e3"}, 3},
		{`{"revenue": {"value": 5, "unit": "万元"}}`, []string{"revenue=5万元"}, 4},
		{`{"revenue": "many", "note": "a\nb"}`, []string{"note=a\nb", "revenue=many"}, 5},
		{`{"values": {"note": ""}}`, []string{"note=", "revenue=many"}, 6},
	} {
		s := o.patch(t, admin, id, test.patch)
		same(t, test.patch, held(s.Report), test.want)
		same(t, test.patch+": revision", s.Report.Revision, test.revision)
	}
}

func TestPatchRefused(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := o.begin(t, admin, `{"revenue": 1}`).Report.ID
	for _, test := range []struct {
		patch string
		want  []string
	}{
		{`{"revenu": 2, "revenue": 3}`, []string{"revenu:unknown_field"}},
		{`{"revenue": 2, "revenue": 3}`, []string{"revenue:given_twice"}},
		{`{"note": "a\u0000b", "x": 1}`, []string{"note:invalid_text", "x:unknown_field"}},
		{`[1, 2]`, []string{":wrong_count"}},
	} {
		_, err := o.Patch(ctx, admin, id, 0, values(t, test.patch))
		var invalid *fill.InvalidError
		if !errors.As(err, &invalid) {
			t.Errorf("%s: got %v, want an *InvalidError", test.patch, err)
			continue
		}
		got := codes(invalid.Problems)
		slices.Sort(got)
		same(t, test.patch, got, test.want)
	}
	s, err := o.Get(ctx, id)
	must(t, err)
	same(t, "after refused patches", held(s.Report), []string{"revenue=1"})
}

func TestPatchByPosition(t *testing.T) {
	o := newOffice(t)
	s := o.begin(t, admin, `["淮州", 12.30, 10, null, "无"]`)
	same(t, "held", held(s.Report), []string{"city=淮州", "note=无", "revenue=12.30", "spending=10"})
}

func TestOwners(t *testing.T) {
	ctx := context.Background()
	for _, test := range []struct {
		name     string
		actor    templates.Actor
		patch    string
		refused  []string
		override []string // field/owner
	}{
		{"owner's system", system, `{"revenue": 2}`, nil, nil},
		{"another's system", system, `{"revenue": 2, "spending": 1}`, []string{"spending:owner"}, nil},
		{"system of no owner", stray, `{"revenue": 2, "spending": 1, "city": "海州"}`, []string{"revenue:owner", "spending:owner"}, nil},
		{"system of no owner, free field", stray, `{"city": "海州"}`, nil, nil},
		{"removal by another's system", stray, `{"revenue": null}`, []string{"revenue:owner"}, nil},
		{"the value that is held", stray, `{"revenue": 1, "spending": null}`, nil, nil},
		{"clerk of the owner", clerk, `{"spending": 1}`, nil, nil},
		{"clerk of another", clerk, `{"revenue": 2, "spending": 1}`, nil, []string{"revenue/预算科"}},
		{"removal by a clerk of another", clerk, `{"revenue": null}`, nil, []string{"revenue/预算科"}},
		{"admin", admin, `{"revenue": 2}`, nil, []string{"revenue/预算科"}},
		{"author", noOwner, `{"revenue": 2}`, []string{"revenue:owner"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := newOffice(t)
			id := o.begin(t, system, `{"revenue": 1}`).Report.ID
			s, err := o.Patch(ctx, test.actor, id, 0, values(t, test.patch))
			if test.refused != nil {
				var owner *templates.OwnerError
				if !errors.As(err, &owner) {
					t.Fatalf("got %v, want an *OwnerError", err)
				}
				got := codes(owner.Problems)
				slices.Sort(got)
				same(t, "refused", got, test.refused)
				want(t, "its sentinel", err, templates.ErrForbidden)
				return
			}
			must(t, err)
			same(t, "overridden in history", overridden(t, o, id), test.override)
			for _, h := range s.Report.Values {
				same(t, h.Field+" is marked as overridden", h.Override, slices.Contains(test.override, h.Field+"/预算科"))
			}
		})
	}
}

// overridden gives what the last entry of a report overrode.
func overridden(t *testing.T, o *office, id string) []string {
	t.Helper()
	p, err := o.History(context.Background(), id, templates.HistoryQuery{})
	must(t, err)
	var all []string
	for _, c := range p.Items[len(p.Items)-1].Changes {
		if c.Override {
			all = append(all, c.Field+"/"+c.Owner)
		}
	}
	return all
}

func TestSources(t *testing.T) {
	o := newOffice(t)
	id := o.begin(t, system, `{"revenue": 1}`).Report.ID
	o.watch.pass(time.Minute)
	s := o.patch(t, clerk, id, `{"spending": 1, "revenue": 1}`)
	at := newWatch().at
	var got []templates.Source
	for _, h := range s.Report.Values {
		got = append(got, h.Source)
	}
	same(t, "sources", got, []templates.Source{
		{Token: "t-system", Name: "预算系统", Role: templates.RoleSystem, Owner: "预算科", At: at},
		{Token: "t-clerk", Name: "高会计", Role: templates.RoleClerk, Owner: "国库科", At: at.Add(time.Minute)},
	})
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
	want(t, "another body", err, templates.ErrConflict)
	o.watch.pass(8 * 24 * time.Hour)
	_, err = o.Create(ctx, admin, n, templates.Once{Key: "other", Body: "b"})
	must(t, err)
	_, err = o.Create(ctx, admin, n, templates.Once{Key: "k", Body: "other"})
	want(t, "another body a week later", err, nil)
}

func TestFinalizeOnce(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := o.begin(t, admin, `{"revenue": 12.30, "spending": 10}`).Report.ID
	once := templates.Once{Key: "k", Body: "b"}
	_, err := o.Finalize(ctx, admin, id, 0, once)
	want(t, "incomplete", err, fill.ErrInvalid)
	o.patch(t, admin, id, `{"city": "淮州"}`)
	_, err = o.Finalize(ctx, admin, id, 1, once)
	want(t, "over an old revision", err, templates.ErrStale)
	first, err := o.Finalize(ctx, admin, id, 0, once)
	must(t, err)
	second, err := o.Finalize(ctx, admin, id, 0, once)
	must(t, err)
	same(t, "answer", second.Report, first.Report)
	_, err = o.Finalize(ctx, admin, id, 0, templates.Once{Key: "other", Body: "b"})
	want(t, "another request", err, templates.ErrFinal)
}

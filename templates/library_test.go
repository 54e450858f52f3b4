package templates_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
	"reportfill/templates/workreport"
)

var author = templates.Actor{Token: "t-author", Name: "作者", Role: templates.RoleAuthor}

func schema(t *testing.T) *fill.Schema {
	t.Helper()
	s, err := fill.ParseSchema([]byte(budgetFields))
	must(t, err)
	return &s
}

func draft(t *testing.T, id, title string) templates.Draft {
	return templates.Draft{ID: id, Title: title, Docx: budgetDocx(), Schema: schema(t)}
}

func newLibrary(t *testing.T) (*templates.Library, *sqlstore.Store) {
	t.Helper()
	s := openStore(t)
	return templates.NewLibrary(s, templates.LibraryOptions{Now: newWatch().now}), s
}

func create(t *testing.T, l *templates.Library, d templates.Draft) *templates.Template {
	t.Helper()
	made, err := l.Create(context.Background(), author, d, templates.Once{})
	must(t, err)
	return made
}

func TestCreateTemplate(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	made := create(t, l, draft(t, "budget", "预算报告"))
	got, err := l.Template(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	same(t, "template", got, made)
	same(t, "its author", got.CreatedBy, templates.Source{Token: "t-author", Name: "作者", Role: templates.RoleAuthor, At: newWatch().at})
	docx, err := l.Docx(ctx, made.Ref())
	must(t, err)
	same(t, "draft", docx, budgetDocx())
	c, err := l.Compiled(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	same(t, "placeholders", len(c.Fill.Package().Placeholders()), 6)

	_, err = l.Create(ctx, author, draft(t, "budget", ""), templates.Once{})
	want(t, "id taken", err, templates.ErrConflict)
	_, err = l.Create(ctx, author, templates.Draft{ID: "text", Docx: []byte("no document")}, templates.Once{})
	want(t, "no document", err, fill.ErrFormat)
	for _, id := range []string{"A", "a b", "a@1", strings.Repeat("a", 65)} {
		_, err = l.Create(ctx, author, draft(t, id, ""), templates.Once{})
		want(t, "id "+id, err, templates.ErrInput)
	}
	_, err = l.Create(ctx, author, draft(t, "", "a\nb"), templates.Once{})
	want(t, "title of two lines", err, templates.ErrInput)
}

func TestCreateTemplateWithoutID(t *testing.T) {
	l, _ := newLibrary(t)
	same(t, "id from the title", create(t, l, draft(t, "", "Work Report")).ID, "work-report")
	again := create(t, l, draft(t, "", "Work Report")).ID
	if !strings.HasPrefix(again, "work-report-") {
		t.Errorf("id where that is taken: got %q", again)
	}
	made := create(t, l, draft(t, "", ""))
	same(t, "title from the schema", made.Title, "预算执行情况")
	same(t, "title in place of a blank one", create(t, l, draft(t, "blank", "  ")).Title, "预算执行情况")
	if !strings.HasPrefix(made.ID, "t-") {
		t.Errorf("id for a title in Chinese: got %q", made.ID)
	}
}

func TestCreateTemplateWithoutSchema(t *testing.T) {
	l, _ := newLibrary(t)
	d := draft(t, "plain", "")
	d.Schema = nil
	made := create(t, l, d)
	same(t, "title", made.Title, "plain")
	same(t, "placeholders", len(made.Schema.Placeholders), 6)
}

func TestCreateTemplateOnce(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	once := templates.Once{Key: "k", Body: "b"}
	first, err := l.Create(ctx, author, draft(t, "", "年度"), once)
	must(t, err)
	second, err := l.Create(ctx, author, draft(t, "", "年度"), once)
	must(t, err)
	same(t, "the same answer", second, first)
	_, err = l.Create(ctx, author, draft(t, "", "年度"), templates.Once{Key: "k", Body: "other"})
	want(t, "another body", err, templates.ErrConflict)
	third, err := l.Create(ctx, templates.Actor{Token: "other"}, draft(t, "", "年度"), once)
	must(t, err)
	if third.ID == first.ID {
		t.Error("another actor's key gave the same answer")
	}
	_, err = l.Create(ctx, author, draft(t, "", "年度"), templates.Once{Key: "钥", Body: "b"})
	want(t, "key that is not ASCII", err, templates.ErrInput)
	p, err := l.List(ctx, templates.TemplateQuery{Text: "年度\x00\xff"})
	must(t, err)
	same(t, "search for what no title holds", p.Total, 0)
}

func TestPutTemplate(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	first := create(t, l, draft(t, "budget", "预算"))
	old, err := l.Compiled(ctx, first.Ref())
	must(t, err)

	changed := schema(t)
	changed.Fields[0].Label = "城市"
	_, err = l.Put(ctx, author, "budget", 2, templates.Draft{Schema: changed})
	want(t, "over a version to come", err, templates.ErrStale)
	_, err = l.Put(ctx, author, "other", 1, templates.Draft{Schema: changed})
	want(t, "of no template", err, templates.ErrNotFound)
	second, err := l.Put(ctx, author, "budget", 1, templates.Draft{Schema: changed})
	must(t, err)
	same(t, "version", second.Ref(), templates.Ref{ID: "budget", Version: 2})
	same(t, "draft is kept", second.SHA256, first.SHA256)
	_, err = l.Put(ctx, author, "budget", 1, templates.Draft{Schema: changed})
	want(t, "over an old version", err, templates.ErrStale)

	again, err := l.Put(ctx, author, "budget", 0, templates.Draft{Schema: changed})
	must(t, err)
	same(t, "version after a put that changes nothing", again.Version, 2)
	vs, err := l.Versions(ctx, "budget")
	must(t, err)
	same(t, "versions", len(vs), 2)

	latest, err := l.Compiled(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	same(t, "the latest's label", latest.Fill.Fields()[0].Label, "城市")
	pinned, err := l.Compiled(ctx, first.Ref())
	must(t, err)
	if pinned != old {
		t.Error("the first version was compiled again")
	}
	same(t, "the first one's label", pinned.Fill.Fields()[0].Label, "市名")
}

// Next year's draft keeps the fields of the sentences that stay.
func TestPutDocument(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	create(t, l, draft(t, "budget", ""))
	next := filltest.Docx("编号X号", "X市财政收入完成X亿元，支出X亿元，结余X亿元。", "附件X，说明：X")
	got, err := l.Put(ctx, author, "budget", 1, templates.Draft{Docx: next})
	must(t, err)
	same(t, "fields of the placeholders", got.Schema.Placeholders[1:],
		[]string{"city", "revenue", "spending", "balance", "-", "note"})
	docx, err := l.Docx(ctx, got.Ref())
	must(t, err)
	same(t, "draft", docx, next)
}

func TestDeleteTemplate(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	made := create(t, l, draft(t, "budget", ""))
	_, err := l.Compiled(ctx, made.Ref())
	must(t, err)
	must(t, l.Delete(ctx, "budget"))
	for _, ref := range []templates.Ref{made.Ref(), {ID: "budget"}} {
		_, err = l.Compiled(ctx, ref)
		want(t, "compiled "+ref.String()+" after deletion", err, templates.ErrNotFound)
	}
	same(t, "begun again", create(t, l, draft(t, "budget", "")).Version, 2)
	for _, id := range []string{"", "x\x00", "../etc"} {
		want(t, "delete of "+id, l.Delete(ctx, id), templates.ErrNotFound)
	}
}

func TestSeed(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if err := l.Seed(ctx); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	vs, err := l.Versions(ctx, workreport.ID)
	must(t, err)
	same(t, "versions", len(vs), 1)

	changed, err := fill.ParseSchema(workreport.Fields())
	must(t, err)
	changed.Fields[0].Label = "城市"
	_, err = l.Put(ctx, author, workreport.ID, 1, templates.Draft{Schema: &changed})
	must(t, err)
	must(t, l.Seed(ctx))
	got, err := l.Template(ctx, templates.Ref{ID: workreport.ID})
	must(t, err)
	same(t, "an author's version stays the latest", got.Version, 2)

	must(t, l.Delete(ctx, workreport.ID))
	must(t, l.Seed(ctx))
	_, err = l.Template(ctx, templates.Ref{ID: workreport.ID})
	want(t, "what was deleted", err, templates.ErrNotFound)
}

// An older service's built-in report is followed by this one's.
func TestSeedRenews(t *testing.T) {
	ctx := context.Background()
	l, s := newLibrary(t)
	must(t, l.Seed(ctx))
	got, err := s.Template(ctx, templates.Ref{ID: workreport.ID})
	must(t, err)
	must(t, l.Delete(ctx, workreport.ID))
	got.Version, got.Title = 2, "of last year"
	must(t, s.InsertTemplate(ctx, got, workreport.Docx(), nil))
	must(t, l.Seed(ctx))
	got, err = l.Template(ctx, templates.Ref{ID: workreport.ID})
	must(t, err)
	same(t, "renewed", []any{got.Version, got.Title}, []any{3, "市财政局年度工作总结"})

	got.Version, got.Title = 4, "of next year"
	must(t, s.InsertVersion(ctx, got, nil))
	must(t, l.Seed(ctx))
	got, err = l.Template(ctx, templates.Ref{ID: workreport.ID})
	must(t, err)
	same(t, "a newer service's report stays", got.Version, 4)
}

// counting counts how often a draft is read, and can damage it.
type counting struct {
	templates.Store
	reads   atomic.Int32
	damaged bool
}

func (s *counting) Document(ctx context.Context, sha string) ([]byte, error) {
	s.reads.Add(1)
	docx, err := s.Store.Document(ctx, sha)
	if s.damaged {
		docx[len(docx)/2]++
	}
	return docx, err
}

func TestCompiledOnce(t *testing.T) {
	s := &counting{Store: openStore(t)}
	l := templates.NewLibrary(s, templates.LibraryOptions{})
	create(t, l, draft(t, "budget", ""))
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			if _, err := l.Compiled(context.Background(), templates.Ref{ID: "budget"}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	same(t, "reads of the draft", s.reads.Load(), int32(1))
}

// One that gives up does not take the others' template with it.
func TestCompiledCancelled(t *testing.T) {
	l, _ := newLibrary(t)
	made := create(t, l, draft(t, "budget", ""))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Compiled(ctx, made.Ref()); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	_, err := l.Compiled(context.Background(), made.Ref())
	want(t, "the next one", err, nil)
}

func TestCacheIsBounded(t *testing.T) {
	s := &counting{Store: openStore(t)}
	l := templates.NewLibrary(s, templates.LibraryOptions{CacheBytes: 1})
	create(t, l, draft(t, "budget", ""))
	for range 3 {
		_, err := l.Compiled(context.Background(), templates.Ref{ID: "budget"})
		must(t, err)
		l.Settle()
	}
	same(t, "reads of a draft that is too large to keep", s.reads.Load(), int32(3))
}

func TestDamagedDraft(t *testing.T) {
	s := &counting{Store: openStore(t)}
	l := templates.NewLibrary(s, templates.LibraryOptions{})
	made := create(t, l, draft(t, "budget", ""))
	s.damaged = true
	_, err := l.Compiled(context.Background(), made.Ref())
	want(t, "compiled", err, templates.ErrDamaged)
	_, err = l.Docx(context.Background(), made.Ref())
	want(t, "draft", err, templates.ErrDamaged)
	s.damaged = false
	_, err = l.Compiled(context.Background(), made.Ref())
	want(t, "once it is mended", err, nil)
}

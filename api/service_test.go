package api

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reportfill/fill/filltest"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

// service is a handler over a SQLite database of its own, with the template
// brief. Every answer is held to openapi.yaml.
type service struct {
	http.Handler
	contract *contract
	library  *templates.Library
	reports  *templates.Reports
	access   *templates.Access
	store    *sqlstore.Store
	folder   string // of the store
	log      *lockedBuffer
}

func newService(t testing.TB, configure ...func(*Config)) *service {
	t.Helper()
	ctx := context.Background()
	folder := filepath.Join(t.TempDir(), "data")
	store, err := sqlstore.Open(ctx, folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	s := &service{contract: newContract(t), store: store, folder: folder, log: &lockedBuffer{}}
	s.library = templates.NewLibrary(store, templates.LibraryOptions{})
	s.reports = templates.NewReports(store, s.library, nil)
	s.access = templates.NewAccess(store, nil)
	cfg := Config{
		Library: s.library, Reports: s.reports, Access: s.access, Ready: store.Ready, Open: true,
		Log: slog.New(slog.NewJSONHandler(s.log, nil)),
	}
	for _, c := range configure {
		c(&cfg)
	}
	s.Handler = New(cfg)
	return s
}

// withBrief uploads the template brief.
func (s *service) withBrief(t testing.TB) *service {
	t.Helper()
	body, media := form(t, part{"docx", "brief.docx", briefDraft()}, part{"fields", "brief.yaml", []byte(briefFields)}, part{"id", "", []byte("brief")})
	r := httptest.NewRequest(http.MethodPost, "/api/v1/templates", bytes.NewReader(body))
	r.Header.Set("Content-Type", media)
	if w := s.do(t, r); w.Code != http.StatusCreated {
		t.Fatalf("POST brief: status %d: %s", w.Code, w.Body)
	}
	return s
}

// token makes a token of the role and gives its secret.
func (s *service) token(t testing.TB, role templates.Role, owner string) string {
	t.Helper()
	secret, _, err := s.access.Add(context.Background(), templates.NewToken{Name: "测试" + string(role), Role: role, Owner: owner})
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// do serves a request to a local host and holds request and answer to the contract.
func (s *service) do(t testing.TB, r *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	var body []byte
	if r.Body != nil {
		body, _ = io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	w := s.send(r)
	s.contract.hold(t, r, body, w)
	return w
}

// send serves a request to a local host.
func (s *service) send(r *http.Request) *httptest.ResponseRecorder {
	if r.Host == "example.com" { // httptest's own
		r.Host = "127.0.0.1:8080"
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

const briefFields = `title: 财政收入简报
fields:
  city:     {label: 市名, kind: text, validate: max=20, example: 淮州}
  revenue:  {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0, example: "128.36"}
  decline:  {label: 财政收入同比下降, kind: percent, unit: "%", decimals: 1, validate: "gte=0,lte=100", example: "3.2"}
  rank:     {label: 全省位次, kind: rank, unit: 位, validate: gte=1, example: "3"}
  tax:      {label: 税收收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0, owner: 税政科, example: "100.36"}
  other:    {label: 非税收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0, owner: 国库科, example: "28.00"}
placeholders: [city, revenue, decline, rank, tax, other]
computed:
  revenue: {is: tax + other, decimals: 2}
checks:
  - {check: other <= tax, severity: warning, message: 非税收入大于税收收入，请核对}
`

// briefValues is a payload that passes; revenue is computed.
const briefValues = `{"city": "淮州", "decline": 3.2, "rank": 3, "tax": 100.36, "other": 28.00}`

func briefDraft() []byte {
	return filltest.Docx("X市财政收入简报", "全市财政收入完成X亿元，同比下降X%，居全省第X位。", "其中：税收收入X亿元，非税收入X亿元。")
}

// documentText is the text of a .docx's main part, its tags removed.
func documentText(t testing.TB, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	xml, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, piece := range strings.Split(string(xml), "<") {
		if _, after, ok := strings.Cut(piece, ">"); ok {
			text.WriteString(after)
		}
	}
	return text.String()
}

// parts gives the entries of a zip.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

// part is one part of a form; without a file name it is a plain member.
type part struct {
	name, filename string
	data           []byte
}

func form(t testing.TB, parts ...part) (body []byte, media string) {
	t.Helper()
	const boundary = "scenario"
	var b bytes.Buffer
	for _, p := range parts {
		fmt.Fprintf(&b, "--%s\r\nContent-Disposition: form-data; name=%q", boundary, p.name)
		if p.filename != "" {
			fmt.Fprintf(&b, "; filename=%q\r\nContent-Type: application/octet-stream", p.filename)
		}
		fmt.Fprintf(&b, "\r\n\r\n%s\r\n", p.data)
	}
	fmt.Fprintf(&b, "--%s--\r\n", boundary)
	return b.Bytes(), "multipart/form-data; boundary=" + boundary
}

func decode[T any](t testing.TB, w *httptest.ResponseRecorder) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	return v
}

// lockedBuffer is a buffer that a server writes and a test reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

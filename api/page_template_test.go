package api

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reportfill/fill/filltest"
	"reportfill/templates"
)

// page gives the body of a page that a signed-in browser asks for.
func (s *service) page(t *testing.T, path string, cookie *http.Cookie) string {
	t.Helper()
	w := s.browse(http.MethodGet, path, nil, cookie)
	if w.Code != http.StatusOK {
		t.Fatalf("%s answers %d: %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}

func TestTemplatePagesByRole(t *testing.T) {
	s := newService(t, signed)
	s.upload(t, s.signIn(t, templates.RoleAuthor), "2026年度工作总结.docx", briefDraft())
	for role, want := range map[templates.Role]struct{ upload, edit, report bool }{
		templates.RoleAuthor: {true, true, false},
		templates.RoleAdmin:  {true, true, false}, // who may edit finds reports in the navigation
		templates.RoleClerk:  {false, false, true},
		templates.RoleSystem: {false, false, true},
	} {
		c := s.signIn(t, role)
		list := s.page(t, "/templates", c)
		id := between(t, list, `href="/templates/`, `"`)
		page := s.page(t, "/templates/"+id, c)
		for name, got := range map[string][2]bool{
			"upload": {strings.Contains(list, `id="drop"`), want.upload},
			"edit":   {strings.Contains(page, `id="publish"`), want.edit},
			"data":   {strings.Contains(page, `id="data"`), want.edit},
			"report": {strings.Contains(page, `/reports/new?template=`), want.report},
		} {
			if got[0] != got[1] {
				t.Errorf("as %s: %s is %v, want %v", role, name, got[0], got[1])
			}
		}
	}
}

// TestCountOfReports is for those who may delete a template, and for them alone.
func TestCountOfReports(t *testing.T) {
	s := newService(t, signed)
	for role, want := range map[templates.Role]int{
		templates.RoleAuthor: http.StatusOK, templates.RoleAdmin: http.StatusOK, templates.RoleClerk: http.StatusForbidden, templates.RoleSystem: http.StatusForbidden,
	} {
		w := s.browse(http.MethodGet, "/templates/workreport/reports", nil, s.signIn(t, role))
		if w.Code != want {
			t.Errorf("as %s the count of reports answers %d, want %d", role, w.Code, want)
		}
		if w.Code == http.StatusOK && strings.TrimSpace(w.Body.String()) != `{"reports":0}` {
			t.Errorf("as %s the count of reports is %s", role, w.Body)
		}
	}
}

// upload sends a draft as the form does in a browser without scripts.
func (s *service) upload(t *testing.T, cookie *http.Cookie, name string, docx []byte) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	file, err := form.CreateFormFile("docx", name)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = file.Write(docx)
	_ = form.Close()
	r := httptest.NewRequest(http.MethodPost, "/templates", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.AddCookie(cookie)
	return s.send(r)
}

func TestUploadWithoutScripts(t *testing.T) {
	s := newService(t, signed)
	c := s.signIn(t, templates.RoleAuthor)
	w := s.upload(t, c, "2026年度工作总结.docx", filltest.Docx("收入X元"))
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/templates/") {
		t.Fatalf("a draft is answered %d, Location %q: %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	if got := between(t, s.page(t, w.Header().Get("Location"), c), `<h1 title="`, `"`); got != "2026年度工作总结" {
		t.Errorf("the title is %q, want that of the file", got)
	}
	w = s.upload(t, c, "x.docx", []byte("no document"))
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "这不是 .docx 文件") {
		t.Errorf("what is no document is answered %d without saying why", w.Code)
	}
}

func TestTemplatePageOfAVersion(t *testing.T) {
	s := newService(t, signed)
	author := s.signIn(t, templates.RoleAuthor)
	s.upload(t, author, "a.docx", briefDraft())
	id := between(t, s.page(t, "/templates", author), `href="/templates/`, `"`)
	fields := strings.Replace(briefFields, "财政收入简报", "改名的简报", 1)
	r := request(http.MethodPut, "/api/v1/templates/"+id+"/fields", fields, "If-Match", "*", "Content-Type", typeYAML)
	r.AddCookie(author)
	if w := s.do(t, r); w.Code != http.StatusOK {
		t.Fatalf("PUT fields: %d %s", w.Code, w.Body)
	}
	old := s.page(t, "/templates/"+id+"@1", author)
	for _, want := range []string{"第 1 版，只供查看", "/api/v1/templates/" + id + "@1/fill", "/api/v1/templates/" + id + "@1/fields"} {
		if !strings.Contains(old, want) {
			t.Errorf("the page of an old version lacks %q", want)
		}
	}
	if want := "小数 <small>2 位</small>"; !strings.Contains(s.page(t, "/templates/"+id, author), want) {
		t.Errorf("the table of the fields lacks %q", want)
	}
	if strings.Contains(old, `id="publish"`) {
		t.Error("an old version can be changed")
	}
	versions := s.page(t, "/templates/"+id+"/versions?from=1&to=2", author)
	for _, want := range []string{"字段改名", "<del>x1</del>", "<ins>city</ins>", "改名的简报", "新增计算", "tax &#43; other"} {
		if !strings.Contains(versions, want) {
			t.Errorf("the page of the versions lacks %q", want)
		}
	}
	for _, path := range []string{"/templates/none", "/templates/" + id + "@9", "/templates/No%20Name", "/templates/none/versions", "/templates/" + id + "/versions?from=7"} {
		if w := s.browse(http.MethodGet, path, nil, author); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d, want 404", path, w.Code)
		}
	}
}

// TestCurl runs the commands of the page as they stand, but for the token.
func TestCurl(t *testing.T) {
	for _, tool := range []string{"bash", "curl"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not on the PATH")
		}
	}
	s := newService(t, signed).withFilled(t)
	server := httptest.NewServer(s.Handler)
	defer server.Close()
	commands := curl(httptest.NewRequest(http.MethodGet, server.URL+"/templates/brief", nil), "brief")
	folder := t.TempDir()
	command := exec.Command("bash", "-euc", strings.Replace(commands, "…", s.token(t, templates.RoleSystem, ""), 1))
	command.Dir = folder
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, out, commands)
	}
	docx, err := os.ReadFile(filepath.Join(folder, "report.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if got := documentText(t, docx); !strings.Contains(got, "淮州市财政收入简报") {
		t.Errorf("the document says %q", got)
	}
}

// withFilled uploads the template brief for an author of its own.
func (s *service) withFilled(t *testing.T) *service {
	t.Helper()
	body, media := form(t, part{"docx", "b.docx", briefDraft()}, part{"fields", "b.yaml", []byte(briefFields)}, part{"id", "", []byte("brief")})
	r := request(http.MethodPost, "/api/v1/templates", string(body), "Content-Type", media, "Authorization", "Bearer "+s.token(t, templates.RoleAuthor, ""))
	if w := s.do(t, r); w.Code != http.StatusCreated {
		t.Fatalf("POST brief: %d %s", w.Code, w.Body)
	}
	return s
}

func TestCurlQuotesNoHost(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.Host = "x';rm -rf ~;'"
	if got := curl(r, "brief"); strings.Contains(got, "rm") || !strings.Contains(got, "'http://localhost/api") {
		t.Errorf("a host that is none comes into the commands: %s", got)
	}
}

func TestReferencePage(t *testing.T) {
	s := newService(t, signed)
	page := s.page(t, "/reference", s.signIn(t, templates.RoleSystem))
	for _, r := range routes {
		if path := strings.ReplaceAll(r.path, ":id", "{id}"); !strings.Contains(page, "<code>"+path+"</code>") {
			t.Errorf("the page lacks %s %s", r.method, path)
		}
	}
	for code := range problemTypes {
		if !strings.Contains(page, "<code>"+code+"</code>") && code != codeClientLeft {
			t.Errorf("the page lacks the code %s", code)
		}
	}
}

// between is what stands between two texts, the first time they come.
func between(t *testing.T, s, from, to string) string {
	t.Helper()
	_, after, ok := strings.Cut(s, from)
	inner, _, closed := strings.Cut(after, to)
	if !ok || !closed {
		t.Fatalf("no %q … %q", from, to)
	}
	unescaped, err := url.PathUnescape(inner)
	if err != nil {
		return inner
	}
	return unescaped
}

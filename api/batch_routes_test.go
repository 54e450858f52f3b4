package api

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reportfill/templates"
	"reportfill/templates/batch"
)

const batchURL = "/api/v1/templates/brief/batch"

// zipEntries gives the entries of a batch, documents as their text.
func zipEntries(t testing.TB, data []byte) map[string]string {
	t.Helper()
	out := parts(t, data)
	for name, content := range out {
		if name != batch.ResultsName {
			out[name] = documentText(t, []byte(content))
		}
	}
	return out
}

func TestBatch(t *testing.T) {
	s := newService(t).withBrief(t)
	rows := "市名,decline,rank,税收收入（万元）,非税收入\n淮州,3.2,3,1003600,28\n劳山,很多,4,5,1\n"
	asForm, media := form(t, part{"rows", "各市.csv", []byte(rows)})
	for name, send := range map[string][2]string{
		"csv":    {typeCSV, rows},
		"form":   {media, string(asForm)},
		"bytes":  {typeBytes, rows},
		"json":   {asJSON, `[` + briefValues + `, {"city": "劳山", "decline": "很多", "rank": 4, "tax": 5, "other": 1}]`},
		"ndjson": {typeNDJSON, briefValues + "\n" + `{"city": "劳山", "decline": "很多", "rank": 4, "tax": 5, "other": 1}`},
	} {
		t.Run(name, func(t *testing.T) {
			w := s.do(t, request("POST", batchURL+"?name={city}简报", send[1], "Content-Type", send[0]))
			if w.Code != 200 || w.Header().Get(headerRows) != "2" {
				t.Fatalf("%d, %s rows: %s", w.Code, w.Header().Get(headerRows), w.Body)
			}
			got := zipEntries(t, w.Body.Bytes())
			if len(got) != 2 || !strings.Contains(got["淮州简报.docx"], "完成128.36亿元") || !strings.Contains(got[batch.ResultsName], "未生成") {
				t.Errorf("entries %v", got)
			}
		})
	}
}

func TestBatchRefused(t *testing.T) {
	s := newService(t).withBrief(t)
	run(t, s, nil, []scenario{
		{name: "nothing", method: "POST", path: batchURL, header: sends(typeCSV), status: 400},
		{name: "bad JSON", method: "POST", path: batchURL, header: sends(asJSON), body: `[{"city"`, status: 400, contains: []string{`"line":1`}},
		{name: "no array", method: "POST", path: batchURL, header: sends(asJSON), body: `{}`, status: 422, contains: []string{`"code":"no_array"`}},
		{name: "unknown column", method: "POST", path: batchURL, header: sends(typeCSV), body: "city,税收总收入\n淮州,1\n", status: 422, contains: []string{`"cell":"B1"`, "是否为“税收收入”"}},
		{name: "unknown field in a name", method: "POST", path: batchURL + "?name={县}", header: sends(typeCSV), body: "city\n淮州\n", status: 422, contains: []string{"没有指标 {县}"}},
		{name: "wrong option", method: "POST", path: batchURL + "?missing=hide", header: sends(typeCSV), body: "city\n淮州\n", status: 422},
		{name: "no workbook", method: "POST", path: batchURL, header: sends(typeXLSX), body: "no", status: 422, contains: []string{`"code":"not_xlsx"`}},
		{name: "other media", method: "POST", path: batchURL, header: sends("text/html"), body: "no", status: 415},
		{name: "no template", method: "POST", path: "/api/v1/templates/none/batch", header: sends(typeCSV), body: "city\n淮州\n", status: 404},
	})
	if left, _ := os.ReadDir(os.TempDir()); len(left) > 0 {
		for _, f := range left {
			if strings.HasPrefix(f.Name(), "reportfill-batch-") {
				t.Errorf("%s is left in the folder for temporary files", f.Name())
			}
		}
	}
}

// TestBatchWithoutRoom holds that a folder that cannot be written is not put down to
// the client's rows.
func TestBatchWithoutRoom(t *testing.T) {
	s := newService(t).withBrief(t)
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	run(t, s, nil, []scenario{{name: "no folder", method: "POST", path: batchURL, header: sends(typeNDJSON), body: briefValues,
		status: 503, contains: []string{`"code":"unavailable"`, "TMPDIR"}, answers: with("Retry-After", "5")}})
}

func TestBatchIsKept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := newService(t).withBrief(t)
	send := func() map[string]string {
		r := request("POST", batchURL+"?store=true&missing=keep&name={city}", `[{"city": "淮州"}, {"city": "劳山", "rank": 2}, {"city": "错", "rank": -1}]`, "Content-Type", asJSON, "Idempotency-Key", "k1")
		w := s.do(t, r)
		if w.Code != 200 {
			t.Fatalf("%d: %s", w.Code, w.Body)
		}
		return zipEntries(t, w.Body.Bytes())
	}
	first, again := send(), send()
	if first[batch.ResultsName] != again[batch.ResultsName] {
		t.Errorf("the same batch again made other reports:\n%s\n%s", first[batch.ResultsName], again[batch.ResultsName])
	}
	list := decode[list[reportListed]](t, s.do(t, httptest.NewRequest("GET", "/api/v1/reports", nil)))
	if got := list.Items[0].Created.Via; got != templates.ViaBatch {
		t.Errorf("a report of a batch was made by way of %q", got)
	}
	if list.Total != 2 || !strings.Contains(first[batch.ResultsName], list.Items[0].ID) {
		t.Errorf("%d reports are kept, want 2, their ids in\n%s", list.Total, first[batch.ResultsName])
	}
}

func TestBatchOfAnAuthorKeepsNothing(t *testing.T) {
	s := newService(t, func(c *Config) { c.Open = false })
	author := "Bearer " + s.token(t, templates.RoleAuthor, "")
	s.token(t, templates.RoleAdmin, "")
	body, media := form(t, part{"docx", "brief.docx", briefDraft()}, part{"fields", "brief.yaml", []byte(briefFields)}, part{"id", "", []byte("brief")})
	run(t, s, nil, []scenario{
		{name: "template", method: "POST", path: "/api/v1/templates", header: with("Content-Type", media, "Authorization", author), body: string(body), status: 201},
		{name: "kept", method: "POST", path: batchURL + "?store=true", header: with("Content-Type", typeCSV, "Authorization", author), body: "city\n淮州\n", status: 403},
		{name: "not kept", method: "POST", path: batchURL, header: with("Content-Type", typeCSV, "Authorization", author), body: "city\n淮州\n", status: 200},
	})
}

func TestBatchLargerThanABody(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := newService(t, func(c *Config) { c.Limits.Body, c.Limits.Batch = 20_000, 40_000 }).withBrief(t)
	rows := func(n int) string { return strings.Repeat(briefValues+"\n", n) }
	run(t, s, nil, []scenario{
		{name: "over the body", method: "POST", path: batchURL, header: sends(typeNDJSON), body: rows(300), status: 200},
		{name: "over the batch", method: "POST", path: batchURL, header: sends(typeNDJSON), body: rows(600), status: 413},
	})
}

// TestBatchStreams holds over a real connection that the first document comes
// while the others are made, and that a client that leaves ends the batch.
func TestBatchStreams(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	s := newService(t).withBrief(t)
	server := httptest.NewServer(s)
	defer server.Close()
	const n = 20_000
	start := time.Now()
	resp, err := http.Post(server.URL+batchURL+"?name={row}", typeNDJSON, strings.NewReader(strings.Repeat(briefValues+"\n", n)))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	name, size := firstEntry(t, resp.Body)
	t.Logf("the first of %d documents after %v", n, time.Since(start))
	if name != "1.docx" || size == 0 || resp.Header.Get(headerRows) != fmt.Sprint(n) {
		t.Errorf("first entry %s of %d bytes, %s rows", name, size, resp.Header.Get(headerRows))
	}
	_ = resp.Body.Close()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		left, _ := os.ReadDir(folder)
		if len(left) == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the batch of a client that left goes on: %v", left)
		}
	}
}

// firstEntry reads the local header of a zip's first entry: its size stands
// before its bytes (APPNOTE 4.3.7).
func firstEntry(t testing.TB, r io.Reader) (name string, size uint32) {
	t.Helper()
	in := bufio.NewReader(r)
	head := make([]byte, 30)
	if _, err := io.ReadFull(in, head); err != nil {
		t.Fatal(err)
	}
	size = binary.LittleEndian.Uint32(head[18:])
	text := make([]byte, binary.LittleEndian.Uint16(head[26:]))
	if _, err := io.ReadFull(in, text); err != nil {
		t.Fatal(err)
	}
	return string(text), size
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"testing"
)

// verify holds that all that was acknowledged is there, and nothing half: what
// the shared report holds now, and the newest finals.
func (o *office) verify(t *testing.T) {
	t.Helper()
	state := get[struct {
		Revision int
		Values   map[string]json.RawMessage
	}](t, o, o.report)
	for _, c := range o.clerks {
		held := [2]int{numberOf(state.Values[c.fields[0]]), numberOf(state.Values[c.fields[1]])}
		switch last := c.last(); {
		case held[0] != held[1]:
			t.Errorf("%v are %v: a patch is there by half", c.fields, held)
		case held[0] < last:
			t.Errorf("%v are %v: %d was acknowledged and is lost", c.fields, held, last)
		case held[0] > c.sent:
			t.Errorf("%v are %v: nobody sent more than %d", c.fields, held, c.sent)
		}
	}
	if history := get[page[any]](t, o, o.report+"/history?limit=1"); history.Total != state.Revision {
		t.Errorf("revision %d has %d entries of history", state.Revision, history.Total)
	}
	newest := get[page[struct{ ID string }]](t, o, "/api/v1/reports?status=final&limit=3")
	if newest.Total < len(o.finals) || newest.Total > o.begun {
		t.Errorf("%d final reports, want the %d acknowledged, and %d at most", newest.Total, len(o.finals), o.begun)
	}
	for _, r := range newest.Items {
		o.verifyFinal(t, "/api/v1/reports/"+r.ID)
	}
}

// verifyFinal holds a final report's document to its manifest.
func (o *office) verifyFinal(t *testing.T, path string) {
	t.Helper()
	sum := sha256.Sum256(o.must(t, http.MethodGet, path+"/docx", "", 200).body)
	manifest := get[struct {
		Output string `json:"output_sha256"`
	}](t, o, path+"/manifest")
	if got := hex.EncodeToString(sum[:]); got != manifest.Output {
		t.Errorf("%s: the document has the hash %s, the manifest %s", path, got, manifest.Output)
	}
}

// verifyAll does as verify, and holds the whole history: each number that was
// acknowledged was set, in order, and none twice.
func (o *office) verifyAll(t *testing.T) {
	t.Helper()
	o.verify(t)
	set := make(map[string][]int)
	for _, e := range all[struct {
		Changes []struct {
			Field string
			New   json.RawMessage
		}
	}](t, o, o.report+"/history") {
		for _, c := range e.Changes {
			set[c.Field] = append(set[c.Field], numberOf(c.New))
		}
	}
	for _, c := range o.clerks {
		for _, field := range c.fields {
			got := set[field]
			if len(got) == len(c.taken)+1 { // the last may have come without an acknowledgement
				got = got[:len(c.taken)]
			}
			if !slices.Equal(got, c.taken) {
				t.Errorf("%s: acknowledged were %v, in the history are %v", field, c.taken, got)
			}
		}
	}
	for _, path := range o.finals {
		o.verifyFinal(t, path)
	}
	total := get[page[any]](t, o, "/api/v1/reports?limit=1").Total
	if total < 1+len(o.finals) || total > 1+o.begun {
		t.Errorf("%d reports, want %d to %d: a request under one key was lost or done twice", total, 1+len(o.finals), 1+o.begun)
	}
}

func numberOf(value json.RawMessage) int {
	n, _ := strconv.Atoi(string(value)) // 0 where there is none
	return n
}

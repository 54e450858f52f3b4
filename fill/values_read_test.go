package fill

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
)

func byName(name string, v Value) Entry { return Entry{Name: name, Value: v} }

func TestParseValues(t *testing.T) {
	tests := []struct {
		name, in string
		want     Values
	}{
		{"wrapped", `{"values": {"a": 12.30, "b": "文"}}`, Values{byName("a", Value{Type: Number, Text: "12.30"}), byName("b", Value{Type: String, Text: "文"})}},
		{"wrapped after another", `{"title":{"x":[1]},"values":{"a":1}}`, Values{byName("a", Value{Type: Number, Text: "1"})}},
		{"bare", "\uFEFF{\"a\": true, \"b\": null}", Values{byName("a", Value{Type: Bool, Text: "true"}), byName("b", Value{})}},
		{"array", `[1e3, null]`, Values{{Position: 1, Value: Value{Type: Number, Text: "1e3"}}, {Position: 2}}},
		{"wrapped array", `{"values":["甲"]}`, Values{{Position: 1, Value: Value{Type: String, Text: "甲"}}}},
		{"unit", `{"a":{"unit":"万元","value":123400}}`, Values{byName("a", Value{Type: Number, Text: "123400", Unit: "万元"})}},
		{"a field called values", `{"values":"x","a":1}`, Values{byName("values", Value{Type: String, Text: "x"}), byName("a", Value{Type: Number, Text: "1"})}},
		{"twice", `{"a":1,"a":2}`, Values{byName("a", Value{Type: Number, Text: "1"}), byName("a", Value{Type: Number, Text: "2"})}},
		{"escapes", `{"a":"\u6587\n\ud83d\ude00\"\\ud800"}`, Values{byName("a", Value{Type: String, Text: "文\n😀\"\\ud800"})}},
		{"lone surrogate", `{"a":"x\ud800y\udc00\ud83d\ude00"}`, Values{byName("a", Value{Type: String, Text: "x\xED\xA0\x80y\xED\xB0\x80😀"})}},
		{"empty", `{}`, Values{}},
		{"list", `[[1]]`, Values{{Position: 1, Value: Value{Type: Nested, Text: "[1]"}}}},
		{"other object", `{"a":{"x": 1}}`, Values{byName("a", Value{Type: Nested, Text: `{"x": 1}`})}},
		{"unit alone", `{"a":{"unit":"元"}}`, Values{byName("a", Value{Type: Nested, Text: `{"unit":"元"}`})}},
		{"list for a value", `{"a":{"value":[1]}}`, Values{byName("a", Value{Type: Nested, Text: `{"value":[1]}`})}},
		{"number for a unit", `{"a":{"value":1,"unit":2}}`, Values{byName("a", Value{Type: Nested, Text: `{"value":1,"unit":2}`})}},
		{"two values in one", `{"a":{"value":1,"value":2}}`, Values{byName("a", Value{Type: Nested, Text: `{"value":1,"value":2}`})}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ParseValues([]byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestParsePayloadKeepsOtherMembers(t *testing.T) {
	in := `{"missing": "keep", "values": {"a": 1}, "deep": {"x": [1, {"y": 2}]}}`
	got, err := ParsePayload([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	want := Payload{
		Values:  Values{byName("a", Value{Type: Number, Text: "1"})},
		Wrapped: true,
		Others:  map[string]jsontext.Value{"missing": jsontext.Value(`"keep"`), "deep": jsontext.Value(`{"x": [1, {"y": 2}]}`)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestParseEnvelopeWithoutValues(t *testing.T) {
	got, err := ParseEnvelope([]byte(`{"template": "workreport", "options": {"a": 1}}`))
	if err != nil {
		t.Fatal(err)
	}
	want := Payload{Others: map[string]jsontext.Value{"template": jsontext.Value(`"workreport"`), "options": jsontext.Value(`{"a": 1}`)}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestParseValuesFaults(t *testing.T) {
	tests := []struct {
		in           string
		line, column int
		want         Text
	}{
		{"", 1, 1, reasonEmpty},
		{" \n ", 2, 2, reasonEmpty},
		{`{"a":1,}`, 1, 7, reasonComma},
		{"[1,,2]", 1, 4, reasonComma},
		{"[1,\n]", 1, 3, reasonComma},
		{`{a:1}`, 1, 2, reasonKey},
		{`{"甲":1, 乙:1}`, 1, 9, reasonKey},
		{`{1:1}`, 1, 2, reasonKey},
		{`{'a':1}`, 1, 2, reasonTick},
		{`{"a":'1'}`, 1, 6, reasonTick},
		{`{"a":1`, 1, 7, reasonUnfinish},
		{`{"a":"x`, 1, 8, reasonUnfinish},
		{`[`, 1, 2, reasonUnfinish},
		{`{"a":012}`, 1, 7, reasonZero},
		{`{"a":+1}`, 1, 6, reasonPlus},
		{`{"a":.5}`, 1, 6, reasonPoint},
		{`{"a":5.}`, 1, 8, reasonPoint},
		{`{"a":1-2}`, 1, 7, reasonNumber},
		{"{\"a\":\"\xB2\xC6\"}", 1, 7, reasonEncoding},
		{`{"a":NaN}`, 1, 6, reasonWord},
		{`{"a":tru}`, 1, 9, reasonWord},
		{`{"a":12亿元}`, 1, 8, reasonWord},
		{`{"a":1，"b":2}`, 1, 7, reasonWide},
		{`{“a”:1}`, 1, 2, reasonWide},
		{`{"a"：1}`, 1, 5, reasonWide},
		{`{"a":1 "b":2}`, 1, 8, reasonNoComma},
		{`{"a" 1}`, 1, 6, reasonNoColon},
		{"{\"a\":\"x\ny\"}", 1, 8, reasonControl},
		{`{"a":"C:\x"}`, 1, 9, reasonEscape},
		{`{"a":1} x`, 1, 9, reasonMore},
		{`{"a":1}{"b":1}`, 1, 8, reasonMore},
		{"{\"a\":1, // 收入\n}", 1, 9, reasonComment},
		{`"x"`, 1, 1, reasonNoPayload},
		{`{"values":{},"values":{}}`, 1, 23, reasonTwice("values")},
		{`{"o":` + strings.Repeat("[", 70) + strings.Repeat("]", 70) + `,"values":{}}`, 1, 70, reasonDepth},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			_, err := ParseValues([]byte(tt.in))
			var got *SyntaxError
			if !errors.As(err, &got) {
				t.Fatalf("got %v, want a *SyntaxError", err)
			}
			want := &SyntaxError{Line: tt.line, Column: tt.column, Reason: tt.want}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestValuesMarshalJSON(t *testing.T) {
	for _, in := range []string{
		`{"a":12.30,"b":"文\n","c":true,"d":null,"e":{"value":1e3,"unit":"万元"},"a":1}`,
		`{"values":{"value":1,"unit":"元"}}`,
		`[1,"x",null]`,
		`{"a":"x\ud800","b":"` + `\u0000"}`,
		`{}`,
	} {
		var v Values
		if err := json.Unmarshal([]byte(in), &v); err != nil {
			t.Fatal(err)
		}
		got, err := v.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != in {
			t.Errorf("got %s, want %s", got, in)
		}
	}
}

func TestValueThatIsNoNumberIsWrittenAsText(t *testing.T) {
	for text, want := range map[string]string{"1,234": `"1,234"`, "": `""`, " 1": `" 1"`, "-0.50": "-0.50", "1 2": `"1 2"`} {
		got, err := json.Marshal(Value{Type: Number, Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func FuzzParseValues(f *testing.F) {
	for _, seed := range []string{`{"values":{"a":12.30}}`, `["x",{"value":1,"unit":"元"}]`, `{"a":"\ud800"}`, `{"a":01}`, `{a}`, "{\"a\"", `{"values":[],"o":{}}`, `[{"":0,"":""}]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := ParseValues(data)
		if err != nil {
			var s *SyntaxError
			if !errors.As(err, &s) || s.Line < 1 || s.Column < 1 || s.Reason.ZH == "" || s.Reason.EN == "" {
				t.Fatalf("error without place or reason: %#v", err)
			}
			return
		}
		written, err := v.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var again Values
		if err := again.UnmarshalJSON(written); err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		if len(v) > 0 && !cmp.Equal(v, again) {
			t.Fatalf("not the same again: %s", cmp.Diff(v, again))
		}
	})
}

func BenchmarkParseValues(b *testing.B) {
	var s strings.Builder
	s.WriteString(`{"values":{`)
	for i := range 120 {
		if i > 0 {
			s.WriteByte(',')
		}
		fmt.Fprintf(&s, `"poverty_fund_%d":%d.%02d`, i, i*13, i%100)
	}
	s.WriteString(`}}`)
	data := []byte(s.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseValues(data); err != nil {
			b.Fatal(err)
		}
	}
}

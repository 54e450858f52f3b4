package fill

import "testing"

// The payload of the built-in report: 120 values under "values".
func BenchmarkParsePayload(b *testing.B) {
	d := newBenchDraft(b, repeatedReport(b, 1))
	values, err := d.values.MarshalJSON()
	if err != nil {
		b.Fatal(err)
	}
	body := append(append([]byte(`{"values":`), values...), '}')
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParsePayload(body); err != nil {
			b.Fatal(err)
		}
	}
}

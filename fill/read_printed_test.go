package fill

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestPrintedReadsBack holds parsePrinted(print(v)) == v for random values of
// fields of every form.
func TestPrintedReadsBack(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		f := randomField(random)
		field := &one(t, f).fields[0]
		read, bad := field.read(randomValue(random, f), nil)
		if bad != nil {
			continue
		}
		v, err := field.parsePrinted(read.text)
		if err != nil {
			t.Fatalf("%+v prints %q: %v", f, read.text, err)
		}
		want := str(read.text)
		switch {
		case f.Kind == KindDate:
			want = str(isoDate(read.number))
		case f.Numerals == numeralsFinancial:
			// A sum does not show which zeros stood behind its last digit.
			got, _ := parseDigits(v.Text)
			if got.cmp(read.number) != 0 {
				t.Fatalf("%+v prints %s as %q, read back as %s", f, read.number, read.text, v.Text)
			}
			continue
		case f.Kind.Numeric():
			want = num(read.number.String())
		}
		if v != want {
			t.Fatalf("%+v: got %+v, want %+v", f, v, want)
		}
		again, bad := field.read(v, nil)
		if bad != nil || again.text != read.text {
			t.Fatalf("%+v: got %q again, want %q", f, again.text, read.text)
		}
	}
}

func randomField(random *rand.Rand) Field {
	f := Field{
		Kind:     Kinds[random.IntN(len(Kinds))],
		Unit:     []string{"", "元", "万元", "亿元", "人", "%"}[random.IntN(6)],
		Grouping: random.IntN(2) == 0,
		Numerals: []string{"", numeralsChinese, numeralsFinancial}[random.IntN(3)],
	}
	if random.IntN(2) == 0 {
		f.Decimals = places(random.IntN(4))
	}
	return f
}

func randomValue(random *rand.Rand, f Field) Value {
	switch f.Kind {
	case KindYear:
		return num(fmt.Sprint(1000 + random.IntN(9000)))
	case KindMonth, KindDay, KindRank:
		return num(fmt.Sprint(1 + random.IntN(31)))
	case KindDate:
		return str(fmt.Sprintf("%d-%d-%d", 1900+random.IntN(200), 1+random.IntN(12), 1+random.IntN(28)))
	case KindText:
		return str([]string{"甲市", " a\n", "1,2"}[random.IntN(3)])
	case KindInteger:
		return num(fmt.Sprint(random.Int64N(1 << random.IntN(60))))
	}
	return num(randomNumber(random, 12))
}

func TestParsePrintedRefuses(t *testing.T) {
	two := places(2)
	for _, tt := range []struct {
		field Field
		text  string
	}{
		{Field{Kind: KindDecimal, Decimals: two}, "12.3"},
		{Field{Kind: KindDecimal, Decimals: two}, "+12.30"},
		{Field{Kind: KindDecimal, Decimals: two}, "012.30"},
		{Field{Kind: KindDecimal, Decimals: two}, "-0.00"},
		{Field{Kind: KindInteger, Grouping: true}, "1234"},
		{Field{Kind: KindInteger, Grouping: true}, "12,34"},
		{Field{Kind: KindInteger}, "1,234"},
		{Field{Kind: KindYear, Numerals: "chinese"}, "二零二六"},
		{Field{Kind: KindMonth, Numerals: "chinese"}, "十三"},
		{Field{Kind: KindDate}, "2026-12-31"},
		{Field{Kind: KindDate}, "2026年02月03日"},
		{Field{Kind: KindDecimal, Numerals: "financial"}, "壹佰元"},
		{Field{Kind: KindRank}, "第3"},
	} {
		field := &one(t, tt.field).fields[0]
		if v, err := field.parsePrinted(tt.text); err == nil {
			t.Errorf("%+v: got %+v for %q, want an error", tt.field, v, tt.text)
		}
	}
}

package fill

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestParseDigits(t *testing.T) {
	tests := []struct {
		in, want string
		fault    numberFault
	}{
		{"12.30", "12.30", numberOK},
		{"-0.50", "-0.50", numberOK},
		{"-0.00", "0.00", numberOK},
		{"1e3", "1000", numberOK},
		{"1.20E1", "12.0", numberOK},
		{"1.5e-3", "0.0015", numberOK},
		{"+7", "7", numberOK},
		{"007", "7", numberOK},
		{"123456789012345678", "123456789012345678", numberOK},
		{"1234567890123456789.10", "1234567890123456789.10", numberOK},
		{"-99999999999999999999", "-99999999999999999999", numberOK},
		{"0.0000000000000000000000000000001", "0.0000000000000000000000000000001", numberOK},
		{"1e59", "1" + strings.Repeat("0", 59), numberOK},
		{"1e60", "", tooManyDigits},
		{"1e400000", "", tooManyDigits},
		{"1e-99999999999999999999", "", tooManyDigits},
		{strings.Repeat("9", 61), "", tooManyDigits},
		{"", "", notNumber}, {"-", "", notNumber}, {".5", "", notNumber}, {"5.", "", notNumber},
		{"1.2.3", "", notNumber}, {"1e", "", notNumber}, {"1e+", "", notNumber}, {"12/5", "", notNumber}, {"1 2", "", notNumber},
	}
	for _, tt := range tests {
		got, fault := parseDigits(tt.in)
		if fault != tt.fault || fault == numberOK && got.String() != tt.want {
			t.Errorf("%q: got %s, fault %d; want %s, fault %d", tt.in, got, fault, tt.want, tt.fault)
		}
	}
}

func TestDigitsRoundAsDecimal(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		s := randomNumber(random, 24)
		places := random.Int32N(8)
		d, fault := parseDigits(s)
		if fault != numberOK {
			t.Fatalf("%s: fault %d", s, fault)
		}
		got, ok := d.round(places)
		want := decimal.RequireFromString(s).StringFixed(places)
		if want = strings.TrimPrefix(want, "-"); d.sign() < 0 && strings.Trim(want, "0.") != "" {
			want = "-" + want
		}
		if !ok || got.String() != want {
			t.Fatalf("%s to %d places: got %s, want %s", s, places, got, want)
		}
	}
	for in, want := range map[string]string{"0.5": "1", "-0.5": "-1", "-0.4": "0", "2.5": "3", "0.49": "0", "999.5": "1000", "0.0000000000000000000004": "0"} {
		d, _ := parseDigits(in)
		if got, _ := d.round(0); got.String() != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func randomNumber(random *rand.Rand, most int) string {
	var b strings.Builder
	if random.IntN(2) == 0 {
		b.WriteByte('-')
	}
	fmt.Fprintf(&b, "%d", random.IntN(10))
	for range random.IntN(most) {
		fmt.Fprintf(&b, "%d", random.IntN(10))
	}
	if random.IntN(2) == 0 {
		fmt.Fprintf(&b, ".%d", random.IntN(10))
		for range random.IntN(most) {
			fmt.Fprintf(&b, "%d", random.IntN(10))
		}
	}
	return b.String()
}

func TestDigitsShift(t *testing.T) {
	for _, tt := range []struct {
		in    string
		power int32
		want  string
	}{
		{"123400", -4, "12.34"}, {"12.34", 4, "123400"}, {"0.5", -8, "0.000000005"}, {"5", -1, "0.5"},
		{"12345678901234567890", -4, "1234567890123456.789"}, {"12.30", 1, "123.0"}, {"0", -8, "0"}, {"100", -2, "1"},
	} {
		d, _ := parseDigits(tt.in)
		got, ok := d.shift(tt.power)
		if !ok || got.String() != tt.want {
			t.Errorf("%s × 10^%d: got %s, want %s", tt.in, tt.power, got, tt.want)
		}
	}
}

func TestDigitsGrouped(t *testing.T) {
	for in, want := range map[string]string{"1234567.89": "1,234,567.89", "-123": "-123", "1000": "1,000", "-100000": "-100,000", "0.1234": "0.1234", "12345678901234567890": "12,345,678,901,234,567,890"} {
		d, _ := parseDigits(in)
		if got := string(d.append(nil, true)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestIsPlain(t *testing.T) {
	for _, s := range []string{"0", "0.0", "12.30", "-0.5", "100"} {
		if d, _ := parseDigits(s); !isPlainNumber(s) || d.String() != s {
			t.Errorf("%s should be plain", s)
		}
	}
	for _, s := range []string{"", "-", "-0", "-0.00", "+1", "01", "1e3", "00", ".5"} {
		if isPlainNumber(s) {
			t.Errorf("%s should not be plain", s)
		}
	}
}

func TestNumerals(t *testing.T) {
	for v, want := range map[uint64]string{
		0: "零", 10: "十", 12: "十二", 20: "二十", 105: "一百零五", 110: "一百一十", 112: "一百一十二", 1010: "一千零一十",
		2026: "二千零二十六", 10000: "一万", 10500: "一万零五百", 100000: "十万", 120500: "十二万零五百", 203000: "二十万三千",
		1_0000_0000: "一亿", 10_0000_5000: "十亿零五千", 1_0500_0000: "一亿零五百万", 1_0000_0000_0000: "一万亿", 1_0000_0001_0000: "一万亿零一万",
	} {
		if got := ordinaryNumerals.number(v); got != want {
			t.Errorf("%d: got %s, want %s", v, got, want)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		v := random.Uint64N(maxNumeral) >> random.IntN(52)
		for _, n := range []*numerals{&ordinaryNumerals, &financialNumerals} {
			if got, ok := n.parse(n.number(v)); !ok || got != v {
				t.Fatalf("%s: got %d, want %d", n.number(v), got, v)
			}
		}
	}
}

func TestParseNumerals(t *testing.T) {
	for in, want := range map[string]string{
		"二〇二六": "2026", "二零二六": "2026", "十二": "12", "一百二十": "120", "两百": "200", "负三点五": "-3.5", "零点零五": "0.05", "三": "3",
		"一百二": "", "十十": "", "百": "", "二十十": "", "一万万": "", "点五": "", "三点": "", "约三": "", "": "", "负": "", "三点十": "",
	} {
		got, ok := parseNumerals(in)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%s: got %s, %v; want %s", in, got, ok, want)
		}
	}
}

func TestAmount(t *testing.T) {
	for in, want := range map[string]string{
		"1234.56": "壹仟贰佰叁拾肆元伍角陆分", "100.00": "壹佰元整", "0.00": "零元整", "0.56": "伍角陆分", "0.06": "陆分", "0.50": "伍角整",
		"10.05": "壹拾元零伍分", "1680.32": "壹仟陆佰捌拾元叁角贰分", "-3.20": "负叁元贰角整", "107000.53": "壹拾万柒仟元伍角叁分",
	} {
		d, _ := parseDigits(in)
		if got, ok := amountInWords(d); !ok || got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		d := digits{coef: random.Int64N(powerOfTen(narrowDigits)) >> random.IntN(59), scale: 2}
		s, ok := amountInWords(d)
		if got, back := parseAmount(s); !ok || !back || got.cmp(d) != 0 {
			t.Fatalf("%s %s: got %s", d, s, got)
		}
	}
}

func FuzzParseNumerals(f *testing.F) {
	for _, s := range []string{"一万亿零一万", "二〇二六", "负三点五", "十", "亿亿", "零零"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := parseNumerals(s)
		if !ok || d.scale > 0 {
			return
		}
		written, ok := d.chinese(&ordinaryNumerals)
		if !ok {
			return
		}
		if again, ok := parseNumerals(written); !ok || again.cmp(d) != 0 {
			t.Fatalf("%q is %s, written %s, read again %s", s, d, written, again)
		}
	})
}

// TestDigitTexts holds that the pieces of many numbers stay as they were
// written, and take few allocations.
func TestDigitTexts(t *testing.T) {
	const n = 1000
	numbers := make([]digits, n)
	for i := range numbers {
		numbers[i] = digits{coef: int64(i) * 12345, scale: int32(i % 4)}
	}
	got := make([]string, n)
	allocs := testing.AllocsPerRun(10, func() {
		var texts digitTexts
		for i, d := range numbers {
			got[i] = texts.text(d, i%2 > 0)
		}
	})
	for i, d := range numbers {
		if want := (*digitTexts)(nil).text(d, i%2 > 0); got[i] != want {
			t.Fatalf("number %d: got %q, want %q", i, got[i], want)
		}
	}
	if allocs > n/50 {
		t.Errorf("%d numbers took %v allocations", n, allocs)
	}
}

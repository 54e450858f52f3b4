package fill

import "testing"

func TestParseUnit(t *testing.T) {
	for in, want := range map[string]unit{
		"元": {"元", 0}, "万元": {"元", 4}, "百万元": {"元", 6}, "万亿元": {"元", 12}, "亿元": {"元", 8},
		"人次": {"人次", 0}, "万人次": {"人次", 4}, "万": {"", 4}, "公里": {"米", 3}, "千米": {"米", 3}, "万公里": {"米", 7},
		"千克": {"克", 3}, "万吨": {"克", 10}, "千瓦时": {"瓦时", 3}, "亿千瓦时": {"瓦时", 11}, "万亩": {"亩", 4},
		"％": {"%", 0}, "‰": {"%", -1}, "个百分点": {"个百分点", 0}, "": {"", 0}, "户": {"户", 0}, "十万户": {"户", 5},
	} {
		if got := parseUnit(in); got != want {
			t.Errorf("%s: got %v, want %v", in, got, want)
		}
	}
}

func TestConvertUnits(t *testing.T) {
	for _, tt := range []struct{ value, from, to, want string }{
		{"123400", "万元", "亿元", "12.34"}, {"12.34", "亿元", "元", "1234000000"}, {"3", "万户", "户", "30000"},
		{"5", "吨", "千克", "5000"}, {"2500", "米", "公里", "2.5"}, {"1.5", "万亩", "公顷", "1000"}, {"1", "平方公里", "亩", "1500"},
		{"1.2", "万", "人", "12000"}, {"1", "户", "家", ""}, {"1", "元", "亩", ""}, {"1", "万", "%", ""}, {"1", "%", "个百分点", ""},
		{"35", "‰", "%", "3.5"}, {"100", "亩", "公顷", ""}, {"1", "人", "万人次", ""},
	} {
		d, _ := parseDigits(tt.value)
		got, ok := parseUnit(tt.from).convert(d, parseUnit(tt.to), -1)
		if ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("%s %s in %s: got %s, %v; want %s", tt.value, tt.from, tt.to, got, ok, tt.want)
		}
	}
}

// TestConvertibleUnitsConvert holds what messages promise.
func TestConvertibleUnitsConvert(t *testing.T) {
	for _, name := range []string{"亿元", "人", "万人次", "公里", "吨", "亩", "公顷", "%", "个百分点", "千瓦时", "万吨", "立方米"} {
		u := parseUnit(name)
		for _, other := range u.convertible(name) {
			if _, ok := parseUnit(other).convert(wholeNumber(15), u, 2); !ok {
				t.Errorf("%s is named for %s but cannot be converted", other, name)
			}
		}
	}
}

func FuzzReadNumber(f *testing.F) {
	for _, s := range []string{"12.30", "1,234.5", "１２．５", "12.34亿元", "一百二十", "第三位", "1e400", "−3.2%", "二〇二六年", "三万亿", "1.2万人", "0.00000001"} {
		f.Add(s, uint8(3), uint8(0))
	}
	units := []string{"", "亿元", "人", "%", "亩", "公顷"}
	f.Fuzz(func(t *testing.T, s string, kind, unit uint8) {
		field := Field{Kind: Kinds[int(kind)%len(Kinds)], Unit: units[int(unit)%len(units)]}
		bound := &one(t, field).fields[0]
		read, bad := bound.read(str(s), nil)
		if bad != nil {
			if bad.text.ZH == "" || bad.text.EN == "" || bad.code == "" {
				t.Fatalf("%q: a fault without text", s)
			}
			return
		}
		if field.Kind == KindText {
			return
		}
		v, err := bound.parsePrinted(read.text)
		if err != nil {
			t.Fatalf("%q prints %q: %v", s, read.text, err)
		}
		if again, bad := bound.read(v, nil); bad != nil || again.text != read.text {
			t.Fatalf("%q prints %q, then %q", s, read.text, again.text)
		}
	})
}

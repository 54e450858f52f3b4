package api

import (
	"testing"

	"reportfill/fill"
)

func TestLanguageOfAcceptLanguage(t *testing.T) {
	both := newLanguages(nil)
	englishFirst := newLanguages([]fill.Language{fill.English, fill.Chinese})
	tests := []struct {
		name   string
		ls     languages
		accept string
		want   fill.Language
	}{
		{"none", both, "", fill.Chinese},
		{"Chinese", both, "zh-CN,zh;q=0.9,en;q=0.8", fill.Chinese},
		{"English", both, "en-GB,en;q=0.9", fill.English},
		{"by weight", both, "zh;q=0.2,en;q=0.7", fill.English},
		{"traditional", both, "zh-TW", fill.Chinese},
		{"another", both, "fr", fill.Chinese},
		{"another before English", both, "fr,en;q=0.5", fill.English},
		{"malformed", both, ";;;q=x", fill.Chinese},
		{"another default", englishFirst, "fr", fill.English},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.ls.of(tt.accept); got != tt.want {
				t.Errorf("of(%q) = %q, want %q", tt.accept, got, tt.want)
			}
		})
	}
}

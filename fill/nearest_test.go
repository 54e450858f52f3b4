package fill

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"revenue", "revenue_rank", "财政收入", "税收收入", "a", "b"}
	tests := []struct{ name, want string }{
		{"revenu", "revenue"},
		{"REVENUE", "revenue"},
		{"revneue", "revenue"},
		{"revenue_rang", "revenue_rank"},
		{"财政收人", "财政收入"},
		{"x", "a"}, // of two as near, the first
		{"expenditure", ""},
		{strings.Repeat("revenue", 20), ""},
	}
	for _, tt := range tests {
		if got := nearest(tt.name, known); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

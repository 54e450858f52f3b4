package api

import (
	"golang.org/x/text/language"

	"reportfill/fill"
)

// languages chooses the language of messages. The first is the default.
type languages struct {
	offered []fill.Language
	matcher language.Matcher
}

func newLanguages(offered []fill.Language) languages {
	if len(offered) == 0 {
		offered = []fill.Language{fill.Chinese, fill.English}
	}
	tags := make([]language.Tag, len(offered))
	for i, l := range offered {
		tags[i] = language.Make(string(l))
	}
	return languages{offered: offered, matcher: language.NewMatcher(tags)}
}

// of gives the language for an Accept-Language header (RFC 9110, 12.5.4); the
// default for one that is missing, malformed or asks for others alone.
func (ls languages) of(accept string) fill.Language {
	if accept == "" {
		return ls.offered[0]
	}
	tags, _, err := language.ParseAcceptLanguage(accept)
	if err != nil {
		return ls.offered[0]
	}
	_, i, confidence := ls.matcher.Match(tags...)
	if confidence == language.No {
		return ls.offered[0]
	}
	return ls.offered[i]
}

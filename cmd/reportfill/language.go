package main

import (
	"fmt"
	"strings"

	"reportfill/fill"
)

// language is a fill.Language as a flag; empty where it is not given.
type language fill.Language

// UnmarshalText reads zh or en, with or without a country (zh_CN.UTF-8).
func (l *language) UnmarshalText(text []byte) error {
	switch s := strings.ToLower(string(text)); {
	case s == "":
	case strings.HasPrefix(s, "zh"):
		*l = language(fill.Chinese)
	case strings.HasPrefix(s, "en"):
		*l = language(fill.English)
	default:
		return fmt.Errorf("language %q: use zh or en", text)
	}
	return nil
}

// languageOf is the language of messages: that of --lang, which is looked for
// before the command is understood, or that of the locale.
func languageOf(args []string, env lookupEnv) fill.Language {
	asked, _ := env(variable("lang"))
	for i, a := range args {
		if value, ok := strings.CutPrefix(a, "--lang="); ok {
			asked = value
		} else if a == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	var l language
	if err := l.UnmarshalText([]byte(asked)); err == nil && l != "" {
		return fill.Language(l)
	}
	return localeOf(env)
}

// localeOf follows the locale: Chinese, unless it names another language. The
// variables come in the order of POSIX.
func localeOf(env lookupEnv) fill.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale, _ := env(name)
		switch {
		case locale == "":
			continue
		case locale == "C", locale == "POSIX", strings.HasPrefix(locale, "C."), strings.HasPrefix(locale, "zh"):
			return fill.Chinese
		}
		return fill.English
	}
	return fill.Chinese
}

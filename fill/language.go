package fill

// Language is a language that messages come in.
type Language string

// The languages of messages. Chinese is the default.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// Text is one message in every language.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In gives the text in the language; Chinese where it is not known.
func (t Text) In(l Language) string {
	if l == English {
		return t.EN
	}
	return t.ZH
}

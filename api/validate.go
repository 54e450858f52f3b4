package api

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"

	"reportfill/fill"
)

// validateStruct holds requests to their `validate` tags; it is safe for
// concurrent use and caches what it learns of each type.
var validateStruct = newValidator()

func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		for _, tag := range []string{"json", "query", "form"} {
			if name, _, _ := strings.Cut(f.Tag.Get(tag), ","); name != "" && name != "-" {
				return name
			}
		}
		return f.Name
	})
	return v
}

// validateRequest tells every member of the request that is against its tags.
func validateRequest(request any) error {
	err := validateStruct.Struct(request)
	var faults validator.ValidationErrors
	if !errors.As(err, &faults) {
		return err
	}
	r := refuse(codeInvalid,
		fmt.Sprintf("请求中有 %d 处不符合要求。", len(faults)),
		fmt.Sprintf("Members against the rules: %d.", len(faults)))
	for _, f := range faults {
		r.errors = append(r.errors, refusedField{code: f.Tag(), field: f.Field(), text: tagMessage(f)})
	}
	return r
}

// tagMessages are the messages of the tags that requests use; %[1]s is the
// member, %[2]s the tag's parameter.
var tagMessages = map[string]fill.Text{
	"required": {ZH: "缺少 %[1]s。", EN: "%[1]s is missing."},
	"oneof":    {ZH: "%[1]s 只能是以下之一：%[2]s。", EN: "%[1]s must be one of: %[2]s."},
	"min":      {ZH: "%[1]s 至少为 %[2]s。", EN: "%[1]s must be at least %[2]s."},
	"max":      {ZH: "%[1]s 最多为 %[2]s。", EN: "%[1]s must be at most %[2]s."},
	textMax:    {ZH: "%[1]s 最多 %[2]s 个字符。", EN: "%[1]s has at most %[2]s characters."},
}

// textMax is the tag max of a text, which counts its characters.
const textMax = "max of a text"

func tagMessage(f validator.FieldError) fill.Text {
	tag := f.Tag()
	if tag == "max" && f.Kind() == reflect.String {
		tag = textMax
	}
	m, ok := tagMessages[tag]
	if !ok {
		m = fill.Text{ZH: "%[1]s 不符合要求 " + f.Tag() + "。%[2]s", EN: "%[1]s is against " + f.Tag() + ". %[2]s"}
	}
	param := f.Param()
	if f.Tag() == "oneof" {
		param = strings.ReplaceAll(param, " ", ", ")
	}
	return fill.Text{
		ZH: fmt.Sprintf(m.ZH, f.Field(), param),
		EN: fmt.Sprintf(m.EN, f.Field(), param),
	}
}

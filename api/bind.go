package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
	"github.com/go-json-experiment/json/jsontext"

	"reportfill/fill"
)

// bindMembers decodes the members of a JSON object into the struct that into
// points to and validates it by its tags. Unknown members are refused; those that
// stand beside are read elsewhere.
func bindMembers(members map[string]jsontext.Value, into any, beside ...string) error {
	if len(members) == 0 {
		return validateRequest(into)
	}
	known := tagNames(into, "json")
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if !slices.Contains(known, name) {
			return unknownMember(name, append(known, beside...))
		}
	}
	object, err := json.Marshal(members)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(object, into); err != nil {
		return wrongType(err)
	}
	return validateRequest(into)
}

// bindQuery reads the query into the struct that into points to, by the tag
// `query`, and validates it by its tags. Unknown parameters are refused.
func bindQuery(c *gin.Context, into any) error {
	if c.Request.URL.RawQuery == "" {
		return validateRequest(into)
	}
	query, err := url.ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		return refuse(codeBadRequest,
			"网址中 ? 之后的部分有误：% 之后应为两位十六进制数，参数之间用 & 分隔。",
			"What follows the ? of the address cannot be read: a % goes before two hexadecimal digits, & between parameters.").because(err)
	}
	known := tagNames(into, "query")
	for _, name := range slices.Sorted(maps.Keys(query)) {
		if !slices.Contains(known, name) {
			return unknownMember(name, known)
		}
		if len(query[name]) > 1 {
			return refuse(codeBadRequest, "网址中参数 "+name+" 出现了两次，请只留一个。", "The address holds the parameter "+name+" twice. Keep one.")
		}
	}
	if err := binding.MapFormWithTag(into, query, "query"); err != nil {
		return wrongParameter(into, query).because(err)
	}
	return validateRequest(into)
}

// wrongParameter names the parameters of the query that their fields in the
// struct that into points to cannot hold.
func wrongParameter(into any, query url.Values) *refusal {
	r := refuse(codeInvalid, "网址中的查询参数有误。", "A parameter of the query cannot be read.")
	for _, f := range reflect.VisibleFields(reflect.TypeOf(into).Elem()) {
		name, text := f.Tag.Get("query"), query.Get(f.Tag.Get("query"))
		var err error
		switch f.Type.Kind() {
		case reflect.Int:
			_, err = strconv.Atoi(text)
		case reflect.Bool:
			_, err = strconv.ParseBool(text)
		}
		if err != nil && text != "" {
			r.errors = append(r.errors, refusedField{code: "type", field: name, text: fill.Text{
				ZH: fmt.Sprintf("参数 %s 的类型不对：%s。", name, queryTypes[f.Type.Kind()].ZH),
				EN: fmt.Sprintf("The parameter %s has the wrong type: it should be %s.", name, queryTypes[f.Type.Kind()].EN),
			}})
		}
	}
	return r
}

// queryTypes say what a parameter holds.
var queryTypes = map[reflect.Kind]fill.Text{
	reflect.Int:  {ZH: "应为整数", EN: "a whole number"},
	reflect.Bool: {ZH: "应为 true 或 false", EN: "true or false"},
}

func wrongType(err error) error {
	var mistyped *json.UnmarshalTypeError
	if !errors.As(err, &mistyped) {
		return err
	}
	r := refuse(codeInvalid, "请求内容中有类型不符的成员。", "A member of the body has the wrong type.").because(err)
	r.errors = []refusedField{{code: "type", field: mistyped.Field, text: fill.Text{
		ZH: fmt.Sprintf("%s 的类型不对：应为 %s。", mistyped.Field, jsonType(mistyped.Type)),
		EN: fmt.Sprintf("%s has the wrong type: it should be a %s.", mistyped.Field, jsonType(mistyped.Type)),
	}}}
	return r
}

func jsonType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String, reflect.Bool:
		return t.Kind().String()
	case reflect.Struct, reflect.Map:
		return "object"
	case reflect.Slice, reflect.Array:
		return "array"
	}
	return "number"
}

func unknownMember(name string, known []string) error {
	list := strings.Join(known, ", ")
	r := refuse(codeInvalid, "请求中有未知的成员。", "The request holds an unknown member.")
	text := fill.Text{
		ZH: fmt.Sprintf("没有名为 %s 的成员。可用的有：%s。", name, list),
		EN: fmt.Sprintf("There is no member %s. Known are: %s.", name, list),
	}
	switch {
	case name != "" && slices.Contains(known, "values"):
		text.ZH, text.EN = text.ZH+"字段的数据写在 values 之内。", text.EN+" Figures go into values."
	case name == "":
		text = fill.Text{ZH: "有一个成员没有名称。可用的有：" + list + "。", EN: "A member has no name. Known are: " + list + "."}
	case len(known) == 0:
		text = fill.Text{ZH: "此地址没有参数，请去掉 " + name + "。", EN: "This address takes no parameters: leave " + name + " out."}
	}
	r.errors = []refusedField{{code: "unknown_member", field: name, text: text}}
	return r
}

// tagNames gives the names in the tag of the fields of the struct that into
// points to, in their order.
func tagNames(into any, tag string) []string {
	var names []string
	for _, f := range reflect.VisibleFields(reflect.TypeOf(into).Elem()) {
		name, _, _ := strings.Cut(f.Tag.Get(tag), ",")
		if name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}

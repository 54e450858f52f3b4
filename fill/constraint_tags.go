package fill

import "strings"

// tagParameter is what a tag takes after its equals sign.
type tagParameter uint8

const (
	takesNothing tagParameter = iota
	takesNumber               // a number, or a date for fields of kind date
	takesNumbers              // several, with blanks between them
	takesLength               // a number of characters
	takesText
	takesTexts // several, with blanks between them
)

// tagRule is a tag that constraints may use, and what it asks for; %s is its
// parameter.
type tagRule struct {
	takes  tagParameter
	demand Text
}

// numberTags are the tags over numbers and dates.
var numberTags = map[string]tagRule{
	"gte":    {takesNumber, Text{"不小于 %s", "at least %s"}},
	"min":    {takesNumber, Text{"不小于 %s", "at least %s"}},
	"gt":     {takesNumber, Text{"大于 %s", "more than %s"}},
	"lte":    {takesNumber, Text{"不大于 %s", "at most %s"}},
	"max":    {takesNumber, Text{"不大于 %s", "at most %s"}},
	"lt":     {takesNumber, Text{"小于 %s", "less than %s"}},
	"eq":     {takesNumber, Text{"等于 %s", "%s"}},
	"ne":     {takesNumber, Text{"不等于 %s", "other than %s"}},
	"oneof":  {takesNumbers, Text{"是 %s 之一", "one of %s"}},
	"noneof": {takesNumbers, Text{"不是 %s 之一", "none of %s"}},
}

// textTags are the tags over texts. Those of validator that read files, ask the
// network, or look at other fields are left out.
var textTags = map[string]tagRule{
	"min": {takesLength, Text{"不少于 %s 个字", "at least %s characters long"}},
	"gte": {takesLength, Text{"不少于 %s 个字", "at least %s characters long"}},
	"gt":  {takesLength, Text{"多于 %s 个字", "more than %s characters long"}},
	"max": {takesLength, Text{"不超过 %s 个字", "at most %s characters long"}},
	"lte": {takesLength, Text{"不超过 %s 个字", "at most %s characters long"}},
	"lt":  {takesLength, Text{"少于 %s 个字", "less than %s characters long"}},
	"len": {takesLength, Text{"正好 %s 个字", "%s characters long"}},

	"eq":             {takesText, Text{"为“%s”", "%s"}},
	"eq_ignore_case": {takesText, Text{"为“%s”", "%s"}},
	"ne":             {takesText, Text{"不为“%s”", "other than %s"}},
	"ne_ignore_case": {takesText, Text{"不为“%s”", "other than %s"}},
	"oneof":          {takesTexts, Text{"是 %s 之一", "one of %s"}},
	"oneofci":        {takesTexts, Text{"是 %s 之一", "one of %s"}},
	"noneof":         {takesTexts, Text{"不是 %s 之一", "none of %s"}},
	"noneofci":       {takesTexts, Text{"不是 %s 之一", "none of %s"}},
	"contains":       {takesText, Text{"含有“%s”", "text with %s in it"}},
	"containsany":    {takesText, Text{"含有“%s”中的字", "text with a character of %s in it"}},
	"containsrune":   {takesText, Text{"含有“%s”", "text with %s in it"}},
	"excludes":       {takesText, Text{"不含“%s”", "text without %s"}},
	"excludesall":    {takesText, Text{"不含“%s”中的字", "text without any character of %s"}},
	"excludesrune":   {takesText, Text{"不含“%s”", "text without %s"}},
	"startswith":     {takesText, Text{"以“%s”开头", "text that starts with %s"}},
	"endswith":       {takesText, Text{"以“%s”结尾", "text that ends with %s"}},
	"startsnotwith":  {takesText, Text{"不以“%s”开头", "text that does not start with %s"}},
	"endsnotwith":    {takesText, Text{"不以“%s”结尾", "text that does not end with %s"}},
	"datetime":       {takesText, Text{"是形如 %s 的时间", "a time such as %s"}},

	"alpha":           {takesNothing, Text{"只含英文字母", "English letters alone"}},
	"alphaspace":      {takesNothing, Text{"只含英文字母和空格", "English letters and blanks alone"}},
	"alphanum":        {takesNothing, Text{"只含英文字母和数字", "English letters and digits alone"}},
	"alphanumspace":   {takesNothing, Text{"只含英文字母、数字和空格", "English letters, digits and blanks alone"}},
	"alphaunicode":    {takesNothing, Text{"只含文字", "letters alone"}},
	"alphanumunicode": {takesNothing, Text{"只含文字和数字", "letters and digits alone"}},
	"ascii":           {takesNothing, Text{"只含 ASCII 字符", "ASCII characters alone"}},
	"printascii":      {takesNothing, Text{"只含可打印的 ASCII 字符", "printable ASCII characters alone"}},
	"multibyte":       {takesNothing, Text{"含有非 ASCII 字符", "text with a character beyond ASCII"}},
	"numeric":         {takesNothing, Text{"是一个数", "a number"}},
	"number":          {takesNothing, Text{"只含数字", "digits alone"}},
	"hexadecimal":     {takesNothing, Text{"是十六进制数", "a hexadecimal number"}},
	"boolean":         {takesNothing, Text{"是 true 或 false", "true or false"}},
	"lowercase":       {takesNothing, Text{"为小写", "in lower case"}},
	"uppercase":       {takesNothing, Text{"为大写", "in upper case"}},
	"email":           {takesNothing, Text{"是电子邮件地址", "an e-mail address"}},
	"url":             {takesNothing, Text{"是网址", "a URL"}},
	"http_url":        {takesNothing, Text{"是 http 网址", "an http URL"}},
	"https_url":       {takesNothing, Text{"是 https 网址", "an https URL"}},
	"uri":             {takesNothing, Text{"是 URI", "a URI"}},
	"fqdn":            {takesNothing, Text{"是域名", "a domain name"}},
	"hostname":        {takesNothing, Text{"是主机名", "a host name"}},
	"ip":              {takesNothing, Text{"是 IP 地址", "an IP address"}},
	"ipv4":            {takesNothing, Text{"是 IPv4 地址", "an IPv4 address"}},
	"ipv6":            {takesNothing, Text{"是 IPv6 地址", "an IPv6 address"}},
	"e164":            {takesNothing, Text{"是形如 +8613800000000 的电话号码", "a telephone number such as +8613800000000"}},
	"uuid":            {takesNothing, Text{"是 UUID", "a UUID"}},
	"isbn":            {takesNothing, Text{"是 ISBN", "an ISBN"}},
	"issn":            {takesNothing, Text{"是 ISSN", "an ISSN"}},
	"luhn_checksum":   {takesNothing, Text{"符合 Luhn 校验", "a number with a Luhn check digit"}},
	"credit_card":     {takesNothing, Text{"是银行卡号", "a card number"}},
	"semver":          {takesNothing, Text{"是语义化版本号", "a semantic version"}},
	"timezone":        {takesNothing, Text{"是时区名", "a time zone"}},
}

// idleTags say what a field's own settings say already: whether it may stay
// empty. They are taken and do nothing.
var idleTags = map[string]bool{"required": true, "omitempty": true}

// validateTag is one validate tag with its parameter.
type validateTag struct{ name, parameter string }

// readTag reads gte=0. Within a parameter, 0x2C stands for a comma and 0x7C for a
// bar. has tells whether there is a parameter.
func readTag(tag string) (t validateTag, has bool) {
	t.name, t.parameter, has = strings.Cut(tag, "=")
	t.parameter = unescapeParameter.Replace(t.parameter)
	return t, has
}

var unescapeParameter = strings.NewReplacer("0x2C", ",", "0x7C", "|")

// tags gives the field's validate tags but for those that offer alternatives,
// which neither bounds nor a list of choices can say.
func (f *boundField) tags() []validateTag {
	var out []validateTag
	for tag := range strings.SplitSeq(f.Validate, ",") {
		if !strings.Contains(tag, "|") {
			t, _ := readTag(strings.TrimSpace(tag))
			out = append(out, t)
		}
	}
	return out
}

package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"reportfill/fill"
)

// usageError is a command that was not understood.
type usageError struct {
	text    fill.Text
	command string // whose help tells how it is used
}

func (e usageError) Error() string { return e.text.EN }

// misused is the usageError of an error of the argument parser.
func misused(err error) usageError {
	message, command := anyText.Replace(err.Error()), program
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil {
		at := parse.Context.Model.Node
		if parse.Context.Selected() != nil {
			at = parse.Context.Selected()
			command = at.FullPath()
		}
		message = wholeList(message, at)
	}
	e := usageError{text: fill.Text{ZH: message, EN: message}, command: command}
	for _, p := range parserErrors {
		if !p.pattern.MatchString(message) {
			continue
		}
		e.text.ZH = p.pattern.ReplaceAllString(message, p.text.ZH)
		if p.text.EN != "" {
			e.text.EN = p.pattern.ReplaceAllString(message, p.text.EN)
		}
		e.text.ZH = strings.NewReplacer(" or --", " 或 --", ", --", "、--", `", "`, "、", `","`, "、", `"`, "").Replace(e.text.ZH)
		break
	}
	return e
}

// wholeList names all commands where the parser names the first five.
func wholeList(message string, at *kong.Node) string {
	if !strings.HasPrefix(message, "expected one of ") {
		return message
	}
	var names []string
	for _, command := range at.Children {
		names = append(names, strconv.Quote(command.Name))
	}
	return "expected one of " + strings.Join(names, ", ")
}

// notBelowZero refuses numbers and times below 0: no flag takes one.
func notBelowZero(parsed *kong.Context) error {
	for _, flag := range parsed.Flags() {
		below := false
		switch v := parsed.FlagValue(flag).(type) {
		case int:
			below = v < 0
		case int64:
			below = v < 0
		case float64:
			below = v < 0
		case time.Duration:
			below = v < 0
		}
		if below {
			return fmt.Errorf("--%s must not be below 0", flag.Name)
		}
	}
	return nil
}

// anyText takes the type of a flag's value from its name: nothing else than a
// text comes on a command line.
var anyText = strings.NewReplacer("=STRING", "=…")

// parserErrors are the errors of the argument parser, with the text of a clerk;
// where there is no English one, the parser's own is clear.
var parserErrors = []struct {
	pattern *regexp.Regexp
	text    fill.Text
}{
	{regexp.MustCompile(`^missing flags: (.*)$`), fill.Text{ZH: "缺少选项 $1"}},
	{regexp.MustCompile(`^expected one of (.*)$`), fill.Text{ZH: "缺少命令。可用的有：$1"}},
	{regexp.MustCompile(`^expected "(<.*)"$`), fill.Text{ZH: "缺少参数 $1", EN: "missing $1"}},
	{regexp.MustCompile(`^unexpected argument (.*), did you mean (.*)\?$`), fill.Text{ZH: "无法识别 $1，是否应为 $2？"}},
	{regexp.MustCompile(`^unexpected argument (.*)$`), fill.Text{ZH: "无法识别 $1：没有这个命令，或参数多了"}},
	{regexp.MustCompile(`^(--\S+) must not be below 0$`), fill.Text{ZH: "$1 不能小于 0"}},
	{regexp.MustCompile(`^unknown flag --version$`), fill.Text{
		ZH: "没有选项 --version。版本号用 reportfill version 查看", EN: "unknown flag --version: reportfill version prints it"}},
	{regexp.MustCompile(`^unknown flag (.*), did you mean (.*)\?$`), fill.Text{ZH: "没有选项 $1，是否应为 $2？"}},
	{regexp.MustCompile(`^unknown flag (.*)$`), fill.Text{ZH: "没有选项 $1"}},
	{regexp.MustCompile(`^(--\S+) must be one of (.*) but got (.*)$`), fill.Text{ZH: "$1 只能是以下之一：$2。给出的是 $3"}},
	{regexp.MustCompile(`^(--\S+) and (--\S+) can't be used together$`), fill.Text{ZH: "$1 和 $2 不能同时使用"}},
	{regexp.MustCompile(`^(--\S+): expected duration but got ("[^"]*").*$`), fill.Text{
		ZH: "$1 应为时长，如 30s、2m。给出的是 $2", EN: "$1 takes a time such as 30s or 2m, not $2"}},
	{regexp.MustCompile(`^(--\S+): expected a valid \d+ bit u?int but got (.*)$`), fill.Text{
		ZH: "$1 应为整数。给出的是 $2", EN: "$1 takes a whole number, not $2"}},
	{regexp.MustCompile(`^(--\S+): expected a float but got (.*) \(.*$`), fill.Text{
		ZH: "$1 应为数字。给出的是 $2", EN: "$1 takes a number, not $2"}},
	{regexp.MustCompile(`^(--\S+): expected \S+ value but got .*perhaps try (.*)\?$`), fill.Text{
		ZH: "$1 后面没有值。以 - 开头的值写作 $2", EN: "$1 has no value. One that begins with - is written $2"}},
	{regexp.MustCompile(`^(--\S+): expected \S+ value but got .*$`), fill.Text{ZH: "$1 后面没有值", EN: "$1 has no value"}},
	{regexp.MustCompile(`^(--\S+): slog: level string ("[^"]*"): .*$`), fill.Text{
		ZH: "$1 只能是 debug、info、warn 或 error。给出的是 $2", EN: "$1 takes debug, info, warn or error, not $2"}},
	{regexp.MustCompile(`^(--\S+): netip\.ParsePrefix\(("[^"]*")\): .*$`), fill.Text{
		ZH: "$1 应为网段，如 10.0.0.0/8。给出的是 $2", EN: "$1 takes a network such as 10.0.0.0/8, not $2"}},
	{regexp.MustCompile(`^--lang: language (.*): use zh or en$`), fill.Text{
		ZH: "--lang 只能是 zh 或 en。给出的是 $1", EN: "--lang takes zh or en, not $1: use zh or en"}},
}

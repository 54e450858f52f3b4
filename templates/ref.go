package templates

import (
	"regexp"
	"strconv"
	"strings"

	"reportfill/fill"
)

// Ref names a template, or one version of it.
type Ref struct {
	ID      string `json:"id"`
	Version int    `json:"version,omitempty"` // 0 means the latest
}

// String gives id or id@version.
func (r Ref) String() string {
	if r.Version == 0 {
		return r.ID
	}
	return r.ID + "@" + strconv.Itoa(r.Version)
}

// idPattern holds for every template id: lower-case letters, digits and inner hyphens.
var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

const maxIDLength = 64

// ParseRef reads "workreport" or "workreport@3". The error is an *InputError.
func ParseRef(s string) (Ref, error) {
	id, version, pinned := strings.Cut(s, "@")
	if err := checkID(id); err != nil {
		return Ref{}, &InputError{Member: "template", Code: "id", Reason: idReason}
	}
	if !pinned {
		return Ref{ID: id}, nil
	}
	n, err := strconv.ParseUint(version, 10, 31)
	if err != nil || n == 0 {
		return Ref{}, &InputError{Member: "template", Code: "version", Reason: fill.Text{
			ZH: "模板版本应为正整数，如 workreport@3。",
			EN: "the version of a template is a whole number from 1, as in workreport@3",
		}}
	}
	return Ref{ID: id, Version: int(n)}, nil
}

func checkID(id string) error {
	if len(id) <= maxIDLength && idPattern.MatchString(id) {
		return nil
	}
	return &InputError{Member: "id", Code: "id", Reason: idReason}
}

var idReason = fill.Text{
	ZH: "模板标识只能由小写英文字母、数字和中间的连字符组成，最多 64 个字符，如 work-report。",
	EN: "a template id is made of lower-case letters, digits and inner hyphens, 64 characters at most, as in work-report",
}

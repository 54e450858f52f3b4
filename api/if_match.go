package api

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// etag is the entity tag of a version or a revision.
func etag(n int64) string { return strconv.Quote(strconv.FormatInt(n, 10)) }

// ifMatch reads If-Match (RFC 9110, 13.1.1): the version or revision that it
// names, 0 for "*", and whether it is there. A weak tag counts as its strong one,
// for proxies that compress weaken tags, and one without its quotes as with them. A
// tag that we never gave matches nothing.
func ifMatch(c *gin.Context) (n int64, given bool, err error) {
	header := strings.TrimSpace(c.GetHeader("If-Match"))
	switch {
	case header == "":
		return 0, false, nil
	case header == "*":
		return 0, true, nil
	case strings.Contains(header, ","):
		return 0, true, refuse(codeBadRequest,
			"If-Match 只能含一个标签，即上次读取时响应头 ETag 的值。",
			"If-Match takes one tag, the ETag of the answer that you read.")
	}
	tag := strings.TrimPrefix(header, "W/")
	n, err = strconv.ParseInt(strings.Trim(tag, `"`), 10, 64)
	if known := etag(n); err != nil || n < 1 || tag != known && tag != strings.Trim(known, `"`) {
		return 0, true, templates.ErrStale
	}
	return n, true, nil
}

// versionMatch is the version that If-Match must name, 0 for "*".
func versionMatch(c *gin.Context) (int, error) {
	n, given, err := ifMatch(c)
	if err == nil && !given {
		err = refuse(codeNoCondition,
			"请在 If-Match 中给出所依据版本的 ETag（见 GET 该模板的响应头），以免覆盖他人的修改。",
			"Give the ETag of the version that you changed in If-Match (GET the template answers with it), so that nobody's change is lost.")
	}
	return int(n), err
}

// unchanged answers 304, with the tag, where the client has what it would be
// answered with.
func unchanged(c *gin.Context, tag string) bool {
	if !noneMatch(c, tag) {
		return false
	}
	c.Header("ETag", tag)
	c.Status(http.StatusNotModified)
	return true
}

// noneMatch tells whether If-None-Match (RFC 9110, 13.1.2) names the tag: the
// client has what it would be answered with.
func noneMatch(c *gin.Context, tag string) bool {
	for _, given := range strings.Split(c.GetHeader("If-None-Match"), ",") {
		if given = strings.TrimSpace(given); given == "*" || strings.TrimPrefix(given, "W/") == tag {
			return true
		}
	}
	return false
}

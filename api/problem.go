package api

import (
	"context"
	"errors"
	"net/http"

	"reportfill/fill"
)

// Problem is a problem details object (RFC 9457).
type Problem struct {
	Type      string         `json:"type"`  // typePrefix and the code
	Title     string         `json:"title"` // the same for every problem of the type
	Status    int            `json:"status"`
	Detail    string         `json:"detail,omitempty"` // what to do about this one
	Instance  string         `json:"instance"`         // the path that was asked
	Code      string         `json:"code"`             // stable; programs decide by it
	RequestID string         `json:"request_id"`       // stands in the log as well
	Errors    []ProblemError `json:"errors,omitempty"` // every fault, never the first alone
}

// ProblemError is one fault of a request: of a value, a field of the fields
// file, or a member of the body.
type ProblemError struct {
	Field        string `json:"field"` // field name or JSON member; empty where it concerns no single one
	Label        string `json:"label,omitempty"`
	Placeholders []int  `json:"placeholders,omitempty"`
	Sentence     string `json:"sentence,omitempty"` // the mark set off as 【X】
	Code         string `json:"code"`
	Message      string `json:"message"`
	Line         int    `json:"line,omitempty"`   // from 1, where the fault has a place in a text
	Column       int    `json:"column,omitempty"` // from 1, in characters
	Cell         string `json:"cell,omitempty"`   // of an .xlsx or .csv, such as G7
}

const typePrefix = "urn:problem-type:reportfill:"

// The codes of problems.
const (
	codeBadJSON       = "bad_json"
	codeBadRequest    = "bad_request"
	codeUnsigned      = "unauthenticated"
	codeForbidden     = "forbidden"
	codeNotFound      = "not_found"
	codeMethod        = "method_not_allowed"
	codeConflict      = "conflict"
	codeFinal         = "final"
	codeInUse         = "in_use"
	codeStale         = "stale"
	codeTooLarge      = "too_large"
	codeMediaType     = "unsupported_media_type"
	codeRange         = "range_not_satisfiable"
	codeInvalid       = "invalid_request"
	codeInvalidValues = "invalid_values"
	codeInvalidFields = "invalid_fields"
	codeInvalidDocx   = "invalid_document"
	codeNoCondition   = "precondition_required"
	codeTooMany       = "too_many_requests"
	codeTooSlow       = "too_slow"
	codeClientLeft    = "client_left"
	codeInternal      = "internal"
	codeUnavailable   = "unavailable"
	codeOverloaded    = "overloaded"
)

// statusClientLeft is logged for a client that closed its connection; nobody
// receives it.
const statusClientLeft = 499

// problemType is what all problems of one code share.
type problemType struct {
	status int
	title  fill.Text
}

var problemTypes = map[string]problemType{
	codeBadJSON:       {http.StatusBadRequest, fill.Text{ZH: "请求内容不是有效的 JSON", EN: "The body is not valid JSON"}},
	codeBadRequest:    {http.StatusBadRequest, fill.Text{ZH: "请求有误", EN: "The request is malformed"}},
	codeUnsigned:      {http.StatusUnauthorized, fill.Text{ZH: "需要访问令牌", EN: "A token is required"}},
	codeForbidden:     {http.StatusForbidden, fill.Text{ZH: "没有权限", EN: "Not permitted"}},
	codeNotFound:      {http.StatusNotFound, fill.Text{ZH: "没有找到", EN: "Not found"}},
	codeMethod:        {http.StatusMethodNotAllowed, fill.Text{ZH: "此地址不支持该方法", EN: "Method not allowed"}},
	codeConflict:      {http.StatusConflict, fill.Text{ZH: "与现有内容冲突", EN: "Conflict with what is there"}},
	codeFinal:         {http.StatusConflict, fill.Text{ZH: "报告已定稿", EN: "The report is final"}},
	codeInUse:         {http.StatusConflict, fill.Text{ZH: "仍在使用", EN: "Still in use"}},
	codeStale:         {http.StatusPreconditionFailed, fill.Text{ZH: "内容已被他人修改", EN: "It has changed in the meantime"}},
	codeTooLarge:      {http.StatusRequestEntityTooLarge, fill.Text{ZH: "内容过大", EN: "Too large"}},
	codeMediaType:     {http.StatusUnsupportedMediaType, fill.Text{ZH: "不支持的内容类型", EN: "Unsupported media type"}},
	codeRange:         {http.StatusRequestedRangeNotSatisfiable, fill.Text{ZH: "范围无效", EN: "Range not satisfiable"}},
	codeInvalid:       {http.StatusUnprocessableEntity, fill.Text{ZH: "请求内容不符合要求", EN: "The request does not meet the rules"}},
	codeInvalidValues: {http.StatusUnprocessableEntity, fill.Text{ZH: "填报数据有误", EN: "The values cannot be filled in"}},
	codeInvalidFields: {http.StatusUnprocessableEntity, fill.Text{ZH: "字段文件有误", EN: "The fields file has faults"}},
	codeInvalidDocx:   {http.StatusUnprocessableEntity, fill.Text{ZH: "无法使用该文档", EN: "The document cannot be used"}},
	codeNoCondition:   {http.StatusPreconditionRequired, fill.Text{ZH: "缺少 If-Match", EN: "If-Match is required"}},
	codeTooMany:       {http.StatusTooManyRequests, fill.Text{ZH: "请求过于频繁", EN: "Too many requests"}},
	codeTooSlow:       {http.StatusRequestTimeout, fill.Text{ZH: "发送过慢", EN: "Too slow"}},
	codeClientLeft:    {statusClientLeft, fill.Text{ZH: "客户端已断开", EN: "The client left"}},
	codeInternal:      {http.StatusInternalServerError, fill.Text{ZH: "服务内部错误", EN: "Internal error"}},
	codeOverloaded:    {http.StatusServiceUnavailable, fill.Text{ZH: "服务繁忙", EN: "Overloaded"}},
	codeUnavailable:   {http.StatusServiceUnavailable, fill.Text{ZH: "服务暂不可用", EN: "Temporarily unavailable"}},
}

// diagnose is the one mapping of errors to statuses.
func diagnose(err error) failure {
	if r, ok := err.(*refusal); ok { // most of them: under load it must cost little
		return failedRefusal(r)
	}
	var (
		refused  *refusal
		document *fill.DocumentError
		syntax   *fill.SyntaxError
		invalid  *fill.InvalidError
		tooLarge *http.MaxBytesError
	)
	if f, ok := fieldsFault(err); ok { // before syntax, of which it may hold many
		return f
	}
	if f, ok := sheetFault(err); ok {
		return f
	}
	switch {
	case errors.As(err, &refused):
		return failedRefusal(refused)
	case errors.As(err, &tooLarge):
		return failedRefusal(tooLargeBody(tooLarge.Limit))
	case errors.As(err, &document):
		return failedDocument(document)
	case errors.As(err, &syntax):
		return failedSyntax(syntax)
	case errors.As(err, &invalid):
		return failedValues(invalid)
	case errors.Is(err, context.Canceled):
		return newFailure(codeClientLeft)
	case errors.Is(err, context.DeadlineExceeded):
		return failedRefusal(unavailable)
	}
	if f, ok := storedFault(err); ok {
		return f
	}
	f := newFailure(codeInternal)
	f.detail = fill.Text{
		ZH: "服务未能完成请求。请将 request_id 告知管理员，以便在日志中查找。",
		EN: "The service failed. Give the operator the request_id: the log holds the cause under it.",
	}
	return f
}

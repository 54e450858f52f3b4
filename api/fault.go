package api

import (
	"errors"
	"time"

	"reportfill/fill"
	"reportfill/templates"
)

// unavailable is told when the database is gone, its disk is full, or it does not
// answer in time.
var unavailable = &refusal{
	code:       codeUnavailable,
	retryAfter: 5 * time.Second,
	detail: fill.Text{
		ZH: "数据库暂时无法使用，请稍后重试。已确认保存的内容不受影响。",
		EN: "The database cannot be used just now. Try again soon; what was acknowledged is safe.",
	},
}

// stored are the errors of package templates, as clients are told of them.
var stored = []struct {
	is     error
	refuse *refusal
}{
	{templates.ErrNotFound, refuse(codeNotFound, "没有找到所请求的内容。", "What was asked for is not there.")},
	{templates.ErrStale, refuse(codeStale,
		"您读取之后内容已被他人修改。请重新读取（GET），在新内容上修改，再以新的 ETag 提交。",
		"It has changed since you read it. GET it again, apply your change to that, and send it with the new ETag.")},
	{templates.ErrFinal, refuse(codeFinal, "报告已定稿，不能再修改。", "The report is final: nothing changes any more.")},
	{templates.ErrInUse, refuse(codeInUse,
		"已有报告使用该模板，不能删除。",
		"Reports were made from the template: it cannot be removed.")},
	{templates.ErrKeyUsed, refuse(codeConflict,
		"此 Idempotency-Key 已用于另一请求，或由它新建的报告已删除。请换一个。",
		"The Idempotency-Key was used for another request, or the report begun with it was deleted. Choose another.")},
	{templates.ErrConflict, refuse(codeConflict,
		"标识已被占用。请换一个标识，或先删除现有的。",
		"The id is taken. Choose another, or remove what has it.")},
	{templates.ErrUnauthenticated, refuse(codeUnsigned, "令牌无效或已撤销。", "The token is unknown or revoked.")},
	{templates.ErrUnavailable, unavailable},
}

// storedFault is the failure of an error of package templates.
func storedFault(err error) (failure, bool) {
	var (
		input *templates.InputError
		owner *templates.OwnerError
	)
	switch {
	case errors.As(err, &input):
		r := refuse(codeInvalid, input.Reason.ZH, input.Reason.EN)
		r.errors = []refusedField{{code: input.Code, field: input.Member, text: input.Reason}}
		return failedRefusal(r), true
	case errors.As(err, &owner):
		return failedIn(codeForbidden, len(owner.Problems),
			"有 %d 个字段由其他部门负责，您的令牌不能填写。",
			"Fields that another department answers for: %d. Your token may not set them.",
			func(l fill.Language) []ProblemError { return problemErrors(owner.Problems, l) }), true
	}
	for _, s := range stored {
		if errors.Is(err, s.is) {
			return failedRefusal(s.refuse), true
		}
	}
	return failure{}, false
}

// notFound gives the refusal in place of templates.ErrNotFound, the latest version
// where only that of the path is not there, and any other error as it is.
func notFound(err error, missing *refusal) error {
	var version *templates.VersionError
	switch {
	case errors.As(err, &version):
		told := version.Text()
		return refuse(codeNotFound, told.ZH, told.EN).because(err)
	case errors.Is(err, templates.ErrNotFound):
		return missing.because(err)
	}
	return err
}

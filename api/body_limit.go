package api

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

// limitBody refuses bodies over the limit: at once where the length is
// announced, so that a client that waits for 100-continue sends nothing, and as
// they are read where it is not.
func limitBody(limits Limits) handler {
	return func(_ *server, c *gin.Context) error {
		limit := limits.of(c)
		if c.Request.ContentLength > limit {
			return tooLargeBody(limit)
		}
		c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, limit)
		return nil
	}
}

// of is the limit of the request's body.
func (l Limits) of(c *gin.Context) int64 {
	if c.FullPath() == batchPath {
		return l.Batch
	}
	return l.Body
}

func tooLargeBody(limit int64) *refusal {
	return refuse(codeTooLarge,
		fmt.Sprintf("请求内容超过 %s。请减小文档（例如压缩其中的图片）或分批发送，或请管理员调高 --max-body（批量为 --max-batch）。", mebibytes(limit)),
		fmt.Sprintf("The body is over %s. Make the document smaller (compress its pictures) or send fewer rows, or ask the operator for a higher --max-body (of a batch: --max-batch).", mebibytes(limit)))
}

func mebibytes(n int64) string {
	if n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

package api

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

const keyActor = "actor"

// admit lets a request through to a route of the roles, and notes who sent it.
func admit(allowed roles) handler {
	return func(s *server, c *gin.Context) error {
		if allowed == nil {
			return nil
		}
		who, err := s.identity(c)
		if err != nil {
			return err
		}
		c.Set(keyActor, who)
		if err := s.rates.take(who, s.now()); err != nil {
			return err
		}
		if !slices.Contains(allowed, who.Role) {
			return refuse(codeForbidden,
				fmt.Sprintf("角色 %s 不能使用此功能，需要以下角色之一：%s。请向管理员申请相应的令牌。", who.Role, allowed.join("、")),
				fmt.Sprintf("The role %s may not do this; it takes one of %s. Ask the operator for such a token.", who.Role, allowed.join(", ")))
		}
		return nil
	}
}

// actorOf is who sent the request. It is set on every route that is not public.
func actorOf(c *gin.Context) templates.Actor {
	who, _ := c.Value(keyActor).(templates.Actor)
	return who
}

// actorVia is who sent the request, whose values come by the way.
func actorVia(c *gin.Context, via templates.Via) templates.Actor {
	who := actorOf(c)
	who.Via = via
	return who
}

// identity tells who sends the request: the holder of its bearer token (RFC
// 6750), who signed in with the browser that it comes from, or an administrator
// where the service is open.
func (s *server) identity(c *gin.Context) (templates.Actor, error) {
	if s.open {
		return templates.Actor{Name: "local", Role: templates.RoleAdmin}, localHost(c.Request)
	}
	secret, ok := bearer(c.GetHeader("Authorization"))
	if !ok {
		who, signed, err := s.session(c)
		if err == nil && !signed {
			err = unsigned("", nil)
		}
		return who, err
	}
	who, err := s.access.Authenticate(c.Request.Context(), secret)
	if errors.Is(err, templates.ErrUnauthenticated) {
		err = cmp.Or(s.attempt(c), unsigned(`, error="invalid_token"`, err))
	}
	return who, err
}

func bearer(header string) (string, bool) {
	scheme, secret, _ := strings.Cut(header, " ")
	secret = strings.TrimSpace(secret)
	return secret, strings.EqualFold(scheme, "Bearer") && secret != ""
}

func unsigned(parameter string, cause error) error {
	r := refuse(codeUnsigned,
		"请在请求头 Authorization: Bearer 中提供有效的令牌。令牌由管理员用 reportfill token add 生成。",
		"Send a valid token in the header Authorization: Bearer. The operator makes one with reportfill token add.").because(cause)
	r.header = map[string]string{"WWW-Authenticate": `Bearer realm="reportfill"` + parameter}
	return r
}

// attempt counts an attempt with a wrong token, and refuses it where there were
// too many.
func (s *server) attempt(c *gin.Context) error {
	if wait := s.attempts.failed(clientOf(c), s.now()); wait > 0 {
		return tooManyAttempts(wait)
	}
	return nil
}

func tooManyAttempts(wait time.Duration) error {
	seconds := int(math.Ceil(wait.Seconds()))
	r := refuse(codeTooMany,
		fmt.Sprintf("无效令牌的尝试过多，请在 %d 秒后重试。", seconds),
		fmt.Sprintf("Too many attempts with invalid tokens. Try again in %d s.", seconds))
	r.retryAfter = time.Duration(seconds) * time.Second
	return r
}

// clientOf is the network that attempts are counted for: an IPv4 address, or the
// /64 of an IPv6 one, which is one subscriber's.
func clientOf(c *gin.Context) netip.Prefix {
	addr, err := netip.ParseAddr(c.ClientIP())
	if err != nil {
		return netip.Prefix{}
	}
	addr = addr.Unmap()
	bits := 64
	if addr.Is4() {
		bits = 32
	}
	p, _ := addr.Prefix(bits) // both lengths are valid for their family
	return p
}

// localHost refuses a request that names a host other than this machine, so that
// no web page reaches an open service by a name of its own (DNS rebinding).
func localHost(r *http.Request) error {
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	if host == "localhost" || err == nil && addr.IsLoopback() {
		return nil
	}
	return refuse(codeForbidden,
		"未启用令牌时只能以 localhost 或 127.0.0.1 访问。请用 reportfill token add 生成令牌后重新启动服务。",
		"Without tokens the service answers only to localhost or 127.0.0.1. Make a token with reportfill token add and start it again.")
}

// sameOrigin refuses what a browser sends on behalf of another site's page.
func (s *server) sameOrigin(c *gin.Context) error {
	if err := s.origins.Check(c.Request); err != nil {
		return refuse(codeForbidden,
			"不接受来自其他网站页面的请求。",
			"Requests from pages of other sites are refused.").because(err)
	}
	return nil
}

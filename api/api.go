package api

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/contrib/instrumentation/github.com/gin-gonic/gin/otelgin"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/sync/semaphore"

	"reportfill/api/web"
	"reportfill/fill"
	"reportfill/templates"
)

// Config is all that the handler depends on.
type Config struct {
	Library *templates.Library
	Reports *templates.Reports
	Access  *templates.Access
	Ready   func(context.Context) error // tells whether the database answers; nil means yes

	Limits    Limits
	Languages []fill.Language // the first is the default; nil means Chinese, English
	Log       *slog.Logger    // nil discards

	// Open lets everybody in as an administrator, without a token. Only for a
	// server that listens on a loopback address: requests that name another
	// host are refused.
	Open bool

	// Proxies are the addresses whose X-Forwarded-For is believed, so that
	// attempts to sign in are counted for each client behind them.
	Proxies []netip.Prefix

	Work    Work
	Rate    Rate
	Metrics *prometheus.Registry // nil means one of its own
	Traces  trace.TracerProvider // nil for none

	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// Limits bound what one request may bring. A zero value means the default.
type Limits struct {
	Body     int64       // bytes of a request's body
	Batch    int64       // bytes of the rows of a batch, which lie on the disk
	Uploads  int64       // bytes of all large bodies that are under way
	Document fill.Limits // of a .docx
}

// DefaultBody is the limit of a request's body, in bytes.
const DefaultBody = 32 << 20

// DefaultBatch is the limit of the rows of a batch, in bytes.
const DefaultBatch = 512 << 20

// server holds what handlers share. What of it changes guards itself.
type server struct {
	library   *templates.Library
	reports   *templates.Reports
	access    *templates.Access
	isReady   func(context.Context) error
	limits    Limits
	languages languages
	log       *slog.Logger
	open      bool
	now       func() time.Time
	origins   *http.CrossOriginProtection
	attempts  attempts
	scratch   scratch
	named     named
	rates     rates
	uploads   *semaphore.Weighted
	gate      *gate
	metrics   *metrics
	pages     *web.Pages
}

// New makes the handler. It is safe for concurrent use.
func New(cfg Config) http.Handler {
	cfg = cfg.orDefault()
	s := &server{
		library: cfg.Library, reports: cfg.Reports, access: cfg.Access, isReady: cfg.Ready,
		limits: cfg.Limits, languages: newLanguages(cfg.Languages), log: cfg.Log, open: cfg.Open, now: cfg.Now,
		origins: http.NewCrossOriginProtection(),
		pages:   drawn(),
		rates:   rates{Rate: cfg.Rate}, uploads: semaphore.NewWeighted(cfg.Limits.Uploads), metrics: newMetrics(cfg.Metrics),
	}
	s.gate = newGate(cfg.Work, s.metrics)
	s.watch(cfg.Metrics)
	return s.engine(cfg.Proxies, cfg.Traces)
}

func (cfg Config) orDefault() Config {
	if cfg.Ready == nil {
		cfg.Ready = func(context.Context) error { return nil }
	}
	if cfg.Limits.Body <= 0 {
		cfg.Limits.Body = DefaultBody
	}
	if cfg.Limits.Batch <= 0 {
		cfg.Limits.Batch = DefaultBatch
	}
	if cfg.Limits.Uploads <= 0 {
		cfg.Limits.Uploads = DefaultUploadMemory
	}
	if cfg.Metrics == nil {
		cfg.Metrics = prometheus.NewRegistry()
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return cfg
}

// engine lays the table of routes out on gin.
func (s *server) engine(proxies []netip.Prefix, traces trace.TracerProvider) *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.HandleMethodNotAllowed = true
	e.RedirectTrailingSlash = false
	_ = e.SetTrustedProxies(prefixStrings(proxies)) // a netip.Prefix always parses
	if traces != nil {
		e.Use(otelgin.Middleware("reportfill", otelgin.WithTracerProvider(traces), otelgin.WithPropagators(propagation.TraceContext{})))
	}
	e.Use(s.run((*server).identify), s.logRequest, s.recoverPanic, s.run((*server).sameOrigin), s.run(limitBody(s.limits)), s.accountBody)
	e.NoRoute(s.run((*server).noRoute))
	e.NoMethod(s.run((*server).noMethod))
	for _, r := range slices.Concat(routes, pages) {
		chain := []gin.HandlerFunc{s.run(admit(r.roles)), s.run(r.handle)}
		e.Handle(r.method, r.path, chain...)
		if r.method == http.MethodGet {
			e.Handle(http.MethodHead, r.path, chain...)
		}
	}
	return e
}

func prefixStrings(ps []netip.Prefix) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.String())
	}
	return out
}

func (s *server) noRoute(c *gin.Context) error {
	if forPage(c) {
		return refuse(codeNotFound, "没有这个页面。请检查网址。", "There is no such page. Check the address.")
	}
	if strings.HasSuffix(c.Request.URL.Path, "/") {
		return refuse(codeNotFound,
			"没有这个地址：末尾不应有 /。可用的地址见 /api/v1/openapi.yaml。",
			"There is no such address: none ends with a slash. /api/v1/openapi.yaml lists those that exist.")
	}
	return refuse(codeNotFound,
		"没有这个地址。可用的地址见 /api/v1/openapi.yaml。",
		"There is no such address. /api/v1/openapi.yaml lists those that exist.")
}

// noMethod refuses a method; gin has set Allow.
func (s *server) noMethod(*gin.Context) error {
	return refuse(codeMethod,
		"此地址不支持该方法，可用的方法见响应头 Allow。",
		"The address does not take this method. The header Allow lists those it takes.")
}

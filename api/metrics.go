package api

import (
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// keyProblem is where a request that failed has its problem's code.
const keyProblem = "problem"

// metrics are what the handler counts of itself.
type metrics struct {
	requests *prometheus.CounterVec   // route, method, status
	duration *prometheus.HistogramVec // route, method
	problems *prometheus.CounterVec   // code
	fills    prometheus.Counter
	wait     prometheus.Histogram
	expose   gin.HandlerFunc
}

// registry is where metrics are registered and gathered.
type registry interface {
	prometheus.Registerer
	prometheus.Gatherer
}

func newMetrics(r registry) *metrics {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "reportfill_http_requests_total", Help: "Requests answered."}, []string{"route", "method", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "reportfill_http_request_duration_seconds", Help: "Time from a request's head to the end of its answer.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60}}, []string{"route", "method"}),
		problems: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "reportfill_problems_total", Help: "Problems answered, by their code."}, []string{"code"}),
		fills: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "reportfill_fills_total", Help: "Documents filled."}),
		wait: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "reportfill_work_wait_seconds", Help: "Time that work waited for its turn.",
			Buckets: []float64{.0001, .001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5}}),
		expose: gin.WrapH(promhttp.HandlerFor(r, promhttp.HandlerOpts{})),
	}
	r.MustRegister(m.requests, m.duration, m.problems, m.fills, m.wait)
	return m
}

// watch adds what is read when metrics are asked for.
func (s *server) watch(r prometheus.Registerer) {
	gauge := func(name, help string, read func() float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "reportfill_" + name, Help: help}, read)
	}
	counter := func(name, help string, read func() float64) prometheus.Collector {
		return prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "reportfill_" + name, Help: help}, read)
	}
	r.MustRegister(
		gauge("work_running", "Work that runs.", func() float64 { return float64(len(s.gate.turns)) }),
		gauge("work_waiting", "Work that waits for its turn.", func() float64 { return float64(s.gate.waiting.Load()) }),
		counter("template_cache_hits_total", "Compiled templates found in memory.", func() float64 { return float64(s.library.Cache().Hits) }),
		counter("template_cache_misses_total", "Compiled templates that had to be compiled.", func() float64 { return float64(s.library.Cache().Misses) }),
		gauge("template_cache_bytes", "Bytes of compiled templates in memory.", func() float64 { return float64(s.library.Cache().Bytes) }),
	)
}

// observe counts a request that has been answered.
func (m *metrics) observe(c *gin.Context, status int, took time.Duration) {
	route, method := c.FullPath(), c.Request.Method
	if route == "" {
		method = "" // any word may stand here where no route takes it
	}
	m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
	m.duration.WithLabelValues(route, method).Observe(took.Seconds())
	if code := c.GetString(keyProblem); code != "" {
		m.problems.WithLabelValues(code).Inc()
	}
}

// exposeMetrics answers with the metrics, as Prometheus reads them.
func (s *server) exposeMetrics(c *gin.Context) error {
	s.metrics.expose(c)
	return nil
}

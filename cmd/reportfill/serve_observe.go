package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/semconv/v1.43.0"

	"reportfill/api/front"
	"reportfill/templates/sqlstore"
)

// newRegistry gathers what the process, its database and its connections tell.
func newRegistry(store *sqlstore.Store, server *front.Server) *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, db := range store.Pools() {
		r.MustRegister(collectors.NewDBStatsCollector(db, name))
	}
	count := func(name, help string, read func() uint64) prometheus.Collector {
		return prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help}, func() float64 { return float64(read()) })
	}
	r.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "reportfill_connections", Help: "Open connections."},
			func() float64 { return float64(server.Connections()) }),
		count("reportfill_connections_evicted_total", "Connections closed to make room for others.", server.Evicted),
		count("reportfill_connections_refused_total", "Connections for which there was no room.", server.Refused),
	)
	return r
}

// debugServer serves profiles and metrics on a loopback address of its own.
func debugServer(address string, metrics prometheus.Gatherer, log *slog.Logger) (stop func(), err error) {
	if !isLoopback(address) {
		return nil, wrongUse(
			"--debug-listen 须为本机地址，如 127.0.0.1:6060：性能剖析会泄露数据。",
			"--debug-listen takes a loopback address, such as 127.0.0.1:6060: profiles give data away.")
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, wrongUse("无法监听 "+address+"："+err.Error(), "cannot listen on "+address+": "+err.Error())
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	mux.Handle("/metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{}))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(l) }() // it ends when it is closed
	log.Info("debugging", "address", l.Addr().String())
	return func() { _ = server.Close() }, nil
}

// traces sends spans where the standard variables of OpenTelemetry name an
// endpoint; nil where they do not.
func traces(ctx context.Context) (*trace.TracerProvider, error) {
	if os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == "" && os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == "" {
		return nil, nil
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, err
	}
	service, err := resource.New(ctx, resource.WithAttributes(semconv.ServiceName("reportfill")), resource.WithFromEnv(), resource.WithHost())
	if err != nil {
		return nil, err
	}
	return trace.NewTracerProvider(trace.WithBatcher(exporter), trace.WithResource(service)), nil
}

// maxFlush bounds the time in which the last spans are sent.
const maxFlush = 3 * time.Second

// flush sends the last spans; where the endpoint is gone they are lost.
func flush(ctx context.Context, p *trace.TracerProvider, log *slog.Logger) {
	if p == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), maxFlush)
	defer cancel()
	if err := p.Shutdown(ctx); err != nil {
		log.Warn("the last traces are lost", "error", err.Error())
	}
}

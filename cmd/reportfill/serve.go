package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"

	"reportfill/api"
	"reportfill/api/front"
	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

type serveCommand struct {
	Listen         string         `help:"Address to serve on. Any other than a loopback one takes tokens." default:"127.0.0.1:8080"`
	MaxBody        int64          `help:"Bytes of a request's body." default:"33554432"`
	MaxBatch       int64          `help:"Bytes of the rows of a batch, which lie on the disk while it is made." default:"536870912"`
	CacheBytes     int64          `help:"Bytes of compiled templates that are kept in memory." default:"268435456"`
	TrustedProxies []netip.Prefix `help:"Networks of proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8."`
	LogLevel       slog.Level     `help:"debug, info, warn or error." default:"info"`
	DebugListen    string         `help:"Loopback address for profiles (pprof) and metrics, such as 127.0.0.1:6060; empty for none."`
	clientFlags
	workFlags
	storeFlags
	limitFlags
}

// Run serves until the context ends, and then lets what runs come to its end.
func (c *serveCommand) Run(in *invocation) (err error) {
	log := slog.New(slog.NewJSONHandler(in.stderr, &slog.HandlerOptions{Level: c.LogLevel}))
	if _, _, err := net.SplitHostPort(c.Listen); err != nil {
		return badAddress(c.Listen)
	}
	if err := c.check(); err != nil {
		return err
	}
	c.limitMemory(log)
	store, err := c.openStore(in)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	server := front.New(c.options(log), log)
	metrics := newRegistry(store, server)
	if c.DebugListen != "" {
		stop, err := debugServer(c.DebugListen, metrics, log)
		if err != nil {
			return err
		}
		defer stop()
	}
	spans, err := traces(in)
	if err != nil {
		return err
	}
	defer flush(in, spans, log)
	cfg := api.Config{Log: log, Metrics: metrics, Ready: readiness(store, server)}
	if spans != nil {
		cfg.Traces = spans
	}
	if err := c.configure(in, &cfg, store); err != nil {
		return err
	}
	return c.serve(in, server, api.New(cfg), cfg.Open, log)
}

func (c *serveCommand) serve(ctx context.Context, server *front.Server, handler http.Handler, open bool, log *slog.Logger) error {
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return wrongUse(
			"无法监听 "+c.Listen+"："+err.Error()+"。请用 --listen 指定其他地址。",
			"cannot listen on "+c.Listen+": "+err.Error()+". Name another address with --listen.")
	}
	log.Info("serving", "address", listener.Addr().String(), "open", open)
	return server.Serve(ctx, listener, handler)
}

// readiness tells whether requests should come here: not once the server is
// about to stop, nor where the database does not answer or lacks migrations.
func readiness(store *sqlstore.Store, server *front.Server) func(context.Context) error {
	return func(ctx context.Context) error {
		if server.Draining() {
			return api.ErrDraining
		}
		return store.Ready(ctx)
	}
}

// configure sets what the API works on, and the limits that flags give it.
func (c *serveCommand) configure(in *invocation, cfg *api.Config, store *sqlstore.Store) (err error) {
	cfg.Access = templates.NewAccess(store, nil)
	if cfg.Open, err = c.isOpen(in, cfg.Access); err != nil {
		return err
	}
	cfg.Library = templates.NewLibrary(store, templates.LibraryOptions{CacheBytes: c.CacheBytes, Limits: c.limits()})
	if err := cfg.Library.Seed(in); err != nil {
		return err
	}
	cfg.Reports = templates.NewReports(store, cfg.Library, nil)
	cfg.Limits = api.Limits{Body: c.MaxBody, Batch: c.MaxBatch, Uploads: c.UploadMemory, Document: c.limits()}
	cfg.Work, cfg.Rate = c.work(), c.rate()
	cfg.Languages, cfg.Proxies = offered(in.asked), c.TrustedProxies
	return nil
}

// offered are the languages of answers, the default first: Chinese, unless the
// operator asks for English by --lang. The locale of the server has no say in
// what its clients read.
func offered(asked fill.Language) []fill.Language {
	if asked == fill.English {
		return []fill.Language{fill.English, fill.Chinese}
	}
	return []fill.Language{fill.Chinese, fill.English}
}

// isOpen tells whether everybody is let in: on a loopback address, until there
// is a token. Any other address takes tokens.
func (c *serveCommand) isOpen(in *invocation, access *templates.Access) (bool, error) {
	any, err := access.Any(in)
	if err != nil || any {
		return false, err
	}
	if isLoopback(c.Listen) {
		return true, nil
	}
	return false, wrongUse(
		c.Listen+" 不是本机地址，必须先有令牌才能启动。请先运行：\n  reportfill token add --role admin --name 管理员",
		c.Listen+" is not a loopback address: make a token before you serve on it, with\n  reportfill token add --role admin --name operator")
}

func isLoopback(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false
	}
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

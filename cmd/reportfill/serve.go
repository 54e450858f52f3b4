package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"time"

	"reportfill/api"
	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

type serveCommand struct {
	Listen         string         `help:"Address to serve on. Any other than a loopback one takes tokens." default:"127.0.0.1:8080"`
	MaxBody        int64          `help:"Bytes of a request's body." default:"33554432"`
	CacheBytes     int64          `help:"Bytes of compiled templates that are kept in memory." default:"268435456"`
	TrustedProxies []netip.Prefix `help:"Networks of proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8."`
	LogLevel       slog.Level     `help:"debug, info, warn or error." default:"info"`
	timeoutFlags
	storeFlags
	limitFlags
}

// timeoutFlags bound how long a connection may take.
type timeoutFlags struct {
	ReadHeaderTimeout time.Duration `help:"Time to read a request's head." default:"10s"`
	ReadTimeout       time.Duration `help:"Time to read a request." default:"2m"`
	WriteTimeout      time.Duration `help:"Time from a request's head to the end of its answer." default:"10m"`
	IdleTimeout       time.Duration `help:"Time that an idle connection is kept." default:"2m"`
	ShutdownTimeout   time.Duration `help:"Time that running requests have after SIGTERM." default:"30s"`
}

// Run serves until the context ends, and then lets what runs come to its end.
func (c *serveCommand) Run(in *invocation) (err error) {
	log := slog.New(slog.NewJSONHandler(in.stderr, &slog.HandlerOptions{Level: c.LogLevel}))
	store, err := c.openStore(in)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	handler, open, err := c.handler(in, store, log)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return wrongUse(
			"无法监听 "+c.Listen+"："+err.Error()+"。请用 --listen 指定其他地址。",
			"cannot listen on "+c.Listen+": "+err.Error()+". Name another address with --listen.")
	}
	log.Info("serving", "address", listener.Addr().String(), "open", open)
	return c.serve(in, listener, handler, log)
}

// handler makes the API over the store, and tells whether it is open to all.
func (c *serveCommand) handler(in *invocation, store *sqlstore.Store, log *slog.Logger) (http.Handler, bool, error) {
	access := templates.NewAccess(store, nil)
	open, err := c.isOpen(in, access)
	if err != nil {
		return nil, false, err
	}
	library := templates.NewLibrary(store, templates.LibraryOptions{CacheBytes: c.CacheBytes, Limits: c.limits()})
	if err := library.Seed(in); err != nil {
		return nil, false, err
	}
	return api.New(api.Config{
		Library:   library,
		Reports:   templates.NewReports(store, library, nil),
		Access:    access,
		Ready:     store.Ready,
		Limits:    api.Limits{Body: c.MaxBody, Document: c.limits()},
		Languages: offered(in.asked),
		Log:       log,
		Open:      open,
		Proxies:   c.TrustedProxies,
	}), open, nil
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

func (c *serveCommand) serve(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: c.ReadHeaderTimeout,
		ReadTimeout:       c.ReadTimeout,
		WriteTimeout:      c.WriteTimeout,
		IdleTimeout:       c.IdleTimeout,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping", "wait", c.ShutdownTimeout.String())
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.ShutdownTimeout)
	defer cancel()
	if err := server.Shutdown(drain); err != nil {
		return fmt.Errorf("requests were still running after --shutdown-timeout: %w", err)
	}
	log.Info("stopped")
	return nil
}

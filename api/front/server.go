package front

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"
)

// Options set how much time and room clients have. All must be set.
type Options struct {
	ReadHeaderTimeout time.Duration // to send a request's head
	ReadTimeout       time.Duration // to send its body, beside what its bytes earn at MinRate
	MinRate           int64         // bytes a second of a body
	WriteTimeout      time.Duration // that an answer may stand still
	IdleTimeout       time.Duration // between requests
	MaxConnections    int

	DrainDelay      time.Duration // that new requests are taken after the stop is known to Draining
	ShutdownTimeout time.Duration // that what runs has afterwards
}

// maxHead bounds the head of a request, in bytes.
const maxHead = 64 << 10

// Server serves one handler. It is safe for concurrent use.
type Server struct {
	options  Options
	log      *slog.Logger
	crowd    *crowd
	draining atomic.Bool
}

// New makes a server.
func New(o Options, log *slog.Logger) *Server {
	return &Server{options: o, log: log, crowd: newCrowd(o.MaxConnections)}
}

// Draining tells whether the server is about to stop.
func (s *Server) Draining() bool { return s.draining.Load() }

// Connections is the number of open connections.
func (s *Server) Connections() int { return s.crowd.size() }

// Evicted counts the connections that made room for others.
func (s *Server) Evicted() uint64 { return s.crowd.evicted.Load() }

// Refused counts the connections for which there was no room.
func (s *Server) Refused() uint64 { return s.crowd.refused.Load() }

// ErrCut says that requests were still running when their time after a stop was
// over: they were cut.
var ErrCut = errors.New("requests were still running after --shutdown-timeout, and were cut")

// Serve serves on l until the context ends, and then lets what runs come to its
// end. ErrCut.
func (s *Server) Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler:           paced{h, s.options},
		ReadHeaderTimeout: s.options.ReadHeaderTimeout,
		ReadTimeout:       s.options.ReadHeaderTimeout + s.options.ReadTimeout,
		WriteTimeout:      s.options.WriteTimeout,
		IdleTimeout:       s.options.IdleTimeout,
		MaxHeaderBytes:    maxHead,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			return context.WithValue(ctx, connectionKey{}, c)
		},
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener{l, s.crowd}) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	return s.drain(ctx, server, ended)
}

// drain stops the server: first it is no longer ready, then it takes no more,
// then it cuts what still runs.
func (s *Server) drain(ctx context.Context, server *http.Server, ended <-chan error) error {
	s.draining.Store(true)
	s.log.Info("stopping", "delay", s.options.DrainDelay.String(), "wait", s.options.ShutdownTimeout.String())
	select {
	case err := <-ended:
		return err
	case <-time.After(s.options.DrainDelay):
	}
	wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.options.ShutdownTimeout)
	defer cancel()
	if err := server.Shutdown(wait); err != nil {
		return errors.Join(fmt.Errorf("%w: %w", ErrCut, err), server.Close())
	}
	s.log.Info("stopped")
	return nil
}

package main

import (
	"log/slog"
	"syscall"
	"time"

	"reportfill/api/front"
)

// clientFlags bound the time and the room that clients have.
type clientFlags struct {
	ReadHeaderTimeout time.Duration `help:"Time to send a request's head." default:"5s"`
	ReadTimeout       time.Duration `help:"Time to send a request's body, beside what its bytes take at --min-rate." default:"15s"`
	MinRate           int64         `help:"Bytes a second at which a body must come." default:"8192"`
	WriteTimeout      time.Duration `help:"Time that an answer may stand still." default:"30s"`
	IdleTimeout       time.Duration `help:"Time that an idle connection is kept." default:"2m"`
	MaxConnections    int           `help:"Connections at once. Where more come, those that keep the service waiting longest make room." default:"4096"`
	DrainDelay        time.Duration `help:"Time after SIGTERM in which /readyz tells of the stop and requests are still taken." default:"1s"`
	ShutdownTimeout   time.Duration `help:"Time that running requests have afterwards." default:"30s"`
}

func (f clientFlags) check() error {
	if f.MinRate < 1 || f.MaxConnections < 1 || f.WriteTimeout <= 0 || f.ReadTimeout <= 0 || f.ReadHeaderTimeout <= 0 {
		return wrongUse(
			"--min-rate、--max-connections、--read-header-timeout、--read-timeout 和 --write-timeout 须大于 0。",
			"--min-rate, --max-connections, --read-header-timeout, --read-timeout and --write-timeout must be more than 0.")
	}
	return nil
}

func (f clientFlags) options(log *slog.Logger) front.Options {
	return front.Options{
		ReadHeaderTimeout: f.ReadHeaderTimeout, ReadTimeout: f.ReadTimeout, MinRate: f.MinRate,
		WriteTimeout: f.WriteTimeout, IdleTimeout: f.IdleTimeout, MaxConnections: f.connections(log),
		DrainDelay: f.DrainDelay, ShutdownTimeout: f.ShutdownTimeout,
	}
}

// otherFiles is room for the database, the log and what the runtime opens.
const otherFiles = 128

// connections is MaxConnections, or as many as the process may open files. Go
// has raised the soft limit to the hard one already.
func (f clientFlags) connections(log *slog.Logger) int {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil || limit.Cur >= uint64(f.MaxConnections)+otherFiles {
		return f.MaxConnections
	}
	most := max(1, int(limit.Cur)-otherFiles)
	log.Warn("fewer connections than --max-connections: raise the limit of open files (ulimit -n)",
		"connections", most, "files", limit.Cur)
	return most
}

package main

import (
	"fmt"
	"log/slog"
	"math"
	"os"
	"runtime/debug"
	"time"

	"github.com/KimMachineGun/automemlimit/memlimit"

	"reportfill/api"
)

// workFlags bound the work that is done at once, and its memory.
type workFlags struct {
	WorkAtOnce   int           `help:"Fills, checks, scans and the like that run at once; 0 for one a core." default:"0"`
	WorkQueue    int           `help:"Of these, how many wait; 0 for 32 for each that runs. The rest gets 503 at once." default:"0"`
	WorkPatience time.Duration `help:"Time that one of them waits." default:"1s"`
	RateLimit    float64       `help:"Requests a second of each token; 0 for no limit." default:"0"`
	RateBurst    int           `help:"Requests of a token at once, after a pause; 0 for what a second allows." default:"0"`
	UploadMemory int64         `help:"Bytes of all large bodies that are under way." default:"268435456"`
	MemoryLimit  int64         `help:"Bytes of memory that the process aims to stay under, unless GOMEMLIMIT is set; 0 for most of what the container or the machine has." default:"0"`
}

func (f workFlags) work() api.Work {
	return api.Work{AtOnce: f.WorkAtOnce, Queue: f.WorkQueue, Patience: f.WorkPatience}
}

func (f workFlags) rate() api.Rate { return api.Rate{PerSecond: f.RateLimit, Burst: f.RateBurst} }

const (
	memoryShare    = 0.8 // of what there is, for the process
	garbagePercent = 200 // by which the heap may grow before it is swept, where a limit holds it
)

// limitMemory sets the ceiling of the heap. GOMEMLIMIT and GOGC go before.
func (f workFlags) limitMemory(log *slog.Logger) {
	available, share := memlimit.ApplyFallback(memlimit.FromCgroup, memlimit.FromSystem), memoryShare
	if f.MemoryLimit > 0 {
		available, share = memlimit.Limit(uint64(f.MemoryLimit)), 1
	}
	limit, err := memlimit.Set(memlimit.WithProvider(available), memlimit.WithRatio(share))
	if err != nil || limit == math.MaxInt64 {
		log.Warn("no memory limit: set --memory-limit", "error", fmt.Sprint(err))
		return
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	log.Info("memory", "limit", limit)
}

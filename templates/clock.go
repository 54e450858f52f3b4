package templates

import "time"

// clock gives the present time as it is stored: UTC, to the microsecond.
type clock func() time.Time

func clockOf(now func() time.Time) clock {
	if now == nil {
		now = time.Now
	}
	return func() time.Time { return now().UTC().Truncate(time.Microsecond) }
}

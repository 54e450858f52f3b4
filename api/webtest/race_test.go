//go:build race

package webtest

// underRace tells that the service runs several times slower than it is.
const underRace = true

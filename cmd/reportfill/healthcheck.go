package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"time"
)

type healthcheckCommand struct {
	Listen  string        `help:"Address that the service listens on." default:"127.0.0.1:8080"`
	Timeout time.Duration `help:"How long to wait." default:"3s"`
}

// Run asks /healthz: exit code 0 where the service serves. It is the health check
// of a container that holds this binary alone; a database that is gone for a
// while is no reason to restart it.
func (c *healthcheckCommand) Run(in *invocation) (err error) {
	address, err := reachable(c.Listen)
	if err != nil {
		return usageError{err}
	}
	request, err := http.NewRequestWithContext(in, http.MethodGet, "http://"+address+"/healthz", nil)
	if err != nil {
		return usageError{err}
	}
	client := http.Client{Timeout: c.Timeout}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, response.Body.Close()) }()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", request.URL, response.Status)
	}
	return nil
}

// reachable is the address that a service listening on all interfaces can be
// reached at from its own machine.
func reachable(listen string) (string, error) {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return "", err
	}
	if addr, err := netip.ParseAddr(host); host == "" || err == nil && addr.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port), nil
}

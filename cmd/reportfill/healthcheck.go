package main

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"time"

	"reportfill/fill"
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
		return badAddress(c.Listen)
	}
	request, err := http.NewRequestWithContext(in, http.MethodGet, "http://"+address+"/healthz", nil)
	if err != nil {
		return badAddress(c.Listen)
	}
	client := http.Client{Timeout: c.Timeout}
	response, err := client.Do(request)
	if err != nil {
		return unwell(request, err.Error())
	}
	defer func() { err = errors.Join(err, response.Body.Close()) }()
	if response.StatusCode != http.StatusOK {
		return unwell(request, response.Status)
	}
	return nil
}

func unwell(r *http.Request, answer string) error {
	return told{exitProblem, fill.Text{
		ZH: "服务没有正常应答 " + r.URL.String() + "（" + answer + "）。请确认服务已启动，且 --listen 是它的地址。",
		EN: "no good answer from " + r.URL.String() + " (" + answer + "). Make sure that the service runs and that --listen is its address.",
	}}
}

func badAddress(listen string) error {
	return wrongUse(
		"--listen 应为地址和端口，如 127.0.0.1:8080。给出的是 "+listen+"。",
		"--listen takes an address and a port, as in 127.0.0.1:8080, not "+listen+".")
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

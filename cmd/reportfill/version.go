package main

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Run prints the module's version, the commit that it was built from, and Go's.
func (versionCommand) Run(in *invocation) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		_, err := fmt.Fprintln(in.stdout, "reportfill")
		return err
	}
	settings := make(map[string]string)
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	_, err := fmt.Fprintln(in.stdout, "reportfill", info.Main.Version, settings["vcs.revision"], info.GoVersion)
	return err
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"reportfill/fill"
)

// Exit codes.
const (
	exitOK      = 0
	exitProblem = 1 // with the values, the document, or the service
	exitUsage   = 2 // the command was not understood, or names a file that is not there
)

const (
	program     = "reportfill"
	description = "Find every X of a report's draft, check the figures, fill them in."
)

// commands are the subcommands, each in a file of its own.
type commands struct {
	Lang language `help:"Language of messages: zh or en. The default follows LANG." default:"" placeholder:"zh|en"`

	Serve       serveCommand       `cmd:"" help:"Serve the API."`
	Scan        scanCommand        `cmd:"" help:"List the placeholders of a draft."`
	Check       checkCommand       `cmd:"" help:"Check values without filling them in."`
	Fill        fillCommand        `cmd:"" help:"Fill values into a draft."`
	Batch       batchCommand       `cmd:"" help:"Make many reports at once, as a zip."`
	Extract     extractCommand     `cmd:"" help:"Read the values of a filled document back."`
	Compile     compileCommand     `cmd:"" help:"Hold a fields file against its draft."`
	Carry       carryCommand       `cmd:"" help:"Carry the fields over to a changed draft."`
	Token       tokenCommand       `cmd:"" help:"Make, list and revoke tokens."`
	Backup      backupCommand      `cmd:"" help:"Copy the SQLite database of a running service."`
	Restore     restoreCommand     `cmd:"" help:"Check a copy and put it into a folder."`
	Healthcheck healthcheckCommand `cmd:"" help:"Ask a running service whether it is well."`
	Version     versionCommand     `cmd:"" help:"Print the version."`
}

// invocation is what a subcommand works with.
type invocation struct {
	context.Context
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	lang   fill.Language // of messages
	asked  fill.Language // by --lang; empty where it is not given
}

// lookupEnv finds an environment variable, as os.LookupEnv does.
type lookupEnv func(string) (string, bool)

// run runs the program and gives its exit code. The context ends when the
// program is asked to stop.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env lookupEnv) (code int) {
	var c commands
	exited := errors.New("exited") // by kong, after it has printed help
	defer func() {
		if p := recover(); p != nil && p != any(exited) {
			panic(p)
		}
	}()
	in := &invocation{Context: ctx, stdin: patient{ctx, stdin}, stdout: stdout, stderr: stderr, lang: languageOf(args, env)}
	parser, err := kong.New(&c,
		kong.Name(program),
		kong.Description(description),
		kong.Writers(stdout, stderr),
		kong.Exit(func(n int) { code = n; panic(exited) }),
		kong.Resolvers(environment(env)),
		kong.Help(helpPrinter(in.lang, stdout)),
	)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitProblem
	}
	parsed, err := parser.Parse(args)
	if err == nil {
		err = notBelowZero(parsed)
	}
	if err != nil {
		return in.fail(misused(err))
	}
	in.asked = fill.Language(c.Lang)
	if err := parsed.Run(in); err != nil {
		return in.fail(err)
	}
	return exitOK
}

// environment resolves every flag by REPORTFILL_ and its name.
func environment(env lookupEnv) kong.Resolver {
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		value, ok := env(variable(flag.Name))
		if !ok {
			return nil, nil
		}
		return value, nil
	})
}

func variable(flag string) string {
	return "REPORTFILL_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

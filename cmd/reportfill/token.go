package main

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"reportfill/fill"
	"reportfill/templates"
)

type tokenCommand struct {
	Add    tokenAddCommand    `cmd:"" help:"Make a token and show it, once."`
	List   tokenListCommand   `cmd:"" help:"List the tokens."`
	Revoke tokenRevokeCommand `cmd:"" help:"End a token."`
}

type tokenAddCommand struct {
	Role  string `enum:"system,clerk,author,admin" required:"" help:"What its holder may do: system (sends values), clerk (completes reports), author (uploads drafts), admin (everything)."`
	Name  string `required:"" help:"Who will hold it; stands in the history beside every value."`
	Owner string `help:"The department whose fields it may set; empty for no department."`
	storeFlags
}

// Run prints the secret alone on stdout, so that a script can take it, and what
// to do with it on stderr.
func (c *tokenAddCommand) Run(in *invocation) error {
	return c.withAccess(in, func(access *templates.Access) error {
		secret, token, err := access.Add(in, templates.NewToken{Name: c.Name, Role: templates.Role(c.Role), Owner: c.Owner})
		var input *templates.InputError
		if errors.As(err, &input) {
			return wrongUse("--"+input.Member+"："+input.Reason.ZH, "--"+input.Member+": "+input.Reason.EN)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(in.stderr, fill.Text{
			ZH: "已为“%s”生成令牌 %s（角色 %s）。下面的令牌只显示这一次，请妥善保存：\n",
			EN: "Made a token for %q, id %s, role %s. It is shown this once; keep it safe:\n",
		}.In(in.lang), token.Name, token.ID, token.Role)
		_, err = fmt.Fprintln(in.stdout, secret)
		return err
	})
}

type tokenListCommand struct {
	storeFlags
}

// Run prints the tokens without their secrets.
func (c *tokenListCommand) Run(in *invocation) error {
	if err := c.mustExist(); err != nil {
		return err
	}
	return c.withAccess(in, func(access *templates.Access) error {
		tokens, err := access.Tokens(in)
		if err != nil {
			return err
		}
		_, err = in.stdout.Write(tokenTable(tokens, in.lang))
		return err
	})
}

var tokenHeadings = columns{
	{ZH: "编号", EN: "ID"}, {ZH: "角色", EN: "Role"}, {ZH: "部门", EN: "Owner"}, {ZH: "生成", EN: "Made"},
	{ZH: "最近使用", EN: "Last used"}, {ZH: "撤销", EN: "Revoked"}, {ZH: "持有者", EN: "Name"},
}

func tokenTable(tokens []templates.Token, l fill.Language) []byte {
	rows := [][]string{tokenHeadings.in(l)}
	for _, t := range tokens {
		rows = append(rows, []string{t.ID, string(t.Role), t.Owner, when(t.CreatedAt), when(t.LastUsed), when(t.RevokedAt), t.Name})
	}
	var out bytes.Buffer
	writeTable(&out, rows)
	return out.Bytes()
}

func when(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.UTC().Format("2006-01-02T15:04Z")
}

type tokenRevokeCommand struct {
	ID string `arg:"" help:"The id of the token, as token list shows it."`
	storeFlags
}

// Run ends the token and the sessions begun with it.
func (c *tokenRevokeCommand) Run(in *invocation) error {
	if err := c.mustExist(); err != nil {
		return err
	}
	return c.withAccess(in, func(access *templates.Access) error {
		err := access.Revoke(in, c.ID)
		if errors.Is(err, templates.ErrNotFound) {
			return wrongUse(
				"没有编号为 "+c.ID+" 的令牌。编号见 reportfill token list。",
				"there is no token with the id "+c.ID+". reportfill token list shows the ids.")
		}
		return err
	})
}

// withAccess opens the store for a command on its tokens.
func (f storeFlags) withAccess(in *invocation, do func(*templates.Access) error) (err error) {
	store, err := f.openStore(in)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return do(templates.NewAccess(store, nil))
}

package main

import (
	"errors"
	"fmt"
	"io/fs"

	"reportfill/fill"
	"reportfill/templates/sqlstore"
)

type backupCommand struct {
	File string `arg:"" type:"path" help:"The copy to make. No file of that name may be there."`
	storeFlags
}

// Run copies the SQLite database, while a service may go on writing it, and
// checks the copy. A copy that is damaged stays, for there may be no better one.
func (c *backupCommand) Run(in *invocation) error {
	err := sqlstore.Backup(in, c.dsn(), c.File)
	switch {
	case errors.Is(err, sqlstore.ErrNotSQLite):
		return wrongUse(
			"reportfill backup 只备份 SQLite 数据库。PostgreSQL 请用 pg_dump。",
			"reportfill backup copies SQLite alone. Use pg_dump for PostgreSQL.")
	case errors.Is(err, fs.ErrExist):
		return wrongUse(
			"已有文件 "+c.File+"，不会覆盖它。请换一个文件名。",
			"there is a file "+c.File+", and it stays as it is. Name another.")
	case errors.Is(err, fs.ErrNotExist) && !c.exists():
		return c.mustExist()
	case errors.Is(err, fs.ErrNotExist):
		return &fs.PathError{Op: opCreate, Path: c.File, Err: fs.ErrNotExist}
	case err != nil:
		return err
	}
	if err := sqlstore.Check(in, c.File); err != nil {
		return unfit(c.File, err)
	}
	_, err = fmt.Fprintf(in.stdout, fill.Text{
		ZH: "已备份到 %s，并核对无误。\n",
		EN: "Copied to %s, and checked.\n",
	}.In(in.lang), c.File)
	return err
}

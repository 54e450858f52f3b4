package main

import (
	"errors"
	"fmt"
	"io/fs"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

type restoreCommand struct {
	File string `arg:"" type:"path" help:"A copy that reportfill backup made."`
	storeFlags
}

// Run checks a backup and puts it into a folder that holds no database.
func (c *restoreCommand) Run(in *invocation) error {
	if c.Database != "" {
		return wrongUse(
			"reportfill restore 只恢复 SQLite 数据库，请用 --data 指定目录，不要用 --database。PostgreSQL 请用 pg_restore。",
			"reportfill restore is for SQLite alone: name a folder with --data, without --database. Use pg_restore for PostgreSQL.")
	}
	err := sqlstore.Restore(in, c.File, c.Data)
	if errors.Is(err, fs.ErrExist) {
		return wrongUse(
			"目录 "+c.Data+" 中已有数据库，不会覆盖它。请用 --data 指定空目录，或先停止服务并移走原有文件。",
			"there is a database in "+c.Data+", and it stays as it is. Name an empty folder with --data, or stop the service and move its files away.")
	}
	if err != nil {
		return unfit(c.File, err)
	}
	_, err = fmt.Fprintf(in.stdout, fill.Text{
		ZH: "备份核对无误，已恢复到 %s。\n",
		EN: "The copy is whole; restored to %s.\n",
	}.In(in.lang), c.Data)
	return err
}

// unfit tells of a backup that no service could go on with; other errors stay
// as they are.
func unfit(file string, err error) error {
	switch {
	case errors.Is(err, sqlstore.ErrNewer):
		return told{exitProblem, fill.Text{
			ZH: file + " 由更新版本的 reportfill 写成，请改用该版本或更新的版本。",
			EN: file + " was written by a newer reportfill: use that one or a later one.",
		}}
	case errors.Is(err, templates.ErrDamaged), errors.Is(err, templates.ErrUnavailable):
		return told{exitProblem, fill.Text{
			ZH: file + " 已损坏，或不是 reportfill 的备份，请改用另一份：" + err.Error(),
			EN: file + " is damaged, or no backup of reportfill: use another. " + err.Error(),
		}}
	}
	return err
}

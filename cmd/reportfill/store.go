package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
	"reportfill/templates/workreport"
)

// storeFlags say where templates, reports and tokens are kept.
type storeFlags struct {
	Data     string `help:"Folder of the SQLite database." default:"./data" type:"path"`
	Database string `help:"PostgreSQL URL (postgres://…), in place of --data."`
}

// dsn is what sqlstore.Open takes.
func (f storeFlags) dsn() string { return cmp.Or(f.Database, f.Data) }

// exists tells whether there is a store without making one.
func (f storeFlags) exists() bool {
	if f.Database != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(f.Data, sqlstore.FileName))
	return !errors.Is(err, fs.ErrNotExist)
}

// mustExist refuses a command that would find nothing in a new store.
func (f storeFlags) mustExist() error {
	if f.exists() {
		return nil
	}
	return wrongUse(
		"目录 "+f.Data+" 中没有数据库。请用 --data 指定数据目录，或用 --database 指定 PostgreSQL。",
		"there is no database in "+f.Data+". Name its folder with --data, or PostgreSQL with --database.")
}

func (f storeFlags) openStore(in *invocation) (*sqlstore.Store, error) {
	if f.Database != "" && !sqlstore.IsPostgres(f.Database) {
		return nil, wrongUse(
			"--database 应为 PostgreSQL 地址，如 postgres://user@host/reportfill。SQLite 请用 --data 指定目录。",
			"--database takes the URL of a PostgreSQL, as in postgres://user@host/reportfill. --data names the folder of SQLite.")
	}
	s, err := sqlstore.Open(in, f.dsn())
	if errors.Is(err, templates.ErrUnavailable) {
		return nil, f.shut(err)
	}
	return s, err
}

// shut says of a database that cannot be opened where to look.
func (f storeFlags) shut(err error) error {
	cause := strings.TrimPrefix(err.Error(), templates.ErrUnavailable.Error()+": ")
	if f.Database != "" {
		return told{exitProblem, fill.Text{
			ZH: "无法使用 PostgreSQL，请检查 --database 的地址、用户和密码，以及数据库是否已启动：" + cause,
			EN: "PostgreSQL cannot be used: check the address, the user and the password of --database, and whether it runs: " + cause,
		}}
	}
	return told{exitProblem, fill.Text{
		ZH: "无法使用目录 " + f.Data + " 中的数据库，请检查 --data 是否为可写的目录、磁盘是否已满：" + cause,
		EN: "the database in " + f.Data + " cannot be used: check that --data is a folder that can be written, and that its disk is not full: " + cause,
	}}
}

// template gives a kept template, ready to check and to fill. The built-in one is
// there without a store.
func (f storeFlags) template(in *invocation, ref templates.Ref, limits fill.Limits) (_ *fill.Template, err error) {
	if !f.exists() {
		return builtIn(ref, limits)
	}
	store, err := f.openStore(in)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	library := templates.NewLibrary(store, templates.LibraryOptions{Limits: limits})
	t, err := library.Compiled(in, ref)
	var version *templates.VersionError
	switch {
	case errors.As(err, &version):
		return nil, told{exitUsage, version.Text()}
	case errors.Is(err, templates.ErrNotFound):
		return builtIn(ref, limits)
	case err != nil:
		return nil, err
	}
	return t.Fill, nil
}

func builtIn(ref templates.Ref, limits fill.Limits) (*fill.Template, error) {
	if ref.ID == workreport.ID && ref.Version > 1 {
		return nil, told{exitUsage, (&templates.VersionError{Ref: ref, Latest: 1}).Text()}
	}
	if ref.ID != workreport.ID {
		return nil, wrongUse(
			"没有文件或模板 "+ref.String()+"。内置模板是 "+workreport.ID+"；其他模板请用 --data 指定所在的数据目录。",
			"there is no file and no template "+ref.String()+". The built-in one is "+workreport.ID+"; --data names the folder of others.")
	}
	p, err := fill.Open(workreport.Docx(), limits)
	if err != nil {
		return nil, err
	}
	schema, err := fill.ParseSchema(workreport.Fields())
	if err != nil {
		return nil, err
	}
	return fill.Compile(p, schema)
}

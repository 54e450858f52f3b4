package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"reportfill/fill"
)

// opCreate is the operation of an *fs.PathError of a file that cannot be begun.
const opCreate = "create"

// misnamed says why a file cannot be opened, where another name or place would
// do: it is not there, is a folder, or is not for this user.
func misnamed(err error) (fill.Text, bool) {
	var e *fs.PathError
	if !errors.As(err, &e) {
		return fill.Text{}, false
	}
	folder := filepath.Dir(e.Path)
	switch {
	case e.Path == "":
		return fill.Text{ZH: "文件名是空的。请检查命令中的引号和变量。", EN: "the name of a file is empty: check the quotes and variables of the command."}, true
	case errors.Is(e, syscall.EISDIR):
		return fill.Text{ZH: e.Path + " 是文件夹。请给出文件名。", EN: e.Path + " is a folder: name a file."}, true
	case errors.Is(e, syscall.ENOTDIR):
		return fill.Text{
			ZH: "无法使用 " + e.Path + "：它或它所在的位置是文件，不是文件夹。请另选位置。",
			EN: "cannot use " + e.Path + ": it, or where it should lie, is a file and no folder. Choose another place.",
		}, true
	case errors.Is(e, fs.ErrNotExist) && e.Op == opCreate:
		return fill.Text{
			ZH: "无法写入 " + e.Path + "：没有文件夹 " + folder + "。请先建立，或另选位置。",
			EN: "cannot write " + e.Path + ": there is no folder " + folder + ". Make it, or choose another place.",
		}, true
	case errors.Is(e, fs.ErrNotExist):
		return fill.Text{
			ZH: "无法打开文件 " + e.Path + "：没有这个文件。请核对文件名和所在文件夹。",
			EN: "cannot open " + e.Path + ": there is no such file. Check its name and its folder.",
		}, true
	case errors.Is(e, fs.ErrPermission):
		return fill.Text{
			ZH: "没有权限使用 " + e.Path + "。请检查权限，或另选位置。",
			EN: e.Path + ": permission denied. Check the permissions, or choose another place.",
		}, true
	}
	return fill.Text{}, false
}

package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"reportfill/fill"
)

// standard is the name of standard input or output.
const standard = "-"

// maxInput is the bytes of a file that is read into memory.
const maxInput = 512 << 20

// read reads a file, or standard input for "-".
func (in *invocation) read(name string) ([]byte, error) {
	if name == standard {
		return readMost(in.stdin, maxInput, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readMost(f, maxInput, name)
}

// readMost reads all that there is, where it is no more than most.
func readMost(r io.Reader, most int, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	if err == nil && len(data) > most {
		return nil, told{exitProblem, fill.Text{
			ZH: fmt.Sprintf("%s 超过 %d MiB，不能读取。请核对是否选错了文件。", name, most>>20),
			EN: fmt.Sprintf("%s is over %d MiB and is not read. Check that it is the file you mean.", name, most>>20),
		}}
	}
	return data, err
}

// write writes a file whole or not at all, or to standard output for "-". It
// never writes over one of the files that the command reads.
func (in *invocation) write(name string, data []byte, inputs ...string) error {
	return in.writeBy(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}, inputs...)
}

// writeBy writes what the function writes, as write does.
func (in *invocation) writeBy(name string, by func(io.Writer) error, inputs ...string) error {
	switch name {
	case standard:
		return by(in.stdout)
	case "":
		return &fs.PathError{Op: opCreate, Path: name, Err: fs.ErrNotExist}
	}
	for _, input := range inputs {
		if sameFile(name, input) {
			return wrongUse(
				"输出文件 "+name+" 就是输入文件，不会覆盖它。请用 -o 指定其他文件名。",
				"the output "+name+" is one of the inputs and stays as it is. Name another with -o.")
		}
	}
	return writeAtomic(name, by)
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// writeAtomic writes beside the file and renames, so that no reader sees half of it.
// A file that is there keeps its permissions, and a link its name.
func writeAtomic(name string, by func(io.Writer) error) (err error) {
	there, err := os.Stat(name)
	if err == nil && !there.Mode().IsRegular() { // a device, such as /dev/null, is no place to rename to
		return writeInto(name, by)
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	f, err := os.OpenFile(filepath.Join(filepath.Dir(name), ".reportfill-"+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return &fs.PathError{Op: opCreate, Path: name, Err: errors.Unwrap(err)}
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	err = by(f)
	if there != nil {
		err = errors.Join(err, f.Chmod(there.Mode().Perm()))
	}
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// writeInto writes to a file that is there.
func writeInto(name string, by func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(by(f), f.Close())
}

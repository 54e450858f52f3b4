package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// standard is the name of standard input or output.
const standard = "-"

// read reads a file, or standard input for "-".
func (in *invocation) read(name string) ([]byte, error) {
	if name == standard {
		return io.ReadAll(in.stdin)
	}
	return os.ReadFile(name)
}

// write writes a file whole or not at all, or to standard output for "-". It
// never writes over one of the files that the command reads.
func (in *invocation) write(name string, data []byte, inputs ...string) error {
	if name == standard {
		_, err := in.stdout.Write(data)
		return err
	}
	for _, input := range inputs {
		if sameFile(name, input) {
			return wrongUse(
				"输出文件 "+name+" 就是输入文件，不会覆盖它。请用 -o 指定其他文件名。",
				"the output "+name+" is one of the inputs and stays as it is. Name another with -o.")
		}
	}
	return writeAtomic(name, data)
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
func writeAtomic(name string, data []byte) (err error) {
	mode := os.FileMode(0o644)
	if there, err := os.Stat(name); err == nil {
		if !there.Mode().IsRegular() { // a device, such as /dev/null, is no place to rename to
			return os.WriteFile(name, data, mode)
		}
		mode = there.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".reportfill-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

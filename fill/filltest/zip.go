package filltest

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"slices"

	"github.com/klauspost/compress/flate"
)

// Zip is how a package is zipped. The zero value is what Word does: deflated,
// sizes in the headers.
type Zip struct {
	Stored      bool   // not compressed
	Descriptors bool   // sizes behind the data (APPNOTE.TXT 4.3.9)
	Zip64       bool   // sizes and offsets in 64 bits, though they are small (4.5.3)
	Reversed    bool   // entries in the opposite order: the content types last
	Leading     []byte // bytes before the first entry
	Comment     string
}

// packed is a part as it is zipped.
type packed struct {
	zip.FileHeader
	data []byte
}

func (z Zip) write(parts []Part) []byte {
	var entries []packed
	for _, p := range parts {
		entries = append(entries, z.pack(p))
	}
	if z.Reversed {
		slices.Reverse(entries)
	}
	if z.Zip64 {
		return z.write64(entries)
	}
	var b bytes.Buffer
	b.Write(z.Leading)
	w := zip.NewWriter(&b)
	w.SetOffset(int64(len(z.Leading)))
	for _, e := range entries {
		raw, err := w.CreateRaw(&e.FileHeader)
		check(err)
		_, err = raw.Write(e.data)
		check(err)
	}
	check(w.SetComment(z.Comment))
	check(w.Close())
	return b.Bytes()
}

// pack compresses a part. The entry bears the date 1980-01-01.
func (z Zip) pack(p Part) packed {
	//lint:ignore SA1019 CreateRaw writes no other date
	e := packed{zip.FileHeader{Name: p.Name, Method: zip.Store, ModifiedDate: 1<<5 | 1,
		CRC32: crc32.ChecksumIEEE(p.Data), UncompressedSize64: uint64(len(p.Data))}, p.Data}
	if !z.Stored {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, 6)
		check(err)
		_, err = w.Write(p.Data)
		check(err)
		check(w.Close())
		e.Method, e.data = zip.Deflate, b.Bytes()
	}
	e.CompressedSize64 = uint64(len(e.data))
	if z.Descriptors {
		e.Flags |= 1 << 3
	}
	for _, r := range p.Name {
		if r >= 0x80 {
			e.Flags |= 1 << 11 // the name is UTF-8
		}
	}
	return e
}

func check(err error) {
	if err != nil {
		panic("filltest: " + err.Error())
	}
}

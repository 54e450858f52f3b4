package batch

import (
	"archive/zip"
	"hash/crc32"
	"io"
)

// storedEntries writes a zip of entries that are stored as they are. A
// document's size and checksum stand before its bytes, so that a reader can
// follow the zip as it comes.
type storedEntries struct {
	zip *zip.Writer
}

func (s storedEntries) add(name string, data []byte) error {
	h := header(name)
	h.CRC32 = crc32.ChecksumIEEE(data)
	h.CompressedSize64, h.UncompressedSize64 = uint64(len(data)), uint64(len(data))
	w, err := s.zip.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// copy adds an entry of a length that is known, and bytes that are read twice.
func (s storedEntries) copy(name string, r io.ReadSeeker, size int64) error {
	sum := crc32.NewIEEE()
	if _, err := io.Copy(sum, r); err != nil {
		return err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := header(name)
	h.CRC32 = sum.Sum32()
	h.CompressedSize64, h.UncompressedSize64 = uint64(size), uint64(size)
	w, err := s.zip.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// utf8Names is the general purpose flag for names in UTF-8 (APPNOTE 4.4.4, bit
// 11), which CreateRaw leaves to its caller.
const utf8Names = 0x800

// firstDay is the first day that a zip can name: equal rows make equal zips.
const firstDay = 1<<5 | 1 // 1980-01-01, as MS-DOS writes it

func header(name string) *zip.FileHeader {
	//lint:ignore SA1019 CreateRaw writes no other date
	return &zip.FileHeader{Name: name, Method: zip.Store, Flags: utf8Names, ModifiedDate: firstDay}
}

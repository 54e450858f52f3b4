package filltest

import (
	"encoding/binary"
	"math"
)

// fields appends little-endian numbers of 2, 4 or 8 bytes, and text.
func fields(b []byte, values ...any) []byte {
	for _, v := range values {
		switch v := v.(type) {
		case uint16:
			b = binary.LittleEndian.AppendUint16(b, v)
		case uint32:
			b = binary.LittleEndian.AppendUint32(b, v)
		case uint64:
			b = binary.LittleEndian.AppendUint64(b, v)
		case string:
			b = append(b, v...)
		}
	}
	return b
}

const (
	max16 = uint16(math.MaxUint16)
	max32 = uint32(math.MaxUint32)
	v45   = uint16(45) // the version that knows ZIP64
)

// write64 writes a zip whose headers hold all sizes and offsets as ZIP64
// (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.14 to 4.3.16), which no library does unless it must.
func (z Zip) write64(entries []packed) []byte {
	out := append([]byte{}, z.Leading...)
	var directory []byte
	for _, e := range entries {
		offset := uint64(len(out))
		name, sizes := uint16(len(e.Name)), []any{e.UncompressedSize64, e.CompressedSize64}
		common := []any{e.Method, e.ModifiedTime, e.ModifiedDate}
		flags := e.Flags &^ (1 << 3)

		out = fields(out, uint32(0x04034b50), v45, flags)
		out = fields(out, common...)
		out = fields(out, e.CRC32, max32, max32, name, uint16(20), e.Name, uint16(1), uint16(16))
		out = fields(out, sizes...)
		out = append(out, e.data...)

		directory = fields(directory, uint32(0x02014b50), v45, v45, flags)
		directory = fields(directory, common...)
		directory = fields(directory, e.CRC32, max32, max32, name, uint16(28), uint16(0), uint16(0), uint16(0), uint32(0), max32,
			e.Name, uint16(1), uint16(24))
		directory = fields(directory, sizes...)
		directory = fields(directory, offset)
	}
	at, count, size := uint64(len(out)), uint64(len(entries)), uint64(len(directory))
	out = append(out, directory...)
	end := uint64(len(out))
	out = fields(out, uint32(0x06064b50), uint64(44), v45, v45, uint32(0), uint32(0), count, count, size, at)
	out = fields(out, uint32(0x07064b50), uint32(0), end, uint32(1))
	return fields(out, uint32(0x06054b50), uint16(0), uint16(0), max16, max16, max32, max32, uint16(len(z.Comment)), z.Comment)
}

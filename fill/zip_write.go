package fill

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
)

// zipPlan is the finished package but for the parts with holes: what can be
// written ahead of every fill is (APPNOTE.TXT 6.3, 4.3).
type zipPlan struct {
	prefix  []byte
	steps   []zipStep
	comment string
}

// zipStep is one entry: its local header, its data if it has no holes, and its
// directory record.
type zipStep struct {
	local   []byte
	central []byte
	raw     []byte
	part    int // index into splice.parts; -1 where raw is the data
	store   bool
}

// Offsets of the fields that a fill sets, in the local header and in the
// directory record.
const (
	localCRC, localSize     = 14, 18
	centralCRC, centralSize = 16, 20
	centralOffset           = 42
)

// planZip writes the headers of all entries, in the order of the directory.
func planZip(a *archive, part map[*entry]int) zipPlan {
	plan := zipPlan{prefix: a.prefix, comment: a.comment}
	for i := range a.entries {
		e := &a.entries[i]
		s := zipStep{local: localHeader(e), central: centralRecord(e), raw: e.raw, part: -1}
		if k, ok := part[e]; ok {
			s.part, s.raw, s.store = k, nil, e.Method == zip.Store
		}
		plan.steps = append(plan.steps, s)
	}
	return plan
}

// dataDescriptor is the flag of an entry whose sizes follow its data; here they
// stand in its header.
const dataDescriptor = 1 << 3

func localHeader(e *entry) []byte {
	b := binary.LittleEndian.AppendUint32(nil, 0x04034b50)
	b = appendCommon(b, e)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.Name)))
	b = binary.LittleEndian.AppendUint16(b, 0)
	return append(b, e.Name...)
}

// appendCommon appends what both headers share: from the version to the sizes.
func appendCommon(b []byte, e *entry) []byte {
	le := binary.LittleEndian
	b = le.AppendUint16(b, 20)
	b = le.AppendUint16(b, e.Flags&^dataDescriptor)
	b = le.AppendUint16(b, e.Method)
	b = le.AppendUint16(b, e.ModifiedTime)
	b = le.AppendUint16(b, e.ModifiedDate)
	b = le.AppendUint32(b, e.CRC32)
	b = le.AppendUint32(b, uint32(len(e.raw)))
	return le.AppendUint32(b, uint32(e.UncompressedSize64))
}

func centralRecord(e *entry) []byte {
	le := binary.LittleEndian
	extra := withoutZip64(e.Extra)
	b := le.AppendUint32(nil, 0x02014b50)
	b = le.AppendUint16(b, e.CreatorVersion)
	b = appendCommon(b, e)
	b = le.AppendUint16(b, uint16(len(e.Name)))
	b = le.AppendUint16(b, uint16(len(extra)))
	b = le.AppendUint16(b, uint16(len(e.Comment)))
	b = le.AppendUint32(b, 0) // disk, internal attributes
	b = le.AppendUint32(b, e.ExternalAttrs)
	b = le.AppendUint32(b, 0) // offset
	b = append(b, e.Name...)
	b = append(b, extra...)
	return append(b, e.Comment...)
}

// withoutZip64 drops the extra field that repeats sizes and offset: here they
// fit their own fields.
func withoutZip64(extra []byte) []byte {
	var out []byte
	for len(extra) >= 4 {
		n := 4 + int(binary.LittleEndian.Uint16(extra[2:]))
		if n > len(extra) {
			return nil
		}
		if binary.LittleEndian.Uint16(extra) != 1 {
			out = append(out, extra[:n]...)
		}
		extra = extra[n:]
	}
	return out
}

// filledEntry is what a fill makes of a part with holes.
type filledEntry struct {
	size  int // compressed
	plain int
	crc   uint32
}

// append writes the package; data appends a part's data.
func (z *zipPlan) append(dst []byte, parts []splicedPart, values [][][]byte, filled []filledEntry) []byte {
	le := binary.LittleEndian
	base := len(dst)
	dst = append(dst, z.prefix...)
	for i := range z.steps {
		s := &z.steps[i]
		at := len(dst)
		dst = append(dst, s.local...)
		if s.part < 0 {
			dst = append(dst, s.raw...)
			continue
		}
		f := &filled[s.part]
		from := len(dst)
		dst, f.plain, f.crc = parts[s.part].appendData(dst, values[s.part], s.store)
		f.size = len(dst) - from
		le.PutUint32(dst[at+localCRC:], f.crc)
		le.PutUint32(dst[at+localSize:], uint32(f.size))
		le.PutUint32(dst[at+localSize+4:], uint32(f.plain))
	}
	start := len(dst) - base
	return z.appendEnd(z.appendDirectory(dst, filled), base, start)
}

// appendDirectory appends the directory records.
func (z *zipPlan) appendDirectory(dst []byte, filled []filledEntry) []byte {
	le := binary.LittleEndian
	offset := len(z.prefix)
	for i := range z.steps {
		s := &z.steps[i]
		at := len(dst)
		dst = append(dst, s.central...)
		le.PutUint32(dst[at+centralOffset:], uint32(offset))
		offset += len(s.local) + len(s.raw)
		if s.part >= 0 {
			f := &filled[s.part]
			le.PutUint32(dst[at+centralCRC:], f.crc)
			le.PutUint32(dst[at+centralSize:], uint32(f.size))
			le.PutUint32(dst[at+centralSize+4:], uint32(f.plain))
			offset += f.size
		}
	}
	return dst
}

// appendEnd appends the end of the directory (4.3.16) that begins at start, of
// a package that begins at base.
func (z *zipPlan) appendEnd(dst []byte, base, start int) []byte {
	le := binary.LittleEndian
	size := len(dst) - base - start
	dst = le.AppendUint32(dst, 0x06054b50)
	dst = le.AppendUint32(dst, 0)
	dst = le.AppendUint16(dst, uint16(len(z.steps)))
	dst = le.AppendUint16(dst, uint16(len(z.steps)))
	dst = le.AppendUint32(dst, uint32(size))
	dst = le.AppendUint32(dst, uint32(start))
	dst = le.AppendUint16(dst, uint16(len(z.comment)))
	return append(dst, z.comment...)
}

// appendData appends a part's data with the values in its holes, deflated
// unless the draft stores it plain.
func (p *splicedPart) appendData(dst []byte, values [][]byte, store bool) (out []byte, size int, crc uint32) {
	if !store {
		return p.program.Deflate(dst, values)
	}
	from := len(dst)
	dst = p.program.AppendText(dst, values)
	return dst, len(dst) - from, crc32.ChecksumIEEE(dst[from:])
}

package fill

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
)

// entry is one entry of the zip as it stands: its directory record and its
// bytes, still compressed.
type entry struct {
	zip.FileHeader
	raw []byte // a slice of the package
}

// isDir tells whether the entry only names a folder.
func (e *entry) isDir() bool { return strings.HasSuffix(e.Name, "/") }

// archive is the package as a zip (ECMA-376 part 2, annex C).
type archive struct {
	prefix  []byte // bytes before the first entry
	comment string
	entries []entry // in the order of the directory
	read    int64   // uncompressed bytes read so far
	limits  Limits
}

// openArchive reads the directory of a zip and refuses what no writer of
// packages makes: names that repeat or escape, entries that overlap.
func openArchive(docx []byte, lim Limits) (*archive, error) {
	if err := refuseForeign(docx); err != nil {
		return nil, err
	}
	zr, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, faultNotZip(docx, err)
	}
	if len(zr.File) > lim.Parts {
		return nil, faultLimit("parts", "", -1, int64(lim.Parts))
	}
	a := &archive{comment: zr.Comment, limits: lim, entries: make([]entry, 0, len(zr.File))}
	if err := a.addEntries(docx, zr.File); err != nil {
		return nil, err
	}
	return a, checkNames(a.entries)
}

// oleMagic opens a compound file: an encrypted package or a .doc of Word 97.
var oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// entryMagic opens an entry of a zip, so that a zip starts with it.
var entryMagic = []byte("PK\x03\x04")

func refuseForeign(docx []byte) error {
	switch {
	case len(docx) == 0:
		return faultFormat("empty", "", "文件是空的，请上传 .docx 文件", "the file is empty: send a .docx")
	case bytes.HasPrefix(docx, oleMagic) && bytes.Contains(docx, utf16Name("EncryptedPackage")):
		return faultUnsupported("encrypted", "", "文档已加密，请在 Word 中取消打开密码后再上传",
			"the document is encrypted: remove its password in Word and send it again")
	case bytes.HasPrefix(docx, oleMagic):
		return faultUnsupported("doc", "", "这是旧版 .doc 文件（或加密文档），请用 Word 另存为 .docx",
			"this is an old .doc file (or an encrypted document): save it as .docx in Word")
	}
	return nil
}

// utf16Name is a name as the directory of a compound file writes it.
func utf16Name(name string) []byte {
	out := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return out
}

// span of a zip entry's data in the package.
type dataSpan struct{ from, to int64 }

func (a *archive) addEntries(docx []byte, files []*zip.File) error {
	spans := make([]dataSpan, 0, len(files))
	var claimed uint64
	for _, f := range files {
		if f.Flags&1 != 0 {
			return faultUnsupported("encrypted", f.Name, "文档含有加密的部分，请取消密码后再上传",
				"an entry is encrypted: remove the password and send the document again")
		}
		from, err := f.DataOffset()
		to := from + int64(f.CompressedSize64)
		if err != nil || from < 0 || to < from || to > int64(len(docx)) {
			return faultMalformed("zip_entry", f.Name, -1, "压缩包目录有误，请用 Word 打开并重新保存", "the zip directory points outside the file: open it in Word and save it again")
		}
		if claimed += f.UncompressedSize64; claimed > uint64(a.limits.PackageBytes) {
			return faultLimit("package_bytes", f.Name, -1, a.limits.PackageBytes)
		}
		a.entries = append(a.entries, entry{FileHeader: f.FileHeader, raw: docx[from:to:to]})
		spans = append(spans, dataSpan{from, to})
	}
	a.prefix = leadingBytes(docx)
	return checkOverlap(spans)
}

// leadingBytes are what stands before the first local header, such as a
// self-extractor's stub.
func leadingBytes(docx []byte) []byte {
	if i := bytes.Index(docx, entryMagic); i > 0 {
		return docx[:i]
	}
	return nil
}

func checkOverlap(spans []dataSpan) error {
	slices.SortFunc(spans, func(a, b dataSpan) int { return int(a.from - b.from) })
	for i := 1; i < len(spans); i++ {
		if spans[i].from < spans[i-1].to {
			return faultMalformed("zip_overlap", "", -1, "压缩包内的条目互相重叠，不是正常的 Word 文件", "entries of the zip overlap: no writer of Word documents makes such a file")
		}
	}
	return nil
}

// checkNames refuses names that repeat (case does not tell them apart, ECMA-376
// part 2, 6.2.2.3) and names that lead out of the package.
func checkNames(entries []entry) error {
	seen := make(map[string]bool, len(entries))
	for _, e := range entries {
		name := partKey(e.Name)
		if escapes(name) {
			return faultMalformed("zip_name", e.Name, -1, "压缩包内的名称指向包外", "the name leads out of the package")
		}
		if seen[name] {
			return faultMalformed("zip_duplicate", e.Name, -1, "压缩包内有两个同名的部分", "two parts have this name")
		}
		seen[name] = true
	}
	return nil
}

func escapes(name string) bool {
	if name == "" || strings.ContainsAny(name, "\\\x00") || strings.HasPrefix(name, "/") || strings.Contains(name, ":") {
		return true
	}
	return slices.Contains(strings.Split(name, "/"), "..")
}

// content inflates an entry. The limits hold for what comes out, not for what
// the header claims.
func (a *archive) content(e *entry) ([]byte, error) {
	var r io.Reader = bytes.NewReader(e.raw)
	switch e.Method {
	case zip.Store:
	case zip.Deflate:
		r = flate.NewReader(r)
	default:
		return nil, faultUnsupported("zip_method", e.Name, "压缩方式不受支持，请用 Word 打开并重新保存", "the compression method is not supported: open it in Word and save it again")
	}
	limit, setting := a.limits.PartBytes, "part_bytes"
	if left := a.limits.PackageBytes - a.read; left < limit {
		limit, setting = left, "package_bytes"
	}
	data, err := readUpTo(r, limit, min(int64(e.UncompressedSize64), maxRatio*int64(len(e.raw))))
	if errors.Is(err, errOver) {
		return nil, faultLimit(setting, e.Name, -1, a.limits.of(setting))
	}
	if err != nil || uint64(len(data)) != e.UncompressedSize64 || crc32.ChecksumIEEE(data) != e.CRC32 {
		return nil, faultMalformed("zip_data", e.Name, -1, "数据已损坏（校验不符），请重新获取该文件", "the data is damaged (checksum differs): get the file again")
	}
	a.read += int64(len(data))
	return data, nil
}

var errOver = errors.New("over the limit")

// maxRatio is the most that deflate can compress (258 bytes in two bits).
const maxRatio = 1032

// readUpTo reads all of r; hint is the size that is expected.
func readUpTo(r io.Reader, limit, hint int64) ([]byte, error) {
	buf := bytes.NewBuffer(make([]byte, 0, min(limit, hint)+bytes.MinRead))
	n, err := buf.ReadFrom(io.LimitReader(r, limit+1))
	if n > limit {
		return nil, errOver
	}
	return buf.Bytes(), err
}

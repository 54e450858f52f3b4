package fill

// Limits bound what Open reads. A zero value means the default of DefaultLimits.
// They hold for what is read, whatever a header claims. None goes beyond what a zip
// without the extensions of zip64 holds, which is what Fill writes.
type Limits struct {
	Parts        int   // entries in the package
	PartBytes    int64 // uncompressed bytes of one part
	PackageBytes int64 // uncompressed bytes of all parts together
	Depth        int   // nesting of XML elements
	Placeholders int   // placeholders in the package
}

// DefaultLimits are the limits of a service that nobody has configured.
var DefaultLimits = Limits{
	Parts:        4096,
	PartBytes:    64 << 20,
	PackageBytes: 256 << 20,
	Depth:        256,
	Placeholders: 100_000,
}

// The most of what a limit can be set to: a zip counts its entries in 16 bits and
// its bytes in 32 (APPNOTE.TXT, 4.4), of which places in a part take 31.
const (
	mostParts        = 1<<16 - 2
	mostPartBytes    = 1<<31 - 1
	mostPackageBytes = 1<<32 - 2
)

// orDefault gives the limits that hold: the default where one is not set.
func (l Limits) orDefault() Limits {
	d := DefaultLimits
	if l.Parts > 0 {
		d.Parts = min(l.Parts, mostParts)
	}
	if l.PartBytes > 0 {
		d.PartBytes = min(l.PartBytes, mostPartBytes)
	}
	if l.PackageBytes > 0 {
		d.PackageBytes = min(l.PackageBytes, mostPackageBytes)
	}
	if l.Depth > 0 {
		d.Depth = l.Depth
	}
	if l.Placeholders > 0 {
		d.Placeholders = l.Placeholders
	}
	return d
}

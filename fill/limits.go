package fill

// Limits bound what Open reads. A zero value means the default of DefaultLimits.
// They hold for what is read, whatever a header claims.
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

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	if l.Parts > 0 {
		d.Parts = l.Parts
	}
	if l.PartBytes > 0 {
		d.PartBytes = l.PartBytes
	}
	if l.PackageBytes > 0 {
		d.PackageBytes = l.PackageBytes
	}
	if l.Depth > 0 {
		d.Depth = l.Depth
	}
	if l.Placeholders > 0 {
		d.Placeholders = l.Placeholders
	}
	return d
}

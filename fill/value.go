package fill

// ValueType is how a value was written in its payload.
type ValueType uint8

// The types of values.
const (
	Null ValueType = iota // no value: the same as leaving it out
	String
	Number
	Bool
	Nested // a list or an object that is no value with its unit; no field takes it
)

// Value is one figure or text as it was given. Digits stay as written: nothing
// passes through a binary float.
type Value struct {
	Type ValueType
	Text string // a string's characters, else the JSON as it stands
	Unit string // the unit it is given in; empty means the field's own
}

// Entry is one member of a payload.
type Entry struct {
	Name     string // the field; empty where the payload is an array
	Position int    // from 1, the place in an array payload; 0 where the payload goes by name
	Value    Value
}

// Values is a payload in the order given. A name may stand in it twice: Check
// reports that, so that nothing is lost in silence.
type Values []Entry

// Get gives the value under the name, the first where there are several.
func (v Values) Get(name string) (Value, bool) {
	for _, e := range v {
		if e.Name == name {
			return e.Value, true
		}
	}
	return Value{}, false
}

// Package templates keeps templates and the reports that are filled from them.
//
// A Template is a draft with its fields and checks, in numbered versions that
// never change. A Report collects values for one version from many systems and
// clerks until it is complete, and is then made final: its document is made
// once and kept.
//
// Library, Reports and Access hold the rules. They keep what they know in a
// Store, which holds none: it writes a row or refuses it. Package sqlstore is
// the Store on SQLite and PostgreSQL; package storetest is the suite that every
// Store must pass. Time is passed in.
package templates

// Package front serves a handler over HTTP so that slow clients, many of them
// and a stop leave honest ones what they came for.
//
// Every client must make progress: a head within a time, a body at a rate, an
// answer taken without standing still. Where there are more connections than
// there is room for, the one that has kept the service waiting longest makes
// room for the next: a client that sends and reads is never that one.
//
// A client that sends all of its body before it reads gets its answer, also where
// nobody wants the body.
package front

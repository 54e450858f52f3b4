// Package reference reads the service's OpenAPI document into what the page
// /reference shows: routes by group, with their parameters, bodies and answers,
// and the schemas. It reads as much of OpenAPI 3.0 as the document uses, and keeps
// the order in which things stand there.
package reference

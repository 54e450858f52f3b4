// Package webtest drives the clerks' pages in a real headless Chromium, over the
// service as it is: SQLite in a temporary folder, the built-in report, tokens.
//
// Tests are skipped where no Chromium is on the PATH, and fail there if
// REPORTFILL_TEST_REQUIRE names chromium. REPORTFILL_AXE is the folder of the npm
// package axe-core (with its axe.min.js), REPORTFILL_SHOTS one to leave pictures
// of the pages in.
package webtest

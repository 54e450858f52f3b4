// Package web draws the clerks' pages: html/template, one stylesheet, native ES
// modules, all embedded. Nothing is built and nothing comes from outside, so
// that the pages work on an intranet that leads nowhere.
//
// A page is
//
//   - pages/NAME.html, which defines "content" (inside layout.html) and takes a
//     Page: .Frame and .View, the latter a type of this package or of the handler;
//   - messages/NAME.yaml, its texts as `key: {zh: …, en: …}`; {{t "NAME.key" args}}
//     gives one. Those that scripts need go to messages/NAME.script.yaml; a page
//     that has {{template "script" .}} in its "head" carries them (texts.js reads
//     them) and loads scripts/NAME.js;
//   - styles/NAME.css, in `@layer page`, joined into the one stylesheet;
//   - a handler in package api, api/page_NAME.go, that ends in
//     s.page(c, status, "NAME", view), its line in the table of api/pages.go and
//     its name at a place of the navigation (frame.go);
//   - its line in lookAt of api/webtest, where a browser draws it in both languages
//     and axe-core looks at it.
//
// Scripts build nodes and set textContent: the Content-Security-Policy knows no
// inline script or style and takes no string for HTML (Trusted Types). A style
// that depends on data is a class, or is set from a script by its property.
package web

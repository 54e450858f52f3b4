// Package gbdoc makes official documents after GB/T 9704-2012 as Word packages.
//
// It reads a text of one paragraph a line (Parse) and writes a .docx (Build)
// with the page, the fonts and the levels that the standard asks for: A4, body
// in 仿宋_GB2312 of 16 pt at 28 pt a line, levels 一、（一）1. in 黑体, 楷体_GB2312
// and 仿宋_GB2312, page numbers at the outer edge. Everything but the text is in
// the folder parts, as it goes into the package.
package gbdoc

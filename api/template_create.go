package api

import (
	"errors"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/encoding/simplifiedchinese"

	"reportfill/fill"
	"reportfill/templates"
)

// templateForm is the form of POST /templates beside its files.
type templateForm struct {
	ID    string `form:"id" validate:"max=64"`
	Title string `form:"title" validate:"max=200"`
}

// createTemplate takes a form with the files docx and fields (YAML or JSON; left
// out, the fields are suggested from the sentences), and id and title, which may
// be left out too: the title is then that of the fields file, of the draft, or its
// file's name, and the id made from it.
func (s *server) createTemplate(c *gin.Context) error {
	if _, err := mediaType(c, typeForm); err != nil {
		return err
	}
	form, err := readForm(c, "docx", "fields", "id", "title")
	if err != nil {
		return err
	}
	draft, err := draftOf(form)
	if err != nil {
		return err
	}
	key, err := once(c, []byte(draft.ID), []byte(draft.Title), []byte(draft.File), draft.Docx, form["fields"].data)
	if err != nil {
		return err
	}
	var t *templates.Template
	err = s.gate.run(c, func() error {
		t, err = s.library.Create(c.Request.Context(), actorOf(c), draft, key)
		return err
	})
	if errors.Is(err, templates.ErrConflict) && !errors.Is(err, templates.ErrKeyUsed) {
		return taken(draft.ID).because(err)
	}
	if err != nil {
		return inFields(err, form["fields"].data)
	}
	c.Header("Location", "/api/v1/templates/"+t.ID)
	return s.answerTemplate(c, http.StatusCreated, t)
}

// taken refuses an id that another template has.
func taken(id string) *refusal {
	r := refuse(codeConflict,
		"标识 "+id+" 已被占用。请换一个标识；同一报告的新文稿，请作为模板 "+id+" 的下一版上传。",
		"The id "+id+" is taken. Choose another; a new draft of the same report goes to the template "+id+", as its next version.")
	r.errors = []refusedField{{code: codeConflict, field: "id", text: r.detail}}
	return r
}

func draftOf(form map[string]formPart) (templates.Draft, error) {
	docx := form["docx"].data
	if len(docx) == 0 {
		return templates.Draft{}, noDocument()
	}
	f := templateForm{ID: string(form["id"].data), Title: string(form["title"].data)}
	if err := validateRequest(&f); err != nil {
		return templates.Draft{}, err
	}
	d := templates.Draft{ID: f.ID, Title: f.Title, File: titleOfFile(form["docx"].filename), Docx: docx}
	if fields := form["fields"].data; len(fields) > 0 {
		schema, err := fill.ParseSchema(fields)
		if err != nil {
			return templates.Draft{}, err
		}
		d.Schema = &schema
	}
	return d, nil
}

const maxTitle = 200 // characters

// titleOfFile is the name of an uploaded file without its folder and its extension,
// cut to the length of a title; empty where the client names none. A name that is
// not in UTF-8 comes from a program on Windows in China.
func titleOfFile(name string) string {
	if !utf8.ValidString(name) {
		name, _ = simplifiedchinese.GB18030.NewDecoder().String(name) // what it cannot decode it replaces
	}
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	if strings.Trim(name, " .") == "" {
		return ""
	}
	title := []rune(strings.TrimSuffix(fileName(name, extension), extension))
	return string(title[:min(len(title), maxTitle)])
}

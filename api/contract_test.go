package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
)

// contract holds real requests and answers to openapi.yaml.
type contract struct {
	router routers.Router
}

func newContract(t testing.TB) *contract {
	t.Helper()
	for _, media := range []string{typeDocx, typeXLSX, typeZip, typeNDJSON, typeCSV, typeSchema, typePatch} {
		openapi3filter.RegisterBodyDecoder(media, bodyDecoder(media))
	}
	router, err := legacy.NewRouter(loadOpenAPI(t), openapi3.DisableExamplesValidation())
	if err != nil {
		t.Fatal(err)
	}
	return &contract{router: router}
}

func bodyDecoder(media string) openapi3filter.BodyDecoder {
	if media == typeSchema || media == typePatch {
		return openapi3filter.RegisteredBodyDecoder(typeJSON)
	}
	return openapi3filter.FileBodyDecoder
}

// hold checks an answer, and the request as well where it was accepted. A HEAD is
// described by its GET; addresses that do not exist are not described at all.
func (c *contract) hold(t testing.TB, r *http.Request, body []byte, w *httptest.ResponseRecorder) {
	t.Helper()
	route, params, err := c.router.FindRoute(r)
	if err != nil {
		if r.Method != http.MethodHead && w.Code != http.StatusNotFound && w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s %s: %v", r.Method, r.URL.Path, err)
		}
		return
	}
	sent := r.Clone(context.Background())
	sent.Body = io.NopCloser(bytes.NewReader(body))
	request := &openapi3filter.RequestValidationInput{
		Request: sent, PathParams: params, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, IncludeResponseStatus: true},
	}
	if w.Code < 300 {
		if err := openapi3filter.ValidateRequest(context.Background(), request); err != nil {
			t.Errorf("%s %s was answered %d, but is against openapi.yaml: %v", r.Method, r.URL.Path, w.Code, err)
		}
	}
	answer := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: request, Status: w.Code, Header: w.Header(), Options: request.Options,
		Body: io.NopCloser(strings.NewReader(w.Body.String())),
	}
	if w.Code == http.StatusNotModified || w.Code == http.StatusNoContent {
		return
	}
	if err := openapi3filter.ValidateResponse(context.Background(), answer); err != nil {
		t.Errorf("the answer of %s %s is against openapi.yaml: %v\n%s", r.Method, r.URL.Path, err, w.Body)
	}
}

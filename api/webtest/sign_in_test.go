package webtest

import (
	"testing"

	"github.com/chromedp/chromedp"

	"reportfill/templates"
)

// signIn opens an address of the service and signs in on the way.
func (b *browser) signIn(s *service, secret, path string) {
	b.t.Helper()
	b.open(s.url + path)
	b.do(chromedp.SendKeys(chromedp.CSS(`#token`), secret+"\r"))
	b.see(`.signed .name`)
}

func TestSignIn(t *testing.T) {
	s := newService(t)
	b := newBrowser(t, "zh-CN", desktop)
	b.open(s.url + "/reports")
	b.do(chromedp.SendKeys(chromedp.CSS(`#token`), "wrong\r"))
	b.see(`#token-fault`)
	b.do(chromedp.SendKeys(chromedp.CSS(`#token`), s.token("李会计", templates.RoleClerk)+"\r"))
	b.see(`.signed .name`)
	if got, want := eval[string](b, `location.pathname`), "/reports"; got != want {
		t.Errorf("after the sign-in the browser is at %s, want %s", got, want)
	}
	if got := eval[string](b, `document.cookie`); got != "" {
		t.Errorf("scripts can read the cookie %q", got)
	}
	b.activate(`.signed button`)
	b.see(`#token`)
	b.open(s.url + "/reports")
	b.see(`#token`)
}

func TestSignInByLanguage(t *testing.T) {
	s := newService(t)
	for language, want := range map[string]string{"zh-CN": "登录", "en-GB": "Sign in", "fr-FR": "登录"} {
		b := newBrowser(t, language, narrow)
		b.open(s.url + "/sign-in")
		if got := eval[string](b, `document.querySelector('h1').textContent`); got != want {
			t.Errorf("%s: the heading is %q, want %q", language, got, want)
		}
	}
}

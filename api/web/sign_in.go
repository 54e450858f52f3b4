package web

// SignIn is the view of the page "sign_in".
type SignIn struct {
	Next  string // where to go afterwards: a path of this site
	Wrong bool   // the token that was tried is not good
}

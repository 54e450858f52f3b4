// Package storetest is the suite that every templates.Store must pass.
package storetest

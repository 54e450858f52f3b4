package fill

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// function is a function that expressions may call.
type function struct {
	op          operation
	least, most int  // arguments
	takes       Text // the same in words
}

var someNumbers = Text{"至少需要一个参数", "takes at least one argument"}

// functions are the functions of expressions by name.
var functions = map[string]function{
	"sum":   {opSum, 1, maxTerms, someNumbers},
	"min":   {opMin, 1, maxTerms, someNumbers},
	"max":   {opMax, 1, maxTerms, someNumbers},
	"abs":   {opAbs, 1, 1, Text{"需要一个参数，如 abs(a)", "takes one argument, such as abs(a)"}},
	"round": {opRound, 2, 2, Text{"需要两个参数，如 round(a, 1)", "takes two arguments, such as round(a, 1)"}},
}

// functionNames lists the functions in the order of messages.
var functionNames = []string{"sum", "min", "max", "abs", "round"}

// maxRound bounds the places of round, on both sides of the point.
const maxRound = 12

func (c *compilation) call(n *ast.CallNode) *term {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		return c.fault(n, "这种写法在公式中没有意义", "this has no meaning in an expression")
	}
	f, ok := functions[callee.Value]
	if !ok {
		return c.fault(n,
			fmt.Sprintf("没有函数 %s；可用 %s", callee.Value, strings.Join(functionNames, "、")),
			fmt.Sprintf("there is no function %s; use %s", callee.Value, strings.Join(functionNames, ", ")))
	}
	if len(n.Arguments) < f.least || len(n.Arguments) > f.most {
		return c.fault(n, callee.Value+" "+f.takes.ZH, callee.Value+" "+f.takes.EN)
	}
	t := &term{op: f.op, column: n.Location().From + 1}
	if f.op == opRound {
		return c.round(t, n)
	}
	for _, a := range n.Arguments {
		t.of = append(t.of, c.number(a))
	}
	return t
}

// round compiles round(x, n); n is a whole number in the source.
func (c *compilation) round(t *term, n *ast.CallNode) *term {
	of, places := c.number(n.Arguments[0]), c.number(n.Arguments[1])
	if of == nil || places == nil {
		return nil
	}
	sign := int64(1)
	if places.op == opNegate {
		sign, places = -1, places.of[0]
	}
	d := places.constant.decimal()
	if places.op != opConstant || !d.IsInteger() || d.IntPart() > maxRound {
		return c.fault(n.Arguments[1],
			fmt.Sprintf("round 的第二个参数是保留的小数位数，须为 -%d 至 %d 的整数", maxRound, maxRound),
			fmt.Sprintf("the second argument of round is the decimals kept, a whole number from -%d to %d", maxRound, maxRound))
	}
	t.of, t.places = []*term{of}, int32(sign*d.IntPart())
	return t
}

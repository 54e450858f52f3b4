package fill

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
)

// compileExpression compiles an arithmetic expression or a condition over the
// fields of an index by name. The faults are all those of one phase: of signs
// without a meaning, of the order of signs (one), of names and operands.
func compileExpression(src string, index map[string]int) (*expression, []Text) {
	if utf8.RuneCountInString(src) > maxExpression || !utf8.ValidString(src) {
		return nil, []Text{at(0,
			fmt.Sprintf("公式须为不超过 %d 个字符的文本", maxExpression),
			fmt.Sprintf("an expression is text of at most %d characters", maxExpression))}
	}
	folded := foldSigns(src)
	if faults := tokenFaults(folded); len(faults) > 0 {
		return nil, faults
	}
	tree, err := parser.ParseWithConfig(folded, parserConfig())
	if err != nil {
		return nil, []Text{orderFault(folded, err)}
	}
	c := compilation{source: []rune(folded), index: index}
	root := c.term(tree.Node)
	if len(c.faults) > 0 {
		return nil, c.faults
	}
	return &expression{root: root}, nil
}

// parserConfig makes the parser read every call as a call of ours.
func parserConfig() *conf.Config {
	return &conf.Config{Functions: ownFunctions(), DisableIfOperator: true}
}

// ownFunctions are the names that the parser would take for functions of its own.
var ownFunctions = sync.OnceValue(func() conf.FunctionsTable {
	table := make(conf.FunctionsTable, len(builtin.Names))
	for _, name := range builtin.Names {
		table[name] = nil
	}
	return table
})

// orderFault is the fault of a source whose signs are in no order.
func orderFault(source string, err error) Text {
	var broken *file.Error
	if !errors.As(err, &broken) {
		return at(0, "公式无法读懂", "the expression cannot be read")
	}
	runes := []rune(source)
	from, to := broken.From, min(broken.To, len(runes))
	if from < 0 || from >= to || strings.Contains(broken.Message, "EOF") {
		return at(len(runes), "公式不完整", "the expression ends too early")
	}
	return at(from,
		fmt.Sprintf("此处不应有“%s”", string(runes[from:to])),
		fmt.Sprintf("unexpected %q", string(runes[from:to])))
}

// compilation turns the tree of one expression into terms and gathers faults.
type compilation struct {
	source []rune
	index  map[string]int
	faults []Text
	terms  int
}

// Bounds of one expression. a < b < c reads b twice, so that chains within
// chains would grow for ever; products grow by the digits of each factor.
const (
	maxTerms   = 1000
	mostNearby = 3 // unknown names for which the nearest known one is sought
)

func (c *compilation) fault(n ast.Node, zh, en string) *term {
	c.faults = append(c.faults, at(n.Location().From, zh, en))
	return nil
}

// term compiles a node; nil where it is at fault.
func (c *compilation) term(n ast.Node) *term {
	if c.terms++; c.terms > maxTerms {
		if c.terms == maxTerms+1 {
			c.fault(n, "公式太长", "the expression is too long")
		}
		return nil
	}
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		return c.constant(n)
	case *ast.IdentifierNode:
		return c.field(n)
	case *ast.UnaryNode:
		return c.unary(n)
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.ConditionalNode:
		return c.choice(n)
	case *ast.CallNode:
		return c.call(n)
	}
	return c.fault(n, "这种写法在公式中没有意义", "this has no meaning in an expression")
}

// constant reads a number from the source's own digits.
func (c *compilation) constant(n ast.Node) *term {
	loc := n.Location()
	d, _ := parseConstant(string(c.source[loc.From:loc.To])) // good: tokenFaults has seen it
	return &term{op: opConstant, constant: exactly(d), column: loc.From + 1}
}

func (c *compilation) field(n *ast.IdentifierNode) *term {
	i, ok := c.index[n.Value]
	if !ok {
		remedy := Text{}
		if len(c.faults) < mostNearby {
			remedy = orNearest(n.Value, slices.Collect(maps.Keys(c.index)))
		}
		return c.fault(n,
			fmt.Sprintf("没有名为 %s 的字段%s", n.Value, remedy.ZH),
			fmt.Sprintf("there is no field named %s%s", n.Value, remedy.EN))
	}
	return &term{op: opField, field: i, column: n.Location().From + 1}
}

func (c *compilation) unary(n *ast.UnaryNode) *term {
	if n.Operator == "-" || n.Operator == "+" {
		of := c.number(n.Node)
		if of == nil || n.Operator == "+" {
			return of
		}
		return &term{op: opNegate, of: []*term{of}, column: n.Location().From + 1}
	}
	of := c.condition(n.Node)
	if of == nil {
		return nil
	}
	return &term{op: opNot, of: []*term{of}, column: n.Location().From + 1}
}

// binaryOperations are the operations of two operands by their sign.
var binaryOperations = map[string]operation{
	"+": opAdd, "-": opSubtract, "*": opMultiply, "/": opDivide,
	"<": opLess, "<=": opLessEqual, ">": opGreater, ">=": opGreaterEqual, "==": opEqual, "!=": opNotEqual,
	"and": opAnd, "&&": opAnd, "or": opOr, "||": opOr,
}

func (c *compilation) binary(n *ast.BinaryNode) *term {
	op, ok := binaryOperations[n.Operator]
	if !ok {
		c.faults = append(c.faults, signFault(n.Location().From, n.Operator))
		return nil
	}
	operand := c.number
	if op == opAnd || op == opOr {
		operand = c.condition
	}
	left, right := operand(n.Left), operand(n.Right)
	if left == nil || right == nil {
		return nil
	}
	t := &term{op: op, of: []*term{left, right}, column: n.Location().From + 1}
	if op == opDivide {
		t.divisor = n.Right.String()
	}
	return t
}

func (c *compilation) choice(n *ast.ConditionalNode) *term {
	test, yes, no := c.condition(n.Cond), c.term(n.Exp1), c.term(n.Exp2)
	if test == nil || yes == nil || no == nil {
		return nil
	}
	if yes.condition() != no.condition() {
		return c.fault(n.Exp2, "两个结果须同为数字或同为条件", "both outcomes must be numbers, or both conditions")
	}
	return &term{op: opChoose, of: []*term{test, yes, no}, column: test.column}
}

// number compiles a node that must be a number.
func (c *compilation) number(n ast.Node) *term {
	t := c.term(n)
	if t != nil && t.condition() {
		return c.fault(n, "此处应为数字，而不是条件", "a number belongs here, not a condition")
	}
	return t
}

// condition compiles a node that must be a condition.
func (c *compilation) condition(n ast.Node) *term {
	t := c.term(n)
	if t != nil && !t.condition() {
		return c.fault(n, "此处应为条件（如 a <= b），而不是数字；not 后的比较请加括号",
			"a condition such as a <= b belongs here, not a number; put brackets around what not negates")
	}
	return t
}

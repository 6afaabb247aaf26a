"""Changes: every way to make one thing in a module wrong. What is logged, and docstrings, are left alone."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
"""An operator, and the one that is mistaken for it."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one thing wrong: in which line, what, and the whole of it."""

    line: int
    what: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module's source, in the order of its lines."""
    whole = ast.parse(source)
    nodes = list(ast.walk(whole))
    left = _left_alone(whole)
    for place, node in enumerate(nodes):
        if id(node) in left:
            continue
        for number, what in enumerate(_kinds(node)):
            tree = copy.deepcopy(whole)
            _change(list(ast.walk(tree))[place], number)
            yield Mutant(getattr(node, "lineno", 0), what, ast.fix_missing_locations(tree))


def _left_alone(whole: ast.Module) -> set[int]:
    """Calls of the log and docstrings, with all that is in them; and annotations."""
    found: set[int] = set()
    for node in ast.walk(whole):
        if isinstance(node, ast.Expr) and (_logs(node.value) or isinstance(node.value, ast.Constant)):
            found |= {id(one) for one in ast.walk(node)}
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(part, ast.AST):
                found |= {id(one) for one in ast.walk(part)}
    return found


def _logs(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log.")


def _kinds(node: ast.AST) -> list[str]:
    """What can be made wrong in a node, a sentence each."""
    match node:
        case ast.Compare(ops=ops):
            return [f"{type(op).__name__} for its other" for op in ops]
        case ast.BoolOp():
            return ["and for or, or the other way"]
        case ast.BinOp(op=op) if type(op) in OTHER:
            return ["another sign"]
        case ast.UnaryOp(op=ast.Not()):
            return ["without not"]
        case ast.Constant(value=bool()):
            return ["the other truth"]
        case ast.Constant(value=int() | float()):
            return ["one more", "one less"]
        case ast.Constant(value=str(text)) if text:
            return ["another text"]
        case ast.If() | ast.While() | ast.IfExp():
            return ["the other way round", "always"]
        case ast.comprehension(ifs=ifs):
            return ["without its if"] if ifs else []
        case ast.match_case(guard=guard):
            return ["without its guard"] if guard is not None else []
        case ast.ExceptHandler(type=caught):
            return ["catches nothing"] if caught is not None else []
        case ast.Return(value=value):
            return ["gives nothing"] if value is not None else []
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete():
            return ["left out"]
        case ast.Assign(targets=[ast.Attribute()]) | ast.Assign(targets=[ast.Subscript()]):
            return ["left out"]
        case ast.Slice(upper=upper):
            return ["to its end"] if upper is not None else []
    return []


def _change(node: ast.AST, number: int) -> None:
    match node:
        case ast.Compare(ops=ops):
            ops[number] = OTHER[type(ops[number])]()  # type: ignore[call-overload]
        case ast.BoolOp() | ast.BinOp():
            node.op = OTHER[type(node.op)]()  # type: ignore[assignment]
        case ast.UnaryOp():
            node.op = ast.UAdd()
            node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=str(text)):
            node.value = f"{text}x"
        case ast.Constant(value=int(value) | float(value)):
            node.value = value + (1, -1)[number]
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            always = ast.Constant(True)
            node.test = always if number else ast.UnaryOp(ast.Not(), test)
        case ast.comprehension():
            node.ifs = []
        case ast.match_case():
            node.guard = None
        case ast.ExceptHandler():
            node.type = ast.Tuple([], ast.Load())
        case ast.Return():
            node.value = None
        case ast.Slice():
            node.upper = None
        case _:
            _leave_out(node)


def _leave_out(node: ast.AST) -> None:
    """The statement does nothing any more: it is changed into an empty one where it stands."""
    node.__class__ = ast.Pass
    for name in list(vars(node)):
        if name not in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
            delattr(node, name)

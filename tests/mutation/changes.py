"""Every small change that is made to a module, one at a time, as a new text of it.

Changed: comparisons, + - * // %, and/or/not, conditions, whole numbers by one, True and False, min and max, what is returned, and
statements that do something (calls, += and the like, assignments to what outlives the function, continue and break) are left out.
Deliberately not: words, annotations, docstrings, what an attribute begins with in __init__ (mostly overwritten before it is
read), assignments to local names (leaving one out fails at once, which says nothing), None for a False that is returned (whoever asks
whether hears no either way).
"""

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
}
SWAPPED = {"min": "max", "max": "min"}
KEPT = (ast.Attribute, ast.Subscript)


class Change(NamedTuple):
    """line: in the module; what: what is done there. text: the module's, changed."""

    line: int
    what: str
    text: str


def changes(text: str) -> Iterator[Change]:
    """In the order of the text, the same each time."""
    tree = ast.parse(text)
    for node in list(_decided(tree)):
        for what, do, undo in _of(node):
            before = ast.unparse(node)
            do()
            changed = ast.unparse(tree)
            after = ast.unparse(node) if what == "" else what
            undo()
            line = getattr(node, "lineno", 0)
            yield Change(line, f"{_short(before)}  ->  {_short(after)}", changed)


def _short(text: str) -> str:
    first = text.splitlines()[0] if text else ""
    return first if len(first) <= 90 else first[:87] + "..."


def _decided(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below that can decide something: no annotations, no words."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases", "keywords") and not isinstance(node, ast.Call):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child
                yield from _decided(child)


Step = tuple[str, Callable[[], None], Callable[[], None]]


def _of(node: ast.AST) -> Iterator[Step]:
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            if type(op) in COMPARED:
                yield "", *_item(node.ops, place, COMPARED[type(op)]())
    elif isinstance(node, ast.BinOp | ast.AugAssign):
        if type(node.op) in COUNTED and not (isinstance(node, ast.BinOp) and isinstance(node.left, ast.JoinedStr)):
            yield "", *_field(node, "op", COUNTED[type(node.op)]())
    elif isinstance(node, ast.BoolOp):
        yield "", *_field(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield "", *_field(node, "op", ast.UAdd())
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "", *_field(node, "value", not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "", *_field(node, "value", node.value + 1)
        yield "", *_field(node, "value", node.value - 1)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SWAPPED:
        yield "", *_field(node.func, "id", SWAPPED[node.func.id])
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "the opposite", *_field(node, "test", ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.Return) and node.value is not None and not _says_no(node.value):
        yield "return None", *_field(node, "value", ast.Constant(None))
    yield from _left_out(node)


def _says_no(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and (value.value is None or value.value is False)


def _left_out(node: ast.AST) -> Iterator[Step]:
    for name in ("body", "orelse", "finalbody"):
        statements = getattr(node, name, None)
        if not isinstance(statements, list) or isinstance(node, ast.Module | ast.ClassDef):
            continue
        for place, statement in enumerate(statements):
            if _does(statement):
                yield f"left out: {_short(ast.unparse(statement))}", *_item(statements, place, ast.Pass())


def _does(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr):
        return not isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Assign):
        return all(isinstance(target, KEPT) for target in statement.targets)
    return isinstance(statement, ast.AugAssign | ast.Continue | ast.Break | ast.Delete)


def _field(node: ast.AST, name: str, new: object) -> tuple[Callable[[], None], Callable[[], None]]:
    old = getattr(node, name)
    return lambda: setattr(node, name, new), lambda: setattr(node, name, old)


def _item(items: list, place: int, new: object) -> tuple[Callable[[], None], Callable[[], None]]:  # type: ignore[type-arg]
    old = items[place]
    return lambda: items.__setitem__(place, new), lambda: items.__setitem__(place, old)

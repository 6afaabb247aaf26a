"""What a script's template may hold: an allow-list over jinja2's syntax tree.

Allowed: ``{{ name }}``, ``{{ name|filter }}``, ``{{ name or "words" }}``, ``{% if %}`` with elif, else, and,
or, not and comparisons, and ``{# notes #}``. ``practice.phone``, ``client.dog`` and ``earlier.script.step``
are names, too, and ``lower.mood`` is a number. There is no loop, no assignment, no other attribute, no call and no
arithmetic, so a text can be no longer than its source and the values in it, and it ends.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from bot.core.base.issue import Issue
from bot.core.base.quote import Quote
from bot.core.script.source import Rule, fault, meant, shown
from bot.core.script.unread import why

FILTERS = ("capitalize", "default", "lower", "trim", "upper")

WORDS = frozenset({"coach", "name", "thanks"})
"""Built-in names that hold words; ``session`` and ratings are numbers."""
GLUE = "__"
"""How ``practice.phone`` is called inside; a saved name never holds it."""

_FAMILIES = {"practice": 1, "client": 1, "earlier": 2, "lower": 1}
"""What stands before a point, and how many names behind it: earlier.after_session.stayed is a script's step."""

LOWER = f"lower{GLUE}"
"""Before a rating of the script's own: by how much it is lower than the last time, a number, never empty."""

_MACHINERY = {
    "self",
    "super",
    "caller",
    "loop",
    "varargs",
    "kwargs",
}  # jinja2 gives these a meaning by itself

MOST_SOURCE = 4000
MOST_TAGS = 60
MOST_WORDS = 24  # in one pair of braces
MOST_NESTING = 4
MOST_NUMBER = 10**6
MOST_STRING = 200


def finalize(value: object) -> object:
    """A value on its way into the text: on one line, safe as HTML, its asterisks not taken for emphasis."""
    if isinstance(value, Quote | Markup):
        return value
    return _safe(" ".join(str(value).split()))


def _safe(words: str) -> Markup:
    return Markup(str(escape(words)).replace("*", "&#42;"))  # noqa: S704 - escaped on this very line


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=finalize, cache_size=0
    )
    environment.globals = {}
    environment.tests = {}
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    return environment


ENVIRONMENT = _environment()


# ---- look before reading: sizes ----------------------------------------------------------------


def _sizes(source: str) -> Issue | None:
    """The first limit that the source breaks; checked on the flat stream of words, before anything nests."""
    tags = words = depth = 0
    for line, kind, value in ENVIRONMENT.lex(source):
        if kind in {"variable_begin", "block_begin", "comment_begin"}:
            tags, words = tags + 1, 0
        elif kind not in {"whitespace", "data"}:
            words += 1
        if kind == "raw_begin":
            return wrong(source, line, "raw", "“raw” is not used here.", "Write the words without it.")
        if kind == "string" and "\\" in value:
            return wrong(source, line, "\\", "A backslash in the braces is not used here.", "Leave it out.")
        if kind == "name" and words == 1:
            depth += {"if": 1, "endif": -1}.get(value, 0)
        if tags > MOST_TAGS or words > MOST_WORDS or depth > MOST_NESTING:
            return wrong(source, line, "{", "Too much is going on in the braces.", "Split the step in two.")
    return None


def wrong(
    source: str, line: int | None, word: str, message: str, remedy: str, rule: Rule = "TEMPLATE"
) -> Issue:
    """An issue at the first place of the word in the source's line (lines count from 1)."""
    line, word = line or 1, said_as(word)
    lines = source.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) if word.isalnum() else None
    column = found.start() if found else max(text.find(word), 0)
    return fault(rule, line, message, remedy, column=column + 1)


# ---- the allow-list ----------------------------------------------------------------------------

ALLOWED = "Allowed are {{ name }}, {% if name %} … {% else %} … {% endif %}, and, or, not and comparisons."
_COMPARED = {"eq", "ne", "gt", "gteq", "lt", "lteq"}


@lru_cache(maxsize=512)
def parse(source: str) -> tuple[nodes.Template | None, tuple[Issue, ...]]:
    """The syntax tree of an allowed template, or what is not allowed about it. The tree is not to be changed."""
    return read(source)


def read(source: str) -> tuple[nodes.Template | None, tuple[Issue, ...]]:
    """As ``parse``, with a tree of one's own."""
    if len(source) > MOST_SOURCE:
        message = f"The text has {len(source)} characters; {MOST_SOURCE} is the most."
        return None, (fault("LENGTH", 1, message, "Split the step; 280 characters read well."),)
    try:
        if issue := _sizes(source):
            return None, (issue,)
        tree = _Joined().visit(ENVIRONMENT.parse(source))
    except TemplateError as error:
        found = why(source, getattr(error, "lineno", 1))
        before = source[: found.place]
        column = found.place - (before.rfind("\n") + 1)
        line = before.count("\n") + 1
        return None, (fault("TEMPLATE", line, found.message, found.remedy, column=column + 1),)
    issues = tuple(dict.fromkeys(issue for node in tree.body for issue in _statement(source, node)))
    return (None if issues else tree), issues


class _Joined(NodeTransformer):
    """``practice.phone`` as one name: no attribute of anything is ever read."""

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        words: list[str] = []
        inner: nodes.Node = node
        while isinstance(inner, nodes.Getattr):
            words, inner = [inner.attr, *words], inner.node
        family = inner.name if isinstance(inner, nodes.Name) else ""
        if _FAMILIES.get(family) != len(words) or not all(map(_WORD.fullmatch, words)):
            return node
        return nodes.Name(GLUE.join((family, *words)), "load", lineno=node.lineno)


_WORD = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def said_as(name: str) -> str:
    """A name as an author writes it."""
    return name.replace(GLUE, ".") if name.partition(GLUE)[0] in _FAMILIES else name


def _statement(source: str, node: nodes.Node) -> Iterator[Issue]:
    match node:
        case nodes.Output():
            for part in node.nodes:
                yield from _output(source, part)
        case nodes.If():
            yield from _test(source, node.test)
            for inner in (*node.body, *node.elif_, *node.else_):
                yield from _statement(source, inner)
        case _:
            yield _refused(source, node)


def _output(source: str, node: nodes.Node) -> Iterator[Issue]:
    match node:
        case nodes.TemplateData():
            return
        case nodes.Name() | nodes.Const():
            yield from _operand(source, node)
        case nodes.Or():
            yield from _output(source, node.left)
            yield from _output(source, node.right)
        case nodes.Filter():
            yield from _filter(source, node)
        case _:
            yield _refused(source, node)


def _test(source: str, node: nodes.Node) -> Iterator[Issue]:
    match node:
        case nodes.Not():
            yield from _test(source, node.node)
        case nodes.And() | nodes.Or():
            yield from _test(source, node.left)
            yield from _test(source, node.right)
        case nodes.Compare() if all(operand.op in _COMPARED for operand in node.ops):
            yield from _comparison(source, node)
        case _:
            yield from _operand(source, node)


def _comparison(source: str, node: nodes.Compare) -> Iterator[Issue]:
    """Two sides or more; by size only numbers, and names that may hold one."""
    sides = (node.expr, *(operand.expr for operand in node.ops))
    for side in sides:
        yield from _operand(source, side)
    numbers = all(type(side.value) is int for side in sides if isinstance(side, nodes.Const))
    names = {side.name for side in sides if isinstance(side, nodes.Name)}
    if _by_size(node) and (not numbers or names & WORDS):
        remedy = "Compare “session” or a rating with a whole number: {% if session >= 6 %}"
        yield wrong(source, node.lineno, "{", "Words have no size that could be compared.", remedy)


def _by_size(node: nodes.Compare) -> bool:
    """Whether it asks for smaller or larger, not only for the same."""
    return any(operand.op not in {"eq", "ne"} for operand in node.ops)


def _operand(source: str, node: nodes.Node) -> Iterator[Issue]:
    match node:
        case nodes.Name() if node.name.isascii() and node.name not in _MACHINERY:
            return
        case nodes.Const():
            yield from _constant(source, node)
        case _:
            yield _refused(source, node)


def _constant(source: str, node: nodes.Const) -> Iterator[Issue]:
    match node.value:
        case bool() | None:
            return
        case str() as words if len(words) <= MOST_STRING:
            return
        case int() as number if number <= MOST_NUMBER:
            return
        case _:
            remedy = f"Whole numbers up to {MOST_NUMBER}, words up to {MOST_STRING} letters."
            yield wrong(source, node.lineno, "{", "A number or text of a size that is not used here.", remedy)


def _filter(source: str, node: nodes.Filter) -> Iterator[Issue]:
    if node.name not in FILTERS:
        remedy = f"There are: {', '.join(FILTERS)}.{meant(node.name, FILTERS)}"
        yield wrong(source, node.lineno, node.name, f"No filter is called “{shown(node.name)}”.", remedy)
    plain = all(isinstance(part, nodes.Const) for part in node.args)
    wanted = 2 if node.name == "default" else 0
    if not plain or len(node.args) > wanted or node.kwargs or node.dyn_args or node.dyn_kwargs:
        remedy = 'Only default takes something: {{ name|default("you", true) }}'
        yield wrong(source, node.lineno, node.name, "Something in the brackets is not used here.", remedy)
    if isinstance(node.node, nodes.Name | nodes.Filter):
        yield from _output(source, node.node)
    else:
        yield wrong(source, node.lineno, "|", "A filter belongs to a name.", "Write: {{ name|capitalize }}")


_MEANT = {
    "For": "for", "Macro": "macro", "Include": "include", "Import": "import", "FromImport": "from",
    "Extends": "extends", "Block": "block", "Assign": "set", "AssignBlock": "set", "CallBlock": "call",
    "FilterBlock": "filter", "Call": "(", "Getattr": ".", "Getitem": "[", "CondExpr": "if", "Test": "is",
    "Concat": "~", "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "List": "[", "Dict": "{", "Tuple": ",", "With": "with", "Neg": "-", "Pos": "+", "Slice": ":",
    "ScopedEvalContextModifier": "autoescape",
}  # fmt: skip


def _pointed(source: str, node: nodes.Node, said: str) -> Issue:
    """A name with a point that is none of the families, or not one of them as they are written."""
    family, *rest = said.split(".")
    right = next((one for one in _FAMILIES if meant(family, [one])), "")
    forms = (
        "Before a point stand practice, client, earlier or lower: practice.phone, client.dog, "
        "earlier.script.step, lower.rating."
    )
    names = [re.sub(r"[\W_]+", "_", one.casefold()).strip("_") for one in rest]
    there = right and len(names) == _FAMILIES[right] and all(map(_WORD.fullmatch, names))
    hint = f" Did you mean “{'.'.join((right, *names))}”?" if there else ""
    return wrong(source, node.lineno, said, f"Nothing is called “{shown(said)}”.", forms + hint, "VAR")


def _with_points(node: nodes.Node) -> str:
    """``pratice.phone`` as it was written; "" for what is no name with points."""
    words: list[str] = []
    while isinstance(node, nodes.Getattr):
        words, node = [node.attr, *words], node.node
    return ".".join((node.name, *words)) if words and isinstance(node, nodes.Name) else ""


def _refused(source: str, node: nodes.Node) -> Issue:
    if (said := _with_points(node)) and said.partition(".")[0] not in _MACHINERY:
        return _pointed(source, node, said)
    word = node.name if isinstance(node, nodes.Name) else _MEANT.get(type(node).__name__, "{")
    place = "here" if word == "{" else f"here (“{word}”)"
    return wrong(source, node.lineno, word, f"The braces hold something that is not used {place}.", ALLOWED)

"""The templates of script texts: an allow-list over jinja2's syntax tree, then the immutable sandbox.

Allowed: ``{{ name }}``, ``{{ name|filter }}``, ``{{ name or "words" }}``, ``{% if %}`` with elif, else, and,
or, not and comparisons, and ``{# notes #}``. There is no loop, no assignment, no attribute, no call and no
arithmetic, so a text can be no longer than its source and the values in it, and it ends.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from itertools import islice, product
from types import TracebackType

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from bot.core.model import Issue
from bot.core.quote import Quote
from bot.core.source import Rule, fault, meant, shown

FILTERS = ("capitalize", "default", "lower", "trim", "upper")

MOST_SOURCE = 4000
MOST_OUTPUT = 4096
MOST_TAGS = 60
MOST_WORDS = 24  # in one pair of braces
MOST_NESTING = 4
MOST_NUMBER = 10**6
MOST_STRING = 200


class TemplateFault(Exception):
    """A text that cannot be shown. Says what and on which line, never with a value's words."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


def _finalize(value: object) -> object:
    """A value on its way into the text: on one line, safe as HTML, its asterisks not taken for emphasis."""
    if isinstance(value, Quote | Markup):
        return value
    return _safe(" ".join(str(value).split()))


def _safe(words: str) -> Markup:
    return Markup(str(escape(words)).replace("*", "&#42;"))  # noqa: S704 - escaped on this very line


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=_finalize, cache_size=0
    )
    environment.globals = {}
    environment.tests = {}
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    return environment


_ENVIRONMENT = _environment()


# ---- look before reading: sizes ----------------------------------------------------------------


def _sizes(source: str) -> Issue | None:
    """The first limit that the source breaks; checked on the flat stream of words, before anything nests."""
    tags = words = depth = 0
    for line, kind, value in _ENVIRONMENT.lex(source):
        if kind in {"variable_begin", "block_begin", "comment_begin"}:
            tags, words = tags + 1, 0
        elif kind not in {"whitespace", "data"}:
            words += 1
        if kind == "raw_begin":
            return _wrong(source, line, "raw", "“raw” is not used here.", "Write the words without it.")
        if kind == "string" and "\\" in value:
            return _wrong(source, line, "\\", "A backslash in the braces is not used here.", "Leave it out.")
        if kind == "name" and words == 1:
            depth += {"if": 1, "endif": -1}.get(value, 0)
        if tags > MOST_TAGS or words > MOST_WORDS or depth > MOST_NESTING:
            return _wrong(source, line, "{", "Too much is going on in the braces.", "Split the step in two.")
    return None


def _wrong(source: str, line: int, word: str, message: str, remedy: str, rule: Rule = "TEMPLATE") -> Issue:
    """An issue at the first place of the word in the source's line (lines count from 1)."""
    lines = source.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) if word.isalnum() else None
    column = found.start() if found else max(text.find(word), 0)
    return fault(rule, line, message, remedy, column=column + 1)


# ---- the allow-list ----------------------------------------------------------------------------

_ALLOWED = "Allowed are {{ name }}, {% if name %} … {% else %} … {% endif %}, and, or, not and comparisons."
_STRUCTURE = (nodes.Output, nodes.If, nodes.TemplateData)
_LOGIC = (nodes.And, nodes.Or, nodes.Not, nodes.Compare)
_COMPARED = {"eq", "ne", "gt", "gteq", "lt", "lteq"}


def _parse(source: str) -> tuple[nodes.Template | None, list[Issue]]:
    """The syntax tree of an allowed template, or what is not allowed about it."""
    if len(source) > MOST_SOURCE:
        message = f"The text has {len(source)} characters; {MOST_SOURCE} is the most."
        return None, [fault("LENGTH", 1, message, "Split the step; 280 characters read well.")]
    try:
        if issue := _sizes(source):
            return None, [issue]
        tree = _ENVIRONMENT.parse(source)
    except TemplateError as error:
        line = getattr(error, "lineno", 1)
        return None, [_wrong(source, line, "{", f"The braces cannot be read: {_said(error)}.", _ALLOWED)]
    issues = [issue for node in tree.body for issue in _statement(source, node)]
    return (None if issues else tree), issues


def _said(error: TemplateError) -> str:
    return shown((error.message or "something is missing").rstrip("."), 120)


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
        case nodes.TemplateData() | nodes.Name():
            return
        case nodes.Const():
            yield from _constant(source, node)
        case nodes.Or():
            yield from _output(source, node.left)
            yield from _output(source, node.right)
        case nodes.Filter():
            yield from _filter(source, node)
        case _:
            yield _refused(source, node)


def _test(source: str, node: nodes.Node) -> Iterator[Issue]:
    match node:
        case nodes.Name():
            return
        case nodes.Const():
            yield from _constant(source, node)
        case nodes.Not():
            yield from _test(source, node.node)
        case nodes.And() | nodes.Or():
            yield from _test(source, node.left)
            yield from _test(source, node.right)
        case nodes.Compare() if all(operand.op in _COMPARED for operand in node.ops):
            for side in (node.expr, *(operand.expr for operand in node.ops)):
                yield from _compared(source, side)
        case _:
            yield _refused(source, node)


def _compared(source: str, node: nodes.Node) -> Iterator[Issue]:
    match node:
        case nodes.Name():
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
            yield _wrong(
                source, node.lineno, "{", "A number or text of a size that is not used here.", remedy
            )


def _filter(source: str, node: nodes.Filter) -> Iterator[Issue]:
    if node.name not in FILTERS:
        remedy = f"There are: {', '.join(FILTERS)}.{meant(node.name, FILTERS)}"
        yield _wrong(source, node.lineno, node.name, f"No filter is called “{shown(node.name)}”.", remedy)
    plain = all(isinstance(part, nodes.Const) for part in node.args)
    wanted = 2 if node.name == "default" else 0
    if not plain or len(node.args) > wanted or node.kwargs or node.dyn_args or node.dyn_kwargs:
        remedy = 'Only default takes something: {{ name|default("you", true) }}'
        yield _wrong(source, node.lineno, node.name, "Something in the brackets is not used here.", remedy)
    if isinstance(node.node, nodes.Name | nodes.Filter):
        yield from _output(source, node.node)
    else:
        yield _wrong(source, node.lineno, "|", "A filter belongs to a name.", "Write: {{ name|capitalize }}")


_MEANT = {
    "For": "for", "Macro": "macro", "Include": "include", "Import": "import", "FromImport": "from",
    "Extends": "extends", "Block": "block", "Assign": "set", "AssignBlock": "set", "CallBlock": "call",
    "FilterBlock": "filter", "Call": "(", "Getattr": ".", "Getitem": "[", "CondExpr": "if", "Test": "is",
    "Concat": "~", "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "List": "[", "Dict": "{", "Tuple": ",", "With": "with", "Neg": "-", "Pos": "+", "Slice": ":",
    "ScopedEvalContextModifier": "autoescape",
}  # fmt: skip


def _refused(source: str, node: nodes.Node) -> Issue:
    word = _MEANT.get(type(node).__name__, "{")
    place = "here" if word == "{" else f"here (“{word}”)"
    return _wrong(source, node.lineno, word, f"The braces hold something that is not used {place}.", _ALLOWED)


# ---- names -------------------------------------------------------------------------------------


def check(
    source: str,
    names: Collection[str],
    unsure: Collection[str] = (),
    words: Collection[str] = (),
    later: Collection[str] = (),
) -> tuple[Issue, ...]:
    """Everything that an author got wrong in one text; file and step are left empty, lines count from 1.

    ``names`` may be read here. Those of ``unsure`` may be empty, so a text shows them only inside an ``if``;
    ``words`` are a client's own, shown as they are, without a filter; ``later`` are not answered yet.
    """
    tree, issues = _parse(source)
    if tree is None:
        return tuple(issues)
    for node in tree.find_all(nodes.Name):
        if node.name not in names:
            issues.append(_unknown(source, node, names, later))
    for filtered in tree.find_all(nodes.Filter):
        issues += _altered(source, filtered, words)
    shaky = set(unsure) & set(names)
    issues += [_unguarded(source, node) for part in tree.body for node in _bare(part, shaky)]
    return tuple(issues) or _trial(source, names)


def _unknown(source: str, node: nodes.Name, names: Collection[str], later: Collection[str]) -> Issue:
    if node.name in later:
        message = f"“{node.name}” has not been answered when this step comes."
        remedy = "Refer only to steps that come before this one on the way here."
    else:
        message = f"Nothing is called “{shown(node.name)}”."
        remedy = f"Here you can use: {', '.join(sorted(names))}.{meant(node.name, [*names, *later])}"
    return _wrong(source, node.lineno, node.name, message, remedy, "VAR")


def _altered(source: str, node: nodes.Filter, words: Collection[str]) -> list[Issue]:
    if not isinstance(node.node, nodes.Name) or node.node.name not in words:
        return []
    message = "A client's own words are shown as they were written."
    return [_wrong(source, node.lineno, node.name, message, f"Write: {{{{ {node.node.name} }}}}", "VAR")]


def _unguarded(source: str, node: nodes.Name) -> Issue:
    name = node.name
    message = f"“{name}” may be empty here: a client can always pass."
    remedy = f"Write: {{% if {name} %}} … {{{{ {name} }}}} … {{% endif %}}"
    return _wrong(source, node.lineno, name, message, remedy, "VAR")


def _bare(node: nodes.Node, unsure: set[str]) -> Iterator[nodes.Name]:
    """Names that a text shows although they may be empty at that place."""
    match node:
        case nodes.Output():
            for part in node.nodes:
                yield from _bare(part, unsure)
        case nodes.Name() if node.name in unsure:
            yield node
        case nodes.Or():
            yield from _bare(node.right, unsure)
        case nodes.Filter() if not _falls_back(node):
            yield from _bare(_required(node.node), unsure)
        case nodes.If():
            yield from _bare_if(node, unsure)


def _bare_if(node: nodes.If, unsure: set[str]) -> Iterator[nodes.Name]:
    left = unsure
    for arm in (node, *node.elif_):
        for part in arm.body:
            yield from _bare(part, left - _sure(arm.test, True))
        left = left - _sure(arm.test, False)
    for part in node.else_:
        yield from _bare(part, left)


def _required(node: nodes.Node | None) -> nodes.Node:
    return node or nodes.Const(None)


def _falls_back(node: nodes.Filter) -> bool:
    """``default("you", true)`` shows its own words for an empty name."""
    return node.name == "default" and len(node.args) == 2 and getattr(node.args[1], "value", None) is True


def _sure(test: nodes.Node, holds: bool) -> set[str]:
    """Names that cannot be empty when the test holds (or does not)."""
    match test:
        case nodes.Name() if holds:
            return {test.name}
        case nodes.Not():
            return _sure(test.node, not holds)
        case nodes.And() | nodes.Or():
            left, right = _sure(test.left, holds), _sure(test.right, holds)
            return left | right if isinstance(test, nodes.And) == holds else left & right
        case nodes.Compare(expr=nodes.Name() as name, ops=[operand]) if getattr(operand.expr, "value", None):
            return {name.name} if (operand.op == "ne") != holds else set()
        case _:
            return set()


def _trial(source: str, names: Collection[str]) -> tuple[Issue, ...]:
    """A look at the text with everything empty and with everything given: what only shows when it is read."""
    for values in (dict.fromkeys(names, Quote("")), longest(names)):
        try:
            render(source, {**values, "session": 1} if "session" in names else values)
        except TemplateFault as trouble:
            return (_wrong(source, trouble.line or 1, "{", f"The text cannot be shown: {trouble}", _ALLOWED),)
    return ()


def outputs(source: str, name: str) -> tuple[int, ...]:
    """The lines (from 1) on which the text shows this name; none for a template that is not allowed."""
    tree, _ = _parse(source)
    if tree is None:
        return ()
    found = (each for output in tree.find_all(nodes.Output) for part in output.nodes for each in _names(part))
    return tuple(node.lineno for node in found if node.name == name)


def _names(node: nodes.Node) -> list[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


# ---- showing -----------------------------------------------------------------------------------

_BACKSLASH = re.compile(r"\\([\\*#+→_.()\[\]-])")
_EMPHASIS = re.compile(
    r"(?<![\w*])(?:\*\*(?![\s*])([^*\n]*[^\s*])\*\*|\*(?![\s*])([^*\n]*[^\s*])\*)(?![\w*])"
)


def _data(words: str) -> str:
    """An author's own words as HTML; a backslash makes the next sign an ordinary one."""
    return _BACKSLASH.sub(lambda found: f"&#{ord(found[1])};", str(escape(words)))


@lru_cache(maxsize=512)
def _compiled(source: str) -> Template:
    tree, issues = _parse(source)
    if tree is None:
        raise TemplateFault(issues[0].message, issues[0].line)
    for data in tree.find_all(nodes.TemplateData):
        data.data = _data(data.data)
    return _ENVIRONMENT.from_string(tree)


def render(source: str, values: Mapping[str, object]) -> str:
    """The text with its values, as HTML that Telegram reads: escaped signs, ``<b>`` and ``<i>``.

    Values: str, int, bool, Quote; every name that the text reads is there, empty ones as ``Quote("")``.
    Raises TemplateFault, which names the line and never a value, for a text that is not allowed, a name
    without a value, or more than MOST_OUTPUT characters.
    """
    if strange := sorted(key for key, value in values.items() if not isinstance(value, str | int | Quote)):
        raise TemplateFault(f"the value of “{strange[0]}” is neither words nor a number")
    template = _compiled(source)
    try:
        html = _finish(template.render(values))
    except (TemplateError, TypeError) as error:
        raise TemplateFault(_why(error), _line(error)) from None
    if len(html) > MOST_OUTPUT:
        raise TemplateFault(f"more than {MOST_OUTPUT} characters")
    return html


def _why(error: Exception) -> str:
    """What failed, without any value."""
    return "a name has no value" if isinstance(error, TemplateError) else "words are compared with a number"


def _line(error: BaseException) -> int:
    """The line of the template at which it failed; jinja2 writes it into the traceback."""
    lines = [place.tb_lineno for place in _places(error) if place.tb_frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else 0


def _places(error: BaseException) -> Iterator[TracebackType]:
    place = error.__traceback__
    while place is not None:
        yield place
        place = place.tb_next


def _finish(html: str) -> str:
    """With emphasis, and without the gaps that conditions leave: single spaces, at most one empty line."""
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in html.split("\n"))
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return _EMPHASIS.sub(lambda found: f"<b>{found[1]}</b>" if found[1] else f"<i>{found[2]}</i>", whole)


def plain(html: str) -> str:
    """The words of a rendered text without its marks, for exports and for the kept prompt."""
    return unescape(re.sub(r"</?[bi]>", "", html))


# ---- samples -----------------------------------------------------------------------------------

_LONGEST: dict[str, object] = {
    "coach": "Alexandra Schmidt",
    "name": "Maximiliane",
    "session": 12,
    "thanks": "Thank you. I have kept that as you wrote it.",
}
_TWELVE = Quote("that I said it out loud and nothing bad happened after it")


def longest(names: Collection[str]) -> dict[str, object]:
    """A long value for each name: the built-in ones as they are, a saved answer as twelve words."""
    return {name: _LONGEST.get(name, _TWELVE) for name in names}


def sample(source: str) -> str:
    """The longest plain text that the template can give with long values; empty if it is not allowed."""
    tree, _ = _parse(source)
    return plain(_finish(_long(tree.body))) if tree else ""


def _long(body: Sequence[nodes.Node]) -> str:
    return "".join(
        max((_long(arm) for arm in _arms(node)), key=len) if isinstance(node, nodes.If) else _shown(node)
        for node in body
    )


def variants(source: str, most: int = 32) -> tuple[str, ...]:
    """The plain texts that the conditions can give, up to ``most``, with long values; () if not allowed.

    Each ``if`` is taken every way, whatever the others do.
    """
    tree, _ = _parse(source)
    texts = _expand(tree.body, most) if tree else []
    return tuple(dict.fromkeys(plain(_finish(text)) for text in texts))


def _expand(body: Sequence[nodes.Node], most: int) -> list[str]:
    """One text for each way through the body, the first ``most`` of them."""
    ways = [
        [text for arm in _arms(node) for text in _expand(arm, most)]
        if isinstance(node, nodes.If)
        else [_shown(node)]
        for node in body
    ]
    return ["".join(parts) for parts in islice(product(*ways), most)]


def _arms(node: nodes.If) -> list[Sequence[nodes.Node]]:
    return [node.body, *(arm.body for arm in node.elif_), node.else_]


def _shown(node: nodes.Node) -> str:
    """An output with long values, as HTML."""
    return "".join(_piece(part) for part in getattr(node, "nodes", ()))


def _piece(node: nodes.Node) -> str:
    match node:
        case nodes.TemplateData():
            return _data(node.data)
        case nodes.Const():
            return str(escape(node.value))
        case nodes.Or():
            return _piece(node.left)
        case _:
            return str(escape(_finalize(_LONGEST.get(_names(node)[0].name, _TWELVE))))

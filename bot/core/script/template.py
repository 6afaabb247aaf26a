"""The templates of script texts: checked for an author, shown to a client.

``bot.core.script.syntax`` says what they may hold; the immutable sandbox and strict names are the second wall.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from html import unescape
from types import TracebackType

from jinja2 import Template, TemplateError, nodes
from markupsafe import escape

from bot.core.base.issue import Issue
from bot.core.base.quote import Quote
from bot.core.script.source import meant, shown
from bot.core.script.syntax import ENVIRONMENT, GLUE, LOWER, MOST_SOURCE, parse, read, said_as, wrong

__all__ = ["MOST_OUTPUT", "MOST_SOURCE", "TemplateFault", "check", "outputs", "plain", "render"]

MOST_OUTPUT = 4096


class TemplateFault(Exception):
    """A text that cannot be shown. Says what and on which line, never with a value's words."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


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
    tree, refused = parse(source)
    if tree is None:
        return refused
    given = {node.name for node in tree.find_all(nodes.Name) if GLUE in node.name}
    lower = {one for one in given if one.startswith(LOWER)}
    names = {*names, *(given - lower), *(f"{LOWER}{name}" for name in {*names} & {*words})}
    later = {*later, *(f"{LOWER}{name}" for name in later)}
    unsure, words = {*unsure, *(given - lower)}, {*words, *(given - lower)}
    strange = {(node.name, node.lineno): node for node in tree.find_all(nodes.Name) if node.name not in names}
    issues = [_unknown(source, node, names, later) for node in strange.values()]
    for filtered in tree.find_all(nodes.Filter):
        issues += _altered(source, filtered, words)
    shaky = set(unsure) & set(names)
    issues += [_unguarded(source, node) for part in tree.body for node in _bare(part, shaky)]
    return tuple(issues)


def _unknown(source: str, node: nodes.Name, names: Collection[str], later: Collection[str]) -> Issue:
    if node.name in later:
        message = f"“{said_as(node.name)}” has not been answered when this step comes."
        remedy = "Refer only to steps that come before this one on the way here."
    else:
        message = f"Nothing is called “{shown(said_as(node.name))}”."
        plain = [one for one in sorted(names) if GLUE not in one]
        remedy = f"Here you can use: {', '.join(plain)}.{meant(node.name, [*plain, *later])}"
    return wrong(source, node.lineno, node.name, message, remedy, "VAR")


def _altered(source: str, node: nodes.Filter, words: Collection[str]) -> list[Issue]:
    if not isinstance(node.node, nodes.Name) or node.node.name not in words:
        return []
    message = "A client's own words are shown as they were written."
    return [
        wrong(source, node.lineno, node.name, message, f"Write: {{{{ {said_as(node.node.name)} }}}}", "VAR")
    ]


def _unguarded(source: str, node: nodes.Name) -> Issue:
    name = node.name
    said = said_as(name)
    why = "it may not be set, or not be there yet" if GLUE in name else "a client can always pass"
    message = f"“{said}” may be empty here: {why}."
    remedy = f"Write: {{% if {said} %}} … {{{{ {said} }}}} … {{% endif %}}"
    return wrong(source, node.lineno, name, message, remedy, "VAR")


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
        case nodes.Compare(expr=nodes.Name() as name, ops=[operand]) if _says_something(operand.expr):
            return {name.name} if (operand.op == "ne") != holds else set()
        case _:
            return set()


def _says_something(node: nodes.Node) -> bool:
    """A constant that nothing empty is equal to, smaller or larger than."""
    return isinstance(node, nodes.Const) and (bool(node.value) or type(node.value) is int)


def outputs(source: str, name: str) -> tuple[int, ...]:
    """The lines (from 1) on which the text shows this name; none for a template that is not allowed."""
    tree, _ = parse(source)
    if tree is None:
        return ()
    found = (
        each for output in tree.find_all(nodes.Output) for part in output.nodes for each in names_in(part)
    )
    return tuple(node.lineno for node in found if node.name == name)


def names_in(node: nodes.Node) -> list[nodes.Name]:
    return [node] if isinstance(node, nodes.Name) else list(node.find_all(nodes.Name))


@lru_cache(maxsize=512)
def given(source: str) -> tuple[str, ...]:
    """What the text reads of the practice, of the client's own words set by a coach, and of earlier answers."""
    tree, _ = parse(source)
    found = (node.name for node in tree.find_all(nodes.Name) if GLUE in node.name) if tree else ()
    return tuple(dict.fromkeys(found))


# ---- showing -----------------------------------------------------------------------------------

_BACKSLASH = re.compile(r"\\([\\*#+→_.()\[\]-])")
_EMPHASIS = re.compile(
    r"(?<![\w*])(?:\*\*(?![\s*])([^*\n]*[^\s*])\*\*|\*(?![\s*])([^*\n]*[^\s*])\*)(?![\w*])"
)


def html(words: str) -> str:
    """An author's own words as HTML; a backslash makes the next sign an ordinary one."""
    return _BACKSLASH.sub(lambda found: f"&#{ord(found[1])};", str(escape(words)))


@lru_cache(maxsize=512)
def _compiled(source: str) -> Template:
    tree, issues = read(source)
    if tree is None:
        raise TemplateFault(issues[0].message, issues[0].line)
    for data in tree.find_all(nodes.TemplateData):
        data.data = html(data.data)
    return ENVIRONMENT.from_string(tree)


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
        text = finish(template.render({**dict.fromkeys(given(source), ""), **values}))
    except (TemplateError, TypeError) as error:
        raise TemplateFault(_why(error), _line(error)) from None
    if len(text) > MOST_OUTPUT:
        raise TemplateFault(f"more than {MOST_OUTPUT} characters")
    return text


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


def finish(html: str) -> str:
    """With emphasis, and without the gaps that conditions leave: single spaces, at most one empty line."""
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in html.split("\n"))
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return _EMPHASIS.sub(lambda found: f"<b>{found[1]}</b>" if found[1] else f"<i>{found[2]}</i>", whole)


def plain(html: str) -> str:
    """The words of a rendered text without its marks, for exports and for the kept prompt."""
    return unescape(re.sub(r"</?[bi]>", "", html))

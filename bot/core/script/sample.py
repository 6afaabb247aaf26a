"""What a template can come to, with long values: for checks of its length."""

from collections.abc import Callable, Iterable, Sequence

from jinja2 import nodes
from markupsafe import escape

from bot.core.base.quote import Quote
from bot.core.script.syntax import GLUE, finalize, parse
from bot.core.script.template import finish, html, names_in, plain

_LONGEST: dict[str, object] = {
    "coach": "Alexandra Schmidt",
    "name": "Maximiliane",
    "session": 12,
    "nth": 12,
    "session_when": "Wed 24 Nov, 15:00 (Buenos Aires)",
    "session_change": "cancelled",
    "thanks": "Thank you. I have kept that as you wrote it.",
}
_EARLIER = (
    "On Wed 24 Nov you wrote “that I said it out loud and nothing bad happened after it” (“The title”)."
)
_TWELVE = Quote("that I said it out loud and nothing bad happened after it")


def invented(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Words for what a practice, a coach or an earlier answer would give a template, for whoever tries it out."""
    return tuple((name, _invented(name)) for name in names if GLUE in name)


def _invented(name: str) -> str:
    family, _, rest = name.partition(GLUE)
    return {"earlier": _EARLIER, "lower": "0"}.get(family, f"[{rest}]")


def sample(source: str) -> str:
    """The longest plain text that the template can give with long values; empty if it is not allowed."""
    return _extreme(source, max)


def least(source: str) -> str:
    """The shortest plain text that it can give, still with long values."""
    return _extreme(source, min)


def _extreme(source: str, pick: Callable[..., str]) -> str:
    tree, _ = parse(source)
    return plain(finish(_picked(tree.body, pick))) if tree else ""


def _picked(body: Sequence[nodes.Node], pick: Callable[..., str]) -> str:
    """The text that comes of taking each condition the way that ``pick`` prefers by its length."""
    return "".join(
        pick((_picked(arm, pick) for arm in _arms(node)), key=_size)
        if isinstance(node, nodes.If)
        else _shown(node)
        for node in body
    )


def _size(html: str) -> int:
    return len(html.strip())


def _arms(node: nodes.If) -> list[Sequence[nodes.Node]]:
    return [node.body, *(arm.body for arm in node.elif_), node.else_]


def _shown(node: nodes.Node) -> str:
    """An output with long values, as HTML."""
    return "".join(_piece(part) for part in getattr(node, "nodes", ()))


def _piece(node: nodes.Node) -> str:
    match node:
        case nodes.TemplateData():
            return html(node.data)
        case nodes.Const():
            return str(escape(node.value))
        case nodes.Or():
            return _piece(node.left)
        case _:
            name = names_in(node)[0].name
            return str(escape(finalize(_LONGEST.get(name) or dict(invented([name])).get(name, _TWELVE))))

"""What a template can come to, with long values: for checks of length and of every way through it."""

from collections.abc import Sequence
from itertools import islice, product

from jinja2 import nodes
from markupsafe import escape

from bot.core.quote import Quote
from bot.core.syntax import finalize, parse
from bot.core.template import finish, html, names_in, plain

_LONGEST: dict[str, object] = {
    "coach": "Alexandra Schmidt",
    "name": "Maximiliane",
    "session": 12,
    "thanks": "Thank you. I have kept that as you wrote it.",
}
_TWELVE = Quote("that I said it out loud and nothing bad happened after it")


def sample(source: str) -> str:
    """The longest plain text that the template can give with long values; empty if it is not allowed."""
    tree, _ = parse(source)
    return plain(finish(_long(tree.body))) if tree else ""


def _long(body: Sequence[nodes.Node]) -> str:
    return "".join(
        max((_long(arm) for arm in _arms(node)), key=len) if isinstance(node, nodes.If) else _shown(node)
        for node in body
    )


def variants(source: str, most: int = 32) -> tuple[str, ...]:
    """The plain texts that the conditions can give, up to ``most``, with long values; () if not allowed.

    Each ``if`` is taken every way, whatever the others do.
    """
    tree, _ = parse(source)
    texts = _expand(tree.body, most) if tree else []
    return tuple(dict.fromkeys(plain(finish(text)) for text in texts))


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
            return html(node.data)
        case nodes.Const():
            return str(escape(node.value))
        case nodes.Or():
            return _piece(node.left)
        case _:
            return str(escape(finalize(_LONGEST.get(names_in(node)[0].name, _TWELVE))))

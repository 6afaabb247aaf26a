"""What a template can come to, with long values: for checks of its length."""

from collections.abc import Sequence

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

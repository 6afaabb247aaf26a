"""Flows that other tools export (Typebot, RapidPro): their questions in order, and what does not map, by name."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from bot.cli.table import ListTaken

Json = dict[str, Any]


def _dicts(value: Any) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


# ---- Typebot -----------------------------------------------------------------------------------


def typebot(value: Any) -> ListTaken | None:
    """The inputs of a Typebot export, each with the bubbles before it; None where it is no such export."""
    groups = _dicts(value.get("groups")) if isinstance(value, dict) else []
    if not groups or not any(_dicts(one.get("blocks")) for one in groups) or "edges" not in value:
        return None
    taken, said, name = ListTaken("a Typebot flow"), [], str(value.get("name") or "")
    for group in _walked(groups, _dicts(value["edges"])):
        title = str(group.get("title", ""))
        for block in _dicts(group.get("blocks")):
            kind = str(block.get("type", "")).casefold()
            if kind == "text":
                said.append(_rich(block.get("content")))
            elif kind == "start":
                continue
            elif kind.endswith("input"):
                _input(taken, block, kind, title, said, name)
                said = []
            else:
                taken.left.append(f"“{title}”: a block of the kind “{kind}”")
    _close(taken, said)
    return taken


def _walked(groups: list[Json], edges: list[Json]) -> list[Json]:
    """The groups as the edges lead through them from the start; those that none leads to, last."""
    by_id = {str(one.get("id")): one for one in groups}
    home = {str(b.get("id")): str(g.get("id")) for g in groups for b in _dicts(g.get("blocks"))}
    ways: dict[str, list[str]] = {}
    for edge in edges:
        start, end = edge.get("from") or {}, edge.get("to") or {}
        place = str(start.get("groupId") or home.get(str(start.get("blockId")), "start"))
        ways.setdefault(place, []).append(str(end.get("groupId")))
    first = ways.get("start") or [str(groups[0].get("id"))]
    order = _breadth(first, ways, by_id)
    return [*order, *(one for one in groups if one not in order)]


def _breadth(first: list[str], ways: dict[str, list[str]], by_id: dict[str, Json]) -> list[Json]:
    seen, queue, found = set(first), deque(first), []
    while queue:
        place = queue.popleft()
        if place in by_id:
            found.append(by_id[place])
        for to in ways.get(place, []):
            if to not in seen:
                seen.add(to)
                queue.append(to)
    return found


def _input(taken: ListTaken, block: Json, kind: str, title: str, said: list[str], name: str) -> None:
    items = _dicts(block.get("items"))
    choices = [str(one.get("content") or "").strip() for one in items] if kind == "choice input" else []
    prompt = " ".join(filter(None, said)) or str(
        (block.get("options") or {}).get("labels", {}).get("placeholder", "")
    )
    if not prompt:
        taken.left.append(f"“{title}”: an answer ({kind}) without a question before it")
        return
    taken.add(prompt, name, tuple(filter(None, choices)))
    if sum("outgoingEdgeId" in one for one in items) > 1:
        taken.left.append(f"“{title}”: its answers lead different ways, here all go on to the next prompt")
    if "{{" in prompt:
        taken.left.append(f"“{title}”: “{prompt[:60]}” has a variable, which clients would see as it is")


def _rich(content: Any) -> str:
    """The words of a bubble, from its rich text or from the plain text of older exports."""
    if not isinstance(content, dict):
        return ""
    words = "".join(_words(content.get("richText"))) or str(content.get("plainText") or "")
    return " ".join(words.split())


def _words(value: Any) -> Iterator[str]:
    for one in _dicts(value):
        if "text" in one:
            yield str(one["text"])
        yield from _words(one.get("children"))
        yield " " if one.get("type") in ("p", "li", "lic") else ""


# ---- RapidPro ----------------------------------------------------------------------------------


def rapidpro(value: Any) -> ListTaken | None:
    """The questions of a RapidPro export: messages before a node that waits; None where it is no such export."""
    flows = _dicts(value.get("flows")) if isinstance(value, dict) else []
    if not flows or not any("nodes" in one or "action_sets" in one for one in flows):
        return None
    taken = ListTaken("a RapidPro flow")
    for flow in flows:
        name = str(flow.get("name") or (flow.get("metadata") or {}).get("name", ""))
        if "nodes" not in flow:
            taken.left.append(f"“{name}”: an older form of export; export the flow anew")
            continue
        _flow(taken, name, _dicts(flow["nodes"]))
    return taken


def _flow(taken: ListTaken, name: str, nodes: list[Json]) -> None:
    said: list[str] = []
    choices: list[str] = []
    by_id = {str(one.get("uuid")): one for one in nodes}
    ways = {
        key: [str(e.get("destination_uuid")) for e in _dicts(one.get("exits"))] for key, one in by_id.items()
    }
    order = _breadth([str(nodes[0].get("uuid"))] if nodes else [], ways, by_id)
    for node in [*order, *(one for one in nodes if one not in order)]:
        for action in _dicts(node.get("actions")):
            if action.get("type") == "send_msg":
                said.append(" ".join(str(action.get("text", "")).split()))
                choices = [str(one) for one in action.get("quick_replies") or []] or choices
            else:
                taken.left.append(f"“{name}”: an action of the kind “{action.get('type')}”")
        router = node.get("router") or {}
        if router.get("wait"):
            _waited(taken, name, router, said, choices)
            said, choices = [], []
        elif router:
            taken.left.append(f"“{name}”: a split by “{router.get('operand', 'a condition')}”")
    _close(taken, said)


def _waited(taken: ListTaken, name: str, router: Json, said: list[str], choices: list[str]) -> None:
    prompt = " ".join(filter(None, said))
    if not prompt:
        taken.left.append(f"“{name}”: an answer without a question before it")
        return
    taken.add(prompt, name, choices)
    if len(_dicts(router.get("cases"))) > 1:
        taken.left.append(f"“{name}”: answers to “{prompt[:40]}” lead different ways, here all go on")
    if "@" in prompt:
        taken.left.append(f"“{name}”: “{prompt[:60]}” has an expression, which clients would see as it is")


def _close(taken: ListTaken, said: list[str]) -> None:
    """What is said after the last answer is no prompt."""
    taken.left += [f"a message that nothing is answered to: “{one[:60]}”" for one in said if one]

"""What a command on the machine may ask of the running bot: publish, undo, an erase."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.core.base.issue import Issue
from bot.people.admin import missing, publishing, renaming, resting
from bot.people.admin.publishing import Outcome, Published, Same
from bot.people.admin.watching import with_ways_out
from bot.store import copies, erase, people, scripts
from bot.store.db import Tx

COMMAND = "the command line"
"""The author of a version that came from a command, where nobody else is named."""


def answer(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Do one thing; the reply is a sentence for whoever asked, and whether it was done."""
    match request.get("do"):
        case "publish":
            return _publish(tx, request, now)
        case "undo":
            return _undo(tx, request, now)
        case "retire":
            return _retire(tx, request, now)
        case "restore":
            found = resting.restore(tx, request["script"], request["language"], now)
            return _said(found.done, found.text)
        case "rename":
            return _rename(tx, request, now)
        case "without":
            found = missing.without(tx, request["script"], request["language"])
            return _said(found.done, found.text)
        case "pulled":
            return _pulled(tx, request)
        case "erase":
            return _erase(tx, request, now)
        case "ping":
            return _said(True, "The bot is running.")
        case other:
            return _said(False, f"The bot does not know how to {other}; is it an older version?")


def _said(done: bool, text: str, issues: tuple[Issue, ...] = ()) -> dict[str, Any]:
    return {"done": done, "text": text, "issues": [asdict(issue) for issue in issues]}


def _publish(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Publish files in their order; each has a reply of its own, and one with errors stops no other."""
    author, note = request.get("author") or COMMAND, request.get("note") or ""
    outcomes = [_publish_one(tx, file, author, note, now) for file in request["files"]]
    publishing.look_again(tx, outcomes, now)
    replies = [_replied(one, file) for one, file in zip(outcomes, request["files"], strict=True)]
    return {"done": all(one["done"] for one in replies), "files": replies}


def _publish_one(tx: Tx, file: dict[str, Any], author: str, note: str, now: datetime) -> Outcome:
    name, language, source = file["script"], file["language"], file["source"]
    path, base = file.get("path", ""), file.get("base")
    if base is None:
        base = publishing.base_of(tx, path, name, language)
    outcome = publishing.publish(tx, name, language, source, author=author, note=note, now=now, base=base)
    if path and isinstance(outcome, Published | Same):
        seen = copies.digest(source.encode())
        copies.put(tx, path, name, language, base=outcome.version, seen=seen)
    return outcome


def _replied(outcome: Outcome, file: dict[str, Any]) -> dict[str, Any]:
    text = with_ways_out(outcome, file.get("path", ""))
    issues = () if isinstance(outcome, Same) else outcome.issues
    return _said(isinstance(outcome, Published | Same), text, issues)


def _undo(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    name, language = request["script"], request["language"]
    author = request.get("author") or COMMAND
    outcome = publishing.undo(tx, name, language, author=author, now=now, to=request.get("to"))
    if outcome is None:
        return _said(
            False, f"{name} ({language}) has no such version; `interlude scripts history` lists them."
        )
    publishing.look_again(tx, [outcome], now)
    issues = () if isinstance(outcome, Same) else outcome.issues
    return _said(isinstance(outcome, Published | Same), publishing.in_words(outcome), issues)


def _retire(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    author = request.get("author") or COMMAND
    found = resting.retire(tx, request["script"], request["language"], author=author, now=now)
    return _said(found.done, found.text)


def _rename(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    author = request.get("author") or COMMAND
    found = renaming.rename(tx, request["script"], request["to"], author=author, now=now)
    if found.done:
        for old, new in request.get("moved", ()):
            copies.move(tx, old, new)
    return _said(found.done, found.text)


def _pulled(tx: Tx, request: dict[str, Any]) -> dict[str, Any]:
    """Files hold published versions now: a later edit of theirs is known to be made from these."""
    for file in request["files"]:
        found = scripts.version(tx, file["script"], file["language"], file["version"])
        if found is not None:
            seen = copies.digest(found.source.encode())
            copies.put(tx, file["path"], found.script, found.language, base=found.version, seen=seen)
    return _said(True, f"{len(request['files'])} files noted.")


def _erase(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    if people.client(tx, request["client"]) is None:
        return _said(False, "There is no client with this Telegram id.")
    receipt = erase.client(tx, request["client"], now)
    return _said(True, f"Erased: {sum(receipt.rows.values())} rows and the key to them.")

"""What a command on the machine may ask of the running bot: publish, undo, a digest, an erase."""

from datetime import datetime
from itertools import count
from typing import Any

from bot.config import Config
from bot.core.model import Issue
from bot.people import digesting, publishing
from bot.people.publishing import Rejected
from bot.people.turn import Turn
from bot.store import erase, people
from bot.store.db import Tx


def answer(tx: Tx, request: dict[str, Any], config: Config, now: datetime) -> dict[str, Any]:
    """Do one thing; the reply is a sentence for whoever asked, and whether it was done."""
    match request.get("do"):
        case "publish":
            return _publish(tx, request, now)
        case "undo":
            return _undo(tx, request, now)
        case "erase":
            return _erase(tx, request, now)
        case "digest":
            return _digest(tx, request, config, now)
        case "ping":
            return _said(True, "The bot is running.")
        case other:
            return _said(False, f"The bot does not know how to {other}; is it an older version?")


def _said(done: bool, text: str, issues: tuple[Issue, ...] = ()) -> dict[str, Any]:
    rows = [
        {field: getattr(issue, field) for field in Issue.__dataclass_fields__ if hasattr(issue, field)}
        for issue in issues
    ]
    return {"done": done, "text": text, "issues": rows}


def _publish(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    outcome = publishing.publish(
        tx,
        request["script"],
        request["language"],
        request["source"],
        author=request.get("author", "the command line"),
        note=request.get("note", ""),
        now=now,
        base=request.get("base"),
    )
    issues = outcome.issues if isinstance(outcome, Rejected) else ()
    done = isinstance(outcome, publishing.Published | publishing.Same)
    return _said(done, publishing.in_words(outcome), issues)


def _undo(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    name, language = request["script"], request["language"]
    author = request.get("author", "the command line")
    outcome = publishing.undo(tx, name, language, author=author, now=now, to=request.get("to"))
    if outcome is None:
        return _said(
            False, f"{name} ({language}) has no such version; `interlude scripts history` lists them."
        )
    return _said(isinstance(outcome, publishing.Published), publishing.in_words(outcome))


def _erase(tx: Tx, request: dict[str, Any], now: datetime) -> dict[str, Any]:
    if people.client(tx, request["client"]) is None:
        return _said(False, "There is no client with this Telegram id.")
    receipt = erase.client(tx, request["client"], now)
    return _said(True, f"Erased: {sum(receipt.rows.values())} rows and the key to them.")


def _digest(tx: Tx, request: dict[str, Any], config: Config, now: datetime) -> dict[str, Any]:
    coach = people.coach(tx, request["coach"])
    if coach is None:
        return _said(False, "There is no coach with this Telegram id.")
    digesting.now(Turn(tx, now, -int(now.timestamp()), config, "", count()), coach, "")
    return _said(True, "The digests are on their way.")

"""The studio: a script as text, with what is wrong beside it as one types, drawn, played and published."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.core.script import declared
from bot.core.script.script import Script
from bot.people.admin import coming_month, comparing, publishing
from bot.people.admin.checking import errors_first
from bot.people.admin.publishing import Outcome
from bot.people.turn import Turn
from bot.playground.diagram import diagram
from bot.playground.rehearsing import PlayedBy, kept_talk, play
from bot.playground.sandbox import Sandbox
from bot.playground.templating import html
from bot.runtime.forms import form_of, number_of
from bot.store import scripts
from bot.store.db import Tx
from bot.store.scripts import ScriptVersion

AUTHOR = "the playground"
"""Who a version is by that was published here."""

BLANK = """---
title: {title}
author: {author}
reviewed: not yet
basis: none yet
when: on demand
length: 1
---

# first
What's on your mind today?
"""
"""What a new page begins with."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line of an edit: ``kind`` is gone or new; ``parts`` are its words, each with whether it changed."""

    kind: str
    parts: tuple[tuple[str, bool], ...]


class Studio:
    """The handlers of one sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox

    async def shelf(self, request: Request) -> Response:
        """Every script there is, by language."""
        rows = await self.sandbox.read(scripts.all_live)
        languages: dict[str, list[ScriptVersion]] = {}
        for row in rows:
            languages.setdefault(row.language, []).append(row)
        return html("shelf", languages=languages)

    async def new(self, request: Request) -> Response:
        """A page that does not exist yet."""
        form = await form_of(request)
        name, language = form.get("name", "").strip().lower(), form.get("language", "en")
        if not name.replace("-", "").isalnum():
            raise HTTPException(422, "A script is called like a file: small letters, numbers and dashes.")
        return Response(status_code=204, headers={"HX-Redirect": f"/studio/{language}/{name}"})

    async def page(self, request: Request) -> Response:
        """The editor of one script, with its text as it is live or as it was at a version."""
        language, name = request.path_params["language"], request.path_params["name"]
        version = number_of(request.query_params.get("version"))
        rows: tuple[ScriptVersion, ...] = await self.sandbox.read(
            partial(scripts.history, script=name, language=language)
        )
        chosen = next((row for row in rows if row.version == version), rows[0] if rows else None)
        title = name.replace("-", " ").capitalize()
        text = chosen.source if chosen else BLANK.format(title=title, author="your name")
        live = rows[0].version if rows else 0
        return html(
            "studio", name=name, language=language, text=text, rows=rows, live=live, chosen=chosen,
            people=await self._clients(),
        )  # fmt: skip

    async def _clients(self) -> list[tuple[int, str]]:
        chats = self.sandbox.sim.core.state.chats.values()
        return [(chat.id, chat.person.first_name) for chat in chats if chat.person is not None]

    async def check(self, request: Request) -> Response:
        """What is wrong with the text, how it goes, what it decides, and what it changes."""
        form, name, language = await self._asked(request)
        text = form.get("source", "")

        def look(tx: Tx) -> tuple[publishing.Checked, ScriptVersion | None, list[str]]:
            found = publishing.check_live(tx, name, language, text)
            live = scripts.live(tx, name, language)
            return found, live, self._foreseen(tx, found.script) if found.script else []

        found, live, comes = await self.sandbox.read(look)
        return html(
            "checked", issues=errors_first(found.issues), script=found.script, comes=comes,
            drawn=diagram(found.script) if found.script else None,
            decides=list(declared.in_words(found.script)) if found.script else [],
            changed=differences(live.source if live else "", text), live=live, ready=not found.errors,
        )  # fmt: skip

    def _foreseen(self, tx: Tx, script: Script) -> list[str]:
        """How often it would come, and what changes for whom of this practice in the coming month."""
        turn = Turn(tx, self.sandbox.now(), 0, self.sandbox.config, "", count())
        said = (publishing.foreseen(tx, script), coming_month.ahead(turn, script))
        return [line for one in said for line in one.split("\n") if line]

    async def rehearse(self, request: Request) -> Response:
        """The script as a client would meet it, with all that was said so far and one thing more."""
        form, name, language = await self._asked(request)
        said = _said(form)
        script = await self._script(name, language, form.get("source", ""))
        if script is None:
            raise HTTPException(422, "It cannot be played before what stands in the way is mended.")
        who = PlayedBy(
            language, form.get("called", ""), number_of(form.get("session")), "marked" in form,
            self.sandbox.now().replace(tzinfo=None),
        )  # fmt: skip
        if form.get("again") == "kept":
            try:
                who, said = kept_talk(form.get("kept", ""))
            except ValueError as fault:
                raise HTTPException(422, str(fault)) from None
        played = play(script, who, said, form.get("from", ""))
        kept = said[:-1] if played.fault else said
        return html(
            "rehearsed",
            played=played,
            said=json.dumps(kept),
            script=script,
            first=form.get("from", ""),
            who=who,
        )

    async def publish(self, request: Request) -> Response:
        """Make the text the live version; what became of it is said, and who is mid-way finishes as before."""
        form, name, language = await self._asked(request)
        text, base, now = form.get("source", ""), number_of(form.get("base")), self.sandbox.now()
        outcome = await self.sandbox.read(partial(_publish, name, language, text, base, now))
        await self.sandbox.rang()
        done = isinstance(outcome, publishing.Published | publishing.Same)
        rows = await self.sandbox.read(partial(scripts.history, script=name, language=language))
        made = html(
            "published", words=publishing.in_words(outcome), done=done, rows=rows,
            live=rows[0].version if rows else 0, other=isinstance(outcome, publishing.Conflict),
        )  # fmt: skip
        made.headers["HX-Trigger-After-Swap"] = "published"
        return made

    async def _script(self, name: str, language: str, text: str) -> Script | None:
        found = await self.sandbox.read(
            partial(publishing.check_live, name=name, language=language, source=text)
        )
        return found.script

    async def _asked(self, request: Request) -> tuple[dict[str, str], str, str]:
        return await form_of(request), request.path_params["name"], request.path_params["language"]


def _publish(name: str, language: str, text: str, base: int, now: datetime, tx: Tx) -> Outcome:
    outcome = publishing.publish(tx, name, language, text, author=AUTHOR, note="", now=now, base=base or None)
    publishing.look_again(tx, [outcome], now)
    return outcome


def _said(form: dict[str, str]) -> list[str]:
    """What was said so far, and what is said now."""
    if form.get("again"):
        return []
    try:
        before = json.loads(form.get("said") or "[]")
    except (ValueError, RecursionError):
        before = []
    said = [str(one) for one in before] if isinstance(before, list) else []
    if form.get("tapped"):
        return [*said, f"[{form['tapped']}]"]
    return [*said, form["words"].strip()] if form.get("words", "").strip() else said


def differences(old: str, new: str) -> list[ChangedLine]:
    """What an edit changes, line by line and in each line word by word; nothing where nothing is changed."""
    rows = comparing.difference(old, new)
    changed = [row for row in rows if row[:1] in ("-", "+")]
    return [
        ChangedLine("gone" if row[0] == "-" else "new", tuple(comparing.parts(row[1:]))) for row in changed
    ]


def routes(sandbox: Sandbox) -> list[Route]:
    """The studio's addresses."""
    on, one = Studio(sandbox), "/studio/{language}/{name}"
    return [
        Route("/studio", on.shelf),
        Route("/studio", on.new, methods=["POST"]),
        Route(one, on.page),
        Route(one + "/check", on.check, methods=["POST"]),
        Route(one + "/rehearse", on.rehearse, methods=["POST"]),
        Route(one + "/publish", on.publish, methods=["POST"]),
    ]

"""A script played in the chat of an admin or a coach by the same engine that plays it with clients.

Of a preview nothing is kept, and each message says that it is one. A script for coaches that a coach begins is
played alike; its answers are the coach's own. Time does not pass here: a message counts as a whole answer at
once, and a silence or a putting off is over as soon as it begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core.script import declared
from bot.core.script.parser import parse
from bot.core.script.sample import invented
from bot.core.script.script import Script
from bot.core.script.syntax import GLUE
from bot.core.script.template import given
from bot.core.talk import engine
from bot.core.talk.model import (
    Begin,
    Context,
    Effect,
    End,
    Event,
    Instead,
    Keep,
    Rebutton,
    Reflection,
    Said,
    Say,
    Start,
    Tapped,
    Trouble,
    Wake,
    Woke,
)
from bot.core.talk.model import Rows as Buttons
from bot.i18n import Texts, phrases, texts
from bot.people import elsewhere
from bot.people.turn import Rows, Turn, number, send, set_buttons
from bot.store import coach_answers, drafts, people, previews
from bot.store.previews import Preview
from bot.telegram import Message, Tap, escape

GONE = timedelta(hours=1)
"""After so long without a word a preview is over, so that nobody's later words fall into it."""


@dataclass(frozen=True, slots=True)
class PlayedClient:
    """Who is played: after which session, under which names, how often before, and whether after a mark."""

    session: int = 3
    name: str = "Ada"
    coach: str = ""
    before: int = 0
    marked: bool = False


SOMEBODY = PlayedClient()
_WISH = re.compile(r"(session|times|name|coach)[ :=]+(\S+)|(marked)", re.IGNORECASE)


def played(said: str) -> tuple[str, PlayedClient]:
    """What an admin wrote after /try, without the wishes in it, and who is to be played."""
    wishes: dict[str, Any] = {}
    for found in _WISH.finditer(said):
        key, value = (found[1] or "marked").casefold(), found[2] or ""
        if key in ("session", "times"):
            wishes["before" if key == "times" else key] = min(number(value), 999)
        else:
            wishes[key] = True if key == "marked" else value[:40]
    return " ".join(_WISH.sub(" ", said).split()), PlayedClient(**wishes)


def begin(
    turn: Turn,
    chat: int,
    name: str,
    language: str,
    source: str,
    draft: int = 0,
    own: bool = False,
    who: PlayedClient = SOMEBODY,
) -> None:
    """Play a text from its first step; ``draft`` is its draft's number, 0 for the live version.

    ``own``: it is a coach's own talk, whose answers are kept for them.
    """
    script, t = parse(source, f"{name}.md", language)[0], _texts(turn, chat)
    if script is None:
        return send(turn, chat, t.t("That text cannot be read any more."))
    coach = who.coach or people.coach_name(turn.tx, chat) or "Dana"
    there = {f"practice{GLUE}{name}": words for name, words in turn.config.practice.items()}
    words = {**dict(invented(name for step in script.steps for name in given(step.text))), **there}
    earlier = [name for name in words if name.startswith(f"earlier{GLUE}")]
    words |= dict.fromkeys(earlier, elsewhere.example(language, turn.now.date()))
    marked = who.marked or script.header.when.kind == "mark"
    context = Context(coach, who.name, who.session, marked, words=tuple(words.items()), before=who.before)
    fresh = Reflection(name, language, 1, context)
    over = open_in(turn, chat)
    preview = previews.begin(turn.tx, chat, source, fresh, draft=draft, now=turn.now, own=own)
    if preview is None:
        return None
    if own:
        text = t.t(
            "{title}. What you answer is kept for you alone; a message is an answer. /journal has it. “Enough for "
            "now” ends it.",
            title=escape(script.header.title),
        )
    else:
        text = t.t(
            "A preview of {name}. You are the client now, after session {n} with {coach}. Nothing you write is "
            "kept; time does not pass. “Enough for now” ends it.",
            name=escape(f"{name} ({language})"),
            n=who.session,
            coach=escape(coach),
        )
    if decides := "" if own else "\n".join(declared.in_words(script)):
        text += "\n\n" + escape(decides)
    if over is not None and not over.own:
        text = t.t("The preview of {name} is over.", name=escape(over.script)) + "\n" + text
    send(turn, chat, text)
    return _go_on(turn, preview, script, Begin())


def _texts(turn: Turn, chat: int) -> Texts:
    mine = people.coach(turn.tx, chat)
    return texts(mine.language if mine else "")


def open_in(turn: Turn, chat: int) -> Preview | None:
    """The preview that is being played in a chat; one left alone for an hour is over."""
    preview = previews.get(turn.tx, chat)
    if preview is not None and preview.at < turn.now - GONE:
        previews.end(turn.tx, chat)
        return None
    return preview


def end(turn: Turn, chat: int) -> None:
    """The preview in a chat is over, if there is one."""
    previews.end(turn.tx, chat)


def heard(turn: Turn, message: Message) -> bool:
    """Words for the preview; False when none is being played. One that was left alone is over, which is said."""
    lapsed = previews.get(turn.tx, message.chat_id)
    preview = open_in(turn, message.chat_id)
    if lapsed is not None and preview is None:
        t = _texts(turn, message.chat_id)
        text = t.t("The preview of {name} is over: nobody wrote for an hour.", name=escape(lapsed.script))
        send(turn, message.chat_id, text, silent=True)
    script = _script(preview) if preview else None
    if preview is None or script is None:
        return False
    _go_on(turn, preview, script, Said(message.text, message.message_id, preview.reflection.question))
    return True


def acts(turn: Turn, chat: int, value: str) -> bool:
    """Whether a button of a preview still does something: that preview is being played, and stands there."""
    which, at, *_ = (*value.split(":"), "")
    preview = open_in(turn, chat)
    return preview is not None and which == str(preview.id) and number(at) == preview.reflection.question


def tapped(turn: Turn, tap: Tap, value: str) -> None:
    """A button of a preview: its number, the turn, and the act."""
    which, _, rest = value.partition(":")
    at, _, act = rest.partition(":")
    preview = open_in(turn, tap.chat_id)
    script = _script(preview) if preview else None
    if preview is None or script is None or which != str(preview.id):
        return set_buttons(turn, tap.chat_id, tap.message_id) if tap.message_id else None
    return _go_on(turn, preview, script, Tapped(act, number(at)), tap.message_id)


def _script(preview: Preview) -> Script | None:
    return parse(preview.source, f"{preview.script}.md", preview.language)[0]


# ---- a turn ------------------------------------------------------------------------------------


def _go_on(turn: Turn, preview: Preview, script: Script, event: Event, tapped_at: int = 0) -> None:
    """Hand the event to the engine, and after it each wake that lies ahead, as if its time had come."""
    state, now = preview.reflection, turn.now
    events: list[tuple[Event, datetime]] = [(event, now)]
    over = False
    for happens, at in events:
        state, effects = engine.advance(script, state, happens, at, phrases(preview.language))
        for effect in effects:
            over = _shown(turn, preview, effect, tapped_at) or over
        events += _ahead(effects)
    if over:
        return _ended(turn, preview)
    return previews.save(turn.tx, preview.chat_id, state, turn.now)


def _ahead(effects: tuple[Effect, ...]) -> Iterator[tuple[Event, datetime]]:
    """The wakes of a silence, a putting off and a settling answer; a nudge and the end of patience never come."""
    for effect in effects:
        if isinstance(effect, Wake) and effect.kind in ("settle", "snooze", "hold"):
            yield Woke(effect.kind, effect.question), effect.at


def _shown(turn: Turn, preview: Preview, effect: Effect, tapped_at: int) -> bool:
    """Show an effect in the chat; True when it ends the preview."""
    chat, t = preview.chat_id, _texts(turn, preview.chat_id)
    said = t.t("preview")
    mark = "" if preview.own else f"<i>{said}</i>\n"
    match effect:
        case Say(text=text, rows=rows, question=at):
            send(turn, chat, mark + text, _rows(turn, preview, at, rows))
        case Rebutton(question=at, rows=rows) if tapped_at:
            set_buttons(turn, chat, tapped_at, _rows(turn, preview, at, rows))
        case Keep() if preview.own:
            _keep(turn, preview, effect)
        case Wake(kind="hold"):
            send(turn, chat, mark + _aside(t.t("the silence goes by")))
        case Wake(kind="snooze"):
            send(turn, chat, mark + _aside(t.t("that time goes by")))
        case Trouble(step=step, message=message):
            send(turn, chat, mark + _aside(t.t("fault at {step}: {what}", step=step, what=message)))
        case Start(script=script):
            send(turn, chat, mark + _aside(t.t("it goes on with {script}", script=script)))
        case Instead():
            send(turn, chat, mark + _aside(t.t("here other questions are offered")))
        case End():
            return True
    return False


def _aside(words: str) -> str:
    return f"<i>({escape(words)})</i>"


def _keep(turn: Turn, preview: Preview, keep: Keep) -> None:
    """An answer of a coach's own: what was written, or what was tapped; a pass is none."""
    words = keep.text or keep.answer.choice
    if words is None and keep.answer.rating is not None:
        words = str(keep.answer.rating)
    if words:
        coach_answers.add(
            turn.tx, preview.chat_id, preview.script, preview.language, keep.answer.prompt, words, turn.now
        )


def _rows(turn: Turn, preview: Preview, at: int, rows: Buttons) -> Rows:
    room = "a" if preview.chat_id in turn.config.people.admins else "k"
    return tuple(tuple((one.label, f"{room}:p:{preview.id}:{at}:{one.act}") for one in row) for row in rows)


def _ended(turn: Turn, preview: Preview) -> None:
    previews.end(turn.tx, preview.chat_id)
    draft, t = preview.draft, _texts(turn, preview.chat_id)
    kept = drafts.get(turn.tx, draft) if draft else None
    base = kept.base if kept else 0
    rows: Rows = ()
    if draft:
        rows = (((t.t("Publish"), f"a:publish:{draft}:{base}"), (t.t("Put away"), f"a:discard:{draft}")),)
    if not preview.own:
        send(turn, preview.chat_id, t.t("The preview is over; nothing of it is kept."), rows)

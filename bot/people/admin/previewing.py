"""A script played in an admin's chat by the same engine that plays it with clients; nothing of it is kept.

Each message says that it is a preview. Time does not pass here: a message counts as a whole answer at once,
and a silence or a putting off is over as soon as it begins.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.core.script import declared
from bot.core.script.parser import parse
from bot.core.script.script import Script
from bot.core.talk import engine
from bot.core.talk.model import (
    Begin,
    Context,
    Effect,
    End,
    Event,
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
from bot.i18n import phrases
from bot.people.turn import Rows, Turn, number, send, set_buttons
from bot.store import drafts, people, previews
from bot.store.previews import Preview
from bot.telegram import Message, Tap, escape

GONE = timedelta(hours=1)
"""After so long without a word a preview is over, so that nobody's later words fall into it."""

SESSION = 3
NAME = "Ada"

MARK = "<i>preview</i>\n"


def begin(turn: Turn, chat: int, name: str, language: str, source: str, draft: int) -> None:
    """Play a text from its first step; ``draft`` is its draft's number, 0 for the live version."""
    script = parse(source, f"{name}.md", language)[0]
    if script is None:
        return send(turn, chat, "That text cannot be read any more. Send the file again.")
    context = Context(
        people.coach_name(turn.tx, chat) or "Dana", NAME, SESSION, script.header.when.kind == "mark"
    )
    fresh = Reflection(name, language, 1, context)
    preview = previews.begin(turn.tx, chat, source, fresh, draft=draft, now=turn.now)
    if preview is None:
        return None
    text = (
        f"A preview of {name} ({language}). You are the client now, after session {SESSION} with "
        f"{context.coach}. Nothing you write is kept; time does not pass. “Enough for now” ends it."
    )
    decides = "\n".join(declared.in_words(script))
    send(turn, chat, escape(f"{text}\n\n{decides}" if decides else text))
    return _go_on(turn, preview, script, Begin())


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
    """Words for the preview; False when none is being played."""
    preview = open_in(turn, message.chat_id)
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
    chat = preview.chat_id
    match effect:
        case Say(text=text, rows=rows, question=at):
            send(turn, chat, MARK + text, _rows(preview, at, rows))
        case Rebutton(question=at, rows=rows) if tapped_at:
            set_buttons(turn, chat, tapped_at, _rows(preview, at, rows))
        case Wake(kind="hold"):
            send(turn, chat, f"{MARK}<i>(the silence goes by)</i>")
        case Wake(kind="snooze"):
            send(turn, chat, f"{MARK}<i>(that time goes by)</i>")
        case Trouble(step=step, message=message):
            send(turn, chat, f"{MARK}<i>{escape(f'fault at {step}: {message}')}</i>")
        case Start(script=script):
            send(turn, chat, f"{MARK}<i>{escape(f'(it goes on with {script})')}</i>")
        case End():
            return True
    return False


def _rows(preview: Preview, at: int, rows: Buttons) -> Rows:
    return tuple(tuple((one.label, f"a:p:{preview.id}:{at}:{one.act}") for one in row) for row in rows)


def _ended(turn: Turn, preview: Preview) -> None:
    previews.end(turn.tx, preview.chat_id)
    draft = preview.draft
    kept = drafts.get(turn.tx, draft) if draft else None
    base = kept.base if kept else 0
    rows: Rows = (
        ((("Publish", f"a:publish:{draft}:{base}"), ("Put away", f"a:discard:{draft}")),) if draft else ()
    )
    send(turn, preview.chat_id, "The preview is over; nothing of it is kept.", rows)

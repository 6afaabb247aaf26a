"""The journal: a client's own answers under their questions, by day and page by page; found, opened, changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.base.words import shorten
from bot.core.digest.measures import question
from bot.core.talk.exchange import Dialogue
from bot.core.understand.folding import fold
from bot.i18n import Texts, phrases, texts
from bot.people import advance_copy, attachments, closing, dated, dialogue, library, reader
from bot.people.client import answers, arrival
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send, set_text
from bot.store import marks, pages, reflections, response_writes, responses, told
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import CHOSEN, Message, escape
from bot.telegram.splitting import fits

SHOWN = 5
"""Answers on one page."""

ASKED, SAID = 160, 320
"""Letters of a question, and of an answer, on a page; opened, each stands whole."""

SOUGHT = 30
"""Bytes of what is looked for: it goes into a button's data, which takes 64."""

MOST_WORDS = 2
"""Words that are taken for a search where one is asked for."""

THEMES = 8
"""Scripts to choose from."""


SCOPES = ("marked", "private", "going", "script", "word")
"""To what a page can be narrowed."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the journal one is. ``scope``: "" or one of those above; ``value``: which script or word."""

    offset: int = 0
    scope: str = ""
    value: str = ""

    def data(self, offset: int | None = None) -> str:
        """As part of a button's data."""
        return f"{self.offset if offset is None else offset}:{self.scope}:{self.value}"


def _spot(data: str) -> Spot:
    offset, _, rest = data.partition(":")
    scope, _, value = rest.partition(":")
    return Spot(number(offset), scope if scope in SCOPES else "", value)


# ---- a page --------------------------------------------------------------------------------------


def show(turn: Turn, client: Client, value: str = "") -> None:
    """/answers: the latest answers, newest first; with a word behind it, those in which it stands."""
    spot = Spot(scope="word", value=_cut(value)) if value.strip() else Spot()
    text, rows = _page(turn, client, spot)
    send(turn, client.id, text, rows)


def going(turn: Turn, client: Client, value: str = "") -> None:
    """What goes to the coach as it stands, an entry each, to change or to hold back."""
    text, rows = _page(turn, client, Spot(scope="going"))
    send(turn, client.id, text, rows)


def turn_to(turn: Turn, client: Client, value: str, message_id: int) -> None:
    """Another page, in the same message."""
    text, rows = _page(turn, client, _spot(value))
    set_text(turn, client.id, message_id, text, rows)


def _cut(words: str) -> str:
    """What is looked for, as long as a button can carry it."""
    return " ".join(words.split()).encode()[:SOUGHT].decode(errors="ignore").strip()


def _found(turn: Turn, client: Client, spot: Spot) -> tuple[tuple[Response, ...], int]:
    """The answers of a page, and how many there are in all."""
    if spot.scope == "going":
        goes = advance_copy.going(turn, client)
        return goes[spot.offset : spot.offset + SHOWN], len(goes)
    if spot.scope != "word":
        return pages.page(turn.tx, client.id, spot.offset, SHOWN, scope=spot.scope, script=spot.value)
    sought = fold(spot.value)
    hits = [one for one in reversed(responses.all_of(turn.tx, client.id)) if sought in _all_words(one)]
    return tuple(hits[spot.offset : spot.offset + SHOWN]), len(hits)


def _all_words(one: Response) -> str:
    return fold(" ".join((one.prompt, one.choice or "", *(text.words for text in one.texts))))


def _page(turn: Turn, client: Client, spot: Spot) -> tuple[str, Rows]:
    t = texts(client.language)
    found, n = _found(turn, client, spot)
    if not found and spot.offset:  # the last of a page was deleted
        return _page(turn, client, Spot(0, spot.scope, spot.value))
    if not found:
        rows: Rows = () if not spot.scope else (((t.t("All my answers"), f"m:page:{Spot().data()}"),),)
        return _none(turn, t, client, spot), rows
    lines = [_heading(turn, t, client, spot, n)]
    day = ""
    for place, one in enumerate(found, 1):
        its = t.day(wall.local(one.at, client.zone or "UTC").date())
        lines.append(("" if its == day else f"<b>{its}</b>\n") + _entry(turn, t, client, place, one))
        day = its
    return "\n\n".join(lines), _under(t, spot, found, n)


def _none(turn: Turn, t: Texts, client: Client, spot: Spot) -> str:
    if not spot.scope:
        return t.t("There are no answers here yet.")
    none = t.t("{what}: none.", what=_what(turn, t, client, spot))
    return none + " " + t.t("It was looked for, and not kept.") if spot.scope == "word" else none


def _what(turn: Turn, t: Texts, client: Client, spot: Spot) -> str:
    """What a page is narrowed to, in words."""
    said = phrases(client.language)
    match spot.scope:
        case "word":
            return t.t(
                "Answers with {words}", words=f"{said.quote_open}{escape(spot.value)}{said.quote_close}"
            )
        case "script":
            title = library.title(turn.tx, spot.value, client.language) or spot.value
            return t.t("Answers of {title}", title=escape(title))
        case "marked":
            return t.t("Answers around a moment that you marked")
        case "going":
            return t.t("What goes to your coach, and has not yet")
    return t.t("Answers that are private")


def _heading(turn: Turn, t: Texts, client: Client, spot: Spot, n: int) -> str:
    if spot.scope:
        what = _what(turn, t, client, spot)
        return t.t("{what}: {n}, newest first.", what=what, n=n)
    return t.n(
        "Your answer. A number opens it; the sign below changes who sees it.",
        "Your {n} answers, newest first. A number opens one; its sign below changes who sees it.",
        n,
    )


def _entry(turn: Turn, t: Texts, client: Client, place: int, one: Response) -> str:
    title = library.title(turn.tx, one.script, client.language) if one.script else ""
    seen = answers.seen(turn, t, client, one)
    head = f"{place}. {escape(title or _note(t))} · {seen}"
    asked = f"\n<i>{escape(shorten(question(one.prompt), ASKED))}</i>" if one.prompt else ""
    given = answers.hushed(turn, t, client, one) or shorten(_given(t, one), SAID)
    return f"{head}{asked}\n{escape(given)}"


def _note(t: Texts) -> str:
    return t.t("A note of yours")


def _given(t: Texts, one: Response) -> str:
    """What was answered, in a line or more: what was tapped, and the words."""
    tapped = [one.choice] if one.choice else [str(one.rating)] if one.rating is not None else []
    said = [attachments.shown(t, text) for text in one.texts if not answers.only_tapped(one, text.words)]
    return "\n".join(filter(None, (*tapped, *said))) or ("–" if one.state != "passed" else t.t("passed"))


def _under(t: Texts, spot: Spot, found: tuple[Response, ...], n: int) -> Rows:
    """The buttons of a page: open one, change who sees one, other pages, other ways to look."""
    here = spot.data()
    opens = tuple((str(place), f"m:entry:{one.id}:{here}") for place, one in enumerate(found, 1))
    signs = tuple((f"{place} {_sign(one)}", toggled(one, spot)) for place, one in enumerate(found, 1))
    turns: list[tuple[str, str]] = []
    if spot.offset:
        turns.append((t.t("Newer"), f"m:page:{spot.data(max(spot.offset - SHOWN, 0))}"))
    if spot.offset + SHOWN < n:
        turns.append((t.t("Older"), f"m:page:{spot.data(spot.offset + SHOWN)}"))
    if spot.scope:
        looks: Rows = (((t.t("All my answers"), f"m:page:{Spot().data()}"),),)
    else:
        marked, private = (Spot(scope=one).data() for one in ("marked", "private"))
        looks = (
            ((t.t("Look for words"), "m:seek"), (t.t("By theme"), "m:themes")),
            ((t.t("Marked ones"), f"m:page:{marked}"), (t.t("Private ones"), f"m:page:{private}")),
        )
    return tuple(row for row in (opens, signs, tuple(turns), *looks) if row)


def _sign(one: Response) -> str:
    return "🔒" if one.visibility == "private" else "👁"


def toggled(one: Response, spot: Spot) -> str:
    """What a tap does is what its label said, however late or often it comes: it names what is wanted."""
    at = "" if spot == Spot() else f":{spot.data()}"
    return f"m:toggle:{one.id}:{'session' if one.visibility == 'private' else 'private'}{at}"


# ---- one answer ----------------------------------------------------------------------------------


def entry(turn: Turn, client: Client, value: str, message_id: int) -> None:
    """An answer whole, under its question as it was asked, with what can be done with it."""
    which, _, back = value.partition(":")
    one = responses.get(turn.tx, number(which))
    if one is None or one.client_id != client.id:
        return turn_to(turn, client, back, message_id)
    t = texts(client.language)
    text, rows = _whole(turn, t, client, one), _acts(turn, t, one, back)
    if fits(text):
        return set_text(turn, client.id, message_id, text, rows)
    return send(turn, client.id, text, rows)


def opened(turn: Turn, client: Client, one: Response) -> None:
    """The same in a message of its own, from beside the answer."""
    t = texts(client.language)
    send(turn, client.id, _whole(turn, t, client, one), _acts(turn, t, one, Spot().data()), silent=True)


def _whole(turn: Turn, t: Texts, client: Client, one: Response) -> str:
    title = library.title(turn.tx, one.script, client.language) if one.script else ""
    head = f"<b>{escape(title or _note(t))}</b> · {dated.shown(t, one.at, client.where)}"
    states = [answers.seen(turn, t, client, one), t.t("marked") if marks.on(turn.tx, one) else ""]
    states.append(t.t("edited") if one.edited else "")
    asked = f"<i>{escape(one.prompt)}</i>" if one.prompt else ""
    return "\n\n".join(filter(None, (head, asked, escape(_given(t, one)), " · ".join(filter(None, states)))))


def _acts(turn: Turn, t: Texts, one: Response, back: str) -> Rows:
    private = one.visibility == "private"
    see = (t.t("Share it") if private else t.t("Make it private")), "session" if private else "private"
    rows: Rows = () if one.visibility == "now" else (((see[0], f"m:see:{one.id}:{see[1]}:{back}"),),)
    if one.texts:
        sign = CHOSEN if marks.on(turn.tx, one) else ""
        rows += (((sign + t.t("This felt new"), f"m:felt:{one.id}:{back}"),),)
    change = ((t.t("Correct it"), f"m:correct:{one.id}"),) if one.texts else ()
    delete = (t.t("Delete it"), f"m:delete:{one.id}")
    return (*rows, (*change, delete), ((t.t("Back to the list"), f"m:page:{back}"),))


def see(turn: Turn, client: Client, value: str, message_id: int) -> None:
    """Who sees an answer that is open, changed; it stays open."""
    which, _, rest = value.partition(":")
    wanted, _, back = rest.partition(":")
    change(turn, client, which, wanted)
    entry(turn, client, f"{which}:{back}", message_id)


def toggle(turn: Turn, client: Client, value: str, message_id: int) -> None:
    """Share a private answer of a page, or take a shared one back; the page stays.

    A button of an older kind, which does not name what is wanted, only shows how it stands.
    """
    which, _, rest = value.partition(":")
    wanted, _, at = rest.partition(":")
    change(turn, client, which, wanted)
    turn_to(turn, client, at, message_id)


def change(turn: Turn, client: Client, which: str, wanted: str) -> None:
    """Who sees one answer; what a digest already showed was seen."""
    one = responses.get(turn.tx, number(which))
    if one is None or one.client_id != client.id or wanted not in ("private", "session"):
        return
    if wanted == "private" != one.visibility and told.reached(turn.tx, client.id, [one.id]):
        send(turn, client.id, closing.taken_back(turn, client, (one,)))
    response_writes.set_visibility(turn.tx, one.id, wanted)
    if wanted != "private":
        response_writes.take_up(turn.tx, one.id)


def unshare(turn: Turn, client: Client, which: Literal["these", "last"]) -> None:
    """Typed for a button: the last answer, or all of its talk, is private; the list shows who sees which."""
    last = responses.latest(turn.tx, client.id, 1)
    talk = last[0].reflection_id if last and which == "these" else None
    meant = responses.of_reflection(turn.tx, talk) if talk else last
    shared = [one for one in meant if one.visibility != "private"]
    if any(one.visibility == "now" or closing.told_of(turn, client, one) for one in shared):
        send(turn, client.id, closing.taken_back(turn, client, shared))
    if talk:
        response_writes.set_reflection_visibility(turn.tx, talk, "private")
        if (row := reflections.get(turn.tx, talk)) is not None:
            closing.led(turn, client, row, "private")
    for one in () if talk else shared:
        response_writes.set_visibility(turn.tx, one.id, "private")
    show(turn, client, "")


def share(turn: Turn, client: Client, about: tuple[str, ...] = (), again: bool = False) -> None:
    """Typed for a button: the latest answer is shared where it is private; the list shows who sees which.

    ``again``: what was held back is, the latest of it, or what has the words ``about`` in it.
    """
    if reader.of(turn, client) is None:
        return send(turn, client.id, reader.nobody(turn, client))
    found = arrival.sought(turn, client, about) if about else arrival.lately(turn, client)
    those = [one for one in found if one.visibility == "private"] if again else found[:1]
    for one in those if about else those[:1]:
        if one.visibility == "private":
            change(turn, client, str(one.id), "session")
    if again and not those:
        t = texts(client.language)
        none = arrival.nowhere(t, about) if about and not found else t.t("Nothing of it is private.")
        send(turn, client.id, none, silent=True)
    return show(turn, client, "")


# ---- other ways to look --------------------------------------------------------------------------


def themes(turn: Turn, client: Client, value: str = "") -> None:
    """The scripts that were answered, those answered most first, each a button."""
    t = texts(client.language)
    found = [
        (library.title(turn.tx, name, client.language), name, n)
        for name, n in pages.scripts(turn.tx, client.id)
        if len(name.encode()) <= SOUGHT
    ]
    rows: Rows = tuple(
        ((f"{title[:50]} ({n})", f"m:page:{Spot(scope='script', value=name).data()}"),)
        for title, name, n in found[:THEMES]
        if title
    )
    if not rows:
        return send(turn, client.id, t.t("No theme yet: so far there are notes of your own, or nothing."))
    return send(turn, client.id, t.t("Answers of which theme?"), rows)


def seek(turn: Turn, client: Client, value: str = "") -> None:
    """Asks for the words to look for."""
    text = texts(client.language).t("Which word shall I look for in your answers?")
    dialogue.ask(turn, client.id, "client", "seek", text)


def _sought(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if message is None:
        return
    dialogue.end(turn, client.id)
    show(turn, client, message.text)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """A word or two can be looked for; what is longer is something to keep."""
    fits = len(words.strip().encode()) <= SOUGHT and 1 <= len(words.split()) <= MOST_WORDS
    return "sought" if fits else None


STEPS: dict[str, Question[Client]] = {
    "seek": Question(line("Looking for words"), _sought, _read, line("A word or two."), again="answers")
}

IN_PLACE: dict[str, Callable[[Turn, Client, str, int], None]] = {
    "page": turn_to,
    "entry": entry,
    "see": see,
    "toggle": toggle,
}
"""Buttons by which the message that they stand under changes."""


def acts(turn: Turn, client: Client, word: str, value: str) -> bool:
    """Whether such a button is about something of this client's that is still there."""
    if word == "page":
        return True
    one = responses.get(turn.tx, number(value.partition(":")[0]))
    return one is not None and one.client_id == client.id

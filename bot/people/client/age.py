"""The age of who joins: the year of birth is asked, and kept is only that they are of age. Else it ends kindly.

Interlude is closed to people under 18. A guardian's consent is not asked for anywhere, so no setting opens it.
"""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.birth import OF_AGE, grown, minor
from bot.i18n import N_, texts
from bot.people import agreement, dialogue, numbers, roster, young
from bot.people.client import filing, setting
from bot.people.client.setting import AGREEMENT
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import consents, erase, pauses, people
from bot.store.people import Client
from bot.telegram import Message


def ask(turn: Turn, client: Client, visibility: str = "") -> None:
    """The year of birth, which a tap answers; ``visibility``: what was agreed to, and counts with the answer."""
    t, year = texts(client.language), turn.now.year - OF_AGE
    text = t.t("In which year were you born? It is not kept, only that you are 18 or over.")
    rows: Rows = (
        ((t.t("{year} or before", year=year - 1), "adult"),),
        ((str(year), "edge"),),
        ((t.t("{year} or later", year=year + 1), "young"),),
    )
    _ask(turn, client, text, rows, visibility or _agreed(turn, client))


def _ask(turn: Turn, client: Client, text: str, rows: Rows, visibility: str) -> None:
    draft, leave = {"visibility": visibility}, texts(client.language).t("Go on later")
    dialogue.ask(turn, client.id, "client", "born", text, rows, draft=draft, joining=True, leave=leave)


def _agreed(turn: Turn, client: Client) -> str:
    asked = dialogue.standing(turn, client.id)
    return str(asked.draft.get("visibility", "")) if asked is not None and asked.step == "born" else ""


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if "edge" in asked.draft:
        return {"yes": "adult", "no": "young"}.get(dialogue.yes_or_no(words) or "") or grown(
            words, turn.now.year
        )
    return dialogue.typed(turn, client.id, asked, words) or grown(words, turn.now.year)


def _take(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    match value:
        case "adult":
            agree(turn, client, str(asked.draft.get("visibility") or "private"))
        case "edge":
            t = texts(client.language)
            rows: Rows = (((t.t("Yes, I am 18"), "adult"), (t.t("Not yet"), "young")),)
            draft = {"visibility": asked.draft.get("visibility", ""), "edge": True}
            text = t.t("Are you 18 already?")
            dialogue.ask(turn, client.id, "client", "born", text, rows, draft=draft, joining=True, leave="-")
        case "young":
            end(turn, client)


def agree(turn: Turn, client: Client, visibility: str) -> None:
    """Who is of age has agreed: it counts from now on, and what else is asked follows."""
    for purpose, given in (
        (consents.ADULT, True),
        (consents.STORE, True),
        (consents.SHARE, visibility == "session"),
        (consents.ALERT, True),
    ):
        consents.add(turn.tx, client.id, purpose, given, AGREEMENT, turn.now)
    changed = people.change_client(turn.tx, client.id, visibility=visibility)
    agreement.begin(turn, changed, AGREEMENT)
    roster.agreed(turn, changed)
    setting.name(turn, changed)


def end(turn: Turn, client: Client) -> None:
    """It is not for them: all of it goes at once. They read who is there for them, their coach that it ended."""
    asked, country = dialogue.end(turn, client.id), numbers.country(client)
    named = N_("{name} says they are under 18. Interlude is for 18 and over, so it ended and is erased here.")
    nameless = N_(
        "Who opened your link says they are under 18. Interlude is for 18 and over: nothing is kept, and the link "
        "is closed. Was it a slip, /invite makes another."
    )
    roster.told(turn, client, nameless if client.state == "joining" else named)
    erase.client(turn.tx, client.id, turn.now)
    dialogue.bare(turn, client.id, asked)  # once more: what waited to be sent is erased too
    young.told(turn, client.id, client.language, country, young.ENDED)


# ---- said later --------------------------------------------------------------------------------


def says(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message says that its writer is under age: while joining it ends, later it is asked about."""
    if message.file or message.origin or not minor(message.own, turn.now.year):
        return False
    if client.state == "joining":
        end(turn, client)
    else:
        consents.add(turn.tx, client.id, consents.ADULT, False, AGREEMENT, turn.now)
        if client.state == "active":
            pauses.begin(turn.tx, client.id, turn.now, None)
        ask_later(turn, client, message)
    return True


def doubted(turn: Turn, client: Client) -> bool:
    """Whether a client said that they are under age, and not since that they are not: nothing comes by itself."""
    return consents.refused_at(turn.tx, client.id, consents.ADULT) is not None


def ask_later(turn: Turn, client: Client, message: Message | None = None) -> None:
    """Whether they are of age; ``message``: words that said they are not, kept if they are."""
    t = texts(client.language)
    text = t.t(
        "Interlude is for people of 18 and over. For who is younger it ends, and all that is kept is erased; "
        "/export gives it to them before. Nothing comes by itself until you have said how it is."
    )
    rows: Rows = (((t.t("I am 18 or over"), "adult"),), ((t.t("I am under 18: erase it"), "young"),))
    draft = {"held": [dialogue.held(message)]} if message is not None else {}
    dialogue.ask(turn, client.id, "client", "grown", text, rows, draft=draft, leave="-")


def _grown_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """A label, or a year; a year of somebody younger erases nothing: it may be a slip, and is asked about again."""
    meant = dialogue.typed(turn, client.id, asked, words)
    return meant or {"adult": "adult", "young": "again"}.get(grown(words, turn.now.year) or "")


def _grown(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "young":
        return end(turn, client)
    if value == "again":
        return ask_later(turn, client)
    if value != "adult":
        return None
    since = consents.refused_at(turn.tx, client.id, consents.ADULT)
    dialogue.end(turn, client.id)
    consents.add(turn.tx, client.id, consents.ADULT, True, AGREEMENT, turn.now)
    began = (starts for starts, ends in pauses.of_client(turn.tx, client.id) if ends is None)
    if client.state == "paused" and since is not None and any(one >= since for one in began):
        pauses.resume(turn.tx, client.id, turn.now)  # the one that the doubt began, and no pause of their own
    back = people.client(turn.tx, client.id) or client
    send(turn, client.id, texts(client.language).t("Noted, it goes on as it was."), silent=True)
    for one in dialogue.unheld(client.id, asked.draft):
        filing.file(turn, back, one)
    return None


STEPS: dict[str, Question[Client]] = {
    "born": Question(line("Your year of birth"), _take, _read, line("A year like 1985 works."), "start"),
    "grown": Question(
        line("Whether you are 18 or over"),
        _grown,
        _grown_read,
        again="start",
        closed=line("Closed: nothing comes by itself. /start asks again."),
        beside=line("Whether you are 18 or over is open, so nothing comes by itself. /start asks again."),
    ),
}

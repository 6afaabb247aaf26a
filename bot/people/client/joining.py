"""A client joins: opens the link, reads what this is, agrees or not, says age, name, place, days and hours.

Every step takes a tap or words. Nothing that is written before the agreement is kept.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from bot import safety_lists
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import same
from bot.core.understand.confidence import chooses
from bot.core.understand.plea import calls
from bot.core.understand.query import command_in
from bot.core.understand.wondering import asks
from bot.i18n import ENGLISH, Texts, texts
from bot.people import agreement, dated, dialogue, heeding, reflecting, wanted
from bot.people.client import age, days_hours, filing, help, helpcard, location, setting
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import consents, erase, invites, people, scripts
from bot.store.people import Client
from bot.telegram import Message, escape

AT_ONCE = ("export", "answers", "shared", "signs")
"""Commands that do what they say while the last questions of joining are open: they ask nothing themselves."""

TOLD, MISSED, ANSWERED = "told", "missed", "answered"
BARE = line("A tap on one of these is enough. Until then nothing that you write here is kept.")
VALUE = 4
"""Words of a name or a place; what is longer tells something."""

FRESH = timedelta(days=1)
"""So long after the notice was read it is not said again as a whole."""


def begin(turn: Turn, chat_id: int, coach_id: int, language: str, label: str = "") -> None:
    """The invite was good: the client is known from now on, and reads what this is.

    ``label``: the coach's name for them.
    """
    tongue = spoken(language, scripts.languages(turn.tx))
    client = people.add_client(turn.tx, chat_id, coach_id, language=tongue, now=turn.now)
    client = people.change_client(turn.tx, client.id, label=label) if label else client
    _unlisted(turn, coach_id, language)
    _ask_agreement(turn, client, notice(turn, client))


def _unlisted(turn: Turn, coach_id: int, language: str) -> None:
    """Once a client: their coach reads that words in the language of their app are not looked at."""
    code, coach = re.split("[-_]", language.lower())[0], people.coach(turn.tx, coach_id)
    known = safety_lists.full()
    if not code or code in known or coach is None or coach.state != "active":
        return
    t = texts(coach.language)
    if code in safety_lists.languages():
        text = t.t(
            "The Telegram of whoever opened your link is in another language ({language}). For it there is only a "
            "beginning of a list of words that may need a person. Whole lists: {languages}.",
            language=escape(code),
            languages=t.list(known),
        )
    else:
        text = t.t(
            "The Telegram of whoever opened your link is in another language ({language}). Words that may need a "
            "person are found here in {languages} alone.",
            language=escape(code),
            languages=t.list(safety_lists.languages()),
        )
    send(turn, coach_id, text, silent=True)


def spoken(language: str, scripted: Collection[str]) -> str:
    """The language of a client whose app is in ``language``: one that has scripts and an interface, else English.

    So that scripts and what stands around them are never in two languages.
    """
    own = texts(language).language
    return own if own in scripted else ENGLISH


def notice(turn: Turn, client: Client) -> str:
    """What this is, in a few lines, before anything is asked (docs/evidence.md)."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    return "\n\n".join(
        (
            t.t(
                "Hello. {coach} invited you to Interlude, for the time between your coaching sessions. People "
                "wrote the questions, and a script asks them; no person and no AI answers here.",
                coach=coach,
            ),
            t.t(
                "What you choose to share goes to {coach}, usually on {day}, and to nobody else. Words that may "
                "need a person at once bring {coach} a notice, without the words; /alerts changes that.",
                coach=coach,
                day=_reading_day(turn, t, client),
            ),
            t.t(
                "It is not an emergency service, and nobody is watching. In danger, call your emergency number "
                "(112 or 911 in many countries). findahelpline.com lists people to talk to."
            ),
            t.t(
                "Telegram keeps a copy, not end-to-end encrypted; one is kept here, encrypted. /export gives it to "
                "you, /erase erases what is here, at any time. For people of 18 and over."
            ),
            t.t("Would you like to begin?"),
        )
    )


def _reading_day(turn: Turn, t: Texts, client: Client) -> str:
    """The weekday on which the coach usually reads."""
    coach = people.coach(turn.tx, client.coach_id)
    reads = (
        wanted.day_and_hour(turn, coach)
        if coach is not None
        else (turn.config.digest.weekday, turn.config.digest.hour)
    )
    return agreement.day_and_hour(t, reads)[0]


def _ask_agreement(turn: Turn, client: Client, text: str, told: bool = False, answered: bool = False) -> None:
    """``told``: that nothing is kept before the agreement has been said; ``answered``: what there is to know."""
    rows: Rows = tuple(((label, value),) for label, value in _agreements(turn, client))
    more = ((texts(client.language).t("More about it first"), "more"),)
    rows = (*rows[:-1], more, *rows[-1:])
    dialogue.ask(
        turn,
        client.id,
        "client",
        "agree",
        text,
        rows,
        draft={TOLD: told, ANSWERED: answered},
        joining=True,
        leave="-",
    )


def _agreements(turn: Turn, client: Client) -> tuple[tuple[str, str], ...]:
    t = texts(client.language)
    coach = people.coach_name(turn.tx, client.coach_id)
    return (
        (t.t("Yes, share my answers with {coach}", coach=coach)[:60], "session"),
        (t.t("Yes, private until I share"), "private"),
        (t.t("Not now"), "no"),
    )


def _agree_read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    """What is on a button may be typed; a bare yes may mean either, so that it is asked which."""
    labels = (*_agreements(turn, client), (texts(client.language).t("More about it first"), "more"))
    if typed := next((value for label, value in labels if same(words, label)), None):
        return typed
    chosen = None if dialogue.yes_or_no(words) else chooses(words)
    return {"private": "private", "share": "session"}.get(chosen or "") or dialogue.yes_or_no(words)


def _agree(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "no":
        return leave(turn, client)
    if value == "yes":
        return _ask_agreement(turn, client, _which(turn, client))
    if value == "more":
        help.limits(turn, client)
        return _ask_agreement(
            turn, client, texts(client.language).t("Would you like to begin?"), answered=True
        )
    if value not in ("session", "private"):
        return None
    return age.ask(turn, client, value)


def _which(turn: Turn, client: Client) -> str:
    """The choice between the two ways to begin, in words: where neither was meant by what was written."""
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    return texts(client.language).t(
        "Would you like to share your answers with {coach}, or begin with private ones? That can change any day.",
        coach=coach,
    )


def leave(turn: Turn, client: Client) -> None:
    """Who leaves while joining is forgotten; the link by which they came opens it again while its time lasts."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    asked, until = dialogue.end(turn, client.id), invites.reopen(turn.tx, client.id, turn.now)
    erase.client(turn.tx, client.id, turn.now)
    dialogue.bare(turn, client.id, asked)  # once more: what waited to be sent is erased too
    if until is not None:
        when = dated.shown(t, until, client.where)
        text = t.t("All right. Nothing is kept. The same link opens this again until {when}.", when=when)
    else:
        text = t.t(
            "All right. Nothing is kept. If you would like to come back, {coach} can make a new link.",
            coach=coach,
        )
    send(turn, client.id, text)


def agreed(turn: Turn, client: Client) -> bool:
    """Whether a client who joins has agreed, so that their words may be kept."""
    return consents.given(turn.tx, client.id, consents.STORE)


def ask_again(turn: Turn, client: Client) -> None:
    """Say once more what is being asked; where nothing is, go on where it was left."""
    asked = dialogue.standing(turn, client.id)
    step = asked.step if asked is not None and asked.role == "client" else ""
    if step == "born":
        return age.ask(turn, client)
    if not agreed(turn, client):
        lately = turn.now - client.joined_at < FRESH  # the notice stands above
        text = texts(client.language).t("Would you like to begin?") if lately else notice(turn, client)
        return _ask_agreement(turn, client, text)
    match step:
        case "hours":
            return days_hours.ask(turn, client)
        case "name" | "named" | "zone" | "days":
            questions = {"zone": location.ask, "days": days_hours.ask}
            return questions.get(step, setting.name)(turn, client)
    if client.zone:
        return days_hours.ask(turn, client)
    return location.ask(turn, client) if client.name else setting.name(turn, client)


def unread(turn: Turn, client: Client, message: Message) -> None:
    """Words that answer nothing: before the agreement nothing is kept, after it a private note is."""
    if not agreed(turn, client):
        return _before_yes(turn, client, message)
    filing.note(turn, client, message, private=True)
    asked = dialogue.standing(turn, client.id)
    if asked is None or message.file or asked.step not in setting.STEPS:
        return ask_again(turn, client)
    return _missed(turn, client, asked, message)


def _before_yes(turn: Turn, client: Client, message: Message) -> None:
    """Words before the agreement: a call for help is met, a question answered as far as it can be; none is kept."""
    t, asked = texts(client.language), dialogue.standing(turn, client.id)
    draft = asked.draft if asked is not None else {}
    if command_in(message.own) == "help" or calls(message.own):
        return _agreement_open(turn, client, heeding.numbers(t) + "\n\n" + t.line(BARE))
    if asks(message.own):
        return _wonders(turn, client, asked)
    text = t.line(BARE)
    if draft.get(TOLD):  # once more the same sentence would only be louder
        text = t.t("This is not kept either.") + " " + _which(turn, client)
    return _agreement_open(turn, client, text, answered=bool(draft.get(ANSWERED)))


def _wonders(turn: Turn, client: Client, asked: Dialogue | None) -> None:
    """A question that nothing here reads: once what there is to know, then who can be asked."""
    t = texts(client.language)
    if asked is not None and asked.step == "born":
        send(
            turn,
            client.id,
            t.t("It is asked because Interlude is for people of 18 and over. The year is not kept."),
        )
        return age.ask(turn, client)
    if asked is not None and asked.draft.get(ANSWERED):
        coach = escape(people.coach_name(turn.tx, client.coach_id))
        text = t.t("What is known here stands above; {coach} can be asked the rest.", coach=coach)
        return _ask_agreement(turn, client, f"{text} {_which(turn, client)}", told=True, answered=True)
    help.limits(turn, client)
    return _ask_agreement(
        turn, client, t.t("Nothing you write is kept yet. Would you like to begin?"), told=True, answered=True
    )


def _missed(turn: Turn, client: Client, asked: Dialogue, message: Message) -> None:
    """Words that are no value: of a short try it is said what was read and what works.

    What is longer tells something and is not held up as a value: the question is said once more, then that it can
    wait; after that the words are kept, and no more is said.
    """
    step, t, before = setting.STEPS[asked.step], texts(client.language), asked.draft.get(MISSED, 0)
    if len(message.text.split()) <= VALUE:
        why = t.t("Read: “{words}”. {works}", words=escape(_short(message.text)), works=step.works)
        return dialogue.still_open(turn, client.id, asked, step, joining=True, why=why)
    if before > 1:
        return None
    wait = t.t("This can wait; /start goes on with it. What you write meanwhile is kept, for you alone.")
    asked = replace(asked, draft={**asked.draft, MISSED: before + 1})
    return dialogue.still_open(turn, client.id, asked, step, joining=True, why=wait if before else "")


def _agreement_open(turn: Turn, client: Client, text: str, answered: bool = False) -> None:
    """Words before anything is kept: what is being asked once more, the agreement or the year of birth."""
    asked = dialogue.standing(turn, client.id)
    if asked is None or asked.step != "born":
        return _ask_agreement(turn, client, text, told=True, answered=answered)
    send(turn, client.id, text)
    return age.ask(turn, client)


def endangered(turn: Turn, client: Client, message: Message) -> None:
    """Words that say a danger outright are no answer: where help is comes first, and joining rests."""
    if not agreed(turn, client):
        return bleak(turn, client, message)
    filing.note(turn, client, message, private=True, answered=True)
    reflecting.come_to_rest(turn, client)
    helpcard.show(turn, client, heeding.category(turn, client, message.own))
    t = texts(client.language)
    text = t.t("Kept, as a note of yours.") + " " + t.t("It is private. /answers changes that.")
    send(turn, client.id, text, silent=True)
    return later(turn, client)


def bleak(turn: Turn, client: Client, message: Message) -> None:
    """Words that sound like danger are no answer: where help is stands before the question, and none is quoted."""
    t = texts(client.language)
    kept = t.t("Nothing was kept or changed.")
    if agreed(turn, client):
        filing.note(turn, client, message, private=True, answered=True)
        kept = t.t("Kept, as a note of yours.") + " " + t.t("It is private. /answers changes that.")
    send(turn, client.id, heeding.numbers(t) + " " + kept)
    ask_again(turn, client)


def _short(words: str, most: int = 60) -> str:
    """The beginning of what somebody wrote, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def command(turn: Turn, client: Client, word: str) -> bool:
    """While joining, leaving and help; any other command says what is being asked. False: not known at all."""
    if word in ("stop", "erase") or (word == "cancel" and not agreed(turn, client)):
        leave(turn, client)
        return True
    if word == "cancel":
        later(turn, client)
        return True
    return False


def later(turn: Turn, client: Client) -> None:
    """It is left where it is; nothing is asked until the client goes on."""
    dialogue.end(turn, client.id)
    text = texts(client.language).t(
        "Left here. /start goes on where you were, whenever you like; /erase takes everything back."
    )
    send(turn, client.id, text)


STEPS: dict[str, Question[Client]] = {
    "agree": Question(line("Beginning"), _agree, _agree_read, again="start")
}

"""A coach's answer to what a client shared: thanks, own words, what was understood, a question for the session."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core.base.line import line
from bot.core.base.words import shorten
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.i18n import Texts, texts
from bot.people import attachments, dialogue, gathering, giving, heeding, planning, roster
from bot.people.coach import carried, retracting, speech
from bot.people.dialogue import Question
from bot.people.turn import NAMED, Rows, Turn, number, send
from bot.store import audit, dialogues, digests, replies, responses
from bot.store.people import Client, Coach
from bot.store.replies import ReplyKind
from bot.store.responses import Response
from bot.telegram import Message, escape

KINDS: dict[str, ReplyKind] = {"reply": "reply", "und": "understood", "toask": "ask"}
MOST = {"reply": 3000, "understood": 280}
"""Characters of a coach's words."""

LABEL, QUOTES = 48, 12
"""Characters of an answer on a button, and how many answers are offered."""

ALL = "all"
LATELY = timedelta(days=60)
"""What was told longer ago is not meant by "thank Ada"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a coach answers: a digest or brief (``d12``) or one answer (``r34``), and what of it is shared now."""

    mark: str
    client: Client
    digest: int | None
    answers: tuple[Response, ...]


def subject(turn: Turn, coach: Coach, mark: str) -> Subject | None:
    """What a button or a message is about; None where it is not this coach's, or is gone."""
    kind, which = mark[:1], number(mark[1:])
    if kind == "r":
        kept = responses.get(turn.tx, which)
        client = roster.one(turn, coach, kept.client_id) if kept else None
        if kept is None or client is None or not giving.reached(turn, client, kept):
            return None
        return Subject(mark, client, None, (kept,) if kept.visibility in giving.SHARED else ())
    row = digests.get(turn.tx, which) if kind == "d" else None
    client = roster.one(turn, coach, row.client_id) if row and row.coach_id == coach.id else None
    if row is None or client is None:
        return None
    return Subject(mark, client, row.id, gathering.told_in(turn, coach, client, row.id))


def acts(turn: Turn, coach: Coach, word: str, value: str) -> bool:
    """Whether such a button still does something."""
    if word == "unsay":
        return retracting.own(turn, coach, value) is not None
    return subject(turn, coach, value) is not None


def tapped(turn: Turn, coach: Coach, word: str, value: str) -> None:
    """A button under a digest, a brief or an answer."""
    if word == "unsay":
        return retracting.tapped(turn, coach, value)
    found, t = subject(turn, coach, value), texts(coach.language)
    if found is None:
        return None
    if not found.answers:
        name = escape(roster.called(turn, t, found.client))
        return send(
            turn, coach.id, t.t("{name} took that back since: there is nothing to answer.", name=name)
        )
    if word == "thank":
        return _thank(turn, coach, found)
    return _choose(turn, coach, found, KINDS[word])


def latest(turn: Turn, coach: Coach, client: Client) -> Subject | None:
    """The latest digest or brief of which something is still shared; None where nothing has reached the coach."""
    lately = digests.since(turn.tx, coach.id, client.id, turn.now - LATELY)
    found = (subject(turn, coach, f"d{one.id}") for one in reversed(lately))
    return next((one for one in found if one is not None and one.answers), None)


def write(turn: Turn, coach: Coach, found: Subject, words: str, named: bool = False) -> None:
    """Words for a client are shown back as they will read them; without any, they are asked for.

    ``named``: the coach said for whom they are, so that they are nothing to be done, whatever is in them.
    """
    alone = found.answers[0].id if len(found.answers) == 1 else None
    if not words:
        return _chosen(turn, coach, found, "reply", alone)
    return _preview(turn, coach, found, "reply", alone, words, named=named)


def _thank(turn: Turn, coach: Coach, found: Subject) -> None:
    """One tap; a second one only says so."""
    response = None if found.digest else found.answers[0].id
    before = replies.given(turn.tx, "thank", found.digest, response)
    if before is not None:
        t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), found.client))
        said = t.t("Your thanks to {name} for this are given already.", name=name)
        if before.waits:
            said += "\n" + carried.goes(turn, coach, found.client, before)
        return send(turn, coach.id, said, _unsaying(t, before.id))
    return _give(turn, coach, found, "thank", response, "")


# ---- which answer ------------------------------------------------------------------------------


def _choose(turn: Turn, coach: Coach, found: Subject, kind: ReplyKind) -> None:
    """Of several answers the one that is meant; else on at once."""
    if len(found.answers) == 1:
        return _chosen(turn, coach, found, kind, found.answers[0].id)
    t = texts(coach.language)
    each: Rows = tuple(
        ((_label(turn, t, found.client, one), str(one.id)),) for one in found.answers[-QUOTES:]
    )
    if kind != "ask":
        each = (*each, ((t.t("All of it"), ALL),))
    text = t.t("Which answer of {name} is it about?", name=escape(roster.called(turn, t, found.client)))
    return _asking(turn, coach, found, kind, "replyto", text, each, what="answers shown again")


def _label(turn: Turn, t: Texts, client: Client, one: Response) -> str:
    said = " ".join(attachments.shown(t, text) for text in one.texts) or one.choice or str(one.rating or "–")
    return shorten(heeding.labelled(turn, t, client, said), LABEL)


def _asking(
    turn: Turn,
    coach: Coach,
    found: Subject,
    kind: ReplyKind,
    step: str,
    text: str,
    each: Rows = (),
    *,
    draft: Mapping[str, Any] | None = None,
    leave: str = "",
    what: str = NAMED,
) -> None:
    kept = {"client": found.client.id, "mark": found.mark, "kind": kind, **(draft or {})}
    whose = found.client.id
    dialogue.ask(turn, coach.id, "coach", step, text, each, draft=kept, leave=leave, about=whose, what=what)


def _which_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """Words are what is to be said, about all of it; a question for the session needs a choice."""
    return None if asked.draft["kind"] == "ask" else words.strip() or None


def _which_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    found, kind = subject(turn, coach, asked.draft["mark"]), asked.draft["kind"]
    dialogue.end(turn, coach.id)
    if found is None:
        return None
    if message is not None:
        return _preview(turn, coach, found, kind, None, value)
    meant = None if value == ALL else number(value)
    if meant is not None and meant not in {one.id for one in found.answers}:
        return tapped(turn, coach, next(word for word, one in KINDS.items() if one == kind), found.mark)
    return _chosen(turn, coach, found, kind, meant)


def _chosen(turn: Turn, coach: Coach, found: Subject, kind: ReplyKind, response: int | None) -> None:
    if kind == "ask":
        return _put_down(turn, coach, found, response)
    t = texts(coach.language)
    name = escape(roster.called(turn, t, found.client))
    text = (
        t.t("What do you write to {name}? It goes as your words, and is shown to you before.", name=name)
        if kind == "reply"
        else t.t(
            "What did you understand, in up to {n} characters? {name} says whether it is so.",
            n=MOST[kind],
            name=name,
        )
    )
    return _asking(turn, coach, found, kind, "replywords", text, draft={"response": response})


# ---- the words ---------------------------------------------------------------------------------


def heard(turn: Turn, coach: Coach, message: Message) -> bool:
    """A reply in Telegram to a digest, a brief or an answer: its words are shown back before they go."""
    if message.reply_to is None:
        return False
    stands = dialogues.shown(turn.tx, coach.id, message.message_id, message.reply_to)
    mark = {"digest": "d", "told": "r"}.get(stands.purpose, "") if stands else ""
    found = subject(turn, coach, f"{mark}{stands.number}") if stands and mark else None
    if found is None:
        return False
    t = texts(coach.language)
    dialogue.end(turn, coach.id)
    if message.file or message.origin or not message.text.strip():
        send(turn, coach.id, t.t("Only words go on from here. Write them as a reply, if you like."))
    else:
        write(turn, coach, found, message.text.strip())
    return True


def _words_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return words.strip() or None


def _words_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    found = subject(turn, coach, asked.draft["mark"])
    dialogue.end(turn, coach.id)
    if found is not None and message is not None:
        before = asked.draft.get(dialogue.BEFORE, "")
        _preview(turn, coach, found, asked.draft["kind"], asked.draft["response"], value, before)


def _preview(
    turn: Turn,
    coach: Coach,
    found: Subject,
    kind: ReplyKind,
    response: int | None,
    words: str,
    before: str = "",
    *,
    named: bool = False,
) -> None:
    """As the client will read it; nothing has gone yet. ``before``: the draft that it would take the place of."""
    t, theirs = texts(coach.language), texts(found.client.language)
    draft = {"response": response, "words": words, dialogue.BEFORE: before}
    if len(words) > MOST[kind]:
        long = t.t("That is {n} characters, and up to {most} fit.", n=len(words), most=MOST[kind])
        kept = {"response": response, dialogue.BEFORE: before}
        return _asking(turn, coach, found, kind, "replywords", long, draft=kept)
    name = escape(roster.called(turn, t, found.client))
    shown = giving.as_read(theirs, coach.name, kind, words, "")
    leave, wish = t.t("Do not send"), not named and speech.plain(turn, coach, words) is not None
    if not (before or wish):
        text = (
            t.t("{name} will read:", name=name) + "\n\n" + shown + _names_another(turn, coach, found, words)
        )
        each: Rows = (((t.t("Send"), "send"), (t.t("Change"), "change")),)
        return _asking(turn, coach, found, kind, "replysure", text, each, draft=draft, leave=leave)
    if before:
        ask = t.t("{name} can read this instead, or the draft is kept. Nothing has gone yet.", name=name)
        each = (((t.t("Send this instead"), "send"),), ((t.t("Keep the draft"), "keep"),))
    else:
        ask = t.t("Are these words for {name} to read? Nothing has gone yet.", name=name)
        each = (((t.t("Send"), "send"), (t.t("Change"), "change")),)
    if wish:
        each = (*each, ((t.t("Not for {name}: do it", name=roster.called(turn, t, found.client)), "do"),))
    text = ask + "\n\n" + shown + _names_another(turn, coach, found, words)
    return _asking(turn, coach, found, kind, "replyinstead", text, each, draft=draft, leave=leave)


def _names_another(turn: Turn, coach: Coach, found: Subject, words: str) -> str:
    """That words for one client name another one, which nobody may have meant; "" where they do not."""
    others = {one.id: one for one in roster.own(turn, coach) if one.id != found.client.id}
    way = next((one for one in names.within(words, roster.known(others.values())) if one.whole), None)
    if way is None:
        return ""
    t = texts(coach.language)
    return "\n\n" + t.t(
        "It names {name}, another client.", name=escape(roster.called(turn, t, others[way.ids[0]]))
    )


def _sure_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """A yes sends it, a no leaves it; anything else may be meant instead, and is asked about."""
    said = dialogue.yes_or_no(words)
    return {"yes": "send", "no": dialogue.LEAVE}.get(said or "", words.strip() or None)


def _sure_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    found, kind, response = (
        subject(turn, coach, asked.draft["mark"]),
        asked.draft["kind"],
        asked.draft["response"],
    )
    dialogue.end(turn, coach.id)
    if found is None:
        return None
    words, before = asked.draft["words"], asked.draft.get(dialogue.BEFORE, "")
    if value == "change":
        return _chosen(turn, coach, found, kind, response)
    if value == "keep":
        return _preview(turn, coach, found, kind, response, before)
    if value == "do":
        return _do_it(turn, coach, asked)
    if value != "send":
        return _preview(turn, coach, found, kind, response, value, before or words)
    return _give(turn, coach, found, kind, response, words)


def lapsed(turn: Turn, coach: Coach, asked: Dialogue) -> bool:
    """A draft whose time has passed went nowhere: that is said, with a way to take it up; False: it is none."""
    found, words = subject(turn, coach, str(asked.draft.get("mark", ""))), str(asked.draft.get("words", ""))
    if (
        asked.step not in ("replysure", "replyinstead")
        or found is None
        or not words
        or asked.draft["kind"] == "ask"
    ):
        return False
    kept = replies.keep_draft(
        turn.tx, found.client.id, coach.id, found.digest, asked.draft["response"], words, turn.now
    )
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), found.client))
    text = t.t("Your words for {name} did not go: nothing was sent.", name=name)
    text += f"\n<blockquote>{escape(words)}</blockquote>"
    rows: Rows = (((t.t("Take them up"), f"k:draft:{kept}.{asked.draft['kind']}.{found.mark}"),),)
    send(turn, coach.id, text, rows, silent=True, about=found.client.id)
    return True


def take_up(turn: Turn, coach: Coach, value: str) -> None:
    """A draft that went nowhere is shown back once more."""
    which, kind, mark = (*value.split("."), "", "")[:3]
    one, found, t = retracting.own(turn, coach, which), subject(turn, coach, mark), texts(coach.language)
    if (
        one is None
        or one.kind != "draft"
        or found is None
        or found.client.id != one.client
        or kind not in MOST
    ):
        return send(turn, coach.id, t.t("Those words are no longer kept here."))
    if not found.answers:
        name = escape(roster.called(turn, t, found.client))
        return send(
            turn, coach.id, t.t("{name} took that back since: there is nothing to answer.", name=name)
        )
    its: ReplyKind = "reply" if kind == "reply" else "understood"
    return _preview(turn, coach, found, its, one.response, one.words, named=True)


def _instead_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    """A yes does not say which of the two; other words may be meant instead of both."""
    said = dialogue.yes_or_no(words)
    return None if said == "yes" else dialogue.LEAVE if said == "no" else words.strip() or None


def _do_it(turn: Turn, coach: Coach, asked: Dialogue) -> None:
    """The words were no draft but something to do; the draft before them stands in the chat, and went nowhere."""
    if asked.draft.get(dialogue.BEFORE):
        dialogue.unchanged(turn, coach.id, asked, STEPS["replyinstead"])
    speech.heard(turn, coach, asked.draft["words"])


# ---- given --------------------------------------------------------------------------------------


def give_words(turn: Turn, coach: Coach, found: Subject, words: str) -> None:
    """Words that were shown back go to one client."""
    alone = found.answers[0].id if len(found.answers) == 1 else None
    _give(turn, coach, found, "reply", alone, words)


def _give(
    turn: Turn, coach: Coach, found: Subject, kind: ReplyKind, response: int | None, words: str
) -> None:
    given = replies.add(
        turn.tx,
        kind,
        found.client.id,
        coach.id,
        digest=found.digest,
        response=response,
        words=words,
        now=turn.now,
        after=turn.now + giving.MINUTE,
    )
    audit.add(turn.tx, coach.id, f"{kind} given", turn.now, found.client.id)
    turn.about.add(found.client.id)
    retracting.note(turn, coach, found.client, given)
    one = replies.get(turn.tx, given)
    said = carried.goes(turn, coach, found.client, one) if one is not None else ""
    send(turn, coach.id, said, _unsaying(texts(coach.language), given))


def _unsaying(t: Texts, given: int) -> Rows:
    return (((t.t("Take it back"), f"k:unsay:{given}"),),)


# ---- to ask at the session ---------------------------------------------------------------------


def _put_down(turn: Turn, coach: Coach, found: Subject, response: int | None) -> None:
    """The answer stands in the next brief, once."""
    before = next(
        (one for one in replies.asks(turn.tx, found.client.id, coach.id) if one.response == response), None
    )
    given = (
        before.id
        if before
        else replies.add(
            turn.tx,
            "ask",
            found.client.id,
            coach.id,
            digest=None,
            response=response,
            now=turn.now,
            after=turn.now,
        )
    )
    if before is None:
        retracting.note(turn, coach, found.client, given)
    _noted(turn, coach, found.client, given)


def _noted(turn: Turn, coach: Coach, client: Client, given: int, note: str = "") -> None:
    """Which brief will have what is to be asked, with the way to take it off the list."""
    t, name = texts(coach.language), escape(roster.called(turn, texts(coach.language), client))
    turn.about.add(client.id)
    at = planning.session_at(turn, client, ahead=True)
    said = (
        t.t(
            "Noted: the brief before your session with {name} on {when} has it.",
            name=name,
            when=_shown(t, at, coach),
        )
        if at is not None
        else t.t("Noted. No session with {name} is logged; the brief before the next one has it.", name=name)
    )
    send(turn, coach.id, "\n".join(filter(None, (said, note))), _unsaying(t, given))


def remind(turn: Turn, coach: Coach, client: Client, words: str) -> None:
    """The coach's own words stand in the brief before the next session, once."""
    t = texts(coach.language)
    given = replies.add(
        turn.tx, "ask", client.id, coach.id, digest=None, words=words, now=turn.now, after=turn.now
    )
    retracting.note(turn, coach, client, given)
    name = escape(roster.called(turn, t, client))
    note = t.t("“{words}” – {name} reads it nowhere here but in an export.", words=escape(words), name=name)
    _noted(turn, coach, client, given, note)


def _shown(t: Texts, at: datetime, coach: Coach) -> str:
    return t.when(at, coach.where)


STEPS: dict[str, Question[Coach]] = {
    "replyto": Question(line("Your answer"), _which_said, _which_read, again="digest", courteous=True),
    "replywords": Question(
        line("Your answer"),
        _words_said,
        _words_read,
        line("Words go, no voice notes or pictures."),
        "digest",
        through=True,
        courteous=True,
    ),
    "replysure": Question(
        line("Your answer"),
        _sure_said,
        _sure_read,
        line("A yes sends it."),
        "digest",
        drafts="words",
        courteous=True,
    ),
    "replyinstead": Question(
        line("Your answer"), _sure_said, _instead_read, again="digest", drafts="words", courteous=True
    ),
}

"""What of a client's answers goes to the coach: shown before it goes, and told now at a tap."""

from bot.core.base.words import shorten
from bot.core.talk.spoken import act_of, same
from bot.core.understand.request import cannot_come
from bot.i18n import Texts, phrases, texts
from bot.people import (
    absence,
    at_once,
    attachments,
    briefing,
    closing,
    dated,
    gathering,
    heeding,
    library,
    planning,
    reader,
    reconcile,
    roster,
)
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, response_writes, responses, told
from bot.store.people import Client, Coach
from bot.store.responses import Response, Text
from bot.telegram import escape

SHOWN = 8
"""Answers in a preview."""


def _line(turn: Turn, t: Texts, client: Client, response: Response) -> str:
    when = dated.shown(t, response.at, client.where)
    title = library.title(turn.tx, response.script, client.language) or t.t("A note of yours")
    who = seen(turn, t, client, response)
    return f"{when} · {escape(title)} · {who}\n{escape(_gist(turn, t, client, response))}"


def seen(turn: Turn, t: Texts, client: Client, response: Response) -> str:
    """Who sees an answer; what has reached the coach is not called private any more."""
    if response.visibility == "now":
        return t.t("told at once")
    if response.visibility in ("session", "now"):
        return t.t("shared")
    at = told.since(turn.tx, client.id, [response.id])
    return t.t("private") if at is None else t.t("told on {when}", when=dated.shown(t, at, client.where))


def hushed(turn: Turn, t: Texts, client: Client, response: Response) -> str:
    """What stands in a list instead of words that may need a person; "" where there are none such."""
    if any(heeding.needs_person(turn, client, text.own) for text in response.texts):
        return t.t("(not shown in a list; opened or in /export it stands whole)")
    return ""


def only_tapped(one: Response, words: str) -> bool:
    """Whether words say no more than the tap that they stood for."""
    return same(words, one.choice or "") or (one.state == "passed" and act_of(words) == "pass")


KNOWN = 90
"""Letters by which an answer is known again."""


def named(turn: Turn, t: Texts, client: Client, response: Response, words: str) -> str:
    """Some words of an answer by which it is known again; of words that may need a person its last instant."""
    if hushed(turn, t, client, response):
        return dated.shown(t, max(text.at for text in response.texts), client.where)
    return _quote(client, words)


def named_text(turn: Turn, t: Texts, client: Client, text: Text, dated_too: bool = False) -> str:
    """One message by its first words, whatever is beside it; where it may need a person by its instant alone."""
    when = dated.shown(t, text.at, client.where)
    if heeding.needs_person(turn, client, text.own):
        return when
    words = _quote(client, attachments.shown(t, text))
    return f"{words} ({when})" if dated_too else words


def _quote(client: Client, words: str) -> str:
    said = phrases(client.language)
    return f"{said.quote_open}{escape(shorten(words, KNOWN))}{said.quote_close}"


def _gist(turn: Turn, t: Texts, client: Client, response: Response, words: int = 14) -> str:
    """The first words of an answer; the whole of it is in the export."""
    if words_off := hushed(turn, t, client, response):
        return words_off
    said = (
        " ".join(attachments.shown(t, text) for text in response.texts)
        or response.choice
        or str(response.rating or "–")
    )
    parts = said.split()
    return " ".join(parts[:words])[:200] + (" …" if len(parts) > words else "")


def apart(turn: Turn, client: Client, value: str) -> None:
    """A message that came long after a question does not answer it: it is a note of its own, seen as before."""
    which, _, message = value.partition(":")
    one = responses.get(turn.tx, number(which))
    if one is None or one.client_id != client.id or one.reflection_id is None:
        return
    note = response_writes.set_apart(turn.tx, one, number(message))
    if note != one.id:
        response_writes.drop_bare(turn.tx, one.id)
        send(turn, client.id, texts(client.language).t("It is a note of its own now."), silent=True)


def telling(turn: Turn, client: Client, one: Response, message_id: int = 0) -> Rows:
    """The button by which the coach has an answer at once; where it is private, that message of it alone."""
    label = texts(client.language).t("Tell {coach} now", coach=people.coach_name(turn.tx, client.coach_id))
    return (((label[:60], f"m:tell:{one.id}:{message_id}"),),)


def told_otherwise(turn: Turn, client: Client, one: Response) -> None:
    """Words that were told at once read differently now: when the coach gets that, and a way to tell it now."""
    coach = reader.of(turn, client)
    if one.visibility != "now" or coach is None:
        return
    if not gathering.changed(turn, client, one):
        return
    t, name = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "{coach} has it as it was before. The change goes by itself on {when}.",
        coach=name,
        when=_goes(turn, t, client, coach),
    )
    send(turn, client.id, text, telling(turn, client, one))


def _meant(turn: Turn, client: Client, value: str) -> Response | None:
    """The answer that a button tells: where its message stands by now, for it can have been set apart."""
    which, _, message = value.partition(":")
    one = responses.of_message(turn.tx, client.id, number(message)) if number(message) else None
    return one or responses.get(turn.tx, number(which))


def tell(turn: Turn, client: Client, value: str) -> None:
    """What was written is told to the coach at once, because the client chose that."""
    one = _meant(turn, client, value)
    if one is None or one.client_id != client.id:
        return None
    if one.visibility == "now" and not gathering.changed(turn, client, one):
        return send(turn, client.id, closing.reached(turn, client))
    coach = reader.of(turn, client)
    if coach is None:
        return send(turn, client.id, reader.nobody(turn, client))
    t, name = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    if coach.away:
        return send(turn, client.id, t.t("{coach} cannot be reached by the bot at the moment.", coach=name))
    if one.visibility == "private" and len(one.texts) > 1 and (asked := number(value.partition(":")[2])):
        one = responses.get(turn.tx, response_writes.set_apart(turn.tx, one, asked)) or one
    response_writes.set_visibility(turn.tx, one.id, "now")
    at_once.tell(turn, client, (one,))
    _beside(turn, client, coach, one)
    text = t.t("{coach} has it now, in your words. When it is read is up to {coach}.", coach=name)
    return send(turn, client.id, " ".join(filter(None, (text, absence.now(turn, client)))))


def _beside(turn: Turn, client: Client, coach: Coach, one: Response) -> None:
    """Beside words that a session cannot be the coach has that session, to move or to cancel it."""
    coming = [
        each
        for each in planning.sessions_of(turn, client, turn.now + planning.HALF_YEAR)
        if each.starts > turn.now and not each.cancelled
    ]
    if not coming or not any(cannot_come(text.words) for text in one.texts):
        return
    t, soonest = texts(coach.language), min(coming, key=lambda each: each.starts)
    name, when = escape(roster.called(turn, t, client)), dated.shown(t, soonest.starts, coach.where)
    rows: Rows = (((t.t("Move it"), f"k:move:{soonest.key}"), (t.t("Cancel it"), f"k:off:{soonest.key}")),)
    send(turn, coach.id, t.t("The next session with {name}: {when}.", name=name, when=when), rows)


def preview(turn: Turn, client: Client, value: str) -> None:
    """What would go to the coach: all that is shared and has not reached them yet, whenever it was written."""
    t, coach = texts(client.language), reader.of(turn, client)
    name = escape(people.coach_name(turn.tx, client.coach_id))
    if coach is None:
        said = [reader.nobody(turn, client), _went(turn, t, client, name)]
        return send(turn, client.id, "\n\n".join(filter(None, said)))
    shared = gathering.untold(turn, coach, client)
    if not shared:
        said = [t.t("There is nothing new that goes to {coach}.", coach=name), _went(turn, t, client, name)]
        return send(turn, client.id, "\n\n".join(filter(None, said)))
    lines = [t.t("This goes to {coach}, and has not yet:", coach=name)]
    lines += [_line(turn, t, client, one) for one in shared[-SHOWN:]]
    if len(shared) > SHOWN:
        lines.append(t.t("And {n} more; /export has all of it.", n=len(shared) - SHOWN))
    lines.append(
        t.t(
            "It goes by itself on {when}. /answers changes who sees which.",
            when=_goes(turn, t, client, coach),
        )
    )
    return send(turn, client.id, "\n\n".join(lines), (((t.t("Send it now"), "m:send"),),))


def _goes(turn: Turn, t: Texts, client: Client, coach: Coach) -> str:
    """When what is new goes to the coach: with the next brief or digest, whichever comes first."""
    return t.when(reconcile.next_telling(turn, client, coach), client.where)


def _went(turn: Turn, t: Texts, client: Client, name: str) -> str:
    """When something last went to the coach, or that it is on its way."""
    tellings = told.of_client(turn.tx, client.id, client.coach_id)
    if not tellings:
        return ""
    if any(one.waits for one in tellings):
        return t.t("The last is on its way to {coach}.", coach=name)
    return t.t("The last went to {coach} on {when}.", coach=name, when=t.when(tellings[-1].at, client.where))


def send_now(turn: Turn, client: Client, value: str) -> None:
    """The client's tap: what is shared goes to the coach before its time."""
    coach, t = reader.of(turn, client), texts(client.language)
    if coach is None:
        return send(turn, client.id, reader.nobody(turn, client))
    name = escape(people.coach_name(turn.tx, client.coach_id))
    if coach.away:
        return send(turn, client.id, t.t("{coach} cannot be reached by the bot at the moment.", coach=name))
    if not briefing.send_now(turn, client, coach):
        return preview(turn, client, value)
    text = t.t(
        "It is on its way to {coach}; /shared says when it went. When it is read is up to {coach}.",
        coach=name,
    )
    return send(turn, client.id, text)

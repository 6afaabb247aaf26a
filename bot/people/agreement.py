"""The working agreement as both read it: who reads and when, what was agreed to, and the terms of its version."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.base import wall
from bot.core.digest.flag import FLAGS
from bot.i18n import Texts, texts
from bot.people import aims, dialogue, plan_in_words, planning, review_days, wanted
from bot.people.turn import PROMPT, Rows, Turn, send
from bot.store import agreements, consents, flags, goals, invites, people
from bot.store.agreements import AgreementVersion, Terms
from bot.store.people import Client, Coach
from bot.telegram import escape

MONDAY = date(2026, 11, 23)
"""Any Monday: weekdays are named from it."""


def card(turn: Turn, t: Texts, client: Client, name: str) -> str:
    """The whole of it, as things stand now; ``name``: how its reader calls the client."""
    versions = agreements.of_client(turn.tx, client.id)
    one = agreements.newest(versions, client.coach_id)
    holds = agreements.newest(versions, client.coach_id, agreed=True)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    lines = [
        "<b>" + t.t("The working agreement of {name} and {coach}", name=name, coach=coach) + "</b>",
        *_reading(turn, t, client, coach, holds),
        *_consents(turn, t, client, coach),
        *terms_in_words(t, one.terms if one else Terms()),
        *_goals(turn, t, client, name, coach),
        "",
        standing(t, client, one, name, coach),
    ]
    if one is not None and holds is not None and not one.agreed:
        terms = "; ".join(terms_in_words(t, holds.terms))
        lines.append(t.t("Until then version {n} holds: {terms}.", n=holds.version, terms=terms))
    if one is not None and due(turn, client, one):
        lines.append(t.t("The day to look at it again has come."))
    return "\n".join(lines)


def _reading(
    turn: Turn, t: Texts, client: Client, coach: str, holds: AgreementVersion | None
) -> Iterator[str]:
    reader = people.coach(turn.tx, client.coach_id)
    if reader is not None:
        reads = wanted.day_and_hour(turn, reader)
        day, hour = day_and_hour(t, reads)
        yield t.t(
            "{coach} reads what is shared, usually on {day} from {hour} on. Nobody is watching in between.",
            coach=coach,
            day=day,
            hour=hour,
        )
        if holds is not None and holds.terms.reads not in (None, reads):
            day, hour = day_and_hour(t, holds.terms.reads or reads)
            yield t.t("Agreed by both before: {day} from {hour} on.", day=day, hour=hour)
    rhythm, (n, most) = plan_in_words.rhythm(t, client), planning.a_week(turn, client)
    if n < most:
        yield t.t(
            "Questions: {rhythm}, as things stand {n} a week; with those around a session or a marked moment "
            "{most} at most.",
            rhythm=rhythm,
            n=n,
            most=most,
        )
    else:
        yield t.t("Questions: {rhythm}, {n} a week at most.", rhythm=rhythm, n=n)


def day_and_hour(t: Texts, reads: tuple[int, int]) -> tuple[str, str]:
    """A weekday and an hour in words."""
    return t.weekday(MONDAY + timedelta(days=reads[0]), long=True), f"{reads[1]:02}:00"


def _consents(turn: Turn, t: Texts, client: Client, coach: str) -> Iterator[str]:
    """What was agreed to, each by itself, as it is now."""
    hinted = len(flags.off(turn.tx, client.id)) < len(FLAGS)
    for on, said in (
        (consents.given(turn.tx, client.id, consents.STORE), t.t("What is written is kept here, encrypted")),
        _sharing(turn, t, client, coach),
        (hinted, t.t("The digest can point to what might be worth asking")),
        (
            consents.given(turn.tx, client.id, consents.ALERT),
            t.t("{coach} is told at once that a help card was shown, without words", coach=coach),
        ),
        (
            consents.given(turn.tx, client.id, consents.MAIL),
            t.t("Shared words may go to {coach} by e-mail", coach=coach),
        ),
        (
            consents.given(turn.tx, client.id, consents.UNTIL),
            t.t("{coach} sees until when a pause lasts", coach=coach),
        ),
        (
            consents.given(turn.tx, client.id, consents.FILES),
            t.t("{coach} can hear and see voice notes and pictures", coach=coach),
        ),
    ):
        yield f"{'✓' if on else '✕'} {said}"


def _sharing(turn: Turn, t: Texts, client: Client, coach: str) -> tuple[bool, str]:
    """A stop keeps what is written during it, whatever was agreed to before."""
    if client.state == "stopped":
        return False, t.t("{coach} sees what is written while everything is stopped", coach=coach)
    return consents.given(turn.tx, client.id, consents.SHARE), t.t("{coach} sees the answers", coach=coach)


def terms_in_words(t: Texts, terms: Terms) -> Iterator[str]:
    """What a version settles."""
    yield t.t("Minutes a week: {n}", n=terms.minutes) if terms.minutes else t.t("Minutes a week: as it comes")
    day = t.dated(terms.review) if terms.review else None
    yield t.t("To look at it again: {day}", day=day) if day else t.t("To look at it again: no day yet")


def _goals(turn: Turn, t: Texts, client: Client, name: str, coach: str) -> Iterator[str]:
    """The goals that both confirmed, and a later version with who has not confirmed it."""
    its = [one for one in goals.of_client(turn.tx, client.id) if one.coach_id == client.coach_id]
    if not its:
        yield t.t("Goals: none yet")
        return
    if agreed := [one for one in its if one.agreed]:
        yield aims.listed(t, agreed[-1].goals)
    if not its[-1].agreed:
        missing = [who for who, at in ((name, its[-1].client_at), (coach, its[-1].coach_at)) if at is None]
        yield t.t("Goals that are not confirmed yet by {who}:", who=t.list(missing))
        yield aims.listed(t, its[-1].goals)


def standing(t: Texts, client: Client, one: AgreementVersion | None, name: str, coach: str) -> str:
    """Who has confirmed it, and on which day."""
    if one is None:
        return t.t("Nobody has confirmed it yet.")
    sides = ((name, one.client_at), (coach, one.coach_at))
    missing = [who for who, at in sides if at is None]
    said = [f"{who} ({_day(t, client, at)})" for who, at in sides if at is not None]
    lines = [
        t.t("Version {n}, not confirmed yet by {who}.", n=one.version, who=t.list(missing))
        if missing
        else t.t("Version {n}, agreed by both.", n=one.version)
    ]
    if said:
        lines.append(t.t("Said yes: {who}.", who=t.list(said)))
    return " ".join(lines)


def _day(t: Texts, client: Client, at: datetime) -> str:
    return t.dated(wall.local(at, client.zone or "UTC").date())


def begin(turn: Turn, client: Client, text: str) -> None:
    """The first version: the coach's yes is the link that they made, the client's the one under its notice."""
    coach = people.coach(turn.tx, client.coach_id)
    reads = wanted.day_and_hour(turn, coach) if coach is not None else None
    made = invites.made_for(turn.tx, client.id) or client.joined_at
    agreements.add(
        turn.tx,
        client.id,
        client.coach_id,
        Terms(reads=reads),
        text,
        turn.now,
        client_at=turn.now,
        coach_at=made,
    )


def with_another(turn: Turn, client: Client, coach: Coach) -> bool:
    """The client goes on with another coach: their yes to a version that waits for the coach's; whether it does."""
    found = agreements.of_client(turn.tx, client.id)
    if found:
        terms = Terms(reads=wanted.day_and_hour(turn, coach))
        agreements.add(turn.tx, client.id, coach.id, terms, found[-1].text, turn.now, client_at=turn.now)
    return bool(found)


def reads_anew(turn: Turn, coach: Coach, client: Client) -> None:
    """The coach reads at another time: a version with that waits for the client's yes; nothing where it is so."""
    found = agreements.of_client(turn.tx, client.id)
    one, holds = agreements.newest(found, coach.id), agreements.newest(found, coach.id, agreed=True)
    reads = wanted.day_and_hour(turn, coach)
    if one is None or one.terms.reads == reads:
        return
    terms = replace(one.terms, reads=reads)
    agreements.add(
        turn.tx,
        client.id,
        coach.id,
        terms,
        one.text,
        turn.now,
        client_at=holds.client_at if holds is not None and holds.terms == terms else None,
        coach_at=turn.now
        if one.coach_at is not None
        else None,  # a wish of the client's waits for its own yes
    )


def offer(turn: Turn, client: Client, occasion: str) -> bool:
    """Offer it once, in words that can be left; False where there is nothing to offer any more."""
    if occasion.partition(":")[2] not in {str(day) for day in review_days.of(turn, client)}:
        return False
    t, found = texts(client.language), agreements.of_client(turn.tx, client.id)
    one = agreements.newest(found, client.coach_id)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    look = (t.t("Look at it"), "m:agreement")
    if one is not None and review_days.moved(one, agreements.newest(found, client.coach_id, agreed=True)):
        _ask_yes(turn, client, one, coach, ((look,),))
        return True
    if one is None or review_days.unsettled(one):
        text = t.t(
            "Some of what you and {coach} agree on is still open: goals, minutes a week, a day to look again. "
            "It takes a few taps. Any of them can be left out, and it can also stay as it is.",
            coach=coach,
        )
    else:
        text = t.t(
            "The day has come on which you and {coach} wanted to look at your agreement again. It can also stay "
            "as it is.",
            coach=coach,
        )
    rows: Rows = (
        (look,),
        ((t.t("Leave it as it is"), "m:agreement:left"), (t.t("Do not offer it again"), "m:agreement:off")),
    )
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
    return True


def _ask_yes(turn: Turn, client: Client, one: AgreementVersion, coach: str, rows: Rows) -> None:
    """The coach reads at another time: it is said, and the agreement with it waits for a yes."""
    t = texts(client.language)
    day, hour = day_and_hour(t, one.terms.reads or (0, 0))
    text = t.t(
        "{coach} reads what is shared at another time now: usually on {day} from {hour} on. The working agreement "
        "with that waits for your yes.",
        coach=coach,
        day=day,
        hour=hour,
    )
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)


def due(turn: Turn, client: Client, one: AgreementVersion) -> bool:
    """Whether the day has come on which both wanted to look at it again."""
    today = wall.local(turn.now, client.zone or "UTC").date()
    return one.terms.review is not None and one.terms.review <= today

"""The working agreement as both read it: who reads and when, what was agreed to, and the terms of its version."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.base import wall
from bot.core.digest.flag import FLAGS
from bot.i18n import Texts, texts
from bot.people import aims, dialogue, plan_in_words, planning, review_days, wanted
from bot.people.turn import PROMPT, Rows, Turn, send
from bot.store import agreements, consents, flags, goals, people
from bot.store.agreements import AgreementVersion, Terms
from bot.store.people import Client
from bot.telegram import escape

MONDAY = date(2026, 11, 23)
"""Any Monday: weekdays are named from it."""


def card(turn: Turn, t: Texts, client: Client, name: str) -> str:
    """The whole of it, as things stand now; ``name``: how its reader calls the client."""
    one = agreements.latest(turn.tx, client.id, client.coach_id)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    lines = [
        "<b>" + t.t("The working agreement of {name} and {coach}", name=name, coach=coach) + "</b>",
        *_reading(turn, t, client, coach),
        *_consents(turn, t, client, coach),
        *terms_in_words(t, one.terms if one else Terms()),
        *_goals(turn, t, client),
        "",
        standing(t, one, name, coach),
    ]
    if one is not None and due(turn, client, one):
        lines.append(t.t("The day to look at it again has come."))
    return "\n".join(lines)


def _reading(turn: Turn, t: Texts, client: Client, coach: str) -> Iterator[str]:
    reader = people.coach(turn.tx, client.coach_id)
    if reader is not None:
        day, hour = wanted.day_and_hour(turn, reader)
        yield t.t(
            "{coach} reads what is shared, usually on {day} from {hour} on. Nobody is watching in between.",
            coach=coach,
            day=t.weekday(MONDAY + timedelta(days=day), long=True),
            hour=f"{hour:02}:00",
        )
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


def _goals(turn: Turn, t: Texts, client: Client) -> Iterator[str]:
    found = goals.latest(turn.tx, client.id, client.coach_id)
    yield t.t("Goals: none yet") if found is None else aims.listed(t, found.goals)


def standing(t: Texts, one: AgreementVersion | None, name: str, coach: str) -> str:
    """Who has confirmed it."""
    if one is None:
        return t.t("Nobody has confirmed it yet.")
    if one.agreed:
        return t.t("Version {n}, agreed by both.", n=one.version)
    missing = [who for who, at in ((name, one.client_at), (coach, one.coach_at)) if at is None]
    return t.t("Version {n}, not confirmed yet by {who}.", n=one.version, who=t.list(missing))


def offer(turn: Turn, client: Client, occasion: str) -> bool:
    """Offer it once, in words that can be left; False where there is nothing to offer any more."""
    if occasion.partition(":")[2] not in {str(day) for day in review_days.of(turn, client)}:
        return False
    t, one = texts(client.language), agreements.latest(turn.tx, client.id, client.coach_id)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    if one is None or one.client_at is None:
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
        ((t.t("Look at it"), "m:agreement"),),
        ((t.t("Leave it as it is"), "m:agreement:left"), (t.t("Do not offer it again"), "m:agreement:off")),
    )
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
    return True


def due(turn: Turn, client: Client, one: AgreementVersion) -> bool:
    """Whether the day has come on which both wanted to look at it again."""
    today = wall.local(turn.now, client.zone or "UTC").date()
    return one.terms.review is not None and one.terms.review <= today

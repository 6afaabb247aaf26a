"""The export as a page to read: what is kept of a client, in their language and on their clock."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from bot.core.base import wall
from bot.core.base.line import Line, line
from bot.i18n import Texts, texts
from bot.people import agreement, attachments, changing, library, plan_in_words, planning
from bot.people.client import answers, opened
from bot.people.turn import Turn
from bot.render.export_page import ExportedAnswer, ExportedDay, ExportedList, ExportPage, export_page
from bot.store import (
    agreements,
    blanks,
    change_requests,
    consents,
    digests,
    goals,
    marks,
    moments,
    people,
    replies,
    responses,
    what_helps,
)
from bot.store.marks import MarkRow
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram.timestamp import bare

AGREED: dict[tuple[str, bool], Line] = {
    (consents.STORE, True): line("you agreed that what you write is kept"),
    (consents.SHARE, True): line("you chose that your coach sees your answers"),
    (consents.SHARE, False): line("you chose that your answers are private until you share them"),
    (consents.ALERT, True): line("you chose that your coach is told at once of a help card"),
    (consents.ALERT, False): line("you chose that a help card asks you before your coach is told"),
    (consents.FILES, True): line("you chose that your coach hears and sees voice notes and pictures"),
    (consents.FILES, False): line("you chose that your coach reads only that a voice note or picture came"),
    (consents.ADULT, True): line("you said that you are 18 or over"),
    (consents.ADULT, False): line("you wrote that you are under 18"),
}


def page(turn: Turn, client: Client) -> bytes:
    """The page, whole."""
    t = texts(client.language)
    coach = people.coach_name(turn.tx, client.coach_id)
    found = ExportPage(
        heading=t.t("What is kept of {name}", name=client.name or t.t("you")),
        made=t.t("Made on {when}, for you alone.", when=_when(t, client, turn.now)),
        days=_days(turn, t, client),
        lists=(
            ExportedList(t.t("How it is set"), tuple(_settings(turn, t, client))),
            ExportedList(t.t("What comes, as things stand"), tuple(_plan(turn, t, client))),
            ExportedList(
                t.t("What helps you"), tuple(one.words for one in what_helps.of_client(turn.tx, client.id))
            ),
            ExportedList(
                t.t("What your coach put into pages for you"),
                tuple(f"{name}: {words}" for name, words in blanks.of_client(turn.tx, client.id).items()),
            ),
            ExportedList(t.t("Your goals"), tuple(_goals(turn, t, client))),
            ExportedList(t.t("Moments of your sessions"), tuple(_moments(turn, t, client))),
            ExportedList(t.t("What {coach} gave back", coach=coach), tuple(_replies(turn, t, client))),
            ExportedList(t.t("What you asked to be different"), tuple(_requests(turn, t, client))),
            ExportedList(t.t("What you agreed to"), tuple(_consents(turn, t, client))),
            ExportedList(t.t("Your working agreement"), tuple(_agreements(turn, t, client))),
            ExportedList(t.t("What went to {coach}", coach=coach), tuple(_digests(turn, t, client))),
            ExportedList(t.t("What was done with your words"), tuple(opened.acts(turn, t, client))),
        ),
    )
    return export_page(found, t).encode()


def _when(t: Texts, client: Client, at: datetime) -> str:
    return t.when(at, client.where)


def _dated(t: Texts, client: Client, at: datetime, what: str) -> str:
    return t.t("{when}: {what}", when=_when(t, client, at), what=what)


# ---- the words -----------------------------------------------------------------------------------


def _days(turn: Turn, t: Texts, client: Client) -> tuple[ExportedDay, ...]:
    """The answers by day, the latest day first, each day from its morning on."""
    marked = marks.of_client(turn.tx, client.id)
    kept = responses.all_of(turn.tx, client.id)
    days = groupby(kept, lambda one: wall.local(one.at, client.zone or "UTC").date())
    found = [
        ExportedDay(t.day(day), tuple(_answer(turn, t, client, one, marked) for one in of))
        for day, of in days
    ]
    return tuple(reversed(found))


def _answer(
    turn: Turn, t: Texts, client: Client, one: Response, marked: tuple[MarkRow, ...]
) -> ExportedAnswer:
    title = library.title(turn.tx, one.script, client.language) if one.script else ""
    tapped = [one.choice] if one.choice else [t.number(one.rating)] if one.rating is not None else []
    words = (
        *tapped,
        *(attachments.shown(t, text) for text in one.texts if not answers.only_tapped(one, text.words)),
    )
    states = [
        bare(answers.seen(turn, t, client, one)),
        t.t("marked") if any(mark.of(one) for mark in marked) else "",
    ]
    return ExportedAnswer(
        title or t.t("A note of yours"),
        t.clock(wall.local(one.at, client.zone or "UTC")),
        one.prompt,
        words or ((t.t("passed"),) if one.state == "passed" else ()),
        tuple(edit.words for text in one.texts for edit in text.edits),
        " · ".join(filter(None, states)),
    )


# ---- all else ------------------------------------------------------------------------------------


def _settings(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    quiet = planning.quiet_of(client)
    yield plan_in_words.rhythm(t, client)
    yield t.t("Nothing comes at {hours}.", hours=f"{quiet.starts:%H:%M}-{quiet.ends:%H:%M}")
    if client.visibility == "private":
        yield t.t("Your answers are private until you share them.")
    else:
        yield t.t("Your coach sees your answers, but those you keep private.")


def _plan(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    for one in planning.plan(turn, client).prompts if planning.begins(client) else ():
        yield _dated(t, client, one.at, t.line(one.reason.line))


def _goals(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    for card in goals.of_client(turn.tx, client.id)[-1:]:
        for goal, way in card.goals:
            yield t.t("{goal} – how: {way}", goal=goal, way=way) if way else goal


def _moments(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    for one in moments.of_client(turn.tx, client.id):
        if one.side == "client":
            for words in one.words:
                yield _dated(t, client, one.session_at, words)


def _replies(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    for one in replies.of_client(turn.tx, client.id):
        if one.kind != "ask" and one.gone is not None and not one.undone and one.words:
            yield _dated(t, client, one.gone, one.words)


def _requests(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    for one in change_requests.of_client(turn.tx, client.id):
        became = bare(changing.result(turn, t, client, one))
        yield _dated(t, client, one.made_at, " ".join((one.words, "–", became)))


def _consents(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    for one in consents.history(turn.tx, client.id):
        if said := AGREED.get((one.purpose, one.given)):
            yield _dated(t, client, one.at, t.line(said))


def _agreements(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    coach, name = people.coach_name(turn.tx, client.coach_id), client.name or t.t("you")
    for one in agreements.of_client(turn.tx, client.id):
        stands = agreement.standing(t, client, one, name, coach)
        yield _dated(t, client, one.made_at, "; ".join((*agreement.terms_in_words(t, one.terms), stands)))


def _digests(turn: Turn, t: Texts, client: Client) -> Iterable[str]:
    """All that went: briefs, digests and notices, oldest first."""
    went = [(at, t.line(what)) for at, what in opened.notices(turn, client)]
    for one in digests.of_client(turn.tx, client.id):
        what = t.t("a brief before a session") if one.kind == "brief" else t.t("a digest of a week")
        read = t.t("read on {when}", when=_when(t, client, one.read_at)) if one.read_at else ""
        went.append((one.made_at, ", ".join(filter(None, (what, read)))))
    for at, said in sorted(went):
        yield _dated(t, client, at, said)

"""A coach logs a coaching session: with whom, when, how often."""

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.plan.recurrence import Repeat, parse_session
from bot.core.talk.exchange import Dialogue
from bot.i18n import N_, texts
from bot.people import dialogue, roster
from bot.people.coach import meeting
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, sessions
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

REPEATS = (("once", N_("Once")), ("weekly", N_("Every week")), ("fortnightly", N_("Every two weeks")))


def _ask(turn: Turn, coach: Coach, step: str, text: str, rows: Rows = (), **draft: object) -> None:
    dialogue.ask(turn, coach.id, "coach", step, text, rows, draft=draft)


def log(turn: Turn, coach: Coach, rest: str) -> None:
    """Log a coaching session: with whom, when, how often."""
    t = texts(coach.language)
    mine = [one for one in people.clients_of(turn.tx, coach.id) if one.state not in ("joining", "refused")]
    if not mine:
        return send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    client, when = roster.named(turn, coach, rest)
    if client is not None:
        return _ask_when(turn, coach, client, when)
    rows: Rows = tuple(((roster.called(t, one), str(one.id)),) for one in mine[:90])
    return _ask(turn, coach, "whom", t.t("With whom?"), rows)


def _whom_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    client, rest = roster.named(turn, coach, words.strip())
    return str(client.id) if client is not None and not rest else None


def _whom_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = people.client(turn.tx, number(value))
    if client is not None and client.coach_id == coach.id:
        _ask_when(turn, coach, client, "")


def _ask_when(turn: Turn, coach: Coach, client: Client, when: str) -> None:
    t = texts(coach.language)
    if repeat := _repeat_in(turn, coach, when):
        return _said(turn, coach, client, repeat, when)
    text = t.t(
        "With {name}: when is it, by your clock? Like tue 15:00, tomorrow 9:30, or 2026-12-01 15:00 weekly. "
        "Past ones count too.",
        name=escape(roster.called(t, client)),
    )
    return _ask(turn, coach, "session", text, client=client.id)


def _repeat_in(turn: Turn, coach: Coach, words: str) -> Repeat | None:
    """The day, hour and repetition that words say, by the coach's clock."""
    try:
        return parse_session(meeting.dated(words, wall.local(turn.now, coach.zone).date()), coach.zone)
    except ValueError:
        return None


def _session_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return words if _repeat_in(turn, coach, words) else None


def _session_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, repeat = _drafted(turn, coach, asked), _repeat_in(turn, coach, value)
    if client is not None and repeat is not None:
        _said(turn, coach, client, repeat, value)


def _said(turn: Turn, coach: Coach, client: Client, repeat: Repeat, words: str) -> None:
    if repeat.weeks or "once" in words.casefold():
        return _log(turn, coach, client, repeat)
    return _ask_repeat(turn, coach, client, repeat)


def _drafted(turn: Turn, coach: Coach, asked: Dialogue) -> Client | None:
    which = asked.draft.get("client")
    client = people.client(turn.tx, which) if which else None
    return client if client is not None and client.coach_id == coach.id else None


def _ask_repeat(turn: Turn, coach: Coach, client: Client, repeat: Repeat) -> None:
    t = texts(coach.language)
    said = f"{repeat.starts:%Y-%m-%d %H:%M} {repeat.minutes} minutes"
    rows: Rows = tuple(((t.t(label), value),) for value, label in REPEATS)
    at = t.when(wall.instant(repeat.starts, repeat.zone), coach.zone)
    _ask(turn, coach, "repeat", t.t("{when}. Does it repeat?", when=at), rows, client=client.id, when=said)


def _repeat_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    said, t = words.strip().casefold(), texts(coach.language)
    return next(
        (value for value, label in REPEATS if said in (value, t.t(label).casefold())),
        None,
    )


def _repeat_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = _drafted(turn, coach, asked)
    if client is None or value not in dict(REPEATS):
        return
    day, at, *length = asked.draft["when"].split(" ", 2)
    _log(turn, coach, client, parse_session(" ".join((day, at, value, *length)), coach.zone))


def _log(turn: Turn, coach: Coach, client: Client, repeat: Repeat) -> None:
    sessions.add(
        turn.tx,
        client.id,
        coach.id,
        starts=repeat.starts,
        zone=repeat.zone,
        now=turn.now,
        minutes=repeat.minutes,
        weeks=repeat.weeks,
        until=repeat.until,
    )
    dialogue.end(turn, coach.id)
    turn.about.add(client.id)
    t = texts(coach.language)
    at = wall.instant(repeat.starts, repeat.zone)
    how = {0: t.t("once"), 1: t.t("every week"), 2: t.t("every two weeks")}.get(
        repeat.weeks, t.t("every {n} weeks", n=repeat.weeks)
    )
    text = t.t(
        "Logged: {name}, {when}, {how}. /sessions moves or cancels it.",
        name=escape(roster.called(t, client)),
        when=t.when(at, coach.zone),
        how=how,
    )
    send(turn, coach.id, text)


STEPS: dict[str, Question[Coach]] = {
    "whom": Question(
        line("The coaching session"), _whom_said, _whom_read, line("A name or a tap works."), "session"
    ),
    "session": Question(
        line("The coaching session"),
        _session_said,
        _session_read,
        line("A date and time like 2026-12-01 15:00 works, with weekly behind it if it repeats."),
        "session",
    ),
    "repeat": Question(line("The coaching session"), _repeat_said, _repeat_read, again="session"),
}

"""A house with the scripts of a rhythm and one client whose days, hours, zone and sessions a test chooses."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from whole import ADMIN, CLIENT, COACH, PROMPTS, Whole, whole_bot

from bot.core.base.wall import local
from bot.people import reconcile
from bot.people.turn import Turn
from bot.store import begun, due, people, sessions
from bot.store.begun import BegunRow
from bot.store.db import Tx
from bot.store.due import Due
from bot.store.people import Client

WEEKLY = (
    "after-session",
    "before-session",
    "mid-week",
    "look-back",
    "session-moved",
    "spark",
    "repair",
    "rough-day",
)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True)
class Told:
    """Something the bot said, with the client's own clock."""

    at: datetime
    local: datetime
    text: str
    silent: bool


@contextmanager
def timed_bot(
    folder: Path,
    *,
    scripts: tuple[str, ...] = WEEKLY,
    start: datetime = MONDAY,
    zone: str = "Europe/Lisbon",
    language: str = "en",
    rhythm: str = "mon,wed,fri 19:00",
    held: int = 9,
    wire: bool = False,
    **wishes: Any,
) -> Iterator[Whole]:
    """A bot with these scripts, a coach in Berlin and a client who has been here for a month."""
    place(folder / "prompts", language, scripts)
    with whole_bot(folder, start=start, prompts=folder / "prompts", wire=wire) as made:
        made.person("Ruth", ADMIN)
        made.person("Dana", COACH)
        made.person("Ada", CLIENT)
        made.tx(partial(_people, now=start))
        change(made, language=language, zone=zone, sessions_before=held)
        made.tx(partial(people.set_rhythm, client_id=CLIENT, rhythm=rhythm, **wishes))
        replan(made)
        yield made


def place(folder: Path, language: str, scripts: tuple[str, ...]) -> None:
    """Copy shipped scripts into a folder of prompts."""
    (folder / language).mkdir(parents=True, exist_ok=True)
    for name in scripts:
        shutil.copy(PROMPTS / language / f"{name}.md", folder / language)


def _people(tx: Tx, now: datetime) -> None:
    people.add_coach(tx, COACH, now=now, state="active")
    people.change_coach(tx, COACH, name="Dana", zone="Europe/Berlin")
    people.add_client(tx, CLIENT, COACH, now=now - 30 * DAY, state="active")
    people.change_client(tx, CLIENT, name="Ada", visibility="session")
    people.heard(tx, CLIENT, now - DAY)


# ---- the client --------------------------------------------------------------------------------


def client(whole: Whole) -> Client:
    """The client as the database has them."""
    found = whole.tx(partial(people.client, client_id=CLIENT))
    assert isinstance(found, Client)
    return found


def change(whole: Whole, **fields: Any) -> None:
    """Change fields of the client's row, as a dialogue would."""
    whole.tx(partial(people.change_client, client_id=CLIENT, **fields))


def replan(whole: Whole) -> None:
    """Put the client's due rows right."""

    def put_right(tx: Tx) -> None:
        reconcile.person(Turn(tx, whole.clock.now(), -1, whole.house.config, "bot"), CLIENT, anew=True)

    whole.tx(put_right)


def meet(whole: Whole, first: str, weeks: int = 1, zone: str = "Europe/Berlin", until: str = "") -> int:
    """A coaching session is logged, weekly unless said otherwise; its row."""
    number = whole.tx(
        partial(
            sessions.add,
            client_id=CLIENT,
            coach_id=COACH,
            starts=datetime.fromisoformat(first),
            zone=zone,
            now=whole.clock.now(),
            weeks=weeks,
            until=date.fromisoformat(until) if until else None,
        )
    )
    replan(whole)
    return int(number)


def plans(whole: Whole) -> tuple[Due, ...]:
    """The client's planned prompts, earliest first."""
    found: tuple[Due, ...] = whole.tx(partial(due.of_chat, chat_id=CLIENT, kind="plan"))
    return found


def planned(whole: Whole, kind: str = "") -> list[str]:
    """The planned prompts in short, by the client's own clock."""
    zone = client(whole).zone
    rows = [row for row in plans(whole) if kind in ("", row.body["kind"])]
    return [f"{local(row.at, zone):%a %d %b %H:%M} {row.body['script']}" for row in rows]


def record(whole: Whole) -> list[BegunRow]:
    """What was begun, or not and why."""
    return list(whole.tx(partial(begun.rows_of, client_id=CLIENT)))


def outcomes(whole: Whole) -> dict[str, str]:
    """Occasion -> sent, or why it was not."""
    return {row.occasion: row.outcome for row in record(whole)}


# ---- what the client reads ---------------------------------------------------------------------


def said(whole: Whole, chat: int = CLIENT, since: int = 0) -> list[Told]:
    """What the bot said in a chat, from a place on."""
    zone = client(whole).zone
    events = whole.sim.chat(chat).events[since:]
    return [
        Told(one.at, local(one.at, zone), one.text, one.silent)
        for one in events
        if one.kind == "said" and one.who == "bot"
    ]


def place_of(whole: Whole, chat: int = CLIENT) -> int:
    """The place in a chat where we are."""
    return len(whole.sim.chat(chat).events)


def live(whole: Whole, until: datetime, words: str = "yes") -> list[Told]:
    """Let time pass; the client answers each prompt some minutes after it comes. What came by itself."""
    came: list[Told] = []
    while (coming := next((row.at for row in plans(whole) if row.at <= until), None)) is not None:
        before, known = place_of(whole), len(record(whole))
        whole.until(max(coming, whole.clock.now()))
        if len(record(whole)) == known:
            continue
        came += said(whole, since=before)[-1:]
        whole.pause(60)
        whole.sim.say(CLIENT, words)
        whole.pause(60)
    whole.until(until)
    return came


def own_hours(came: list[Told]) -> list[str]:
    """When it came, by the client's own clock, to the minute without the few that spread the wall."""
    return [f"{one.local - timedelta(minutes=one.local.minute % 30):%a %d %b %H:%M}" for one in came]

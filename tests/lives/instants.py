"""Oracle: an instant that a message names is said on its reader's clock, and what is said of it is so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.i18n import languages, texts
from bot.simulator.state import Event

from .life import Act, Person
from .sight import CLOCK, MINUTE, Sight, is_prompt, sentences, zone_of

LATE = 30 * MINUTE
UNMARKED = dict.fromkeys(map(ord, "\u2068\u2069"))


def says(english: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """A sentence of the interface in each language, and what stands in it right before its instant."""
    spoken = (texts(one).t(english).partition("{when}")[0].rpartition("}")[2] for one in languages())
    return tuple(zip(sentences(english), spoken, strict=True))


NEXT = says("As things stand, the next question comes on {when}.")
READS = says("That is kept. {coach} does not read here in between; it goes out on {when}.")
PAUSED = says("Paused until {when}. /start takes it up earlier.")


@dataclass(frozen=True, slots=True)
class Said:
    """Something was said to come at an instant: to whom, and into whose chat it comes."""

    who: str
    into: str
    at: datetime
    made: datetime
    what: str


@dataclass(slots=True)
class Instants:
    """``said`` are the sentences whose instant has not come yet; ``came`` when something came by itself."""

    sight: Sight
    open: list[Said] = field(default_factory=list)
    came: dict[str, list[datetime]] = field(default_factory=dict)

    def did(self, act: Act, made: int) -> None:
        """ "As things stand" ends with the next thing that anybody but a stranger to it does."""
        role = self.sight.deeds.people[act.who].role
        self.open = [
            one for one in self.open if one.what != "question" or (one.who != act.who and role == "client")
        ]
        if act.verb in ("taps", "picks", "presses", "types"):  # told now, or kept private: that is a choice
            self.open = [one for one in self.open if one.what != "digest" or one.who != act.who]

    def said(self, person: Person, event: Event) -> None:
        """The bot said something: which instants does it name?"""
        if event.kind != "said":
            return
        if person.role == "coach" or is_prompt(event):
            self.came.setdefault(person.name, []).append(event.at)
        for words, at in self._named(person, event):
            self._on_their_clock(person, words, at)
            self._claimed(person, event, words, at)

    def _named(self, person: Person, event: Event) -> Iterator[tuple[str, datetime]]:
        message = self.sight.deeds.stage.sim.chat(person.id).messages.get(event.message_id)
        if message is None:
            return
        for one in message.body.get("entities", []):
            if one["type"] == "date_time":
                units = str(message.body["text"]).encode("utf-16-le")
                words = units[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le")
                yield words, datetime.fromtimestamp(one["unix_time"], UTC)

    def _on_their_clock(self, person: Person, words: str, at: datetime) -> None:
        """The hour in the words is the instant's on the reader's clock, and so is the day of the month."""
        deeds = self.sight.deeds
        row = deeds.row(person.id) if person.role == "client" else deeds.coach_row(person.id)
        clock = CLOCK.search(words)
        if row is None or clock is None:
            return
        local = at.astimezone(zone_of(row))
        if (int(clock[1]), int(clock[2])) != (local.hour, local.minute) or f"{local.day}" not in words:
            self.sight.find(
                "time", "the words are not the instant beneath them", person.name, f"{words} {at}"
            )

    def _claimed(self, person: Person, event: Event, words: str, at: datetime) -> None:
        row, name = self.sight.deeds.row(person.id), person.name
        text, words = (one.translate(UNMARKED) for one in (event.text, words))
        if row is None or person.role != "client":
            return
        if any(one.search(text) and lead + words in text for one, lead in NEXT):
            self.open.append(Said(name, name, at, event.at, "question"))
        if any(one.search(text) and lead + words in text for one, lead in READS):
            coach = next((one for one in self.sight.deeds.people.values() if one.id == row["coach_id"]), None)
            if coach is not None:
                self.open.append(Said(name, coach.name, at, event.at, "digest"))
        if any(one.search(text) and lead + words in text for one, lead in PAUSED):
            until = row["paused_until"]
            if until is not None and abs(until / 1_000_000 - at.timestamp()) > 60:
                self.sight.find("time", "paused until another instant than was said", name, event.text)

    def look(self) -> None:
        """Which instants have passed without what was said?"""
        for one in [one for one in self.open if self.sight.now > one.at + LATE]:
            self.open.remove(one)
            row = self.sight.deeds.row(self.sight.deeds.people[one.who].id)
            there = row is not None and not row["away"] and (row["state"] == "active" or one.what == "digest")
            came = any(-MINUTE < at - one.at < LATE for at in self.came.get(one.into, []))
            if there and not came and one.at > self.sight.trouble + timedelta(hours=1):
                said = f"said {one.made:%d %b %H:%M} for {one.at:%d %b %H:%M}"
                self.sight.find("time", f"the {one.what} did not come when it was said", one.who, said)

"""Oracles of time: nothing comes when it must not, what was promised comes, and what is said of time is true."""

import json
import re
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.i18n import languages, phrases, texts
from bot.simulator.state import Event

from .life import Act, Person
from .sight import MINUTE, Sight, is_prompt, meetings, plain, quiet, sentences, told, zone_of
from .wording import NUDGES

REPLY = 11 * MINUTE
"""So long after an act of theirs, what comes may be the answer to it, a chosen silence of ten minutes included."""

SETTING = 16 * MINUTE
"""So long after their words a talk goes on where a setting was left open: its next question, and no other one."""

LATE = 30 * MINUTE
PUT_OFF = tuple(phrases(one).snoozed.split("{when}")[0] for one in languages())
CONFIRMED = sentences("{coach} has not confirmed the notice in two hours. It goes once more.")
"""What became of a notice that the client sent in danger comes at any hour."""

MARKS = "\u2068\u2069"
OPENINGS = (
    re.compile(r"About your session with .+? on (.+?\)\W?)\. "),
    re.compile(r"عن جلستك مع .+? في (.+?\)\W?)\. "),
    re.compile(r"Sobre tu sesión con .+? del (.+?\)\W?)\. "),
    re.compile(r"Zu deinem Gespräch mit .+? am (.+?\)\W?)\. "),
)
DIGEST = re.compile(r"(?:the next on |The next digest: )(.+)")
"""Where a coach reads when the next digest comes."""

ASKS = tuple(
    texts(one).t("Is this still of use to you, as it is now? Any answer is fine, and so is none.")
    for one in languages()
)


@dataclass(slots=True)
class Promise:
    """Something is to come into a chat at an instant."""

    who: str
    at: datetime
    made: datetime
    other: bool = False  # another question was shown meanwhile, which later acts may answer


@dataclass(slots=True)
class Hours:
    """``begun`` are the questions that came by themselves, by person; ``digest`` when the next is promised."""

    sight: Sight
    begun: dict[str, list[tuple[datetime, int]]] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    digests: dict[str, datetime] = field(default_factory=dict)
    brought: dict[str, list[datetime]] = field(default_factory=dict)
    put_off: dict[str, list[datetime]] = field(default_factory=dict)  # to when, whatever came of it
    nudged: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)  # the ladder's last question stands, unanswered
    holding: set[int] = field(default_factory=set)

    def did(self, act: Act, made: int) -> None:
        """An act may relieve a promise, and answers the ladder's last question."""
        self.asked.discard(act.who)
        command = act.words.startswith("/") or act.verb in ("blocks", "presses")
        keep = [one for one in self.promises if one.who != act.who or (one.other and not command)]
        if act.verb not in ("deletes", "reacts", "edits"):
            self.promises = keep

    # ---- something came ------------------------------------------------------------------------

    def said(self, person: Person, event: Event) -> None:
        """The bot said something: might it, now?"""
        if event.kind != "said":
            return
        if person.role == "coach":
            self.brought.setdefault(person.name, []).append(event.at)
            self._digest_told(person, event)
        elif person.role == "client" and (row := self.sight.rows.get(person.name)):
            returned = self._kept_promise(person, event)
            self._true(person, event)
            self._promised(person, event)
            if event.at - self.sight.last(person.name) > REPLY and not self.sight.troubled:
                self._unasked(person, event, returned)
            if row["state"] == "stopped" and is_prompt(event) and self._only_words(person):
                self.sight.find("quiet", "a question after a stop", person.name, event.text)
            if event.text in ASKS:
                self.asked.add(person.name)

    def _only_words(self, person: Person) -> bool:
        """Whether the last that somebody did began nothing."""
        last = self.sight.acts.get(person.name, [])[-1:]
        return bool(last) and last[0].verb != "taps" and not last[0].words.startswith("/")

    def _unasked(self, person: Person, event: Event, returned: bool) -> None:
        row, who = self.sight.rows[person.name], person.name
        assert row is not None
        by_coach = any(
            event.at - self.sight.last(one.name) < REPLY
            for one in self.sight.deeds.people.values()
            if one.role != "client"
        )
        if by_coach and not is_prompt(event):
            return
        if any(one.search(event.text) for one in CONFIRMED):
            return
        if row["state"] in ("stopped", "paused"):
            self.sight.find("quiet", f"a message to who is {row['state']}", who, event.text)
        if quiet(row, event.at):
            self.sight.find("quiet", "a message in quiet hours", who, f"{event.at.astimezone(zone_of(row))}")
        if who in self.asked:
            self.sight.find("quiet", "a message after the ladder's last question", who, event.text)
        if row["id"] in self.holding:
            self.sight.find("quiet", "a message in a chosen silence", who, event.text)
        if event.text in NUDGES:
            self.nudged[who] = self.nudged.get(who, 0) + 1
            if self.nudged[who] > 1:
                self.sight.find("quiet", "a second nudge", who)
            if not self._chosen(person, row, event.at):
                self.sight.find("quiet", "a nudge on a day that was not chosen", who, f"{event.at}")
        elif is_prompt(event) and not returned and event.at - self.sight.last(who) > SETTING:
            self._counted(person, event)

    def _chosen(self, person: Person, row: sqlite3.Row, at: datetime) -> bool:
        """Whether a day is one of theirs, or a session is near, before which a nudge may come on any."""
        days = re.findall(
            "mon|tue|wed|thu|fri|sat|sun", json.loads(row["rhythm"] or "{}").get("rhythm") or ""
        )
        rows = self.sight.ask("SELECT * FROM coaching_sessions WHERE client_id = ?", person.id)
        near = any(at < starts < at + timedelta(days=1) for starts, _ in meetings(rows, at))
        return not days or near or f"{at.astimezone(zone_of(row)):%a}".casefold() in days

    def _counted(self, person: Person, event: Event) -> None:
        row, who = self.sight.rows[person.name], person.name
        assert row is not None
        came = self.begun.setdefault(who, [])
        today = event.at.astimezone(zone_of(row)).date()
        if any(one.astimezone(zone_of(row)).date() == today for one, _ in came):
            self.sight.find("quiet", "two questions on one day", who, event.text)
        came.append((event.at, _most(json.loads(row["rhythm"] or "{}"))))
        since = today - timedelta(days=7)  # by the calendar: a week with a change of clocks has 167 hours
        week = [number for one, number in came if one.astimezone(zone_of(row)).date() > since]
        if len(week) > max(week):  # a number that was lowered holds from then on
            self.sight.find("quiet", f"more than {max(week)} questions in seven days", who)

    # ---- promises ------------------------------------------------------------------------------

    def _kept_promise(self, person: Person, event: Event) -> bool:
        """Whether this is what was put off, come back; another question is remembered."""
        if not is_prompt(event):
            return False
        self.nudged[person.name] = 0
        mine = [one for one in self.promises if one.who == person.name]
        kept = [one for one in mine if abs(event.at - one.at) <= LATE]
        self.promises = [one for one in self.promises if one not in kept]
        for one in mine:
            one.other = True
        return any(abs(event.at - at) <= LATE for at in self.put_off.get(person.name, []))

    def _promised(self, person: Person, event: Event) -> None:
        row = self.sight.rows[person.name]
        assert row is not None
        if event.text.startswith(PUT_OFF) and (at := told(event.text, event.at, zone_of(row))):
            if at < event.at - MINUTE:
                self.sight.find("promise", "put off to what is past", person.name, event.text)
            self.promises.append(Promise(person.name, at, event.at))
            self.put_off.setdefault(person.name, []).append(at)

    def _digest_told(self, person: Person, event: Event) -> None:
        row = self.sight.deeds.coach_row(person.id)
        said = DIGEST.search(event.text)
        if row and said and (at := told(said[1], event.at, zone_of(row))):
            self.digests[person.name] = at

    def look(self) -> None:
        """What was promised for before now and has not come?"""
        now = self.sight.now
        self.holding = {
            row[0] for row in self.sight.ask("SELECT client_id FROM reflections WHERE state = 'holding'")
        }
        if self.sight.troubled:
            return
        for one in [one for one in self.promises if now > one.at + LATE]:
            self.promises.remove(one)
            row = self.sight.deeds.row(self.sight.deeds.people[one.who].id)
            if row and row["state"] == "active" and not row["away"]:
                self.sight.find("promise", "what was put off did not come", one.who, f"promised for {one.at}")
        for who, at in list(self.digests.items()):
            if now > at + LATE:
                self._brought(who, at)

    def _brought(self, who: str, at: datetime) -> None:
        coach = self.sight.deeds.people[who]
        row = self.sight.deeds.coach_row(coach.id)
        if row is None or row["state"] != "active":
            self.digests.pop(who)
            return
        mine = self.sight.ask(
            "SELECT 1 FROM clients WHERE coach_id = ? AND state NOT IN ('joining', 'refused') "
            "AND joined_at < ? AND (ending IS NULL OR ending >= ?)",
            coach.id,
            int(at.timestamp() * 1_000_000),
            at.astimezone(zone_of(row)).date().isoformat(),
        )
        came = any(-MINUTE < one - at < LATE for one in self.brought.get(who, []))
        away = self.sight.ask(
            "SELECT 1 FROM holidays WHERE coach_id = ? AND ? BETWEEN first_day AND last_day",
            coach.id,
            at.astimezone(zone_of(row)).date().isoformat(),
        )
        if mine and not came and not away and at > self.sight.trouble:
            self.sight.find("promise", "the digest promised did not come", who, f"promised for {at}")
        zone = zone_of(row)
        self.digests[who] = (at.astimezone(zone) + timedelta(days=7)).astimezone(at.tzinfo)

    # ---- what is said of time ------------------------------------------------------------------

    def _true(self, person: Person, event: Event) -> None:
        """What the shipped scripts say of a coaching session's day and hour is one of the client's sessions."""
        said = next((found for one in OPENINGS if (found := one.search(plain(event.text)))), None)
        if said is None:
            return
        rows = self.sight.ask("SELECT * FROM coaching_sessions WHERE client_id = ?", person.id)
        (me,) = self.sight.ask("SELECT zone FROM clients WHERE id = ?", person.id)
        zone = str(zone_of(me))
        known = {
            texts(one).when(at, zone).partition(" (")[0].strip(MARKS).removeprefix("el ")
            for one in languages()
            for at, _ in meetings(rows, event.at)
        }
        if said[1].partition(" (")[0].strip(MARKS) not in known:  # the town may be one of many in its zone
            self.sight.find("time", "the session that is named is none of theirs", person.name)


def _most(chosen: dict[str, Any]) -> int:
    """How many a week: the number chosen; else the days picked, but four at least."""
    days = len(set(re.findall("mon|tue|wed|thu|fri|sat|sun", chosen.get("rhythm") or "")))
    return int(chosen.get("weekly") or 0) or max(4, days)

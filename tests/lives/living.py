"""How people in a life come to act: each looks at their chat, and does what their habits and the chance say."""

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from bot.i18n import languages, phrases
from bot.simulator import ChatMessage

from . import cast
from .deeds import FINAL, Deeds, buttons
from .life import Act, Person, token

PROMPT_LABELS = {
    label for spoken in map(phrases, languages()) for label in (spoken.pass_, spoken.done, spoken.hold_done)
}
"""In every language: by one of them a prompt is known."""

SECOND, MINUTE, HOUR, DAY = (timedelta(**{one: 1}) for one in ("seconds", "minutes", "hours", "days"))
METHODS = ("sendMessage", "*", "getUpdates", "editMessageReplyMarkup", "answerCallbackQuery")


@dataclass(slots=True)
class Living:
    """Everybody's intentions. ``seen`` is how much of each chat its person has looked at."""

    deeds: Deeds
    chance: random.Random
    end: datetime
    plans: list[tuple[datetime, int, Act]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=count)
    seen: dict[str, int] = field(default_factory=dict)
    away: dict[str, datetime] = field(default_factory=dict)  # silent until then
    joined: set[str] = field(default_factory=set)
    words: Iterator[int] = field(default_factory=lambda: count(1))

    # ---- intentions ----------------------------------------------------------------------------

    def next(self) -> datetime | None:
        """When somebody next does something."""
        return self.plans[0][0] if self.plans else None

    def pop(self) -> Act:
        """What it is."""
        return heapq.heappop(self.plans)[2]

    def plan(self, after: timedelta, who: str, verb: str, words: str = "", number: int = 0) -> None:
        """Somebody will do something in a while; always at a whole second that is still to come."""
        now = self.deeds.stage.clock.now().replace(microsecond=0)
        at = now + max(SECOND, timedelta(seconds=round(after.total_seconds())))
        heapq.heappush(self.plans, (at, next(self.order), Act(at, who, verb, words, number)))

    @property
    def days(self) -> int:
        """How many are left of the life."""
        return (self.end - self.deeds.stage.clock.now()).days

    def gather(self) -> None:
        """The admin lets the coaches in; the rest follows from what each sees. What befalls the bot is set."""
        people = list(self.deeds.people.values())
        coaches = [one for one in people if one.role == "coach"]
        clients = [one for one in people if one.role == "client"]
        for at, coach in enumerate(coaches):
            self.plan(at * 10 * MINUTE, "Ruth", "says", "/coach")
            self.plan(at * 10 * MINUTE + 30 * SECOND, coach.name, "opens", "Ruth")
        for at, client in enumerate(clients):
            coach = coaches[at % len(coaches)]
            when = 30 * MINUTE + at * 20 * MINUTE
            if self.chance.random() < 0.3:
                self.plan(when - MINUTE, client.name, "says", self.sentence(client, 3))
            self.plan(when, coach.name, "says", "/invite")
            self.plan(when + 30 * SECOND, client.name, "opens", coach.name)
            self.plan(when + 10 * MINUTE, coach.name, "says", f"/session {client.called} {self._session()}")
            self._days(client)
        days = self.days
        for _ in range(days // 4):
            self._mishap(self.chance.random() * days * DAY)
        for coach in coaches:
            for _ in range(days // 3):
                said = self.chance.choice(cast.COACHING).format(name=self.chance.choice(clients).called)
                self._something(coach, self.chance.random() * days * DAY, said)
        for _ in range(days // 10):
            self.plan(self.chance.random() * days * DAY, "Ruth", "says", self.chance.choice(cast.RUNNING))
        for _ in range(days // 20):
            name = self.chance.choice(("en/mid-week", "en/spark", "en/after-session", "de/mid-week"))
            when = self.chance.random() * days * DAY
            self.plan(when, "Ruth", "publishes", name, self.chance.randint(2, 99))
            self.plan(when + 10 * SECOND, "Ruth", "taps", "Publish")

    def _session(self) -> str:
        day, hour = self.chance.choice(("mon", "tue", "wed", "thu", "fri")), self.chance.randint(8, 18)
        return f"{day} {hour}:00 {self.chance.choice(('weekly', 'weekly', 'fortnightly', ''))}".strip()

    def _mishap(self, after: timedelta) -> None:
        roll = self.chance.random()
        if roll < 0.5:
            side = self.chance.choice(("after", ""))
            self.plan(after, "world", "crashes", side, self.chance.randint(1, 12))
        elif roll < 0.9:
            how = self.chance.choice(("refuse 429", "refuse 502", "lose 500", "drop 500"))
            method = self.chance.choice(METHODS)
            self.plan(after, "world", "fails", f"{method} {how}", self.chance.randint(1, 3))
        else:
            self.plan(after, "world", "sleeps", "", self.chance.choice((60, 900, 3 * 3600)))

    # ---- looking -------------------------------------------------------------------------------

    def look(self) -> None:
        """Everybody looks at what is new in their chat."""
        sim = self.deeds.stage.sim
        for person in self.deeds.people.values():
            events = sim.chat(person.id).events
            known = self.seen.get(person.name, 0)
            if len(events) == known:
                continue
            self.seen[person.name] = len(events)
            new = [one for one in events[known:] if one.who == "bot" and one.kind == "said"]
            if new:
                self._noticed(person, sim.chat(person.id).messages[new[-1].message_id])

    def _noticed(self, person: Person, message: ChatMessage) -> None:
        if person.role == "coach":
            return self._coach(person, message)
        if person.role == "admin":
            if (found := buttons(message)) and self.chance.random() < 0.4:
                self.plan(self.soon(), person.name, "taps", self.chance.choice(found)[0])
            return None
        state, step = self._state(person)
        if state == "joining":
            return self._joining(person, message, step)
        if state and person.name not in self.joined:
            self.joined.add(person.name)
        labels = [label for label, _ in buttons(message)]
        if state and PROMPT_LABELS & set(labels):
            self._prompted(person, message, labels)
        elif state and labels and self.chance.random() < (0.7 if "wanderer" in person.habits else 0.4):
            tapped = [label for label, data in buttons(message) if not any(one in data for one in FINAL)]
            if tapped:
                self.plan(self.soon(), person.name, "taps", self.chance.choice(tapped))
        return None

    def _state(self, person: Person) -> tuple[str, str]:
        row = self.deeds.row(person.id)
        return (row["state"], self.deeds.step(person.id)) if row else ("", "")

    def _coach(self, coach: Person, message: ChatMessage) -> None:
        row = self.deeds.coach_row(coach.id)
        if row and row["state"] == "joining":
            self._coming_in(coach, message)
        elif (found := buttons(message)) and found[0][0] == "Yes" and self.chance.random() < 0.8:
            self.plan(
                self.soon(), coach.name, "taps", "Yes"
            )  # as most do who are asked whether that is right
        elif row and self.deeds.step(coach.id) and self.chance.random() < 0.5:
            self.plan(self.soon(), coach.name, "says", self.chance.choice(cast.SAID))
        elif found and self.chance.random() < 0.5:
            self.plan(self.soon(), coach.name, "taps", self.chance.choice(found)[0])

    def _coming_in(self, coach: Person, message: ChatMessage) -> None:
        found, step = buttons(message), self.deeds.step(coach.id)
        if found and (step == "named" or len(found) > 1):
            return self.plan(20 * SECOND, coach.name, "taps", found[0][0])
        said = coach.called if step == "name" else self.chance.choice(("Berlin", "Toronto", "London"))
        return self.plan(20 * SECOND, coach.name, "says", said)

    def _joining(self, person: Person, message: ChatMessage, step: str) -> None:
        """Mostly they answer as one would."""
        found, lang = buttons(message), person.language
        if step == "agree" and found:
            wanted = self.chance.choice((0, 0, 1)) if len(found) > 2 else 0
            return self.plan(20 * SECOND, person.name, "taps", found[wanted][0])
        if step == "name":
            return self.plan(9 * SECOND, person.name, "says", person.called)
        if step == "zone":
            if len(found) > 1 and self.chance.random() < 0.5:
                return self.plan(9 * SECOND, person.name, "taps", found[0][0])
            return self.plan(12 * SECOND, person.name, "says", self.chance.choice(cast.PLACES[lang]))
        if found:  # the last is the way out, the first says yes where something is read back
            said = self.chance.choice(found[:-1] or found) if step in ("days", "hours") else found[0]
            return self.plan(15 * SECOND, person.name, "taps", said[0])
        return None

    # ---- answering -----------------------------------------------------------------------------

    def _prompted(self, person: Person, message: ChatMessage, labels: list[str]) -> None:
        now, habits = self.deeds.stage.clock.now(), person.habits
        if self.away.get(person.name, now) > now:
            return
        spoken, roll = phrases(person.language), self.chance.random()
        after = self._delay(habits)
        name = person.name
        if "presser of later" in habits and roll < 0.4 and spoken.later in labels:
            self.plan(after, name, "taps", spoken.later)
        elif roll < 0.05:
            return
        elif roll < 0.15 and labels:
            self.plan(after, name, "taps", self.chance.choice(labels))
        elif "typist" in habits and roll < 0.4:
            self.plan(after, name, "says", self.chance.choice((*cast.TYPED[person.language], *labels)))
        elif roll < 0.6 and len(labels) > 3:
            self.plan(after, name, "taps", self.chance.choice(labels))
        else:
            self._answer(person, after)

    def _delay(self, habits: frozenset[str]) -> timedelta:
        if "slow" in habits and self.chance.random() < 0.6:
            return self.chance.choice((9 * HOUR, 27 * HOUR, 51 * HOUR, 5 * DAY, 12 * DAY))
        return timedelta(seconds=self.chance.choice((2, 15, 40, 90, 300, 1500, 7200)))

    def _answer(self, person: Person, after: timedelta) -> None:
        name, habits = person.name, person.habits
        bubbles = self.chance.randint(2, 5) if "bubbles" in habits and self.chance.random() < 0.6 else 1
        for _ in range(bubbles):
            words = self.sentence(person, self.chance.choice((0, 2, 6, 20)))
            if "sender" in habits and self.chance.random() < 0.3:
                self.plan(after, name, "sends", words, self.chance.randint(1, 4))
            elif "forwarder" in habits and self.chance.random() < 0.3:
                self.plan(after, name, "forwards", words)
            elif "inline" in habits and self.chance.random() < 0.3:
                self.plan(after, name, "inlines", words)
            else:
                confided = "confider" in habits and self.chance.random() < 0.4
                way = self.chance.choice(cast.CONFIDED[person.language]) if confided else "{}"
                self.plan(after, name, "says", way.format(words))
            after += timedelta(seconds=self.chance.choice((3, 8, 19, 25, 50)))
        if "editor" in habits and self.chance.random() < 0.4:
            self.plan(after + self.soon(), name, "edits", self.sentence(person, 3), self.chance.randint(1, 3))
        if "deleter" in habits and self.chance.random() < 0.3:
            self.plan(after + self.soon(), name, "deletes", "", self.chance.randint(1, 3))

    def sentence(self, person: Person, words: int) -> str:
        """Words of somebody's that hold one that nobody else says."""
        return cast.sentence(self.chance, person.language, token(next(self.words)), words)

    def soon(self) -> timedelta:
        """As long as people take for the next thing."""
        return timedelta(seconds=self.chance.choice((2, 5, 15, 40, 200, 3000)))

    # ---- of their own accord -------------------------------------------------------------------

    def _days(self, client: Person) -> None:
        """What a client does unasked, all along."""
        habits, days = client.habits, self.days
        often = {"wanderer": 10, "note writer": 8, "typist": 4, "old screens": 5, "editor": 3, "sender": 3}
        for _ in range(
            max(2, sum(number for habit, number in often.items() if habit in habits) * days // 30)
        ):
            self._something(client, DAY + self.chance.random() * days * DAY, self._whim(client))
        if "silent" in habits:
            from_now = (2 + self.chance.random() * days / 2) * DAY
            gone = from_now + self.chance.choice((14, 14, 40, 90)) * DAY
            self.away[client.name] = self.deeds.stage.clock.now() + gone
            self.plan(gone, client.name, "says", self.sentence(client, 3))

    def _whim(self, client: Person) -> str:
        return self.chance.choice(
            ["command"] * (6 if "wanderer" in client.habits else 2)
            + ["note"] * (5 if "note writer" in client.habits else 1)
            + ["old"] * (5 if "old screens" in client.habits else 1)
            + ["edits"] * (3 if "editor" in client.habits else 1)
            + ["forwards", "replies", "asks", "mistyped", "taps", "reacts", "deletes", "sends"]
        )

    def _something(self, who: Person, after: timedelta, what: str) -> None:
        name = who.name
        match what:
            case "command":
                self.plan(after, name, "says", self.chance.choice(cast.COMMANDS))
            case "note":
                self._answer(who, after)
            case "old":
                self.plan(after, name, "presses", "", self.chance.randint(1, 40))
            case "edits":
                self.plan(after, name, "edits", self.sentence(who, 3), self.chance.randint(1, 9))
            case "forwards":
                self.plan(after, name, "forwards", self.sentence(who, 4))
            case "replies":
                self.plan(after, name, "replies", self.sentence(who, 4), self.chance.randint(1, 9))
            case "asks":
                self.plan(after, name, "says", self.chance.choice(cast.ASKS))
            case "mistyped":
                self.plan(after, name, "says", self.chance.choice(cast.MISTYPED))
            case "taps":
                self.plan(after, name, "taps", self.chance.choice(sorted(PROMPT_LABELS)))
            case "reacts":
                self.plan(after, name, "reacts", "👍", self.chance.randint(1, 3))
            case "deletes":
                self.plan(after, name, "deletes", "", self.chance.randint(1, 5))
            case "sends":
                self.plan(after, name, "sends", self.sentence(who, 2), self.chance.randint(1, 4))
            case _:
                self.plan(after, name, "says", what)

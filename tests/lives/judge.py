"""The judge: every oracle looks at every step of a life, as a stranger would, and notes what must not be."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from .deeds import Deeds
from .discretion import Discretion
from .foreseen import Foreseen
from .harm import Harm
from .hours import Hours
from .instants import Instants
from .life import Act, Person
from .news import News
from .sight import HOUR, MINUTE, Finding, Sight, is_prompt
from .signs import Signs
from .stage import ADMIN
from .telling import Telling
from .wording import Words

HARMLESS = (
    "message to react not found",
    "message to delete not found",
    "message is not modified",
    "query is too old",
    "blocked by the user",
    "chat not found",
)
"""Refusals of Telegram's that cost nobody anything."""

EXPORT = "interlude-export.json"

Rest = Callable[[list[Act], timedelta], Awaitable[None]]


@dataclass(slots=True)
class Judge:
    """``seen`` is how far each chat and the log of calls have been looked at."""

    deeds: Deeds
    sight: Sight = field(init=False)
    signs: Signs = field(init=False)
    telling: Telling = field(init=False)
    instants: Instants = field(init=False)
    words: Words = field(init=False)
    hours: Hours = field(init=False)
    discretion: Discretion = field(init=False)
    harm: Harm = field(init=False)
    news: News = field(init=False)
    foreseen: Foreseen = field(init=False)
    seen: dict[str, int] = field(default_factory=dict)
    calls: int = 0
    deaths: int = 0
    down: bool = False

    def __post_init__(self) -> None:
        self.sight = Sight(self.deeds)
        self.signs, self.words, self.hours = Signs(self.sight), Words(self.sight), Hours(self.sight)
        self.telling, self.instants = Telling(self.sight), Instants(self.sight)
        self.discretion, self.harm = Discretion(self.sight), Harm(self.sight)
        self.news, self.foreseen = News(self.sight), Foreseen(self.sight)

    @property
    def oracles(self) -> tuple[Signs, Words, Hours, Telling, Instants, Discretion, Harm, News, Foreseen]:
        """All that look at what happens."""
        told = self.telling, self.instants, self.discretion, self.harm, self.news, self.foreseen
        return self.signs, self.words, self.hours, *told

    @property
    def findings(self) -> list[Finding]:
        """What was found so far."""
        return self.sight.findings

    def did(self, act: Act, made: int) -> None:
        """Somebody did something, or something befell the bot."""
        if act.who == "world":
            return self._trouble(15 * MINUTE if act.verb == "sleeps" else MINUTE)
        self.sight.acts.setdefault(act.who, []).append(act)
        for one in self.oracles:
            one.did(act, made)
        return None

    def look(self) -> None:
        """Whatever happened since the last look."""
        self._called()
        for person in self.deeds.people.values():
            events = self.deeds.stage.sim.chat(person.id).events
            known = self.seen.get(person.name, 0)
            self.seen[person.name] = len(events)
            for event in events[known:]:
                if event.who == "bot":
                    for one in self.oracles:
                        one.said(person, event)
                    if person.id == ADMIN and "is set aside" in event.text:
                        self.sight.find("dead", "a row was set aside", person.name, event.text)
        for one in self.oracles:
            one.look()
        for person in self.deeds.people.values():
            if person.role == "client":
                self.sight.rows[person.name] = self.deeds.row(person.id)

    def _called(self) -> None:
        """Calls that went wrong: by a fault of Telegram's, which delays things, or by one of the bot's."""
        stage = self.deeds.stage
        if stage.down_until is not None or self.down or stage.sim.core.faults.orders:
            self._trouble(15 * MINUTE)
        self.down = stage.down_until is not None
        if stage.deaths > self.deaths:  # what was being sent then may come twice
            self.deaths = stage.deaths
            self._trouble(MINUTE)
        log = stage.sim.core.log
        for call in log[self.calls :]:
            if call.status == 429 or call.status >= 500 or call.manner != "plain":
                self._trouble(5 * MINUTE)
            elif call.status == 400 and not any(one in call.description for one in HARMLESS):
                self.sight.find("refused", f"{call.method}: {call.description}", str(call.chat_id))
        self.calls = len(log)

    def _trouble(self, pause: timedelta) -> None:
        self.sight.trouble = max(self.sight.trouble, self.sight.now + pause)

    def broken(self, why: str) -> None:
        """The bot ended by itself."""
        self.sight.find("broken", why, "bot")

    # ---- the end -------------------------------------------------------------------------------

    async def ask(self, person: Person, rest: Rest) -> None:
        """Somebody asks for a question, and then for all their words."""
        if self.sight.ask("SELECT 1 FROM handovers WHERE client_id = ?", person.id):  # asked before all else
            await rest([self._act(person, "says", "/start")], MINUTE)
            await rest([self._act(person, "picks", "")], MINUTE)
        row = self.deeds.row(person.id)
        if row and row["state"] in ("stopped", "paused"):
            await rest([self._act(person, "says", "/start")], MINUTE)
        before, lately = len(self.sight.events(person)), self.sight.now - MINUTE
        await rest([self._act(person, "says", "/now")], MINUTE)
        offered = [
            event for event in self.sight.events(person)[before:] if event.buttons and event.who == "bot"
        ]
        if offered:
            await rest([self._act(person, "taps", offered[-1].buttons[0][0])], MINUTE)
        asked = any(is_prompt(event) for event in self.sight.events(person)[before:])
        if not asked and not self._stands(person, lately):
            said = [event.text for event in self.sight.events(person)[before:]]
            self.sight.find("stuck", "no question on /now at the end", person.name, str(said))
        before = len(self.sight.events(person))
        await rest([self._act(person, "says", "/export")], MINUTE)
        export = self._export(person, before)
        if export is None:
            said = [event.text for event in self.sight.events(person)[before:]]
            return self.sight.find("stuck", "no export", person.name, str(said))
        return self.words.exported(person, export)

    def _stands(self, person: Person, since: datetime) -> bool:
        """Whether the question that is open arrived since then: picked so soon it is not begun anew, it stays."""
        sql = (
            "SELECT 1 FROM reflections r JOIN outbox o ON o.reflection_id = r.id AND o.question = r.question "
            "WHERE r.client_id = ? AND r.state = 'open' AND o.purpose = 'prompt' AND o.state = 2 AND o.sent_at >= ?"
        )
        return bool(self.sight.ask(sql, person.id, int(since.timestamp() * 1_000_000)))

    def _export(self, person: Person, since: int) -> dict[str, Any] | None:
        """The file for a program among what came since, whatever else came with it."""
        sim, found = self.deeds.stage.sim, None
        for event in self.sight.events(person)[since:]:
            message = sim.chat(person.id).messages.get(event.message_id)
            if message is not None and message.body.get("document", {}).get("file_name") == EXPORT:
                found = json.loads(sim.document(person.id, event.message_id))
        return found

    def _act(self, person: Person, verb: str, words: str) -> Act:
        now = self.sight.now.replace(microsecond=0)
        return Act(now + timedelta(seconds=1), person.name, verb, words)

    def end(self) -> None:
        """What is left in the database when all is over."""
        for row in self.sight.ask("SELECT kind, error FROM inbox WHERE state = 9"):
            self.sight.find("dead", f"{row['kind']}: {row['error']}", "bot")
        old = int((self.sight.now - HOUR).timestamp() * 1_000_000)
        for row in self.sight.ask("SELECT method, purpose FROM outbox WHERE state < 2 AND made_at < ?", old):
            self.sight.find("stuck", f"{row['method']} was never sent", "bot")

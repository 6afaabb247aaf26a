"""Oracle: who says outright that they are in need reads at once where help is, and the truth about the notice."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.simulator.state import Event

from .cast import NEED
from .life import Act, Person
from .sight import Sight, is_prompt

SOON, TRUE = timedelta(seconds=5), timedelta(seconds=60)
HELP = ("findahelpline.com", "/help")
OUTRIGHT = tuple(one for each in NEED.values() for one in each)


@dataclass(slots=True)
class Need:
    """``waiting``: when somebody said it, and who."""

    sight: Sight
    waiting: list[tuple[datetime, Person]] = field(default_factory=list)

    def did(self, act: Act, made: int) -> None:
        """Somebody says so."""
        person = self.sight.deeds.people.get(act.who)
        if made and person is not None and act.verb == "says" and act.words.startswith(OUTRIGHT):
            self.waiting.append((self.sight.now, person))

    def said(self, person: Person, event: Event) -> None:
        """No question quotes it, and nothing that a coach reads of it but what a client told at once."""
        heard = [one for one in OUTRIGHT if one in event.text]
        if heard and person.role == "client" and is_prompt(event):
            self.sight.find("need", "a question quotes it", person.name, event.text)
        if heard and person.role == "coach" and "now, before the next session" not in event.text:
            self.sight.find("need", "a coach's message quotes it", person.name, event.text)

    def look(self) -> None:
        """Was there help within seconds, and is each notice's fate said within a minute?"""
        if self.sight.troubled:
            self.waiting = []
            return
        late = [one for one in self.waiting if self.sight.now > one[0] + SOON]
        self.waiting = [one for one in self.waiting if one not in late]
        for at, person in late:
            since = [one for one in self.sight.events(person) if one.who == "bot" and one.at >= at]
            if not any(sign in one.text for one in since for sign in HELP):
                self.sight.find("need", "no help was said", person.name)
        old = int((self.sight.now - TRUE).timestamp() * 1_000_000)
        for row in self.sight.ask(
            "SELECT client_id FROM alerts WHERE told = '' AND again_at IS NULL AND seen_at IS NULL "
            "AND closed_at IS NULL AND made_at < ?",
            old,
        ):
            self.sight.find("need", "nobody said what became of a notice", str(row["client_id"]))

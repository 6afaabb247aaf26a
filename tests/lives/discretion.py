"""Oracle: words that say they are private, and what is written after a stop, are their writer's alone."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.understand.confidence import confides
from bot.simulator.state import Event

from .life import Act, Person
from .sight import Sight

SOON = timedelta(seconds=5)
WRITES = ("says", "replies", "forwards", "inlines", "sends")


@dataclass(slots=True)
class Discretion:
    """``waiting``: when and who wrote which message that nobody else may read."""

    sight: Sight
    waiting: list[tuple[datetime, Person, int]] = field(default_factory=list)

    def did(self, act: Act, made: int) -> None:
        """Whatever somebody does next may be their choice about it."""
        person = self.sight.deeds.people.get(act.who)
        if person is None or person.role != "client":
            return
        self.waiting = [one for one in self.waiting if one[1].name != act.who]
        written = [
            one for one in self.sight.deeds.written if one.who.id == person.id and one.message_id == made
        ]
        own = act.verb in ("says", "replies") and confides(act.words)
        if made and act.verb in WRITES and written and (own or written[-1].state == "stopped"):
            self.waiting.append((self.sight.now, person, made))

    def said(self, person: Person, event: Event) -> None:
        """What is said is judged by who may read what is kept."""

    def look(self) -> None:
        """Is it shared with anybody?"""
        if self.sight.troubled:
            return
        late = [one for one in self.waiting if self.sight.now > one[0] + SOON]
        self.waiting = [one for one in self.waiting if one not in late]
        for _, person, number in late:
            kept = self.sight.ask(
                "SELECT r.visibility FROM response_texts t JOIN responses r ON r.id = t.response_id "
                "WHERE t.client_id = ? AND t.message_id = ?",
                person.id,
                number,
            )
            if kept and kept[0][0] != "private":
                self.sight.find(
                    "private", "private words, or words after a stop, are shared", person.name, str(number)
                )

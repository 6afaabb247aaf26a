"""Oracle: what a client saw of what goes to the coach is what goes, where they did nothing since."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.simulator.state import Event

from .life import TOKEN, Act, Person
from .sight import Sight, sentences
from .telling import AGAIN, TOGETHER

LOOKS = (
    *sentences("This goes to {coach} on {when}, as it stands now:"),
    *sentences("This goes to {coach} too, on {when}:"),
)


@dataclass(slots=True)
class Foreseen:
    """``seen``: of each client, when they looked last and what; ``shown``: before that; ``looks``: how many."""

    sight: Sight
    seen: dict[str, tuple[datetime, set[str]]] = field(default_factory=dict)
    shown: dict[str, set[str]] = field(default_factory=dict)
    looks: int = 0

    def did(self, act: Act, made: int) -> None:
        """Whatever a client does after a look may change what goes."""
        if act.who in self.seen:  # a later look may show only what is new since
            self.shown[act.who] = self.seen.pop(act.who)[1]

    def said(self, person: Person, event: Event) -> None:
        """A client is shown what goes; a coach gets something."""
        if event.kind != "said":
            return
        words = set(TOKEN.findall(event.text + self._page(person, event))) - self.sight.names
        if person.role == "client":
            before = self.seen.get(person.name, (event.at, set()))
            if any(one.match(event.text) for one in LOOKS):
                self.looks += 1
                shown = self.shown.get(person.name, set())
                self.seen[person.name] = (event.at, words | before[1] | shown)
            elif person.name in self.seen and event.at - before[0] <= TOGETHER:
                self.seen[person.name] = (before[0], words | before[1])  # its page
        elif person.role == "coach" and not event.text.startswith(AGAIN):
            self._went(event, words)

    def _went(self, event: Event, words: set[str]) -> None:
        for one in self.sight.deeds.written:
            at, seen = self.seen.get(one.who.name, (event.at, words))
            new = set(one.tokens[-1:]) & words
            if new and one.at < at and not new & seen:
                self.sight.find(
                    "foreseen", "it went, and was not in what was shown before", one.who.name, str(new)
                )

    def _page(self, person: Person, event: Event) -> str:
        message = self.sight.deeds.stage.sim.chat(person.id).messages.get(event.message_id)
        if message is None or "document" not in message.body or message.deleted:
            return ""
        return self.sight.deeds.stage.sim.document(person.id, event.message_id).decode("utf-8", "replace")

    def look(self) -> None:
        """Everything is judged as it is said."""

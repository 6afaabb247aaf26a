"""Oracle: who has a coaching session that is moved or cancelled hears of it before it would have begun."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.simulator.state import Event

from .life import Act, Person
from .sight import MINUTE, Sight, meetings, sentences

FRESH = timedelta(minutes=15)
"""What was logged less long ago and is taken off again was never there for the client."""

SHORT = 3 * MINUTE
"""What changes less than this before a session can hardly be told before it."""

AHEAD = timedelta(days=28)

NEWS = (
    *sentences("Your session with {coach} on {when} is cancelled."),
    *sentences("Your session with {coach} on {was} is moved. It is on {when} now."),
    *sentences("These sessions with {coach} are cancelled: {when}."),
    *sentences("Your sessions with {coach} are at other times. No longer: {was}. Instead: {when}."),
)


@dataclass(slots=True)
class News:
    """``known``: since when each coming session stands; ``lost``: when it went; ``heard``: when news came."""

    sight: Sight
    known: dict[str, dict[datetime, datetime]] = field(default_factory=dict)
    lost: dict[str, dict[datetime, datetime]] = field(default_factory=dict)
    heard: dict[str, datetime] = field(default_factory=dict)

    def did(self, act: Act, made: int) -> None:
        """What a coach does shows in what is noted."""

    def said(self, person: Person, event: Event) -> None:
        """A client reads that something changed."""
        if person.role == "client" and event.kind == "said" and any(one.search(event.text) for one in NEWS):
            self.heard[person.name] = event.at

    def look(self) -> None:
        """Which sessions went, and whose hour has come without a word?"""
        for person in self.sight.deeds.people.values():
            if person.role == "client":
                self._of(person)

    def _of(self, person: Person) -> None:
        now, name = self.sight.now, person.name
        if not self._reached(person):
            self.known[name] = self.lost[name] = {}
            return
        rows = self.sight.ask("SELECT * FROM coaching_sessions WHERE client_id = ?", person.id)
        coming = {at for at, _ in meetings(rows, now) if now < at < now + AHEAD}
        known, lost = self.known.get(name, {}), dict(self.lost.get(name, {}))
        for at, since in known.items():
            if at not in coming and at > now + SHORT and now - since > FRESH:
                lost[at] = now
        for at, when in list(lost.items()):
            if at in coming:  # it takes place after all
                lost.pop(at)
            elif at <= now:
                lost.pop(at)
                if not self.sight.troubled and self.heard.get(name, when - MINUTE) < when:
                    self.sight.find(
                        "news", "a session went, and its client heard nothing of it", name, f"{at}"
                    )
        self.known[name], self.lost[name] = {at: known.get(at, now) for at in coming}, lost

    def _reached(self, person: Person) -> bool:
        """Whether anything is told to somebody, whose coach is there."""
        row = self.sight.deeds.row(person.id)
        coach = self.sight.deeds.coach_row(row["coach_id"]) if row and row["coach_id"] else None
        there = row is not None and row["state"] in ("active", "paused") and not row["away"]
        blocked = self.sight.deeds.stage.sim.chat(person.id).blocked
        return there and not blocked and coach is not None and coach["state"] == "active"

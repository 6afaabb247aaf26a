"""Oracle: each shared response reaches the coach once as new: what is shared at a digest is in it, or was told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.i18n import languages, phrases
from bot.simulator.state import Event

from .deeds import Written
from .life import TOKEN, Act, Person
from .sight import MINUTE, Sight


def _echoes() -> Iterator[str]:
    for spoken in map(phrases, languages()):
        for echo in (spoken.echo, *spoken.echo_also):
            yield echo.replace("{words}", f"{spoken.quote_open}{{words}}{spoken.quote_close}")


TOGETHER = 2 * MINUTE
"""A digest's text, its page and its picture come within so long, and are one telling."""

ECHO = re.compile("|".join(re.escape(one).replace(r"\{words\}", ".{1,400}?") for one in _echoes()))
"""Own words at the head of the question after them: that is no telling."""

BEFORE = "told before"
"""Beneath words that a brief shows once more, and not as new."""


def _new(text: str) -> str:
    """A message of a coach's without what it says was told before: the words above that line, up to a blank."""
    lines: list[str] = []
    for line in text.split("\n"):
        if BEFORE in line:
            while lines and lines[-1].strip() and " · " not in lines[-1]:
                lines.pop()
        lines.append(line)
    return "\n".join(lines)


_QUOTE = re.compile(r'<figure class="quote">.*?</figure>', re.DOTALL)
"""Words on a page, with the line beneath them that says where they are from."""

AGAIN = "Told before, "
"""The first words of a digest that comes again because it waits to be read."""

_NEVER = datetime.min.replace(tzinfo=UTC)

OPENINGS = (" chose to share.\n", " chose to share. Three slow breaths first", " · Next session: ")
"""One of them is in each digest, and nowhere else."""


@dataclass(slots=True)
class Telling:
    """``told`` holds, by token, when it was told; ``owed`` the tokens shared as a digest went out, and when."""

    sight: Sight
    told: dict[str, list[datetime]] = field(default_factory=dict)
    lines: dict[str, set[str]] = field(default_factory=dict)
    owed: list[tuple[datetime, str, Written]] = field(default_factory=list)
    digests: dict[str, datetime] = field(default_factory=dict)
    again: dict[str, datetime] = field(default_factory=dict)

    def did(self, act: Act, made: int) -> None:
        """Nothing that people do tells the coach anything by itself."""

    def said(self, person: Person, event: Event) -> None:
        """A coach reads something: for the first time?"""
        if person.role != "coach" or event.kind != "said":
            return
        self._digest_of(person, event)
        if event.text.startswith(AGAIN):  # it says so itself: nothing in it is meant as new
            self.again[person.name] = event.at
            return
        known = self.lines.setdefault(person.name, set())
        again = event.text in known and self.sight.troubled  # sent twice, as after an answer that was lost
        known.add(event.text)
        text = ECHO.sub("", _new(event.text) + self._page(person, event))
        for token in set() if again else set(TOKEN.findall(text)) - self.sight.names:
            times = self.told.setdefault(token, [])
            if times and (event.at - times[-1] <= TOGETHER or self._asked_for(person, event)):
                continue
            times.append(event.at)
            if len(times) == 2:
                self.sight.find("told", "told to the coach once more", person.name, f"{token} {times}")

    def _asked_for(self, coach: Person, event: Event) -> bool:
        """Whether this is a page or picture of what was told before, by a tap under it."""
        last = self.sight.acts.get(coach.name, [])[-1:]
        tapped = bool(last) and last[0].verb in ("taps", "presses") and event.at - last[0].at < TOGETHER
        return event.text.startswith("<") and (
            tapped or event.at - self.again.get(coach.name, _NEVER) <= TOGETHER
        )

    def _page(self, person: Person, event: Event) -> str:
        message = self.sight.deeds.stage.sim.chat(person.id).messages.get(event.message_id)
        if message is None or "document" not in message.body or message.deleted:
            return ""
        page = self.sight.deeds.stage.sim.document(person.id, event.message_id).decode("utf-8", "replace")
        return _QUOTE.sub(lambda one: "" if BEFORE in one[0] else one[0], page)

    def _digest_of(self, coach: Person, event: Event) -> None:
        """A digest begins with its client's name: what that client shares by then is owed."""
        name, between, _ = event.text.partition(" · ")
        last = self.digests.get(name)
        people = [one for one in self.sight.deeds.people.values() if one.called == name]
        if (
            not any(one in event.text for one in OPENINGS)
            or not between
            or len(people) != 1
            or (last and event.at - last < TOGETHER)
        ):
            return
        self.digests[name] = event.at
        for one in self.sight.deeds.written:
            mine = one.who.called == name and not one.gone
            named = one.tokens[-1] in self.sight.names  # in a digest it may be a name
            if mine and not named and one.at < event.at - 5 * MINUTE and self._shared(coach, one):
                self.owed.append((event.at, one.tokens[-1], one))

    def _shared(self, coach: Person, one: Written) -> bool:
        row = self.sight.deeds.row(one.who.id)
        kept = self.sight.ask(
            "SELECT r.visibility FROM response_texts t JOIN responses r ON r.id = t.response_id "
            "WHERE t.client_id = ? AND t.message_id = ?",
            one.who.id,
            one.message_id,
        )
        mine = row is not None and row["coach_id"] == coach.id
        return mine and bool(kept) and kept[0][0] in ("session", "now")

    def look(self) -> None:
        """What a digest owed and did not bring."""
        if self.sight.troubled:
            return
        late = [owed for owed in self.owed if self.sight.now > owed[0] + TOGETHER]
        self.owed = [owed for owed in self.owed if owed not in late]
        for at, token, one in late:
            if token not in self.told:
                self.told[token] = [at]  # once is enough
                self.sight.find("told", f"shared, and not told ({one.verb})", one.who.name, str(one))

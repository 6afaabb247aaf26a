"""Oracle: words that say a danger outright bring help at once and the truth about the notice, and no quote."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.i18n import languages, texts
from bot.simulator.state import Event

from . import cast
from .life import Act, Person
from .sight import Sight, is_prompt

WITHIN, TRUE = timedelta(seconds=5), timedelta(seconds=60)
SAID = tuple(one for words in cast.DANGER.values() for one in words)
HELP = (
    "findahelpline.com",
    *(
        texts(language).t(one)
        for language in languages()
        for one in (
            "In heavy hours: /help says where help is.",
            "Nobody is watching here: in danger, call your emergency number. /help says where help is.",
        )
    ),
)
"""What names the way to help: each card and all numbers; in each language where a card stands just above."""

NOW = tuple(
    texts(language).t(one).partition("{name}")[2]
    for language in languages()
    for one in ("{name} would like you to know this now, before the next session:",)
)
"""In each language, what a client chose to have told at once, in their own words; pages have words whole, too."""


@dataclass(slots=True)
class Harm:
    """``waiting``: who wrote such words, and when."""

    sight: Sight
    waiting: list[tuple[str, datetime]] = field(default_factory=list)

    def did(self, act: Act, made: int) -> None:
        """Were there such words?"""
        if act.words.endswith(SAID):
            self.waiting.append((act.who, self.sight.now))

    def said(self, person: Person, event: Event) -> None:
        """Where help is was said to somebody; a question never quotes such words."""
        if event.kind == "said" and any(one in event.text for one in HELP):
            self.waiting = [one for one in self.waiting if one[0] != person.name]
        if person.role == "client" and is_prompt(event) and any(one in event.text for one in SAID):
            self.sight.find("harm", "a question quotes words of danger", person.name, event.text)
        shown = person.role == "coach" and event.kind in ("said", "edited")
        if shown and any(one in event.text for one in SAID) and not any(one in event.text for one in NOW):
            self.sight.find("harm", "words of danger in a coach's chat", person.name, event.text)

    def look(self) -> None:
        """Who waits for longer than five seconds, and for the truth about a notice longer than a minute?"""
        if self.sight.troubled:
            return
        for one in [one for one in self.waiting if self.sight.now > one[1] + WITHIN]:
            self.waiting.remove(one)
            chat = self.sight.deeds.stage.sim.chat(self.sight.deeds.people[one[0]].id)
            if not chat.blocked and one[1] > self.sight.trouble - WITHIN:
                self.sight.find("harm", "danger was said, and nothing said where help is", one[0])
        old = int((max(self.sight.now - TRUE, self.sight.trouble)).timestamp() * 1_000_000)
        for row in self.sight.ask(
            "SELECT client_id FROM alerts WHERE told = '' AND again_at IS NULL AND seen_at IS NULL "
            "AND closed_at IS NULL AND made_at < ? AND made_at + 60000000 < ?",
            old,
            int(self.sight.now.timestamp() * 1_000_000),
        ):
            self.sight.find("harm", "nobody said what became of a notice", str(row["client_id"]))

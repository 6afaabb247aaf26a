"""Oracle: words that say a danger outright bring where help is within thirty seconds."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.i18n import languages, texts
from bot.simulator.state import Event

from . import cast
from .life import Act, Person
from .sight import Sight
from .signs import WITHIN

SAID = tuple(one for words in cast.DANGER.values() for one in words)
HELP = tuple(
    texts(language).t(one)
    for language in languages()
    for one in (
        "Nobody is watching here: in danger, call your emergency number. /help says where help is.",
        "It is not an emergency service, and nobody is watching. In danger, call your emergency number "
        "(112 or 911 in many countries). findahelpline.com lists people to talk to.",
        "This is Interlude, a bot for the time between coaching sessions. It opens with a link that a coach "
        "gives. Nothing you write here is kept. It is not an emergency service: in danger, call your "
        "emergency number; findahelpline.com lists people to talk to.",
    )
)
"""What names the way to help, in each language."""


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
        """Where help is was said to somebody."""
        if event.kind == "said" and any(one in event.text for one in HELP):
            self.waiting = [one for one in self.waiting if one[0] != person.name]

    def look(self) -> None:
        """Who waits for longer than thirty seconds?"""
        if self.sight.troubled:
            return
        for one in [one for one in self.waiting if self.sight.now > one[1] + WITHIN]:
            self.waiting.remove(one)
            chat = self.sight.deeds.stage.sim.chat(self.sight.deeds.people[one[0]].id)
            if not chat.blocked and one[1] > self.sight.trouble - WITHIN:
                self.sight.find("harm", "danger was said, and nothing said where help is", one[0])

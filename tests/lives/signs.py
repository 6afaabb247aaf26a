"""Oracle: each message of a person has a sign (answer, reaction, next question) within thirty seconds."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.simulator.state import Event

from .life import Act, Person
from .sight import Sight

WITHIN = timedelta(seconds=31)
TOGETHER = timedelta(minutes=10)
"""What follows within this time is one to its writer, where signs are switched off."""

SILENT = ("deletes", "reacts", "blocks", "unblocks", "publishes")
"""Acts of which the bot hears nothing, or need not answer."""

MESSAGES = ("says", "sends", "forwards", "replies", "edits", "opens", "types")
"""Acts to which other buttons elsewhere are no answer: something is said, or a sign stands under the message."""


@dataclass(slots=True)
class Signs:
    """Who waits for a sign: chat, since when, the message's number (0: a tap), and what was done."""

    sight: Sight
    waiting: list[tuple[str, datetime, int, str]] = field(default_factory=list)

    def did(self, act: Act, made: int) -> None:
        """Somebody waits from now on."""
        if act.verb not in SILENT and act.who != "world" and not self._one_line_is_enough(act):
            command = " a command" if act.words.startswith("/") else ""
            kind = f"{act.verb}{command}" + (f" {act.number}" if act.verb == "sends" else "")
            self.waiting.append((act.who, self.sight.now, made, kind))

    def _one_line_is_enough(self, act: Act) -> bool:
        """Whether its writer wants no signs, and wrote just before: a line says once that it is kept."""
        row, acts = self.sight.rows.get(act.who), self.sight.acts.get(act.who, [])[:-1]
        just_before = any(one.verb in MESSAGES and act.at - one.at < TOGETHER for one in acts[-9:])
        return row is not None and not row["reactions"] and act.verb in MESSAGES and just_before

    def said(self, person: Person, event: Event) -> None:
        """The bot did something in a chat: a reaction is for one message, all else for whatever came before."""
        self.waiting = [one for one in self.waiting if one[0] != person.name or not _answers(event, one)]

    def look(self) -> None:
        """Whose time is over without a sign?"""
        now, chats = self.sight.now, self.sight.deeds.stage.sim
        if self.sight.troubled:
            return
        for who, at, made, kind in list(self.waiting):
            late = now > at + WITHIN
            blocked = chats.chat(self.sight.deeds.people[who].id).blocked
            if late and not blocked and at > self.sight.trouble - WITHIN:
                state = self.sight.rows.get(who)
                where = state["state"] if state else "no client"
                self.sight.find("sign", f"{kind} ({where})", who, f"message {made} of {at:%d %b %H:%M:%S}")
            if late or blocked:
                self.waiting.remove((who, at, made, kind))


def _answers(event: Event, waits: tuple[str, datetime, int, str]) -> bool:
    _, _, made, kind = waits
    if event.kind == "reacted":  # a tap that marks is answered under the words that it marks
        return made == event.message_id or kind.partition(" ")[0] not in MESSAGES
    return event.kind == "said" or kind.partition(" ")[0] not in MESSAGES

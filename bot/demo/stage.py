"""The people of the demo as they act: joining, and answering what they were asked as their lives have it."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.demo.asked import Step, step_of
from bot.demo.cast import ClientPart, CoachPart, Take, cast
from bot.simulator import ChatMessage
from bot.world import World

LINK = re.compile(r"\?start=([\w-]+)")


SEEN = "I have seen it"
"""The button under a notice for a coach that somebody may need a person."""

NONE: Take = ("[Pass]",)
"""What somebody does where their life has nothing, or nothing more."""


@dataclass(frozen=True, slots=True, order=True)
class Intent:
    """What somebody is going to do, and when; ``message``: under which a label is tapped, 0 for the newest."""

    at: datetime
    line: str
    message: int = 0


@dataclass(slots=True)
class Actor:
    """A client on the stage. ``seen`` is the last prompt acted on; ``intents`` what they will do when.

    ``taken``: so many takes of a step are used; ``unwritten``: prompts for which their life has nothing.
    """

    part: ClientPart
    chat: int
    seen: int = 0
    intents: list[Intent] = field(default_factory=list)
    gone: bool = False
    taken: dict[Step, int] = field(default_factory=dict)
    unwritten: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Stage:
    """The world with its people in it."""

    world: World
    chance: random.Random
    start: datetime
    names: dict[int, str] = field(default_factory=dict)
    coaches: dict[int, CoachPart] = field(default_factory=dict)
    clients: list[Actor] = field(default_factory=list)
    admin: int = 0

    async def say(self, chat: int, words: str) -> None:
        """Somebody writes, and the bot has its time to answer."""
        self.world.sim.say(chat, words)
        await self.pause(2)

    async def tap(self, chat: int, label: str) -> None:
        """Somebody taps a button."""
        self.world.sim.tap(chat, label)
        await self.pause(2)

    async def pause(self, seconds: float) -> None:
        """Let a little time pass."""
        await self.world.until(self.world.clock.now() + timedelta(seconds=seconds))

    def newest_link(self, chat: int) -> str:
        """The payload of the latest link the bot sent to somebody."""
        for text in reversed(self.world.sim.texts(chat)):
            if found := LINK.search(text):
                return found[1]
        raise LookupError("the bot sent no link")

    # ---- joining -------------------------------------------------------------------------------

    async def gather(self) -> None:
        """The admin lets the coaches in, the coaches their clients; coaching sessions are logged."""
        self._add(cast().admin, self.admin)
        for coach in cast().coaches:
            chat = self._add(coach.name)
            self.coaches[chat] = coach
            await self.say(self.admin, "/coach")
            await self._open(chat, self.admin)
            await self.say(chat, coach.name)
            await self.tap(chat, "Yes")
            await self.say(chat, coach.place)
            for part in coach.clients:
                await self._client(chat, part)

    def _add(self, name: str, chat: int | None = None) -> int:
        person = self.world.sim.person(name, chat)
        self.names[person.id] = name
        return person.id

    async def _open(self, chat: int, by: int) -> None:
        self.world.sim.start(chat, self.newest_link(by))
        await self.pause(2)

    async def _client(self, coach: int, part: ClientPart) -> None:
        await self.say(coach, "/invite")
        chat = self._add(part.name)
        await self._open(chat, coach)
        await self.tap(chat, self.world.sim.buttons(chat)[0])  # they share what they write
        await self.tap(chat, self.world.sim.buttons(chat)[0])  # born long ago
        await self.say(chat, part.name)
        await self.tap(chat, "Yes")
        await self._place(chat, part)
        for wanted in (part.days, part.hours):
            if wanted in self.world.sim.buttons(chat):
                await self.tap(chat, wanted)
            else:
                await self.say(chat, wanted)
        await self.say(coach, f"/session {part.name} {part.session} weekly")
        await self.tap(coach, self.world.sim.buttons(coach)[0])  # what was understood is right
        intents = list(self._moments(part))
        self.clients.append(Actor(part, chat, seen=self._last(chat), intents=intents))

    def _moments(self, part: ClientPart) -> Iterator[Intent]:
        here = ZoneInfo(part.clock)
        for one in part.moments:
            day = self.start.astimezone(here).date() + timedelta(days=one.day)
            yield from _paced(one.take, datetime.combine(day, one.at, here).astimezone(UTC), 0)

    async def _place(self, chat: int, part: ClientPart) -> None:
        if ":" not in part.place:
            return await self.say(chat, part.place)
        # by the clock on the wall: the bot offers places, and the first one will do
        hours = timedelta(hours=-5)
        await self.say(chat, f"{self.world.clock.now() + hours:%H:%M}")
        labels = self.world.sim.buttons(chat)
        if labels and not any("Mon" in label for label in labels):
            await self.tap(chat, labels[0])
        return None

    def _last(self, chat: int) -> int:
        return max((message.id for message in self.world.sim.messages(chat)), default=0)

    # ---- going on ------------------------------------------------------------------------------

    async def go_on(self, end: datetime) -> None:
        """Play until an instant: time passes, prompts come, people do what they do."""
        while self.world.clock.now() < end:
            planned = [intent.at for actor in self.clients for intent in actor.intents]
            soon = self.world.clock.now() + timedelta(minutes=30)
            await self.world.until(min([soon, end, *planned]))
            for actor in self.clients:
                self._act(actor)
            for actor in self.clients:
                self._look(actor)
            for coach in self.coaches:
                self._attend(coach)

    def _act(self, actor: Actor) -> None:
        """Do what is due of what somebody had in mind."""
        now = self.world.clock.now()
        due = sorted(intent for intent in actor.intents if intent.at <= now)
        actor.intents = [intent for intent in actor.intents if intent.at > now]
        for intent in due if not actor.gone else ():
            self._do(actor.chat, intent)

    def _do(self, chat: int, intent: Intent) -> None:
        sim, line = self.world.sim, intent.line
        if line.startswith("["):
            label = line.strip("[]")
            under = intent.message or self._newest_with(chat, label)
            if under and label in _labels(sim.chat(chat).messages[under]):
                sim.tap(chat, label, under)
        elif line.startswith("~"):
            own = [one for one in sim.messages(chat) if not one.out and "text" in one.body]
            sim.edit(chat, own[-1].id, line.strip("~ "))
        else:
            sim.say(chat, line)

    def _newest_with(self, chat: int, label: str) -> int:
        there = self.world.sim.messages(chat)
        return max((one.id for one in there if one.out and label in _labels(one)), default=0)

    def _attend(self, coach: int) -> None:
        """A coach who is told that somebody may need a person says that they have seen it."""
        if under := self._newest_with(coach, SEEN):
            self.world.sim.tap(coach, SEEN, under)

    def _look(self, actor: Actor) -> None:
        """Notice a new prompt, and have in mind what to do about it."""
        part, now = actor.part, self.world.clock.now()
        day = (now - self.start).days
        if part.blocks is not None and day >= part.blocks and not actor.gone:
            self.world.sim.block(actor.chat)
            actor.gone = True
        new = [one for one in self.world.sim.messages(actor.chat) if one.out and one.id > actor.seen]
        asked = [one for one in new if _asks(one, part)]
        if not asked or actor.gone:
            return
        actor.seen = asked[-1].id
        if not part.silent[0] <= day < part.silent[1]:
            at = now + timedelta(seconds=self.chance.randint(20, 5400))
            actor.intents += _paced(self._take(actor, asked[-1]), at, asked[-1].id)

    def _take(self, actor: Actor, prompt: ChatMessage) -> Take:
        """The next of what their life has for what is asked here."""
        words = str(prompt.body["text"])
        step = step_of(words)
        if step is None or step not in actor.part.asked:
            actor.unwritten.append(words)
            return NONE
        takes, n = actor.part.asked[step], actor.taken.get(step, 0)
        actor.taken[step] = n + 1
        return takes[n] if n < len(takes) else NONE


def _asks(message: ChatMessage, part: ClientPart) -> bool:
    """Whether a message is a page's question, or another step that somebody's life has something for."""
    labels = _labels(message)
    return "Pass" in labels or bool(labels and step_of(str(message.body.get("text", ""))) in part.asked)


def _paced(take: Take, at: datetime, message: int) -> Iterator[Intent]:
    """A take from an instant on, six seconds from line to line; what is tapped first is under that message."""
    for n, line in enumerate(take):
        yield Intent(at + timedelta(seconds=6 * n), line, message if n == 0 else 0)


def _labels(message: ChatMessage) -> list[str]:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]

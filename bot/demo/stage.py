"""The people of the demo as they act: joining, and answering prompts in their own manner."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.cast import ADMIN, BACK, COACHES, LONG, SHORT, ClientPart, CoachPart
from bot.simulator import ChatMessage
from bot.world import World

LINK = re.compile(r"\?start=([\w-]+)")


@dataclass(slots=True)
class Actor:
    """A client on the stage. ``seen`` is the last prompt acted on; ``plans`` what they will do when."""

    part: ClientPart
    chat: int
    seen: int = 0
    plans: list[tuple[datetime, str, str, int]] = field(default_factory=list)
    gone: bool = False
    back: bool = False  # after a silence they have been heard again


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
        self._add(ADMIN, self.admin)
        for coach in COACHES:
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
        labels = self.world.sim.buttons(chat)
        await self.tap(chat, labels[0] if part.shares else labels[1])
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
        self.clients.append(Actor(part, chat, seen=self._last(chat)))

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
            planned = [plan[0] for actor in self.clients for plan in actor.plans]
            soon = self.world.clock.now() + timedelta(minutes=30)
            await self.world.until(min([soon, end, *planned]))
            for actor in self.clients:
                self._act(actor)
            for actor in self.clients:
                self._look(actor)

    def _act(self, actor: Actor) -> None:
        """Do what is due of what somebody had in mind."""
        now = self.world.clock.now()
        due = sorted(plan for plan in actor.plans if plan[0] <= now)
        actor.plans = [plan for plan in actor.plans if plan[0] > now]
        for _, what, words, message in due:
            self._do(actor, what, words, message)

    def _do(self, actor: Actor, what: str, words: str, message: int) -> None:
        sim = self.world.sim
        if what == "say":
            sim.say(actor.chat, words)
        elif what == "edit":
            own = [one for one in sim.messages(actor.chat) if not one.out and "text" in one.body]
            sim.edit(actor.chat, own[-1].id, own[-1].body["text"] + " At least I think so.")
        elif what == "tap" and words in _labels(sim.chat(actor.chat).messages[message]):
            sim.tap(actor.chat, words, message)
        elif what == "block":
            sim.block(actor.chat)
            actor.gone = True

    def _look(self, actor: Actor) -> None:
        """Notice a new prompt, and plan what to do about it."""
        habit, now = actor.part.habit, self.world.clock.now()
        day = (now - self.start).days
        if habit.blocks is not None and day >= habit.blocks and not actor.gone:
            actor.plans = [(now, "block", "", 0)]
        if habit.silent[1] and day >= habit.silent[1] and not actor.back:
            actor.back = True
            actor.plans.append((now + timedelta(hours=3), "say", BACK, 0))
        new = [one for one in self.world.sim.messages(actor.chat) if one.out and one.id > actor.seen]
        prompts = [one for one in new if "Pass" in _labels(one) and "Later" in _labels(one)]
        if not prompts or actor.gone:
            return
        actor.seen = prompts[-1].id
        if not habit.silent[0] <= day < habit.silent[1]:
            actor.plans += self._reaction(actor, prompts[-1])

    def _reaction(self, actor: Actor, prompt: ChatMessage) -> list[tuple[datetime, str, str, int]]:
        habit, roll = actor.part.habit, self.chance.random()
        at = self.world.clock.now() + timedelta(seconds=self.chance.randint(20, 5400))
        offered = [label for label in _labels(prompt) if label not in ("Pass", "Later", "Enough for now")]
        if roll < habit.passes:
            return [(at, "tap", "Pass", prompt.id)]
        if offered and self.chance.random() < 0.7:
            return [(at, "tap", self.chance.choice(offered), prompt.id)]
        return self._answer(actor, at)

    def _answer(self, actor: Actor, at: datetime) -> list[tuple[datetime, str, str, int]]:
        habit = actor.part.habit
        if self.chance.random() < habit.several:
            first = self.chance.randrange(len(LONG) - 2)
            pieces = LONG[first : first + self.chance.randint(2, 3)]
        else:
            pieces = (self.chance.choice(SHORT),)
        plans = [(at + timedelta(seconds=6 * n), "say", piece, 0) for n, piece in enumerate(pieces)]
        if self.chance.random() < habit.edits:
            plans.append((plans[-1][0] + timedelta(seconds=9), "edit", "", 0))
        return plans


def _labels(message: ChatMessage) -> list[str]:
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]

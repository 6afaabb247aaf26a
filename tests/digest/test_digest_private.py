"""From the store to the coach: nothing private is in a digest, by no way, in no form."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.config import Config
from bot.core.digest.digest import compile
from bot.core.digest.week import Week
from bot.core.script.parser import parse
from bot.core.talk.model import Answer, Context, Reflection
from bot.i18n import texts
from bot.people import gathering
from bot.people.turn import Turn
from bot.render import page, picture, text
from bot.store import marks, people, reflections, response_writes, scripts
from bot.store.db import Store, Tx

COACH, CLIENT = 2000, 3000
PLANTED = "planted-private"
SOURCE = """---
title: {title}
author: A. Test, tester
reviewed: 2026-11-21 by a test
basis: none
when: on demand
length: 2
tags: [{tag}]
---

# stayed
If you like: what has stayed with you?

# carry
{{{{ thanks }}}} What would you like {{{{ coach }}}} to carry?

# again
{{{{ thanks }}}}

{{% if stayed %}}What about {{{{ stayed }}}} would you like to keep?{{% else %}}What else?{{% endif %}}
"""

Telling = Callable[["World"], None]


class World:
    """A coach, a client, and what the client answered."""

    def __init__(self, tx: Tx, now: datetime) -> None:
        self.tx, self.now, self.messages = tx, now, 0
        people.add_coach(tx, COACH, now=now, state="active")
        people.change_coach(tx, COACH, name="Dana", zone="Europe/Berlin")
        people.add_client(tx, CLIENT, COACH, now=now, state="active")
        people.change_client(tx, CLIENT, name="Ada", zone="Europe/Berlin")

    def reflect(self, script: str, at: timedelta = timedelta(days=-1)) -> int:
        """A reflection through a script of that name, which is also its title's and tag's."""
        if scripts.live(self.tx, script, "en") is None:
            source = SOURCE.format(title=f"Title {script}", tag=f"tag {script}")
            assert parse(source, f"{script}.md")[0] is not None
            scripts.publish(self.tx, script, "en", source, author="a test", now=self.now)
        self.messages += 1
        made = reflections.add(
            self.tx,
            CLIENT,
            Reflection(script, "en", 1, Context("Dana"), state="finished"),
            occasion=f"demand:{self.messages}",
            now=self.now + at,
        )
        assert made is not None
        return made.id

    def answer(self, reflection: int, answer: Answer, visibility: str, words: str = "") -> None:
        """A response, kept a little before now."""
        row = reflections.get(self.tx, reflection)
        assert row is not None
        at = row.begun_at + timedelta(minutes=answer.question)
        kept = response_writes.keep(
            self.tx, CLIENT, reflection, answer, script=row.script, version=1, visibility=visibility, now=at
        )
        if words:
            self.messages += 1
            response_writes.add_text(self.tx, kept, CLIENT, self.messages, words, now=at)

    def week(self) -> Week:
        """The coach's week, as the people's room reads it."""
        turn = Turn(self.tx, self.now, -1, Config(), "bot")
        coach, client = people.coach(self.tx, COACH), people.client(self.tx, CLIENT)
        assert coach is not None
        assert client is not None
        return gathering.week(turn, coach, client, self.now).week


NOW = datetime.fromisoformat("2026-11-22T16:00:00+00:00")


async def seen(store: Store, tell: Telling) -> tuple[Week, str]:
    """The week of what was told, and all that the coach gets to read of it."""

    def read(tx: Tx) -> Week:
        world = World(tx, NOW)
        tell(world)
        return world.week()

    week = await store.run(read)
    digest, say = compile(week), texts("en")
    return week, text.text(digest, say) + page.page(digest, say) + picture.caption(digest, say)


async def test_a_private_answer_leaves_no_trace(store: Store) -> None:
    """Words, choice, rating, prompt, script, tag, mark and number of a private reflection are nowhere."""

    def tell(world: World) -> None:
        one = world.reflect(PLANTED)
        world.answer(one, Answer("stayed", 1, PLANTED, choice=PLANTED, rating=4), "private", PLANTED)
        marks.add(world.tx, CLIENT, one, PLANTED, world.now)
        reflections.set_fit(world.tx, one, "no")
        response_writes.note(
            world.tx, CLIENT, 900, PLANTED, visibility="private", now=world.now - timedelta(days=1)
        )

    week, read = await seen(store, tell)
    assert PLANTED not in read
    assert (week.responses, week.prompts, week.marked) == ((), (), ())


async def test_a_private_pass_leaves_no_trace(store: Store) -> None:
    """A pass that is not shared is not counted, and its topic is not told."""

    def tell(world: World) -> None:
        for _ in range(3):
            world.answer(world.reflect(PLANTED), Answer("stayed", 1, "p", passed=True), "private")

    week, read = await seen(store, tell)
    assert PLANTED not in read
    assert week.prompts == ()


async def test_only_shared_answers_say_what_became_of_a_reflection(store: Store) -> None:
    """With a private answer and a shared pass, the reflection counts as passed."""

    def tell(world: World) -> None:
        one = world.reflect("mid-week")
        world.answer(one, Answer("stayed", 1, "p"), "private", PLANTED)
        world.answer(one, Answer("carry", 2, "p", passed=True), "session")

    week, read = await seen(store, tell)
    assert [prompt.state for prompt in week.prompts] == ["passed"]
    assert PLANTED not in read


async def test_private_words_do_not_come_back_in_a_later_prompt(store: Store) -> None:
    """A prompt that echoed a private answer is not shown with the shared answer that follows it."""

    def tell(world: World) -> None:
        one = world.reflect("mid-week")
        world.answer(one, Answer("stayed", 1, "What has stayed with you?"), "private", PLANTED)
        echo = f"You wrote: “{PLANTED}”. What would you like Dana to carry?"
        world.answer(one, Answer("carry", 2, echo), "session", "openly")
        world.answer(one, Answer("again", 3, f"What about “{PLANTED}” would you like to keep?"), "now", "too")

    week, read = await seen(store, tell)
    assert "openly" in read
    assert PLANTED not in read
    assert "What would you like Dana to carry?" in read
    assert [response.prompt for response in week.responses] == ["What would you like Dana to carry?", ""]


async def test_a_shared_prompt_is_shown_to_the_letter(store: Store) -> None:
    """Where every answer of a reflection is shared, each stands beside the exact prompt."""

    def tell(world: World) -> None:
        one = world.reflect("mid-week")
        world.answer(one, Answer("stayed", 1, "What has stayed with you?"), "session", "open words")
        world.answer(one, Answer("carry", 2, "You wrote: “open words”. And now?"), "session", "more")

    _, read = await seen(store, tell)
    assert "You wrote: “open words”. And now?" in read

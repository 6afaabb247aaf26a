"""Which prompt a client's message belongs to, whatever crashed in between."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from opening import NOW, answer, joined, keep

from bot.store import dialogues, hand, outbox, response_writes, responses, showing
from bot.store.db import Store, Tx
from bot.store.reflections import ReflectionRow

LATER = NOW + timedelta(seconds=30)


async def add(store: Store, key: str, chat_id: int = 7, lane: int = outbox.REPLY, **more: Any) -> bool:
    return await store.run(
        lambda tx: outbox.add(tx, key, chat_id, lane, "sendMessage", {"text": key}, NOW, **more)
    )


async def prompts(store: Store, *shown: tuple[int, int | None]) -> None:
    """Prompts of reflection 3 as (turn, message id); None: still waiting."""
    for turn, message_id in shown:
        await add(store, f"p{turn}", reflection_id=3, question=turn, purpose="prompt")
        if message_id is not None:
            (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 1))
            await store.run(lambda tx, g=going, m=message_id: outbox.sent(tx, g.id, m, NOW))  # type: ignore[misc]


async def question_of(store: Store, message_id: int, said_at: Any = NOW) -> int | None:
    return await store.run(lambda tx: showing.question_of(tx, 3, message_id, said_at))


async def test_an_answer_belongs_to_the_latest_prompt_seen(store: Store) -> None:
    """A message belongs to the last prompt with a smaller id, however late it is thought about."""
    await prompts(store, (1, 10), (2, 20), (3, None))
    assert [await question_of(store, m) for m in (5, 11, 19, 21, 99)] == [None, 1, 1, 2, 2]


async def test_a_nudge_or_edit_is_no_prompt(store: Store) -> None:
    """A nudge of a turn does not count as a later prompt."""
    await prompts(store, (1, 10))
    await add(store, "n", reflection_id=3, question=9, purpose="nudge")
    await store.run(lambda tx: outbox.take(tx, NOW, 1))
    await store.run(lambda tx: outbox.sent(tx, 2, 12, NOW))
    assert await question_of(store, 13) == 1


async def test_a_prompt_whose_send_was_cut_off_counts_from_its_repeat_on(store: Store) -> None:
    """Nobody knows whether the first copy arrived, so that words before the second answer the prompt before."""
    await prompts(store, (1, 10), (2, None))
    await store.run(lambda tx: outbox.take(tx, NOW, 1))
    await store.run(lambda tx: outbox.recover(tx, LATER))
    assert await question_of(store, 15, LATER) == 1
    await store.run(lambda tx: outbox.take(tx, LATER, 1))
    await store.run(lambda tx: outbox.sent(tx, 2, 16, LATER))
    assert [await question_of(store, m, LATER) for m in (15, 17)] == [1, 2]


async def test_a_prompt_that_was_given_up_counts_by_the_clock(store: Store) -> None:
    """Sent twice, and never an answer from Telegram: who writes a second after it was tried has seen it."""
    await prompts(store, (1, 10), (2, None))
    await store.run(lambda tx: outbox.take(tx, NOW, 1))
    await store.run(lambda tx: outbox.ambiguous(tx, 2, NOW, most=0))
    assert [await question_of(store, 15, NOW + timedelta(seconds=late)) for late in (0, 1)] == [1, 2]


async def test_a_prompt_that_goes_out_right_now_was_not_seen(store: Store) -> None:
    """Words that came in the second in which a prompt is being sent answer the one before it."""
    await prompts(store, (1, 10), (2, None))
    await store.run(lambda tx: outbox.take(tx, NOW, 1))
    assert await question_of(store, 15, NOW) == 1


async def test_a_sure_failure_was_not_seen(store: Store) -> None:
    """A prompt that surely did not arrive (429) counts as seen only from its next attempt on."""
    await prompts(store, (1, 10), (2, None))
    await store.run(lambda tx: outbox.take(tx, NOW, 1))
    await store.run(lambda tx: outbox.later(tx, 2, LATER))
    assert await question_of(store, 15, NOW + timedelta(seconds=5)) == 1
    await store.run(lambda tx: outbox.take(tx, LATER, 1))
    await store.run(lambda tx: outbox.ambiguous(tx, 2, LATER, most=0))
    assert await question_of(store, 15, NOW + timedelta(seconds=5)) == 1
    assert await question_of(store, 15, LATER + timedelta(seconds=1)) == 2


async def test_a_message_of_the_bot_finds_its_prompt(store: Store) -> None:
    """A reply to a prompt, or a tap under it, finds reflection and turn; any other message none."""
    await prompts(store, (1, 10), (2, None))
    assert await store.run(lambda tx: showing.prompt_at(tx, 7, 10)) == showing.Shown(3, 1, 10)
    assert await store.run(lambda tx: showing.prompt_at(tx, 8, 10)) is None
    assert await store.run(lambda tx: showing.prompt_of(tx, 3, 1)) == showing.Shown(3, 1, 10)
    assert await store.run(lambda tx: showing.prompt_of(tx, 3, 2)) == showing.Shown(3, 2, None)
    assert await store.run(lambda tx: showing.prompt_of(tx, 3, 9)) is None


@pytest.mark.parametrize("purpose", ["prompt", "rhythm", "nudge"])
@pytest.mark.parametrize("before", [0, 15, 40])
async def test_what_stood_before_a_message_is_read_at_once_as_it_is_one_by_one(
    store: Store, purpose: str, before: int
) -> None:
    """By one statement the same is known of a chat as by one for each question, whatever stands there."""
    talk = replace(await joined(store), question=2)
    await store.run(lambda tx: _said_before(tx, talk, before))
    for number, message_id in ((1, 10), (2, 20), (2, None)):
        key, more = f"{number}{message_id}", {"reflection_id": talk.id, "question": number}
        await add(store, key, purpose="prompt" if message_id != 20 else purpose, **more)
        if message_id is not None:
            (going,) = await store.run(lambda tx: outbox.take(tx, NOW, 1))
            await store.run(lambda tx, g=going, m=message_id: outbox.sent(tx, g.id, m, NOW))  # type: ignore[misc]

    def known(tx: Tx, message_id: int, at_once: bool) -> tuple[Any, ...]:
        if at_once:
            hand.stood(tx, 7, message_id, LATER, talk)
        return (
            dialogues.rhythm_asked(tx, 7, message_id, None),
            showing.question_of(tx, talk.id, message_id, LATER),
            showing.prompt_of(tx, talk.id, talk.question),
            responses.spoken_before(tx, 7, message_id),
        )

    for message_id in (5, 11, 21, 50):
        single = await store.run(partial(known, message_id=message_id, at_once=False))
        assert await store.run(partial(known, message_id=message_id, at_once=True)) == single


def _said_before(tx: Tx, talk: ReflectionRow, message_id: int) -> None:
    if message_id:
        response = keep(tx, talk, answer())
        response_writes.add_text(tx, response, 7, message_id, "Words.", now=NOW)

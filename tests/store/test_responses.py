"""Responses: nothing lost, nothing twice, private stays private."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from blank import blank
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opening import LATER, NOW, WEEK, answer, begin, join, joined, keep, ring

from bot.store import advance_copies, digests, figures, marks, outbox, response_writes, responses, unsaid
from bot.store.db import Store, Tx
from bot.vault import VaultFault


async def test_an_answer_in_many_messages_is_one_response(store: Store) -> None:
    """Every message of an answer is kept whole and in order in one response, with the exact prompt."""
    row = await joined(store)

    def fill(tx: Tx) -> int:
        number = keep(tx, row, answer(), "session")
        assert keep(tx, row, answer(texts=("a",))) == number
        for message_id, words in ((11, "one " * 900), (13, "three"), (12, "two \ud83d")):
            assert response_writes.add_text(tx, number, 7, message_id, words, now=NOW)
        return number

    number = await store.run(fill)
    found = await store.run(lambda tx: responses.get(tx, number))
    assert found is not None
    assert [text.words for text in found.texts] == ["one " * 900, "two \ud83d", "three"]
    assert (found.prompt, found.step, found.script, found.version) == (
        "What stayed, 1?",
        "step-1",
        "after-session",
        3,
    )
    assert (found.visibility, found.state, found.at) == ("session", "answered", NOW)


async def test_a_message_is_kept_once(store: Store) -> None:
    """The same message kept twice, here or as a note, is there once."""
    row = await joined(store)

    def fill(tx: Tx) -> list[bool]:
        number = keep(tx, row, answer())
        return [
            response_writes.add_text(tx, number, 7, 11, "one", now=NOW),
            response_writes.add_text(tx, number, 7, 11, "again", now=NOW),
            response_writes.note(tx, 7, 11, "again", visibility="private", now=NOW),
            response_writes.note(tx, 7, 12, "a note", visibility="private", now=NOW),
            response_writes.note(tx, 7, 12, "a note", visibility="private", now=NOW),
        ]

    assert await store.run(fill) == [True, False, False, True, False]
    everything = await store.run(lambda tx: responses.all_of(tx, 7))
    assert [text.words for one in everything for text in one.texts] == ["one", "a note"]


async def test_ratings_choices_and_passes_are_kept(store: Store) -> None:
    """A rating, a choice and a pass read back; a later tap replaces what the turn had, not who may see it."""
    row = await joined(store)

    def fill(tx: Tx) -> tuple[int, ...]:
        return (
            keep(tx, row, answer(1, rating=4)),
            keep(tx, row, answer(2, choice="Something felt new")),
            keep(tx, row, answer(3, passed=True)),
        )

    rated, chosen, passed = await store.run(fill)
    one, two, three = await store.run(
        lambda tx: [responses.get(tx, number) for number in (rated, chosen, passed)]
    )
    assert one and two and three
    assert (one.rating, two.choice, three.state) == (4, "Something felt new", "passed")
    await store.run(lambda tx: keep(tx, row, answer(3, rating=0), "session", LATER))
    again = await store.run(lambda tx: responses.get(tx, passed))
    assert again is not None
    assert (again.state, again.rating, again.visibility, again.at) == ("answered", 0, "private", NOW)


async def test_when_it_was_asked_is_known(store: Store) -> None:
    """A response knows when its prompt was sent, where that is known."""
    row = await joined(store)

    def ask(tx: Tx) -> None:
        outbox.add(tx, "p1", 7, 2, "sendMessage", {}, NOW, reflection_id=row.id, question=1, purpose="prompt")
        (going,) = outbox.take(tx, NOW, 1)
        outbox.sent(tx, going.id, 5, LATER)

    await store.run(ask)
    one = await store.run(lambda tx: responses.get(tx, keep(tx, row, answer(1))))
    two = await store.run(lambda tx: responses.get(tx, keep(tx, row, answer(2))))
    assert one is not None and two is not None
    assert (one.asked_at, two.asked_at) == (LATER, None)


async def test_an_edit_keeps_what_was_before(store: Store) -> None:
    """Edits change the words and keep every earlier version; a repeat or an empty edit changes nothing."""
    row = await joined(store)

    def fill(tx: Tx) -> None:
        response_writes.add_text(tx, keep(tx, row, answer()), 7, 11, "first", now=NOW)
        response_writes.edit(tx, 7, 11, "second", now=LATER, edit_key="u:1")
        response_writes.edit(tx, 7, 11, "second", now=LATER, edit_key="u:1")
        response_writes.edit(tx, 7, 11, "second", now=LATER, edit_key="u:2")
        response_writes.edit(tx, 7, 11, "third", now=LATER, edit_key="u:3")
        response_writes.edit(tx, 7, 11, "elsewhere", now=LATER, edit_key="u:3")

    await store.run(fill)
    (one,) = await store.run(lambda tx: responses.all_of(tx, 7))
    assert one.edited
    assert [text.words for text in one.texts] == ["third"]
    assert [edit.words for edit in one.texts[0].edits] == ["first", "second"]
    assert await store.run(lambda tx: response_writes.edit(tx, 7, 99, "x", now=NOW, edit_key="u:9")) is None
    assert await store.run(lambda tx: response_writes.edit(tx, 8, 11, "x", now=NOW, edit_key="u:9")) is None


async def test_private_words_are_never_shared(store: Store) -> None:
    """What a coach sees holds exactly the shared responses, older ones too that were not told; it can be undone."""
    row = await joined(store)

    def fill(tx: Tx) -> None:
        for turn, (visibility, days) in enumerate(
            (("session", 0), ("private", 0), ("now", 1), ("session", -1), ("session", 7)), 1
        ):
            number = keep(tx, row, answer(turn), visibility, NOW + timedelta(days=days))
            response_writes.add_text(tx, number, 7, turn, f"{visibility} {days}", now=NOW)

    await store.run(fill)
    shared = await store.run(lambda tx: responses.shared(tx, 7, NOW, 100))
    assert [one.texts[0].words for one in shared] == ["session -1", "session 0", "now 1", "session 7"]
    await store.run(lambda tx: response_writes.set_visibility(tx, shared[1].id, "private"))
    assert len(await store.run(lambda tx: responses.shared(tx, 7, NOW, 100))) == 3
    assert await store.run(lambda tx: response_writes.set_reflection_visibility(tx, row.id, "private")) == 4
    left = await store.run(lambda tx: responses.shared(tx, 7, NOW - WEEK, 100))
    assert [one.texts[0].words for one in left] == ["now 1"]  # told at once stays told


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["private", "session", "now"]), max_size=6))
async def test_shared_is_exactly_what_is_not_private(tmp_path: Path, visibilities: list[str]) -> None:
    """For any mixture of visibilities the coach's query gives those that are not private, and no other."""
    async with Store.open(blank(_fresh(tmp_path)), ring()) as store:
        row = await joined(store)

        def fill(tx: Tx) -> None:
            for turn, visibility in enumerate(visibilities, 1):
                keep(tx, row, answer(turn), visibility)

        await store.run(fill)
        shared = await store.run(lambda tx: responses.shared(tx, 7, NOW, 100))
    assert [one.visibility for one in shared] == [v for v in visibilities if v != "private"]


def _fresh(folder: Path) -> Path:
    return folder / str(len(list(folder.iterdir()))) / "x.db"


async def test_the_latest_come_first(store: Store) -> None:
    """A client's latest answers come newest first, as many as asked for."""
    row = await joined(store)
    for turn in (1, 2, 3):
        at = NOW + timedelta(minutes=turn)
        await store.run(lambda tx, t=turn, at=at: keep(tx, row, answer(t), at=at))  # type: ignore[misc]
    assert [one.question for one in await store.run(lambda tx: responses.latest(tx, 7, 2))] == [3, 2]
    assert [one.question for one in await store.run(lambda tx: responses.of_reflection(tx, row.id))] == [
        1,
        2,
        3,
    ]


async def test_a_reflection_has_one_mark(store: Store) -> None:
    """A moment is marked once a reflection."""
    row = await joined(store)
    marked = [await store.run(lambda tx: marks.add(tx, 7, row.id, "breakthrough", NOW)) for _ in "ab"]
    assert marked == [True, False]
    (mark,) = await store.run(lambda tx: marks.of_client(tx, 7))
    assert (mark.reflection_id, mark.kind, mark.at) == (row.id, "breakthrough", NOW)


async def test_answers_lie_sealed(store: Store) -> None:
    """No word of an answer, choice, prompt or file id can be read in the files, nor in a printed value."""
    row = await joined(store)

    def fill(tx: Tx) -> responses.Response | None:
        what = replace(answer(choice="planted choice"), prompt="planted prompt")
        number = keep(tx, row, what)
        response_writes.add_text(tx, number, 7, 11, "planted words", now=NOW, file="voice planted")
        response_writes.edit(tx, 7, 11, "other planted words", now=NOW, edit_key="u:1")
        return responses.get(tx, number)

    found = await store.run(fill)
    assert found is not None
    assert found.texts[0].file == "voice planted"
    assert "planted" not in repr(found)
    for side in ("", "-wal"):
        assert b"planted" not in Path(f"{store.path}{side}").read_bytes()  # noqa: ASYNC240 - small files


async def test_a_moved_blob_opens_nowhere_else(store: Store) -> None:
    """A sealed text put into another row by hand does not open there."""
    row = await joined(store)

    def fill(tx: Tx) -> int:
        number = keep(tx, row, answer())
        for message_id in (11, 12):
            response_writes.add_text(tx, number, 7, message_id, f"words {message_id}", now=NOW)
        tx.db.execute(
            "UPDATE response_texts SET words = (SELECT words FROM response_texts WHERE message_id = 11) "
            "WHERE message_id = 12"
        )
        return number

    number = await store.run(fill)
    with pytest.raises(VaultFault) as fault:
        await store.run(lambda tx: responses.get(tx, number))
    assert "words 11" not in str(fault.value)


async def test_figures_are_counted(store: Store) -> None:
    """Figures say how many prompts went out, what came back and how many words are kept, all counted."""

    def fill(tx: Tx) -> None:
        join(tx)
        row = begin(tx)
        number = keep(tx, row, answer(1))
        response_writes.add_text(tx, number, 7, 11, "three words kept", now=NOW)
        response_writes.edit(tx, 7, 11, "only two", now=NOW, edit_key="u:1")
        keep(tx, row, answer(2, passed=True))
        digests.add(tx, 100, 7, start=NOW - WEEK, end=NOW, now=NOW, body="x")
        for turn in (1, 2, 3):
            key = f"p{turn}"
            outbox.add(
                tx, key, 7, 2, "sendMessage", {}, NOW, reflection_id=row.id, question=turn, purpose="prompt"
            )
        for _ in range(2):
            (going,) = outbox.take(tx, NOW, 1)
            outbox.sent(tx, going.id, going.id, NOW)

    await store.run(fill)
    counted = await store.run(figures.figures)
    assert (counted.prompts, counted.answered, counted.passed, counted.digests) == (2, 1, 1, 1)
    assert (counted.words, counted.edits) == (2, 1)
    assert "2 words kept" in str(counted)


async def test_what_was_seen_before_it_goes_is_forgotten_with_its_answer(store: Store) -> None:
    """An answer that is erased leaves no trace in what its writer was shown of a telling; the others stay."""
    row = await joined(store)

    def erased(tx: Tx) -> None:
        first, second = keep(tx, row, answer(choice="Hard"), "session"), keep(tx, row, answer(2), "session")
        shown = responses.all_of(tx, 7)
        advance_copies.keep(tx, 7, 100, LATER, shown)
        assert sorted(advance_copies.seen(tx, 7, 100, LATER)) == [first, second]
        unsaid.answer(tx, shown[0])
        unsaid.answer(tx, replace(shown[0], id=999))
        assert list(advance_copies.seen(tx, 7, 100, LATER)) == [second]

    await store.run(erased)

"""Who sees an answer and what it is for stand in brackets: no name of a step decides anything."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from small import seconds
from whole import ADMIN, CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import scripts
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGE = (Path(__file__).parents[2] / "prompts" / "en" / "repair.md").read_text(encoding="utf-8")
BRACKETS = re.compile(r" \((?:private|at the session|now)\)")
WORDS = ("It was the tone", "Heavy", "A pause")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def renamed(page: str) -> str:
    """The page with other names for all its steps."""
    for number, name in enumerate(re.findall(r"(?m)^# (\S+)", page)):
        page = re.sub(rf"(?m)((?:^# |→ )){name}(?=\s|$)", rf"\1part-{number}", page)
    return page


def publish(whole: Whole, source: str) -> None:
    whole.tx(partial(scripts.publish, script="repair", language="en", source=source, author="x", now=MONDAY))


def as_published_before(tx: Tx) -> None:
    """As a program that knew no brackets left it."""
    tx.db.execute("UPDATE scripts SET format = 1 WHERE script = 'repair' AND language = 'en'")


def read_by_coach(whole: Whole, label: str) -> tuple[set[str], str]:
    """The client answers the script and chooses; who sees it, and all that the coach reads then."""
    whole.begin("repair")
    for words in WORDS:
        whole.say(CLIENT, words)
        seconds(whole, 65)
    whole.tap(CLIENT, label)
    seconds(whole, 65)
    whole.say(COACH, "/digest Ada")
    return {one.visibility for one in whole.responses()}, "\n".join(whole.sim.texts(COACH))


@pytest.mark.parametrize(
    ("label", "seen"),
    [("Keep it to myself", "private"), ("At our session", "session"), ("Tell my coach now", "now")],
)
def test_renaming_every_step_changes_nothing_about_who_sees_it(whole: Whole, label: str, seen: str) -> None:
    """A page with other names for all its steps decides as it did."""
    publish(whole, renamed(PAGE))
    who, read = read_by_coach(whole, label)
    assert who == {seen}
    assert [words in read for words in WORDS] == [seen != "private"] * 3


def test_a_page_that_was_published_before_decides_as_it_was_meant(whole: Whole) -> None:
    """In a database of an older program names of steps said who sees it: they still do there."""
    publish(whole, BRACKETS.sub("", PAGE))
    whole.tx(as_published_before)
    who, read = read_by_coach(whole, "Keep it to myself")
    assert who == {"private"}
    assert not any(words in read for words in WORDS)


def test_choosing_again_by_hand_is_not_undone_by_a_late_word(whole: Whole) -> None:
    """Who kept it private and shares an answer later by hand: a further word to the choice takes nothing back."""
    publish(whole, renamed(PAGE))
    whole.begin("repair")
    for words in WORDS:
        whole.say(CLIENT, words)
        seconds(whole, 65)
    whole.tap(CLIENT, "Keep it to myself")
    seconds(whole, 65)
    whole.say(CLIENT, "/answers")
    whole.tap(CLIENT, next(label for label in whole.sim.buttons(CLIENT) if "🔒" in label))
    before = sorted(one.visibility for one in whole.responses())
    assert "session" in before
    whole.say(CLIENT, "one more thing")
    seconds(whole, 65)
    after = sorted(one.visibility for one in whole.responses() if one.reflection_id is not None)
    assert after.count("session") >= before.count("session")


def test_an_admin_who_tries_it_reads_what_it_decides(whole: Whole) -> None:
    """The preview in the chat begins with who sees the answers by which choice."""
    whole.say(ADMIN, "/scripts")
    whole.tap(ADMIN, next(label for label in whole.sim.buttons(ADMIN) if label.startswith("repair")))
    whole.tap(ADMIN, "Try it")
    read = "\n".join(whole.sim.texts(ADMIN))
    assert "sharing: “Keep it to myself” keeps it private: no coach sees it" in read


@pytest.mark.parametrize("label", ["At our session", "Tell my coach now"])
def test_what_was_kept_private_by_itself_is_not_shared_with_the_whole(whole: Whole, label: str) -> None:
    """One of a repair's answers says that it is private: telling the rest leaves it where it is, and says so."""
    whole.begin("repair")
    for words in ("It was the tone", "exposed. please don't tell Dana this bit"):
        whole.say(CLIENT, words)
        seconds(whole, 65)
    whole.tap(CLIENT, "Keep it private")
    seconds(whole, 65)
    whole.say(CLIENT, "A pause")
    seconds(whole, 65)
    said = "\n".join(whole.tap(CLIENT, label))
    seconds(whole, 65)
    whole.say(COACH, "/digest Ada")
    read = "\n".join(whole.sim.texts(COACH))
    assert ["It was the tone" in read, "A pause" in read, "exposed" in read] == [True, True, False]
    assert "What you made private by itself stays private" in said


def test_sharing_all_answers_of_a_private_client_leaves_the_secret_one(whole: Whole) -> None:
    """Who is private anyway and writes "don't tell" is offered no telling, and sharing the talk leaves it."""
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    whole.begin("look-back")
    whole.say(CLIENT, "my debts, don't tell Dana")
    assert not [label for label in whole.sim.buttons(CLIENT) if "Tell Dana" in label]
    for words in ("the garden", "a quiet Sunday"):
        seconds(whole, 65)
        whole.say(CLIENT, words)
    seconds(whole, 65)
    whole.tap(CLIENT, "Share these answers")
    whole.say(COACH, "/digest Ada")
    read = "\n".join(whole.sim.texts(COACH))
    assert ["the garden" in read, "debts" in read] == [True, False]

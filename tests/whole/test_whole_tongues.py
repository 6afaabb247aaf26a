"""A coach's plain sentences in four languages: the same intent, each said in six ways, is understood alike."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from wanted_of_coaches import TABLE
from whole import COACH, Whole, whole_bot

from bot.people.coach import matters, speech
from bot.people.turn import Turn
from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADA, BEN = 3000, 3001
MEANT = {
    "how": {"see", "stands", "how", "digest", "read"},
    "cancel": {"cancel"},
    "move": {"move"},
    "book": {"book", "log", ""},
    "held": {"held"},
    "when": {"when", "met"},
    "find": {"find"},
    "read": {"read", "digest", "week"},
    "reply": {"reply"},
    "ask": {"ask"},
    "thank": {"thank"},
    "quiet": {"quiet"},
    "met": {"met", "when"},
    "note": {"note"},
    "remind": {"remind", "ask"},
    "goals": {"goals"},
    "sent": {"sent", "seen"},
    "away": {"away"},
    "late": {"late"},
    "week": {"week", "digest", "lately"},
}
"""What an intent may be taken for: a topic, or what the desk does."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """A coach in Berlin with two clients; Ada is met on Tuesday."""
    with whole_bot(
        tmp_path_factory.mktemp("tongues"), practice=_two, start=MONDAY - timedelta(hours=1)
    ) as made:
        made.until(MONDAY + timedelta(hours=2))
        yield made


def _two(whole: Whole) -> None:
    whole.with_coach()
    whole.with_client(ADA, "Ada")
    whole.with_client(BEN, "Ben")
    whole.say(COACH, "/session Ada 2026-11-24 15:00 weekly")


def taken(whole: Whole, words: str, language: str) -> str:
    """What the words are taken for."""

    def look(tx: Any) -> str:
        people.change_coach(tx, COACH, language=language)
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
        coach = people.coach(tx, COACH)
        assert coach is not None
        found = matters.plain(turn, coach, words, True)
        if found is None:
            return "nothing"
        wish = speech.plain(turn, coach, words) if found.topic == "desk" else None
        named = {one.id for one in (wish.clients if wish else found.clients)}
        others = named - {ADA}
        assert not others, f"of somebody else: {others}"
        return wish.errand.verb if wish else found.topic

    return str(whole.tx(look))


ALL = [
    (intent, language, words)
    for intent, each in TABLE.items()
    for language, said in each.items()
    for words in said
]


@pytest.mark.parametrize(("intent", "language", "words"), ALL)
def test_a_plain_sentence_is_taken_for_what_it_says(
    whole: Whole, intent: str, language: str, words: str
) -> None:
    """Whatever language its coach reads."""
    assert taken(whole, words, language) in MEANT[intent]

"""A wish to hold back with words of its own, one that is taken back, and a name that an edit took away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from whole import CLIENT, Whole, sharing, whole_bot

HELD = "That is kept, and it is private: Dana does not get it."


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A client who is asked how the week is."""
    with whole_bot(tmp_path, practice=sharing) as made:
        made.say(CLIENT, "/mid_week")
        made.pause(30)
        yield made


def stand(whole: Whole) -> list[tuple[str, str, bool]]:
    """Each answer's words, who sees it, and whether it stands under a question."""
    return [
        (" / ".join(text.words for text in one.texts), one.visibility, one.reflection_id is not None)
        for one in whole.responses()
    ]


@pytest.mark.parametrize(
    "words",
    [
        "keep this between us, my boss is a bully",
        "sag Dana nichts, ich habe gekündigt",
        "don't tell Dana, I quit",
    ],
)
def test_words_beside_a_wish_are_kept_under_the_question(whole: Whole, words: str) -> None:
    """They answer it, and are private; nothing else is held back with them."""
    assert whole.say(CLIENT, words)[-1].startswith(HELD)
    assert stand(whole) == [(words, "private", True)]


def test_what_was_held_back_is_shared_again(whole: Whole) -> None:
    """The latest of it that says something, not the wish to hold it back."""
    whole.say(CLIENT, "my boss shouted")
    whole.pause(40)
    whole.say(CLIENT, "keep this from Dana")
    whole.tap(CLIENT, "Keep it private")
    assert ("my boss shouted", "private", True) in stand(whole)
    whole.say(CLIENT, "share it again after all")
    assert stand(whole) == [("my boss shouted", "session", True), ("keep this from Dana", "private", False)]


def test_asked_who_sees_it_again_shares_it(whole: Whole) -> None:
    """As the button does."""
    whole.say(CLIENT, "my boss shouted")
    whole.pause(40)
    whole.say(CLIENT, "keep this from Dana")
    assert whole.say(CLIENT, "doch wieder teilen")[-1].startswith("It is shared")


def test_what_is_not_private_need_not_be_shared_again(whole: Whole) -> None:
    """That is said, and the list shows it."""
    whole.say(CLIENT, "my boss shouted")
    whole.pause(40)
    assert "Nothing of it is private." in whole.say(CLIENT, "share it again")


def test_a_name_that_an_edit_took_away_still_finds_it(whole: Whole) -> None:
    """What is held back by name is looked for in every wording that is kept."""
    number = whole.sim.say(CLIENT, "Petra shouted at me")
    whole.pause(40)
    whole.sim.edit(CLIENT, number, "somebody shouted at me")
    whole.pause()
    whole.say(CLIENT, "keep the Petra thing from Dana")
    assert ("somebody shouted at me", "private", True) in stand(whole)

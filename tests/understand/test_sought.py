"""What a coach looks for in what was shared, and questions how somebody is."""

import pytest

from bot.core.understand import sought


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("what did Ada say about Graz?", "graz"),
        ("has Ada written about her sister?", "sister"),
        ("did anyone mention the train", "train"),
        ("who wrote about Graz", "graz"),
        ("find Graz", "graz"),
        ("was hat Ada über Graz geschrieben?", "graz"),
        ("hat Ada etwas von ihrer Schwester erzählt?", "schwester"),
        ("what did Ada say?", ""),
        ("what about Ada", ""),
        ("tell Ada about it", ""),
        ("what should I ask Ada about Graz", ""),
        ("did Ada say anything about it?", ""),
    ],
)
def test_what_is_sought_is_told_from_other_questions(words: str, what: str) -> None:
    """The thing behind "about", without what stands around it; nothing where nothing is looked for."""
    assert sought.about(words) == what


@pytest.mark.parametrize("words", ["is ok?", "geht es gut?", "should I worry about?", "is depressed?"])
def test_how_somebody_is_is_a_question_of_its_own(words: str) -> None:
    """However it is put, without the name."""
    assert sought.how_somebody_is(words)


@pytest.mark.parametrize("words", ["is late", "is away", "saw at 11", "is on tuesday"])
def test_other_words_are_no_question_how_somebody_is(words: str) -> None:
    """What is about hours and days is none."""
    assert not sought.how_somebody_is(words)

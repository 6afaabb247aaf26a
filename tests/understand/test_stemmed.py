"""What is looked for only where one of its stems stands is found wherever it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.understand import confidence, plea, request
from bot.core.understand.folding import fold
from bot.core.understand.stemmed import Stemmed, found, stemmed

EVERY = (
    *plea.PLEAS,
    *request.phrases("dana"),
    *request.phrases(""),
    *request.CANNOT,
    *confidence.phrases("dana"),
    *confidence.phrases(""),
)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: "|".join(one.stems))
@pytest.mark.unmeasured
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])  # of each of some 200 patterns
@given(st.data())
def test_whatever_a_pattern_finds_holds_one_of_its_stems(one: Stemmed, data: st.DataObject) -> None:
    """Words that a pattern finds are found with its stems too, so the stems leave nothing out."""
    said = data.draw(st.from_regex(one.pattern))
    assert found(said, [one])


def test_a_stem_alone_is_not_enough() -> None:
    """Where a stem stands, the pattern decides; behind one that does not fit, the next is still asked."""
    near, other = stemmed("harm|hurt", r"\bself-harm"), stemmed("hurt", r"\bi hurt\b")
    assert not found("no harm was meant", [near])
    assert found("i hurt my knee", [near, other])
    assert not found("nothing of it", [near, other])


def test_stems_are_written_as_folded_words_are() -> None:
    """A stem that folding changes would never be found, however it is spelt in a message."""
    assert not [stem for one in EVERY for stem in one.stems if fold(f"a{stem}a") != f"a{stem}a"]


def test_a_session_that_cannot_be_is_read_in_three_languages() -> None:
    """What says that a session cannot be as planned is read, also where Arabic writes a hamza."""
    said = (
        "I can't come on Tuesday",
        "Ich muss morgen leider absagen",
        "لن أستطيع المجيء",
        "أريد إلغاء الجلسة",
    )
    assert [request.cannot_come(one) for one in said] == [True] * 4
    assert not request.cannot_come("I come back to it when I can")

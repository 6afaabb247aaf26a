"""What is looked for only where one of its stems stands is found wherever it is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.understand import confidence, plea, request
from bot.core.understand.stemmed import Stemmed, found, stemmed

EVERY = (
    *plea.PLEAS,
    *request.phrases("dana"),
    *request.phrases(""),
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

"""An alert is looked at until somebody has seen it, and what is answered to a card in words is understood."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.safety.alert import AGAIN, CHECK, LASTS, RETRY, Alert, again_due, next_at
from bot.core.understand.plight import LONGEST, Plight, plight, takes_back
from bot.i18n import texts
from bot.people.client.helpcard import ANSWERS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NEW = Alert(1, 2, 3, 4, NOW)


def test_an_alert_is_looked_at_until_it_is_seen() -> None:
    """Soon for its delivery, after two hours for an answer; undelivered every ten minutes, for a week."""
    assert next_at(NEW) == NOW + CHECK
    assert next_at(replace(NEW, again_at=NOW + AGAIN)) == NOW + AGAIN + CHECK
    sent = replace(NEW, told="sent", checked_at=NOW + CHECK)
    assert next_at(sent) == NOW + CHECK + AGAIN
    unsent = replace(NEW, told="unsent", checked_at=NOW + CHECK)
    assert next_at(unsent) == NOW + CHECK + RETRY
    assert next_at(replace(unsent, checked_at=NOW + AGAIN - RETRY / 2)) == NOW + AGAIN + RETRY / 2
    assert next_at(replace(sent, again_at=NOW + AGAIN)) is None
    assert next_at(replace(unsent, again_at=NOW + AGAIN, checked_at=NOW + LASTS)) is None
    for over in (replace(sent, seen_at=NOW), replace(sent, closed_at=NOW)):
        assert over.over and next_at(over) is None and not again_due(over, NOW + AGAIN)


def test_it_goes_once_more_and_no_oftener() -> None:
    """Two hours after it arrived, unless it did already; what has not arrived is not said to be unconfirmed."""
    sent = replace(NEW, told="sent", checked_at=NOW + CHECK)
    assert not again_due(sent, NOW + CHECK + AGAIN - timedelta(seconds=1))
    assert again_due(sent, NOW + CHECK + AGAIN)
    assert not again_due(replace(sent, again_at=NOW + AGAIN), NOW + 2 * AGAIN)
    for never in (NEW, replace(NEW, told="unsent", checked_at=NOW + CHECK)):
        assert not again_due(never, NOW + 2 * AGAIN)


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("which", list(ANSWERS))
def test_what_stands_on_a_button_may_be_typed(which: Plight, language: str) -> None:
    """Each label of the card means its answer, in any capitals, with or without a full stop."""
    said = texts(language).line(ANSWERS[which])
    assert plight(said) == plight(said.upper()) == plight(f"{said}.") == which


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("I'm not safe", "danger"),
        ("i need to talk to somebody please", "talk"),
        ("Im ok", "safe"),
        ("I am safe again", "safe"),
        ("I am safe, this was about something else", "other"),
        ("it was a song", "other"),
        ("I didn't mean it like that", "other"),
        ("its about my sister", "someone"),
        ("bin nicht sicher ob das stimmt", None),
        ("mir geht's gut", "safe"),
        ("es geht um meine Freundin", "someone"),
        ("I feel safe at work when Tom is there", None),
        ("I talked to someone from the bank", None),
        ("a friend" * LONGEST, None),
    ],
)
def test_free_words_for_an_answer(words: str, which: Plight | None) -> None:
    """As a whole message, in people's own words; what tells more is no answer to the card."""
    assert plight(words) == which


def test_words_that_want_something_back() -> None:
    """A whole message, in three languages; what tells more is none of them."""
    for words in ("no dont", "No, don't!", "undo", "Nein, doch nicht", "تراجع"):
        assert takes_back(words)
    for words in ("stop", "I want to undo the week", "no", "undo " * LONGEST):
        assert not takes_back(words)

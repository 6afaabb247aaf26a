"""What is odd about a page only here and today."""

from datetime import UTC, datetime

from desk import NOW, SCRIPT, people_are_there

from bot.core.script.parser import parse
from bot.core.script.script import Script
from bot.people.admin import circumstances, outlook
from bot.store import blanks
from bot.store.db import Store, Tx

SHOWS = SCRIPT.replace(
    "look back for a moment.",
    "look back. {% if practice.phne %}{{ practice.phne }}{% endif %}{% if client.dgo %}{{ client.dgo }}{% endif %}",
)
TODAY = datetime(2026, 12, 1, tzinfo=UTC)


def made(text: str) -> Script:
    found = parse(text, "small-look.md", "en")[0]
    assert found is not None
    return found


def test_a_word_of_the_practice_that_nobody_set_is_named_with_the_nearest() -> None:
    """A mistyped word of the practice is a warning with its line, what is set, and what was probably meant."""
    [one] = circumstances.issues(made(SHOWS), "small-look.md", {"phone": "1", "street": "2"}, TODAY)
    assert (one.rule, one.level, one.line) == ("VAR", "warning", made(SHOWS).steps[0].text_line)
    assert "“practice.phne” is set nowhere" in one.message
    assert "Set are: phone, street. Did you mean “phone”?" in one.remedy
    [bare] = circumstances.issues(made(SHOWS), "small-look.md", {}, TODAY)
    assert bare.remedy == 'Set it: phne = "…" under [practice] in the settings.'
    assert not list(circumstances.issues(made(SHOWS), "small-look.md", {"phne": "1"}, TODAY, ["dgo"]))


async def test_a_word_of_a_client_that_no_coach_set_is_named(store: Store) -> None:
    """A client's word that no coach set for anybody is a warning, with those that are set."""

    def there(tx: Tx) -> list[str]:
        people_are_there(tx, 7)
        blanks.put(tx, 7, "dog", "Bella", NOW)
        return [one.remedy for one in outlook.odd(tx, made(SHOWS), "small-look.md", {"phne": ""}, TODAY)]

    [remedy] = await store.run(there)
    assert "/words Ada dgo: …" in remedy and "Did you mean “dog”?" in remedy


def test_a_review_that_is_to_come_is_named() -> None:
    """A date that has not come yet is a warning; today's, and tomorrow's elsewhere, are none."""
    early = made(
        SCRIPT.replace("2026-11-21 by", "2031-01-01 by").replace("length: 2", "length: 2\ndate: 2030-01-01")
    )
    said = [one.message for one in circumstances.issues(early, "small-look.md", {}, TODAY)]
    assert said == ["reviewed: 2031-01-01 has not come yet.", "date: 2030-01-01 has not come yet."]
    now = datetime(2026, 11, 20, 23, tzinfo=UTC)
    assert not list(circumstances.issues(made(SCRIPT), "small-look.md", {}, now))

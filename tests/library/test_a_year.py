"""A year with a session a week: nothing is said in the same words and order as the week before."""

import re
from itertools import groupby, pairwise

import pytest
import year

LANGUAGES = ("en", "de", "ar", "es")
PERMITS = re.compile(
    r"if any(?:thing)?|wenn überhaupt|falls etwas|, si (?:hay|algo|notas|queda|te)\b|إن وُجدت?"
)


def weeks(language: str) -> list[list[year.PlayedTalk]]:
    return [list(of) for _, of in groupby(year.played(language), lambda one: one.week)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_week_says_the_same_as_the_last(language: str) -> None:
    """Of 52 weeks each has its talks, and no two in a row say the same, nor do two talks for one occasion."""
    found = weeks(language)
    assert len(found) == year.WEEKS
    for one, after in pairwise(found):
        assert [talk.said for talk in one] != [talk.said for talk in after]
        said = {(talk.script, talk.said[0]) for talk in one}
        assert not said & {(talk.script, talk.said[0]) for talk in after}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_talk_says_a_thing_twice(language: str) -> None:
    """In one talk no two messages in a row begin alike, and no "if anything" comes again."""
    for talk in year.played(language):
        heads = [one.split("\n")[0] for one in talk.said]
        assert not [one for one, after in pairwise(heads) if one == after]
        assert len(PERMITS.findall("\n".join(talk.said))) <= 1, talk


def test_the_rhythm_is_asked_about_and_not_changed() -> None:
    """It is asked after every eight weeks; all year what hangs on no session keeps to the hours chosen."""
    found = year.planned()
    asked = [one for one in found if one.kind == "ask-rhythm"]
    assert len(asked) == 6
    between = [one for one in found if one.kind not in ("before", "after")]
    assert {(one.local.weekday(), one.local.hour) for one in between} <= {(0, 19), (3, 19), (5, 19)}
    per_week = {
        week: len(list(of)) for week, of in groupby(found, lambda one: (one.at - year.START).days // 7)
    }
    assert max(per_week.values()) <= 4 and min(list(per_week.values())[1:]) >= 2

"""What the client said to what the coach gave back, and what is to be asked: in digest and brief."""

from dataclasses import replace
from typing import Literal

import pytest
import weeks

from bot.core.base.line import line
from bot.core.digest import digest
from bot.core.digest.section import DigestSection
from bot.core.digest.week import AnsweredReply
from bot.i18n import texts

SAY = texts("en")


def lines(section: DigestSection) -> list[str]:
    return [SAY.line(item.line) for item in section.items if item.line]


def quoted(section: DigestSection) -> list[str]:
    return [quote.words for item in section.items for quote in item.quotes]


def test_what_the_client_said_to_the_coachs_words_comes_first() -> None:
    """ "Not quite" heads the digest, then partly and yes, with the words that belong to each, quoted once."""
    fits = (
        AnsweredReply("understood", "yes", weeks.at(2), "that it is enough"),
        AnsweredReply("repair", "yes", weeks.at(0)),
        AnsweredReply("understood", "no", weeks.at(3), "that it was heavy", (4,)),
        AnsweredReply("repair", "partly", weeks.at(0)),
        AnsweredReply("repair", "no", weeks.at(0)),
        AnsweredReply("understood", "partly", weeks.at(3), "that it was light"),
    )
    made = digest.compile(replace(weeks.plain(), fits=fits))
    first = made.sections[0]
    assert SAY.line(first.title) == "Answered to you"
    assert lines(first) == [
        "You understood “that it was heavy”. Noa: not quite.",
        "Did not sit right, told on Sun 15 Nov: not settled yet.",
        "Did not sit right, told on Sun 15 Nov: partly settled.",
        "You understood “that it was light”. Noa: partly.",
        "You understood “that it is enough”. Noa: yes.",
        "Did not sit right, told on Sun 15 Nov: settled.",
    ]
    assert quoted(first) == ["Slept badly, walked anyway."]
    assert not [one for section in made.sections[1:] for one in quoted(section) if one in quoted(first)]


def test_a_tap_alone_makes_a_digest() -> None:
    """A week with nothing but a tap is not empty."""
    fit = AnsweredReply("understood", "no", weeks.at(3), "that it was heavy")
    made = digest.compile(replace(weeks.empty(), fits=(fit,)))
    assert not made.empty
    assert made.sections[0].name == "heard"


@pytest.mark.parametrize("news", ["new", "told"])
def test_what_is_to_be_asked_is_in_the_brief_whole_and_once(news: Literal["new", "told"]) -> None:
    """Told before or not, it stands under its heading and nowhere else; in a digest it has no place of its own."""
    week = weeks.plain()
    answers = tuple(replace(one, news=news, fresh=() if news == "told" else None) for one in week.responses)
    week = replace(week, responses=answers, to_ask=(1, 99))
    made = digest.brief(week, line("Before."))
    (asked,) = [section for section in made.sections if section.name == "to-ask"]
    assert quoted(asked) == ["The word enough. It came back on the train."]
    assert [one for section in made.sections for one in quoted(section)].count(quoted(asked)[0]) == 1
    assert not [section for section in digest.compile(week).sections if section.name == "to-ask"]

"""What may need a person is quoted in no digest and no brief, and nothing is worked out from it."""

from dataclasses import replace

import weeks

from bot.core.base.line import line
from bot.core.digest.digest import brief
from bot.core.digest.digest import compile as compiled
from bot.i18n import texts
from bot.render import text


def test_what_is_hushed_is_on_the_page_alone() -> None:
    """No quote and no headline holds it; the page is needed for it, and its talk has it whole."""
    week = weeks.plain()
    first, *others = week.news
    hushed = replace(first, hushed=True)
    quiet = replace(week, responses=tuple(hushed if one.id == first.id else one for one in week.responses))
    for made in (compiled(quiet), brief(quiet, line("{client}", client="Ada"))):
        quotes = [quote for part in made.sections for item in part.items for quote in item.quotes]
        assert first.id not in {quote.response for quote in quotes}
        assert any(part.name == "hushed" for part in made.sections)
        assert not text.whole(made, texts("en"))
        assert first.words in {answer.words for talk in made.talks for answer in talk.answers}
    assert others

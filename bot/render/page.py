"""The digest as one HTML page: the short form, the pictures, every shared answer whole, and how figures are made.

The page asks for nothing from anywhere: style and pictures are inside, and its own policy forbids more.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.core.base.words import trim
from bot.core.digest.chart import Chart, Ratings
from bot.core.digest.digest import QUOTE, Digest, SharedTalk
from bot.core.digest.measures import COMPARE, SHOW, ScriptCounts
from bot.core.digest.section import DigestSection, QuotedAnswer, SectionItem
from bot.core.digest.week import Shared
from bot.core.script.kinds import KINDS
from bot.i18n import Texts
from bot.render import charts
from bot.render.picture import words
from bot.render.text import clean, heading, repeated, source

View = dict[str, object]
"""A part of the page as the template reads it: words that are clean, not yet escaped."""


def page(digest: Digest, say: Texts) -> str:
    """A whole HTML document, made in a few milliseconds."""
    style = Markup(templates().get_template("style.css.jinja").render())  # noqa: S704 - our own file
    drawn = [Markup(charts.svg(one, words(say))) for one in digest.charts]  # noqa: S704 - letters escaped there
    return templates().get_template("digest.html.jinja").render(view(digest, say), style=style, drawn=drawn)


def view(digest: Digest, say: Texts) -> View:
    """What a page shows, as a template reads it; the charts are drawn beside it."""
    return {
        "language": say.locale.language,
        "rtl": say.rtl,
        "heading": clean(heading(digest, say)),
        "period": _period(digest, say),
        "opening": clean(say.line(digest.opening)),
        "sections": [_section(section, say) for section in digest.sections],
        "charts": [_chart(chart, say) for chart in digest.charts],
        "talks": talks(digest.talks, digest.zone, say),
        "scripts": [_script(one, say) for one in digest.scripts],
        "rules": [] if digest.brief else _rules(digest, say),
        "said": _said(say),
    }


def _said(say: Texts) -> View:
    """The page's own words."""
    return {
        "pictures": say.t("In pictures"),
        "whole": say.t("Everything that is new"),
        "rules": say.t("How the figures are made"),
        "scripts": say.t("Shared of the last eight weeks, by script"),
        "answered": say.t("answered"),
        "passed": say.t("passed"),
        "made": say.t(
            "Made by Interlude from what was shared. Please keep this page as you would keep your own notes."
        ),
    }


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The pages' templates: everything put into them is escaped, and nothing that lacks passes."""
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _period(digest: Digest, say: Texts) -> str:
    return clean(
        say.t(
            "{start} to {end} ({zone}), for {coach}",
            start=say.t("{day}, {time}", day=digest.start.date(), time=say.clock(digest.start)),
            end=say.t("{day}, {time}", day=digest.end.date(), time=say.clock(digest.end)),
            zone=say.zone(digest.zone),
            coach=digest.coach,
        )
    )


def _section(section: DigestSection, say: Texts) -> View:
    again = repeated([quote for item in section.items for quote in item.quotes])
    return {
        "name": section.name,
        "title": say.line(section.title),
        "note": say.line(section.note) if section.note else "",
        "parts": [_item(item, say, again) for item in section.items],
    }


def _item(item: SectionItem, say: Texts, again: frozenset[int]) -> View:
    line = clean(say.line(item.line)) if item.line else ""
    return {"line": line, "quotes": [_quote(quote, say, quote.response in again) for quote in item.quotes]}


def _quote(quote: QuotedAnswer, say: Texts, again: bool) -> View:
    shown = quote.short or trim(quote.words, QUOTE)
    return {
        "response": quote.response,
        "asked": "" if again else clean(quote.asked),
        "words": clean(shown),
        "source": clean(source(quote, say)),
        "linked": quote.news != "told",
    }


def _chart(chart: Chart, say: Texts) -> View:
    return {
        "title": clean(chart.question) if isinstance(chart, Ratings) else "",
        "sentence": clean(say.line(chart.sentence)),
    }


def talks(shared: Iterable[SharedTalk], zone: str, say: Texts) -> list[View]:
    """Reflections with all of their answers, on a clock."""
    return [_talk(talk, zone, say) for talk in shared]


def _talk(talk: SharedTalk, zone: str, say: Texts) -> View:
    return {
        "title": clean(talk.title) or say.t("Written in between"),
        "when": say.when(talk.at, zone),
        "answers": [_answer(answer, talk, say) for answer in talk.answers],
    }


def _answer(answer: Shared, talk: SharedTalk, say: Texts) -> View:
    return {
        "id": answer.id,
        "prompt": clean(answer.prompt),
        "texts": [clean(text) for text in (answer.texts if answer.fresh is None else answer.fresh)],
        "given": clean(_given(answer, say)),
        "about": clean(_about(answer, talk, say)),
    }


def _given(answer: Shared, say: Texts) -> str:
    """What was tapped rather than written."""
    parts = [say.t("Passed")] if answer.passed else []
    if answer.choice:
        parts.append(answer.choice)
    if answer.rating is not None and answer.scale:
        low, high = answer.scale
        parts.append(say.t("{value} on a scale of {low} to {high}", value=answer.rating, low=low, high=high))
    elif answer.rating is not None:
        parts.append(say.number(answer.rating))
    if KINDS[answer.kind].silent and not answer.passed:
        parts.append(say.t("A chosen silence"))
    return " · ".join(parts)


def _about(answer: Shared, talk: SharedTalk, say: Texts) -> str:
    """When: the time alone on the day that stands above."""
    at = answer.at.astimezone(talk.at.tzinfo)
    when = (
        say.clock(at)
        if at.date() == talk.at.date()
        else say.t("{day}, {time}", day=at.date(), time=say.clock(at))
    )
    since = {"edited": say.t("edited since"), "more": say.t("added since")}
    changed = since.get(answer.news) or (say.t("edited") if answer.edited else "")
    return " · ".join(filter(None, (when, changed)))


def _script(one: ScriptCounts, say: Texts) -> View:
    numbers = {name: say.number(getattr(one.counts, name)) for name in ("answered", "passed")}
    return {"title": clean(one.title), **numbers}


def _rules(digest: Digest, say: Texts) -> list[str]:
    """What each figure means: the rule that belongs to its n and its period."""
    said = [
        say.t(
            "This page holds what {client} shares, and nothing else: private entries are neither shown "
            "nor counted.",
            client=digest.client,
        ),
        say.t(
            "New is what is shared and was told in no digest or brief before, whenever it was written. The "
            "figures and pictures are of the days that stand above."
        ),
        say.t(
            "Answered: at least one shared answer. Passed: passed on purpose, and shared. Other questions are not "
            "counted. A day counts as paused when its noon was."
        ),
        say.t(
            "Every comparison is with the own past, never with others, and rough days are left out. "
            "A rating is set beside the time before from {show} ratings of its question on, and beside the own "
            "median and middle half (widened to whole numbers) from {compare} earlier ones on.",
            show=SHOW,
            compare=COMPARE,
        ),
        say.t("A topic is named when it was passed in two or three of its last three prompts."),
    ]
    return [clean(rule) for rule in said]

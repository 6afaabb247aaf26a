"""The digest as one message in Telegram's HTML: the short form, two minutes of reading."""

from collections.abc import Sequence
from html import escape, unescape
from itertools import pairwise
from re import sub

from bot.core.base.words import boundary, shorten, shorten_name, trim
from bot.core.digest.digest import ASKED, COUNTED, Digest
from bot.core.digest.phrasing import NAME
from bot.core.digest.section import DigestSection, QuotedAnswer, SectionItem
from bot.i18n import Texts

LIMIT = 4096  # UTF-16 units of one message; here with its markup, to be on the safe side
MORE = "…"
LABEL = 120  # characters of a title or a choice: those that a script may have are whole


def text(digest: Digest, say: Texts) -> str:
    """The short form, at most 4096 UTF-16 units; quotes give way evenly if it would be longer.

    In a brief what to understand and what is brought stays whole, even where that takes a second message.
    """
    longest = max((len(quote.short) for quote in _quotes(digest)), default=0)
    made = _text(digest, say, longest)
    while units(made) > LIMIT and longest > 1:
        longest = longest * 3 // 4
        made = _text(digest, say, longest)
    return made


def whole(digest: Digest, say: Texts) -> bool:
    """Whether the text holds all that is new, so that no page is needed beside it."""
    made = text(digest, say)
    shown = {quote.response for quote in _quotes(digest) if _safe(quote.words) in made}
    folded = any(item.folded for part in digest.sections for item in part.items)
    answers = [answer for talk in digest.talks for answer in talk.answers if not answer.passed]
    rated = [(one.script, one.step) for one in answers if one.rating is not None]
    lined = set() if folded else {one for one in rated if rated.count(one) == 1}
    return all(one.id in shown for one in answers if one.quoted or one.hushed) and set(rated) <= lined


def plain_text(digest: Digest, say: Texts) -> str:
    """The short form without markup, for a file."""
    return unescape(sub(r"<[^<>]*>", "", text(digest, say)))


def units(made: str) -> int:
    """The length that Telegram counts, in UTF-16 units."""
    return len(made.encode("utf-16-le")) // 2


def heading(digest: Digest, say: Texts) -> str:
    """Whose digest, and of which days: Noa · 15–22 Nov; a brief's is the name. As plain words."""
    if digest.brief:
        return shorten_name(digest.client, NAME)
    span = say.span(digest.start.date(), digest.end.date())
    return say.t("{client} · {span}", client=shorten_name(digest.client, NAME), span=span)


def source(quote: QuotedAnswer, say: Texts) -> str:
    """When a quote was given, and its script where no question stands above it. As plain words."""
    named = "" if quote.asked else shorten(quote.title, LABEL) or say.t("Written in between")
    since = {"edited": say.t("edited since"), "more": say.t("added since"), "told": say.t("told before")}
    changed = since.get(quote.news) or (say.t("edited") if quote.edited else "")
    return " · ".join(filter(None, (named, shorten(quote.tapped, LABEL), say.day(quote.at.date()), changed)))


def clean(words: str) -> str:
    """The words without what no page or message can hold: lone surrogates, control characters."""
    return sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", sub("\r\n?", "\n", words))


def _text(digest: Digest, say: Texts, longest: int) -> str:
    title = f"<b>{_safe(heading(digest, say))}</b>"
    opening = _safe(say.line(digest.opening))
    if digest.empty:
        counted = [_safe(_line(item, say)) for part in digest.sections for item in part.items]
        return "\n".join([f"{title} · {opening}", *counted])
    parts = [f"{title}\n<i>{opening}</i>"]
    parts += (made for section in digest.sections if (made := _section(section, digest, say, longest)))
    if any(_shown(quote, section, digest, longest) != quote.words for section, quote in _all_quotes(digest)):
        rest = say.t("The attached page has every answer whole.")
        parts.append(f"<i>{_safe(rest)}</i>")
    return "\n\n".join(parts)


def _section(section: DigestSection, digest: Digest, say: Texts, longest: int) -> str:
    items = [item for item in section.items if not item.folded]
    again = repeated([quote for item in items for quote in item.quotes if quote.short])
    shown = [made for item in items if (made := _item(item, section, digest, say, longest, again))]
    rest = sum(not quote.short for item in section.items for quote in item.quotes)
    if section.name in COUNTED and rest:
        more = say.n("and {n} more on the page", "and {n} more on the page", rest)
        shown.append(f"<i>{_safe(more)}</i>")
    note = [f"<i>{_safe(say.line(section.note))}</i>"] if section.note else []
    return "\n".join([f"<b>{_safe(say.line(section.title))}</b>", *shown, *note]) if shown else ""


def repeated(quotes: Sequence[QuotedAnswer]) -> frozenset[int]:
    """The responses whose question stands above the quote before them already."""
    return frozenset(one.response for before, one in pairwise(quotes) if one.asked == before.asked)


def _item(
    item: SectionItem, section: DigestSection, digest: Digest, say: Texts, longest: int, again: frozenset[int]
) -> str:
    quotes = [
        _quote(one, _shown(one, section, digest, longest), say, one.response in again)
        for one in item.quotes
        if one.short
    ]
    line = _line(item, say)
    if item.quotes and not quotes and line.endswith(":"):
        return ""  # what leads to words stays with them on the page
    return "\n".join([_safe(line), *quotes] if item.line else quotes)


def _line(item: SectionItem, say: Texts) -> str:
    return say.line(item.line) if item.line else ""


def _shown(quote: QuotedAnswer, section: DigestSection, digest: Digest, longest: int) -> str:
    """As much of a quote as there is room for."""
    kept = digest.brief and section.name == "next"
    words = quote.short
    return words if kept or len(words) <= longest else words[: boundary(words, longest)] + MORE


def _quote(quote: QuotedAnswer, words: str, say: Texts, again: bool) -> str:
    asked = f"<i>{_safe(trim(quote.asked, ASKED))}</i>\n" if quote.asked and not again else ""
    return f"{asked}<blockquote>{_safe(words)}</blockquote>\n{_safe(source(quote, say))}"


def _safe(words: str) -> str:
    return escape(clean(words), quote=False)


def _all_quotes(digest: Digest) -> list[tuple[DigestSection, QuotedAnswer]]:
    return [(part, quote) for part in digest.sections for item in part.items for quote in item.quotes]


def _quotes(digest: Digest) -> list[QuotedAnswer]:
    return [quote for _, quote in _all_quotes(digest) if quote.short]

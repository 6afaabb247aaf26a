"""The digest as one message in Telegram's HTML: the short form, two minutes of reading."""

from html import escape
from re import sub

from bot.core.base.words import boundary, shorten
from bot.core.digest.digest import Digest
from bot.core.digest.section import NAME, DigestSection, QuotedAnswer, SectionItem
from bot.i18n import Texts

LIMIT = 4096  # UTF-16 units of one message; here with its markup, to be on the safe side
MORE = "…"


def text(digest: Digest, say: Texts) -> str:
    """The short form, at most 4096 UTF-16 units; quotes give way evenly if it would be longer."""
    longest = max((len(quote.short) for quote in _quotes(digest)), default=0)
    made = _text(digest, say, longest)
    while units(made) > LIMIT and longest > 1:
        longest = longest * 3 // 4
        made = _text(digest, say, longest)
    return made


def units(made: str) -> int:
    """The length that Telegram counts, in UTF-16 units."""
    return len(made.encode("utf-16-le")) // 2


def heading(digest: Digest, say: Texts) -> str:
    """Whose digest, and of which days: Noa · 15–22 Nov. As plain words."""
    span = say.span(digest.start.date(), digest.end.date())
    return say.t("{client} · {span}", client=shorten(digest.client, NAME), span=span)


def source(quote: QuotedAnswer, say: Texts) -> str:
    """Where a quote comes from: script, step and day. As plain words."""
    parts = [shorten(quote.title, NAME) or say.t("Written in between"), quote.step, say.day(quote.at.date())]
    if quote.edited:
        parts.append(say.t("edited"))
    return " · ".join(part for part in parts if part)


def clean(words: str) -> str:
    """The words without what no page or message can hold: lone surrogates, control characters."""
    return sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", sub("\r\n?", "\n", words))


def _text(digest: Digest, say: Texts, longest: int) -> str:
    title = f"<b>{_safe(heading(digest, say))}</b>"
    opening = _safe(say.line(digest.opening))
    if digest.empty:
        return f"{title} · {opening}\n{_safe(_line(digest.sections[0].items[0], say))}"
    parts = [f"{title}\n<i>{opening}</i>"]
    parts += (made for section in digest.sections if (made := _section(section, say, longest)))
    if any(quote.short != quote.words for quote in _all_quotes(digest)):
        whole = say.t("The attached page has every answer whole.")
        parts.append(f"<i>{_safe(whole)}</i>")
    return "\n\n".join(parts)


def _section(section: DigestSection, say: Texts, longest: int) -> str:
    shown = [made for item in section.items if not item.folded and (made := _item(item, say, longest))]
    note = [f"<i>{_safe(say.line(section.note))}</i>"] if section.note else []
    return "\n".join([f"<b>{_safe(say.line(section.title))}</b>", *shown, *note]) if shown else ""


def _item(item: SectionItem, say: Texts, longest: int) -> str:
    quotes = [_quote(quote, say, longest) for quote in item.quotes if quote.short]
    return "\n".join([_safe(_line(item, say)), *quotes] if item.line else quotes)


def _line(item: SectionItem, say: Texts) -> str:
    return say.line(item.line) if item.line else ""


def _quote(quote: QuotedAnswer, say: Texts, longest: int) -> str:
    words = quote.short
    if len(words) > longest:
        words = words[: boundary(words, longest)] + MORE
    return f"<blockquote>{_safe(words)}</blockquote>\n<i>{_safe(source(quote, say))}</i>"


def _safe(words: str) -> str:
    return escape(clean(words), quote=False)


def _all_quotes(digest: Digest) -> list[QuotedAnswer]:
    return [quote for section in digest.sections for item in section.items for quote in item.quotes]


def _quotes(digest: Digest) -> list[QuotedAnswer]:
    return [quote for quote in _all_quotes(digest) if quote.short]

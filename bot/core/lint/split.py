"""One message with several questions, taken apart: one open prompt for each, in the author's own words."""

import re

from bot.core.lint.lexicon import Asking, WordLists, words
from bot.core.lint.plain import Plain, plain
from bot.core.lint.questions import OPEN, Head, heads, reading
from bot.core.lint.sentences import QUESTION, Sentence, sentences

_SLASH = re.compile(r"(?<![\w/.:])([^\W\d_]{3,}) ?/ ?([^\W\d_]{3,})(?![\w/])")
_PAUSE = " \n,;:—–-…،؛"


def split(text: str, language: str = "en") -> tuple[str, ...]:
    """The prompts that a message holds, one for each thing it asks, in order.

    A message that asks one thing comes back alone and unchanged. Of several, a closed one is reworded so
    that it is open ("did it help?" becomes "How did it help, if at all?"): a proposal, for an author to
    read. What is said before a question stays with it. Pure; never raises; any text.
    """
    return split_with(text, words(language))


def split_with(text: str, lists: WordLists) -> tuple[str, ...]:
    """As ``split``, with the word lists of a language."""
    flat = plain(text)
    asked = [one for one in sentences(flat, lists) if asks(one, lists.asking)]
    ends = [*(flat.origin(one.end) for one in asked[:-1]), len(text)]
    parts: list[str] = []
    start = 0
    for sentence, end in zip(asked, ends, strict=False):
        found = _parts(text, start, end, flat, sentence, lists)
        parts += [_alone(found[0], lists), *found[1:]] if parts else found
        start = end
    pieces = tuple(dict.fromkeys(part for part in parts if part))
    return tuple(opened(piece, lists) for piece in pieces) if len(pieces) > 1 else (text,)


def asks(sentence: Sentence, asking: Asking) -> bool:
    """Whether the sentence asks for an answer of its own; "okay?" or "say it freely" do not."""
    if any(small.fullmatch(_bare(sentence.text)) for small in (asking.backchannel, asking.parenthesis)):
        return False
    if sentence.questioned:
        return True
    return asking.order.match(sentence.text) is not None and asking.same.match(sentence.text) is None


def doubles(sentence: Sentence, asking: Asking) -> tuple[Head, ...]:
    """The places in one sentence where a second and further thing is asked."""
    if not sentence.questioned and reading(sentence, asking) not in OPEN:
        return ()
    found = heads(sentence, asking)
    return tuple(
        head
        for head in found[1:]
        if (head.joined or asking.splices) and not asking.pair.search(_around(sentence.text, head))
    )


def slash(sentence: Sentence, lists: WordLists) -> re.Match[str] | None:
    """Two words that a slash joins in a question, unless they are two forms of one word."""
    found = _SLASH.search(sentence.text)
    if found is None or not (sentence.questioned or reading(sentence, lists.asking) in OPEN):
        return None
    return None if lists.gendered.search(sentence.text) or found[1] == "and" else found


def opened(piece: str, lists: WordLists) -> str:
    """A closed question made open, as far as a pattern can; any other text as it is."""
    flat = plain(piece)
    found = sentences(flat, lists)
    last = next((one for one in reversed(found) if asks(one, lists.asking)), None)
    if last is None:
        return piece
    return piece[: flat.origin(last.start)] + _open(piece[flat.origin(last.start) :], last, lists)


def _open(text: str, sentence: Sentence, lists: WordLists) -> str:
    bare = _bare(sentence.text)
    if bare in lists.bare:
        return lists.bare[bare]
    found = heads(sentence, lists.asking)
    if not lists.opener or not found or found[-1].reading != "yes_no":
        return text
    rest = text[found[-1].place :].strip().rstrip(QUESTION + " \u00a0\u202f")
    rest = _lowered(lists.drop.sub("", rest))
    return lists.opener.format(rest=rest) if lists.openable.fullmatch(rest.lower()) else text


def _parts(text: str, start: int, end: int, flat: Plain, sentence: Sentence, lists: WordLists) -> list[str]:
    """The stretch of text around one asking sentence, cut where the sentence asks again."""
    cuts = doubles(sentence, lists.asking)
    both = slash(sentence, lists)
    if both is not None and not cuts:
        return _both(text, start, end, flat, sentence, both)
    places = [
        (flat.origin(sentence.start + head.cut), flat.origin(sentence.start + head.place)) for head in cuts
    ]
    starts = [start, *(place for _, place in places)]
    ends = [*(cut for cut, _ in places), end]
    cut = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    closed = [_ended(part, _mark(sentence)) for part in cut[:-1]] + cut[-1:]
    return [closed[0].strip(), *(_begun(part, sentence, lists) for part in closed[1:])]


def _both(
    text: str, start: int, end: int, flat: Plain, sentence: Sentence, found: re.Match[str]
) -> list[str]:
    """The sentence once with each word beside the slash."""
    first, last = (flat.origin(sentence.start + place) for place in found.span())
    words_ = [
        text[flat.origin(sentence.start + a) : flat.origin(sentence.start + b)]
        for a, b in (found.span(1), found.span(2))
    ]
    return [(text[start:first] + word + text[last:end]).strip() for word in words_]


def _alone(piece: str, lists: WordLists) -> str:
    """A later question without the "and" that tied it to the one before."""
    piece = piece.lstrip()
    joiner = lists.asking.joiner.match(piece.lower())
    rest = piece[joiner.end() :].lstrip(_PAUSE) if joiner else piece
    return rest[:1].upper() + rest[1:] if rest.strip(_PAUSE + QUESTION) else piece


def _ended(text: str, mark: str) -> str:
    return text.rstrip(_PAUSE) + mark


def _begun(text: str, sentence: Sentence, lists: WordLists) -> str:
    """A later piece as a sentence of its own: a capital to begin with, and the mark that Spanish opens with."""
    text = lists.later.sub("", text.strip(_PAUSE + "¿"))
    return ("¿" if "¿" in sentence.shown else "") + text[:1].upper() + text[1:]


def _mark(sentence: Sentence) -> str:
    """The mark that ends the sentence, with the space that French sets before it."""
    found = re.search(rf"[ \u00a0\u202f]?[{QUESTION}]", sentence.shown)
    return found[0] if found else "."


def _bare(text: str) -> str:
    return text.strip(" \n,;:—–…¿¡.!?؟؛،？\"'()*•-")


def _around(text: str, head: Head) -> str:
    """A head with the word before its cut, to tell "when and where" from two questions."""
    before = text[: head.cut].split()[-1:]
    return " ".join([*before, *text[head.cut : head.place].split(), *text[head.place :].split()[:2]])


def _lowered(text: str) -> str:
    return text if text.startswith(("I ", "I'")) else text[:1].lower() + text[1:]

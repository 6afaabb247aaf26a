"""A client's own answers inside a text: words verbatim, in quotation marks, at most twelve; ratings too."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import escape

from bot.core.base.direction import isolated

MOST_WORDS = 12
LEAST_WORDS = 2  # one word says less on purpose: it is taken, and not given back
MOST_LETTERS = 120  # for words that no space divides
LEAST_LETTERS = 4  # fewer, as in "hm" or "7", are no words to give back


def worth(text: str) -> bool:
    """Whether a text is long enough to be given back as words: not "hm", "7", "ok" or "hahaha"."""
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    return len(letters) >= LEAST_LETTERS and len(set(letters)) > LEAST_LETTERS // 2


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """Earlier words as a template reads them: false when there are none, equal to the same words.

    Shown as the first twelve words, then … if there were more; ``rtl``: in a text that runs from right to left,
    where the words are kept from turning it. Compared by size with a number (which happens
    when a rating was passed) it is neither smaller nor larger. ``hushes``: which words are never shown again.
    """

    words: str
    opening: str = "“"
    closing: str = "”"
    rtl: bool = False
    hushes: Callable[[str], bool] | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    def __str__(self) -> str:
        if not self:
            return ""
        first = "…" if self.hushes and self.hushes(self.words) else isolated(self.first(), self.rtl)
        return f"{self.opening}{first}{self.closing}"

    def __html__(self) -> str:
        return str(escape(str(self))).replace("*", "&#42;")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Quote):
            return self.words == other.words
        return self.words.strip() == other if isinstance(other, str) else False

    def __hash__(self) -> int:
        return hash(self.words)

    def __lt__(self, other: object) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def first(self) -> str:
        """The first words on one line, with … where something is left out."""
        words = self.words.split()
        short = " ".join(words[:MOST_WORDS])
        cut = short[:MOST_LETTERS].rstrip()
        return cut if cut == short and len(words) <= MOST_WORDS else f"{cut.rstrip('…')} …"


class Rating(int):
    """A rating as a template reads it: a number that is there, even when it is 0."""

    def __bool__(self) -> bool:
        return True

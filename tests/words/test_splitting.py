"""What is longer than a message, in several."""

import re
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.html_mode import parse_html
from bot.telegram.splitting import MESSAGE, fits, split_message, units

TAGS = ("<b>", "<i>", "<blockquote>", '<a href="https://example.org">', "<code>")
WORDS = st.text(st.sampled_from("ab é😀👩\u200d🎓\u0301 .\n<&>\"' ؟ن1"), max_size=30)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Some HTML as the bot writes it: words, tags inside tags."""
    parts = []
    for _ in range(draw(st.integers(1, 8))):
        tags = draw(st.lists(st.sampled_from(TAGS), max_size=2, unique=True))
        closing = "".join(f"</{tag[1:-1].split()[0]}>" for tag in reversed(tags))
        parts.append("".join(tags) + escape(draw(WORDS), quote=False) + closing)
    return " ".join(parts)


def plain(html: str) -> str:
    return unescape(re.sub(r"</?[a-z][^<>]*>", "", html))


@given(html=pages(), most=st.integers(8, 60))
def test_pieces_are_whole_and_short(html: str, most: int) -> None:
    """Each piece is HTML that Telegram takes, short enough, and together they say every word in order."""
    pieces = split_message(html, most)
    for piece in pieces:
        if piece.strip():
            parse_html(piece)
        assert units(plain(piece)) <= most
    assert "".join("".join(map(plain, pieces)).split()) == "".join(plain(html).split())


@given(html=pages())
def test_a_short_text_is_left_alone(html: str) -> None:
    """What fits is one message, to the letter."""
    assert fits(html)
    assert split_message(html) == (html,)


def test_nothing_but_blanks_is_no_message() -> None:
    """Blanks that are longer than a message are none: no piece is longer than it may be."""
    assert split_message(" " * 9, 8) == ("",)


def test_markup_goes_on_behind_the_cut() -> None:
    """Bold and quoted words are bold and quoted on both sides of a cut."""
    assert split_message("<b>one two three</b> four", 8) == ("<b>one two</b>", "<b>three</b>", "four")


def test_cut_at_a_paragraph_a_line_a_sentence_a_word() -> None:
    """The cut is where a reader would pause."""
    assert split_message("One. Two.\n\nThree four", 16) == ("One. Two.", "Three four")
    assert split_message("One. Two.\nThree four", 16) == ("One. Two.", "Three four")
    assert split_message("One two. Three four", 16) == ("One two.", "Three four")
    assert split_message("One two three four", 16) == ("One two three", "four")
    assert split_message("a" * 20, 16) == ("a" * 16, "a" * 4)


def test_a_character_of_several_is_not_cut() -> None:
    """A family, a flag, a letter with its accent stay whole."""
    for piece in split_message("👩\u200d🎓" * 20, 16):
        assert piece.count("👩") == piece.count("🎓")


def test_the_markup_does_not_count() -> None:
    """A text is as long as it reads: references and tags take nothing."""
    long = "<b>" + "&amp;" * MESSAGE + "</b>"
    assert split_message(long) == (long,)
    assert len(split_message(long + "x")) == 2

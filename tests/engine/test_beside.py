"""Words beside the question."""

import pytest

from bot.core.talk import beside


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Später!", "leave"),
        ("Weiß nicht.", "unsure"),
        ("?", "unsure"),
        ("Hilfe", "help"),
        ("vielen Dank 🙏", "thanks"),
        ("Guten Morgen!", "greeting"),
        ("Ich bin krank", "unwell"),
        ("Ich bin krank vor Sorge um ihn", ""),
        ("", ""),
    ],
)
def test_only_a_whole_message_is_one(words: str, kind: str) -> None:
    """A doubt, thanks or a way out is read as such whatever its marks, and never inside a longer message."""
    assert beside.kind(words) == kind


def test_a_label_is_read_whatever_its_case_and_marks() -> None:
    """A typed label gives its button's value; two alike or none give nothing."""
    rows = [[["Send", "send"], ["Change", "change"]], [["Go on", "1"]], [["go on!", "2"]]]
    assert beside.button("send.", rows) == "send"
    assert beside.button("Go on", rows) is None
    assert beside.button("...", rows) is None

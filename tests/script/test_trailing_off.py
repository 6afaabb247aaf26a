"""A line that only trails off asks nothing; a beginning to complete does. Quotation marks of word processors."""

import pytest
from pages import page

from bot.core.base.language import asks
from bot.core.script.parser import draft, parse
from bot.people.admin import checking


@pytest.mark.parametrize(
    ("language", "text", "waits"),
    [
        ("en", "Thank you for today …", False),
        ("en", "That is all for now...", False),
        ("en", "Go well (", False),
        ("en", "…", True),
        ("en", "Lately, …", True),
        ("en", "What I carry with me …", True),
        ("en", "Complete the sentence: “Today …”", True),
        ("de", "Danke dir …", False),
        ("de", "Zurzeit …", True),
        ("de", "Was ich mitnehme …", True),
        ("es", "Gracias por hoy …", False),
        ("es", "Últimamente …", True),
        ("es", "Lo que me llevo …", True),
        ("ar", "شكرا …", False),
        ("ar", "أنا اليوم …", True),
        ("fr", "Merci …", True),
    ],
)
def test_only_a_beginning_to_complete_waits(language: str, text: str, waits: bool) -> None:
    """In English, German, Spanish and Arabic; elsewhere a sentence that ends in … waits."""
    assert asks(text, language) is waits


@pytest.mark.parametrize(
    "value", ["“After: a look”", "„After: a look“", "«After: a look»", '"After: a look"']
)
def test_a_value_in_quotation_marks_of_a_word_processor_is_read(value: str) -> None:
    """They mean what straight ones mean."""
    script, issues = parse(page("\n# one\nWhat now?", title=value), "sample.md", "en")
    assert issues == ()
    assert script is not None and script.header.title == "After: a look"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("After: a look", "a value holds a colon"),
        ("'After", "a quotation mark is not closed"),
        ("@home", "a value begins with a sign that has a meaning of its own"),
        ("a\nwords", "this line is no “key: value”"),
        ("[a", "a bracket is not closed"),
    ],
)
def test_a_header_that_cannot_be_read_is_explained_in_plain_words(value: str, said: str) -> None:
    """None of the words of YAML's reader reach an author."""
    issues = parse(page("\n# one\nWhat now?", title=value), "sample.md", "en")[1]
    assert f"The header cannot be read: {said}." in [one.message for one in issues]


def test_wording_is_judged_although_the_structure_is_broken() -> None:
    """All issues come at once: the header's, the arrows', and those of the words."""
    text = page(
        "\n# one\nWhy not?\n\n- Well done! → clos\n\n# close\nYou should rest.", title="After: a look"
    )
    found = {one.rule for one in checking.check("sample", "en", text).issues}
    assert {"HEADER", "TARGET", "WHY", "ADVICE"} <= found
    assert draft(b"\xff\xfea\x00", "sample.md")[0] is None


def test_what_would_be_seen_raw_is_told_also_beside_an_error() -> None:
    """A comment on a line hides nothing else of that line."""
    text = page("\n# one\nWhat now? <!-- x --> __b__ {name} &amp; [here](https://example.org)")
    said = [one.message for one in parse(text, "sample.md", "en")[1]]
    for raw in ("“__b__”", "“{name}”", "“&amp;”"):
        assert any(raw in message for message in said)
    assert not any("“-->”" in message or "“[here]" in message for message in said)

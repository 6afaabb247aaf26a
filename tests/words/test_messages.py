"""Each message reaches its reader in a language of theirs: all are extracted, all catalogues are whole."""

import ast
from pathlib import Path

import pytest
from babel import Locale
from messages import BOT, FOR_ADMINS, KEYWORDS, called, messages, sentences, translated

from bot.i18n import languages
from bot.people.client import opened

pytestmark = pytest.mark.unmeasured  # it reads the program and runs little of it

SHIPPED = [language for language in languages() if language != "en"]

# Where a message comes by a name, it was marked with N_ where it is written.
MARKED = {
    ("booking.py", "label"), ("days_hours.py", "label"), ("pausing.py", "label"), ("attachments.py", "label"),
    ("roster.py", "message"), ("understood.py", "MODES[kept]"),
    ("understood.py", "PLACES[which]"),
}  # fmt: skip

# Not said to clients or coaches, though it stands in their rooms.
NOT_SAID = {
    ("waking.py", ": Telegram does not take this prompt, and it was not shown ("): "to admins",
    ("retaining.py", "Nothing has come from client "): "to admins",
    (
        "retaining.py",
        " for long, and the bot cannot tell them that what they wrote here would be erased by its age. "
        "So it stays.",
    ): "to admins",
    ("presence.py", "the bot is blocked"): "the reason of an outbox row",
    **{("dialogue.py", one): "words that are understood" for one in ("not now", "passt so", "das passt")},
    ("roster.py", "told of quiet"): "a line of the audit",
    ("roster.py", "told of words again"): "a line of the audit",
    ("visiting.py", "browser let in"): "a line of the audit",
    ("booking.py", "monthly by weekday"): "a form that is read",
    ("session_words.py", " months by "): "a form that is read",
}


@pytest.mark.parametrize("language", SHIPPED)
def test_every_message_is_in_every_catalogue(language: str) -> None:
    """What extraction finds in bot/ is in each shipped catalogue, in all the forms of that language."""
    known, plurals = translated(language), len(Locale.parse(language).plural_form.tags | {"other"})
    missing = [message.key for message in messages() if not all(known.get(message.key, ("",)))]
    assert not missing, "docs/translating.md says how to add them"
    for message in messages():
        assert len(known[message.key]) == (plurals if len(message.forms) == 2 else 1), message.key


@pytest.mark.parametrize("language", SHIPPED)
def test_catalogue_says_that_nobody_reviewed_it(language: str) -> None:
    """A catalogue that no native speaker has read says so at its top; the table in docs/translating.md too."""
    head = (
        (BOT / "locale" / language / "LC_MESSAGES" / "interlude.po").read_text("utf-8").partition("msgid")[0]
    )
    assert "not yet reviewed by a native speaker" in head
    page = (BOT.parent / "docs" / "translating.md").read_text("utf-8")
    assert f"(`{language}`) | shipped | not yet |" in page


def test_every_message_is_written_out_where_it_is_said() -> None:
    """A call that translates is given the message itself, so that extraction finds it; tables are marked."""
    hidden = []
    for file in sorted(BOT.rglob("*.py")):
        if file.name in ("i18n.py", "line.py"):
            continue  # they hand on what they are given
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _hides(node, file):
                hidden.append(f"{file.name}:{node.lineno}")
    assert hidden == []


def _hides(call: ast.Call, file: Path) -> bool:
    """Whether a call translates something that is not written out there, nor marked elsewhere."""
    first = call.args[0]
    if isinstance(call.func, ast.Call):  # texts(…)("…"), which extraction does not see
        return called(call.func) in ("_t", "texts") and isinstance(first, ast.Constant)
    says_a_line = isinstance(call.func, ast.Attribute) and call.func.attr in ("line", "lines", "n")
    if called(call) not in KEYWORDS or isinstance(first, ast.Constant) or says_a_line:
        return False
    return (file.name, ast.unparse(first)) not in MARKED


def test_no_sentence_bypasses_translation() -> None:
    """In the rooms of clients and coaches every sentence is a message; only admins are spoken to in English."""
    rooms = (file for file in (BOT / "people").rglob("*.py"))
    files = [file for file in rooms if not file.relative_to(BOT).as_posix().startswith(FOR_ADMINS)]
    files += (BOT / "render" / f"{name}.py" for name in ("text", "page", "picture"))  # the others draw
    each = (
        one for file in files for one in sentences(file) if one.text not in opened.ACTS
    )  # as the audit has it
    found = [one for one in each if (one.file, one.text) not in NOT_SAID]
    assert found == []


def test_rooms_of_admins_are_there() -> None:
    """The list of rooms that speak English names rooms that exist."""
    assert all((BOT / name).exists() for name in FOR_ADMINS)

"""Tone and length: the same script as it is written, warm, brief, or with one answer, as a client chose."""

from datetime import UTC, datetime, timedelta

import pytest
from shelf import volumes

from bot.core.script.script import Script
from bot.core.talk.model import Context, Reflection
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import Rehearsal
from bot.i18n import phrases

START = datetime(2026, 1, 5, tzinfo=UTC)
CLIENTS = tuple(one for one in volumes() if one.script.header.for_ == "client")


def begun(script: Script, language: str, context: Context) -> tuple[Rehearsal, str]:
    """A talk, and its first prompt without its buttons."""
    talk = Rehearsal(script, Reflection(script.name, language, 1, context), START, phrases=phrases(language))
    said = [one.text.split("\n[")[0] for one in talk.begin() if one.key == "bot"]
    return talk, said[-1]


def of(name: str, language: str = "en") -> Script:
    return next(one.script for one in CLIENTS if (one.script.name, one.language) == (name, language))


def test_the_same_script_in_each_tone() -> None:
    """Warm begins with the name, once; brief has the title and the question; as written is the page's own words."""
    script, when = of("after-session"), "Tue, 15:00"
    _, plain = begun(script, "en", Context("Dana", "Ada", session_when=when))
    assert plain.startswith("About your session with Dana on Tue, 15:00.")
    talk, warm = begun(script, "en", Context("Dana", "Ada", session_when=when, tone="warm"))
    assert warm == f"Hello Ada.\n\n{plain}"
    assert "Ada" not in "\n".join(
        one.text for one in (*talk.write("Quiet."), *talk.wait(timedelta(minutes=2)))
    )
    talk, brief = begun(script, "en", Context("Dana", "Ada", session_when=when, tone="brief"))
    assert brief == "After our session\n\nWhat, if anything, has stayed with you?"
    after = (*talk.write("Quiet."), *talk.wait(timedelta(minutes=2)))
    assert [one.text.split("\n[")[0] for one in after if one.key == "bot"] == [
        "What's it like to have that with you now?"
    ]
    _, nameless = begun(script, "en", Context("Dana", "", session_when=when, tone="warm"))
    assert nameless == plain


def test_what_a_question_is_about_stays_in_each_tone() -> None:
    """The head of a session that was moved is no ornament: brief keeps it."""
    context = Context("Dana", session_when="Tue, 15:00", session_change="moved", tone="brief")
    _, said = begun(of("session-moved"), "en", context)
    assert (
        said
        == begun(
            of("session-moved"), "en", Context("Dana", session_when="Tue, 15:00", session_change="moved")
        )[1]
    )


@pytest.mark.parametrize("volume", CLIENTS, ids=lambda one: one.id)
def test_every_shipped_script_is_said_in_each_tone(volume: object) -> None:
    """In each there is a first prompt with a question or all its words, and none is empty."""
    script, language = volume.script, volume.language  # type: ignore[attr-defined]
    plain = begun(script, language, Context("Dana", "Ada", 3, session_when="Tue"))[1]
    for tone in ("warm", "brief"):
        said = begun(script, language, Context("Dana", "Ada", 3, session_when="Tue", tone=tone))[1]
        assert said.split("\n\n")[-1] == plain.split("\n\n")[-1]
        assert said.count("Ada") <= 1


@pytest.mark.parametrize("name", ["after-session", "before-session", "mid-week", "look-back", "so-far"])
@pytest.mark.parametrize("language", ["en", "de", "ar", "es"])
def test_one_answer_is_enough_where_the_client_wants_it_so(name: str, language: str) -> None:
    """One answer in own words and the script closes; it promised no more; a pass or a tap is no such answer."""
    context = Context("Dana", "Ada", 3, session_when="Tue, 15:00", short=True)
    talk, first = begun(of(name, language), language, context)
    assert first.startswith(of(name, language).header.title)
    lines = (*talk.write("Slower than I thought."), *talk.wait(timedelta(minutes=2)))
    assert over(talk.reflection)
    assert "?" not in lines[-2].text and "؟" not in lines[-2].text
    passed, _ = begun(of(name, language), language, context)
    passed.tap(phrases(language).pass_)
    if name != "mid-week":  # its first pass leads to the end
        assert not over(passed.reflection)

"""Every talk goes the same way through simulator, store and loops."""

from pathlib import Path

import pytest
from small import one_of
from test_talks import FILES, ROOT, script_of
from whole import TalkWorld, whole_bot

from bot.core.talk.rehearsal import perform
from bot.core.talk.talk_file import Talk, TalkLine, play, read, script_text, starts
from bot.i18n import phrases

pytestmark = pytest.mark.unmeasured  # the same talks go through the bare engine, measured


def said(talk: Talk) -> list[TalkLine]:
    """What the bot said in a talk."""
    return [line for line in talk.lines if line.key == "bot"]


def kept(talk: Talk) -> dict[str, str]:
    """The last that was saved of each step."""
    pairs = (line.text.partition(" = ") for line in talk.lines if line.key == "saved")
    return {step: words for step, _, words in pairs}


def _played_here(file: Path) -> bool:
    """Every English talk, and in the other languages the whole way through each script.

    Their branches are the same. A spoiled script is none that a store could hold.
    """
    talk = read(file.read_text(encoding="utf-8"), file.name)
    language = talk.get("language", "en")
    return (language == "en" and not talk.get("spoiled")) or file.stem == f"{language}-{talk.get('script')}"


THANKS = "(silent) Thank you. It is kept under “"  # of the hands, where words came too late to go on
PLAYED = [file for file in FILES if _played_here(file)]


@pytest.mark.parametrize(
    "file", PLAYED, ids=[str(one.relative_to(ROOT / "tests" / "talks")) for one in PLAYED]
)
def test_a_talk_goes_the_same_way_through_everything(file: Path, tmp_path: Path) -> None:
    """Played with a Telegram, in a database and by the loops, the bot says and keeps what the bare engine does."""
    talk = read(file.read_text(encoding="utf-8"), file.name)
    expected = perform(talk, script_of(talk), phrases=phrases(talk.get("language", "en")))
    source = script_text(talk) if talk.source else _library(talk)
    other = "de" if talk.get("language", "en") == "en" else "en"
    # no other script of this language is there: where a talk leads into one, it ends
    with whole_bot(tmp_path, prompts=one_of(other, tmp_path), start=starts(talk)[1]) as whole:
        really = play(talk, TalkWorld(whole, talk, source))
        heard = [line.text for line in said(really) if not line.text.startswith(THANKS)]
        assert heard == [line.text for line in said(expected)]
        stored = {one.step: one for one in whole.responses()}
        for step, words in kept(expected).items():
            texts = [text.words for text in stored[step].texts]
            shown = [f"[{stored[step].choice}]"] if stored[step].choice else []
            shown += [str(stored[step].rating)] if stored[step].rating is not None else []
            shown += ["passed"] if stored[step].state == "passed" else []
            assert "\n".join((*shown, *texts)) == words


def _library(talk: Talk) -> str:
    return (ROOT / "prompts" / talk.get("language", "en") / f"{talk.get('script')}.md").read_text("utf-8")

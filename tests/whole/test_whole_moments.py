"""What becomes of each kind of message at each moment: the table of docs/conversation.md, played."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot

from bot.store.responses import Response

PAGE = Path(__file__).parents[2] / "docs" / "conversation.md"
SECTION = PAGE.read_text("utf-8").split("\n## By moment: what becomes of what\n")[1].split("\n## ")[0]
ROWS = {
    row[0]: row[1:]
    for line in SECTION.splitlines()
    if line.startswith("| ") and not line.startswith("| moment")
    for row in [[cell.strip() for cell in line.strip("|").split(" | ")]]
}


def _joining(whole: Whole) -> None:
    whole.with_coach()
    whole.say(COACH, "/invite")
    whole.person("Ada", CLIENT)
    whole.start(CLIENT, whole.link(COACH))


def _in(whole: Whole) -> None:
    whole.with_coach()
    whole.with_client()


def _asked(whole: Whole) -> None:
    _in(whole)
    whole.begin("look-back")


def _growing(whole: Whole) -> None:
    _asked(whole)
    whole.say(CLIENT, "a first bubble")


def _silent(whole: Whole) -> None:
    _in(whole)
    whole.begin("sitting-with-it")
    whole.tap(CLIENT, next(one for one in whole.sim.buttons(CLIENT) if "10" in one))


def _lapsed(whole: Whole) -> None:
    _asked(whole)
    whole.until(whole.clock.now() + timedelta(hours=49))


def _over(whole: Whole) -> None:
    _asked(whole)
    whole.tap(CLIENT, "Enough for now")


def _setting(whole: Whole) -> None:
    if not whole.sim.core.state.chats.get(CLIENT):
        _in(whole)
    whole.say(CLIENT, "/days")


def _stopped(whole: Whole) -> None:
    _in(whole)
    whole.say(CLIENT, "/stop")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])


MOMENTS: dict[str, Callable[[Whole], None]] = {
    "before the agreement": _joining,
    "a question in sight": _asked,
    "an answer that is growing": _growing,
    "a silence that was chosen": _silent,
    "a talk that has lapsed": _lapsed,
    "a talk that is over, or none was": _over,
    "a setting that is asked": _setting,
    "after a stop": _stopped,
}


def texts(whole: Whole) -> list[Response]:
    return [one for one in whole.responses() for _ in one.texts]


def sent(whole: Whole, words: str) -> tuple[str, str]:
    """What is kept of a message ("an answer", "a note", "nothing"), and all that is said to it."""
    before, count = len(texts(whole)), len(whole.sim.texts(CLIENT))
    if words:
        whole.sim.say(CLIENT, words)
    else:
        whole.sim.voice(CLIENT)
    whole.pause(4)
    new = sorted(texts(whole), key=lambda one: one.id)[before:] if len(texts(whole)) > before else []
    kept = "nothing" if not new else "a note" if new[-1].reflection_id is None else "an answer"
    return kept, "\n".join(whole.sim.texts(CLIENT)[count:])


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_table_of_moments_is_true(tmp_path: Path, moment: str) -> None:
    """Words, a voice note, a typo, a command and "stop" become what the page says, at each moment."""
    words, typo, command, stop = ROWS[moment]
    with whole_bot(tmp_path) as whole:
        make = MOMENTS[moment]
        make(whole)
        kept, said = sent(whole, "/pauze")
        assert kept == "nothing"
        assert ("There is no command" in said) is typo.startswith("three offered")
        if moment.startswith("a setting"):
            assert "nothing is changed" in said
            make(whole)
        kept, said = sent(whole, "/why")
        assert kept == "nothing"
        assert ("Would you like to begin?" in said) is (command == "asked again")
        for kind in ("a walk by the river", ""):
            if moment.startswith("a setting"):
                make(whole)
            kept, said = sent(whole, kind)
            assert words.startswith(kept), said
        if moment.startswith("a setting"):
            make(whole)
        kept, said = sent(whole, "stop")
        assert ("Stop this one, stop everything" in said) is (stop == "asked what was meant")
        assert ("Stop everything?" in said) is (stop == "asked whether to stop")
        assert (kept == "a note") is stop.startswith("a note")

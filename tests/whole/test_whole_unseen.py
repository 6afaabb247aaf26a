"""Who answers for themself alone and who does not answer are the same to their coach, in all that a coach reads."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from clocked import MONDAY
from whole import CLIENT, COACH, Whole, whole_bot

from bot.core.digest.digest import compile
from bot.people import gathering
from bot.people.turn import Turn
from bot.store import people
from bot.store.db import Tx

WEEKS, LANGUAGES = 5, ("en", "de", "ar")
ASKED = ("/digest Ada", "/client Ada", "/clients", "/plan Ada", "who has been quiet?", "how is Ada doing?")


def private(whole: Whole) -> None:
    """A coach, and a client who shares nothing."""
    whole.with_coach()
    whole.with_client(shares=False)
    whole.say(COACH, "/session Ada 2026-11-24 10:00 weekly")


def answers(whole: Whole) -> None:
    """The client answers what stands there, says that it was not for them, and marks a moment."""
    whole.say(CLIENT, "The talk with Tom went well today")
    for _ in range(3):
        for label in ("That is all", "Not for me"):
            if label in whole.sim.buttons(CLIENT):
                whole.tap(CLIENT, label)
        whole.say(CLIENT, "Then a short walk")
        whole.pause(60)


def held(whole: Whole) -> object:
    """What any digest, page, picture, PDF or JSON of that moment would be made from."""

    def read(tx: Tx) -> object:
        coach, client = people.coach(tx, COACH), people.client(tx, CLIENT)
        assert coach is not None and client is not None
        turn = Turn(tx, whole.clock.now(), -1, whole.house.config, "bot")
        week = gathering.week(turn, coach, client, turn.now).week
        return week, compile(week)

    return whole.tx(read)


def lived(folder: Path, writes: bool) -> list[object]:
    """All that the coach read in the weeks, with its buttons and files; each week in another language."""
    found: list[object] = []
    with whole_bot(folder, start=MONDAY, practice=private) as whole:
        before = len(whole.sim.chat(COACH).events)
        for day in range(WEEKS * 7):
            evening = MONDAY.replace(hour=21) + timedelta(days=day)
            seen = len(whole.sim.messages(CLIENT))
            whole.tx(partial(people.change_coach, coach_id=COACH, language=LANGUAGES[day // 7 % 3]))
            whole.until(evening)
            if writes and len(whole.sim.messages(CLIENT)) > seen:
                answers(whole)
            if writes and day % 5 == 2:
                whole.say(CLIENT, "/mark")
                whole.say(CLIENT, "I said no for the first time")
            whole.until(evening + timedelta(hours=1, minutes=30))
            if day in (9, 30):
                whole.say(COACH, f"/ask Ada what helped on day {day}?")
                whole.tap(COACH, whole.sim.buttons(COACH)[0])
            for words in ASKED if day % 7 == 4 else ():
                whole.say(COACH, words)
            if day % 7 == 4:
                found.append(held(whole))
            if day == 33:
                whole.say(COACH, "did Ada get my question?")
        assert bool(whole.responses()) is writes
        events = whole.sim.chat(COACH).events[before:]
        files = [body for name in ("sendDocument", "sendPhoto") for body in whole.sim.calls(name)]
        said = [(one.at, one.who, one.kind, one.text, one.buttons) for one in events]
        return [*found, *said, files]


def test_a_coach_cannot_tell_who_writes_in_private(tmp_path: Path) -> None:
    """Five weeks of private answers, or of none: each text, figure, button and file is equal."""
    with_words, without = (lived(tmp_path / name, name == "words") for name in ("words", "none"))
    assert len(with_words) > 75
    assert with_words == without

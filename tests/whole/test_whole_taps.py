"""Every button that was ever shown: tapped late, tapped twice, tapped by somebody else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from whole import ADMIN, CLIENT, COACH, Whole, sharing, whole_bot

pytestmark = pytest.mark.unmeasured

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STRANGER = 9999
GONE = "This is over; the button does nothing more."


@dataclass(frozen=True)
class Shown:
    """A button as it stood under a message once."""

    chat: int
    message: int
    label: str
    data: str


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A week in which everybody was asked about everything."""
    with whole_bot(tmp_path, start=MONDAY, practice=_lived) as made:
        yield made


def tapped(whole: Whole, chat: int, *labels: str) -> None:
    """The first of these buttons that stands there now, if one does."""
    for label in labels:
        if label in whole.sim.buttons(chat):
            whole.tap(chat, label)
            return


def _lived(whole: Whole) -> None:
    """As many kinds of buttons as a practice can show, most of them left alone."""
    sharing(whole)
    for word in "menu now answers why days more quiet place name sharing signs pause".split():  # noqa: SIM905
        whole.say(CLIENT, f"/{word}")
    for word in ("stop", "erase", "nonsense"):
        whole.say(CLIENT, f"/{word}")
    whole.say(CLIENT, "/cancel")
    whole.begin("mid-week")
    tapped(whole, CLIENT, "Later")
    tapped(whole, CLIENT, "Back")
    whole.say(CLIENT, "Mixed, and long. Please call me.")
    whole.pause(60)
    whole.say(CLIENT, "stop")
    whole.begin("rough-day")
    tapped(whole, CLIENT, "Some quiet")
    whole.begin("spark", "demand:two")
    for _ in range(3):
        whole.say(CLIENT, "a thought")
        whole.pause(60)
    whole.say(COACH, "/session Ada 2026-12-03 16:00")
    for _ in range(3):
        tapped(whole, COACH, "Once", "Yes")
    for command in (
        "/sessions",
        "/digest",
        "/clients",
        "/invite",
        "/plan",
        "/zone",
        "/ending Ada 2027-01-31",
    ):
        whole.say(COACH, command)
    tapped(whole, COACH, "Yes")
    whole.say(COACH, "/where Ada")
    whole.say(ADMIN, "/scripts")
    tapped(whole, ADMIN, *(one for one in whole.sim.buttons(ADMIN) if one.startswith("mid-week")))
    text = whole.sim.document(ADMIN).decode()
    tapped(whole, ADMIN, "Try it")
    for word in ("now", "today, then", "this time"):
        edited = text.replace("That was the last one for today.", f"That is all for {word}.")
        whole.sim.attach(ADMIN, edited.encode(), "mid-week.md")
        whole.pause()
        tapped(whole, ADMIN, *(("Publish",) if word != "this time" else ()))
    for command in ("/history mid-week", "/undo mid-week", "/aside"):
        whole.say(ADMIN, command)
    whole.until(whole.clock.now() + timedelta(days=9))


def shown(whole: Whole) -> list[Shown]:
    """Every button that ever stood anywhere, the oldest first, each once."""
    found: dict[Shown, None] = {}
    numbers = {
        chat: iter(
            [one.message_id for one in whole.sim.chat(chat).events if one.kind == "said" and one.buttons]
        )
        for chat in (ADMIN, COACH, CLIENT)
    }
    for call in whole.sim.core.log:
        if call.ok and call.chat_id in numbers and "reply_markup" in call.args:
            keys = _value(call.args["reply_markup"]).get("inline_keyboard", [])
            if call.method.startswith("send") and any(keys):
                number = next(numbers[call.chat_id])
            else:
                number = int(call.args.get("message_id", 0))
            for key in (key for row in keys for key in row if "callback_data" in key):
                found[Shown(call.chat_id, number, key["text"], key["callback_data"])] = None
    return list(found)


def _value(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def signs(whole: Whole, chat: int, message: int, data: str) -> tuple[list[str], str]:
    """What a tap brings: what is said or changed in that chat, and what stands above it for a moment."""
    before, calls = len(whole.sim.chat(chat).events), len(whole.sim.core.log)
    whole.sim.tap_data(chat, message, data)
    whole.pause()
    said = [
        one.text for one in whole.sim.chat(chat).events[before:] if one.who == "bot" and one.kind != "notice"
    ]
    new = whole.sim.core.log[calls:]
    above = [str(one.args.get("text", "")) for one in new if one.method == "answerCallbackQuery"]
    assert len(above) == 1, f"{data}: answered {len(above)} times"
    return said, above[0]


QUIET = ("k:read:", "a:list:")
"""What shows by itself that it is so already: read and when, the language that is listed."""


OF_COACH = ("Dana has read", "From Dana: ")
"""What the coach's own taps bring to the client, minutes later."""


def begun(whole: Whole) -> int:
    """How many talks there have been."""
    found: int = whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM reflections").fetchone()[0])
    return found


def test_every_button_ever_shown_answers_late_and_twice(whole: Whole) -> None:
    """A week later each button acts, or says what is true instead; and a second tap on it does no harm."""
    for one in shown(whole):
        for times in (1, 2):
            talks, texts = begun(whole), len(whole.sim.texts(one.chat))
            said, above = signs(whole, one.chat, one.message, one.data)
            assert said or above or (times == 2 and one.data.startswith(QUIET)), (
                f"{one}: nothing, tap {times}"
            )
            assert times == 1 or begun(whole) == talks, f"{one}: a second tap began a talk"
            if above == GONE:
                new = [text for text in whole.sim.texts(one.chat)[texts:] if not text.startswith(OF_COACH)]
                assert not new, f"{one}: said to be over, and acts"
                assert one.data not in _standing(whole, one), f"{one}: is over, and still stands there"
    dead = whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM inbox WHERE state = 9").fetchone()[0])
    assert dead == 0


def _standing(whole: Whole, one: Shown) -> list[str]:
    """The buttons under that message now."""
    found = [message for message in whole.sim.messages(one.chat) if message.id == one.message]
    keys = found[0].body.get("reply_markup", {}).get("inline_keyboard", []) if found else []
    return [key["callback_data"] for row in keys for key in row]


def test_a_button_of_somebody_else_does_nothing(whole: Whole) -> None:
    """Whoever taps what was shown to somebody of another kind is told that it is over, and nothing changes."""
    whole.person("Eve", STRANGER)
    rooms = {ADMIN: "a", COACH: "kd", CLIENT: "rfvmd"}
    before = _counts(whole)
    first = {one.data.split(":")[0] + str(one.chat): one for one in shown(whole)}
    for one in first.values():
        for chat in {ADMIN, COACH, CLIENT, STRANGER} - {one.chat}:
            if one.data[0] in rooms.get(chat, "").replace("d", ""):
                continue
            own = max((message.id for message in whole.sim.messages(chat)), default=0)
            texts = len(whole.sim.texts(chat))
            _, above = signs(whole, chat, own or whole.sim.say(chat, "hello"), one.data)
            assert above == GONE, f"{one} by {chat}"
            assert own == 0 or len(whole.sim.texts(chat)) == texts, f"{one} by {chat}"
    assert _counts(whole) == before


def _counts(whole: Whole) -> tuple[int, ...]:
    tables = ("reflections", "responses", "scripts", "drafts", "coaching_sessions", "invites", "digests")
    found: tuple[int, ...] = whole.tx(
        lambda tx: tuple(tx.db.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables)  # noqa: S608
    )
    return found


def test_a_second_tap_on_publish_never_goes_over_somebody_elses_version(whole: Whole) -> None:
    """Two taps on the same button: the difference to the other's text is shown, and only its own button goes on."""
    drafts = [one for one in shown(whole) if one.data.startswith("a:publish:")]
    last = drafts[-1]
    live = "SELECT max(version) FROM scripts WHERE script = 'mid-week' AND language = 'en'"
    version = whole.tx(lambda tx: tx.db.execute(live).fetchone()[0])
    for _ in range(2):
        said, _ = signs(whole, ADMIN, last.message, last.data)
        assert "was published by" in said[-1]
    assert whole.tx(lambda tx: tx.db.execute(live).fetchone()[0]) == version
    assert f"published as version {version + 1}" in whole.tap(ADMIN, "Publish on top of it")[-1]

"""Eight messages of a client who leaves the path, through everything, as the client and the coach read it."""

import json
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.simulator import Chat, human, transcript

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GOLDEN = Path(__file__).parent / "golden" / "eight-messages.txt"


def lived(whole: Whole) -> None:
    """A setting left open, a question, a late answer, an edit, a forward, a stop, a return, the export."""
    sim = whole.sim
    whole.say(CLIENT, "/days")  # and nothing more: the setting stays open
    whole.until(MONDAY + 2 * DAY + 12 * HOUR)  # Monday's question came in the evening, and Wednesday's
    late = sim.say(CLIENT, "My sister called, and I picked up.", _question(whole, 0))
    whole.pause(90)
    sim.edit(CLIENT, late, "My sister called, and I picked up at once.")
    whole.pause(90)
    origin = {"type": "hidden_user", "sender_user_name": "Somebody", "date": 1764000000}
    human._post(
        sim.core.state,
        sim.chat(CLIENT),
        {"text": "Call me when you can.", "forward_origin": origin},
        None,
        None,
    )
    whole.pause(HOUR.total_seconds())
    whole.say(CLIENT, "stop")
    whole.until(whole.clock.now() + 21 * DAY)
    whole.say(CLIENT, "I am back, I think")
    whole.say(CLIENT, "/start")
    whole.until(whole.clock.now() + 2 * DAY)
    whole.say(CLIENT, "/export")


def _question(whole: Whole, number: int) -> int:
    """The message of a question, counted from 0."""
    chat = whole.sim.chat(CLIENT)
    return [one.message_id for one in chat.events if one.kind == "said" and ("Pass" in str(one.buttons))][
        number
    ]


def told(name: str, chat: Chat, zone: str, since: int) -> str:
    """A chat as it reads from a line on, with day and hour of the person where time went by."""
    lines = [f"==== {name}"]
    for at, events in groupby(
        chat.events[since:], key=lambda one: f"{one.at.astimezone(ZoneInfo(zone)):%a %d %b, %H:%M}"
    ):
        lines += ["", f"-- {at}"]
        lines += [line for event in events for line in transcript._event(chat, event)]
    return "\n".join(lines)


def words_of(export: str) -> str:
    """What the export holds of each response: question, messages, earlier versions, who sees it."""
    lines = ["==== the export's responses", ""]
    for one in json.loads(export)["responses"]:
        lines.append(f"{one['prompt'] or 'a note'} ({one['visibility']})")
        lines += [f"    {text}" for text in [*one["texts"], *one["edits"]]]
    return "\n".join(lines)


def test_eight_messages_off_the_path(tmp_path: Path, rewrite: bool) -> None:
    """Every line of both chats and of the export stands in a file that people have read (``--rewrite``)."""
    with whole_bot(tmp_path, practice=sharing, start=MONDAY) as whole:
        known = [len(whole.sim.chat(one).events) for one in (CLIENT, COACH)]
        lived(whole)
        made = "\n\n".join(
            (
                told("Ada, a client in Lisbon", whole.sim.chat(CLIENT), "Europe/Lisbon", known[0]),
                told("Dana, her coach in Berlin", whole.sim.chat(COACH), "Europe/Berlin", known[1]),
                words_of(whole.sim.document(CLIENT).decode()),
                "",
            )
        )
    if rewrite:
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")

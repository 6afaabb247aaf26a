"""Telegram's words into ours, and its errors into what to do."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram import error

from bot import telegram
from bot.telegram import Ignored, Membership, Message, Tap
from bot.telegram.outcome import Again, Blocked, Gone, Outcome, Refused, Rest, Sent, Unsure, outcome_of

ADA = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "pt-br"}
CHAT = {"id": 7, "type": "private", "first_name": "Ada"}


def update(**what: Any) -> dict[str, Any]:
    return {"update_id": 1, **what}


def message(**what: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": 1795000000, "chat": CHAT, "from": ADA, **what}


def test_words_come_in_whole() -> None:
    """A message keeps every character, its id, its time and what it replies to."""
    words = "a\n\n<b>\u202e 🌊" * 300
    raw = update(message=message(text=words, reply_to_message=message(message_id=3, text="?")))
    arrived = telegram.to_arrival(raw)
    assert isinstance(arrived, Message)
    assert (arrived.text, arrived.message_id, arrived.reply_to, arrived.language) == (words, 5, 3, "pt-br")
    assert arrived.at.timestamp() == 1795000000
    assert not arrived.edited


def test_an_edit_is_told_from_a_message() -> None:
    """An edited message is the same message with new words and the time of the edit."""
    arrived = telegram.to_arrival(update(edited_message=message(text="new", edit_date=1795000060)))
    assert isinstance(arrived, Message)
    assert arrived.edited
    assert arrived.at.timestamp() == 1795000060


@pytest.mark.parametrize(
    ("what", "text", "file"),
    [
        ({"voice": {"file_id": "V", "file_unique_id": "v", "duration": 3}}, "[voice]", "voice:V"),
        (
            {
                "photo": [{"file_id": "P", "file_unique_id": "p", "width": 9, "height": 9}],
                "caption": "the sea",
            },
            "[photo] the sea",
            "photo:P",
        ),
        ({"location": {"longitude": 1.0, "latitude": 2.0}}, "[place]", "location:"),
        (
            {
                "venue": {
                    "location": {"longitude": 1.0, "latitude": 2.0},
                    "title": "The pier",
                    "address": "Quay 1",
                },
                "location": {"longitude": 1.0, "latitude": 2.0},
            },
            "[venue] The pier\nQuay 1",
            "venue:",
        ),
        (
            {
                "contact": {
                    "phone_number": "+1555",
                    "first_name": "B",
                    "vcard": "BEGIN:VCARD\nNOTE:ask him\nEND:VCARD",
                }
            },
            "[contact] B\n+1555\nask him",
            "contact:",
        ),
        ({"dice": {"emoji": "🎲", "value": 4}}, "[🎲 4]", "dice:"),
        (
            {"poll": {"question": "When?", "options": [{"text": "now"}, {"text": "never"}]}},
            "[poll] When?\n- now\n- never",
            "poll:",
        ),
        (
            {
                "checklist": {
                    "title": "Week",
                    "tasks": [{"id": 1, "text": "call"}, {"text": "sleep", "completion_date": 9}],
                }
            },
            "[checklist] Week\n- call\n✓ sleep",
            "checklist:",
        ),
        (
            {"story": {"chat": {"id": 1, "title": "B", "username": "bbb"}, "id": 4}},
            "[story] B\nhttps://t.me/bbb/s/4",
            "story:",
        ),
        (
            {"paid_media": {"star_count": 1, "paid_media": []}, "caption": "look"},
            "[paid media] look",
            "paid_media:",
        ),
        ({"from_the_future": {}, "caption": "words"}, "[message] words", "message:"),
    ],
)
def test_anything_sent_is_named(what: dict[str, Any], text: str, file: str) -> None:
    """Whatever a client sends becomes a line that names it; the words in it are whole, coordinates are not kept."""
    arrived = telegram.to_arrival(update(message=message(**what)))
    assert isinstance(arrived, Message)
    assert (arrived.text, arrived.file) == (text, file)


@pytest.mark.parametrize(
    "strange",
    [
        {"poll": {"question": "When?"}},
        {"entities": [{"type": "from_the_future"}]},
        {"link_preview_options": 7, "forward_origin": {"type": "?"}},
        {"reply_to_message": message(message_id=3, entities=[{}], sticker=5)},
    ],
)
def test_words_beside_what_is_strange_are_read(strange: dict[str, Any]) -> None:
    """A part that the library cannot read, and that nobody looks at, keeps no words from being read."""
    arrived = telegram.to_arrival(update(message=message(text="words", **strange), poll={"id": 1}))
    assert isinstance(arrived, Message)
    assert arrived.text == "words"
    query = {"id": "9", "from": ADA, "chat_instance": "x", "data": "m:menu", "message": message(**strange)}
    assert isinstance(telegram.to_arrival(update(callback_query=query)), Tap)


def test_the_address_behind_a_link_is_kept() -> None:
    """A label that hides an address is followed by it, also behind an emoji; one that shows it stays as it is."""
    link = {"type": "text_link", "offset": 3, "length": 4, "url": "https://example.org/a"}
    shown = {"type": "text_link", "offset": 9, "length": 9, "url": "wait.org/"}
    arrived = telegram.to_arrival(update(message=message(text="🌊 here, wait.org/", entities=[shown, link])))
    assert isinstance(arrived, Message)
    assert arrived.text == "🌊 here (https://example.org/a), wait.org/"
    broken: list[Any] = [
        {"type": "text_link"},
        {"type": "text_link", "offset": 99, "length": 1, "url": "u"},
        7,
    ]
    arrived = telegram.to_arrival(update(message=message(text="words", entities=broken)))
    assert isinstance(arrived, Message)
    assert arrived.text.startswith("words")


@pytest.mark.parametrize(
    ("content", "own"),
    [
        ({"text": "mine"}, "mine"),
        ({"text": "[voice]"}, "[voice]"),
        ({"voice": {"file_id": "V"}}, ""),
        ({"voice": {"file_id": "V"}, "caption": "mine"}, "mine"),
        ({"text": "theirs", "forward_origin": {"type": "hidden_user"}}, ""),
        ({"text": "theirs", "via_bot": {"id": 9}}, ""),
        ({"checklist": {"title": "Week", "tasks": []}}, "Week"),
    ],
)
def test_only_what_a_person_wrote_counts_as_their_words(content: dict[str, Any], own: str) -> None:
    """Forwarded words, another bot's words and the name of a file are nobody's own words."""
    arrived = telegram.to_arrival(update(message=message(**content)))
    assert isinstance(arrived, Message)
    assert arrived.own == own


NOTICES = (
    "pinned_message message_auto_delete_timer_changed write_access_allowed forum_topic_created "
    "forum_topic_edited forum_topic_closed chat_background_set users_shared chat_shared gift unique_gift "
    "boost_added checklist_tasks_done checklist_tasks_added direct_message_price_changed successful_payment "
    "refunded_payment connected_website passport_data proximity_alert_triggered video_chat_started "
    "web_app_data giveaway_created suggested_post_paid from_the_future"
)


@pytest.mark.parametrize("notice", NOTICES.split())
def test_a_notice_of_telegrams_is_no_answer(notice: str) -> None:
    """What only tells of something done, known or not, says nothing to the bot."""
    assert isinstance(telegram.to_arrival(update(message=message(**{notice: {}}))), Ignored)


def test_a_tap_and_a_block() -> None:
    """A tap says whose button it was; a block and an unblock are told apart."""
    query = {"id": "9", "from": ADA, "chat_instance": "x", "data": "r:1:1:pass", "message": message(text="?")}
    assert telegram.to_arrival(update(callback_query=query)) == Tap(7, 5, "9", "r:1:1:pass", "pt-br")
    for status, blocked in (("kicked", True), ("member", False)):
        member: dict[str, Any] = {"user": {"id": 1, "is_bot": True, "first_name": "b"}, "status": status}
        if blocked:
            member["until_date"] = 0
        change = {"chat": CHAT, "from": ADA, "date": 1, "old_chat_member": member, "new_chat_member": member}
        assert telegram.to_arrival(update(my_chat_member=change)) == Membership(7, blocked)


def test_groups_are_left_alone() -> None:
    """What happens in a group or a channel is none of this bot's."""
    group = {"id": -5, "type": "group", "title": "g"}
    assert isinstance(telegram.to_arrival(update(message=message(chat=group, text="hi"))), Ignored)
    assert isinstance(telegram.to_arrival(update()), Ignored)


def caused(fault: error.TelegramError, cause: Exception) -> error.TelegramError:
    fault.__cause__ = cause
    return fault


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (error.RetryAfter(7), Rest(timedelta(seconds=7))),
        (error.Forbidden("Forbidden: bot was blocked by the user"), Blocked("bot was blocked by the user")),
        (error.BadRequest("Chat not found"), Blocked("Chat not found")),
        (error.BadRequest("Message is not modified: specified new message content"), Sent(0)),
        (error.BadRequest("Query is too old and response timeout expired"), Sent(0)),
        (
            error.BadRequest('Can\'t parse entities: unsupported start tag "secret"'),
            Refused("Can't parse entities", True),
        ),
        (error.BadRequest("Message is too long"), Refused("Message is too long")),
        (error.BadRequest("Button URL 'http://secret' is invalid"), Refused("Button URL")),
        (error.ChatMigrated(5), Refused("the chat has moved")),
        (error.NetworkError("Request Entity Too Large"), Refused("too large")),
        (
            caused(error.Forbidden("x"), error.TelegramError("a page")),
            Again("an answer that is not Telegram's"),
        ),
        (error.TelegramError("Invalid server response"), Unsure()),
        (
            error.Conflict("Conflict: terminated by other getUpdates request"),
            Gone("terminated by other getUpdates request"),
        ),
        (error.InvalidToken(), Gone("Invalid token")),
        (error.NetworkError("Bad Gateway"), Again("NetworkError")),
        (caused(error.TimedOut(), httpx.ReadTimeout("x")), Unsure()),
        (caused(error.NetworkError("x"), httpx.ReadError("x")), Unsure()),
        (caused(error.TimedOut(), httpx.ConnectTimeout("x")), Again("ConnectTimeout")),
        (caused(error.TimedOut(), httpx.PoolTimeout("x")), Again("PoolTimeout")),
        (caused(error.NetworkError("x"), httpx.ConnectError("x")), Again("ConnectError")),
    ],
)
def test_each_error_has_its_action(fault: error.TelegramError, outcome: Outcome) -> None:
    """Every error of the Bot API leads to the one action of docs/telegram.md, and no text of a message with it."""
    found = outcome_of(fault)
    assert type(found) is type(outcome)
    if not isinstance(outcome, Blocked | Gone):
        assert found == outcome

"""Updates as Telegram would bring them, of every kind that a person can cause, each with a word of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from whole import Whole

Json = dict[str, Any]


@dataclass(slots=True)
class Post:
    """One person at a phone: makes updates, and remembers which words it sent."""

    whole: Whole
    chat: int
    words: set[str] = field(default_factory=set)
    mine: list[int] = field(default_factory=list)  # numbers of own messages
    made: int = 0
    kept: list[int] = field(default_factory=list)  # numbers of those that carried words to keep

    def message(self, **content: Any) -> Json:
        """A message with this content."""
        chat = self.whole.sim.chat(self.chat)
        chat.last_id += 1
        self.mine.append(chat.last_id)
        return {"message": self._body(chat.last_id) | content}

    def _body(self, number: int) -> Json:
        at = int(self.whole.clock.now().timestamp())
        person = {"id": self.chat, "is_bot": False, "first_name": "Ada", "language_code": "en"}
        chat = {"id": self.chat, "type": "private", "first_name": "Ada"}
        return {"message_id": number, "date": at, "chat": chat, "from": person}

    def word(self) -> str:
        """A word that nobody else says."""
        self.made += 1
        word = f"word{self.chat}x{self.made}z"
        self.words.add(word)
        return word

    def bots(self) -> list[int]:
        """Numbers of the bot's messages in the chat."""
        return [one.id for one in self.whole.sim.messages(self.chat) if one.out]

    def buttons(self) -> list[tuple[int, str]]:
        """Every button that stands in the chat, but those that ask for a setting or end everything."""
        found = []
        for one in self.whole.sim.messages(self.chat):
            for row in one.body.get("reply_markup", {}).get("inline_keyboard", []) if one.out else []:
                found += [(one.id, button["callback_data"]) for button in row if "callback_data" in button]
        ours = [one for one in found if one[1].startswith(("r:", "f:", "v:", "m:now"))]
        return ours or [(1, "r:1:1:pass")]

    def tap(self, message: int, data: str) -> Json:
        """A tap with any data."""
        self.made += 1
        body = self._body(message) | {"from": {"id": 1, "is_bot": True, "first_name": "Interlude"}}
        person = {"id": self.chat, "is_bot": False, "first_name": "Ada"}
        return {
            "callback_query": {
                "id": f"{self.chat}-{self.made}",
                "from": person,
                "message": body,
                "chat_instance": "1",
                "data": data,
            }
        }

    def member(self, status: str) -> Json:
        """The person blocks the bot ("kicked") or lets it in again ("member")."""
        bot = {"id": 1, "is_bot": True, "first_name": "Interlude"}
        was = {"user": bot, "status": "member"}
        now = {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
        body = self._body(0)
        body.pop("message_id")
        return {"my_chat_member": body | {"old_chat_member": was, "new_chat_member": now}}


FILE = {"file_id": "AgAD", "file_unique_id": "u"}

Maker = Callable[[Post], Json]

WORDS: dict[str, Maker] = {
    "text": lambda post: post.message(text=post.word()),
    "reply": lambda post: post.message(
        text=post.word(), reply_to_message=post._body((post.bots() or [1])[-1])
    ),
    "voice": lambda post: post.message(voice=FILE | {"duration": 3}, caption=post.word()),
    "photo": lambda post: post.message(photo=[FILE | {"width": 1, "height": 1}], caption=post.word()),
    "document": lambda post: post.message(document=FILE | {"file_name": "a.txt"}, caption=post.word()),
    "forwarded": lambda post: post.message(text=post.word(), forward_origin={"type": "hidden_user"}),
    "by another bot": lambda post: post.message(text=post.word(), via_bot={"id": 9}),
    "checklist": lambda post: post.message(
        checklist={"title": post.word(), "tasks": [{"text": post.word()}]}
    ),
    "contact": lambda post: post.message(contact={"phone_number": "1", "first_name": post.word()}),
    "venue": lambda post: post.message(
        venue={"title": post.word(), "address": post.word(), "location": {}}, location={}
    ),
    "a link": lambda post: post.message(
        text="here", entities=[{"type": "text_link", "offset": 0, "length": 4, "url": post.word()}]
    ),
    "with what is new": lambda post: post.message(text=post.word(), from_the_future={"wish": [1, None]}),
}
"""Makers of updates that carry a word which is to be kept."""


def edited(post: Post) -> Json:
    """A known message reads differently; its first word stays in it or beside it. Of one never kept, nothing is."""
    word = post.word()
    update = post.message(text=word)
    if post.kept:
        update["message"]["message_id"] = post.kept[0]
    else:
        post.words.discard(word)
    return {"edited_message": update["message"] | {"edit_date": update["message"]["date"]}}


def _sticker(post: Post) -> Json:
    sticker = {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    return post.message(sticker=FILE | sticker | {"emoji": "🙂"})


def _poll(post: Post) -> Json:
    poll: Json = {"id": "1", "question": "?", "options": [{"text": "a", "voter_count": 0}]}
    sides = {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
    return post.message(poll=poll | sides | {"allows_multiple_answers": False})


OTHERS: dict[str, Maker] = {
    "like a command": lambda post: post.message(text=f"/nothing{post.made} is no command"),
    "sticker": _sticker,
    "place": lambda post: post.message(location={"latitude": 1.0, "longitude": 2.0}),
    "poll": _poll,
    "dice": lambda post: post.message(dice={"emoji": "🎲", "value": 3}),
    "a service message": lambda post: post.message(pinned_message=post._body(1)),
    "access": lambda post: post.message(write_access_allowed={"from_request": True}),
    "begin": lambda post: post.message(text="/week"),
    "now": lambda post: post.message(text="/now"),
    "help": lambda post: post.message(text="/help"),
    "menu": lambda post: post.message(text="/menu"),
    "answers": lambda post: post.message(text="/answers"),
    "why": lambda post: post.message(text="/why"),
    "export": lambda post: post.message(text="/export"),
    "pause": lambda post: post.message(text="/pause"),
    "stop": lambda post: post.message(text="/stop"),
    "start": lambda post: post.message(text="/start"),
    "an old link": lambda post: post.message(text="/start abc"),
    "block": lambda post: post.member("kicked"),
    "unblock": lambda post: post.member("member"),
    "tap": lambda post: post.tap(*post.buttons()[-1]),
    "first tap": lambda post: post.tap(*post.buttons()[0]),
    "a group": lambda post: {
        "message": post._body(5) | {"chat": {"id": -5, "type": "group", "title": "G"}, "text": "hello"}
    },
    "a channel": lambda post: {
        "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -9, "type": "channel", "title": "C"}}
    },
    "edit of an unknown": lambda post: {
        "edited_message": post.message(text="never kept")["message"] | {"edit_date": 1795262433}
    },
    "a kind of the future": lambda post: {"from_the_future": {"chat": {"id": post.chat}}},
    "nothing": lambda post: {},
}
"""Makers of everything else that may come."""

FORGED = (
    "r:{reflection}:1:pass",
    "r:{reflection}:1:stop",
    "r:{reflection}:1:choice:0",
    "r:{reflection}:0:done",
    "f:{reflection}:no",
    "v:{reflection}:session",
    "v:{reflection}:now",
    "m:toggle:{response}",
    "m:toggle:{response}:session",
    "m:toggle:{response}:now",
    "k:session:{client}",
    "k:read:1",
    "a:publish:1",
    "a:undo:week:en",
    "j:agree:session",
    "j:zone:Europe/Berlin",
    "j:",
    "r:",
    "r:x:y:z",
    "r:1",
    "r:99999999999999999999:1:pass",
    "r:²:1:pass",
    "m:pause:9999999999",
    "m:weekly:²",
    "m:toggle:-1",
    "m:now:nothing",
    "m:",
    ":",
    "",
    "q:1",
    "r:1:1:rate:99",
    "r:1:1:hold:zz",
)
"""Data that no button of this person's carries; in braces what belongs to another client."""

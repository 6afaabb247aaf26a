"""What people do in the simulator, in process."""

import pytest

from bot.simulator import RefusedCall, Simulator


def yes_no() -> dict[str, object]:
    return {
        "inline_keyboard": [
            [{"text": "Yes", "callback_data": "y"}, {"text": "No", "callback_data": "n"}],
            [{"text": "Later", "callback_data": "later"}],
        ]
    }


def test_a_talk_is_readable() -> None:
    """A chat reads as a talk: both sides, buttons, taps, notices, edits and deletions."""
    sim = Simulator()
    ada = sim.person("Ada")
    sim.start(ada.id, "invite-1")
    asked = sim.call("sendMessage", chat_id=ada.id, text="Ready?\nTake your time.", reply_markup=yes_no())
    query = sim.tap(ada.id, "Yes")
    sim.call("answerCallbackQuery", callback_query_id=query, text="Noted")
    sim.call("editMessageText", chat_id=ada.id, message_id=asked["message_id"], text="Ready: yes")
    said = sim.say(ada.id, "It went wel")
    sim.edit(ada.id, said, "It went well")
    gone = sim.call("sendMessage", chat_id=ada.id, text="One more", disable_notification=True)
    sim.call("deleteMessage", chat_id=ada.id, message_id=gone["message_id"])
    assert sim.transcript(ada.id) == [
        "client: /start invite-1",
        "bot: Ready?",
        "    Take your time.",
        "    [Yes] [No]",
        "    [Later]",
        "client: [Yes]",
        "bot notice: Noted",
        "bot edits #2: Ready: yes",
        "client: It went wel",
        "client edits #3: It went well",
        "bot: (silent) One more",
        "bot deletes #4: One more",
    ]
    assert sim.texts(ada.id) == ["Ready: yes"]
    assert [message.body["text"] for message in sim.messages(ada.id) if not message.out][-1] == "It went well"


def test_the_bot_cannot_write_first() -> None:
    """A person who never wrote is not found; after /start the bot may write."""
    sim = Simulator()
    ada = sim.person("Ada")
    with pytest.raises(RefusedCall, match="Bad Request: chat not found"):
        sim.call("sendMessage", chat_id=ada.id, text="Hello")
    sim.start(ada.id)
    assert sim.call("sendMessage", chat_id=ada.id, text="Hello")["text"] == "Hello"


def test_blocking_is_told_and_held() -> None:
    """A block gives my_chat_member and 403 until the person unblocks."""
    sim = Simulator()
    ada = sim.person("Ada", started=True)
    sim.block(ada.id)
    change = sim.pending()[-1]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    with pytest.raises(RefusedCall, match="Forbidden: bot was blocked by the user") as refused:
        sim.call("sendMessage", chat_id=ada.id, text="Hello")
    assert refused.value.code == 403
    with pytest.raises(ValueError, match="unblock first"):
        sim.say(ada.id, "hello?")
    sim.unblock(ada.id)
    assert sim.pending()[-1]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert sim.call("sendMessage", chat_id=ada.id, text="Hello")["text"] == "Hello"


def test_message_ids_grow_over_both_directions() -> None:
    """Each chat counts its messages across both sides, from 1."""
    sim = Simulator(limits=False)
    ada, ben = sim.person("Ada"), sim.person("Ben")
    assert sim.say(ada.id, "one") == 1
    assert sim.call("sendMessage", chat_id=ada.id, text="two")["message_id"] == 2
    assert sim.say(ada.id, "three", reply_to=2) == 3
    assert sim.say(ben.id, "one") == 1
    assert sim.pending()[1]["message"]["reply_to_message"]["message_id"] == 2


def test_a_tap_finds_the_newest_button() -> None:
    """A tap by label or data means the newest message that has that button; else the others are named."""
    sim = Simulator(limits=False)
    ada = sim.person("Ada", started=True)
    for number in (1, 2):
        keyboard = {"inline_keyboard": [[{"text": "Pass", "callback_data": f"pass-{number}"}]]}
        sim.call("sendMessage", chat_id=ada.id, text=f"Prompt {number}", reply_markup=keyboard)
    sim.tap(ada.id, "Pass")
    sim.tap(ada.id, "pass-1")
    assert [update["callback_query"]["data"] for update in sim.pending()] == ["pass-2", "pass-1"]
    assert sim.buttons(ada.id) == ["Pass"]
    with pytest.raises(ValueError, match="the newest are: Pass"):
        sim.tap(ada.id, "Stop")

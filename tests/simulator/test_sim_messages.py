"""Sending, copying, forwarding, editing, deleting, pinning, reacting; reply markup."""

from datetime import UTC, datetime
from typing import Any

import pytest
import telegram
from serving import refusal, served, standing
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.simulator import RefusedCall, Simulator

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def one_button(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Go", **button}]]}


def with_ada() -> tuple[Simulator, int]:
    sim, _ = standing()
    return sim, sim.person("Ada", started=True).id


async def test_send_message_through_a_client() -> None:
    """sendMessage gives a Message as a client library reads it."""
    async with served() as on:
        ada = on.sim.person("Ada", username="ada", last_name="L", started=True)
        sent = await on.bot.send_message(
            ada.id, "Good <b>morning</b>", parse_mode="HTML", protect_content=True
        )
        assert (sent.message_id, sent.text, sent.chat.username) == (1, "Good morning", "ada")
        assert sent.from_user and sent.from_user.id == on.bot.id
        assert sent.parse_entities() == {sent.entities[0]: "morning"}
        assert sent.has_protected_content
        assert on.sim.messages(ada.id)[0].how["protect_content"] is True


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n ", "Bad Request: text must be non-empty"),
        ("\u200b\u2060", "Bad Request: text must be non-empty"),
        ("x" * 4097, "Bad Request: message is too long"),
        ("lone \ud800 half", "Bad Request: strings must be encoded in UTF-8"),
    ],
)
def test_texts_that_cannot_be_sent(text: str, description: str) -> None:
    """Empty, blank, too long and broken texts are refused."""
    sim, ada = with_ada()
    assert refusal(sim, "sendMessage", chat_id=ada, text=text) == description


def test_length_counts_after_parsing() -> None:
    """4,096 characters pass however many tags stand around them; blanks at the ends do not count."""
    sim, ada = with_ada()
    long = "<b>" + "ä" * 4096 + "</b>  \n"
    assert len(sim.call("sendMessage", chat_id=ada, text=long, parse_mode="HTML")["text"]) == 4096


@pytest.mark.parametrize(
    ("args", "code", "description"),
    [
        ({"text": "x"}, 400, "Bad Request: chat_id is empty"),
        ({"chat_id": 999, "text": "x"}, 400, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, 400, "Bad Request: chat not found"),
        ({"chat_id": "many", "text": "x"}, 400, "Bad Request: chat not found"),
    ],
)
def test_chats_that_are_not_there(args: dict[str, Any], code: int, description: str) -> None:
    """Without a chat, or with one that the bot never met, nothing is sent."""
    sim, _ = with_ada()
    with pytest.raises(RefusedCall) as refused:
        sim.call("sendMessage", **args)
    assert (refused.value.code, refused.value.description) == (code, description)


async def test_people_who_are_gone() -> None:
    """A deleted account and a blocked bot are 403, each in its words."""
    async with served() as on:
        ada, ben = on.sim.person("Ada", started=True), on.sim.person("Ben", started=True)
        on.sim.block(ada.id)
        on.sim.deactivate(ben.id)
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await on.bot.send_message(ada.id, "x")
        with pytest.raises(Forbidden, match="user is deactivated"):
            await on.bot.send_message(ben.id, "x")


async def test_a_group_that_moved() -> None:
    """After a migration the old id is refused with the new one, and both chats tell it."""
    async with served() as on:
        ada = on.sim.person("Ada")
        group = on.sim.group("Practice", ada)
        assert (await on.bot.send_message(group, "hello all")).chat.type == "group"
        new = on.sim.migrate(group)
        with pytest.raises(ChatMigrated) as moved:
            await on.bot.send_message(group, "anybody?")
        assert moved.value.new_chat_id == new
        assert (await on.bot.send_message(new, "here")).chat.type == "supergroup"
        told = [update.message for update in await on.bot.get_updates()]
        assert [(one.migrate_to_chat_id, one.migrate_from_chat_id) for one in told if one] == [
            (new, None),
            (None, group),
        ]
        on.sim.block(new)
        with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
            await on.bot.send_message(new, "x")


async def test_replies() -> None:
    """A reply carries the message it answers; one that is gone is refused unless that was allowed."""
    async with served() as on:
        ada = on.sim.person("Ada")
        said = on.sim.say(ada.id, "a question")
        sent = await on.bot.send_message(ada.id, "an answer", reply_to_message_id=said)
        assert sent.reply_to_message and sent.reply_to_message.text == "a question"
        with pytest.raises(BadRequest, match=r"[Mm]essage to be replied not found"):
            await on.bot.send_message(ada.id, "x", reply_parameters=telegram.ReplyParameters(99))
        lenient = telegram.ReplyParameters(99, allow_sending_without_reply=True)
        assert (await on.bot.send_message(ada.id, "x", reply_parameters=lenient)).reply_to_message is None


# ---- reply markup ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        (
            {"inline_keyboard": ["x"]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": ["x"]}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"inline_keyboard": [["x"]]},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            {"inline_keyboard": [[{"callback_data": "x"}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            one_button(),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (one_button(callback_data="ä" * 33), "BUTTON_DATA_INVALID"),
        (one_button(url="not a link"), "inline keyboard button URL 'not a link' is invalid: Wrong HTTP URL"),
        (one_button(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (
            {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]},
            "inline keyboard button text must be non-empty",
        ),
        (
            {"inline_keyboard": [[{"text": str(n), "callback_data": "x"} for n in range(9)]]},
            "reply markup is too long",
        ),
        (
            {"inline_keyboard": [[{"text": str(n), "callback_data": "x"}] for n in range(101)]},
            "reply markup is too long",
        ),
    ],
)
def test_keyboards_that_telegram_refuses(markup: object, description: str) -> None:
    """A keyboard of the wrong shape, too large, or with data beyond 64 bytes is refused."""
    sim, ada = with_ada()
    assert (
        refusal(sim, "sendMessage", chat_id=ada, text="x", reply_markup=markup)
        == f"Bad Request: {description}"
    )


def test_data_is_counted_in_bytes() -> None:
    """64 bytes of callback_data pass: 32 letters of two bytes are the same as 64 of one."""
    sim, ada = with_ada()
    for data in ("ä" * 32, "x" * 64):
        markup = one_button(callback_data=data)
        assert sim.call("sendMessage", chat_id=ada, text="x", reply_markup=markup)["reply_markup"] == markup


async def test_reply_keyboards_write_their_label() -> None:
    """A key of a reply keyboard is said by the person; the keyboard goes when it is removed."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        keyboard = telegram.ReplyKeyboardMarkup([["Pass", "Later"]], resize_keyboard=True)
        sent = await on.bot.send_message(ada.id, "How was it?", reply_markup=keyboard)
        assert sent.reply_markup is None
        assert on.sim.buttons(ada.id) == ["Pass", "Later"]
        on.sim.tap(ada.id, "Pass")
        assert on.sim.pending()[-1]["message"]["text"] == "Pass"
        await on.bot.send_message(ada.id, "Fine", reply_markup=telegram.ReplyKeyboardRemove())
        with pytest.raises(ValueError, match="the newest are: none"):
            on.sim.tap(ada.id, "Later")
        force = telegram.ForceReply(input_field_placeholder="Your words")
        await on.bot.send_message(ada.id, "Write", reply_markup=force)
        assert on.sim.messages(ada.id)[-1].how["markup"] == {
            "force_reply": True,
            "input_field_placeholder": "Your words",
        }


# ---- edits and deletions -----------------------------------------------------------------------


async def test_edits() -> None:
    """An edit gives the changed message with its date; the same again is refused as not modified."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        sent = await on.bot.send_message(
            ada.id,
            "one",
            reply_markup=telegram.InlineKeyboardMarkup.from_button(
                telegram.InlineKeyboardButton("Go", callback_data="g")
            ),
        )
        edited = await on.bot.edit_message_text("two", ada.id, sent.message_id)
        assert isinstance(edited, telegram.Message)
        assert (edited.text, edited.reply_markup, edited.edit_date is None) == ("two", None, False)
        with pytest.raises(BadRequest, match=r"[Mm]essage is not modified"):
            await on.bot.edit_message_text("two", ada.id, sent.message_id)
        with pytest.raises(BadRequest, match=r"[Mm]essage is not modified"):
            await on.bot.edit_message_reply_markup(ada.id, sent.message_id)


def test_edits_that_are_refused() -> None:
    """Each edit that Telegram refuses, in its words."""
    sim, ada = with_ada()
    own = sim.call("sendMessage", chat_id=ada, text="one")["message_id"]
    theirs = sim.say(ada, "mine")
    cases: list[tuple[dict[str, Any], str]] = [
        ({"message_id": own, "text": ""}, "Bad Request: message text is empty"),
        ({"text": "x"}, "Bad Request: message identifier is not specified"),
        ({"message_id": 77, "text": "x"}, "Bad Request: message to edit not found"),
        ({"message_id": theirs, "text": "x"}, "Bad Request: message can't be edited"),
        ({"message_id": own, "text": "one"}, NOT_MODIFIED),
        ({"message_id": own, "text": "x" * 4097}, "Bad Request: MESSAGE_TOO_LONG"),
        (
            {"message_id": own, "text": "x", "reply_markup": {"keyboard": [["a"]]}},
            "Bad Request: inline keyboard expected",
        ),
    ]
    for args, description in cases:
        assert refusal(sim, "editMessageText", chat_id=ada, **args) == description
    assert refusal(sim, "editMessageCaption", chat_id=ada, message_id=own, caption="x") == (
        "Bad Request: there is no caption in the message to edit"
    )
    assert (
        refusal(sim, "editMessageText", inline_message_id="7", text="x") == "Bad Request: MESSAGE_ID_INVALID"
    )
    sim.block(ada)
    assert refusal(sim, "editMessageText", chat_id=ada, message_id=own, text="two").startswith("Forbidden")


async def test_deletions() -> None:
    """The bot deletes what it or the person wrote; what is gone cannot be edited or deleted again."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        sent = await on.bot.send_message(ada.id, "one")
        said = on.sim.say(ada.id, "two")
        assert await on.bot.delete_message(ada.id, sent.message_id)
        with pytest.raises(BadRequest, match=r"[Mm]essage to delete not found"):
            await on.bot.delete_message(ada.id, sent.message_id)
        with pytest.raises(BadRequest, match=r"[Mm]essage to edit not found"):
            await on.bot.edit_message_text("x", ada.id, sent.message_id)
        assert await on.bot.delete_messages(ada.id, [said, 99])
        assert on.sim.messages(ada.id) == []


def test_old_messages_stay() -> None:
    """After 48 hours a message can no longer be deleted."""
    sim, clock = standing()
    ada = sim.person("Ada", started=True).id
    sent = sim.call("sendMessage", chat_id=ada, text="one")["message_id"]
    clock.forward(hours=48, seconds=1)
    assert (
        refusal(sim, "deleteMessage", chat_id=ada, message_id=sent) == "Bad Request: message can't be deleted"
    )


@pytest.mark.parametrize(
    ("wanted", "description"),
    [
        ([], "message identifiers are not specified"),
        ("[", "can't parse message_ids JSON object"),
        (5, "expected an Array of message identifiers"),
        ([0], "invalid message identifier specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
    ],
)
def test_deletions_that_are_refused(wanted: object, description: str) -> None:
    """deleteMessages takes 1 to 100 positive numbers."""
    sim, ada = with_ada()
    assert refusal(sim, "deleteMessages", chat_id=ada, message_ids=wanted) == f"Bad Request: {description}"


async def test_copies_and_forwards() -> None:
    """A copy is the bot's own message; a forward tells its origin; protected ones go nowhere."""
    async with served() as on:
        ada, ben = on.sim.person("Ada"), on.sim.person("Ben", started=True)
        said = on.sim.say(ada.id, "words worth passing on")
        copy = await on.bot.copy_message(ben.id, ada.id, said)
        forward = await on.bot.forward_message(ben.id, ada.id, said)
        assert on.sim.chat(ben.id).messages[copy.message_id].body["text"] == "words worth passing on"
        assert isinstance(forward.forward_origin, telegram.MessageOriginUser)
        assert forward.forward_origin.sender_user.first_name == "Ada"
        locked = await on.bot.send_message(ben.id, "only here", protect_content=True)
        for method in (on.bot.copy_message, on.bot.forward_message):
            with pytest.raises(BadRequest, match=r"can't be (copied|forwarded)"):
                await method(ada.id, ben.id, locked.message_id)
        with pytest.raises(BadRequest, match=r"[Mm]essage to copy not found"):
            await on.bot.copy_message(ben.id, ada.id, 99)
    assert (
        refusal(on.sim, "copyMessage", chat_id=ben.id) == 'Bad Request: parameter "from_chat_id" is required'
    )


async def test_pins_and_reactions() -> None:
    """A pinned message shows in getChat; a reaction is one of Telegram's emoji."""
    async with served() as on:
        ada = on.sim.person("Ada")
        said = on.sim.say(ada.id, "what I learnt")
        await on.bot.pin_chat_message(ada.id, said)
        pinned = (await on.bot.get_chat(ada.id)).pinned_message
        assert pinned and pinned.message_id == said
        await on.bot.unpin_chat_message(ada.id, said)
        with pytest.raises(BadRequest, match=r"[Mm]essage to unpin not found"):
            await on.bot.unpin_chat_message(ada.id)
        await on.bot.pin_chat_message(ada.id, said)
        await on.bot.unpin_all_chat_messages(ada.id)
        assert (await on.bot.get_chat(ada.id)).pinned_message is None
        await on.bot.set_message_reaction(ada.id, said, "❤")
        assert on.sim.chat(ada.id).messages[said].reactions == [{"type": "emoji", "emoji": "❤"}]
        for wrong, text in (("🫠", "REACTION_INVALID"), (["❤", "🔥"], "REACTIONS_TOO_MANY")):
            with pytest.raises(BadRequest, match=f"(?i){text}"):
                await on.bot.set_message_reaction(ada.id, said, wrong)
        with pytest.raises(BadRequest, match=r"[Mm]essage to react not found"):
            await on.bot.set_message_reaction(ada.id, 99, "❤")
        await on.bot.set_message_reaction(ada.id, said)
        assert on.sim.chat(ada.id).messages[said].reactions == []


async def test_chat_actions_and_drafts() -> None:
    """typing and a draft are remembered until the next message; neither is a message."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        await on.bot.send_chat_action(ada.id, "typing")
        await on.bot.send_message_draft(ada.id, 7, "Thinking about")
        assert (on.sim.chat(ada.id).action, on.sim.chat(ada.id).draft) == ("typing", "Thinking about")
        assert on.sim.messages(ada.id) == []
        await on.bot.send_message(ada.id, "done")
        assert (on.sim.chat(ada.id).action, on.sim.chat(ada.id).draft) == ("", "")
    assert refusal(on.sim, "sendChatAction", chat_id=ada.id, action="dancing") == (
        "Bad Request: wrong parameter action in request"
    )
    assert refusal(on.sim, "sendMessageDraft", chat_id=ada.id, text="x") == "Bad Request: RANDOM_ID_INVALID"


# ---- taps --------------------------------------------------------------------------------------


async def test_a_tap_is_answered_once_and_in_time() -> None:
    """answerCallbackQuery works once, within 150 seconds; later, and for unknown ids, it is too old."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        on.sim.clock.set(datetime(2026, 11, 21, 8, 0, tzinfo=UTC))
        on.sim.call("sendMessage", chat_id=ada.id, text="Well?", reply_markup=one_button(callback_data="g"))
        on.sim.tap(ada.id, "Go")
        update = (await on.bot.get_updates())[-1]
        query = update.callback_query
        assert query and query.data == "g" and isinstance(query.message, telegram.Message)
        assert query.message.text == "Well?"
        await query.answer("Noted")
        with pytest.raises(BadRequest, match=r"[Qq]uery is too old"):
            await query.answer("Noted")
        late = on.sim.tap(ada.id, "g")
        assert refusal(on.sim, "answerCallbackQuery", callback_query_id=late, text="x" * 201) == (
            "Bad Request: MESSAGE_TOO_LONG"
        )
        on.sim.clock.advance(151)
        for query_id in (late, "77"):
            assert refusal(on.sim, "answerCallbackQuery", callback_query_id=query_id) == (
                "Bad Request: query is too old and response timeout expired or query ID is invalid"
            )
        assert on.sim.transcript(ada.id)[-2:] == ["bot notice: Noted", "client: [Go]"]


def test_a_tap_on_an_old_screen() -> None:
    """A tap may carry data of a button that has gone, as on an old screen; links are not told."""
    sim, ada = with_ada()
    sent = sim.call("sendMessage", chat_id=ada, text="x", reply_markup=one_button(url="example.org"))
    assert sim.tap(ada, "Go") == ""
    assert sim.pending() == []
    sim.tap_data(ada, sent["message_id"], "r:1:2:gone")
    assert sim.pending()[0]["callback_query"]["data"] == "r:1:2:gone"

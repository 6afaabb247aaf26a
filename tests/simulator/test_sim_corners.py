"""Corners: pictures by their heads, groups, keyboards of odd forms, mistakes of whoever drives the simulator."""

import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import PNG, refusal, served, standing

from bot.simulator import Rates, Simulator
from bot.simulator.files import picture_size

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 200, 400) + b"\x03" * 20


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (400, 200)),
        (JPEG, (400, 200)),
        (b"GIF89a" + struct.pack("<HH", 40, 20), (40, 20)),
        (b"RIFF\x00\x00\x00\x00WEBP", (512, 512)),
        (b"\xff\xd8 cut off", (0, 0)),
        (b"words", (0, 0)),
        (b"", (0, 0)),
    ],
)
def test_pictures_are_measured_by_their_heads(data: bytes, size: tuple[int, int]) -> None:
    """PNG, JPEG, GIF and WebP are pictures; nothing else is."""
    assert picture_size(data) == size


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ({"keyboard": "x"}, 'field "keyboard" must be of type Array'),
        ({"keyboard": [[5]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
        (
            {"inline_keyboard": [[{"text": ["x"]}]]},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": ["y"]}]]},
            'can\'t parse inline keyboard button: Field "callback_data" must be of type String',
        ),
        (
            {"inline_keyboard": [[{"text": "x", "copy_text": "y"}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
    ],
)
def test_keyboards_of_odd_forms(markup: object, description: str) -> None:
    """Wrong types inside a keyboard are named."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    assert (
        refusal(sim, "sendMessage", chat_id=ada, text="x", reply_markup=markup)
        == f"Bad Request: {description}"
    )


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ({"url": "example.org/a"}, {"url": "http://example.org/a"}),
        ({"url": "tg://user?id=7"}, {"url": "tg://user?id=7"}),
        ({"copy_text": {"text": "112"}}, {"copy_text": {"text": "112"}}),
        ({"web_app": {"url": "https://example.org"}}, {"web_app": {"url": "https://example.org"}}),
        ({"callback_data": 7}, {"callback_data": "7"}),
    ],
)
def test_every_kind_of_button(button: dict[str, Any], kept: dict[str, Any]) -> None:
    """Buttons may open a link or an app, copy a text or carry data."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    markup = {"inline_keyboard": [[{"text": "Go", **button}], []]}
    sent = sim.call("sendMessage", chat_id=ada, text="x", reply_markup=markup)
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "Go", **kept}]]


def test_an_empty_keyboard_is_none() -> None:
    """A markup without any button is no markup."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    assert "reply_markup" not in sim.call(
        "sendMessage", chat_id=ada, text="x", reply_markup={"inline_keyboard": []}
    )
    assert sim.buttons(ada) == []


def test_a_group_has_many_voices() -> None:
    """In a group each member writes and taps under their own name."""
    sim, _ = standing()
    ada, ben = sim.person("Ada"), sim.person("Ben")
    group = sim.group("Practice", ada, ben)
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sim.call("sendMessage", chat_id=group, text="Shall we?", reply_markup=markup)
    sim.say(group, "I would", by=ben.id)
    sim.tap(group, "Yes", by=ada.id)
    assert sim.transcript(group) == ["bot: Shall we?", "    [Yes]", "Ben: I would", "Ada: [Yes]"]
    assert [
        update.get("callback_query", {}).get("from", {}).get("first_name") for update in sim.pending()
    ] == [
        None,
        "Ada",
    ]
    sim.migrate(group)
    assert refusal(sim, "sendMessageDraft", chat_id=sim.group("Other", ada), draft_id=1, text="x") == (
        "Bad Request: PEER_ID_INVALID"
    )


def test_a_supergroup_by_its_name() -> None:
    """A public chat can be addressed by @name."""
    sim, _ = standing()
    new = sim.migrate(sim.group("practice", sim.person("Ada")))
    assert sim.call("sendMessage", chat_id="@Practice", text="x")["chat"]["id"] == new


def test_long_texts_arrive_in_parts() -> None:
    """What is longer than a message is split as Telegram's apps split it, and nothing is lost."""
    sim, _ = standing()
    ada = sim.person("Ada")
    words = "word " * 2000
    last = sim.say(ada.id, words)
    texts = [update["message"]["text"] for update in sim.pending()]
    assert (len(texts), last) == (3, 3)
    assert "".join("".join(texts).split()) == "".join(words.split())


def test_captions_are_edited_by_people_too() -> None:
    """Editing a person's photo edits its caption; the update given before stays as it was."""
    sim, _ = standing()
    ada = sim.person("Ada")
    sent = sim.photo(ada.id, PNG, caption="my dseks")
    sim.edit(ada.id, sent, "my /desk")
    before, after = sim.pending()
    assert before["message"]["caption"] == "my dseks"
    assert after["edited_message"]["caption"] == "my /desk"
    assert after["edited_message"]["caption_entities"][0]["type"] == "bot_command"


def test_whoever_drives_it_is_told_of_mistakes() -> None:
    """Faults that could never come, people who are not there and files that were not sent are errors."""
    sim = Simulator()
    ada = sim.person("Ada", started=True)
    for wrong in ({"method": "sendMesage"}, {"method": "getMe", "how": "explode"}):
        with pytest.raises(ValueError, match=r"no (method|fault)"):
            sim.fail(**wrong)  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="no chat 7 here"):
        sim.say(7, "x")
    with pytest.raises(LookupError, match="no document from the bot"):
        sim.document(ada.id)
    said = sim.say(ada.id, "x")
    with pytest.raises(LookupError, match="carries no file"):
        sim.file(ada.id, said)
    sim.block(ada.id)
    sim.block(ada.id)
    assert len([one for one in sim.pending() if "my_chat_member" in one]) == 1


async def test_a_gateway_answers_in_html() -> None:
    """502 and 504 come as a page, not as JSON, as before Telegram's servers."""
    async with served() as on:
        on.sim.fail("getMe", code=502)
        answer = await on.http.get(f"/bot{on.sim.token}/getMe")
        assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html; charset=utf-8")
        assert "502 Bad Gateway" in answer.text
        on.sim.fail("getMe", code=429, retry_after=4)
        limited = await on.http.get(f"/bot{on.sim.token}/getMe")
        assert limited.headers["retry-after"] == "4"


async def test_a_taken_port_is_one_clear_line() -> None:
    """A port in use ends the program with what to do."""
    async with served() as on:
        port = on.sim.api_url.rsplit(":", 1)[1]
        command = [sys.executable, "-m", "bot.simulator", "--port", port]
        ended = subprocess.run(  # noqa: ASYNC221 - short, and nobody else is waiting
            command, cwd=Path(__file__).parents[2], capture_output=True, text=True
        )
        assert ended.returncode == 1
        assert ended.stderr.count("\n") == 1 and "choose another --port" in ended.stderr


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_whoever_waits_as_told_gets_through(pauses: list[int]) -> None:
    """However fast a bot sends: after waiting the time it was told, its next message to the chat passes."""
    sim, clock = standing(limits=Rates(chat_per_second=0.5, chat_burst=3))
    ada = sim.person("Ada", started=True).id
    for pause in pauses:
        clock.forward(seconds=pause / 10)
        answer = sim.answer("sendMessage", {"chat_id": ada, "text": "x"})
        if not answer.ok:
            clock.forward(seconds=answer.body["parameters"]["retry_after"])
            assert sim.answer("sendMessage", {"chat_id": ada, "text": "again"}).ok

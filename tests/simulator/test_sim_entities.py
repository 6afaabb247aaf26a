"""Texts with marks: what comes out, what is refused, and how places are counted."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import refusal, served, standing
from telegram.helpers import escape_markdown

from bot.simulator.entities import units
from bot.simulator.html_mode import parse_html
from bot.simulator.markdown_mode import parse_markdown_v2

Spans = list[tuple[str, str]]


def sent(text: str, **args: Any) -> tuple[str, Spans]:
    """The text as kept, and each entity with the words it covers."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    body = sim.call("sendMessage", chat_id=ada, text=text, **args)
    return body["text"], [
        (entity["type"], covered(body["text"], entity)) for entity in body.get("entities", [])
    ]


def covered(text: str, entity: dict[str, Any]) -> str:
    raw = text.encode("utf-16-le")
    return raw[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


def refused(text: str, mode: str) -> str:
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    description = refusal(sim, "sendMessage", chat_id=ada, text=text, parse_mode=mode)
    return description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("<b>one</b> two", "one two", [("bold", "one")]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", "a"), ("italic", "b")]),
        ("<u>a <i>b</i></u>", "a b", [("underline", "a b"), ("italic", "b")]),
        ("<s>a</s><del>b</del>", "ab", [("strikethrough", "a"), ("strikethrough", "b")]),
        (
            "<tg-spoiler>a</tg-spoiler> <span class='tg-spoiler'>b</span>",
            "a b",
            [("spoiler", "a"), ("spoiler", "b")],
        ),
        ("<code>a &lt; b</code>", "a < b", [("code", "a < b")]),
        ('<pre><code class="language-python">x = 1</code></pre>', "x = 1", [("pre", "x = 1")]),
        ("<blockquote>a\nb</blockquote>c", "a\nbc", [("blockquote", "a\nb")]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", "a")]),
        ('<a href="https://example.org/x?a=1&amp;b=2">here</a>', "here", [("text_link", "here")]),
        ('<a href="tg://user?id=7">Ada</a>', "Ada", [("text_mention", "Ada")]),
        ('<tg-emoji emoji-id="5368324170671202286">🙂</tg-emoji>', "🙂", [("custom_emoji", "🙂")]),
        ("&amp;lt; &#65; &#x42; &copy; &", "&lt; A B &copy; &", []),
        ("<B>caps</b>", "caps", [("bold", "caps")]),
        ("<b>any end</>", "any end", [("bold", "any end")]),
        ("<b></b>nothing", "nothing", []),
    ],
)
def test_html(source: str, text: str, spans: Spans) -> None:
    """HTML: tags become entities, references become characters."""
    assert sent(source, parse_mode="HTML") == (text, spans)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("ä<div>a</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("🙂 <3 ", 'Unsupported start tag "3" at byte offset 5'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a href=x!y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<!-- a -->", 'Unsupported start tag "!--" at byte offset 0'),
    ],
)
def test_html_that_cannot_be_parsed(source: str, fault: str) -> None:
    """HTML faults are told in Telegram's words, with the place in bytes."""
    assert refused(source, "HTML") == fault


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("*a* _b_", "a b", [("bold", "a"), ("italic", "b")]),
        ("__a__ ~b~ ||c||", "a b c", [("underline", "a"), ("strikethrough", "b"), ("spoiler", "c")]),
        ("*bold _both_*", "bold both", [("bold", "bold both"), ("italic", "both")]),
        ("`a_b*c`", "a_b*c", [("code", "a_b*c")]),
        ("```python\nx = 1\n```", "x = 1", [("pre", "x = 1")]),
        ("```\nx```", "x", [("pre", "x")]),
        ("[here](https://example.org/a\\)b)", "here", [("text_link", "here")]),
        ("[Ada](tg://user?id=7)", "Ada", [("text_mention", "Ada")]),
        ("![🙂](tg://emoji?id=7)", "🙂", [("custom_emoji", "🙂")]),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", "a\nb\n")]),
        (">a\n>b||", "a\nb", [("expandable_blockquote", "a\nb")]),
        (">a||\nb", "a\nb", [("expandable_blockquote", "a\n")]),
        ("1\\. one\\!", "1. one!", []),
        ("[not a link](nowhere at all)", "not a link", []),
    ],
)
def test_markdown_v2(source: str, text: str, spans: Spans) -> None:
    """MarkdownV2: marks become entities, escapes become characters."""
    assert sent(source, parse_mode="MarkdownV2") == (text, spans)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("Done.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("hi!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("ä*b", "Can't find end of Bold entity at byte offset 2"),
        ("a _b", "Can't find end of Italic entity at byte offset 2"),
        ("__b", "Can't find end of Underline entity at byte offset 0"),
        ("```python\nx", "Can't find end of PreCode entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("![a](b", "Can't find end of a custom emoji URL at byte offset 5"),
        ("![a]", "Custom emoji entity must contain a tg://emoji URL"),
        (">*a\nb*", "Can't find end of Bold entity at byte offset 1"),
    ],
)
def test_markdown_v2_that_cannot_be_parsed(source: str, fault: str) -> None:
    """MarkdownV2 faults are told in Telegram's words, with the place in bytes."""
    assert refused(source, "MarkdownV2") == fault


def test_the_older_markdown() -> None:
    """The older Markdown knows four marks and no nesting."""
    text, spans = sent("*a* _b_ `c` [d](https://example.org) ```\ne``` \\_", parse_mode="Markdown")
    assert text == "a b c d \ne _"
    assert [kind for kind, _ in spans] == ["bold", "italic", "code", "text_link", "pre"]
    assert refused("a *b", "Markdown") == "Can't find end of the entity starting at byte offset 2"


def test_a_mode_that_does_not_exist() -> None:
    """Any other parse_mode is refused."""
    assert refused("x", "BBCode") == "Bad Request: unsupported parse_mode"


def test_places_are_counted_in_utf16() -> None:
    """An emoji before an entity moves it by two units."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    body = sim.call("sendMessage", chat_id=ada, text="🙂 <b>ö🙂</b>", parse_mode="HTML")
    assert body["entities"] == [{"type": "bold", "offset": 3, "length": 3}]


def test_white_space_at_the_ends_goes() -> None:
    """Texts are trimmed, and entities move along."""
    assert sent("\n  <b> a</b> b \n", parse_mode="HTML") == ("a b", [("bold", "a")])


async def test_entities_given_by_the_bot() -> None:
    """Entities may be given instead of a mode, and come back the same."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        first = await on.bot.send_message(ada.id, "🙂 <b>hers</b>", parse_mode="HTML")
        again = await on.bot.send_message(ada.id, first.text or "", entities=first.entities)
        assert again.entities == first.entities


@pytest.mark.parametrize(
    ("entities", "description"),
    [
        ("{", "can't parse entities JSON object"),
        ("{}", "can't parse entities: expected an Array of MessageEntity"),
        (["x"], "can't parse MessageEntity: expected an Object"),
        ([{"type": "bold", "length": 1}], "can't parse MessageEntity: Can't find field \"offset\""),
        (
            [{"type": "loud", "offset": 0, "length": 1}],
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            [{"type": "bold", "offset": 9, "length": 1}],
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        (
            [{"type": "bold", "offset": 0, "length": 9}],
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        (
            [{"type": "bold", "offset": 0, "length": 1}],
            "entity ends in a middle of a UTF-16 symbol at UTF-16 offset 1",
        ),
        (
            [{"type": "bold", "offset": 1, "length": 2}],
            "entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1",
        ),
    ],
)
def test_entities_that_do_not_fit(entities: object, description: str) -> None:
    """Entities outside the text, inside a character or of no known kind are refused."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    assert (
        refusal(sim, "sendMessage", chat_id=ada, text="🙂 hi", entities=entities)
        == f"Bad Request: {description}"
    )


def test_commands_and_addresses_are_found() -> None:
    """What people write carries the entities Telegram finds by itself, so that a client sees a command."""
    sim, _ = standing()
    ada = sim.person("Ada").id
    sim.say(ada, "/start@interlude_bot see https://example.org/a?b, mail a@b.org, @coach_1 #week1 1/2")
    body = sim.pending()[0]["message"]
    assert [(entity["type"], covered(body["text"], entity)) for entity in body["entities"]] == [
        ("bot_command", "/start@interlude_bot"),
        ("url", "https://example.org/a?b"),
        ("email", "a@b.org"),
        ("mention", "@coach_1"),
        ("hashtag", "#week1"),
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=150, deadline=None)
def test_escaped_text_comes_back_whole(text: str) -> None:
    """Any text, escaped as a bot should, comes out as it was: in HTML and in MarkdownV2."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == (text, [])
    assert parse_markdown_v2(escape_markdown(text.replace("\\", ""), version=2))[0] == text.replace("\\", "")


@given(st.text(st.sampled_from("<>/b&;=\"' a*_~|`[](){}!.\\\n>🙂é-#"), max_size=30))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_parsers(text: str) -> None:
    """Whatever a bot sends is either parsed, with every entity inside the text, or refused with a 400."""
    sim, _ = standing()
    ada = sim.person("Ada", started=True).id
    for mode in ("HTML", "MarkdownV2", "Markdown", None):
        answer = sim.answer("sendMessage", {"chat_id": ada, "text": text, "parse_mode": mode})
        assert answer.status in (200, 400)
        if answer.ok:
            body = answer.body["result"]
            spans = body.get("entities", [])
            assert all(
                0 <= one["offset"] < one["offset"] + one["length"] <= units(body["text"]) for one in spans
            )


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ('unix="1700000000"', {"unix_time": 1700000000}),
        ('unix="1700000000" format="wDt"', {"unix_time": 1700000000, "date_time_format": "wDt"}),
        ("format='r' unix='5'", {"unix_time": 5, "date_time_format": "r"}),
    ],
)
def test_an_instant_is_an_entity_with_its_seconds(attributes: str, said: dict[str, object]) -> None:
    """<tg-time> is a date_time entity over its words, counted in UTF-16 units, with what it says of itself."""
    text, (entity,) = parse_html(f"🙂 <tg-time {attributes}>ö 🙂</tg-time>")
    assert text == "🙂 ö 🙂"
    assert entity == {"type": "date_time", "offset": 3, "length": 4, **said}


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ("", "Invalid Unix time"),
        ('unix="soon"', "Invalid Unix time"),
        ('unix="5" format="Dd"', "Invalid date-time"),
    ],
)
def test_an_instant_that_is_none_is_refused(attributes: str, text: str) -> None:
    """Without seconds, or with a format that Telegram does not know, the message is refused."""
    assert text in refused(f"<tg-time {attributes}>x</tg-time>", "HTML")

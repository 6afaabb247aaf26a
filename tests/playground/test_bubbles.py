"""A chat as the playground shows it: what people wrote is words, and what the bot offers can be tapped."""

from datetime import UTC, datetime

from bot.playground.bubbles import Between, Bubble, bubbles
from bot.playground.players import clock_change
from bot.simulator import Simulator

AT = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)


def telegram() -> Simulator:
    sim = Simulator(lambda: AT)
    sim.person("Ada", 7, started=True)
    return sim


def shown(sim: Simulator, zone: str = "UTC", most: int = 60) -> tuple[int, list[Bubble], list[str]]:
    """How many are hidden, the bubbles, and the lines between them."""
    hidden, found = bubbles(sim.chat(7), zone, "interlude_bot", most)
    lines = [one.words for one in found if isinstance(one, Between)]
    return hidden, [one for one in found if isinstance(one, Bubble)], lines


def test_words_of_people_are_no_markup() -> None:
    """Whatever somebody writes is shown as they wrote it, and runs nowhere."""
    sim = telegram()
    sim.say(7, "<script>alert(1)</script> & <b>not bold</b>")
    words = shown(sim)[1][0].words
    assert "<script>" not in words and "<b>" not in words
    assert "&lt;script&gt;" in words and "&amp;" in words


def test_what_the_bot_marks_is_marked() -> None:
    """Bold, quoted and linked words of the bot's are so on the page."""
    sim = telegram()
    text = "<b>Ada</b>\n<blockquote>the snow</blockquote>"
    sim.call("sendMessage", chat_id=7, text=text, parse_mode="HTML")
    words = shown(sim)[1][0].words
    assert "<b>Ada</b>" in words and "<blockquote>the snow</blockquote>" in words


def test_buttons_links_and_ways_in() -> None:
    """A button has what its tap sends, a link its address, and a link into this bot its payload."""
    sim = telegram()
    link = "https://t.me/interlude_bot?start=abc123"
    rows = [[{"text": "Pass", "callback_data": "r:pass"}], [{"text": "Call", "url": "https://example.org"}]]
    markup = {"inline_keyboard": rows}
    sim.call("sendMessage", chat_id=7, text=f"For one client:\n{link}", reply_markup=markup)
    made = shown(sim)[1][0]
    assert [key.data for row in made.rows for key in row] == ["r:pass", ""]
    assert made.rows[1][0].url == "https://example.org"
    assert made.links == ("abc123",)
    sim.say(7, "https://t.me/another_bot?start=abc123")
    assert shown(sim)[1][1].links == ()


def test_days_stand_between_on_ones_own_clock() -> None:
    """Half past eleven at night in London is the next day in Berlin."""
    sim = telegram()
    sim.say(7, "late")
    assert shown(sim, "Europe/London")[2] == ["Mon 30 Nov 2026"]
    assert shown(sim, "Europe/Berlin")[2] == ["Tue 1 Dec 2026"]
    assert shown(sim, "Europe/Berlin")[1][0].time == "00:30"


def test_signs_edits_files_and_blocks_are_seen() -> None:
    """A sign of the bot's, an edit, a deletion, a file and a block each show."""
    sim = telegram()
    first, second = sim.say(7, "one"), sim.say(7, "two")
    sim.edit(7, first, "one more")
    sim.delete(7, second)
    sim.call("setMessageReaction", chat_id=7, message_id=first, reaction=[{"type": "emoji", "emoji": "✍"}])
    sim.voice(7)
    sim.block(7)
    _, found, between = shown(sim)
    assert [one.plain for one in found] == ["one more", ""]
    assert (found[0].edited, found[0].reactions) == (True, "✍")
    assert [file.kind for file in found[1].files] == ["voice"]
    assert between[-1] == "Ada blocked the bot"


def test_only_the_newest_are_shown_and_the_rest_is_counted() -> None:
    """A long chat shows its end, and how much came before."""
    sim = telegram()
    for number in range(5):
        sim.say(7, f"line {number}")
    hidden, found, _ = shown(sim, most=2)
    assert (hidden, [one.plain for one in found]) == (3, ["line 3", "line 4"])


def test_a_change_of_clocks_is_announced() -> None:
    """Within three weeks the day and the way are named; where no clock changes, nothing is."""
    assert (
        clock_change("Europe/Lisbon", datetime(2026, 10, 10, tzinfo=UTC)) == "Clocks go back on Mon 26 Oct."
    )
    assert clock_change("Europe/Lisbon", AT) == ""
    assert clock_change("Asia/Kathmandu", datetime(2026, 10, 10, tzinfo=UTC)) == ""


def test_a_sign_that_somebody_puts_under_a_message_is_shown() -> None:
    """The latest of their own stands there, and is gone when it is taken back."""
    sim = telegram()
    sent = sim.call("sendMessage", chat_id=7, text="What stayed?")["message_id"]
    sim.react(7, sent, "👍")
    sim.react(7, sent, "❤")
    assert shown(sim)[1][0].reactions == "❤"
    sim.react(7, sent, "")
    assert shown(sim)[1][0].reactions == ""

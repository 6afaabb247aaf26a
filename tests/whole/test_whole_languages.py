"""A client reads one language from the first line to the last, and the same tone whenever they come back."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, whole_bot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PLACES = {"de": "Wien", "ar": "القاهرة"}
DAYS = {"de": "Mo, Do", "ar": "الاثنين، الخميس"}
SETTINGS = (
    "/menu",
    "/help",
    "/limits",
    "/why",
    "/answers",
    "/shared",
    "/now",
    "/quiet",
    "/days",
    "/place",
    "/name",
)

# What stands in Latin letters in an Arabic chat: the coach's name, commands, an address and the bot's name.
LATIN = re.compile(r"/[a-z_]+|findahelpline\.com|Interlude|Dana")


def joined(whole: Whole, app: str) -> None:
    """A client whose app is in that language comes in by a link and says everything that is asked."""
    language = app[:2]
    whole.with_coach()
    whole.say(COACH, "/invite")
    whole.sim.person("Nour", CLIENT, language=app, started=True)
    whole.start(CLIENT, whole.link(COACH))
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.say(CLIENT, "1985")
    whole.say(CLIENT, "نور")
    whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    whole.say(CLIENT, PLACES[language])
    whole.say(CLIENT, DAYS[language])
    whole.tap(CLIENT, "19:00")


def read(whole: Whole) -> list[str]:
    """Every word the bot said and every label it showed in the client's chat."""
    events = [event for event in whole.sim.chat(CLIENT).events if event.who == "bot"]
    return [
        text for event in events for text in (event.text, *(label for row in event.buttons for label in row))
    ]


def test_an_arabic_client_reads_arabic_alone(tmp_path: Path) -> None:
    """Notice, settings, prompts, pauses and goodbye hold no word of another language but names and commands."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        joined(whole, "ar-EG")
        for command in SETTINGS:
            whole.say(CLIENT, command)
        whole.say(CLIENT, "الصمت")
        whole.until(MONDAY + timedelta(hours=30))
        whole.say(CLIENT, "شيء صغير")
        whole.pause(60)
        whole.say(CLIENT, "/why")
        for command, button in (("/pause", 0), ("/start", None), ("/stop", None), ("/erase", 0)):
            whole.say(CLIENT, command)
            if button is not None:
                whole.tap(CLIENT, whole.sim.buttons(CLIENT)[button])
        said = read(whole)
    assert len(said) > 60
    mixed = [text for text in said if re.search("[A-Za-z]", LATIN.sub("", text))]
    assert mixed == []


def test_a_german_client_reads_german_and_is_called_du(tmp_path: Path) -> None:
    """The same in German: no English sentence of the bot's, and the familiar form of the scripts."""
    with whole_bot(tmp_path, start=MONDAY) as whole:
        joined(whole, "de-AT")
        for command in (*SETTINGS, "/about"):
            whole.say(CLIENT, command)
        said = "\n".join(read(whole))
    assert not re.findall(r"\b(?:the|you|your|is|what|kept)\b", said.replace("The Interlude developers", ""))
    assert re.search(r"\b(?:du|dich|dir|deine)\b", said)
    assert not re.search(r"\bSie haben\b|\bIhre\b", said)


@pytest.mark.parametrize("way", ["/pause", "/stop"])
def test_coming_back_reads_the_same_after_a_day_and_after_three_months(tmp_path: Path, way: str) -> None:
    """Whoever takes up again after a day or after 90 reads one and the same text, but for the next date (A20)."""
    greeted = []
    for days in (1, 90):
        with whole_bot(tmp_path / str(days), start=MONDAY) as whole:
            whole.with_coach()
            whole.with_client()
            whole.say(CLIENT, way)
            if way == "/pause":
                whole.tap(CLIENT, "Until I come back")
            whole.until(whole.clock.now() + timedelta(days=days))
            said = "\n".join(whole.say(CLIENT, "/start"))
            greeted.append(re.sub(r"\w{3} \d+ \w{3}, \d\d:\d\d", "(when)", said))
    assert greeted[0] == greeted[1]
    assert "(when)" in greeted[0]

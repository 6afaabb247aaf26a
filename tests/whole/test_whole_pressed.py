"""What stands on a button may be typed: each label of each message does the same as its tap, in every language."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from small import kept, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

from bot.core.talk.beside import label
from bot.store import people

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CLIENTS = (
    *("/menu", "/answers", "/shared", "/sharing", "/hints", "/days", "/more", "/quiet", "/place", "/name"),
    *("/change", "/ourgoals", "/pause", "/unsay", "/limits", "/help", "/signz"),
)
COACHS = (
    *("/weekly", "/clients", "/client Ada", "/sessions", "/session Ada tomorrow 10:00", "/digest", "/assign"),
    *("/invites", "/suggest Ada", "/notes", "/goals Ada", "/holiday", "/ending Ada", "/plan Ada", "/where"),
)
ADMINS = ("/scripts", "/coaches", "/script week")


@pytest.fixture
def twins(tmp_path: Path) -> Iterator[tuple[Whole, Whole]]:
    """The same bot twice: in one everybody taps, in the other everybody types."""
    with ExitStack() as stack:
        folders = (tmp_path / "taps", tmp_path / "types")
        for folder in folders:
            folder.mkdir()
        one, other = (stack.enter_context(small_bot(folder, start=MONDAY)) for folder in folders)
        yield one, other


def speak(whole: Whole, language: str) -> None:
    """Client and coach are spoken to in this language."""
    whole.tx(partial(people.change_client, client_id=CLIENT, language=language))
    whole.tx(partial(people.change_coach, coach_id=COACH, language=language))


def shown(whole: Whole, chat: int, since: int) -> list[str]:
    """What the bot showed since: said, or put in the place of a message."""
    events = whole.sim.core.state.chats[chat].events
    stood = {(one.message_id, one.text) for one in events[:since]}
    found = [one for one in events[since:] if one.kind in ("said", "edited") and one.who == "bot"]
    return sorted(one.text for one in found if (one.message_id, one.text) not in stood)


def pressed(whole: Whole, chat: int, label: str, types: bool) -> list[str]:
    """What comes of a label, tapped or typed."""
    since = len(whole.sim.core.state.chats[chat].events)
    (whole.say if types else whole.tap)(chat, label)
    return shown(whole, chat, since)


def offered(whole: Whole, chat: int, command: str) -> list[str]:
    """The labels under what a command shows."""
    since = len(whole.sim.core.state.chats[chat].events)
    whole.say(chat, command)
    said = [one for one in whole.sim.core.state.chats[chat].events[since:] if one.kind == "said"]
    return whole.sim.buttons(chat) if any(one.buttons for one in said) else []


WAYS: dict[str, Callable[[str], str]] = {
    "en": lambda label: label.upper(),
    "de": lambda label: f"{label}. 🙂",
    "ar": lambda label: f"{label}؟!",
}


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize(("chat", "opened"), [(CLIENT, CLIENTS), (COACH, COACHS), (ADMIN, ADMINS)])
def test_each_label_typed_does_what_its_tap_does(
    twins: tuple[Whole, Whole], language: str, chat: int, opened: tuple[str, ...]
) -> None:
    """In capitals, with a dot and a sign behind it; and not a word of it is kept."""
    taps, types = twins
    for one in twins:
        speak(one, language)
        one.say(CLIENT, "something to find")
    seen = 0
    for command in opened if language == "en" else opened[::3]:
        for at in range(12):
            labels = offered(taps, chat, command)
            assert labels == offered(types, chat, command)
            if at >= len(labels):
                break
            if Counter(map(label, labels))[label(labels[at])] > 1:
                continue
            seen += 1
            stood = taps.sim.texts(chat)
            by_tap = pressed(taps, chat, labels[at], types=False)
            typed = pressed(types, chat, WAYS[language](labels[at]), types=True)
            # what is so already shows nothing at a tap, or says so; in words its message stands once more
            again = [one for one in typed if one not in by_tap]
            same = [one for one in typed if one in by_tap] == by_tap and len(again) <= 1
            same = same and set(again) <= set(stood)
            assert typed == by_tap or same, (command, labels[at])
    assert seen > 2
    assert kept(types) == kept(taps)


@pytest.mark.parametrize("word", ["My name", "اسمي"])
def test_a_label_typed_in_another_language_counts_too(twins: tuple[Whole, Whole], word: str) -> None:
    """Whose menu is German may write it in English or Arabic."""
    _, whole = twins
    speak(whole, "de")
    whole.say(CLIENT, "/menu")
    assert "genannt" in whole.say(CLIENT, word)[-1]
    assert kept(whole) == []


def test_a_reply_says_whose_label_is_meant(twins: tuple[Whole, Whole]) -> None:
    """A reply names the message whose button is meant, though another has buttons since."""
    _, whole = twins
    whole.say(CLIENT, "/menu")
    menu = whole.sim.messages(CLIENT)[-1].id
    label = whole.sim.buttons(CLIENT)[0]
    asked = whole.tap(CLIENT, label)
    whole.say(CLIENT, "/quiet")
    since = len(whole.sim.texts(CLIENT))
    whole.sim.say(CLIENT, label, menu)
    whole.pause()
    assert whole.sim.texts(CLIENT)[since:][-1] == asked[-1]
    assert kept(whole) == []


def test_an_open_question_reads_its_own_labels(twins: tuple[Whole, Whole]) -> None:
    """A word that a menu further up has on a button is an answer."""
    _, whole = twins
    whole.say(CLIENT, "/menu")
    label = whole.sim.buttons(CLIENT)[0]
    whole.begin("week")
    whole.say(CLIENT, label)
    assert kept(whole) == [label]


def test_a_button_that_is_gone_is_not_typed(twins: tuple[Whole, Whole]) -> None:
    """An edit that took the buttons away took the labels too."""
    _, whole = twins
    whole.say(COACH, "/weekly")
    day = whole.sim.buttons(COACH)[0]
    whole.say(COACH, day)
    before = whole.sim.texts(COACH)
    assert whole.sim.buttons(COACH) != [day]
    assert whole.say(COACH, whole.sim.buttons(COACH)[2])
    assert len(whole.sim.texts(COACH)) == len(before) + 1


def test_labels_that_differ_in_a_sign_are_told_apart_by_it(twins: tuple[Whole, Whole]) -> None:
    """1 opens an answer, 1 with its eye changes who sees it."""
    _, whole = twins
    whole.say(CLIENT, "something to find")
    whole.say(CLIENT, "/answers")
    signed = next(one for one in whole.sim.buttons(CLIENT) if one.startswith("1 "))
    whole.say(CLIENT, signed)
    assert [one.visibility for one in whole.responses()] == ["private"]
    assert "something to find" in whole.say(CLIENT, "1")[-1]
    assert kept(whole) == ["something to find"]

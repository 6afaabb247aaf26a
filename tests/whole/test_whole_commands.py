"""Commands: one table for each kind of person, what is offered for a mistyped one, and what becomes of a talk."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from small import kept, me
from whole import ADMIN, CLIENT, COACH, Whole, sharing, whole_bot

from bot.people import commands
from bot.people.admin import admin
from bot.people.client import client_commands
from bot.people.coach import coach_commands

SOLO, COACH_TOO = 4444, 5555
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def menu_of(whole: Whole, chat: int) -> set[str]:
    """The commands that Telegram shows in a chat, of the latest call that set them."""
    calls = [one for one in called(whole, "setMyCommands") if one["scope"].get("chat_id") == chat]
    return {one["command"] for one in calls[-1]["commands"]} if calls else set()


def called(whole: Whole, method: str) -> list[dict[str, Any]]:
    """The arguments of every call of a method, in order."""
    logged = [one.args for one in whole.sim.core.log if one.method == method]
    return [{name: _value(value) for name, value in args.items()} for args in logged]


def _value(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value[:1] in "[{" else value


def made(whole: Whole, who: int) -> int:
    """The chat of somebody; SOLO is the admin who has become a coach in the same chat."""
    if who != SOLO:
        return who
    whole.say(ADMIN, "/coach")
    whole.start(ADMIN, whole.link(ADMIN))
    whole.say(ADMIN, "Ruth")
    whole.tap(ADMIN, "Yes")
    whole.say(ADMIN, "Berlin")
    whole.pause(30)
    return ADMIN


def toast(whole: Whole) -> str:
    """What stood above the chat after the latest tap."""
    return str(called(whole, "answerCallbackQuery")[-1].get("text", ""))


# ---- what is a command -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("/now", ("now", "")),
        ("/Now@interlude_bot", ("now", "")),
        ("/ now", ("now", "")),
        ("／now", ("now", "")),
        (" /now.", ("now", "")),
        ("/pause 2026-12-24 2027-01-02", ("pause", "2026-12-24 2027-01-02")),
        ("/", ("", "")),
        ("now", None),
        ("1/2 of it", None),
    ],
)
def test_commands_as_people_write_them(text: str, read: tuple[str, str] | None) -> None:
    """Whatever begins with a slash is a command, however it is written; nothing else is."""
    assert commands.read(text) == read


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/Pasue", "/pause"),
        ("/stopp", "/stop"),
        ("/anwsers", "/answers"),
        ("/sparkk", "/spark"),
        ("/hlep", "/help"),
        ("/stp", "/stop"),
        ("/privat", "/sharing"),
        ("/settings", "/menu"),
        ("/delete", "/erase"),
    ],
)
def test_a_mistyped_command_is_offered_the_nearest(whole: Whole, typed: str, offered: str) -> None:
    """A typo does nothing and is kept nowhere; the nearest commands stand there to be tapped."""
    said = whole.say(CLIENT, typed)[-1]
    assert offered in said
    assert "Nothing was kept or changed." in said
    assert (me(whole).state, kept(whole)) == ("active", [])


def test_a_mistyped_command_is_no_answer(whole: Whole) -> None:
    """In the middle of a talk a typo answers nothing, and the question stays."""
    whole.begin("mid-week")
    whole.say(CLIENT, "/pauze")
    whole.pause(60)
    assert [one for one in whole.responses() if one.texts] == []


@pytest.mark.parametrize("asked", ["/name", "/place", "/days"])
def test_a_mistyped_command_is_no_setting(whole: Whole, asked: str) -> None:
    """Neither is it a name, a place or anything else that is being asked for."""
    before = me(whole)
    whole.say(CLIENT, asked)
    whole.say(CLIENT, "/Lisbonn")
    assert (me(whole).name, me(whole).zone, kept(whole)) == (before.name, before.zone, [])


def test_what_was_meant_as_it_stands_is_kept_by_a_tap(whole: Whole) -> None:
    """Who meant words that begin with a slash has them kept whole by one tap; else they are not."""
    words = "/shrug there is nothing more to say about it"
    whole.say(CLIENT, words)
    assert kept(whole) == []
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == [words]


@pytest.mark.parametrize(
    "words",
    [
        *("who reads this?", "is this a real person?", "are you an AI?", "Are you a bot?", "who are you?"),
        *(
            "how do I delete this?",
            "so how does this work?",
            "Hello?",
            "does Dana read this?",
        ),
        *(
            "Wer liest das?",
            "Bist du eine KI?",
            "Wie lösche ich das?",
            "Wie funktioniert das?",
        ),
        *(
            "من يقرأ هذا؟",
            "هل أنت ذكاء اصطناعي؟",
            "كيف أحذف هذا؟",
            "كيف يعمل هذا؟",
            "مرحبا؟",
        ),
    ],
)
def test_a_question_to_the_bot_is_answered_and_no_answer(whole: Whole, words: str) -> None:
    """Who asks what this is reads it at once; the open question stays, and a tap keeps the words after all."""
    whole.begin("mid-week")
    said = whole.say(CLIENT, words)
    assert said[0] == "The question above stays open."
    for part in (
        "No person and no AI",
        "Sunday at 17:00",
        "/erase",
        "/about",
        "Nothing was kept or changed.",
    ):
        assert part in said[-1]
    whole.pause(60)
    assert [one for one in whole.responses() if one.texts] == []
    whole.tap(CLIENT, "Keep it as I wrote it")
    whole.pause(60)
    assert [one.texts[0].words for one in whole.responses() if one.texts] == [words]


def test_after_a_question_to_the_bot_the_answer_is_the_answer(whole: Whole) -> None:
    """What is written next answers the open question, without the words that asked what this is."""
    whole.begin("mid-week")
    whole.say(CLIENT, "are you a bot?")
    whole.say(CLIENT, "Mixed, and long")
    whole.pause(60)
    assert [[two.words for two in one.texts] for one in whole.responses() if one.texts] == [
        ["Mixed, and long"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("Hello", "somebody", "a person", "I asked: who reads this?", "how does this work for her?"),
        *("Who reads this? I do not mind.", "help came late", "Hallo", "the settings of the room"),
    ],
)
def test_words_that_only_look_like_a_question_to_the_bot_are_kept(whole: Whole, words: str) -> None:
    """Only a whole message asks the bot, or names a command; other words are a note as ever."""
    whole.say(CLIENT, words)
    assert kept(whole) == [words]


@pytest.mark.parametrize(
    ("word", "part"),
    [
        *(("menu", "/menu"), ("Settings", "/menu"), ("help", "/help"), ("Export.", "/export")),
        *(("Einstellungen", "/menu"), ("Hilfe!", "/help"), ("الإعدادات", "/menu"), ("مساعدة", "/help")),
    ],
)
def test_a_command_without_its_slash_is_done_and_kept_only_by_a_tap(
    whole: Whole, word: str, part: str
) -> None:
    """The whole word does what the command does, is kept nowhere, and is kept by one tap."""
    by_command = whole.say(CLIENT, part)
    said = whole.say(CLIENT, word)
    assert said[:-1] == by_command
    assert said[-1] == f"Read as {part}; the word is not kept."
    assert kept(whole) == []
    whole.tap(CLIENT, "Keep it as I wrote it")
    assert kept(whole) == [word]


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("/place Auckland", "zone", "Pacific/Auckland"),
        ("/quiet 22:00-07:00", "quiet", "22:00-07:00"),
        ("/more 2", "weekly", 2),
    ],
)
def test_what_stands_behind_a_settings_command_is_its_first_value(
    whole: Whole, typed: str, field: str, value: object
) -> None:
    """A value that is sure is set at once, or is offered to be tapped, as if it had been typed to the question."""
    whole.say(CLIENT, typed)
    wishes = {**me(whole).rhythm, "zone": me(whole).zone}
    if wishes.get(field) != value:
        whole.tap(CLIENT, whole.sim.buttons(CLIENT)[0])
    assert {**me(whole).rhythm, "zone": me(whole).zone}[field] == value
    assert kept(whole) == []


def test_days_and_a_name_behind_their_command_go_on_from_there(whole: Whole) -> None:
    """The days lead to their hours, the name is shown back; left alone, neither is kept as words."""
    assert "At what time?" in whole.say(CLIENT, "/days mon")[-1]
    assert "“Adele”" in whole.say(CLIENT, "/name Adele")[-1]
    whole.say(CLIENT, "/menu")
    assert kept(whole) == []
    whole.say(CLIENT, "/name Adele")
    whole.tap(CLIENT, "Yes")
    assert me(whole).name == "Adele"


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("/place qqqq", "Where are you?"),
        ("/more often", "How many times"),
        ("/quiet please", "At which hours"),
    ],
)
def test_what_is_no_value_of_the_setting_leaves_its_question(whole: Whole, typed: str, asks: str) -> None:
    """Behind a command, what cannot be read as its value changes nothing, and the setting asks."""
    before = me(whole)
    assert asks in whole.say(CLIENT, typed)[-1]
    after = me(whole)
    assert (after.zone, after.rhythm) == (before.zone, before.rhythm)
    assert kept(whole) == []


@pytest.mark.parametrize("typed", ["/skip", "/pass", "/passe"])
def test_pass_with_a_slash_is_told_what_passes(whole: Whole, typed: str) -> None:
    """Pass is no command: it is said where it is, the question stays, and the word alone passes on it."""
    whole.begin("mid-week")
    said = whole.say(CLIENT, typed)[-1]
    assert said.startswith("Pass is a button under the question; the word without the slash does the same.")
    assert whole.responses() == ()
    whole.say(CLIENT, typed[1:])
    assert [one.state for one in whole.responses()] == ["passed"]


def test_a_mistyped_command_of_coaches_and_admins(whole: Whole) -> None:
    """Coaches and admins are offered the nearest of theirs."""
    assert "/session" in whole.say(COACH, "/sesion Ada")[-1]
    assert "/scripts" in whole.say(ADMIN, "/scirpts")[-1]


def offered(text: str) -> list[str]:
    """The commands that a message names, in order, each once; the one that was typed is none of them."""
    return list(dict.fromkeys(re.findall(r"(?<!command )/([a-z_]+)", text)))


@pytest.mark.parametrize("who", [CLIENT, COACH, ADMIN, SOLO])
def test_an_unknown_command_is_answered_with_three_that_there_are(whole: Whole, who: int) -> None:
    """However far from any command it is, three are offered and not the list; each of them is one of theirs."""
    chat = made(whole, who)
    for typed in ("/x", "/qqqqqqq", "/publish", "/", "/12345", "/سلام"):
        said = whole.say(chat, typed)[-1]
        near = offered(said)
        assert len(near) == 3, said
        for name in near:
            assert "There is no command" not in whole.say(chat, f"/{name}")[-1]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (
            ADMIN,
            {"publish": "scripts", "please undo that": "undo", "cancel": "cancel", "what is live?": "help"},
        ),
        (COACH, {"a session is to be noted": "session", "how are you": "help"}),
        (SOLO, {"publish": "scripts", "a link for somebody": "invite"}),
    ],
)
def test_words_that_nobody_has_a_use_for_are_answered_with_the_three_nearest(
    whole: Whole, who: int, said: dict[str, str]
) -> None:
    """Of a coach, an admin or who is both: the three nearest with what they do, never the whole list."""
    chat = made(whole, who)
    for words, near in said.items():
        text = whole.say(chat, words)[-1]
        assert near in offered(text)
        assert len(offered(text)) == 3
        assert text.count(" – ") == 3


def test_an_admins_photo_and_pasted_script_are_told_how_a_script_comes(whole: Whole) -> None:
    """A photo, a voice note, and a script pasted into the chat are answered with the way that works."""
    before = len(whole.sim.texts(ADMIN))
    whole.sim.photo(ADMIN)
    whole.pause()
    whole.say(ADMIN, "---\ntitle: A look back\nwhen: weekly\n---\n\n# one\nWhat, if anything, stayed?")
    said = whole.sim.texts(ADMIN)[before:]
    assert len(said) == 2
    assert all("ends in .md" in one and "scripts" in offered(one) and len(offered(one)) == 3 for one in said)


def test_cancel_is_known_to_everybody(whole: Whole) -> None:
    """Whoever writes /cancel, with or without something to leave, is not told that there is no such command."""
    for who in (CLIENT, COACH, ADMIN, SOLO):
        chat = made(whole, who)
        for typed in ("/cancel", "/Cancel."):
            assert "There is no command" not in whole.say(chat, typed)[-1]
    whole.person("Eve", 3333)
    assert "Nothing you write here is kept." in whole.say(3333, "/cancel")[-1]


def test_an_admin_leaves_a_preview_by_cancel(whole: Whole) -> None:
    """/cancel ends a preview; words after it are no answers of a client any more."""
    whole.say(ADMIN, "/scripts")
    whole.tap(ADMIN, next(one for one in whole.sim.buttons(ADMIN) if one.startswith("mid-week")))
    whole.tap(ADMIN, "Try it")
    assert whole.say(ADMIN, "/cancel") == ["The preview is over; nothing of it is kept."]
    assert "Nothing is done with that here." in whole.say(ADMIN, "Mixed")[-1]
    assert whole.say(ADMIN, "/cancel") == ["Nothing is being asked or played here."]


def test_a_coach_who_is_a_client_too_sees_and_has_both(whole: Whole) -> None:
    """Who is coach and another coach's client in one chat: /help and Telegram's menu have both, and each works."""
    whole.with_client(client=COACH_TOO, name="Kim")
    whole.say(ADMIN, "/coach")
    whole.start(COACH_TOO, whole.link(ADMIN))
    whole.say(COACH_TOO, "Kim")
    whole.tap(COACH_TOO, "Yes")
    whole.say(COACH_TOO, "Berlin")
    whole.pause(30)
    assert {"answers", "now", "pause", "invite", "digest", "clients", "help"} <= menu_of(whole, COACH_TOO)
    said = "\n".join(whole.say(COACH_TOO, "/help"))
    assert "/answers – " in said
    assert "/invite – " in said
    assert "No client yet" in whole.say(COACH_TOO, "/clients")[-1]
    assert "There is no command" not in whole.say(COACH_TOO, "/answers")[-1]


def test_a_coach_who_becomes_a_client_sees_both(whole: Whole) -> None:
    """The other way round too: a coach who opens another coach's link has a client's commands from then on."""
    whole.with_coach(coach=COACH_TOO, name="Kim")
    whole.say(COACH, "/invite")
    whole.start(COACH_TOO, whole.link(COACH))
    whole.tap(COACH_TOO, whole.sim.buttons(COACH_TOO)[0])
    whole.pause(30)
    assert {"answers", "export", "invite", "digest"} <= menu_of(whole, COACH_TOO)


def test_a_stranger_is_told_what_this_is(whole: Whole) -> None:
    """Whoever is nobody here reads that nothing is kept, whatever they write, commands too."""
    whole.person("Eve", 3333)
    for words in ("hello", "/menu", "/nonsense", "/help"):
        assert "Nothing you write here is kept." in whole.say(3333, words)[-1]


# ---- the talk ----------------------------------------------------------------------------------


def test_a_command_says_that_the_talk_stays(whole: Whole) -> None:
    """A command that leaves the talk alone says so first; it is answered as if nothing had been in between."""
    whole.begin("mid-week")
    assert whole.say(CLIENT, "/why")[0] == "The question above stays open."
    whole.sim.say(CLIENT, "Mixed, and long")
    whole.pause(60)
    assert [one.texts[0].words for one in whole.responses() if one.texts] == ["Mixed, and long"]


def test_a_script_says_what_it_does_to_the_talk(whole: Whole) -> None:
    """/spark in the middle of a talk says that the talk ends there, before its own question."""
    whole.begin("mid-week")
    said = whole.say(CLIENT, "/spark")
    assert said[0] == "The question before ends here; what you wrote is kept."
    assert len(said) > 1


def test_a_script_in_a_chosen_silence_says_so(whole: Whole) -> None:
    """Who asks for a question while a silence goes on reads that it does."""
    whole.begin("sitting-with-it")
    whole.tap(CLIENT, next(label for label in whole.sim.buttons(CLIENT) if "minutes" in label))
    whole.say(CLIENT, "/spark")
    assert "The silence that you chose goes on." in whole.sim.texts(CLIENT)[-1]


# ---- the tables --------------------------------------------------------------------------------


def test_help_lists_every_command(whole: Whole) -> None:
    """/help of a client, a coach and an admin lists every command that they have."""
    for chat, table in (
        (CLIENT, client_commands.COMMANDS),
        (COACH, coach_commands.COMMANDS),
        (ADMIN, admin.COMMANDS),
    ):
        said = "\n".join(whole.say(chat, "/help"))
        missing = [one.name for one in table if f"/{one.name} – " not in said]
        assert missing == []


def test_help_lists_every_question_that_can_be_begun(whole: Whole) -> None:
    """/help has a command for each question that a client can begin, and each begins one."""
    said = whole.say(CLIENT, "/help")[-1]
    named = offered(said.split("Begin questions yourself: ")[1])
    assert {"spark", "rough_day", "mid_week", "sitting_with_it"} <= set(named)
    assert not [one for one in named if one.startswith("coach_")]
    for name in named[:3]:
        whole.say(CLIENT, f"/{name}")
        assert whole.sim.buttons(CLIENT), name


def test_the_menu_of_telegram_follows_there_and_back(whole: Whole) -> None:
    """Who is a client too, no longer, and once more, has the right commands in Telegram's menu each time."""
    whole.with_coach(coach=COACH_TOO, name="Kim")
    for _ in range(2):
        whole.say(COACH, "/invite")
        whole.start(COACH_TOO, whole.link(COACH))
        whole.tap(COACH_TOO, whole.sim.buttons(COACH_TOO)[0])
        whole.say(COACH_TOO, "/clients")
        whole.pause(30)
        assert "answers" in menu_of(whole, COACH_TOO)
        whole.say(COACH_TOO, "/erase")  # while joining it asks no more
        whole.say(COACH_TOO, "/clients")
        whole.pause(30)
        assert "answers" not in menu_of(whole, COACH_TOO)
        assert "invite" in menu_of(whole, COACH_TOO)


def test_help_and_about_and_limits_say_who_reads_and_when(whole: Whole) -> None:
    """Each names the coach, and the day and hour at which it goes to them."""
    for command in ("/help", "/about", "/limits"):
        said = "\n".join(whole.say(CLIENT, command))
        assert "What you share goes to Dana once a week: Sunday at 17:00" in said


def test_the_menu_of_telegram_has_what_a_client_needs(whole: Whole) -> None:
    """Telegram's menu shows the ways to what is kept, what is shared, and out of everything."""
    shown = {one.name for one in client_commands.COMMANDS if one.shown}
    assert {"export", "erase", "shared", "answers", "cancel", "stop", "help"} <= shown
    calls = called(whole, "setMyCommands")
    for_all = [one for one in calls if one["scope"]["type"] == "all_private_chats"]
    assert {one.get("language_code", "") for one in for_all} == {"", "ar", "de", "es"}
    assert all({two["command"] for two in one["commands"]} == shown for one in for_all)


def test_the_bot_says_what_it_is_in_each_language(whole: Whole) -> None:
    """Its description and its about text are set in each language, within Telegram's lengths."""
    for method, field, most in (
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ):
        calls = called(whole, method)
        assert {one.get("language_code", "") for one in calls} == {"", "ar", "de", "es"}
        assert all(0 < len(one[field]) <= most for one in calls)


def test_a_solo_coach_sees_the_commands_of_all_that_they_are(whole: Whole) -> None:
    """Who is admin and coach in one chat has both in Telegram's menu and in /help, and each works."""
    made(whole, SOLO)
    assert {"coach", "scripts", "invite", "digest", "help"} <= menu_of(whole, ADMIN)
    said = "\n".join(whole.say(ADMIN, "/help"))
    assert "/scripts – " in said
    assert "/invite – " in said
    assert "No client yet" in whole.say(ADMIN, "/clients")[-1]


def test_no_command_stands_for_two_things() -> None:
    """Only help, leaving a question, the agreement and the scripts (admins see more) are in more than one table."""
    tables = (client_commands.COMMANDS, coach_commands.COMMANDS, admin.COMMANDS)
    names = [one.name for table in tables for one in table]
    assert {name for name in names if names.count(name) > 1} == {"help", "cancel", "scripts", "agreement"}


def test_old_buttons_of_joining_still_act_or_say_that_they_do_not(whole: Whole) -> None:
    """A button of before dialogues, under a message of joining, is answered with the truth once joining is over."""
    whole.sim.tap_data(CLIENT, 1, "j:agree:session")
    whole.pause()
    assert "This is over" in toast(whole)


def test_a_button_of_a_talk_that_is_over_says_so(whole: Whole) -> None:
    """A tap under a question that was answered long ago is told so."""
    whole.begin("mid-week")
    prompt = max(one.id for one in whole.sim.messages(CLIENT) if one.out)
    row = whole.sim.chat(CLIENT).messages[prompt].body["reply_markup"]["inline_keyboard"][0][0]
    whole.sim.say(CLIENT, "Mixed, and long")
    whole.until(whole.clock.now() + timedelta(minutes=2))
    whole.sim.tap_data(CLIENT, prompt, row["callback_data"])
    whole.pause()
    assert "This is over" in toast(whole)


@pytest.mark.parametrize("place", ["", "Graz, Austria"])
def test_where_the_machine_stands_is_told_as_the_settings_have_it(tmp_path: Path, place: str) -> None:
    """/about to a client, /checklist to a coach: the place of the settings, or who knows it."""
    expected = f"stands in {place}." if place else "is known to whoever runs it"
    with whole_bot(
        tmp_path, start=MONDAY, practice=sharing, people={"admins": [ADMIN], "hosted_in": place}
    ) as made:
        assert expected in made.say(CLIENT, "/about")[-1]
        said = made.say(COACH, "/checklist")[-1]
    assert expected in said
    assert said.count("☐") == 7


def test_a_coach_is_told_of_the_checklist_once_they_are_set_up(whole: Whole) -> None:
    """The line comes with the first place, and not when that is changed."""
    whole.say(COACH, "/zone Graz")
    whole.pause(5)
    assert "/checklist" not in whole.sim.texts(COACH)[-1]
    whole.with_coach(2001, "Noor", "Lyon")
    assert any("/checklist" in one for one in whole.sim.texts(2001))

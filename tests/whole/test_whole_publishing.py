"""Publishing through the whole bot: the admin's chat, previews, the folder, and clients who are mid-way."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from small import one_of
from whole import ADMIN, CLIENT, COACH, PROMPTS, Whole, sharing, whole_bot

from bot.people import reconcile, reflecting
from bot.people.turn import Turn
from bot.runtime import watch
from bot.store import due, people, scripts, uses
from bot.store.db import Tx

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A prompts folder of the test's own, with a few scripts."""
    for place in ("en/mid-week.md", "en/rough-day.md", "en/look-back.md", "en/spark.md", "de/spark.md"):
        (tmp_path / "prompts" / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROMPTS / place, tmp_path / "prompts" / place)
    return tmp_path / "prompts"


@pytest.fixture
def whole(tmp_path: Path, prompts: Path) -> Iterator[Whole]:
    """A bot with an admin, a coach and a client."""
    with whole_bot(tmp_path, start=MONDAY, prompts=prompts, practice=sharing) as made:
        yield made


def source(whole: Whole, name: str = "mid-week", language: str = "en") -> str:
    live = whole.tx(partial(scripts.live, script=name, language=language))
    assert live is not None
    return str(live.source)


def version(whole: Whole, name: str = "mid-week") -> int:
    live = whole.tx(partial(scripts.live, script=name, language="en"))
    return live.version if live else 0


def sent(
    whole: Whole, text: str | bytes, name: str = "mid-week.md", caption: str = "", chat: int = ADMIN
) -> str:
    """Somebody sends a file; the last that the bot says to it."""
    whole.sim.attach(chat, text.encode() if isinstance(text, str) else text, name, caption)
    whole.pause()
    return whole.sim.texts(chat)[-1]


TURNS = count(-10_000, -1)


def begin(whole: Whole, script: str, occasion: str) -> None:
    """A reflection begins with the client, as a turn of its own."""

    def begun(tx: Tx) -> None:
        me = people.client(tx, CLIENT)
        assert me is not None
        turn = Turn(tx, whole.clock.now(), next(TURNS), whole.house.config, "bot")
        assert reflecting.begin(turn, me, script, occasion)
        reconcile.after(turn, CLIENT)

    whole.tx(begun)
    whole.house.ring()
    whole.pause()


def reworded(whole: Whole, words: str = "This was enough for today.") -> str:
    """The script with another last line."""
    old = source(whole)
    new = old.replace("That was the last one for today.", words)
    assert new != old
    return new


# ---- the list, the file, sending it back --------------------------------------------------------


def test_the_list_has_a_button_a_script_and_changes_the_language(whole: Whole) -> None:
    """/scripts shows one language; a tap on another turns the same message; a tap on a script gives its file."""
    whole.say(ADMIN, "/scripts")
    labels = whole.sim.buttons(ADMIN)
    assert "mid-week · v1" in labels
    before = len(whole.sim.texts(ADMIN))
    whole.tap(ADMIN, "de")
    assert whole.sim.buttons(ADMIN) == ["spark · v1", "• de", "en"]
    assert len(whole.sim.texts(ADMIN)) == before
    whole.tap(ADMIN, "spark · v1")
    assert whole.sim.document(ADMIN).decode() == source(whole, "spark", "de")
    assert whole.sim.file(ADMIN).name == "spark.de.md"
    (call,) = whole.sim.calls("sendDocument")
    assert call.args.get("protect_content") not in (True, "true", "True")  # it can be saved, to be edited


def test_a_draft_shows_difference_and_effect_before_it_is_published(whole: Whole) -> None:
    """What comes back is the change, what there is to look at, and who finishes on which version."""
    begin(whole, "mid-week", "demand:one")
    text = sent(whole, reworded(whole))
    assert "-That was the last one for today." in text
    assert "+This was enough for today." in text
    assert "1 client is mid-way and finishes on version 1; new reflections take version 2." in text
    assert version(whole) == 1
    assert whole.sim.buttons(ADMIN) == ["Publish", "Put away", "Try it as a client"]


def test_the_caption_is_the_note_and_may_begin_with_the_language(whole: Whole) -> None:
    """ "de shorter" says the language and why; without a language it is all note."""
    german = source(whole, "spark", "de")
    sent(whole, marked(german, "so"), "spark.md", "de shorter")
    whole.tap(ADMIN, "Publish")
    sent(whole, reworded(whole), caption="kinder close")
    whole.tap(ADMIN, "Publish")
    notes = [
        whole.tx(partial(scripts.live, script=name, language=language)).note
        for name, language in (("spark", "de"), ("mid-week", "en"))
    ]
    assert notes == ["shorter", "kinder close"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mid-week (1).md", "+"),
        ("Mid-Week.md", "+"),
        ("mid-week.MD.txt", "+"),
        ("mid-week.txt", "+"),
        ("mid_week.markdown", "+"),
    ],
)
def test_a_phones_additions_to_the_name_are_seen_through(whole: Whole, name: str, told: str) -> None:
    """A file saved twice, in capitals or with .txt behind it is still that script."""
    assert f"{told}This was enough" in sent(whole, reworded(whole), name)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("mid-week.md", b"a" * 70_000, "larger than a script can be"),
        ("mid-week.md", "Größe".encode("latin-1"), "not plain text in UTF-8"),
        ("mid-week!.md", b"text", "does not name a script"),
        ("mid-week.german.md", b"text", "does not name a script"),
        ("notes.pdf", b"%PDF", "is no script: a script is a plain text file"),
        ("mid-week.docx", b"PK", "is no script: a script is a plain text file"),
    ],
)
def test_what_cannot_be_a_script_gets_one_kind_sentence(
    whole: Whole, name: str, content: bytes, says: str
) -> None:
    """Too large, not text, or no name of a script: one sentence, no draft, nothing published."""
    before = len(whole.sim.texts(ADMIN))
    assert says in sent(whole, content, name)
    assert len(whole.sim.texts(ADMIN)) == before + 1
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM drafts").fetchone()[0]) == 0


def test_a_slip_that_was_published_is_taken_back(whole: Whole) -> None:
    """A new script that nobody has begun is gone again by a tap; one that was begun stays, and that is said."""
    for name, begun in (("lok-back", False), ("luk-back", True)):
        sent(whole, source(whole, "look-back"), f"{name}.md")
        whole.tap(ADMIN, "Publish")
        assert version(whole, name) == 1
        if begun:
            begin(whole, name, "demand:x")
        said = whole.tap(ADMIN, "Take it back")[-1]
        assert ("is taken back" in said) is not begun
        live = whole.tx(lambda tx, name=name: scripts.live(tx, name, "en"))
        assert (live is None) is not begun


def test_a_second_draft_says_what_becomes_of_the_first(whole: Whole) -> None:
    """Who sends a second text before publishing the first reads that the first is put away."""
    assert "earlier draft" not in sent(whole, reworded(whole))
    assert "Your earlier draft of it is put away" in sent(whole, reworded(whole, "Another end for today."))


def test_scripts_with_other_words_gives_the_nearest(whole: Whole) -> None:
    """/scripts and a name that there is not says so and offers the nearest; a tap gives the file."""
    said = whole.say(ADMIN, "/scripts lok back")[-1]
    assert "There is no script" in said and "look-back" in whole.sim.buttons(ADMIN)


def test_a_new_script_that_looks_like_a_slip_is_said(whole: Whole) -> None:
    """A name that is nearly that of a script is named as what may have been meant."""
    assert "Did you mean “look-back”?" in sent(whole, source(whole, "look-back"), "lok-back.md")


def test_a_text_that_is_live_is_no_draft(whole: Whole) -> None:
    """Sending back what one got changes nothing."""
    assert "nothing to do, this text is version 1" in sent(whole, source(whole))


def test_an_arrow_to_nowhere_is_an_error_in_the_chat_too(whole: Whole) -> None:
    """The scripts that are live are what arrows are checked against."""
    assert "error TARGET" in sent(whole, source(whole).replace("→ rough-day", "→ ruff-night"))


def test_a_long_difference_comes_as_a_file(whole: Whole) -> None:
    """Where a message would not hold the change, it comes as a file of its own."""
    text = sent(whole, source(whole).replace("\n\n", "\n\n\n"))
    assert "lines of difference, in the file above" in text
    assert whole.sim.file(ADMIN).name == "mid-week.diff"


@pytest.mark.parametrize("chat", [COACH, CLIENT])
def test_only_an_admins_file_is_a_script(whole: Whole, chat: int) -> None:
    """A coach's or client's document named like a script is a document."""
    whole.sim.attach(chat, reworded(whole).encode(), "mid-week.md")
    whole.pause(60)
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM drafts").fetchone()[0]) == 0
    assert version(whole) == 1


def test_put_away_is_the_end_of_a_draft(whole: Whole) -> None:
    """A draft that was put away cannot be published from an older message."""
    sent(whole, reworded(whole))
    message = max(one.id for one in whole.sim.messages(ADMIN) if one.out)
    rows = whole.sim.chat(ADMIN).messages[message].body["reply_markup"]["inline_keyboard"]
    whole.tap(ADMIN, "Put away")
    assert "reply_markup" not in whole.sim.chat(ADMIN).messages[message].body
    whole.sim.tap_data(ADMIN, message, rows[0][0]["callback_data"])
    whole.pause()
    assert "no longer open" in whole.sim.texts(ADMIN)[-1]
    assert version(whole) == 1


def test_published_scripts_are_planned_anew(whole: Whole) -> None:
    """Where an edit changes when a script comes, every client's plan is looked at again at once."""
    sent(whole, source(whole).replace("when: midway between coaching sessions", "when: on demand"))
    whole.tap(ADMIN, "Publish")
    assert not any(
        row.body["script"] == "mid-week"
        for row in whole.tx(partial(due.of_chat, chat_id=CLIENT, kind="plan"))
    )


def test_a_retired_script_comes_to_nobody_and_is_brought_back(whole: Whole) -> None:
    """Retired by a tap: who is mid-way goes on, the coach who gave it is told, and it comes back."""
    begin(whole, "spark", "demand:x")
    whole.say(COACH, "/assign Ada look-back")
    said = whole.say(ADMIN, "/retire spark")[-1]
    assert "1 client is mid-way and finishes on version 1." in said and "In de it stays live." in said
    assert "spark (en) is retired" in whole.tap(ADMIN, "Retire it")[-1]
    before = len(whole.sim.texts(CLIENT))
    while "Pass" in whole.sim.buttons(CLIENT):
        whole.tap(CLIENT, "Pass")
    assert len(whole.sim.texts(CLIENT)) > before + 1
    assert "was retired by admin" in whole.say(ADMIN, "/history spark")[-1]
    assert "1 client has it from a coach" in whole.say(ADMIN, "/retire look-back")[-1]
    whole.tap(ADMIN, "Retire it")
    assert "retired, so nothing of it is published" in sent(whole, source_of("look-back"), "look-back.md")
    whole.until(whole.clock.now() + timedelta(days=3))
    assert any("that script was taken out of use" in one for one in whole.sim.texts(COACH))
    assert "These are retired." in whole.say(ADMIN, "/restore")[-1]
    assert "is live again, version 1" in whole.tap(ADMIN, "look-back (en)")[-1]
    assert "is live again" in whole.say(ADMIN, "/restore spark")[-1]
    assert "No script is retired." in whole.say(ADMIN, "/restore")[-1]


def source_of(name: str) -> str:
    return (PROMPTS / "en" / f"{name}.md").read_text()


def test_a_name_is_given_in_the_chat(whole: Whole) -> None:
    """Two names give a script another; the client meets it as before, and one name is asked for the other."""
    assert "Write both names" in whole.say(ADMIN, "/rename spark")[-1]
    assert "is called “glimmer” now, in de and en." in whole.say(ADMIN, "/rename spark glimmer")[-1]
    whole.say(CLIENT, "/spark")
    counted = whole.tx(partial(uses.of_script, script="glimmer", language="en"))
    assert counted[1].started == 1, whole.sim.texts(CLIENT)[-1]


def test_what_an_edit_changes_in_the_coming_month_is_read_before(whole: Whole) -> None:
    """Before publishing an author reads for how many clients what comes more or less often, and when first."""
    words = sent(whole, reworded(whole))
    assert "of 1 client, nothing changes in what comes when." in words
    assert "It comes to 1 of them, first on 2026-" in words or "It comes to none of them" in words
    moved = sent(whole, source(whole, "spark").replace("when: on demand", "when: daily"), "spark.md")
    assert "In the coming four weeks, of 1 client:\n1: " in moved and "spark " in moved, moved
    assert "instead of never" in moved
    assert version(whole) == 1


# ---- history and undo ---------------------------------------------------------------------------


def test_history_counts_each_version_apart(whole: Whole) -> None:
    """/history shows who, when and why, and what became of each version, without anybody's words."""
    begin(whole, "spark", "demand:one")
    whole.sim.say(CLIENT, "plantedsecret")
    whole.pause(60)
    whole.tap(CLIENT, "Pass")
    if "Pass" in whole.sim.buttons(CLIENT):
        whole.tap(CLIENT, "Pass")
    whole.tap(CLIENT, "Not for me")
    sent(whole, marked(source(whole, "spark"), "softly"), "spark.md", "softer")
    whole.tap(ADMIN, "Publish")
    begin(whole, "spark", "demand:two")
    text = whole.say(ADMIN, "/history spark")[-1]
    second, first = text.split("v1 · ")
    assert "softer" in second
    assert "1 begun, 1 open" in second
    assert "1 begun, 1 finished" in first
    assert "passed: " in first
    assert "not for me 1" in first
    assert "plantedsecret" not in text
    assert "Others" in whole.sim.buttons(ADMIN)
    assert "published as version 3" in whole.tap(ADMIN, "v1")[-1]
    assert version(whole, "spark") == 3


def test_counts_are_a_page_a_version(whole: Whole) -> None:
    """Under the history a tap shows what became of a version, and further taps those beside it."""
    begin(whole, "mid-week", "demand:x")
    sent(whole, reworded(whole))
    whole.tap(ADMIN, "Publish")
    whole.say(ADMIN, "/history mid-week")
    assert "Nobody has begun it yet." in whole.tap(ADMIN, "Counts, a page a version")[-1]
    assert "begun" in whole.tap(ADMIN, "v1")[-1]


def test_undo_shows_what_it_takes_back(whole: Whole) -> None:
    """After an undo the admin reads the difference and who finishes on which version."""
    sent(whole, reworded(whole))
    whole.tap(ADMIN, "Publish")
    begin(whole, "mid-week", "demand:one")
    text = whole.say(ADMIN, "/undo mid-week")[-1]
    assert "-This was enough for today." in text
    assert "+That was the last one for today." in text
    assert "1 client is mid-way and finishes on version 2; new reflections take version 3." in text


def test_history_and_undo_of_nothing_ask_which(whole: Whole) -> None:
    """Without a name, or with one that is not there, what is there is offered by buttons, and each acts."""
    assert "Which script?" in whole.say(ADMIN, "/history")[-1]
    assert "mid-week (en)" in whole.sim.buttons(ADMIN)
    assert "No script has a version before the live one." in whole.say(ADMIN, "/undo")[-1]
    assert "stands as it was first published" in whole.say(ADMIN, "/undo mid-week")[-1]
    for words in ("/undo midweek", "/history Midweke", "/undo mid-weak"):
        assert "Perhaps:" in whole.say(ADMIN, words)[-1]
        assert "mid-week" in whole.sim.buttons(ADMIN)[:3]
    sent(whole, reworded(whole))
    whole.tap(ADMIN, "Publish")
    assert "Which script?" in whole.say(ADMIN, "/undo")[-1]
    assert whole.sim.buttons(ADMIN) == ["mid-week (en)"]
    whole.say(ADMIN, "/undo midweek")
    assert "published as version 3" in whole.tap(ADMIN, "mid-week")[-1]


def test_undo_without_a_name_knows_every_language(whole: Whole) -> None:
    """What was published last in German is offered too, and is taken back by its button."""
    whole.say(ADMIN, "/scripts de")
    whole.tap(ADMIN, "spark · v1")
    old = whole.sim.document(ADMIN).decode()
    sent(whole, old.replace("title: ", "title: Heller ", 1), "spark.de.md")
    whole.tap(ADMIN, "Publish")
    assert "Which script?" in whole.say(ADMIN, "/undo")[-1]
    assert "spark (de) is published as version 3" in whole.tap(ADMIN, "spark (de)")[-1]


def test_a_script_is_named_as_people_write_it(whole: Whole) -> None:
    """Capitals, blanks, endings and the language on either side lead to the same script."""
    for words in ("mid-week", "Mid Week", "mid_week.md", "mid-week.en.md", "en mid-week", "mid-week EN"):
        assert "mid-week (en): version 1 is live." in whole.say(ADMIN, f"/history {words}")[-1]


def test_a_script_of_another_language_is_offered(whole: Whole) -> None:
    """A name that is live in another language only is offered in that language."""
    assert "“spark” in “de”" not in whole.say(ADMIN, "/history spark de")[-1]
    assert "Perhaps:" in whole.say(ADMIN, "/history mid-week de")[-1]
    assert whole.sim.buttons(ADMIN) == ["mid-week (en)"]


def three(whole: Whole) -> list[str]:
    """Three versions of mid-week, each with a word of its own; the texts, oldest first."""
    texts = [source(whole)]
    for word in ("softly", "slowly"):
        texts.append(marked(texts[0], word))
        sent(whole, texts[-1])
        whole.tap(ADMIN, "Publish")
    return texts


def test_undo_goes_further_back_and_never_forth(whole: Whole) -> None:
    """A second /undo goes to what was before that; at the first it stops and says so; a tap brings any."""
    first, second, third = three(whole)
    whole.say(ADMIN, "/undo mid-week")
    assert source(whole) == second
    whole.say(ADMIN, "/undo mid-week")
    assert source(whole) == first
    assert "there is nothing before it" in whole.say(ADMIN, "/undo mid-week")[-1]
    assert source(whole) == first
    whole.tap(ADMIN, "All versions")
    whole.tap(ADMIN, "v3")
    assert source(whole) == third
    whole.tap(ADMIN, "Further back, v2")
    assert source(whole) == second
    whole.tap(ADMIN, "Further back, v1")
    assert source(whole) == first


def test_every_version_can_be_reached_by_taps(whole: Whole) -> None:
    """However many there are, the oldest is a few taps away."""
    text = source(whole)
    for number in range(30):
        sent(whole, marked(text, f"word{number}"))
        whole.tap(ADMIN, "Publish")
    whole.say(ADMIN, "/history mid-week")
    while "v1" not in whole.sim.buttons(ADMIN):
        whole.tap(ADMIN, next(one for one in whole.sim.buttons(ADMIN) if one.startswith("Older")))
    whole.tap(ADMIN, "v1")
    assert source(whole) == text


def test_an_old_undo_button_takes_back_nothing_newer(whole: Whole) -> None:
    """The button under a publication is about that one: once another is live, it changes nothing and says so."""
    text = source(whole)
    sent(whole, marked(text, "softly"))
    whole.tap(ADMIN, "Publish")
    old = whole.sim.messages(ADMIN)[-1]
    data = old.body["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    sent(whole, marked(text, "slowly"))
    whole.tap(ADMIN, "Publish")
    whole.sim.tap_data(ADMIN, old.id, data)
    whole.pause()
    assert "version 3 is live by now. Nothing was changed." in whole.sim.texts(ADMIN)[-1]
    assert "slowly" in source(whole)


def test_what_nobody_sees_makes_no_version(whole: Whole) -> None:
    """A file that differs only in line ends, blanks at their ends or a mark before the text is the live one."""
    text = source(whole)
    for changed in (
        text.replace("\n", "\r\n"),
        "\ufeff" + text,
        text.replace("\n", "  \n"),
        text + "\n\n",
        "\ufeff" + text.replace("\n", " \r\n"),
    ):
        said = sent(whole, changed)
        assert "nothing to do, this text is version 1, which is live, but for how its lines end" in said
        assert "Publish" not in whole.sim.buttons(ADMIN)
        assert version(whole) == 1


def test_errors_are_read_before_other_languages(whole: Whole) -> None:
    """What stands in the way comes first, whatever other languages there are, and however many warnings."""
    asked = "What is it, in your own words?"
    said = sent(whole, source(whole, "spark").replace(asked, "Did it help?\n\n→ close if passed"), "spark.md")
    assert "error" in said
    assert "PARITY" in said
    assert said.index("error CLOSED") < said.index("warning PARITY")


# ---- preview ------------------------------------------------------------------------------------


def test_a_preview_is_played_as_a_client_would_see_it(whole: Whole) -> None:
    """The same engine, marked as a preview, with words and taps; nothing of it is kept, and a tap publishes."""
    sent(whole, reworded(whole))
    said = whole.tap(ADMIN, "Try it as a client")
    assert "You are the client now" in said[0]
    assert said[1].startswith("preview\n")
    assert "How are these days treating you" in said[1]
    whole.tap(ADMIN, "Mixed")
    assert "What does each side say?" in whole.sim.texts(ADMIN)[-1]
    whole.say(ADMIN, "secretly one")
    assert "Another part" in whole.sim.texts(ADMIN)[-1]
    told = whole.say(ADMIN, "and the other")
    assert "You can leave it here." in told[-2]  # the first of its closings
    assert "The preview is over" in told[-1]
    rows = whole.tx(partial(counted, tables=("previews", "reflections", "responses", "response_texts")))
    assert rows == [0, 0, 0, 0]
    whole.tap(ADMIN, "Publish")
    assert version(whole) == 2


def counted(tx: Tx, tables: tuple[str, ...]) -> list[int]:
    return [tx.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608


def test_a_preview_as_any_client(whole: Whole) -> None:
    """Language, session, names and how often it came before are chosen; an own open draft is what is played."""
    said = whole.say(ADMIN, "/try spark de session 6 name Noor coach Ana")
    assert any("spark (de)" in one and "6" in one and "Ana" in one for one in said)
    spark = source(whole, "spark")
    first = whole.say(ADMIN, "/try spark")[-1]
    sent(
        whole,
        spark.replace("when: on demand", "when: weekly").replace("Something may", "Perhaps something may"),
        "spark.md",
    )
    drafted = whole.say(ADMIN, "/try spark times 1")[-1]
    assert drafted != first
    assert "Perhaps:" in whole.say(ADMIN, "/try spork")[-1]


def test_in_a_preview_time_does_not_pass(whole: Whole) -> None:
    """A silence and a putting off are over as soon as they begin, and say so."""
    whole.say(ADMIN, "/scripts")
    whole.tap(ADMIN, "rough-day · v1")
    whole.tap(ADMIN, "Try it")
    whole.tap(ADMIN, "Later")
    whole.tap(ADMIN, "Tomorrow")
    texts = whole.sim.texts(ADMIN)
    assert "(that time goes by)" in texts[-2]
    whole.tap(ADMIN, "Some quiet")
    hold = next(label for label in whole.sim.buttons(ADMIN) if "minutes" in label)
    whole.tap(ADMIN, hold)
    assert any("(the silence goes by)" in text for text in whole.sim.texts(ADMIN))
    before = len(whole.sim.texts(ADMIN))
    whole.until(whole.clock.now() + timedelta(days=3))
    assert len(whole.sim.texts(ADMIN)) == before


def test_stop_ends_a_preview_and_words_are_ones_own_again(whole: Whole) -> None:
    """After Stop, a message of the admin's is no longer taken for the preview, and old buttons are dead."""
    whole.say(ADMIN, "/scripts")
    whole.tap(ADMIN, "mid-week · v1")
    whole.tap(ADMIN, "Try it")
    prompt = max(one.id for one in whole.sim.messages(ADMIN) if one.out)
    whole.tap(ADMIN, "Enough for now")
    assert "Nothing is done with that here." in whole.say(ADMIN, "hello")[-1]
    whole.sim.tap_data(ADMIN, prompt, "a:p:1:1:choice:0")
    whole.pause()
    assert whole.tx(partial(counted, tables=("previews",))) == [0]


def test_a_forgotten_preview_swallows_nothing(whole: Whole) -> None:
    """An hour later the preview is over: what is written then is not taken for it. Commands always go through."""
    whole.say(ADMIN, "/scripts")
    whole.tap(ADMIN, "mid-week · v1")
    whole.tap(ADMIN, "Try it")
    assert "?start=" in whole.say(ADMIN, "/coach")[-1]
    whole.until(whole.clock.now() + timedelta(minutes=61))
    assert "Nothing is done with that here." in whole.say(ADMIN, "hello")[-1]


def test_a_preview_that_leads_into_another_script_says_so(whole: Whole) -> None:
    """Where the script would go on with another one, the preview names it and ends."""
    whole.say(ADMIN, "/scripts")
    whole.tap(ADMIN, "mid-week · v1")
    whole.tap(ADMIN, "Try it")
    whole.tap(ADMIN, "Hard")
    whole.say(ADMIN, "some words")
    said = whole.tap(ADMIN, "Yes, the short way")
    assert any("it goes on with rough-day" in text for text in said)


def test_old_and_forged_buttons_do_no_harm(whole: Whole) -> None:
    """Whatever a button's data says, nothing breaks and nothing is published."""
    number = max(one.id for one in whole.sim.messages(ADMIN) if one.out)
    for data in (
        "a:publish:x",
        "a:publish:999",
        "a:discard:",
        "a:preview:7",
        "a:get:nowhere:en",
        "a:try::",
        "a:back:x:y:z",
        "a:p:::",
        "a:p:9:1:pass",
        "a:list:xx",
        "a:nothing",
        "a:",
        "a:publish:" + "9" * 30,
    ):
        whole.sim.tap_data(ADMIN, number, data)
        whole.pause()
    whole.pause(120)
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM inbox WHERE state = 9").fetchone()[0]) == 0
    assert version(whole) == 1


# ---- the folder ---------------------------------------------------------------------------------


def watched(folder: Path, prompts: Path) -> Any:
    return whole_bot(folder, start=MONDAY, prompts=prompts, watch=True)


def looked(whole: Whole) -> None:
    """The folder is looked at, as after a change."""
    whole.run(watch.look(whole.house))
    whole.pause()


def test_a_change_in_the_folder_goes_the_one_way(tmp_path: Path, prompts: Path) -> None:
    """A clean file is published and the admin told, a broken one is told by line; nothing is told twice."""
    with watched(tmp_path, prompts) as whole:
        whole.with_coach()
        file = prompts / "en" / "mid-week.md"
        file.write_text(reworded(whole))
        looked(whole)
        assert version(whole) == 2
        assert "in the folder changed. mid-week (en) is published as version 2" in whole.sim.texts(ADMIN)[-1]
        file.write_text(
            file.read_text().replace("What from these days would you like to keep in view?", "Did it help?")
        )
        looked(whole)
        assert version(whole) == 2
        assert "error CLOSED" in whole.sim.texts(ADMIN)[-1]
        whole.tap(ADMIN, "Undo")
        assert version(whole) == 3
        count = len(whole.sim.texts(ADMIN))
        whole.restart()
        looked(whole)
        assert len(whole.sim.texts(ADMIN)) == count


def test_folder_and_chat_in_conflict(tmp_path: Path, prompts: Path) -> None:
    """What an admin published in the chat is never overwritten by the folder; the admin reads the ways out."""
    with watched(tmp_path, prompts) as whole:
        whole.with_coach()
        file = prompts / "en" / "mid-week.md"
        folders = reworded(whole, "As the folder has it.")
        sent(whole, reworded(whole, "As the chat has it."))
        whole.tap(ADMIN, "Publish")
        file.write_text(folders)
        looked(whole)
        assert "As the chat has it." in source(whole)
        text = whole.sim.texts(ADMIN)[-1]
        assert "version 2 was published by admin 1000 after version 1" in text
        assert "interlude scripts diff mid-week" in text


def test_a_folder_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    """Watching a folder that is missing neither stops the bot nor ends: it looks again, until the bot stops."""

    async def watched_for_a_while(whole: Whole) -> None:
        loop = asyncio.create_task(watch.watch(whole.house))
        for _ in range(100_000):
            if whole.house.stop in [bell for bell, _ in whole.clock.resting.values()]:
                break
            await asyncio.sleep(0)
        assert not loop.done()
        whole.house.stop.set()
        await loop

    gone = one_of("de", tmp_path)  # it is there when the bot starts: without any script it does not
    with whole_bot(tmp_path, prompts=gone, watch=True) as whole:
        shutil.rmtree(gone)
        whole.run(watched_for_a_while(whole))
    gone = one_of("de", tmp_path)
    with whole_bot(tmp_path / "other", prompts=gone) as whole:
        shutil.rmtree(gone)
        whole.run(watch.watch(whole.house))  # nobody asked for it: nothing to do


@pytest.mark.slow
def test_a_real_file_is_noticed(tmp_path: Path, prompts: Path) -> None:
    """The watching loop notices a real file that is saved while the bot runs, and ends with it."""

    async def saved(whole: Whole, text: str) -> None:
        loop = asyncio.create_task(watch.watch(whole.house))
        await asyncio.sleep(1)  # the system needs a moment before it tells of changes
        (prompts / "en" / "mid-week.md").write_text(text)
        for _ in range(300):
            live = await whole.house.store.run(partial(scripts.live, script="mid-week", language="en"))
            if live and live.version == 2:
                break
            await asyncio.sleep(0.1)
        assert live is not None and live.source == text
        whole.house.stop.set()
        await asyncio.wait_for(loop, 10)

    with watched(tmp_path, prompts) as whole:
        whole.run(saved(whole, reworded(whole)))


# ---- clients who are mid-way --------------------------------------------------------------------


def test_a_reflection_ends_in_its_own_words_whatever_is_published(whole: Whole) -> None:
    """At each step where a client waits, a published edit changes nothing for them; the next one is new."""
    steps = 0
    while True:
        begin(whole, "look-back", f"demand:{steps}")
        begun = version(whole, "look-back")
        for _ in range(steps):
            whole.tap(CLIENT, "Pass")
        if "Pass" not in whole.sim.buttons(CLIENT):
            break
        steps += 1
        edited = marked(source(whole, "look-back"), f"{chr(96 + steps)}{chr(96 + steps)}")
        sent(whole, edited, "look-back.md")
        whole.tap(ADMIN, "Publish")
        assert version(whole, "look-back") == begun + 1
        said: list[str] = []
        while "Pass" in whole.sim.buttons(CLIENT):
            said += whole.tap(CLIENT, "Pass")
        tag = f"({chr(96 + steps)}{chr(96 + steps)})"
        assert said and not any(tag in text for text in said)
    assert steps == 3
    assert all(
        one.started >= 1
        for one in whole.tx(partial(uses.of_script, script="look-back", language="en")).values()
    )
    assert "(cc)" in whole.sim.texts(CLIENT)[-1]


def marked(text: str, tag: str) -> str:
    """The script with a mark in every statement that closes it."""
    before, _, last = text.rpartition("\n# ")
    name, _, words = last.partition("\n")
    ways = (one.split(" (")[0].rstrip() for one in words.split("\n(or)\n"))
    return f"{before}\n# {name}\n" + "\n\n(or)\n".join(f"{one} ({tag})" for one in ways) + "\n"


def test_twice_not_for_me_and_it_no_longer_comes_by_itself(whole: Whole) -> None:
    """After two "Not for me" a script is not planned for this client, until they begin it themself."""

    def planned() -> set[str]:
        rows = whole.tx(partial(due.of_chat, chat_id=CLIENT, kind="plan"))
        return {row.body["script"] for row in rows}

    def refused(occasion: str) -> str:
        begin(whole, "look-back", occasion)
        for _ in range(3):
            whole.tap(CLIENT, "Pass")
        return "\n".join(whole.tap(CLIENT, "Not for me"))

    assert "look-back" in planned()
    assert "no longer comes" not in refused("plan:one")
    assert "look-back" in planned()
    assert "This one no longer comes by itself. /look_back begins it" in refused("plan:two")
    assert "look-back" not in planned()
    whole.say(CLIENT, "/look_back")
    whole.tap(CLIENT, "Enough for now")
    assert "look-back" in planned()


def test_the_admin_who_is_a_coach_signs_with_their_name(tmp_path: Path, prompts: Path) -> None:
    """A version published by an admin whom the bot knows as a coach has that name in its history."""
    with whole_bot(tmp_path, start=MONDAY, prompts=prompts) as whole:
        whole.with_coach()
        whole.tx(lambda tx: people.add_coach(tx, ADMIN, now=MONDAY, state="active"))
        whole.tx(lambda tx: people.rename_coach(tx, ADMIN, "Ruth"))
        sent(whole, reworded(whole))
        whole.tap(ADMIN, "Publish")
        assert "Ruth (admin)" in whole.say(ADMIN, "/history mid-week")[-1]


def test_an_admin_begins_with_a_script_that_is_right(whole: Whole) -> None:
    """What /new gives can be sent back as it is: the linter has nothing against it, and it can be published."""
    whole.say(ADMIN, "/new evening-walk")
    text, name = whole.sim.document(ADMIN), "evening-walk.md"
    assert "error" not in sent(whole, text, name) and "warning" not in whole.sim.texts(ADMIN)[-1]
    whole.tap(ADMIN, "Publish")
    assert version(whole, "evening-walk") == 1


def test_an_admin_sees_two_sample_weeks(whole: Whole) -> None:
    """/week shows what comes by itself with the live scripts, and behind a name how often one does."""
    (shown,) = whole.say(ADMIN, "/week")
    assert "Wed 19:00  mid-week" in shown
    (one,) = whole.say(ADMIN, "/week mid-week")
    assert one.startswith("mid-week (en): In half a year it would come ") and "with weekly sessions" in one
    (asked,) = whole.say(ADMIN, "/week spark")
    assert asked.endswith("never by itself.")

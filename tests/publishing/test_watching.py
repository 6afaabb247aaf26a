"""The folder as an editor: what a changed file is taken for, and what becomes of it."""

import json
import shutil
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from desk import NOW, SCRIPT, edited
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import Config
from bot.people import opening
from bot.people.admin import missing, renaming, resting, watching
from bot.people.admin.folder import files as files_of
from bot.people.admin.watching import FOLDER, Behind, Clash, Cut, Edited, InStep, Standing, standing
from bot.people.turn import Turn
from bot.store import copies, inbox, outbox, scripts
from bot.store.copies import Copy, digest
from bot.store.db import Store, Tx
from bot.store.scripts import ScriptVersion

ADMIN = 5
OWN = edited("in my own words")
BROKEN = SCRIPT.replace("What has stayed with you?", "Did it help?")
HALF = SCRIPT[: len(SCRIPT) // 2]


def versions(*authors: str) -> tuple[ScriptVersion, ...]:
    """Versions 1, 2, … by these authors, newest first, each with a text of its own."""
    made = [
        ScriptVersion("small-look", "en", number, edited(str(number)), author, "", NOW)
        for number, author in enumerate(authors, 1)
    ]
    return tuple(reversed(made))


def seen(text: str, base: int = 0) -> Copy:
    return Copy("/p/en/small-look.md", "small-look", "en", base, digest(text.encode()))


@pytest.mark.parametrize(
    ("text", "authors", "copy", "stands"),
    [
        (OWN, (), None, Edited(0)),
        (edited("1"), ("a",), None, InStep(1)),
        (OWN, ("a",), seen(edited("1"), 1), Edited(1)),
        (OWN, ("a",), seen(HALF, 1), Edited(1)),  # half written in between, and still made from version 1
        (OWN, ("a", "b"), seen(edited("1"), 1), Clash(1, 2)),
        (OWN, ("a", "b"), seen(edited("2"), 1), Edited(2)),  # what was in the file was published by a command
        (OWN, ("a",), None, Clash(0, 1)),  # nobody looked at it before, and somebody else published
        (OWN, (FOLDER,), None, Edited(1)),
        (OWN, (FOLDER, "b"), None, Clash(0, 2)),
        (edited("1"), ("a", "b"), seen(edited("1"), 1), Behind(1, 2)),
        (edited("1"), ("a", "b"), None, Behind(1, 2)),
        (edited("1"), ("a", "b"), seen(edited("2"), 2), Edited(2)),  # an old text put back on purpose
        (edited("1"), ("a", FOLDER), None, Edited(2)),
        ("", ("a",), seen(edited("1"), 1), Cut(1)),
        (edited("1")[:300], ("a",), seen(edited("1"), 1), Cut(1)),
        (edited("1").rstrip(), ("a",), seen(edited("1"), 1), Edited(1)),  # only the last line's end
    ],
)
def test_how_a_file_stands(text: str, authors: tuple[str, ...], copy: Copy | None, stands: Standing) -> None:
    """In step, edited, behind or in conflict: by what it was made from; what cannot be known is a conflict."""
    assert standing(text, versions(*authors), copy) == stands


@settings(max_examples=60)
@given(
    authors=st.lists(st.sampled_from((FOLDER, "a", "b")), max_size=4),
    text=st.sampled_from((OWN, HALF, edited("1"), edited("2"), edited("3"))),
    was=st.none() | st.tuples(st.sampled_from((OWN, edited("1"), edited("2"))), st.integers(0, 4)),
)
def test_nothing_is_published_over_somebody_elses_version_unseen(
    authors: list[str], text: str, was: tuple[str, int] | None
) -> None:
    """Whatever the history, a file is published only over a version that it held, or that the folder made."""
    known, copy = versions(*authors), seen(was[0], was[1]) if was else None
    stands = standing(text, known, copy)
    if isinstance(stands, Edited) and known:
        base = copies.made_from(copy, known)
        assert base == known[0].version or (base is None and known[0].author == FOLDER)


# ---- in the store -------------------------------------------------------------------------------


def config(folder: Path, watch: bool = True) -> Config:
    return Config.model_validate(
        {"people": {"admins": [ADMIN]}, "prompts": {"path": str(folder), "watch": watch}}
    )


class Folder:
    """A folder with one script, the store beside it, and what the admin was told."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.file = store, folder / "en" / "small-look.md"
        self.config = config(folder)
        self.rows, self.looks = count(1), NOW - timedelta(hours=1)
        self.file.parent.mkdir(parents=True)

    async def opened(self, watch: bool = True) -> list[str]:
        """The house opens on the folder as it is."""
        found = files_of(self.file.parent.parent)
        return await self.store.run(lambda tx: opening.publish_new(tx, found, NOW, watch))

    async def saved(self, text: str | bytes) -> list[str]:
        """An editor saved the file, and the change came in; what the admin was told."""
        self.file.write_bytes(text.encode() if isinstance(text, str) else text)
        await self.store.run(self._noted)
        return await self.store.run(self._taken)

    def _noted(self, tx: Tx) -> None:
        folder, self.looks = self.file.parent.parent, self.looks + timedelta(seconds=1)
        missing.note(tx, folder, files_of(folder), self.looks)
        watching.note_changes(tx, files_of(folder), self.looks)

    async def looked(self) -> list[str]:
        """The folder is looked at as it is; what the admin was told."""
        await self.store.run(self._noted)
        return await self.store.run(self._taken)

    def _taken(self, tx: Tx) -> list[str]:
        while items := inbox.heads(tx, NOW, 1):
            (item,) = items
            turn = Turn(tx, NOW, next(self.rows), self.config, "bot")
            take = missing.told if item.kind == "gone" else watching.changed
            take(turn, json.loads(inbox.read(tx, item)))
            inbox.done(tx, item.id)
        return self._told(tx)

    def _told(self, tx: Tx) -> list[str]:
        said = []
        while sent := outbox.take(tx, NOW, 10):
            for row in sent:
                said.append(str(row.params["text"]))
                outbox.sent(tx, row.id, row.id, NOW)
                tx.db.execute("DELETE FROM rests")
        return said

    async def live(self) -> ScriptVersion | None:
        return await self.store.run(lambda tx: scripts.live(tx, "small-look", "en"))

    async def by_somebody(self, text: str) -> None:
        """Somebody publishes in the chat."""
        await self.store.run(
            lambda tx: scripts.publish(tx, "small-look", "en", text, author="admin 5", now=NOW)
        )


@pytest.fixture
async def folder(store: Store, tmp_path: Path) -> Folder:
    """A folder whose script is published as version 1."""
    made = Folder(store, tmp_path / "prompts")
    made.file.write_text(SCRIPT)
    assert await made.opened() == []
    return made


async def test_a_clean_change_is_published(folder: Folder) -> None:
    """A saved file without errors becomes the live version, by the folder, and the admin reads the effect."""
    (told,) = await folder.saved(OWN)
    live = await folder.live()
    assert live is not None
    assert (live.version, live.author, live.source) == (2, FOLDER, OWN)
    assert "published as version 2" in told
    assert "-That is all for now.\n+That is all for now<b>, in my own words</b>." in told
    assert "New reflections take version 2." in told


async def test_a_broken_file_is_told_by_line_and_never_published(folder: Folder) -> None:
    """Errors come back with file, line and rule; the live version stays."""
    (told,) = await folder.saved(BROKEN)
    line = BROKEN.splitlines().index("Did it help?") + 1
    assert "is not published" in told
    assert f"small-look.md:{line}:1: error CLOSED" in told
    live = await folder.live()
    assert live is not None and live.version == 1


@pytest.mark.parametrize("end", range(0, len(SCRIPT) - 20, 61))
async def test_a_half_written_file_never_goes_live(folder: Folder, end: int) -> None:
    """Wherever an editor stops in the middle, nothing is published; once it is whole, it is."""
    assert await folder.saved(SCRIPT[:end]) != []
    live = await folder.live()
    assert live is not None and live.version == 1
    await folder.saved(OWN)
    live = await folder.live()
    assert live is not None and live.source == OWN


async def test_a_file_without_its_end_is_published_when_somebody_says_so(folder: Folder) -> None:
    """A text that reads clean but only lacks its end is said to look half-written, with the way to publish it."""
    (told,) = await folder.saved(SCRIPT.partition("# close")[0])
    assert "may be half-written" in told
    assert f"<code>interlude scripts publish {folder.file}</code>" in told


async def test_bytes_that_are_no_text_are_told(folder: Folder) -> None:
    """A file saved in an old encoding is reported with its line, and not published with question marks."""
    (told,) = await folder.saved(OWN.replace("own", "öwn").encode("latin-1"))
    assert "FILE" in told
    live = await folder.live()
    assert live is not None and live.version == 1


async def test_the_same_text_is_told_once(folder: Folder) -> None:
    """A file that is touched, looked at twice or changed back brings no second message."""
    assert len(await folder.saved(BROKEN)) == 1
    assert await folder.saved(BROKEN) == []
    assert await folder.saved(SCRIPT) == []
    live = await folder.live()
    assert live is not None and live.version == 1


async def test_a_conflict_is_said_and_not_guessed(folder: Folder) -> None:
    """Where somebody published since the file was made, nothing is published and the ways out are named."""
    await folder.by_somebody(edited("by an admin"))
    (told,) = await folder.saved(OWN)
    assert "version 2 was published by admin 5 after version 1" in told
    for way in (
        "scripts diff small-look",
        "scripts publish FILE --base 2",
        "scripts pull small-look --force",
    ):
        assert way in told
    live = await folder.live()
    assert live is not None and live.version == 2
    assert folder.file.read_text() == OWN


async def test_after_a_pull_the_folder_goes_on(folder: Folder) -> None:
    """Once the file holds the live version, the next edit of it is published."""
    await folder.by_somebody(edited("by an admin"))
    assert await folder.saved(edited("by an admin")) == []
    await folder.saved(OWN)
    live = await folder.live()
    assert live is not None and (live.version, live.source) == (3, OWN)


async def test_a_conflict_that_is_mended_elsewhere_is_over(folder: Folder) -> None:
    """What was in conflict and was then published by a command is what the next edit is made from."""
    await folder.by_somebody(edited("by an admin"))
    await folder.saved(OWN)
    await folder.by_somebody(OWN)
    await folder.saved(edited("further"))
    live = await folder.live()
    assert live is not None and (live.version, live.source) == (4, edited("further"))


async def test_a_stale_file_that_is_only_touched_is_left(folder: Folder) -> None:
    """A file that still holds an older version is no edit: nothing is published over the newer one."""
    await folder.by_somebody(edited("by an admin"))
    await folder.store.run(lambda tx: tx.db.execute("DELETE FROM copies"))
    assert await folder.saved(SCRIPT) == []
    live = await folder.live()
    assert live is not None and live.version == 2


async def test_a_new_script_in_the_folder_is_published(folder: Folder) -> None:
    """A file whose script is not known yet becomes its first version."""
    folder.file.with_name("another.md").write_text(OWN)
    (told,) = await folder.saved(SCRIPT)
    assert "another (en) is published for the first time" in told


async def test_a_script_and_the_arrow_to_it_are_saved_together(folder: Folder) -> None:
    """Of files that change at once, those that others lead into are published first."""
    leads = SCRIPT.replace(
        "carry on, or leave where it is?\n", "carry on, or leave?\n\n- On → zulu\n- End → end\n"
    )
    folder.file.with_name("alpha.md").write_text(leads)
    folder.file.with_name("zulu.md").write_text(OWN)
    told = await folder.saved(SCRIPT)
    assert [text.split(" ")[0] for text in told] == ["en/zulu.md", "en/alpha.md"]
    assert all("published for the first time" in text for text in told)


async def test_a_long_difference_is_shortened(folder: Folder) -> None:
    """A message holds the first lines of a large edit, and says how many more there are."""
    (told,) = await folder.saved(OWN.replace("\n\n", "\n\n\n\n\n\n\n"))
    assert "more lines" in told


async def test_a_deleted_file_changes_nothing(folder: Folder) -> None:
    """A script stays live when its file goes, and the admins read it once, with the ways out."""
    folder.file.unlink()
    assert await folder.looked() == []  # an editor may write it anew this moment
    (told,) = await folder.looked()
    assert "is gone from the folder" in told and "retire small-look" in told and "keep" in told
    assert await folder.looked() == [] and await folder.live() is not None
    assert await folder.store.run(lambda tx: missing.without(tx, "small-look", "en"))
    assert await folder.looked() == [] and await folder.looked() == []
    folder.file.write_text(SCRIPT)
    assert await folder.looked() == []
    folder.file.unlink()
    await folder.looked()
    assert len(await folder.looked()) == 1  # it was there again: told anew


async def test_a_language_that_nobody_can_choose_is_told_at_the_first_start(folder: Folder) -> None:
    """A folder's first scripts are published at the start; one in a language the bot does not speak is named."""
    place = folder.file.parent.parent / "nl" / "small-look.md"
    place.parent.mkdir()
    place.write_text(SCRIPT)
    for watch in (True, False):
        told = await folder.opened(watch)
        assert len(told) == (1 if watch else 0)  # told as it is published, and once
        assert all("nobody can choose its language" in one for one in told)


async def test_a_file_that_comes_back_at_once_is_not_told(folder: Folder) -> None:
    """Editors and version control write by taking a file away: gone at one look is not gone."""
    folder.file.unlink()
    assert await folder.looked() == []
    folder.file.write_text(SCRIPT)
    assert await folder.looked() == [] and await folder.looked() == []


async def test_a_folder_that_goes_is_one_message(folder: Folder) -> None:
    """Where every file is gone, one message names the scripts, and one tap lets all live without files."""
    for number in range(14):
        folder.file.with_name(f"look-{number}.md").write_text(edited(str(number)))
    await folder.looked()
    shutil.rmtree(folder.file.parent)
    await folder.looked()
    (told,) = await folder.looked()
    assert told.startswith("The folder of scripts is empty or gone.") and "and 3 more" in told
    assert await folder.store.run(missing.all_without) == (
        "15 scripts live without a file; /scripts gives their texts."
    )


async def test_without_watching_a_file_that_is_gone_is_named_at_the_start(folder: Folder) -> None:
    """Where nobody watches the folder, the start says once which file is gone."""
    folder.file.unlink()

    def opened(tx: Tx) -> list[str]:
        return missing.at_the_start(tx, folder.file.parent.parent, files_of(folder.file.parent.parent))

    (told,) = await folder.store.run(opened)
    assert told.startswith("en/small-look.md is gone, and the script is live as before.")
    assert await folder.store.run(opened) == []


@pytest.mark.parametrize("step", ["carry", "close"])
async def test_an_edit_that_loses_a_step_is_asked_about(folder: Folder, step: str) -> None:
    """A text that reads clean and lacks a step of the live one may be half-written: it waits for a tap."""
    start = SCRIPT.index(f"# {step}")
    end = SCRIPT.find("# ", start + 2)
    text = SCRIPT[:start] + (SCRIPT[end:] if end > 0 else "# done\n{{ thanks }}\n\nThat is all for now.\n")
    (told,) = await folder.saved(text.replace("length: 2", "length: 1") if step == "carry" else text)
    live = await folder.live()
    assert f"It has not the step “{step}”" in told and live is not None and live.version == 1


async def test_a_new_file_with_the_text_of_a_live_script_is_asked_about(folder: Folder) -> None:
    """A file that was called otherwise by hand makes no second script with the same words."""
    folder.file.rename(folder.file.with_name("look-again.md"))
    (told,) = await folder.looked()
    assert "It is new and has the text of small-look" in told
    assert await folder.store.run(lambda tx: scripts.live(tx, "look-again", "en")) is None


async def test_a_retired_scripts_file_is_left_alone_until_it_is_restored(folder: Folder) -> None:
    """A file as it rests is nothing; an edited one is told, and published only once the script is restored."""

    def rest(tx: Tx) -> None:
        assert resting.retire(tx, "small-look", "en", author="A", now=NOW).done

    await folder.store.run(rest)
    assert await folder.opened() == [] and await folder.opened(watch=False) == []
    (told,) = await folder.saved(OWN)
    assert "small-look (en) is retired, so nothing of it is published" in told
    assert await folder.opened(watch=False) == ["en/small-look.md is retired, and its file has another text"]
    assert await folder.live() is None
    await folder.store.run(lambda tx: resting.restore(tx, "small-look", "en", NOW))
    (told,) = await folder.looked()
    assert "published as version 2" in told  # the file is looked at again


async def test_a_file_under_a_name_of_before_is_told(folder: Folder) -> None:
    """After a new name the old file's edits go nowhere, and that is said with the name to take."""

    def call(tx: Tx) -> None:
        assert renaming.rename(tx, "small-look", "evening", author="A", now=NOW).done

    await folder.store.run(call)
    assert await folder.opened(watch=False) == ["en/small-look.md is called evening now; rename it"]
    (told,) = await folder.saved(OWN)
    assert "“small-look” is called “evening” now: publish the text as evening.md." in told


async def test_changes_wait_their_turn_in_the_inbox(folder: Folder) -> None:
    """A change is a row like any other, kept before it is thought about; one that comes twice is told once."""

    def noted(tx: Tx) -> tuple[int, int]:
        found = files_of(folder.file.parent.parent)
        first = watching.note_changes(tx, found, NOW)
        watching.note_changes(tx, found, NOW + timedelta(seconds=1))
        return first, inbox.counts(tx).waiting

    folder.file.write_text(OWN)
    assert await folder.store.run(noted) == (1, 2)
    told: list[Any] = await folder.store.run(folder._taken)
    assert len(told) == 1


# ---- at the start -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SCRIPT, ""),
        (OWN, "`interlude scripts publish`"),
    ],
)
async def test_at_the_start_an_edited_file_is_said(folder: Folder, text: str, said: str) -> None:
    """A file that differs from what is live is named at the start; what a watched folder has, it will look at."""
    folder.file.write_text(text)
    told = await folder.opened(watch=False)
    assert [said in line for line in told] == ([True] if said else [])
    assert await folder.opened(watch=True) == []


async def test_at_the_start_each_standing_has_its_own_way_out(folder: Folder) -> None:
    """Behind says pull, a conflict says diff."""
    await folder.by_somebody(edited("by an admin"))
    (behind,) = await folder.opened(watch=False)
    assert "scripts pull" in behind
    folder.file.write_text(OWN)
    (clash,) = await folder.opened(watch=False)
    assert "scripts diff" in clash
    folder.file.write_text(edited("by an admin")[:200])
    (cut,) = await folder.opened(watch=False)
    assert "differs from version 2" in cut


async def test_at_the_first_start_the_folder_is_published_in_order(store: Store, tmp_path: Path) -> None:
    """Scripts that lead into each other go live however they are named; a broken one is named and left out."""
    made = Folder(store, tmp_path / "prompts")
    leads = SCRIPT.replace("leave it where it is?", "leave it?").replace(
        "carry on, or leave where it is?\n", "carry on, or leave?\n\n- On → zulu\n- Leave it → end\n"
    )
    made.file.with_name("alpha.md").write_text(leads)
    made.file.with_name("zulu.md").write_text(SCRIPT)
    made.file.with_name("bad.md").write_text(BROKEN)
    (told,) = await made.opened(watch=False)
    assert told.startswith("en/bad.md has errors")
    live = await store.run(lambda tx: [one.script for one in scripts.all_live(tx)])
    assert live == ["alpha", "zulu"]

"""A script that rests, and one that gets another name: what it means for whom, and what stays."""

from datetime import timedelta
from typing import Any

import pytest
from desk import NOW, SCRIPT, edited, people_are_there, reflection

from bot.people import library
from bot.people.admin import publishing, renaming, resting
from bot.people.admin.publishing import Published, Shelved
from bot.store import assignments, begun, people, reflections, renamed, retired, scripts, uses
from bot.store.db import Store, Tx

LEADS = SCRIPT.replace(
    "carry on, or leave where it is?\n", "carry on, or leave?\n\n- On → small-look\n- Leave it → end\n"
)
FOLLOWS = SCRIPT.replace("when: on demand", "when: 3 days after small-look")


def put(tx: Tx, name: str = "small-look", source: str = SCRIPT, language: str = "en") -> publishing.Outcome:
    return publishing.publish(tx, name, language, source, author="A", note="", now=NOW)


@pytest.fixture
async def tx(store: Store) -> Any:
    """Runs in the store what a test does, with a script in two versions and three clients."""

    def begin(tx: Tx) -> None:
        people_are_there(tx, 7, 8, 9)
        for client in (7, 8, 9):
            people.change_client(tx, client, language="en", zone="UTC")
        put(tx)
        put(tx, source=edited("more"))

    await store.run(begin)
    return store.run


async def test_what_retiring_means_is_said_before(tx: Any) -> None:
    """Who finishes on which version, who was given it, and where it stays live are read before it is done."""

    def asked(tx: Tx) -> str:
        reflection(tx, 7, version=1, state="open")
        reflection(tx, 8, version=2, state="open")
        assignments.add(tx, 9, 100, "script", NOW, script="small-look")
        put(tx, language="de", source=SCRIPT.replace("If you like, look", "Wenn du magst, look"))
        return resting.meaning(tx, "small-look", "en").text

    text = await tx(asked)
    assert "2 clients are mid-way and finish on versions 1 and 2." in text
    assert "1 client has it from a coach and not begun it" in text
    assert "no longer comes by itself" in text and "restoring brings it back as it was" in text


async def test_a_retired_script_is_not_live_and_everything_of_it_stays(tx: Any) -> None:
    """It is in no list and cannot be begun; versions, counts and its title are kept, and who is mid-way goes on."""

    def done(tx: Tx) -> None:
        reflection(tx, 7, version=1, state="open")
        assert resting.retire(tx, "small-look", "en", author="A. Name", now=NOW).done
        assert scripts.live(tx, "small-look", "en") is None and library.all_live(tx, "en") == ()
        assert library.on_demand(tx, "en") == () and scripts.languages(tx) == ()
        assert len(scripts.history(tx, "small-look", "en")) == 2
        assert uses.of_script(tx, "small-look", "en")[1].open == 1
        assert library.title(tx, "small-look", "en") == "A small look"
        (row,) = reflections.under_way(tx, 7)
        assert library.script_of(tx, row) is not None
        again = resting.retire(tx, "small-look", "en", author="B", now=NOW)
        assert not again.done and "was retired by A. Name" in again.text
        assert put(tx, source=edited("new")) == Shelved("small-look", "en")
        back = resting.restore(tx, "small-look", "en", NOW)
        assert back.done and "is live again, version 2" in back.text
        live = scripts.live(tx, "small-look", "en")
        assert live is not None and live.version == 2
        assert not resting.restore(tx, "small-look", "en", NOW).done
        assert not resting.restore(tx, "no-such", "en", NOW).done
        assert not resting.meaning(tx, "no-such", "en").done

    await tx(done)


@pytest.mark.parametrize("source", [LEADS, FOLLOWS])
async def test_what_others_lead_into_stays_live(tx: Any, source: str) -> None:
    """An arrow to it, or a script that comes after it, keeps a script live; both can be retired in order."""

    def done(tx: Tx) -> None:
        assert isinstance(put(tx, "leader", source), Published)
        kept = resting.retire(tx, "small-look", "en", author="A", now=NOW)
        assert not kept.done and "leader leads into it" in kept.text
        assert resting.retire(tx, "leader", "en", author="A", now=NOW).done
        assert resting.retire(tx, "small-look", "en", author="A", now=NOW).done
        lost = resting.restore(tx, "leader", "en", NOW)
        assert "small-look" in lost.text
        assert lost.done is (source is FOLLOWS)  # what only comes after it waits for it
        assert resting.restore(tx, "small-look", "en", NOW).done
        assert resting.restore(tx, "leader", "en", NOW).done is not lost.done

    await tx(done)


async def test_with_a_new_name_everything_goes_along(tx: Any) -> None:
    """Versions, counts, open talks, occasions, gifts and what is off follow, and old arrows still arrive."""

    def done(tx: Tx) -> None:
        put(tx, "leader", LEADS)
        reflection(tx, 7, occasion="once:small-look:2026-01-01", version=1, state="open")
        reflection(tx, 8, occasion="plan:2", version=2, fit="yes")
        begun.add(tx, 7, "once:small-look:2026-01-01", script="small-look", at=NOW, outcome="sent")
        begun.add(tx, 8, "session:1:check:small-look", script="small-look", at=NOW, outcome="sent")
        assignments.add(tx, 9, 100, "script", NOW, script="small-look")
        assignments.switch(tx, 8, "small-look", 100, False, NOW)
        before = scripts.newest(tx)
        said = renaming.rename(tx, "small-look", "evening", author="A", now=NOW)
        assert said.done and "2 versions, 2 reflections begun" in said.text
        assert scripts.newest(tx) != before
        assert len(scripts.history(tx, "evening", "en")) == 2 and not uses.of_script(tx, "small-look", "en")
        assert uses.of_script(tx, "evening", "en")[2].fitted == 1
        (row,) = reflections.under_way(tx, 7)
        assert (row.occasion, row.reflection.script) == ("once:evening:2026-01-01", "evening")
        assert [one.occasion for one in begun.rows_of(tx, 7)] == [row.occasion]
        assert [one.occasion for one in begun.rows_of(tx, 8)] == ["session:1:check:evening"]
        assert [one.script for one in assignments.waiting(tx, 9)] == ["evening"]
        assert assignments.off(tx, 8) == {"evening"}
        live = library.live(tx, "small-look", "en")  # where an arrow of before leads
        assert live is not None and live.name == "evening"
        assert isinstance(put(tx, "leader", LEADS.replace("for a moment", "a moment")), Published)
        assert resting.leading(tx, "evening", "en") == ("leader",)
        assert put(tx, "small-look") == Shelved("small-look", "en", "evening")
        renaming.rename(tx, "evening", "dusk", author="A", now=NOW + timedelta(days=1))
        assert renamed.before(tx) == {"evening": "dusk", "small-look": "dusk"}
        assert renaming.rename(tx, "dusk", "small-look", author="A", now=NOW).done
        assert renamed.called(tx, "small-look") == "small-look"

    await tx(done)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("no-such", "evening", "There is no script “no-such”."),
        ("small-look", "Evening", "cannot be a script's name"),
        ("small-look", "own-question", "cannot be a script's name"),
        ("small-look", "leader", "There is a script “leader” already."),
        ("small-look", "small-look", "There is a script “small-look” already."),
        ("small-look", "was", "“was” is what “is-now” was called before"),
        ("was", "other", "“was” is called “is-now” now."),
    ],
)
async def test_a_name_that_cannot_be_is_said(tx: Any, old: str, new: str, said: str) -> None:
    """What is no name, is taken, or still leads elsewhere is refused with the reason, and nothing changes."""

    def done(tx: Tx) -> str:
        put(tx, "leader", LEADS)
        put(tx, "was", edited("was"))
        assert renaming.rename(tx, "was", "is-now", author="A", now=NOW).done
        found = renaming.rename(tx, old, new, author="A", now=NOW)
        assert not found.done
        return found.text

    assert said in await tx(done)


async def test_a_renamed_script_can_be_retired_and_keeps_its_new_name(tx: Any) -> None:
    """Rest and names go together: a name given while it rests stays, and it comes back under that."""

    def done(tx: Tx) -> None:
        assert resting.retire(tx, "small-look", "en", author="A", now=NOW).done
        assert renaming.rename(tx, "small-look", "evening", author="A", now=NOW).done
        (one,) = retired.every(tx)
        assert one.script == "evening" and resting.still(tx, "evening", "en")
        assert resting.restore(tx, "evening", "en", NOW).done

    await tx(done)

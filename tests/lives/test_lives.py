"""Lives in the test command: few people, three weeks, and the oracles that hold so far."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import structlog

from . import logbook
from .life import Act, Life, Person, read, token, written
from .lived import Lived, again, live
from .shrink import shrink
from .sight import Finding, Sight
from .tally import Count, Tally, counted, summary

pytestmark = pytest.mark.unmeasured

ON = (
    "broken",
    "dead",
    "refused",
    "route",
    "stuck",
    "promise",
    "quiet",
    "words",
    "time",
    "unkept",
    "sign",
    "told",
    "private",
    "harm",
    "news",
    "foreseen",
    "log",
    "harness",
)
"""The oracles that hold; docs/lives.md says which do not yet, and why."""

SEEDS = range(8)
"""More of them: `make lives`."""


@pytest.fixture(autouse=True)
def hushed() -> Iterator[None]:
    """Mishaps of a life fill no log."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_life_has_no_finding(seed: int) -> None:
    """A practice lives three weeks with crashes and faults, and no oracle that is switched on finds anything."""
    found = [one for one in live(seed, days=21, most=4).findings if one.oracle in ON]
    assert not found, "\n".join(f"{one.at} {one.who} {one.oracle}: {one.kind}" for one in found)


def test_the_same_number_gives_the_same_life_to_the_byte() -> None:
    """Lived twice, and once more from its written acts, every line of every chat is the same."""
    once = live(5, days=8, most=5)
    acts = read(written(once.life))
    assert live(5, days=8, most=5).digest == once.digest
    assert (acts.acts, again(acts).digest) == (once.life.acts, once.digest)
    assert once.messages > 50


def test_a_life_that_ends_while_the_bot_is_down_is_asked_when_it_is_up_again() -> None:
    """Down for hours in its last minute: everybody still has a question, and their words, at the end."""
    life = live(5, days=3, most=4).life
    down = Act(life.end - timedelta(minutes=1), "world", "sleeps", "", 3 * 3600)
    lived = again(replace(life, acts=(*life.acts, down)))
    assert [one for one in lived.findings if one.oracle == "stuck"] == []
    assert "interlude-export.json" in str(lived.transcripts)


def test_words_are_found_again() -> None:
    """Each number gives a word of its own."""
    assert len({token(number) for number in range(1, 5000)}) == 4999


def test_a_word_in_a_log_is_found() -> None:
    """In what is logged, and in the exception that is logged with it; other lines are let be."""
    found: list[str] = []
    sight = cast(Sight, SimpleNamespace(find=lambda oracle, kind, who, seen="": found.append(kind)))
    log = structlog.get_logger()
    with logbook.read(sight):
        log.info("kept", number=7)
        log.debug("said", words=f"the letter {token(3)}")
        try:
            raise ValueError(token(4))
        except ValueError:
            log.exception("broken")
    assert found == ["a word is in the log: said", "a word is in the log: broken"]


AT = datetime(2027, 3, 8, 7, tzinfo=UTC)
PEOPLE = (Person("Ruth", 1000, "admin"), Person("Ada", 3000, "client"), Person("Ben", 3001, "client"))
NEEDED = ("7 first", "31 then")
"""What the finding of the test below comes from: these two, in this order."""


def _lived(life: Life) -> Lived:
    """A life that has the finding where both acts are in it; nothing is really lived."""
    words = [one.words for one in life.acts]
    found = Finding("sign", "a tap", AT + timedelta(hours=40), "Ada")
    there = [one for one in words if one in NEEDED] == list(NEEDED)
    return Lived(life, (found,) if there else (), "", 0)


def test_a_finding_shrinks_to_the_acts_that_bring_it_about() -> None:
    """Of a whole life only what the finding needs is left: two acts of sixty, and who did them."""
    acts = [
        Act(AT + timedelta(hours=at), ("Ada", "Ben", "world")[at % 3], "says", f"{at}") for at in range(60)
    ]
    for words in NEEDED:
        at = int(words.split()[0])
        acts[at] = replace(acts[at], who="Ada", words=words)
    whole = _lived(Life(1, AT, PEOPLE, tuple(acts), AT + timedelta(days=3)))
    least = shrink(whole, whole.findings[0], lives=_lived)
    assert [one.words for one in least.life.acts] == list(NEEDED)
    assert [one.name for one in least.life.people] == ["Ruth", "Ada"]
    assert least.findings and least.life.end < whole.life.end


def _count(seed: int, *findings: tuple[str, str, str, str, str]) -> Count:
    """A life in figures."""
    return Count(seed, "abc", 30, 6, 5, 100, 200, 2.5, "", findings)


def test_a_run_that_was_cut_off_is_taken_up(tmp_path: Path) -> None:
    """What a life came to stands in the file once it is lived; a line that was cut off is lived again."""
    file = tmp_path / "figures.jsonl"
    found = ("sign", "a tap", "2027-03-09 23:00:00+00:00", "Ada", "message 7")
    for one in (_count(3), _count(4, found)):
        Tally(file).add(one)
    with file.open("a") as out:
        out.write('{"seed": 5, "comm')
    assert Tally(file).counts == [_count(3), _count(4, found)]
    Tally(file).add(_count(5))
    assert [one.seed for one in Tally(file).counts] == [3, 4, 5]
    whole = _lived(Life(7, AT, PEOPLE, (Act(AT, "Ada", "says", "7 first"),), AT + timedelta(days=3)))
    tally = Tally()
    tally.add(replace(counted(7, 3, 4, whole, 0.25), commit="abc"))
    assert (tally.counts[0].seed, tally.counts[0].people, tally.counts[0].acts) == (7, 3, 1)


def test_lives_are_as_clean_as_the_commit_they_were_lived_on() -> None:
    """The summary counts each commit for itself, and names kinds, seeds and the first of them."""
    found = ("sign", "a tap", "2027-03-09 23:00:00+00:00", "Ada", "message 7")
    lines = summary([_count(3), _count(4, found), _count(9, found), replace(_count(5), commit="def")])
    assert lines[0].startswith(
        "abc: 3 lives of 30 days with up to 6 people (seeds 3 to 9), 1 without a finding: 15"
    )
    assert lines[1].startswith(
        "def: 1 lives of 30 days with up to 6 people (seeds 5 to 5), 1 without a finding: 5"
    )
    assert lines[2].split() == ["2", "in", "2", "lives", "sign:", "a", "tap"]
    assert lines[3].strip() == "seeds 4, 9; first Ada, 2027-03-09 23:00:00  message 7"

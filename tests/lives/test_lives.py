"""Lives in the test command: few people, three weeks, and the oracles that hold so far."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import structlog

from .life import read, token, written
from .lived import Lived, again, live
from .shrink import shrink
from .sight import Finding

ON = ("broken", "dead", "refused", "route", "stuck", "promise", "quiet", "words", "time", "unkept", "sign")
"""The oracles that hold; docs/lives.md says which do not yet, and why."""

SEEDS = range(20)


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
    once = live(5, days=20, most=5)
    acts = read(written(once.life))
    assert live(5, days=20, most=5).digest == once.digest
    assert (acts.acts, again(acts).digest) == (once.life.acts, once.digest)
    assert once.messages > 50


def test_words_are_found_again() -> None:
    """Each number gives a word of its own."""
    assert len({token(number) for number in range(1, 5000)}) == 4999


def test_a_finding_shrinks_to_the_acts_that_bring_it_about() -> None:
    """Of a whole life only what the finding needs is left, and it still has it."""

    def judged(lived: Lived) -> Lived:
        """As if an oracle minded that a client ever agreed to anything."""
        minded = [act for act in lived.life.acts if act.verb == "taps" and act.who not in ("Ruth", "world")]
        found = tuple(Finding("none", "agreed", one.at, one.who) for one in minded[:1])
        return replace(lived, findings=(*lived.findings, *found))

    lived = judged(live(1, days=6, most=4))
    finding = lived.findings[-1]
    least = shrink(lived, finding, most=60, lives=lambda life: judged(again(life)))
    assert len(least.life.acts) < len(lived.life.acts) / 2
    assert any((one.oracle, one.kind) == (finding.oracle, finding.kind) for one in least.findings)

"""The oracle of what is shown before it goes finds what was not shown, and nothing else."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.i18n import languages, texts
from bot.simulator.state import Event

from .foreseen import Foreseen
from .life import Act, Person
from .sight import Sight

NOW = datetime(2027, 3, 8, 9, 0, tzinfo=UTC)
ADA, DANA = Person("Ada", 3000, "client"), Person("Dana", 2000, "coach")
SEEN, UNSEEN = "qbakagiro", "qbarameti"


def oracle(found: list[str]) -> Foreseen:
    """An oracle that knows of two words of Ada's, both written before."""
    written = [SimpleNamespace(who=ADA, tokens=[one], at=NOW - timedelta(days=1)) for one in (SEEN, UNSEEN)]
    chat = SimpleNamespace(messages={})
    deeds = SimpleNamespace(written=written, stage=SimpleNamespace(sim=SimpleNamespace(chat=lambda _: chat)))
    sight: Any = SimpleNamespace(
        deeds=deeds, names=set(), find=lambda _, kind, who, seen="": found.append(seen)
    )
    return Foreseen(cast(Sight, sight))


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize(("went", "did", "finds"), [(SEEN, False, 0), (UNSEEN, False, 1), (UNSEEN, True, 0)])
def test_what_was_not_shown_before_it_went_is_found(language: str, went: str, did: bool, finds: int) -> None:
    """A look, then the coach's message: what the look lacked is found, unless its writer did something since."""
    found: list[str] = []
    judge = oracle(found)
    look = texts(language).t(
        "This goes to {coach} on {when}, as it stands now:", coach="Dana", when="Sun 14 Mar"
    )
    judge.said(ADA, Event(NOW, "said", "bot", 7, f"{look}\n\n{SEEN}"))
    assert judge.looks == 1
    if did:
        judge.did(Act(NOW, "Ada", "writes"), 0)
    judge.said(DANA, Event(NOW + timedelta(hours=12), "said", "bot", 8, f"Ada: {went}"))
    assert len(found) == finds

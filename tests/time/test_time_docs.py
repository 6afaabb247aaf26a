"""docs/time.md says what the code does."""

import re
from dataclasses import fields
from datetime import date, time
from pathlib import Path
from typing import get_args

import pytest

from bot.core.base.wall import Quiet
from bot.core.plan import why
from bot.core.plan.candidate import ORDER
from bot.core.plan.facts import Kind
from bot.core.plan.rhythm import clock_text
from bot.core.plan.settings import BOUNDS, DEFAULTS, Settings
from bot.core.plan.why import Why
from bot.render.plan_text import plan_command

PAGE = (Path(__file__).parents[2] / "docs" / "time.md").read_text()


def shown(value: object) -> str:
    """A default as the page writes it."""
    match value:
        case Quiet():
            return f"{clock_text(value.starts)}-{clock_text(value.ends)}"
        case tuple():
            return ", ".join(shown(one) for one in value)
        case time():
            return clock_text(value)
        case _:
            return str(value)


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_on_the_page(name: str) -> None:
    """Each setting has a row with its default and its bounds."""
    row = re.search(rf"^\| `{name}` \| (.+?) \| (.+?) \| .+ \|$", PAGE, re.MULTILINE)
    assert row is not None, name
    assert row[1] == shown(getattr(DEFAULTS, name))
    if name in BOUNDS:
        assert row[2] == "{} to {}".format(*BOUNDS[name])


def test_every_kind_is_on_the_page_in_its_order() -> None:
    """The table of kinds is complete, and its order is the one that counts."""
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$", PAGE, re.MULTILINE)
    assert tuple(rows) == ORDER == get_args(Kind)


def test_every_reason_is_on_the_page() -> None:
    """Each code of a reason is named."""
    made = [
        why.quiet_hours(""),
        why.near_session(date(2026, 1, 1)),
        why.session_day(date(2026, 1, 1)),
        why.same_day(date(2026, 1, 1)),
        why.too_soon(20, date(2026, 1, 1)),
        why.asked_lately(21),
        why.too_late(2),
        *(why.full_week(cause, 2) for cause in ("default", "own", "light", "quiet", "fade")),
        *(one for one in vars(why).values() if isinstance(one, Why)),
    ]
    assert len(made) > 20
    for one in made:
        assert f"`{one.code}`" in PAGE


def test_the_example_on_the_page_works() -> None:
    """The command on the page, as a call, gives six prompts or fewer and no error."""
    assert 'interlude plan --zone Europe/Berlin --rhythm "mon,thu 19:00"' in PAGE
    sessions = ["2026-10-20 15:00 weekly"]
    lines = plan_command(
        "Europe/Berlin", "mon,thu 19:00", sessions=sessions, from_=date(2026, 10, 19)
    ).splitlines()
    assert len(lines) == 4

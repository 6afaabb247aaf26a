"""Counts a version, never merged; and what a client no longer wants to be begun with."""

from datetime import timedelta

import pytest
from desk import people_are_there, reflection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store import uses
from bot.store.db import Store, Tx
from bot.store.uses import Use


async def test_counts_are_kept_apart_by_version(store: Store) -> None:
    """Started, ended how, passed where and fitted or not are counted for each version on its own."""

    def lived(tx: Tx) -> dict[int, Use]:
        people_are_there(tx, 7, 8)
        reflection(tx, 7, "a", version=1, fit="yes", passed=("stayed", "carry"))
        reflection(tx, 8, "b", version=1, fit="no", passed=("carry",))
        reflection(tx, 7, "c", version=2, fit="partly")
        reflection(tx, 7, "d", version=2, state="stopped", passed=("stayed",))
        reflection(tx, 7, "e", version=2, state="lapsed")
        reflection(tx, 7, "f", version=2, state="parked")
        reflection(tx, 7, "g", version=2, state="broken")
        reflection(tx, 8, "h", version=2, state="open")
        reflection(tx, 8, "i", script="other", version=1, fit="yes")
        return uses.of_script(tx, "small-look", "en")

    assert await store.run(lived) == {
        1: Use(1, 2, 2, fitted=1, not_for_me=1, passed=(("carry", 2), ("stayed", 1))),
        2: Use(2, 6, 1, stopped=1, unanswered=2, open=1, broken=1, so_so=1, passed=(("stayed", 1),)),
    }


async def test_a_version_that_nobody_began_has_no_counts(store: Store) -> None:
    """Where nothing happened nothing is said, rather than a row of noughts."""
    assert await store.run(lambda tx: uses.of_script(tx, "small-look", "en")) == {}
    assert await store.run(lambda tx: uses.mid_way(tx, "small-look", "en")) == ()


async def test_mid_way_counts_clients_by_version(store: Store) -> None:
    """Whoever is in the middle of a script counts for the version they are in, and whoever is done for none."""

    def lived(tx: Tx) -> tuple[tuple[int, int], ...]:
        people_are_there(tx, 7, 8, 9)
        reflection(tx, 7, "a", version=2, state="open")
        reflection(tx, 8, "b", version=3, state="snoozed")
        reflection(tx, 9, "c", version=3, state="holding")
        reflection(tx, 9, "d", version=3)
        return uses.mid_way(tx, "small-look", "en")

    assert await store.run(lived) == ((2, 1), (3, 2))


@pytest.mark.parametrize(
    ("lived", "off"),
    [
        ((("plan:1", "no"),), False),
        ((("plan:1", "no"), ("plan:2", "no")), True),
        ((("plan:1", "no"), ("plan:2", "yes"), ("plan:3", "no")), True),
        ((("plan:1", "no"), ("plan:2", "partly")), False),
        ((("plan:1", "no"), ("plan:2", "no"), ("demand:9", "")), False),
        ((("plan:1", "no"), ("plan:2", "no"), ("lead:9", "yes")), True),
        ((("plan:1", "no"), ("plan:2", "no"), ("demand:9", "no")), False),
        ((("plan:1", "no"), ("plan:2", "no"), ("demand:9", "no"), ("plan:3", "no")), True),
        ((("demand:1", "no"), ("demand:2", "no")), True),
    ],
)
async def test_twice_not_for_me_until_begun_again(
    store: Store, lived: tuple[tuple[str, str], ...], off: bool
) -> None:
    """After two "not for me" a script is off for that client, until they begin it themself (B17)."""

    def live(tx: Tx) -> frozenset[str]:
        people_are_there(tx, 7, 8)
        for occasion, fit in lived:
            reflection(tx, 7, occasion, fit=fit)
        reflection(tx, 7, "x", script="other", fit="no")
        assert uses.not_for(tx, 8) == frozenset()
        return uses.not_for(tx, 7)

    assert await store.run(live) == (frozenset({"small-look"}) if off else frozenset())


@settings(
    max_examples=25,
    deadline=timedelta(seconds=2),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(fits=st.lists(st.sampled_from(("yes", "partly", "no", "")), max_size=8))
async def test_fits_of_planned_ones_only_add_up(store: Store, fits: list[str]) -> None:
    """Without a wish of the client's, two "not for me" in any order and at any distance are what counts."""

    def live(tx: Tx) -> frozenset[str]:
        tx.db.execute("DELETE FROM reflections")
        tx.db.execute("DELETE FROM clients")
        tx.db.execute("DELETE FROM coaches")
        people_are_there(tx, 7)
        for number, fit in enumerate(fits):
            reflection(tx, 7, f"plan:{number}", fit=fit)
        return uses.not_for(tx, 7)

    assert bool(await store.run(live)) == (fits.count("no") >= 2)

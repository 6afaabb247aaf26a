"""Clients, coaches, consents, invites, pauses, sessions, scripts, digests, audit: rows there and back."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from opening import NOW

from bot.core.plan.recurrence import Change, Repeat
from bot.core.talk.model import Answer, Context, Reflection
from bot.store import (
    audit,
    begun,
    consents,
    dialogues,
    digests,
    drafts,
    invites,
    maintenance,
    pauses,
    people,
    reflections,
    response_writes,
    scripts,
    sessions,
)
from bot.store.db import Store, Tx

LATER = NOW + timedelta(hours=1)


def join(tx: Tx) -> people.Client:
    """A coach 100 with a client 7."""
    people.add_coach(tx, 100, now=NOW, state="active")
    people.rename_coach(tx, 100, "Coach Name")
    return people.add_client(tx, 7, 100, now=NOW, language="en")


async def test_a_client_comes_back_whole(store: Store) -> None:
    """Every field of a client that is changed reads back as it was set, and the others stay."""
    await store.run(join)
    fields = {
        "name": "Ana \ud83d",
        "zone": "Europe/Berlin",
        "state": "active",
        "visibility": "session",
        "paused_until": LATER,
        "heard_at": LATER,
        "changed_at": LATER,
        "sessions_before": 4,
        "ending": date(2026, 6, 1),
        "ended_at": LATER,
        "address": "formal",
        "language": "de",
        "away": True,
        "rhythm": {"days": "mon"},
    }
    changed = await store.run(lambda tx: people.change_client(tx, 7, **fields))
    read = await store.run(lambda tx: people.client(tx, 7))
    assert read == changed
    assert {name: getattr(read, name) for name in fields} == fields
    assert (changed.coach_id, changed.practice_id, changed.joined_at) == (100, 1, NOW)


async def test_a_new_client_is_joining_and_private(store: Store) -> None:
    """A new client shares nothing and has no name until they say so."""
    client = await store.run(join)
    assert (client.state, client.visibility, client.name) == ("joining", "private", "")
    assert not client.away


async def test_names_and_drafts_lie_sealed(store: Store) -> None:
    """Neither a name nor a half-said dialogue can be read in the files, nor in a printed value."""
    await store.run(join)
    await store.run(lambda tx: people.change_client(tx, 7, name="planted"))
    client = await store.run(lambda tx: people.change_coach(tx, 100, name="planted"))
    draft = {"a": "planted"}
    await store.run(
        lambda tx: dialogues.put(tx, 7, "client", "name", "1:1", now=NOW, until=LATER, draft=draft)
    )
    assert "planted" not in repr(await store.run(lambda tx: dialogues.get(tx, 7)))
    for side in ("", "-wal"):
        assert b"planted" not in _disk(f"{store.path}{side}")
    assert "planted" not in repr(client)


def _disk(path: str) -> bytes:
    return Path(path).read_bytes()


async def test_nobody_is_nobody(store: Store) -> None:
    """An id that is no client and no coach is None, and changing it is an error."""
    assert await store.run(
        lambda tx: (people.client(tx, 1), people.coach(tx, 1), people.coach_name(tx, 1))
    ) == (
        None,
        None,
        "",
    )
    with pytest.raises(LookupError):
        await store.run(lambda tx: people.change_client(tx, 1, zone=""))
    with pytest.raises(LookupError, match="no coach"):
        await store.run(lambda tx: people.add_client(tx, 7, 1, now=NOW))
    with pytest.raises(TypeError):
        await store.run(lambda tx: (join(tx), people.change_client(tx, 7, nickname="x")))


async def test_a_coach_sees_own_clients(store: Store) -> None:
    """The clients of a coach are those of that coach, in the order of joining."""

    def fill(tx: Tx) -> None:
        for number in (100, 200):
            people.add_coach(tx, number, now=NOW)
        for client_id, coach_id, minutes in ((7, 100, 3), (8, 200, 2), (9, 100, 1)):
            people.add_client(tx, client_id, coach_id, now=NOW + timedelta(minutes=minutes))

    await store.run(fill)
    assert [c.id for c in await store.run(lambda tx: people.clients_of(tx, 100))] == [9, 7]
    assert [c.id for c in await store.run(people.coaches)] == [100, 200]


async def test_a_coach_who_left_comes_back(store: Store) -> None:
    """A coach who joins again keeps name and zone."""
    await store.run(join)
    await store.run(
        lambda tx: people.change_coach(tx, 100, state="left", zone="Asia/Tokyo", prefs={"day": "fri"})
    )
    coach = await store.run(lambda tx: people.add_coach(tx, 100, now=LATER, state="active"))
    assert (coach.name, coach.zone, coach.state, coach.prefs) == (
        "Coach Name",
        "Asia/Tokyo",
        "active",
        {"day": "fri"},
    )


async def test_wishes_are_merged(store: Store) -> None:
    """Setting one wish of the rhythm keeps the others; None takes one away."""
    await store.run(join)
    await store.run(lambda tx: people.set_rhythm(tx, 7, days="mon,thu", times="19:00"))
    await store.run(lambda tx: people.set_rhythm(tx, 7, times="12:30", weekly=2))
    await store.run(lambda tx: people.set_rhythm(tx, 7, weekly=None))
    client = await store.run(lambda tx: people.client(tx, 7))
    assert client is not None
    assert client.rhythm == {"days": "mon,thu", "times": "12:30"}


async def test_being_heard_only_moves_forward(store: Store) -> None:
    """The last word is the latest, in whatever order words are thought about."""
    await store.run(join)
    for at in (NOW, LATER, NOW):
        await store.run(lambda tx, at=at: people.heard(tx, 7, at))  # type: ignore[misc]
    await store.run(lambda tx: people.touch(tx, 7, LATER))
    client = await store.run(lambda tx: people.client(tx, 7))
    assert client is not None
    assert (client.heard_at, client.changed_at) == (LATER, LATER)


async def test_pauses_end_and_follow(store: Store) -> None:
    """A second pause ends the first, taking up again ends the open one, and stopping ends it too."""
    week = NOW + timedelta(days=7)
    await store.run(join)
    await store.run(lambda tx: pauses.begin(tx, 7, NOW, week))
    await store.run(lambda tx: pauses.begin(tx, 7, LATER, None))
    assert await store.run(lambda tx: pauses.of_client(tx, 7)) == ((NOW, LATER), (LATER, None))
    await store.run(lambda tx: pauses.resume(tx, 7, week))
    assert await store.run(lambda tx: pauses.of_client(tx, 7)) == ((NOW, LATER), (LATER, week))
    client = await store.run(lambda tx: people.client(tx, 7))
    assert client is not None
    assert (client.state, client.paused_until) == ("active", None)
    await store.run(lambda tx: pauses.begin(tx, 7, week, None))
    await store.run(lambda tx: pauses.stop(tx, 7, week + timedelta(days=1)))
    client = await store.run(lambda tx: people.client(tx, 7))
    assert client is not None
    assert (client.state, client.ended_at) == ("stopped", week + timedelta(days=1))
    assert (await store.run(lambda tx: pauses.of_client(tx, 7)))[-1] == (week, week + timedelta(days=1))


async def test_days_off_ahead_stay(store: Store) -> None:
    """Days off that lie ahead change nothing now, and taking up again before them leaves them as they are."""
    first = date(2026, 3, 9)
    week = datetime(2026, 3, 9, tzinfo=UTC)
    await store.run(join)
    await store.run(lambda tx: pauses.days_off(tx, 7, first, first + timedelta(days=1), now=LATER))
    client = await store.run(lambda tx: people.client(tx, 7))
    assert client is not None
    assert (client.state, client.changed_at) == ("joining", LATER)
    await store.run(lambda tx: pauses.begin(tx, 7, LATER, None))
    await store.run(lambda tx: pauses.resume(tx, 7, LATER + timedelta(hours=1)))
    kept = await store.run(lambda tx: pauses.of_client(tx, 7))
    assert kept == ((LATER, LATER + timedelta(hours=1)), (week, week + timedelta(days=2)))


async def test_days_off_are_days_wherever_the_client_is(store: Store) -> None:
    """After a move to another zone the same days are free there, from midnight to midnight."""
    first = date(2026, 3, 9)
    await store.run(join)
    await store.run(lambda tx: pauses.days_off(tx, 7, first, first, now=LATER))
    await store.run(lambda tx: people.change_client(tx, 7, zone="Asia/Tokyo"))
    ((starts, ends),) = await store.run(lambda tx: pauses.of_client(tx, 7))
    assert (starts, ends) == (
        datetime(2026, 3, 8, 15, 0, tzinfo=UTC),
        datetime(2026, 3, 9, 15, 0, tzinfo=UTC),
    )


async def test_a_block_is_news_once(store: Store) -> None:
    """A block and its end are news once, and what the client was before stays."""
    await store.run(join)
    away = [await store.run(lambda tx: people.went_away(tx, 7)) for _ in range(2)]
    back = [await store.run(lambda tx: people.came_back(tx, 7)) for _ in range(2)]
    assert (away, back) == ([True, False], [True, False])
    assert await store.run(lambda tx: people.went_away(tx, 1)) is False
    assert await store.run(lambda tx: people.went_away(tx, 100)) is True


async def test_the_latest_consent_counts(store: Store) -> None:
    """Consent can be given and taken back; what counts is the latest row of that purpose, and all rows stay."""
    await store.run(join)
    assert await store.run(lambda tx: consents.given(tx, 7, consents.SHARE)) is False
    for given in (True, False, True, False):
        await store.run(lambda tx, g=given: consents.add(tx, 7, consents.SHARE, g, "v1", NOW))  # type: ignore[misc]
    await store.run(lambda tx: consents.add(tx, 7, consents.STORE, True, "v1", NOW))
    assert await store.run(lambda tx: consents.given(tx, 7, consents.SHARE)) is False
    assert await store.run(lambda tx: consents.given(tx, 7, consents.STORE)) is True
    history = await store.run(lambda tx: consents.history(tx, 7))
    assert [one.given for one in history] == [True, False, True, False, True]


async def test_an_invite_lets_one_in_once(store: Store) -> None:
    """An invite is used exactly once, by whoever comes first, and not after its time."""
    ends = NOW + timedelta(hours=72)
    assert await store.run(lambda tx: invites.add(tx, b"hash", "client", 100, NOW, ends)) is True
    assert await store.run(lambda tx: invites.add(tx, b"hash", "coach", 666, NOW, ends)) is False
    assert await store.run(lambda tx: invites.use(tx, b"other", 7, NOW)) is False
    assert await store.run(lambda tx: invites.use(tx, b"hash", 7, ends)) is False
    used = [await store.run(partial(invites.use, token_hash=b"hash", used_by=n, now=LATER)) for n in (7, 8)]
    assert used == [True, False]
    invite = await store.run(lambda tx: invites.get(tx, b"hash"))
    assert invite == invites.Invite("client", 100, NOW, ends, 7, LATER)
    assert await store.run(lambda tx: invites.get(tx, b"other")) is None


async def test_an_invite_that_ended_leaves_at_night(store: Store) -> None:
    """The nightly round deletes an invite a month after it ended, used or not, and none before."""
    ends = NOW + timedelta(hours=72)
    for name in (b"used", b"unused"):
        assert await store.run(
            partial(invites.add, token_hash=name, role="client", made_by=1, now=NOW, expires_at=ends)
        )
    assert await store.run(partial(invites.use, token_hash=b"used", used_by=7, now=LATER))
    for days, left in ((30, True), (31, False)):
        await maintenance.nightly(store, ends + timedelta(days=days))
        found = [await store.run(partial(invites.get, token_hash=name)) for name in (b"used", b"unused")]
        assert [one is not None for one in found] == [left, left]


async def test_a_session_comes_back_with_its_changes(store: Store) -> None:
    """A logged session keeps its wall clock, zone and repeat; a date changed twice has the last change."""
    starts = datetime(2026, 3, 3, 15, 0)  # noqa: DTZ001 - wall clock
    moved = datetime(2026, 3, 11, 9, 30)  # noqa: DTZ001 - wall clock

    def fill(tx: Tx) -> int:
        join(tx)
        return sessions.add(
            tx,
            7,
            100,
            starts=starts,
            zone="America/Toronto",
            now=NOW,
            minutes=50,
            weeks=1,
            until=date(2026, 6, 1),
        )

    number = await store.run(fill)
    await store.run(lambda tx: sessions.change(tx, number, date(2026, 3, 17), None, NOW))
    await store.run(lambda tx: sessions.change(tx, number, date(2026, 3, 10), None, NOW))
    await store.run(lambda tx: sessions.change(tx, number, date(2026, 3, 10), moved, LATER))
    (found,) = await store.run(lambda tx: sessions.of_client(tx, 7))
    changes = (Change(date(2026, 3, 10), moved, LATER), Change(date(2026, 3, 17), None, NOW))
    assert found.repeat == Repeat(number, starts, "America/Toronto", 50, 1, date(2026, 6, 1), changes)
    assert (found.id, found.coach_id, found.logged_at) == (number, 100, NOW)
    assert [one.repeat for one in await store.run(lambda tx: sessions.of_client(tx, 7))] == [found.repeat]


async def test_versions_are_numbered_and_stay(store: Store) -> None:
    """Publishing numbers versions a script and language, the highest is live, and old ones stay as they were."""

    def fill(tx: Tx) -> list[int]:
        return [
            scripts.publish(tx, "spark", "en", "one", author="a", now=NOW),
            scripts.publish(tx, "spark", "en", "two", author="b", note="undo", now=LATER),
            scripts.publish(tx, "spark", "de", "eins", author="a", now=NOW),
            scripts.publish(tx, "after-session", "en", "x", author="a", now=NOW),
        ]

    assert await store.run(fill) == [1, 2, 1, 1]
    live = await store.run(lambda tx: scripts.live(tx, "spark", "en"))
    assert live == scripts.ScriptVersion("spark", "en", 2, "two", "b", "undo", LATER)
    old = await store.run(lambda tx: scripts.version(tx, "spark", "en", 1))
    assert old is not None
    assert old.source == "one"
    assert [one.version for one in await store.run(lambda tx: scripts.history(tx, "spark", "en"))] == [2, 1]
    english = await store.run(lambda tx: scripts.all_live(tx, "en"))
    assert [(one.script, one.version) for one in english] == [("after-session", 1), ("spark", 2)]
    assert len(await store.run(scripts.all_live)) == 3
    assert await store.run(scripts.languages) == ("de", "en")
    assert await store.run(lambda tx: scripts.live(tx, "spark", "fr")) is None
    assert await store.run(lambda tx: scripts.version(tx, "spark", "en", 3)) is None


async def test_a_draft_is_apart_from_the_live_text(store: Store) -> None:
    """A draft keeps its base and closes once; a newer one of the same author puts it away."""
    first = await store.run(lambda tx: drafts.add(tx, "spark", "en", 2, "text", author="a", now=NOW))
    second = await store.run(lambda tx: drafts.add(tx, "spark", "en", 2, "text 2", author="a", now=LATER))
    assert await store.run(lambda tx: drafts.close(tx, first, "published")) is False
    await store.run(lambda tx: drafts.rebase(tx, second, 3))
    draft = await store.run(lambda tx: drafts.get(tx, second))
    assert draft == drafts.Draft(second, "spark", "en", 3, "text 2", "a", LATER, "open")
    assert await store.run(lambda tx: drafts.close(tx, second, "published")) is True
    assert await store.run(lambda tx: drafts.get(tx, 99)) is None


async def test_a_digest_is_kept_and_read_once(store: Store) -> None:
    """A digest reads back as it was sent, sealed with the client's key, and its reading is noted once."""
    await store.run(join)
    week = NOW - timedelta(days=7)
    number = await store.run(
        lambda tx: digests.add(tx, 100, 7, start=week, end=NOW, now=NOW, body="planted words")
    )
    assert b"planted" not in _disk(f"{store.path}-wal")
    assert [await store.run(lambda tx: digests.mark_read(tx, number, LATER)) for _ in range(2)] == [
        True,
        False,
    ]
    latest = await store.run(lambda tx: digests.get(tx, number))
    assert latest == digests.DigestRow(number, 100, 7, week, NOW, NOW, LATER, "planted words")
    assert await store.run(lambda tx: digests.of_client(tx, 7)) == (latest,)
    assert await store.run(lambda tx: digests.get(tx, 99)) is None


async def test_the_audit_says_who_did_what(store: Store) -> None:
    """Acts are kept in their order and found by whom they were done to."""
    await store.run(lambda tx: audit.add(tx, 100, "digest opened", NOW, 7))
    await store.run(lambda tx: audit.add(tx, 1, "script published", LATER))
    assert await store.run(lambda tx: audit.of_subject(tx, 7)) == (audit.Entry(NOW, 100, "digest opened", 7),)


async def test_an_occasion_is_recorded_once(store: Store) -> None:
    """What was begun, or was not and why, is recorded once an occasion."""

    def record(tx: Tx, outcome: str) -> bool:
        return begun.add(tx, 7, "midway:1", script="mid-week", at=NOW, outcome=outcome, why="midway")

    assert await store.run(lambda tx: record(tx, "late")) is True
    assert await store.run(lambda tx: record(tx, begun.SENT)) is False
    assert await store.run(lambda tx: (begun.known(tx, 7, "midway:1"), begun.known(tx, 8, "midway:1"))) == (
        True,
        False,
    )
    (row,) = await store.run(lambda tx: begun.of_client(tx, 7, NOW))
    assert (row.occasion, row.state, row.at) == ("midway:1", "dropped", NOW)
    assert await store.run(lambda tx: begun.rows_of(tx, 7)) == (
        begun.BegunRow("midway:1", "mid-week", datetime(2026, 3, 2, 10, tzinfo=UTC), "late", "midway"),
    )


@pytest.mark.parametrize(
    ("state", "answered", "told"),
    [
        ("open", False, "open"),
        ("snoozed", False, "open"),
        ("open", True, "answered"),
        ("lapsed", False, "unanswered"),
        ("lapsed", True, "answered"),
        ("stopped", False, "answered"),
    ],
)
async def test_what_was_begun_tells_how_it_went(store: Store, state: str, answered: bool, told: str) -> None:
    """What was sent counts as open, answered or unanswered by what became of its reflection."""

    def fill(tx: Tx) -> None:
        join(tx)
        talk = Reflection("mid-week", "en", 1, Context("Coach"), state=state)  # type: ignore[arg-type]
        row = reflections.add(tx, 7, talk, occasion="midway:1", now=NOW)
        begun.add(tx, 7, "midway:1", script="mid-week", at=NOW, outcome=begun.SENT)
        if row and answered:
            what = Answer("stayed", 1, "What stayed?", passed=True)
            response_writes.keep(
                tx, 7, row.id, what, script="mid-week", version=1, visibility="private", now=NOW
            )

    await store.run(fill)
    (one,) = await store.run(lambda tx: begun.of_client(tx, 7, NOW))
    assert one.state == told
    assert await store.run(lambda tx: begun.of_client(tx, 7, LATER)) == ()

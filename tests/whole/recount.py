"""A recount: every figure and quote of the digests that were sent, worked out again from the rows of the database.

It reads a digest as the JSON that `interlude digest` writes, and the tables by statements of its own.
"""

import copy
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from whole import Whole

from bot.cli.digest_files import as_json
from bot.people.coach import digesting
from bot.people.turn import Turn
from bot.store import export, responses
from bot.store.db import Tx

BEGUN = """
SELECT f.id, f.occasion, max(r.state = 'answered' AND r.visibility IN ('session', 'now')) AS answered,
max(r.state = 'passed' AND r.visibility IN ('session', 'now')) AS passed
FROM reflections f LEFT JOIN responses r ON r.reflection_id = f.id
WHERE f.client_id = :client AND f.begun_at >= :start AND f.begun_at < :end GROUP BY f.id
"""
ZERO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SentJson:
    """A digest that was sent: of whom, from when to when, and what it holds as plain values."""

    client: int
    start: int
    end: int
    held: dict[str, Any]


def sent(whole: Whole) -> list[SentJson]:
    """Every weekly digest that was sent, oldest first."""

    def read(tx: Tx) -> list[SentJson]:
        turn = Turn(tx, whole.clock.now(), 0, whole.house.config, "")
        sql = "SELECT id, client_id, from_at, to_at FROM digests WHERE kind = 'digest' ORDER BY id"
        found = []
        for row in tx.db.execute(sql).fetchall():
            made = digesting.again(turn, row["id"])
            assert made is not None
            found.append(SentJson(row["client_id"], row["from_at"], row["to_at"], as_json(made.digest)))
        return found

    result: list[SentJson] = whole.tx(read)
    return result


def recount(whole: Whole, digests: list[SentJson]) -> Counter[str]:
    """How many figures and quotes of each kind were worked out again; raises at the first that differs."""
    found: Counter[str] = Counter()

    def each(tx: Tx) -> None:
        for one in digests:
            for said in numbers(one.held):
                name = said["message"]
                found[name] += FIGURES[name](tx, one, dict(said["values"]))
            _quotes(tx, one, found)

    whole.tx(each)
    return found


def numbers(held: Any) -> Iterator[dict[str, Any]]:
    """Each sentence that has a number in it, but for those of the charts."""
    if isinstance(held, list):
        for one in held:
            yield from numbers(one)
    elif isinstance(held, dict):
        if "message" in held and any(isinstance(value, int) for _, value in held["values"]):
            yield held
        yield from numbers(
            [value for name, value in held.items() if name not in ("charts", "talks", "scripts")]
        )


def quotes(held: dict[str, Any]) -> list[dict[str, Any]]:
    """Each quote of the sections, in their order."""
    return [quote for part in held["sections"] for item in part["items"] for quote in item["quotes"]]


def falsified(digests: list[SentJson]) -> Iterator[SentJson]:
    """Digests with one thing in them untrue: each kind of number once, one higher, and a quote with a sign more."""
    done = set[tuple[str, str]]()
    for one in digests:
        for at, said in enumerate(numbers(one.held)):
            for place, (name, value) in enumerate(said["values"]):
                kind = (said["message"], name)
                if isinstance(value, int) and name not in ("low", "high") and kind not in done:
                    done.add(kind)
                    false = copy.deepcopy(one)
                    list(numbers(false.held))[at]["values"][place][1] += 1
                    yield false
    false = copy.deepcopy(next(one for one in digests if quotes(one.held)))
    quotes(false.held)[0]["words"] += "!"
    yield false


def _begun(tx: Tx, one: SentJson) -> tuple[int, int]:
    """Of how many prompts something is shared, and of how many that they were passed."""
    rows = tx.db.execute(BEGUN, {"client": one.client, "start": one.start, "end": one.end}).fetchall()
    answered = sum(bool(row["answered"]) for row in rows)
    return answered, sum(bool(row["passed"] and not row["answered"]) for row in rows)


def _answered(tx: Tx, one: SentJson, said: dict[str, Any]) -> int:
    assert said["n"] == _begun(tx, one)[0]
    return 1


def _passed(tx: Tx, one: SentJson, said: dict[str, Any]) -> int:
    assert said["n"] == _begun(tx, one)[1]
    return 1


def _session(tx: Tx, one: SentJson, said: dict[str, Any]) -> int:
    """Which session is next, of a weekly series that nobody changed: the first, and a week between each."""
    row = tx.db.execute("SELECT starts FROM coaching_sessions WHERE client_id = ?", (one.client,)).fetchone()
    first, end = datetime.fromisoformat(row["starts"]), ZERO + timedelta(microseconds=one.end)
    local = datetime.fromisoformat(said["when"]).replace(tzinfo=None)
    assert local - timedelta(weeks=said["n"] - 1) == first
    assert end - timedelta(hours=3) < local.replace(tzinfo=UTC) < end + timedelta(weeks=1, hours=3)
    return 1


def _rating(tx: Tx, one: SentJson, said: dict[str, Any]) -> int:
    """The value, the one before it, and how many there were; with a usual range, its middle."""
    end, each = ZERO + timedelta(microseconds=one.end), dict[tuple[str, str], list[int]]()
    shown = dict[tuple[str, str], str]()
    for kept in responses.all_of(tx, one.client):
        if kept.rating is not None and kept.visibility in ("session", "now") and kept.at < end:
            each.setdefault((kept.script, kept.step), []).append(kept.rating)
            shown[kept.script, kept.step] = kept.prompt.replace("\n", " ")
    asked = said["question"].removesuffix("…").strip()
    values = next(found for step, found in each.items() if asked in shown[step])
    assert said["value"] == values[-1]
    if "median" in said:
        assert (said["median"], said["n"]) == (statistics.median(values[:-1]), len(values) - 1)
    elif "before" in said:
        assert (said["before"], said["n"]) == (values[-2], len(values))
    else:
        assert len(values) == 1
    return 1


FIGURES: dict[str, Callable[[Tx, SentJson, dict[str, Any]], int]] = {
    "{n} answered": _answered,
    "{n} passed": _passed,
    "{when}: session {n}.": _session,
    "{question} {value}.": _rating,
    "{question} {value} on a scale of {low} to {high}.": _rating,
    "{question} {value}, {before} the time before (n={n}, since {since}).": _rating,
    "{question} {value}; own median {median}, middle half {low}–{high} (n={n}, since {since}).": _rating,
    "{question} {dots} {value} (n=1, {day}, for the first time).": _rating,
    "{question} {dots} {value}, {before} the time before (n={n}, since {since}).": _rating,
}
"""How each sentence with a number is worked out again; one that is not here is an error."""


def _quotes(tx: Tx, one: SentJson, found: Counter[str]) -> None:
    """Each quote is what its response holds, letter by letter, and what the client's own export has."""
    exported = {"\n".join(kept["texts"]) for kept in export.client(tx, one.client)["responses"]}
    for quote in quotes(one.held):
        kept = responses.get(tx, quote["response"])
        assert kept is not None and kept.client_id == one.client
        assert kept.visibility in ("session", "now")
        written = "\n".join(text.words for text in kept.texts)
        if quote["words"] != kept.choice:
            assert quote["words"] == written and written in exported
        assert quote["words"].startswith(quote["short"].removesuffix("…").rstrip())
        found["quotes"] += 1

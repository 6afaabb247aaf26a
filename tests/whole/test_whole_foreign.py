"""A coach reaches only own clients by any route: commands, buttons, questions, links, files with foreign ids."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count, product
from pathlib import Path
from typing import Any

import pytest
from small import seconds, small, small_bot
from whole import COACH, Whole

from bot.people import dialogue
from bot.people.coach import coach as room
from bot.people.coach import coach_commands
from bot.people.turn import Turn
from bot.store import dialogues, people
from bot.store.db import Tx

pytestmark = pytest.mark.unmeasured

OTHER_COACH, OTHER_CLIENT = 2001, 3001
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROWS = count(10**12)
PEOPLE = Path(__file__).parents[2] / "bot" / "people"
SECRETS = ("Bartholomew", "Quillon", "heliotrope", "13:37", "Coimbra")
"""What stands with the other coach's client: name, the coach's name for them, words, the hour they meet, place."""

TABLES = {
    "clients": "id = 3001", "coaching_sessions": "client_id = 3001", "invites": "made_by = 2001",
    "session_steps": "client_id = 3001", "holidays": "coach_id = 2001", "digests": "client_id = 3001",
    "responses": "client_id = 3001", "consents": "client_id = 3001", "dialogues": "chat_id IN (2001, 3001)",
    "coaches": "id = 2001", "assignments": "client_id = 3001", "notes": "coach_id = 2001",
    "change_requests": "client_id = 3001",
    "goals": "client_id = 3001", "peer_notes": "client_id = 3001", "switched_off": "client_id = 3001",
    "replies": "client_id = 3001", "announcements": "client_id = 3001",
}  # fmt: skip


@pytest.fixture(params=["another's", "handed over"])
def whole(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Whole]:
    """Two coaches with a client each; of the other one there is one of everything that has an id.

    "Handed over": that client was with the first coach, who had everything of theirs, until they chose the other.
    """
    with small_bot(tmp_path, start=MONDAY, practice=PRACTICES[request.param]) as made:
        yield made


def _anothers(made: Whole) -> None:
    small(made)
    made.with_coach(OTHER_COACH, "Noor", "Lyon")
    made.with_client(OTHER_CLIENT, "Bartholomew", "Coimbra", coach=OTHER_COACH)
    _one_of_everything(made)


def _handed_over(made: Whole) -> None:
    small(made)
    made.with_coach(OTHER_COACH, "Noor", "Lyon")
    made.with_client(OTHER_CLIENT, "Bartholomew", "Coimbra", coach=COACH)
    made.say(COACH, "/session bartholomew 2026-11-25 13:37 weekly")
    made.say(OTHER_CLIENT, "something said before")
    made.say(COACH, "/digest bartholomew")
    seconds(made, 30)
    made.say(COACH, "/handover bartholomew")
    made.tap(COACH, "Noor")
    made.tap(COACH, "Yes, ask Bartholomew")
    seconds(made, 5)
    made.tap(OTHER_CLIENT, "Noor reads what I shared")
    seconds(made, 30)
    _one_of_everything(made)


PRACTICES = {"another's": _anothers, "handed over": _handed_over}


def _one_of_everything(made: Whole) -> None:
    made.tx(partial(people.change_client, client_id=OTHER_CLIENT, label="Quillon"))
    made.say(OTHER_CLIENT, "/week")
    made.say(OTHER_CLIENT, "heliotrope")
    seconds(made, 60)
    made.say(OTHER_COACH, "/session 2026-11-24 13:37 weekly")
    made.say(OTHER_COACH, "/digest")
    seconds(made, 30)
    made.tap(OTHER_COACH, "Thank")
    made.say(OTHER_COACH, "/session Quillon 2026-12-10 13:37 once")
    seconds(made, 5)
    made.say(OTHER_COACH, "/sessions")
    made.tap(OTHER_COACH, "Cancel 1")
    seconds(made, 120)
    made.say(OTHER_COACH, "/invite Quillon")
    made.say(OTHER_COACH, "/holiday 24 December to 26 December")
    made.tap(OTHER_COACH, "Yes")
    made.say(OTHER_COACH, "/assign week")
    made.say(OTHER_COACH, "/assign off week")
    made.say(OTHER_COACH, "/note Bartholomew heliotrope too")
    made.say(OTHER_COACH, "/goals Bartholomew")
    made.say(OTHER_COACH, "Heliotrope evenings – a heliotrope walk")
    made.say(OTHER_COACH, "/peer Bartholomew: a heliotrope note")
    made.tap(OTHER_COACH, "Hand it out")
    made.say(OTHER_CLIENT, "/change")
    made.say(OTHER_CLIENT, "less heliotrope")
    made.tap(OTHER_CLIENT, "Yes, send it")
    made.say(COACH, "/session 2026-11-24 15:00 weekly")
    seconds(made, 7200)  # what was thanked for goes before anything is looked at


def kept(whole: Whole) -> dict[str, list[tuple[Any, ...]]]:
    """Everything of the other coach's as it stands in the database."""

    def read(tx: Tx) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table: [tuple(row) for row in tx.db.execute(f"SELECT * FROM {table} WHERE {which}")]  # noqa: S608
            for table, which in TABLES.items()
        }

    found: dict[str, list[tuple[Any, ...]]] = whole.tx(read)
    assert all(found[table] for table in TABLES if table != "dialogues")
    return found


def shown(whole: Whole, chat: int) -> str:
    """All that stood in a chat: texts, buttons, names and contents of files."""
    parts = [f"{one.text} {one.buttons}" for one in whole.sim.chat(chat).events if one.who == "bot"]
    files = [one.id for one in whole.sim.messages(chat) if one.out and "document" in one.body]
    parts += [whole.sim.document(chat, one).decode("utf-8", "replace") for one in files]
    return "\n".join(parts)


def ids(whole: Whole) -> list[str]:
    """Every id of the other coach's things, in each form that a button or a draft has for one."""

    def read(tx: Tx) -> list[str]:
        def one(sql: str) -> str:
            return str(tx.db.execute(sql).fetchone()[0])

        session = one("SELECT id FROM coaching_sessions WHERE client_id = 3001")
        mark = one("SELECT hex(token_hash) FROM invites WHERE made_by = 2001 AND used_by IS NULL")[:16]
        others = ("digests", "session_steps", "holidays", "assignments", "notes", "change_requests", "goals",
                  "replies", "peer_notes", "announcements")  # fmt: skip
        found = [one(f"SELECT max(id) FROM {table} WHERE {TABLES[table]}") for table in others]  # noqa: S608
        return [str(OTHER_CLIENT), session, f"{session}:2026-11-24", mark, *found]

    found: list[str] = whole.tx(read)
    return found


@pytest.fixture
def watched(whole: Whole) -> Iterator[Whole]:
    """Whatever the test does, nothing foreign is shown to the coach, changed, or said to those others."""
    before, mark = kept(whole), len(shown(whole, COACH))
    said = [len(whole.sim.texts(chat)) for chat in (OTHER_COACH, OTHER_CLIENT)]
    yield whole
    seconds(whole, 5)
    told = shown(whole, COACH)[mark:]
    assert [secret for secret in SECRETS if secret in told] == []
    assert kept(whole) == before
    assert [len(whole.sim.texts(chat)) for chat in (OTHER_COACH, OTHER_CLIENT)] == said
    assert whole.tx(partial(people.client, client_id=OTHER_CLIENT)).coach_id == OTHER_COACH


def test_no_command_reaches_a_foreign_client(watched: Whole) -> None:
    """Every command of a coach, with a foreign name or id behind it, and a day."""
    for command in coach_commands.COMMANDS:
        for behind in ("bartholomew", "quillon 24 Nov 15:00", str(OTHER_CLIENT), "bartholomew none"):
            watched.say(COACH, f"/{command.name} {behind}")
    for words in (
        "how is bartholomew doing?",
        "cancel tuesday with bartholomew",
        "move quillon to friday 4pm",
        "when do I see bartholomew next?",
        "has quillon read my note?",
        "who has not answered?",
    ):
        watched.say(COACH, words)
    assert "Ada" in shown(watched, COACH)


def told_by(whole: Whole) -> list[str]:
    """Buttons whose value is more than an id: what is answered, a goal, a wish's answer, each step taken back."""

    def read(tx: Tx) -> list[str]:
        def each(sql: str) -> list[str]:
            return [str(row[0]) for row in tx.db.execute(sql)]

        marks = [f"d{one}" for one in each("SELECT id FROM digests WHERE client_id = 3001")]
        marks += [f"r{one}" for one in each("SELECT id FROM responses WHERE client_id = 3001")]
        found = [f"k:{word}:{mark}" for word in ("thank", "reply", "toask", "und") for mark in marks]
        goals = each("SELECT id FROM goals WHERE client_id = 3001")
        found += [
            f"k:goals:{OTHER_CLIENT}:{act}" for act in ("show", "write", *(f"yes:{one}" for one in goals))
        ]
        wishes = each("SELECT id FROM change_requests WHERE client_id = 3001")
        found += [
            f"k:change:{one}:{said}" for one in wishes for said in ("off", "less", "hour", "session", "stays")
        ]
        steps = each("SELECT id FROM session_steps WHERE client_id = 3001 OR coach_id = 2001")
        return [*found, *(f"k:undo:{one}" for one in steps), f"k:more:0:{OTHER_CLIENT}"]

    found: list[str] = whole.tx(read)
    return found


def test_no_button_with_more_than_an_id_reaches_a_foreign_thing(watched: Whole) -> None:
    """What is answered (a digest, one answer), a goal, a wish and every step: of another's nothing happens."""
    found, message = told_by(watched), watched.sim.messages(COACH)[-1].id
    for word in ("thank:d", "thank:r", "goals", "change", "undo"):
        assert any(one.startswith(f"k:{word}") for one in found)
    for data in found:
        watched.sim.tap_data(COACH, message, data)
    seconds(watched, 60)
    watched.say(COACH, "/takeback")


def test_no_button_reaches_a_foreign_thing(watched: Whole) -> None:
    """Every button that a coach can have, with every foreign id in it."""
    source = "\n".join(file.read_text() for file in PEOPLE.rglob("*.py"))
    words = set(re.findall(r'"k:([a-z]+):', source))
    assert {"read", "move", "off", "card", "undo", "revoke", "archive", "home", "series"} <= words
    message = watched.sim.messages(COACH)[-1].id
    for word, value in product(sorted(words), dict.fromkeys(ids(watched))):
        watched.sim.tap_data(COACH, message, f"k:{word}:{value}")
    seconds(watched, 60)


QUESTIONS = sorted(set(room.STEPS) - {"name", "named", "zone"})


def test_no_question_takes_a_foreign_id(watched: Whole) -> None:
    """Every question of a coach, about an own client, answered with every foreign id."""
    own = int(watched.tx(lambda tx: people.clients_of(tx, COACH)[0].id))
    for step, value in product(QUESTIONS, dict.fromkeys(ids(watched))):
        answered(watched, step, {"client": own}, value)


def test_no_question_has_a_foreign_thing_in_mind(watched: Whole) -> None:
    """Every question of a coach with foreign things in mind, as of a client who is with another by now."""
    client, session, key, _, _, step_id, *_ = ids(watched)
    mind: dict[str, Any] = {
        "client": int(client), "session": int(session), "instead": int(session), "series": int(session),
        "key": key, "step": int(step_id), "behind": {client: "24 Nov 15:00"}, "offer": [key, "2026-12-01 15:00"],
        "verb": "cancel", "script": "week", "uid": f"session-{session}@interlude", "whose": {"x": int(client)},
    }  # fmt: skip
    said = ("yes", "=0", "=1", "none", "now", "-", "once", "weekly", f"undo:{step_id}", "change", client)
    for step, value in product(QUESTIONS, said):
        answered(watched, step, mind, value)
    for step, words in product(QUESTIONS, ("24 December 2027 15:00", "yes")):
        watched.tx(partial(ask, step=step, draft=mind))
        watched.house.ring()
        seconds(watched, 1)
        watched.say(COACH, words)


def answered(whole: Whole, step: str, mind: dict[str, Any], value: str) -> None:
    """The question stands, with this in mind, and a button of it is tapped."""
    whole.tx(partial(ask, step=step, draft=mind))
    standing = whole.tx(partial(dialogues.get, chat_id=COACH))
    which = standing.id if standing else 0
    whole.sim.tap_data(COACH, whole.sim.messages(COACH)[-1].id, f"d:{which}:{step}:{value}")
    seconds(whole, 2)  # a chat has a message a second: the question's and what is said to the tap


def ask(tx: Tx, step: str, draft: dict[str, Any]) -> None:
    """A question stands with the coach, with this in mind."""
    now = tx.db.execute("SELECT max(sent_at) FROM outbox").fetchone()[0]
    at = datetime.fromtimestamp(now / 1_000_000, UTC)
    turn = Turn(tx, at, -next(ROWS), None, "bot")  # type: ignore[arg-type]
    dialogue.ask(turn, COACH, "coach", step, "A question", draft=draft)


def test_no_link_reaches_a_foreign_thing(watched: Whole) -> None:
    """A deep link with foreign ids opens nothing."""
    for value in dict.fromkeys(ids(watched)):
        for form in (
            value.replace(":", "-"),
            f"client-{value}".replace(":", "-"),
            f"k_{value}".replace(":", "_"),
        ):
            watched.start(COACH, form)


def test_no_file_reaches_a_foreign_session(watched: Whole) -> None:
    """A calendar file that names another coach's event changes nothing of theirs."""
    session = ids(watched)[1]
    for method in ("PUBLISH", "CANCEL"):
        lines = (
            *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//EN", f"METHOD:{method}", "BEGIN:VEVENT"),
            *(f"UID:session-{session}@interlude", "SUMMARY:bartholomew", "DTSTART:20261201T100000Z"),
            *("DTEND:20261201T110000Z", "END:VEVENT", "END:VCALENDAR", ""),
        )
        watched.sim.attach(COACH, "\r\n".join(lines).encode(), "invite.ics")
        seconds(watched, 10)
        watched.say(COACH, "yes")

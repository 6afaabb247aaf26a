"""When everything has come to rest: is each word there, once, in order, under a prompt that had been seen?

It looks at what `interlude export` gives, at the closed rows of the database (they hold no words), and at
what stands in the simulator's chats.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.simulator import ChatMessage, Simulator
from bot.simulator.updates import FIRST_ID

from .ledger import Ledger, Written
from .practice import ADMIN

Json = dict[str, Any]


@dataclass(slots=True)
class Figures:
    """What a run came to. Everything in ``wrong`` is to be nought."""

    kills: int = 0
    starts: int = 0
    updates: int = 0
    chats: int = 0
    words: int = 0
    edits: int = 0
    responses: int = 0
    sends: int = 0
    set_aside: int = 0
    repeated: int = 0
    in_doubt: int = 0
    unknown: int = 0
    seconds: float = 0
    lost: int = 0
    twice: int = 0
    changed: int = 0
    out_of_order: int = 0
    sends_out_of_order: int = 0
    unseen: int = 0
    strange_sends: int = 0
    wrongly_set_aside: int = 0
    not_taken: int = 0
    untold: int = 0
    pending: int = 0

    def wrong(self) -> dict[str, int]:
        """The promises that were broken, and how often."""
        names = (
            "lost",
            "twice",
            "changed",
            "out_of_order",
            "sends_out_of_order",
            "unseen",
            "strange_sends",
            "wrongly_set_aside",
            "not_taken",
            "untold",
            "pending",
        )
        return {name: count for name, count in asdict(self).items() if name in names and count}

    def line(self) -> str:
        """One line for people."""
        wrong = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in self.wrong().items())
        return (
            f"{self.kills} kills, {self.updates} updates from {self.chats} chats in {self.seconds:.0f} s: "
            f"{self.words} messages and {self.edits} edits in {self.responses} responses, "
            f"{self.lost} lost, {self.twice} filed twice, {self.out_of_order} out of order, "
            f"{self.unseen} under a prompt not yet seen; {self.set_aside} unreadable set aside; "
            f"{self.sends} sends, {self.sends_out_of_order} out of order, {self.repeated} repeated "
            f"({self.in_doubt} messages between a forgotten prompt and its repeat)"
            + (f". WRONG: {wrong}" if wrong else "")
        )


def open_file(database: Path) -> sqlite3.Connection:
    """The database as it is, only to be read."""
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=10)


def at_rest(database: Path, now: float) -> bool:
    """Whether nothing waits in it, and nothing falls due in the next seconds."""
    with closing(open_file(database)) as db:
        waiting = db.execute(
            "SELECT (SELECT count(*) FROM inbox WHERE state = 0) + (SELECT count(*) FROM outbox WHERE state < 2) "
            "+ (SELECT count(*) FROM due WHERE at <= :soon)",
            {"soon": int((now + 5) * 1_000_000)},
        ).fetchone()
    return bool(waiting[0] == 0)


def examine(
    figures: Figures, sim: Simulator, ledger: Ledger, exports: dict[int, Json], database: Path
) -> None:
    """Fill in what came out."""
    with closing(open_file(database)) as db:
        shown = {chat: Sends(sim, chat, db) for chat in sim.core.state.chats}
        for chat, export in exports.items():
            _answers(figures, ledger.of(chat), export)
            figures.unseen += sum(1 for _ in _unseen(export, shown[chat]))
            figures.in_doubt += sum(shown[chat].in_doubt(one.message_id) for one in ledger.of(chat))
            figures.out_of_order += _falls(_kept_order(db, chat))
        for one in shown.values():
            figures.sends += len(one.noted)
            figures.sends_out_of_order += _falls(one.noted)
            figures.repeated += len(one.copies)
            figures.strange_sends += one.strange
        dead, closed = (_updates(db, state) for state in (9, 1))
        figures.unknown = db.execute("SELECT count(*) FROM outbox WHERE state = 6").fetchone()[0]
    figures.strange_sends = max(0, figures.strange_sends - figures.unknown)
    figures.set_aside = len(dead)
    figures.wrongly_set_aside = len(dead ^ set(ledger.unreadable))
    figures.not_taken = len(set(range(FIRST_ID, sim.core.state.updates.next_id)) - dead - closed)
    told = any("set aside" in text for text in sim.texts(ADMIN))
    figures.untold = int(bool(dead) and not told)
    figures.pending = len(sim.pending())
    figures.words, figures.edits = len(ledger.written), ledger.counts["edits"]


def _updates(db: sqlite3.Connection, state: int) -> set[int]:
    """The numbers of the updates whose rows are in this state."""
    rows = db.execute("SELECT key FROM inbox WHERE state = ? AND key LIKE 'u:%'", (state,))
    return {int(row[0].removeprefix("u:")) for row in rows}


# ---- answers -----------------------------------------------------------------------------------


def _answers(figures: Figures, written: list[Written], export: Json) -> None:
    """Every message once, as it reads now, with what it said before."""
    kept = list(_texts(export))
    found = Counter(_word(text) for text, _ in kept)
    by_word = {_word(text): (text, before) for text, before in kept}
    figures.responses += sum(1 for one in export["responses"] if one["texts"])
    for one in written:
        figures.lost += found[one.word] == 0
        figures.twice += found[one.word] > 1
        if found[one.word] == 1:
            figures.changed += by_word[one.word] != (one.versions[-1], one.versions[:-1])


def _texts(export: Json) -> Iterator[tuple[str, list[str]]]:
    """Each kept text with its earlier versions."""
    for response in export["responses"]:
        for number, text in enumerate(response["texts"]):
            yield text, [edit["before"] for edit in response["edits"] if edit["text"] == number]


def _word(text: str) -> str:
    return next((part for part in text.split() if part.startswith("w") and part.endswith("z")), "")


def _kept_order(db: sqlite3.Connection, chat: int) -> list[int]:
    """The messages of a client in the order in which they were kept."""
    rows = db.execute("SELECT message_id FROM response_texts WHERE client_id = ? ORDER BY id", (chat,))
    return [row[0] for row in rows]


def _falls(numbers: list[int]) -> int:
    return sum(after <= before for before, after in pairwise(numbers))


def _unseen(export: Json, sends: "Sends") -> Iterator[int]:
    """Messages under a prompt that came into the chat only after them."""
    for response in export["responses"]:
        if response["reflection"] is None:
            continue
        first = sends.first_shown(response["reflection"], response["question"])
        for message in response["messages"]:
            if first is None or message["message_id"] < first:
                yield message["message_id"]


# ---- sends -------------------------------------------------------------------------------------


class Sends:
    """What the bot sent into one chat: the copies that it knows of, and those that a kill made it forget."""

    def __init__(self, sim: Simulator, chat: int, db: sqlite3.Connection) -> None:
        rows = db.execute(
            "SELECT message_id, reflection_id, question, purpose FROM outbox "
            "WHERE chat_id = ? AND state = 2 AND message_id IS NOT NULL AND method LIKE 'send%' ORDER BY id",
            (chat,),
        ).fetchall()
        self.noted = [row[0] for row in rows]
        self.prompts = {row[0]: (row[1], row[2]) for row in rows if row[3] == "prompt"}
        self.copies: dict[int, int] = {}  # a forgotten copy: the one that is known
        self.strange = 0  # a message that is no copy of any
        messages = [one for one in sim.messages(chat) if one.out]
        for place, one in enumerate(messages):
            if one.id not in self.noted:
                self._place(one, messages[place + 1 :])

    def _place(self, one: ChatMessage, later: list[ChatMessage]) -> None:
        """A forgotten copy comes again as the bot's next message in this chat, or after other copies of it."""
        same = next((other for other in later if other.id in self.noted), None)
        if same is not None and _said(same) == _said(one):
            self.copies[one.id] = same.id
        else:
            self.strange += 1

    def first_shown(self, reflection: int, turn: int) -> int | None:
        """The first message that showed this prompt."""
        known = [message for message, place in self.prompts.items() if place == (reflection, turn)]
        copies = [copy for copy, same in self.copies.items() if same in known]
        return min((*known, *copies), default=None)

    def in_doubt(self, message: int) -> bool:
        """Whether it was written after a prompt that the bot forgot it had sent, and before the repeat."""
        return any(copy < message < same for copy, same in self.copies.items() if same in self.prompts)


def _said(message: ChatMessage) -> str:
    return str(message.body.get("text") or message.body.get("caption", ""))


def read_export(file: Path) -> Json:
    """What `interlude export` wrote."""
    content: Json = json.loads(file.read_text(encoding="utf-8"))
    return content

"""A due row that came in: who takes it, and what becomes of a question that stands meanwhile."""

from bot.core.talk.exchange import Dialogue
from bot.core.talk.model import Woke
from bot.people import (
    advance_copy,
    alerting,
    announcing,
    briefing,
    dialogue,
    giving,
    reconcile,
    reflecting,
    waking,
)
from bot.people.client import open_question, pausing, records
from bot.people.coach import digesting, overview, remembering
from bot.people.door import lapsing
from bot.people.turn import Turn
from bot.store import dialogues, due, people, reflections


def fell_due(turn: Turn, thing: due.Due) -> None:
    """A due row came in by the same way as everything else."""
    match thing.kind:
        case "lapse":
            return lapsing.lapse(turn, thing.chat_id)
        case "digest":
            return digesting.weekly(turn, thing.chat_id, thing.body.get("client"))
        case "overview":
            return overview.weekly(turn, thing.chat_id)
        case "brief":
            if advance_copy.holds_back(turn, thing.chat_id, thing.body):
                return None
            return briefing.fell_due(turn, thing.chat_id, thing.body)
        case "unread":
            return remembering.fell_due(turn, thing.chat_id)
        case "alert":
            return alerting.fell_due(turn, thing.body["alert"])
        case "announce":
            return announcing.fell_due(turn, thing.chat_id)
        case "replan":
            return reconcile.person(turn, thing.chat_id, moved=True)
    return _of_client(turn, thing)


def _of_client(turn: Turn, thing: due.Due) -> None:
    """What a client reads: a question of a setting that stood may be over by it, and a line says so."""
    if thing.kind not in ("wake", "plan", "unsent", "resume", "reply", "preview", "erase"):
        raise ValueError(f"due row of an unknown kind: {thing.kind}")
    asked = _before_due(turn, thing.chat_id)
    me = people.client(turn.tx, thing.chat_id)
    if me is None:
        return
    match thing.kind:
        case "wake":
            if row := reflections.get(turn.tx, thing.body["reflection"]):
                reflecting.woke(turn, me, row, Woke(thing.body["kind"], thing.body["question"]), thing.at)
        case "plan":
            waking.fell_due(turn, me, thing.body, thing.at)
        case "unsent":
            waking.unsent(turn, me, thing.body["occasion"])
        case "resume":
            pausing.resumed(turn, me)
        case "reply":
            giving.fell_due(turn, me)
        case "erase":
            records.fell_due(turn, me)
        case "preview":
            advance_copy.fell_due(turn, me, thing.body)
    if asked is not None and asked.role == "client" and dialogues.get(turn.tx, thing.chat_id) is None:
        dialogue.unchanged(turn, thing.chat_id, asked, open_question.STEPS[asked.step])


def _before_due(turn: Turn, chat: int) -> Dialogue | None:
    """What is being asked while something falls due. Nothing comes by itself behind a question whether to stop."""
    lapsing.lapse(turn, chat)
    asked = dialogue.standing(turn, chat)
    if asked is not None and open_question.forestalls(asked):
        lapsing.lapsed(turn, chat, asked)
        return None
    return asked

"""The export: everything that is kept of one client, as values for JSON. Instants are ISO 8601 in UTC."""

from datetime import datetime
from typing import Any

from bot.core.base.line import from_json
from bot.core.plan.why import english
from bot.core.talk.exchange import Dialogue
from bot.store import (
    agreements,
    alerts,
    assignments,
    audit,
    begun,
    blanks,
    change_requests,
    consents,
    dialogues,
    digests,
    flags,
    goals,
    help_cards,
    marks,
    moments,
    pauses,
    people,
    reflections,
    replies,
    responses,
    sessions,
    what_helps,
)
from bot.store.agreements import AgreementVersion
from bot.store.assignments import Assignment
from bot.store.change_requests import ChangeRequest
from bot.store.db import Tx
from bot.store.goals import GoalsVersion
from bot.store.people import Client
from bot.store.responses import Response, Text

FORMAT = 1


def client(tx: Tx, client_id: int) -> dict[str, Any]:
    """Everything of one client. Raises LookupError when there is no such client."""
    found = people.client(tx, client_id)
    if found is None:
        raise LookupError(f"there is no client {client_id}")
    return {
        "format": FORMAT,
        "client": _client(found),
        "dialogue": _dialogue(dialogues.get(tx, client_id)),
        "responses": [_response(one) for one in responses.all_of(tx, client_id)],
        "reflections": [_reflection(one) for one in reflections.of_client(tx, client_id)],
        "marks": [
            {
                "kind": one.kind,
                "reflection": one.reflection_id,
                "response": one.response_id,
                "at": _at(one.at),
            }
            for one in marks.of_client(tx, client_id)
        ],
        "consents": [
            {"purpose": one.purpose, "given": one.given, "version": one.version, "at": _at(one.at)}
            for one in consents.history(tx, client_id)
        ],
        "pauses": [{"from": _at(start), "until": _at(end)} for start, end in pauses.of_client(tx, client_id)],
        "sessions": [_session(one) for one in sessions.of_client(tx, client_id)],
        "digests": [_digest(one) for one in digests.of_client(tx, client_id)],
        "moments": [_moments(one) for one in moments.of_client(tx, client_id) if one.side == "client"],
        "flags": [_flag(one) for one in flags.of_client(tx, client_id)],
        "flags_off": sorted(flags.off(tx, client_id)),
        "replies": [_reply(one) for one in replies.of_client(tx, client_id) if one.kind != "draft"],
        "assignments": [_assignment(one) for one in assignments.of_client(tx, client_id)],
        "change_requests": [_request(one) for one in change_requests.of_client(tx, client_id)],
        "agreements": [_agreement(one) for one in agreements.of_client(tx, client_id)],
        "goals": [_goals(one) for one in goals.of_client(tx, client_id)],
        "scripts_off": sorted(assignments.off(tx, client_id)),
        "begun": [_begun(row) for row in begun.rows_of(tx, client_id)],
        "what_helps": [
            {"words": one.words, "at": _at(one.at)} for one in what_helps.of_client(tx, client_id)
        ],
        "client_words": blanks.of_client(tx, client_id),
        "help_cards": [
            {"at": _at(one.made_at), "answer": one.answer, "answered_at": _at(one.answered_at)}
            for one in help_cards.of_client(tx, client_id)
        ],
        "alerts": [
            {
                "at": _at(one.made_at),
                "coach": one.coach,
                "second": one.second,
                "chosen": one.chosen,
                "seen_at": _at(one.seen_at),
            }
            for one in alerts.of_client(tx, client_id)
        ],
        "audit": [
            {"action": one.action, "actor": one.actor, "at": _at(one.at)}
            for one in audit.of_subject(tx, client_id)
        ],
    }


def _at(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _client(found: Client) -> dict[str, Any]:
    return {
        "telegram_id": found.id,
        "name": found.name,
        "coach": found.coach_id,
        "language": found.language,
        "address": found.address,
        "zone": found.zone,
        "town": found.town,
        "state": found.state,
        "visibility": found.visibility,
        "reactions": found.reactions,
        "pace": found.pace,
        "rhythm": dict(found.rhythm),
        "paused_until": _at(found.paused_until),
        "heard_at": _at(found.heard_at),
        "sessions_before": found.sessions_before,
        "ending": found.ending and found.ending.isoformat(),
        "joined_at": _at(found.joined_at),
        "ended_at": _at(found.ended_at),
    }


def _dialogue(asked: Dialogue | None) -> dict[str, Any] | None:
    """The question that is open with them as a client, and what was said so far."""
    if asked is None or asked.role != "client":
        return None
    return {"step": asked.step, "draft": dict(asked.draft), "at": _at(asked.asked_at)}


def _response(one: Response) -> dict[str, Any]:
    return {
        "texts": [text.words for text in one.texts],
        "at": _at(one.at),
        "script": one.script,
        "version": one.version,
        "step": one.step,
        "prompt": one.prompt,
        "visibility": one.visibility,
        "edits": [edit for number, text in enumerate(one.texts) for edit in _edits(number, text)],
        "state": one.state,
        "rating": one.rating,
        "choice": one.choice,
        "asked_at": _at(one.asked_at),
        "reflection": one.reflection_id,
        "question": one.question,
        "messages": [
            {"message_id": text.message_id, "at": _at(text.at), "file": text.file or None}
            | ({"origin": text.origin} if text.origin else {})
            for text in one.texts
        ],
    }


def _edits(number: int, text: Text) -> list[dict[str, Any]]:
    """The earlier versions of the text at that place of ``texts``."""
    return [{"text": number, "before": edit.words, "at": _at(edit.at)} for edit in text.edits]


def _reflection(one: reflections.ReflectionRow) -> dict[str, Any]:
    return {
        "id": one.id,
        "script": one.script,
        "language": one.language,
        "version": one.version,
        "state": one.state,
        "occasion": one.occasion,
        "why": english(from_json(one.why)),
        "begun_at": _at(one.begun_at),
        "ended_at": _at(one.ended_at),
        "fit": one.fit or None,
    }


def _session(one: sessions.CoachingSession) -> dict[str, Any]:
    repeat = one.repeat
    return {
        "starts": repeat.starts.isoformat(timespec="minutes"),
        "zone": repeat.zone,
        "minutes": repeat.minutes,
        "repeat_weeks": repeat.weeks,
        "repeat_months": repeat.months,
        "repeat_by": repeat.by or None,
        "until": repeat.until and repeat.until.isoformat(),
        "changes": [
            {"on": c.on.isoformat(), "to": c.to and c.to.isoformat(timespec="minutes"), "at": _at(c.at)}
            for c in repeat.changes
        ],
        "logged_at": _at(one.logged_at),
    }


def _flag(one: flags.RaisedFlag) -> dict[str, Any]:
    return {
        "name": one.name,
        "coach": one.coach_id,
        "digest": one.digest,
        "responses": list(one.responses),
        "raised_at": _at(one.raised_at),
        "dismissed_at": _at(one.dismissed_at),
        "useful": one.useful,
    }


def _digest(one: digests.DigestRow) -> dict[str, Any]:
    return {
        "coach": one.coach_id,
        "from": _at(one.start),
        "to": _at(one.end),
        "made_at": _at(one.made_at),
        "read_at": _at(one.read_at),
        "body": one.body,
    }


def _moments(one: moments.SessionMoments) -> dict[str, Any]:
    return {"session_at": _at(one.session_at), "words": list(one.words), "made_at": _at(one.made_at)}


def _reply(one: replies.Reply) -> dict[str, Any]:
    return {
        "coach": one.coach,
        "kind": one.kind,
        "response": one.response,
        "words": one.words or None,
        "made_at": _at(one.made_at),
        "went_at": _at(one.gone),
        "taken_back": one.undone,
        "fit": one.fit or None,
        "answered_by": list(one.notes),
    }


def _assignment(one: Assignment) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "coach": one.coach_id,
        "script": one.script or None,
        "words": one.words or None,
        "made_at": _at(one.made_at),
        "outcome": one.outcome or "waits",
        "ended_at": _at(one.ended_at),
    }


def _request(one: ChangeRequest) -> dict[str, Any]:
    return {
        "script": one.script or None,
        "words": one.words,
        "made_at": _at(one.made_at),
        "answer": one.answer or None,
        "answered_at": _at(one.answered_at),
    }


def _goals(one: GoalsVersion) -> dict[str, Any]:
    return {
        "version": one.version,
        "goals": [{"goal": goal, "how": way} for goal, way in one.goals],
        "made_at": _at(one.made_at),
        "coach_confirmed_at": _at(one.coach_at),
        "client_confirmed_at": _at(one.client_at),
    }


def _agreement(one: AgreementVersion) -> dict[str, Any]:
    return {
        "version": one.version,
        "minutes_a_week": one.terms.minutes,
        "review": one.terms.review.isoformat() if one.terms.review else None,
        "coach_reads": list(one.terms.reads) if one.terms.reads else None,
        "notice": one.text,
        "made_at": _at(one.made_at),
        "client_confirmed_at": _at(one.client_at),
        "coach_confirmed_at": _at(one.coach_at),
    }


def _begun(row: begun.BegunRow) -> dict[str, Any]:
    return {
        "occasion": row.occasion,
        "script": row.script,
        "at": _at(row.at),
        "outcome": row.outcome,
        "why": english(from_json(row.why)),
    }

"""What a turn of a talk leaves behind: the response kept, the words said, the buttons changed, who may see it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.plan.assigned import BEGINS
from bot.core.script import declared
from bot.core.talk import prompt
from bot.core.talk.model import (
    Answer,
    Button,
    Effect,
    End,
    Instead,
    Keep,
    Rebutton,
    Reflection,
    Say,
    Start,
    Trouble,
    Wake,
)
from bot.core.talk.reflection import over
from bot.i18n import phrases, texts
from bot.people import (
    alternatives,
    at_once,
    closing,
    comforts,
    dated,
    dialogue,
    handles,
    library,
    marked,
    planning,
    reader,
    sealing,
)
from bot.people.turn import PROMPT, Rows, Shows, Turn, send, set_buttons, tell_admins
from bot.store import dialogues, people, response_writes, responses, showing
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.telegram import Message, escape


def keep_effects(
    turn: Turn,
    client: Client,
    row: ReflectionRow,
    after: Reflection,
    effects: tuple[Effect, ...],
    lane: int,
    message: Message | None = None,
    tapped_at: int = 0,
) -> list[str]:
    """Do what the engine says is to be done; which scripts begin next, as that is another talk's matter."""
    more, leads = "", list[str]()
    for effect in _once(effects):
        match effect:
            case Say():
                _say(turn, client, row, effect, lane, after, more)
                more = ""
            case Rebutton():
                _rebutton(turn, client, row, effect, tapped_at, after)
            case Keep():
                _keep(turn, client, row, effect, message)
                more = more or _decided(turn, client, row, effect.answer)
            case Wake():
                pass  # the state says the same, and what is due is worked out from it (reconcile)
            case Trouble():
                _trouble(turn, effect)
            case Start():
                leads.append(effect.script)
            case Instead():
                alternatives.offer(turn, client, row)
            case End():
                pass  # what an end brings is done once, in _ended
    if more:  # the choice led to no further words
        send(turn, client.id, more, lane=lane)
    return leads


def _once(effects: Sequence[Effect]) -> Iterator[Effect]:
    """Each answer is written once, as it is in the end: words that are a rating or a choice come as both."""
    last = {one.answer.question: one.answer for one in effects if isinstance(one, Keep)}
    kept = set[int]()
    for one in effects:
        if not isinstance(one, Keep):
            yield one
        elif one.text is not None or one.answer.question not in kept:
            kept.add(one.answer.question)
            answer = last[one.answer.question]
            yield one if answer is one.answer else replace(one, answer=answer)


def _say(
    turn: Turn, client: Client, row: ReflectionRow, say: Say, lane: int, after: Reflection, more: str
) -> None:
    rows = buttons(row.id, say.question, say.rows)
    if say.purpose == "prompt":
        rows += beside(client, row.id, after, say.question, say.rows)
    if say.purpose == "closing":
        rows = closing.rows(turn, client, row.id, row.fit)
    # stopped or put away: words after that line answer no question any more
    shows = Shows(row.id, say.question, "closing" if over(after) and say.purpose == "reply" else say.purpose)
    if say.purpose == "prompt":
        dialogue.overtaken(turn, client.id)  # no question about a setting outlives its turn in the talk
    first = say.purpose == "prompt" and say.question == 1
    if first and lane == PROMPT and sealing.wanted(client):
        return sealing.envelope(turn, client, row.id, rows, say.silent)
    if first and (mark := marked.of(turn, client, row)) is not None:
        rows += marked.rows(client, mark)
    text = worded(turn, client, row, say.text, after, first) + (f"\n\n{more}" if more else "")
    of = _message_of(turn, row.id, say.question) if say.purpose == "nudge" else 0
    if of and dialogues.shown_before(turn.tx, client.id, LAST) == of:
        of = 0  # nothing else stands between them
    return send(turn, client.id, text, rows, lane=lane, silent=say.silent, shows=shows, reply_to=of)


def worded(turn: Turn, client: Client, row: ReflectionRow, text: str, talk: Reflection, first: bool) -> str:
    """What is said as its reader sees it: instants for their own clock, and over a first prompt who chose it."""
    said = dated.marked(text, _named(turn, client, talk))
    if first and (mark := marked.of(turn, client, row)) is not None:
        return f"{marked.named(turn, client, mark)}\n\n{said}"
    if not first or not _chosen_by_coach(row):
        return said
    by = people.coach_name(turn.tx, client.coach_id)
    return texts(client.language).t("{coach} chose this one for you.", coach=escape(by)) + f"\n\n{said}"


LAST = 2**62
"""Behind every message of a chat."""


def _named(turn: Turn, client: Client, talk: Reflection) -> Iterator[tuple[str, datetime]]:
    """The words for instants that a message of this talk may have: its session's, and until when it is put off.

    Words that stand for another instant by now, as of a session that was moved since, are not among them.
    """
    zone, said = client.zone or "UTC", talk.context.session_when
    if said:
        either = (planning.session_at(turn, client, ahead) for ahead in (True, False))
        yield from (
            (said, at) for at in either if at and texts(client.language).when(at, client.where) == said
        )
    if talk.state == "snoozed" and talk.until is not None:
        yield prompt.moment(talk.until, zone, talk.language), talk.until


def _chosen_by_coach(row: ReflectionRow) -> bool:
    """Whether the coach chose the script; over their own question it stands whose it is."""
    return row.occasion.startswith(BEGINS) and row.script != library.OWN


def _decided(turn: Turn, client: Client, row: ReflectionRow, answer: Answer) -> str:
    """Who sees the answers is decided by a choice, once; what is true beside the next words, if anything."""
    script = library.script_of(turn.tx, row)
    visibility = declared.audience(script, answer) if script else ""
    known = next((one for one in row.reflection.answers if one.question == answer.question), None)
    if not visibility or (known is not None and known.choice == answer.choice):
        return ""
    response_writes.set_reflection_visibility(turn.tx, row.id, visibility)
    closing.led(turn, client, row, visibility)
    if visibility == "now":
        open_ones = (one for one in responses.of_reflection(turn.tx, row.id) if one.visibility != "private")
        at_once.tell(turn, client, tuple(open_ones))
    if visibility != "private":
        return closing.held(turn, client, row.id)
    if not closing.told(turn, row.id):
        return ""
    return closing.taken_back(turn, client, responses.of_reflection(turn.tx, row.id))


def _seen(turn: Turn, client: Client, row: ReflectionRow, answer: Answer) -> str:
    """Who may see a new answer: where the script asks who does, nobody else before that is chosen."""
    script = library.script_of(turn.tx, row)
    if script is not None and declared.listed(script, answer):
        return "private"
    if script is None or not declared.asks_who(script):
        return client.visibility
    decided = declared.decided(script, (*row.reflection.answers, answer)) or "private"
    if decided == "private" or client.visibility != "private" or declared.audience(script, answer):
        return decided
    kept = responses.of_reflection(turn.tx, row.id)
    return "private" if any(closing.chosen_since(turn, client, one) for one in kept) else decided


def buttons(reflection: int, at_turn: int, rows: tuple[tuple[Button, ...], ...]) -> Rows:
    """The buttons of a prompt."""
    return tuple(
        tuple((button.label, f"r:{reflection}:{at_turn}:{button.act}") for button in row) for row in rows
    )


def _rebutton(
    turn: Turn, client: Client, row: ReflectionRow, effect: Rebutton, tapped_at: int, talk: Reflection
) -> None:
    shown = tapped_at or _message_of(turn, row.id, effect.question)
    if shown:
        rows = buttons(row.id, effect.question, effect.rows) + _change(turn, client, effect)
        rows += beside(client, row.id, talk, effect.question, effect.rows)
        set_buttons(turn, client.id, shown, rows)


def beside(
    client: Client, reflection: int, talk: Reflection, question: int, rows: tuple[tuple[Button, ...], ...]
) -> Rows:
    """Under a prompt that waits for its first word: another question; under each: the answer before it."""
    waits = any(button.act == "pass" for row in rows for button in row)
    other: Rows = (((phrases(talk.language).other, f"r:{reflection}:{question}:other"),),) if waits else ()
    upto = question + 1 if talk.part and rows else question  # of two parts the first is an answer already
    return other + handles.before(client, reflection, talk.answers, upto)


def _change(turn: Turn, client: Client, effect: Rebutton) -> Rows:
    """Beside what puts a question off: a way to ask for a change of it, where somebody reads that."""
    later = any(button.act.startswith("snooze:") for row in effect.rows for button in row)
    return closing.change(client) if later and reader.of(turn, client) is not None else ()


def _message_of(turn: Turn, reflection: int, at_turn: int) -> int:
    shown = showing.prompt_of(turn.tx, reflection, at_turn)
    return (shown.message_id or 0) if shown else 0


def _listed(turn: Turn, row: ReflectionRow, answer: Answer) -> bool:
    """Whether what is answered is a line of the client's own list."""
    script = library.script_of(turn.tx, row)
    return script is not None and declared.listed(script, answer)


def _keep(turn: Turn, client: Client, row: ReflectionRow, keep: Keep, message: Message | None) -> None:
    beside = responses.of_reflection(turn.tx, row.id) if client.visibility == "private" else ()
    response = response_writes.keep(
        turn.tx,
        client.id,
        row.id,
        keep.answer,
        script=row.script,
        version=row.version,
        visibility=_seen(turn, client, row, keep.answer),
        now=turn.now,
    )
    if keep.text is not None and keep.message_id is not None:
        new = response_writes.add_text(
            turn.tx,
            response,
            client.id,
            keep.message_id,
            message.text if message else keep.text,
            now=message.at if message else turn.now,
            file=message.file if message else "",
            origin=message.origin if message else "",
        )
        if new and message is not None and _listed(turn, row, keep.answer):
            comforts.answered(turn, client, message)
    closing.joined(turn, client, beside, response, keep)


def _trouble(turn: Turn, trouble: Trouble) -> None:
    text = f"Script {escape(trouble.script)}, step {escape(trouble.step)}: {escape(trouble.message)}"
    tell_admins(turn, text, f"trouble:{trouble.script}:{trouble.step}:{turn.now.date()}")

"""A client's reflections: begin one, hand the engine what happened, end it.

Everything here runs inside the turn's transaction: the response, the state, the wakes and what is sent
are committed together or not at all.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from bot.core.plan import agenda
from bot.core.script import declared
from bot.core.script.script import Script
from bot.core.script.template import plain
from bot.core.talk import engine, tempo
from bot.core.talk.exchange import LASTS
from bot.core.talk.model import Begin, Event, Manners, Rebutton, Reflection, Said, Tapped, Woke
from bot.core.talk.prompt import typed
from bot.core.talk.reflection import answer_at, current, over, taken_up, unexplained
from bot.i18n import N_, phrases, texts
from bot.people import (
    closing,
    easing,
    elsewhere,
    heeding,
    keeping,
    library,
    marked,
    planning,
    respite,
    roster,
    scene,
)
from bot.people.turn import PROMPT, REPLY, Turn, send, set_buttons
from bot.store import dialogues, marks, outbox, pauses, people, reflections, responses, showing
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.telegram import Message

WHOLE = ("demand:", "lead:", "assigned:")
"""Occasions of what was asked for or given: it is said whole, however short a client wants what comes by itself."""


def begin(
    turn: Turn, client: Client, name: str, occasion: str, why: str = "", marked: bool = False, asked: str = ""
) -> bool:
    """Begin a script with a client; False when it is not there in their language or one is in a hold.

    ``occasion`` is the plan's key: the same never begins twice. ``asked``: a coach's question in their own words.
    """
    live = library.live(turn.tx, name, client.language)
    open_row = reflections.open_of(turn.tx, client.id)
    if live is None or (open_row and open_row.state == "holding"):
        return False
    if open_row and open_row.state != "snoozed":  # what was put off still comes at its time
        _lapse(turn, client, open_row)
    fresh = Reflection(
        script=live.name,
        language=client.language,
        version=live.version,
        context=replace(
            scene.told(turn, client, marked, live.script.header.when.kind, occasion),
            asked=asked,
            before=reflections.count_of(turn.tx, client.id, live.name),
            words=elsewhere.words(turn, client, live.script),
            tone=str(client.rhythm.get("tone") or ""),
            short=client.rhythm.get("length") == "one" and not occasion.startswith(WHOLE),
        ),
    )
    row = reflections.add(turn.tx, client.id, fresh, occasion=occasion, why=why, now=turn.now)
    if row is not None:
        planned = not occasion.startswith(("demand:", "lead:"))
        easing.begin(turn, client, live.script.header.tags)
        _advance(turn, client, row, Begin(), lane=PROMPT if planned else REPLY)
    return True


def _lapse(turn: Turn, client: Client, row: ReflectionRow) -> None:
    """A newer reflection takes the place of one that waits, or nothing can be said; nothing is said about it."""
    put_away(turn, client, row, "lapsed")


def put_away(
    turn: Turn, client: Client, row: ReflectionRow, how: Literal["lapsed", "stopped", "parked"]
) -> Reflection:
    """Over without a word: the buttons go, what was written is kept."""
    ended = replace(row.reflection, state=how)
    if not client.away:
        keeping.keep_effects(turn, client, row, row.reflection, (Rebutton(row.reflection.question),), REPLY)
    reflections.save(turn.tx, row.id, ended, now=turn.now, ended=True)
    return ended


def rest(turn: Turn, client: Client) -> None:
    """A pause begins: a talk that would go on by itself ends here. A prompt that waits still waits."""
    for row in reflections.under_way(turn.tx, client.id):
        if goes_on(row):
            put_away(turn, client, row, "stopped")


def goes_on(row: ReflectionRow) -> bool:
    """Whether a talk would go on by itself, without another word of the client's."""
    return row.state != "open" or row.reflection.heard_at is not None


def heard(
    turn: Turn, client: Client, row: ReflectionRow, message: Message, at_turn: int, rests: bool = False
) -> ReflectionRow:
    """Words or a file for the prompt of ``at_turn``, of this reflection, open or over; how it then stands.

    An answer that comes late takes the talk up again, as long as its question makes sense. ``rests``: something
    else is asked about it first.
    """
    is_broken = broken(turn, client, row, at_turn)
    if at_turn == row.reflection.question and not is_broken and may_go_on(turn, client, row):
        row = replace(row, state="open", ended_at=None, reflection=taken_up(row.reflection))
        planning.back(turn, client)
    if row.state == "snoozed" and at_turn == row.question:
        row = _beside(turn, client, row)
    rests = (
        rests
        or is_broken
        or heeding.needs_person(turn, client, message.own)
        or (row.reflection.rests and respite.until(turn, client) is not None)
    )
    said = Said(message.own, message.message_id, at_turn, rests=rests)
    _advance(turn, client, row, said, message=message)
    return row


def broken(turn: Turn, client: Client, row: ReflectionRow, at_turn: int) -> bool:
    """Whether words that may need a person broke a talk off at that question, and nobody took it up again."""
    if not (row.reflection.rests or over(row.reflection)):
        return False
    return any(heeding.needs_person(turn, client, one) for one in answer_at(row.reflection, at_turn).texts)


def _beside(turn: Turn, client: Client, row: ReflectionRow) -> ReflectionRow:
    """A question that was put off is answered early: it is the talk now, and ends there if a silence goes on."""
    other = reflections.open_of(turn.tx, client.id)
    if other is None or other.id == row.id or other.state == "snoozed":
        return row
    if other.state == "holding":
        return replace(row, reflection=replace(row.reflection, state="lapsed"))
    put_away(turn, client, other, "lapsed")
    return row


def retold(turn: Turn, client: Client, row: ReflectionRow, message: Message) -> bool:
    """Whether an edit makes of a message of the answer in sight what a button says; then it does what that does."""
    talk, script = row.reflection, library.script_of(turn.tx, row)
    step = script.step(row.step) if script is not None and row.state == "open" else None
    if step is None or message.message_id not in current(talk).messages:
        return False
    if typed(step, message.own, talk, phrases(client.language)) is None:
        return False
    _advance(
        turn, client, row, Said(message.own, message.message_id, talk.question, edited=True), message=message
    )
    return True


def come_to_rest(turn: Turn, client: Client) -> None:
    """Words that sound like danger were written: the open talk goes on by a tap, the plan is made anew."""
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and not row.reflection.rests:
        reflections.save(turn.tx, row.id, replace(row.reflection, rests=True), now=turn.now, ended=False)
    respite.begin(turn, client)


def wait_beside(turn: Turn, client: Client) -> None:
    """Something is asked beside an answer that grows: the talk goes on once that is said."""
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.reflection.heard_at is not None and not row.reflection.rests:
        reflections.save(turn.tx, row.id, replace(row.reflection, rests=True), now=turn.now, ended=False)


def unrest(turn: Turn, client: Client) -> None:
    """What the open talk waited for beside its question is said: it goes on."""
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.reflection.rests and respite.until(turn, client) is None:
        reflections.save(turn.tx, row.id, replace(row.reflection, rests=False), now=turn.now, ended=False)


def presses(turn: Turn, row: ReflectionRow, text: str) -> bool:
    """Whether words say what a button of the prompt in sight says."""
    script = library.script_of(turn.tx, row)
    step = script.step(row.step) if script is not None else None
    return step is not None and typed(step, text, row.reflection, phrases(row.language)) is not None


def before(turn: Turn, row: ReflectionRow, at_question: int, message: Message) -> bool:
    """Whether words that came behind a prompt were begun before it, and belong to the answer that had settled.

    Not where they say what a button of the prompt says, or follow others that answer it.
    """
    talk, script = row.reflection, library.script_of(turn.tx, row)
    step = script.step(row.step) if script is not None else None
    if not talk.settled or at_question != talk.question or step is None:
        return False
    if current(talk).texts or not answer_at(talk, at_question - 1).texts:
        return False
    shown = showing.arrived(turn.tx, row.id, at_question, "prompt")
    if shown is None or typed(step, message.own, talk, phrases(row.language)):
        return False
    soon = tempo.too_soon(plain(talk.prompt), shown, message.own, message.at)
    return soon or _writes_on(turn, row, at_question - 1, shown, message)


def _writes_on(turn: Turn, row: ReflectionRow, question: int, shown: datetime, message: Message) -> bool:
    """Whether words follow a message of an answer that came behind what was shown, and soon.

    Most follow nothing so soon: then no answer is looked at.
    """
    if not tempo.goes_on(responses.spoken_before(turn.tx, row.client_id, message.message_id), message.at):
        return False
    last = responses.last_of(turn.tx, row.id, question)
    return last is not None and last + timedelta(seconds=1) > shown and tempo.goes_on(last, message.at)


def behind(turn: Turn, row: ReflectionRow, message: Message) -> bool:
    """The same behind a closing line: the last answer settled, and nobody could have read that line so soon."""
    talk = row.reflection
    if row.state != "finished" or not talk.settled or not current(talk).texts:
        return False
    shown = showing.arrived(turn.tx, row.id, talk.question, "closing")
    if shown is None:
        return False
    soon = tempo.too_soon("", shown, message.own, message.at)
    return soon or _writes_on(turn, row, talk.question, shown, message)


SESSION_BOUND = ("before", "after", "sessions", "last", "moved")
"""What hangs on one coaching session: when the next one has begun, its questions are out of date."""


def may_go_on(turn: Turn, client: Client, row: ReflectionRow) -> bool:
    """Whether a talk that lapsed or was put away can be taken up: nothing newer came, and it is not out of date."""
    if row.state not in ("lapsed", "parked") or client.state not in ("active", "paused"):
        return False
    back = planning.back_at(turn, client)
    if back is not None and row.ended_at is not None and row.ended_at <= back:
        return False  # who came back after a silence was welcomed instead
    newest = reflections.latest_of(turn.tx, client.id)
    script = library.script_of(turn.tx, row)
    if newest is None or newest.id != row.id or script is None or script.step(row.step) is None:
        return False
    return not (kind(turn, row) in SESSION_BOUND and scene.past(turn, client, row.begun_at))


def closed_at(turn: Turn, client: Client, row: ReflectionRow, at: datetime) -> bool:
    """Whether a talk asks before a session that had begun at that instant, whoever began the talk."""
    script = library.script_of(turn.tx, row)
    before_one = script is not None and script.header.when.kind == "before"
    return before_one and scene.past(turn, client, row.begun_at, at)


def tapped(turn: Turn, client: Client, row: ReflectionRow, act: str, at_turn: int, message_id: int) -> None:
    """A button of a prompt; whatever it does, it is a sign of life."""
    meant = act.startswith(
        "halt:"
    )  # under a question of its own, which goes; the prompt's buttons stay its own
    if meant:
        set_buttons(turn, client.id, message_id)
    _advance(turn, client, row, Tapped(act, at_turn), tapped_at=0 if meant else message_id)


NUDGE_LATE = timedelta(minutes=10)
"""A nudge that comes later than this, after an outage, does not come at all."""


def woke(turn: Turn, client: Client, row: ReflectionRow, event: Woke, at: datetime) -> None:
    """A wake that was due ``at``; the engine drops one that the talk has left behind.

    A nudge never comes late, nor in a pause, a respite or quiet hours; what was put off waits for their end.
    """
    if event.question != row.reflection.question or over(row.reflection):
        return None
    if event.kind == "nudge" and _no_nudge(turn, client, at):
        return reflections.save(
            turn.tx, row.id, replace(row.reflection, nudged=True), now=turn.now, ended=False
        )
    moved = event.kind == "snooze" and kind(turn, row) == "before" and scene.past(turn, client, row.begun_at)
    if moved or _unspoken(turn, client, event.kind, at):
        return _lapse(turn, client, row)
    if event.kind == "snooze" and not _gives_room(turn, client, row, at):
        return None
    if event.kind == "settle" and setting_until(turn, client) is not None:
        return None  # words for the setting would land under the next question
    if event.kind == "settle" and _left_alone(turn, client, row.reflection):
        return reflections.save(
            turn.tx, row.id, replace(row.reflection, rests=True), now=turn.now, ended=False
        )
    _advance(turn, client, row, event)
    after = reflections.get(turn.tx, row.id)
    if unexplained(row.reflection) and after is not None and after.state == "stopped":
        stop_everything(turn, client)
        if not planning.quiet_now(turn, client):
            text = texts(client.language).t(
                "No answer came, so everything is stopped. What you shared before stays shared; what you write "
                "from now on is private. /start takes it up again."
            )
            send(turn, client.id, text, silent=True)
    return _learn(turn, client) if event.kind == "settle" else None


def stop_everything(turn: Turn, client: Client) -> None:
    """Nothing more comes, open talks end, and the coach reads one neutral line."""
    pauses.stop(turn.tx, client.id, turn.now)
    for row in reflections.under_way(turn.tx, client.id):
        put_away(turn, client, row, "stopped")
    roster.told(
        turn, client, N_("{name} has stopped the questions. What was shared before stays in the digests.")
    )


def _gives_room(turn: Turn, client: Client, row: ReflectionRow, wanted: datetime) -> bool:
    """Whether a question that was put off comes now: its hour allows it, and another talk makes room for it."""
    if planning.comes_at(turn, client, turn.now, row.reflection.asked_at) > turn.now:
        return False
    other = reflections.open_of(turn.tx, client.id)
    if in_setting(turn, client) and free(turn, client, (), wanted) > turn.now:
        return False
    if other is None or other.state == "snoozed":
        return True
    if free(turn, client, (other,), wanted) > turn.now:
        return False
    _lapse(turn, client, other)
    return True


def in_setting(turn: Turn, client: Client) -> bool:
    """Whether a client is being asked about a setting: what comes by itself waits until that is over."""
    asked = dialogues.get(turn.tx, client.id)
    if asked is None or asked.role != "client" or asked.step == "typed":
        return False
    return asked.until is not None and turn.now < asked.until


def setting_until(turn: Turn, client: Client) -> datetime | None:
    """Until when a talk waits for the setting that is being asked for; None where none is."""
    asked = dialogues.get(turn.tx, client.id)
    if asked is None or asked.until is None or not in_setting(turn, client):
        return None
    until = min(asked.until, asked.asked_at + LASTS)
    return until if turn.now < until else None


def free(turn: Turn, client: Client, talks: tuple[ReflectionRow, ...], wanted: datetime) -> datetime:
    """When something wanted then can come beside these talks, as ``agenda.free`` has it."""
    now = talks[0] if talks and talks[0].state == "open" else None
    heard = client.heard_at if now is not None else None
    engaged = heard if now is not None and heard is not None and heard >= now.begun_at else None
    engaged = client.heard_at if in_setting(turn, client) else engaged
    return agenda.free(wanted, planning.promised(turn, client, talks), engaged)


def _left_alone(turn: Turn, client: Client, talk: Reflection) -> bool:
    """Whether nothing follows an answer now: it was written a while ago, and it is night or a pause lasts."""
    late = talk.heard_at is not None and turn.now - talk.heard_at > NUDGE_LATE
    return late and (planning.paused_now(turn, client) or planning.quiet_now(turn, client))


def _no_nudge(turn: Turn, client: Client, at: datetime) -> bool:
    late = turn.now - at > NUDGE_LATE or respite.until(turn, client) is not None
    return late or client.away or planning.paused_now(turn, client) or planning.quiet_now(turn, client)


def _unspoken(turn: Turn, client: Client, kind: str, at: datetime) -> bool:
    """Whether a talk that would go on now ends without a word: nobody is there, or it is much too late."""
    late = turn.now - at
    if client.state != "active" and late > NUDGE_LATE:
        return True
    return client.away or (late > turn.config.manners.window and kind != "snooze")  # that was promised


def _advance(
    turn: Turn,
    client: Client,
    row: ReflectionRow,
    event: Event,
    lane: int = REPLY,
    message: Message | None = None,
    tapped_at: int = 0,
) -> None:
    script = library.script_of(turn.tx, row)
    if script is None:
        raise LookupError(f"version {row.version} of {row.script} ({row.language}) is not in the database")
    before = row.reflection
    after, effects = engine.advance(
        script,
        before,
        event,
        turn.now,
        heeding.hushing(turn, client),
        _manners(turn, client, row, event),
        client.zone or "UTC",
    )
    reflections.save(turn.tx, row.id, after, now=turn.now, ended=over(after))
    if before.nudged and not isinstance(event, Woke):
        outbox.drop_waiting(turn.tx, row.id, "nudge")  # it would come behind the answer that it asks for
    for script_name in keeping.keep_effects(turn, client, row, after, effects, lane, message, tapped_at):
        begin(turn, client, script_name, f"lead:{row.id}:{after.question}", marked=False)
        _undecided(turn, client)
    if over(after) and not over(before):
        _ended(turn, client, row, script, after)


def _undecided(turn: Turn, client: Client) -> None:
    """Where it asks who sees its answers, nobody sees what led into it before that is chosen."""
    row = reflections.open_of(turn.tx, client.id)
    script = library.script_of(turn.tx, row) if row is not None else None
    if row is not None and script is not None and declared.asks_who(script):
        closing.led(turn, client, row, "private")


def _manners(turn: Turn, client: Client, row: ReflectionRow, event: Event) -> Manners:
    """As the engine needs them: how long a prompt waits is a question only where that time may be over."""
    if isinstance(event, Woke) and event.kind in ("nudge", "lapse"):
        return manners(turn, client, row, planning.coming(turn, client))
    off = pauses.of_client(turn.tx, client.id) if isinstance(event, (Said, Tapped)) else ()
    plain = planning.manners_of(turn, client)
    useful = None
    if isinstance(event, (Said, Tapped)) and kind(turn, row) == "before":
        useful = planning.session_at(turn, client, ahead=True)
    return replace(plain, off=off, useful=useful) if off or useful else plain


def _learn(turn: Turn, client: Client) -> None:
    """How this client writes, from their latest answers, for the next one."""
    found = tempo.own(responses.bubbles(turn.tx, client.id, tempo.LATELY))
    seconds = 0 if found is None else round(found.total_seconds())
    if seconds != client.pace:
        people.change_client(turn.tx, client.id, pace=seconds)


def manners(turn: Turn, client: Client, row: ReflectionRow, coming: Iterable[datetime]) -> Manners:
    """How long the bot waits for this client: the settings, the ladder, the next prompt and the next session.

    Where no prompt waits for a first word, only the settings bear on it, and nothing more is read.
    """
    talk, plain = row.reflection, planning.manners_of(turn, client)
    if talk.state != "open" or talk.heard_at is not None or talk.asked_at is None or talk.halt:
        return plain
    found = planning.wait(turn, client, talk.asked_at, kind(turn, row), coming)
    return replace(plain, nudge=found.nudge, window=found.window)


def kind(turn: Turn, row: ReflectionRow) -> str:
    """What its script hangs on; "demand" where the client began it."""
    script = None if row.occasion.startswith("demand:") else library.script_of(turn.tx, row)
    return script.header.when.kind if script is not None else "demand"


# ---- the end -----------------------------------------------------------------------------------


def _ended(turn: Turn, client: Client, row: ReflectionRow, script: Script, after: Reflection) -> None:
    answered = _answered(after)
    if script.header.mark and any(one.texts for one in after.answers) and after.state == "finished":
        marks.add(turn.tx, client.id, row.id, script.header.mark, turn.now)
    if answered and library.followed(turn.tx, row.language, script.name):
        people.touch(turn.tx, client.id, turn.now)  # what follows it is planned now
    if after.state == "finished" and not script.header.mark:
        marked.at_the_end(turn, client, row)


def _answered(reflection: Reflection) -> bool:
    return any(one.texts or one.choice or one.rating is not None or one.passed for one in reflection.answers)

"""What a coach gave to a client is brought at its hour; what could not come then waits for the next one."""

from bot.core.plan.assigned import BEGINS
from bot.core.plan.why import AVOID
from bot.i18n import N_, texts
from bot.people import aims, changing, dialogue, heeding, library, plan_in_words, planning, reflecting, roster
from bot.people.turn import PROMPT, Rows, Turn, number, send
from bot.store import assignments, change_requests, goals, letters, peer_notes, people, retired
from bot.store.assignments import Assignment
from bot.store.people import Client
from bot.telegram import escape


def bring(turn: Turn, client: Client, occasion: str, why: str) -> bool:
    """Its hour has come; False where it cannot be begun."""
    one = assignments.get(turn.tx, number(occasion.removeprefix(BEGINS)))
    if one is None or one.outcome or one.client_id != client.id:
        return False
    match one.kind:
        case "script":
            came = reflecting.begin(turn, client, one.script, occasion, why)
        case "question":
            came = reflecting.begin(turn, client, library.OWN, occasion, why, asked=one.words)
        case "rhythm":
            came = _suggest(turn, client, one)
        case "consent":
            came = _leave(turn, client, one)
        case "mail":
            came = _mail(turn, client, one)
        case "goals":
            came = _goals(turn, client, one)
        case "answer":
            came = _answer(turn, client, one)
    if came:
        assignments.end(turn.tx, one.id, "sent", turn.now)
    return came


def left_out(turn: Turn, client: Client, occasion: str) -> str:
    """Why a script does not come whose topic was left out since: the coach reads it, and it is over; else ""."""
    one = (
        assignments.get(turn.tx, number(occasion.removeprefix(BEGINS)))
        if occasion.startswith(BEGINS)
        else None
    )
    if one is None or one.outcome or one.kind != "script":
        return ""
    if not planning.own_left_out(client) & library.touches(turn.tx, one.script, client.language):
        return ""
    assignments.end(turn.tx, one.id, "unavailable", turn.now)
    roster.told(turn, client, N_("What you gave to {name} does not come: a topic of it was left out."))
    return AVOID.code


def _suggest(turn: Turn, client: Client, one: Assignment) -> bool:
    """A rhythm to say yes or no to; nothing follows from leaving it."""
    t, coach = texts(client.language), people.coach_name(turn.tx, client.coach_id)
    if ":" in one.words:
        return _suggest_hour(turn, client, one)
    text = t.n(
        "{coach} suggests {n} question a week at most; now it can be {now}. Nothing changes unless you say so "
        "here, and leaving it is fine.",
        "{coach} suggests {n} questions a week at most; now it can be {now}. Nothing changes unless you say so "
        "here, and leaving it is fine.",
        number(one.words),
        coach=escape(coach),
        now=int(client.rhythm.get("weekly") or turn.config.time.weekly),
    )
    yes, no = t.t("Yes, {n} a week at most", n=one.words), t.t("As it is")
    rows: Rows = (((yes, f"m:suggested:{one.id}:yes"),), ((no, f"m:suggested:{one.id}:no"),))
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
    return True


def _suggest_hour(turn: Turn, client: Client, one: Assignment) -> bool:
    t, coach = texts(client.language), people.coach_name(turn.tx, client.coach_id)
    text = t.t(
        "{coach} suggests {time} for your questions; now it is: {rhythm}. Nothing changes unless you say so here, "
        "and leaving it is fine.",
        coach=escape(coach),
        time=one.words,
        rhythm=escape(plan_in_words.rhythm(t, client)),
    )
    yes: Rows = (((t.t("Yes, at {time}", time=one.words), f"m:suggested:{one.id}:yes"),),)
    dialogue.overtaken(turn, client.id)
    rows: Rows = (*yes, ((t.t("As it is"), f"m:suggested:{one.id}:no"),))
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
    return True


def _answer(turn: Turn, client: Client, one: Assignment) -> bool:
    """What became of a change that the client asked for."""
    asked, t = change_requests.get(turn.tx, number(one.words)), texts(client.language)
    if asked is None or asked.client_id != client.id or not asked.answer:
        return False
    coach = people.coach_name(turn.tx, client.coach_id)
    text = t.t("You asked for a change: “{words}”", words=heeding.shown(turn, client, asked.words[:500]))
    said = t.t(
        "The answer of {coach}: {result}", coach=escape(coach), result=changing.result(turn, t, client, asked)
    )
    send(turn, client.id, f"{text}\n{said}", lane=PROMPT, silent=True)
    return True


def _goals(turn: Turn, client: Client, one: Assignment) -> bool:
    """The card that the coach wrote, to confirm or to write differently."""
    version, t = goals.latest(turn.tx, client.id, one.coach_id), texts(client.language)
    if version is None or version.id != number(one.words) or version.client_at is not None:
        return False
    text = t.t(
        "{coach} wrote down goals for your work together. They count once you confirm them; leaving it is fine.",
        coach=escape(people.coach_name(turn.tx, client.coach_id)),
    )
    rows: Rows = (
        ((t.t("Yes, these are mine"), f"m:goals:yes:{version.id}"),),
        ((t.t("Write them differently"), "m:goals:write"),),
    )
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, f"{text}\n{aims.listed(t, version.goals)}", rows, lane=PROMPT, silent=True)
    return True


def _leave(turn: Turn, client: Client, one: Assignment) -> bool:
    """Whether words of the client's may stand in a note for a peer: those words, and the note as it would go."""
    note, t = peer_notes.get(turn.tx, number(one.words)), texts(client.language)
    if note is None or note.client_id != client.id or note.state != "asks":
        return False
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    head = t.t(
        "{coach} would like to speak with a colleague about the work, without your name. This note has words of "
        "yours in it; it goes only if you say yes, and a no is fine:",
        coach=coach,
    )
    rows: Rows = (
        ((t.t("Yes, they may be quoted"), f"m:leave:{note.id}:yes"),),
        ((t.t("No, not my words"), f"m:leave:{note.id}:no"),),
    )
    dialogue.overtaken(turn, client.id)
    text = f"{head}\n<blockquote>{escape(note.words)}</blockquote>"
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
    return True


def _mail(turn: Turn, client: Client, one: Assignment) -> bool:
    """Whether words that are shared may also go by e-mail; without a yes none do."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    to = letters.address(turn.tx, client.coach_id)
    if one.coach_id != client.coach_id or to is None or not to.words:
        return False
    text = t.t(
        "{coach} has the weekly overview by e-mail and asks whether words that you share may stand in it. E-mail "
        "can be read on its way and by whoever runs the mailbox. Without a yes none do, and a no is fine.",
        coach=coach,
    )
    rows: Rows = (
        ((t.t("Yes, by e-mail too"), "m:allow:mail:yes"),),
        ((t.t("Not by e-mail"), "m:allow:mail:no"),),
    )
    dialogue.overtaken(turn, client.id)
    send(turn, client.id, text, rows, lane=PROMPT, silent=True)
    return True


def missed(turn: Turn, client: Client, occasion: str, there: bool = True) -> None:
    """It did not come at its hour: it waits for another. Not ``there``: it cannot come at all, and that is told."""
    one = (
        assignments.get(turn.tx, number(occasion.removeprefix(BEGINS)))
        if occasion.startswith(BEGINS)
        else None
    )
    if one is None or one.outcome not in ("", "sent"):
        return
    if there:
        assignments.again(turn.tx, one.id, turn.now)
        return
    assignments.end(turn.tx, one.id, "unavailable", turn.now)
    lost = N_("What you gave to {name} could not come: it is not there in their language.")
    if one.kind == "script" and retired.get(turn.tx, one.script, client.language):
        lost = N_("What you gave to {name} does not come: that script was taken out of use.")
    roster.told(turn, client, lost)

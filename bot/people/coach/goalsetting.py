"""/goals: the card of at most three goals with a client; a version counts once both have confirmed it."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import aims, choosing, dialogue, planning, roster, undoable
from bot.people.choosing import WithWhom
from bot.people.coach import assigning
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, number, send
from bot.people.undoable import Kept, Undoable
from bot.store import assignments, goals
from bot.store.people import Client, Coach
from bot.telegram import Message, escape


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/goals NAME."""
    choosing.client(turn, coach, GOALS, rest)


def show(turn: Turn, coach: Coach, client: Client, said: str = "") -> None:
    """The card as it stands, the version before it where the two differ, and what can be done with it."""
    t = texts(coach.language)
    name, called = escape(roster.called(turn, t, client)), escape(coach.name or "")
    mine = [one for one in goals.of_client(turn.tx, client.id) if one.coach_id == coach.id]
    if not mine:
        return write(turn, coach, client)
    lines = [t.t("<b>Goals with {name}</b>", name=name), aims.card(turn, t, client, mine[-1], called, name)]
    if not mine[-1].agreed and len(mine) > 1:
        lines += ["", t.t("The version before:"), aims.card(turn, t, client, mine[-2], called, name)]
    rows: Rows = (((t.t("Write them anew"), f"k:goals:{client.id}:write"),),)
    if mine[-1].coach_at is None:
        rows = (((t.t("Yes, these are ours"), f"k:goals:{client.id}:yes:{mine[-1].id}"),), *rows)
    return send(turn, coach.id, "\n".join(lines), rows, protect=True, about=client.id, what="goals shown")


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """A button under the card."""
    which, _, act = value.partition(":")
    client, t = roster.one(turn, coach, number(which)), texts(coach.language)
    if client is None:
        return None
    if act == "write":
        return write(turn, coach, client)
    one = goals.latest(turn.tx, client.id, coach.id)
    if not act.startswith("yes:") or one is None or str(one.id) != act.partition(":")[2] or one.coach_at:
        return show(turn, coach, client)
    goals.confirm(turn.tx, one.id, turn.now, by_coach=True, session=planning.session_number(turn, client))
    name = escape(roster.called(turn, t, client))
    text = t.t("{name}: version {n} is agreed by both now.", name=name, n=one.version)
    return undoable.done(turn, coach, client, "agreed", {"goals": one.id}, text)


def write(turn: Turn, coach: Coach, client: Client) -> None:
    """Ask for the goals, a line each."""
    t = texts(coach.language)
    text = t.t(
        "Goals with {name}: a line for each, three at most, with how you work on it behind a dash. Like:\n"
        "Calmer evenings – a walk before supper",
        name=escape(roster.called(turn, t, client)),
    )
    dialogue.ask(turn, coach.id, "coach", "goals", text, draft={"client": client.id})


def _read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return "said" if aims.read(words) else None


def _said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    found = aims.read(message.text) if message is not None else ()
    if client is None or not found:
        return None
    dialogue.end(turn, coach.id)
    for one in assignments.waiting(turn.tx, client.id):
        if one.kind == "goals":  # the newer version goes instead
            assignments.end(turn.tx, one.id, "taken-back", turn.now)
    t, session = texts(coach.language), planning.session_number(turn, client)
    which = goals.add(turn.tx, client.id, coach.id, found, turn.now, by_coach=True, session=session)
    gift = assignments.add(turn.tx, client.id, coach.id, "goals", turn.now, words=str(which))
    name = escape(roster.called(turn, t, client))
    said = t.t("{name}: these are the goals once {name} confirms them.", name=name)
    text = "\n".join((said, aims.listed(t, found), assigning.comes(turn, coach, client, gift)))
    return undoable.done(turn, coach, client, "goals", {"goals": which, "gift": gift}, text)


# ---- taken back --------------------------------------------------------------------------------


def _stands(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    gift, one = assignments.get(turn.tx, kept["gift"]), goals.latest(turn.tx, client.id, coach.id)
    return (
        gift is not None
        and not gift.outcome
        and one is not None
        and one.id == kept["goals"]
        and not one.agreed
    )


def _back(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    assignments.end(turn.tx, kept["gift"], "taken-back", turn.now)
    goals.delete(turn.tx, kept["goals"])
    return t.t("{name} was not told of it.", name=escape(roster.called(turn, t, client)))


def _what(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    return t.t("{name}: the goals that you wrote down.", name=escape(roster.called(turn, t, client)))


def _agreed(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    one = goals.latest(turn.tx, client.id, coach.id)
    return one is not None and one.id == kept["goals"] and one.agreed


def _unagree(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    goals.unconfirm(turn.tx, kept["goals"])
    return t.t("The goals of {name} wait for your yes again.", name=escape(roster.called(turn, t, client)))


def _yes(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    return t.t("{name}: you agreed to the goals.", name=escape(roster.called(turn, t, client)))


UNDO: dict[str, Undoable] = {
    "goals": Undoable(_stands, _back, _what),
    "agreed": Undoable(_agreed, _unagree, _yes),
}

GOALS = WithWhom("goalsof", line("Goals with a client"), "goals", show, choosing.alone)

STEPS: dict[str, Question[Coach]] = {
    "goalsof": choosing.question(GOALS),
    "goals": Question(line("Goals with a client"), _said, _read, aims.WORKS, "goals"),
}

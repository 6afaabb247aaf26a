"""The coaches in an admin's chat: who is here, and a way to take one out. Of their clients only how many."""

from bot.i18n import Texts, texts
from bot.people import handover
from bot.people.turn import Rows, Turn, number, send
from bot.store import audit, people
from bot.store.people import Coach
from bot.telegram import escape


def _texts(turn: Turn, chat: int) -> Texts:
    mine = people.coach(turn.tx, chat)
    return texts(mine.language if mine else "")


def show(turn: Turn, chat: int, rest: str = "") -> None:
    """/coaches: every coach with how many clients are with them, and a button that takes one out."""
    t, every = _texts(turn, chat), people.coaches(turn.tx)
    if not every:
        return send(turn, chat, t.t("No coach yet. /coach makes a link."))
    lines = [_line(turn, t, one) for one in every]
    here = [one for one in every if one.state != "left"]
    rows: Rows = tuple(
        ((t.t("Take out {name}", name=_name(t, one))[:60], f"a:out:{one.id}"),) for one in here[:90]
    )
    return send(turn, chat, "\n".join(lines), rows)


def _name(t: Texts, one: Coach) -> str:
    return one.name or t.t("no name given yet")


def _line(turn: Turn, t: Texts, one: Coach) -> str:
    states = {"joining": t.t("joining"), "active": t.t("active"), "left": t.t("left")}
    count = t.n("{n} client", "{n} clients", len(people.clients_of(turn.tx, one.id)))
    name = escape(_name(t, one))
    return t.t(
        "{name} · {state} · {clients}", name=name, state=states.get(one.state, one.state), clients=count
    )


def take_out(turn: Turn, chat: int, value: str) -> None:
    """The button: who can go on with the clients is asked first; a coach or nobody, and it is done."""
    which, _, to = value.partition(":")
    t, coach = _texts(turn, chat), people.coach(turn.tx, number(which))
    if coach is None or coach.state == "left":
        return send(turn, chat, t.t("That coach is not here any more. /coaches shows who is."))
    if not to:
        return _ask(turn, chat, coach)
    new = next((one for one in handover.others(turn, coach) if one.id == number(to)), None)
    if new is None and to != "nobody":
        return send(turn, chat, t.t("That coach is not here any more. /coaches shows who is."))
    handover.leave(turn, coach, new)
    audit.add(turn.tx, chat, "coach taken out", turn.now, coach.id)
    text = t.t(
        "{name} is no coach here any more and reads nothing from now on. Each client is asked what becomes of "
        "theirs.",
        name=escape(_name(t, coach)),
    )
    return send(turn, chat, text)


def _ask(turn: Turn, chat: int, coach: Coach) -> None:
    t = _texts(turn, chat)
    text = t.t(
        "Who can go on with the clients of {name}? Each of them is asked and decides. {name} reads nothing from "
        "then on. It is done with a tap.",
        name=escape(_name(t, coach)),
    )
    rows: Rows = tuple(
        ((one.name[:60], f"a:out:{coach.id}:{one.id}"),) for one in handover.others(turn, coach)[:90]
    )
    send(turn, chat, text, (*rows, ((t.t("Nobody is named"), f"a:out:{coach.id}:nobody"),)))

"""/invite and /invites: the links that a coach makes, shows and takes back."""

from bot.core.base.line import line
from bot.core.talk.exchange import NAME_MOST, Dialogue
from bot.core.understand import names
from bot.i18n import Texts, texts
from bot.people import agreement, dated, dialogue, inviting, wanted
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import invites
from bot.store.invites import Invite
from bot.store.people import Coach
from bot.telegram import Message, escape

LINKS_MOST = 10
"""Links that one message makes, so that a pasted list does not fill the chat."""


def invite(turn: Turn, coach: Coach, rest: str) -> None:
    """/invite NAME, NAME: a link each, with the coach's name for who it is for, which the link does not show."""
    found = names.several(rest)
    t = texts(coach.language)
    day, hour = agreement.day_and_hour(t, wanted.day_and_hour(turn, coach))
    text = t.t(
        "A link is your yes to the working agreement that it begins: you read what is shared, usually on {day} "
        "from {hour} on. What a client adds waits for your yes. /agreement shows it.",
        day=day,
        hour=hour,
    )
    send(turn, coach.id, text, silent=True)
    for place, one in enumerate(found[:LINKS_MOST] or ("",)):
        _invite_one(turn, coach, one[:NAME_MOST], place)
    if more := found[LINKS_MOST:]:
        text = t.t("No link was made for {names}: ten at a time.", names=escape(t.list(more)))
        send(turn, coach.id, text)


def _invite_one(turn: Turn, coach: Coach, label: str, place: int) -> None:
    t = texts(coach.language)
    link = inviting.link(turn, "client", coach.id, label, place)
    if label:
        text = t.t(
            "The next link is for {name}. /invites lists open links and takes them back.", name=escape(label)
        )
        send(turn, coach.id, text)
    send(
        turn,
        coach.id,
        t.t("A link for one client, good for 72 hours. This message can be forwarded:") + f"\n{link}",
    )


def show(turn: Turn, coach: Coach, rest: str) -> None:
    """/invites: the links that still let somebody in, each with a button that takes it back."""
    t = texts(coach.language)
    found = invites.open_of(turn.tx, coach.id, "client", turn.now)
    if not found:
        return send(turn, coach.id, t.t("No link is open. /invite makes one."))
    lines = [f"{place}. {_link(t, one, coach)}" for place, one in enumerate(found, 1)]
    rows: Rows = tuple(
        ((t.t("Take back {number}", number=place), f"k:revoke:{one.mark}"),)
        for place, one in enumerate(found[:90], 1)
    )
    return send(turn, coach.id, "\n".join(lines), rows)


def _link(t: Texts, one: Invite, coach: Coach) -> str:
    until = dated.shown(t, one.expires_at, coach.where)
    if one.label:
        return t.t("For {name}, open until {when}", name=escape(one.label), when=until)
    return t.t("Without a name, open until {when}", when=until)


def ask(turn: Turn, coach: Coach, mark: str) -> None:
    """Before a link goes: for whom it is."""
    t = texts(coach.language)
    found = invites.open_of(turn.tx, coach.id, "client", turn.now)
    one = next((each for each in found if each.mark == mark), None)
    if one is None:
        return send(turn, coach.id, t.t("That link is not open any more."))
    text = t.t("Take this link back? {link}. After that it lets nobody in.", link=_link(t, one, coach))
    return dialogue.ask(
        turn, coach.id, "coach", "revoke", text, (((t.t("Yes"), "yes"),),), draft={"mark": mark}
    )


def _sure(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value == "yes":
        dialogue.end(turn, coach.id)
        revoke(turn, coach, str(asked.draft.get("mark", "")))


def revoke(turn: Turn, coach: Coach, mark: str) -> None:
    """Take back a link by its button; it says so."""
    t, gone = texts(coach.language), invites.revoke(turn.tx, mark, coach.id, turn.now)
    if gone is None:
        return send(turn, coach.id, t.t("That link is not open any more."))
    if gone.label:
        text = t.t("Taken back: the link for {name}. It lets nobody in.", name=escape(gone.label))
        return send(turn, coach.id, text)
    return send(turn, coach.id, t.t("Taken back: a link without a name. It lets nobody in."))


STEPS: dict[str, Question[Coach]] = {
    "revoke": Question(line("A link"), _sure, dialogue.sure_read, line("A yes does it."), "invites"),
}

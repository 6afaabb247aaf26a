"""What comes in the next two weeks, client by client, for their coach."""

from bot.i18n import Texts, texts
from bot.people import plan_in_words, roster
from bot.people.turn import Turn, send
from bot.store.people import Client, Coach
from bot.telegram import escape
from bot.telegram.splitting import fits


def plan(turn: Turn, coach: Coach, rest: str) -> None:
    """What the coach may know of the next two weeks, client by client, in as many messages as that takes."""
    t = texts(coach.language)
    meant = [one for one, _ in roster.named(turn, coach, rest, lambda said: not said)]
    if rest and not roster.names_anyone(turn, coach, rest):
        return send(turn, coach.id, t.t("No client of that name. /clients shows who is with you."))
    return plan_of(turn, coach, meant)


def plan_of(turn: Turn, coach: Coach, meant: list[Client]) -> None:
    """The same for these clients."""
    t = texts(coach.language)
    active = [one for one in meant if one.state == "active"]
    if not active:
        return send(turn, coach.id, _none_active(turn, t, meant))
    said = ""
    for client in active:
        lines = plan_in_words.for_coach(turn, client, coach) or [t.t("Nothing is planned.")]
        its = "\n".join((f"<b>{escape(roster.called(turn, t, client))}</b>", *lines))
        if said and not fits(f"{said}\n{its}"):
            send(turn, coach.id, said)
            said = ""
        said = f"{said}\n{its}" if said else its
    note = t.t("Which question comes when hangs on what they answer, in private too; so it is not shown.")
    return send(turn, coach.id, f"{said}\n{note}")


def _none_active(turn: Turn, t: Texts, meant: list[Client]) -> str:
    """Why nothing is planned with any of them."""
    if not meant:
        return t.t("No client yet. /invite makes a link.")
    return "\n".join(
        t.t("{name} gets no questions now.", name=escape(roster.called(turn, t, one))) for one in meant
    )

"""A client's card: how matters stand with one client, and what a coach can do about it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.core.base import wall
from bot.core.base.line import line
from bot.core.safety.alert import Alert
from bot.core.talk.exchange import Dialogue, name_in
from bot.core.understand import names
from bot.i18n import Texts, texts
from bot.people import (
    alerting,
    dated,
    dialogue,
    heeding,
    library,
    plan_in_words,
    planning,
    roster,
    situation,
    undoable,
)
from bot.people.dialogue import Question
from bot.people.turn import NAMED, Rows, Turn, number, send
from bot.people.undoable import Kept, Undoable
from bot.store import assignments, change_requests, consents, handovers, people, responses, uses
from bot.store.change_requests import ChangeRequest
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

TITLES = 5
"""Scripts that are named by their titles; of more it says how many."""


def find(turn: Turn, coach: Coach, rest: str) -> None:
    """/client NAME: that client's card; without a name everybody, each with a button."""
    everybody = {one.id: one for one in people.clients_of(turn.tx, coach.id)}
    its = roster.known(everybody.values())
    ways = names.named(rest, its) or names.within(rest, its)
    if rest and not ways:
        t = texts(coach.language)
        return send(turn, coach.id, t.t("No client of that name. /clients shows who is with you."))
    return show_all(turn, coach, [everybody[one] for one in ways[0].ids]) if ways else everyone(turn, coach)


def show_all(turn: Turn, coach: Coach, clients: Sequence[Client]) -> None:
    """The card; of several, a button for each."""
    if len(clients) == 1:
        return show(turn, coach, clients[0])
    t = texts(coach.language)
    return send(turn, coach.id, t.t("Whom do you mean?"), _buttons(turn, t, clients))


def _buttons(turn: Turn, t: Texts, clients: Sequence[Client]) -> Rows:
    return tuple(((roster.called(turn, t, one), f"k:card:{one.id}"),) for one in clients[:90])


def everyone(turn: Turn, coach: Coach, rest: str = "") -> None:
    """/clients: who is with the coach and how they stand, each with a button to their card."""
    t = texts(coach.language)
    every = people.clients_of(turn.tx, coach.id)
    if not every:
        return send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    mine = [one for one in every if one.archived_at is None]
    noticed = alerting.waits(turn, coach)
    lines = [
        f"{escape(roster.called(turn, t, one))} · {_state(turn, coach, t, one)}"
        + (f"\n<b>{escape(alerting.unseen(t, coach, noticed[one.id]))}</b>" if one.id in noticed else "")
        for one in mine
    ]
    rows = _buttons(turn, t, mine)
    if aside := len(every) - len(mine):
        rows += (((t.n("{n} archived", "{n} archived", aside), "k:archived:all"),),)
    return send(turn, coach.id, "\n".join(lines) or t.t("Nobody is with you now."), rows)


def quiet(turn: Turn, coach: Coach) -> None:
    """Who has been quiet, as far as the coach may know it; nobody is said to owe an answer."""
    t, mine = texts(coach.language), roster.own(turn, coach)
    each = [(one, line) for one in mine for line in _quiet(turn, coach, t, one)]
    lines = [f"{escape(roster.called(turn, t, one))} · {line}" for one, line in each]
    note = t.t("What a client keeps private is not seen here, so nobody is said not to have answered.")
    head = lines or [t.t("Nobody has been quiet for long.")]
    send(turn, coach.id, "\n".join((*head, note)), _buttons(turn, t, [one for one, _ in each]))


def archived(turn: Turn, coach: Coach) -> None:
    """Those whom the coach has put aside, a button each."""
    t = texts(coach.language)
    aside = [one for one in people.clients_of(turn.tx, coach.id) if one.archived_at is not None]
    send(turn, coach.id, t.t("Archived:") if aside else t.t("Nobody is archived."), _buttons(turn, t, aside))


def _state(turn: Turn, coach: Coach, t: Texts, client: Client) -> str:
    if client.archived_at is not None:
        day = t.dated(wall.local(client.archived_at, coach.zone or "UTC").date())
        return t.t("archived since {day}", day=day)
    return situation.word(turn, coach, t, client) or t.t("active")


# ---- one ---------------------------------------------------------------------------------------


def show(turn: Turn, coach: Coach, client: Client) -> None:
    """How matters stand with one client, and what can be done about it."""
    t, notice = texts(coach.language), alerting.waits(turn, coach).get(client.id)
    seen: Rows = (((t.t("I have seen it"), f"s:seen:{notice.id}"),),) if notice is not None else ()
    open_ones = [one for one in change_requests.of_client(turn.tx, client.id) if not one.answer]
    rows = (*seen, *_actions(turn, t, client, open_ones))
    what = "change request shown" if open_ones and client.state != "joining" else NAMED
    send(turn, coach.id, "\n".join(says(turn, coach, client, notice)), rows, about=client.id, what=what)


def says(turn: Turn, coach: Coach, client: Client, notice: Alert | None) -> list[str]:
    """What the card says; ``notice``: what waits to be seen of this client."""
    t = texts(coach.language)
    found = [
        f"<b>{escape(roster.called(turn, t, client))}</b> · {_state(turn, coach, t, client)}",
        _agreed(turn, coach, t, client),
    ]
    if client.state != "joining":
        found += _coming(turn, coach, t, client)
        found += _scripts(turn, t, client)
        found += plan_in_words.given_lately(turn, t, client)
        found += _quiet(turn, coach, t, client)
    if notice is not None:
        found.insert(1, f"<b>{escape(alerting.unseen(t, coach, notice))}</b>")
    if client.label and client.label != client.name:
        found.insert(1, t.t("Your name for them: {label}", label=escape(names.in_a_line(client.label))))
    return list(filter(None, found))


def _agreed(turn: Turn, coach: Coach, t: Texts, client: Client) -> str:
    told = [
        one for one in consents.history(turn.tx, client.id) if one.purpose == consents.STORE and one.given
    ]
    if not told:
        return ""
    day = wall.local(told[-1].at, coach.zone or "UTC").date()
    return t.t("Agreed on {day} to the text of {version}.", day=t.dated(day), version=told[-1].version)


def _coming(turn: Turn, coach: Coach, t: Texts, client: Client) -> list[str]:
    """The next coaching session, the last day, days and hours."""
    at = planning.session_at(turn, client, ahead=True)
    found = [
        t.t("Next session: {when}", when=dated.shown(t, at, coach.where))
        if at
        else t.t("No session is logged ahead.")
    ]
    if client.ending:
        found.append(t.t("Last day of the work: {day}", day=t.dated(client.ending)))
    if client.zone:
        rhythm = plan_in_words.rhythm(t, client)
        found.append(t.t("Chosen days and hours: {rhythm}", rhythm=escape(rhythm)))
    return found


def _scripts(turn: Turn, t: Texts, client: Client) -> list[str]:
    """Which scripts may begin by themselves, and which may not and by whom."""
    own = assignments.off(turn.tx, client.id)
    off = uses.not_for(turn.tx, client.id, shared=True) - {library.OWN}
    on = [one.script for one in planning.on_for(turn, client, off | own)]
    found = []
    if on:
        found.append(t.t("Scripts that are on: {titles}", titles=_titles(turn, t, client, on)))
    before = assignments.off_before(turn.tx, client.id, handovers.since(turn.tx, client.id))
    if own - before:
        found.append(t.t("Off, by you: {titles}", titles=_titles(turn, t, client, own - before)))
    if before:
        titles = _titles(turn, t, client, before)
        found.append(t.t("Off, by the coach before you: {titles}", titles=titles))
    if off - own:
        titles = _titles(turn, t, client, off - own)
        found.append(t.t("Off, as they were twice not for this client: {titles}", titles=titles))
    return found


def _titles(turn: Turn, t: Texts, client: Client, scripts: Iterable[str]) -> str:
    """The titles of some scripts; of many the first ones, and how many more there are."""
    kept = [library.title(turn.tx, one, client.language) or one for one in sorted(scripts)]
    if (more := len(kept) - TITLES) > 0:
        kept[TITLES:] = [t.n("{n} more", "{n} more", more)]
    return escape(t.list(kept))


def _quiet(turn: Turn, coach: Coach, t: Texts, client: Client) -> list[str]:
    """Since when nothing is shared: the same of who writes for themselves alone and of who does not write."""
    since = responses.last_shared(turn.tx, client.id) or client.joined_at
    if client.state != "active" or turn.now - since < timedelta(days=turn.config.time.quiet_days):
        return []
    return [t.t("Nothing shared since {day}.", day=t.dated(wall.local(since, coach.zone or "UTC").date()))]


def _actions(turn: Turn, t: Texts, client: Client, open_ones: Sequence[ChangeRequest]) -> Rows:
    named = ((t.t("A name of your own for them"), f"k:label:{client.id}"),)
    if client.state == "joining":
        return (named,)
    waiting = plan_in_words.given(turn, client, plan_in_words.GIVEN_DAYS)
    titles = (plan_in_words.assigned_title(turn, t, client, one) for one in waiting)
    rows: Rows = (
        *(
            (
                (
                    t.t("Asks for a change: {words}", words=heeding.labelled(turn, t, client, one.words))[
                        :60
                    ],
                    f"k:changes:{one.id}",
                ),
            )
            for one in open_ones
        ),
        *(
            ((t.t("Take back: {what}", what=title)[:60], f"k:unassign:{one.id}"),)
            for one, title in zip(waiting, titles, strict=True)
        ),
        ((t.t("Coaching sessions"), f"k:met:{client.id}"), (t.t("What comes"), f"k:plan:{client.id}")),
        (
            (t.t("A script for them"), f"k:give:{client.id}"),
            (t.t("A question for them"), f"k:ask:{client.id}"),
        ),
        ((t.t("Suggest a rhythm"), f"k:suggest:{client.id}"), (t.t("My notes"), f"k:notes:{client.id}")),
        ((t.t("Goals"), f"k:goals:{client.id}:show"), (t.t("Topics"), f"k:spare:{client.id}")),
        named,
    )
    if client.archived_at is None:
        return (*rows, ((t.t("Archive"), f"k:archive:{client.id}"),))
    return (*rows, ((t.t("Bring back"), f"k:unarchive:{client.id}"),))


def archive(turn: Turn, coach: Coach, client: Client, aside: bool) -> None:
    """Put a client aside, or bring them back; nothing changes for the client."""
    people.change_client(turn.tx, client.id, archived_at=turn.now if aside else None)
    turn.about.add(client.id)
    t = texts(coach.language)
    name = escape(roster.called(turn, t, client))
    if not aside:
        return send(turn, coach.id, t.t("{name} is in the lists again.", name=name))
    lines = [t.t("{name} is archived: in no list, and in digests only with something shared.", name=name)]
    if client.state == "active" and not roster.ended(turn, coach, client):
        lines.append(t.t("Nothing changes for them: questions go on. /ending notes a last day."))
    rows: Rows = (((t.t("Bring back"), f"k:unarchive:{client.id}"),),)
    return undoable.done(turn, coach, client, "archived", {}, "\n".join(lines), rows)


def _is_aside(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return client.archived_at is not None


def _is_back(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    return client.archived_at is None


def _again(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    people.change_client(turn.tx, client.id, archived_at=None)
    return t.t("{name} is in the lists again.", name=escape(roster.called(turn, t, client)))


def _was_put_aside(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    return t.t("{name} was archived.", name=escape(roster.called(turn, t, client)))


UNDO: dict[str, Undoable] = {"archived": Undoable(_is_aside, _again, _was_put_aside, _is_back)}


# ---- a name of the coach's own -----------------------------------------------------------------


def ask_label(turn: Turn, coach: Coach, client: Client) -> None:
    """The coach's own name for a client."""
    t = texts(coach.language)
    text = t.t(
        "What do you call {name}? Only you read it: beside their name where two are called the same, and "
        "where no name was given.",
        name=escape(roster.called(turn, t, client)),
    )
    rows: Rows = (((t.t("No name of my own"), "-"),),) if client.label else ()
    dialogue.ask(turn, coach.id, "coach", "label", text, rows, draft={"client": client.id})


def _label_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return name_in(words)


def _label_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None or (message is None and value != "-"):
        return None
    dialogue.end(turn, coach.id)
    label = names.in_a_line(value) if message is not None else ""
    changed = people.change_client(turn.tx, client.id, label=label)
    return show(turn, coach, changed)


def tapped(turn: Turn, coach: Coach, word: str, value: str) -> None:
    """A button of a card."""
    client = roster.one(turn, coach, number(value))
    if word == "archived":
        return archived(turn, coach)
    if client is None:
        return None
    if word == "card":
        return show(turn, coach, client)
    if word == "label":
        return ask_label(turn, coach, client)
    return archive(turn, coach, client, aside=word == "archive")


STEPS: dict[str, Question[Coach]] = {
    "label": Question(
        line("Your name for a client"),
        _label_said,
        _label_read,
        line("A name works, also as in: my name is Kim."),
        "client",
    )
}

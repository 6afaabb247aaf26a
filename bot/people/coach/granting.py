"""A coach answers a change that a client asked for, in one tap; the client reads what changed at their hour."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names, shorthand
from bot.i18n import texts
from bot.people import changing, dialogue, plan_in_words, planning, roster, undoable
from bot.people.coach import assigning, suggesting
from bot.people.dialogue import Question
from bot.people.turn import Turn, number, send
from bot.people.undoable import Kept, Undoable
from bot.store import assignments, change_requests, people
from bot.store.change_requests import ChangeRequest
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

ANSWERS = ("off", "less", "hour", "session", "stays")


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """One of the answers under a request."""
    which, _, said = value.partition(":")
    one = change_requests.get(turn.tx, number(which))
    client, t = changing.own(turn, coach, one), texts(coach.language)
    if one is None or client is None or said not in ANSWERS or (said == "off" and not one.script):
        return None
    name = escape(roster.called(turn, t, client))
    if one.answer:
        result = changing.result(turn, t, client, one)
        return send(turn, coach.id, t.t("{name}: that is answered. {result}", name=name, result=result))
    if said == "hour":
        return _which_hour(turn, coach, client, one)
    before = client.rhythm.get("weekly")
    answer, switched = _apply(turn, coach, client, one.script, said)
    change_requests.answer(turn.tx, one.id, answer, turn.now)
    gift = assignments.add(turn.tx, client.id, coach.id, "answer", turn.now, words=str(one.id))
    kept = {"request": one.id, "gift": gift, "answer": answer, "weekly": before, "switched": switched}
    result = changing.result(turn, t, client, change_requests.get(turn.tx, one.id) or one)
    told = t.t("It also stands under /change with them.")
    text = t.t("{name}: {result}", name=name, result=result)
    text = "\n".join((text, assigning.comes(turn, coach, client, gift), told))
    return undoable.done(turn, coach, client, "granted", kept, text)


def _which_hour(turn: Turn, coach: Coach, client: Client, one: ChangeRequest) -> None:
    t = texts(coach.language)
    text = t.t(
        "Which hour would you suggest to {name}? Now it is: {rhythm}. Nothing changes before their yes.",
        name=escape(roster.called(turn, t, client)),
        rhythm=escape(plan_in_words.rhythm(t, client)),
    )
    draft = {"client": client.id, "request": one.id}
    dialogue.ask(turn, coach.id, "coach", "otherhour", text, (suggesting.hours(turn, client),), draft=draft)


def _hour_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    return (suggesting.hour(coach, client, words) or None) if client is not None else None


def _hour_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    """The hour is suggested, and that is the answer to what the client asked for."""
    one = change_requests.get(turn.tx, asked.draft.get("request") or 0)
    client, t = changing.own(turn, coach, one), texts(coach.language)
    if one is None or client is None or one.answer or (message is None and value not in suggesting.HOURS):
        return None
    dialogue.end(turn, coach.id)
    if why := suggesting.hindered(turn, coach, client, value):
        return send(turn, coach.id, why)
    change_requests.answer(turn.tx, one.id, f"hour:{value}", turn.now)
    gift = assignments.add(turn.tx, client.id, coach.id, "rhythm", turn.now, words=value)
    kept = {"request": one.id, "gift": gift, "answer": f"hour:{value}", "weekly": None, "switched": False}
    result = changing.result(turn, t, client, change_requests.get(turn.tx, one.id) or one)
    name = escape(roster.called(turn, t, client))
    text = t.t("{name}: {result}", name=name, result=result)
    text = "\n".join((text, assigning.comes(turn, coach, client, gift)))
    return undoable.done(turn, coach, client, "granted", kept, text)


def _apply(turn: Turn, coach: Coach, client: Client, script: str, said: str) -> tuple[str, bool]:
    """Do what was answered; the answer as it is kept, and whether a script was taken off by it."""
    if said == "off":
        return said, assignments.switch(turn.tx, client.id, script, coach.id, on=False, now=turn.now)
    if said == "less":
        n = max(1, planning.weekly_of(turn, client) - 1)
        people.set_rhythm(turn.tx, client.id, weekly=n)
        return f"less:{n}", False
    return said, False


def show(turn: Turn, coach: Coach, value: str) -> None:
    """A request once more, from the client's card."""
    one = change_requests.get(turn.tx, number(value))
    client = changing.own(turn, coach, one)
    if one is not None and client is not None and not one.answer:
        changing.show(turn, client, one)


def in_words(turn: Turn, coach: Coach, words: str) -> str:
    """The button under the one wish that waits which these words say, of whom they name; "" where there is none."""
    mine = roster.own(turn, coach)
    way = next((one for one in names.within(words, roster.known(mine)) if len(one.ids) == 1), None)
    said = shorthand.granted(words) or (shorthand.granted(way.rest) if way is not None else "")
    if not said:
        return ""
    whose = [one for one in mine if way is None or one.id in way.ids]
    waiting = [
        one for client in whose for one in change_requests.of_client(turn.tx, client.id) if not one.answer
    ]
    mine_alone = [one for one in waiting if one.coach_id == coach.id and (said != "off" or one.script)]
    return f"{mine_alone[0].id}:{said}" if len(mine_alone) == 1 else ""


def own(turn: Turn, coach: Coach, value: str) -> bool:
    """Whether a button is about a request of an own client."""
    return (
        changing.own(turn, coach, change_requests.get(turn.tx, number(value.partition(":")[0]))) is not None
    )


# ---- taken back --------------------------------------------------------------------------------


def _stands(turn: Turn, coach: Coach, client: Client, kept: Kept) -> bool:
    gift, one = assignments.get(turn.tx, kept["gift"]), change_requests.get(turn.tx, kept["request"])
    if gift is None or gift.outcome or one is None or one.answer != kept["answer"]:
        return False
    what, _, less = str(kept["answer"]).partition(":")
    if what == "hour":
        return True
    return not less or str(client.rhythm.get("weekly")) == less


def _back(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t = texts(coach.language)
    assignments.end(turn.tx, kept["gift"], "taken-back", turn.now)
    one = change_requests.get(turn.tx, kept["request"])
    change_requests.answer(turn.tx, kept["request"], "", turn.now)
    if kept["switched"] and one is not None:
        assignments.switch(turn.tx, client.id, one.script, coach.id, on=True, now=turn.now)
    if str(kept["answer"]).startswith("less:"):
        people.set_rhythm(turn.tx, client.id, weekly=kept["weekly"])
    return t.t(
        "What {name} asked for waits for an answer again.", name=escape(roster.called(turn, t, client))
    )


def _what(turn: Turn, coach: Coach, client: Client, kept: Kept) -> str:
    t, one = texts(coach.language), change_requests.get(turn.tx, kept["request"])
    name = escape(roster.called(turn, t, client))
    result = changing.result(turn, t, client, one) if one is not None else ""
    return t.t("{name}: {result}", name=name, result=result)


UNDO: dict[str, Undoable] = {"granted": Undoable(_stands, _back, _what)}

STEPS: dict[str, Question[Coach]] = {
    "otherhour": Question(
        line("Another hour for a client"),
        _hour_said,
        _hour_read,
        line("An hour like 18:00 works."),
        "clients",
    )
}

"""/spare: topics that a coach leaves out for a client; the client reads it at once and can let them in again."""

from bot.core.base.line import line
from bot.i18n import texts
from bot.people import choosing, planning, roster
from bot.people.choosing import WithWhom
from bot.people.dialogue import Question
from bot.people.topics import TOPICS, there_are
from bot.people.turn import Rows, Turn, number, send
from bot.store import people
from bot.store.people import Client, Coach
from bot.telegram import escape


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/spare NAME."""
    choosing.client(turn, coach, SPARE, rest)


def show(turn: Turn, coach: Coach, client: Client, said: str = "") -> None:
    """What this coach left out, and a button for each topic; never what the client left out themself."""
    t, off = texts(coach.language), planning.spared(client)
    name = escape(roster.called(turn, t, client))
    named = t.list(t.line(topic) for tag, topic in TOPICS.items() if tag in off)
    lines = [
        t.t("Left out by you for {name}: {topics}.", name=name, topics=escape(named))
        if off
        else t.t("You left out no topic for {name}.", name=name),
        t.t(
            "A tap changes one. {name} reads it at once and can let it in again; what you give them by hand "
            "still comes.",
            name=name,
        ),
    ]
    there = there_are(turn, client)
    each = [
        (
            f"{'✕' if tag in off else '✓'} {t.line(topic)}"[:60],
            f"k:spared:{client.id}:{tag}:{'on' if tag in off else 'off'}",
        )
        for tag, topic in TOPICS.items()
        if tag in there or tag in off
    ]
    rows: Rows = tuple(tuple(each[at : at + 2]) for at in range(0, len(each), 2))
    send(turn, coach.id, "\n".join(lines), rows)


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """A topic is left out, or let in again, as its button said; where the client can read that now."""
    which, _, rest = value.partition(":")
    tag, _, wanted = rest.partition(":")
    client = roster.one(turn, coach, number(which))
    if client is None or tag not in TOPICS or wanted not in ("on", "off"):
        return None
    off, t = planning.spared(client), texts(coach.language)
    after = off - {tag} if wanted == "on" else off | {tag}
    if after == off:
        return show(turn, coach, client)
    if client.state != "active" or client.away or planning.quiet_now(turn, client):
        name = escape(roster.called(turn, t, client))
        text = t.t(
            "{name} could not read that now, so nothing is changed. It works in their hours.", name=name
        )
        return send(turn, coach.id, text)
    people.set_rhythm(turn.tx, client.id, spared=sorted(after) or None)
    people.touch(turn.tx, client.id, turn.now)
    turn.about.add(client.id)
    _tell(turn, coach, client, tag, wanted)
    return show(turn, coach, people.client(turn.tx, client.id) or client)


def _tell(turn: Turn, coach: Coach, client: Client, tag: str, wanted: str) -> None:
    t, name = texts(client.language), escape(people.coach_name(turn.tx, coach.id))
    topic = escape(t.line(TOPICS[tag]))
    if wanted == "on":
        text = t.t("{coach} lets this in again, in what comes by itself: {topic}.", coach=name, topic=topic)
        return send(turn, client.id, text, silent=True)
    text = t.t(
        "{coach} left this out of what comes by itself: {topic}. /now has every script all the same.",
        coach=name,
        topic=topic,
    )
    rows: Rows = (((t.t("Let it in again"), f"m:suit:{tag}:on"),),)
    return send(turn, client.id, text, rows, silent=True)


SPARE = WithWhom("spare", line("Topics for a client"), "spare", show, choosing.alone)

STEPS: dict[str, Question[Coach]] = {"spare": choosing.question(SPARE)}

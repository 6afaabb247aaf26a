"""Errands: what somebody sets out to do of their own accord, as a few acts one after another."""

from collections.abc import Callable
from datetime import timedelta

from bot.i18n import texts

from . import cast
from .life import Person
from .living import DAY, HOUR, MINUTE, SECOND, Living

Errand = Callable[[Living, Person], None]


def gather(living: Living) -> None:
    """All that their habits send clients out for in a life; and now and then a coach leaves."""
    people = list(living.deeds.people.values())
    clients = [one for one in people if one.role == "client"]
    for client in clients:
        for habit, errand in ERRANDS.items():
            if habit in client.habits:
                errand(living, client)
    coaches = [one for one in people if one.role == "coach"]
    if living.days >= 14 and living.chance.random() < 0.2:
        _departs(living, living.chance.choice(coaches), clients)


def _any(living: Living) -> timedelta:
    """Some instant of the life, from its second day on."""
    return DAY + living.chance.random() * living.days * DAY


def _blocks(living: Living, person: Person) -> None:
    when = _any(living)
    living.plan(when, person.name, "blocks")
    living.plan(when + living.chance.choice((HOUR, 3 * DAY, 15 * DAY)), person.name, "unblocks")


def _stops(living: Living, person: Person) -> None:
    when, name, chance = _any(living), person.name, living.chance
    living.plan(when, name, "says", chance.choice(("/stop", "/stop", "/pause", "stop")))
    living.plan(when + 8 * SECOND, name, "says", living.sentence(person, 2))
    living.plan(when + HOUR, name, "replies", living.sentence(person, 2), chance.randint(1, 9))
    living.plan(when + 2 * HOUR, name, "forwards", living.sentence(person, 2))
    living.plan(when + chance.choice((DAY, 9 * DAY)), name, "says", "/start")


def _travels(living: Living, person: Person) -> None:
    when = _any(living)
    living.plan(when, person.name, "says", "/place")
    living.plan(when + 9 * SECOND, person.name, "says", living.chance.choice(cast.PLACES[person.language]))


def _mends(living: Living, person: Person) -> None:
    for _ in range(1 + living.days // 10):
        when = _any(living)
        living.plan(when, person.name, "says", living.chance.choice(cast.MISTYPED))
        living.plan(when + living.soon(), person.name, "mends", living.chance.choice(cast.COMMANDS))


def _sets(living: Living, person: Person) -> None:
    for _ in range(1 + living.days // 10):
        when = _any(living)
        command, value = living.chance.choice(cast.SET[person.language])
        living.plan(when, person.name, "says", command)
        living.plan(when + living.soon(), person.name, "says", value)


def _leaves_open(living: Living, person: Person) -> None:
    """A setting is opened, and what comes after it is meant for something else."""
    for _ in range(1 + living.days // 10):
        when = _any(living)
        living.plan(when, person.name, "says", living.chance.choice(cast.OPENED))
        later = living.chance.choice((20 * SECOND, 5 * MINUTE, 14 * MINUTE, 3 * HOUR))
        living.plan(when + later, person.name, "says", living.sentence(person, 3))


def _asks(living: Living, person: Person) -> None:
    for _ in range(1 + living.days // 6):
        living.plan(_any(living), person.name, "says", living.chance.choice(cast.QUESTIONS[person.language]))


def _types(living: Living, person: Person) -> None:
    """A screen is opened, and the labels on it are typed and not tapped."""
    for _ in range(1 + living.days // 8):
        when = _any(living)
        living.plan(when, person.name, "says", living.chance.choice(cast.COMMANDS))
        for at in range(living.chance.randint(1, 3)):
            living.plan(when + (at + 1) * 12 * SECOND, person.name, "types", "", living.chance.randint(1, 9))


def _holds(living: Living, person: Person) -> None:
    """What is to go to the coach is looked through, and held back one by one; or made private in words."""
    for _ in range(1 + living.days // 8):
        when = _any(living)
        living.plan(when, person.name, "says", living.chance.choice(("/shared", "/shared", "/answers")))
        for at in range(living.chance.randint(1, 4)):
            living.plan(when + (at + 1) * 9 * SECOND, person.name, "picks", "", living.chance.randint(1, 12))
        said = living.chance.choice(cast.AFTERWARDS[person.language])
        living.plan(when + living.chance.choice((MINUTE, 2 * DAY)), person.name, "says", said)


def _unsays(living: Living, person: Person) -> None:
    for _ in range(1 + living.days // 10):
        when = _any(living)
        living.plan(when, person.name, "says", "/unsay")
        living.plan(when + living.soon(), person.name, "picks", "", living.chance.randint(1, 4))


def _edits_to_stop(living: Living, person: Person) -> None:
    when = _any(living)
    living.plan(when, person.name, "says", living.sentence(person, 2))
    said = living.chance.choice(cast.STOPS[person.language])
    living.plan(when + living.chance.choice((5 * SECOND, 3 * MINUTE, DAY)), person.name, "edits", said, 1)


def _in_danger(living: Living, person: Person) -> None:
    """Once in a life, words that say a danger outright, and some that ask for help on the day after."""
    when, said = _any(living), living.chance.choice(cast.DANGER[person.language])
    living.plan(when, person.name, "says", f"{living.sentence(person, 1)}. {said}")
    if living.chance.random() < 0.5:
        living.plan(when + living.soon(), person.name, "picks", "", living.chance.randint(1, 4))
    living.plan(when + 2 * HOUR, person.name, "says", living.sentence(person, 4))


def _departs(living: Living, coach: Person, clients: list[Person]) -> None:
    """A coach leaves; a client blocks the bot just then, and comes back when it is over."""
    when = (0.4 + living.chance.random() / 2) * living.days * DAY
    living.plan(when, coach.name, "says", "/leave")
    living.plan(when + 20 * SECOND, coach.name, "picks", "", living.chance.randint(1, 2))
    living.plan(when + 40 * SECOND, coach.name, "says", "yes")
    gone = living.chance.choice(clients)
    if living.chance.random() < 0.5:
        living.plan(when - HOUR, gone.name, "blocks")
        living.plan(when + 2 * DAY, gone.name, "unblocks")
        living.plan(when + 2 * DAY + HOUR, gone.name, "says", living.sentence(gone, 2))


def _is_away(living: Living, person: Person) -> None:
    """Absences are said in words, and so is being back; some are answered with the first button."""
    for _ in range(1 + living.days // 10):
        when = _any(living)
        living.plan(when, person.name, "says", living.chance.choice(cast.AWAY[person.language]))
        if living.chance.random() < 0.6:
            living.plan(when + living.soon(), person.name, "picks", "", living.chance.randint(1, 4))


def _remarks(living: Living, person: Person) -> None:
    for _ in range(1 + living.days // 6):
        said = living.chance.choice(cast.REMARKS[person.language])
        living.plan(_any(living), person.name, "says", said)


def _removes(living: Living, person: Person) -> None:
    """A wish that all be gone, which is not gone through with; words behind it are kept as ever."""
    for _ in range(1 + living.days // 12):
        when = _any(living)
        living.plan(when, person.name, "says", living.chance.choice(cast.REMOVALS[person.language]))
        later = living.chance.choice((15 * SECOND, 4 * MINUTE, 3 * HOUR))
        living.plan(when + later, person.name, "says", living.sentence(person, 3))


def _handles(living: Living, person: Person) -> None:
    """An answer is marked, looked at or taken back by the row under what follows it."""
    labels = [texts(person.language).t(one) for one in ("This felt new", "Who sees it", "Take back")]
    for _ in range(1 + living.days // 5):
        living.plan(_any(living), person.name, "taps", living.chance.choice(labels))


ERRANDS: dict[str, Errand] = {
    "blocker": _blocks,
    "stopper": _stops,
    "traveller": _travels,
    "mender": _mends,
    "setter": _sets,
    "opener": _leaves_open,
    "asker": _asks,
    "speller": _types,
    "holder": _holds,
    "unsayer": _unsays,
    "stop editor": _edits_to_stop,
    "endangered": _in_danger,
    "absent": _is_away,
    "remarker": _remarks,
    "remover": _removes,
    "handler": _handles,
}

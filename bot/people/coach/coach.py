"""What a coach can say and do: invite, log coaching sessions, read digests. Only own clients, always."""

from bot import __version__, places
from bot.core.base import wall
from bot.core.plan.recurrence import Repeat, parse_session
from bot.i18n import N_, Texts, texts
from bot.people import arranging, greeting, inviting, planning, reconcile, roster
from bot.people.coach import digesting, meeting
from bot.people.turn import Rows, Turn, number, send
from bot.store import people, sessions
from bot.store.people import Client, Coach
from bot.telegram import Message, Tap, escape

REPEATS = (("", N_("Once")), ("weekly", N_("Every week")), ("fortnightly", N_("Every two weeks")))


# ---- joining -----------------------------------------------------------------------------------


def begin(turn: Turn, chat: int, language: str) -> None:
    """A coach came in by an admin's link."""
    mine = people.coach(turn.tx, chat)
    if mine is not None and mine.state == "active":
        return send(
            turn, chat, texts(mine.language).t("You are a coach here already. /help shows what there is.")
        )
    people.add_coach(turn.tx, chat, language=texts(language).language, step="name", now=turn.now)
    t = texts(language).t
    text = t(
        "Welcome to Interlude. Between coaching sessions it asks your clients open questions, written by "
        "people. Once a week it brings you what they chose to share. How shall clients see your name?"
    )
    return send(turn, chat, text)


def heard(turn: Turn, coach: Coach, message: Message, command: str, rest: str) -> bool:
    """A command of the coach's or a step of a short dialogue; False when it is neither."""
    rooms = {
        "invite": _invite,
        "session": _session,
        "sessions": meeting.show,
        "digest": _digest,
        "clients": _clients,
        "plan": _plan,
        "zone": _ask_zone,
        "ending": arranging.ending,
        "where": arranging.ask_place,
        "cancel": _never_mind,
    }
    if coach.state == "joining" or (coach.step and not command):
        return not command and _answered(turn, coach, message.text)
    if room := rooms.get(command):
        room(turn, coach, rest)
        return True
    if command in ("help", "start", "menu") and not people.client(turn.tx, coach.id):
        unknown(turn, coach)
        return True
    return False


def _answered(turn: Turn, coach: Coach, words: str) -> bool:
    match coach.step:
        case "name":
            _named(turn, coach, words.strip()[:60])
        case "zone":
            _placed(turn, coach, words)
        case "session":
            _session_said(turn, coach, words)
        case "move":
            meeting.move_said(turn, coach, words)
        case _:
            return False
    return True


def _named(turn: Turn, coach: Coach, name: str) -> None:
    if not name:
        return send(turn, coach.id, texts(coach.language).t("A name is enough, like Dana or Dana Miller."))
    people.rename_coach(turn.tx, coach.id, name)
    return _ask_zone(turn, coach, "")


def _ask_zone(turn: Turn, coach: Coach, rest: str) -> None:
    if rest:
        return _placed(turn, coach, rest)
    people.change_coach(turn.tx, coach.id, step="zone")
    text = texts(coach.language).t(
        "Where are you? A city is enough, like Lisbon, or the time where you are, like 14:35."
    )
    return send(turn, coach.id, text)


def _placed(turn: Turn, coach: Coach, words: str) -> None:
    t = texts(coach.language)
    zones = places.find(words, coach.language) or places.by_clock(words, turn.now)
    if len(zones) == 1:
        return _settled(turn, coach, zones[0])
    if not zones:
        text = t.t(
            "That place is not known here. A larger city nearby works, or the time where you are, like 14:35."
        )
        return send(turn, coach.id, text)
    rows = tuple(((t.zone(zone), f"k:zone:{zone}"),) for zone in zones[:8])
    return send(turn, coach.id, t.t("Which of these is nearest to you?"), rows)


def _settled(turn: Turn, coach: Coach, zone: str) -> None:
    if not places.known(zone):
        return
    people.change_coach(turn.tx, coach.id, zone=zone, step="", state="active")
    _greet(turn, coach)
    t = texts(coach.language)
    next_one = reconcile.next_digest(turn, zone)
    text = t.t(
        "That is set: {zone}, where it is {time} now. Digests come once a week, the next on {when}; /digest "
        "brings one at any time.",
        zone=t.zone(zone),
        time=t.clock(turn.now.astimezone(wall.zone_of(zone))),
        when=t.when(next_one, zone),
    )
    send(turn, coach.id, text + "\n\n" + _commands(t))


def _greet(turn: Turn, coach: Coach) -> None:
    """Telegram shows a coach the commands of coaches; once a version of the program."""
    admin = coach.id in turn.config.people.admins
    key = f"{__version__}:True"
    greeting.set_for(turn.tx, coach.id, coach.language, coach=True, admin=admin, key=key, now=turn.now)


def _commands(t: Texts) -> str:
    return t.t(
        "/invite – a link for one client\n/session – log a coaching session\n/sessions – the coming ones, to "
        "move or cancel\n/digest – what clients shared this week\n/clients – who is with you\n/plan – what comes "
        "in the next two weeks\n/ending – the last day with a client\n/where – ask a client where they are\n"
        "/zone – where you are"
    )


def unknown(turn: Turn, coach: Coach) -> None:
    """What a coach can do, when what was written is nothing of it."""
    t = texts(coach.language)
    note = t.t(
        "You see only what your clients share. Nobody watches for emergencies here, and clients are told so."
    )
    send(turn, coach.id, _commands(t) + "\n\n" + note)


def _never_mind(turn: Turn, coach: Coach, rest: str) -> None:
    people.change_coach(turn.tx, coach.id, step="", draft={})
    send(turn, coach.id, texts(coach.language).t("Left as it was."))


# ---- clients -----------------------------------------------------------------------------------


def _invite(turn: Turn, coach: Coach, rest: str) -> None:
    link = inviting.link(turn, "client", coach.id)
    send(
        turn,
        coach.id,
        texts(coach.language).t("A link for one client, good for 72 hours. This message can be forwarded:")
        + f"\n{link}",
    )


def _clients(turn: Turn, coach: Coach, rest: str) -> None:
    t = texts(coach.language)
    mine = people.clients_of(turn.tx, coach.id)
    if not mine:
        return send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    states = {
        "joining": t.t("joining"),
        "active": t.t("active"),
        "paused": t.t("paused"),
        "stopped": t.t("stopped"),
    }
    away = t.t("not reachable")
    lines = [f"{escape(roster.called(t, one))} · {away if one.away else states[one.state]}" for one in mine]
    return send(turn, coach.id, "\n".join(lines))


def _plan(turn: Turn, coach: Coach, rest: str) -> None:
    """What the bot will begin in the next two weeks, client by client, in as many messages as that takes."""
    t = texts(coach.language)
    active = [one for one in people.clients_of(turn.tx, coach.id) if one.state == "active"]
    if not active:
        return send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    said = ""
    for client in active:
        lines = planning.upcoming_for_coach(turn, client, coach) or [t.t("Nothing is planned.")]
        its = "\n".join((f"<b>{escape(roster.called(t, client))}</b>", *map(escape, lines)))
        if said and len(said) + len(its) > roster.LONGEST:
            send(turn, coach.id, said)
            said = ""
        said = f"{said}\n{its}" if said else its
    return send(turn, coach.id, said)


# ---- coaching sessions -------------------------------------------------------------------------


def _session(turn: Turn, coach: Coach, rest: str) -> None:
    """Log a coaching session: with whom, when, how often."""
    t = texts(coach.language)
    mine = [one for one in people.clients_of(turn.tx, coach.id) if one.state not in ("joining", "refused")]
    if not mine:
        return send(turn, coach.id, t.t("No client yet. /invite makes a link."))
    client, when = roster.named(turn, coach, rest)
    if client is not None:
        return _ask_when(turn, coach, client, when)
    rows: Rows = tuple(((roster.called(t, one), f"k:session:{one.id}"),) for one in mine[:90])
    return send(turn, coach.id, t.t("With whom?"), rows)


def _ask_when(turn: Turn, coach: Coach, client: Client, when: str) -> None:
    t = texts(coach.language)
    people.change_coach(turn.tx, coach.id, step="session", draft={"client": client.id})
    if when.strip():
        return _session_said(turn, _fresh(turn, coach), when)
    text = t.t(
        "When is it, by your clock? Like tue 15:00, tomorrow 9:30, or 2026-12-01 15:00 weekly. Past ones "
        "count too. /cancel leaves it."
    )
    return send(turn, coach.id, text)


def _fresh(turn: Turn, coach: Coach) -> Coach:
    return people.coach(turn.tx, coach.id) or coach


def _session_said(turn: Turn, coach: Coach, words: str) -> None:
    t = texts(coach.language)
    client = _drafted(turn, coach)
    if client is None:
        return _never_mind(turn, coach, "")
    try:
        repeat = parse_session(_dated(turn, coach, words), coach.zone)
    except ValueError:
        return send(
            turn,
            coach.id,
            t.t("A date and time like 2026-12-01 15:00 works, with weekly behind it if it repeats."),
        )
    if not repeat.weeks and "once" not in words.casefold():
        return _ask_repeat(turn, coach, client, repeat)
    return _log(turn, coach, client, repeat)


def _drafted(turn: Turn, coach: Coach) -> Client | None:
    number = coach.draft.get("client")
    client = people.client(turn.tx, number) if number else None
    return client if client is not None and client.coach_id == coach.id else None


def _dated(turn: Turn, coach: Coach, words: str) -> str:
    """ "today 15:00", "tomorrow 9:30" and "wed 15:00" as a date by the coach's clock."""
    return meeting.dated(words, wall.local(turn.now, coach.zone).date())


def _ask_repeat(turn: Turn, coach: Coach, client: Client, repeat: Repeat) -> None:
    t = texts(coach.language)
    draft = {"client": client.id, "when": f"{repeat.starts:%Y-%m-%d %H:%M} {repeat.minutes} minutes"}
    people.change_coach(turn.tx, coach.id, draft=draft)
    rows: Rows = tuple(((t.t(label), f"k:repeat:{value}"),) for value, label in REPEATS)
    send(turn, coach.id, t.t("Does it repeat?"), rows)


def _repeat_said(turn: Turn, coach: Coach, value: str) -> None:
    client = _drafted(turn, coach)
    when = coach.draft.get("when")
    if client is None or when is None:
        return
    day, at, *length = when.split(" ", 2)
    words = " ".join((day, at, value or "once", *length))
    _log(turn, coach, client, parse_session(words, coach.zone))


def _log(turn: Turn, coach: Coach, client: Client, repeat: Repeat) -> None:
    sessions.add(
        turn.tx,
        client.id,
        coach.id,
        starts=repeat.starts,
        zone=repeat.zone,
        now=turn.now,
        minutes=repeat.minutes,
        weeks=repeat.weeks,
        until=repeat.until,
    )
    people.change_coach(turn.tx, coach.id, step="", draft={})
    turn.about.add(client.id)
    t = texts(coach.language)
    at = wall.instant(repeat.starts, repeat.zone)
    how = {0: t.t("once"), 1: t.t("every week"), 2: t.t("every two weeks")}.get(
        repeat.weeks, t.t("every {n} weeks", n=repeat.weeks)
    )
    text = t.t(
        "Logged: {name}, {when}, {how}. /sessions moves or cancels it.",
        name=escape(roster.called(t, client)),
        when=t.when(at, coach.zone),
        how=how,
    )
    send(turn, coach.id, text)


# ---- digests and taps --------------------------------------------------------------------------


def _digest(turn: Turn, coach: Coach, rest: str) -> None:
    digesting.now(turn, coach, rest)


def tapped(turn: Turn, coach: Coach, tap: Tap, act: str) -> None:
    """A button of the coach's."""
    word, _, value = act.partition(":")
    match word:
        case "zone":
            _settled(turn, coach, value)
        case "session":
            client = people.client(turn.tx, number(value))
            if client is not None and client.coach_id == coach.id:
                _ask_when(turn, coach, client, "")
        case "repeat":
            _repeat_said(turn, coach, value)
        case "read":
            digesting.read(turn, coach, number(value), tap.message_id)
        case "move" | "off" | "back":
            meeting.tapped(turn, coach, word, value)

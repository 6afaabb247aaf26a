"""The client's menu and commands: everything can be reached within two taps from any message (A12)."""

import json
from collections.abc import Callable
from datetime import timedelta

from bot.core.base import wall
from bot.core.base.line import from_json, line, to_json
from bot.core.plan import rhythm
from bot.core.plan.recurrence import parse_date
from bot.i18n import N_, Texts, texts
from bot.people import arranging, library, planning, reflecting, roster
from bot.people.client import answers, help, joining
from bot.people.turn import Rows, Turn, number, send, send_file
from bot.store import consents, erase, export, people, reflections
from bot.store.people import Client
from bot.telegram import escape

LONGEST_PAUSE = 3650
PAUSES = (
    ("1", N_("One day")),
    ("7", N_("One week")),
    ("30", N_("One month")),
    ("0", N_("Until I come back")),
)
ASKED = line("you asked for it")
HELP = {"help": help.show, "about": help.about, "limits": help.limits}


def command(turn: Turn, client: Client, word: str, rest: str) -> bool:
    """A command of the client's; False when the word is none, and then it is kept as words."""
    if word in HELP:
        HELP[word](turn, client)
        return True
    if client.state == "joining":
        return _joining_command(turn, client, word)
    acts = {
        "menu": "menu",
        "start": "start",
        "now": "now",
        "answers": "answers",
        "shared": "shared",
        "why": "why",
        "pause": "pause",
        "resume": "start",
        "stop": "stop",
        "days": "days",
        "place": "place",
        "name": "name",
        "quiet": "quiet",
        "more": "weekly",
        "export": "export",
        "erase": "erase",
    }
    if word in acts:
        _act(turn, client, acts[word], rest if word == "pause" else "")
        return True
    return _script(turn, client, word)


def _joining_command(turn: Turn, client: Client, word: str) -> bool:
    """While joining only leaving is possible besides help; another command says where one is."""
    if word in ("stop", "erase"):
        erase.client(turn.tx, client.id, turn.now)
        send(turn, client.id, texts(client.language).t("All right. Nothing is kept."))
        return True
    if word in ("start", "menu"):
        joining.ask_again(turn, client)
        return True
    return False


def _script(turn: Turn, client: Client, word: str) -> bool:
    """A script by its name, with _ for -: /spark, /rough_day."""
    name = word.replace("_", "-")
    live = library.live(turn.tx, name, client.language)
    if live is None or live.script.header.for_ != "client":
        return False
    reflecting.begin(turn, client, name, f"demand:{turn.row}", to_json(ASKED))
    return True


def tapped(turn: Turn, client: Client, act: str, message_id: int) -> None:
    """A button of the menu."""
    word, _, value = act.partition(":")
    if client.state != "joining":
        _act(turn, client, word, value)


def _act(turn: Turn, client: Client, word: str, value: str) -> None:
    rooms: dict[str, Callable[[Turn, Client, str], None]] = {
        "menu": _menu,
        "start": _start,
        "now": _now,
        "answers": answers.show,
        "toggle": answers.toggle,
        "shared": answers.preview,
        "why": _why,
        "pause": _pause,
        "stop": _stop,
        "days": _days,
        "place": _place,
        "name": _name,
        "quiet": _quiet,
        "weekly": _weekly,
        "sharing": _sharing,
        "followup": arranging.follow_up,
        "same": lambda turn, client, _: send(turn, client.id, texts(client.language).t("Noted.")),
        **HELP,
        "export": _export,
        "erase": _erase,
    }
    if room := rooms.get(word):
        room(turn, client, value)


# ---- the menu ----------------------------------------------------------------------------------


def _menu(turn: Turn, client: Client, value: str) -> None:
    t = _texts(client)
    lines = [planning.rhythm_in_words(t, client)]
    if client.state == "paused":
        lines.append(t.t("Paused. /start takes it up again, whenever you like."))
    elif client.state == "stopped":
        lines.append(t.t("Stopped: nothing is sent. /start takes it up again, whenever you like."))
    elif nearest := planning.next_prompt(turn, client, timedelta(days=28)):
        lines.append(
            t.t("As things stand, the next question comes on {when}.", when=t.when(nearest, client.zone))
        )
    send(turn, client.id, "\n".join(lines), _menu_rows(t, client))


def _menu_rows(t: Texts, client: Client) -> Rows:
    go_on = (
        (t.t("Pause"), "m:pause") if client.state == "active" else (t.t("Take up again"), "m:start"),
        (t.t("Stop"), "m:stop"),
    )
    return (
        ((t.t("A question now"), "m:now"), (t.t("My answers"), "m:answers")),
        ((t.t("Days and hours"), "m:days"), (t.t("How often"), "m:weekly")),
        ((t.t("Quiet hours"), "m:quiet"), (t.t("Place"), "m:place")),
        ((t.t("Who sees it"), "m:sharing"), (t.t("What goes to my coach"), "m:shared")),
        go_on,
        ((t.t("My name"), "m:name"), (t.t("Help and limits"), "m:help")),
        ((t.t("Export"), "m:export"), (t.t("Erase"), "m:erase")),
    )


def _now(turn: Turn, client: Client, name: str) -> None:
    """A script at once: the one chosen, or a list to choose from; after five in a day a soft question."""
    t = _texts(client)
    offered = library.on_demand(turn.tx, client.language)
    if name in {live.name for live in offered}:
        reflecting.begin(turn, client, name, f"demand:{turn.row}", to_json(ASKED))
        return
    open_row = reflections.open_of(turn.tx, client.id)
    lines = [t.t("Which one, if any?")]
    if planning.asked_today(turn, client) >= planning.ENOUGH:
        lines.insert(0, t.t("There have been a few today. It can also be enough for now."))
    if open_row is not None:
        lines.append(t.t("The one that is open now would end there; what you wrote is kept."))
    rows = tuple(((live.script.header.title[:60], f"m:now:{live.name}"),) for live in offered[:20])
    send(turn, client.id, " ".join(lines), rows)


def _why(turn: Turn, client: Client, value: str) -> None:
    """Why the latest prompt came when it came."""
    t = _texts(client)
    lines: list[str] = []
    if latest := planning.latest_why(turn, client):
        lines = [t.t("Why the latest came: {why}.", why=from_json(latest))]
    lines += planning.unsent_in_words(turn, client)
    if upcoming := planning.upcoming_in_words(turn, client, timedelta(days=14)):
        lines += [t.t("What comes, as things stand:"), *upcoming]
    send(
        turn, client.id, escape("\n".join(lines or [t.t("Nothing has come so far, and nothing is planned.")]))
    )


# ---- rhythm and place --------------------------------------------------------------------------


def _days(turn: Turn, client: Client, value: str) -> None:
    people.change_client(turn.tx, client.id, step="days")
    joining.ask_days(turn, client, client.zone)


def _place(turn: Turn, client: Client, value: str) -> None:
    people.change_client(turn.tx, client.id, step="zone")
    joining.ask_zone(turn, client)


def _name(turn: Turn, client: Client, value: str) -> None:
    t = _t(client)
    people.change_client(turn.tx, client.id, step="name")
    send(turn, client.id, t("How would you like to be called?"), (((t("No name"), "j:name:"),),))


def _quiet(turn: Turn, client: Client, value: str) -> None:
    t = _texts(client)
    if value:
        return _quiet_set(turn, client, value)
    people.change_client(turn.tx, client.id, step="quiet")
    choices = ("21:00-08:00", "20:00-09:00", "22:00-07:00", "23:00-07:00")
    rows = tuple(((choice, f"m:quiet:{choice}"),) for choice in choices)
    return send(
        turn, client.id, t.t("At which hours shall nothing come? Tap, or write hours like 21:00-08:00."), rows
    )


def _quiet_set(turn: Turn, client: Client, words: str) -> None:
    t = _t(client)
    try:
        quiet = rhythm.parse_quiet(words)
        rhythm.check(planning.rhythm_of(client), quiet, turn.config.time)
    except ValueError:
        return send(
            turn,
            client.id,
            t("Hours like 21:00-08:00 work: eight or more, and none at which a question comes."),
        )
    people.set_rhythm(turn.tx, client.id, quiet=f"{quiet.starts:%H:%M}-{quiet.ends:%H:%M}")
    return joining.settle(turn, client.id)


def _weekly(turn: Turn, client: Client, value: str) -> None:
    t = _t(client)
    if 1 <= number(value) <= 7:
        people.set_rhythm(turn.tx, client.id, weekly=number(value))
        return joining.settle(turn, client.id)
    rows = (tuple((str(number), f"m:weekly:{number}") for number in range(1, 8)),)
    return send(turn, client.id, t("How many times a week may it begin, at most? Three is usual."), rows)


def answered(turn: Turn, client: Client, words: str) -> None:
    """Words for a setting that was asked for."""
    if client.step == "quiet":
        return _quiet_set(turn, client, words)
    return joining.heard(turn, client, words)


# ---- pause and stop ----------------------------------------------------------------------------


def _pause(turn: Turn, client: Client, value: str) -> None:
    """A pause from now on by a tap, or between two days by words: /pause 2026-12-24 2027-01-02."""
    t = _texts(client)
    if value and not value.isdigit():
        return _away(turn, client, value)
    if not value:
        rows = tuple(((t.t(label), f"m:pause:{days}"),) for days, label in PAUSES)
        coach = escape(people.coach_name(turn.tx, client.coach_id))
        text = t.t("For how long? Nothing comes until then. {coach} sees only that you paused.", coach=coach)
        return send(turn, client.id, text, rows)
    days = min(number(value), LONGEST_PAUSE)
    until = turn.now + timedelta(days=days) if days else None
    people.pause(turn.tx, client.id, turn.now, until)
    reflecting.rest(turn, client)
    if until is None:
        return send(turn, client.id, t.t("Paused. /start takes it up again, whenever you like."))
    text = t.t("Paused until {when}. /start takes it up earlier.", when=t.when(until, client.zone))
    return send(turn, client.id, text)


def _away(turn: Turn, client: Client, words: str) -> None:
    """Days off that lie ahead: nothing is begun on the first, the last, and those between."""
    t = _texts(client)
    today, most = wall.local(turn.now, client.zone).date(), turn.config.time.pause_most_days
    try:
        first, last = (parse_date(word) for word in words.split())
    except ValueError:
        return send(turn, client.id, t.t("Two days like these work: /pause 2026-12-24 2027-01-02."))
    if not max(first, today) <= last <= today + timedelta(days=366):
        return send(turn, client.id, t.t("Two days like these work: /pause 2026-12-24 2027-01-02."))
    if (last - first).days >= most:
        return send(turn, client.id, t.t("Up to {n} days work; /pause alone may stay open.", n=most))
    people.days_off(turn.tx, client.id, first, last, now=turn.now)
    return send(turn, client.id, t.t("Nothing comes from {first} to {last}.", first=first, last=last))


def _start(turn: Turn, client: Client, value: str) -> None:
    """Take up again after a pause or a stop; the tone is the same after a day and after a year."""
    if client.state in ("paused", "stopped"):
        people.resume(turn.tx, client.id, turn.now)
        return joining.settle(turn, client.id)
    return _menu(turn, client, value)


def _stop(turn: Turn, client: Client, value: str) -> None:
    t = _t(client)
    people.stop(turn.tx, client.id, turn.now)
    reflecting.rest(turn, client)
    roster.told(
        turn, client, N_("{name} has stopped the questions. What was shared before stays in the digests.")
    )
    text = t(
        "Stopped. Nothing more comes. {coach} reads that you stopped, and no more than that. What you wrote is "
        "kept: /export gives it to you, /erase erases it, /start takes it up again.",
        coach=escape(people.coach_name(turn.tx, client.coach_id)),
    )
    send(turn, client.id, text)


# ---- sharing, help, export, erase --------------------------------------------------------------


def _sharing(turn: Turn, client: Client, value: str) -> None:
    t = _texts(client)
    name = people.coach_name(turn.tx, client.coach_id)
    if value in ("session", "private"):
        consents.add(turn.tx, client.id, consents.SHARE, value == "session", joining.AGREEMENT, turn.now)
        people.change_client(turn.tx, client.id, visibility=value)
        said = (
            t.t("From now on {coach} sees your answers in the weekly digest.", coach=escape(name))
            if value == "session"
            else t.t("From now on your answers are private until you share one.")
        )
        return send(turn, client.id, said + " " + t.t("/answers changes single ones."))
    rows: Rows = (
        ((t.t("Share with {coach}", coach=name)[:60], "m:sharing:session"),),
        ((t.t("Private until I share"), "m:sharing:private"),),
    )
    return send(turn, client.id, t.t("Who sees what you write from now on?"), rows)


def _export(turn: Turn, client: Client, value: str) -> None:
    t = _t(client)
    content = json.dumps(export.client(turn.tx, client.id), ensure_ascii=False, indent=2).encode()
    caption = t("Everything that is kept about you, as a file.")
    send_file(turn, client.id, "sendDocument", "interlude-export.json", content, caption, protect=False)


def _erase(turn: Turn, client: Client, value: str) -> None:
    t, coach = _t(client), escape(people.coach_name(turn.tx, client.coach_id))
    if value != "yes":
        rows: Rows = (((t("Erase everything"), "m:erase:yes"),), ((t("Keep it"), "m:menu"),))
        text = t(
            "This erases all that is kept of you here, at once and for good. {coach} keeps what was sent before, "
            "and reads that you left. Go on?",
            coach=coach,
        )
        return send(turn, client.id, text, rows)
    roster.told(turn, client, N_("{name} has left Interlude, and what they wrote here is erased."))
    erase.client(turn.tx, client.id, turn.now)
    text = t(
        "Erased. Nothing you wrote is left here. Telegram keeps its own copy of this chat: "
        "“Clear history” in the chat's menu removes it."
    )
    return send(turn, client.id, text)


def _texts(client: Client) -> Texts:
    return texts(client.language)


def _t(client: Client) -> Callable[..., str]:
    return texts(client.language).t

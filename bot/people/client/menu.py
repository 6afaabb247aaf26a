"""The client's menu: everything can be reached within two taps from any message (A12)."""

from datetime import timedelta

from bot.core.base.line import from_json, line, to_json
from bot.i18n import Texts, texts
from bot.people import alternatives, library, plan_in_words, planning, reader, reflecting
from bot.people.client.settled import pauses_in_words, state_in_words
from bot.people.leaf import leaf
from bot.people.turn import Rows, Turn, number, send
from bot.store import reflections, renamed
from bot.store.people import Client
from bot.store.reflections import ReflectionRow
from bot.telegram import escape

ASKED = line("you asked for it")

TWICE = timedelta(minutes=1)
"""A script asked for once more so soon is a second tap on the same button."""


def show(turn: Turn, client: Client, value: str = "") -> None:
    """How things stand, and a button for each thing there is."""
    t = texts(client.language)
    lines = [plan_in_words.rhythm(t, client), *state_in_words(turn, t, client)]
    send(turn, client.id, "\n".join(lines), _rows(turn, t, client))


def _rows(turn: Turn, t: Texts, client: Client) -> Rows:
    active = client.state == "active" and not planning.paused_now(turn, client)
    go_on = (
        ((t.t("Pause"), "m:pause"), (t.t("Stop"), "m:stop"))
        if active
        else ((t.t("Take up again"), "m:start"),)
    )
    return (
        ((t.t("A question now"), "m:now"), (t.t("My answers"), "m:answers")),
        ((t.t("Days and hours"), "m:days"), (t.t("How often"), "m:more")),
        ((t.t("Quiet hours"), "m:quiet"), (t.t("Place"), "m:place")),
        ((t.t("Who sees it"), "m:sharing"), (t.t("What goes to my coach"), "m:shared")),
        ((t.t("See it before it goes"), "m:beforehand"), (t.t("What helps me"), "m:whathelps")),
        ((t.t("Topics and form"), "m:topics"), (t.t("Language"), "m:language")),
        go_on,
        ((t.t("Our agreement"), "m:agreement"), (t.t("Voice notes and pictures"), "m:recordings")),
        ((t.t("My name"), "m:name"), (t.t("Signs under what I write"), "m:signs")),
        ((t.t("Change this"), "m:change"), (t.t("Help and limits"), "m:help")),
        ((t.t("Export"), "m:export"), (t.t("Erase"), "m:erase")),
    )


def now(turn: Turn, client: Client, name: str = "") -> None:
    """A script at once: the one chosen, or a list to choose from; after five in a day a soft question."""
    t = texts(client.language)
    if client.state == "stopped":
        rows: Rows = (((t.t("Take up again"), "m:start"),),)
        text = t.t("Stopped: nothing is sent. /start takes it up again, whenever you like.")
        return send(turn, client.id, text, rows)
    there = library.on_demand(turn.tx, client.language)
    offered = [one for one in there if alternatives.may_ask(turn, client, one)]
    wanted = renamed.called(turn.tx, name)
    if wanted in {live.name for live in offered}:
        return begin(turn, client, wanted)
    lines = [*pauses_in_words(turn, t, client), t.t("Which one, if any?")]
    if planning.asked_today(turn, client) >= planning.ENOUGH:
        lines.insert(-1, t.t("There have been a few today. It can also be enough for now."))
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.state != "snoozed":
        lines.append(t.t("The one that is open now would end there; what you wrote is kept."))
    rows = tuple(((live.script.header.title[:60], f"m:now:{live.name}"),) for live in offered)
    return send(turn, client.id, " ".join(lines), leaf(rows, number(name), t.t("Others"), "m:now:"))


def begin(turn: Turn, client: Client, name: str) -> None:
    """A script that the client asked for; what becomes of the talk that is open is said first."""
    t = texts(client.language)
    row = reflections.open_of(turn.tx, client.id)
    if row is not None and row.state == "holding":
        text = t.t(
            "The silence that you chose goes on. “{back}” under the question ends it.", back=t.t("I am back")
        )
        return send(turn, client.id, text)
    if row is not None and row.script == name and _as_begun(turn, row):
        return send(turn, client.id, t.t("The question above stays open."), silent=True)
    if row is not None and row.state != "snoozed":
        send(turn, client.id, t.t("The question before ends here; what you wrote is kept."), silent=True)
    reflecting.begin(turn, client, name, f"demand:{turn.row}", to_json(ASKED))
    return None


def _as_begun(turn: Turn, row: ReflectionRow) -> bool:
    """Whether a talk has only just begun: asked for by a second tap, it is not begun anew."""
    untouched = row.state == "open" and not row.reflection.answers and row.reflection.heard_at is None
    return untouched and turn.now - row.begun_at < TWICE


def script(turn: Turn, client: Client, word: str) -> bool:
    """A script by its name, with _ for -: /spark, /rough_day. False where there is none of that name."""
    name = renamed.called(turn.tx, word.replace("_", "-"))
    if name not in scripts(turn, client):
        return False
    live = library.live(turn.tx, name, client.language)
    if client.state == "stopped":
        now(turn, client)
    elif live is not None and not alternatives.may_ask(turn, client, live):
        send(turn, client.id, reader.nobody(turn, client))
        now(turn, client)
    else:
        begin(turn, client, name)
    return True


def scripts(turn: Turn, client: Client) -> tuple[str, ...]:
    """The names of the scripts that a client can ask for."""
    live = library.all_live(turn.tx, client.language)
    return tuple(one.name for one in live if one.script.header.for_ == "client")


def why(turn: Turn, client: Client, value: str = "") -> None:
    """Why the latest prompt came when it came, and what comes."""
    t = texts(client.language)
    stopped = t.t("Stopped: nothing is sent. /start takes it up again, whenever you like.")
    lines = pauses_in_words(turn, t, client) if client.state != "stopped" else [stopped]
    if latest := plan_in_words.latest_why(turn, client):
        lines += [escape(t.t("Why the latest came: {why}.", why=from_json(latest)))]
    lines += map(escape, plan_in_words.unsent(turn, client))
    if upcoming := plan_in_words.upcoming(turn, client, timedelta(days=14)):
        lines += [t.t("What comes, as things stand:"), *upcoming]
    said = lines or [t.t("Nothing has come so far, and nothing is planned.")]
    send(turn, client.id, "\n".join(said))

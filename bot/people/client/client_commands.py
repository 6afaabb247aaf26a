"""The commands of a client: one table, and what else the buttons of the menu do."""

from collections.abc import Callable

from bot.core.base.line import line
from bot.i18n import texts
from bot.people import arranging, commands, diary, easing, handover, library, receipts
from bot.people.client import (
    aiming,
    allowing,
    answers,
    beforehand,
    bygone,
    comforting,
    consent,
    correcting,
    country,
    days_hours,
    handling,
    hearing,
    help,
    hints,
    instead,
    journal,
    location,
    menu,
    opened,
    passed,
    pausing,
    receiving,
    records,
    remarked,
    remembered,
    setting,
    sitting,
    suggested,
    suiting,
    tongue,
    unsaying,
    wanting,
)
from bot.people.client.settled import settle
from bot.people.commands import Command
from bot.people.turn import Turn, send
from bot.store import reflections, showing
from bot.store.people import Client


def _help(turn: Turn, client: Client, value: str = "") -> None:
    help.show(turn, client, COMMANDS)


def _cancel(turn: Turn, client: Client, value: str = "") -> None:
    """Whatever was being asked has ended before any command runs; here nothing was."""
    send(turn, client.id, texts(client.language).t("No setting is being asked for."))


COMMANDS: tuple[Command[Client], ...] = (
    Command("menu", line("Days, hours, sharing, everything"), menu.show),
    Command("now", line("A question now"), menu.now, aside=False),
    Command("answers", line("What you wrote, and who sees it"), journal.show),
    Command("shared", line("What goes to your coach"), answers.preview),
    Command("opened", line("When what you wrote was shown, and how"), opened.show, shown=False),
    Command("beforehand", line("Whether you see what goes before it goes"), beforehand.show, shown=False),
    Command("why", line("Why now, and what comes next"), menu.why),
    Command("whathelps", line("What helps you, in your own words"), comforting.show, shown=False),
    Command("topics", line("Topics, tone, length, sealed questions"), suiting.show, shown=False),
    Command("language", line("In which language you are spoken to"), tongue.show, shown=False),
    Command("days", line("On which days and at what time"), days_hours.ask, shown=False),
    Command("more", line("How many times a week"), setting.weekly, shown=False),
    Command("quiet", line("Hours at which no question comes"), setting.quiet, shown=False),
    Command("place", line("Where you are, for the hours"), location.ask, shown=False),
    Command("name", line("How you are called here"), setting.name, shown=False),
    Command("sharing", line("Who sees what you write from now on"), setting.sharing, shown=False),
    Command("hints", line("What your coach's digest may point to"), hints.show, shown=False),
    Command("alerts", line("Whether your coach is told at once of a help card"), consent.ask, shown=False),
    Command(
        "recordings",
        line("Whether your coach hears voice notes and sees pictures"),
        hearing.show,
        shown=False,
    ),
    Command("country", line("Your country, for help lines"), country.ask, shown=False),
    Command("signs", line("A sign or a line: how you see that it is kept"), receipts.choose, shown=False),
    Command("change", line("Ask your coach for something different"), wanting.begin, shown=False),
    Command("ourmoments", line("Moments of your last session"), remembered.begin, shown=False),
    Command("agreement", line("What you and your coach agree on"), sitting.show, shown=False),
    Command("ourgoals", line("Your goals with your coach"), aiming.show, shown=False),
    Command("pause", line("Nothing for a while"), pausing.pause, aside=False),
    Command("start", line("Take it up again"), pausing.again, shown=False, aside=False),
    Command("stop", line("Nothing more"), pausing.stop, aside=False),
    Command("export", line("All you wrote, as a file"), records.give),
    Command("erase", line("Erase all of it"), records.forget, aside=False),
    Command("unsay", line("Erase your latest message here"), unsaying.ask, shown=False),
    Command("dates", line("Your coaching sessions as a calendar file"), diary.for_client, shown=False),
    Command("about", line("Who wrote this, and who reads"), help.about),
    Command("limits", line("What to expect, and what not"), help.limits),
    Command("help", line("What this is not, and where help is"), _help),
    Command("cancel", line("Leave a setting as it is"), _cancel),
)

BUTTONS: dict[str, Callable[[Turn, Client, str], None]] = {
    "tell": answers.tell,
    "unerase": records.keep,
    "new": handling.new,
    "mine": handling.mine,
    "back": handling.back,
    "seek": journal.seek,
    "themes": journal.themes,
    "correct": correcting.correct,
    "delete": correcting.delete,
    "apart": answers.apart,
    "passed": passed.chosen,
    "under": bygone.chosen,
    "files": hearing.choose,
    "hint": hints.switch,
    "send": answers.send_now,
    "helpsadd": comforting.add,
    "helpsoff": comforting.remove,
    "allow": allowing.ask,
    "nomark": suiting.leave_mark,
    "speak": tongue.choose,
    "suit": suiting.choose,
    "unseal": suiting.unseal,
    "going": journal.going,
    "holdback": beforehand.hold_back,
    "addline": beforehand.add,
    "look": beforehand.choose,
    "weekly": setting.weekly,
    "hand": handover.chosen,
    "fit": receiving.fitted,
    "reads": receiving.reads,
    "followup": arranging.follow_up,
    "suggested": suggested.rhythm,
    "unchange": wanting.take_back,
    "goals": aiming.show,
    "agreement": sitting.show,
    "asbefore": easing.end,
    "leave": suggested.leave,
    "signs": receipts.choose,
    "instead": instead.chosen,
    "others": remarked.others,
    "same": lambda turn, client, _: settle(turn, client.id, "same"),
}
"""Buttons that are no command. A setting's old button asks, as its command does."""


def run(turn: Turn, client: Client, word: str, rest: str) -> bool:
    """Do what a command says; what becomes of an open talk is said first. False where there is no such."""
    if (command := commands.find(COMMANDS, word)) is None:
        return menu.script(turn, client, word)
    if command.aside:
        beside(turn, client)
    command.run(turn, client, rest if word in ("pause", "change", "answers", "language") else "")
    return True


def beside(turn: Turn, client: Client) -> None:
    """That the talk which is open stays so."""
    row, t = reflections.open_of(turn.tx, client.id), texts(client.language)
    shown = None if row is None else showing.prompt_of(turn.tx, row.id, row.question)
    if row is None or row.state == "snoozed" or shown is None or shown.message_id is None:
        return  # nothing stands there, or what stands there was put off
    if row.state == "holding":
        said = t.t("The silence that you chose goes on.")
    elif row.reflection.heard_at:
        said = t.t("What you wrote is kept, and the talk goes on.")
    else:
        said = t.t("The question above stays open.")
    send(turn, client.id, said, silent=True)


def tapped(turn: Turn, client: Client, word: str, value: str) -> None:
    """A button of the menu: a command, or one of the few beside them."""
    if act := BUTTONS.get(word):
        return act(turn, client, value)
    command = commands.find(COMMANDS, word)
    return command.run(turn, client, value if word == "now" else "") if command else None


def known(word: str) -> bool:
    """Whether a button of the menu of this name does something."""
    return word in BUTTONS or commands.find(COMMANDS, word) is not None


def names(turn: Turn, client: Client) -> tuple[str, ...]:
    """All that can stand behind a slash: commands, and scripts with _ for -."""
    return tuple(offers(turn, client))


def offers(turn: Turn, client: Client) -> dict[str, str]:
    """The same with what each does, in words: a script's command with its title."""
    titles = {
        one.replace("-", "_"): library.title(turn.tx, one, client.language)
        for one in menu.scripts(turn, client)
    }
    return titles | commands.offers(texts(client.language), COMMANDS)

"""Scripts in a coach's chat: listed, read, played as a preview; those for coaches are begun, their answers kept."""

from datetime import datetime

from bot.core.base.line import line
from bot.core.script.script import Step
from bot.core.talk.exchange import Dialogue
from bot.core.understand import names
from bot.i18n import Texts, texts
from bot.people import dialogue, library, previewing
from bot.people.dialogue import Question
from bot.people.library import Live
from bot.people.turn import Rows, Turn, send, send_file
from bot.store import coach_answers, scripts
from bot.store.people import Coach
from bot.telegram import Message, escape

SHOWN = 8
"""Own answers in one message; the file has all."""


def listed(turn: Turn, coach: Coach, rest: str = "") -> None:
    """/scripts: every live script by its title, a button each; behind a title or a name, that one."""
    t, live = texts(coach.language), _live(turn, coach)
    if not live:
        return send(turn, coach.id, t.t("No script is live."))
    if rest and (named := _named(live, rest)):
        return read(turn, coach, named.name)
    mine = [one for one in live if one.script.header.for_ == "coach"]
    theirs = [one for one in live if one.script.header.for_ != "coach"]
    rows: Rows = tuple(
        ((one.script.header.title[:60], f"k:script:{one.name}"),) for one in (*mine, *theirs)[:90]
    )
    lines = [t.t("No script of that name; these are live.")] if rest else []
    lines.append(t.t("Scripts, those for coaches first. A tap shows one, to read, to play, or to begin."))
    return send(turn, coach.id, "\n".join(lines), rows)


def _live(turn: Turn, coach: Coach) -> tuple[Live, ...]:
    """The scripts of the coach's language; English ones beside them, where it has none of that name."""
    own = library.all_live(turn.tx, coach.language)
    known = {one.name for one in own}
    return (*own, *(one for one in library.all_live(turn.tx, "en") if one.name not in known))


def _one(turn: Turn, coach: Coach, name: str) -> Live | None:
    return next((one for one in _live(turn, coach) if one.name == name), None)


def _named(live: tuple[Live, ...], words: str) -> Live | None:
    known = [(at, name) for at, one in enumerate(live) for name in (one.script.header.title, one.name)]
    ways = names.named(words, [*known, *((at, name.replace("-", " ")) for at, name in known)])
    return live[ways[0].ids[0]] if ways else None


def read(turn: Turn, coach: Coach, name: str) -> None:
    """One script as a page: who wrote it, when it comes, each of its questions with what can be tapped."""
    one, t = _one(turn, coach, name), texts(coach.language)
    if one is None:
        return send(turn, coach.id, t.t("That script is not live any more."))
    head = one.script.header
    said = [f"<b>{escape(head.title)}</b>", t.t("By {author}.", author=escape(head.author))]
    said += [_step(t, step, coach) for step in one.script.steps]
    rows: Rows = (((t.t("Play it as a client"), f"k:play:{name}"),),)
    if head.for_ == "coach":
        rows = (((t.t("Begin"), f"k:begin:{name}"),),)
    return send(turn, coach.id, "\n\n".join(said), rows)


def _step(t: Texts, step: Step, coach: Coach) -> str:
    ways = (library.bare(one.text, coach.name) for one in step.wordings)
    words = "\n".join(" ".join(way.split()) for way in ways)
    choices = t.list([one.label for one in step.choices], style="or") if step.choices else ""
    return escape(words) + (f"\n<i>{escape(choices)}</i>" if choices else "")


def play(turn: Turn, coach: Coach, name: str, own: bool) -> None:
    """Play it: as a preview that keeps nothing, or, where it is for coaches, as the coach's own."""
    one = _one(turn, coach, name)
    row = _row(turn, one) if one else None
    if one is None or row is None or own != (one.script.header.for_ == "coach"):
        return send(turn, coach.id, texts(coach.language).t("That script is not live any more."))
    return previewing.begin(turn, coach.id, one.name, row.language, row.source, own=own)


def _row(turn: Turn, one: Live) -> scripts.ScriptVersion | None:
    language = one.script.header.language
    return scripts.live(turn.tx, one.name, language)


# ---- the coach's own answers -------------------------------------------------------------------


def journal(turn: Turn, coach: Coach, rest: str = "") -> None:
    """/journal: what the coach wrote for themself, the latest; all of it as a file; erased by a further tap."""
    t, mine = texts(coach.language), coach_answers.of(turn.tx, coach.id)
    if not mine:
        return send(turn, coach.id, t.t("Nothing is kept of your own. /scripts has three for coaches."))
    lines = [t.t("For you alone. The latest:")]
    lines += [_entry(t, one, coach) for one in mine[-SHOWN:]]
    rows: Rows = (((t.t("All as a file"), "k:journal:file"), (t.t("Erase it"), "k:journal:erase")),)
    return send(turn, coach.id, "\n\n".join(lines), rows, protect=True)


def _entry(t: Texts, one: coach_answers.OwnAnswer, coach: Coach) -> str:
    asked = " ".join(one.prompt.split()[-40:])
    return f"{t.when(one.at, coach.where)}\n<i>{escape(asked)}</i>\n{escape(one.words)}"


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """All of it as a file, or erased after a yes."""
    t = texts(coach.language)
    if value == "file":
        content = "\n\n".join(
            _page(one.at, one.prompt, one.words) for one in coach_answers.of(turn.tx, coach.id)
        )
        name, caption = "journal.md", t.t("What you wrote for yourself.")
        return send_file(turn, coach.id, "sendDocument", name, content.encode(), caption)
    text = t.t("This erases what you wrote for yourself, at once and for good. Go on?")
    rows: Rows = (((t.t("Erase it"), "yes"),),)
    return dialogue.ask(turn, coach.id, "coach", "unwrite", text, rows, leave=t.t("Keep it"))


def _page(at: datetime, prompt: str, words: str) -> str:
    return f"## {at:%Y-%m-%d %H:%M} UTC\n\n> {prompt}\n\n{words}"


def _erase_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    if value != "yes":
        return
    dialogue.end(turn, coach.id)
    coach_answers.erase(turn.tx, coach.id)
    send(turn, coach.id, texts(coach.language).t("Erased: what you wrote for yourself."))


STEPS: dict[str, Question[Coach]] = {
    "unwrite": Question(
        line("Your own answers"), _erase_said, dialogue.sure_read, line("A yes is enough."), "journal"
    )
}

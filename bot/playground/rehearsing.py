"""A script played from the text as it stands in the editor, published or not: no state but what was said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.base.wall import instant
from bot.core.script.script import Script
from bot.core.talk import talk_file as talks
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import line_of, perform, stage
from bot.core.talk.talk_file import Talk, TalkFault, TalkLine
from bot.i18n import phrases

LABELS = re.compile(r"(?:\[[^\[\]\n]+\] ?)+")

SPOKEN = ("bot", "trouble", "end")


@dataclass(frozen=True, slots=True)
class PlayedBy:
    """Who plays it: the number of the last coaching session, a name or none, and after a mark or not."""

    language: str
    name: str = ""
    session: int = 3
    marked: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlayedTalk:
    """How far it went: who said what, the buttons that stand, whether it is over, and a line that did not fit."""

    lines: tuple[TalkLine, ...]
    offered: tuple[str, ...]
    over: bool
    fault: str = ""
    talk: str = ""


def play(script: Script, client: PlayedBy, said: Iterable[str], first: str = "") -> PlayedTalk:
    """Play what was said so far; a label in brackets is a tap, ``later 2h`` lets time pass.

    ``first``: the step to begin at; what earlier steps would have kept is not there then.
    """
    header = {"script": script.name, "language": client.language, "name": client.name}
    header |= {"session": str(client.session), "marked": "yes" if client.marked else ""}
    header |= {"at": f"{client.at:%Y-%m-%d %H:%M}"} if client.at else {}
    talk = Talk(tuple((key, value) for key, value in header.items() if value), ())
    world = stage(talk, _from(script, first), phrases=phrases(client.language))
    lines, fault = list(_shown(world.begin())), ""
    kept: list[TalkLine] = []
    for words in said:
        line = line_of(words)
        lines.append(line)
        try:
            lines += _shown(world.typed(line))
        except TalkFault as wrong:
            fault = str(wrong)
            break
        kept.append(line)
    ended = over(world.reflection)
    offered = () if ended else world.offered()
    whole = perform(replace(talk, lines=tuple(kept)), _from(script, first), phrases=phrases(client.language))
    return PlayedTalk(tuple(lines), offered, ended, fault, talks.show(whole))


def kept_talk(text: str) -> tuple[PlayedBy, list[str]]:
    """Who played a talk that was kept, and what they said in it. Raises TalkFault for what cannot be said here."""
    talk = talks.read(text)
    odd = next((line.key for line in talk.lines if line.key in ("client+", "edit")), None)
    if odd is not None:
        raise TalkFault(f"This talk has a line {odd}:, which can be played in tests only.")
    said = [_typed(line) for line in talk.lines if line.key in ("client", "later")]
    session, at = talk.get("session", "0"), talk.get("at")
    who = PlayedBy(
        talk.get("language", "en"),
        talk.get("name"),
        int(session) if session.isdecimal() else 0,
        talk.get("marked") == "yes",
        instant(datetime.fromisoformat(at), "UTC").replace(tzinfo=None) if at else None,
    )
    return who, said


def _typed(line: TalkLine) -> str:
    return f"later {line.text}" if line.key == "later" else line.text


def _from(script: Script, first: str) -> Script:
    names = [step.name for step in script.steps]
    return replace(script, steps=script.steps[names.index(first) :]) if first in names else script


def _shown(lines: Iterable[TalkLine]) -> Iterator[TalkLine]:
    """What a client would read; the buttons of the latest prompt stand by themselves."""
    for line in lines:
        if line.key in SPOKEN:
            words = [one for one in line.text.split("\n") if not LABELS.fullmatch(one)]
            yield TalkLine(line.key, "\n".join(words).strip())

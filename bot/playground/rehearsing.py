"""A script played from the text as it stands in the editor, published or not: no state but what was said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.script.script import Script
from bot.core.talk import talk_file as talks
from bot.core.talk.reflection import over
from bot.core.talk.rehearsal import line_of, stage
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
    return PlayedTalk(tuple(lines), offered, ended, fault, talks.show(replace(talk, lines=tuple(kept))))


def _from(script: Script, first: str) -> Script:
    names = [step.name for step in script.steps]
    return replace(script, steps=script.steps[names.index(first) :]) if first in names else script


def _shown(lines: Iterable[TalkLine]) -> Iterator[TalkLine]:
    """What a client would read; the buttons of the latest prompt stand by themselves."""
    for line in lines:
        if line.key in SPOKEN:
            words = [one for one in line.text.split("\n") if not LABELS.fullmatch(one)]
            yield TalkLine(line.key, "\n".join(words).strip())

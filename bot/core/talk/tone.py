"""Tone: one script said as it is written, warmly or briefly, as its client chose. Nothing is worded anew.

Warm begins with the client's name. Brief leaves out what stands before a question; a first question keeps the
script's title. A head that says what a question is about (a marked moment, a session that was moved, the
coach's own question) stays in each.
"""

from html import escape
from typing import Literal

from bot.core.base.direction import isolated, right_to_left
from bot.core.script.kinds import WAITING
from bot.core.script.script import Script, Step
from bot.core.talk.model import Phrases, Reflection

Tone = Literal["", "warm", "brief"]
ASKS = ("?", "؟")


def toned(text: str, script: Script, step: Step, reflection: Reflection, phrases: Phrases) -> str:
    """A prompt in the tone that its client chose; a statement, and a text without a question, as written."""
    context = reflection.context
    parts = text.split("\n\n")
    at = next((place for place, part in enumerate(parts) if part.rstrip().endswith(ASKS)), None)
    if step.kind not in WAITING or at is None:
        return text
    first = reflection.question == 0
    needed = bool(context.marked or context.session_change or context.asked)
    head = parts[:at]
    if not needed and (context.tone == "brief" or (first and context.short)):
        head = [escape(script.header.title)] if first else []
    if first and context.tone == "warm" and context.name and context.name not in text:
        head = [
            phrases.greeting.replace(
                "{name}", isolated(escape(context.name), right_to_left(reflection.language))
            ),
            *head,
        ]
    return "\n\n".join((*head, *parts[at:]))

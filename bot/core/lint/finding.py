"""What a rule found, and what each rule says about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, at a place in the text that was judged (``start`` counts from 0)."""

    rule: str
    level: Level
    start: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called for and what helps; ``{words}`` in the message is what was found."""

    level: Level
    message: str
    remedy: str


RULES: Mapping[str, Rule] = {
    "Q2": Rule("error", "More than one question in one message", "Keep one; make a step of each other."),
    "DOUBLE": Rule(
        "error", "Two questions in one sentence: “{words}”", "Ask one thing; make a step of the other."
    ),
    "CLOSED": Rule(
        "error",
        "A closed question: “{words}” can be answered with yes, no or one word",
        "Begin with what or how, or invite: “Would you like to say …”, “Tell me about …”.",
    ),
    "LEAD": Rule(
        "error",
        "“{words}” leads the client to one answer",
        "Leave it out, so that every answer is as easy to give.",
    ),
    "ADVICE": Rule(
        "error",
        "“{words}” gives advice",
        "Ask what the client has found, or would like; advice belongs to the coach.",
    ),
    "PRESS": Rule("error", "“{words}” presses", "Say what is possible: if you like, you might, or leave it."),
    "WHY": Rule(
        "error",
        "“{words}” asks for reasons and can sound like blame",
        "Ask what or how: “What made it so?”, “How did that come about?”. The tag distanced_why allows it.",
    ),
    "INTERP": Rule(
        "error",
        "“{words}” tells the client what they feel or mean",
        "Echo their own words in quotation marks, or ask.",
    ),
    "DIAG": Rule("error", "“{words}” is a clinical label", "Use everyday words, or the client's own."),
    "CLAIM": Rule(
        "error",
        "“{words}” claims a feeling, memory or presence that a script does not have",
        "Say what really happens: “I have kept that”, “{{{{ coach }}}} can read it”.",
    ),
    "SECRET": Rule(
        "error",
        "“{words}” promises secrecy that nobody can keep",
        "Say who sees it, and that the client chooses.",
    ),
    "PRAISE": Rule(
        "error",
        "“{words}” praises a result",
        "Name what the client did or said, or just say thank you.",
    ),
    "ABS": Rule("warning", "“{words}” leaves no exception", "Say sometimes, often, or leave it out."),
    "LEN": Rule("error", "{words}", "Shorten it, or make two steps."),
    "SENT": Rule("warning", "{words}", "Cut it in two, or leave something out."),
    "READ": Rule("warning", "{words}", "Use shorter sentences and everyday words."),
    "EXCL": Rule("warning", "An exclamation mark", "End with a full stop."),
    "CAPS": Rule("warning", "“{words}” is in capitals and sounds loud", "Use small letters."),
    "EMOJI": Rule("warning", "{words}", "Keep one at most, and none where things may be tender."),
    "EXIT": Rule(
        "error",
        "“{words}” takes away the way out",
        "Leave it out: every step can be passed, put off or stopped.",
    ),
    "ACK": Rule(
        "error",
        "The question comes without a word on what the client wrote before",
        "Begin with {{{{ thanks }}}}, a short statement, or an acknowledgement step before it.",
    ),
    "PERM": Rule(
        "warning",
        "The first question does not say that it is free to answer",
        "Add a permissive word: if you like, if anything, you might, or leave it.",
    ),
    "TIME": Rule(
        "error",
        "“{words}” names a time that can be another when it is read",
        "Leave the time out.",
    ),
    "VAR": Rule("error", "{words}", "Write it so that it fits every client."),
    "PARITY": Rule("error", "{words}", "Give every language the same steps, choices and ways."),
    "CRISIS": Rule(
        "error",
        "“{words}” assesses or handles danger, which a script does not do",
        "Leave it out; the help card and a person do this.",
    ),
    "CONF": Rule(
        "warning",
        "“{words}” claims more than a tool for reflection does",
        "Say what it does: ask, keep, and pass on what the client chose.",
    ),
}


def finding(rule: str, start: int, words: str, level: Level | None = None, remedy: str = "") -> Finding:
    """A finding of the rule with its own message; ``level`` and ``remedy`` where they differ."""
    about = RULES[rule]
    message = about.message.format(words=" ".join(words.split()))
    return Finding(rule, level or about.level, start, message, remedy or about.remedy.format())

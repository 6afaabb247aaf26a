"""/ask: a question of the coach's own for a client; the rules of a good prompt remark on it before it goes."""

import re
from collections.abc import Sequence

from bot.core.base.issue import Issue
from bot.core.base.line import Line, line
from bot.core.lint import lint_prompt
from bot.core.talk.exchange import Dialogue
from bot.core.understand import desk, names
from bot.i18n import Texts, texts
from bot.people import choosing, dialogue, roster, understood
from bot.people.choosing import WithWhom
from bot.people.coach import assigning
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn
from bot.store.people import Client, Coach
from bot.telegram import Message, escape

MOST = 400
"""Letters of a question."""

REMARKS: dict[str, Line] = {
    "Q2": line("More than one question; one is easier to answer."),
    "DOUBLE": line("Two questions in one sentence; one is easier to answer."),
    "CLOSED": line("It can be answered with yes or no. What or how opens it."),
    "LEAD": line("It leads to one answer."),
    "ADVICE": line("It gives advice."),
    "PRESS": line("It presses."),
    "WHY": line("It asks for reasons, which can sound like blame. What or how works."),
    "INTERP": line("It tells them what they feel or mean."),
    "DIAG": line("A clinical label."),
    "CLAIM": line("It claims what a message does not have."),
    "SECRET": line("It promises secrecy."),
    "PRAISE": line("It praises a result."),
    "ABS": line("It leaves no exception."),
    "LEN": line("It is long."),
    "SENT": line("A long sentence."),
    "READ": line("It is hard to read."),
    "EXCL": line("An exclamation mark."),
    "CAPS": line("Capitals, which sound loud."),
    "EMOJI": line("More than one emoji, or one where things may be tender."),
    "EXIT": line("It takes away the way out."),
    "TIME": line("A time that can be another one when it is read."),
    "CRISIS": line("It assesses danger, which is for a person to do."),
    "CONF": line("It claims more than a question does."),
    "VAR": line("It is in another language than the one they read here."),
}
"""What the rules (docs/rules/) say about a coach's own question, in words for a coach."""

OTHER = line("Something in it can be mended.")


def begin(turn: Turn, coach: Coach, rest: str) -> None:
    """/ask NAME: QUESTION. The name stands before it; a name in the question is a part of the question."""
    choosing.leading(turn, coach, ASK, rest)


def look(turn: Turn, coach: Coach, client: Client, words: str, before: str = "") -> None:
    """The question with what the rules remark; shown back where nothing stands in its way.

    ``before``: the one that it would take the place of.
    """
    t, draft = texts(coach.language), {"client": client.id}
    name = escape(roster.called(turn, t, client))
    if not words:
        text = t.t(
            "What would you like to ask {name}? One open question; it goes as you write it.", name=name
        )
        return dialogue.ask(turn, coach.id, "coach", "question", text, draft=draft)
    issues = lint_prompt(words, client.language)
    remarks = _remarks(t, issues)
    if len(words) > MOST or any(one.level == "error" for one in issues):
        text = t.t("{name}: this question cannot go so. Write it another way:", name=name)
        lines = [text, f"<blockquote>{escape(words[:MOST])}</blockquote>", *remarks]
        return dialogue.ask(turn, coach.id, "coach", "question", "\n".join(lines), draft=draft)
    shown = t.t("{name} reads it at their next hour, as a question from you:", name=name)
    lines = [shown, f"<blockquote>{escape(words)}</blockquote>", *remarks]
    rows: Rows = (((t.t("Yes, ask it"), "yes"),), ((t.t("Write it another way"), understood.CHANGE),))
    if before:  # a yes would not say to which of the two
        rows = (((t.t("Ask this instead"), "yes"),), ((t.t("Keep the draft"), "keep"),))
    return dialogue.ask(
        turn,
        coach.id,
        "coach",
        "shown",
        "\n".join(lines),
        rows,
        draft={**draft, "words": words, dialogue.BEFORE: before},
    )


def _remarks(t: Texts, issues: Sequence[Issue]) -> list[str]:
    """Each remark once, with the words that it is about."""
    found = []
    for one in issues:
        about = re.search("“(.+?)”", one.message)
        said = t.line(REMARKS.get(one.rule, OTHER))
        found.append(f"“{about[1]}”: {said}" if about else said)
    return [escape(one) for one in dict.fromkeys(found)]


def _words_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    return understood.TYPED if words.strip() else None


def _words_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client = roster.one(turn, coach, asked.draft.get("client") or 0)
    if client is None or message is None:
        return None
    given = desk.to_ask(message.text)
    ways = names.named(given.replace(":", " ", 1), roster.known(roster.own(turn, coach)))
    if ways and ways[0].whole:  # "Ask Regula: …" says of itself for whom it is
        return begin(turn, coach, given)
    return look(turn, coach, client, " ".join(message.text.split()))


def _yes_read(turn: Turn, coach: Coach, asked: Dialogue, words: str) -> str | None:
    said = dialogue.yes_or_no(words)
    if said == "yes" and asked.draft.get(dialogue.BEFORE):
        return None
    return {"yes": "yes", "no": understood.CHANGE}.get(said, said) if said else understood.TYPED


def _yes_said(turn: Turn, coach: Coach, asked: Dialogue, value: str, message: Message | None) -> None:
    client, words = roster.one(turn, coach, asked.draft.get("client") or 0), asked.draft.get("words", "")
    if client is None:
        return None
    if value == understood.CHANGE:
        return look(turn, coach, client, "")
    before = asked.draft.get(dialogue.BEFORE, "")
    if value == "keep" and before:
        return look(turn, coach, client, before)
    if message is not None and value == understood.TYPED:
        return look(turn, coach, client, " ".join(message.text.split()), before or words)
    if value != "yes" or not words:
        return None
    dialogue.end(turn, coach.id)
    t = texts(coach.language)
    said = t.t("{name}: your question is set.", name=escape(roster.called(turn, t, client)))
    return assigning.give(turn, coach, client, said, "question", words=words)


def _is_question(turn: Turn, coach: Coach, said: str) -> bool:
    return bool(said)


ASK = WithWhom("ask", line("A question of your own"), "ask", look, _is_question)

STEPS: dict[str, Question[Coach]] = {
    "ask": choosing.question(ASK),
    "question": Question(
        line("A question of your own"),
        _words_said,
        _words_read,
        line("The question, as it is to be read."),
        "ask",
    ),
    "shown": Question(
        line("A question of your own"), _yes_said, _yes_read, line("A yes is enough."), "ask", drafts="words"
    ),
}

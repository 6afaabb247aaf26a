"""What a client chose to share at once: each answer whole under its question, told to their coach."""

from dataclasses import replace

from bot.core.digest.measures import question
from bot.core.script.script import Step
from bot.i18n import Texts, texts
from bot.people import attachments, gathering, giving, heeding, library, recordings, repairing, roster
from bot.people.turn import Shows, Turn, fresh_key, send
from bot.store import people, reflections, responses
from bot.store import told as tellings
from bot.store.people import Client, Coach
from bot.store.responses import Response
from bot.telegram import escape
from bot.telegram.splitting import fits

AT_ONCE = "answers shown at once"


def tell(turn: Turn, client: Client, shared: tuple[Response, ...]) -> None:
    """What a client chose to share at once, each answer whole under its question, to their coach.

    It takes as many messages as it takes; none of them is empty, and nothing is left out but what the coach
    has had already.
    """
    coach = people.coach(turn.tx, client.coach_id)
    if coach is None or coach.state != "active":
        return
    before = tellings.latest(tellings.of_client(turn.tx, client.id, coach.id))
    each = [(one, *tellings.news(one, before.get(one.id))) for one in shared]
    new = [replace(one, texts=fresh) for one, news, fresh in each if news != "told"]
    told = [one for one in new if one.texts or _tapped(turn, one)]
    if not told:
        return
    t = texts(coach.language)
    head = t.t(
        "{name} would like you to know this now, before the next session:",
        name=escape(roster.called(turn, t, client)),
    )
    carrier = fresh_key(turn)
    ids = {one.id for one in new}
    whole = [one for one in shared if one.id in ids]
    tellings.add(turn.tx, client.id, coach.id, whole, digest=None, carrier=carrier, now=turn.now)
    heavy = any(heeding.needs_person(turn, client, text.words) for one in told for text in one.texts)
    if heavy:
        head += " " + t.t("What may need a person is covered here; a tap on it shows it.")
    *first, last = _messages(head, [told_answer(turn, t, coach, client, one) for one in told])
    shows = Shows(None, told[0].id, "told")
    for text in first:
        send(turn, coach.id, text, protect=True, about=client.id, what=AT_ONCE, shows=shows)
    rows = giving.answering(t, f"r{told[0].id}") if heavy else giving.actions(t, f"r{told[0].id}")
    rows = (*recordings.rows(turn, t, client, f"r{told[0].id}", told), *rows)
    send(turn, coach.id, last, rows, protect=True, about=client.id, what=AT_ONCE, key=carrier, shows=shows)
    repairing.after(turn, client, roster.called(turn, t, client), repairing.among(turn, told))


def _asked(turn: Turn, coach: Coach, one: Response) -> str:
    """The question as it was shown; the script's own where it may hold words of an answer that is private."""
    talk = reflections.get(turn.tx, one.reflection_id or 0)
    beside = responses.of_reflection(turn.tx, talk.id) if talk else ()
    if talk is None or all(other.visibility in ("session", "now") for other in beside):
        return one.prompt
    return gathering.own_question(_step(turn, one), talk.reflection.context.before, coach)


def _step(turn: Turn, one: Response) -> Step | None:
    talk = reflections.get(turn.tx, one.reflection_id or 0)
    script = library.version(turn.tx, one.script, talk.language, one.version) if talk else None
    return script.step(one.step) if script else None


def _tapped(turn: Turn, one: Response) -> str:
    """What was tapped as an answer; who sees the rest, if that was what the step asked, is none."""
    if one.choice and library.routes(_step(turn, one)):
        return ""
    return one.choice or ("" if one.rating is None else str(one.rating))


def told_answer(turn: Turn, t: Texts, coach: Coach, client: Client, one: Response) -> str:
    """A question, and below it what was tapped and written, whole; what may need a person is covered."""
    asked = question(_asked(turn, coach, one))
    said = [heeding.covered(turn, client, attachments.shown(t, text)) for text in one.texts]
    tapped = t.number(one.rating) if one.rating is not None else _tapped(turn, one)
    repeated = any(text.own.strip().rstrip(".").casefold() == tapped.casefold() for text in one.texts)
    answer = "\n".join(filter(None, ("" if repeated else escape(tapped), *said)))
    above = f"<i>{heeding.covered(turn, client, asked)}</i>\n" if asked else ""
    return f"{above}<blockquote>{answer}</blockquote>"


def _messages(head: str, answers: list[str]) -> list[str]:
    """The answers in as few messages as hold them, in order; one that fits into a message is not torn."""
    found = [head]
    for answer in answers:
        joined = f"{found[-1]}\n\n{answer}"
        if fits(joined) or (found == [head] and not fits(answer)):
            found[-1] = joined
        else:
            found.append(answer)
    return found

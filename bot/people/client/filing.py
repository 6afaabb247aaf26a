"""Where a client's words belong: to the prompt they answer, else they are a note. They are kept in any case."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.talk.reflection import answer_at, over
from bot.core.understand.loss import mourns
from bot.core.understand.plea import AGAIN, APART, DAY, due
from bot.core.understand.request import asks, cannot_come, only_asks, urgent
from bot.i18n import Texts, texts
from bot.people import (
    absence,
    announcing,
    dated,
    heeding,
    numbers,
    planning,
    reader,
    reconcile,
    reflecting,
    respite,
    waking,
)
from bot.people.client import answers, bygone, confiding, helpcard, passed, receiving
from bot.people.turn import Shows, Turn, send
from bot.store import dialogues, hand, people, reflections, response_writes, responses, showing
from bot.store.people import Client, Coach
from bot.store.reflections import ReflectionRow
from bot.telegram import Message, escape

TOGETHER = timedelta(minutes=10)
"""Notes that follow one another within this time are one to their writer: the first is answered."""


def look(turn: Turn, client: Client, message: Message) -> None:
    """Read at once what it takes to see where words belong that are no reply."""
    talk = reflections.latest_of(turn.tx, client.id)
    if talk is not None and message.reply_to is None:
        hand.stood(turn.tx, client.id, message.message_id, message.at, talk)


def file(turn: Turn, client: Client, message: Message, private: bool = False) -> bool:
    """Keep words with the prompt they answer, or as a note; True where a talk goes on with them.

    ``private``: a note is for the client alone. To what asks of the coach it is said when they get it, and how now.
    """
    there, stopped = _there(turn, client), client.state == "stopped"
    private = private or stopped  # what is written after a stop is for its writer
    shares = not private and client.visibility != "private"
    secret = confiding.said(turn, client, message)
    request = secret and confiding.requests(turn, client, message)
    confided = (shares or (request and not stopped)) and secret
    alone, asked = _requests(turn, client, message)
    grave = heeding.grave(turn, client, message.own)
    called = grave or heeding.called(turn, client, message.own)
    calls = there and not secret and asked
    endangered = called and (
        _help_due(turn, client, message)
        or _acute(turn, client, message)
        or (grave and helpcard.answered(turn, client))
    )
    if not grave and (given := receiving.meant(turn, client, message)) is not None:
        receiving.noted(turn, client, given, message, private or confided)
        _answered_coach(turn, client, message, confided, endangered)
        return False
    if not grave and _about_session(turn, client, message):
        note(turn, client, message, private or confided, answered=True)
        _answered_coach(turn, client, message, confided, endangered, announcing.BEHIND)
        return False
    goes_on = (
        _beside(turn, client, message)
        if confided and request
        else _by_itself(turn, client, message, private)
        if alone and calls and not endangered
        else _file(turn, client, message, private, answered=calls or called or confided, asked=confided)
    )
    if stopped:
        confiding.hide(turn, client, message)
    elif secret and not confided:
        confiding.hold(turn, client, message)
    _rest(turn, client, message)
    if grave and endangered:
        _card(turn, client, message)
    if confided:
        _held_back(turn, client, message, called, pleads=endangered and not grave)
    elif calls or (endangered and there):
        _asked_of_coach(turn, client, message, endangered)
    elif endangered:
        _kept_beside(turn, client, grave)
    elif not called:
        faint(turn, client, message)
    else:
        send(
            turn,
            client.id,
            texts(client.language).t("In heavy hours: /help says where help is."),
            silent=True,
        )
    return goes_on


def _held_back(turn: Turn, client: Client, message: Message, called: bool, pleads: bool) -> None:
    """Words that stay private: where help is, as they need it; then what is held back, and whether it shall be."""
    if not called:
        faint(turn, client, message)
    plea = _again(turn, client) if pleads else ""
    confiding.hidden(turn, client, message, also=plea or _stopped(client).strip())


def _rest(turn: Turn, client: Client, message: Message) -> None:
    """The day after words of danger, the evening after bleak ones, nothing is asked by itself."""
    if heeding.grave(turn, client, message.own):
        reflecting.come_to_rest(turn, client)
    elif heeding.faint(turn, client, message.own):
        respite.be_still(turn, client)


def faint(turn: Turn, client: Client, message: Message) -> None:
    """One quiet line for words that only sound like it, wherever they went; once in an hour."""
    if heeding.faint(turn, client, message.own) and _line_due(turn, client, message):
        helpcard.beside(turn, client)


def bleak(turn: Turn, client: Client, message: Message) -> None:
    """Words for the bot that only sound like it: the same line, and nothing is asked by itself that evening."""
    _rest(turn, client, message)
    faint(turn, client, message)


def _beside(turn: Turn, client: Client, message: Message) -> bool:
    """A request about what was written before is no answer itself: it is a private note, and nothing goes on."""
    reflecting.wait_beside(turn, client)
    note(turn, client, message, private=True, answered=True)
    return False


def _requests(turn: Turn, client: Client, message: Message) -> tuple[bool, bool]:
    """Whether words are a request to the coach and nothing else, and whether they ask something of them at all."""
    coach = people.coach_name(turn.tx, client.coach_id)
    alone = message.reply_to is None and only_asks(message.own, coach)
    asked = alone or asks(message.own, coach) or _misses(turn, client, message)
    return alone, asked or helpcard.calls(turn, client, message)


def _by_itself(turn: Turn, client: Client, message: Message, private: bool) -> bool:
    """A request alone to the coach is no answer to the question in sight: it is a note, and the talk waits."""
    note(turn, client, message, private, answered=True)
    return False


def _about_session(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words are about what was told of a session, and say nothing that a button in sight says."""
    if not announcing.meant(turn, client, message):
        return False
    row = reflections.open_of(turn.tx, client.id)
    return row is None or not reflecting.presses(turn, row, message.own)


def apart(turn: Turn, client: Client, message: Message) -> None:
    """Words of danger that were typed to a setting or behind a command: where help is, and a private note."""
    note(turn, client, message, private=True, answered=True)
    met(turn, client, message)


def met(turn: Turn, client: Client, message: Message) -> None:
    """Words of danger that are kept are met: where help is, where they go, and a way to tell the coach now."""
    reflecting.come_to_rest(turn, client)
    _card(turn, client, message)
    if _there(turn, client):
        return _asked_of_coach(turn, client, message, endangered=False)
    return _kept_beside(turn, client, grave=True)


def _card(turn: Turn, client: Client, message: Message) -> None:
    helpcard.show(turn, client, heeding.category(turn, client, message.own))


def _acute(turn: Turn, client: Client, message: Message) -> bool:
    """Whether the numbers come although others came just before: a body is in danger, and that is new."""
    if not _medical(turn, client, message.own):
        return False
    said = [text for one in responses.latest(turn.tx, client.id, 20) for text in one.texts]
    lately = [one for one in said if message.at - AGAIN < one.at and one.message_id != message.message_id]
    return not any(_medical(turn, client, one.own) for one in lately)


def _medical(turn: Turn, client: Client, words: str) -> bool:
    return heeding.grave(turn, client, words) and heeding.category(turn, client, words) == "medical"


def _kept_beside(turn: Turn, client: Client, grave: bool) -> None:
    """That words are kept, for nobody is there who could be told of them."""
    kept = texts(client.language).t("Thank you. That is kept.")
    send(turn, client.id, kept if grave else _again(turn, client) + " " + kept)


def _line_due(turn: Turn, client: Client, message: Message) -> bool:
    """Whether no words of the last hour led to a line about help: a quiet one comes once in it."""
    lately = responses.latest(turn.tx, client.id, 20)
    said = [
        text
        for one in lately
        for text in one.texts
        if message.at - APART < text.at and text.message_id != message.message_id
    ]
    return not any(heeding.heard(turn, client, one.own) for one in said)


def _misses(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a note says that the session that lies ahead cannot be; in the middle of a talk it is an answer."""
    if reflections.open_of(turn.tx, client.id) is not None or not cannot_come(message.own):
        return False
    return planning.session_at(turn, client, ahead=True) is not None


def _help_due(turn: Turn, client: Client, message: Message) -> bool:
    """Whether where help is was not said lately; read off what the client wrote, nothing else is kept.

    A plea counts only behind words of danger: before them it brought nothing.
    """
    said = [text for one in responses.latest(turn.tx, client.id, 20) for text in one.texts]
    calls: list[datetime] = []
    for one in sorted(said, key=lambda text: text.at):
        again = bool(calls) and heeding.calls_again(turn, client, one.own)
        if message.at - DAY <= one.at and (again or heeding.grave(turn, client, one.own)):
            calls.append(one.at)
    return due(calls, message.at)


def _again(turn: Turn, client: Client) -> str:
    """Where help is, said again with its numbers."""
    t = texts(client.language)
    return t.t("Nobody is watching here.") + " " + numbers.said(turn, client)


def helped_first(turn: Turn, client: Client, text: str) -> str:
    """An answer in hours of danger: where help is before it, once an hour; between, a number alone behind it."""
    if respite.help_stands(turn, client):
        return text + "\n" + numbers.emergency(texts(client.language), numbers.found(turn, client))
    respite.helped(turn, client)
    return _again(turn, client) + "\n\n" + text


def _stopped(client: Client) -> str:
    """What follows a line that says "kept" where everything is stopped."""
    if client.state != "stopped":
        return ""
    return " " + texts(client.language).t("No question follows: everything is stopped until /start.")


def _there(turn: Turn, client: Client) -> bool:
    coach = people.coach(turn.tx, client.coach_id)
    return coach is not None and coach.state == "active"


def _file(
    turn: Turn, client: Client, message: Message, private: bool, answered: bool, asked: bool = False
) -> bool:
    """``answered``: something else says already that the words are kept; ``asked``: and asks about them."""
    if not heeding.grave(turn, client, message.own) and _answers_rhythm(turn, client, message):
        waking.about_rhythm(turn, client, message)
        return False
    place = None if _mourns(turn, client, message) else _place(turn, client, message)
    if place is None:
        note(turn, client, message, private, answered)
        return False
    row, at_turn = place
    if message.reply_to is None and reflecting.closed_at(turn, client, row, message.at):
        _after_session(turn, client, row, message, private, answered)
        return False
    if message.reply_to is None and bygone.is_bygone(turn, row, at_turn):
        note(turn, client, message, private, answered, under=(row, at_turn))
        return False
    if client.state == "stopped" and _shared_there(turn, row, at_turn):
        note(turn, client, message, private, answered)
        return False
    late = row.state == "lapsed" or client.state == "stopped"
    first = late and not _lately(turn, client, message)
    row = reflecting.heard(turn, client, row, message, at_turn, rests=asked)
    if client.state == "stopped":
        confiding.hide(turn, client, message)
    if over(row.reflection) and first and not answered:
        _kept_under(turn, client, row, at_turn, message)
    return not over(row.reflection)


def _mourns(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words after a silence say that somebody has died: they answer no question, and are their own."""
    before = turn.heard_before.get(client.id)
    silent = before is not None and message.at - before >= DAY
    return silent and message.reply_to is None and mourns(message.own)


def _after_session(
    turn: Turn, client: Client, row: ReflectionRow, message: Message, private: bool, answered: bool
) -> None:
    """A question before a session closes as that begins: what is written then is a note after the session."""
    if not over(row.reflection):
        reflecting.put_away(turn, client, row, "lapsed")
    note(turn, client, message, private, answered, prompt=texts(client.language).t("After the session"))


def _shared_there(turn: Turn, row: ReflectionRow, at_turn: int) -> bool:
    """Whether words for that prompt would join others that are shared."""
    beside = responses.of_reflection(turn.tx, row.id)
    return any(one.question == at_turn and one.visibility != "private" for one in beside)


def _kept_under(turn: Turn, client: Client, row: ReflectionRow, at_turn: int, message: Message) -> None:
    """Say which question a late answer stands under."""
    t, one = texts(client.language), responses.of_message(turn.tx, client.id, message.message_id)
    said = waking.kept_under(t, answer_at(row.reflection, at_turn).prompt) + _stopped(client)
    if client.state == "stopped" or (one and one.visibility == "private" and client.visibility == "session"):
        said = " ".join((said, t.t("It is private. /answers changes that.")))
    send(turn, client.id, said, silent=True)


def _answered_coach(
    turn: Turn, client: Client, message: Message, confided: bool, endangered: bool, shows: Shows | None = None
) -> None:
    """Words that answer the coach are kept: that they stay private, or what they ask and when it gets there."""
    if confided:
        confiding.hidden(turn, client, message)
    else:
        _asked_of_coach(turn, client, message, endangered, shows)


def _asked_of_coach(
    turn: Turn, client: Client, message: Message, endangered: bool, shows: Shows | None = None
) -> None:
    """The words ask something of the coach, who does not read here: when they get there, and a way to tell now."""
    one = responses.of_message(turn.tx, client.id, message.message_id)
    if one is None:
        return
    grave = heeding.grave(turn, client, message.own)
    coach = reader.of(turn, client)
    text = _gets_there(turn, client, coach, one, message) if coach else reader.nobody(turn, client)
    if endangered and not grave:  # before anything else
        text = _again(turn, client) + "\n\n" + text
    elif urgent(message.own) and not grave:
        text += " " + texts(client.language).t(
            "Nobody is watching here: in danger, call your emergency number. /help says where help is."
        )
    rows = answers.telling(turn, client, one, message.message_id) if coach else ()
    send(turn, client.id, text + _stopped(client), rows, shows=shows)


def _gets_there(turn: Turn, client: Client, coach: Coach, one: responses.Response, message: Message) -> str:
    """When the coach gets what was asked of them, and what only they can do."""
    t, name = texts(client.language), escape(coach.name)
    when = dated.shown(t, reconcile.next_telling(turn, client, coach), client.where)
    noticed = heeding.grave(turn, client, message.own) or respite.until(turn, client) is not None
    text = _kept_for(t, name, one.visibility == "private", when, noticed)
    if away := absence.now(turn, client):
        text += " " + away
    if cannot_come(message.own) and planning.session_at(turn, client, ahead=True):
        text += " " + t.t(
            "Only {coach} moves or cancels a session; told now, {coach} can do it from there.", coach=name
        )
    return text


def _kept_for(t: Texts, name: str, private: bool, when: str, noticed: bool) -> str:
    """Where words are. ``noticed``: a card stands above, which says what the coach is told: these are not that."""
    match noticed, private:
        case True, True:
            return t.t(
                "Your words are kept, and private: no notice has them, and {coach} does not read them.",
                coach=name,
            )
        case True, False:
            return t.t(
                "Your words are kept. No notice has them; they go to {coach} on {when}.",
                coach=name,
                when=when,
            )
        case False, True:
            return t.t(
                "That is kept, and it is private: {coach} does not read it as things stand.", coach=name
            )
    return t.t(
        "That is kept. {coach} does not read here in between; it goes out on {when}.", coach=name, when=when
    )


def _answers_rhythm(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a message answers the question about the rhythm: a reply, or the first word or tap since."""
    asked = dialogues.rhythm_asked(turn.tx, client.id, message.message_id, message.reply_to)
    heard = turn.heard_before.get(client.id)
    return asked is not None and (message.reply_to is not None or (heard is not None and heard < asked))


def _lately(turn: Turn, client: Client, message: Message) -> bool:
    """Whether the client wrote something just before: what follows is the same to them."""
    before = responses.last(turn.tx, client.id)
    return before is not None and before.said is not None and message.at - before.said < TOGETHER


def answers_none(turn: Turn, client: Client, message: Message) -> bool:
    """Whether words answer nothing: no prompt, no question about the rhythm, nothing that the coach gave."""
    if _answers_rhythm(turn, client, message) or receiving.meant(turn, client, message) is not None:
        return False
    place = _place(turn, client, message)
    return place is None or place[0].state == "snoozed"


def _place(turn: Turn, client: Client, message: Message) -> tuple[ReflectionRow, int] | None:
    """To which prompt a message belongs; what comes, as no reply, behind words of danger is a note of its own."""
    found = _asked(turn, client, message)
    if found is None or message.reply_to is not None or not reflecting.broken(turn, client, *found):
        return found
    return None


def _asked(turn: Turn, client: Client, message: Message) -> tuple[ReflectionRow, int] | None:
    """To which prompt a message belongs: the one it replies to, else the latest its writer can have seen."""
    if message.reply_to is not None and (shown := showing.prompt_at(turn.tx, client.id, message.reply_to)):
        row = reflections.get(turn.tx, shown.reflection_id)
        if row is not None and 0 < shown.question <= row.reflection.question:
            return row, shown.question
    for row in _talks(turn, client, message):
        if row.state == "stopped" and row.ended_at is not None and row.ended_at <= message.at:
            return None
        if over(row.reflection) and showing.seen_closing(turn.tx, row.id, message.message_id):
            behind = message.reply_to is None and reflecting.behind(turn, row, message)
            return (row, row.reflection.question) if behind else None
        if at := showing.question_of(turn.tx, row.id, message.message_id, message.at):
            begun_before = message.reply_to is None and reflecting.before(turn, row, at, message)
            return row, at - begun_before
        # else its first prompt was still on the way: the one before was being answered
    return None


def _talks(turn: Turn, client: Client, message: Message) -> Iterable[ReflectionRow]:
    """The recent talks, the one first of which something stood last in the chat: what was put off comes back."""
    newest = reflections.latest_of(turn.tx, client.id)
    if newest is None or (newest.state != "lapsed" and not reflections.crossed(turn.tx, client.id)):
        return reflections.near(turn.tx, client.id)  # they stand in the chat as they began
    shown = showing.last_shown(turn.tx, client.id, message.message_id)
    rows = {row.id: row for row in reflections.near(turn.tx, client.id)}
    last = max(shown, key=shown.__getitem__, default=newest.id)
    if last not in rows and (row := reflections.get(turn.tx, last)) is not None:
        rows[last] = row  # many have begun since it was put off
    unseen = {number: message.message_id if number > last else 0 for number in rows}
    return sorted(rows.values(), key=lambda row: -shown.get(row.id, unseen[row.id]))


def note(
    turn: Turn,
    client: Client,
    message: Message,
    private: bool = False,
    answered: bool = False,
    prompt: str = "",
    under: tuple[ReflectionRow, int] | None = None,
) -> None:
    """Words outside any reflection; one quiet line answers the first of several, unless something else does.

    ``prompt``: what they stand under; ``under``: the question of weeks ago that they may answer.
    """
    before = responses.last(turn.tx, client.id)
    visibility = "private" if private else client.visibility
    fresh = _noted(turn, client, message, visibility, prompt)
    seen_alike = before is not None and before.visibility == visibility  # else who reads it is not said yet
    more = before is not None and seen_alike and before.note and message.at - before.at < TOGETHER
    if fresh and not more and not answered:
        asked, rows = (
            bygone.offered(turn, client, message, *under) if under else passed.offered(turn, client, message)
        )
        send(turn, client.id, _kept(turn, client, visibility) + asked, rows, silent=True)


def put_by(turn: Turn, client: Client, message: Message) -> None:
    """Words on which nobody said what they were for, kept for the client alone: no line, and nothing goes on."""
    _noted(turn, client, message, "private")


def _noted(turn: Turn, client: Client, message: Message, visibility: str, prompt: str = "") -> bool:
    return response_writes.note(
        turn.tx,
        client.id,
        message.message_id,
        message.text,
        visibility=visibility,
        now=message.at,
        file=message.file,
        origin=message.origin,
        prompt=prompt,
    )


def _kept(turn: Turn, client: Client, visibility: str) -> str:
    t = texts(client.language).t
    if visibility == "session" and reader.of(turn, client) is None:
        return " ".join((t("Kept, as a note of yours."), reader.nobody(turn, client)))
    seen = (
        t(
            "Nobody is reading now; while it is shared, {coach} gets it by the next digest. /answers changes that.",
            coach=escape(people.coach_name(turn.tx, client.coach_id)),
        )
        if visibility == "session"
        else t("It is private. /answers changes that.")
    )
    return " ".join((t("Kept, as a note of yours."), seen)) + _stopped(client)

"""A client's edit: other words for what is kept, or what a button says; of what was not kept it keeps nothing."""

from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import act_of, stops
from bot.core.understand.confidence import confides
from bot.i18n import texts
from bot.people import closing, dialogue, heeding, reader, reflecting
from bot.people.client import answers, confiding, filing, helpcard, pausing, setting, wanting
from bot.people.turn import Turn, send
from bot.store import (
    change_requests,
    dialogues,
    goals,
    imprints,
    moments,
    people,
    reflections,
    response_writes,
    responses,
)
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import Message, escape


def of_kept(turn: Turn, client: Client, message: Message) -> None:
    """What was kept reads differently now, and what it said before is kept beside it."""
    found = response_writes.edit(
        turn.tx, client.id, message.message_id, message.text, now=message.at, edit_key=f"in:{turn.row}"
    )
    if found is not None and _passed_before(found, message):
        response_writes.take_up(turn.tx, found.id)
    if heeding.grave(turn, client, message.own):
        _endangered(turn, client, message)
    if found is not None and client.state == "stopped" and confiding.hide(turn, client, message):
        send(turn, client.id, texts(client.language).t("It is private. /answers changes that."), silent=True)
    elif found is not None and _confided(turn, client, message, found):
        confiding.hidden(turn, client, message)
    elif found is not None and closing.chosen_since(turn, client, found):
        reached = closing.told_of(turn, client, found) or found.visibility == "now"
        confiding.hide(turn, client, message)
        private = texts(client.language).t("It is private. /answers changes that.")
        send(turn, client.id, closing.taken_back(turn, client, (found,)) if reached else private, silent=True)
    elif found is not None:
        answers.told_otherwise(turn, client, found)
    row = reflections.get(turn.tx, found.reflection_id) if found and found.reflection_id else None
    if row is not None and not message.hidden and reflecting.retold(turn, client, row, message):
        return
    if row is not None:
        reflections.revise(turn.tx, row, message.message_id, message.own)
    if found is not None and stops(message.own) and client.state in ("active", "paused"):
        said = texts(client.language).t(
            "What you wrote reads “{word}” now; what it said before is kept beside it.",
            word=escape(message.own.strip()),
        )
        send(turn, client.id, said, silent=True)
        pausing.stop(turn, client)
    return


def _passed_before(found: Response, message: Message) -> bool:
    """Whether a pass that was typed becomes words: then the question is answered."""
    before = [
        one.edits[-1].words for one in found.texts if one.message_id == message.message_id and one.edits
    ]
    passed = found.state == "passed" and any(act_of(one) == "pass" for one in before)
    return passed and act_of(message.own) is None


def _endangered(turn: Turn, client: Client, message: Message) -> None:
    """An edit into words that sound like danger is met as such words are."""
    said = responses.of_message(turn.tx, client.id, message.message_id)
    texts_ = [one for one in said.texts if one.message_id == message.message_id] if said else []
    if any(heeding.grave(turn, client, one.words) for text in texts_ for one in text.edits[-1:]):
        return reflecting.come_to_rest(turn, client)  # it said so before
    return filing.met(turn, client, message)


def endangered(turn: Turn, client: Client, message: Message) -> None:
    """The same for words that wait for a yes."""
    reflecting.come_to_rest(turn, client)
    helpcard.show(turn, client, heeding.category(turn, client, message.own))


def _confided(turn: Turn, client: Client, message: Message, found: Response) -> bool:
    """Whether a shared message says only now that it is private."""
    if found.visibility == "private" or not confiding.said(turn, client, message):
        return False
    texts = [one for one in found.texts if one.message_id == message.message_id and one.edits]
    coach = people.coach_name(turn.tx, client.coach_id)
    return any(not confides(one.edits[-1].words, coach) for one in texts)


def of_held(turn: Turn, asked: Dialogue, message: Message) -> bool:
    """Whether the message waits for a yes: then it waits as it reads now."""
    names = [
        name for name in ("held", "typed") if any(_is(one, message) for one in asked.draft.get(name, ()))
    ]
    for name in names:
        now = [dialogue.held(message) if _is(one, message) else one for one in asked.draft[name]]
        dialogues.redraft(turn.tx, message.chat_id, {**asked.draft, name: now})
    return bool(names)


def rewritten(turn: Turn, asked: Dialogue, message: Message) -> bool:
    """Whether the message is the value that was just shown back: then it is the value as it reads now."""
    return asked.step in setting.STEPS and dialogue.shown_back(turn, asked, message)


def not_kept(turn: Turn, client: Client, message: Message) -> None:
    """The truth about an edit of a command, a setting's value, or what went to the coach by itself."""
    t, at = texts(client.language).t, imprints.first(turn.tx, client.id, message.message_id)
    private = confiding.said(turn, client, message)
    for change in change_requests.of_client(turn.tx, client.id):
        if change.made_at == at:
            return _of_coach(turn, client, "/change", private and not change.answer and change.id)
    for card in goals.of_client(turn.tx, client.id):
        if card.made_at == at and card.client_at == at:
            if taken := private and card.coach_at is None:
                goals.delete(turn.tx, card.id)
            return _of_coach(turn, client, "/ourgoals", taken)
    for kept in moments.of_client(turn.tx, client.id):
        if kept.made_at == at and kept.side == "client":
            coach = escape(people.coach_name(turn.tx, client.coach_id))
            said = t("That moment stays as it was kept; {coach} reads it so.", coach=coach)
            if reader.of(turn, client) is None:
                said = t("That stays as it was kept.") + " " + reader.nobody(turn, client)
            return send(turn, client.id, said, silent=True)
    said = t("That message was not kept, so its change is not kept either. Write it anew to have it kept.")
    send(turn, client.id, said, silent=True)
    return None


def _of_coach(turn: Turn, client: Client, command: str, taken: int) -> None:
    """A message that the coach can read: taken back where that is so, and else as it was."""
    if taken and command == "/change":
        return wanting.take_back(turn, client, str(taken))
    t, coach = texts(client.language).t, escape(people.coach_name(turn.tx, client.coach_id))
    if taken:
        said = t("Taken back here; {coach} may have read it.", coach=coach)
    elif reader.of(turn, client) is None:
        said = t("That stays as it was kept.") + " " + reader.nobody(turn, client)
    else:
        said = t(
            "{coach} can read that as it was; the change does not go. {command} takes it anew.",
            coach=coach,
            command=command,
        )
    return send(turn, client.id, said, silent=True)


def _is(one: dict[str, object], message: Message) -> bool:
    return one["message"] == message.message_id

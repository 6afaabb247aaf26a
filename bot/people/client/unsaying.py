"""A message taken back: the client's latest is erased here; Telegram's own copy is theirs to delete."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.i18n import texts
from bot.people import dialogue
from bot.people.client import answers, arrival, correcting
from bot.people.dialogue import Question
from bot.people.turn import Turn, send
from bot.store import people, responses, unsaid
from bot.store.people import Client
from bot.telegram import Message


def ask(turn: Turn, client: Client, value: str = "") -> None:
    """/unsay: shows the latest message that is kept, and asks once."""
    t, coach = texts(client.language), people.coach_name(turn.tx, client.coach_id)
    latest = responses.latest_texts(turn.tx, client.id, 20)
    one = next((one for one in latest if not arrival.requests(one[1].own, coach)), None)
    if one is None:
        return send(turn, client.id, t.t("There is nothing here to take back."))
    response, text = one
    words = answers.named_text(turn, t, client, text, dated_too=True)
    asked, draft = t.t("Erase this here? {words}", words=words), {"message": text.message_id}
    return correcting.ask_once(turn, client, response, "unsay", asked, t.t("Erase it"), draft)


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value != "yes":
        return
    dialogue.end(turn, client.id)
    correcting.put_back(turn, asked)
    number = int(asked.draft["message"])
    one = responses.of_message(turn.tx, client.id, number)
    if one is None:
        return
    unsaid.message(turn.tx, one, number)
    t = texts(client.language)
    said = correcting.out_of_chat(turn, client, one, number)
    send(turn, client.id, " ".join((t.t("Erased here."), said)))


STEPS: dict[str, Question[Client]] = {
    "unsay": Question(
        line("Taking back"),
        _said,
        dialogue.sure_read,
        again="unsay",
        left=correcting.undecided,
        beside=dialogue.UNDECIDED,
        closed=dialogue.UNDECIDED,
    )
}

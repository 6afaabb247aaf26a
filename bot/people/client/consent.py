"""Whether the coach is told at once of a help card: the client's own choice, to be changed at any time."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import same
from bot.i18n import Texts, texts
from bot.people import dialogue
from bot.people.client.setting import AGREEMENT
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import consents, people
from bot.store.people import Client
from bot.telegram import Message, escape


def ask(turn: Turn, client: Client, value: str = "") -> None:
    """How it is, and both ways."""
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "Some words may need a person at once. Then a card says where help is. {coach} can be told right then that "
        "it was shown, without your words. After two hours without an answer, a second person of the practice can "
        "be told too.",
        coach=coach,
    )
    given = consents.given(turn.tx, client.id, consents.ALERT)
    now = t.t("As it is now, that happens.") if given else t.t("As it is now, the card asks you first.")
    rows: Rows = tuple(((label, value),) for label, value in _choices(t))
    dialogue.ask(turn, client.id, "client", "alerts", f"{text} {now}", rows)


def _choices(t: Texts) -> tuple[tuple[str, str], ...]:
    return ((t.t("Tell my coach at once"), "yes"), (t.t("Ask me first"), "no"))


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    labels = _choices(texts(client.language))
    return next((value for label, value in labels if same(words, label)), dialogue.yes_or_no(words))


def _take(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value not in ("yes", "no"):
        return
    dialogue.end(turn, client.id)
    consents.add(turn.tx, client.id, consents.ALERT, value == "yes", AGREEMENT, turn.now)
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    said = (
        t.t("Noted: {coach} is told at once when such a card is shown, without your words.", coach=coach)
        if value == "yes"
        else t.t("Noted: such a card asks you first. {coach} is told when you tap it.", coach=coach)
    )
    send(turn, client.id, said)


STEPS: dict[str, Question[Client]] = {
    "alerts": Question(line("Whether your coach is told at once"), _take, _read, again="alerts")
}

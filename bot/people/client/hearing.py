"""What becomes of voice notes and pictures: said at the first one, and chosen by /recordings."""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.talk.spoken import same
from bot.i18n import Texts, texts
from bot.people import attachments, dialogue, reader, recordings
from bot.people.client.setting import AGREEMENT
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import consents, people, responses
from bot.store.people import Client
from bot.telegram import Message, escape


def first(turn: Turn, message: Message) -> None:
    """At the first that is kept: what becomes of it, and the choice; once."""
    if not attachments.heard(message.file):
        return
    client = people.client(turn.tx, message.chat_id)
    if client is None or client.state == "joining" or client.rhythm.get("files_told"):
        return
    if not responses.is_kept(turn.tx, client.id, message.message_id):
        return
    people.set_rhythm(turn.tx, client.id, files_told=True)
    t = texts(client.language)
    rows: Rows = ()
    if reader.of(turn, client) is not None:
        rows = tuple(((label, f"m:files:{value}"),) for label, value in _choices(turn, t, client))
    lines = [said(turn, client)]
    if client.id not in turn.said:  # else it stands above already that it is kept
        lines.insert(0, t.t("Kept."))
    send(turn, client.id, " ".join(lines), rows, silent=True)


def show(turn: Turn, client: Client, value: str = "") -> None:
    """How it is, and both ways."""
    if reader.of(turn, client) is None:
        return send(turn, client.id, f"{said(turn, client)} {reader.nobody(turn, client)}")
    rows: Rows = tuple((one,) for one in _choices(turn, texts(client.language), client))
    return dialogue.ask(turn, client.id, "client", "recordings", said(turn, client), rows)


def said(turn: Turn, client: Client) -> str:
    """What is kept of them, and who hears them as things stand; /recordings changes that."""
    t = texts(client.language)
    coach = escape(people.coach_name(turn.tx, client.coach_id))
    kept = t.t(
        "Of a voice note, a photo or another file only where Telegram has it is kept here. Nothing here hears or "
        "sees it. The words with it are kept as words."
    )
    if reader.of(turn, client) is None:
        return kept
    now = (
        t.t("As it is now, {coach} can hear and see those you share, by Telegram's own copy.", coach=coach)
        if recordings.agreed(turn, client)
        else t.t("As it is now, {coach} reads of those you share only that they came.", coach=coach)
    )
    return f"{kept} {now}"


def answer(turn: Turn, client: Client) -> str:
    """The same for who asks it in words, with the way to change it."""
    if reader.of(turn, client) is None:
        return f"{said(turn, client)} {reader.nobody(turn, client)}"
    return said(turn, client) + " " + texts(client.language).t("/recordings changes that.")


def _choices(turn: Turn, t: Texts, client: Client) -> tuple[tuple[str, str], ...]:
    coach = people.coach_name(turn.tx, client.coach_id)
    return (
        (t.t("{coach} can hear and see them", coach=coach)[:60], "yes"),
        (t.t("Only that they came"), "no"),
    )


def choose(turn: Turn, client: Client, value: str) -> None:
    """The client's choice; it is a consent of its own, and can be changed at any time."""
    if value not in ("yes", "no") or reader.of(turn, client) is None:
        return
    consents.add(turn.tx, client.id, consents.FILES, value == "yes", AGREEMENT, turn.now)
    t, coach = texts(client.language), escape(people.coach_name(turn.tx, client.coach_id))
    noted = (
        t.t("Noted: by a tap, {coach} can hear and see what you share. /recordings changes it.", coach=coach)
        if value == "yes"
        else t.t("Noted: {coach} reads only that it came. /recordings changes it.", coach=coach)
    )
    send(turn, client.id, noted, silent=True)


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    labels = _choices(turn, texts(client.language), client)
    return next((value for label, value in labels if same(words, label)), dialogue.yes_or_no(words))


def _take(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    if value in ("yes", "no"):
        dialogue.end(turn, client.id)
        choose(turn, client, value)


STEPS: dict[str, Question[Client]] = {
    "recordings": Question(line("Voice notes and pictures"), _take, _read, again="recordings")
}

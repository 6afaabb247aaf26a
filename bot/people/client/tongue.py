"""/language: in which of the product's languages a client is spoken to; changeable at any time."""

from bot.core.base.line import line
from bot.core.talk import beside
from bot.core.talk.exchange import Dialogue
from bot.core.understand.spoken_to import spoken_to
from bot.i18n import languages, texts
from bot.people import dialogue, numbers, respite
from bot.people.client import filing
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import people
from bot.store.people import Client
from bot.telegram import Message

OWN_NAMES = {"en": "English", "de": "Deutsch", "es": "Español", "ar": "العربية"}
"""Each as its speakers call it, so that it is found whatever is spoken now."""


def show(turn: Turn, client: Client, value: str = "") -> None:
    """Which one it is now, and a button for each other; asked for one of them, a yes is waited for."""
    wish = value if value in languages() else spoken_to(value)
    if wish and wish != texts(client.language).language:
        return ask(turn, client, wish)
    t = texts(client.language)
    now = t.language
    text = t.t("You are spoken to in {language}. A tap changes it.", language=OWN_NAMES.get(now, now))
    rows: Rows = tuple(((OWN_NAMES.get(one, one), f"m:speak:{one}"),) for one in languages() if one != now)
    return send(turn, client.id, text, rows)


def choose(turn: Turn, client: Client, value: str) -> None:
    """From now on; a talk that is open goes on in its own, and what has no script there is not asked."""
    if value not in languages():
        return show(turn, client)
    people.change_client(turn.tx, client.id, language=value)
    people.touch(turn.tx, client.id, turn.now)
    t = texts(value)
    text = t.t(
        "From now on in {language}. A question that is open stays as it is.",
        language=OWN_NAMES.get(value, value),
    )
    if respite.until(turn, client) is not None:  # a card in another language may stand there
        text += "\n\n" + numbers.said(turn, people.client(turn.tx, client.id) or client)
    return send(turn, client.id, text)


def wished(client: Client, words: str) -> str:
    """The language that a whole message wishes to be spoken to in; "" where it wishes none that is here."""
    found = spoken_to(words)
    return found if found in languages() else ""


def ask(turn: Turn, client: Client, language: str, message: Message | None = None) -> None:
    """Whether that language is wished, asked in it; the words are no note, unless their writer says so."""
    t = texts(language)
    text = t.t("Shall it be {language} from now on?", language=OWN_NAMES.get(language, language))
    rows: Rows = (((t.t("Yes"), "yes"),),)
    draft = {"language": language, "typed": [dialogue.held(message)] if message is not None else []}
    if message is not None:
        rows += (((t.t("Keep it as I wrote it"), "keep"),),)
    dialogue.ask(turn, client.id, "client", "speak", text, rows, draft=draft, leave=t.t("Leave it as it is"))


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    if said := dialogue.yes_or_no(words):
        return "yes" if said == "yes" else dialogue.LEAVE
    return beside.button(words, asked.draft.get(dialogue.SHOWN, {}).get("rows", ()))


def _said(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    dialogue.end(turn, client.id)
    if value == "yes":
        return choose(turn, client, str(asked.draft["language"]))
    for one in dialogue.unheld(client.id, asked.draft, "typed"):
        filing.file(turn, client, one)
    return None


STEPS: dict[str, Question[Client]] = {
    "speak": Question(line("The language"), _said, _read, again="language", wordless=True)
}

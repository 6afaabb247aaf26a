"""The client's country, for help lines alone: taken from their place or asked, shown, changeable, or not said."""

from bot import places
from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.folding import same
from bot.i18n import texts
from bot.people import dialogue, numbers
from bot.people.dialogue import Question
from bot.people.turn import Rows, Turn, send
from bot.store import people
from bot.store.people import Client
from bot.telegram import Message

MOST = 6
"""Countries that are offered at once."""


def ask(turn: Turn, client: Client, value: str = "") -> None:
    """In which country help lines are to be, and which it is now."""
    t, code = texts(client.language), numbers.country(client)
    now = t.t("Help lines here are for {country}.", country=numbers.named(t, code)) + " " if code else ""
    text = now + t.t("Which country are you in? Its name is enough. It is for help lines alone.")
    rows: Rows = (((t.t("I would rather not say"), numbers.NONE),),)
    dialogue.ask(turn, client.id, "client", "country", text, rows)


def _codes(words: str, language: str) -> tuple[str, ...]:
    """The countries that words may mean: by their own name, else by a town's."""
    t = texts(language)
    for code, name in t.locale.territories.items():
        if len(code) == 2 and code.isalpha() and same(str(name)) == same(words):
            return (code,)
    return tuple(dict.fromkeys(one.country for one in places.towns(words, language) if one.country))[:MOST]


def _read(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    t = texts(client.language)
    if same(words) == same(t.t("I would rather not say")) or dialogue.yes_or_no(words) == "no":
        return numbers.NONE
    return "?" if _codes(words, client.language) else None


def _take(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    t = texts(client.language)
    if value == "?" and message is not None:
        codes = _codes(message.text, client.language)
        if len(codes) == 1:
            return _chosen(turn, client, codes[0])
        rows: Rows = tuple(((numbers.named(t, code), code),) for code in codes)
        return dialogue.ask(turn, client.id, "client", "country", t.t("Which of these do you mean?"), rows)
    if value == numbers.NONE or (len(value) == 2 and value in t.locale.territories):
        return _chosen(turn, client, value)
    return None


def _chosen(turn: Turn, client: Client, code: str) -> None:
    dialogue.end(turn, client.id)
    people.set_rhythm(turn.tx, client.id, country=code)
    t = texts(client.language)
    if code == numbers.NONE:
        return send(
            turn,
            client.id,
            t.t("Noted: no country. findahelpline.com lists people to talk to; /country changes it."),
        )
    here = numbers.found(turn, people.client(turn.tx, client.id) or client)
    name = numbers.named(t, code)
    head = t.t("Noted: {country}. /country changes it.", country=name)
    if here is None:
        head += " " + t.t("No numbers of it are kept here.")
    return send(
        turn, client.id, head + "\n" + numbers.emergency(t, here) + "\n" + numbers.listed(turn, t, here)
    )


STEPS: dict[str, Question[Client]] = {
    "country": Question(
        line("Your country"),
        _take,
        _read,
        works=line("A country’s name works, or a town’s."),
        again="country",
    )
}

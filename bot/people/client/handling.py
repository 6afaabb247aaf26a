"""One answer in its writer's hands: marked as new, opened to see who sees it, or taken back.

By the small row under what follows it, in the journal, or by a reply to it that says so.
"""

from bot.core.base.line import line
from bot.core.talk.exchange import Dialogue
from bot.core.understand.handle import Handle, handle
from bot.i18n import labelled, texts
from bot.people import dialogue, marked, receipts
from bot.people.client import correcting, journal
from bot.people.dialogue import Question
from bot.people.turn import Turn, number, react, send
from bot.store import marks, people, reflections, response_writes, responses, showing
from bot.store.people import Client
from bot.store.responses import Response
from bot.telegram import Message, Reaction

NEW, KEPT = "⚡", "✍"
"""Under one's own words: marked as new; kept, as every answer is."""


def _meant(turn: Turn, client: Client, value: str) -> Response | None:
    """The answer that a button is about: by its own number, or by its talk and question."""
    which, _, question = value.partition(".")
    if not question:
        one = responses.get(turn.tx, number(which))
        return one if one is not None and one.client_id == client.id else None
    found = responses.of_reflection(turn.tx, number(which))
    mine = (one for one in found if one.client_id == client.id and one.question == number(question))
    return next(mine, None)


def new(turn: Turn, client: Client, value: str) -> None:
    """The tap *This felt new*: the answer is a marked moment, with its day; once more, and it is none."""
    if (one := _meant(turn, client, value)) is None:
        return correcting.gone(turn, client)
    return _mark(turn, client, one)


def mine(turn: Turn, client: Client, value: str) -> None:
    """The answer whole, who sees it, and what can be done with it."""
    if (one := _meant(turn, client, value)) is None:
        return correcting.gone(turn, client)
    return journal.opened(turn, client, one)


def back(turn: Turn, client: Client, value: str) -> None:
    """Whether it shall be gone is asked once."""
    if (one := _meant(turn, client, value)) is None:
        return correcting.gone(turn, client)
    return correcting.delete(turn, client, str(one.id))


# ---- by a sign ---------------------------------------------------------------------------------

MARKS = frozenset("❤|❤️|❤‍🔥|💘|🥰|😍|👍|👏|🙏|🔥|🎉|🤩|💯|⚡|🏆|🤯|🆒|🕊|⭐|🌟|✨|💡".split("|"))  # noqa: SIM905
"""Signs that say yes to something; what another sign says, nobody here can know."""


def reacted(turn: Turn, client: Client, reaction: Reaction) -> None:
    """A sign under one's own words, or under the question that they answered, marks them; taken off, it is none."""
    one = responses.of_message(turn.tx, client.id, reaction.message_id) or _answered(turn, client, reaction)
    if one is None or not one.texts or one.state == "passed":
        return
    known, yes = marks.on(turn.tx, one), next((sign for sign in reaction.signs if sign in MARKS), "")
    if known is None and yes:
        _mark(turn, client, one, line_too=_first(turn, client, yes))
    elif known is not None and known.response_id is not None and not reaction.signs:
        _mark(turn, client, one)
    return


def _answered(turn: Turn, client: Client, reaction: Reaction) -> Response | None:
    shown = showing.prompt_at(turn.tx, client.id, reaction.message_id)
    if shown is None:
        return None
    those = responses.of_reflection(turn.tx, shown.reflection_id)
    return next((one for one in those if one.question == shown.question), None)


def _first(turn: Turn, client: Client, sign: str) -> str:
    """What such a sign does, said at the first one."""
    if client.rhythm.get("signed"):
        return ""
    people.set_rhythm(turn.tx, client.id, signed=True)
    return texts(client.language).t(
        "{sign} marks that answer as one that felt new. Taken off, the mark goes too. /answers has it.",
        sign=sign,
    )


# ---- marked --------------------------------------------------------------------------------------


def felt(turn: Turn, client: Client, value: str, message_id: int) -> None:
    """The same in the journal: what is open stays open, and says how it stands."""
    if (one := _meant(turn, client, value.partition(":")[0])) is not None:
        _mark(turn, client, one, seen=True)
    journal.entry(turn, client, value, message_id)


def _mark(turn: Turn, client: Client, one: Response, seen: bool = False, line_too: str = "") -> None:
    """A mark is set, or taken off; a sign under the words says so, else a line. ``seen``: the journal shows it."""
    known = marks.on(turn.tx, one)
    if known is None:
        marks.add_single(turn.tx, one, turn.now)
    else:
        marks.drop(turn.tx, client.id, known.id)
    people.touch(turn.tx, client.id, turn.now)
    _signed(turn, client, one, known is None, seen)
    if line_too:
        send(turn, client.id, line_too, silent=True)
    if known is None and _room(turn, client, one):
        marked.ask_what_to_hold(turn, client, one)


def _signed(turn: Turn, client: Client, one: Response, marked: bool, seen: bool) -> None:
    what = receipts.MARKED if marked else receipts.UNMARKED
    if client.reactions and one.texts:
        said = "" if seen else what
        return react(turn, client.id, one.texts[0].message_id, NEW if marked else KEPT, said)
    return None if seen else receipts.of_mark(turn, client, what)


def _room(turn: Turn, client: Client, one: Response) -> bool:
    """Whether more can be asked about it now: no talk waits for words. Where one does, it is asked at its end."""
    talk = reflections.open_of(turn.tx, client.id)
    return client.state == "active" and (talk is None or talk.state == "snoozed")


def _held(turn: Turn, client: Client, asked: Dialogue, value: str, message: Message | None) -> None:
    """Words to hold on to are a note under that question, seen as the answer is."""
    if message is None:
        return
    dialogue.end(turn, client.id)
    one = responses.get(turn.tx, int(asked.draft["answer"]))
    response_writes.note(
        turn.tx,
        client.id,
        message.message_id,
        message.text,
        visibility="private" if one is None or one.visibility == "private" else "session",
        now=message.at,
        prompt=marked.what(texts(client.language)),
    )


def _words(turn: Turn, client: Client, asked: Dialogue, words: str) -> str | None:
    return "said" if words.strip() else None


STEPS: dict[str, Question[Client]] = {
    "tohold": Question(
        line("What to hold on to"), _held, _words, line("Some words."), again="answers", goes=True
    )
}


# ---- said in a reply -----------------------------------------------------------------------------


def said(turn: Turn, client: Client, message: Message) -> bool:
    """Whether a reply to an answer of one's own says what to do with it; it is done, and the words not kept."""
    if message.reply_to is None or message.file or message.origin:
        return False
    one = responses.of_message(turn.tx, client.id, message.reply_to)
    wish = _wish(client, message.text) if one is not None else None
    if one is None or wish is None:
        return False
    match wish:
        case "new":
            _mark(turn, client, one)
        case "who":
            journal.opened(turn, client, one)
        case "back":
            correcting.delete(turn, client, str(one.id))
        case "private" | "share":
            journal.change(turn, client, str(one.id), "private" if wish == "private" else "session")
            journal.opened(turn, client, responses.get(turn.tx, one.id) or one)
    return True


def _wish(client: Client, words: str) -> Handle | None:
    """A label of the row in any language, or words that say the same."""
    t = texts(client.language)
    labels: dict[str, Handle] = {
        t.t("This felt new"): "new",
        t.t("Who sees it"): "who",
        t.t("Take back"): "back",
        t.t("Make it private"): "private",
        t.t("Share it"): "share",
    }
    known = {key: wish for label, wish in labels.items() for key in labelled(client.language, label)}
    found = (known[one] for one in labelled(client.language, words) if one in known)
    return next(found, None) or handle(words)

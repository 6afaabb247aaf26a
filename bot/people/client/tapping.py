"""What a client taps: which of their buttons still act, and what each does."""

from bot.core.talk.reflection import over
from bot.people import closing, reflecting
from bot.people.client import client_commands as own
from bot.people.client import handling, helpcard, joining, journal, pausing
from bot.people.turn import Turn, number, set_buttons
from bot.store import reflections
from bot.store.people import Client
from bot.telegram import Tap

IN_PLACE = {**journal.IN_PLACE, "felt": handling.felt}
"""Buttons by which the message that they stand under changes."""


def acts(turn: Turn, client: Client, room: str, act: str) -> bool:
    """Whether a button of this client's still does something."""
    word, _, rest = act.partition(":")
    if room == "m":
        return journal.acts(turn, client, word, rest) if word in IN_PLACE else own.known(word)
    if room == "c":
        return helpcard.acts(turn, client, act)
    row = reflections.get(turn.tx, number(word)) if room in ("r", "f", "v") else None
    if row is None or row.client_id != client.id:
        return False
    at_turn, _, what = rest.partition(":")
    stopping = row.reflection.halt is not None and not what.startswith("halt:")  # "stop" was written since
    here = row.ended_at is None and row.reflection.question == number(at_turn)
    left = row.reflection.halt or row.reflection.unsaid
    said = what == "halt:mine" and left is None  # nothing is left to be the answer
    return room != "r" or (here and not stopping and not said)


def tapped(turn: Turn, client: Client, tap: Tap, room: str, act: str) -> None:
    """A button: of a prompt, of a closing line, or of the menu."""
    which, _, rest = act.partition(":")
    match room:
        case "r":
            at_turn, _, what = rest.partition(":")
            row = reflections.get(turn.tx, number(which))
            if row is not None and row.client_id == client.id:
                if what == "halt:all" and not over(row.reflection):
                    set_buttons(turn, client.id, tap.message_id)
                    pausing.everything(turn, client)
                else:
                    reflecting.tapped(turn, client, row, what, number(at_turn), tap.message_id)
        case "c":
            helpcard.tapped(turn, client, act, tap.message_id)
        case "f":
            closing.fitted(turn, client, number(which), rest, tap.message_id)
        case "v":
            closing.shared(turn, client, number(which), rest, tap.message_id)
        case "m" if client.state == "joining":
            joining.ask_again(turn, client)
        case "m" if act_in_place := IN_PLACE.get(which):
            act_in_place(turn, client, rest, tap.message_id)
        case "m":
            own.tapped(turn, client, which, rest)

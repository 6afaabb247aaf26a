"""Comforts: what helps a client, in their own lines, offered to them word for word and never to anybody else."""

from bot.i18n import Texts
from bot.people import heeding
from bot.people.turn import Turn
from bot.store import what_helps
from bot.store.people import Client
from bot.telegram import escape


def quoted(turn: Turn, t: Texts, client: Client) -> str:
    """The lines as they were written, under a heading; "" where there are none.

    One that may itself need a person is quoted nowhere, and stands in the client's own list alone.
    """
    found = (one.words for one in what_helps.of_client(turn.tx, client.id))
    lines = [escape(one) for one in found if not heeding.needs_person(turn, client, one)]
    if not lines:
        return ""
    said = "\n".join(f"<blockquote>{one}</blockquote>" for one in lines)
    return t.t("What helps you, in your own words:") + f"\n{said}"

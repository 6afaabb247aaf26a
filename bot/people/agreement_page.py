"""The working agreement as a page to keep: as it stands, and each version with the yes of both and its day."""

from bot.i18n import Texts
from bot.people import agreement
from bot.people.turn import Turn, send_file
from bot.render.export_page import ExportedList, ExportPage, export_page
from bot.store import agreements, people
from bot.store.people import Client
from bot.telegram.timestamp import bare

PAGE = "page"
"""What stands in the button for it."""


def give(turn: Turn, t: Texts, chat_id: int, client: Client, name: str, zone: str) -> None:
    """The page goes as a file to the client or the coach, in their language; ``name``: how they call the client."""
    head, *lines = map(bare, agreement.card(turn, t, client, name).splitlines())
    coach = people.coach_name(turn.tx, client.coach_id)
    versions = tuple(
        "; ".join((*agreement.terms_in_words(t, one.terms), agreement.standing(t, client, one, name, coach)))
        for one in agreements.of_client(turn.tx, client.id)
        if one.coach_id == client.coach_id
    )
    found = ExportPage(
        heading=head,
        made=t.t("As it stands on {when}.", when=t.when(turn.now, zone)),
        days=(),
        lists=(
            ExportedList(t.t("The working agreement"), tuple(filter(None, lines))),
            ExportedList(t.t("Each version"), versions),
        ),
        foot=t.t("Made by Interlude for the two who agree on it. /agreement shows it, and changes it."),
    )
    content = export_page(found, t).encode()
    # to a client it is about themself; to a coach it names a client, and is noted as shown
    theirs = chat_id == client.id
    send_file(
        turn,
        chat_id,
        "sendDocument",
        "interlude-agreement.html",
        content,
        t.t("The working agreement, to read in a browser."),
        about=None if theirs else client.id,
        what="agreement shown",
        protect=not theirs,
    )

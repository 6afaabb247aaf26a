"""Topics: tags of scripts that are left out of what comes by itself, by the client or by the coach for them."""

from bot.core.base.line import line
from bot.people import library
from bot.people.turn import Turn
from bot.store.people import Client

TOPICS = {
    "feelings": line("Feelings"),
    "gratitude": line("Gratitude"),
    "strengths": line("Strengths"),
    "goals": line("Goals"),
    "values": line("Values"),
    "change": line("Changes"),
    "limits": line("Limits"),
    "insight": line("Marked moments"),
    "pulse": line("Ratings of the work together"),
    "body_focus": line("The body"),
    "exposure": line("What is hard to look at"),
    "reassurance": line("How sure you are"),
    "long_text": line("Long answers"),
}
"""Tags of scripts that a client can leave out, as they read them."""


def there_are(turn: Turn, client: Client) -> frozenset[str]:
    """The topics of the scripts that a client's language has."""
    heads = [
        one.script.header
        for one in library.all_live(turn.tx, client.language)
        if one.script.header.for_ == "client"
    ]
    return frozenset(tag for head in heads for tag in (*head.tags, *head.avoid))

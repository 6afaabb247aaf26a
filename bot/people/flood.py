"""A flood from one chat: answers to commands that pile up faster than Telegram takes them."""

from bot.i18n import Texts
from bot.people.turn import Shows, Turn, send
from bot.store import outbox

MOST = 30
"""So many answers may be on their way to a chat; at one a second that is half a minute."""

FLOOD = "flood"
"""What the message that says so was for: it is said again only once it has arrived."""

_AT_ONCE = frozenset({"help", "stop", "erase", "pause", "unsay", "sharing", "cancel"})
"""Where help is, and whoever wants less or none of it any more: these wait for nothing."""


def holds(turn: Turn, t: Texts, chat: int, word: str) -> bool:
    """Whether a command is left out because so many answers wait for this chat already; said once."""
    waiting, said = outbox.on_their_way(turn.tx, chat, FLOOD)
    if waiting < MOST or word in _AT_ONCE:
        return False
    if not said:
        text = t.t(
            "{n} answers are on their way here, one a second. Commands that come meanwhile are left out; "
            "then they work as ever.",
            n=MOST,
        )
        send(turn, chat, text, shows=Shows(None, None, FLOOD))
    turn.said.add(chat)  # no sign either: nothing was done
    return True

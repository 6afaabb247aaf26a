"""A refusal: what the Bot API answers when it does not do as asked, in Telegram's own words."""


class RefusedCall(Exception):
    """A call that Telegram would refuse.

    code is the HTTP status, description the whole text as sent (with its prefix), parameters what goes
    into ResponseParameters (retry_after in seconds, migrate_to_chat_id).
    """

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def bad(text: str) -> RefusedCall:
    """A 400. The first letter is lowered as Telegram does, unless it is a name like BUTTON_DATA_INVALID."""
    shouted = len(text) > 1 and (text[1] == "_" or text[1].isupper())
    return RefusedCall(400, "Bad Request: " + (text if shouted else text[:1].lower() + text[1:]))


def forbidden(text: str) -> RefusedCall:
    """A 403: the person or the chat does not let the bot in."""
    return RefusedCall(403, "Forbidden: " + text)


def conflict(text: str) -> RefusedCall:
    """A 409: two ways of taking updates at once."""
    return RefusedCall(409, "Conflict: " + text)


def too_many(seconds: int) -> RefusedCall:
    """A 429 with retry_after in seconds."""
    return RefusedCall(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})

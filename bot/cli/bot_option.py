"""The option --bot: of which bot a command speaks, where the settings have several."""

from contextvars import ContextVar

MEANT: ContextVar[str] = ContextVar("bot", default="")
"""Its name, said before the command's own; "" where none was."""

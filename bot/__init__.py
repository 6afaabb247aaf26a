"""Interlude: a Telegram bot for the time between coaching sessions."""

__version__ = "0.1.0"

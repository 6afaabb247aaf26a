"""The process and its loops. Nothing else waits, and nothing but ``send`` talks to Telegram."""

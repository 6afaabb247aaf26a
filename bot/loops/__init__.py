"""The loops: receive, work, tick, send. Nothing else waits, and nothing but ``send`` talks to Telegram."""

"""The bodies of the commands; ``bot.cli`` only names them and their options."""

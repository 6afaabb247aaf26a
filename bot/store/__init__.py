"""Every SQL sentence of the bot; plain functions inside one transaction."""

"""Lives: invented practices, each lived from one number, and what oracles outside the bot found in them."""

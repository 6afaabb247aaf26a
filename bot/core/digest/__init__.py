"""A week of one client, for the coach. Pure."""

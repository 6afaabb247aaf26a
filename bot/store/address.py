"""Where a PostgreSQL database is: whether an address names one, and what it is called to people."""

import re
from urllib.parse import urlsplit


def is_postgres(said: str) -> bool:
    """Whether this is the address of a PostgreSQL database."""
    return said.startswith("postgresql://")


def place(url: str) -> str:
    """What a database is called to people: never with its password."""
    parts = urlsplit(url)
    return f"The PostgreSQL database {parts.path.strip('/') or '?'} at {parts.hostname or 'this machine'}"


def shown(url: str) -> str:
    """An address without its password, wherever that stands in it, as it is to stand in the settings."""
    bare = re.sub(r"(?<=[?&]password=)[^&]*", "…", url)
    before, _, host = bare.rpartition("@")
    return f"{before.rpartition(':')[0]}:…@{host}" if before.count(":") > 1 else bare

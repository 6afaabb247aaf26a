"""What files are called that a coach gets: whose they are, and of which day."""

import re

from bot.core.digest.digest import Digest


def file_name(digest: Digest, kind: str) -> str:
    """Noa-2026-11-22.html: the client, and the day on the coach's calendar."""
    name = re.sub(r"[^\w]+", "-", digest.client).strip("-") or "client"
    return f"{name}-{digest.end:%Y-%m-%d}.{kind}"

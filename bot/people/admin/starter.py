"""A starter in an admin's chat: a small script that is right as it is, to be filled with one's own words."""

from bot.core.script.draft import is_name
from bot.people.admin import history
from bot.people.turn import Turn, send, send_file
from bot.telegram import escape

NAME = "my-script"

TEXT = """---
title: A small pause
author: A. Name, coach
reviewed: {today} by B. Name
basis: why this is asked, and where that comes from
when: on demand
length: 2
date: {today}
---

# opening
Up to two questions. You can leave either of them.

What has been on your mind this week?

# keeping
{{{{ thanks }}}}

What of it would you like to keep?

# close
Thank you. It is kept, in your own words.

→ end
"""
"""Its three steps ask, ask and end. A test holds that the linter has nothing to say about it."""


def give(turn: Turn, chat: int, rest: str = "") -> None:
    """/new, or /new evening-walk: the file under that name; it is live only once it is sent back and published."""
    name, _ = history.asked(turn, rest)
    if name and not is_name(name):
        return send(turn, chat, "A script's name has small letters, digits and hyphens, like evening-walk.")
    text = TEXT.format(today=f"{turn.now:%Y-%m-%d}")
    caption = (
        "A script that is right as it stands: put your own words in, and send it back as a file. “when” says when "
        "it comes; other times are said where one is wrong."
    )
    return send_file(
        turn, chat, "sendDocument", f"{name or NAME}.md", text.encode(), escape(caption), (), protect=False
    )

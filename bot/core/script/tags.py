"""Tags: the words of a header by which something here goes, so that one of another name is no tag at all."""

from collections.abc import Iterator

from bot.core.base.issue import Issue
from bot.core.script.source import fault, meant, shown

LEAVABLE = (
    "feelings", "gratitude", "strengths", "goals", "values", "change", "limits", "insight", "pulse",
    "body_focus", "exposure", "reassurance", "long_text",
)  # fmt: skip
"""What a client can leave out of what comes by itself; the client's room names each."""

TAGS = (
    *LEAVABLE, "session", "week", "ending", "working_together", "coach", "rough_day", "distanced_why",
)  # fmt: skip


def strange(tags: tuple[str, ...], avoid: tuple[str, ...], lines: list[str]) -> Iterator[Issue]:
    """A warning for each tag by which nothing goes; ``lines`` are those of the header."""
    for key, words, known in (("tags", tags, TAGS), ("avoid", avoid, TAGS)):
        line = next((n for n, each in enumerate(lines, 1) if each.startswith(f"{key}:")), 1)
        for word in words:
            if word not in known:
                message = f"“{shown(word)}” is no tag by which anything here goes."
                remedy = f"Leave it out, or take one of: {', '.join(LEAVABLE if key == 'avoid' else known)}."
                yield fault("HEADER", line, message, remedy + meant(word, known), warn=True)

"""What can be done with one answer, under what follows it: it felt new, who sees it, take it back."""

from collections.abc import Iterable

from bot.core.base.direction import right_to_left
from bot.core.talk.model import Answer
from bot.i18n import texts
from bot.people.turn import Rows
from bot.store.people import Client
from bot.store.responses import Response


def before(client: Client, reflection: int, answers: Iterable[Answer], question: int) -> Rows:
    """Under a prompt: what can be done with the answer before it; a pass has nothing of the kind."""
    earlier = [one for one in answers if one.question < question]
    last = max(earlier, key=lambda one: one.question, default=None)
    if last is None or last.passed:
        return ()
    return _row(
        client,
        f"{reflection}.{last.question}",
        bool(last.texts) and last.choice is None and last.rating is None,
    )


def of(client: Client, one: Response) -> Rows:
    """The same for an answer as it is kept, also a note."""
    return _row(client, str(one.id), bool(one.texts) and one.choice is None and one.rating is None)


def _row(client: Client, which: str, worded: bool) -> Rows:
    """Where labels run from right to left each would take a row, so that one opens all of it."""
    t = texts(client.language).t
    if right_to_left(client.language):
        return (((t("My answer"), f"m:mine:{which}"),),)
    new = ((t("This felt new"), f"m:new:{which}"),) if worded else ()
    return ((*new, (t("Who sees it"), f"m:mine:{which}"), (t("Take back"), f"m:back:{which}")),)

"""A new name: versions, talks, counts and assignments go with it, in every language; arrows still find it."""

from datetime import datetime

from bot.core.script.draft import is_name
from bot.people import library, reconcile
from bot.people.admin.resting import Deed, listed
from bot.store import renamed, scripts, uses
from bot.store.db import Tx


def rename(tx: Tx, old: str, new: str, *, author: str, now: datetime) -> Deed:
    """Give a script another name; or say why it keeps the one it has."""
    there = scripts.spoken(tx, old)
    if (refused := _refusal(tx, old, new, there)) is not None:
        return Deed(False, refused)
    versions = sum(len(scripts.history(tx, old, one)) for one in there)
    begun = sum(use.started for one in there for use in uses.of_script(tx, old, one).values())
    renamed.rename(tx, old, new, author=author, now=now)
    reconcile.everybody(tx, now)
    counted = f"{versions} version{'' if versions == 1 else 's'}"
    talks = "no reflection begun" if not begun else f"{begun} reflection{'' if begun == 1 else 's'} begun"
    text = (
        f"“{old}” is called “{new}” now, in {listed(there)}. With it go {counted}, {talks}, and what coaches gave "
        f"or took off. Arrows to “{old}” still find it."
    )
    return Deed(True, text)


def _refusal(tx: Tx, old: str, new: str, there: tuple[str, ...]) -> str | None:
    """Why not, or None."""
    if not there or renamed.called(tx, old) != old:
        called = renamed.called(tx, old)
        return f"“{old}” is called “{called}” now." if called != old else f"There is no script “{old}”."
    if not is_name(new) or new == library.OWN:
        return f"“{new}” cannot be a script's name: small letters, digits and hyphens, like evening-look."
    before = renamed.called(tx, new)
    if before not in (new, old):
        return f"“{new}” is what “{before}” was called before; arrows still lead there. Take another name."
    if new == old or (before == new and scripts.spoken(tx, new)):
        return f"There is a script “{new}” already. Take another name."
    return None

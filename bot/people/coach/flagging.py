"""What a coach does with a flag below a digest: dismiss it for three weeks, say whether it was of use."""

from bot.i18n import Texts, texts
from bot.people.turn import Rows, Turn, number, send
from bot.store import flags
from bot.store.flags import RaisedFlag
from bot.store.people import Coach


def rows(turn: Turn, say: Texts, digest: int) -> Rows:
    """A row of buttons for each flag of a digest that is not dismissed; its number where there are several."""
    found = [one for one in flags.of_digest(turn.tx, digest) if one.dismissed_at is None]
    several = len(found) > 1
    return tuple(
        (
            (_labelled(say.t("Of use"), at, several), f"k:flag:{one.id}:yes"),
            (_labelled(say.t("Not of use"), at, several), f"k:flag:{one.id}:no"),
            (_labelled(say.t("Not for three weeks"), at, several), f"k:flag:{one.id}:off"),
        )
        for at, one in enumerate(found, 1)
    )


def _labelled(label: str, at: int, several: bool) -> str:
    return f"{label} {at}" if several else label


def tapped(turn: Turn, coach: Coach, value: str) -> None:
    """One of them is dismissed, or judged; how that stands is said."""
    one, act, t = own(turn, coach, value), value.partition(":")[2], texts(coach.language).t
    if one is None:
        return None
    if act == "off":
        flags.dismiss(turn.tx, one.id, turn.now)
        rows: Rows = (((t("Show it again"), f"k:flag:{one.id}:on"),),)
        return send(turn, coach.id, t("Not for three weeks: this one stays out of digests until then."), rows)
    if act == "on":
        flags.recall(turn.tx, one.id)
        return send(turn, coach.id, t("Shown again, from the next digest on, where its rule holds."))
    flags.judge(turn.tx, one.id, act == "yes")
    return send(turn, coach.id, t("Kept, for looking at these rules once a year."))


def own(turn: Turn, coach: Coach, value: str) -> RaisedFlag | None:
    """The flag that a button is for; None where it is not this coach's, or the button is none."""
    which, _, act = value.partition(":")
    one = flags.get(turn.tx, number(which))
    return one if one is not None and one.coach_id == coach.id and act in ("yes", "no", "off", "on") else None

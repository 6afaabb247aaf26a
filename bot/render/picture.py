"""The digest's charts as one picture for Telegram, with a caption that says what is seen."""

from bot.core.digest.digest import Digest
from bot.i18n import Texts
from bot.render import charts
from bot.render.charts import ChartWords
from bot.render.text import clean, heading, units

CAPTION = 1024  # UTF-16 units of a caption


def picture(digest: Digest, say: Texts) -> bytes | None:
    """The charts as a PNG; None when there is nothing to draw. Slow: not for the store's thread."""
    return charts.png(digest.charts, words(say)) if digest.charts else None


def caption(digest: Digest, say: Texts) -> str:
    """Whose picture it is, and each chart in a sentence; plain words, at most 1,024 UTF-16 units."""
    told = clean("\n".join([heading(digest, say), *(say.line(chart.sentence) for chart in digest.charts)]))
    return told if units(told) <= CAPTION else heading(digest, say)


def words(say: Texts) -> ChartWords:
    """The words of a picture in a language."""
    labels = {
        "answered": say.t("answered"),
        "passed": say.t("passed"),
        "paused": say.t("paused"),
        "breakthrough": say.t("Breakthrough"),
        "boundary": say.t("A line of their own"),
        "repair": say.t("Did not sit right"),
        "thanks": say.t("Thanks"),
        "mark": say.t("Marked moment"),
        "session": say.t("Coaching session"),
        "pause": say.t("Pause"),
        "band": say.t("own middle half"),
        "median": say.t("own median"),
    }
    return ChartWords(lambda day: say.day(day, weekday=False), say.weekday, labels, say.rtl)

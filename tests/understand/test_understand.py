"""Days, hours, dates and stretches as people write them, in three languages."""

from datetime import date, datetime, time

import phrases
import pytest

from bot.core.understand import desk, names, session_line, spans, times, weekdays

NOW = datetime.fromisoformat("2026-11-29 12:00")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Row = tuple[str, str, tuple[str, ...]]


@pytest.mark.parametrize("row", phrases.rows(phrases.MOMENTS), ids=str)
def test_a_moment(row: Row) -> None:
    """A date and a time are what their writer meant, and all they may mean where that is several things."""
    language, words, meant = row
    found = session_line.moment(words, NOW, language)
    assert tuple(f"{at:%Y-%m-%d %H:%M}" for at in found.options) == meant


@pytest.mark.parametrize("row", phrases.rows(phrases.DAYS), ids=str)
def test_days(row: Row) -> None:
    """Days of the week are read as lists, stretches, groups and with exceptions."""
    language, words, meant = row
    found = weekdays.week(words, language)
    assert tuple(" ".join(DAYS[day] for day in part.days) for (part,) in found.options) == meant


@pytest.mark.parametrize("row", phrases.rows(phrases.STRETCHES), ids=str)
def test_a_stretch(row: Row) -> None:
    """A stretch of days is read from its ends, its length or its name."""
    language, words, meant = row
    found = spans.days(words, NOW.date(), language)
    assert tuple(f"{one.first} {one.last}" for one in found.options) == meant


@pytest.mark.parametrize("row", phrases.rows(phrases.HOURS), ids=str)
def test_hours_from_to(row: Row) -> None:
    """Quiet hours are read with halves of the day, over midnight."""
    language, words, meant = row
    found = times.hours(words, language)
    assert tuple(f"{one:%H:%M} {two:%H:%M}" for one, two in found.options) == meant


@pytest.mark.parametrize("row", phrases.rows(phrases.REPEATS), ids=str)
def test_a_repeat(row: Row) -> None:
    """How often something comes again is read as people say it."""
    language, words, meant = row
    found = session_line.repeat(words, language).only
    assert found is not None
    assert f"{found.weeks or found.months}{'m' * bool(found.months)}" == meant[0]


def test_there_are_forty_phrases_a_language() -> None:
    """The tables are what people write: at least forty a language."""
    tables = (phrases.MOMENTS, phrases.DAYS, phrases.STRETCHES, phrases.HOURS, phrases.REPEATS)
    for language in ("en", "de", "ar", "es"):
        assert sum(row[0] == language for table in tables for row in phrases.rows(table)) >= 50


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("I do not know yet", "en"),
        ("please call me", "en"),
        ("tomorrow is fine, I think", "en"),
        ("no days at all please", "en"),
        ("weiß ich noch nicht", "de"),
        ("لا أعرف", "ar"),
        ("25:00", "en"),
        ("31 June 10:00", "en"),
        ("13/13 15:00", "en"),
        ("", "en"),
    ],
)
def test_other_words_are_not_guessed(words: str, language: str) -> None:
    """Whoever writes something else is not told that it was a date."""
    assert not session_line.meeting(words, NOW, language)
    assert not weekdays.week(words, language)
    assert not times.hours(words, language)


def test_past_is_said() -> None:
    """A time that is over is understood, and it is said that it is over."""
    assert session_line.moment("yesterday 15:00", NOW, "en").past
    assert session_line.moment("2020-01-01 10:00", NOW, "en").past
    assert spans.days("1.1.2020 bis 3.1.2020", NOW.date(), "de").past
    assert not session_line.moment("today 15:00", NOW, "en").past


def test_a_day_of_last_week_may_be_logged() -> None:
    """A coaching session that was held two days ago is offered beside the one a year from then."""
    found = session_line.meeting("27 Nov 15:00", NOW, "en")
    assert [one.starts.year for one in found.options] == [2026, 2027]


def test_next_tuesday_on_a_monday_is_asked() -> None:
    """On a Monday "next Tuesday" is tomorrow to some and the week after to others: both are offered."""
    monday = datetime.fromisoformat("2026-11-30 12:00")
    found = session_line.moment("next Tuesday 15:00", monday, "en")
    assert [at.day for at in found.options] == [1, 8]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("tue 15:00 on zoom, every other week for 50 minutes until 31 January", "en"),
        ("every other Tuesday 3pm-3:50pm until 31/1 online", "en"),
        ("Di 15 Uhr über Zoom, alle zwei Wochen, 50 Minuten, bis 31.1.", "de"),
        ("jeden zweiten Dienstag 15:00 bis 15:50 bis 31. Januar per Video", "de"),
        ("mar 15 h por zoom, cada dos semanas, 50 minutos, hasta el 31/1", "es"),
        ("martes de 15:00 a 15:50, cada dos semanas, hasta el 31 de enero, por videollamada", "es"),
        ("الثلاثاء ١٥:٠٠ عبر زوم كل أسبوعين لمدة ٥٠ دقيقة حتى ٣١ يناير", "ar"),
    ],
)
def test_a_whole_coaching_session(words: str, language: str) -> None:
    """When, how long, how often, until when and how people meet are read in any order."""
    found = session_line.meeting(words, NOW, language).only
    assert found is not None
    assert f"{found.starts:%Y-%m-%d %H:%M} {found.minutes} {found.mode} {found.until}" == (
        "2026-12-01 15:00 50 video 2027-01-31"
    )
    assert found.repeats == session_line.Repeats(2)


@pytest.mark.parametrize(
    ("words", "language", "meant"),
    [
        ("every other Tuesday 5pm on zoom until March", "en", "2026-12-01 17:00 2 0 2027-03-31 video"),
        ("alle zwei Wochen dienstags 17 Uhr per Telefon", "de", "2026-12-01 17:00 2 0 None phone"),
        ("cada dos semanas los martes a las 17 por teléfono", "es", "2026-12-01 17:00 2 0 None phone"),
        ("el primer lunes de cada mes a las 9 de la mañana", "es", "2026-12-07 09:00 0 1 None "),
        ("todos los martes a las 5 de la tarde presencial", "es", "2026-12-01 17:00 1 0 None room"),
        ("alle 14 Tage Di 17:00 vor Ort", "de", "2026-12-01 17:00 2 0 None room"),
        ("every month on the first Monday at 9am by phone", "en", "2026-12-07 09:00 0 1 None phone"),
        ("monthly, third thursday, 10:00", "en", "2026-12-17 10:00 0 1 None "),
    ],
)
def test_how_often_is_read_as_it_is_typed(words: str, language: str, meant: str) -> None:
    """The day behind how often, a month as the end, and the weekday of a month behind "every month"."""
    one = session_line.meeting(words, NOW, language).options[0]
    often = one.repeats
    assert often is not None
    assert f"{one.starts:%Y-%m-%d %H:%M} {often.weeks} {often.months} {one.until} {one.mode}" == meant


def test_until_a_month_may_count_that_month_or_not() -> None:
    """Both last days are offered."""
    found = session_line.meeting("tue 17:00 weekly until March", NOW, "en").options
    assert [str(one.until) for one in found] == ["2027-03-31", "2027-02-28"]


@pytest.mark.parametrize(
    ("words", "language", "mode"),
    [("on zoom", "en", "video"), ("by phone", "en", "phone"), ("in the room", "en", "room"),
     ("telefonisch", "de", "phone"), ("vor Ort", "de", "room"), ("por zoom", "es", "video"),
     ("en persona", "es", "room"),
     ("por teléfono", "es", "phone"), ("حضوريا", "ar", "room")],
)  # fmt: skip
def test_how_people_meet(words: str, language: str, mode: str) -> None:
    """How people meet is read in a word."""
    assert session_line.mode(words, language).only == mode


def test_ten_times_is_a_last_day() -> None:
    """A number of times and a number of weeks come to a last day."""
    ten = session_line.meeting("every Tuesday 15:00, 10 times", NOW, "en").only
    six = session_line.meeting("tue 15:00 for 6 weeks", NOW, "en").only
    assert ten is not None
    assert six is not None
    assert (str(ten.until), str(six.until)) == ("2027-02-02", "2027-01-11")


def test_dates_left_out() -> None:
    """Dates that are not kept are read, in any form of a date."""
    found = session_line.meeting("2026-12-01 15:00 weekly not 2026-12-08 15 Dec", NOW, "en").only
    assert found is not None
    assert [str(day) for day in found.off] == ["2026-12-08", "2026-12-15"]


def test_days_with_their_hours() -> None:
    """Days and hours together are days with their hours; an hour before its days is theirs too."""
    for words, language in (
        ("mon thu 19:00", "en"),
        ("7pm on mon and thu", "en"),
        ("Mo und Do um 19 Uhr", "de"),
    ):
        assert weekdays.week(words, language).only == (weekdays.Part((0, 3), (time(19),)),)
    two = weekdays.week("mon 12:30, thu 19:00", "en").only
    assert two is not None
    assert [part.days for part in two] == [(0,), (3,)]


def test_seven_is_asked() -> None:
    """ "7" alone may be in the morning or in the evening, "07" and "19" are one thing."""
    assert [at.hour for at in times.clock("7", "en").options] == [7, 19]
    assert [at.hour for at in times.clock("um 7 Uhr", "de").options] == [7, 19]
    assert [at.hour for at in times.clock("07", "en").options] == [7]
    assert [at.hour for at in times.clock("19.00", "de").options] == [19]


@pytest.mark.parametrize(
    ("words", "verb", "rest"),
    [
        ("How is Regula doing?", "see", "regula doing"),
        ("Wie geht es Regula?", "see", "regula"),
        ("كيف حال ريم؟", "see", "ريم"),
        ("please cancel the session on Tuesday", "cancel", "on tuesday"),
        ("Dienstag mit Regula absagen", "cancel", "dienstag mit regula"),
        ("Sag Dienstag ab", "cancel", "dienstag"),
        ("I want to move Tuesday to Thursday 4pm", "move", "tuesday to thursday 4pm"),
        ("Regula tomorrow 3pm", "", "regula tomorrow 3pm"),
        ("she said that we cancel nothing", "", "she said that we cancel nothing"),
    ],
)
def test_what_a_coach_asks_for(words: str, verb: str, rest: str) -> None:
    """A wish of a coach is taken where it is plain: its verb at the beginning, or at the end."""
    assert desk.errand(words) == desk.Errand(verb, rest)


def test_what_is_moved_and_to_when() -> None:
    """What is moved stands before "to", the new time behind it."""
    assert desk.split_at_to("tuesday to thursday 4pm") == ("tuesday", "thursday 4pm")
    assert desk.split_at_to("to thursday 4pm") == ("", "thursday 4pm")
    assert desk.split_at_to("tuesday") == ("tuesday", "")


def test_days_in_free_words() -> None:
    """Every day that the words may mean, whatever stands around it."""
    assert desk.days("regula tuesday please", date(2026, 11, 23), "en") == {date(2026, 11, 24)}
    assert desk.days("regula please", date(2026, 11, 23), "en") == frozenset()


def test_names_anywhere_in_a_line() -> None:
    """A name is found anywhere, with a word like "with" before it; one word of a longer name is no whole name."""
    known = [(1, "Anna"), (2, "Anna Lena"), (3, "Regula Meier")]
    assert names.within("tomorrow with Anna Lena 3pm", known)[0] == names.Named((2,), "tomorrow 3pm")
    assert names.within("how is Regula?", known) == (names.Named((3,), "how is", whole=False),)
    assert names.within("Anna's session", known)[0] == names.Named((1,), "session")
    assert names.within("nobody here", known) == ()


def test_a_name_in_one_line() -> None:
    """Whatever is in a name, it is shown in one line, and turns nothing around it."""
    assert names.in_a_line("Ben\nZoe\u2028 \u202eMax\x00") == "Ben Zoe Max"


@pytest.mark.parametrize(
    ("words", "repeats", "until"),
    [
        ("24 Nov 15:00 monthly 3 times", session_line.Repeats(0, 1, "day"), date(2027, 1, 24)),
        ("24 Nov 15:00 every month for 12 weeks", session_line.Repeats(0, 1, "day"), date(2027, 2, 23)),
        ("every 2 months on tuesday 15:00 3 times", session_line.Repeats(0, 2, "weekday"), None),
    ],
)
def test_months_with_an_end(words: str, repeats: session_line.Repeats, until: date | None) -> None:
    """Every month may be by day or by weekday; so many times, or for so long, is a last day."""
    found = session_line.meeting(words, datetime(2026, 11, 23, 9, 0), "en").options  # noqa: DTZ001 - a wall clock
    assert repeats in [one.repeats for one in found]
    assert until is None or until in [one.until for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ada last week", (True, "ada")),
        ("letzte Woche", (True, "")),
        ("الأسبوع الماضي", (True, "")),
        ("Ada", (False, "Ada")),
    ],
)
def test_what_was_told_last_week_is_asked_for_in_each_language(words: str, found: tuple[bool, str]) -> None:
    """The words for the last days are found and taken out; a name stays as it is."""
    assert desk.lately(words) == found


def test_every_client_is_meant_by_words_for_all() -> None:
    """In each language; a name is none of them."""
    assert all(map(desk.everybody, ("All", "alle", "الكل")))
    assert not desk.everybody("Allen Smith")

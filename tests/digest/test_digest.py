"""What a digest says and in which order, and that it stays within two minutes."""

from dataclasses import replace

import pytest
import weeks
from anyweek import any_week
from hypothesis import HealthCheck, given, settings

from bot.core.base.line import Line, line
from bot.core.base.words import count
from bot.core.digest.chart import Ratings, Strip, Timeline, strip
from bot.core.digest.digest import COUNTED, REST, WORDS, Digest, brief, compile, line_words, source_words
from bot.core.digest.section import DigestSection, QuotedAnswer, before, figures, sections
from bot.core.digest.week import PausedTime, RhythmChange, Shared, SharedMark, Week
from bot.core.script.script import Use

ORDER = ("next", "words", "marks", "moved", "pulse", "less", "doing", "steady", "figures")


def section(digest: Digest, name: str) -> DigestSection:
    """The section of that name."""
    return next(section for section in digest.sections if section.name == name)


def names(digest: Digest) -> tuple[str, ...]:
    """The names of the sections, in their order."""
    return tuple(section.name for section in digest.sections)


def quotes(digest: Digest, name: str = "") -> list[QuotedAnswer]:
    """The quotes of a section, or of all."""
    parts = [section for section in digest.sections if name in ("", section.name)]
    return [quote for section in parts for item in section.items for quote in item.quotes]


def messages(section: DigestSection) -> list[str]:
    """The English of the lines of a section."""
    return [item.line.message for item in section.items if item.line]


def week_of(*responses: Shared) -> Week:
    """A week with these responses."""
    return weeks.as_told(replace(weeks.empty(), responses=responses))


LONG = "and yet more of it " * 20


def short_words(digest: Digest) -> int:
    """The words of the short form: heading, lines, notes, quotes and where they come from."""
    total = line_words(digest.opening) + count(digest.client[:24])
    for part in digest.sections:
        shown = [item for item in part.items if not item.folded]
        kept: list[Line] = [item.line for item in shown if item.line]
        total += sum(map(line_words, kept)) + (line_words(part.title) if shown else 0)
        total += line_words(part.note) if part.note and shown else 0
        total += sum(count(q.short) + source_words(q) for item in shown for q in item.quotes if q.short)
        hidden = any(not q.short for item in part.items for q in item.quotes)
        total += REST - 1 if part.name in COUNTED and hidden else 0  # "and 3 more on the page"
    return total


def test_sections_come_in_their_order() -> None:
    """A full week has every section, in the order that coaches know."""
    assert names(compile(weeks.full())) == ORDER


def test_sections_without_anything_to_say_are_left_out() -> None:
    """An ordinary week has only the sections for which there is something."""
    assert names(compile(weeks.plain())) == ("next", "words", "doing", "figures")


def test_what_the_client_wants_understood_comes_first() -> None:
    """The first words of a digest are those that the client wants understood, then what they might bring."""
    assert [quote.step for quote in quotes(compile(weeks.full()))[:2]] == ["understand", "bring"]


def test_what_was_brought_to_a_session_that_was_held_is_no_longer_ahead() -> None:
    """Words given before a session that has been held since are quoted like any others, not as what comes."""
    told = weeks.said(1, 1, "For Tuesday.", "before-session", "bring")
    held = replace(week_of(told), sessions=(weeks.at(2, 10),))
    assert [quote.response for quote in quotes(compile(held), "next")] == []
    assert [quote.response for quote in quotes(compile(held), "words")] == [1]
    assert [quote.response for quote in quotes(compile(week_of(told)), "next")] == [1]


def test_each_response_is_quoted_once() -> None:
    """No words are shown twice."""
    ids = [quote.response for quote in quotes(compile(weeks.full()))]
    assert len(ids) == len(set(ids))


def test_others_words_are_never_called_the_clients_own() -> None:
    """What was only passed on has a part of its own, in a digest and in a brief; own words keep theirs."""
    others = replace(weeks.said(1, 1, "[forwarded] “Come by.”"), passed_on=True)
    week = replace(weeks.empty(), responses=(others, weeks.said(2, 2, "I came by.")))
    for made in (sections(week), before(week)):
        found = {one.name: [quote.words for item in one.items for quote in item.quotes] for one in made}
        assert (found["words"], found["passed-on"]) == (["I came by."], ["[forwarded] “Come by.”"])


def test_quote_is_verbatim_and_points_to_its_response() -> None:
    """A quote has the client's words to the letter, and script, step, day and id of where they were given."""
    quote = quotes(compile(weeks.full()), "words")[0]
    assert (quote.words, quote.response, quote.title, quote.step) == (
        weeks.LONG,
        2,
        "After our session",
        "stayed",
    )
    assert quote.at.isoformat() == "2026-11-16T20:00:00+01:00"
    assert quote.edited


def test_both_parts_of_a_mixed_answer_are_quoted() -> None:
    """A two-part answer is one quote with both parts."""
    quote = next(quote for quote in quotes(compile(weeks.full())) if quote.step == "mixed")
    assert quote.words == "Part of me wants the new role.\nAnother part wants the garden."


def test_own_words_are_the_latest_of_the_latest_reflections() -> None:
    """Where no more fits: the last words of each of the last three reflections, oldest first."""
    told = [replace(weeks.said(n, 1 + n // 2, f"words {n} {LONG}"), reflection=n // 2 + 1) for n in range(10)]
    assert [quote.response for quote in quotes(compile(week_of(*told)), "words") if quote.short] == [5, 7, 9]


def test_what_fits_is_quoted_whole() -> None:
    """Five short answers, or eight, are all there, whole, oldest first; calls to the coach too."""
    told = [replace(weeks.said(n, 1, f"words {n}"), reflection=1) for n in range(8)]
    asked = [replace(weeks.said(n, 1, f"please {n}"), reflection=n, calls=True) for n in range(8, 14)]
    for some in (told[:5], told, asked):
        made = [quote.short for quote in quotes(compile(week_of(*some))) if quote.short]
        assert made == [quote.words for quote in quotes(compile(week_of(*some)))]
        assert len(made) == len(some)


def test_own_words_fall_back_to_earlier_ones_of_the_same_reflection() -> None:
    """With one reflection only, its last three answers are quoted."""
    told = [replace(weeks.said(n, 1, f"words {n} {LONG}"), reflection=1) for n in range(1, 6)]
    assert [quote.response for quote in quotes(compile(week_of(*told)), "words") if quote.short] == [3, 4, 5]


def test_words_outside_a_reflection_are_quoted_each() -> None:
    """Words written in between belong to no reflection and stand for themselves."""
    told = [replace(weeks.said(n, 1, f"words {n}"), reflection=0) for n in range(1, 4)]
    digest = compile(week_of(*told))
    assert [quote.response for quote in quotes(digest, "words")] == [1, 2, 3]
    assert len(digest.talks) == 3


@pytest.mark.parametrize("kind", ["breakthrough", "boundary", "repair", "thanks", "other"])
def test_marked_moment_comes_with_its_words(kind: str) -> None:
    """A marked moment is named, dated and quoted to the letter."""
    week = replace(week_of(weeks.said(4, 3, "It is mine.")), marks=(SharedMark(kind, weeks.at(3), 4),))
    marks = section(compile(week), "marks")
    assert [quote.words for quote in marks.items[0].quotes] == ["It is mine."]
    assert "words" not in names(compile(week))


def test_latest_mark_comes_first() -> None:
    """Of several marked moments the latest is told first, so that it is the last to be folded."""
    told = (weeks.said(4, 3, "a"), weeks.said(5, 4, "b"))
    week = replace(
        week_of(*told), marks=(SharedMark("thanks", weeks.at(3), 4), SharedMark("thanks", weeks.at(4), 5))
    )
    assert [quote.response for quote in quotes(compile(week), "marks")] == [5, 4]


def test_mark_of_an_earlier_week_is_not_told_again() -> None:
    """A mark from before, of words that were told, has no place in the list; one made since has."""
    told = replace(weeks.said(4, -3, "a"), news="told", fresh=())
    week = replace(week_of(told), marks=(SharedMark("thanks", weeks.at(-3), 4),))
    late = replace(week_of(told), marks=(SharedMark("thanks", weeks.at(3), 4),))
    assert names(compile(replace(late, changes=(RhythmChange(weeks.at(2), "lighter"),))))[1] == "marks"
    assert "marks" not in names(compile(week))


def test_every_figure_has_its_n_and_since_when() -> None:
    """Each line of moved, steady and pulse names n and the day it reaches back to."""
    digest = compile(weeks.full())
    for name in ("moved", "pulse", "steady"):
        for message in messages(section(digest, name)):
            assert "n={n}" in message, message
            assert "{since}" in message, message


def test_moved_and_steady_stand_beside_each_other() -> None:
    """A rating outside the own middle half is in one list, the same rating as before in the other."""
    digest = compile(weeks.full())
    assert "own median" in messages(section(digest, "moved"))[0]
    assert "the time before" in messages(section(digest, "steady"))[0]


def test_own_words_on_what_stayed_steady() -> None:
    """An answer at a step named steady is quoted under what stayed steady."""
    assert [quote.step for quote in quotes(compile(weeks.full()), "steady")] == ["steady"]


@pytest.mark.parametrize(
    ("before", "scale", "said"),
    [
        ((), (0, 10), "{question} {value} on a scale of {low} to {high}."),
        ((), None, "{question} {value}."),
        ((9,), (0, 10), "{question} {value}, {before} the time before (n={n}, since {since})."),
    ],
)
def test_first_ratings_are_shown_and_compared_with_nothing(
    before: tuple[int, ...], scale: tuple[int, int] | None, said: str
) -> None:
    """Below three ratings of a question the rating stands with its question, without a verdict or a chart."""
    now = replace(weeks.rated(1, 1, 3), scale=scale)
    digest = compile(week_of(now, *(weeks.rated(2 + n, -1, value) for n, value in enumerate(before))))
    assert messages(section(digest, "rated")) == [said]
    assert {"steady", "moved"}.isdisjoint(names(digest))
    assert not any(isinstance(chart, Ratings) for chart in digest.charts)


def test_first_pulse_shows_no_change() -> None:
    """One pulse is shown as it is; a change needs two."""
    digest = compile(week_of(weeks.rated(1, 1, 3, weeks.FIT, "pulse")))
    assert messages(section(digest, "pulse")) == [
        "{question} {dots} {value} (n=1, {day}, for the first time)."
    ]
    assert dict(section(digest, "pulse").items[0].line.values)["dots"] == "●●●○○"  # type: ignore[union-attr]


def test_pulse_of_an_unknown_scale() -> None:
    """Without the scale the dots show the value alone."""
    digest = compile(week_of(replace(weeks.rated(1, 1, 3, weeks.FIT, "pulse"), scale=None)))
    assert dict(section(digest, "pulse").items[0].line.values)["dots"] == "●●●"  # type: ignore[union-attr]


def test_pulse_is_not_among_what_moved() -> None:
    """The pulse has its own section and no place among the ratings."""
    known = tuple(weeks.rated(n, 1 - n, n, weeks.FIT, "pulse") for n in range(1, 5))
    assert names(compile(week_of(*known))) == ("next", "pulse")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("lighter", "Chose a lighter rhythm, {day}."),
        ("fuller", "Chose a fuller rhythm, {day}."),
        ("times", "Chose other days or hours, {day}."),
        ("paused", "Took a pause, {day}."),
        ("resumed", "Came back from a pause, {day}."),
    ],
)
def test_own_choices_are_own_doing(kind: str, words: str) -> None:
    """A choice about the rhythm is told as something the client did."""
    week = replace(weeks.empty(), changes=(RhythmChange(weeks.at(2), kind),))  # type: ignore[arg-type]
    assert messages(section(compile(week), "doing")) == [words]


def test_chosen_silence_is_own_doing() -> None:
    """A silence that was held counts, one that was passed does not."""
    held = replace(weeks.said(1, 1, ""), texts=(), kind="hold")
    doing = section(compile(week_of(held)), "doing")
    assert doing.items[0].line is not None
    assert doing.items[0].line.n == 1
    assert "doing" not in names(compile(week_of(replace(held, passed=True))))


def test_strengths_are_own_doing() -> None:
    """Answers to a script about strengths are quoted under own doing."""
    told = replace(weeks.said(1, 1, "I walked."), tags=("strengths",))
    assert [quote.words for quote in quotes(compile(week_of(told)), "doing")] == ["I walked."]


@pytest.mark.parametrize(
    ("session", "planned", "message"),
    [
        (0, True, "{when}: session {n}."),
        (4, True, "{when}: session {n}."),
        (5, True, "{when}: session {n}."),
        (5, False, "No date yet; sessions so far: {n}."),
    ],
)
def test_next_session(session: int, planned: bool, message: str) -> None:
    """The next session is told with its number, the first ones like all others."""
    week = replace(weeks.plain(), session=session, next_session=weeks.at(9) if planned else None)
    assert messages(section(compile(week), "next"))[0] == message


def test_empty_week_is_two_lines() -> None:
    """With nothing shared there is the next session, that nothing is shared, and no picture."""
    digest = compile(weeks.quiet())
    assert digest.empty
    assert names(digest) == ("figures",)
    assert digest.charts == ()


def test_week_without_prompts() -> None:
    """Where nothing is shared that is said, beside paused days too, and never how many questions went out."""
    paused = replace(weeks.empty(), pauses=(PausedTime(weeks.at(1), weeks.at(3)),))
    for week, said in ((weeks.empty(), ["Nothing shared"]), (paused, ["Nothing shared", "{n} paused day"])):
        (item,) = section(compile(week), "figures").items
        assert item.line is not None
        assert [part.message for part in dict(item.line.values)["parts"]] == said  # type: ignore[union-attr]


def test_how_it_stands_takes_the_place_of_a_week_without_questions() -> None:
    """Who stopped is said to have stopped, and not that nothing is shared; a digest with words says it too."""
    stopped = line("{client} has stopped the questions.", client="Noa")
    digest = compile(replace(weeks.empty(), stands=stopped))
    assert names(digest) == ("stands",)
    assert messages(section(digest, "stands")) == ["{client} has stopped the questions."]
    told = compile(replace(weeks.full(), stands=stopped))
    assert "{client} has stopped the questions." in messages(section(told, "next"))


def test_only_what_comes_by_itself_begins_with_a_breath() -> None:
    """A digest that the coach opens has no breaths before it; the overview has them, once."""
    openings = [compile(weeks.full(), breath=breath).opening.message for breath in (True, False)]
    assert ["breaths" in one for one in openings] == [True, False]


def test_words_alone_are_no_measure_of_the_pulse() -> None:
    """That the pulse is no validated measure is said of its numbers, not of words about it."""
    words = weeks.said(1, 1, "More time.")
    week = replace(weeks.empty(), responses=(replace(words, tags=("pulse",)),))
    assert section(compile(week), "pulse").note is None


def test_figures_name_only_what_there_is() -> None:
    """Passes and paused days are named when there are any."""
    parts = dict(section(compile(weeks.plain()), "figures").items[0].line.values)["parts"]  # type: ignore[union-attr]
    assert [part.message for part in parts] == ["{n} answered", "{n} passed"]


def test_nothing_shared_is_not_said_beside_what_was_shared() -> None:
    """Where no prompt has anything shared, but something else of the week stands there, there are no figures."""
    assert weeks.plain().news
    assert figures(replace(weeks.plain(), prompts=())).items == ()
    assert strip(replace(weeks.plain(), prompts=())) is None


def test_what_was_useful_stands_before_what_was_in_the_way() -> None:
    """Each of the two is grouped, with no line that says again what its question says, and in no other section."""
    made = weeks.plain().responses[0]
    uses: tuple[Use, ...] = ("in the way", "useful")
    said = tuple(
        replace(made, id=90 + n, use=use, texts=(f"words {n}",), tags=(), news="new", fresh=None)
        for n, use in enumerate(uses)
    )
    digest = compile(replace(weeks.plain(), responses=said))
    heads = [
        (item.line and item.line.message, [q.words for q in item.quotes])
        for item in section(digest, "so-far").items
    ]
    assert heads == [(None, ["words 1"]), (None, ["words 0"])]
    assert "words" not in names(digest)


def test_twice_not_for_a_client_is_said_with_an_alternative() -> None:
    """Once is a day; the second time it is said that the script is off, once, and what there is instead."""
    one = replace(weeks.plain().sent[0], fit="no")
    prompts = tuple(replace(one, reflection=n) for n in range(3))
    once = section(compile(replace(weeks.full(), prompts=prompts[:1])), "less").items
    off = frozenset((one.script,))
    twice = section(compile(replace(weeks.full(), prompts=prompts, off=off)), "less").items
    assert [item.line and "did not fit" in item.line.message for item in once] == [True]
    assert [item.line and "/assign offers another one" in item.line.message for item in twice] == [True]


def test_a_brief_with_nothing_but_the_date_is_empty() -> None:
    """What is new or taken up again makes a brief; a date alone makes none."""
    week = replace(weeks.plain(), responses=())
    assert brief(week, line("Before")).empty
    assert not brief(weeks.plain(), line("Before")).empty


def test_charts_of_a_full_week() -> None:
    """A full week has three charts: the days, the question rated most often, the events."""
    days, ratings, timeline = compile(weeks.full()).charts
    assert isinstance(days, Strip)
    assert isinstance(ratings, Ratings)
    assert isinstance(timeline, Timeline)
    assert len(days.rows) == 4
    assert all(len(row) == 7 for row in days.rows)
    assert ratings.question == "How near are you to it, by your own measure?"
    assert [kind for _, kind in timeline.marks] == ["thanks", "breakthrough"]
    assert len(timeline.sessions) == 4


def test_strip_says_what_there_is() -> None:
    """The sentence of the strip names passes and pauses only when there are any."""
    parts = dict(compile(weeks.plain()).charts[0].sentence.values)["parts"]
    assert isinstance(parts, tuple)
    assert [part.message for part in parts if isinstance(part, Line)] == [
        "{n} answered",
        "{n} passed",
        "{n} coaching session",
    ]


def test_charts_only_from_the_least_number_on() -> None:
    """A week with answers alone has the strip of its days; with no prompt at all there is none."""
    assert [type(chart) for chart in compile(weeks.plain()).charts] == [Strip]
    assert compile(week_of(weeks.said(1, 1, "a"))).charts == ()


def test_ratings_chart_without_a_baseline() -> None:
    """Three ratings are drawn, without a band and without a median."""
    digest = compile(week_of(*(weeks.rated(n, 1 - 7 * n, n) for n in range(3))))
    (ratings,) = digest.charts
    assert isinstance(ratings, Ratings)
    assert ratings.baseline is None
    assert ratings.sentence.message == "{sentence}."


def test_ratings_of_an_unknown_scale_are_not_drawn() -> None:
    """Without its scale a rating has no honest axis."""
    known = (replace(weeks.rated(n, 1 - 7 * n, n), scale=None) for n in range(3))
    assert compile(week_of(*known)).charts == ()


def test_talks_hold_every_shared_answer() -> None:
    """Everything that is new is there, passes too, joined by reflection, in order."""
    week = weeks.full()
    talks = compile(week).talks
    assert sorted(r.id for talk in talks for r in talk.answers) == sorted(r.id for r in week.news)
    assert [r.id for talk in talks if talk.script == "spark" for r in talk.answers] == [4, 5]


def test_counted_words_of_a_line() -> None:
    """A line counts as many words as it will have: dates three, instants six, a list its parts."""
    assert line_words(line("a {b} c {d}", b=weeks.at(1).date(), d=weeks.at(1))) == 2 + 3 + 6
    assert line_words(line("{a}", a=("x y", 1))) == 5


def test_full_week_folds_the_least_pressing_lines() -> None:
    """With more than two minutes hold, lines give way before the words for the next session are cut."""
    digest = compile(weeks.full())
    shown = {part.name for part in digest.sections if any(not item.folded for item in part.items)}
    assert {"next", "words", "marks", "moved", "pulse", "figures"} <= shown
    assert all(quote.short == quote.words for quote in quotes(digest, "next"))
    assert any(item.folded for part in digest.sections for item in part.items)


def test_compile_is_deterministic() -> None:
    """The same week gives the same digest, in whatever order it was read."""
    week = weeks.full()
    assert compile(week) == compile(replace(week, responses=week.responses[::-1], prompts=week.prompts[::-1]))


def test_words_that_were_marked_twice_stand_once() -> None:
    """A moment that was called new and later not sitting right is two marks, and its words one quote."""
    week = weeks.full()
    said = next(one for one in week.news if one.quoted and one.kind == "ask")
    marks = tuple(SharedMark(kind, said.at, said.reflection) for kind in ("breakthrough", "repair"))
    ids = [quote.response for quote in quotes(compile(replace(week, marks=marks)), "marks")]
    assert ids and len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_week())
def test_any_week_fits_two_minutes_and_loses_nothing(week: Week) -> None:
    """Any week whatever has at most 300 words in short form, and every shared answer in its talks."""
    digest = compile(week)
    assert short_words(digest) <= WORDS
    assert sorted(r.id for talk in digest.talks for r in talk.answers) == sorted(r.id for r in week.news)
    ids = [quote.response for quote in quotes(digest)]
    assert len(ids) == len(set(ids))
    assert len(digest.charts) <= 3

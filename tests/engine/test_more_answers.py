"""Answers of other kinds: several at once, a number, a step that may be left alone."""

from datetime import timedelta

from actors import choose, play, script, step

from bot.core.script.script import Choice
from bot.core.talk.model import End, Keep, Rebutton, Said, Say, Tapped, Wake, Woke

SEVERAL = step("helped", "several", choices=tuple(Choice(one, None, 1) for one in ("Sleep", "Talk", "Walk")))
CLOSE = step("close", "ack", "Bye.")
TICKS = script(SEVERAL, CLOSE)
HOURS = timedelta(hours=1)


def shown(effects: tuple[object, ...]) -> list[str]:
    """The labels of the step's own buttons."""
    return [row[0].label for one in effects if isinstance(one, Rebutton) for row in one.rows[:-1]]


def chosen(effects: tuple[object, ...]) -> list[str | None]:
    return [one.answer.choice for one in effects if isinstance(one, Keep)]


def test_a_tap_ticks_and_another_takes_it_away() -> None:
    """Each is kept at once, in the order of the list, and the question waits on."""
    after, effects = play(TICKS, Tapped("choice:2", 1), Tapped("choice:0", 1))
    assert chosen(effects) == ["Sleep; Walk"]
    assert shown(effects) == ["✓ Sleep", "Talk", "✓ Walk", "That is all"]
    after, effects = play(TICKS, Tapped("choice:2", 1), Tapped("choice:2", 1))
    assert chosen(effects) == [None]
    assert shown(effects) == ["Sleep", "Talk", "Walk"]
    assert after.state == "open"


def test_that_is_all_ends_the_ticking() -> None:
    """By a tap or in words; with nothing ticked it is a pass."""
    for done in (Tapped("done", 1), Said("That is all", 9, 1)):
        after, _ = play(TICKS, Tapped("choice:1", 1), done)
        assert (after.state, after.answers[-1].choice, after.answers[-1].passed) == (
            "finished",
            "Talk",
            False,
        )
    after, _ = play(TICKS, Tapped("done", 1))
    assert after.answers[-1].passed


def test_words_stand_beside_the_ticks() -> None:
    """What is written is kept with them; a label that is typed ticks it, also of a question that was put off."""
    after, _ = play(
        TICKS, Tapped("choice:1", 1), Said("And the rain.", 7, 1), timedelta(minutes=1), Woke("settle", 1)
    )
    assert (after.state, after.answers[-1].choice, after.answers[-1].texts) == (
        "finished",
        "Talk",
        ("And the rain.",),
    )
    after, effects = play(TICKS, Tapped("later", 1), Tapped("snooze:hour", 1), Said("walk", 7, 1))
    assert (after.state, chosen(effects), shown(effects)) == ("snoozed", [None, "Walk"], [])


def test_a_number_is_kept_beside_its_words_and_follows_an_edit() -> None:
    """What is no number is kept as words: nobody is asked again."""
    made = script(step("slept", "number"), CLOSE)
    after, effects = play(made, Said("about seven and a half", 7, 1))
    assert chosen(effects) == ["7.5"]
    assert after.answers[-1].texts == ("about seven and a half",)
    after, effects = play(made, Said("about seven", 7, 1), Said("about six", 7, 1, edited=True))
    assert chosen(effects) == ["6"]
    after, effects = play(made, Said("no idea", 7, 1), timedelta(minutes=1), Woke("settle", 1))
    assert after.state == "finished"
    assert after.answers[-1].choice is None


def test_an_optional_step_is_not_asked_about_again_and_ends_the_talk_well() -> None:
    """Left alone it brings no reminder, and the talk is finished, not lapsed."""
    made = script(choose("how", "Well"), step("more", optional=True), CLOSE)
    begun = (Tapped("choice:0", 1),)
    after, effects = play(made, *begun, 22 * HOURS, Woke("nudge", 2))
    assert not any(isinstance(one, Say) for one in effects)
    assert after.nudged
    after, effects = play(made, *begun, 48 * HOURS, Woke("lapse", 2))
    assert (after.state, End("finished") in effects) == ("finished", True)
    assert not any(isinstance(one, Say) for one in effects)


def test_a_tick_moves_nothing_by_itself() -> None:
    """A tick sets no clock: it may take as long as any answer."""
    _, effects = play(TICKS, Tapped("choice:0", 1))
    assert not any(isinstance(one, Wake) for one in effects)
    assert not any(isinstance(one, Say) for one in effects)

"""Weeks to make digests of: one that says nearly all a digest can say, and smaller ones. All invented."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.digest.week import PausedTime, Prompted, PromptState, RhythmChange, Shared, SharedMark, Week
from bot.core.script.script import Use

START = datetime(2026, 11, 15, 16, 0, tzinfo=UTC)  # Sunday 17:00 in Berlin
END = START + timedelta(days=7)

LONG = (
    "I noticed that I say yes before I have thought about it, and that the yes comes out of my mouth while "
    "my stomach already says no. On Wednesday, when Tom asked about the rota, I counted to five first. It "
    "felt rude. It was not rude. He just waited, and then I said that I would tell him tomorrow, "
    "and he said fine."
)
NEAR = "There are no right numbers here.\n\nHow near are you to it, by your own measure?"
MATTER = "How much does this change matter to you today?"
FIT = "How well do our sessions fit what you want right now?"
WAY = "How well does our way of working suit you?"
STEPS = {NEAR: "near", MATTER: "importance", FIT: "fit", WAY: "way"}


def as_told(week: Week) -> Week:
    """The same week where all that was said before it has been told in digests before."""
    known = (replace(one, news="told", fresh=()) if one.at < week.start else one for one in week.responses)
    return replace(week, responses=tuple(known))


def at(day: int, hour: int = 19) -> datetime:
    """An hour of a day counted from the first day of the week (0), in UTC."""
    return START.replace(hour=0) + timedelta(days=day, hours=hour)


USES: dict[str, Use] = {
    "understand": "understand",
    "bring": "bring",
    "own-part": "doing",
    "steady": "steady",
}
"""What the steps of these weeks say in brackets that they are for."""


def said(number: int, day: int, text: str, script: str = "after-session", step: str = "stayed") -> Shared:
    """A shared answer."""
    title = TITLES.get(script, script)
    prompt = "It is a few hours since your session.\n\nWhat, if anything, has stayed with you?"
    return Shared(
        number,
        at(day),
        script,
        title,
        step,
        prompt,
        (text,),
        reflection=number,
        tags=("session",),
        use=USES.get(step, ""),
    )


def rated(number: int, day: int, value: int, prompt: str = NEAR, tag: str = "goals") -> Shared:
    """A shared rating; its script is named by its tag."""
    scale = (1, 5) if tag == "pulse" else (0, 10)
    title = TITLES[tag]
    return Shared(
        number,
        at(day),
        tag,
        title,
        STEPS[prompt],
        prompt,
        (),
        (tag,),
        "rate",
        rating=value,
        scale=scale,
        reflection=number,
    )


def sent(number: int, day: int, state: PromptState = "answered", script: str = "mid-week") -> Prompted:
    """A prompt of the weekly rhythm; its tag is its script's name."""
    return Prompted(number, script, TITLES[script], at(day, 17), state, (script,))


def empty() -> Week:
    """A week in which nothing happened."""
    return Week("Noa", "Ada Berg", "Europe/Berlin", START, END)


def quiet() -> Week:
    """A week with a pause, and nothing shared."""
    return replace(empty(), next_session=at(9, 14), session=7, pauses=(PausedTime(at(4), at(6)),))


def plain() -> Week:
    """An ordinary week: two reflections, one passed, before the eighth session."""
    answers = (
        said(1, 1, "The word enough. It came back on the train."),
        said(2, 1, "I said it before you did.", step="own-part"),
        replace(
            said(3, 3, "Mixed."),
            choice="Mixed",
            script="mid-week",
            title=TITLES["mid-week"],
            step="these-days",
        ),
        replace(
            said(4, 3, "Slept badly, walked anyway."),
            script="mid-week",
            title=TITLES["mid-week"],
            reflection=3,
        ),
        replace(said(5, 5, "Whether to write to her.", "before-session", "bring"), reflection=5),
    )
    prompts = (
        sent(1, 1, script="after-session"),
        sent(3, 3),
        sent(5, 5, script="before-session"),
        sent(6, 4, "passed"),
    )
    known = replace(empty(), next_session=at(9, 14), session=7, responses=answers, prompts=prompts)
    return replace(known, sessions=(at(1, 13),))


def full() -> Week:
    """A week that fills every section, in the first five sessions, with eight weeks behind it."""
    made = replace(
        empty(),
        next_session=at(9, 14),
        session=3,
        sessions=(at(-41, 14), at(-27, 14), at(-13, 14), at(1, 14)),
        responses=(*_history(), *_rhythm(), *_marked(), *_pulse()),
        prompts=_prompts(),
        pauses=(PausedTime(at(-13, 0), at(-9, 0)), PausedTime(at(3, 5), at(4, 5))),
        marks=(SharedMark("thanks", at(-38), 205), SharedMark("breakthrough", at(3, 20), 11)),
        changes=(RhythmChange(at(3), "lighter"),),
    )
    return as_told(made)


TITLES = {
    "after-session": "After our session",
    "mid-week": "Halfway between sessions",
    "before-session": "Before our session",
    "look-back": "The week behind you",
    "spark": "Something became clear",
    "sitting-with-it": "Sitting with it",
    "goals": "Goals and how you work on them",
    "rulers": "Two small rulers",
    "pulse": "A look at the work",
    "values": "What matters",
}


def _history() -> tuple[Shared, ...]:
    goals = tuple(rated(100 + n, -49 + 7 * n, value) for n, value in enumerate((4, 5, 4, 5, 6, 5, 5)))
    rulers = tuple(rated(300 + n, day, 6, MATTER, "rulers") for n, day in enumerate((-35, -20, -6)))
    words = tuple(
        said(200 + n, -42 + 3 * n, "a few plain words about it " * 2, "mid-week") for n in range(12)
    )
    return (*goals, *rulers, *words, rated(17, -30, 3, FIT, "pulse"), rated(18, -30, 4, WAY, "pulse"))


def _rhythm() -> tuple[Shared, ...]:
    both = ("Part of me wants the new role.", "Another part wants the garden.")
    understand = "That I have not gone quiet because of you; the words just take longer in winter."
    return (
        rated(1, 1, 8),
        rated(20, 2, 6, MATTER, "rulers"),
        replace(said(2, 1, LONG), edited=True),
        replace(said(3, 1, "I asked what the silence was for.", step="own-part"), reflection=2),
        replace(said(6, 4, "", "mid-week", "mixed"), texts=both, kind="two_parts"),
        said(7, 5, "My mornings. Coffee, the same bench, the same dog.", "look-back", "steady"),
        replace(said(8, 6, "How to tell my sister.", "before-session", "bring"), reflection=12),
        replace(said(9, 6, understand, "before-session", "understand"), reflection=12),
        replace(said(10, 2, "", "sitting-with-it", "quiet"), kind="hold", texts=()),
        replace(said(16, 4, "", "mid-week", "hard"), texts=(), passed=True),
    )


def _marked() -> tuple[Shared, ...]:
    clear = said(4, 3, "That the rota is mine to say no to.", "spark", "clear")
    changes = said(5, 3, "Fridays, perhaps.", "spark", "changes")
    return (replace(clear, reflection=11), replace(changes, reflection=11))


def _pulse() -> tuple[Shared, ...]:
    words = said(15, 2, "A little less writing, more talking.", "pulse", "better")
    return (rated(13, 2, 4, FIT, "pulse"), rated(14, 2, 3, WAY, "pulse"), replace(words, tags=("pulse",)))


def _prompts() -> tuple[Prompted, ...]:
    states: tuple[PromptState | None, ...] = (
        "answered",
        "answered",
        None,
        "passed",
        "answered",
        "answered",
        "answered",
    )
    before = tuple(sent(500 + n, -26 + 3 * n, state) for n, state in enumerate(states) if state)
    return (
        *before,
        sent(2, 1, script="after-session"),
        sent(6, 4, "passed"),
        replace(sent(21, 2, "passed"), fit="no"),
        sent(7, 5, script="look-back"),
        sent(12, 6, script="before-session"),
    )

"""Who is in the demo, and their habits. All of them are invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habit:
    """How a client answers: chances between 0 and 1; ``silent`` are days (from 0) without a
    sign of life, from the first to before the last."""

    several: float = 0.0  # an answer comes in two or three messages
    edits: float = 0.0  # and one is edited a little later
    passes: float = 0.0
    later: float = 0.0
    silent: tuple[int, int] = (0, 0)
    blocks: int | None = None  # the day (from 0) on which the bot is blocked


@dataclass(frozen=True, slots=True)
class ClientPart:
    """A client: what they answer when they join, and how they go on."""

    name: str
    place: str
    days: str
    hours: str
    shares: bool
    habit: Habit
    session: str  # weekday and hour of the coaching sessions, by the coach's clock


@dataclass(frozen=True, slots=True)
class CoachPart:
    """A coach with their clients."""

    name: str
    place: str
    clients: tuple[ClientPart, ...]


ADMIN = "Ruth"

COACHES = (
    CoachPart(
        "Dana",
        "Berlin",
        (
            ClientPart("Ada", "Lisbon", "mon wed fri", "19:00", True, Habit(several=0.8), "tue 15:00"),
            ClientPart("Ben", "Berlin", "Tue, Thu", "12:30", True, Habit(edits=0.6, later=0.15), "mon 10:00"),
        ),
    ),
    CoachPart(
        "Tom",
        "Toronto",
        (
            ClientPart(
                "Cleo", "14:00", "mon thu sat", "19:00", True, Habit(passes=0.3, silent=(4, 11)), "thu 11:00"
            ),
            ClientPart("Dev", "Kathmandu", "Monday to Friday", "19:00", False, Habit(blocks=9), "wed 9:00"),
        ),
    ),
)

LONG = (
    "I keep thinking about the moment when you asked what I would do with a free afternoon.",
    "I had no answer at first, and then I had three.",
    "The garden, the piano, and doing nothing at all on the balcony.",
    "It is odd how long it took me to say the last one out loud.",
    "My sister called yesterday and I told her about it, which I usually would not.",
    "She laughed, in a good way, and said she wants the same.",
    "What stayed is that I do not have to earn the afternoon first.",
    "I noticed it again on the train, a kind of quiet.",
    "It did not last, but it was there.",
    "At work it was louder. Two meetings that could have been a note.",
    "I wrote down one sentence and put it beside the kettle.",
)
SHORT = (
    "Mostly the walk home.",
    "A bit lighter than last week.",
    "The talk with my father is still on my mind.",
    "Not sure yet.",
    "I said no once, and nothing fell down.",
    "Sleep, or the lack of it.",
    "That I can ask for more time.",
    "Nothing big. A quiet Sunday with the window open.",
    "I would like to look at the Monday mornings.",
    "Waiting for the letter from the landlord.",
    "The list got shorter, and I got slower, and both were fine.",
    "I left the phone in the kitchen for an evening.",
)
"""Invented answers; no real person's words."""

BACK = "It was a loud week. I am here again."

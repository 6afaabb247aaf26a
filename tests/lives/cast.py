"""Who may be in a life, with which habits, and what they say. All of them are invented."""

import random
from datetime import UTC, datetime, timedelta

from .life import Person
from .stage import ADMIN

NAMES = {
    "en": ("Ada", "Ben", "Cleo", "Dev", "Edna", "Finn", "Gwen", "Hugo", "Iris", "Jack"),
    "de": ("Anke", "Bernd", "Carla", "Dirk", "Elke", "Falk"),
    "ar": ("Amal", "Basim", "Dina", "Fadi", "Hana", "Karim"),
}
COACHES = ("Dana", "Tom", "Vera")
PLACES = {
    "en": ("Lisbon", "London", "New York", "Kathmandu", "Sydney", "Toronto", "Auckland", "Berlin"),
    "de": ("Berlin", "Wien", "Zürich", "London"),
    "ar": ("القاهرة", "London", "Berlin", "دبي"),
}
WORDS = {
    "en": "the walk home was quiet and the letter lay there and we laughed about it for once",
    "de": "der Weg nach Hause war still und der Brief lag da und wir haben einmal gelacht",
    "ar": "كان الطريق إلى البيت هادئا وكانت الرسالة هناك وضحكنا مرة",
}
TYPED = {
    "en": ("Pass", "pass.", "later", "Later", "stop", "STOP", "something else", "1", "unsubscribe"),
    "de": ("Weiter", "passe", "später", "Stopp", "stop", "1"),
    "ar": ("تخطي", "لاحقا", "توقف", "1"),
}
CONFIDED = {
    "en": ("Private: {}", "don't tell anyone: {}", "{} (private)", "keep this between us, {}"),
    "de": ("Das ist privat: {}", "{} (privat)", "das bleibt unter uns, {}"),
    "ar": ("هذا خاص: {}", "{} (خاص)"),
}
"""Words that say of themselves that they are private."""
ASKS = ("please call me", "can you tell my coach", "what is this good for?")
COACHING = (
    *(
        "/digest",
        "/digest",
        "/clients",
        "/sessions",
        "/sessions",
        "/plan",
        "/help",
        "/zone",
        "/invite",
        "taps",
    ),
    *(
        "/session {name} tomorrow 3pm",
        "/session {name} 8:30 every other week",
        "/session {name} next tuesday 9",
    ),
    *(
        "/assign {name} mid-week",
        "/assign {name} off spark",
        "ask {name}: what helped on Thursday?",
        "/suggest {name} 2 a week",
    ),
    *(
        "/session",
        "/ending {name} in 3 weeks",
        "/where {name}",
        "/holiday",
        "/cancel",
        "hello there",
        "/digset",
    ),
)
"""What a coach does unasked: {name} is one of the clients."""
WHEN = ("fri 11:00", "tomorrow at 3pm", "next monday 10", "in two weeks", "on zoom")
RUNNING = ("/scripts", "/history mid-week", "/undo mid-week", "/undo", "/aside", "/help", "hello", "/cancel")
"""What an admin does unasked."""
SET = {
    "en": (
        ("/days", "mon and thu"),
        ("/days", "weekdays 7pm"),
        ("/quiet", "22-7"),
        ("/pause", "3 days"),
        ("/name", "Kim"),
    ),
    "de": (("/days", "Mo und Do"), ("/quiet", "22-7 Uhr"), ("/pause", "bis Freitag"), ("/name", "Kim")),
    "ar": (("/days", "الاثنين والخميس"), ("/pause", "3 أيام"), ("/name", "كيم")),
}
"""Settings, with what is typed then."""
MISTYPED = ("/meny", "/stpo", "/expotr", "/nwo", "/whatever")
COMMANDS = (
    "/menu",
    "/now",
    "/answers",
    "/shared",
    "/why",
    "/days",
    "/place",
    "/name",
    "/quiet",
    "/more",
    "/help",
    "/about",
    "/limits",
    "/export",
    "/spark",
    "/rough_day",
    "/mid_week",
    "/cancel",
)
HABITS = (
    "slow",
    "bubbles",
    "wanderer",
    "deleter",
    "editor",
    "forwarder",
    "silent",
    "traveller",
    "blocker",
    "stopper",
    "typist",
    "old screens",
    "note writer",
    "sender",
    "presser of later",
    "setter",
    "inline",
    "mender",
    "confider",
)
"""What people do; each client has a few of them."""


def cast(chance: random.Random, most: int) -> tuple[Person, ...]:
    """An admin, one or two coaches (or none but the admin) and clients, ``most`` people at the most."""
    number = chance.randint(min(4, most), most)
    coaches = COACHES[: 1 if number < 6 else chance.randint(1, 2)]
    solo = chance.random() < 0.2  # the admin is the only coach
    found = [Person("Ruth", ADMIN, "coach" if solo else "admin")]
    found += [Person(name, 2000 + at, "coach") for at, name in enumerate(() if solo else coaches)]
    for at in range(number - len(found)):
        language = chance.choice(("en", "en", "en", "de", "ar"))
        names = {one.name for one in found}
        free = [name for name in NAMES[language] if name not in names]
        habits = frozenset(chance.sample(HABITS, chance.randint(2, 5)))
        twins = [one.name for one in found if one.role == "client" and f"{one.name}-2" not in names]
        same = bool(twins) and chance.random() < 0.15
        name = f"{twins[0].partition('-')[0]}-{at + 2}" if same else chance.choice(free)
        found.append(Person(name, 3000 + at, "client", language, habits))
    return tuple(found)


def start(chance: random.Random) -> datetime:
    """A Monday morning near a change of clocks, or any."""
    near = chance.choice(((2027, 3, 8), (2027, 10, 18), (2028, 2, 28), (2027, 6, 7), (2027, 11, 29)))
    day = datetime(*near, 7, tzinfo=UTC) + timedelta(weeks=chance.randint(0, 2))
    return day - timedelta(days=day.weekday())


def sentence(chance: random.Random, language: str, token: str, words: int) -> str:
    """The token among ordinary words of the language."""
    said = [chance.choice(WORDS[language].split()) for _ in range(words)]
    said.insert(chance.randint(0, len(said)), token)
    return " ".join(said)


NEED = {
    "en": ("I want to die", "I swallowed all my pills", "My husband hit me again"),
    "de": ("Ich will sterben", "Ich habe alle Tabletten geschluckt", "Mein Mann hat mich wieder geschlagen"),
    "ar": ("أريد أن أموت", "أفكر في الانتحار"),
}
"""What somebody in need says outright; what is answered to it is judged by need.py."""

"""Who may be in a life, with which habits, and what they say. All of them are invented."""

import random
from datetime import UTC, datetime, timedelta

from .life import Person
from .stage import ADMIN

NAMES = {
    "en": ("Ada", "Ben", "Cleo", "Dev", "Edna", "Finn", "Gwen", "Hugo", "Iris", "Jack"),
    "de": ("Anke", "Bernd", "Carla", "Dirk", "Elke", "Falk"),
    "ar": ("Amal", "Basim", "Dina", "Fadi", "Hana", "Karim"),
    "es": ("Alba", "Bruno", "Celia", "Diego", "Ines", "Pablo"),
}
COACHES = ("Dana", "Tom", "Vera")
PLACES = {
    "en": ("Lisbon", "London", "New York", "Kathmandu", "Sydney", "Toronto", "Auckland", "Berlin"),
    "de": ("Berlin", "Wien", "Zürich", "London"),
    "ar": ("القاهرة", "London", "Berlin", "دبي"),
    "es": ("Madrid", "Buenos Aires", "Sevilla", "London"),
}
WORDS = {
    "en": "the walk home was quiet and the letter lay there and we laughed about it for once",
    "de": "der Weg nach Hause war still und der Brief lag da und wir haben einmal gelacht",
    "ar": "كان الطريق إلى البيت هادئا وكانت الرسالة هناك وضحكنا مرة",
    "es": "el camino a casa fue tranquilo y la carta estaba en la mesa y nos reímos por una vez",
}
TYPED = {
    "en": ("Pass", "pass.", "later", "Later", "stop", "STOP", "something else", "1", "unsubscribe"),
    "de": ("Weiter", "passe", "später", "Stopp", "stop", "1"),
    "ar": ("تخطي", "لاحقا", "توقف", "1"),
    "es": ("Pasar", "paso.", "más tarde", "luego", "Parar", "BAJA", "otra pregunta", "1"),
}
CONFIDED = {
    "en": ("Private: {}", "don't tell anyone: {}", "{} (private)", "keep this between us, {}"),
    "de": ("Das ist privat: {}", "{} (privat)", "das bleibt unter uns, {}"),
    "ar": ("هذا خاص: {}", "{} (خاص)"),
    "es": ("Esto es privado: {}", "{} (privado)", "esto queda entre nosotros, {}"),
}
"""Words that say of themselves that they are private."""
DANGER = {
    "en": ("I want to die", "I want to kill myself"),
    "de": ("ich will sterben", "ich bringe mich um"),
    "ar": ("أريد أن أموت", "سأقتل نفسي"),
    "es": ("quiero morirme", "me quiero matar"),
}
"""Words that say a danger outright, in lists of their language."""
STOPS = {"en": ("stop", "STOP."), "de": ("Stopp", "stop"), "ar": ("توقف",), "es": ("para", "Parar.")}
AFTERWARDS = {
    "en": (
        "make my last answer private",
        "Keep these answers private",
        "delete that",
        "actually that was private",
    ),
    "de": ("meine letzte Antwort privat", "Diese Antworten privat halten", "lösch das"),
    "ar": ("اجعل إجابتي الأخيرة خاصة", "احذف ذلك"),
    "es": ("mi última respuesta privada", "borra eso", "eso era privado"),
}
"""What people say of what they wrote before."""
QUESTIONS = {
    "en": (
        "who reads this?",
        "when is the next one?",
        "when does the pause end?",
        "when is my session?",
        "are you a bot?",
    ),
    "de": ("wer liest das?", "wann kommt die nächste?", "wann endet die Pause?", "wann ist mein Termin?"),
    "ar": ("من يقرأ هذا؟", "متى السؤال القادم؟", "متى تنتهي الاستراحة؟", "متى جلستي؟"),
    "es": ("¿quién lee esto?", "¿cuándo llega la próxima?", "¿cuándo es mi sesión?", "¿eres un bot?"),
}
"""Plain questions."""
AWAY = {
    "en": (
        "I'm away until Friday",
        "pause me for two weeks",
        "in Rome for two weeks",
        "I'm back",
        "back on Monday",
    ),
    "de": ("ich bin bis Freitag weg", "bin zwei wochen in spanien", "mach 3 Tage Pause", "ich bin wieder da"),
    "ar": ("أنا مسافر حتى الجمعة", "أوقف الأسئلة أسبوعين", "عدت"),
    "es": ("estoy fuera hasta el viernes", "me voy dos semanas a Roma", "pausa de 3 días", "ya he vuelto"),
}
"""Absences and pauses in words, and being back."""
REMARKS = {
    "en": ("what do you mean?", "I don't understand the question", "not this one", "you asked that already"),
    "de": ("was meinst du?", "ich verstehe die Frage nicht", "nicht die", "das hast du schon gefragt"),
    "ar": ("ماذا تقصد؟", "لم أفهم السؤال", "سؤال آخر"),
    "es": ("¿qué quieres decir?", "no entiendo la pregunta", "esta no", "eso ya lo preguntaste"),
}
"""What is said of the question in sight, and is no answer."""
REMOVALS = {
    "en": ("delete everything", "I want you to forget everything", "erase my last answer"),
    "de": ("lösch alles", "ich will, dass du alles vergisst", "lösch meine letzte Antwort"),
    "ar": ("احذف كل شيء", "أريد أن تنسى كل شيء"),
    "es": ("borra todo", "quiero que lo olvides todo", "borra mi última respuesta"),
}
"""A wish in words that something be gone: it is asked about, and not done by itself."""
OPENED = (
    "/days",
    "/quiet",
    "/name",
    "/place",
    "/more",
    "/pause",
    "/change",
    "/sharing",
    "/erase",
    "/ourgoals",
    "/ourmoments",
)
"""What asks for an answer, and is left alone."""
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
    *("/session", "/ending {name} in 3 weeks", "/where {name}", "/cancel", "hello there", "/digset"),
    *(
        "/holiday",
        "/holiday tomorrow",
        "move {name} to friday 11",
        "cancel {name} on monday",
        "cancel {name}",
    ),
    *(
        "/goals {name}",
        "/moments {name}",
        "/note {name} looked tired",
        "/notes",
        "/peer {name} is stuck",
        "/weekly",
    ),
    *("/client {name}", "/takeback", "/profile", "/journal", "/scripts", "/calendar", "/handover {name}"),
    *("/spare {name}", "/spare {name} family"),
    *("/ask {name} what was steady this week?", "/suggest {name} mon and thu", "/assign {name} off mid-week"),
)
"""What a coach does unasked: {name} is one of the clients."""
WHEN = ("fri 11:00", "tomorrow at 3pm", "next monday 10", "in two weeks", "on zoom")
SAID = (
    *WHEN,
    *WHEN,
    "thank you for this",
    "walk twice a week",
    "1",
    "yes",
    "no",
    "what helped, if anything?",
    "Berlin",
)
"""What a coach says when something is asked."""
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
    "es": (("/days", "lunes y jueves"), ("/quiet", "22-7"), ("/pause", "3 días"), ("/name", "Kim")),
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
    "/change",
    "/sharing",
    "/hints",
    "/signs",
    "/unsay",
    "/dates",
    "/ourgoals",
    "/ourmoments",
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
    "opener",
    "asker",
    "speller",
    "holder",
    "unsayer",
    "stop editor",
    "endangered",
    "absent",
    "remarker",
    "remover",
    "handler",
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
        language = chance.choice(("en", "en", "en", "de", "ar", "es"))
        names = {one.name for one in found}
        free = [name for name in NAMES[language] if name not in names]
        habits = frozenset(chance.sample(HABITS, chance.randint(2, 6)))
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

"""Errands: what a client wants of the bot, in a short whole message."""

import pytest

from bot.core.understand.errand import errand, week_in

# fmt: off
WANTED = {
    "can i answer by voice?": "files",
    "could I send you a photo instead": "files",
    "kann ich auch eine Sprachnachricht schicken?": "files",
    "how do i change the days": "days",
    "i only have time on sundays from now on": "days",
    "can you change the time please": "days",
    "kann ich die Zeiten ändern": "days",
    "ich will nur noch sonntags": "days",
    "what did i write last week?": "answers",
    "i'd like to read what i wrote on monday": "answers",
    "show me my answers": "answers",
    "how many have i answered": "answers",
    "zeig mir was ich geschrieben habe": "answers",
    "wo kann ich meine Antworten sehen?": "answers",
    "is this free?": "cost",
    "do i have to pay for this": "cost",
    "kostet das was?": "cost",
    "what happens with my data if dana quits": "leaving",
    "was passiert mit meinen Antworten wenn Dana geht?": "leaving",
    "turn off the little pen reactions": "signs",
    "please stop the emojis": "signs",
    "mach bitte die Emojis aus": "signs",
    "can you remind me of this on friday?": "reminder",
    "erinner mich am Freitag daran": "reminder",
    "i want a different coach": "another",
    "kann ich den Coach wechseln?": "another",
    "what's dana's phone number": "contact",
    "wie erreiche ich Dana": "contact",
    "kann man die uhrzeit ändern?": "days",
    "mach bitte einen export": "export",
    "can i download my answers": "export",
    "wer hat meine antworten gesehen?": "opened",
    "who has read my answers": "opened",
    "ich will dass du alles vergisst": "erase",
    "please delete everything i wrote": "erase",
    "quiero que borres todo": "erase",
    "ماذا كتبت الأسبوع الماضي؟": "answers",
    "هل يمكنني أن أجيب برسالة صوتية؟": "files",
    "ذكرني بهذا غدا": "reminder",
    "¿puedo responder con un audio?": "files",
    "¿esto es gratis?": "cost",
    "recuérdame esto mañana": "reminder",
}
NONE = (
    "my phone rang the whole evening", "I only have time for work these days", "is it all about money?",
    "I want to call her", "I wrote to my brother on sunday", "what did I do to deserve this",
    "how do I stop crying",
    "can I ever be free of him", "I need a different life",
    "I need a new job and a new coach",
    "she wants me to answer by voice", "I want to leave Dana's office and never come back",
    "what does it remind me of? my father",
    "is my time worth anything", "the days were long",
    "wann habe ich endlich Zeit für mich", "ich will meine Ruhe",
    "kostet mich viel Kraft", "ich kann nicht mehr schreiben",
    "ich will endlich alles vergessen dürfen", "I want to erase the whole year",
    "Er hat mir am Sonntag geschrieben", "was passiert wenn ich gehe?", "show", "voice",
)
# fmt: on


@pytest.mark.parametrize(("words", "subject"), WANTED.items())
def test_an_errand_is_known_by_what_it_names(words: str, subject: str) -> None:
    """A request or a question about something the bot has is known, in four languages."""
    assert errand(words, "Dana Weber") == subject


@pytest.mark.parametrize("words", NONE)
def test_a_life_is_no_errand(words: str) -> None:
    """Words of one's own beside the same nouns make it something to keep."""
    assert errand(words, "Dana Weber") is None


def test_the_days_of_an_errand_are_found() -> None:
    """What names days and hours in it can be read as such."""
    assert week_in("i only have time on Sundays at 7pm from now on").startswith("sundays 7")

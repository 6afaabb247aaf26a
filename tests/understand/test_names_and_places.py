"""A name and a place in the words that people chose, and what is neither."""

from datetime import UTC, datetime

import pytest

from bot.core.talk.exchange import name_in
from bot.core.understand.passing import passing, tells
from bot.i18n import texts
from bot.people import placing, understood

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)

# fmt: off
NAMES = {
    'Anna': 'Anna',
    'anna.': 'anna',
    'Anna Lena': 'Anna Lena',
    'my name is Anna': 'Anna',
    "My name's Anna.": 'Anna',
    "I'm Anna": 'Anna',
    'i am Anna': 'Anna',
    'call me Regi': 'Regi',
    'please call me Regi': 'Regi',
    'Call me Regi please': 'Regi',
    'you can call me Jo': 'Jo',
    'ich heiße Anna': 'Anna',
    'Ich heisse Anna': 'Anna',
    'ich bin Anna': 'Anna',
    'ich bin die Anna': 'Anna',
    'mein Name ist Jürg': 'Jürg',
    'nenn mich Regi': 'Regi',
    'nenn mich bitte Regi': 'Regi',
    'Regi bitte': 'Regi',
    'du kannst mich Regi nennen': 'Regi',
    'einfach Max': 'Max',
    'just Max': 'Max',
    "Hi, I'm Max": 'Max',
    'Hallo, ich bin Max': 'Max',
    'Hi, Anna here': 'Anna',
    'Hallo, Anna hier': 'Anna',
    'Anna is fine': 'Anna',
    'Anna reicht': 'Anna',
    'Anna, thanks': 'Anna',
    'people call me Bo': 'Bo',
    'I prefer Bo': 'Bo',
    'this is Anna': 'Anna',
    'alle nennen mich Wolle': 'Wolle',
    'اسمي ليلى': 'ليلى',
    'أنا ليلى': 'ليلى',
    'اسمي هو ليلى': 'ليلى',
    'نادني ليلى': 'ليلى',
    'ليلى من فضلك': 'ليلى',
    'ليلى': 'ليلى',
    'José María': 'José María',
    'Mr. Smith': 'Mr. Smith',
    "O'Brien": "O'Brien",
    '“Regi”': 'Regi',
    'Dr. Müller': 'Dr. Müller',
    'Will': 'Will',
    'Anna Weiss': 'Anna Weiss',
    'Max Weiss': 'Max Weiss',
    'max weiss': 'max weiss',
    'Jonas Will': 'Jonas Will',
    'jonas will': 'jonas will',
    'Anna Lena Weiss': 'Anna Lena Weiss',
    'Anna von Mag': 'Anna von Mag',
    "I'm Jonas Will": 'Jonas Will',
    'ich bin Anna Weiss': 'Anna Weiss',
    'Will Smith': 'Will Smith',
    'Can Yilmaz': 'Can Yilmaz',
    'Mai': 'Mai',
    'May': 'May',
    'Van Nguyen': 'Van Nguyen',
    'Anna-Lena von Hohenfels': 'Anna-Lena von Hohenfels',
    'Is': 'Is',
    'bin der jonas': 'jonas',
    'im ben': 'ben',
    'its Ben': 'Ben',
}
NO_NAMES = (
    'wohne in münster',
    'jetzt passt es',
    'been a long day',
    'hm',
    'hmm, not sure',
    'hm, not sure',
    'not sure',
    "I don't know",
    "I'd rather not say",
    'why?',
    'why do you need that?',
    'Who sees it?',
    'hello',
    'Hi',
    'hallo!',
    'guten Morgen',
    'danke',
    'thanks',
    'ok',
    'maybe later',
    'later',
    'skip',
    'pass',
    'weiter',
    'weiß nicht',
    'keine Ahnung',
    'weiß ich noch nicht',
    'muss das sein?',
    'wozu?',
    'Name',
    'Your name',
    'no name',
    'kein Name',
    'I am not sure',
    "I'm tired today",
    'ich bin müde',
    'ich weiß es nicht',
    'what is this',
    'is this private',
    'do I have to',
    'that is a long story',
    'mir egal, was du willst',
    'مرحبا',
    'السلام عليكم',
    'لا أعرف',
    'لماذا؟',
    'شكرا',
    'ربما لاحقا',
    '...',
    '😀',
    '123',
    '14:35',
    'hm...',
    'well, er',
    'I think it is better without',
    'Weiß nicht',
    'Weiss Nicht',
    'Ich Weiss',
    'Anna weiß nicht',
    'Anna Weiß Nicht',
    'Ich Bin Müde',
    'Sie Kann Nicht',
    'Will You',
    'Can I',
    'I Will',
    'Tired',
    'exhausted',
    'Müde',
    'erschöpft',
    'متعبة',
    'so lala',
    'Never',
)
NO_PLACES = {
    'en': (
        'hello',
        'hi',
        'hey',
        'thanks',
        'thank you',
        'good morning',
        'good evening',
        'yes please',
        'no',
        'ok',
        'okay',
        'sure',
        'maybe',
        'not sure',
        'hm',
        'hmm, not sure',
        "I don't know",
        'at home',
        'home',
        'here',
        'why do you ask?',
        'what is this?',
        'who are you',
        'same as before',
        'I am tired',
        'I live with my mother',
        'on the road',
        'in the office',
        'later',
        'nothing',
        'help',
        'stop',
        'work',
        'the same',
        'Where are you?',
        'bye',
        'please',
        'sorry',
        'fine',
        'great',
        'nowhere',
        'everywhere',
        'somewhere',
        'it depends',
        'my name is Anna',
        'Paris is nice',
        'I moved to Paris last week',
        'travelling',
        'me too',
        'call me',
        'lol',
        'never',
        'no one',
        'always',
        'sometimes',
        'whenever',
        'tired',
        'until further notice',
    ),
    'de': (
        'hallo',
        'Hallo!',
        'servus',
        'moin',
        'guten Morgen',
        'danke',
        'bitte',
        'ja',
        'nein',
        'weiß nicht',
        'keine Ahnung',
        'zu Hause',
        'daheim',
        'hier',
        'egal',
        'Warum?',
        'was ist das',
        'gut',
        'später',
        'unterwegs',
        'im Büro',
        'ich bin müde',
        'Hilfe',
        'nichts',
        'genau',
        'vielleicht',
        'mal sehen',
        'super',
        'tschüss',
        'mein Name ist Anna',
        'Ich wohne in der Stadt',
        'auf dem Land',
        'na ja',
        'passt',
        'alles klar',
        'keine',
        'nie',
        'niemals',
        'immer',
        'manchmal',
        'einsam',
        'abbrechen',
    ),
    'ar': (
        'مرحبا',
        'أهلا',
        'السلام عليكم',
        'شكرا',
        'نعم',
        'لا',
        'لا أعرف',
        'في البيت',
        'هنا',
        'صباح الخير',
        'لماذا؟',
        'حسنا',
        'طيب',
        'ربما',
        'مساعدة',
        'أبدا',
        'دائما',
        'أحيانا',
        'متعب',
    ),
}
PLACES = (
    ("en", "I live in Berlin", "Europe/Berlin", "Berlin"),
    ("en", "Lisbon please", "Europe/Lisbon", "Lisbon"),
    ("en", "Köln", "Europe/Berlin", "Köln"),
    ("de", "München", "Europe/Berlin", "München"),
    ("de", "muenchen", "Europe/Berlin", "Muenchen"),
    ("de", "Wien, Österreich", "Europe/Vienna", "Wien"),
    ("de", "Österreich", "Europe/Vienna", "Wien"),
    ("de", "ich wohne in Genf", "Europe/Zurich", "Genf"),
    ("de", "aus Nürnberg", "Europe/Berlin", "Nürnberg"),
    ("ar", "الرياض", "Asia/Riyadh", "الرياض"),
    ("ar", "أنا في القاهرة", "Africa/Cairo", "القاهرة"),
    ("ar", "من بيروت", "Asia/Beirut", "بيروت"),
)
# fmt: on


@pytest.mark.parametrize(("words", "name"), NAMES.items())
def test_the_name_alone_is_taken_of_what_says_it(words: str, name: str) -> None:
    """Of "my name is Anna" the name is Anna, whatever courtesy stands around it."""
    assert name_in(words) == name


@pytest.mark.parametrize("words", NO_NAMES)
def test_a_hesitation_is_no_name(words: str) -> None:
    """A greeting, a question, a hesitation and a sentence are nobody's name."""
    assert name_in(words) is None


def test_no_greeting_and_no_sentence_is_a_place() -> None:
    """What greets, asks, hesitates or tells is taken for no town, and no town is offered for it."""
    for language, words in ((language, one) for language, each in NO_PLACES.items() for one in each):
        t = texts(language)
        assert placing.sure(t, words, NOW) == "", words
        assert placing.found(t, words, NOW) == placing.like(t, words) == (), words


@pytest.mark.parametrize("words", ("3", "7", "42", "2026", "٣"))
def test_a_number_is_no_place(words: str) -> None:
    """Figures alone name no town, in any language of the interface."""
    for language in ("en", "de", "ar"):
        t = texts(language)
        assert (
            placing.sure(t, words, NOW) == "" and placing.found(t, words, NOW) == placing.like(t, words) == ()
        )


@pytest.mark.parametrize(("language", "words", "zone", "name"), PLACES)
def test_a_town_is_shown_as_it_was_written(language: str, words: str, zone: str, name: str) -> None:
    """A town keeps the name its writer gave it, or has that of the reader's language."""
    t = texts(language)
    (place,) = placing.found(t, words, NOW)
    assert place.zone == placing.sure(t, words, NOW) == zone
    shown = understood.place(t, place, NOW)
    assert shown.lstrip("\u2068").startswith(name)


def test_a_small_town_that_is_also_a_name_is_asked_about() -> None:
    """Anna is a small town and likelier a person: it is shown with its country, never taken at once."""
    t = texts("en")
    assert placing.sure(t, "Anna", NOW) == ""
    assert [one.country for one in placing.found(t, "Anna", NOW)] == ["RU"]


@pytest.mark.parametrize(
    ("language", "words"),
    [(language, word) for language, words in (
        ("en", "Nice Reading Mobile Orange Split Surprise rest can man most best date"),
        ("de", "Essen kann Waren Rest Singen Leer Ende Wetter lang Halle Kinder"),
        ("ar", "كان نور سالم مدينة أمل بيان الجديدة"),
    ) for word in words.split()],
)  # fmt: skip
def test_a_word_of_every_day_is_asked_about_before_it_is_a_town(language: str, words: str) -> None:
    """A word that is likelier of every day than the town of that name is never taken without a yes."""
    assert placing.sure(texts(language), words, NOW) == ""


@pytest.mark.parametrize(
    ("words", "which"),
    [("my boss was rude", True), ("a bit better", True), ("work stuff", True), ("so many things to do", True),
    ("Anna", False), ("anna", False), ("Anna Lena", False), ("Anna von Mag", False), ("علي محمود", False)],
)  # fmt: skip
def test_several_small_words_tell_something(words: str, which: bool) -> None:
    """With a question open, words that are not written as a name answer it."""
    assert tells(words) is which


@pytest.mark.parametrize("words", ["", "...", "😀", "hi!", "OK.", "who?"])
def test_signs_and_single_courtesies_are_in_passing(words: str) -> None:
    """Signs alone and single words of courtesy name nothing."""
    assert passing(words)

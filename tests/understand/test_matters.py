"""What a coach's free words are about."""

from datetime import date

import pytest

from bot.core.understand import desk, matter

OF_SOMEBODY = {
    "remind": (
        "recuérdame preguntarle a Ada por su sueño",
        "remind me to ask Ada about her sleep",
        "I want to ask Ada about her sleep next time",
    ),
    "thank": ("gracias a Ada", "thank Ada", "say thanks to Ada", "danke Ada", "bedanke dich bei Ada"),
    "read": (
        "ya leí lo de Ada",
        "tell Ada I read it",
        "I have read Ada's words",
        "sag Ada, dass ich es gelesen habe",
    ),
    "goals": (
        "¿cuáles son las metas de Ada?",
        "what are Ada's goals?",
        "what did Ada and I agree?",
        "was ist mit Ada vereinbart?",
    ),
    "lighter": (
        "stop questions for Tom",
        "pause Tom",
        "fewer questions for Ada",
        "keine Fragen mehr für Tom",
    ),
    "write": (
        "dile a Ada que llego tarde",
        "tell Ada I am late",
        "write to Ada: see you",
        "schreib Ada: bis morgen",
    ),
    "note": ("nota sobre Ada: se muda", "note on Ada: she is moving", "Notiz zu Ada: zieht um"),
    "absent": (
        "Ada no puede el martes",
        "Ada está enferma",
        "Ada can't make it on Tuesday",
        "Ada is ill",
        "Ada kann am Dienstag nicht",
        "Ada ist krank",
    ),
    "digest": (
        "resumen de Ada",
        "anything new from Ada?",
        "digest for Ada",
        "brief for Ada",
        "ملخص آدا",
        "prepare me for Ada",
    ),
    "plan": (
        "¿qué le llega a Ada ahora?",
        "what will Ada get next?",
        "what is planned for Ada?",
        "was kommt bei Ada?",
    ),
    "scripts": ("which scripts does Ada have?",),
    "archive": ("archiva a Ada", "archive Ada", "archiviere Ada"),
    "ending": ("terminar el trabajo con Ada", "end the work with Ada", "last session with Ada is December 4"),
    "handover": ("hand over Ada",),
    "stands": (
        "¿sigue ahí Ada?",
        "is Tom still there?",
        "has Tom stopped?",
        "why is Tom quiet?",
        "ist Tom noch da?",
    ),
    "late": ("llego tarde con Ada", "I'm running late for Ada", "ich komme zu spät zu Ada", "سأتأخر على آدا"),
    "label": ("rename Ada to Adele", "nenne Ada Adele"),
    "links": ("Ada's link doesn't work", "neuer Link für Ada", "رابط جديد لآدا"),
    "past": ("when did I last see Ada", "how many sessions with Ada", "wann habe ich Ada zuletzt gesehen"),
    "lately": ("what happened last time with Ada", "was haben wir letztes Mal mit Ada besprochen"),
    "met": ("end Ada's series", "make Ada biweekly", "when is Ada coming"),
    "move": ("Ada wants to move tuesday to thursday", "Ada thursday 16:00 instead"),
    "": ("Ada", "what should I ask Ada", "undo Ada's session", "Ada might be on the way", "erase Tom"),
}
OF_ALL = {
    "lately": ("show me last week's digest", "zeig mir den Überblick von letzter Woche"),
    "met": (
        *("¿a quién veo hoy?", "¿qué hay esta semana?", "¿cuándo es mi próxima sesión?"),
        "who do I see today?",
        "what's on this week?",
        "wen sehe ich heute?",
        "wann ist mein nächster Termin?",
        "today",
        "heute",
        "اليوم",
        "who is today?",
        "who's next?",
        "is anyone coming today",
        "wer ist heute dran?",
        "was ist nächste Woche",
        "my schedule this week",
        "am I free on Thursday at 3?",
        "do I have anyone on Wednesday",
        "when's my next client",
        "من أقابل غدا؟",
    ),
    "week": (
        "who is waiting?",
        "who wrote?",
        "what's new?",
        "any news?",
        "anything urgent?",
        "ungelesenes",
        "I read everything",
        "wer wartet?",
    ),
    "clients": ("who are my clients?", "list clients", "wer sind meine Klienten?"),
    "invite": ("invite Marie", "add a client", "I have a new client", "neuer Klient"),
    "when": (
        "send digests on Friday",
        "I want the brief in the morning",
        "turn off the digest",
        "less messages please",
        "الملخص يوم الجمعة",
    ),
    "mail": ("turn off emails",),
    "undo": ("undo", "take that back", "mach das rückgängig", "nimm das zurück", "تراجع"),
    "none": ("yes", "ok", "nein", "نعم"),
    "late": ("I'm running late", "ich komme zu spät", "ich verspäte mich"),
    "ill": ("I'm sick today", "ich bin heute krank", "أنا مريض اليوم"),
    "past": ("who hasn't had a session in a while", "wer hatte lange keine Sitzung"),
    "briefs": ("brief", "send me the brief", "was stand im Sitzungsblatt?", "أرسل لي الموجز"),
    "all-read": ("mark all as read", "alles als gelesen markieren", "علّم الكل كمقروء"),
    "help": ("what can you do", "was kannst du", "is this confidential", "ist das vertraulich"),
    "quiet": ("who have I not heard from",),
    "away": ("I'm away next week", "nächste Woche bin ich weg"),
    "": ("the weather is nice today", "schönes Wetter heute", "who hasn't written yet", "thanks", "hello"),
}


@pytest.mark.parametrize(("topic", "words"), [(a, b) for a, each in OF_SOMEBODY.items() for b in each])
def test_words_about_somebody_are_understood(topic: str, words: str) -> None:
    """What a coach wants with a client is read from a few words, in whatever order they stand."""
    assert matter.of(words, somebody=True) == topic


@pytest.mark.parametrize(("topic", "words"), [(a, b) for a, each in OF_ALL.items() for b in each])
def test_words_about_nobody_by_name_are_understood(topic: str, words: str) -> None:
    """Who waits, who is met, what is new: read without a name."""
    assert matter.of(words, somebody=False) == topic


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("remind me to ask Ada about her sleep", "ask Ada about her sleep"),
        ("Please remind me that Ada moves.", "Ada moves"),
        ("erinnere mich, Ada zu fragen", "Ada zu fragen"),
        ("I want to ask Ada next time", "I want to ask Ada next time"),
    ],
)
def test_a_reminder_is_kept_as_it_was_written(words: str, kept: str) -> None:
    """What stands behind the verb is kept, and nothing is put into other words."""
    assert matter.reminder(words) == kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("tell Ada I am late", "I am late"),
        ("write to Ada: See you!", "See you!"),
        ("sag Ada, dass ich komme", "ich komme"),
        ("dile a Ada que llego tarde", "llego tarde"),
        ("escríbele a Ada: hasta mañana", "hasta mañana"),
        ("reply to Ada: That is a step. What made it possible?", "That is a step. What made it possible?"),
        ("Reply Ada: That's good", "That's good"),
        ("tell Ada: that was brave", "that was brave"),
        ("reply to Ada:\ndass du da bist", "dass du da bist"),
        ("tell Ada that was brave", "that was brave"),
        ("tell Ada that I'm late", "I'm late"),
        ("اكتب Ada انا معك", "انا معك"),
        ("I will tell Ada I am late", ""),
        ("tell him I am late", ""),
    ],
)
def test_words_for_somebody_are_what_stands_behind_the_name(words: str, kept: str) -> None:
    """The verb and the name are no part of what goes to a client; where they do not lead, nothing does."""
    assert matter.words_for(words, "Ada") == kept
    assert matter.words_for(words, "") == ""


def test_a_note_is_what_stands_behind_the_name() -> None:
    """So with a note about somebody."""
    assert matter.words_about("note on Ada: she is moving", "Ada") == "she is moving"
    assert matter.words_about("note: Ada is moving", "Ada") == "Ada is moving"
    assert matter.words_about("my note about Ada: which?", "Ada") == ""


@pytest.mark.parametrize(
    ("words", "keeps"),
    [
        ("note on Ada", True),
        ("make a note about Ada", True),
        ("my notes on Ada", False),
        ("Ada's note", False),
    ],
)
def test_a_note_is_kept_only_where_that_is_asked_for(words: str, keeps: bool) -> None:
    """ "My notes on Ada" asks for those that there are."""
    assert matter.imperative(words) is keeps


@pytest.mark.parametrize(
    ("words", "left"),
    [("digest on Friday", "friday"), ("send the digest fridays at 18:00", "fridays at 18:00")],
)
def test_a_day_is_read_beside_what_comes_then(words: str, left: str) -> None:
    """The day and the hour are left of such words."""
    assert matter.choice(words) == left


def test_a_week_is_all_its_days() -> None:
    """This week is what is left of it; a day that is named is that day alone."""
    wednesday = date(2026, 11, 25)
    assert min(desk.days("this week", wednesday, "en")) == wednesday
    assert len(desk.days("nächste Woche", wednesday, "de")) == 7
    assert len(desk.days("la próxima semana", wednesday, "es")) == 7
    assert desk.days("la sesión del jueves", wednesday, "es") == {date(2026, 11, 26)}
    assert max(desk.days("الأسبوع القادم", wednesday, "ar")) == date(2026, 12, 6)
    assert desk.days("some week", wednesday, "en") == frozenset()


@pytest.mark.parametrize(
    ("words", "about"), [("ask Ada about her sleep", True), ("ask Ada: what helped?", False), ("Ada", False)]
)
def test_what_to_ask_about_is_no_question_yet(words: str, about: bool) -> None:
    """ "About her sleep" is nothing that a client could answer."""
    assert desk.about_asking(words) is about


def test_what_the_coach_said_is_the_coachs() -> None:
    """ "What did I say to Ada" asks for the coach's own words; "invite Marie" names who is invited."""
    assert desk.of_the_coach("What did I say to Ada?")
    assert desk.of_the_coach("¿Qué le dije a Ada?")
    assert desk.invited("invita a Marie") == "Marie"
    assert not desk.of_the_coach("What did Ada say?")
    assert [desk.invited(one) for one in ("please invite Marie", "a new client", "invite a client")] == [
        "Marie",
        "",
        "",
    ]


def test_who_is_written_to_is_what_stands_before_the_colon() -> None:
    """ "Reply to Ada: …" names whom and what, word for word; other sentences write to nobody."""
    assert matter.addressed("Reply to Ada: Thank you: then") == ("Ada", "Thank you: then", True)
    assert matter.addressed("tell Ada I am late") == ("Ada I am late", "", False)
    assert matter.addressed("Ada: hello") == ("", "", False)


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        *(("thank", True), ("thank you for that", True), ("danke dafür", True), ("bedanke dich bei", True)),
        *(("thank and ask how her boss reacted", False), ("thank you, see you Monday", False)),
    ],
)
def test_thanks_are_alone_where_nothing_else_is_said(words: str, alone: bool) -> None:
    """A ready thank-you says all of bare thanks, and of nothing that goes on."""
    assert matter.thanks_alone(words) == alone

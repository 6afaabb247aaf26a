"""A wish to keep something private is not about itself alone: words before it are held back, or named as shared."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from whole import CLIENT, COACH, Whole, sharing, whole_bot

from bot.store import response_writes

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

BEFORE = {
    "en": ("the patient died", "held her hand", "and my father called"),
    "de": ("die eine patientin ist gestorben", "hab ihre hand gehalten", "dienst war chaos"),
    "es": ("mi padre no me habla", "lloré en el coche", "turno de locos"),
    "ar": ("المريضة ماتت", "كنت معها", "بكيت بعدها"),
}
"""What was written just before, a bubble each."""

WISHES = {
    "en": (
        "dont tell dana",
        "keep that between us",
        "pls dont send that to dana",
        "the bit about the patient stays with me ok",
        "that stays between you and me yeah?",
        "what i said about the patient is just for me",
        "dana doesnt need to know about the patient",
        "i dont want dana to see that",
        "not for danas eyes",
        "can that part stay private",
        "leave the patient stuff out of what dana gets",
        "id rather dana didnt read that",
        "thats only for me",
        "dont pass that on please",
        "none of that goes to her ok",
        "keep the patient thing to yourself",
        "this one is just between us ok?",
        "lets keep the patient bit private",
        "no need for dana to see this",
        "dana shouldnt see the patient part",
        "the thing with the patient is private",
    ),
    "de": (
        "das mit der patientin bitte nur für mich",
        "das bleibt unter uns ja?",
        "das bleibt unter uns",
        "das muss dana nicht wissen",
        "das soll dana nicht lesen",
        "bitte nicht an dana weitergeben",
        "das mit der patientin ist privat",
        "die sache mit der patientin behalt bitte für dich",
        "das geht dana nichts an",
        "sag dana nix davon",
        "das ist nur für mich bestimmt",
        "ich will nicht dass dana das mitkriegt",
        "das mit der patientin soll sie nicht sehen",
        "aber das bitte nicht weitersagen ok",
        "das mit der patientin lieber nicht an dana",
        "das bleibt bei mir, ja?",
        "das mit der patientin bleibt unter uns",
        "das mit der patientin muss sie nicht lesen",
        "das eben nur für mich gell",
        "was ich über die patientin geschrieben hab bleibt privat",
    ),
    "es": (
        "q esto no lo lea dana",
        "lo de mi padre es solo para mi",
        "esto queda entre nosotros vale?",
        "no se lo digas a dana",
        "q dana no vea esto porfa",
        "lo de mi padre no se lo cuentes a dana",
        "esto es privado",
        "que quede entre tu y yo",
        "eso es solo para mi, si?",
        "no quiero que dana lea lo de mi padre",
        "dana no tiene que saber lo de mi padre",
        "lo de mi padre que no lo vea dana",
        "mejor que dana no se entere",
        "esto no sale de aqui",
        "esto me lo guardo para mi",
        "lo de mi padre mejor que no llegue a dana",
        "lo de mi padre queda entre nosotros",
        "lo q dije de mi padre es privado",
        "a dana no le digas nada de esto",
        "lo de mi padre solo para mi porfa",
    ),
    "ar": (
        "لا تقول لدانا",
        "هذا بيني وبينك",
        "الكلام عن المريضة لي فقط",
        "ما تقولي لدانا",
        "هذا سر بيننا طيب؟",
        "لا اريد دانا تعرف",
        "موضوع المريضة خليه بيننا",
        "ما بدي دانا تشوف هذا",
        "هذا الكلام ليس لدانا",
        "لا توصل هذا لدانا",
        "خلي هذا بيننا",
        "دانا لا تحتاج ان تعرف عن المريضة",
        "ما قلته عن المريضة خاص",
        "بلاش دانا تقرا هذا",
        "هذا يبقى عندي",
        "قصة المريضة لي وحدي",
        "لا اريد ان تقرا دانا هذا",
        "موضوع المريضة سر",
    ),
}


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    """A bot with a coach and a client who shares."""
    with whole_bot(tmp_path, start=MONDAY, practice=sharing) as made:
        yield made


def goes(whole: Whole) -> list[str]:
    """All words that are in any route of the coach's."""
    return [text.words for one in whole.responses() if one.visibility != "private" for text in one.texts]


def unnamed(whole: Whole, said: str) -> list[str]:
    """Of these, what the answer does not name as shared."""
    _, _, named = said.partition("still goes to")
    return [words for words in goes(whole) if words not in named]


def written(whole: Whole, language: str) -> None:
    """The bubbles before."""
    for words in BEFORE[language]:
        whole.say(CLIENT, words)


@pytest.mark.parametrize("language", WISHES)
@pytest.mark.parametrize("form", ["{wish}", "{words}. {wish}", "{wish}: {words}", "{words}\n{wish}"])
def test_no_word_before_a_wish_goes_unnamed(whole: Whole, language: str, form: str) -> None:
    """Whatever its wording and place: what was written in the minutes before is held back or named as shared."""
    for wish in WISHES[language]:
        whole.pause(660)
        written(whole, language)
        said = whole.say(CLIENT, form.format(wish=wish, words=BEFORE[language][0]))
        assert "it is private: Dana does not get it" in "".join(said), wish
        assert unnamed(whole, said[-1]) == [], wish
        whole.tx(lambda tx: response_writes.keep_all(tx, CLIENT))  # the next wish begins anew


@pytest.mark.parametrize("language", WISHES)
def test_no_word_of_the_open_answer_goes(whole: Whole, language: str) -> None:
    """In an open talk the whole answer is held back, and the wish itself is no answer."""
    for wish in WISHES[language]:
        whole.begin("look-back")
        written(whole, language)
        whole.say(CLIENT, wish)
        assert goes(whole) == [], wish
        whole.pause(1200)


def test_each_that_is_held_back_can_be_let_go(whole: Whole) -> None:
    """They are named by their first words, and one of them is shared by its button; the rest is not."""
    written(whole, "de")
    said = whole.say(CLIENT, "das mit der patientin bitte nur für mich")[-1]
    assert all(f"“{words}”" in said for words in BEFORE["de"])
    whole.tap(CLIENT, "Share only “dienst war chaos”")
    assert goes(whole) == ["dienst war chaos"]


def test_what_is_named_but_found_nowhere_holds_the_last_hours(whole: Whole) -> None:
    """Where no words have what a wish names, everything of the last three hours is held back; older stays."""
    whole.say(CLIENT, "the lake was grey")
    whole.pause(4 * 3600)
    whole.say(CLIENT, "she shouted at me again")
    whole.pause(2 * 3600)
    said = whole.say(CLIENT, "the bit about my mother stays with me ok")[-1]
    assert "“she shouted at me again”" in said and goes(whole) == ["the lake was grey"]


def test_time_passed_says_that_it_stays_private(whole: Whole) -> None:
    """The question's own message does not read as if the privacy had not been set."""
    whole.say(CLIENT, "I cried")
    whole.say(CLIENT, "keep that between us")
    whole.pause(3700)
    whole.say(COACH, "/digest")
    closed = "\n".join(whole.sim.texts(CLIENT))
    assert "Closed: it stays private." in closed and "nothing is changed" not in closed


@pytest.mark.parametrize("words", ("esto sí puede leerlo ella: lloré", "she can see this: I cried"))
def test_a_wish_to_share_is_asked_back_and_named(whole: Whole, words: str) -> None:
    """Said of somebody who may be anybody, it shares nothing before a tap; then it does."""
    whole.say(CLIENT, "/sharing")
    whole.tap(CLIENT, "Private until I share")
    said = whole.say(CLIENT, words)[-1]
    assert words in said and "with Dana, or keep it private?" in said and goes(whole) == []
    whole.tap(CLIENT, "Share it")
    assert goes(whole) == [words]


ORDINARY = (
    "the patient stays with me",
    "what stays with me is the lake",
    "I need to keep my things in order",
    "my father doesn't know about the job",
    "das bleibt schwierig",
    "das mit der Arbeit ist schwer",
    "ich will nicht, dass er geht",
    "lo de mi padre me duele",
    "no quiero que mi hijo lo sepa todo de golpe hoy",
    "ما بدي امي تعرف",
    "هذا صعب عندي",
)


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_are_no_wish(whole: Whole, words: str) -> None:
    """An answer in like words goes as it went before."""
    whole.say(CLIENT, words)
    assert goes(whole) == [words]

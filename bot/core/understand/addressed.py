"""Words that nothing else understood and that may be for the bot by their form: a question or a wish of its matters.

It is a guess, and asked as one; what tells of a life in the first person is left alone.
"""

import re
from dataclasses import dataclass
from typing import Literal

from bot.core.understand.dialect import written
from bot.core.understand.folding import listed

Matter = Literal["stop", "delete", "setting", "coach", "help", ""]
"""What it may be about: an end, something deleted, a setting, the coach, anything else."""

_OTHERS = listed("""
he she her hers him his they them their er sie ihn ihm ihr ihre ihren ihrem el ella ellos ellas le les
هو هي هم عنه عنها معه معها له لها
""")
"""Somebody else of whom a message tells: then it is not for the bot."""

LONGEST, WORDS = 90, 12
"""Letters and words of such a message; what is longer tells something."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of a language: what begins a question or a wish, whom it speaks to, and what the bot's matters are."""

    asks: frozenset[str]
    wishes: frozenset[str]
    orders: frozenset[str]
    you: frozenset[str]
    own: frozenset[str]
    ends: frozenset[str]
    goes: frozenset[str]
    sets: frozenset[str]
    things: frozenset[str]


_TONGUES = (
    FormWords(
        asks=listed("who whos what whats when where why how which is are does do did can could will would so but and"),
        wishes=listed("please pls can could would lets dont"),
        orders=listed("stop change delete remove erase send show set switch skip cancel turn move put give make undo forget reset"),
        you=listed("you your youre u bot app"),
        own=listed("i im ive my me myself we"),
        ends=listed("stop pause quit unsubscribe leave"),
        goes=listed("delete erase remove undo forget"),
        sets=listed("name city place timezone language english german spanish arabic time times hour hours day days settings"),
        things=listed("message messages question questions answer answers reminder reminders note notes bot app chat digest"),
    ),
    FormWords(
        asks=listed("wer was wann wo warum wieso wie welche welcher ist sind kann kannst konnt wird werden hast und aber"),
        wishes=listed("bitte kannst konntest konnt lass"),
        orders=listed("stopp stop ander andere losch losche schick schicke zeig zeige stell stelle mach mache gib hor vergiss"),
        you=listed("du dir dich dein deine ihr euch bot app"),
        own=listed("ich mir mich mein meine meinen meiner wir"),
        ends=listed("stopp stop pause aufhoren beenden abmelden ruhe"),
        goes=listed("losch losche loschen geloscht entfernen vergiss"),
        sets=listed("name namen ort stadt zeitzone sprache englisch deutsch spanisch arabisch uhrzeit uhrzeiten tage stunden"),
        things=listed("nachricht nachrichten frage fragen antwort antworten erinnerung notiz notizen bot app chat"),
    ),
    FormWords(
        asks=listed("quien que q cuando donde por como cual es son puedo puedes hay y pero"),
        wishes=listed("puedes podrias dejame"),
        orders=listed("para cambia borra quita manda muestra pon deja dame haz olvida elimina cancela"),
        you=listed("tu te ti tus puedes podrias eres bot app"),
        own=listed("yo me mi mis conmigo nosotros"),
        ends=listed("para parar pausa basta baja"),
        goes=listed("borra borrar elimina eliminar quita olvida"),
        sets=listed("nombre ciudad lugar zona idioma ingles espanol aleman arabe hora horas horario dias"),
        things=listed("mensaje mensajes pregunta preguntas respuesta respuestas recordatorio nota notas bot app chat"),
    ),
    FormWords(
        asks=listed("من ما ماذا متي اين لماذا كيف هل كم اي و"),
        wishes=listed("لو ممكن اريد ارجو رجا هل"),
        orders=listed("اوقف غير احذف امسح ارسل اعرض ارني اعطني انس الغ"),
        you=listed("انت انتي لك بوت البوت تطبيق ترسل تكتب تسال تقرا"),
        own=listed("انا لي مني معي نحن"),
        ends=listed("اوقف توقف ايقاف استراحه راحه"),
        goes=listed("احذف امسح حذف مسح انس"),
        sets=listed("اسمي مدينتي مكاني لغه اللغه انجليزي عربي الماني اسباني الوقت الساعه الايام وقت"),
        things=listed("رساله رسايل الرسايل سوال اسيله الاسيله اجابه اجابات اجابتي ملاحظه بوت البوت"),
    ),
)  # fmt: skip


_THIS = listed("it this that already das es damit jetzt esto eso ya هذا هذه الان")
"""What a question that is open can be called: "stop it already", and not "stop saying yes"."""

_OWN = frozenset().union(*(one.own for one in _TONGUES))
"""Of oneself, in whichever language."""


def addressed(words: str, coach: str, talking: bool) -> Matter:
    """What a whole message may want of the bot; "" where its form says nothing of the kind.

    ``talking``: a question is open, so only what names a matter of the bot's, or speaks to it, is asked about.
    """
    if not 4 <= len(words) <= LONGEST or "\n" in words.strip():
        return ""
    said = re.findall(r"\w+", written(words).replace("'", ""))
    if not 1 < len(said) <= WORDS or re.search(r"[.!?؟] +\w", words):
        return ""
    if not _OTHERS.isdisjoint(said):
        return ""
    name = frozenset(written(coach).split())
    points = "," not in words and not _THIS.isdisjoint(said)  # "Stop it, he said" tells
    short = len(said) <= 4 and (points or not talking)
    asks = "?" in words or "؟" in words
    return next((found for one in _TONGUES if (found := _of(one, said, name, asks, talking, short))), "")


def _of(
    tongue: FormWords, said: list[str], coach: frozenset[str], asks: bool, talking: bool, short: bool
) -> Matter:
    bag = frozenset(said)
    named = bool(bag & (tongue.things | tongue.sets | tongue.goes))
    orders, wishes = said[0] in tongue.orders, said[0] in tongue.wishes
    questions = (asks or said[0] in tongue.asks) and not bag & _OWN
    speaks = bool(bag & tongue.you)
    if orders and (named or (short and (not talking or said[0] in tongue.ends))):
        return _matter(tongue, bag, coach)
    if wishes and (bag & tongue.things or (speaks and named)):
        return _matter(tongue, bag, coach)
    if asks and (speaks or bag & tongue.things or (questions and (named or not talking))):
        return _matter(tongue, bag, coach)
    if questions and speaks and named:
        return _matter(tongue, bag, coach)
    return ""


def _matter(tongue: FormWords, bag: frozenset[str], coach: frozenset[str]) -> Matter:
    if bag & tongue.ends:
        return "stop"
    if bag & tongue.goes:
        return "delete"
    if bag & coach:
        return "coach"
    return "setting" if bag & tongue.sets else "help"

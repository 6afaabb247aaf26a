"""An absence: a whole message that says a pause, or that its writer is away, with the days of it."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial

from bot.core.understand import dates, spans
from bot.core.understand.dates import DAY
from bot.core.understand.dialect import written
from bot.core.understand.folding import fold, listed
from bot.core.understand.lexer import LONGEST as MOST
from bot.core.understand.lexer import dated, tokens
from bot.core.understand.meanings import Reading, reading
from bot.core.understand.spans import Days
from bot.core.understand.utterance import Utterance, heard
from bot.core.understand.vocabulary import LANGUAGES

LONGEST = 90
"""Letters of such a message; what is longer tells something of its own."""

_KEYS = """
pause/paused/pausing/break/vacation/holiday/holidays/vacay/away/gone/off/offline/travelling/traveling/abroad/unavailable
unreachable/ooo/out office/out town/not available/not reachable/not here/not around/wont here/wont around/wont available
wont reachable/time off/on leave/leave alone/leave peace/dont ask/not ask/dont write/dont message/dont text/dont bother
not bother/dont disturb/no questions/no messages/no question/stop asking/stop questions/quiet please/silence please/hold off
stop for/stop until/stop till/skip/cant answer/cannot answer/wont answer/cant write/no time questions/not answer

pausier/pausiere/pausieren/pausiert/auszeit/urlaub/ferien/weg/verreist/unterwegs/abwesend/fort/nicht da/nicht hier
nicht erreichbar/nicht verfugbar/nicht zuhause/keine fragen/keine nachrichten/frag nicht/frage nicht/schreib nicht/schreibe nicht
stor nicht/store nicht/lass ruhe/ruhe bitte/auf reisen/stille bitte/ohne fragen/nicht fragen/nicht schreiben/keine zeit fragen
nicht antworten/setz aus/setze aus/aussetzen

fuera/viaje/vacaciones/ausente/no estoy/no estare/no estamos/pausa/descanso/sin preguntas/no preguntes/no escribas/no mandes/no puedo responder
no puedo contestar/no disponible/me voy/nos vamos/me marcho/de baja/desconecto/desconectado/desconectada/no responder/dejame paz/viajo/viajamos

استراحه/الاستراحه/اجازه/عطله/مسافر/مسافره/سفر/غايب/غايبه/غايبا/بعيد/بعيده/لا اسيله/بدون اسيله/لا تسالني/لا تسال/لا تساليني/لا تكتب
لن هنا/لست هنا/لن موجود/لن موجودا/لن موجوده/لست موجود/خارج البلاد/خارج المكتب/راحه/ساسافر/اسافر/اوقف/اوقفي/توقف/توقفي/ايقاف/راحه/غير متاح/غير متاحه
"""
"""What says it, each with bars between: a word, or two that stand anywhere in the message."""

_SMALL = listed("""
i im ill ive i'm i'll me my you your can could would will please pls lets we us our take taking need want like have having
give make put set a an the it everything all then so just only be am is are do any anything now from asking ask
go going some some little short long questions question messages message on in at with ok okay hi hello hey thanks sorry
fly flying travel headed heading leave leaving stay staying visiting drive driving trip
because that up probably maybe here there well also and but over around during id no not let out to

ich bin wir sind du mich mir mein meine bitte kannst konntest konnen lass uns machen mach mache nehme nehmen brauche
will mochte hatte gern gerne eine einen ein die der das den dem es alles dann also nur mal doch im in auf am ist jetzt fragen
frage nachrichten nicht hallo danke und aber uber wahrend habe hab werde wurde sein von dir fur zu mit nach leider
erst mehr immer da ab fahre fahren fahr fliege fliegen flieg reise reisen gehe gehen bleibe sitze grad gerade geh

yo me nos estoy estare estamos estaremos voy vamos de del la el los las un una unos unas en a al con por favor y hola gracias pero que hoy
ahora ya todo preguntas mensajes responder no te te lo mi mis solo durante porque si voy a estar ir ire salgo salimos pon haz hacer quiero
necesito puedes podemos vale ok paz fuera

انا اني ساكون سوف اكون لي من فضلك لو سمحت اريد احتاج الي خذ اعطني هل يمكن يمكنك في عن ال الاسيله اسيله هذا مع مرحبا شكرا لكن
كل شي ان سا هنا موجود الرسايل رسايل قليلا الان حتي
""")  # fmt: skip
"""Words that stand beside it, and tell nothing."""

_BACK = re.compile(
    r"(?:ich )?(?:bin )?(?:ich )?(?:erst |ab |wieder )*(?:am |ab |im |nachsten )?(?P<de>.+?)(?: erst)?"
    r" (?:wieder (?:da|hier|zuruck|erreichbar|zuhause|verfugbar|online)|zuruck)"
    r"|(?:ساعود|ارجع|سارجع|اعود) (?:في |يوم )?(?P<ar>.+)"
    r"|(?:(?:i will be |i'll be |i am |i'm |ill be |im )?(?:only |not )?(?:back|here again|home again|reachable again|available again)|see you|talk to you|speak)"
    r"(?: again)? (?:only |not before |not until )?(?:on |in |from )?(?P<en>.+?)(?: again)?"
)
_RETURNS = re.compile(
    r"\b(?:back|see you|talk to you|again)\b|\bwieder (?:da|hier|zuruck|erreichbar|zuhause|verfugbar|online)\b|\bzuruck\b|^(?:ساعود|سارجع|اعود|ارجع)\b"
)
_FEASTS = re.compile(
    r"\b(?:(?:the )?(?:christmas|xmas|festive|winter) (?:holidays?|break|season|time|period|days)|christmas ?time|(?:the )?(?:holidays|feast days)|xmas|christmas"
    r"|(?:die |den |der )?(?:weihnachtsfeiertagen?|feiertagen?|weihnachtsferien|weihnachtszeit|weihnachten|festtagen?)|(?:عيد |اعياد )?الميلاد|الكريسماس)\b"
)
_UNTIL = re.compile(r"\b(?:until|till|til|to|by|before|from|since|bis|zum|ab|vor|von|vom|حتي|الي|من|قبل)\b")
_SAYS = spans.PAUSES | listed("back see talk again wieder zuruck ساعود سارجع اعود ارجع")
"""Words of which one stands in each pause and each return."""
_RETURNING = listed(
    "back see talk again wieder zuruck erreichbar zuhause verfugbar online reachable available you speak before nachsten"
)
"""The words of a return."""
_ASKED = re.compile(r"\b(?:paus|break|ask|question|messag|frag|nachricht|auszeit)|سوال|اسيله|تسال|استراح")
_OPENS = re.compile(r"(?:until|till|til|bis|حتي|الي)\b")


_WHY = re.compile(
    r",? \b(?:because|cause|cuz|since (?:i|we)|as (?:im|i am|we)|weil|denn ich|da (?:ich|wir)|porque|ya que|por(?= (?:un|una|el|mi) ))\b.*$"
    r"|,? (?:لان|بسبب) .*$"
)
"""Why somebody is away tells nothing of when."""

_PLACED = re.compile(
    r"(?<!\w)(?:in|to|at|near|nach|an|auf|bei|en|a|por|في|الي|ل(?=ل))(?: the| der| den| die| dem| das| el| la| los| las)? "
    r"(?P<place>[^\W\d]+(?: [^\W\d]+){0,2}?)(?= |$)"
)
_GOES = re.compile(
    r"^(?:(?:hi|hey|hello|hola|hallo|sorry|ok|so|btw|also|and|y|und)[, ]+)*"
    r"(?:(?:i|we) ?(?:am|are|will|ll|'m|'ll|fly|go|travel|leave|drive)|im\b|ill\b|were\b|we're|in\b(?! \w+ (?:weeks?|days?|months?)\b)|away|off|gone|flying|going|travell?ing|leaving|back in"
    r"|(?:ich|wir)\b|bin\b|fliege|fahre|reise|ab\b|nach\b|(?:yo )?(?:estoy|estare|voy|me voy|nos vamos|viajo|salgo|estaremos|estamos|vamos)"
    r"|انا|ساكون|مسافر|ساسافر|في )"
)


def absence(
    words: str, today: date, language: str, place: Callable[[str], bool] = lambda words: False
) -> Reading[Days]:
    """The days of a pause or an absence that a whole message says, and nothing else; empty where it says none.

    It may be written in another language than the one its writer is spoken to in. ``place``: whether words name
    one, for who is in Rome until Friday is away until then. Reasons behind it tell nothing of when.
    """
    words = _WHY.sub("", written(words))
    days = partial(_in_any, today=today, language=language)
    gone = _elsewhere(words, lambda away, name: bool(days(away)) and place(name)) if _may_go(words) else words
    if gone != words:  # who only goes there on a day tells of a journey
        found = _in_any(gone, today, language)
        return found if any(one.first < one.last for one in found.options) else Reading()
    return Reading() if _BESIDE_ONESELF.search(words) else _in_any(words, today, language)


def _may_go(words: str) -> bool:
    """Whether words can say where somebody is for days: but for a name of three words they say no more than that."""
    if len(words) > LONGEST or not _GOES.match(words):
        return False
    around = _around()
    return sum(not dated(one, around) for one in words.replace("'", "").split()) <= 3


_BESIDE_ONESELF = re.compile(r"\bfuera de (?:mi|ti|si|lugar|control|tono)\b")


def _in_any(words: str, today: date, language: str) -> Reading[Days]:
    if not _may(heard(words)):
        return Reading()
    each = (language, *(one for one in LANGUAGES if one != language))
    found = (_absence(words, today, one) for one in each)
    return next((one for one in found if one), Reading())


def _elsewhere(words: str, place: Callable[[str, str], bool]) -> str:
    """The words with a place that is gone to as "away", which says the same of when.

    ``place`` is asked of these and the name: a town is looked for in all there are, so only where days are said.
    """
    for found in _PLACED.finditer(words):
        more = words[found.start("place") :].split()
        for many in (3, 2, 1):
            name = " ".join(more[:many]).strip(" ,.!")
            behind = words[found.start("place") :].partition(name)[2]
            away = f"{words[: found.start()]} away {behind}".strip()
            if len(more) >= many and (name in _SOMEWHERE or place(away, name)):
                return away
    return words


_SOMEWHERE = listed(
    "mountains sea seaside beach coast countryside ostsee nordsee bergen meer alpen ausland kur reha hospital "
    "krankenhaus klinik playa montana campo pueblo costa extranjero البحر الجبال العمره الحج الخارج"
)


def _may(said: Utterance) -> bool:
    """Whether words can say one at all: nearly all that people write has no word for it, or one of its own beside."""
    if len(said.folded) > MOST or not (said.has(_SAYS) or _keyed(said)):
        return False
    return dated(_FEASTS.sub(" ", spans.PAUSE.sub(" ", said.folded)).replace("'", ""), _around())


def _absence(words: str, today: date, language: str) -> Reading[Days]:
    if found := spans.pause(words, today, language):
        return _feast(words, today) or found
    if not 6 <= len(words) <= LONGEST or "?" in words.rstrip("?؟ "):
        return Reading()
    said = " ".join(re.sub(r"[^\w\s.:/'+-]", " ", fold(words)).split()).strip(" .")
    if (back := _returns(said, today, language)) is not None:
        return back
    each, keys = said.replace("'", "").split(), _keys()
    bag = frozenset(each)
    there = [key for key in keys if key <= bag]
    if not there:
        return Reading()
    if found := _feast(words, today):
        return found if _nothing_left(_FEASTS.sub(" ", said), there) else Reading()
    for gone in (frozenset().union(*there), frozenset()):
        if found := _days(each, gone, today, language):
            longer = any(one.last > today for one in found.options) or _ASKED.search(said)
            return found if longer else Reading()  # "gone today" tells how it is
    return Reading()


def ends_alone(words: str, today: date, language: str) -> Reading[Days]:
    """The days up to an end, where a whole message is no more than that: "till 7 January"."""
    said = fold(words).strip(" .!")
    return spans.days(said, today, language) if len(said) < 40 and _OPENS.match(said) else Reading()


def _days(each: list[str], gone: frozenset[str], today: date, language: str) -> Reading[Days]:
    """The days in what is left without the words that say an absence, and the small ones around."""
    left = [one for one in each if one not in gone]
    first = next(
        (at for at, one in enumerate(left) if one not in _SMALL or _dated(left[at:], today, language)),
        len(left),
    )
    for begin in range(min(first, len(left)), -1, -1) if first else (0,):
        for end in range(len(left), begin, -1):
            if all(one in _SMALL for one in left[begin:end]):
                continue  # no day is said: "can we pause"
            if all(one in _SMALL for one in (*left[:begin], *left[end:])) and (
                found := spans.days(" ".join(left[begin:end]), today, language)
            ):
                return found
    return _without_small(left, today, language)


def _without_small(left: list[str], today: date, language: str) -> Reading[Days]:
    """The same where small words stand among those of the days."""
    kept = [one for one in left if one not in _SMALL - _DAY_WORDS]
    return spans.days(" ".join(kept), today, language) if kept and kept != left else Reading()


_DAY_WORDS = listed("a an the to from in on am im die der den dem das ab zu و من الي في")


def _dated(left: list[str], today: date, language: str) -> bool:
    return bool(spans.days(" ".join(left), today, language))


def _returns(said: str, today: date, language: str) -> Reading[Days] | None:
    """The days before somebody is back: "back on Monday", "bin erst Montag wieder da"; None where no one comes back."""
    if not _RETURNS.search(said) or not (found := _BACK.fullmatch(said)):
        return None
    when = tokens(next((one for one in found.groups() if one), ""), language)
    return reading(_before(when, today), lambda one: one.last < today) if when else None


def _before(when: str, today: date) -> Iterator[Days]:
    named = re.fullmatch(r"(?:in |from |on )?(?:next )?mo(\d+)", when)
    first = (
        [date(today.year + (int(named[1]) <= today.month), int(named[1]), 1)]
        if named
        else list(dates.whole(re.sub(r"^(?:on|from|in|to) ", "", when), today))
    )
    yield from (Days(today, day - DAY) for day in first if day > today)


def _feast(words: str, today: date) -> Reading[Days]:
    """Over Christmas: its days, and those up to the new year; until Christmas is a day like any other."""
    said = fold(words)
    if (
        not _FEASTS.search(said)
        or _UNTIL.search(said)
        or re.search(r"\d|\b(?:weeks?|wochen?|days?|tage?)\b", _FEASTS.sub("", said))
    ):
        return Reading()
    year = today.year + (today > date(today.year, 12, 26))
    return reading(
        (Days(max(today, date(year, 12, 24)), date(year, 12, day)) for day in (26, 31)),
        lambda one: one.last < today,
    )


def _nothing_left(said: str, there: list[frozenset[str]]) -> bool:
    gone = frozenset().union(*there)
    return all(
        one in gone or one in _SMALL or one in ("for", "fur", "uber") for one in said.replace("'", "").split()
    )


@lru_cache(maxsize=1)
def _keys() -> tuple[frozenset[str], ...]:
    return tuple(
        listed(fold(one)) for line in _KEYS.strip().splitlines() for one in line.split("/") if one.strip()
    )


def _keyed(said: Utterance) -> bool:
    """Whether one of the keys stands in it."""
    return said.has(_longest()) and any(key <= said.bag for key in _keys())


@lru_cache(maxsize=1)
def _longest() -> frozenset[str]:
    """A word of each key, the one that is likelier to tell: nearly no message has any."""
    return frozenset(max(key, key=len) for key in _keys())


@lru_cache(maxsize=1)
def _around() -> frozenset[str]:
    """Words that such a message has beside its days."""
    small = (one.replace("'", "") for one in _SMALL)
    return (spans.PAUSES | _RETURNING | {"for", "fur", "uber"}).union(_SMALL, small, *_keys())

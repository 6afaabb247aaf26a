"""Days and hours left open: "any time", "egal wann", "when I wake up", and days in letters: "MWF", "MoMiFr"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.core.understand.folding import fold
from bot.core.understand.vocabulary import lexicon

_ANY = """
whenever, whenever you like, whenever you want, whenever it suits, any time, anytime, any time is fine
at any time
any hour, no matter when, doesn't matter, does not matter, it doesn't matter, doesn't matter when, don't mind
i don't mind, i do not mind, don't care, i don't care, i don't care when, up to you, it's up to you, you choose
you decide, your choice, always, flexible, i'm flexible, i am flexible, all the time, all day, all day long
at all times, round the clock, any is fine, whichever, some time, sometime, random, at random, surprise me
all the same
egal wann, egal, ist egal, mir egal, ist mir egal, es ist mir egal, ganz egal, völlig egal, jederzeit, immer
zu jeder zeit, wann du willst, wann auch immer, wann immer, irgendwann, beliebig, spielt keine rolle
gleich wann
den ganzen tag, ganztägig, rund um die uhr, zu jeder stunde, wie du willst, such du aus, flexibel
ich bin flexibel
bin flexibel, zufällig, überrasch mich, kommt nicht drauf an, wann es passt, wann es dir passt, ist mir gleich
في أي وقت, أي وقت, كل وقت, كل الأوقات, متى شئت, متى تشاء, لا يهم, لا يهمني, لا فرق, وقت ما, دائما, أي ساعة
في أي ساعة
cuando sea, cuando quieras, cuando tú quieras, cuando te venga bien, a cualquier hora, cualquier hora
en cualquier momento
cualquier momento, da igual, me da igual, da lo mismo, me da lo mismo, es igual, me es igual, no importa
no me importa
no importa cuándo, da igual cuándo, da igual la hora, siempre, flexible, tengo flexibilidad, todo el día
a todas horas
tú decides, decide tú, tú eliges, elige tú, lo que quieras, como quieras, como tú quieras, al azar, sorpréndeme
cuando gustes, la hora que sea, a la hora que quieras, a la hora que sea, indistinto, me es indistinto
cualquiera
طوال اليوم, كما تشاء, كما تريد, لا فرق عندي, مرن, أنا مرن, أنا مرنة, على راحتك, حسب رغبتك
"""
_UNKNOWN = """
when i wake up, when i wake, when i'm awake, when i get up, after waking up, after waking, after getting up
on waking, upon waking, as soon as i wake up, when i come home, when i get home, when i'm home, when i am home
when i go to bed, before i go to bed, before i sleep, before i fall asleep, when the kids are asleep
when i have time
when the kids are in bed, after the kids are asleep, when i'm free, when i am free, when i finish work
when work is over, when i start work, when i get to work, on my commute, on the commute, on the way home
on my way home, on the way to work, on my way to work, at sunset, at sunrise, at dawn, at dusk, sunset, sunrise
dawn, dusk, late, early, not too early, not too late, later in the day, before my session, after my session
during breaks, on my break, between meetings, at work, after the gym, after sport, after my shift
when it's dark
when it suits me, when it fits, when i feel like it, when things are quiet, when it's quiet, it depends, depends
it varies, varies, different every day, when i take a break, whenever i have time, whenever i wake up
wenn ich aufwache, wenn ich wach bin, wenn ich aufstehe, nach dem aufwachen, beim aufwachen, beim aufstehen
wenn ich heimkomme, wenn ich nach hause komme, wenn ich zuhause bin, wenn ich zu hause bin
wenn ich ins bett gehe
bevor ich ins bett gehe, bevor ich schlafe, vor dem einschlafen, wenn die kinder schlafen, wenn ich zeit habe
wenn die kinder im bett sind, wenn ich frei habe, wenn ich feierabend habe, auf dem heimweg
auf dem weg zur arbeit
auf dem weg nach hause, auf der arbeit, bei sonnenuntergang, bei sonnenaufgang, in der dämmerung, spät
nicht zu früh, nicht zu spät, in der pause, nach dem sport, nach der schicht, wenn es dunkel ist
wenn es mir passt
wenn es passt, wenn ich lust habe, wenn es ruhig ist, kommt drauf an, je nachdem, verschieden, unterschiedlich
nach meiner sitzung, vor meiner sitzung, wenn die arbeit vorbei ist, wenn ich fertig bin
cuando me despierte, cuando me despierto, al despertar, al despertarme, al levantarme, cuando me levanto
cuando me levante
recién levantado, recién levantada, cuando llego a casa, cuando llegue a casa, al llegar a casa
al volver a casa
cuando me acuesto, cuando me voy a dormir, cuando duermen los niños, cuando los niños duermen
cuando se duermen los niños, cuando tengo tiempo, cuando tenga tiempo, cuando pueda, cuando puedo
de camino a casa
de camino al trabajo, camino a casa, camino al trabajo, en el trabajo, al atardecer, al amanecer, temprano
no muy temprano, no muy tarde, depende, según, según el día, varía, cada día es distinto, en una pausa
en la pausa
en el descanso, en mi descanso, después del gimnasio, después de hacer deporte, después de entrenar
cuando termine
cuando salga, cuando acabe, antes de mi sesión, después de mi sesión, cuando esté tranquilo, cuando haya calma
عندما أستيقظ, لما اصحى, حين أستيقظ, بعد الاستيقاظ, عند الاستيقاظ, عندما أصحو, لما أقوم, عندما أعود إلى البيت
لما ارجع البيت, عندما أذهب إلى النوم, قبل أن أنام, لما انام, عندما ينام الأطفال, بعد نوم الأطفال, عندما أتفرغ
لما افضى, عندما يكون لدي وقت, في الطريق إلى البيت, في طريقي إلى العمل, عند الغروب, عند الشروق, وقت الغروب
وقت الشروق
متأخرا, باكرا, مبكرا, ليس مبكرا, ليس متأخرا, حسب الظروف, يعتمد, يختلف, عندما أكون جاهزا, بعد الرياضة
في الاستراحة
"""


@dataclass(frozen=True, slots=True)
class Leeway:
    """The hour is left open. ``days``: the words for days beside it, "" for none; ``every``: any would do."""

    days: str
    every: bool


def leeway(text: str) -> Leeway | None:
    """What words leave open of the hour; None where they name one, or are something else."""
    plain = " ".join(re.sub(r"[^\w\s':+/&–-]", " ", fold(text)).split())
    for phrase, every in _phrases():
        if phrase == plain:
            return Leeway("", every)
        for around in (plain.removeprefix(phrase + " "), plain.removesuffix(" " + phrase)):
            if around != plain:
                return Leeway(around, every)
    return None


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, bool], ...]:
    """The longest first, so that "when i wake up" is not cut to less."""
    each = [(words, every) for words, every in ((_ANY, True), (_UNKNOWN, False))]
    found = {
        fold(one).strip(): every
        for words, every in each
        for line in words.splitlines()
        for one in line.split(",")
    }
    return tuple(
        sorted(((one, every) for one, every in found.items() if one), key=lambda pair: -len(pair[0]))
    )


# ---- days in letters ---------------------------------------------------------------------------

_LETTERS = {
    "en": "m0 mo0 mon0 t1 t3 tu1 tue1 w2 we2 wed2 th3 thu3 r3 f4 fr4 fri4 s5 s6 sa5 sat5 su6 sun6 u6",
    "de": "m0 m2 mo0 d1 d3 di1 mi2 do3 f4 fr4 s5 s6 sa5 so6",
    "es": "l0 m2 m1 x2 j3 v4 s5 d6",
}
_NAMES = {
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "de": ("mo", "di", "mi", "do", "fr", "sa", "so"),
    "es": ("lun", "mar", "mie", "jue", "vie", "sab", "dom"),
}
_SPLIT = re.compile(
    r"(?<![\w])[a-z]{1,3}(?:\s*[/.,+&–-]\s*[a-z]{1,3}\b|\s+(?![aeoy]\b)[a-z]\b)+(?!\w)|(?<!\w)[a-z]{2,14}(?!\w)"
)


def spelled(text: str, language: str) -> tuple[str, ...]:
    """The text with days in letters as days: "M/W/F" is "mon wed fri"; of "T/F" each that it can be."""
    tongue = language[:2] if language[:2] in _LETTERS else "en"
    ways: list[str] = [plain := fold(text)]
    for found in _SPLIT.finditer(plain):
        if meant := _days(found[0], tongue, text.isupper() and found[0] == plain):
            ways = [way.replace(found[0], one, 1) for way in ways for one in meant][:4]
    return tuple(ways)


def _days(piece: str, tongue: str, alone: bool) -> list[str]:
    """The days that a piece in letters can be, in the order of the week; none where it is a word.

    Two letters are days only where they are all that was written, and large: "TR" is, "us" is not.
    """
    parts = re.findall(r"[a-z]+", piece)
    known, names = _letters(tongue), _NAMES[tongue]
    if (
        all(len(part) > 1 for part in parts)
        and len(parts) > 1
        and not re.fullmatch(r"\w+(?:\s*[–-]\s*\w+){2,}", piece)
    ):
        return []  # "mon/wed", "mo-fr" are read as they stand
    if piece in lexicon(tongue):
        return []
    if len(parts) == 1:
        cuts = [
            cut
            for cut in _cuts(parts[0], known)
            if len(cut) > 2 or (len(cut) == 2 and (alone or len(parts[0]) > 2))
        ]
    else:
        cuts = [parts] if all(part in known for part in parts) else []
    runs = dict.fromkeys(run for cut in cuts for run in _rising(tuple(known[part] for part in cut)))
    stretch = len(parts) == 2 and re.search(r"[–-]", piece)
    return [
        (f"{names[run[0]]}-{names[run[-1]]}" if stretch else " ".join(names[day] for day in run))
        for run in runs
    ]


@lru_cache(maxsize=4)
def _letters(tongue: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for one in _LETTERS[tongue].split():
        found[one[:-1]] = (*found.get(one[:-1], ()), int(one[-1]))
    return found


def _cuts(word: str, known: dict[str, tuple[int, ...]]) -> Iterator[list[str]]:
    """Each way to cut a word into days."""
    if not word:
        yield []
    for size in (2, 1):
        if len(word) >= size and word[:size] in known:
            yield from ([word[:size], *rest] for rest in _cuts(word[size:], known))


def _rising(each: tuple[tuple[int, ...], ...], after: int = -1) -> Iterator[tuple[int, ...]]:
    """Each way in which the days follow one another in a week."""
    if not each:
        yield ()
        return
    for day in each[0]:
        if day > after:
            yield from ((day, *rest) for rest in _rising(each[1:], day))

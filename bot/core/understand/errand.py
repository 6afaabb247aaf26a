"""An errand: a short whole message that wants the bot to do or show something it has a place for.

It begins as a request or a question does, names one thing that the bot has, and has small words besides: so a
sentence about a life, which has words of its own, is none.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from bot.core.understand.dialect import standard
from bot.core.understand.folding import fold, listed
from bot.core.understand.vocabulary import LANGUAGES, lexicon

Subject = Literal[
    "signs",
    "answers",
    "days",
    "files",
    "cost",
    "leaving",
    "another",
    "reminder",
    "contact",
    "erase",
    "export",
    "opened",
]
"""Signs under messages, what was written, days and hours, recordings and pictures, what it costs, what becomes of
words when the coach goes, another coach, a reminder of something, how the coach is reached; everything erased, a
file of it, who saw it."""

LONGEST = 90
"""Letters of an errand: what is longer tells something."""


@dataclass(frozen=True, slots=True)
class ErrandWords:
    """The words of a language: ``opens`` begin a request, each of ``subjects`` has words of which one is there.

    ``acts``: of each subject, of which one must be there too; none where the subject says enough.
    """

    opens: frozenset[str]
    subjects: dict[Subject, frozenset[str]]
    acts: dict[Subject, frozenset[str]]
    beside: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        """All words that an errand of this language can have."""
        return self.opens.union(self.beside, *self.subjects.values(), *self.acts.values())


def _words(opens: str, beside: str, **subjects: tuple[str, str]) -> ErrandWords:
    named = {one: tuple(map(listed, subjects[one])) for one in get_args(Subject)}
    return ErrandWords(
        listed(opens),
        {one: two[0] for one, two in named.items()},
        {one: two[1] for one, two in named.items()},
        listed(beside),
    )


_TONGUES = (
    _words(
        opens="""
        can could may might how where what when is are do does will would please pls i id im turn switch
        stop show give send let remind set change move make who which want need find only
        """,
        beside="""
        a an the i id im me my mine you your yourself this these those that it its them to of for on in
        at by about with from and or if so too also now here again back off out up get got put be been
        was were did am have has had will would can could should want wanna like need please pls thanks
        thank ok okay just only little any some all one ones no not dont doesnt do does there then later
        else happens happen becomes become going go come today tomorrow yesterday last week month first
        time every each under when what how where which who old past so far once per really still ever
        prefer rather instead data made see saw
        """,
        signs=(
            "reaction reactions emoji emojis pen pens pencil pencils tick ticks sign signs writing hand",
            "turn switch stop off without reactions reaction emoji emojis remove hide disable",
        ),
        answers=(
            "wrote written write answered answers notes entries",
            "see read show find did look many wrote written answered reread",
        ),
        days=(
            "time times day days hour hours schedule evening evenings morning mornings",
            "change move only prefer rather instead set",
        ),
        files=(
            "voice audio voicemail recording recordings speak talk photo photos picture pictures image images",
            "answer send record speak talk use message messages reply upload leave note notes",
        ),
        cost=("free cost costs pay price charged", "this it you that here cost costs"),
        leaving=("COACH coach", "quits quit leaves leave retires goes"),
        another=("coach", "another different new switch swap other"),
        reminder=("remind reminder reminders", ""),
        contact=("phone number email mail address telephone contact reach call", "COACH coach"),
        erase=("everything all", "forget erase delete wipe remove deleted erased"),
        export=("export download copy file", "answers words wrote written notes data everything all export"),
        opened=("answers words notes", "who seen opened"),
    ),
    _words(
        opens="""
        kann kannst konnte konntest konnen wie wo was wann ist sind darf bitte ich mach mache stell zeig
        zeige gib schick erinner erinnere lass andere ander verschieb wer welche will mochte brauche hor
        nur kostet muss
        """,
        beside="""
        ein eine einen einer eines der die das den dem des ich mir mich mein meine meinen meiner du dir
        dich dein deine dieses diese diesen es ihn sie ihr ihm zu zum zur von vom fur auf am an im in um
        bei mit und oder wenn ob so auch jetzt hier wieder ab aus an weg nicht kein keine keinen mal
        denn eigentlich bitte danke ok nur noch schon da dann spater heute morgen gestern letzte letzten
        letzter woche monat mal jedes immer unter nach vor bisher ist sind war waren habe hab hat haben
        wird werden kann konnte mochte will brauche muss darf sein passiert wie was wo wann welche alle
        alles lieber statt stattdessen ab sofort kunftig kleinen kleine kleiner daran davon damit gerne
        gern einmal los geschieht wurde daten man dass du
        """,
        signs=(
            "reaktion reaktionen emoji emojis stift stifte zeichen hakchen",
            "aus weg ab abstellen ausschalten lassen ohne aufhoren entfernen reaktionen reaktion emojis emoji",
        ),
        answers=(
            "geschrieben schrieb beantwortet antworten notizen eintrage",
            "sehen lesen zeig zeige finde finden anschauen nachlesen viele geschrieben schrieb beantwortet",
        ),
        days=(
            "zeit zeiten uhrzeit uhrzeiten tag tage stunden abend abends morgens",
            "andern nur lieber statt andere anderen verschieben umstellen stellen",
        ),
        files=(
            "sprachnachricht sprachnachrichten audio aufnahme sprache sprechen reden foto fotos bild bilder",
            "antworten schicken senden sprechen reden aufnehmen nutzen benutzen",
        ),
        cost=("kostenlos gratis kostet kosten bezahlen zahlen", "das hier es was dafur"),
        leaving=("COACH coach", "geht weggeht aufhort kundigt ausscheidet weg"),
        another=("coach", "anderen andere wechseln neuen neue tauschen wechsel"),
        reminder=("erinner erinnere erinnern erinnerung erinnerungen", ""),
        contact=(
            "telefonnummer nummer telefon mail adresse kontakt erreiche erreichen anrufen",
            "COACH coach",
        ),
        erase=("alles", "vergisst vergiss vergessen losche losch loschen entferne weg geloscht"),
        export=("export exportieren datei kopie herunterladen download", ""),
        opened=("antworten worte notizen", "wer gesehen geoffnet"),
    ),
    _words(
        opens="""
        هل كيف اين ما ماذا متي من اريد اوقف اعرض ارني ذكرني غير ممكن رجاء لو يمكنني يمكن احتاج كم
        """,
        beside="""
        ان في علي الي من عن مع هذا هذه ذلك تلك انا انت لي لك ما ماذا كيف هل الان هنا مره اخري فضلك سمحت
        شكرا كل اي بعض لا ليس يمكن يمكنني اريد الاسبوع الماضي الماضيه اليوم غدا امس فقط بدلا كان كنت
        سيحدث يحدث اذا عندما تحت الصغيره الصغير حتي بهذا بذلك برساله رساله بصوره بياناتي
        """,
        signs=("التفاعلات تفاعلات تفاعل الرموز القلم", "اوقف ايقاف بدون الغا التفاعلات تفاعلات"),
        answers=("كتبت كتبته اجاباتي اجوبتي ملاحظاتي", "اري اقرا اعرض ارني ماذا كم اجد ما"),
        days=("وقت الوقت اوقات الاوقات الايام ايام الساعه المواعيد", "غير تغيير فقط افضل"),
        files=("صوتيه صوت صوتي صوره صور تسجيل", "ارسال ارسل الاجابه اجيب الرد استخدام"),
        cost=("مجاني مجانا ثمن سعر ادفع يكلف", "هذا هل كم"),
        leaving=("المدرب المدربه COACH", "غادر غادرت ترك تركت رحل رحلت توقفت توقف"),
        another=("مدرب مدربه المدرب المدربه", "اخر اخري تغيير غير جديد جديده"),
        reminder=("ذكرني ذكريني تذكير تذكيري", ""),
        contact=("رقم هاتف بريد عنوان اتصل الاتصال", "COACH المدرب المدربه مدربي مدربتي"),
        erase=("كل شيء", "انس احذف امح امسح"),
        export=("نسخه ملف تصدير تنزيل", ""),
        opened=("اجوبتي اجاباتي كتبت ملاحظاتي", "قرا قرات راي رات فتح"),
    ),
    _words(
        opens="""
        puedo puedes podria podrias como donde que cuando es son quien cual por quiero quisiera necesito
        quita apaga muestra muestrame dame envia recuerdame cambia mueve solo hay cuanto se
        """,
        beside="""
        un una unos unas el la los las lo de del a al en con por para y o si mi mis me yo tu tus te ti
        esto esta este estas estos eso eso es son fue ser hay que como donde cuando cual quien ya aqui
        ahora otra vez favor gracias vale solo no nada todo todos todas mas menos antes despues luego
        hoy manana ayer semana pasada pasado datos mes puedo puedes quiero necesito pasa pasara seria
        podria ver tambien prefiero mejor pequenos pequenas pequeno se partir adelante hasta
        """,
        signs=(
            "reaccion reacciones emoji emojis lapiz",
            "quita quitar apaga apagar sin desactivar reacciones emojis",
        ),
        answers=(
            "escribi escrito respondi respuestas notas",
            "ver leer muestra muestrame cuantas que escribi escrito respondi",
        ),
        days=(
            "hora horas tiempo dia dias horario tarde tardes",
            "cambiar cambia mover mueve solo prefiero mejor",
        ),
        files=(
            "voz audio audios grabacion grabar hablar foto fotos imagen imagenes",
            "responder enviar mandar grabar hablar usar contestar",
        ),
        cost=("gratis cuesta pagar precio cobran", "esto es cuanto cuesta"),
        leaving=("coach COACH", "va fuera deja marcha muere renuncia"),
        another=("coach", "otro otra cambiar nuevo nueva cambio"),
        reminder=("recuerdame recordar recordarme recordatorio recordatorios", ""),
        contact=("telefono numero correo email direccion contacto contactar llamar", "COACH coach"),
        erase=("todo", "olvida olvides olvidar borra borres borrar elimina elimines eliminar"),
        export=("exportar exporta copia archivo descargar", ""),
        opened=("respuestas notas escribi escrito", "visto leido abierto"),
    ),
)

_ORDER: tuple[Subject, ...] = (
    *("signs", "reminder", "leaving", "another", "contact", "erase", "opened", "export"),
    *("cost", "files", "answers", "days"),
)
"""What is named first counts where several are."""


def errand(words: str, coach: str = "") -> Subject | None:
    """What a whole message wants of the bot; ``coach``: their name, wherever it may stand. None for any other."""
    if len(words) > LONGEST or "\n" in words.strip():
        return None
    name = frozenset(fold(coach).split())
    said = [
        "COACH" if one in name else one
        for one in re.findall(r"\w+", fold(standard(words)).replace("'s", "").replace("'", ""))
    ]
    if not 2 <= len(said) <= 14:
        return None
    asks = any(mark in words for mark in "?؟")
    return next((found for tongue, known in _every() if (found := _of(tongue, known, said, asks))), None)


@lru_cache(maxsize=1)
def _every() -> tuple[tuple[ErrandWords, frozenset[str]], ...]:
    """Each language with all the words that an errand of it can have."""
    return tuple((one, one.every | {"COACH"}) for one in _TONGUES)


def _of(tongue: ErrandWords, known: frozenset[str], said: list[str], asks: bool) -> Subject | None:
    strange = {*said} - known
    weekly = bool(strange) and strange <= _days()
    if (strange and not weekly) or not (asks or said[0] in tongue.opens or said[0] in _days()):
        return None
    for subject in _ORDER:
        named, acts = tongue.subjects[subject], tongue.acts[subject]
        if (named & {*said} or (weekly and subject == "days")) and (not acts or acts & {*said}):
            return subject
    return None


def week_in(words: str) -> str:
    """The words of a message that name days and hours, in their order: "only have time on sundays at 7"."""
    return " ".join(one for one in re.findall(r"[\w:.]+", fold(words)) if one in _days() or one[0].isdigit())


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    """Single words that name a day or an hour, in all languages."""
    tables = [lexicon(one).items() for one in LANGUAGES]
    return frozenset(
        word
        for table in tables
        for word, token in table
        if token.startswith(("wd", "week", "daily", "am", "pm", "morning", "evening", "noon", "afternoon"))
        and " " not in word
        and len(word) > 2
    )

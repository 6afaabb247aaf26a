"""Whether a whole message asks what this is, or names a command without its slash; longer words are neither."""

import re
from functools import lru_cache

from bot.core.understand.dialect import standard
from bot.core.understand.folding import fold, listed
from bot.core.understand.utterance import heard
from bot.core.understand.vocabulary import LANGUAGES, lexicon

_THIS = (
    r"(?:this|it|that|these|here|everything|all(?: of it)?|the questions|these questions|what i (?:write|wrote)"
    r"|my (?:answers?|notes?|words?|data|messages?))"
)
_DAS = r"(?:das|dies|es|hier|mit|alles|die fragen|was ich schreibe|meine (?:antworten?|notizen|daten))"
_SOMEBODY = (
    r"(?:(?:a |an )?(?:real |actual |live )?(?:person|human|human being|bot|robot|ai|machine|program|script"
    r"|computer|chatbot|chatgpt|someone|somebody|anyone|anybody|real|alive|there))"
)
_JEMAND = (
    r"(?:(?:eine?r? )?(?:echter? |richtiger? )?(?:mensch|person|bot|roboter|ki|maschine|programm|computer"
    r"|jemand|irgendjemand|wer|echt))"
)
_MAN = r"(?:شخص|انسان|بشر|روبوت|بوت|اله|ذكا اصطناعي|برنامج|احد)"
_HADHA = r"(?:هذا|هذه|ذلك|كل شي|البوت|ما اكتب|ما اكتبه|ما كتبت|اجاباتي|رسائلي|بياناتي|الاسئله|هذه الاسئله)"

_ESTO = (
    r"(?:esto|eso|aqui|todo(?: esto)?|las preguntas|estas preguntas|lo que (?:escribo|escribi|digo|he escrito)"
    r"|mis? (?:respuestas?|notas?|palabras|datos|mensajes?))"
)
_ALGUIEN = (
    r"(?:(?:una? )?(?:verdadera |autentica )?(?:persona|humano|ser humano|bot|robot|ia|maquina|programa"
    r"|script|ordenador"
    r"|computadora|chatbot|chatgpt|alguien|real|inteligencia artificial)(?: real| de verdad| humana| humano)?)"
)

_ASKS = (
    # English
    rf"who(?: else| exactly)?(?: can| will| is)? (?:reads?|sees?|gets?|writes?|wrote|reading) {_THIS}(?: here)?",
    rf"(?:does|do|can|will|is) \w+(?: \w+)? (?:read|see|reading|seeing) {_THIS}"
    r"(?: (?:here|right now|currently|at the moment|live))*",
    rf"(?:is|was) (?:this|it|that|there) (?:really )?{_SOMEBODY}(?: here| there| reading(?: this)?| behind this)?",
    rf"are you (?:really )?{_SOMEBODY}(?: or {_SOMEBODY})?",
    rf"(?:am i|are we) (?:talking|speaking|writing|chatting) (?:to|with) {_SOMEBODY}(?: or {_SOMEBODY})?",
    r"(?:who|what) (?:are you|is this|is reading(?: this)?|am i (?:talking|writing) to)|who is there",
    rf"(?:how (?:do|can|would)|can|may) i (?:delete|erase|remove|take back|undo) {_THIS}(?: again)?",
    r"how (?:does|do|is) (?:this|it|that|all this)(?: thing| bot)? (?:work|supposed to work)",
    r"(?:is )?(?:anybody|anyone|somebody|someone) (?:there|here|home|reading(?: this)?)",
    r"is (?:this|it|that) (?:private|confidential|anonymous|safe|secret)",
    # German
    rf"wer (?:liest|sieht|schreibt|bekommt) (?:{_DAS} ?)+(?:eigentlich)?(?: mit)?",
    rf"(?:ist|bist|sind) (?:das|da|hier|du|sie|dies) (?:hier |wirklich |denn |eigentlich )*{_JEMAND}(?: da| hier)?",
    r"(?:jemand|irgendjemand) (?:da|hier)",
    r"(?:wer|was) (?:bist du|sind sie|ist das|ist da)(?: hier)?(?: eigentlich)?",
    r"(?:schreibe|spreche|rede) ich (?:hier )?mit eine[mr] (?:echten )?(?:menschen|person|bot|ki|maschine)",
    rf"wie (?:losche|entferne) ich {_DAS}(?: hier)?(?: wieder)?",
    rf"(?:wie )?kann ich {_DAS} (?:wieder )?(?:loschen|entfernen)",
    r"wie (?:funktioniert|geht|lauft) (?:das|dies|es)(?: hier)?(?: eigentlich| denn| alles)?",
    # Spanish
    rf"quien(?:es)?(?: mas)? (?:lee|leen|ve|ven|escribe|recibe|puede leer|puede ver|va a leer|leera|esta "
    rf"leyendo) {_ESTO}(?: aqui)?",
    rf"(?:alguien|\w+) (?:lee|ve|puede leer|puede ver) {_ESTO}",
    rf"(?:eres|es esto|hay|esto es|es usted|estas? hablando)(?: tu)?(?: realmente| de verdad| acaso)? "
    rf"{_ALGUIEN}(?: (?:ahi|aqui|al otro lado|leyendo(?: esto)?|detras)| o (?:una? )?{_ALGUIEN})*",
    rf"(?:estoy )?(?:hablo|hablando|escribo|escribiendo|chateo|chateando) con {_ALGUIEN}(?: o (?:con "
    rf")?{_ALGUIEN})?",
    r"(?:quien|que) (?:eres|es esto|es usted|esta ahi|hay ahi)(?: tu)?|con quien (?:hablo|estoy hablando|escribo)",
    rf"(?:como|puedo|como puedo|se puede) (?:borro|borrar|elimino|eliminar|quito|quitar|deshago"
    rf"|deshacer)(?:lo)?(?: {_ESTO})?",
    r"como (?:funciona|va|sirve) (?:esto|eso|el bot|todo esto|este bot)|como funcionas",
    r"(?:hay alguien|alguien) (?:ahi|aqui|leyendo(?: esto)?)",
    r"(?:es|queda|sera) (?:esto|eso|todo esto|todo) (?:privado|confidencial|anonimo|seguro|secreto)"
    r"|(?:esto|eso) es (?:privado|confidencial|anonimo|seguro|secreto)",
    # Arabic
    rf"و?من (?:الذي )?(?:يقرا|سيقرا|يري|يكتب|كتب) {_HADHA}",
    rf"(?:هل )?(?:هذا|انت|انتي) (?:حقا )?{_MAN}(?: حقيقي| حقيقيه)?",
    rf"هل (?:يوجد |هناك )?{_MAN}(?: هنا| هناك)?",
    r"(?:من|ما) (?:انت|انتي|هذا)",
    rf"كيف (?:احذف|امحو|امسح|يمكنني حذف) {_HADHA}",
    rf"كيف (?:يعمل|تعمل|يشتغل) {_HADHA}",
)
_SESSION = """
session sessions meeting meetings appointment appointments coaching call meet
sitzung sitzungen termin termine coachingsitzung coachingtermin gesprach treffen sehen sprechen
sesion sesiones cita citas reunion reuniones encuentro veo vernos vemos hablamos
جلستي جلستنا الجلسه جلسه موعدي موعدنا لقاونا لقائي اللقا نلتقي جلساتي
"""
"""A question after the next coaching session has one of these, one of the next, and no word that is in none."""

_WHEN = """
when time day date still wann uhr tag noch cuando hora dia fecha todavia متي موعد يوم ساعه
"""
_BESIDE = """
what which is s are do does i we have our my the a on for this next coming again with coach you please each other
exactly begin begins start starts take place and will see in was
um an wie viel welchem welcher welche ist sind habe haben ich wir mein meine meinen unser unsere das der die den
nachste nachster nachsten nachstes nachstem mal wieder uns eigentlich genau denn bitte beginnt findet statt fangt
geht es los mit eine einen ein am zu
que cual es son a en el la los las mi mis nuestra nuestras tu de del con coach tengo tenemos hay proxima
proximas siguiente nos
vemos otra vez exactamente empieza comienza toca sera esta y por favor me tendre tenia sigue siendo
ما هو هي في اي تكون ستكون القادمه القادم التاليه التالي مع المدرب المدربه هل لدي عندي بالضبط
"""
_BEGINS = (
    "when what which is do does at wann um an wie ist habe haben welchem cuando que cual tengo hay "
    "es متي ما في هل"
)

_PAUSE = """
pause paused break pausing pausa descanso auszeit pausiert pausieren الاستراحه استراحه استراحتي التوقف
"""
_PAUSE_BEGINS = (
    "when how until till what is am are wann wie bis ist bin habe was cuando cuanto hasta estoy "
    "que esta hay متي كم الي هل"
)
_PAUSE_BESIDE = (
    _PAUSE_BEGINS
    + """
does do my the this it long much left over end ends ending ended finish last lasts go goes on is still will be i we
day die der meine mein das lange viel noch vorbei zu ende endet geht dauert lauft um dann sie ich wir denn
welchem welcher tag datum date time termina acaba dura sigue queda mi la el de en cuando que dia fecha
todavia tiempo va durar
tengo es una aun le تنتهي ستنتهي تستمر تبقي من وقت مدة مده انا في هذه اي يوم
"""
)

_LEADS = (
    r"(?:(?:y|pero|hola|oye|perdon|bueno|so|and|but|ok|okay|hello|hi|hey|wait|und|also|aber|hallo|مرحبا) )*"
)

_HELLO = (
    "hello",
    "hello there",
    "hi",
    "hey",
    "hallo",
    "hallo hallo",
    "hello hello",
    "hola",
    "hola hola",
    "مرحبا",
    "اهلا",
    "الو",
)
"""With a question mark these ask whether somebody is there; without one they are a greeting."""

_NAMES = {
    "whathelps": (
        *("what helps me", "my list of what helps", "was mir hilft", "was hilft mir"),
        *("lo que me ayuda", "qué me ayuda", "mi lista de lo que me ayuda", "lo que me hace bien"),
        *("ما يساعدني", "ماذا يساعدني", "ما الذي يساعدني"),
    ),
    "menu": (
        *("menu", "the menu", "settings", "menü", "einstellungen"),
        *("menú", "el menú", "ajustes", "configuración", "opciones"),
        *("قائمة", "القائمة", "إعدادات", "الإعدادات"),
    ),
    "help": (
        *("help", "help me", "i need help", "hilfe", "hilf mir", "ich brauche hilfe"),
        *(
            "ayuda",
            "ayúdame",
            "necesito ayuda",
            "me puedes ayudar",
            "puedes ayudarme",
            "me ayudas",
            "podrías ayudarme",
        ),
        *("can you help me", "could you help me", "can you help me please", "could you help me please"),
        *(
            "kannst du mir helfen",
            "könntest du mir helfen",
            "kannst du mir bitte helfen",
            "kann mir jemand helfen",
        ),
        *("هل يمكنك مساعدتي", "هل تستطيع مساعدتي", "هل تستطيعين مساعدتي"),
        *("مساعدة", "ساعدني", "ساعديني", "النجدة", "أحتاج مساعدة", "أحتاج إلى مساعدة"),
    ),
    "erase": (
        *(
            "erase everything",
            "delete everything",
            "erase all",
            "delete all",
            "delete my data",
            "erase my data",
        ),
        *("delete all my data", "erase all my data", "delete all of it", "delete my account", "forget me"),
        *(
            "borra todo",
            "bórralo todo",
            "borrar todo",
            "borrarlo todo",
            "elimina todo",
            "eliminar todo",
            "elimínalo todo",
        ),
        *(
            "borra mis datos",
            "borrar mis datos",
            "elimina mis datos",
            "eliminar mis datos",
            "borra todos mis datos",
        ),
        *(
            "elimina todos mis datos",
            "borra mi cuenta",
            "elimina mi cuenta",
            "eliminar mi cuenta",
            "olvídame",
            "bórrame",
        ),
        *("lösche alles", "lösch alles", "alles löschen", "lösche meine daten", "lösch meine daten"),
        *(
            "lösche alle meine daten",
            "meine daten löschen",
            "vergiss mich",
            "lösche mein konto",
            "bitte alles löschen",
        ),
        *(
            "احذف كل شيء",
            "امسح كل شيء",
            "احذف بياناتي",
            "امسح بياناتي",
            "حذف كل شيء",
            "احذف كل بياناتي",
            "احذف حسابي",
        ),
    ),
    "unsay": (
        *(
            "delete that",
            "delete it",
            "delete this",
            "erase that",
            "erase it",
            "unsend that",
            "take that back",
        ),
        *("take it back", "delete my last message", "erase my last message"),
        *(
            "borra eso",
            "borra esto",
            "bórralo",
            "borrar eso",
            "borrar esto",
            "elimina eso",
            "elimina esto",
            "elimínalo",
        ),
        *("borra mi último mensaje", "elimina mi último mensaje", "retira eso", "deshaz eso"),
        *("lösch das", "lösche das", "lösch das bitte", "lösche das bitte", "das löschen", "nimm das zurück"),
        *("lösche meine letzte nachricht",),
        *("احذف هذا", "امسح هذا", "احذف ذلك", "احذف رسالتي الأخيرة"),
        *("delete the last one", "delete the last message", "delete the last thing", "erase the last one"),
        *("lösch das letzte", "lösche das letzte", "lösch die letzte", "lösch die letzte nachricht"),
        *("borra lo último", "borra el último mensaje", "borra la última", "elimina lo último"),
        *("امسح آخر رسالة", "احذف آخر رسالة", "امسح اخر شي", "احذف الأخيرة", "امسح الرسالة الأخيرة"),
    ),
    "name": (
        *(
            "change my name",
            "i want to change my name",
            "meinen namen ändern",
            "ich möchte meinen namen ändern",
        ),
        *("cambiar mi nombre", "quiero cambiar mi nombre", "quiero cambiar de nombre"),
        *("أريد أن أغير اسمي", "أريد أغير اسمي", "أريد تغيير اسمي", "غير اسمي", "تغيير الاسم"),
    ),
    "place": (
        *(
            "change my place",
            "change my city",
            "change my time zone",
            "meinen ort ändern",
            "meine zeitzone ändern",
        ),
        *("cambiar mi ciudad", "cambiar mi zona horaria", "أريد أن أغير مكاني", "تغيير المكان", "غير مدينتي"),
    ),
    "now": (
        *("a question now", "question now", "a question please", "give me a question", "ask me something"),
        *(
            "eine frage jetzt",
            "jetzt eine frage",
            "eine frage bitte",
            "gib mir eine frage",
            "frag mich etwas",
        ),
        *(
            "una pregunta ahora",
            "una pregunta",
            "una pregunta por favor",
            "dame una pregunta",
            "hazme una pregunta",
        ),
        *("pregúntame algo", "quiero una pregunta", "una pregunta ya"),
        *("سؤال الآن", "سؤالا الآن", "أعطني سؤالا", "اسألني شيئا"),
    ),
    "change": (
        "change this",
        "please change this",
        "ändere das",
        "ändere das bitte",
        "cambia esto",
        "cambiar esto",
        "غير هذا",
        "غيري هذا",
    ),
    "export": (
        "export",
        "export my data",
        "exportieren",
        "exportiere meine daten",
        "exportar",
        "exportar mis datos",
        "exporta mis datos",
        "تصدير",
    ),
}


def queries(words: str) -> bool:
    """Whether somebody asks who is there, who reads, how it works or how to delete; of a whole message alone."""
    said, marked = _bare(words), any(mark in words for mark in "?؟？")
    if said in _hello() or len(said.split()) < 3:
        return marked and (said in _hello() or _pattern().fullmatch(said) is not None)
    return _pattern().fullmatch(said) is not None


def asks_session(words: str) -> bool:
    """Whether a whole message asks when the next coaching session is."""
    said = re.sub(rf"^{_LEADS}(?:a (?=que\b))?", "", _bare(words)).split()
    session, when, beside = _meeting()
    marked = any(mark in words for mark in "?؟？")
    return (
        (2 if marked else 4) <= len(said) <= 12
        and (marked or said[0] in _BEGINS.split())
        and all(word in session | when | beside for word in said)
        and not session.isdisjoint(said)
        and not when.isdisjoint(said)
    )


def asks_pause(words: str) -> bool:
    """Whether a whole message asks how long a pause lasts, or whether there is one."""
    said = re.sub(f"^{_LEADS}", "", _bare(words)).split()
    pause, beside, opens = _resting()
    return (
        2 <= len(said) <= 9
        and said[0] in opens
        and not pause.isdisjoint(said)
        and pause | beside >= set(said)
    )


_NEXT = re.compile(
    r"when (?:does|will|is|do|should) (?:the |my )?(?:next )?(?:question|one|prompt)s?"
    r"(?: be)?(?: coming| come| comes| due| arrive| there)?(?: next| again)?"
    r"|when (?:do|will|are) you (?:ask|asking|write|writing)(?: me)?(?: a question)?(?: next| again)?"
    r"|wann (?:kommt|ist|kommen) (?:denn )?(?:die |meine |eine )?(?:nachsten? )?fragen?(?: denn| wieder| dran)?"
    r"|wann (?:fragst|schreibst) du (?:mich |mir )?(?:wieder|das nachste mal)"
    r"|cuando (?:llega|viene|es|toca|sale|llegara|vendra) (?:la |mi )?(?:proxima |siguiente )?pregunta(?: "
    r"siguiente)?"
    r"|cuando me (?:preguntas|escribes|vuelves a preguntar|vuelves a escribir|preguntaras)(?: otra vez| de nuevo)?"
    r"|متي (?:ياتي |سياتي |يصل |سيصل )?السوال(?: التالي| القادم| المقبل)?"
)


_COMES = """
question questions one ones prompt prompts something anything ask asking write writing message hear next
frage fragen nachste nachsten etwas neues fragst schreibst meldest hore hor weiter
سوال السوال اسيله شي رساله رسالتك تسالني ستسالني تسال تكتب ستكتب
"""
_COMES_TIME = listed("when whens wann متي long lange today tonight tomorrow heute morgen اليوم غدا")
_COMES_NEXT = listed("next nachstes nachste")
_COMES_BESIDE = """
what how wie is are will do does did s should can i you we me my the a an it to from for of be come comes
coming again new more due arrive arriving there another this week long until till left expect other now
getting get be after then das der die den mein meine meiner mir mich dich du ich ihr wir es wieder denn
eigentlich noch mal dann mit von dir was ist sind kommen geht kommt dran an eine ein einer bis zur zum als
diese woche uberhaupt uhrzeit tag welchem هل كم ياتي سياتي يصل سيصل تصل ستصل تاتي ستاتي منك لي مره اخري جديد
جديده بعد الي حتي هناك سوف موعد هذا القادم التالي
"""


def asks_next(words: str) -> bool:
    """Whether a whole message asks when the next question comes."""
    if len(words) > 60:
        return False
    said = _bare(words)
    return _NEXT.fullmatch(said) is not None or (any(mark in words for mark in "?؟") and _comes(said))


def _comes(said: str) -> bool:
    """Whether bare words ask of nothing but what comes: when, and a question or that somebody writes."""
    comes, beside = _coming()
    each = re.sub(f"^{_LEADS}", "", said).split()
    bag = frozenset(each)
    if not 2 <= len(each) <= 11 or not (comes | beside | _COMES_TIME | _COMES_NEXT) >= bag:
        return False
    if each[0] in ("what", "was", "how", "wie", "كم"):
        return bool(bag & {"long", "lange"} and bag & comes) or bool(
            bag & _COMES_NEXT and bag & {"comes", "coming", "kommt"}
        )
    new = {"another", "more", "noch"} & bag and bag & comes
    something = {"wieder", "noch"} <= bag or ("was" in bag and bag & {"kommt", "wieder"})
    return bool(bag & _COMES_TIME and (bag & comes or something)) or bool(new)


_SEEN = re.compile(
    r"what (?:did|does|has|can|could) (?P<en>my coach|the coach|\w+) (?:see|seen|read|get|got|gotten|know)"
    r"(?: of (?:it|me|mine|that|this))?(?: so far| from me| about me| now)?"
    r"|was (?:hat|sieht|liest|kann|weiss|bekommt) (?P<de>mein coach|meine coach|\w+)"
    r"(?: (?:von mir|bisher|davon|alles|schon|jetzt))*(?: gesehen| gelesen| sehen| lesen| bekommen)?"
    r"|que (?:ve|lee|sabe|recibe|ha visto|ha leido|vio|leyo|puede ver|puede leer) (?P<es>mi coach|el coach"
    r"|la coach|\w+)"
    r"(?: (?:de mi|de esto|de eso|hasta ahora|ya|ahora|sobre mi))*"
    r"|ماذا (?:رات|راي|يري|تري|قرا|قرات|يقرا|تقرا) (?P<ar>\w+)"
)


def asks_seen(words: str, coach: str) -> bool:
    """Whether a whole message asks what the coach saw or sees."""
    found = _SEEN.fullmatch(_bare(words)) if len(words) <= 60 else None
    who = next(filter(None, found.groups()), "") if found else ""
    return who in _WHO or (bool(who) and who in _bare(coach).split())


_WHO = (
    "my coach",
    "the coach",
    "mein coach",
    "meine coach",
    "mi coach",
    "el coach",
    "la coach",
    "المدرب",
    "المدربه",
    "مدربي",
    "مدربتي",
)
"""How the coach is named beside their name; "she" can be anybody."""

_CALLED = re.compile(
    r"(?:please |bitte |ok |okay )*(?:call me|you can call me|nenn mich|nenne mich|ll[aá]mame|me puedes "
    r"llamar|puedes llamarme|dime|ناديني|نادني|سمني)"
    r" (?P<name>\S+(?: [^\Wa-z\d]\S*)?)[.!]*"
)


def renames(words: str) -> str:
    """The name that a whole message asks to be called by: "call me Regi"; "" where it asks for none."""
    said = " ".join(words.split())
    found = _CALLED.fullmatch(said[:1].lower() + said[1:]) if len(said) < 60 else None
    return found["name"].rstrip(".!") if found and not found["name"][0].islower() else ""


_AMISS = re.compile(
    r"(?:did not|didnt|does not|doesnt|has not|hasnt) (?:quite |really )?(?:sit|feel|go) (?:quite )?(?:right|well)"
    r"|(?:sat|felt) (?:wrong|badly|off)(?: with me)?|hat (?:mir |fur mich )?(?:so )?nicht gepasst"
    r"|(?:war|ist) nicht (?:in ordnung|okay|ok)|hat sich (?:fur mich )?(?:nicht (?:gut|richtig)|falsch) angefuhlt"
    r"|(?:algo|esto|eso)? ?no me (?:cuadro|cuadra|gusto|sento bien|cayo bien|convencio)|me (?:sento|cayo) "
    r"mal|no estuvo bien"
    r"|لم يكن (?:هذا |ذلك )?(?:مريحا|مناسبا|علي ما يرام)|(?:ازعجني|ضايقني) (?:ذلك|هذا)"
)


def amiss(words: str) -> bool:
    """Whether a short message says that something did not sit right."""
    return len(words) <= 90 and _AMISS.search(_bare(words.replace("'", "").replace("’", ""))) is not None


def command_in(words: str) -> str | None:
    """The command that a whole message names without its slash, where no answer would be that word."""
    return _commands().get(_bare(words))


def _bare(words: str) -> str:
    return heard(standard(words)).plain


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(_LEADS + "(?:" + "|".join(f"(?:{one})" for one in _ASKS) + ")")


@lru_cache(maxsize=1)
def _meeting() -> tuple[frozenset[str], ...]:
    """The words of such a question; among those beside are days, as in "is my session still on Tuesday"."""
    days = ("wd", "today", "tomorrow", "week", "next", "this")
    named = (lexicon(one).items() for one in LANGUAGES)
    week = {word for table in named for word, token in table if token.startswith(days)}
    return frozenset(_SESSION.split()), frozenset(_WHEN.split()), frozenset(_BESIDE.split()) | week


@lru_cache(maxsize=1)
def _resting() -> tuple[frozenset[str], ...]:
    """The words of a question after a pause: its own, those beside, those it begins with."""
    pause, beside, opens = (
        frozenset(map(fold, some.split())) for some in (_PAUSE, _PAUSE_BESIDE, _PAUSE_BEGINS)
    )
    return pause, beside, opens


@lru_cache(maxsize=1)
def _coming() -> tuple[frozenset[str], frozenset[str]]:
    """The words of a question after what comes next: its own, and those beside."""
    return listed(fold(_COMES)), listed(fold(_COMES_BESIDE))


@lru_cache(maxsize=1)
def _hello() -> frozenset[str]:
    return frozenset(map(_bare, _HELLO))


@lru_cache(maxsize=1)
def _commands() -> dict[str, str]:
    return {_bare(word): name for name, words in _NAMES.items() for word in words}

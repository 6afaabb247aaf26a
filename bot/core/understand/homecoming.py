"""A homecoming: a whole message that greets or says that its writer is back, and nothing else."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold, listed
from bot.core.understand.utterance import heard

LONGEST = 80
"""Letters of such a message; what is longer tells something."""

_HELLO = (
    r"(?:hi|hello|hey|hallo|servus|moin|hola|salut|buenas|buenos dias|buenas (?:tardes|noches)|good (?:morning|evening|afternoon|day)"
    r"|guten (?:morgen|tag|abend)|gruss gott|مرحبا|اهلا|السلام عليكم|صباح الخير|مساء الخير)"
    r"(?: (?:there|again|all|everyone|wieder|zusammen|بك|وسهلا|مجددا|من جديد))*"
)
_BACK = (
    r"i have returned(?: home| now)?",
    r"i(?:'m| am| m)(?: (?:finally|now|here|just|already))*(?: back| here| home)(?: again| now| early| earlier| already| sooner| earlier than (?:planned|expected|i thought)| from (?:my |the )?(?:holidays?|vacation|trip|break|pause))*",
    r"i(?: was| have been|'ve been| ve been)(?: \w+){0,2} (?:away|gone|off|quiet|silent|absent)(?: (?:for )?(?:a |some )?(?:long )?(?:while|time|bit|weeks|months))?",
    r"(?:it's been |it has been |been )?(?:a |such a )?(?:long time|long while|while|long time no see|ages)(?: now)?",
    r"(?:sorry|apologies)(?: for)?(?: (?:the|my|this))?(?: long)?(?: (?:silence|absence|delay|pause|being (?:quiet|away|gone|silent)))?",
    r"here i am(?: again)?|me again|(?:already |early )?back(?: again| early| already| now| earlier)*",
    r"(?:ich bin|da bin ich|bin)(?: (?:\w+|doch schon|jetzt schon|schon fruher|fruher als (?:gedacht|geplant)|aus dem urlaub))? (?:wieder )?(?:da|zuruck|hier|zuhause|zu hause)(?: wieder| fruher| aus dem urlaub| von der reise)*|(?:da|hier) bin ich(?: wieder)?",
    r"(?:ich )?war (?:lange|langer|eine weile) nicht (?:da|hier)",
    r"(?:ich )?(?:war|bin)(?: \w+){0,2} (?:weg|still|abwesend|verreist)(?: gewesen)?|lange (?:nichts gehort|her|nicht (?:da|hier|gemeldet))",
    r"(?:sorry|entschuldige?|entschuldigung|tut mir leid)(?: fur)?(?: (?:die|das|meine?))?(?: lange)?(?: (?:stille|pause|funkstille|schweigen))?",
    r"(?:ya )?(?:he vuelto|volvi|estoy (?:aqui|de vuelta|de regreso)|regrese|he regresado|llegue)(?: (?:ya|otra vez|de nuevo|antes|antes de tiempo|antes de lo previsto|de (?:mis |las |mi )?(?:vacaciones|viaje)))*|(?:aqui|ya) estoy(?: (?:otra vez|de nuevo|de vuelta))?|(?:de vuelta|de regreso)(?: ya)?|soy yo(?: otra vez)?",
    r"(?:he estado|estuve|estaba)(?: \w+){0,2} (?:fuera|lejos|ausente|desaparecid[oa]|de viaje|callad[oa])(?: (?:un tiempo|un rato|unas semanas|unos meses|mucho tiempo))?|(?:ha pasado |hacia |hace )?(?:mucho|un buen|cuanto) tiempo(?: sin (?:escribir|hablar|vernos))?|tanto tiempo",
    r"(?:perdon|perdona|disculpa|lo siento|disculpas)(?: (?:por|por el|por la|por mi|por tanto|por no))?(?: (?:silencio|ausencia|demora|tardanza|retraso|haber estado (?:fuera|ausente)|haber escrito|escribir))*",
    r"(?:لقد )?(?:عدت|رجعت|انا هنا)(?: (?:الان|مجددا|من جديد|مره اخري|مبكرا|باكرا|قبل الموعد|من الاجازه|من السفر))*|كنت غاي?با?ه?(?: (?:لفتره|فتره|طويله))*|غبت(?: (?:طويلا|كثيرا))?|اسفه?(?: (?:علي|لل?) ?\w+)?",
)
_SMALL = r"(?:bueno|pues|si|y|so|well|ok|okay|and|und|ja|yes|uff|puh|oh|just|only)"


_SORRY = listed(
    "sorry apologies apologise apologize entschuldige entschuldigung entschuldigen leid verzeihung اسف اسفه عذرا اعتذر"
)
_LATE = listed("""
late later delay delayed silence away reply answer answering replying responding writing response took forgot quiet
gone busy slow back absence disappeared
spat spate spater verspatung antwort ruckmeldung stille funkstille gemeldet weg unterwegs verpasst vergessen zuruck urlaub
التاخير التاخر تاخرت المتاخر الرد ارد غايبا غايبه مشغولا مشغوله غيابي الغياب نسيت
""")
_LATE_BESIDE = listed("""
i i'm im i've ive was am have been for the my a an this that it so very really not being to be long little bit only now just
didn't didnt did know hi hello hey again yesterday last few days week weeks time from holiday and but you here finally of on
got get sooner earlier in lately went

fur die das der meine mein dass ich mich mir so lange nicht habe hab war bin im in erst jetzt antworte melde tut viel zu tun hatte keine
zeit hallo hi moin es auf ganz sehr wieder da gestern letzte woche zur eine kleine den und aber leider bitte um

علي في عن كنت لم انا لقد مرحبا جدا الان لك هذا كل ان ل طويلا
""")


def _late(said: str) -> bool:
    """Whether folded words are sorry for being late or away, and tell nothing else."""
    if not heard(said).has(_SORRY):
        return False
    bag = frozenset(re.findall(r"[^\W_]+(?:'[^\W_]+)?", said))
    return not bag.isdisjoint(_SORRY) and not bag.isdisjoint(_LATE) and bag <= _SORRY | _LATE | _LATE_BESIDE


def says_back(words: str) -> bool:
    """Whether a whole message is such a one."""
    said = fold(words)
    if not 0 < len(said) <= LONGEST or "?" in words or "؟" in words:
        return False
    if _late(said):
        return True
    parts = [" ".join(one.split()) for one in re.split(r"[,.!;…:)(–-]+|\band\b|\bund\b|\by\b", said)]
    found = [_pattern().fullmatch(re.sub(rf"^(?:{_SMALL} )+", "", one)) for one in parts if one]
    return bool(found) and all(found)


def returns(words: str) -> bool:
    """Whether a whole message says that its writer is back, was away or late, beyond a greeting."""
    if not says_back(words):
        return False
    if _late(fold(words)):
        return True
    parts = re.split(r"[,.!;…:)(–-]+|\band\b|\bund\b|\by\b", fold(words))
    bare = (re.sub(rf"^(?:(?:{_SMALL}|{_HELLO}) )+", "", " ".join(one.split())) for one in parts)
    return any(_back().fullmatch(one) for one in bare)


@lru_cache(maxsize=1)
def _back() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in _BACK))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    backs = "|".join(_BACK)
    return re.compile(rf"(?:{_HELLO} ?)?(?:{backs})?(?<=\S)|{_SMALL}")

"""A homecoming: a whole message that greets or says that its writer is back, and nothing else."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold

LONGEST = 80
"""Letters of such a message; what is longer tells something."""

_HELLO = (
    r"(?:hi|hello|hey|hallo|servus|moin|hola|salut|buenas|buenos dias|buenas (?:tardes|noches)|good (?:morning|evening|afternoon|day)"
    r"|guten (?:morgen|tag|abend)|gruss gott|مرحبا|اهلا|السلام عليكم|صباح الخير|مساء الخير)"
    r"(?: (?:there|again|all|everyone|wieder|zusammen|بك|وسهلا|مجددا|من جديد))*"
)
_BACK = (
    r"i(?:'m| am| m)(?: (?:finally|now|here|just|already))*(?: back| here| home)(?: again| now| early| earlier| already| sooner| earlier than (?:planned|expected|i thought)| from (?:my |the )?(?:holidays?|vacation|trip|break|pause))*",
    r"i(?: was| have been|'ve been| ve been)(?: \w+){0,2} (?:away|gone|off|quiet|silent|absent)(?: (?:for )?(?:a |some )?(?:long )?(?:while|time|bit|weeks|months))?",
    r"(?:it's been |it has been |been )?(?:a |such a )?(?:long time|long while|while|long time no see|ages)(?: now)?",
    r"(?:sorry|apologies)(?: for)?(?: (?:the|my|this))?(?: long)?(?: (?:silence|absence|delay|pause|being (?:quiet|away|gone|silent)))?",
    r"here i am(?: again)?|me again|(?:already |early )?back(?: again| early| already| now| earlier)*",
    r"(?:ich bin|da bin ich|bin)(?: (?:\w+|doch schon|jetzt schon|schon fruher|fruher als (?:gedacht|geplant)|aus dem urlaub))? (?:wieder )?(?:da|zuruck|hier|zuhause|zu hause)(?: wieder| fruher)?|(?:da|hier) bin ich(?: wieder)?",
    r"(?:ich )?(?:war|bin)(?: \w+){0,2} (?:weg|still|abwesend|verreist)(?: gewesen)?|lange (?:nichts gehort|her|nicht (?:da|hier|gemeldet))",
    r"(?:sorry|entschuldige?|entschuldigung|tut mir leid)(?: fur)?(?: (?:die|das|meine?))?(?: lange)?(?: (?:stille|pause|funkstille|schweigen))?",
    r"(?:ya )?(?:he vuelto|volvi|estoy (?:aqui|de vuelta|de regreso)|regrese|he regresado|llegue)(?: (?:ya|otra vez|de nuevo|antes|antes de tiempo|antes de lo previsto|de (?:mis |las |mi )?(?:vacaciones|viaje)))*|(?:aqui|ya) estoy(?: (?:otra vez|de nuevo|de vuelta))?|(?:de vuelta|de regreso)(?: ya)?|soy yo(?: otra vez)?",
    r"(?:he estado|estuve|estaba)(?: \w+){0,2} (?:fuera|lejos|ausente|desaparecid[oa]|de viaje|callad[oa])(?: (?:un tiempo|un rato|unas semanas|unos meses|mucho tiempo))?|(?:ha pasado |hacia |hace )?(?:mucho|un buen|cuanto) tiempo(?: sin (?:escribir|hablar|vernos))?|tanto tiempo",
    r"(?:perdon|perdona|disculpa|lo siento|disculpas)(?: (?:por|por el|por la|por mi|por tanto|por no))?(?: (?:silencio|ausencia|demora|tardanza|retraso|haber estado (?:fuera|ausente)|haber escrito|escribir))*",
    r"(?:لقد )?(?:عدت|رجعت|انا هنا)(?: (?:الان|مجددا|من جديد|مره اخري|مبكرا|باكرا|قبل الموعد|من الاجازه|من السفر))*|كنت غاي?با?ه?(?: (?:لفتره|فتره|طويله))*|غبت(?: (?:طويلا|كثيرا))?|اسفه?(?: (?:علي|لل?) ?\w+)?",
)
_SMALL = r"(?:bueno|pues|si|y|so|well|ok|okay|and|und|ja|yes|uff|puh|oh|just|only)"


def says_back(words: str) -> bool:
    """Whether a whole message is such a one."""
    said = fold(words)
    if not 0 < len(said) <= LONGEST or "?" in words or "؟" in words:
        return False
    parts = [" ".join(one.split()) for one in re.split(r"[,.!;…:)(–-]+|\band\b|\bund\b|\by\b", said)]
    found = [_pattern().fullmatch(re.sub(rf"^(?:{_SMALL} )+", "", one)) for one in parts if one]
    return bool(found) and all(found)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    backs = "|".join(_BACK)
    return re.compile(rf"(?:{_HELLO} ?)?(?:{backs})?(?<=\S)|{_SMALL}")

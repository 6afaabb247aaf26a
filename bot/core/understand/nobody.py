"""Somebody who is named in a coach's order: by the place where a name stands, whoever is called so."""

import re

from bot.core.understand.folding import fold, listed
from bot.core.understand.lexer import tokens

LONGEST = 120
"""Letters of an order; what is longer tells something."""

_NAME = r"(?P<name>[^\W\d_][\w’'-]*)"
_COURTESY = (
    r"^\W*(?:(?:please|bitte|por favor|can you|could you|kannst du|puedes|podr[ií]as|من فضلك|"
    r"hey|hi|ok|und|and|y)[ ,]+)*"
)

_OPENINGS = (
    r"how(?:'s|’s| is| was| are things with| has)|what about|what(?:'s|’s| is) (?:up|new) with|"
    r"tell me about|news (?:from|of)|"
    r"(?:is|did|has|have|does|what did|what has|what does|when did|when does|anything(?: new)? from)|"
    r"(?:ask|tell|thank|thanks to|message|remind|archive|rename|answer|reply to|respond to|"
    r"write(?: to)?|say to|note (?:on|about|for|to))|"
    r"(?:cancel|move|reschedule|log|book|session|sessions? with|notes? on|saw|met)(?: with)?|"
    r"when (?:do|will|did) i (?:see|meet)|"
    r"wie geht(?:'s|’s| es)|was macht|was ist mit|was gibt(?:'s| es) neues von|"
    r"(?:ist|hat|was hat|wann hat)|"
    r"(?:frage?|sage?|danke?|schreibe?(?: an)?|antworte|erinnere?|archiviere?|notiz (?:zu|über|für))|"
    r"(?:storniere?|streiche?|verschiebe?|verlege?|sitzung|termin)(?: mit)?|wann (?:sehe|treffe) ich|"
    r"c[oó]mo (?:est[aá]|va|anda|le va a|sigue)|qu[eé] tal(?: est[aá]| le va a)?|qu[eé] hay de|"
    r"(?:ha|qu[eé] (?:ha )?(?:dicho|escrito|dijo|escribi[oó]|compartido))|"
    r"(?:preg[uú]nta(?:le)? a|dile a|escr[ií]be(?:le)? a|responde(?:le)? a|gracias a|"
    r"agrad[eé]ce(?:le)? a|recu[eé]rda(?:le)? a|"
    r"archiva a|nota (?:sobre|para|de))|"
    r"(?:cancela|anula|mueve|cambia|aplaza)(?: (?:la |el )?(?:sesi[oó]n |cita )?(?:con|de))?|sesi[oó]n con|"
    r"cu[aá]ndo veo a|"
    r"كيف حال|كيف هو حال|ما أخبار|ما اخبار|"
    r"(?:اسأل|اسألي|اسال|اسالي|اشكر|اشكري|اكتب إلى|اكتبي إلى|اكتب الى|قل ل|ماذا (?:كتب|كتبت|قال|قالت))"
)
_OPENED = re.compile(rf"{_COURTESY}(?:{_OPENINGS})\s+{_NAME}", re.IGNORECASE)
"""An order that begins with what is done, and then has a name."""

_ORDERED = (
    r"(?:cancel|move|reschedul|session|meet|see|log|book|storn|streich|absag|verschieb|verleg|"
    r"sitzung|termin|treff|cancel|anul|muev|mover|cambi|aplaz|sesi|cita|ألغ|الغ|انقل|أجل|جلسة|"
    r"موعد)"
)
_WITH = re.compile(rf"{_COURTESY}{_ORDERED}(?:.*\s)(?:with|mit|con|مع)\s+{_NAME}", re.IGNORECASE)
_OF = re.compile(
    rf"{_COURTESY}(?:show|open|see|zeige?|muestra(?:me)?)(?: me| mir)? {_NAME}['’]s\s", re.IGNORECASE
)

_NO_NAMES = listed("""
i me my we us you your he him his she her they them their it its this that these those who whom what which anyone
anybody someone somebody everyone everybody all nobody one both client clients people person coach bot interlude
ich mich mir mein du dich dir er ihn ihm sie ihr wir uns ihnen es jemand niemand alle allen jeder jeden
klient klientin klienten klientinnen leute zeit wer was etwas alles nichts
yo mi tu el ella ellos ellas nosotros usted ustedes alguien nadie todos todas quien cliente clienta clientes
انا انت هو هي هم نحن احد الجميع الكل عميل عميله
session sessions meeting meetings appointment digest brief question questions answer answers note notes
sitzung sitzungen termin termine frage fragen antwort antworten notiz notizen woche monat uberblick urlaub
sesion sesiones cita citas pregunta preguntas nota notas semana mes resumen vacaciones
zoom teams skype whatsapp telegram video telefon phone
the a an his der die das dem den einem einer meinem meiner
dir la el las los una un mis sus care love apologies thanks
""")  # fmt: skip


def named(text: str, language: str) -> str:
    """The name that stands where an order has one, as it was written; "" where none stands there."""
    said = text.strip()
    if len(said) > LONGEST or "\n" in said:
        return ""
    for form in (_OPENED, _OF, _WITH):
        if (found := form.match(said)) and _may_be(found["name"], language, form is _WITH):
            return re.sub(r"['’]s?$", "", found["name"])
    return ""


def _may_be(word: str, language: str, small: bool) -> bool:
    """Whether a word can be somebody's name: written large unless ``small`` will do, no day and no other word."""
    plain = fold(re.sub(r"['’]s?$", "", word))
    large = small or not word[0].islower()
    other = plain in _NO_NAMES or plain.startswith("ال")
    return large and not other and len(plain) > 1 and tokens(word, language).startswith("?")

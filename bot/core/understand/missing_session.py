"""A session that cannot be kept: a short whole message of small words, a day or the session, and what is off."""

import re
from functools import lru_cache

from bot.core.understand.dialect import standard
from bot.core.understand.folding import fold, listed

LONGEST = 80
"""Letters of such a message: what is longer tells something, too."""

_MEETING = listed(
    "session sessions appointment meeting coaching sitzung termin treffen coachingtermin sesion cita "
    "reunion الجلسه الموعد جلسه موعد"
)
_DAY = listed(
    "today todays tomorrow tomorrows tonight monday tuesday wednesday thursday friday saturday sunday "
    "mondays tuesdays wednesdays thursdays fridays heute morgen montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag hoy manana lunes martes miercoles jueves viernes sabado domingo اليوم غدا "
    "الاثنين الثلاثا الاربعا الخميس الجمعه السبت الاحد"
)
_OFF = listed(
    "cancel cancelled canceled skip miss reschedule postpone absagen verschieben ausfallen fallt abgesagt "
    "cancelar anular aplazar mover الغا تاجيل"
)
_UNABLE = listed("cant cannot wont nicht no لا لن")
_COME = listed("make come attend join kann schaffe schaff geht kommen puedo ir asistir احضر الحضور استطيع")
_BESIDE = listed(
    "i im ill id we have had to need must will might it the our my this that on at for be sorry hi hey "
    "hello unfortunately so and but because sick ill unwell think can and just please pls not gonna going "
    "able after all ich bin muss den die der unsere unseren unser meine am leider krank sorry es aber "
    "weil und wir heute habe lieber doch zur zum mit tengo que la el mi nuestra de a al estoy lo siento "
    "perdon y porque voy poder انا ان عذرا مريض مريضه الي من في"
)
_EVERY = _MEETING | _DAY | _OFF | _UNABLE | _COME | _BESIDE


def misses(words: str) -> bool:
    """Whether a whole message says that its writer does not come: "had to cancel today's session, im sick"."""
    if len(words) > LONGEST or "?" in words:
        return False
    return _misses(frozenset(re.findall(r"\w+", fold(standard(words)).replace("'s", "").replace("'", ""))))


@lru_cache(maxsize=64)
def _misses(said: frozenset[str]) -> bool:
    when = said & (_MEETING | _DAY)
    if not when or said - _EVERY:
        return False
    return bool(said & _OFF or (said & _UNABLE and said & (_COME | _MEETING)))

"""A sharing: a whole message that asks to show the coach what was just written, or again what was held back."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold, listed
from bot.core.understand.removal import known_by
from bot.core.understand.revoking import named
from bot.core.understand.utterance import heard

LONGEST = 80
"""Letters of such a message; what is longer tells something of its own."""

_IT = (
    r"(?:(?:this|that|it)(?: one)?|(?:my|the)(?: last| latest)? (?:one|answers?|notes?|messages?)"
    r"|what i (?:just )?(?:wrote|said))"
)
_GIVE = r"(?:share|send|show|forward|give)"
_ES = r"(?:das|dies|es|meine(?: letzte)? (?:antwort|notiz|nachricht))"
_GIB = r"(?:teil|schick|zeig|gib|send)e?"
_HADHA = r"(?:هذا|هذه|ذلك|اجابتي(?: الاخيره)?|رسالتي(?: الاخيره)?)"
_ESTO = (
    r"(?:esto|eso|lo ultimo|mi(?: ultima)? (?:respuesta|nota)|mi(?: ultimo)? mensaje|lo que (?:acabo de "
    r"escribir|escribi|dije))"
)
_SHARES = re.compile(
    "|".join(
        (
            # "please share this with Dana", "send Dana my last answer", "Dana may read that"
            r"(?:(?:please|pls|yes|ok|and|can you|could you|i want to|i'd like to|i would like to) )*"
            rf"(?:{_GIVE} {_IT} (?:with|to) (?:COACH|her|him|them)|{_GIVE} COACH {_IT}"
            rf"|let COACH (?:see|read|have|know) {_IT}|COACH (?:may|can|should) (?:see|read|have|know) {_IT}"
            rf"|(?:it's |its )?(?:ok|okay|fine) if COACH (?:sees|reads|has|knows) {_IT})"
            r"(?: please| now| too| ok| actually| then)*",
            r"(?:(?:bitte|ja|kannst du|ich mochte|ich will) )*"
            rf"(?:{_GIB}(?: bitte)? {_ES}(?: bitte)? (?:(?:mit|an) )?COACH|{_GIB}(?: bitte)? COACH {_ES}"
            rf"|{_ES} (?:bitte )?(?:(?:mit|an) )?COACH (?:teilen|schicken|zeigen)"
            r"|das (?:hier |eben |alles )?(?:darf|soll|kann) COACH (?:ruhig |gern |gerne |auch |schon |aber )*"
            r"(?:lesen|sehen|wissen|haben))(?: bitte| ja| ok| eig| eigentlich)*",
            r"(?:(?:por favor|si|puedes|podrias|quiero|me gustaria) )*"
            rf"(?:(?:comparte|compartir|manda|mandar|envia|enviar|muestra|mostrar|ensena|ensenar|pasa"
            rf"|pasar)(?:le)? {_ESTO}"
            rf" (?:con|a) COACH|(?:comparte|manda|envia|muestra|ensena|pasa)(?:selo|lo) (?:con|a) COACH"
            rf"|(?:compartirlo|mandarselo|enviarselo|mostrarselo) (?:con|a) COACH"
            rf"|{_ESTO} (?:ya |si )?(?:lo )?puede (?:verlo|leerlo|saberlo|ver|leer|saber) COACH"
            rf"|COACH (?:si )?puede (?:ver|leer|saber)(?:lo| {_ESTO})|que COACH (?:lo )?(?:vea|lea|sepa)(?: "
            rf"{_ESTO})?)(?: por favor)?",
            rf"(?:من فضلك |رجاء )?(?:شاركي?|ارسلي?|اعرضي?) {_HADHA} (?:مع |الي |علي )?COACH(?: من فضلك)?"
            rf"|{_HADHA} (?:عادي |ممكن |يمكن )*(?:ان )?COACH (?:تشوفه?|تقراه?|تراه|يشوفه?|يقراه?|يراه)(?: عادي)?",
        )
    )
)


@lru_cache(maxsize=8)
def shares(words: str, coach: str) -> bool:
    """Whether it asks that the coach may read what was written last. ``coach``: their name."""
    said = fold(words).strip(" .!")
    return len(said) <= LONGEST and _SHARES.fullmatch(" ".join(named(said, coach).split())) is not None


def may_share(words: str, coach: str) -> bool:
    """Whether it says the same of her or him, who may be anybody: that is asked back."""
    said = _PRONOUN.sub(lambda _: fold(coach) or "coach", fold(words))
    return said != fold(words) and shares(said, coach)


_PRONOUN = re.compile(r"\b(?:she|he|sie|er|ella)\b")

_NOW_ON = (
    r"(?:from now on|from today(?: on)?|ab (?:jetzt|sofort|heute|nun)|in zukunft|kunftig|desde (?:ahora|hoy)|a partir de (?:ahora|hoy)"
    r"|de ahora en adelante|من (?:الان|اليوم)(?: فصاعدا| وطالع)?)"
)
_ALL_OF_IT = r"(?: (?:it|this|that|everything|all|all of it|my answers|what i write))?"
_OPENS_UP = tuple(
    re.compile(one)
    for one in (
        rf"{_NOW_ON} (?:COACH|she|he) (?:can|may|should) (?:see|read|have|get|know){_ALL_OF_IT}",
        rf"(?:COACH|she|he) (?:can|may|should) (?:see|read|have|get|know){_ALL_OF_IT} {_NOW_ON}",
        rf"{_NOW_ON} (?:kann|darf|soll) (?:COACH|sie|er) (?:ruhig |gern |gerne |auch |wieder )*(?:alles |es |das |meine antworten )?(?:sehen|lesen|wissen|bekommen|haben)",
        rf"(?:COACH|sie|er) (?:kann|darf|soll) {_NOW_ON} (?:ruhig |gern |auch |wieder )*(?:alles |es |das )?(?:sehen|lesen|wissen|bekommen)",
        rf"{_NOW_ON} (?:COACH|ella|el) (?:si |ya )*(?:puede|podra) (?:verlo|leerlo|ver|leer|saber)(?: todo| lo que escribo| mis respuestas)?",
        rf"(?:COACH|ella|el) (?:si |ya )*(?:puede|podra) (?:verlo|leerlo|ver|leer|saber)(?: todo| lo que escribo)? {_NOW_ON}",
        rf"{_NOW_ON} (?:يمكن |ممكن |عادي )*COACH (?:ان )?(?:تري|تقرا|تشوف|تطلع|يري|يقرا|يشوف)ه?(?: (?:علي )?كل شي)?",
    )
)


@lru_cache(maxsize=8)
def opens_up(words: str, coach: str) -> bool:
    """Whether a whole message says that the coach may see what is written from now on."""
    said = re.sub(
        r"(?: eig| eigentlich| ok| okay| ja| please| bitte| por favor| vale)+$", "", fold(words).strip(" .!")
    )
    said = " ".join(named(said.replace(",", " "), coach).split())
    return len(said) <= LONGEST and any(one.fullmatch(said) for one in _OPENS_UP)


_SHARE = listed("""
share visible public unhide unprivate teil teile teilen freigeben gib frei sichtbar شارك شاركه شاركها شاركي شاركيه المشاركه مشاركته مشاركه
""")  # fmt: skip
_SHOW = listed("""
show send see read have hear know zeig zeige zeigen schick schicke schicken sehen lesen wissen bekommen haben erfahren
اظهر اظهره ارسله تقراه يقراه تراه يراه تري يري
""")  # fmt: skip
_AGAIN = listed(
    "again anyway nevertheless back unhide unprivate doch wieder dennoch trotzdem مجددا جديد اخري ايضا"
)
_AFTER = (
    listed("after all"),
    listed("no longer private"),
    listed("not private anymore"),
    listed("nicht mehr privat"),
)
_LATTER = listed("after longer anymore mehr")
"""A word of each of these."""
_WITH = listed("""
it's its is that's ist ok okay yes please pls you can could may will should let lets do i i'd i'm fine now it this that them these those one the my
with to for be is are her him of course want like would after all changed mind actually and so well on go ahead just
too though longer private anymore make turn set put made what wrote answer answers note message last no not
ja bitte kannst du darfst darf kann soll sie er es das dies diese ich mochte will mit ihr ihm sein jetzt nun mal also und
mach mache stell stelle ruhig gern gerne einfach nochmal noch meine antwort antworten notiz nachricht die sie's auch
privat mehr nicht hab habe es mir anders uberlegt geschrieben was
نعم حسنا طيب يمكن يمكنك ان ل مع مره من هذا ذلك اجابتي رسالتي لا باس بعد الان اجعله اجعل مريي مرييا خاصا لم يعد اريد
""")  # fmt: skip
_NAMED = re.compile(
    r"\b(?:the|that|my) (?P<a>[\w'-]{2,20}(?: [\w'-]{2,20})?) (?:stuff|part|thing|bit|answer|note|one)\b"
    r"|\b(?:what i (?:wrote|said)|the (?:thing|part|bit|stuff)) (?:about|with) (?P<b>[\w -]{2,30}?)(?= (?:again|after all|anyway)|$)"
    r"|\b(?:das|die sache|den teil|was ich) (?:mit|uber|von|zu) (?P<c>[\w -]{2,30}?)(?: geschrieben habe)?(?= (?:doch|wieder|teilen|darf|kann|soll)|$)"
    r"|(?:هذا|ما كتبته?) عن (?P<d>[\w -]{2,30}?)(?= (?:مره|مجددا|من)|$)"
)


def shares_again(words: str, coach: str) -> tuple[str, ...] | None:
    """By which words somebody names what the coach may read after all; () for no name, None where none is asked."""
    message = heard(words)
    if message.asks or not message.has(_AGAIN | _LATTER):
        return None
    said = " ".join(named(message.folded.strip(" .!"), coach).split())
    if len(said) > LONGEST:
        return None
    found = _NAMED.search(said)
    about = known_by(next(filter(None, found.groups()))) if found else ()
    if found and about:
        said = said[: found.start()] + " " + said[found.end() :]
    bag = frozenset(re.findall(r"[^\W_]+(?:'[^\W_]+)?", said))
    again = not bag.isdisjoint(_AGAIN) or any(one <= bag for one in _AFTER)
    shown = (
        not bag.isdisjoint(_SHARE)
        or any(one <= bag for one in _AFTER[1:])
        or ("COACH" in bag and bag & _SHOW)
    )
    nays = bag & listed("not nicht don't لا") and not any(one <= bag for one in _AFTER)
    if not (again and shown) or nays or not bag <= _SHARE | _SHOW | _AGAIN | _WITH | {"COACH"}:
        return None
    return about

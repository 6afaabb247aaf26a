"""What somebody answers to a help card in words: in danger, safe, wants to talk, something else, somebody else."""

import re
from functools import cache
from typing import Literal

from bot.core.understand.folding import fold
from bot.core.understand.stemmed import Stemmed, stemmed

Plight = Literal["danger", "safe", "talk", "other", "someone"]

LONGEST = 90
"""Characters: what is longer tells more than which of these it is."""

_PERSON = (
    r"(?:friend|sister|brother|mum|mom|mother|dad|father|son|daughter|child|kid|partner|husband|wife|client|"
    r"colleague|neighbou?r|girlfriend|boyfriend|ex)"
)
_PERSON_DE = (
    r"(?:freund(?:in)?|schwester|bruder|mutter|vater|mama|papa|sohn|tochter|kind|partner(?:in)?|mann|frau|"
    r"kolleg(?:e|in|en)|nachbar(?:in|n)?)"
)

_PERSON_ES = (
    r"(?:amig[oa]|herman[oa]|madre|padre|mama|papa|hij[oa]|pareja|marido|espos[oa]|mujer|novi[oa]|coleg[ao]|vecin[oa]|"
    r"compañer[oa]|companer[oa]|client[ea]|ex)"
)

_THINGS = (
    r"(?:questions?|work|job|game|app|bot|messages?|deadline|report|project|phone|computer|plants?|fragen?|arbeit|job|spiel"
    r"|nachricht(?:en)?|bericht|projekt|handy|pflanzen?)"
)

_ANSWERS: tuple[tuple[Plight, Stemmed], ...] = (
    ("danger", stemmed("danger|not safe|unsafe", r"(?:yes )?(?:i am |i'?m |im )?(?:in danger|not safe|unsafe)"
                       r"(?: (?:right )?now| here)*")),
    ("talk", stemmed("talk|speak", r"(?:please )?(?:i )?(?:want|need|would like|'?d like|wanna)? ?(?:to )?"
                     r"(?:talk|speak)(?:ing)? (?:to|with) (?:(?:some|any)(?:one|body)|a (?:real )?(?:person|human))"
                     r"(?: now| please)*")),
    ("talk", stemmed("talk|speak", r"i (?:want|need) to (?:talk|speak)|someone to talk to")),
    ("safe", stemmed("safe|ok|fine", r"(?:no |yes )?(?:i am|i'?m|im) (?:safe|ok|okay|fine)"
                     r"(?: (?:now|again|thanks|thank you))*")),
    ("safe", stemmed("sicher|gut|ok", r"(?:nein |ja )?(?:ich bin (?:jetzt |wieder )*(?:in )?sicher(?:heit)?"
                     r"|mir geht(?: es|'?s)? (?:jetzt |wieder )*(?:gut|ok)|alles (?:gut|ok|okay))"
                     r"(?: (?:jetzt|wieder|danke))*")),
    ("safe", stemmed("بامان|بخير", r"(?:لا |نعم )?(?:انا (?:بامان|بخير))(?: الان)?")),
    ("other", stemmed("safe|ok|fine", r"(?:no )?(?:i am|i'?m|im) (?:safe|ok|okay|fine)"
                      r"(?: (?:it|this|that)(?: was|'?s| is) (?:about )?something else| thanks| thank you)*")),
    ("other", stemmed("something else|mean|false alarm|joke|song|film|movie",
                      r"(?:no )?(?:(?:it|this|that)(?: was|'?s| is) )?(?:about |from |only |a |an )*"
                      r"(?:something else|false alarm|joke|song|film|movie)|"
                      r"i did(?:n'?t| not) mean (?:it|that)(?: like that| that way| literally)?")),
    ("someone", stemmed("else|about|not me", r"(?:no )?(?:it|this|that)?(?:'?s| is| was)? ?(?:about )?"
                        rf"(?:someone else|somebody else|not (?:about )?me|about (?:a|my) {_PERSON})")),
    ("danger", stemmed("gefahr|nicht sicher", r"(?:ja )?(?:ich bin )?(?:jetzt |gerade )?(?:in gefahr|nicht sicher|"
                       r"nicht in sicherheit)(?: jetzt)?")),
    ("talk", stemmed("reden|sprechen", r"(?:ich )?(?:will|mochte|wurde gerne?|muss)? ?(?:gerne? )?mit "
                     r"(?:jemand(?:em|en)?|einem menschen) (?:reden|sprechen)(?: bitte)?")),
    ("other", stemmed("sicher|gut|ok",
                      r"(?:nein )?(?:ich bin (?:in )?sicher(?:heit)?|mir geht(?: es|'?s)? (?:gut|ok)|"
                      r"alles (?:gut|ok|okay))(?: (?:es|das) (?:ging|war) (?:um )?(?:et)?was andere?s| danke)*")),
    ("other", stemmed("andere|gemeint|fehlalarm|witz|lied",
                      r"(?:nein )?(?:(?:es|das) (?:war|ging) )?(?:um |ein |nur )*"
                      r"(?:(?:et)?was andere?s|nicht so gemeint|so nicht gemeint|fehlalarm|witz|lied)")),
    ("someone", stemmed("jemand|nicht um mich|meine|andere", r"(?:nein )?(?:es geht |das ist |es ist )?"
                        rf"(?:um |nicht um )(?:jemand(?:en)? ander(?:en|es)|mich|mein(?:e|en)? {_PERSON_DE})")),
    ("danger", stemmed("peligro|a salvo|insegur", r"(?:si )?(?:yo )?(?:estoy|me siento|corro)? ?(?:en "
        r")?(?:peligro|insegur[oa])"
                       r"(?: ahora(?: mismo)?| aqui)*|(?:si )?no estoy a salvo(?: ahora(?: mismo)?)?")),
    ("talk", stemmed("hablar", r"(?:por favor )?(?:si )?(?:quiero|necesito|quisiera|me gustaria)? ?hablar "
        r"con (?:alguien|una persona"
                     r"(?: real| de verdad)?|un (?:ser )?humano)(?: ahora| por favor)*|(?:quiero|necesito) "
                     r"hablar|alguien con quien hablar")),
    ("safe", stemmed("bien|a salvo|segur|tranquil", r"(?:no |si )?(?:ya )?(?:estoy (?:bien|a salvo|segur[oa]"
        r"|ok|tranquil[oa])|todo bien)"
                     r"(?: (?:ahora|ya|gracias|de nuevo))*")),
    ("other", stemmed("otra cosa|falsa alarma|broma|cancion|pelicula|quise|queria|decia",
                      r"(?:no )?(?:estoy bien )?(?:era|es|fue|se trataba|se trata|hablaba|lo decia)? ?(?:de "
                      r"|por |en |sobre )?"
                      r"(?:otra cosa|una falsa alarma|falsa alarma|una broma|broma|una cancion|una pelicula)|"
                      r"(?:no )?no (?:lo )?(?:quise decir|queria decir|decia)(?: eso| asi| en serio| "
                      r"literalmente| de esa manera)*")),
    ("someone", stemmed("otra persona|alguien|mi ", r"(?:no )?(?:esto )?(?:es|era|se trata|se trataba|hablo"
        r"|hablaba)? ?(?:de |sobre )?"
                        rf"(?:otra persona|alguien mas|otro|alguien distinto|(?:mi|un|una) {_PERSON_ES})|no "
                        rf"(?:es |se trata )?(?:de|sobre) mi|no soy yo")),
    ("danger", stemmed("خطر|لست بامان", r"(?:نعم )?(?:انا )?(?:في خطر|لست بامان)(?: الان)?")),
    ("talk", stemmed("اتحدث|اتكلم|احكي", r"(?:اريد|احتاج|ابغي|بدي|عايز|عاوز)? ?(?:ان )?(?:اتحدث|اتكلم|احكي) "
                     r"(?:الي|مع) (?:احد|شخص|حدا|حد)(?: ما)?")),
    ("other", stemmed("بامان|بخير|اخر|اقصد", r"(?:لا )?(?:انا (?:بامان|بخير)|لم اقصد (?:ذلك|هذا)|"
                      r"(?:كان )?(?:الامر )?عن شيء? اخر)"
                      r"(?: (?:كان )?(?:الامر )?عن شيء? اخر)?")),
    ("other", stemmed("figure|expression|saying|speaking|exaggerat|typo|jok|kidding|vent|meant|serious",
                      r"(?:no )?(?:(?:it|this|that)(?: was|'?s| is)? )?(?:was )?(?:just |only )*(?:a |an )?(?:figure of speech|expression|"
                      r"saying|misunderstanding|way of speaking|exaggeration|typo)|(?:no )?(?:i was |was |i'?m |just |only )*"
                      r"(?:joking|kidding|exaggerating|venting)|(?:(?:it|that) )?(?:was|is)(?:n'?t| not) (?:meant|serious)"
                      r"(?: like that| that way| seriously| literally)?|(?:was )?not (?:meant|serious)(?: like that)?|"
                      rf"i (?:only |just )*(?:meant|mean|was talking about) (?:the|my|this|these|your) {_THINGS}")),
    ("other", stemmed("spruch|scherz|spass|rede|ubertrieben|missverst|gesagt|gemeint|tippfehler|meinte|meine",
                      r"(?:nein )?(?:(?:das|es) )?(?:war |ist )?(?:doch |ja |nur |bloss |ein |eine )*(?:spruch|scherz|spass|redewendung|"
                      r"redensart|ubertrieben|missverstandnis|so dahingesagt|dahingesagt|so gesagt|nicht ernst(?: gemeint)?|"
                      r"nicht (?:so|wortlich|ernst) gemeint|anders gemeint|tippfehler)|(?:nein )?(?:ich )?mein(?:te|e)(?: ich)? "
                      rf"(?:nur |doch |ja |damit )*(?:die|den|das|meine?n?|diese) {_THINGS}")),
    ("other", stemmed("امزح|مزحه|تعبير", r"(?:لا )?(?:كنت امزح|(?:كانت )?مجرد (?:مزحه|تعبير)|كان (?:مزحه|تعبيرا))")),
    ("safe", stemmed("good|fine|ok", r"(?:no )?(?:all (?:is )?(?:good|fine|ok|okay)|everything(?:'?s| is) (?:fine|ok|okay|good))"
                     r"(?: (?:now|again|thanks|thank you))*")),
    ("someone", stemmed("شخص|ليس عني", r"(?:لا )?(?:الامر |هذا )?(?:يخص|عن) (?:شخصا?|احد) اخر|ليس عني")),
)  # fmt: skip

_MARKS = re.compile(r"[^\w']+")


def plight(words: str) -> Plight | None:
    """Which of these it is, as a whole message; None where it is none of them."""
    if len(words) > LONGEST:
        return None
    whole = _bare(words)
    if not any(stem in whole for stem in _stems()):
        return None
    if found := _read(whole):
        return found
    parts = [_MARKS.sub(" ", one).strip() for one in re.split(r"[,.;!\n–—]+| - ", fold(words))]
    each = {_read(one) for one in parts if one and one not in _SMALL}
    if len(parts) < 2 or not each or not each <= {"safe", "other"}:
        return None
    return "other" if "other" in each else "safe"


_SMALL = ("no", "nein", "yes", "ja", "sorry", "لا", "نعم", "hey", "thanks", "danke", "شكرا")


@cache
def _stems() -> tuple[str, ...]:
    """What stands in whatever is read here."""
    return tuple({stem for _, one in _ANSWERS for stem in one.stems})


def _read(said: str) -> Plight | None:
    for which, one in _ANSWERS:
        if any(stem in said for stem in one.stems) and one.pattern.fullmatch(said):
            return which
    return None


_BACK = frozenset(
    """
    no dont|no don't|dont|don't|no do not|dont tell|don't tell|dont tell her|don't tell her|dont tell him
    don't tell him|undo|take it back|take that back|call it back|dont send it|don't send it|cancel it
    nein nicht|nein doch nicht|doch nicht|nicht schicken|nicht senden|zurucknehmen|nimm es zuruck|nimm das zuruck
    no no se lo digas|no se lo digas|no no lo envies|no lo envies|no lo mandes
    no no|deshacer|deshazlo|retiralo|retira eso
    cancelalo|no se lo cuentes|no se lo mandes|no mejor no|echate atras|no lo hagas
    ruckgangig|ruckgangig machen|sag es nicht|لا لا|تراجع|لا ترسل|لا ترسله|الغ ذلك|لا تخبرها|لا تخبره
    """.replace("\n", "|").split("|")
)


def takes_back(words: str) -> bool:
    """Whether a whole message wants back what was just done."""
    return len(words) <= LONGEST and _bare(words) in _back()


_NO_MORE = frozenset(
    """
    actually no|actually not|no actually not|not really|no not really|i lied|that's not true|not true|no i'm not|i'm not|im not|i am not
    no wait|wait no|scratch that
    stimmt nicht|das stimmt nicht|bin ich nicht|bin ich doch nicht|nein bin ich nicht|eigentlich nicht|nee doch nicht|ne doch nicht
    ليس صحيحا|لست كذلك|في الحقيقه لا|لا ليس كذلك
    """.replace("\n", "|").split("|")
)


def withdraws(words: str) -> bool:
    """Whether a whole message takes back what its writer has just said of themselves."""
    return takes_back(words) or (len(words) <= LONGEST and _bare(words) in _no_more())


def _bare(words: str) -> str:
    return _MARKS.sub(" ", fold(words)).strip()


@cache
def _no_more() -> frozenset[str]:
    return frozenset(fold(one.strip()) for one in _NO_MORE if one.strip())


@cache
def _back() -> frozenset[str]:
    return frozenset(fold(one.strip()) for one in _BACK if one.strip())

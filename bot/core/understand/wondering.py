"""A wondering: a short question of nothing but its own words: who reads, when, how safe it is, how to delete."""

import re
from typing import Literal

from bot.core.understand.folding import fold, listed
from bot.core.understand.revoking import named

Wondering = Literal["about", "reads", "seen", ""]
"""Who is here and how to delete; when the coach reads; what the coach sees."""

LONGEST = 80
"""Letters of such a question; what is longer tells something of its own."""


_OPENS = listed("""
wann wie wer was wo ist sind bleibt liest kann kannst konnte darf antwortet antwortest bekommt sieht weiss wird
when how who what where is are does do will can could may has هل متي كيف من ماذا اين
cuando como quien que donde es son esta estan queda puede puedo puedes lee responde contesta recibe ve sabe hay
""")  # fmt: skip
_SAFE = listed("""
vertraulich privat anonym sicher geheim datenschutz daten gespeichert aufbewahrt
confidential private anonymous safe secret secure data stored kept سري سريه خاص امن امنه بياناتي محفوظ
confidencial privado privada anonimo anonima seguro segura secreto secreta datos guardado guardados guarda
""")  # fmt: skip
_DELETE = listed(
    "losche loschen entfernen entferne delete erase remove احذف احذفها حذف امسح مسح borro borrar borrarlo "
    "elimino eliminar eliminarlo borra elimina"
)
_READS = listed("""
liest lesen mitlesen mit sieht sehen gelesen antwortet antworten bekommt kriegt erfahrt
read reads reading see sees seeing get gets answer answers reply replies respond
تقرا يقرا ستقرا سيقرا قراءه قراه تري يري
تجيب يجيب ترد يرد تصل
lee leer leerlo leen ve ver verlo ven responde responder contesta contestar recibe recibir recibirlo leera
vera respondera
""")  # fmt: skip
_KNOWS = listed("weiss know knows تعرف يعرف sabe")
_WHEN = listed("""
wann heute noch sofort gleich morgen abend bald direkt jetzt when today tonight now soon immediately tomorrow
at once
متي اليوم الان غدا فورا
hoy manana pronto ahora ya enseguida noche
cuando
""")  # fmt: skip
_WHO = listed("wer who من quien quienes")
_ALSO = listed("""
das es dies hier alles eigentlich denn ich du mir mich dir eine einen ein die der den meine meinen meiner mein
nachricht nachrichten antwort antworten notiz notizen etwas was schreibe geschrieben habe hab uber von davon auch
wirklich wieder so immer unter uns ist sind werden wird kann konnen mit passiert nur jemand sehe schon je
this that it all here really i you me my mine a an the message messages answer answers note notes something write
wrote what of about to from with happens actually again ever everything anything along in be is are there will
هذا هذه ذلك كل شي ما اكتب اكتبه كتبته كتبت رساله رسالتي رسايلي اجابتي اجاباتي مني عني يمكنني استطيع يستطيع يمكن ان
هنا حقا
esto eso lo la los las el todo aqui mi mis yo me se le te un una de en a al con por para mensaje mensajes
respuesta respuestas nota notas
escribo escribi escrito he mas siempre otra vez realmente alguien solo lo algo pasa va nosotros entre del
sobre ya y puede que respondes
""")  # fmt: skip
_ALL = _OPENS | _SAFE | _DELETE | _READS | _KNOWS | _WHEN | _WHO | _ALSO | {"COACH"}


_TELLS = listed("es esta estan queda hay ve wird are")
_ASKS = (_OPENS - _TELLS) | listed("""
q wieviel wieso weshalb warum welche welcher welches darf muss soll hat habt gibt kommt kostet werd werde
whats hows whos whens wheres why which should would does did whose isnt
por porque cual cuanto cuanta cuantos cuestan cuesta
كم وش ليش ليه شو مين وين هل لماذا انت لازم ممكن ايش طيب
""")  # fmt: skip
_BOTH = frozenset({("es", "gratis"), ("es", "anonimo"), ("es", "seguro"), ("es", "privado"), ("انت", "بوت")})
_LINKS = listed("und ok also na ja hey hi and so but well oh y pero a ver bueno و طيب يعني")


def asks(words: str) -> bool:
    """Whether words ask anything at all: by their mark, or by the word with which they open."""
    if "?" in words or "؟" in words:
        return True
    said = re.findall(r"[^\W_]+", fold(words))
    while len(said) > 2 and said[0] in _LINKS:
        said = said[1:]
    return len(said) > 1 and (said[0] in _ASKS or tuple(said[:2]) in _BOTH)


def wondering(words: str, coach: str) -> Wondering:
    """What a short whole message asks; "" where it asks nothing of the kind. ``coach``: their name."""
    marked = "?" in words or "؟" in words
    if not marked or len(words) > LONGEST:
        return ""
    said = re.findall(r"[^\W_]+", named(fold(words), coach))
    if len(said) < (2 if said[:1] == ["es"] else 3) or said[0] not in _OPENS or not _ALL.issuperset(said):
        return ""
    bag = frozenset(said)
    reads = not bag.isdisjoint(_READS)
    if "COACH" in bag:
        if bag & listed("i ich yo") and not bag & listed(
            "write wrote schreibe geschrieben escribo escribi escrito"
        ):
            return ""  # when do I see them
        if reads and (
            bag & _WHEN
            or bag
            & listed(
                "antwortet answer reply respond along responde contesta responder contestar respondera تجيب "
                "ترد يجيب"
            )
        ):
            return "reads"
        return (
            "seen"
            if not bag.isdisjoint(_KNOWS) or (reads and said[0] in ("what", "was", "que", "ماذا"))
            else ""
        )
    if (
        {"unter", "uns"} <= bag
        or {"entre", "nosotros"} <= bag
        or (bag & _SAFE and not bag & listed("ich i"))
        or {"confidential", "write"} <= bag
    ):
        return "about"
    if bag & _DELETE:
        return "about"
    return "about" if reads and bag & _WHO else ""

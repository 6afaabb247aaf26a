"""Words beside the question: a way out, "I don't know", help, thanks, a greeting. Whole messages only."""

from collections.abc import Sequence
from typing import Any

from bot.core.talk.spoken import bare

_KINDS: dict[str, tuple[str, ...]] = {
    "leave": (
        *("cancel", "cancel it", "abort", "stop", "stop it", "quit", "exit", "never mind", "nevermind"),
        *("forget it", "leave it", "later", "maybe later", "another time", "not now", "go on later"),
        *("abbrechen", "abbruch", "stopp", "stop bitte", "halt", "beenden", "aufhören", "vergiss es"),
        *("lass es", "lass mal", "lass gut sein", "doch nicht", "später", "vielleicht später", "nicht jetzt"),
        *("no matter", "doesn't matter", "does not matter", "egal", "ist egal", "doch egal", "ist doch egal"),
        *("leave it as it is", "lass es wie es ist", "لا يهم", "لا بأس", "دعه كما هو"),
        *("jetzt nicht", "ein andermal", "später weiter", "schluss"),
        *(
            "cancelar",
            "cancela",
            "cancélalo",
            "déjalo",
            "dejarlo",
            "déjalo así",
            "olvídalo",
            "parar",
            "para",
            "basta",
        ),
        *(
            "luego",
            "más tarde",
            "ahora no",
            "en otro momento",
            "mejor no",
            "no importa",
            "da igual",
            "déjalo como está",
        ),
        *("salir", "quizás más tarde", "tal vez más tarde", "otro día", "nada déjalo"),
        *("إلغاء", "الغاء", "توقف", "توقفي", "لاحقا", "بعدين", "ليس الآن", "ليس الان", "انس الأمر"),
    ),
    "unsure": (
        *(
            "i don't know",
            "i dont know",
            "don't know",
            "dont know",
            "dunno",
            "idk",
            "not sure",
            "i'm not sure",
        ),
        *("im not sure", "no idea", "i have no idea", "hm", "hmm", "hmmm", "?", "what"),
        *("weiß nicht", "weiss nicht", "ich weiß nicht", "ich weiss nicht", "weiß ich nicht", "keine ahnung"),
        *("weiss ich nicht", "weiß noch nicht", "ich weiß es nicht", "bin unsicher", "unsicher", "mal sehen"),
        *("bin nicht sicher", "ich bin nicht sicher", "ich bin unsicher", "wie bitte", "was"),
        *(
            "no sé",
            "no lo sé",
            "ni idea",
            "no estoy seguro",
            "no estoy segura",
            "no tengo idea",
            "no tengo ni idea",
        ),
        *(
            "no sabría decir",
            "quién sabe",
            "a saber",
            "cómo",
            "qué",
            "todavía no lo sé",
            "no sé todavía",
            "ya veremos",
        ),
        *("لا أعرف", "لا اعرف", "لا أدري", "لا ادري", "لست متأكدا", "لست متأكدة"),
    ),
    "help": ("help", "help me", "hilfe", "hilf mir", "ayuda", "ayúdame", "مساعدة", "ساعدني"),
    "thanks": (
        *("thanks", "thank you", "thanks a lot", "many thanks", "thx", "ty", "thank you very much", "cheers"),
        *("danke", "danke dir", "danke schön", "dankeschön", "vielen dank", "lieben dank", "herzlichen dank"),
        *(
            "gracias",
            "muchas gracias",
            "mil gracias",
            "te lo agradezco",
            "gracias a ti",
            "muchísimas gracias",
        ),
        *("danke sehr", "besten dank", "merci", "شكرا", "شكرا لك", "شكرا جزيلا", "ألف شكر"),
    ),
    "greeting": (
        *(
            "hello",
            "hi",
            "hey",
            "good morning",
            "good evening",
            "good night",
            "good afternoon",
        ),
        *("hallo", "guten morgen", "guten tag", "guten abend", "gute nacht", "moin", "servus", "grüezi"),
        *("grüß gott", "bis morgen", "bis bald", "bye", "tschüss"),
        *(
            "hola",
            "buenos días",
            "buenas tardes",
            "buenas noches",
            "buenas",
            "hola hola",
            "qué tal",
            "hasta mañana",
        ),
        *("adiós", "hasta luego", "chao", "chau", "buen día", "hasta pronto", "nos vemos"),
        *("مرحبا", "صباح الخير", "مساء الخير", "السلام عليكم", "أهلا", "تصبح على خير"),
    ),
    "unwell": (
        *("i'm ill", "i am ill", "i'm sick", "i am sick", "i'm tired", "i am tired", "i'm not well"),
        *("i am not well", "i feel ill", "i feel sick", "ich bin krank", "bin krank", "ich bin müde"),
        *(
            "bin müde",
            "mir geht es nicht gut",
            "mir geht's nicht gut",
            "ich bin erkältet",
            "ich fühle mich krank",
        ),
        *(
            "estoy enfermo",
            "estoy enferma",
            "estoy cansado",
            "estoy cansada",
            "me siento mal",
            "no me siento bien",
        ),
        *(
            "no me encuentro bien",
            "me encuentro mal",
            "estoy malo",
            "estoy mala",
            "estoy con gripe",
            "estoy resfriado",
        ),
        *("estoy resfriada", "estoy agotado", "estoy agotada"),
        *("أنا مريض", "أنا مريضة", "أنا متعب", "أنا متعبة"),
    ),
}

_KIND = {bare(words) or words: kind for kind, said in _KINDS.items() for words in said}


def kind(words: str) -> str:
    """Which of these a whole message is: leave, unsure, help, thanks, greeting, unwell; "" where it is none."""
    return _KIND.get(bare(words) or words.strip(), "")


def label(words: str) -> str:
    """Words as a label is compared: whatever the case, dots, apostrophes and signs, unless it is signs alone."""
    return bare(words).replace("'", "") or words.replace("\ufe0f", "").strip()


def button(words: str, rows: Sequence[Any]) -> str | None:
    """The value of the one button whose label was typed, whatever its case, dots and signs; None where none is."""
    said = label(words)
    found = {str(value) for row in rows for shown, value in row if said and label(shown) == said}
    return found.pop() if len(found) == 1 else None

"""What is said in passing where a name or a place was asked for: a greeting, a hesitation, a question."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold
from bot.core.understand.refusal import refuses

_SAID = """
hello, helo, hi, hi there, hello there, hey, hey there, hiya, yo, good morning, good evening, good afternoon
good night, good day, morning, evening, bye, goodbye, bye bye, see you, cheers, thanks, thank you, thx, ty
many thanks, thanks a lot, please, yes please, no thanks, yes, yeah, yep, yup, no, nope, nah, ok, okay, okey, k
sure, fine, great, cool, super, good, alright, all right, right, exactly, maybe, perhaps, possibly, not sure
unsure, hm, hmm, hmmm, mhm, uh, um, uhm, er, erm, well, dunno, idk, no idea, any, anything, whatever, nothing
none, nobody, nowhere, somewhere, everywhere, anywhere, here, there, home, at home, work, at work, office
in the office, later, now, not now, soon, wait, stop, help, help me, skip, pass, next, back, menu, cancel, quit
sorry, oops, lol, haha, same, the same, the same as before, same as before, same place, me too, call me
travelling, traveling, on the road, on the way, out and about, abroad, depends, it depends, test, testing, ping
start, begin, done, ready, let's go, go, of course, absolutely, definitely, never mind, tired, sick, ill, busy
unwell, happy, sad, stressed, tired today, the city, a city, the town, the country, a village, mude, krank
traurig, gestresst, der stadt, die stadt, einer stadt, dem land, da, unwohl, what, why, who, how, when, where
huh, what now, and now, really, name, my name, no name, your name, place, city, town, hallo, halo, hallochen
servus, moin, moin moin, gruezi, gruss gott, grussgott, guten morgen, guten tag, guten abend, gute nacht, tag
tach, na, naja, na ja, tschuss, ciao, bis bald, bis morgen, danke, danke schon, dankeschon, vielen dank, bitte
bitte schon, merci, ja, ja bitte, jo, joa, nein, nein danke, ne, noe, genau, richtig, stimmt, gut, passt
alles klar, klar, super, prima, egal, ist egal, vielleicht, weiss nicht, keine ahnung, mal sehen
schauen wir mal, unsicher, ahm, ah, oh, tja, also, aha, ach so, achso, nichts, keiner, niemand, nirgends, hier
dort, daheim, zuhause, zu hause, arbeit, buro, im buro, unterwegs, auf dem land, auf dem weg, spater, jetzt
jetzt nicht, moment, warte, stopp, halt, hilfe, uberspringen, weiter, zuruck, abbrechen, sorry, entschuldigung
wie bitte, was, warum, wer, wie, wann, wo, wieso, ort, stadt, kein name, mein name, test, fertig, los
los geht's, natrlich, naturlich, bonjour, salut, hola, gracias, buenos dias, oui, non, merci beaucoup, ola
buongiorno, grazie, مرحبا, اهلا, اهلا وسهلا, هلا, السلام عليكم, وعليكم السلام, سلام, صباح الخير, مساء الخير
صباح النور, مساء النور, شكرا, شكرا لك, شكرا جزيلا, عفوا, من فضلك, لو سمحت, نعم, اي, ايوه, لا, كلا, طيب, حسنا
تمام, اوكي, جيد, ممتاز, ربما, لا اعرف, لا ادري, مش عارف, لست متاكدا, لست متاكده, هنا, هناك, البيت, في البيت
بالبيت, في المنزل, العمل, في العمل, لاحقا, بعدين, الان, انتظر, مساعده, توقف, تخطي, الغاء, لماذا, ماذا, من, كيف
always, often, sometimes, rarely, ever, never ever, whenever, wherever, private, secret, it varies, varies
different
elsewhere, question, questions, answer, none of it, lonely, alone, angry, scared, afraid, anxious, calm
relaxed, okayish
exhausted, worn out, drained, overwhelmed, worried, nervous, hopeful, hopeless, lost, stuck, empty, hungry, bored
confused, frustrated, annoyed, proud, grateful, thankful, relieved, awful, terrible, bad, meh, so-so, so so, better
worse, excited, content, upset, hurt, ashamed, guilty, restless, numb, sleepy, tired again, exhausting
difficult, hard
easy, quiet, slowly, too much, a lot, a bit, a little, very, not much, same here, work stuff, stress, pain, fear
buenas, buenas tardes, buenas noches, buen dia, que tal, adios, hasta luego, hasta manana, hasta pronto
chao, chau, por favor
muchas gracias, mil gracias, de nada, si, si por favor, no gracias, vale, claro, claro que si, bueno, bien
muy bien, regular
mal, mas o menos, asi asi, genial, perfecto, exacto, correcto, tal vez, quiza, quizas, puede ser, no se
no lo se, ni idea
no estoy seguro, no estoy segura, depende, nada, nadie, ninguno, ninguna, aqui, alli, ahi, casa, en casa
trabajo, en el trabajo
oficina, en la oficina, luego, mas tarde, ahora, ahora no, pronto, espera, un momento, ayuda, ayudame, pasar
siguiente, atras
volver, cancelar, salir, perdon, lo siento, disculpa, ups, lo mismo, igual, igual que antes, el mismo
la misma, yo tambien
viajando, de viaje, en camino, fuera, en el extranjero, prueba, probando, empezar, listo, lista, vamos
por supuesto, cansado
cansada, enfermo, enferma, ocupado, ocupada, triste, contento, contenta, feliz, la ciudad, una ciudad
el pueblo, un pueblo
el campo, en el campo, el pais, que, por que, quien, como, cuando, donde, y ahora que, en serio, nombre
mi nombre, sin nombre
lugar, ciudad, siempre, a menudo, a veces, rara vez, nunca, privado, secreto, varia, distinto, pregunta
respuesta, solo, sola
enfadado, enfadada, enojado, enojada, asustado, asustada, miedo, ansiedad, ansioso, ansiosa, tranquilo
tranquila, relajado
relajada, agotado, agotada, abrumado, abrumada, preocupado, preocupada, nervioso, nerviosa, perdido, perdida
atascado, atascada
vacio, vacia, con hambre, aburrido, aburrida, confundido, confundida, frustrado, frustrada, orgulloso
orgullosa, agradecido
agradecida, aliviado, aliviada, fatal, horrible, mejor, peor, dolido, dolida, inquieto, inquieta, dificil
facil, duro, despacio
demasiado, mucho, poco, un poco, muy, estres, dolor, con sueno, jaja, jajaja, jeje, mmm, pues, ya, eh, oye, ojala
immer, manchmal, oft, selten, nirgendwo, irgendwo, uberall, woanders, geheim, privat, frage, antwort, verschieden
einsam, allein, wutend, sauer, angstlich, angst, ruhig, entspannt, erschopft, ausgelaugt, uberfordert, besorgt
nervos, hoffnungsvoll, hoffnungslos, verloren, leer, hungrig, gelangweilt, verwirrt, frustriert, genervt, stolz
dankbar, erleichtert, furchtbar, schrecklich, schlecht, besser, schlechter, aufgeregt, zufrieden, verletzt, unruhig
glucklich, froh, schlafrig, mude heute, anstrengend, schwierig, schwer, leicht, langsam, zu viel, ein bisschen, sehr
nicht viel, stress, schmerz, so lala, geht so, es geht, دائما, احيانا, نادرا, متعب, متعبه, تعبان, تعبانه, حزين
حزينه, قلق, قلقه, خايف, خايفه, غاضب, غاضبه, وحيد, وحيده, مرهق, مرهقه, افضل, اسوا, بخير, الحمد لله, خوف, صعب
سهل, سر, خاص
متي, اين, نفس المكان, لا شي, بدون اسم, الاسم, اسمي, مع السلامه, الي اللقا, اسف, مهلا, هههه
"""

_FUNCTION = re.compile(
    r"(?<!\w)(?:i|i'm|i'd|i've|i'll|is|are|was|were|be|been|you|your|we|our|they|it's|that|this|these|what|why|who"
    r"|how|when|where|do you|don't|doesn't|can|can't|could|would|will|won't|have|has|had|not|never|because|if|think"
    r"|know|want|need|prefer|ich|ist|bin|bist|sind|war|waren|du|dein|deine|wir|unser|mein|meine|meinen|nicht|kein"
    r"|keine|warum|wieso|weil|wenn|dass|habe|hat|kann|konnte|wurde|mochte|mag|weiss|glaube|finde|brauche"
    r"|yo|soy|estoy|eres|esta|estan|era|fue|tengo|tiene|quiero|necesito|prefiero|creo|pienso|puedo|puede|porque|cuando|como"
    r"|donde|quien|que|nunca|mi|mis|tu|no|si|hay|hace"
    r"|انا|انت|هل|لماذا|ماذا|كيف|ليس|لست|لا|اريد|اعتقد|هذا|هذه)(?!\w)"
)
"""Words that make a sentence of what they stand in, and that no name and no town has."""

_REFUSES = ("nobody", "none", "unasked", "open", "resume", "cancel")
"""What refuses or takes up something names nothing either: "never" is no town."""


def _passes(part: str) -> bool:
    return part in _said() or all(word in _said() for word in part.split())


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    return frozenset(fold(one) for line in _SAID.strip().splitlines() for one in line.split(","))


def passing(words: str) -> bool:
    """Whether words name nothing: they greet, hesitate, ask, or are a sentence."""
    if "?" in words or "؟" in words:
        return True
    plain = re.sub(r"[^\w\s'-]", " ", fold(words))
    parts = [part for part in re.split(r"[,;.!:…]+", fold(words)) if part.strip()]
    said = [" ".join(re.sub(r"[^\w\s'-]", " ", part).split()) for part in parts]
    if not any(letter.isalnum() for letter in plain) or all(map(_passes, filter(None, said))):
        return True
    if any(refuses(words, kind) for kind in _REFUSES):
        return True
    return " " in plain.strip() and _FUNCTION.search(plain) is not None and not _named_like(words)


_SMALL = (
    "von",
    "van",
    "der",
    "den",
    "de",
    "del",
    "di",
    "da",
    "dos",
    "la",
    "le",
    "bin",
    "ibn",
    "al",
    "el",
    "zu",
    "y",
)


def _named_like(words: str) -> bool:
    """Whether it is written as a name of two to four words is, though one of them is a verb too: "Anna Weiss"."""
    said = words.strip(" .!").split()
    large = [word for word in said if word not in _SMALL]
    capitals = all(word[0].isupper() for word in large) and len(large) > 1
    spoken = len(said) == 2 and fold(said[1]) in (
        "weiss",
        "will",
        "mag",
        "kann",
    )  # "jonas will", typed in haste
    first, *others = map(fold, said)
    begins = _FUNCTION.fullmatch(first) is None and first not in ("she", "he", "sie", "er", "es")
    if first in ("will", "can"):  # Will Smith, Can Tho; not: Will You
        begins = not any(map(_FUNCTION.fullmatch, others))
    denies = {"not", "nicht", "never", "nie"}.intersection(others)
    return len(said) <= 4 and (capitals or spoken) and begins and not denies


def tells(words: str) -> bool:
    """Whether words rather answer a question that is open than name somebody: several, not all of them capitals."""
    said = words.strip(" .!").split()
    large = [word for word in said if word not in _SMALL]
    return len(said) > 4 or (
        len(large) > 1 and not all(word[0].isupper() or not word.isascii() for word in large)
    )

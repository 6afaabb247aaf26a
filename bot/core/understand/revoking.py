"""A revoking: a short message of nothing but the words for it, that takes back what was written or agreed to."""

import re
from functools import lru_cache
from typing import Literal

from bot.core.understand.folding import fold, listed

Revoking = Literal["delete", "today", "yesterday", "erase", "hide", "private", "sharing", "consent", ""]
"""Delete the last, what is of a day, or everything; hold it back; make private; share no more; withdraw consent."""

LONGEST, FEW = 120, 18
"""Letters and words of such a message; what is longer tells something of its own."""


_STEMS = (
    *(
        "losch",
        "entfern",
        "streich",
        "vergiss",
        "zuruck",
        "privat",
        "teil",
        "freigeb",
        "nicht",
        "niemand",
        "keiner",
    ),
    *(
        "weg",
        "widerruf",
        "delet",
        "eras",
        "remov",
        "scrap",
        "unsend",
        "undo",
        "rid of",
        "take",
        "forget",
        "shar",
    ),
    *(
        "no one",
        "nobody",
        "n't",
        " not",
        "nothing",
        "no longer",
        "hide",
        "keep ",
        "withdraw",
        "revok",
        "rescind",
    ),
    *(
        "احذف",
        "امسح",
        "حذف",
        "مسح",
        "انس",
        "اسحب",
        "سحب",
        "تراجع",
        "خاص",
        "شارك",
        "لا ",
        "الا ",
        "لم ",
        "ليس",
        "اخف",
    ),
    *("الغ", "لن ", "ازل", "عدت", "اعد ", "توقف", "اوقف"),
    *(
        "borr",
        "elimin",
        "suprim",
        "quita",
        "olvid",
        "retir",
        "anul",
        "no ",
        "nadie",
        "nada",
        "oculta",
        "escond",
        "compart",
    ),
    *("deja de", "deja ", "revoc", "dejar", "privad", "datos"),
    *("forgot", "wipe", "stop", "hor auf", "hore auf", "data", "daten"),
)
"""One of these stands in whatever is read here."""

_DELETE = listed("""
losch losche loschen loschst geloscht entfern entferne entfernen entfernst streich streiche streichen
delete deleted deleting erase erased erasing remove removed scrap unsend undo wipe
احذفني امسحني احذف احذفي احذفه احذفها تحذف تحذفي حذف حذفه امسح امسحي امسحه امسحها تمسح مسح مسحه ازل ازاله
borra borrar borralo borrala borralos borralas borres borrame borrarlo borrarla borrarme elimina eliminar
eliminalo eliminala
eliminalos eliminarlo eliminame eliminarme suprime suprimir suprimelo quita quitar quitalo quitala tacha tachar
""")  # fmt: skip
_BACK = listed("zuruck back اسحب اسحبي سحب اتراجع atras")
_TAKES = listed(
    "nimm nehme nehmen nehm zieh ziehe ziehen take taking took pull اسحب اسحبي سحب اتراجع echa echar echarme "
    "echo doy"
)
_FORGET = listed(
    "vergiss vergesse vergessen forget forgotten انس انسي انسني olvida olvidalo olvidame olvidar olvidarlo "
    "olvidarme olvides"
)
_WROTE = listed("""
geschrieben gesagt schrieb gesendet geschickt wrote written said sent told كتبت كتبته قلت قلته ارسلت ارسلته
escribi escrito dije dicho mande mandado envie enviado conte contado puse escribir
""")  # fmt: skip
_PLEASE = listed("bitte please pls فضلك رجاء ارجو سمحت ارجوك favor porfa")
_NOT = listed("""
nicht nichts nie niemals kein keine keinen keiner niemand niemandem niemanden ohne
not never nothing no nobody none don't dont doesn't shouldn't mustn't can't cannot won't isn't nor without
لا لم لن ليس ليست الا دون بدون
ni nadie nada nunca sin ningun ninguna ninguno tampoco
""")  # fmt: skip
_HIDES = listed(
    "hide hidden away hold اخف اخفي اخفه احجب oculta ocultar ocultalo ocultale esconde esconder escondelo "
    "escondeselo ocultaselo reten retener retenlo"
)
_TOLD = listed("""
sag sage sagen sagst erzahl erzahle erzahlen zeig zeige zeigen gib geben weitergeben weitergib weiterleiten leite
weitersagen verrat verrate verraten schick schicke schicken mitteilen teil teile teilen lesen liest lese sehen sieht
wissen weiss erfahren erfahrt bekommen bekommt kriegt kriegen mitlesen mitliest mitbekommen mitbekommt vorlesen
tell telling say saying show showing give giving pass passing send sending forward forwarding mention read reads
reading see sees seeing know knows knowing get gets hear hears share sharing learn
تقل تقول تقولي تخبر تخبري تخبروا تري تريها ترسل تعرف يعرف تقرا يقرا تطلع يري تعلم يعلم يطلع تظهر تعط
تشارك تشاركي اشارك
digas dice decir decirle decirselo cuentes contar contarle contarselo muestres mostrar mostrarle ensenes
ensenar mandes
mandar envies enviar pases pasar compartas menciones mencionar reveles des dar lea leer leerlo leerla vea ver
verlo verla
sepa saber saberlo entere enterarse reciba recibir comentes
""")  # fmt: skip
_WHOM = listed(
    "COACH jemand niemand niemandem niemanden keiner jemandem anyone anybody nobody احد احدا لاحد nadie alguien"
)
_THEM = listed("ihr ihm ihnen sie er her him them she he they لها له ella ellos le les")
_PRIVATE = listed("privat private خاص خاصا خاصه سري سريا privado privada privados privadas")
_MAKES = listed("""
stell stelle stellen stellst mach mache machen machst setz setze setzen schalt schalte schalten setzt lass lassen
halt halte halten behalt behalten make set put switch turn mark keep اجعل اجعله اجعلها اجعلي اجعليه
haz hacer hazlo hazla pon poner ponlo ponla deja dejar dejalo dejala marca marcar manten mantener mantenlo vuelve
""")  # fmt: skip
_ALWAYS = listed(
    "ab kunftig zukunft immer alles everything all always every كل دايما todo todos todas siempre"
)
_SHARE = listed("""
teilen teile teil teilst geteilt weitergeben freigeben freigabe share sharing shared unshare shares
المشاركه مشاركه اشارك تشارك تشاركي شارك
compartir comparte compartas compartiendo compartes compartido comparto compartirlo
""")  # fmt: skip
_ENDS = listed(
    "stop stopp hor hore aufhoren aufhore end ends ended beenden beende توقف اوقف توقفي اوقفي unshare para "
    "parar deja dejar dejes detener basta"
)
_MORE = listed("mehr more anymore longer بعد mas ya")
_CONSENT = listed("""
zustimmung einwilligung einverstandnis zusage erlaubnis datenschutzeinwilligung
consent agreement permission موافقتي موافقه الموافقه اذني قبولي
consentimiento autorizacion permiso acuerdo
""")  # fmt: skip
_WITHDRAWS = listed("""
widerrufe widerruf widerrufen widerrief zuruckziehen zurucknehmen zuruckzuziehen zuruckzunehmen zuruckgezogen
widerrufst entziehe entziehen withdraw withdrawing withdrawn revoke revoking revoked rescind cancel
اسحب سحب الغي الغاء الغ اتراجع التراجع
retiro retirar revoco revocar anulo anular cancelo cancelar
""")  # fmt: skip
_AGREES = listed(
    "agree agreed agreeing einverstanden stimme zustimmen zugestimmt اوافق موافق موافقه acepto aceptar "
    "consiento autorizo"
)
_STORES = listed("""
store stores storing save saving keep keeping collect collecting record recording
speichern speicherst speichere aufbewahren aufheben sammeln festhalten حفظ تحفظ تحفظي تخزين تخزن جمع
guardes guardar guardando almacenes almacenar recojas recoger conserves conservar registrar registres
""")  # fmt: skip
_OWN = listed("""
data account information profile records record daten konto angaben profil بياناتي بيانات حسابي معلوماتي
datos cuenta perfil informacion
""")  # fmt: skip
"""What of somebody is kept as a whole."""
_ME = re.compile(
    r"(?:(?:delet|eras|remov|forget|wip)(?:e|ed|ing|)|losch(?:e|st|)|entferne?|vergiss|vergesse) (?:me|mich)\b"
    r"|(?:borr|elimin|olvid|suprim)(?:ame|arme|eme)\b|sobre mi$|sobre mi(?= (?:por|ya|ahora))|acerca de mi\b"
    r"|todo lo mio"
    r"|about me\b|(?:uber|von) mich?r?\b|عني|احذفني|امسحني|انسني|be (?:forgotten|deleted|erased)"
)
_DONE = listed("deleted erased removed geloscht forgotten borrado eliminado borrada eliminada borre elimine")
_TODAY = listed("heute heutigen heutige today today's todays tonight اليوم hoy")
_YESTERDAY = listed("gestern gestrigen gestrige yesterday yesterday's yesterdays امس البارحه ayer anoche")
_TEXTS = listed("""
antwort antworten nachricht nachrichten notiz notizen worte text texte eintrag eintrage
answer answers message messages note notes words text texts entry entries lines
رساله رسالتي رسايل رسايلي اجابتي اجاباتي اجابات جوابي كلامي ملاحظاتي
respuesta respuestas mensaje mensajes nota notas palabras texto textos
""")  # fmt: skip
_BESIDE = listed("""
das es dies diese dieses diesen die den der dem was ich du mir mich dir dich hab habe hatte hast alles alle meine
meinen mein meiner auf an von vom aus mit davon hiervon dazu daruber uber zu auch noch doch so wieder jetzt gerade
eben vorhin zuletzt schon wirklich bitte kann kannst konntest konnte konnen will mochte wollte wurde gerne gern
lieber dass ist sind bleibt bleiben sein soll sollte sollen darf durfen muss mussen braucht hier hallo danke und
aber weg damit ab mehr kunftig zukunft in immer sofort bekommt kriegt ganz gar uberhaupt etwas geht gehen wird
werden haben fur tu bin doch mal hiermit sache teil zwischen uns gelesen wissen hore auf selbst auch uber dieser
a an the this that it these those them i you me my mine we us to from of for on off in at about with and but so also
too again now just really can could would will may should must want wants like 'd i'd i'll i'm im id ill let let's
please thanks thank hello everything all anything any what whatever have had has i've ive be is are was do does go
goes gone out rid get any more longer anymore always ever here today's yes ok okay wrote sorry only herewith hereby
يا مع من ما ان هذا هذه ذلك ذاك كل شي شييا اي باي عن عني علي الي في هل يمكن يمكنك يمكنني ممكن اريد ارغب اود احب لو
سمحت رجاء للتو الان بعد اليوم قبل قليل الذي كان هو هي به بها بهذا بذلك انا اعد اصبح ينبغي يجب يبقي ان التي فضلك ل
esto eso esta este estas estos ese esa lo la los las el un una que yo tu mi mis me te se he ha han de del a
al en con por
para desde ahora sobre tambien aun todavia otra vez ya hace poco acabo ultimo ultima ultimos ultimas anterior
anteriores
hasta realmente puedes podrias puedo podemos quiero quisiera gustaria necesito prefiero es son sea queda
quede estoy seguir
debe deberia tiene ser eso aqui hola gracias y pero adelante momento bot le lo todo toda cada algo ello nuestra
vuelvas vuelva hayas haya entre favor si
partir
sabes tienes
""")  # fmt: skip
_ALL = (
    _DELETE | _BACK | _TAKES | _FORGET | _WROTE | _PLEASE | _NOT | _HIDES | _TOLD | _WHOM | _THEM | _PRIVATE
    | _MAKES | _ALWAYS | _SHARE | _ENDS | _MORE | _CONSENT | _WITHDRAWS | _TODAY | _YESTERDAY | _TEXTS | _BESIDE
    | _AGREES | _STORES | _OWN
)  # fmt: skip
_FROM_NOW = (
    listed("ab jetzt"),
    listed("ab sofort"),
    listed("from now"),
    listed("من الان"),
    listed("desde ahora"),
    listed("partir ahora"),
    listed("en adelante"),
)
_ASKS = listed("wie how كيف wann when متي warum why لماذا wer who como cuando quien")
_WISH = listed("""
quiero quisiera prefiero puedes podrias debe deberia favor necesito gustaria
bitte please kannst will mochte soll darf sollte muss keep hide hidden want should must shouldn't mustn't can could
like rather اريد فضلك ينبغي يجب يمكنك ارجو
""")  # fmt: skip


@lru_cache(maxsize=8)
def revoking(words: str, coach: str = "") -> Revoking:
    """What a short message takes back; "" where it tells anything of its own. ``coach``: their name."""
    said = fold(words)
    if len(said) > LONGEST or not any(stem in said for stem in _STEMS):
        return ""
    tokens = re.findall(r"[^\W_]+(?:'[^\W_]+)?", named(said, coach))
    bag = frozenset(tokens)
    me = _ME.search(said) is not None
    if not 1 - me < len(tokens) <= FEW or not bag <= _ALL | {"COACH"} or bag & _ASKS:
        return ""
    return _consent(bag) or _shares(bag) or _hides(bag) or _deletes(bag, me)


def named(said: str, coach: str) -> str:
    """Folded words in which the coach is called COACH, with or without an Arabic preposition before the name."""
    if "coach" in said:
        said = re.sub(r"\b(?:my|the|our|mein|meine|meinem|meinen|meiner|der|dem|die) coach\b", "COACH", said)
        said = re.sub(r"\b(?:mi|el|la|nuestr[oa]|tu) coach\b|\bal coach\b", "COACH", said)
    if "مدرب" in said:
        said = re.sub(r"(?:^|(?<= ))ل?(?:المدربه?|مدربتي|مدربي)(?= |$)", "COACH", said)
    for name in sorted({fold(coach), *fold(coach).split()}, key=len, reverse=True):
        if len(name) > 1 and name in said:
            said = re.sub(rf"(?:^|(?<=\W))ل?{re.escape(name)}(?:'s|s)?(?=\W|$)", "COACH", said)
    return said


def _consent(bag: frozenset[str]) -> Revoking:
    """Consent is taken back, agreed to no more, or what is kept of somebody is to be kept no more."""
    if not bag.isdisjoint(_AGREES) and bag & _NOT and not bag.isdisjoint(_MORE | {"اعد", "عدت"}):
        return "consent"
    if not bag.isdisjoint(_STORES - _OWN) and not bag.isdisjoint(_OWN) and bag & (_ENDS | _NOT):
        return "consent"
    takes = not bag.isdisjoint(_WITHDRAWS) or (not bag.isdisjoint(_TAKES) and not bag.isdisjoint(_BACK))
    return "consent" if takes and not bag.isdisjoint(_CONSENT) and not bag & listed("nicht not لا") else ""


def _shares(bag: frozenset[str]) -> Revoking:
    """Private from now on, or shared no more."""
    if not bag.isdisjoint(_PRIVATE):
        if bag & _NOT or (bag & {"i", "ich", "yo"} and not bag & _WISH - {"keep"}):
            return ""
        makes = not bag.isdisjoint(_MAKES)
        if (makes and not bag.isdisjoint(_ALWAYS)) or any(one <= bag for one in _FROM_NOW):
            return "sharing"
        return "private" if makes else "hide"
    if bag.isdisjoint(_SHARE):
        return ""
    if "unshare" in bag and not bag & listed("everything all"):
        return "private"
    no_more = bool(bag & _NOT) and not bag.isdisjoint(_MORE)
    return "sharing" if not bag.isdisjoint(_ENDS) or no_more else ""


def _hides(bag: frozenset[str]) -> Revoking:
    """Somebody is not to be told, or to read; of a pronoun alone only as a wish, for it may be anybody."""
    told = bool(bag & _NOT) and not bag.isdisjoint(_TOLD)
    kept = not bag.isdisjoint(_HIDES) or {"keep", "from"} <= bag or {"ليس", "COACH"} <= bag
    if not (told or kept) or (not bag.isdisjoint(_WROTE - {"told"}) and bag & listed("i ich habe have")):
        return ""
    if "COACH" in bag or (not bag.isdisjoint(_WHOM) and bag & _WISH):
        return "hide"
    wish = not bag.isdisjoint(_PLEASE) or bag & listed("dass don't dont")
    return "hide" if wish and not bag.isdisjoint(_THEM) and not bag & listed("i we will") else ""


def _deletes(bag: frozenset[str], me: bool) -> Revoking:
    """What shall go: of a day, all of somebody's, or the last; nothing where it tells of what was done."""
    if bag & _NOT or {"auf", "mich"} <= bag or (bag & _DONE and bag & {"i", "ich", "yo"} and not bag & _WISH):
        return ""
    forgets = not bag.isdisjoint(_FORGET)
    deletes = not bag.isdisjoint(_DELETE) or {"rid", "of"} <= bag
    if (deletes or forgets) and (me or not bag.isdisjoint(_OWN)):
        return "" if bag & listed("he she they er wir we") else "erase"
    takes = not bag.isdisjoint(_TAKES) and not bag.isdisjoint(_BACK)
    gone = bool(bag & _PLEASE) and "weg" in bag
    if not (deletes or takes or gone or (forgets and bag & (_WROTE | _PLEASE))):
        return ""
    if not bag.isdisjoint(_TODAY):
        return "today"
    if not bag.isdisjoint(_YESTERDAY):
        return "yesterday"
    return "erase" if _of_all(bag) else "delete"


def _of_all(bag: frozenset[str]) -> bool:
    """Whether all is meant; "all of that" is what was said last."""
    if bag & listed("alle all todos todas كل") and bag & _TEXTS:
        return True
    return bool(bag & listed("everything alles todo")) and not bag & listed("das dies that this it esto eso")

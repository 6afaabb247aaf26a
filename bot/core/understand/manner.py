"""A manner: a short whole message that asks the bot to ask otherwise: shorter, kinder, fewer, without a name."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.core.understand.dialect import standard
from bot.core.understand.folding import listed
from bot.core.understand.utterance import heard

Manner = Literal["shorter", "kinder", "fewer", "more", "nameless", "otherwise", ""]
"""How it shall ask; "otherwise" is what no setting does."""

LONGEST = 80
"""Letters of such a wish; what is longer tells something of its own."""


@dataclass(frozen=True, slots=True)
class WishWords:
    """The words of a language: a wish has no other, one that speaks to the bot, and one of what is wished."""

    short: frozenset[str]
    long: frozenset[str]
    kinder: frozenset[str]
    kind: frozenset[str]  # with a word that wishes; alone it can be thanks
    cold: frozenset[str]
    fewer: frozenset[str]
    much: frozenset[str]
    more: frozenset[str]
    name: frozenset[str]
    other: frozenset[str]
    echo: frozenset[str]
    over: frozenset[str]  # too, so, not
    ends: frozenset[str]  # stop, without, do not
    wishes: frozenset[str]
    speaks: frozenset[str]  # you, your, please, questions
    own: tuple[frozenset[str], ...]  # of the writer's own asking, and no wish
    beside: frozenset[str]

    def every(self) -> frozenset[str]:
        """All words that such a wish can have."""
        each = (self.short, self.long, self.kinder, self.kind, self.cold, self.fewer, self.much, self.more)
        more = (self.name, self.other, self.echo, self.over, self.ends, self.wishes, self.speaks, self.beside)
        return frozenset().union(*each, *more)


_TONGUES = (
    WishWords(
        short=listed("shorter briefer concise short brief"),
        long=listed("long lengthy longer"),
        kinder=listed("gently kinder nicer gentler warmer friendlier softer politer sweeter"),
        kind=listed("kind nice gentle warm friendly soft polite sweet caring human personal"),
        cold=listed(
            "cold harsh rude strict blunt mean robotic robot machine unfriendly impersonal pushy formal"
        ),
        fewer=listed("fewer less reduce rarely seldom"),
        much=listed("many much often lot frequently"),
        more=listed("more oftener"),
        name=listed("name names"),
        other=listed("simpler easier clearer deeper better different funnier direct concrete specific"),
        echo=listed("repeat repeating quote quoting emoji emojis thanking"),
        over=listed("too so way far not that as dont"),
        ends=listed("stop quit dont not no never without leave drop skip why"),
        wishes=listed("can could would will be want like need get getting please pls plz prefer id"),
        speaks=listed(
            "pls plz question questions message messages prompt prompts text texts you your youre u bot ask asking please use write writing talk speak tone"
        ),
        own=(listed("i ask"), listed("i have"), listed("i question"), listed("i write"), listed("i use")),
        beside=listed("""
        i the a an bit little to me with have are is do make keep them it of use using call calling by out say saying sound
        sounds sounding seem seems being bit time times every day week per from now on next in and but always what my words
        answers write writing writes send sending give these those there some maybe perhaps hi hey hello ok okay language
        again all first here may we very something gently today really quite were know thanks thank
        """),
    ),
    WishWords(
        short=listed("kurzer kurzere kurzeren kurzerer kurz kurze kurzen knapper knappere knapp"),
        long=listed("lang lange langen langer"),
        kinder=listed(
            "netter freundlicher sanfter warmer herzlicher hoflicher liebevoller menschlicher personlicher"
        ),
        kind=listed("nett freundlich sanft herzlich hoflich liebevoll lieb"),
        cold=listed(
            "kalt streng hart unhoflich unfreundlich formell forsch unpersonlich roboterhaft roboter maschine"
        ),
        fewer=listed("weniger seltener reduziere reduzieren"),
        much=listed("viel viele vielen oft haufig"),
        more=listed("mehr ofter haufiger"),
        name=listed("namen name"),
        other=listed("""
        einfacher einfachere einfacheren leichter leichtere leichteren klarer klarere tiefer tiefere besser bessere andere anderen
        konkreter konkretere direkter
        """),
        echo=listed(
            "wiederhole wiederholen wiederholst zitiere zitieren zitierst emoji emojis bedanken bedanke"
        ),
        over=listed("zu so viel nicht"),
        ends=listed("hor hore auf nicht nie ohne lass lasse weg weglassen keinen keine warum"),
        wishes=listed("kannst konntest wurdest konnen sei sein mochte hatte gern gerne brauche bitte will"),
        speaks=listed("""
        fragen frage frag fragst nachricht nachrichten texte du dein deine deinen dir bot schreib schreibst stell stellst schick
        bitte
        """),
        own=(listed("ich frage"), listed("ich habe")),
        beside=listed("""
        wir ich die der das den ein eine bisschen wenig etwas mir mich sehr immer dauernd stellen schicken schreiben schreibe
        pro woche am tag ab jetzt in zukunft kunftig ist sind bist klingst wirkst wie und aber meinen meine was sage worte
        antworten alles benutz benutze benutzen verwenden verwende sag sagen nenn nenne nennen beim bei mit dich jeden mach
        machen haben geben gib mal also hallo hi ok es ganz schon doch konnten ton rede sprich bekommen bekomme dauernd sprache wortern
        """),
    ),
    WishWords(
        short=listed("corto corta cortos cortas breve breves conciso concisa concisas concisos"),
        long=listed("largo larga largos largas extenso extensas extensos"),
        kinder=listed("amabilidad suavidad carino calidez"),
        kind=listed(
            "amable amables suave suaves calido calida carinoso carinosa humano humana gentil cercano cercana educado educada"
        ),
        cold=listed(
            "frio fria seco seca duro dura brusco brusca antipatico antipatica grosero robot maquina robotico formal rudo impersonal"
        ),
        fewer=listed("menos reduce reducir"),
        much=listed("mucho muchas muchos seguido tanto tantas tantos demasiadas demasiados demasiado"),
        more=listed("mas"),
        name=listed("nombre"),
        other=listed("""
        simple simples sencillo sencillas sencillos facil faciles claro claras claros profundas profundos mejores mejor distintas
        diferentes distinto directas directo concretas concretos concreto largo larga largos largas
        """),
        echo=listed(
            "repitas repetir repites repite cites citar citas emoji emojis emoticonos agradezcas agradecer"
        ),
        over=listed("tan tanto tantas tantos demasiado demasiada demasiadas demasiados muy"),
        ends=listed("no deja dejes sin nunca quita quites evita"),
        wishes=listed("puedes podrias puede quiero quisiera gustaria necesito favor prefiero mas se"),
        speaks=listed("""
        pregunta preguntas preguntes preguntame preguntar mensaje mensajes tu tus bot escribe escribes escribas escribeme habla hables
        hablame favor usa uses usar hazme haz haces hagas manda mandas mandes envia envias envies se seas eres suenas puedes podrias
        """),
        own=(listed("me pregunto"), listed("yo pregunto"), listed("yo escribo")),
        beside=listed("""
        me mi mis de del a la las el los lo un una unos unas con por semana dia cada al en que y o es son ser pareces como
        ahora desde adelante hacer cuando poco poquito bien todo siempre tiempo respuestas palabras digo escribo hola ok esto eso
        nada llames llamame llamar nombres yo tono le te algo ya mucha veces bastante vez otra hay son
        """),
    ),
    WishWords(
        short=listed("اقصر قصيره مختصره موجزه قصيرا"),
        long=listed("طويله طويل"),
        kinder=listed("الطف ارق"),
        kind=listed("لطيف لطيفا لطيفه ودود ودودا ودوده"),
        cold=listed("بارد باردا بارده قاسي قاسيا قاسيه رسمي رسميا فظ"),
        fewer=listed("اقل تقلل قلل قللي تقليل"),
        much=listed("كثيرا كثيره كثير"),
        more=listed("اكثر المزيد"),
        name=listed("اسمي باسمي"),
        other=listed("ابسط اسهل اوضح اعمق مختلفه افضل"),
        echo=listed("تكرر تكرري تكرار تعيد"),
        over=listed("جدا لا هكذا الاسيله اسيلتك اسيله رسايلك"),
        ends=listed("لا توقف توقفي كف كفي بدون لماذا"),
        wishes=listed("هل يمكنك تستطيع اريد كن كوني تكون تكوني فضلك ارجو اطرح"),
        speaks=listed("""
        اسيله الاسيله سوال السوال رسايل انت انتي اسيلتك رسايلك كن كوني تكون تكوني اسال اسالني اسالي تسال تسالي تسالني فضلك اكتب تكتب
        """),
        own=(),
        beside=listed("""
        ان من لو سمحت لي معي علي في الاسبوع قليلا تطرح طرح استخدام تستخدم تستخدمي استعمال ذكر تذكر تذكري تناديني عن ما اقول كلامي
        كلماتي الان عدد مره هذه اطرح مرحبا مع يمكن
        """),
    ),
)
_EVERY = tuple(one.every() for one in _TONGUES)


def manner(words: str) -> Manner:
    """How a whole message asks the bot to ask; "" where it asks nothing of the kind."""
    if not 6 <= len(words) <= LONGEST:
        return ""
    said = heard(standard(words)).joined.split()
    bag = frozenset(said)
    return next(
        (
            _of(one, bag, said)
            for one, every in zip(_TONGUES, _EVERY, strict=True)
            if len(said) > 1 and bag <= every
        ),
        "",
    )


def _of(words: WishWords, bag: frozenset[str], said: list[str]) -> Manner:
    pairs = {frozenset(pair) for pair in pairwise(said)}
    spoken, wished, ended = (not bag.isdisjoint(one) for one in (words.speaks, words.wishes, words.ends))
    if bag & words.name:
        return "nameless" if ended and (spoken or len(said) > 2) else ""
    to_me = bool(bag & {"me", "mir", "معي", "conmigo"})
    if not pairs.isdisjoint(words.own) or not (spoken or to_me or (ended and bag & words.cold)):
        return "otherwise" if bag & words.echo and ended else ""
    if bag & words.echo:
        return "otherwise" if ended or bag & words.fewer else ""
    over = bool(bag & words.over)
    if bag & words.short or (bag & words.long and over):
        return "shorter"
    if bag & words.kinder or (bag & words.kind and (wished or over)) or bag & words.cold:
        return "kinder"
    return _how_many(words, bag, over) or ("otherwise" if bag & words.other else "")


def _how_many(words: WishWords, bag: frozenset[str], over: bool) -> Manner:
    if bag & words.fewer or (bag & words.much and over and not bag & words.more):
        return "fewer"
    if bag & words.more and not bag & words.other:
        return "fewer" if bag & words.ends else "more"  # "no more questions"
    return ""

"""A stop said in everyday words: a short whole message of an end, what shall end, and small words, no others."""

from dataclasses import dataclass

from bot.core.understand.dialect import written
from bot.core.understand.folding import listed

LONGEST = 9
"""Words of such a message: what is longer tells something."""


@dataclass(frozen=True, slots=True)
class EndWords:
    """The words of a language. ``ends`` say an end by themselves; ``ordinary`` beside one of ``begs``.

    ``measured``: with these alone beside it, an end is an amount ("lo suficiente"), or what somebody is.
    ``refused`` behind one of ``nay`` are asked of the bot, ``going`` (on) only beside one of ``begs`` too;
    ``own``: words of the first person, who tells and does not ask.
    """

    ends: frozenset[str]
    ordinary: frozenset[str]
    nay: frozenset[str]
    refused: frozenset[str]
    going: frozenset[str]
    begs: frozenset[str]
    own: frozenset[str]
    beside: frozenset[str]
    measured: frozenset[str] = frozenset()

    @property
    def every(self) -> frozenset[str]:
        """All words that such a message can have."""
        asked = self.ends.union(self.ordinary, self.nay, self.refused, self.going)
        return asked.union(self.begs, self.own, self.beside)


_TONGUES = (
    EndWords(
        ends=listed("enough unsubscribe"),
        ordinary=listed("stop quit cease end done finished"),
        nay=listed("dont not no"),
        refused=listed("send sending write writing message messaging text texting ask asking"),
        going=listed("continue"),
        begs=listed("messages questions texts texting messaging asking today tonight now please pls"),
        own=listed("i im ive"),
        beside=listed("""
            am me you your the this that these it its for of with to any more anymore ok okay right here and so
            just really already told thats is gotta got go need must bye thanks thank be
        """),
        measured=listed("i am im just"),
    ),
    EndWords(
        ends=listed("genug reicht schluss stopp"),
        ordinary=listed("stop aufhoren aufzuhoren hor hort"),
        nay=listed("nicht kein keine keinen nichts"),
        refused=listed("schreib schreibt schick schickt frag fragt"),
        going=listed("weitermachen"),
        begs=listed("nachrichten fragen fragerei auf bitte jetzt heute damit"),
        own=listed("ich"),
        beside=listed("""
            mir mich du das die der es mit fur erstmal mal ok so nun aber und hab habe schon gesagt ist muss los
            weg danke tschuss mehr nur noch man echt wirklich dann will
        """),
    ),
    EndWords(
        ends=listed("basta suficiente"),
        ordinary=listed("para parar pare paren parad detente termina terminar acaba acabar dejalo dejadlo"),
        nay=listed("no deja dejen dejad deje"),
        refused=listed("mandes manden mandarme escribas escriban escribirme preguntes preguntarme"),
        going=listed("seguir sigas sigan continuar"),
        begs=listed("mensajes preguntas hoy ahora favor"),
        own=listed("yo quiero puedo"),
        beside=listed("""
            me te a mi ya con por x esto eso lo la las los de el mas es bueno vale gracias aqui tengo que irme voy y
            pero dije he dicho momento
        """),
        measured=listed("lo"),
    ),
    EndWords(
        ends=listed("يكفي كفي"),
        ordinary=listed("اوقف توقف ايقاف انهي انها"),
        nay=listed("لا ما بدون لن"),
        refused=listed("ترسل ترسلوا ترسلي تكتبوا تسالوا تسالني تسالوني"),
        going=listed("اكمل الاكمال"),
        begs=listed("رسايل الرسايل اسيله الاسيله الان اليوم فضلك سمحت قليلا"),
        own=listed("انا اريد"),
        beside=listed("لي ان هذا هذه عن من لو قلت لكم لك بس هكذا كده كذا هيك يا ارسال اكثر اخري اخر شي"),
    ),
)


_TOLD = listed("not")
"""A no that tells: "not texting" is what somebody does, "no texting" is asked."""


def ceases(words: str) -> bool:
    """Whether a whole message asks for an end in everyday words: "me basta x hoy", "genug jetzt, muss los"."""
    if len(words) > 80 or "?" in words or "؟" in words:
        return False
    said = "".join(one if one.isalnum() else " " for one in written(words).replace("'", "")).split()
    return 0 < len(said) <= LONGEST and any(_ends(one, frozenset(said)) for one in _TONGUES)


def _ends(tongue: EndWords, said: frozenset[str]) -> bool:
    if not said <= tongue.every:
        return False
    refuses, begs = bool(said & tongue.nay), bool(said & tongue.begs)
    if said & tongue.ends:
        return not refuses and not (said & tongue.measured and said <= tongue.ends | tongue.measured)
    if said & tongue.nay - _TOLD and said & tongue.refused and not said & tongue.own:
        return True
    wished = begs or "اريد" in said
    return begs and bool(said & tongue.going) if refuses else wished and bool(said & tongue.ordinary)

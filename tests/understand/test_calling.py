"""A person is asked for: anyone, the coach, somebody else than the coach, or whether anyone is there at all."""

import pytest

from bot.core.understand.calling import Calling, calling

WORDINGS: dict[Calling, dict[str, str]] = {
    "somebody": {
        "en": """
            can i talk to a real person
            can i talk to someone
            i need somebody to talk to rn
            i just need someone to listen
            could i speak with a human please
            is there anyone i can talk to?
            who can i talk to
            i want to talk to a human being not a bot
            i really need to talk to someone tonight
            not feeling great, need someone to talk to
            give me a real human
            can somebody talk to me please
            idk who to talk to
            wish i could talk to someone
        """,
        "de": """
            kann ich mit wem reden? so richtig mensch mein ich
            kann ich mit einem menschen reden
            ich brauch jemand zum reden
            mir gehts grad nicht so gut, brauch jemand zum reden
            gibts hier jemanden mit dem ich reden kann
            mit wem kann ich denn hier reden?
            ich würd gern mit nem echten menschen sprechen
            ich will mit irgendwem reden
            ich bräuchte wen zum quatschen
            brauche dringend jemanden, der mir zuhört
            könnte ich bitte mit einer richtigen person schreiben
            hat hier jemand zeit zum reden
            ich muss jetzt mit jemandem reden
            hätte gern nen menschen und keinen bot
        """,
        "es": """
            necesito hablar con una persona
            estoy mal y necesito a alguien
            puedo hablar con alguien
            quiero hablar con alguien de verdad
            hay alguien con quien pueda hablar?
            con quién puedo hablar
            necesito alguien que me escuche
            me gustaría platicar con una persona real
            pásame con un humano por favor
            ocupo hablar con alguien ya
            quisiera charlar con alguien
            no quiero un bot, quiero una persona
            necesito a alguien con quien hablar
        """,
        "ar": """
            ابي اكلم شخص حقيقي
            محتاج احد اتكلم معه
            ابغى احد اسولف معه
            بدي احكي مع حدا
            عايز اتكلم مع حد
            أحتاج أن أتحدث مع شخص
            ممكن أكلم إنسان مو روبوت
            فيه احد اقدر اكلمه؟
            مع مين اتكلم
            محتاجة أحد يسمعني
            أريد التحدث إلى شخص حقيقي
            ودي افضفض لاحد
            عاوزة حد يسمعني
        """,
    },
    "coach": {
        "en": """
            can dana call me
            can you tell Dana to call me
            could dana ring me back please
            i want dana to call me
            ask dana to text me
            have dana get in touch with me
            Is Dana there? I need to talk to her before new year
            can i speak to dana
            pls tell my coach to call me asap
            dana please call me
            i need to speak to dana today
            can my coach phone me tomorrow
            hey can u get dana to message me
        """,
        "de": """
            kannst du dana sagen sie soll mich anrufen
            hallo? kann mich dana anrufen bitte
            kann dana mich anrufen
            dana soll mich bitte anrufen
            sag dana sie soll sich melden
            kann ich mit dana telefonieren
            könnte dana sich mal bei mir melden
            richte dana aus dass ich sie brauche
            ich müsste mal mit dana reden
            bitte meine coachin mich anrufen lassen
            kannst du dana bescheid geben
            ruft dana mich zurück?
            ich will mit meinem coach sprechen
        """,
        "es": """
            que me llame dana
            puede dana llamarme?
            dile a dana que me llame
            necesito hablar con dana
            que dana me escriba porfa
            quiero que dana me llame
            puedo hablar con dana?
            dana me puede llamar
            pídele a dana que me contacte
            le puedes decir a dana que me llame
            puedes pedirle a mi coach que me escriba
            avísale a dana que la necesito
        """,
        "ar": """
            خلي دانا تتصل فيني
            خلي دانا تكلمني
            ابي دانا تدق علي
            ممكن دانا تتصل بي؟
            قول لدانا تتصل علي
            اطلب من دانا أن تتصل بي
            بلغ دانا اني محتاجها
            ممكن اكلم دانا
            اريد ان اتحدث مع دانا
            خلوا المدربة تتواصل معي
            عايز دانا تكلمني ضروري
            بدي دانا تحكيني
        """,
    },
    "other": {
        "en": """
            can i talk to someone else than dana
            is there someone other than dana
            can i talk to someone other than Dana?
            i want to speak to anyone but dana
            i'd rather talk to somebody else, not dana
            someone who isn't dana please
            can i speak with a different person
            i don't want to talk to dana about this, is there someone else
            is there anybody besides my coach i could ask
            could i reach somebody without dana knowing
        """,
        "de": """
            kann ich mit jemand anderem als dana reden
            gibt es jemand anderen als dana
            ich will mit wem anders reden, nicht mit dana
            gibts wen außer dana
            kann ich mit einer anderen person sprechen
            möchte lieber nicht mit dana darüber reden, wer ist noch da
            jemand anders als mein coach bitte
            kann ich wen erreichen ohne dass dana es erfährt
            nicht dana, jemand anderes bitte
            wen gibt es hier noch außer dana
        """,
        "es": """
            puedo hablar con otra persona que no sea dana
            hay alguien que no sea dana?
            quiero hablar con alguien distinto a dana
            alguien aparte de dana
            puedo hablar con otra persona
            prefiero hablar con alguien más, no con dana
            con otra persona, no con dana por favor
            puedo contactar a alguien sin que dana se entere
            otra persona en vez de dana
            alguien que no sea mi coach
        """,
        "ar": """
            ابي اكلم احد غير دانا
            ممكن اتكلم مع شخص اخر غير دانا
            فيه احد ثاني غير دانا؟
            اريد التحدث مع شخص آخر
            ابغى اكلم واحد ثاني مو دانا
            بدي احكي مع حدا غير دانا
            عايز اكلم حد تاني
            شخص غير المدربة لو سمحت
            اكلم احد بدون ما تدري دانا
            في حدا تاني غير دانا
        """,
    },
    "there": {
        "en": """
            is anybody there?
            anyone there
            hello is anyone reading this
            is there anybody here at all?
            are you there??
            is someone there
            does anybody even read this
            hello? anyone?
            anybody out there
            is somebody listening
            is a real person reading this right now
        """,
        "de": """
            ist da überhaupt jemand?
            ist da wer
            hallo? jemand da?
            ist hier jemand
            liest das hier überhaupt irgendwer
            bist du da?
            liest hier grad jemand mit
            hört mich jemand
            is da wer??
            sitzt da ein mensch
            jemand hier?
        """,
        "es": """
            hay alguien ahí?
            hay alguien
            alguien me lee?
            hola? hay alguien aquí
            estás ahí?
            alguien está leyendo esto
            me escucha alguien
            alguien ahí?
            hay una persona leyendo esto
            de verdad hay alguien ahi
        """,
        "ar": """
            في احد هنا؟
            فيه احد؟
            هل من أحد هنا
            حدا هون؟
            في حد هنا
            احد يقرا كلامي؟
            هل يقرأ أحد هذا
            انت موجود؟
            في حد بيقرا
            حد سامعني
        """,
    },
}

ORDINARY = """
    I talked to someone about it and it helped
    I want to talk to someone at work about the promotion
    I need to talk to my boss about the budget
    I need someone on my team who can own this
    the person I would call is my sister
    I asked Dana last time about the delegation
    I told my boss to call me back
    my brother should call me more often
    talking to a real person helped me see it
    I could speak to Anna about the handover
    a call with Dana is on Tuesday
    someone else would have said no
    I'd like someone else to take the minutes
    I let somebody else do it
    can someone help me with the agenda
    there was nobody there when I came home
    is there anything I could have done
    I am a different person at work
    being there for my kids
    ich habe mit jemandem darüber geredet
    ich brauche jemanden im Team, der das übernimmt
    ich will mit meinem Chef über das Gehalt reden
    mein Bruder soll mich öfter anrufen
    Dana hat mich letzte Woche angerufen
    ein anderer Mensch hätte nein gesagt
    ich bin ein anderer Mensch als früher
    jemand anders soll das Protokoll schreiben
    ich war da, als sie mich brauchte
    mit meiner Schwester reden
    mir hat geholfen dass jemand da war
    hablé con alguien y me ayudó
    necesito a alguien en el equipo que lleve esto
    quiero hablar con mi jefe sobre el sueldo
    que mi hermano me llame más
    otra persona lo habría dejado
    soy otra persona en casa
    hay alguien en el trabajo que me entiende
    dana me preguntó eso la última vez
    تكلمت مع شخص وساعدني
    احتاج احد في الفريق ياخذ المشروع
    اريد ان اتكلم مع مديري عن الراتب
    دانا سالتني عن هذا المرة الماضية
    شخص اخر كان سيقول لا
    كنت موجود لاولادي
    في احد بالشغل يفهمني
    اخوي يتصل علي اكثر
"""


def lines(text: str) -> list[str]:
    return [one.strip() for one in text.strip().splitlines() if one.strip()]


CASES = [(kind, words) for kind, each in WORDINGS.items() for text in each.values() for words in lines(text)]


@pytest.mark.parametrize(("kind", "words"), CASES)
def test_who_asks_for_a_person_is_heard(kind: Calling, words: str) -> None:
    """In everyday words and dialects of four languages, whatever its signs and capitals."""
    assert calling(words, "Dana") == kind
    assert calling(words.upper(), "Dana") == kind


@pytest.mark.parametrize("words", lines(ORDINARY))
def test_an_answer_asks_for_nobody(words: str) -> None:
    """What tells of people, or plans to talk with one, is an answer."""
    assert calling(words, "Dana") == ""


def test_there_are_ten_wordings_of_each() -> None:
    """Each kind in each language, ten and more."""
    assert all(len(lines(text)) >= 10 for each in WORDINGS.values() for text in each.values())

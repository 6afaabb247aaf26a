"""What a whole short message refuses or takes up: that anybody sees, a value, a pause; longer words do neither."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold

_KINDS = {
    "nobody": """
        nobody, nobody else, no one, noone, no-one, none
        only me, just me, me only, only myself, not shared, never
        niemand, keiner, keine, nur ich, nur fur mich, ich allein, nie, gar niemand
        nadie, nadie mas, ninguno, ninguna, solo yo, unicamente yo, nadie mas que yo, yo nada mas, nunca
        solo para mi, ninguna persona
        لا احد, لا احد غيري, انا فقط, انا وحدي, فقط انا, ابدا
    """,
    "none": """
        no, none, nothing, never, nowhere, nobody
        no one, not at all, none at all, neither, no thanks, nah, nope
        nein, nö, nee, keine, keiner, keins
        nichts, nie, niemals, nirgends, niemand, gar nicht, uberhaupt nicht
        nada, ninguno, ninguna, nunca, jamas, nadie, en absoluto, para nada, ni uno, ni una, que no
        no gracias, ningun lugar
        لا, كلا, لا شيء, ابدا, لا احد, ولا واحد
    """,
    "unasked": """
        0, zero, none, none at all, not at all
        never, nothing, no more, no more questions, no questions, no times
        not any more, not anymore
        i don't want any, i don't want any more, i don't want any more questions
        i don't want any questions, i don't want questions
        i want no more questions, i want none, zero times
        0 times, never again, not once
        null, keine, keine mehr, gar nicht
        gar nicht mehr, uberhaupt nicht, uberhaupt nicht mehr, nie, nie mehr
        nie wieder, niemals, nicht mehr
        keine fragen, keine fragen mehr, ich will keine, ich will keine mehr
        ich mochte keine fragen mehr, ich will keine fragen mehr
        ich mochte keine mehr, null mal, gar keine
        gar keine mehr, kein mal, keinmal, nichts
        cero, ninguna, ninguno, nada, nunca, nunca mas, ni una, ni una mas, no mas, no mas preguntas
        sin preguntas, ya no
        no quiero ninguna, no quiero mas, no quiero preguntas, no quiero mas preguntas, ninguna pregunta
        cero preguntas
        cero veces, ninguna vez, ya no quiero mas, ya no mas, en absoluto, para nada
        صفر, ابدا, ولا مره, لا اسئله
        لا مزيد, لا مزيد من الاسئله, لا اريد اسئله, لا اريد المزيد من الاسئله, لا شيء
    """,
    "open": """
        until i come back, until i come back to you, until i return
        until i am back, until i'm back, till i come back
        until i say so, until i write, until i write again
        until further notice, till further notice, indefinitely
        for an indefinite time, open end, open ended
        open-ended, no end, until i get back to you, until i tell you
        bis ich mich melde, bis ich mich wieder melde
        bis auf weiteres, bis ich wiederkomme, bis ich zuruck bin
        bis ich wieder da bin, bis ich zuruckkomme, auf unbestimmte zeit
        unbestimmt, unbefristet, bis ich schreibe
        hasta que vuelva, hasta que regrese, hasta que vuelva a escribir, hasta que escriba, hasta que diga
        hasta que yo diga
        hasta que avise, hasta nuevo aviso, hasta que te diga, indefinido, indefinidamente
        por tiempo indefinido, sin fecha
        hasta que este de vuelta, sin fin, sin limite, por tiempo indeterminado
        حتي اعود, حتي ارجع, الي ان اعود, الي ان ارجع, حتي اشعار اخر, الي اشعار اخر, حتي اكتب
    """,
    "resume": """
        end the pause, end my pause, end pause
        stop the pause, cancel the pause, take me off pause, take me off the pause
        no more pause, unpause, un-pause, resume
        resume the questions, please resume, i want to resume, continue
        please continue, i want to continue, i'd like to continue, let's continue
        i'm back again, i am back again, back again, here again, here i am, here i am again, i'm here again
        hello i'm back, hi i'm back, hi i am back, i have returned, i'm back now, and i'm back, i'm back!
        ich bin zuruck!, bin wieder da, bin zuruck, da bin ich wieder, hier bin ich wieder, hallo ich bin wieder da
        ich bin jetzt wieder da, bin wieder hier, ich bin wieder hier, zuruck, ich bin wieder zuruck, wieder zuruck
        انا هنا من جديد, عدت من جديد, انا عدت, لقد رجعت, ها انا ذا, رجعت لكم, مرحبا عدت
        go on, let's go on, carry on, start
        start again, begin again, begin, restart
        take up again, take it up again, start the questions again, i'm back
        i am back, back, i want to start again
        the pause is over, pause over, pause is over, let's start again
        i want to go on, keep going
        pause beenden, die pause beenden, beende die pause
        pause aufheben, pause aus, pause vorbei, pause zu ende
        die pause ist vorbei, die pause ist zu ende
        keine pause mehr, weitermachen, ich will weitermachen
        ich mochte weitermachen, weiter machen, weiter geht's
        weiter gehts, es geht weiter, fortsetzen, fortfahren
        wieder anfangen, wieder beginnen, anfangen, beginnen
        wieder aufnehmen, los geht's, los gehts, starten, neu starten
        ich bin wieder da, ich bin zuruck, wieder da, ich mochte wieder anfangen, mach weiter
        terminar la pausa, termina la pausa, acabar la pausa, quitar la pausa, quita la pausa
        fin de la pausa, se acabo la pausa
        retomarlo, retomar las preguntas, la pausa termino, la pausa ha terminado, sin pausa, no mas pausa
        reanudar, reanuda, retomar, retoma
        quiero retomar
        quiero seguir, seguir, seguimos, sigamos, continuar, continua, continuemos, quiero continuar
        vuelve a empezar
        empezar de nuevo, empezar otra vez, quiero volver a empezar, empecemos, empezar, comenzar, comienza, arranca
        he vuelto, ya volvi, volvi, ya he vuelto, estoy de vuelta, ya estoy de vuelta, ya estoy aqui
        aqui estoy, regrese
        ya regrese, de vuelta, hola he vuelto, hola ya volvi, sigue, adelante, reanudar las preguntas
        cancelar la pausa
        انه الاستراحه, انهاء الاستراحه, اوقف الاستراحه, الغ الاستراحه, استانف
        استئناف, استيناف, تابع, تابعي, اكمل, استمر
        ابدا من جديد, اريد ان اكمل, اريد المتابعه, نكمل
        عدت, لقد عدت, رجعت, انتهت الاستراحه, هيا نكمل
    """,
    "regrets": """
        changed my mind, i changed my mind, i have changed my mind, not after all, actually no,
        actually not, on second thought no, don't stop, do not stop, dont stop, don't stop after all,
        i don't want to stop, i do not want to stop, undo the stop, undo stop, that was a mistake,
        it was a mistake, by mistake, wrong button, oops wrong button, that was not meant,
        i want to go on after all, doch nicht, nein doch nicht, lieber doch nicht, doch lieber nicht,
        nicht stoppen, doch nicht stoppen, doch weiter, doch weitermachen, doch wieder,
        ich hab es mir anders uberlegt, ich habe es mir anders uberlegt, habs mir anders uberlegt,
        anders uberlegt, war ein versehen, das war ein versehen, aus versehen, falscher knopf,
        ich will doch weitermachen, ich mochte doch weitermachen, stopp ruckgangig, ruckgangig,
        ruckgangig machen, غيرت رايي, لقد غيرت رايي, لا تتوقف, لا تتوقفي, تراجع, كان خطا, بالخطا,
        لم اقصد ذلك, اريد الاستمرار, he cambiado de opinion, cambie de opinion, mejor no, al final no,
        no pares, fue un error, sin querer
    """,
    "cancel": "cancel, cancel it, cancelar, cancela, cancelalo, abbrechen, bitte abbrechen, abbruch, الغاء",
    "yes": "yes, yes please, si, si por favor, claro, vale, yep, yeah, ja, ja bitte, jo, نعم, نعم من فضلك, اجل",
}


def refuses(words: str, kind: str) -> bool:
    """Whether a whole message is one of a kind: nobody, none, unasked, open (a pause), resume, cancel, yes."""
    said = " ".join(re.sub(r"[^\w\s'-]", " ", fold(words)).split())
    return bool(said) and said in _known(kind)


@lru_cache(maxsize=8)
def _known(kind: str) -> frozenset[str]:
    lines = _KINDS[kind].strip().splitlines()
    return frozenset(" ".join(fold(one).split()) for line in lines for one in line.split(",") if one.strip())

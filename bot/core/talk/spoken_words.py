"""The words and signs by which people press a button, stop, rest or decline, in the languages that are read."""

ACTS: dict[str, tuple[str, ...]] = {
    "pass": (
        *(
            "pass",
            "skip",
            "skip this",
            "skip it",
            "i pass",
            "pass on this",
            "next question",
            "next",
            "next one",
        ),
        *("no thanks", "no thank you", "nein danke", "weiter", "nächste", "لا شكرا", "التالي"),
        *("passe", "ich passe", "passen", "überspringen", "auslassen", "nächste frage"),
        *("تخطي", "تخطى", "تجاوز", "أتجاوز", "اتركه", "السؤال التالي"),
        # what refuses an answer is none
        *(
            "not ready",
            "not ready yet",
            "i'm not ready",
            "i am not ready",
            "im not ready",
            "i'm not ready yet",
        ),
        *("not ready for this", "not ready for that", "i'm not ready for this", "not ready to answer"),
        *("idk", "no comment", "rather not", "i'd rather not", "i would rather not", "id rather not"),
        *("rather not say", "i'd rather not say", "i would rather not say", "rather not answer"),
        *("i'd rather not answer", "i'd rather not talk about it", "rather not talk about it"),
        *("prefer not to say", "prefer not to answer", "i prefer not to say", "i prefer not to answer"),
        *("i'd prefer not to say", "i'd prefer not to answer", "i don't want to answer"),
        *("i dont want to answer", "don't want to answer", "dont want to answer", "i won't answer"),
        *("i don't want to answer that", "i don't want to answer this", "i will not answer"),
        *("i don't want to say", "i don't want to talk about it", "i don't want to talk about that"),
        *("i don't want to talk about this", "don't want to talk about it", "don't want to say"),
        *("noch nicht bereit", "nicht bereit", "ich bin nicht bereit", "ich bin noch nicht bereit"),
        *("bin nicht bereit", "bin noch nicht bereit", "kein kommentar", "lieber nicht"),
        *("ich möchte nicht antworten", "ich will nicht antworten", "möchte nicht antworten"),
        *("will nicht antworten", "ich möchte das nicht beantworten", "ich will das nicht beantworten"),
        *("das möchte ich nicht beantworten", "das will ich nicht beantworten", "das möchte ich nicht sagen"),
        *("das will ich nicht sagen", "möchte ich nicht sagen", "will ich nicht sagen"),
        *("ich will nicht darüber reden", "ich möchte nicht darüber reden"),
        *("ich möchte nicht darüber sprechen", "darüber will ich nicht reden"),
        *("لا تعليق", "لا أريد الإجابة", "لا أريد أن أجيب", "لا أرغب في الإجابة", "لن أجيب"),
        *("أفضل ألا أجيب", "أفضل عدم الإجابة", "لست مستعدا", "لست مستعدة", "لست جاهزا", "لست جاهزة"),
        *("غير مستعد", "غير مستعدة", "لا أريد التحدث عن ذلك", "لا أريد الحديث عن ذلك", "أفضل ألا أقول"),
    ),
    "other": (
        *("something else", "ask me something else", "another question", "a different question"),
        *("other question", "another question instead"),
        *(
            "ask me another question",
            "ask me another",
            "can i have another question",
            "give me another question",
        ),
        *("etwas anderes", "was anderes", "andere frage", "eine andere frage", "frag etwas anderes"),
        *(
            "frag mich etwas anderes",
            "frag mich was anderes",
            "lieber eine andere frage",
            "lieber eine andere",
        ),
        *("ich möchte eine andere frage", "gib mir eine andere frage", "stell mir eine andere frage"),
        *(
            "شيء آخر",
            "سؤال آخر",
            "سؤال غيره",
            "سؤالا آخر",
            "أريد سؤالا آخر",
            "اسألني سؤالا آخر",
            "اسألني شيئا آخر",
        ),
    ),
    "later": (
        *(
            "later",
            "not now",
            "remind me later",
            "ask me later",
            "maybe later",
            "another time",
            "some other time",
        ),
        *(
            "später",
            "nicht jetzt",
            "jetzt nicht",
            "erinnere mich später",
            "vielleicht später",
            "ein andermal",
        ),
        *("لاحقا", "ليس الآن", "في وقت لاحق", "ذكرني لاحقا", "بعدين"),
    ),
    "stop": (
        *(
            "stop",
            "stop it",
            "stop this",
            "stop that",
            "stop now",
            "stop here",
            "stop asking",
            "stop asking me",
        ),
        *(
            "stop asking questions",
            "stop asking me questions",
            "stop the questions",
            "stop with the questions",
            "stop questions",
            "quit",
        ),
        *("stop the bot", "stop messaging me", "stop writing me", "stop sending me questions", "unsubscribe"),
        *("no more", "no more questions", "no more messages", "no questions", "no questions anymore"),
        *("no questions any more", "don't ask", "don't ask me", "don't ask me anything", "leave me alone"),
        *("enough", "that's enough", "enough questions"),
        *(
            "halt",
            "halt stopp",
            "stopp",
            "stoppen",
            "stoppe",
            "stopp das",
            "hör auf",
            "hör auf damit",
            "hör auf zu fragen",
        ),
        *("hören sie auf", "hören wir auf", "aufhören", "damit aufhören", "schluss", "schluss damit"),
        *("abmelden", "abbestellen", "beenden", "abbrechen", "lass mich in ruhe"),
        *("keine fragen", "keine fragen mehr", "keine weiteren fragen", "nicht mehr fragen", "frag nicht"),
        *(
            "frag mich nicht",
            "frag mich nicht mehr",
            "genug",
            "es reicht",
            "das reicht",
            "reicht",
        ),
        "genug fragen",
        *("i don't want questions", "i don't want any questions", "i don't want any more questions"),
        *("i don't want more questions", "i want no questions", "i want no more questions", "don't write me"),
        *("ich will keine fragen", "ich möchte keine fragen", "ich will keine fragen mehr"),
        *(
            "ich möchte keine fragen mehr",
            "ich will keine weiteren fragen",
            "ich möchte keine weiteren fragen",
        ),
        *("لا أريد أي أسئلة", "لا أريد المزيد من الأسئلة", "لا أريد أن تسألني"),
        *("توقف", "توقفي", "أوقف", "إيقاف", "قف", "كفى", "إلغاء الاشتراك", "الغاء الاشتراك", "أتوقف"),
        *("التوقف", "أوقف الأسئلة", "لا مزيد من الأسئلة", "لا أسئلة", "لا أسئلة أخرى", "لا تسأل"),
        *("لا تسألني", "لا أريد أسئلة", "لا أريد المزيد", "اتركني وشأني", "يكفي", "هذا يكفي"),
    ),
    "pause": (
        *(
            "pause",
            "pause it",
            "pause this",
            "pause now",
            "pause the questions",
            "take a pause",
            "take a break",
        ),
        *(
            "pausieren",
            "pausiere",
            "pausier",
            "pause machen",
            "mach pause",
            "mach eine pause",
            "eine pause machen",
        ),
        *("fragen pausieren", "die fragen pausieren", "إيقاف مؤقت", "استراحة", "خذ استراحة"),
    ),
    "enough": (
        *("enough for now", "that's enough for now", "for now enough"),
        *("genug für jetzt", "für jetzt genug", "يكفي الآن", "هذا يكفي الآن"),
    ),
    "done": (
        *("that is all", "that's all", "thats all", "done", "all done"),
        *("das ist alles", "das war alles", "das war's", "fertig", "هذا كل شيء", "هذا كل ما لدي", "انتهيت"),
    ),
    "back": ("back", "go back", "zurück", "رجوع", "عودة"),
    "snooze:hour": (
        "in an hour",
        "in 1 hour",
        "an hour",
        "in einer stunde",
        "eine stunde",
        "بعد ساعة",
        "خلال ساعة",
    ),
    "snooze:evening": (
        "this evening",
        "tonight",
        "in the evening",
        "heute abend",
        "am abend",
        "هذا المساء",
        "مساء",
    ),
    "snooze:tomorrow": (
        *("tomorrow", "maybe tomorrow", "not today", "morgen", "vielleicht morgen", "heute nicht"),
        *("nicht heute", "غدا", "بكرا", "ربما غدا", "ليس اليوم"),
    ),
    "snooze:week": (
        "next week",
        "in a week",
        "not this week",
        "nächste woche",
        "الأسبوع القادم",
        "الأسبوع المقبل",
    ),
    "halt:one": ("this one", "stop this one", "only this one", "nur diese", "diese beenden", "هذه فقط"),
    "halt:all": (
        "everything",
        "stop everything",
        "all of it",
        "alles",
        "alles beenden",
        "كل شيء",
        "أوقف كل شيء",
    ),
    "halt:no": (
        *(
            "no",
            "nope",
            "neither",
            "none",
            "none of these",
            "no it goes on",
            "it goes on",
            "go on",
            "keep going",
        ),
        *("no go on", "no keep going", "no continue", "continue", "no don't stop", "don't stop", "not that"),
        *(
            "nein",
            "nö",
            "nee",
            "keins",
            "keins davon",
            "nichts davon",
            "nein es geht weiter",
            "es geht weiter",
        ),
        *(
            "nein weiter",
            "nein weitermachen",
            "weitermachen",
            "nicht stoppen",
            "nein nicht stoppen",
            "nicht beenden",
        ),
        *(
            "لا",
            "كلا",
            "لا شيء من هذا",
            "لا استمر",
            "استمر",
            "استمري",
            "لا تتوقف",
            "لا لا تتوقف",
            "تابع",
            "أكمل",
        ),
    ),
    "halt:again": (*("yes", "ok", "okay", "ja", "نعم"),),
    "halt:mine": ("it was my answer", "my answer", "das war meine antwort", "meine antwort", "كانت إجابتي"),
    "hold done": (
        "i am back",
        "i'm back",
        "im back",
        "ich bin wieder da",
        "ich bin zurück",
        *("bin wieder da", "wieder da", "bin zurück", "back again", "i am back again", "i'm back again"),
        *("we are back", "wir sind zurück", "wir sind wieder da", "رجعت", "لقد رجعت", "عدنا"),
        "عدت",
        "لقد عدت",
    ),
}

SPANISH = {
    "pass": """
        pasar, paso, pasa, paso de esta, la paso, pasar esta, saltar, saltar esta, salta, salta esta, sáltala
sáltatela
        omitir, omite esta, siguiente, la siguiente, siguiente pregunta, la siguiente pregunta, próxima
próxima pregunta
        esta no, no gracias, sin comentarios, mejor no, prefiero no responder, prefiero no contestar
prefiero no decirlo
        prefiero no decir, prefiero no hablar de eso, prefiero no hablar de esto, prefiero que no
no quiero responder
        no quiero contestar, no quiero responder a eso, no quiero contestar eso, no quiero hablar de eso
no voy a responder
        no quiero hablar de esto, no quiero hablar de ello, no quiero decirlo, no voy a contestar
todavía no puedo responder
        no me apetece contestar, no me apetece responder
    """,
    "other": """
        otra, otra pregunta, otra cosa, una pregunta distinta, una pregunta diferente, pregunta distinta
otra distinta
        pregúntame otra cosa, hazme otra pregunta, dame otra pregunta, quiero otra pregunta
prefiero otra pregunta
        mejor otra pregunta, otra pregunta mejor, cambia la pregunta, cambiar de pregunta, cambia de pregunta
algo distinto
        cambiar la pregunta, pregunta otra cosa, puedes preguntarme otra cosa, prefiero otra, mejor otra
otra diferente
    """,
    "later": """
        luego, más tarde, después, ahora no, no ahora, ahora mismo no, quizás más tarde, quizá más tarde
tal vez más tarde
        quizás luego, tal vez luego, en otro momento, otro momento, otro rato, recuérdamelo más tarde
recuérdamelo luego
        recuérdame más tarde, pregúntame más tarde, pregúntame luego, pregúntame después, más adelante
para luego
        lo dejo para luego, lo dejo para más tarde, mejor luego, mejor más tarde, al rato, más al rato
ahorita no
    """,
    "stop": """
        parar, para, para ya, para esto, paren, pare, quiero parar, detente, detener, detenlo, detén esto
deténgase, alto
        basta, basta ya, ya basta, basta de preguntas, suficiente, ya es suficiente, es suficiente, ya está bien
terminar
        no más, ya no más, no más preguntas, no más mensajes, ni una pregunta más, ninguna pregunta más
sin preguntas
        sin más preguntas, ya no quiero, ya no quiero más preguntas, no quiero preguntas
no quiero más preguntas
        no quiero que me preguntes, no quiero más mensajes, no preguntes, no preguntes más, no me preguntes
        no me preguntes más, no me preguntes nada, deja de preguntar, deja de preguntarme, deja de escribir
        deja de escribirme, deja de mandarme mensajes, deja de enviarme mensajes, deja de mandar mensajes
no me escribas
        no me escribas más, no escribas más, no me mandes más mensajes, no me envíes más mensajes, no sigas
        déjame en paz, déjame tranquila, déjame tranquilo, baja, de baja, darme de baja, dame de baja
me doy de baja
        quiero darme de baja, darse de baja, cancelar suscripción, cancelar la suscripción, anular suscripción
anular la suscripción
        desuscribir, desuscribirme, desuscríbeme, desuscribirse, parar el bot, para el bot, detén el bot
apaga el bot
        parar las preguntas, para las preguntas, detener las preguntas, detén las preguntas, acabar con esto
    """,
    "pause": """
        pausa, pausar, en pausa, una pausa, hacer una pausa, haz una pausa, haz pausa, hacer pausa
tomar una pausa, pausa esto
        pausa las preguntas, pausar las preguntas, descanso, un descanso, tomar un descanso, hacer un descanso
ponlo en pausa
        ponme en pausa, tomarme un descanso, tomarme una pausa
    """,
    "enough": """
        suficiente por ahora, es suficiente por ahora, basta por ahora, por ahora basta, por ahora es suficiente
        con esto basta por ahora, ya está por ahora
    """,
    "done": """
        eso es todo, es todo, esto es todo, eso fue todo, listo, lista, ya está, ya terminé, terminé
he terminado
        ya he terminado, nada más, hecho, ya acabé, he acabado, no hay más, ya estaría
    """,
    "back": "atrás, volver, volver atrás, regresar, ir atrás",
    "snooze:hour": "en una hora, dentro de una hora, una hora, en 1 hora, dentro de 1 hora",
    "snooze:evening": "esta noche, por la noche, en la noche, a la noche, hoy por la noche",
    "snooze:tomorrow": """
        mañana, mejor mañana, quizás mañana, quizá mañana, tal vez mañana, hoy no, no hoy, hoy mejor no
    """,
    "snooze:week": """
        la próxima semana, próxima semana, la semana que viene, la semana próxima, en una semana, esta semana no
        dentro de una semana
    """,
    "halt:one": "parar esto, detener esto, parar solo esto, solo esta, sólo esta, esta, parar esta, para "
    "esta, detener esta, terminar esta, solamente esta",
    "halt:all": "detenerlo todo, pararlo todo, todo, todas, parar todo, para todo, detener todo, detenlo "
    "todo, terminar todo, páralo todo",
    "halt:no": """
        ninguna, ninguno, ninguna de estas, ninguna de las dos, sigue, seguir, continuar, continúa, no pares
no parar
        no detener, no sigue, no seguir, no que siga, no continúa, que siga, no para nada, no dejes de preguntar
no no pares
    """,
    "halt:again": "sí",
    "halt:mine": "era mi respuesta, fue mi respuesta, mi respuesta, es mi respuesta, esa era mi respuesta",
    "hold done": """
        ya volví, he vuelto, ya he vuelto, volví, ya estoy, ya estoy aquí, estoy de vuelta, ya estoy de vuelta
de vuelta
        ya regresé, regresé, he regresado, aquí estoy, aquí estoy de nuevo, hemos vuelto, ya volvimos
    """,
}
"""The same acts in Spanish, parted by commas and lines."""

SPANISH_YES = (
    *("vale", "claro", "claro que si", "por supuesto", "eso es", "correcto", "exacto", "de acuerdo"),
    *("asi es", "esta bien", "dale", "sip", "si claro", "perfecto", "me parece bien"),
)
SPANISH_NO = ("que no", "nop", "ahora no", "mejor no", "no gracias")

POLITE = (
    *("please", "pls", "plz", "thanks", "thank you", "thx", "ty", "ok", "okay", "sorry", "hey", "hi"),
    *("bitte", "danke", "danke dir", "vielen dank", "من فضلك", "لو سمحت", "رجاء", "أرجوك", "شكرا", "عفوا"),
    *(
        "por favor",
        "porfavor",
        "porfa",
        "gracias",
        "muchas gracias",
        "perdón",
        "disculpa",
        "hola",
        "vale",
        "oye",
    ),
)
WISH = (  # only before a stop: "I want something else" is an answer
    *("no", "i want to", "i want", "i wanna", "i would like to", "i would like", "i'd like to", "i'd like"),
    *("i need to", "i need", "can we", "can you", "could we", "could you", "will you", "let's", "let us"),
    *("let me", "just", "nein", "ich will", "ich möchte", "ich würde gern", "ich würde gerne", "ich brauche"),
    *(
        "können wir",
        "kannst du",
        "könntest du",
        "lass uns",
        "einfach",
        "لا",
        "أريد",
        "أريد أن",
        "أود",
        "أود أن",
    ),
    *("أحتاج", "أحتاج إلى", "هل يمكن", "هل يمكنك", "بل", "أفضل", "قصدت", "أقصد"),
    *("i meant", "i meant a", "i mean", "rather", "rather a", "i need a", "i want a", "i'd like a"),
    *(
        "i'd rather",
        "lieber",
        "lieber eine",
        "ich meinte",
        "ich meinte eine",
        "ich meine",
        "ich brauche eine",
    ),
    *("ich möchte eine", "ich will eine", "doch", "doch lieber eine"),
    *("quiero", "quisiera", "querría", "me gustaría", "necesito", "podemos", "puedes", "podrías", "vamos a"),
    *("prefiero", "mejor", "solo", "sólo", "necesito una", "quiero una", "necesito un", "quiero un"),
)
LONG = (  # and only behind one
    *("now", "right now", "for now", "here", "today", "for today", "this week", "anymore", "any more"),
    *("already", "for good", "altogether", "me", "jetzt", "für jetzt", "heute", "für heute", "erstmal"),
    *("erst mal", "fürs erste", "sofort", "mal", "endlich", "damit", "diese woche", "الآن", "اليوم"),
    *("لفترة", "لمدة أسبوع", "لأسبوع", "هذا الأسبوع", "لبعض الوقت", "مؤقتا", "لمدة يوم", "لمدة شهر"),
    *(
        "ahora",
        "ahora mismo",
        "por ahora",
        "por hoy",
        "hoy",
        "esta semana",
        "aquí",
        "ya",
        "del todo",
        "de momento",
    ),
    *(
        "por el momento",
        "para siempre",
        "un rato",
        "un tiempo",
        "por un tiempo",
        "definitivamente",
        "con esto",
    ),
)
SPAN = (
    r"(?:for )?(?:a|an|one|two|three|a few|some|\d+) (?:while|bit|moment|hours?|days?|weeks?|months?)",
    r"(?:für )?(?:einen?|eine|ein paar|zwei|drei|\d+) (?:weile|moment|stunden?|tage?|wochen?|monate?)",
    r"(?:por |durante )?(?:una?|dos|tres|un par de|unos|unas|\d+) (?:rato|tiempo|horas?|dias?|semanas?|mes(?:es)?)",
    r"لمدة \d+ (?:أيام|يوما|أسابيع)",
)


FOR_NOW = (
    *("today", "this week", "for now", "right now", "tonight", "heute", "diese woche", "für jetzt"),
    *("erstmal", "erst mal", "fürs erste", "الآن", "اليوم", "هذا الأسبوع"),
    *("hoy", "por hoy", "esta semana", "por ahora", "ahora", "de momento", "por el momento", "esta noche"),
)


REST = ("pause", "pausi", "break", "auszeit", "pausa", "descanso", "استراح", "مؤقت")
AWAY = (
    *(
        "no",
        "nope",
        "not",
        "don't",
        "keep",
        "later",
        "wait",
        "never",
        "nevermind",
        "continue",
        "go",
        "cancel",
    ),
    *(
        "nein",
        "nee",
        "ne",
        "nö",
        "nicht",
        "doch",
        "behalte",
        "behalten",
        "später",
        "warte",
        "weiter",
        "abbrechen",
    ),
    *("weitermachen", "lieber", "rather", "لا", "لاحقا", "انتظر", "تابع", "أكمل", "إلغاء", "ليس"),
    *(
        "sigue",
        "seguir",
        "continuar",
        "continúa",
        "guardar",
        "guárdalo",
        "conservar",
        "luego",
        "después",
        "espera",
    ),
    *("nunca", "cancelar", "mejor", "déjalo", "más"),
)

ONWARD = (
    *("next", "next one", "next question", "weiter", "nächste", "nächste frage"),
    *("التالي", "السؤال التالي"),
    *(
        "siguiente",
        "la siguiente",
        "siguiente pregunta",
        "la siguiente pregunta",
        "próxima",
        "próxima pregunta",
    ),
)
"""What asks for the next question: before an answer it passes the one that is open, behind one it ends it."""

"""Spanish: the linter's word lists. How to read them: docs/rules/README.md."""

from typing import Any

# fmt: off
LISTS: dict[str, Any] = {
    "reviewed": False,
    "index": "fernandez-huerta",
    "permissive": ["si quieres", "si quiere", "si te apetece", "si le apetece", "si te parece", "si le parece", "si lo deseas", "si lo desea", "si algo", "si acaso", "si hay algo", "quizá", "quizás", "tal vez", "puedes", "puede", "podrías", "podría", "te gustaría", "le gustaría", "quisieras", "quisiera", "o dejarlo", "o déjalo", "o no", "o nada", "tanto o tan poco", "lo que quieras", "cuando quieras", "cuando quiera", "no hace falta", "no es necesario", "sin prisa", "aunque sea poco", "aunque sea un poco", "libre", "libremente"],
    "gendered": ["él o ella", "ella o él", "(?:estás|estabas|estuviste|te sientes|te sentiste|te sentías|te notas|quedaste|eres) (?:muy |tan |más |un poco |bien |algo )?(?:solo|sola|cansado|cansada|tranquilo|tranquila|preocupado|preocupada|enfadado|enfadada|enojado|enojada|contento|contenta|orgulloso|orgullosa|seguro|segura|listo|lista|nervioso|nerviosa|cómodo|cómoda|agotado|agotada|vivo|viva|abrumado|abrumada|bienvenido|bienvenida|acompañado|acompañada|escuchado|escuchada|perdido|perdida|atascado|atascada|estancado|estancada|satisfecho|satisfecha|conectado|conectada)(?![/@(])", "bienvenido", "bienvenida", "tú mismo", "ti mismo", "tú misma", "ti misma", "usted mismo", "usted misma"],
    "negation": ["no", "nunca", "jamás", "nadie", "nada", "ningún", "ninguna", "ni", "sin", "tampoco"],
    "acronyms": ["ok", "tv", "ue", "pdf", "utc", "rgpd", "faq", "id", "pin", "qr", "sms", "json", "csv", "html", "ee", "uu"],
    "abbreviations": ["p.ej", "ej", "sr", "sra", "dr", "dra", "ud", "uds", "etc", "aprox", "pág", "núm", "vs"],
    "macros": {
        "wh": "qué|cómo|quién|quiénes|cuál|cuáles|cuándo|dónde|adónde|cuánto|cuánta|cuántos|cuántas|por qué",
        "loose": "que|como|quien|cual|cuales|cuando|donde|cuanto|cuanta|cuantos|cuantas",
        "prep": "a|de|en|con|para|por|hasta|desde|hacia|sobre|sin|ante|bajo|entre|tras|según|contra|alrededor de|más o menos",
        "tell": "contar|contarme|contarnos|decir|decirme|describir|describirme|compartir|explicar|explicarme|hablar|hablarme|escribir|nombrar|ampliar|añadir|agregar|profundizar|expresar|relatar|traer|mencionar|ayudarme a entender|dar un ejemplo|darme un ejemplo|mirar|explorar|detenerte|quedarte|quedarnos|poner en palabras|poner palabras|mostrar",
    },
    "asking": {
        "lead_in": ["(?:y|pero|o|pues|bueno|bien|vale|ok|okay|entonces|así que|ahora|ahora bien|eh+|em+|este|mmm+|hm+|a ver|oye|oiga|mira|mire|ya|claro|sí|no|ajá|gracias|muchas gracias|también|además|por cierto|quizá|quizás|tal vez|dime|dígame|cuéntame|en tu opinión|en su opinión|para ti|para usted|según tú|en general|últimamente|hoy|de acuerdo|perfecto|entiendo|ya veo|o sea|es decir|digamos|por favor|luego|después|primero|por último)(?![\\w-])"],
        "open": ["(?:<prep> )?(?:el |la |los |las )?(?:<wh>)", "(?:(?:a|de|en|con|para|hasta|desde) )?(?:que|como|cual|cuales|quien)(?= (?:te|le|es|fue|ha|has|había|hay|sientes|piensas|quieres|crees|ves|haces|pasa|pasó|estás|está|va|fue|significa|opinas|esperas|necesitas|harías|hiciste|más))"],
        "not_open": ["(?:lo|la|el|los|las) que", "cuando (?:te|le|lo|la|se|tú|usted|él|ella|piensas|estás|miras|hablas|recuerdas)", "como (?:si|tú|usted|siempre|sea|quieras|quiera)", "donde (?:quieras|sea)", "que (?:te|le) vaya"],
        "open_inside": ["(?<!sé )(?<!sabes )(?<!decir )(?<!ver )(?<!a )(?<!de )(?:qué|cómo|cuál|quién) (?:[\\w]+ ){0,2}(?:te|le|piensas|crees|sientes|harías|hiciste|haces|quieres|pasa|pasó|es|fue|fueron|está|estás|va|fue|significa|ha|has|había|opinas)"],
        "bare": ["(?:<prep> )?(?:<wh>)(?: más| otra cosa| de (?:eso|esto|ello))?"],
        "yes_no": ["(?:has|ha|habías|tienes|tiene|tenías|estás|está|estabas|eres|es|era|fue|fuiste|puedes|puede|podías|quieres|quiere|crees|cree|creíste|piensas|piensa|sientes|siente|te sientes|se siente|te parece|le parece|te gusta|le gusta|te gustó|te ha|le ha|hay|había|hubo|hace|haces|hiciste|vives|vive|fumas|fuma|bebes|bebe|tomas|toma|trabajas|trabaja|duermes|duerme|sabes|sabe|recuerdas|recuerda|notas|notaste|ayudó|te ayudó|funcionó|va|vas|ibas|serías|sería|harías|haría|estarías|dirías|diría|se lo|lo has|lo hiciste|la has|alguna vez|algún|alguna|alguien|algo)"],
        "yes_no_first": [],
        "yes_no_plain": ["(?:has|tienes|estás|eres|puedes|quieres|crees|piensas|fumas|bebes|vives|trabajas|sabes|recuerdas) "],
        "yes_no_inside": [],
        "invitation": ["(?:te|le|os) (?:gustaría|apetece|apetecería|importa|importaría|molesta|molestaría|animas|anima)", "(?:quisieras|quisiera|querrías|querría|desearías|desearía|deseas|desea)", "(?:quieres|quiere|puedes|puede|podrías|podría|podemos|podríamos|me puedes|me puede|me podrías|me podría|podrás)(?: [\\w]+){0,4}? (?:<tell>)", "me (?:cuentas|cuenta|contarías|contaría|dices|dirías|describes|describirías|explicas|explicarías|hablas|hablarías|puedes|podrías)", "(?:te|le) (?:parece|parecería) (?:bien|si|que)", "(?:está|estaría) bien (?:si|que)", "(?:sería|es) posible (?:que|hablar|mirar)", "estarías dispuest[oa@/]*a?", "estaría dispuest[oa@/]*a?", "puedo (?:preguntarte|preguntarle|preguntar|saber)", "podemos", "hay algo(?: más)?(?: de [\\w ]{1,20})? (?:que|por|sobre)", "hay algo(?: más)?(?=[?\\s]*$)", "algo (?:más )?que (?:quieras|quiera|te gustaría|le gustaría|desees)", "una (?:palabra|imagen|frase) (?:para|de|que)", "un (?:momento|ejemplo) (?:para|de|que)"],
        "not_invitation": ["(?:quieres|te gustaría|le gustaría|quisieras) (?:dejar de|parar|bajar|comprar|tomar|fumar|beber|más información|ayuda|una cita|que te|que le)", "hay algo (?:que )?(?:mal|malo)"],
        "request": ["(?:por favor )?(?:cuéntame|cuénteme|cuenta|cuente|dime (?:más|algo|un poco|qué|cómo)|dígame (?:más|algo|qué|cómo)|di (?:algo|un poco)|diga algo|describe|describa|explica|explícame|explíqueme|explique|comparte|comparta|escribe|escriba|háblame|hábleme|habla|hable|nombra|nombre|imagina|imagínate|imagine|piensa en|piense en|recuerda|recuerde|completa|complete|enumera|enumere|haz una lista|haga una lista|elige|elija|toma un momento|tómate|tómese|mira (?:hacia )?atrás|mire (?:hacia )?atrás|ayúdame a|ayúdeme a|dame|deme|déjame saber|anota|anote|nota|trae|traiga|termina|termine|fíjate|fíjese|ponle|ponga)", "me (?:pregunto|gustaría|encantaría) (?:qué|cómo|cuál|quién|dónde|saber|oír|escuchar|entender|conocer)", "(?:me interesa|tengo curiosidad|siento curiosidad)"],
        "not_request": ["nombre (?:de|es)", "cuenta con", "me pregunto si", "habla por sí"],
        "order": ["(?:por favor )?(?:luego |después )?(?:describe|describa|cuéntame|cuénteme|explica|explícame|explique|explíqueme|escribe|escriba|nombra|enumera|enumere|haz una lista|haga una lista|comparte|comparta|dime|dígame|completa|complete|anota|anote)"],
        "same": ["(?:por favor )?(?:luego |después )?(?:describe|describa|cuéntame|cuénteme|explica|explique|escribe|escriba|nombra|comparte|comparta|dime|dígame|anota|anote)(?:lo|la)?(?: (?:lo que|tanto|tan|una palabra|una frase|unas palabras|cuanto|como|solo|sólo|si|cuando|con tus|con sus|aquí|libremente|algo|poco|mucho|todo)|lo|la)"],
        "fact": ["(?:<prep> )?(?:cuántos|cuántas|cuántos|cuanta|cuantos|cuantas)", "(?:<prep> )?cuánto (?:tiempo|pesas|pesa|mides|mide|bebes|bebe|fumas|fuma|ganas|gana|hace|duermes|duerme|cuesta|llevas|lleva|dura|dinero|alcohol)(?! significa)", "(?:desde|hasta|para) cuándo", "cuándo (?:fue|empezó|empezaste|empezó|comenzó|comenzaste|dejaste|naciste|es|será|viste|vino|volviste|te|le|lo|la|tienes|vas|llegaste|tomas|terminó|nació)", "(?:con qué|cada cuánto|con cuánta) (?:frecuencia|tiempo)?", "cada cuánto", "(?:a|hasta|desde) qué (?:hora|edad)", "qué (?:hora|edad|día|fecha|año|mes|talla|medicación|medicamento|medicamentos|pastillas|dosis|colegio|escuela|curso|número|marca|porcentaje)", "dónde (?:vives|vive|trabajas|trabaja|naciste|nació|estudias|estudia|compras|compra|queda|está|duermes|estás viviendo|te duele|le duele)", "de dónde (?:eres|es|vienes)", "cómo (?:te llamas|se llama|se llaman)", "cuál es (?:tu|su) (?:nombre|edad|peso|dirección|teléfono|número|trabajo|profesión|correo)", "a qué te dedicas", "a qué se dedica", "en qué (?:trabajas|trabaja)", "si (?:has|ha|tienes|tiene|estás|está|te|le|hay|es|fue|crees|bebes|fumas|tomas)"],
        "soft_fact": ["(?:con |de |a )?quién (?:vive|vives|te (?:dijo|trajo|mandó|envió)|le (?:dijo|trajo|mandó|envió)|es|está|estaba|cocina|paga)", "cuál (?:de (?:los|las|estos|estas|esos|esas)|prefieres|prefiere|te gusta más)"],
        "not_fact": ["cuánto (?:significa|importa|te importa)", "cuándo (?:te|se) (?:sientes|siente|sentiste|sintió)", "cuándo (?:fue la última vez que te sentiste|estás|disfrutas|notas)", "quién (?:o qué|quieres|quiere)", "si (?:quieres|quiere|te parece|le parece|te apetece|pudieras|te animas)", "(?:qué día|qué momento) (?:fue|ha sido) (?:más|mejor)", "dónde (?:lo sientes|te sientes|notas|estás con)"],
        "options": ["(?:bien|mal|mejor|peor|mucho|poco|sí|no)(?: o (?:bien|mal|mejor|peor|mucho|poco|sí|no))?", "(?:el|la|tu|su|un|una) [\\w]+ o (?:el|la|tu|su|un|una) [\\w]+"],
        "scale": ["en una escala", "escala (?:de|del)", "(?:del|de|entre) (?:0|1|cero|uno) (?:al|a|y) (?:10|5|diez|cinco)", "qué número"],
        "tag": ["(?<=[,–—-])\\s*¿?\\s*(?:verdad|no|cierto|no es así|no es cierto|no es verdad|verdad que sí|a que sí|eh|correcto|sí|te parece|no crees|no cree|no te parece|no le parece|me equivoco)[\\s?.!]*$", "¿\\s*(?:verdad|no|cierto|no es así|no crees|no cree|no te parece)\\s*\\?$"],
        "not_tag": ["(?:o|que) no[\\s?]*$"],
        "backchannel": ["(?:sí|no|ya|ajá|vale|ok|okay|bueno|claro|de verdad|en serio|ah sí|mmm+|hm+|y|perdón|perdona|cómo|por qué no)"],
        "parenthesis": ["si acaso", "si hay algo", "si algo", "si quieres", "si quiere", "si te apetece", "si lo deseas", "por ejemplo", "quizá", "quizás", "tal vez", "con tus palabras", "con tus propias palabras", "en tus palabras", "con sus palabras", "aunque sea poco", "aunque sea un poco", "por pequeño que sea", "o no", "o nada", "digamos", "crees", "crees tú", "dirías", "para ti", "para usted"],
        "elliptic": ["^(?:porque|y|y entonces|y luego|y después|y ahora|y hoy|por ejemplo|como|como por ejemplo|es decir|o sea|pero|en qué sentido|para|o)$", "(?:porque|y entonces|es decir|qué|cómo|por qué|como por ejemplo)$", "^(?:una|un) (?:palabra|imagen|frase|momento|ejemplo)"],
        "person": ["tú", "te", "ti", "tu", "tus", "usted", "su", "vos", "tienes", "estás", "eres"],
        "joiner": ["(?:y|e|o|u|pero)"],
        "joined": ["(?:y|e|o|u|pero)(?=(?: luego| después| además| también| entonces)? ¿?(?:(?:<prep> )?(?:<wh>)(?! más\\b| otra\\b)|(?:te|le) (?:ayudó|gustó|sirvió|sientes|parece)\\b|(?:has|tienes|estás|crees|quieres|ayudó|funcionó|lo hiciste)\\b|describe\\b|cuéntame\\b|escribe\\b))"],
        "not_joined": ["(?:y|o) (?:a|con|de|para) quién", "(?:qué|cómo|cuál) (?:quieres|necesitas|eres) y (?:qué|cómo|cuál) (?:no )"],
        "pair": ["(?:qué|quién|cuándo|dónde|cómo|cuál) o (?:qué|quién|cuándo|dónde|cómo|cuál)", "quién y qué", "qué y quién", "cuándo y dónde", "dónde y cuándo", "cómo y cuándo", "y qué más", "qué más"],
    },
    "times": {
        "numbers": {"un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "media": 1},
        "units": {"minutos?": 0, "horas?": 1, "días?|noches?": 24, "semanas?": 168, "mes(?:es)?": 720, "años?": 8760},
        "many": "\\w+s",
        "few": "un par de|unos pocos|unas pocas|pocos|pocas",
        "some": "algunos|algunas|varios|varias|muchos|muchas|unos|unas",
        "about": "aproximadamente|unos|unas|alrededor de|cerca de|casi|más de|menos de|solo|sólo|apenas|otros|otras|al menos|hasta|los próximos|las próximas|los últimos|las últimas|exactamente",
        "past": ["hace(?: ya)? <amount>", "<amount> (?:[\\w]+ ){0,2}(?:desde|después de)", "(?:ha|han) pasado(?: ya)? <amount>", "<amount> (?:atrás|han pasado)", "desde hace <amount>", "llevas? <amount>"],
        "ahead": ["(?:en|dentro de) <amount>", "(?:faltan?|quedan?)(?: solo| sólo| ya)? <amount>", "<amount> (?:antes|más tarde|después|hasta)"],
        "named": [["pasado mañana", 24, 72], ["(?<!la )(?<!por la )(?<!esta )mañana(?: por la (?:mañana|tarde|noche))?", 0, 48], ["(?:anteayer|antes de ayer)", -72, -24], ["(?:ayer|anoche)(?: por la (?:mañana|tarde|noche))?", -48, 0], ["la semana pasada", -336, 0], ["la (?:próxima semana|semana que viene|semana próxima)", 0, 336], ["el mes pasado", -1440, 0], ["el (?:próximo mes|mes que viene|mes próximo)", 0, 1440]],
        "near": [["(?:hoy|esta (?:mañana|tarde|noche))", -24, 24], ["esta semana", 1, -1], ["este mes", 1, -1], ["(?:pronto|enseguida|en breve|dentro de poco|en un momento)", 0, 36], ["(?:ahora mismo|hace un momento|hace un rato|acabas? de)", -6, 0], ["(?:(?:el|los) )?(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)(?: por la (?:mañana|tarde|noche))?", 1, -1], ["a las? \\d{1,2}(?:[:.]\\d\\d)?", 1, -1], ["(?:al mediodía|a medianoche)", 1, -1]],
        "greeting": ["buen(?:os|as) (?:días|tardes|noches)", "(?:que tengas )?(?:un )?buen (?:día|fin de semana)"],
        "event": ["(?:sesión|sesiones|encuentros?|reuniones|reunión|citas?|conversaciones|conversación|llamadas?)", "(?:te|os) (?:encuentras|encontraste|reúnes|reuniste|ves|viste|veas)", "(?:ves|viste|verás|ver) a (?:n|tu coach)", "hablas(?:te)? con (?:n|tu coach)", "hablarás con (?:n|tu coach)", "marcaste", "marca", "terminó", "(?:el )?final"],
    },
    "split": {
        "opener": "¿Cómo {rest}, si acaso?",
        "bare": {
            "cómo": "¿De qué manera?",
            "por qué": "¿Qué llevó a ello?",
            "cuándo": "¿Qué pasaba en ese momento?",
            "dónde": "¿Dónde fue?",
            "quién": "¿Quién estaba?",
            "qué": "¿Qué fue?",
        },
    },
    "wording": {
        "LEAD": {
            "anywhere": ["seguramente", "obviamente", "evidentemente", "claramente", "por supuesto", "naturalmente", "desde luego", "está claro que", "como sabes", "como sabe", "todos sabemos", "no crees que", "no cree que", "no te parece que", "no le parece que", "no sería mejor", "no será que", "no es verdad que", "no es cierto que", "no deberías", "no debería"],
            "spare": ["(?:ver|veo|ves|ve|decir|decirlo|hablar|más|muy|tan) claramente"],
        },
        "ADVICE": {
            "anywhere": ["(?:tú )?(?:deberías|debes|debería|tienes que|tiene que|tendrías que|tendría que|has de|ha de)", "(?<!qué )(?<!cómo )(?<!cosas )(?<!cuál )(?:has|ha) (?:probado|intentado|considerado|pensado en)", "por qué no", "qué tal si", "qué te parece si", "y si (?:pruebas|intentas|haces|vas|llamas|hablas|tratas|empiezas|dejas)", "(?:te|le) (?:sugiero|recomiendo|aconsejo|propongo)", "mi (?:consejo|recomendación|sugerencia)", "asegúrate", "asegúrese", "acuérdate de", "acuérdese de", "recuerda (?:que|hacer|tomar|llamar)", "yo que tú", "yo en tu lugar", "si yo fuera tú", "en tu lugar", "(?:sería|es) (?:bueno|mejor|conveniente|importante|recomendable) (?:que|si|hablar|hacer|ir)", "lo mejor (?:es|sería)", "podrías (?:probar|intentar|tratar de)", "podría (?:probar|intentar|tratar de)", "no olvides", "no olvide"],
            "starts": ["intenta", "intente", "prueba", "pruebe", "trata de", "trate de", "evita", "evite", "deja de", "deje de", "empieza a", "empiece a", "haz (?:ejercicio|algo)", "procura", "procure", "ve a", "llama a"],
            "spare": ["(?:no|nada|nadie|nunca|sin|ni) (?:[\\w]+ ){0,3}(?:debes|deberías|tienes que|tiene que|has de)", "(?:qué|cuál|cómo)\\b[^?]{0,40} (?:has|ha) (?:probado|intentado|considerado)", "(?:que|si|crees que|sientes que|dicen que) (?:deberías|debes|tienes que|debería|tiene que)", "(?:qué|cómo|cuál)\\b[^?]{0,30} tienes que (?:decir|ofrecer)"],
        },
        "PRESS": {
            "anywhere": ["debes", "debe", "debéis", "deben", "deberías", "debería", "deberíais", "tienes que", "tiene que", "tenéis que", "tuviste que", "tendrías que", "tendría que", "hay que", "hace falta que", "es necesario", "necesario que", "necesitas (?:hacer|ir|llamar|terminar|responder|contestar|cambiar|dejar)", "necesita (?:hacer|ir|llamar|terminar|responder|contestar|cambiar|dejar)", "obligatorio", "obligatoria", "obligado", "obligada", "imprescindible", "urgente", "urgentemente", "cuanto antes", "lo antes posible", "date prisa", "dese prisa", "atrasado", "atrasada", "retraso", "retrasado", "vencido", "vencida", "tarde(?= (?:para responder|con|otra vez))", "llegas tarde", "has fallado", "fallaste", "fracasado", "fracasaste", "fracasó", "te perdiste", "te has perdido", "faltaste", "todavía no has", "aún no has", "todavía no ha", "aún no ha", "última oportunidad", "no olvides", "no olvide", "sin excusas", "racha", "se espera que"],
            "spare": ["(?:no|nada|nadie|nunca|sin|ni|ningún|ninguna|tampoco) (?:[\\w]+ ){0,4}(?:debes|debe|deben|deberías|debería|tienes que|tiene que|hay que|hace falta que|es necesario|obligatorio|obligatoria|obligado|imprescindible|urgente|prisa|inmediatamente|se espera que)", "(?:qué|quién|cómo)\\b[^?]{0,30} tiene que ver", "tiene que ver", "tienes que (?:decir|ofrecer)", "nada que debas", "se debe a", "debe (?:su|a)"],
        },
        "WHY": {
            "anywhere": ["por qué", "porqué"],
        },
        "INTERP": {
            "anywhere": ["(?:parece|suena|se ve|da la impresión de)(?: como)? que (?:te|le|tú|usted|estás|está|eres|es|sientes|tienes|no)", "suena a que", "me parece que (?:te|le|tú|estás|eres|sientes|tienes)", "(?<!qué )(?<!cómo )pareces", "en el fondo", "muy en el fondo", "esto significa que", "eso significa que", "eso quiere decir que", "inconscientemente", "secretamente", "lo que (?:realmente|en realidad|de verdad) (?:quieres|sientes|necesitas)(?! ?\\?)", "debe de haber sido (?:duro|difícil)", "debió ser (?:duro|difícil)"],
            "statements": ["porque (?:tú|te|estás|tienes|eres|sientes|quieres)", "(?<!cómo )(?<!qué )(?<!que )(?<!si )(?<!cuando )(?<!donde )(?<!lo que )te sientes", "(?<!que )(?<!si )(?<!cuando )(?<!como )sientes (?:que|rabia|miedo|tristeza|culpa)", "estás (?:triste|enfadad[oa]|enojad[oa]|asustad[oa]|herid[oa]|deprimid[oa]|frustrad[oa])"],
            "spare": ["porque (?:tú |te )?(?:puedes|quieres|elegiste|escribiste|marcaste|lo pediste)", "(?:qué|cómo|cuándo|dónde|si|cuando|como|donde) (?:[\\w]+ ){0,3}(?:te )?sientes"],
        },
        "DIAG": {
            "anywhere": ["depresi\\w*", "deprimid\\w*", "trastornos?", "toc", "tept", "tdah", "bipolar\\w*", "narcisis\\w*", "trauma\\w*", "síntomas?", "sintomátic\\w*", "diagnos\\w*", "diagnóstic\\w*", "recaída\\w*", "recaer", "negación", "resistente\\w*", "evitativ\\w*", "evitador\\w*", "tóxic\\w*", "pacientes", "paciente(?! contigo| consigo| con)", "terapi\\w*", "terapéutic\\w*", "psicoterap\\w*", "tratamientos?", "curar\\w*", "curad\\w*", "sanar", "sanación", "psicosis", "psicótic\\w*", "neurosis", "neurótic\\w*", "patológic\\w*", "patología\\w*", "disfuncional\\w*", "codependen\\w*", "borderline"],
            "spare": ["(?:ser|sé|seas|más|muy|sido|siendo) paciente", "el paciente trabajo"],
        },
        "CLAIM": {
            "anywhere": ["(?:yo )?(?:te |le |lo |la )?(?:entiendo|comprendo|escucho|quiero mucho|recuerdo)(?! (?:por|que esto))", "(?:me )?(?:preocupo|preocupas|preocupa|importas|alegro|alegra|entristece|conmueve) ?(?:por ti|de|mucho)?(?=[.,! ]|$)", "(?:yo )?siento (?:mucho|que|pena|tu|lo que)", "lo siento", "me siento (?:orgulloso|orgullosa|feliz|triste)", "(?:siempre )?(?:estoy|estaré|estamos|estaremos) (?:siempre )?(?:aquí|contigo|para ti|a tu lado|con usted)", "sé (?:cómo|lo que) (?:te|le) (?:sientes|siente)", "sé cómo te", "como (?:tu|su) (?:amigo|amiga)", "no estás sol[oa@]", "creo en ti", "estoy orgullos[oa@] de", "pienso en ti"],
            "spare": ["(?:hoy|últimamente|ahora|a veces),? (?:me )?siento", "qué (?:te|le) (?:preocupa|importa|alegra)", "(?:lo que|algo que|qué|que|cuánto|nos|os|te|le|les|más|quien)(?: [\\w]+)? (?:te |le |me )?(?:preocupa|importa|alegra|conmueve|entristece)", "(?:te|le) (?:preocupa|importa|alegra|entristece|conmueve)"],
        },
        "SECRET": {
            "anywhere": ["entre (?:nosotros|tú y yo|usted y yo)", "queda entre", "(?<!te )(?<!le )no (?:se )?lo (?:digas|diga|cuentes|cuente)", "(?:totalmente|completamente|absolutamente|estrictamente|100 ?%) (?:confidencial|privado|secreto|anónimo|seguro|segura)", "100 ?%", "cien por ciento", "cien por cien", "nuestro (?:pequeño )?secreto", "nadie (?:lo )?(?:sabrá|verá|leerá|se enterará)", "(?:te|le|lo) (?:prometo|aseguro|garantizo)", "prometemos", "garantiz\\w*"],
            "spare": ["(?:no|nada|nunca|sin) (?:[\\w]+ ){0,3}(?:garantiz\\w*|confidencial|privado|secreto|anónimo|prometemos)"],
        },
        "PRAISE": {
            "anywhere": ["bien hecho", "buen trabajo", "gran trabajo", "excelente trabajo", "muy bien(?: hecho)?(?=[.!]|$)", "enhorabuena", "felicidades", "felicit\\w*", "sigue así", "siga así", "orgullos[oa@] de (?:ti|usted)", "qué (?:maravilla|bueno|genial|valiente|fantástico)(?=[.!]|$)", "(?:eres|has estado) (?:genial|increíble|maravillos\\w*|fantástic\\w*|valiente|fuerte)", "es (?:genial|increíble|maravilloso|fantástico|estupendo|perfecto|admirable)", "bravo", "impresionante"],
            "starts": ["perfecto", "genial", "excelente", "estupendo", "fantástico", "maravilloso", "fenomenal", "increíble", "muy bien"],
            "spare": ["(?:qué|cuál|cómo|quién)\\b[^?.]{0,50}(?:impresionante|genial|increíble|maravilloso)", "de qué\\b[^?]{0,30} orgullos"],
        },
        "ABS": {
            "anywhere": ["siempre", "nunca", "jamás", "todo el mundo", "todos(?= (?:saben|sabemos|hacen|tienen|quieren|somos))", "nadie"],
            "spare": ["(?:puedes|puede|podrías|podría|como) siempre", "siempre (?:que|puedes|puede|es posible|bienvenid\\w*|libre)", "casi (?:siempre|nunca)", "nadie (?:tiene que|debe)", "más que nunca"],
        },
        "CRISIS": {
            "anywhere": ["cálmate", "cálmese", "tranquilízate", "tranquilícese", "suicid\\w*", "(?:hacerte|hacerse) daño", "matarte", "quitarte la vida", "promete(?:me)? que no (?:te|vas)", "estás (?:a salvo|en peligro)", "está (?:a salvo|en peligro)", "autolesi\\w*"],
        },
        "EXIT": {
            "anywhere": ["no (?:puedes|puede|se puede|está permitido) (?:pasar|saltar|saltarte|saltarse|omitir|parar|salir|dejar|dejarlo|continuar|seguir|aplazar)(?:la|lo)?", "(?:tienes|tiene) que (?:responder|contestar|terminar|completar)", "(?:debes|debe) (?:responder|contestar|terminar|completar)", "(?:es|son) (?:obligatorio|obligatoria|obligatorias|obligatorios)", "respuesta obligatoria", "antes de (?:responder|contestar) no puedes", "hasta que (?:respondas|responda|contestes|conteste)", "sin (?:salida|saltar|pasar)"],
            "spare": ["no (?:[\\w]+ ){0,2}(?:tienes|tiene) que", "no (?:[\\w]+ ){0,2}(?:debes|debe)", "(?:no|nada) (?:[\\w]+ ){0,2}(?:es|son) obligatori\\w*"],
        },
        "CONF": {
            "anywhere": ["(?:trata|cura|curamos|tratamos) (?:la |el |tu |su )?(?:depresión|ansiedad|trastorno\\w*|enfermedad\\w*|insomnio)", "cura", "diagnostic\\w*", "(?:supervisa|vigila|monitoriza|monitorea) (?:tus |sus |los )?(?:síntomas|estado|salud)", "para (?:la |el )?(?:depresión|ansiedad|toc|tept|tdah|pánico|fobias?)", "clínicamente (?:probado|demostrado|validado)", "científicamente (?:probado|demostrado)", "dispositivo médico", "sustituye (?:a )?(?:la |una |tu )?(?:terapia|médic\\w*|coach)"],
        },
    },
}

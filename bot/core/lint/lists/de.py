"""German: the linter's word lists. How to read them: docs/rules/README.md."""

from typing import Any

# fmt: off
LISTS: dict[str, Any] = {
    "reviewed": False,
    "index": "lix",
    "permissive": [
        "wenn du (?:magst|möchtest|willst|mögen)", "wenn sie (?:mögen|möchten|wollen)", "falls du (?:magst|möchtest|willst)", "falls sie (?:mögen|möchten|wollen)", "wenn überhaupt", "wenn etwas", "falls etwas", "falls überhaupt", "vielleicht", "gern", "gerne",
        "magst du", "mögen sie", "möchtest du", "möchten sie", "du kannst", "sie können", "kannst du", "können sie", "du darfst", "sie dürfen", "darfst du", "dürfen sie", "könnte", "könntest", "könnten", "oder lass", "oder lassen sie", "oder nicht", "oder nichts", "so viel oder so wenig", "so wenig oder so viel", "muss nicht", "musst nicht", "musst nichts", "müssen nicht", "müssen nichts", "wann immer", "frei", "freisteht", "auch wenig", "auch nur ein wenig",
    ],
    "gendered": ["er oder sie", "sie oder er", "sein oder ihr", "ihr oder sein", "seine oder ihre", "ihm oder ihr", "er/sie", "sie/er", "seine/ihre", "ihm/ihr", "[\\w]+/-?in(?:nen)?", "ein guter freund", "dein bester freund"],
    "negation": ["nicht", "nichts", "kein\\w*", "nie", "niemals", "niemand\\w*", "weder", "noch nie", "ohne", "statt"],
    "acronyms": ["ok", "tv", "eu", "pdf", "utc", "dsgvo", "faq", "id", "pin", "qr", "sms", "usa", "json", "csv", "html", "mez", "mesz"],
    "abbreviations": ["z.b", "d.h", "u.a", "usw", "bzw", "ca", "dr", "prof", "evtl", "ggf", "nr", "vgl", "b", "h"],
    "macros": {
        "du": "du|sie|ihr",
        "who": "du|sie|ihr|er|es|wir|ich|man|das|dies|dies\\w+|dein\\w*|ihr\\w*|mein\\w*|der|die|den|dem|ein\\w*|etwas|jemand|schon|noch|dir|ihnen|dich|sich|n",
        "wh": "was|wie|wer|wen|wem|wessen|wo|wann|warum|wieso|weshalb|weswegen|wohin|woher|welche[rnms]?|welch|woran|worauf|woraus|worin|worüber|worum|wovon|wovor|wodurch|wofür|womit|wonach|wobei|wozu|inwiefern|inwieweit",
        "prep": "an|auf|aus|bei|durch|für|gegen|in|im|am|zum|zur|mit|nach|ohne|über|um|unter|von|vor|zu|zwischen|seit|bis|ab|wegen|trotz",
        "verb": "hast|haben|hat|habt|hatte|hatten|hattest|bist|sind|ist|seid|war|waren|warst|wirst|werden|wird|würdest|würden|würde|wäre|wären|kannst|können|kann|könntest|könnten|könnte|willst|wollen|will|wolltest|wollten|möchtest|möchten|magst|mögen|darfst|dürfen|sollst|sollen|soll|solltest|sollten|sollte|musst|müssen|muss|musstest|glaubst|glauben|denkst|denken|meinst|meinen|findest|finden|fühlst|fühlen|weißt|wissen|gibt|gab|gäbe|geht|ging|lebst|leben|wohnst|wohnen|rauchst|rauchen|trinkst|trinken|schläfst|schlafen|arbeitest|arbeiten|machst|machen|kennst|kennen|nimmst|nehmen|siehst|sehen|bekommst|brauchst|brauchen|spürst|spüren|merkst|merken|erinnerst|erinnern|hilft|half|stimmt|passt|fällt|fiel|kommt|kam|tut|tat|hättest|hätten|hätte|[\\w]+st",
        "tell": "erzählen|sagen|beschreiben|schildern|teilen|mitteilen|schreiben|aufschreiben|nennen|erklären|berichten|ausführen|hinzufügen|ergänzen|mitbringen|festhalten|zeigen|benennen|ausmalen|mehr|näher|eingehen|sprechen|reden|anschauen|ansehen|hinschauen|verweilen|bleiben|ausdrücken|formulieren",
    },
    "asking": {
        "lead_in": ["(?:und|aber|also|ja|nein|gut|okay|ok|na|nun|so|dann|jetzt|oder|hm+|äh+m?|mal|naja|vielleicht|ehrlich gesagt|genau|danke|vielen dank|aha|ach so|ach|heute|übrigens|nochmal|noch einmal|zunächst|zuerst|erst mal|erstmal|sag mal|sagen sie mal|bitte|für dich|für sie|aus deiner sicht|aus ihrer sicht|denn|eben|gerade|zurzeit|im moment|insgesamt|generell|sonst|ansonsten|außerdem|interessant|verstehe|ich verstehe)(?![\\w-])"],
        "open": ["(?:<prep> )?(?:<wh>)", "was für", "und sonst", "was noch"],
        "not_open": ["(?:<prep> )?(?:<wh>)(?: genau| alles)? (?:du|sie|ich|er|es|wir|ihr|man|dir|dich|ihnen|sich|uns|mir|mich|das|dies\\w*|dein\\w*|der|die|den|dem|ein\\w*)(?= )(?! (?:<verb>) (?:du|sie|wir))", "was (?:ich|wir) (?:höre|heraushöre|verstehe)", "wann immer", "was (?:auch )?immer", "wie (?:schön|toll|wunderbar|gut)(?! (?:<verb>))", "so wie"],
        "open_inside": ["(?<!weiß )(?<!weißt )(?<!sagen )(?<!sehen )(?<!egal )(?:<wh>)(?: [\\w]+)? (?:hast|haben|bist|sind|würdest|würden|kannst|können|könntest|könnten|willst|wollen|möchtest|möchten|denkst|denken|glaubst|meinst|siehst|fühlst|brauchst|machst) (?:du|sie)", "(?<!weiß )(?<!weißt )(?:was|wie) (?:ist|war|wäre|hilft|half|macht|passiert|geht|ging|kommt) (?:das|es|dir|ihnen|dich|dabei|dann|daran|für|mit)"],
        "bare": ["(?:<prep> )?(?:<wh>)(?: (?:davon|daran|dabei|noch|genau|sonst|alles|für [\\w]+))?"],
        "yes_no": ["(?:<verb>) (?:<who>)"],
        "yes_no_first": ["(?:<verb>) [\\w]+"],
        "yes_no_plain": ["(?:hast|bist|warst|kannst|willst|glaubst|denkst|meinst|fühlst|rauchst|trinkst) du", "(?:haben|sind|waren|können|wollen|glauben|denken|rauchen|trinken) sie"],
        "yes_no_inside": ["(?<!was )(?<!wie )(?<!wo )(?<!wer )(?<!wen )(?<!wem )(?<!wann )(?<!das )(?<!so )(?<!dann )(?<!da )(?<!heute )(?<!vielleicht )(?:hast|bist|warst|kannst|willst|glaubst|denkst|meinst|fühlst|würdest|rauchst|trinkst) du"],
        "invitation": [
            "(?:möchtest|möchten|magst|mögen) (?:<du>)", "(?:hast|hättest|haben|hätten) (?:<du>) lust",
            "(?:willst|wollen|kannst|können|könntest|könnten|würdest|würden|magst) (?:<du>)[^?]{0,60}? (?:<tell>)",
            "(?:wäre|ist|wär) (?:es|das)(?: für (?:dich|sie))?(?: denn)? (?:okay|ok|in ordnung|recht|gut|möglich|stimmig|denkbar)", "wär(?:e)?'?s (?:okay|in ordnung|recht)",
            "darf ich", "dürfen wir", "dürfte ich", "wollen wir", "sollen wir", "können wir", "könnten wir", "kann ich dich fragen",
            "(?:gibt|gäbe) es (?:noch |da |vielleicht |sonst ){0,2}(?:etwas|irgendetwas|was|irgendwas|einiges)(?: anderes| weiteres)?", "(?:bist|wärst|sind|wären) (?:<du>) (?:bereit|einverstanden|offen)", "(?:etwas|was|hast du etwas) dagegen", "(?:liegt|brennt|beschäftigt) (?:dir|ihnen|dich|sie) (?:noch )?etwas", "ein (?:wort|satz|bild|moment|beispiel) (?:für|aus|zu|von)",
        ],
        "not_invitation": ["(?:möchtest|möchten|willst|wollen) (?:<du>)(?: [\\w]+){0,4} (?:aufhören|abnehmen|kaufen|trinken|rauchen|termin|kaffee|hilfe)", "(?:magst|mögen) (?:<du>) (?:dich|kaffee|deine|deinen|dein)"],
        "request": ["(?:bitte )?(?:erzähl|erzähle|erzählen sie|beschreib|beschreibe|beschreiben sie|schilder|schildere|schildern sie|schreib|schreibe|schreiben sie|sag (?:mir|etwas|ein)|sagen sie|nenn|nenne|nennen sie|erklär|erkläre|erklären sie|stell dir|stelle dir|stellen sie sich|denk (?:an|zurück)|denke (?:an|zurück)|denken sie (?:an|zurück)|erinner dich|erinnere dich|erinnern sie sich|ergänz|ergänze|ergänzen sie|vervollständige|vervollständigen sie|teil (?:mit|gern)|teile|teilen sie|nimm dir|nehmen sie sich|schau zurück|schauen sie zurück|blick zurück|blicke|blicken sie|hilf mir|helfen sie mir|lass|lassen sie|wähl|wähle|wählen sie|mal dir|malen sie sich|gib mir|geben sie mir|liste|halte fest|halten sie fest|sammle|sammeln sie|notiere|notieren sie)", "ich (?:frage mich|würde gern|würde gerne|möchte gern|möchte gerne|wüsste gern|wüsste gerne|bin neugierig|bin gespannt|hätte gern)", "mich (?:interessiert|würde interessieren|beschäftigt)"],
        "not_request": ["ich frage mich ob", "lass dir zeit", "nimm dir zeit", "lassen sie sich zeit"],
        "order": ["(?:bitte )?(?:dann )?(?:erzähl|erzähle|erzählen sie|beschreib|beschreibe|beschreiben sie|schilder|schildere|schildern sie|schreib|schreibe|schreiben sie|sag mir|sagen sie mir|nenn|nenne|nennen sie|erklär|erkläre|erklären sie|liste|ergänze|ergänzen sie|vervollständige|notiere|notieren sie)"],
        "same": ["(?:bitte )?(?:dann )?(?:erzähl|erzähle|erzählen sie|beschreib|beschreibe|beschreiben sie|schreib|schreibe|schreiben sie|sag|sagen sie|nenn|nenne|nennen sie|notiere|notieren sie)(?: mir)? (?:es|das|so viel|so wenig|ein wort|einen satz|ein paar|was (?:du|sie|immer|kommt|passt)|gern|gerne|frei|ruhig|einfach|nur|wenn|in deinen|in ihren|wie es|alles)"],
        "fact": ["(?:<prep> )?wie (?:viele?|oft|lange|alt|spät|groß|schwer|häufig|früh|weit weg|hoch|teuer|regelmäßig)(?! bedeutet)", "(?:seit|bis|ab) wann", "wann (?:hast|haben|hat|war|waren|begann|fing|ist|sind|bist|gehst|gehen|kommst|kommen|stehst|musst|wirst|wurde|nimmst|nehmen)", "wo (?:wohnst|wohnen|lebst|leben|arbeitest|arbeiten|bist du geboren|kommst|kommen|kaufst|ist (?:das|dein|er|sie|der|die))", "woher (?:kommst|kommen)", "(?:<prep> )?welche[rnms]? (?:tag|tagen|uhrzeit|uhr|datum|jahr|alter|medikamente?|arzt|ärztin|schule|klasse|nummer|marke|straße|stadt|krankenhaus|klinik|dosis)", "wie (?:heißt|heißen|heißt du|ist (?:dein|ihr) name|lautet)", "was (?:arbeitest|arbeiten) (?:<du>)", "was machst du beruflich", "was machen sie beruflich", "was bist du von beruf", "was sind sie von beruf", "was (?:rauchst|trinkst|wiegst|nimmst|rauchen|trinken|wiegen|nehmen) (?:<du>)(?: gerade| zurzeit)?(?=[?]|$)", "ob"],
        "soft_fact": ["(?:mit |bei )?(?:wer|wem|wen) (?:wohnt|lebt|hat dich|hat sie|hat ihnen|hat dir|ist (?:das|dein|ihr)|war (?:das|dabei|da)|kocht|zahlt)", "wer ist da", "welche[rnms]? (?:von (?:diesen|beiden|den)|ist (?:besser|schlimmer|es))"],
        "not_fact": ["wie viel (?:raum|platz)", "wann (?:fühlst|fühlen|spürst|spüren|geht es|ging es|bist du (?:ganz|am|glücklich|ruhig|du)|sind sie (?:ganz|am)|war es (?:leicht|leichter|gut)|hast du dich|haben sie sich)", "ob (?:und wie|du magst|du möchtest|sie mögen|sie möchten)", "wie lange (?:möchtest|magst)", "wie weit (?:fühlst|trägt|passt)"],
        "options": ["(?:gut|schlecht|besser|schlechter|viel|wenig|täglich|ja|nein)(?: oder (?:gut|schlecht|besser|schlechter|viel|wenig|nicht|nein))?", "(?:der|die|das|dein|deine|ein|eine) [\\w]+ oder (?:der|die|das|dein|deine|ein|eine) [\\w]+"],
        "scale": ["auf einer skala", "skala (?:von|zwischen)", "(?:von|zwischen) (?:0|1|null|eins) (?:bis|und) (?:10|5|zehn|fünf)", "welche zahl"],
        "tag": ["(?<=[,–—-])\\s*(?:oder|nicht wahr|nicht|stimmt's|stimmts|stimmt das|richtig|gell|ne|ja|nein|oder nicht|oder was|korrekt|findest du nicht|finden sie nicht|meinst du nicht|meinen sie nicht|habe ich recht|ist es nicht so)[\\s?.!]*$", "(?:nicht wahr|stimmt's)[\\s?.!]*$"],
        "backchannel": ["(?:okay|ok|ja|nein|hm+|mhm|ach|aha|ach so|wirklich|echt|so|na|und|genau|stimmt|bitte|wie bitte|warum nicht)"],
        "parenthesis": ["wenn überhaupt", "falls überhaupt", "wenn du magst", "wenn du möchtest", "wenn du willst", "wenn sie mögen", "wenn sie möchten", "falls du magst", "falls sie mögen", "zum beispiel", "vielleicht", "in deinen worten", "in deinen eigenen worten", "mit deinen worten", "in ihren worten", "wenn etwas", "falls etwas", "oder nicht", "oder nichts", "auch nur ein wenig", "und sei es wenig", "und sei es klein", "und sei es noch so klein", "glaubst du", "meinst du", "denkst du", "würdest du sagen"],
        "elliptic": ["^(?:weil|und|und dann|und jetzt|und heute|und danach|danach|zum beispiel|nämlich|das heißt|inwiefern|aber|sondern|damit)$", "(?:weil|nämlich|und dann|das heißt|was|wie|warum)$", "^ein (?:wort|satz|bild|moment|beispiel)", "^(?:deine|ihre) gedanken"],
        "person": ["du", "dir", "dich", "dein\\w*", "sie", "ihnen"],
        "joiner": ["(?:und|oder|aber|dann)"],
        "joined": ["(?:und|oder|aber)(?=(?: dann| auch| was| also)? (?:(?:<prep> )?(?:<wh>) (?!du\\b|sie\\b|ich\\b|er\\b|es\\b|wir\\b|ihr\\b|man\\b|dir\\b|dich\\b|ihnen\\b|sich\\b|uns\\b|mir\\b|mich\\b|noch\\b|sonst\\b|das\\b|dein\\w*)|(?:<wh>)[?.]?\\s*$|(?:<verb>) (?:du|sie|es|er|das|ihr|dir|ihnen)\\b|beschreib|erzähl|nenn|schreib (?:auf|über)))"],
        "not_joined": ["und was (?:noch|sonst)", "und wer (?:noch|sonst)", "oder (?:<verb>) (?:du|sie|es|das)", "und mit wem", "und wem"],
        "pair": ["(?:wann|wo|was|wer|wie|welche) oder (?:wann|wo|was|wer|wie|wem|wen)", "(?:wer|wem|wen) und was", "was und (?:wer|wem|wen)", "wann und wo", "wo und wann", "und was noch", "was noch", "was sonst"],
    },
    "times": {
        "numbers": {"ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "einer halben": 1, "anderthalb": 1},
        "units": {"minuten?": 0, "stunden?": 1, "tag(?:e|en|es)?|nächten?|nacht": 24, "wochen?": 168, "monat(?:e|en|s)?": 720, "jahr(?:e|en|es)?": 8760},
        "many": "minuten|stunden|tagen?|nächten|wochen|monaten?|jahren?",
        "few": "ein paar|einem paar|wenige[nr]?|paar",
        "some": "einige[nr]?|mehrere[nr]?|viele[nr]?|etlichen?",
        "about": "etwa|ungefähr|rund|circa|ca\\.?|fast|beinahe|knapp|gut|über|mehr als|weniger als|nur|nur noch|gerade|genau|weitere[nr]?|mindestens|höchstens|bis zu|schon|noch|ganzen?|den (?:letzten|nächsten)|die (?:letzten|nächsten)",
        "past": ["vor <amount>", "<amount> (?:her|vorbei|vergangen|zurück|später)", "<amount> (?:[\\w]+ ){0,2}(?:seit|nach)", "seit <amount>", "(?:sind|ist) (?:[\\w]+ ){0,3}<amount>(?: [\\w]+){0,4} (?:her|vergangen|vorbei)"],
        "ahead": ["in <amount>", "innerhalb von <amount>", "binnen <amount>", "<amount> (?:entfernt|übrig|bis|vor|davor|vorher|hin)", "(?:noch|sind es|ist es) <amount>"],
        "named": [["übermorgen", 24, 72], ["(?<!am )(?<!jeden )(?<!guten )(?<!am nächsten )(?<!eines )(?<!diesen )morgen(?: (?:früh|abend|mittag|vormittag|nachmittag))?", 0, 48], ["der (?:morgige|nächste) tag|morgige[nrs]?", 0, 48], ["vorgestern", -72, -24], ["gestern(?: (?:früh|abend|morgen|mittag|nacht))?|gestrige[nrs]?", -48, 0], ["(?:letzte|vergangene|vorige)[nr]? woche", -336, 0], ["(?:nächste|kommende)[nr]? woche", 0, 336], ["(?:letzten|vergangenen|vorigen) monat", -1440, 0], ["(?:nächsten|kommenden) monat", 0, 1440]],
        "near": [["heute(?: (?:früh|morgen|mittag|abend|nacht|vormittag|nachmittag))?|heutige[nrs]?|(?:diesen|an diesem) (?:morgen|vormittag|mittag|nachmittag|abend)", -24, 24], ["(?:in )?diese[r]? woche", 1, -1], ["(?:in )?diese[nm] monat", 1, -1], ["bald|demnächst|in kürze|gleich|in wenigen augenblicken|kurz vor", 0, 36], ["(?:gerade eben|soeben|eben erst|gerade erst|vorhin|kurz nach)", -6, 0], ["(?:am )?(?:nächsten |kommenden |letzten |vergangenen )?(?:mon|diens|donners|frei|sams|sonn)tag(?:s)?(?:morgen|abend|mittag|vormittag|nachmittag)?|(?:am )?mittwoch(?:s)?(?:morgen|abend|mittag)?|(?:am )?sonnabend", 1, -1], ["um \\d{1,2}(?:[:.]\\d\\d)?(?: uhr)?", 1, -1]],
        "greeting": ["guten (?:morgen|tag|abend|mittag)", "gute nacht", "schöne[ns]? (?:tag|abend|wochenende|woche|morgen)"],
        "event": ["(?:coaching-?)?(?:sitzung(?:en)?|treffens?|termine?s?|gespräche?s?|stunde mit n|telefonate?s?)", "(?:trefft|triffst|traft|trafst|treffen|getroffen|seht|saht|siehst|sahst|sprecht|spracht|sprichst|sprachst|gesprochen|wiederseht|wiedersehen)", "markiert(?:e[nrs]?|est)?", "(?:das |dem |am |dein )?(?:ende|abschluss)", "(?:kommt|komme|frage|fragt|meldet|melde) (?:[\\w]+ ){0,3}(?:wieder|noch einmal|nochmal|nach)", "wieder gefragt", "(?:wieder|noch einmal)", "liest (?:es|sie|das)?"],
    },
    "split": {
        "opener": "Wie {rest}, wenn überhaupt?",
        "openable": "(?:hat|haben) (?:es|das|dies|sich das|sich etwas|dein\\w* \\w+|ihr\\w* \\w+|d(?:er|ie|as) \\w+)(?: (?:dir|dich|ihnen|sie|für dich|für sie))?(?: sich)? (?:geholfen|gewirkt|verändert|berührt|begonnen|entwickelt|geendet|angefühlt|ausgewirkt)|(?:half|wirkt|wirkte|hilft) (?:es|das|dies)(?: (?:dir|ihnen))?",
        "bare": {
            "wie": "Auf welche Weise?",
            "warum": "Was hat dazu geführt?",
            "wann": "Was war da gerade?",
            "wo": "Wo war das?",
            "wer": "Wer gehörte dazu?",
            "was": "Was war es?",
        },
    },
    "wording": {
        "LEAD": {
            "anywhere": ["sicherlich", "doch sicher", "ganz sicher", "natürlich", "selbstverständlich", "offensichtlich", "zweifellos", "bekanntlich", "wie du weißt", "wie sie wissen", "du willst doch", "sie wollen doch", "das ist doch", "bestimmt (?:war|ist|hast|haben|willst|fühlst)", "(?:hast|bist|willst|kannst|findest|meinst|glaubst|denkst|solltest|würdest|wärst) du (?:denn |etwa )?nicht", "(?:haben|sind|wollen|können|finden|meinen|glauben|denken|sollten|würden|wären) sie (?:denn |etwa )?nicht", "ist (?:es|das) (?:denn |etwa )?nicht", "wäre es nicht (?:besser|gut|schön|klüger)"],
            "spare": ["(?:was|wer|wie|wo|wann|welche[rnms]?|woran|worüber|womit|wovon)\\b[^?]{0,40} (?:hast|bist|willst|kannst|magst|möchtest|würdest) du (?:denn |etwa )?nicht", "(?:was|wer|wie|wo|welche[rnms]?|woran|worüber|womit)\\b[^?]{0,40} (?:haben|sind|wollen|können) sie nicht", "ganz sicher (?:fühlst|fühlen)"],
        },
        "ADVICE": {
            "anywhere": ["du (?:solltest|sollst|musst)", "sie (?:sollten|sollen|müssen)", "(?<!was )(?<!wie )(?<!wo )(?<!welche )(?<!womit )hast du (?:schon |schon mal |schon einmal |mal |jemals )?(?:versucht|probiert|ausprobiert|überlegt|erwogen|daran gedacht)", "(?<!was )(?<!wie )(?<!wo )(?<!welche )(?<!womit )haben sie (?:schon |schon mal |schon einmal |mal |jemals )?(?:versucht|probiert|ausprobiert|überlegt|erwogen|daran gedacht)", "hast du (?:schon |schon mal |mal |jemals )?[\\w ]{0,30}(?:überlegt|daran gedacht)", "wie (?:wäre|wär) es,? (?:wenn|mit)", "wie wär's", "warum (?:nicht|machst du nicht|gehst du nicht|rufst du nicht|versuchst du nicht)", "an (?:deiner|ihrer) stelle", "ich (?:empfehle|rate|würde (?:dir|ihnen) (?:raten|empfehlen)|schlage vor)", "mein (?:rat|tipp|vorschlag)", "achte darauf", "achten sie darauf", "denk daran", "denke daran", "denken sie daran", "stell sicher", "stellen sie sicher", "es (?:wäre|ist) (?:gut|besser|sinnvoll|wichtig|ratsam|das beste),? (?:wenn|zu|dass)", "am besten (?:ist|wäre|machst|gehst)", "du könntest (?:doch|mal|einfach|versuchen)", "sie könnten (?:doch|mal|einfach|versuchen)", "der erste schritt ist"],
            "starts": ["versuch(?:e|en sie)?", "probier(?:e|en sie)?", "vermeide(?:n sie)?", "hör auf", "hören sie auf", "fang an", "mach(?:e|en sie)? (?:dir|sich|mal|einen|eine)", "geh(?:en sie)? (?:mal|öfter|an|raus)", "vergiss nicht", "vergessen sie nicht", "sorge? dafür", "übe"],
            "spare": ["(?:nicht|nichts|kein\\w*|niemand|nie|ohne) (?:[\\w]+ ){0,3}(?:musst|müssen|sollst|sollen)", "(?:musst|müssen|sollst|solltest|sollten) (?:[\\w]+ ){0,4}(?:nicht|nichts|kein\\w*|niemand\\w*)", "(?:was|welche[rnms]?|womit|wie)\\b[^?]{0,40} hast du (?:schon |bisher )?(?:versucht|probiert|ausprobiert)", "(?:dass|ob|als ob|wenn|was) (?:du|sie) (?:[\\w]+ ){0,4}(?:musst|müssen|sollst|solltest|sollten)"],
        },
        "PRESS": {
            "anywhere": ["muss", "musst", "müssen", "müsst", "musste", "musstest", "mussten", "müsste", "müsstest", "müssten", "sollst", "solltest", "(?:du|sie|man|ihr) (?:soll|sollen|sollt|sollte|sollten)", "sollten sie", "sollen sie", "erforderlich", "verpflichtet", "verpflichtend", "pflicht", "zwingend", "unbedingt", "dringend", "eilig", "beeil\\w*", "verpasst", "versäumt\\w*", "versäumnis\\w*", "überfällig\\w*", "verspätet\\w*", "zu spät", "verspätung", "vergiss nicht", "vergessen sie nicht", "letzte chance", "gescheitert\\w*", "versagt", "immer noch nicht", "höchste zeit", "keine ausrede\\w*", "so bald wie möglich", "so schnell wie möglich", "wir erwarten", "wird erwartet", "hinterher ?hinkst"],
            "spare": [
                "(?:nicht|nichts|kein\\w*|niemand\\w*|nie|ohne|weder) (?:[\\w,]+ ){0,4}(?:muss|musst|müssen|sollst|sollen|soll|sollte|sollten|erforderlich|verpflichtet|verpflichtend|pflicht|zwingend|sofort|dringend|eilig|erwartet|verpasst|versäumt)", "(?:muss|musst|müssen|müsst|musste|musstest|sollst|soll|sollen|solltest|sollten|müsste|müsstest) (?:[\\w]+ ){0,4}(?:nicht|nichts|kein\\w*|niemand\\w*|nie)", "(?:du|sie|man|ihr) (?:soll|sollen|sollt|sollte|sollten) (?:[\\w]+ ){0,4}(?:nicht|nichts|kein\\w*)", "ein muss", "das muss", "(?:was|wie viel)\\b[^?]{0,40} nicht (?:sein )?(?:muss|musst|müssen)", "was (?:muss|müsste) (?:da|geschehen) sein",
                "nicht sofort", "(?:was|wen|wer)\\b[^?]{0,40} verpasst", "von (?:dir|ihnen)? ?(?:wird )?nichts erwartet",
            ],
        },
        "WHY": {
            "anywhere": ["warum", "wieso", "weshalb", "weswegen"],
        },
        "INTERP": {
            "anywhere": ["(?:es|das) (?:klingt|hört sich|scheint|wirkt|sieht)(?: so| für mich| an| aus){0,2},? (?:als|nach|dass du|dass sie)", "(?<!was )(?<!wie )du (?:wirkst|scheinst)", "(?<!was )(?<!wie )sie (?:wirken|scheinen) (?=[\\w]+)", "tief (?:in dir|in ihnen|drinnen|im innern|im inneren)", "im innersten", "das (?:bedeutet|heißt),? dass (?:du|sie)", "unbewusst\\w*", "insgeheim", "eigentlich (?:willst|fühlst|meinst) du", "was du (?:wirklich|eigentlich) (?:meinst|fühlst)(?! ?\\?)", "das muss (?:schwer|hart|schlimm) (?:für dich )?(?:gewesen )?sein"],
            "statements": ["weil du", "(?<!was )(?<!wie )(?<!dass )(?<!wenn )(?<!wo )(?<!ob )(?<!als )du fühlst", "(?<!was )(?<!wie )sie fühlen sich", "du bist (?:traurig|wütend|enttäuscht|verletzt|ängstlich|einsam|überfordert|gestresst|verzweifelt)"],
            "spare": ["weil du (?:kannst|darfst|willst|magst|möchtest|geschrieben|gewählt|markiert|es so)", "(?:was|wie|wenn|ob|wo|dass|wann) (?:[\\w]+ ){0,3}du (?:dich )?(?:fühlst|wirkst)"],
        },
        "DIAG": {
            "anywhere": ["depressi\\w*", "[\\w]*störung", "[\\w]*störungen", "zwangs(?:störung|gedanken|handlung\\w*|erkrankung)", "ptbs", "adhs", "ads", "bipolar\\w*", "borderline\\w*", "narziss\\w*", "trauma(?:ta|tisch\\w*|tisiert\\w*|ta)?", "symptom\\w*", "diagnos\\w*", "rückfall\\w*", "rückfällig\\w*", "verleugnung", "resisten\\w*", "vermeidend\\w*", "toxisch\\w*", "patient\\w*", "[\\w]*therap(?:ie|ien|eut\\w*|eutisch\\w*)", "behandlung\\w*", "behandelst", "heilung", "heilen", "geheilt\\w*", "psychos\\w*", "psychotisch\\w*", "neuros\\w*", "neurotisch\\w*", "pathologisch\\w*", "dysfunktional\\w*", "co-?abhängig\\w*"],
            "spare": ["betriebsstörung\\w*", "(?:ruhe|sende|bild)störung\\w*"],
        },
        "CLAIM": {
            "anywhere": ["ich (?:verstehe|fühle|spüre|sorge mich|mache mir sorgen|erinnere mich|höre (?:dir|ihnen) zu|freue mich|hoffe|glaube an|kenne das|weiß,? wie|bin (?:immer |stets |jederzeit )?(?:für (?:dich|sie) )?da|bin stolz|bin traurig|bin froh|bin bei dir|denke an dich|habe mitgefühl|liebe|mag dich|vermisse)", "(?:es )?tut mir (?:sehr )?leid", "wir (?:verstehen|fühlen|sorgen uns|freuen uns|hören (?:dir|ihnen) zu|sind (?:immer )?für (?:dich|sie) da)", "als (?:dein|deine|ihr|ihre) freund(?:in)?", "(?:immer|jederzeit) für (?:dich|sie) da", "du bist nicht allein", "sie sind nicht allein", "(?:n|dein coach|deine coachin|jemand|wir) (?:wird |werden )?(?:sich )?(?:freut|freuen|meldet|melden|antwortet|antworten|ruft|rufen|schreibt|liest|sieht|schaut)\\b[^.?!]{0,50}?(?:auf deine antwort|bald|heute|morgen|sofort|gleich|umgehend|innerhalb|in (?:einer|einem|zwei|\\d+) (?:stunden?|tag(?:en)?|minuten?)|wenn du nicht|falls du nicht|jeden (?:tag|abend|morgen))", "(?:n|dein coach|wir) (?:freut|freuen) sich", "und meldet sich", "(?:es|das|alles) wird (?:dir |schon |bald |alles )*(?:besser|gut|leichter|helfen)(?: gehen| werden)?", "(?:du wirst dich|dir wird es) (?:bald |dann |sicher )*(?:besser|gut|leichter|wohler)(?: fühlen| gehen)?"],
            "spare": ["(?:lately|heute|gerade|zurzeit|manchmal|oft),? (?:fühle|spüre|verstehe) ich"],
        },
        "SECRET": {
            "anywhere": ["unter uns", "zwischen (?:uns|dir und mir|ihnen und mir)", "sag (?:es |das )?niemandem", "sagen sie (?:es |das )?niemandem", "niemand (?:wird (?:es|das|davon|je)|erfährt)(?: es| das| je| davon)*", "(?:völlig|absolut|vollkommen|streng|ganz|total|hundertprozentig|komplett) (?:vertraulich|geheim|sicher|anonym|privat)", "100 ?(?:%|prozent)", "hundertprozentig", "hundert prozent", "unser (?:kleines )?geheimnis", "ich verspreche", "wir versprechen", "versprochen", "garantier\\w*"],
            "spare": ["(?:nicht|kein\\w*|nie) (?:[\\w]+ ){0,2}(?:garantier\\w*|versprechen|vertraulich|geheim|sicher|anonym|privat)", "garantier\\w* (?:[\\w]+ ){0,2}(?:nicht|kein\\w*)"],
        },
        "PRAISE": {
            "anywhere": ["gut gemacht", "toll gemacht", "super gemacht", "gute arbeit", "tolle arbeit", "sehr gut gemacht", "weiter so", "stolz auf (?:dich|sie)", "bravo", "glückwunsch", "herzlichen glückwunsch", "gratul\\w*", "das ist (?:ja |so |wirklich |sehr )?(?:toll|super|großartig|wunderbar|klasse|prima|fantastisch|beeindruckend|perfekt|hervorragend)", "du bist (?:so |wirklich |sehr )?(?:toll|super|großartig|stark|mutig|wunderbar|fantastisch)", "sie sind (?:so |wirklich |sehr )?(?:toll|super|großartig|stark|mutig)", "was für (?:eine?|ein) (?:toll|großartig|wunderbar|super|schön)\\w*", "beeindruckend", "großartig"],
            "starts": ["perfekt", "super", "toll", "klasse", "prima", "großartig", "wunderbar", "hervorragend", "sehr gut", "ausgezeichnet", "fantastisch", "spitze"],
            "spare": ["(?:was|wer|welche[rnms]?|wie)\\b[^?.]{0,60}(?:großartig|beeindruckend|toll)", "(?:worauf|auf was)\\b[^?.]{0,40} stolz"],
        },
        "ABS": {
            "anywhere": ["immer", "nie", "niemals", "jedermann", "niemand", "keiner", "jeder(?= (?:weiß|kennt|hat|will|macht|braucht))", "alle(?= (?:wissen|kennen|machen|wollen|denken))"],
            "spare": ["(?:wann|was|wer|wie|wo|wohin) (?:auch )?immer", "immer (?:noch|wieder|mehr|weniger|besser|öfter|leichter|schwerer|wenn|möglich|frei|erlaubt|willkommen|offen)", "(?:wie|noch|auf|kannst|können|darfst|dürfen) immer", "(?:du|sie) (?:kannst|können|darfst|dürfen) (?:[\\w]+ )?(?:immer|nie)", "(?:niemand|keiner) muss", "muss niemand", "(?:kann|darf) (?:[\\w]+ )?immer"],
        },
        "CRISIS": {
            "anywhere": ["beruhige? dich", "beruhigen sie sich", "(?:bist du|sind sie) (?:suizidal|in gefahr|sicher vor)", "versprich(?: mir)?,? (?:dass du )?(?:dir )?nichts anzutun", "suizid\\w*", "selbstmord\\w*", "umbringen", "das leben nehmen", "selbstverletz\\w*", "dir etwas an(?:tun|zutun)", "sich etwas an(?:tun|zutun)", "(?:du bist|sie sind) (?:hier|jetzt) sicher"],
        },
        "EXIT": {
            "anywhere": ["(?:du|sie) (?:kannst|können|darfst|dürfen) (?:das |diese frage |hier |jetzt )?nicht (?:überspringen|auslassen|aufhören|abbrechen|aussteigen|weitergehen|verschieben)", "(?:kann|können|darf|dürfen) nicht (?:übersprungen|ausgelassen|abgebrochen|verschoben) werden", "(?:musst|müssen|muss) (?:[\\w]+ ){0,3}(?:antworten|beantworten|beantwortet|ausfüllen)", "bevor (?:du|sie) (?:nicht )?(?:geantwortet|beantwortet)", "kein (?:ausweg|zurück|überspringen|abbruch)", "antwort (?:ist )?(?:erforderlich|pflicht)", "(?:überspring|brich|hör) (?:das |jetzt )?nicht"],
            "spare": ["(?:musst|müssen|muss) (?:[\\w]+ ){0,3}(?:nicht|nichts|keine?) (?:[\\w]+ ){0,2}(?:antworten|beantworten|beantwortet|ausfüllen)", "(?:nicht|nichts|keine?) (?:[\\w]+ ){0,2}(?:antworten|beantworten|beantwortet)"],
        },
        "CONF": {
            "anywhere": ["behandelt (?!dich|sie|euch|uns|mich|ihn|es|jeden|alle|werden)[\\w]+", "heilt", "diagnostizier\\w*", "überwacht (?:deine |ihre )?(?:symptome|stimmung|gesundheit)", "(?:bei|gegen) (?:depression\\w*|angst\\w*|zwäng\\w*|ptbs|adhs|panik\\w*|phobie\\w*|burnout)", "klinisch (?:erprobt|getestet|bewiesen|geprüft)", "wissenschaftlich (?:bewiesen|erwiesen)", "nachweislich", "medizinprodukt", "ersetzt (?:eine |die |deine )?(?:therapie|arzt|ärzt\\w*|coach\\w*)"],
        },
    },
}

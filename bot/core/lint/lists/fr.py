"""French: the linter's word lists. How to read them: docs/rules/README.md."""

from typing import Any

# fmt: off
LISTS: dict[str, Any] = {
    "reviewed": False,
    "index": "kandel-moles",
    "permissive": ["si tu veux", "si vous voulez", "si tu le souhaites", "si vous le souhaitez", "si ça te dit", "si cela vous dit", "si tu en as envie", "si vous en avez envie", "s'il y a", "s'il y en a", "si quelque chose", "peut-être", "tu peux", "vous pouvez", "peux-tu", "pouvez-vous", "pourrais-tu", "pourriez-vous", "aimerais-tu", "aimeriez-vous", "tu pourrais", "vous pourriez", "ou pas", "ou rien", "ou non", "ou laisse", "ou laissez", "autant ou aussi peu", "aussi peu", "quand tu veux", "quand vous voulez", "librement", "libre", "même un peu", "pas besoin", "rien n'oblige", "le cas échéant"],
    "gendered": ["il ou elle", "elle ou il", "lui ou elle", "il/elle", "elle/il", "(?:tu es|tu étais|tu t'es senti|tu te sens|vous êtes|vous vous sentez|es-tu|êtes-vous|te sens-tu|vous sentez-vous) (?:plus |très |un peu |assez |bien |encore )?(?:content|contente|fier|fière|prêt|prête|seul|seule|fatigué|fatiguée|heureux|heureuse|inquiet|inquiète|perdu|perdue|bloqué|bloquée|soulagé|soulagée|satisfait|satisfaite|sûr|sûre|épuisé|épuisée|allé|allée|resté|restée|venu|venue|arrivé|arrivée|senti|sentie|vivant|vivante|apaisé|apaisée|débordé|débordée|écouté|écoutée|entendu|entendue)(?![·.(/-]|e\\b)", "bienvenu", "bienvenue à toi cher", "cher ami", "chère amie"],
    "negation": ["ne", "n'", "pas", "jamais", "rien", "aucun", "aucune", "personne", "ni", "sans"],
    "acronyms": ["ok", "tv", "ue", "pdf", "utc", "rgpd", "faq", "id", "pin", "qr", "sms", "json", "csv", "html"],
    "abbreviations": ["p.ex", "ex", "m", "mme", "mlle", "dr", "etc", "env", "cf", "vs", "nb"],
    "macros": {
        "wh": "que|qu'|qu'est-ce que|qu'est-ce qu'|qu'est-ce qui|quoi|comment|quand|où|qui|qui est-ce qui|qui est-ce que|quel|quelle|quels|quelles|lequel|laquelle|lesquels|lesquelles|combien|pourquoi|auquel|duquel|en quoi",
        "prep": "à|de|en|avec|pour|par|sur|dans|chez|vers|depuis|jusqu'à|jusque|sans|sous|contre|entre|d'|après|avant|au bout de|pendant|environ",
        "tell": "raconter|dire|m'en dire|me dire|décrire|me décrire|partager|expliquer|m'expliquer|parler|m'en parler|me parler|écrire|nommer|préciser|développer|ajouter|exprimer|évoquer|en dire|apporter|m'aider à comprendre|donner un exemple|me donner|regarder|explorer|rester|t'arrêter|mettre des mots|mettre en mots|montrer|revenir",
    },
    "asking": {
        "lead_in": ["(?:et|mais|ou|alors|donc|bon|bien|eh bien|euh+|hum+|hm+|mmm+|ben|ah|oh|oui|non|ok|okay|d'accord|voilà|maintenant|puis|ensuite|aussi|d'ailleurs|enfin|du coup|en fait|peut-être|dis-moi|dites-moi|écoute|écoutez|merci|pour toi|pour vous|selon toi|selon vous|à ton avis|à votre avis|d'après toi|d'après vous|en général|aujourd'hui|ces temps-ci|en ce moment|je vois|je comprends|s'il te plaît|s'il vous plaît|sinon|sincèrement|très bien|parfait|justement|en gros)(?![\\w'-])"],
        "open": ["(?:(?:<prep>) ?)?(?:<wh>)", "(?:(?:<prep>) ?)?qu'[\\w]+", "c'est (?:quoi|comment)"],
        "not_open": ["qu'(?:il|elle|on|ils|elles)", "que (?:tu|vous|je|il|elle|on|nous|ce|cela)(?! )", "(?:quand|lorsque|où) (?:tu|vous|je|il|elle|on|nous|ça|cela)(?! (?:as|es))", "qui que", "quoi que", "quoi qu'", "quel que", "quelle que", "(?:que|quel) (?:beau|bonheur|dommage)", "ce que", "ce qui", "comme"],
        "open_inside": ["(?<!sais )(?<!savoir )(?<!dire )(?:qu'est-ce que|qu'est-ce qui|qu'est-ce qu'|comment (?:tu|vous|ça|est-ce|vas-tu|allez-vous|c'était|te|vous)|pourquoi est-ce)"],
        "bare": ["(?:(?:<prep>) ?)?(?:<wh>)(?: d'autre| encore| de (?:ça|cela)| exactement)?"],
        "yes_no": ["est-ce (?:que|qu')", "(?:as|avez|a|ont|avais|aviez|avait|es|êtes|est|sont|étais|étiez|était|étaient|peux|pouvez|peut|pourrais|pourriez|veux|voulez|veut|voudrais|voudriez|vas|allez|va|crois|croyez|penses|pensez|sens|sentez|sais|savez|dois|devez|fais|faites|prends|prenez|bois|buvez|fumes|fumez|dors|dormez|vis|vivez|travailles|travaillez|aimes|aimez|aimerais|aimeriez|souhaites|souhaitez|trouves|trouvez|vois|voyez|connais|connaissez|serais|seriez|serait|ferais|feriez|diriez|dirais|reste|y a|y avait|fait|aurais|auriez|aurait|te sens|vous sentez|t'es|vous êtes)-(?:t-)?(?:tu|vous|il|elle|on|ils|elles|ce|je|nous)", "(?:y a-t-il|y avait-il|y a t-il)"],
        "yes_no_first": ["(?:as|avez|es|êtes|peux|pouvez|veux|voulez|crois|croyez|penses|pensez) (?:tu|vous)"],
        "yes_no_plain": ["est-ce (?:que|qu')", "(?:as|es|peux|veux|crois|penses|bois|fumes|sais)-tu", "(?:avez|êtes|pouvez|voulez|croyez|pensez|buvez|fumez|savez)-vous"],
        "yes_no_inside": ["est-ce (?:que|qu')(?= )", "(?:as|es|peux|veux|crois|penses|bois|fumes|sais)-tu", "(?:avez|êtes|pouvez|voulez|croyez|pensez|buvez|fumez|savez)-vous"],
        "invitation": ["(?:aimerais|souhaites|souhaiterais|voudrais|désires|accepterais|aurais)-tu", "(?:aimeriez|souhaitez|souhaiteriez|voudriez|désirez|accepteriez|auriez)-vous", "est-ce que (?:tu|vous) (?:aimerais|aimeriez|souhaites|souhaitez|souhaiterais|souhaiteriez|voudrais|voudriez|accepterais|accepteriez|serais d'accord|seriez d'accord|veux bien|voulez bien|as envie de|avez envie de)", "(?:est-ce que )?(?:tu|vous) (?:veux bien|voulez bien|peux|pouvez|pourrais|pourriez|aimerais|aimeriez|voudrais|voudriez)(?: [\\w']+){0,4}? (?:<tell>)", "(?:veux|peux|pourrais|voudrais)-tu(?: [\\w']+){0,4}? (?:<tell>)", "(?:voulez|pouvez|pourriez|voudriez)-vous(?: [\\w']+){0,4}? (?:<tell>)", "(?:serait-il|serait-ce|est-il|est-ce) (?:possible|ok|d'accord)", "(?:est-ce que )?(?:ça|cela) (?:te|vous|t'|irait|serait|va|convient)(?: va| irait| dirait| conviendrait| convient| ennuie| dérange| ok)?(?: si| de| qu'on| que l'on)", "ça (?:te|vous) (?:va|irait|dit|dirait|convient) (?:si|de|qu'on|que)", "(?:puis-je|pouvons-nous|est-ce que je peux|je peux) (?:te |vous )?(?:demander|poser)", "(?:et si|est-ce qu') ?on (?:regardait|restait|parlait|peut regarder|peut parler)", "(?:y a-t-il|est-ce qu'il y a|il y a) (?:quelque chose|autre chose)(?: d'autre)?(?: (?:dont|que|qui|à|que tu|que vous))?", "es-tu d'accord", "êtes-vous d'accord", "un mot (?:pour|de|sur)", "une (?:image|phrase) (?:pour|de|qui)", "autre chose (?:que|à)"],
        "not_invitation": ["(?:aimerais-tu|aimeriez-vous|voudrais-tu|voudriez-vous|veux-tu|voulez-vous) (?:arrêter|diminuer|maigrir|acheter|fumer|boire|un rendez-vous|de l'aide|que je)"],
        "request": ["(?:s'il (?:te|vous) plaît )?(?:raconte|racontez|raconte-moi|racontez-moi|dis-moi (?:en |plus|ce|comment|un peu)|dites-moi (?:en |plus|ce|comment|un peu)|dis (?:quelques|un|en)|dites (?:quelques|un|en)|décris|décrivez|décris-moi|explique|expliquez|explique-moi|expliquez-moi|partage|partagez|écris|écrivez|parle-moi|parlez-moi|parle|parlez|nomme|nommez|imagine|imaginez|pense à|pensez à|souviens-toi|souvenez-vous|rappelle-toi|rappelez-vous|complète|complétez|liste|listez|énumère|choisis|choisissez|prends (?:un|une|le temps)|prenez (?:un|une|le temps)|regarde en arrière|regardez en arrière|aide-moi|aidez-moi|donne-moi|donnez-moi|donne|donnez|note|notez|termine|terminez|apporte|apportez|laisse|laissez)", "je me demande (?:ce|comment|quel|quelle|à quoi|où|qui|de quoi)", "(?:j'aimerais|je voudrais|ça m'intéresse de|cela m'intéresse de) (?:savoir|entendre|comprendre|t'entendre|vous entendre|connaître)", "je suis curieu(?:x|se) (?:de|d')"],
        "not_request": ["note (?:que|de)", "liste (?:de|des)", "parle de soi", "je me demande si"],
        "order": ["(?:puis |ensuite )?(?:raconte|racontez|décris|décrivez|explique|expliquez|écris|écrivez|nomme|nommez|liste|listez|énumère|énumérez|partage|partagez|dis-moi|dites-moi|complète|complétez|note|notez|parle-moi|parlez-moi)"],
        "same": ["(?:puis |ensuite )?(?:raconte|racontez|décris|décrivez|explique|expliquez|écris|écrivez|nomme|nommez|partage|partagez|dis|dites|note|notez)(?:-le|-la|-moi|-les)? (?:autant|aussi peu|un mot|une phrase|quelques mots|ce que tu veux|ce que vous voulez|ce qui vient|comme|librement|si|quand|avec tes|avec vos|juste|seulement|tout|ici)", "(?:écris|écrivez|dis|dites|note|notez|décris|décrivez)-(?:le|la)"],
        "fact": ["(?:(?:<prep>) ?)?combien(?: de [\\w]+| d'[\\w]+)?", "(?:depuis|jusqu'à|pour) quand", "quand (?:as-tu|avez-vous|est-ce que|est-ce qu'|a|était|est|es-tu|êtes-vous|ça a|cela a|c'était|tu as|vous avez)", "(?:à|vers|de|depuis|jusqu'à) quelle (?:heure|date|époque|fréquence)", "(?:à|avec|dans|pour|sur) ?quel (?:âge|jour|rythme)", "(?:quel|quelle|quels|quelles) (?:âge|heure|jour|jours|date|année|mois|médicaments?|dose|taille|classe|école|numéro|poids|marque|fréquence|pourcentage)", "(?:quel|quelle) est (?:ton|ta|votre) (?:nom|prénom|âge|poids|adresse|numéro|métier|travail|profession|date)", "où (?:habites-tu|habitez-vous|vis-tu|vivez-vous|travailles-tu|travaillez-vous|es-tu né|êtes-vous né|est-ce que tu (?:habites|vis|travailles)|est-ce que vous (?:habitez|vivez|travaillez)|tu habites|vous habitez|as-tu mal|avez-vous mal)", "d'où (?:viens-tu|venez-vous)", "comment (?:t'appelles-tu|vous appelez-vous|tu t'appelles|s'appelle)", "que fais-tu dans la vie", "que faites-vous dans la vie", "si (?:tu (?:as|es|fumes|bois|prends)|vous (?:avez|êtes|fumez|buvez|prenez)|c'est|c'était|ça)"],
        "soft_fact": ["(?:avec |chez |de |à )?qui (?:vit|habite|vis-tu|vivez-vous|habites-tu|habitez-vous|t'a|vous a|est-ce qui|est (?:là|avec|ce|cette|ton|ta|votre)|cuisine|paie|était)", "(?:lequel|laquelle|lesquels) (?:de|des|préfères-tu|préférez-vous|est)"],
        "not_fact": ["combien (?:cela|ça) (?:compte|importe)", "quand (?:te sens-tu|vous sentez-vous|est-ce que tu te sens|est-ce que vous vous sentez|as-tu ressenti|t'es-tu senti|vous êtes-vous senti|tu te sens)", "qui ou quoi", "si (?:tu veux|vous voulez|tu le souhaites|possible)", "quel (?:âge|jour) (?:a été|était) le plus"],
        "options": ["(?:bien|mal|mieux|pire|beaucoup|peu|oui|non)(?: ou (?:bien|mal|mieux|pire|beaucoup|peu|oui|non|pas))?", "(?:le|la|les|ton|ta|un|une|l')\\s*[\\w]+ ou (?:le|la|les|ton|ta|un|une|l')\\s*[\\w]+"],
        "scale": ["sur une échelle", "échelle (?:de|allant)", "(?:de|entre) (?:0|1|zéro|un) (?:à|et) (?:10|5|dix|cinq)", "quel chiffre", "quelle note"],
        "tag": ["(?<=[,–—-])\\s*(?:non|n'est-ce pas|hein|pas vrai|c'est ça|c'est bien ça|d'accord|oui|ou pas|je me trompe|correct|exact|tu ne crois pas|vous ne croyez pas|tu ne trouves pas|vous ne trouvez pas|ne crois-tu pas|ne croyez-vous pas)[\\s?.!]*$", "(?:n'est-ce pas|pas vrai|hein)[\\s?.!]*$"],
        "backchannel": ["(?:oui|non|ah oui|ah bon|ok|okay|d'accord|vraiment|hum+|hm+|mmm+|et|pardon|comment|hein|c'est vrai|pourquoi pas|bon|ah)"],
        "parenthesis": ["s'il y a quelque chose", "s'il y en a", "si quelque chose", "si tu veux", "si vous voulez", "si tu le souhaites", "si vous le souhaitez", "par exemple", "peut-être", "avec tes mots", "avec vos mots", "dans tes mots", "dans vos mots", "avec tes propres mots", "même un peu", "même petit", "aussi petit soit-il", "ou pas", "ou rien", "ou non", "à ton avis", "à votre avis", "selon toi", "selon vous", "pour toi", "pour vous", "le cas échéant", "disons"],
        "elliptic": ["^(?:parce que|et|et puis|et ensuite|et maintenant|et aujourd'hui|et après|par exemple|comme|c'est-à-dire|mais|à savoir|pour|dans quel sens)$", "(?:parce que|c'est-à-dire|et puis|quoi|comment|pourquoi|par exemple)$", "^(?:un|une) (?:mot|image|phrase|moment|exemple)"],
        "person": ["tu", "toi", "te", "t'", "ton", "ta", "tes", "vous", "votre", "vos"],
        "joiner": ["(?:et|ou|mais|puis)"],
        "joined": ["(?:et|ou|mais)(?=(?: puis| ensuite| aussi| alors)? (?:(?:(?:<prep>) )?(?:qu'est-ce|comment|où|quand|quel|quelle|quels|quelles|pourquoi|combien|quoi)\\b(?! (?:d'autre|encore|tu|vous|il|elle|je|on|nous|ça|cela)\\b)|qu'(?:as|avez|est|en)|que (?:fais|faites|veux|voulez|voudrais|voudriez|penses|pensez|sens|souhaites)\\b|est-ce (?:que|qu')|(?:as|es|peux|veux|crois|penses)-tu|(?:avez|êtes|pouvez|voulez)-vous|décris|raconte|écris))"],
        "not_joined": ["(?:et|ou) (?:à|avec|de|pour) qui", "et quoi d'autre", "ou est-ce que"],
        "pair": ["(?:quand|où|quoi|qui|comment|quel) ou (?:quand|où|quoi|qui|comment|quel)", "qui et quoi", "quoi et qui", "quand et où", "où et quand", "comment et quand", "quoi d'autre"],
    },
    "times": {
        "numbers": {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "une demi-": 1},
        "units": {"minutes?": 0, "heures?": 1, "jours?|nuits?|journées?": 24, "semaines?": 168, "mois": 720, "ans?|années?": 8760},
        "many": "\\w+s",
        "few": "quelques|deux ou trois|une paire de",
        "some": "plusieurs|beaucoup de|bien des|des",
        "about": "environ|à peu près|presque|plus de|moins de|seulement|à peine|encore|au moins|jusqu'à|les prochaines|les prochains|les dernières|les derniers|exactement|près de",
        "past": ["il y a(?: déjà)? <amount>", "<amount> (?:[\\w]+ ){0,2}(?:depuis|après)", "depuis(?: déjà)? <amount>", "(?:cela|ça) fait(?: déjà)? <amount>", "<amount> (?:se sont écoulée?s|sont passée?s|ont passé|s'est écoulée?)"],
        "ahead": ["(?:dans|d'ici) <amount>", "(?:il )?reste(?: encore| plus que)? <amount>", "<amount> (?:avant|plus tard|après|jusqu'à)"],
        "named": [["après-demain", 24, 72], ["(?<!après-)demain(?: (?:matin|soir|midi|après-midi))?", 0, 48], ["avant-hier", -72, -24], ["(?<!avant-)hier(?: (?:matin|soir|midi|après-midi))?", -48, 0], ["la semaine (?:dernière|passée)", -336, 0], ["la semaine prochaine", 0, 336], ["le mois (?:dernier|passé)", -1440, 0], ["le mois prochain", 0, 1440]],
        "near": [["(?:aujourd'hui|ce (?:matin|soir|midi)|cet après-midi|cette (?:nuit|soirée|après-midi))", -24, 24], ["cette semaine", 1, -1], ["ce mois-ci", 1, -1], ["(?:bientôt|tout à l'heure|sous peu|dans un instant|dans un moment)", 0, 36], ["(?:à l'instant|il y a un instant|il y a un moment|vien(?:s|t|ent) de|venez de)", -6, 0], ["(?:(?:le|ce) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|midi|après-midi))?", 1, -1], ["à \\d{1,2}(?: ?h(?:eures?)?(?: ?\\d\\d)?|[:.]\\d\\d)", 1, -1], ["à (?:midi|minuit)", 1, -1]],
        "greeting": ["bon(?:jour|soir|ne nuit|ne journée|ne soirée|ne semaine| week-end)", "bonne (?:nuit|journée|soirée|semaine)"],
        "event": ["(?:séances?|sessions?|rencontres?|rendez-vous|entretiens?|conversations?|appels?)", "(?:tu|vous) (?:retrouves|retrouvez|rencontres|rencontrez|revois|revoyez|vois|voyez)(?: n| ton coach| votre coach)?", "(?:as|avez) (?:vu|rencontré|retrouvé) (?:n|ton coach|votre coach)", "(?:parles|parlez|parlé|parleras|parlerez) (?:à|avec) (?:n|ton coach|votre coach)", "marquée?s?", "(?:la )?fin"],
    },
    "split": {
        "opener": "Comment {rest}, le cas échéant ?",
        "bare": {
            "comment": "De quelle manière ?",
            "pourquoi": "Qu'est-ce qui y a mené ?",
            "quand": "Que se passait-il alors ?",
            "où": "Où était-ce ?",
            "qui": "Qui était là ?",
            "quoi": "Qu'était-ce ?",
        },
    },
    "wording": {
        "LEAD": {
            "anywhere": ["sûrement", "évidemment", "bien sûr", "bien entendu", "naturellement", "de toute évidence", "clairement", "assurément", "à l'évidence", "comme tu le sais", "comme vous le savez", "tout le monde sait", "(?:ne|n')\\s*(?:crois|penses|trouves|veux|as|es|devrais|serais)-tu pas", "(?:ne|n')\\s*(?:croyez|pensez|trouvez|voulez|avez|êtes|devriez|seriez)-vous pas", "tu ne (?:crois|penses|trouves) pas que", "vous ne (?:croyez|pensez|trouvez) pas que", "n'est-il pas", "n'est-elle pas", "ne serait-il pas", "ne vaudrait-il pas"],
            "spare": ["(?:voir|vois|voyez|dire|plus|très) clairement", "(?:que|qu'|quoi|quel\\w*|où|qui)\\b[^?]{0,40} (?:ne|n')\\s*(?:as|veux|peux|es)-tu pas"],
        },
        "ADVICE": {
            "anywhere": ["tu (?:devrais|dois|ferais mieux)", "vous (?:devriez|devez|feriez mieux)", "il (?:te |vous )?faut", "il faudrait", "(?<!qu')(?<!que )(?<!quoi )as-tu (?:déjà )?(?:essayé|envisagé|pensé à)", "(?<!qu')(?<!que )(?<!quoi )avez-vous (?:déjà )?(?:essayé|envisagé|pensé à)", "est-ce que (?:tu as|vous avez) (?:déjà )?(?:essayé|envisagé|pensé à)", "pourquoi ne (?:pas|fais|vas|parles|prends)", "pourquoi n'(?:as|essaies|appelles)", "et si tu", "et si vous", "je (?:te |vous )?(?:suggère|recommande|conseille|propose de)", "mon conseil", "ma suggestion", "assure-toi", "assurez-vous", "n'oublie pas", "n'oubliez pas", "pense à (?:prendre|faire|appeler|noter)", "veille à", "veillez à", "à ta place", "à votre place", "si j'étais (?:toi|vous)", "il (?:serait|est) (?:bon|mieux|préférable|important|utile|conseillé) (?:de|d'|que)", "le mieux (?:est|serait)", "tu pourrais (?:essayer|peut-être essayer)", "vous pourriez (?:essayer|peut-être essayer)"],
            "starts": ["essaie", "essayez", "évite", "évitez", "arrête de", "arrêtez de", "commence par", "commencez par", "tente de", "tentez de", "fais (?:du|de la|une|attention)", "faites (?:du|de la|une|attention)", "va (?:voir|marcher)", "allez (?:voir|marcher)", "appelle", "appelez"],
            "spare": ["(?:ne|n'|rien|personne|sans|jamais) (?:[\\w']+ ){0,3}(?:dois|devez|devrais|devriez|faut)", "(?:que|si|comme si) (?:tu|vous) (?:devrais|dois|devriez|devez)", "tu (?:ne )?dois (?:rien|pas)", "vous (?:ne )?devez (?:rien|pas)", "il ne (?:te |vous )?faut (?:rien|pas)"],
        },
        "PRESS": {
            "anywhere": ["dois", "doit", "devez", "devons", "doivent", "devrais", "devrait", "devriez", "il (?:te |vous |nous )?faut", "il faudra", "il faudrait", "il fallait", "il est nécessaire", "est nécessaire", "obligatoire", "obligatoires", "obligé", "obligée", "tenu de", "exigé", "requis", "requise", "impératif", "impérativement", "urgent", "urgente", "d'urgence", "dépêche-toi", "dépêchez-vous", "au plus vite", "dès que possible", "en retard", "trop tard", "retard", "manqué", "manquée", "raté", "ratée", "échoué", "échec", "dernière chance", "n'oublie pas", "n'oubliez pas", "toujours pas", "pas encore (?:répondu|fait|écrit)", "sans excuse", "on attend de (?:toi|vous)", "ne tarde pas", "ne tardez pas"],
            "spare": ["(?:ne|n'|rien|personne|sans|aucun|aucune|jamais|ni)\\s*(?:[\\w']+ ){0,4}(?:dois|doit|devez|doivent|devrais|devrait|devriez|faut|faudra|nécessaire|obligatoire|obligatoires|obligé|obligée|exigé|requis|requise|urgent|tenu de)", "(?:dois|doit|devez|devrais) (?:rien|pas)", "faut (?:rien|pas)", "(?:qu'est-ce qui|qui|que|ce qui|quoi)\\b[^?.]{0,40} manqué", "(?:t'|vous |te )\\s*(?:a |ont |as )?(?:le plus |beaucoup )?manqué", "doit (?:son|sa) (?:nom|origine)", "ce que tu dois à", "tard (?:le soir|dans la nuit)"],
        },
        "WHY": {
            "anywhere": ["pourquoi"],
        },
        "INTERP": {
            "anywhere": ["(?:on dirait|il semble|il me semble|j'ai l'impression|ça a l'air|cela a l'air|il paraît) (?:que|qu') ?(?:tu|vous|es|te|c'est)?", "(?<!comment )tu (?:sembles|as l'air|parais)", "(?<!comment )vous (?:semblez|avez l'air|paraissez)", "au fond de (?:toi|vous)", "au fond,? (?:tu|vous)", "tout au fond", "(?:cela|ça) (?:veut dire|signifie) que (?:tu|vous)", "inconsciemment", "secrètement", "ce que tu (?:veux|ressens) (?:vraiment|réellement)(?! ?\\?)", "ça a dû être (?:dur|difficile)", "cela a dû être (?:dur|difficile)"],
            "statements": ["parce que (?:tu|vous)", "(?<!comment )(?<!si )(?<!que )(?<!quand )(?<!où )tu (?:te sens|ressens)", "(?<!comment )(?<!si )(?<!que )vous (?:vous sentez|ressentez)", "tu es (?:triste|en colère|déçue?|blessée?|anxieu(?:x|se)|débordée?|frustrée?)", "vous êtes (?:triste|en colère|déçue?|blessée?|anxieu(?:x|se)|débordée?|frustrée?)"],
            "spare": ["parce que (?:tu|vous) (?:peux|pouvez|veux|voulez|as choisi|avez choisi|as écrit|as marqué|l'as demandé|l'avez demandé)", "(?:ce que|ce qui|comment|quand|si|où|comme|que) (?:[\\w']+ ){0,2}(?:tu|vous) (?:te sens|vous sentez|ressens|ressentez|sembles|as l'air)"],
        },
        "DIAG": {
            "anywhere": ["dépressi\\w*", "déprim\\w*", "troubles?(?= (?:anxieux|bipolaire|alimentaire|du|de la|mental|psych|obsession))", "toc", "tspt", "tdah", "bipolaires?", "narcissi\\w*", "pervers narcissique", "trauma\\w*", "symptôm\\w*", "symptom\\w*", "diagnost\\w*", "rechute\\w*", "rechuter", "déni", "résistante?s?", "évitante?s?", "toxiques?", "patients", "patientes", "patient(?! avec)", "thérap\\w*", "psychothérap\\w*", "traitements?", "guéri\\w*", "psychose\\w*", "psychotique\\w*", "névros\\w*", "patholog\\w*", "dysfonctionnel\\w*", "codépendan\\w*", "borderline"],
            "spare": ["(?:être|sois|soyez|plus|très|rester) patient(?:e|es|s)?", "traitement (?:de texte|des données|équitable)", "est en déni"],
        },
        "CLAIM": {
            "anywhere": ["je (?:te |vous |t')?\\s*(?:comprends|ressens|écoute|entends|crois en|souviens|me souviens|m'inquiète|me soucie|me réjouis|suis (?:là|ici|fière?|triste|désolée?|contente?|heureu(?:x|se)|touchée?|inquiète?|avec (?:toi|vous)|toujours là))", "je sais (?:ce que|comment) (?:tu|vous)", "je serai (?:toujours )?là", "je pense à (?:toi|vous)", "nous (?:te |vous )?(?:comprenons|écoutons|sommes (?:toujours )?là|soucions)", "comme (?:ton|ta|votre) amie?", "en tant qu'amie?", "tu n'es pas seule?", "vous n'êtes pas seule?s?", "toujours là pour (?:toi|vous)", "désolée? (?:de|d'|que|pour)"],
            "spare": ["(?:aujourd'hui|en ce moment|parfois|ces temps-ci),? je"],
        },
        "SECRET": {
            "anywhere": ["entre nous", "entre (?:toi et moi|vous et moi)", "ne (?:le |l'|la )?(?:dis|dites|répète|répétez) à personne", "n'en (?:parle|parlez) à personne", "(?:totalement|complètement|entièrement|strictement|absolument|parfaitement) (?:confidentiel\\w*|privée?s?|secrè?te?s?|anonymes?|sûre?s?)", "100 ?%", "cent pour cent", "notre (?:petit )?secret", "personne ne (?:le |l')?(?:saura|verra|lira)", "je (?:te |vous )?(?:promets|garantis|jure)", "nous (?:promettons|garantissons)", "garanti\\w*"],
            "spare": ["(?:ne|n'|pas|rien|aucun|aucune|jamais)\\s*(?:[\\w']+ ){0,3}(?:garanti\\w*|confidentiel\\w*|anonyme|secret|promettons)", "personne ne (?:le |l')?(?:lit|voit) (?:en ce moment|maintenant)"],
        },
        "PRAISE": {
            "anywhere": ["bien joué", "bon travail", "beau travail", "excellent travail", "très bien(?=[.!]|$)", "bravo", "félicit\\w*", "continue comme ça", "continuez comme ça", "continue ainsi", "fière? de (?:toi|vous)", "(?:c'est|tu es|vous êtes) (?:vraiment |très |si |tellement )?(?:super|génial|géniale|formidable|magnifique|excellent|parfait|fantastique|impressionnante?|courageu(?:x|se)|forte?|incroyable|remarquable)", "quel (?:courage|beau travail|bel effort)", "chapeau", "impressionnant"],
            "starts": ["parfait", "super", "génial", "excellent", "formidable", "magnifique", "fantastique", "bravo"],
            "spare": ["(?:qu'|que|quoi|quel\\w*|comment)\\b[^?.]{0,50}(?:super|génial|formidable|magnifique|incroyable)", "de quoi\\b[^?]{0,40} fi(?:er|ère)"],
        },
        "ABS": {
            "anywhere": ["toujours", "jamais", "tout le monde", "personne"],
            "spare": ["(?:peux|pouvez|peut|pourrais|pourriez|comme|est|es|êtes|là|encore) toujours", "toujours (?:possible|libre|bienvenu\\w*|là|ouvert\\w*|permis|en|avec|un)", "(?:une|la|cette|quelle|chaque|autre|grande|chère|premièr\\w*|bonne) personne", "personne (?:ne doit|n'est obligé|n'attend|qui|que|avec|dont|à|de|proche|importante)", "presque (?:toujours|jamais)", "plus que jamais", "si jamais", "pas toujours"],
        },
        "CRISIS": {
            "anywhere": ["calme-toi", "calmez-vous", "suicid\\w*", "(?:te|vous|se) (?:faire du mal|tuer|blesser)", "mettre fin à (?:tes|vos) jours", "promets(?:-moi)? de ne pas", "(?:es-tu|êtes-vous) en (?:danger|sécurité)", "tu es en (?:danger|sécurité)", "vous êtes en (?:danger|sécurité)", "automutil\\w*", "scarifi\\w*"],
        },
        "EXIT": {
            "anywhere": ["(?:tu|vous|on) ne (?:peux|pouvez|peut) (?:pas|plus) (?:passer|arrêter|quitter|sauter|continuer|remettre|reporter|t'arrêter|vous arrêter|sortir)", "ne (?:peut|peuvent) (?:pas )?être (?:passée?s?|sautée?s?|reportée?s?|arrêtée?s?)", "(?:tu dois|vous devez|il faut|il te faut|il vous faut) (?:répondre|terminer|finir|compléter)", "réponse (?:est )?(?:obligatoire|requise|exigée)", "(?:est|sont) obligatoires?", "avant d'avoir répondu", "tant que (?:tu n'as|vous n'avez) pas répondu", "sans (?:issue|pouvoir passer|passer)"],
            "spare": ["(?:ne|n')\\s*(?:dois|devez|faut|est|sont) (?:pas|rien|jamais) ?(?:[\\w]+ ){0,2}(?:répondre|terminer|finir|obligatoires?)", "rien n'est obligatoire", "aucune (?:[\\w]+ ){0,2}n'est (?:obligatoire|requise|exigée)"],
        },
        "CONF": {
            "anywhere": ["(?:soigne|traite|guérit|soignons|traitons) (?:la |le |l'|les |ta |votre )?\\s*(?:dépression|anxiété|angoisse|troubles?|maladie\\w*|insomnie)", "guérit", "diagnosti\\w*", "(?:surveille|suit) (?:tes |vos |les )?(?:symptômes|état|santé)", "(?:pour|contre) (?:la |l'|le |les )?\\s*(?:dépression|anxiété|toc|tspt|tdah|panique|phobies?)", "cliniquement (?:prouvé|testé|validé)\\w*", "scientifiquement (?:prouvé|démontré)\\w*", "dispositif médical", "remplace (?:une |la |ta |votre |un |le )?(?:thérapie|médecin|psychologue|coach)"],
        },
    },
}

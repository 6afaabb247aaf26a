"""A remark: a whole message about the question itself, and no answer to it: unclear, unwanted, why, not now."""

import re
from functools import lru_cache
from typing import Literal

from bot.core.understand.folding import fold
from bot.core.understand.stemmed import found, stemmed
from bot.core.understand.utterance import heard

Remark = Literal["unclear", "other", "why", "later", "unsure", ""]
"""What is said of a question: what it means, that another is wished, why it is asked, not now, no answer known."""

LONGEST = 90
"""Letters of such a message; what is longer tells something of its own."""

_BEFORE = (
    "hm+ mm+ uh+ um+ er well so ok okay oh ah sorry please pls honestly really actually just maybe and but ugh nah puh ehm"
    " hey hi hello thanks then tbh frankly wait again instead rather ahm na ja also bitte ehrlich gesagt eigentlich mal"
    " doch und aber nee nein ne hallo danke entschuldigung tut mir leid dann lieber moment echt da denn"
    " اه ام طيب حسنا عفوا من فضلك لو سمحت رجاء في الحقيقه بصراحه لكن و مرحبا شكرا اسف اسفه لحظه كلا"
)
_BEHIND = (
    "hm+ sorry please pls honestly really actually tbh frankly thanks then instead though right"
    " bitte ehrlich gesagt eigentlich mal danke entschuldigung dann lieber denn leider oder"
    " من فضلك لو سمحت رجاء في الحقيقه بصراحه شكرا اسف اسفه"
)
"""What may stand before it and behind it without changing it."""

_THIS = (
    r"(?:(?:this|that|the|your|these|those|such a|such)(?: last| latest| current| kind of| sort of)?"
    r" (?:question|questions|one|prompt|message)|this|that|it|you)"
)
_ONE = r"(?:(?:this|that|the|your|these|those) (?:(?:kind|sort) of )?(?:question|questions|one|ones|prompt))"
_HOW = (
    r"(?:(?:is|s|was|are|seems|sounds|looks|a|an|such|very|really|so|too|quite|bit|rather|not|kind of|all) )*"
)
_ODD = (
    r"(?:weird|strange|odd|stupid|silly|dumb|bad|boring|annoying|useless|pointless|irrelevant|wrong|intrusive"
    r"|inappropriate|awkward|heavy|creepy|terrible|awful|lame|ridiculous|personal|repetitive)"
)
_PAST = r"(?:(?:already|before|again|once|twice|last (?:week|time|month)|yesterday|earlier|every time|all the time|many times|just now|today|recently))"
_AT = r"(?:later|(?:on )?(?:another|some other|a different) (?:day|time|moment)|when (?:i have|there is) (?:more )?time)"

_DAS = r"(?:(?:die|diese|deine|der|dieser|den|dem|so eine) (?:letzte )?(?:fragen?|text|satz|nachricht)|das|dies|es|dich|hier|damit)"
_DIE = r"(?:(?:die|diese|deine|so eine|solche) fragen?|die|diese)"
_KOMISCH = (
    r"(?:komische|blode|dumme|doofe|seltsame|merkwurdige|schlechte|unpassende|falsche|langweilige|nervige|bescheuerte"
    r"|sinnlose|personliche|unnotige|eigenartige|unsinnige)"
)
_SCHON = (
    r"(?:schon|bereits|gestern|letzte woche|letztes mal|eben|vorhin|neulich|wieder|immer|jedes mal|dauernd|heute|mal"
    r"|ein ?mal|zwei ?mal|x mal)"
)
_WANN = r"(?:spater|ein ander ?mal|ein anderes mal|an einem anderen tag|wann anders|irgendwann anders|zu einer anderen zeit)"

_GERADE = r"(?:gerade|jetzt|im moment|momentan|grade?|zeitlich)"

_SOAL = r"(?:(?:هذا |هذه |نفس )?(?:ال)?(?:سوال|اسيله)|هذا|ذلك)"
_SABIQ = r"(?:من قبل|سابقا|مسبقا|قبل ذلك|امس|الاسبوع الماضي|قبل قليل|مره اخري|من جديد)"
_MATA = r"(?:لاحقا|في وقت اخر|وقت اخر|في يوم اخر|يوما اخر|بعدين|فيما بعد|مره اخري)"

_JUST_NOW = r"sorry|hey|i am|im|i|just|still|currently|right now|now|at the moment|ich bin|bin|ich|gerade|grad|noch|jetzt|leider|estoy|ahora|انا|الان"
_ON_THE_WAY = (
    r"on (?:a|the|my) (?:train|bus|plane|tram|road|phone|way home|way to work)|driving|in (?:a|the) (?:meeting|car|cinema|class)"
    r"|at the (?:doctors?|dentist|gym)|(?:bad|no|poor) (?:signal|connection|reception|network)"
    r"|unterwegs|im (?:zug|bus|auto|meeting|kino|termin|unterricht)|in (?:der bahn|einem meeting|einer sitzung)|am steuer"
    r"|beim (?:arzt|zahnarzt|sport|fahren)|(?:schlechter|schlechtes|kein|keinen) (?:empfang|netz|internet)"
    r"|en (?:el tren|el autobus|el coche|una reunion|camino)|conduciendo|sin cobertura"
    r"|في (?:القطار|الحافله|السياره|اجتماع|الطريق)"
)

_READINGS: tuple[tuple[Remark, str], ...] = (
    # ---- what it means
    (
        "unclear",
        r"what (?:exactly )?(?:do|did|does|would|is|are|was) (?:exactly )?(?:you|this|that|it|meant|the question|this question|that question)"
        rf"(?: (?:even|really|actually|exactly|want|wanna|trying|supposed|to|mean|meant|meaning|asking|getting at|saying|know|ask|hear|by|with|from|me|here|about|in|{_THIS}))*"
        r"(?<!what is this)(?<!what is that)(?<!what is it)(?<!what are you)",
    ),
    ("unclear", rf"how (?:do|did|would) you mean(?: {_THIS})?|how (?:is|was) {_THIS} meant"),
    (
        "unclear",
        rf"how (?:should|shall|do|can|could|am|would) i (?:supposed to |meant to )?(?:answer|understand|take|read|interpret) {_THIS}",
    ),
    (
        "unclear",
        r"what (?:should|shall|do|can|could|am|would) i (?:supposed to |meant to |even |have to )?(?:write|say|answer|put|respond|reply|type)"
        rf"(?: (?:here|there|now|to {_THIS}|in response))*",
    ),
    (
        "unclear",
        rf"i (?:do not|dont|did not|didnt|cant|cannot|can not|never|still dont)(?: (?:really|quite|fully|even|get to))*"
        rf" (?:understand|understood|get|got|follow|grasp)(?: {_THIS}| what (?:you|that|this|it)(?: (?:is|are|re|want|wants|asking|ask|asks|mean|means|meant|about|from|me|by|here|{_THIS}))+| why you ask {_THIS})?(?: at all| sorry)*",
    ),
    (
        "unclear",
        r"(?:i am |im |its |it is |i have |ive )?(?:not sure|unsure|no idea|no clue|(?:i )?(?:do not|dont) (?:really )?know|(?:not |un)clear(?: to me)?|i wonder)(?: about)?"
        r" what (?:you|that|this|it|the question|this question|is)(?: (?:is|are|re|want|wants|trying|to|asking|ask|asks|mean|means|meant|about|from|me|by|here|know|get|getting|at|this|that|it|with|the|question))+",
    ),
    (
        "unclear",
        rf"(?:the|this|that|your) (?:question|wording|prompt) {_HOW}(?:unclear|confusing|vague|clear|abstract|cryptic|ambiguous|understandable|complicated|(?:hard|difficult) to (?:understand|follow)|makes no sense|confuses me|(?:does not|doesnt) make (?:any )?sense)(?: to me| for me)?"
        rf"|{_HOW}(?:unclear|confusing|vague|abstract|cryptic|ambiguous|complicated) question|confused by {_THIS}|(?:question )?(?:is )?unclear",
    ),
    (
        "unclear",
        rf"(?:(?:can|could|would|will) you |i need you to )?(?:please )?(?:explain|rephrase|reword|clarify|elaborate|repeat)(?: on)?(?: {_THIS}| what you mean| what {_THIS} means)?(?: (?:to me|for me|a bit|more|further|differently|simply|simpler|again|please))*",
    ),
    (
        "unclear",
        rf"(?:can|could|would|will) you (?:please )?(?:say|put|ask|word|write) {_THIS}(?: me)?(?: (?:again|differently|another way|in other words|in another way|in a different way|more simply|simpler|more clearly|please))+"
        r"|(?:say|put|ask) (?:that|this|it) (?:again|differently|another way|in other words)",
    ),
    (
        "unclear",
        r"(?:(?:can|could) (?:you|i) (?:please )?(?:give|get|have|show)(?: me)? |give me |do you have |like |such as )?(?:an |some |for )?(?:examples?|instance)",
    ),
    (
        "unclear",
        rf"(?:was|wie)(?: genau)? (?:meinst du|meinen sie|ist|willst du|wollen sie|fragst du|bedeutet|heisst|soll)(?: (?:genau|eigentlich|denn|du|mit|von|mir|hier|damit|{_DAS}))*"
        r"(?: (?:gemeint|bedeuten|heissen|wissen|horen|sagen|mich|fragen|meinen))+(?: (?:genau|mit der frage|damit))*"
        rf"|(?:was|wie)(?: genau)? (?:meinst du|meinen sie|bedeutet|heisst|willst du|wollen sie)(?: (?:genau|eigentlich|denn|mit|von|mir|hier|damit|jetzt|{_DAS}))*",
    ),
    (
        "unclear",
        r"(?:was|wie) (?:soll|kann|muss|darf) ich (?:da|dazu|hier|jetzt|darauf|das|denn|die frage|bitte| )* ?(?:schreiben|antworten|sagen|verstehen|beantworten)",
    ),
    (
        "unclear",
        rf"(?:ich )?(?:verstehe?|versteh|kapiere?|begreife?|checke?|raffe?|blicke?)(?: (?:ich|leider|ehrlich gesagt|uberhaupt|grad|gerade|jetzt|den sinn|nicht ganz|{_DAS}))*"
        rf" (?:nicht|nur bahnhof)(?: (?:ganz|so ganz|wirklich|richtig|was du (?:meinst|willst|fragst|von mir willst|wissen willst)|was gemeint ist|was (?:das|die frage) (?:soll|heisst|bedeutet)|{_DAS}))*",
    ),
    (
        "unclear",
        rf"(?:{_DAS} )?(?:versteh|verstehe|kapier|kapiere|check|checke|begreife|hab|habe) ich (?:leider |jetzt |gerade |uberhaupt )*nicht(?: (?:ganz|so ganz|wirklich|richtig))?(?: (?:verstanden|kapiert|begriffen))?"
        rf"|(?:ich )?(?:habe? |hab )?(?:{_DAS} )?(?:leider )?nicht(?: ganz| richtig)? (?:verstanden|kapiert|begriffen)",
    ),
    (
        "unclear",
        r"(?:die|diese|deine) frage ist (?:mir )?(?:(?:leider|etwas|ein bisschen|sehr|zu|nicht|ganz|so|unklar|klar|vage|verwirrend|verstandlich|unverstandlich|abstrakt|kompliziert|schwer zu verstehen) ?)+"
        r"|(?:mir (?:ist )?)?(?:nicht klar|unklar|keine ahnung|ich weiss nicht|weiss nicht)(?: ist)?(?: mir)? was (?:du (?:meinst|willst|wissen willst|von mir willst|fragst|damit meinst|horen willst)|gemeint ist|(?:das|die frage) (?:soll|heisst|bedeutet|meint))",
    ),
    (
        "unclear",
        rf"(?:(?:kannst|konntest|wurdest) du |konnen sie )?(?:{_DAS} |mir |bitte |nochmal |noch mal |etwas |genauer |anders )*(?:erklaren?|erklar|erlautern?|umformulieren|(?:anders|neu) (?:fragen?|sagen?|formulieren?|ausdrucken)|formulieren|wiederholen?|verdeutlichen|prazisieren|konkreter (?:fragen|werden))(?: mir| {_DAS}| bitte| nochmal)*"
        r"|(?:erklar|erklare|sag|formuliere?|frag) (?:mir )?(?:das|die frage|es) (?:bitte )?(?:anders|nochmal|noch mal|genauer|einfacher)?",
    ),
    (
        "unclear",
        r"(?:hast du |gibt es |kannst du |mir )*(?:dafur |dazu )?(?:(?:ein|zum) )?beispiele?(?: (?:geben|nennen|dafur|dazu))*|worauf willst du(?: hier)? hinaus|in ?wie ?fern|inwiefern|in welche[mr] (?:sinne?|hinsicht|bezug)|in bezug auf was",
    ),
    (
        "unclear",
        rf"(?:ماذا|ما الذي|ما|شو|ايش) (?:تقصد|تقصدين|قصدك|تعني|تعنين|تريد|تريدين|تسال|تسالين|يعني|المقصود|معني|المطلوب)(?: (?:ان تعرف|ان تعرفي|معرفته|بهذا|بذلك|به|من|ب|عن|بالضبط|مني|هنا|بالسوال|بهذا السوال|{_SOAL}))*",
    ),
    (
        "unclear",
        rf"(?:انا )?(?:لا|لم|ما|لست) (?:افهم|فهمت|استوعب|فاهم|فاهمه)(?: (?:عليك|ماذا تقصد|ماذا تقصدين|ما تقصد|ما المقصود|قصدك|جيدا|تماما|ما تعنيه|شييا|ما معني|{_SOAL}))*"
        r"|(?:مش|مو) فاهم(?:ه)?(?: السوال)?|(?:هذا )?السوال (?:غير واضح|غير مفهوم|غامض|ليس واضحا|مبهم|صعب الفهم|محير)(?: لي| بالنسبه لي)?",
    ),
    (
        "unclear",
        rf"(?:هل )?(?:يمكنك|تستطيع|تستطيعين|يمكن|ممكن|هل لك)(?: ان)? (?:تشرح|تشرحي|الشرح|شرح|توضح|توضحي|التوضيح|توضيح|اعاده|تعيد|تعيدي|تكرار|صياغه|تصيغ)(?: (?:صياغه|لي|اكثر|بطريقه اخري|بشكل اخر|{_SOAL}))*"
        rf"|(?:اشرح|اشرحي|وضح|وضحي)(?: (?:لي|اكثر|{_SOAL}))*|(?:ماذا|كيف) (?:اكتب|اقول|اجيب|ارد)(?: (?:هنا|عن هذا|علي هذا))*|(?:اعطني |هل لديك |ممكن )?مثال(?:ا)?|مثل ماذا|كيف يعني|يعني ماذا|يعني ايش",
    ),
    # ---- another one is wished
    ("other", rf"(?:no )?not(?: really)? (?:{_ONE}|this)|{_ONE} not|anything but {_ONE}|no {_ONE}"),
    (
        "other",
        rf"i (?:do not|dont|would not|wouldnt|did not|didnt|cant stand|hate|dislike)(?: really| quite| much)?(?: (?:like|want|care for|love|need|fancy|feel like|get on with|relate to|connect with))?(?: to (?:answer|do|get|have))? {_ONE}"
        rf"|{_ONE} (?:again )?(?:(?:does not|doesnt|do not|dont|is not|isnt|are not|arent) (?:really |quite )*(?:fit|suit|apply|work|relevant|for me|right|help|speak|relate|appeal|my thing|say anything|make sense for me)|(?:annoys|bothers|bores|irritates) me)(?: (?:me|to me|for me|right now|today|now|with me|here|at all))*",
    ),
    (
        "other",
        rf"(?:what )?(?:(?:this|that|it|thats|its|these|those) )?{_HOW}{_ODD} (?:question|questions|one)|{_ONE} {_HOW}{_ODD}(?: (?:for me|to me|today))*",
    ),
    (
        "other",
        r"(?:(?:can|could|may) (?:we|i|you) (?:please )?(?:have|get|do|ask|take|try|give|pick|talk about|choose)(?: me)? |(?:do you have|is there|are there|give me|ask me|ask|i(?:d| would)? (?:prefer|like|want|need|rather have)|lets (?:do|try|take)|try|give|got|have you got) )?"
        r"(?:any |an ?)?(?:other|another|different|a different|some other|something|anything|others)(?: (?:one|ones|question|questions|else|topic|subject|thing))(?: to (?:ask|answer))?",
    ),
    (
        "other",
        rf"(?:you(?: have|ve)? |u )?(?:already |just |always |keep |have )*(?:asked|asking|ask)(?: me)? (?:{_THIS}|the same(?: question| thing)?|about {_THIS})(?: {_PAST})+"
        rf"|you(?: have|ve)? (?:already|just|always|keep) (?:asked|ask|asking)(?: me)? (?:{_THIS}|the same(?: question| thing)?)|(?:did not|didnt|havent|have not) you(?: already| just)* (?:ask|asked)(?: me)? {_THIS}(?: {_PAST})*",
    ),
    (
        "other",
        rf"i(?: have|ve)? (?:already |just )+(?:answered|told you|replied to|responded to|done)(?: about)?(?: {_THIS})?(?: {_PAST})*|i(?: have|ve)? (?:answered|replied to|had|told you) {_THIS}(?: {_PAST})+|we(?: have|ve)? (?:already )?(?:had|did|done) {_THIS}(?: {_PAST})*",
    ),
    (
        "other",
        rf"(?:again |always )?(?:the |this |that )?same (?:old )?(?:question|questions|one)(?: (?:again|as (?:before|last (?:time|week)|yesterday|always)|every time|over and over|once more))*|{_ONE} again|not (?:this|that)(?: one| question)? again|not again {_ONE}|again {_ONE}",
    ),
    (
        "other",
        rf"(?:bitte |nee |lieber |heute )*nicht(?: schon wieder)? (?:diese|die|so eine|diese frage|die frage|so eine frage|dieses thema)(?: (?:frage|hier|bitte|heute))*|{_DIE} (?:bitte |lieber |heute |hier )*nicht",
    ),
    (
        "other",
        rf"{_DIE} (?:mag|will|mochte|mochte|brauche|finde) ich (?:(?:nicht|lieber|heute|so|doof|blod|komisch|seltsam|unpassend|langweilig|nervig|merkwurdig|schlecht|bescheuert|gerade|beantworten|total|sehr|echt|ehrlich gesagt) ?)+"
        rf"|(?:ich )?(?:mag|will|mochte) {_DIE}(?: heute| lieber)? nicht(?: beantworten)?|ich finde {_DIE} (?:(?:sehr|echt|etwas|total|ziemlich|doof|blod|komisch|seltsam|unpassend|langweilig|nervig|merkwurdig|schlecht|nicht gut|nicht passend) ?)+",
    ),
    (
        "other",
        rf"(?:{_DIE}|die frage) (?:gefallt|passt|passen|gefallen|taugt|hilft|liegt|nervt|trifft|sagt)(?: (?:mir|mich|gerade|jetzt|heute|fur mich|zu mir|so|gar|uberhaupt|hier|nicht|nichts|leider|es))+"
        r"|gefallt mir nicht (?:die|diese) frage|mit (?:der|dieser) frage (?:kann ich|komme ich) (?:(?:gerade|heute|leider|nichts|nicht|wenig|anfangen|klar|viel) ?)+",
    ),
    (
        "other",
        rf"(?:(?:das ist|was fur|ist) )?(?:(?:aber|ja|so|eine|ne|sehr|echt|etwas|ganz|ziemlich) )*{_KOMISCH} fragen?|(?:die|diese|deine) frage ist (?:(?:aber|ja|so|sehr|echt|etwas|ganz|ziemlich|mir|zu|heute) )*(?:komisch|blod|dumm|doof|seltsam|merkwurdig|schlecht|unpassend|falsch|langweilig|nervig|bescheuert|sinnlos|personlich|intim|nicht passend)",
    ),
    (
        "other",
        r"(?:(?:kannst|konntest|konnen|darf|kann|hast|gibt|wurdest)(?: (?:du|ich|wir|es))?(?: (?:mir|mich|bitte|noch|auch|vielleicht))* )?(?:eine |was |etwas |noch eine )?(?:andere|anderes|andre|andres|neue)(?: frage| fragen| thema)?(?: (?:bitte|haben|stellen|geben|fragen|bekommen|nehmen|dafur))*(?<!was andere)(?<!etwas andere)",
    ),
    (
        "other",
        rf"(?:(?:das|dies|dasselbe|das gleiche|die|diese|die frage|diese frage|die gleiche frage|dieselbe frage) )?(?:hast|hattest|habe|hab|hatten|fragst|fragten|haben) (?:du|wir|ich|sie)(?: (?:mich|dir|doch|ja|das|die frage|die|dasselbe|das gleiche))*(?: {_SCHON})+(?: (?:gefragt|beantwortet|gesagt|geschrieben|gestellt|erzahlt|gehabt|besprochen))?"
        rf"|(?:das|die frage|die) (?:war|hatten wir|kam)(?: {_SCHON})+(?: dran| da)?|(?:habe?|hab) (?:ich )?(?:das |dir |die frage |die )*(?:{_SCHON} )+(?:beantwortet|gesagt|geschrieben|erzahlt)|hatten wir {_SCHON}",
    ),
    (
        "other",
        r"(?:schon wieder|immer|wieder|jedes mal)(?: (?:nur|die|diese|der|das))*(?: (?:gleiche|selbe|dieselbe|gleichen|selben))?(?: fragen?)|(?:schon wieder|immer|wieder)? ?(?:die |das )?(?:gleiche|selbe|dieselbe|dieselben|gleichen) fragen?(?: (?:wie (?:letztes mal|letzte woche|gestern|immer|vorhin)|nochmal|wieder))*|(?:die|diese) frage (?:schon )?(?:wieder|nochmal)",
    ),
    (
        "other",
        r"(?:ليس|مو|مش|لا) (?:هذا|هذه|هذا السوال)(?: من فضلك)?|(?:انا )?لا (?:احب|اريد|يعجبني|يناسبني|تعجبني) (?:هذا )?(?:ال)?(?:سوال|اسيله)|(?:هذا )?(?:ال)?سوال (?:غريب|سخيف|غبي|ممل|مزعج|سيي|غير مناسب|شخصي|غير لايق|محرج)(?: (?:جدا|لي))*"
        r"|(?:هذا )?السوال (?:لا|ليس) (?:يناسبني|يعجبني|ينطبق علي|يخصني|مناسبا|يفيدني|ينفعني)(?: لي)?",
    ),
    (
        "other",
        r"(?:هل )?(?:يمكن|هناك|لديك|ممكن|عندك|اريد|اعطني|اعطيني|هات|ابغي)?(?: لي| ان تسالني| ان تسال)? ?(?:سوالا?|اسيله|شييا|شي|واحدا?|موضوعا?) (?:اخر|اخري|غيره|غيرها|مختلفا?|ثانيا?|جديدا?)",
    ),
    (
        "other",
        rf"(?:لقد |قد )?(?:سالتني|سالتيني|سالتنا|سالت|اجبت|جاوبت|رددت)(?: (?:عن|علي))? ?(?:{_SOAL})? ?(?:{_SABIQ})|(?:مره اخري |دايما )?(?:نفس السوال|السوال نفسه|نفس الاسيله)(?: {_SABIQ}| دايما| كل مره)*|هذا السوال {_SABIQ}",
    ),
    # ---- why it is asked
    (
        "why",
        rf"why (?:do|did|are|would|should|is|s) (?:you |this |that )?(?:even |always |really )?(?:ask|asking|asked|want to know|wanna know|need to know|interested|question)(?: me)?(?: (?:{_THIS}|about {_THIS}|now|again|today|to me|like this))*"
        r"|why (?:(?:am|was) i (?:being )?asked |do i get |are you sending me |did i get )?(?:this|that|the|these)(?: question| one| questions)(?: (?:now|today|again|to me))*|why (?:me|now|that|this)|why(?: on earth)?",
    ),
    (
        "why",
        rf"what(?: is|s)? (?:the )?(?:point|purpose|use|reason) (?:of|for|behind|in) {_ONE}|what (?:is|s) {_ONE} (?:good )?for|what good is {_ONE}",
    ),
    (
        "why",
        rf"(?:warum|wieso|weshalb|wozu|weswegen) (?:fragst du|fragen sie|willst du|mochtest du|kommt|bekomme ich|werde ich|interessiert dich|stellst du|musst du)(?: (?:mich|mir|eigentlich|denn|jetzt|heute|gerade|immer|schon wieder|danach|so was|sowas|gefragt|wissen|{_DAS}))*"
        r"|(?:warum|wieso|weshalb|wozu)(?: (?:genau|ausgerechnet|denn|jetzt|gerade))*(?: (?:die|diese|so eine) fragen?)?(?: (?:jetzt|heute|wieder))*|wozu (?:ist )?(?:die frage|diese frage)(?: gut)?|was (?:soll|bringt)(?: mir)? (?:die frage|diese frage)(?: (?:bringen|denn|hier))*",
    ),
    (
        "why",
        rf"(?:لماذا|ليش|لم|لمه|ليه) (?:تسال|تسالني|تسالين|تسالينني|هذا السوال|تريد ان تعرف|تريدين ان تعرفي|تطرح|تطرحين|يهمك)(?: (?:عن|الان|اليوم|{_SOAL}))*|(?:لماذا|ليش)|ما (?:فايده|الهدف من|الغرض من|جدوي) (?:هذا )?السوال",
    ),
    # ---- not now
    (
        "later",
        rf"(?:ask|remind|write|message|ping|text|try)(?: me)?(?: (?:again|this|that|it|about (?:it|this|that)))* {_AT}|{_AT}(?: maybe| then)?",
    ),
    (
        "later",
        rf"(?:(?:can|could|may|shall) (?:we|i|you) |lets |i(?: would|d)?(?: like to| rather| prefer to)? |i will |ill |i want to )(?:do|answer|talk about|discuss|ask|have|postpone|put off|move|come back to|get back to|return to|reply to|respond to|think about|reply|respond|answer)(?: me)?(?: (?:{_THIS}|on {_THIS}|to {_THIS}))?(?: (?:to|on|at))? {_AT}",
    ),
    (
        "later",
        r"(?:i )?(?:cant|cannot|can not|dont want to|do not want to|do not have time to|dont have time to|have no time to|am not able to)(?: really)? (?:answer|think about (?:this|that|it)|reply|respond|do this|deal with this)(?: (?:this|that|it))?(?: (?:right now|now|at the moment|today|tonight|just now|yet))+"
        r"|(?:this is |its |it is |now is |thats )?(?:not|no) (?:a |the |really |such )*(?:good|right|best|great) (?:time|moment)(?: (?:right now|now|for me|for this|at the moment|today|for that))*|(?:this is |its |it is )?(?:a )?bad (?:time|moment|timing)(?: (?:now|for me))*"
        r"|not (?:right now|just now|at the moment|for now|tonight|this moment|yet)|no time (?:for (?:this|that|questions|a question)|to answer)(?: (?:right now|now|today|tonight))*|(?:can|could|may) (?:you|we|i) (?:please )?(?:postpone|put off|snooze|delay) (?:this|that|it|the question|this question)",
    ),
    (
        "later",
        rf"(?:frage?|erinnere?|schreibe?|melde?)(?: (?:mich|mir|dich|du|daran|nochmal|noch mal|das|wieder|danach))+ {_WANN}(?: (?:nochmal|noch mal|wieder|daran|danach))*|{_WANN}"
        rf"|(?:konnen wir|kann ich|kannst du|ich|darf ich|ich mochte|ich wurde|lass uns)(?: (?:das|die frage|dazu|darauf|mich|mir|gern|gerne|dir|es|antworte|beantworte|schreibe|komme))* {_WANN}(?: (?:machen|beantworten|antworten|besprechen|fragen|zuruck|darauf zuruck|darauf|schreiben|verschieben|tun|noch ?mal))*",
    ),
    (
        "later",
        rf"(?:das |es )?passt(?: (?:mir|bei mir|so))* {_GERADE}(?: (?:{_GERADE}|mir|bei mir|leider|so))* (?:nicht|schlecht)(?: so gut| gut)?"
        rf"|(?:das |es )?geht(?: bei mir)? {_GERADE}(?: (?:{_GERADE}|bei mir|leider))* (?:nicht|schlecht)"
        rf"|{_GERADE}(?: {_GERADE})? (?:leider )?(?:nicht|schlecht|keine zeit dafur)|(?:ich )?(?:kann|will|mag|mochte|schaffe)(?: (?:das|die frage|jetzt|gerade|im moment|heute|grad|dazu|darauf))+ nicht(?: (?:beantworten|antworten|machen))+|kein guter (?:moment|zeitpunkt)(?: gerade| jetzt)?|schlechter (?:moment|zeitpunkt)|noch nicht",
    ),
    (
        "later",
        rf"(?:اسالني|اساليني|ذكرني|ذكريني|اكتب لي|اكتبي لي)(?: (?:عن هذا|بهذا|بذلك|عنه|مره اخري))* ?(?:{_MATA})|(?:ساجيب|ساكتب|سارد|اجيب|ساعود)(?: (?:عن هذا|علي هذا|الي هذا|عليك|لك))* {_MATA}|{_MATA}"
        r"|(?:ليس|مو|مش) (?:الان|اليوم|هذه الليله|وقتا مناسبا|الوقت المناسب)|(?:لا|لن) (?:استطيع|يمكنني|اقدر)(?: ان)? (?:اجيب|الاجابه|الرد|ارد)(?: (?:الان|اليوم|حاليا|علي هذا|عن هذا))+|(?:الوقت )?غير مناسب الان|هل يمكن(?:نا)?(?: ان)? (?:نوجل|تاجيل) (?:هذا|السوال|ذلك)",
    ),
    (  # where somebody is just now, and nothing else
        "later",
        rf"(?:{_JUST_NOW})(?: (?:{_JUST_NOW}))* (?:{_ON_THE_WAY})(?: (?:{_JUST_NOW}|and|und|y|{_ON_THE_WAY}))*",
    ),
    # ---- no answer is known: kept, and not given back
    (
        "unsure",
        r"(?:i )?(?:have |have got |got |ve )?(?:no|not the slightest|not the faintest|no real|absolutely no|zero) (?:idea|clue|answer|thoughts)(?: (?:what to (?:say|write|answer)|yet|at all|right now|today|on that|to that|for that))*"
        r"|(?:i )?(?:do not|dont|cant|cannot|couldnt|wouldnt|would not) (?:really |even |honestly )*(?:know|say|tell)(?: (?:yet|really|what to (?:say|write|answer|think)|how to (?:answer|put it)(?: that| this)?|that|the answer|right now|for sure|exactly|anymore|today))*",
    ),
    (
        "unsure",
        r"(?:i am |im )?(?:not|un) ?(?:really |quite |so |too |entirely )*sure(?: (?:yet|what to (?:say|write|answer)|how to (?:answer|put it)(?: that| this)?|about that|right now|really|today))*|dunno|idk|beats me|who knows|hard to (?:say|tell)|difficult to (?:say|tell)|no comment"
        r"|nothing (?:comes to mind|in particular|special|really|much|springs to mind)(?: (?:right now|now|today|really))*|(?:i )?(?:cant|cannot|couldnt|could not) think of (?:anything|one|something)(?: (?:right now|now|today))*|(?:thats |that is |its |this is |what )?(?:a |an )?(?:very |really )?(?:good|great|nice|interesting|hard|tough|difficult|big|tricky) (?:question|one)|let me think(?: about (?:it|that))?|search me",
    ),
    (
        "unsure",
        r"(?:ich )?(?:hab |habe |hab da |habe da )?(?:(?:da|wirklich|echt|absolut|uberhaupt|so|gar|dazu) )*(?:keine|null|keinerlei|kein|keinen) (?:ahnung|idee|antwort|plan|schimmer|peil|gedanken|meinung)(?: (?:ehrlich gesagt|was ich (?:sagen|schreiben|antworten) soll|dazu|gerade|heute|mehr))*|k ?a|kp"
        r"|(?:das |ich |da )*(?:weiss|weis)(?: (?:ich|es|das|auch|gerade|noch|echt|wirklich|so|jetzt|leider|selbst|selber|gar|heute))* nicht(?: (?:so recht|genau|so genau|recht|wirklich|was ich (?:sagen|schreiben|antworten|dazu sagen) soll|wie ich das (?:sagen|beantworten) soll))*",
    ),
    (
        "unsure",
        r"(?:ich )?(?:bin )?(?:mir )?(?:(?:da|noch|gerade|nicht|so|ganz) )*(?:sicher|unsicher)(?: (?:gerade|da|was ich (?:sagen|schreiben) soll))*(?<!^sicher)|schwer zu (?:sagen|beantworten)|(?:das ist |ist )?(?:eine |ne )?(?:sehr )?(?:schwierige|schwere|gute|interessante|grosse|knifflige) frage"
        r"|(?:da |dazu |mir |gerade |heute )*fallt(?: (?:mir|da|dazu|gerade|heute|jetzt|leider))+ (?:nichts|nix)(?: ein)?|(?:mir )?fallt nichts ein|mir fallt (?:da |dazu |gerade )*(?:nichts|nix) ein|woher soll ich das wissen|wer weiss(?: das schon)?|mal sehen|mal schauen|(?:da )?(?:muss|musste) ich (?:erst |mal )*(?:nach|uberlegen|nachdenken)(?: \w+)?",
    ),
    (
        "unsure",
        r"(?:انا )?(?:لا|ما|لست|مش) (?:اعرف|ادري|اعلم|عارف|عارفه|متاكد|متاكده|متاكدا)(?: (?:حقا|الان|بعد|ماذا اقول|ماذا اكتب|تماما|بالضبط|كيف اجيب|والله))*|(?:ليس (?:لدي|عندي)|ما عندي|لا|ليست لدي)(?: اي| ادني)? (?:فكره|جواب)(?: (?:لدي|عندي|حقا))*"
        r"|مدري|(?:هذا )?سوال (?:جيد|صعب|مهم|عميق|حلو)(?: جدا)?|لا شي (?:يخطر ببالي|محدد|معين|خاص)(?: الان)?|لا يخطر (?:ببالي|علي بالي) شي|من يدري|صعب القول|يصعب القول",
    ),
)

_MARKED: tuple[tuple[Remark, str], ...] = (
    (
        "unclear",
        r"huh|hm+ what|what|pardon|excuse me|come again|say what|what now|like what|such as|in what (?:way|sense|respect)|about what|regarding what|which (?:question|one)|meaning|what question|ha+h?|wie bitte|was|bitte|welche frage|was denn|wie|wie denn|wie jetzt|was jetzt|ماذا|نعم|كيف|شو|ايش|اي سوال",
    ),
)
"""These are about the question only where a question mark stands behind them."""

_ASKS = stemmed(
    "question|prompt|ask|mean|frag|mein|gemeint|سوال|اسيله|اسال|تسال|سالت|تقصد|المقصود|تعني",
    r"question|prompt|\bask|\bmean|fragen?\b|fragst|meins?t|gemeint|سوال|اسيله|اسال|تسال|سالت|تقصد|المقصود|تعني",
)
"""Words that speak of a question: they are about it also where an answer has been begun."""


@lru_cache(maxsize=8)  # of one message it is asked several times
def remark(words: str) -> Remark:
    """What a whole message says of the question it stands behind; "" where it says nothing of the kind."""
    if not 0 < len(words) <= LONGEST:
        return ""
    said = _plain(words)
    if not said or not _TURNS.search(said):
        return ""
    marked = "?" in words or "؟" in words
    for one in dict.fromkeys((said, _without(said))):
        if found := (_read(one, _patterns(_MARKED)) if marked else "") or _read(one, _patterns(_READINGS)):
            return found
    return ""


def unsure(words: str) -> bool:
    """Whether a whole message says that its writer has no answer: it is one, and is not given back in quotes."""
    return remark(words) == "unsure"


def of_question(words: str) -> bool:
    """Whether words speak of a question outright; others are a part of an answer that has been begun."""
    return found(fold(words), (_ASKS,))


_DELAYED = re.compile(
    r"(?:(?:please|bitte|hey|ok|can you|could you|kannst du|konntest du|من فضلك) )*"
    r"(?:(?:ask|remind|write(?: to)?|message|ping|nudge|text|try|tell) me(?: (?:again|this|that|it|about (?:it|this|that)|of (?:it|this|that)))*"
    r"|(?:can|could) (?:we|i|you) (?:do|answer|talk about|discuss|ask|have|postpone|put off|move|come back to)(?: me)?(?: (?:this|that|it|the question))?(?: (?:to|on|at))?"
    r"|(?:i will|i'll|ill|let me) (?:answer|reply|respond|come back to|get back to)(?: (?:this|that|it|you|to (?:this|that|it|you)|on (?:this|that|it)))*"
    r"|(?:rather|better|i'd rather|maybe rather|lieber|besser|dann lieber|vielleicht lieber)"
    r"|(?:frage?|erinnere?|schreibe?) (?:mich|mir)(?: (?:daran|nochmal|noch mal|das|wieder|bitte|doch|lieber|danach))*"
    r"|(?:konnen wir|kann ich|kannst du|darf ich|ich)(?: (?:das|die frage|dazu|darauf|mich|mir|dir|es|antworte|beantworte))+"
    r"|(?:اسالني|اساليني|ذكرني|ذكريني|اكتب لي|اكتبي لي|ساجيب|سارد)(?: (?:عن هذا|بهذا|بذلك|عنه|مره اخري|عليك))*) "
    r"(?P<when>.{2,40}?)"
    r"(?: (?:please|again|instead|about (?:it|this|that)|bitte|nochmal|noch mal|wieder|machen|beantworten|antworten|fragen|daran|danach|erinnern|من فضلك|مره اخري))*[.!?؟ ]*"
)


def delayed(words: str) -> str | None:
    """Until when a whole message asks to put a question off, in its words: "tomorrow" of "ask me tomorrow"."""
    found = _DELAYED.fullmatch(fold(words)) if len(words) <= LONGEST else None
    return found["when"] if found else None


_TURNS = re.compile(
    r"\b(?:what|how|why|which|question|questions|one|ones|this|that|same|again|mean|meaning|unclear|explain|rephrase|reword|clarify"
    r"|elaborate|repeat|example|examples|instance|other|another|different|else|others|later|time|moment|not|no|dont|cant|cannot|sure"
    r"|unsure|idea|clue|on|driving|in|at|signal|connection|reception|network|unterwegs|im|am|beim|empfang|netz|internet|en|conduciendo|cobertura|dunno|idk|beats|knows|hard|difficult|nothing|think|huh|pardon|excuse|come again|say what|search|about"
    r"|regarding|like|such|timing|postpone|snooze|delay|put|nicht|nichts|nix|kein\w*|null|ka|kp|k a|was|wie|warum|wieso|weshalb|wozu"
    r"|fragen?|inwiefern|fern|beispiele?|worauf|welche\w*|bezug|erklar\w*|spater|ander\w*|schon|wieder|immer|hatten|habe?"
    r"|gleiche|selbe|dieselbe|bahnhof|schwer|schwierig\w*|sehen|schauen|weiss|unsicher|uberlegen|nachdenken|bitte|umformulieren"
    r"|wiederholen|prazisieren|schlecht\w*|ungunstig|moment|guter|unklar|neue|ha+h?)\b|[\u0600-\u06ff]"
)
"""Words of which each has one: nearly nothing that people write at length is read further."""


def _plain(words: str) -> str:
    return re.sub(r"\b(what|that|how|why)s\b", r"\1 is", heard(words).joined)


def _without(said: str) -> str:
    """The words without what stands around them, unless nothing else does."""
    before, behind = _edges()
    return behind.sub("", before.sub("", said)) or said


def _read(said: str, among: tuple[tuple[Remark, re.Pattern[str]], ...]) -> Remark:
    return next((kind for kind, pattern in among if pattern.fullmatch(said)), "")


@lru_cache(maxsize=1)
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = (f"(?:{'|'.join(words.split())})" for words in (_BEFORE, _BEHIND))
    return re.compile(rf"^(?:{before} )+"), re.compile(rf"(?: {behind})+$")


@lru_cache(maxsize=2)
def _patterns(readings: tuple[tuple[Remark, str], ...]) -> tuple[tuple[Remark, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in readings)

"""English: the linter's word lists. How to read them: docs/rules/README.md."""

from typing import Any

# fmt: off
LISTS: dict[str, Any] = {
    "reviewed": True,
    "index": "flesch-kincaid",
    "permissive": [
        "if you like", "if you want", "if you wish", "if you care to", "if anything", "if any", "if at all", "if it helps", "if that fits",
        "you might", "might", "you may", "may", "or leave it", "or not", "or nothing", "or pass", "or leave", "feel free",
        "when you like", "whenever you like", "as much or as little", "as little or as much", "only if", "would you like", "nothing (?:just )?(?:now|yet)", "even a little",
        "no need to", "you can", "you could", "perhaps", "maybe", "up to you", "your choice", "you choose", "you are free", "you're free", "for as long as you like",
    ],
    "gendered": ["he or she", "she or he", "his or her", "her or his", "him or her", "himself or herself", "s/he", "he/she", "she/he", "his/her", "her/his", "him/her", "himself/herself"],
    "acronyms": ["ptsd", "ocd", "adhd", "bpd", "ok", "tv", "uk", "usa", "us", "eu", "hr", "gp", "id", "pdf", "dst", "utc", "gdpr", "faq", "am", "pm", "sms", "pin", "qr", "json", "csv", "html"],
    "negation": ["not", "no", "never", "neither", "nor", "cannot", "instead of", "without", "[\\w]+n't"],
    "abbreviations": ["e.g", "i.e", "dr", "mr", "mrs", "ms", "st", "vs", "etc", "approx", "no", "prof", "a.m", "p.m"],
    "macros": {
        "soft": "please|maybe|just|perhaps|possibly|kind of|sort of|kinda|sorta|um+|uh+|like|you know|briefly|quickly|also|first|i guess|a bit|a little(?: bit)?|like to|go ahead and|take a (?:moment|minute|second) (?:to|and)|help me|try (?:to|and)|start by|begin by|actually|then|ever|still|really|now",
        "aux": "(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|shall|may|might|am|must)(?:n't|nt)?|cannot|ain't|won't|wont|can't|cant|shan't",
        "who": "you|he|she|it|they|we|i|that|this|there|these|those|y'all|ya|anyone|anybody|anything|someone|somebody|something|everyone|everybody|everything|nothing|nobody|your|his|her|their|my|our|the|any|some|people|n|either|one|all|both",
        "pron": "you|he|she|it|they|we|i|that|this|there|these|those|y'all|ya|anyone|anybody|anything|someone|somebody|something|your|his|her|their|my|our|n",
        "wh": "what|how|why|who|whom|whose|which|where|when",
        "prep": "about|roughly|approximately|in|on|at|to|for|with|from|by|of|under|against|through|until|since|till|during|within|after|toward|towards",
        "say": "tell|say|describe|explain|share|talk|speak|walk me|take me|give me|give us|help me|help us|elaborate|expand|paint|show|fill me|unpack|name|list|think|put|go into|go over|go back|clarify|open up|look|explore|stay with|sit with|write|sum up|summari[sz]e|break (?:that|it|this) down|run me|lay out|remind me|outline|define|reflect|come up with|identify|teach me|hear|touch on|dig",
        "change": "quit|stop (?:smoking|drinking|using|taking)|cut (?:down|back|out)|reduce|lose|get (?:help|a|an|some|it|more)|buy|eat|drink|smoke|schedule|sign|make an appointment|book|set (?:a|up)|increase|decrease",
    },
    "asking": {
        "splices": True,
        "lead_in": [
            "(?:and|but|so|or|well|okay|ok|kay|um+|uh+|er+|erm|hm+|mm+(?:-?hm+)?|yeah|yep|yes|no|nope|right|alright|all right|great|good|sure|oh|ah|aha|now|then|also|plus|i mean|i guess|i suppose|basically|actually|maybe|perhaps|cause|cuz|'cause|because|first of all|first|again|anyway|anyways|hi|hello|hey|thanks|thank you|i see|gotcha|got it|absolutely|definitely|interesting|exactly|wow|fair enough|really|still|just|only|like|you know|let's see|let me see|let me ask you(?: this| something)?|let me ask|my question is|the question is|question is|i was going to ask|i wanted to ask(?: you)?|i want to ask(?: you)?|i'm going to ask you|i'd like to ask(?: you)?|for you|in your (?:own )?(?:opinion|view|words|mind|experience)|from your (?:perspective|point of view)|in general|overall|today|tonight|otherwise|besides that|other than that|apart from that|aside from that|on the other hand|at the same time|in other words|out of curiosity|just out of curiosity|if you don't mind(?: me asking)?|more specifically|specifically|typically|usually|exactly|roughly|approximately|generally|honestly|obviously|of course|here|there|please|instead|currently|recently|lately|nowadays|these days|right now|at this point|at the moment|in the past|and so on|say|look|listen|next|finally|lastly|second|secondly|third|true|nice|cool|perfect|excellent|wonderful|fantastic|awesome|very good|sounds good|that's good|that's great|that's fair|that makes sense|makes sense|of those|of these|of all (?:those|these)(?: things)?)(?![\\w'/-])",
            "tell me(?=\\s*[,:–—-])",
        ],
        "open": [
            "(?:<prep> )?(?:<wh>)(?:'s|'re|'d|'ve|'ll|s)?(?: else)?",
            "how come", "what about", "how about",
        ],
        "not_open": [
            "(?:<prep> )?(?:when|where|while) (?:<pron>|you're|you've|i'm|we're|he's|she's|it's|they're|someone|somebody|people|the|a|an|things|life|everything|nothing)(?:'\\w+)?",
            "when [\\w']+ing",
            "(?:what|how|why|where|who) (?:i|you|we|he|she|they|it|that)(?:'m|'re|'s|'ve|'d|'ll)? [^?]{0,80}\\b(?:is|was|sounds|seems|matters|stays|counts)\\b",
            "what's [\\w']+ (?:you |him |her |it |them )?is (?!it|that|this|there|he|she|going)", "what i'm (?:hearing|wondering|thinking|saying)", "what you're (?:saying|telling)", "what i (?:hear|heard)",
            "which (?:means|makes|is (?:why|when|where|what|how|good|great|fine|normal|hard|tough))", "what an?", "how (?:nice|wonderful|great|lovely|funny|interesting)\\b(?! (?:is|are|was|would|do))",
            "(?:who|what|how|when|where|which)ever", "at (?:which|what) point(?: <pron>)? (?!do|did|does|would|will|is|are|was|were)",
        ],
        "open_inside": [
            "(?<!know )(?<!knew )(?<!matter )(?<!you )(?<!the )(?:<prep> )?(?:what|how|why|who|which|where|when)(?: (?!that\\b)[\\w']+){0,3}? (?:do|does|did|have|had|can|could|would|will|should|might) (?:<pron>)",
            "(?<!know )(?<!knew )(?<!told )(?<!say )(?<!said )(?<!see )(?<!sure )(?<!idea )(?<!understand )(?<!about )(?<!of )(?<!to )(?<!on )(?<!is )(?<!was )(?<!'s )(?<!hear )(?<!matter )(?<!remember )(?<!out )(?<!you )(?<!the )(?<!wonder )(?<!wondering )(?<!me )(?:what|how|why|who|which|where|when)(?: (?!that\\b)[\\w']+){0,3}? (?:are|were|has|is|was) (?:<pron>)",
            "(?<!know )(?<!knew )(?<!told )(?<!say )(?<!said )(?<!see )(?<!sure )(?<!idea )(?<!understand )(?<!about )(?<!of )(?<!to )(?<!on )(?<!is )(?<!was )(?<!'s )(?<!hear )(?<!matter )(?<!remember )(?<!out )(?<!you )(?<!the )(?<!wonder )(?<!wondering )(?<!me )(?:what's|how's|who's|where's|what else|who else|how else|how come|what about|how about)",
            "(?<!know )(?<!knew )(?<!told )(?<!say )(?<!said )(?<!see )(?<!sure )(?<!idea )(?<!understand )(?<!about )(?<!of )(?<!to )(?<!on )(?<!is )(?<!was )(?<!'s )(?<!hear )(?<!matter )(?<!remember )(?<!out )(?<!you )(?<!the )(?<!wonder )(?<!wondering )(?<!me )what (?:helps|helped|keeps|kept|happens|happened|changes|changed|comes|came|goes|makes|made|gets|got|stops|stopped|works|worked|brings|brought|matters|feels|felt|shows|stays|stayed|led|drew|drives)",
            "(?<!know )(?<!knew )(?<!told )(?<!say )(?<!said )(?<!see )(?<!sure )(?<!idea )(?<!understand )(?<!about )(?<!of )(?<!to )(?<!on )(?<!is )(?<!was )(?<!'s )(?<!hear )(?<!matter )(?<!remember )(?<!out )(?<!you )(?<!the )(?<!wonder )(?<!wondering )(?<!me )(?:what|who|how) (?:would|could|might|can|will|did|does) [\\w]+",
            "i'd (?:really |just )?(?:like|love) to (?:hear|know|understand)", "(?:i'm|i am) (?:just |really )?(?:curious|interested|wondering) (?:about|how|what|in)", "tell me", "you (?:could|can|might)(?: <soft>){0,2} (?:tell me|tell us|walk me|describe|share|say more|give me|explain)",
        ],
        "bare": ["(?:<prep> )?(?:<wh>)(?: else)?(?: (?:kinds?|sorts?|types?) of [\\w']+| part of (?:that|this|it)| of (?:that|this|these|those|it|them))?", "(?:what|which) [\\w']+"],
        "yes_no": ["(?:<aux>)(?: not)? (?:<who>)", "(?:ever|any|anything|anyone|anybody)(?= [\\w])", "wonder(?:ing)? (?:if|whether)", "(?:i'm|i am|i was|i'm just|i was just|just) (?:wondering|curious) (?:if|whether)", "i wonder (?:if|whether)"],
        "yes_no_first": ["(?!do (?:it|this|that|so|not|nothing|something|anything)\\b)(?:<aux>) [\\w'“\"]+", "you (?:ever|still)(?= [\\w])"],
        "yes_no_plain": ["(?:i'm|i am|i was|i) (?:just )?(?:wonder|wondering|curious) (?:if|whether)(?! you (?:could|can|might|would) )", "(?:do|did|does|are|is|have|has|was|am|isn't|aren't|don't|didn't|haven't) (?!it (?:when|as|in|if|at|now|with))(?:you|he|she|they|there|your|it|we|i)"],
        "yes_no_inside": ["(?<!what )(?<!how )(?<!who )(?<!that )(?<!which )(?<!where )(?<!when )(?<!why )(?<!as )(?<!nor )(?<!neither )(?<!much )(?<!many )(?<!often )(?<!long )(?<!only )(?<!than )(?<!so )(?<!else )(?:do|did|does|have|are|were|can|could|would|will|is|was|isn't|aren't|don't|didn't|wouldn't|haven't)(?: not)? (?:you|they|he|she|there|y'all|it(?!')|that(?!')|this)(?! (?:go|are|were|is|was|have|had|do|did|can)\\b)", "(?:i'm|i am|i was|just) (?:just )?(?:wondering|curious) (?:if|whether)", "i wonder (?:if|whether)"],
        "invitation": [
            "(?:can|could|would|will|can't|couldn't|might|may) (?:you|we|i|y'all)(?: be able to)?(?: <soft>){0,3} (?:<say>)",
            "would (?:you|it) (?:like|care|love)", "would you be (?:willing|open|up for|interested in (?:telling|sharing|saying|talking)|comfortable (?:telling|sharing|talking|saying|describing))",
            "would you (?:mind|want to|prefer to|rather)(?: <soft>){0,2} (?:<say>|telling|sharing|saying|talking|describing|explaining|walking|giving|if)",
            "(?:do|did) you (?:want|wanna|like|care|need) (?:to )?(?:<soft> ){0,2}(?:<say>)",
            "do you mind(?: <soft>){0,2} (?:if|telling|sharing|saying|talking|describing|explaining|me asking|walking|giving)",
            "(?:is|would|was|will) (?:it|that|this) (?:be )?(?:<soft> )?(?:ok|okay|all right|alright|fine|good|helpful|useful|possible|cool|acceptable)(?: (?:with|for|by) (?:you|n))?(?: for us| for me)? (?:if|to|for)",
            "(?:is|would|was|will) (?:that|this|it) (?:be )?(?:<soft> )?(?:ok|okay|all right|alright|fine|cool)(?: (?:with|for|by) (?:you|n))?(?=[?.\\s]*$)",
            "any (?:other |more )?(?:thoughts|ideas|reactions)(?: (?:on|about|for|as to|what|how)|(?=[?.\\s]*$))", "mind if (?:i|we)", "ok(?:ay)? if (?:i|we)", "all right if (?:i|we)", "alright if (?:i|we)",
            "(?:may|can|could|might) (?:i|we)(?: <soft>){0,2} (?!get)[\\w']+", "shall we",
            "(?:are|were|would) you (?:be )?(?:<soft> )?(?:able|willing|open|happy|ready|comfortable|up for|okay with|ok with)(?: to)? (?:<soft> )?(?:<say>|telling|sharing|saying|talking|describing|explaining|talking|walking)",
            "(?:is|was|might|could) there (?:be )?(?:<soft> )?(?:anything|something|some things|any ?thing)(?: else| more| other| in particular| specific| special| particular)?(?: from [^?,]{1,40}| about [^?,]{1,40}| here| today| this week)? (?:that )?(?:you|you'd|you've|n|to (?:say|add|bring|share|keep|tell|note|write|leave|carry)|worth|which|that|still|on your mind|in you|left)",
            "is there (?:a|an|one|any) (?:word|name|image|picture|phrase|song|colou?r|sound|wish|thought|moment|sentence) (?:for|that|you|in|from|which|about)",
            "(?:anything|something)(?: else| more| in particular)? (?:that )?(?:you|you'd) (?:would |might |want|wish|care|like|'d )",
            "(?:a|one|two|three|which) (?:small |single |short |little |few )?(?:word|words|moment|thing|image|line|sentence|picture|example|colou?r|sound|place|name|memory|wish|detail)s? (?:for|from|that|of|you|about|to|in|which)",
        ],
        "not_invitation": ["would you (?:like|love|care) (?:to (?:<change>)|me to|some|a |an |help|for me|us to|your|more (?:information|help|info))", "can i (?:get|help|have|offer|bring)", "(?:can|could|shall) (?:we|i) (?:agree|schedule|say|assume|set up|count)", "(?:can|could|may|might) i (?:just )?ask you to", "(?:would|could|can|will) you (?:say|think|list|name)(?: that| this| it| you| your| the| there| it's| you're)?(?: (?:is|are|was|were|that|you|it|about|there|most))+", "(?:would|could|can) you say (?:that|you|it|this|your|there|its|it's|you're|so)", "(?:do|would|did) you think", "(?:do|would|can|could|will|are) you (?:see|show|start|begin|remember|recall|notice|imagine|consider) (?:yourself|that (?:you|it)|any|if|having|being|quitting|smoking|drinking)", "(?:can|could|will) you (?:start|begin|bring)", "(?:can|could) you (?:imagine|see|picture) (?:yourself|a time|any|doing|life|it|that|this)", "do you (?:want|need|like|wanna|care) (?:to )?(?:start|begin|look (?:good|better|like)|bring (?:it|them|him|her) )"],
        "request": [
            "(?:please )?(?:tell me|tell us|say (?:more|a (?:bit|little|few)|something|some)|describe|explain|share|walk me|take me|talk (?:to me|me|about|a (?:bit|little)|more)|give me (?:an?|some|more|a few|the|your)|help me (?:understand|see|out|get|picture)|elaborate|go on|expand on|paint me|show me|fill me in|catch me up|complete|finish|write|list|name|think (?:of|about|back)|imagine|picture|recall|remember a|choose|pick|draw|put into words|consider|notice|look back|take a (?:moment|minute)|bring (?:to mind|back)|reflect on|keep going|unpack|summari[sz]e|let your|let what|send)",
            "(?:so )?(?:i|we)(?:'d| would| am|'m| was| just|'d just| really|'d really|'m really|'m just|'m also)?(?: <soft>){0,2} (?:love|like|be (?:curious|interested)|curious|interested|want|wanted|wonder|wondering|keen)(?:ing)?(?: <soft>){0,2}(?: (?:in|to|about|if you (?:could|can|might|would)(?: <soft>)? (?:<say>)))?(?: (?:hear|know|hearing|knowing|understand|understanding|learn|see|get))?(?: <soft>)?(?: (?:more|a (?:little|bit)(?: bit)?(?: more)?|some more|also))?(?: from you)? (?:about|what|how|why|who|where|when|which|the|your|that|in|of|if you (?:could|can|might|would)(?: <soft>)? (?:<say>))",
            "you (?:could|can|might)(?: <soft>){0,2} (?:tell me|tell us|walk me|describe|share|say more|give me|explain)", "let's (?:talk|hear|start with|look at|go back|think|explore|see what|dig)", "i wonder(?: also| then)? (?:what|how|who|where|which|when)", "(?:i am|i'm) (?:wondering|curious) (?:what|how|about|who|where|which|why)", "curious (?:what|how|about)", "wondering (?:what|how|about)", "wonder (?:what|how)",
        ],
        "not_request": ["name[sd]?(?: is| was|:)", "share[sd]", "share of", "list of", "i (?:wonder|was wondering|am wondering|'m wondering) (?:if|whether)(?! you (?:could|can|might|would) )", "(?:i'm|i am|i was) (?:just )?(?:wondering|curious) (?:if|whether)(?! you (?:could|can|might|would) )", "(?:i|we)(?:'d| would)? (?:just )?(?:want|like|wanted) (?:to )?(?:see|know|hear|understand|learn) (?:if|whether|that)", "notice that you", "remember (?:to|that|when)", "picture[sd]", "complete[sd]", "consider(?:ing|ed)", "i (?:really )?(?:like|want|love|wanted) (?:that|the|your|how|what|to)(?! (?:hear|know|understand|learn|ask))"],
        "order": ["(?:please )?(?:then )?(?:describe|tell me|tell us|list|write|name|share|explain|say (?:more|what|how|a (?:bit|little))|put into words|note down|jot down|note (?:what|how)|complete|finish|give (?:an|one|some) examples?)"],
        "same": ["(?:please )?(?:then )?(?:(?:write|name|say|complete|finish|put|note)(?: down)? (?:it|this|that|them|those)|(?:describe|tell me|list|write|name|share|explain|say|complete|finish|put|note)(?: (?:down|about))?(?: (?:it|this|that|them))? (?:as|a word|one word|two words|a few words|a line|one line|a sentence|whatever|anything|everything|what (?:you like|comes|fits|you want|is there|feels right|you wish)|how you like|here|freely|in|only|when|whenever|if|just|nothing|no more|some|something|more|less|or))"],
        "fact": [
            "(?:<prep> )?how (?:many|much|often|frequently|long|old|tall|heavy|soon|recently|regularly|fast|big|far (?:away|do you live|is|from)|far along|far apart|late|early|high|low)",
            "(?:<prep> )?what(?:'s| is| was| are| were)? (?:the |your |his |her )?(?:[\\w]+'s? )?(?:time|date|day of the week|year|month|age|grade|school|size|brand|dose|dosage|number of|percentage|percent|zip code|first name|last name|full name|name|address|phone number|email|date of birth|birthday|weight|height|job|job title|occupation|profession|major|blood pressure|blood sugar|a1c|reading|score|address|insurance|bedtime|quit date|start date|shift|schedule)(?: of| is| are| do| does| did| was| would|'s|[?.]|$| these| now| right| again| you| in| at| and| called| today| your| this| last| yesterday)",
            "what's the (?:most|least|longest|shortest|highest|lowest|maximum)", "what(?:'s| is) your favou?rite (?:subject|teacher|colou?r|food|drink|show|movie|film|song|band|team|sport|season|animal|class)", "what (?:size|sizes|day|days|dates|times|hours|classes|ages|hospital|clinic|pharmacy|meds?|medications?|medicines?|drugs|substances|street|town|city|state|country|part of town|company|grade|unit|ward|floor)",
            "what (?:kind|kinds|type|types|sort|sorts|brand|brands) of (?:work|job|jobs|music|alcohol|cigarettes?|drugs?|pills?|medications?|medicines?|meds|insurance|cancer|diabetes|beer|drinks?|tobacco|surgery|school|degree|car|phone|substances?|business|company|house|place|apartment|pet|dog|milk|soda|bread|food do you)",
            "what do you do for (?:a living|work|a job)", "what (?:do|did) you (?:smoke|drink|have to (?:drink|eat)|weigh|take|study|teach)(?: now| usually| currently| for it| for that)?(?=[?.]|$)", "what (?:is|are|was|were) (?:it|that|this|they|those|he|she) called", "what are you (?:taking|smoking|drinking|using|studying|on|weighing)(?: now| right now| currently| these days| at the moment| for it| for that)?(?=[?.]|$)",
            "what(?:'s| is) (?:he|she|it|that) called", "what(?:'s| is) (?:his|her|its|their) name",
            "(?:<prep> )?(?:who|whom|where|when)\\s*\\?", "when(?:'s| is| was| did| does| will| are| were| have| had| would)", "since when", "until when", "by when", "where (?:do|does|did|have|are|is|were|was) (?:you|he|she|they|your [\\w']+|the [\\w']+) (?:live|lives|work|go to (?:school|work|church|college|meetings)|get|come|stay|sleep|grow|keep|buy|bought|drink|smoke|study|park|eat|shop|put|born|from|living|working|staying|going|sitting|been)",
            "where(?:'s| is| are| was| were) (?:your (?:mom|mum|mother|dad|father|husband|wife|partner|son|daughter|kids?|children|school|work|house|family|office)|(?:the|that|this|your) (?:pain|house|school|clinic|hospital|office|bottle))", "where(?:'s| is| are| was| were) (?:it|he|she|they|that|this|you)(?: from| now| located| at)?(?=[?.]|$)",
            "if (?:you|it|there|that|your|they|he|she)", "whether",
        ],
        "soft_fact": [
            "(?:<prep> )?who(?:'s| is| was| are| were) (?!or\\b|and\\b|you\\b)(?:at|in (?:the|that|your) (?:house|home|picture|family|photo)|with you|there|your|that|this|he|she|the|it|coming|going|taking|watching|driving|living|home|all)",
            "(?:<prep> )?who (?:lives|told|brought|sent|referred|prescribed|takes|does|drove|called|made|gave|cooks|pays|do|did|does|else (?:lives|is (?:at|in|there|living)))(?! you (?:want|wish|hope|like to be|become|turn|feel|trust))(?! (?:or|and) )",
            "(?:<prep> )?whose", "(?:<prep> )?which [\\w']+\\s*\\?", "who(?:'d| did| do| does) (?:you|he|she|they) (?:go|come|stay|live|drink|smoke|hang|tell|call|see)", "(?:<prep> )?which (?:[\\w]+ )?(?:sounds|is|looks|feels|seems|works|would be) (?:better|best|worse|worst|easier|easiest|harder|hardest|right|more|most)", "(?:<prep> )?which (?:one|ones|of (?:these|those|them|the)|day|days|time|hospital|doctor|school|medications?|medicines?|pills?|drugs?|brand|hand|side|leg|arm|kinds?|types?|(?:do|did|would) you (?:prefer|like|use|take|rather|choose|want)|is (?:it|more|better|worse|your)|was (?:it|more|better|worse))",
            "(?:what|how) about (?:we|if we|you try|trying|coming|going|setting|getting|taking|calling|meeting|starting|making|seeing|cutting|doing|using|having|joining|asking)", "how about (?:<prep> )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next|noon|\\d|one|two|three|ten|twelve)",
        ],
        "options": [
            "(?:good|bad|fine|okay|ok|better|worse|a lot|a little|not much|often|every ?day|daily|weekly|at work|at home|yes|no)(?: or (?:bad|not|worse|what|no))?",
            "(?:like |because of |about )?(?:the|your|his|her|a|an) [\\w']+(?: [\\w']+)? or (?:the|your|his|her|a|an) [\\w']+(?: [\\w']+)?",
        ],
        "not_fact": [
            "how (?:much|many|far|long|late|early|high|low)[^?]{0,40} (?:matter|matters|mean|means|feel true|belong|of (?:that|this|it) is yours)", "how much (?:room|space|say)", "how far (?:do|does|would) (?:you|that|this|it) (?:feel|agree|fit|go along|see|want)", "how much of an?", "how (?:often|long|much|many) (?:or|and)",
            "when(?: do| does| are|'s| is| was the last time| did you last| have you(?: last)?| were you(?: last)?| would)[^?]{0,50} (?:feel|felt|feels|feeling|happiest|happy|alive|yourself|at ease|enjoy|enjoyed|enjoying|notice|noticed|proud|calm|most|best|safe|strong|free|hopeful|connected)",
            "where(?:'s| is| does| do| did)? (?:that|this|it|all (?:that|this|of this|of that))(?: all)? (?:coming|come|comes|came|leave|leaves|left|take|takes) ?", "where (?:do|would|did|could|might|does|are|is) (?:you|that|this|it|we|n) (?:feel|see|notice|want|like|go from|stand|begin|start|find|sense|leave|fit|show up|come from|take)", "where (?:are you|do you think you are|would you say you are) (?:at|with|in)", "if (?:you (?:like|want|wish|care|can|could|would|will|don't mind|were|had|did|decided|stay|look|think|imagine|woke)|anything|any|at all|it (?:were|helps|feels)|there (?:were|is anything)|so|that's)",
            "where (?:is|was|were|are) (?:your (?:head|mind|thoughts|focus|attention|heart)|the (?:ease|tension|pull|hope|energy|life|joy|weight|edge))",
        ],
        "scale": ["on (?:an?|the|that|this|our)(?: same| similar)? (?:\\w+ )?scale", "same scale", "scale (?:of|from)", "(?:from |between |of )?(?:zero|0|one|1) (?:to|through|and|being|thru) (?:ten|10|five|5|a hundred|100)", "out of (?:ten|10|five|100)", "one being", "1 being", "zero being", "ten being", "10 being", "what number"],
        "tag": [
            "(?:right|correct|huh|eh|isn't it|isnt it|is that right|is that correct|is that fair|is that true|am i right|don't you think|wouldn't you say|wouldn't you agree|don't you agree|(?:do|does|did|is|are|was|were|have|has|had|could|would|should|ca|wo)(?:n't|nt) (?:you|he|she|it|they|we|i|that|there))[\\s?.!]*$",
            "(?<=[,–—-])\\s*(?:yeah|yes|no|ok|okay|true|is it|is that it|you know what i mean|do you know what i mean|fair enough|(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should) (?:you|he|she|it|they|we|i|that|there))[\\s?.!]*$",
        ],
        "not_tag": ["(?:all|feels?|felt|feeling|sounds?|sound|seems?|seem|be|is|was|are|were|not|just|about|quite|it|went|going|looks?|more|most|get|got|put|make|to the|on the|human|say|says|said|know|tell|your|the|a|yes|or|exactly|do you|what|how|this|in|for|and) (?:right|correct|true|ok|okay|yes|no|yeah)[\\s?.!]*$"],
        "backchannel": ["(?:okay|ok|kay|yeah|yep|yes|no|oh|ah|mm+|mm+-?hm+|hm+|uh-?huh|right|really|oh really|is that so|oh yeah|all right|alright|you know|huh|sorry|pardon|what|why not|and|so|yeah yeah|okay okay|sure|good|great|who knows|makes sense)"],
        "parenthesis": ["if anything", "if any", "if at all", "if you like", "if you want", "if you will", "for example", "say", "do you think", "would you say", "you think", "i wonder", "do you suppose", "in your own words", "you know", "i mean", "if so", "if you wish", "if you don't mind", "perhaps", "maybe", "then", "for you", "even a little", "however small", "or not", "or nothing"],
        "elliptic": [
            "^(?:because|and|so|then|and then|and so|meaning|such as|like|for example|for instance|how so|in what way|and now|and today|and after that|after that|before that|and before that|which means|to|in order to|as in|you were saying|go on|tell me more|and yet|but|about|otherwise|instead|except)$",
            "(?:because|which is|and that is|which makes you|so that you can|and you|and the other part|makes you|made you|that you|is that|in order to|as a result|by|the reason is|the reason being|meaning|such as|and then|and so|but|what|how|why)$",
            "^(?:a|one|two|three|some|something) (?:small |single |short |little |few )?(?:word|words|moment|thing|image|line|sentence|picture|example|colou?r|sound|place|name|memory|wish|detail)s?",
            "^(?:your|any) (?:thoughts|reactions|ideas|take|sense)", "^thoughts(?: (?:on|about)|$)", "^reactions",
        ],
        "person": ["you", "your", "yours", "you're", "you've", "you'd", "you'll", "ya", "yourself"],
        "joiner": ["(?:and|or|but|so|then|plus)"],
        "joined": ["(?:and|or|but)(?=(?: also| then| like| um+| uh+| if so| so)* (?:(?:<prep> )?(?:<wh>)(?:'\\w+)? (?!you\\b|i\\b|he\\b|she\\b|we\\b|they\\b|it\\b|your\\b|you'|i'|he'|she'|we'|they'|it'|people\\b|that\\b|to\\b|not\\b)|(?:<wh>)[?.]?\\s*$|how come\\b|what about\\b|(?:<aux>) (?:<pron>)\\b|describe\\b|tell me\\b|list\\b|write (?:down|about)\\b|name (?:one|two|three|a|the|what|some)\\b|explain\\b))"],
        "not_joined": ["and (?:what|who|where|how|when) else", "(?:and|or) (?:to|with|for|from|about) whom", "(?:and|or) what not", "(?:and|or) where (?:it|they|you)", "or (?:are|is|was|were|do|did|does|can|could|would|will|has|have) (?:you|it|they|he|she|that|this|there)"],
        "pair": ["(?:when|where|what|who|which|how) or (?:when|where|what|who|which|how|whom)", "when and where", "where and when", "who and what", "what and who", "how and when", "how and where", "what and where", "and what else", "what else", "who else", "what if"],
    },
    "split": {
        "opener": "How {rest}, if at all?",
        "bare": {
            "how": "In what way?",
            "why": "What makes it so?",
            "when": "What was happening then?",
            "where": "Where was that?",
            "who": "Who was part of it?",
            "what": "What was it?",
            "which": "Which one was it?",
        },
    },
    "wording": {
        "LEAD": {
            "anywhere": ["surely", "obviously", "clearly", "of course", "naturally", "needless to say", "(?<!far )as you know", "everyone knows", "don't you think", "wouldn't you (?:say|agree)", "wouldn't it be (?:better|good|nice|great|easier)", "would you agree that", "isn't it true", "you do (?:know|want|agree)", "you must (?:feel|be|have)"],
            "questions": ["(?<!why )(?<!what )(?<!how )(?<!where )(?<!when )(?<!who )(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|won't|wouldn't|couldn't|can't|shouldn't) (?:you|it|that|this|there|he|she|they|we|your|the)"],
            "spare": ["as a matter of course", "speak(?:s|ing)? clearly", "see(?:s|ing)? (?:\\w+ ){0,3}clearly", "more clearly", "most clearly", "clearly enough", "naturally (?:to|for) you", "come(?:s)? naturally", "how clearly", "(?:what|which|who|where|how|when|why)\\b[^?]{0,60} (?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|won't|wouldn't|couldn't|can't|shouldn't) (?:you|it|that|this|there|he|she|they|we|your|the)"],
        },
        "ADVICE": {
            "anywhere": [
                "you (?:really |just |probably |definitely |simply )?(?:should|ought to|need to|have to|must)", "you'd better", "you had better", "(?<!what )(?<!which )(?<!else )(?<!things )(?<!ways )(?<!how )(?<!where )(?<!who )have you (?:ever |already )?(?:tried|considered|thought (?:about|of) [\\w']+ing)", "have you (?:ever )?thought (?:about|of) (?!what|how|it|that|this|who|why|where|when)[\\w']+ing",
                "why don't you", "why not [\\w']+", "how about (?!you|your|that|this|it|the|now|today|n\\b|something|anything|nothing|everything|morning|evening)[\\w']+ing", "what if you", "i(?:'d| would)? (?:strongly |really |highly )?(?:suggest|recommend|advise|encourage you)", "my (?:advice|suggestion|recommendation)", "make sure", "remember to", "if i were you", "be sure to", "you (?:could|might|can|may) (?:want to |also |just |always )?try", "it (?:would|might|could) be (?:good|best|better|wise|helpful|a good idea) (?:to|if you)", "it's (?:best|better|important|wise|essential|a good idea) (?:to|that you|if you)", "it is (?:best|better|important|wise|essential|a good idea) (?:to|that you|if you)", "the best (?:thing|way) (?:to do|is)", "a good idea (?:to|would)", "would it help to (?!say|tell|talk|write|hear|look|pause|stop|stay|name|leave|put)", "you'll want to", "(?:couldn't|can't) you just", "the first step is", "what you need is", "do yourself a favou?r", "try not to",
            ],
            "starts": ["try (?:to|out|not|a|the|this|some|[\\w']+ing)", "avoid", "don't (?:worry|be|let|give|try)", "stop [\\w']+ing", "start (?!with|from|wherever|anywhere)[\\w']+ing", "consider (?!something|anything|everything|nothing|feeling|being)[\\w']+ing", "always", "never", "practi[sc]e", "set (?:a|yourself|some) (?:goal|goals|limit|limits|alarm|reminder|boundar\\w+)"],
            "spare": ["(?:do|did|does|would|will|might) (?:you|n) (?:really |still |even )?(?:have|need) to", "(?:what|which|where|who|how|why)\\b[^?]{0,60} have you (?:ever |already )?(?:tried|considered)", "have you (?:tried|considered) so far", "(?:don't|do not|needn't|won't|wouldn't|didn't|never|not|nothing|nobody|nor|no) (?:\\w+ ){0,3}(?:have|need|should|ought|must)(?: to)?", "nothing (?:here )?(?:that )?you (?:have|need) to", "what you (?:should|need to|have to)", "(?:what|which|who|how|where)\\b[^.?]{0,40} you (?:have|need) to (?:say|offer|share|give|feel|be|rest|lose|gain|hear)", "that you (?:should|must|have to|ought to)", "(?:if|whether|as if|as though|like) you (?:should|must|have to|ought to|need to)", "(?:think|feel|felt|believe|say|says|said|told) (?:that )?you (?:should|must|have to|ought to|need to)"],
        },
        "PRESS": {
            "anywhere": [
                "must(?:n't)?", "should(?:n't)?", "ought(?:n't)?", "(?:have|has|had|having) to", "need(?:s|ed)? to", "required", "requires you", "mandatory", "compulsory", "obliged", "obligatory", "failed", "failing", "overdue", "late", "missed", "still haven't", "still have not", "streaks?", "urgent(?:ly)?", "last chance", "don't forget", "do not forget", "hurry", "as soon as possible", "asap", "running out", "time is running", "before it's too late", "we expect", "you are expected", "you're expected", "no excuses?", "keep up", "fall(?:ing|en)? behind", "fell behind", "catch up on", "gotta", "got to(?! know)",
            ],
            "spare": [
                "(?:no|not|n't|never|nothing|nobody|none|without|neither|cannot|don't|doesn't|didn't|needn't|won't|isn't|aren't|wouldn't|haven't|hasn't) (?:[\\w'{}]+ ){0,4}(?:must|should|ought|have to|has to|had to|having to|needs? to|needed to|required|mandatory|compulsory|obliged|obligatory|expected|urgent|late|failed|hurry|immediately|overdue|missed|got to)",
                "an? must(?:-\\w+)?", "musts", "shoulds",
                "(?:have|has|had|having) to (?:do with|say about|offer|share|say|show for)",
                "what\\b[^?.]{0,60} (?:would|might|could|may) (?:you |it |we )?(?:\\w+ )?need to (?:feel|be|rest|hear|know|see|have)", "what do you need to (?:feel|be|rest|hear|recover|sleep)", "(?:would|might|may|could) you need to (?:feel|be|rest|hear|know|see)", "in need to", "need to be (?:heard|seen|held)",
                "late (?:at night|in coming|night|nights|evening|evenings|afternoon|afternoons|morning|mornings|in the|spring|summer|autumn|fall|winter|into|hours|hour|shift|lunch|\\d)", "(?:of|stay|stays|stayed|staying|up|work|works|worked|working|until|till|sleep|slept|sleeping) late", "early (?:or|to|and) late", "sooner or late",
                "(?:what|who|whom|which|where)\\b[^?.]{0,60} (?:you|you've|have you|did you|n|we) (?:have |'ve )?(?:most |really |quietly )?missed", "missed (?:most|about|being|having|the most|you|each other|someone|home)", "(?:have|has|had) (?:you |n )?missed (?:most|about|the most|it|them|him|her)",
                "(?:fallen|falling|failed|failing) asleep", "kept? up with you", "keep up (?:a|your) (?:friendship|contact)",
            ],
        },
        "WHY": {
            "anywhere": ["why"],
        },
        "INTERP": {
            "anywhere": [
                "(?:it|that|this) (?:really )?(?:sounds|seems|looks|feels)(?: to me)? (?:like|as if|as though|that) (?:you|your|you're|maybe you|part of you|there)", "(?:it|that) (?:must|may) have been", "sounds (?:like|as if|as though) (?:you|you're|it|that)", "seems (?:like|as if|as though) (?:you|you're)", "(?<!what )(?<!how )(?<!who )you(?:'re)? (?:seem|appear|sound|look|come across|are clearly|are obviously|clearly|obviously)(?:ing)?(?: to)?(?= (?:to be|to feel|to have|like|as|sad|angry|upset|tired|worried|anxious|happy|calm|stressed|overwhelmed|tense|stuck|afraid|scared|lonely|very|so|quite|really|a bit|more|less|[\\w']+ed|[\\w']+ing)\\b)", "deep down", "deep inside", "(?<!what )(?<!how )this means(?! a lot| so much| something)", "(?<!what )(?<!how )that means you", "what you really (?:want|mean|feel|need)", "you really (?:want|mean|feel|need)(?= \\w)", "unconscious(?:ly)?", "subconscious(?:ly)?", "secretly", "you(?:'re| are) (?:in|afraid|avoiding|projecting|resisting|defensive|scared|angry|sad|hurting|struggling)", "must be (?:hard|difficult|painful|tough) for you", "must feel",
            ],
            "statements": [
                "because you(?!r)", "(?<!whatever )(?<!however )(?<!whenever )(?<!what )(?<!how )(?<!when )(?<!if )(?<!as )(?<!where )(?<!wherever )(?<!whether )(?<!once )(?<!until )(?<!while )(?<!that )(?<!which )(?<!thing )(?<!things )(?<!anything )(?<!everything )(?<!everywhere )(?<!since )(?<!before )(?<!after )(?<!because )(?<!moment )(?<!time )(?<!place )(?<!day )(?<!than )you(?:'re| are| were|'ve been| have been)? (?:now |really |probably |clearly |just |still )?(?:feel|feeling|felt)(?! free| like it| able| ready)",
            ],
            "spare": ["(?:what|how|who|where|when|which|whatever|however|whenever|anything|everything|if|as|while|whether) (?:\\w+ ){0,3}you(?:'re| are| were)? (?:now |really |just |still |most )?(?:seem|appear|feel|feeling|felt)", "what you (?:really|truly) (?:think|want|mean|feel|need)", "you(?:'re| are| have| were)? (?:wrote|said|told|named|marked|noted|called|describe|described|write|put) (?:\\w+ ){0,4}", "feel free", "look(?:ing)? (?:back|at|forward|after|around)", "you(?:'re| are) in (?:control|charge|a hurry|the middle|your (?:own|second|first|third|last)|touch|contact)", "because you (?:can|may|chose|choose|like|asked|marked|picked|set|wrote|tapped|said|told)", "(?:if|when|while|where|whether|whenever|once|unless|until) you(?:'re| are) (?:in|afraid|angry|sad|scared|struggling|hurting|avoiding)", "(?:what|who|how) (?:\\w+ ){0,3}you(?:'re| are) (?:afraid|avoiding|resisting|angry|sad|scared|hurting|struggling|in)"],
        },
        "DIAG": {
            "anywhere": ["depress\\w*", "disorders?", "ocd", "ptsd", "bipolar", "adhd", "bpd", "narcissis\\w*", "trauma\\w*", "symptom\\w*", "diagnos\\w*", "relaps\\w*", "denial", "resistant", "resistance", "avoidant", "avoidance", "toxic", "patients?", "therap(?:y|ies|ist|ists|eutic\\w*)", "psychotherap\\w*", "treatments?", "heal(?:s|ed|ing)?", "cure[sd]?", "curing", "co-?dependen\\w*", "borderline", "psychotic", "psychosis", "neurotic", "neuros[ie]s", "hysteric\\w*", "patholog\\w*", "dysfunction\\w*", "maladaptive", "non-?complian\\w*", "mentally ill", "mental illness\\w*", "attachment (?:style|issues?)", "gasligh\\w*", "triggered"],
            "spare": ["(?:be|being|been|more|so|very|a little|stay|staying|how|less) patient", "patient (?:with|enough|and)", "silent treatment", "(?:water|heat|frost|fire)-?\\s?resistant", "borderline (?:case|between)", "(?:is|are|was) triggered by (?:a|the) (?:tap|button|mark|time)"],
        },
        "CLAIM": {
            "anywhere": [
                "i(?:'m| am)? (?:really |do |truly |deeply |fully |completely |totally |also |always |still |so |can )?(?:understand(?! it| that as)|care(?! to)|feel|worry|worried|remember|hear you|miss you|love|proud|glad|happy|sad|delighted|sorry|touched|moved|excited|listening|thinking (?:of|about) you|hope|believe in|know (?:how|what you|that you|you)|get it|appreciate|trust you|wish i|wish you)(?! if)", "i(?:'ve| have) (?:been )?(?:thinking|thought|missed|worried|felt|listened|noticed)(?! this prompt)", "i(?:'m| am) (?:always |still |right )?here(?: for you| with you| to (?:listen|help|support)| whenever| if you| all)?", "i(?:'ll| will) (?:always )?(?:be (?:here|there)|remember|listen|never|take care|look after|support|understand)", "as your (?:friend|companion|coach|guide)", "your friend", "like a friend", "we(?:'re| are)? (?:really |do |truly |deeply |always )?(?:understand|care(?! to)|feel|worry|here for you|listening|proud|happy|glad|sorry|love)", "you(?:'re| are) not alone", "always here", "i can (?:see|tell|hear|sense|imagine)", "i know (?:it|this|that)(?:'s| is| can| must)", "makes me (?:happy|sad|glad|proud)", "someone is (?:always )?(?:watching|there)", "talk to me any ?time",
            ],
            "spare": ["i hope to", "the moment i [\\w ]{0,40}", "when i [\\w ]{0,40}", "(?:part of me|a moment|the thing|something|what) i [\\w ]{0,30}", "(?:today|lately|right now|this week|sometimes|often),? i (?:feel|am|was|felt|remember|care|worry|love|understand)[^.?]{0,80}…"],
        },
        "SECRET": {
            "anywhere": ["(?:just |only |stays? |strictly )between (?:us|you and me|the two of us)", "between us", "(?<!you )(?<!what )(?<!we )(?<!they )(?<!people )(?<!i )(?<!rather )don't tell", "do not tell", "(?:completely|totally|fully|absolutely|entirely|100 ?%|strictly|perfectly) (?:confidential|private|secret|anonymous|safe|secure)", "100 ?%", "one hundred per ?cent", "hundred percent", "our (?:little )?secret", "(?:nobody|no one|no-one) (?:will|can|would|is going to)(?: ever)? (?:know|find out|see|read|hear)", "i(?:'ll| will)? (?:promise|swear)(?: not)?", "we promise", "guarantee[sd]?", "keep (?:it|this|that) (?:a )?secret", "your secret is safe", "(?:won't|will not|never) tell (?:anyone|anybody|a soul)"],
            "spare": ["(?:not|n't|nothing is|never|no|cannot be) (?:\\w+ ){0,2}(?:guarantee[sd]?|confidential|private|secret|anonymous|safe|secure)", "(?:you|what|things?|people) (?:\\w+ ){0,3}don't tell", "do not tell (?:people|anyone about)"],
        },
        "PRAISE": {
            "anywhere": ["(?:good|great|nice|excellent|amazing|fantastic|wonderful|awesome|fabulous|super) (?:job|work|going|effort|stuff|start|progress|answer|question|one|insight|point)", "well done", "(?:i'm|i am|we're|we are|so|very|be|should be|can be|feel) proud of (?:you|yourself)", "proud of you", "keep it up", "keep up the", "keep going", "you(?:'re| are) (?:doing )?(?:so |really |very |doing )?(?:great|amazing|awesome|brave|strong|fantastic|wonderful|a star|inspiring|a natural|doing well|brilliant|incredible)", "way to go", "bravo", "congrat\\w*", "you (?:did|made|nailed) it", "what an? (?:great|amazing|wonderful|brilliant|lovely|beautiful)", "how (?:wonderful|brave|amazing)", "that(?:'s| is) (?:so |really |very |just )?(?:great|amazing|awesome|fantastic|wonderful|brilliant|perfect|excellent|impressive|brave|lovely|beautiful)", "good for you", "impressive", "amazing"],
            "starts": ["perfect", "great", "excellent", "wonderful", "fantastic", "awesome", "brilliant", "lovely", "good", "beautiful", "super", "nice"],
            "spare": ["(?:what|which|who|when|where|how)\\b[^?]{0,60} (?:are|were|is|was|feel|felt|be) (?:you )?(?:most |a little |quietly |really )?proud of", "(?:good|great|nice|wonderful|lovely|beautiful|super|perfect|excellent|amazing|fantastic) (?:day|week|morning|evening|night|moment|things?|times?|enough|people|place|memory|news|to|or|and|if|question to|for|as|idea)[^.!]{0,80}", "(?:what|which|how|when|where|who)\\b[^?.]{0,60} (?:amazing|impressive|great)", "a good (?:start|point|question|answer)", "good (?:start|point|effort) (?:to|for|of|in)"],
        },
        "ABS": {
            "anywhere": ["always", "never", "everyone", "everybody", "nobody", "no one", "no-one"],
            "spare": ["(?:can|may|could|might|free to) always", "always (?:welcome|possible|free|optional|fine|okay|ok|open|up to)", "as always", "never mind", "(?:no one|nobody|no-one)(?: else)? (?:has to|needs to|but you)", "than ever"],
        },
        "CRISIS": {
            "anywhere": ["calm down", "are you (?:suicidal|safe|in danger|a danger|going to (?:hurt|harm|kill))", "(?:thinking|thoughts) (?:of|about) (?:suicide|killing yourself|ending your life|harming yourself|hurting yourself|self-harm)", "(?:promise|agree|contract)(?: me| us)? (?:not to|that you (?:won't|will not)) (?:hurt|harm|kill|do)", "(?:hurt|harm|kill|cut)(?:ing)? yourself", "suicid\\w*", "you(?:'re| are) safe (?:now|here)", "end(?:ing)? (?:it all|your life)"],
        },
        "EXIT": {
            "anywhere": ["you (?:cannot|can't|can not|may not|are not allowed to|aren't allowed to) (?:pass|skip|stop|leave|go on|continue|move on|put (?:it|this) off)(?: (?:this|it|until|without|before)\\b)?", "(?:cannot|can't|can not|may not) be (?:skipped|passed|stopped|left out|put off)", "(?:no|without) (?:skipping|passing|way (?:out|to stop|to skip|to pass|back|around))", "there is no (?:pass|skip|way (?:out|to stop|to skip|to pass)|exit|stop button)", "(?:must|have to|need to|has to|required to|expected to) (?:answer|reply|respond|finish|complete|be (?:answered|finished|completed))", "(?:is|are) (?:required|mandatory|compulsory|obligatory)(?: to (?:answer|go on|continue))?", "answer (?:is|are) required", "(?:answer|reply|respond|finish)[^.?]{0,30} (?:before|or) you (?:can|may|cannot|can't) (?:go on|continue|move on|stop|leave)", "don't (?:skip|stop|pass|leave)(?: (?:this|it|now))?", "do not (?:skip|stop|pass|leave)(?: (?:this|it|now))?", "no stopping", "until you (?:answer|reply|have answered)", "pass and stop (?:do not|don't) work"],
            "spare": ["(?:don't|do not|doesn't|does not|needn't|no one|nobody|not|nothing|never|no) (?:\\w+ ){0,3}(?:have|has|need|needs|must|required|expected)(?: to)?(?: \\w+){0,3}", "no (?:\\w+ ){0,2}(?:is|are) (?:required|mandatory|compulsory|obligatory)"],
        },
        "CONF": {
            "anywhere": ["(?:treats?|treating) (?!yourself|myself|himself|herself|themselves|you\\b|it\\b|this\\b|them\\b|each\\b|every\\b|as\\b|people\\b)[\\w']+", "cures?", "cured", "diagnos\\w*", "monitors? (?:your )?(?:symptoms?|mood|health|condition|mental)", "for (?:people with )?(?:depression|anxiety|ocd|ptsd|adhd|panic|phobias?|trauma|burnout)", "clinically (?:proven|tested|validated)", "proven to", "scientifically proven", "evidence shows that (?:it|this|interlude)", "medical(?:ly)? (?:device|advice|approved)", "replaces? (?:a )?(?:therapist|therapy|coach|doctor)", "guaranteed results?"],
            "spare": ["(?:not|n't|never|no|nor|neither|cannot) (?:\\w+,? ){0,6}(?:treats?|cures?|diagnos\\w*|monitors?|medical|replaces?|for)(?: [\\w']+){0,4}", "(?:not|n't|never|no|nor|neither) [^.?!]{0,60}\\b(?:treat|cure|diagnose|monitor|medical|replace)\\w*"],
        },
    },
}

"""A setting that a whole message changes: "change my name to Tom", "im in Lisbon now", "once a week is enough"."""

import re

from bot.core.understand.dialect import written
from bot.core.understand.folding import fold

LONGEST = 70
"""Letters of such a message; what is longer tells something of its own."""

_ASKS = (
    r"(?:(?:hi|hey|hello|hallo|hola|ok|please|pls|bitte|por favor|can you|could you|can i|can we|kannst du|konntest du|kann ich|puedes|podrias"
    r"|puedo|i want to|i would like to|id like to|i'd like to|ich mochte|ich will|quiero|من فضلك|لو سمحت|ممكن|اريد ان|اريد)[, ]+)*"
)
_NAME = re.compile(
    rf"{_ASKS}(?:(?:change|set|update) my (?:first )?name (?:to|into)"
    r"|(?:ander|andere|stell|stelle) (?:bitte )?meinen namen (?:in|auf|zu|um auf)"
    r"|(?:cambia|cambiar|cambiame|pon) (?:mi|el) nombre (?:a|por|en)"
    r"|(?:غير|غيري|اغير|تغيير|غيرلي) اسمي (?:الي|ل))(?P<gap> ?)(?P<name>\S+(?: \S+)?)",
)
_PLACE_SET = re.compile(
    rf"{_ASKS}(?:(?:change|set|update) (?:my|the) (?:city|town|place|location|time ?zone|zone) (?:to|into)"
    r"|(?:(?:ander|andere|stell|stelle) )?(?:bitte )?(?:meinen ort|meine stadt|die stadt|den ort|meine zeitzone) (?:in|auf|zu|um auf)"
    r"|(?:cambia|cambiar|pon) (?:mi|la) (?:ciudad|zona|ubicacion) (?:a|por|en)"
    r"|(?:غير|غيري|اغير|تغيير) (?:مدينتي|مكاني|موقعي|المدينه) (?:الي|ل)) (?P<town>.+?)(?: (?:umstellen|andern|please|bitte|por favor))*"
)
_PLACE_IS = re.compile(
    r"(?:(?:hi|hey|hello|hallo|hola|btw|so|also|ok|sorry|ach|ubrigens|por cierto|y|و)[, ]+)*"
    r"(?:(?:i am|i'm|im|we're|we are) (?:now |currently |already |back )*in|(?:ich )?bin (?:jetzt |grad |gerade |zurzeit |derzeit |nun |wieder |schon )*in"
    r"|(?:i |we |i've |ive )?(?:just )?moved to|(?:ich )?bin (?:jetzt )?nach(?= \S+ (?:um)?gezogen)"
    r"|(?:ya |ahora )*(?:estoy|ando) (?:ya |ahora )*en|(?:ya )?(?:volvi|he vuelto|me mude|llegue) a|(?:انا )?(?:الان )?(?:في|وصلت|وصلت الي|رجعت الي|انتقلت الي))"
    r" (?P<town>[^\W\d]+(?: [^\W\d]+){0,2}?)"
    r"(?:,? (?:now|btw|again|atm|currently|at the moment|right now|these days|for now|jetzt|gerade|grad|zurzeit|derzeit|wieder|umgezogen|gezogen"
    r"|ahora|ya|por ahora|otra vez|الان|حاليا))*"
)
_PER_WEEK = re.compile(
    r"(?:(?:ok|yes|no|pls|please|then|so|con|nur|only|just|maybe|lieber|bitte|mejor|fur mich|for me)[, ]+)*"
    r"(?P<often>.{2,30}?)"
    r"(?: (?:is|are|ist|would be|ware|es|me|esta))?(?: (?:enough|plenty|fine|ok|good|better|genug|reicht|reichen|gut|besser|basta|sobra|bien|mejor|suficiente|يكفي|تكفي|كافي))"
    r"(?: (?:for me|mir|fur mich|vollig|please|pls|bitte|gracias|thanks))*"
)


def _said(words: str) -> str:
    return (
        " ".join(written(words).strip(" .!?؟").split()) if len(words) <= LONGEST and "\n" not in words else ""
    )


def renamed(words: str) -> str:
    """The name that a whole message has its writer's name changed to; "" where it changes none."""
    said = _said(words)
    found = _NAME.fullmatch(said)
    if found is None or not (found["gap"] or said.endswith(found["name"])):
        return ""
    # the name as it was typed: its letters are the last of the message
    typed = " ".join(words.strip(" .!?؟").split()).split(" ")[-len(found["name"].split()) :]
    name = " ".join(typed)
    return name[1:] if found["gap"] == "" and fold(name).startswith("ل") else name


def moved(words: str) -> tuple[str, bool]:
    """The place that a whole message says its writer is in, and whether it asks for that to be set; "" for none."""
    said = _said(words).rstrip("?؟ ")
    if found := _PLACE_SET.fullmatch(said):
        return found["town"], True
    found = _PLACE_IS.fullmatch(said)
    return (found["town"], False) if found else ("", False)


def enough(words: str) -> str:
    """What a whole message says is enough, as how many times a week may be said; "" where it says nothing."""
    found = _PER_WEEK.fullmatch(_said(words))
    return " ".join(_QUESTIONS.sub(" ", found["often"]).split()) if found else ""


_QUESTIONS = re.compile(r"\b(?:questions?|messages?|fragen?|nachrichten?|preguntas?|mensajes?|سوال|اسيله)\b")

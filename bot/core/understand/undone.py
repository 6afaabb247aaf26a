"""A coach's words that want back what was done last: "take that back", "mach das rückgängig", "me equivoqué"."""

import re

from bot.core.understand.folding import fold

LONGEST = 90
"""Letters of such words; what is longer tells something."""

_THAT = (
    r"(?:that|this|it|the last(?: one| thing| change)?|the (?:second|first)(?: one)?|"
    r"my last (?:one|change)|das|es|dies|"
    r"die (?:letzte |ganze )?(?:anderung|absage|verschiebung|eintragung)|"
    r"den (?:letzten )?(?:eintrag|termin)|eso|esto|lo ultimo|"
    r"el ultimo cambio|ذلك|هذا|هذه|الاخير|اخر تغيير)"
)
_FORMS = (
    rf"(?:undo|revert|reverse|take ?back)(?: {_THAT})?",
    rf"(?:take|put) {_THAT} back|take back {_THAT}|(?:please )?change {_THAT} back",
    r"(?:that|this|it) (?:was|is) (?:wrong|a mistake|an accident|my mistake|not right)|"
    r"(?:i )?(?:made|it was) a mistake|my mistake|"
    r"i (?:didn't|didnt|did not) mean (?:to(?: do that)?|that|it)|wrong one",
    rf"(?:mach|mache|machen sie|nimm|nehmen sie|kannst du|konntest du)? ?{_THAT}?(?: bitte|"
    rf" wieder| alles| sofort)* "
    r"?(?:ruckgangig(?: machen)?|zuruck(?:nehmen)?)|ruckgangig(?: machen)?|zurucknehmen",
    r"(?:ich )?hab(?:e)? mich (?:vertan|geirrt|verschrieben|vertippt)|da hab(?:e)? ich mich (?:vertan|geirrt)|"
    r"(?:das )?war (?:falsch|ein fehler|ein versehen|nicht richtig|nicht so gemeint)|"
    r"stimmt (?:doch )?nicht|falsch gemacht",
    rf"(?:deshaz(?:lo)?|deshacer(?:lo)?|revierte|revertir)(?: {_THAT})?|"
    rf"me (?:he )?equivo(?:que|cado)|(?:eso )?(?:fue|era|es|ha sido) un "
    r"error|vuelve atras|da marcha atras",
    rf"تراجع(?:ي)?(?: عن {_THAT})?|(?:لقد )?اخطات|(?:كان|هذا) خطا|الغ {_THAT}|اعد {_THAT}",
)
_BESIDE = (
    r"(?:oh|no|nope|oops|ups|wait|sorry|hm+|ah|actually|please|pls|can you|could you|nein|"
    r"doch|halt|warte|moment|entschuldigung|"
    r"bitte|also|ach|es geht|ich komme|perdon|espera|por favor|uy|ay|que|عفوا|لا|من فضلك|"
    r"انتظر|now|jetzt|again|wieder|only one|"
    r"just one|nur (?:eine[rns]?|einmal)|solo una|و|and|und|y|mach|then|dann)"
)
_UNDONE = re.compile(
    rf"(?:{_BESIDE}[\s,.;:!]+)*(?:{'|'.join(_FORMS)})(?:[\s,.;:!]+{_BESIDE})*(?:[\s,.;:!]+(?:{'|'.join(_FORMS)}))?"
)


def undone(text: str) -> bool:
    """Whether words want back what was done last, and say nothing else."""
    said = fold(text).strip(" .,;:!")
    return (
        said != "zuruck"
        and len(said) <= LONGEST
        and "?" not in said.rstrip("?")
        and bool(_UNDONE.fullmatch(said.rstrip("? ")))
    )

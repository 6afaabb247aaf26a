"""A handle: a short reply to an answer of one's own that says what to do with it."""

import re
from functools import lru_cache
from typing import Literal

from bot.core.understand.folding import fold
from bot.core.understand.revoking import revoking

Handle = Literal["new", "who", "back", "private", "share"]
"""It felt new; who sees it; it shall be gone; for its writer alone; for the coach too."""

LONGEST = 60
"""Letters of such a reply; what is longer tells something of its own."""

_IT = r"(?:this|that|it)"
_ES = r"(?:das|dies|es)"

_READINGS: tuple[tuple[Handle, str], ...] = (
    (
        "new",
        rf"(?:{_IT} |for me {_IT} )?(?:felt|feels|was|is) new(?: to me| for me)?|new(?: to me)?"
        rf"|mark {_IT}(?: please)?|please mark {_IT}"
        rf"|(?:{_ES} )?(?:war|ist|fuhlt(?:e)? sich)(?: fur mich)? neu(?: an)?(?: fur mich)?|neu(?: fur mich)?"
        rf"|(?:bitte )?(?:markiere?|merk dir|merke dir) {_ES}(?: bitte)?"
        r"|(?:هذا|هذه|كان هذا|هذا كان) (?:جديد|جديدا|جديده)(?: علي| لي| بالنسبه لي)?|جديد(?: علي)?",
    ),
    (
        "who",
        rf"who (?:sees|can see|reads|can read|gets|has seen|saw) {_IT}(?: now)?"
        rf"|is {_IT} (?:shared|private)(?: now)?"
        rf"|wer (?:sieht|liest|bekommt) {_ES}(?: jetzt)?|wer kann {_ES} (?:sehen|lesen)"
        rf"|ist {_ES} (?:privat|geteilt)"
        r"|من (?:يري|يراه|يقرا|يقراه|سيري|سيقرا)(?: هذا| ذلك)?",
    ),
    (
        "back",
        rf"take {_IT} back|(?:please )?(?:delete|erase|remove|unsend|unsay|forget) {_IT}(?: please)?"
        rf"|take back|undo(?: {_IT})?"
        rf"|(?:bitte )?(?:losche?|entferne?|vergiss) {_ES}(?: bitte)?|nimm {_ES} zuruck|zurucknehmen"
        r"|(?:احذفي?|امسحي?)(?: هذا| هذه| ذلك)?|حذف|استرجاع",
    ),
    (
        "private",
        rf"(?:make|keep|leave) {_IT} (?:private|to myself|for myself)|(?:{_IT} (?:is|stays) )?private(?: please)?"
        rf"|(?:{_ES} )?(?:bleibt |ist |bitte )?privat(?: bitte| halten| lassen)?|nur fur mich"
        r"|(?:هذا )?(?:خاص|خاص بي|لي وحدي|لي فقط)",
    ),
    (
        "share",
        rf"(?:please )?share(?: {_IT})?(?: please)?|(?:bitte )?teile? {_ES}(?: bitte)?|teilen"
        r"|(?:شاركي?|شاركه|شاركيه)(?: هذا)?",
    ),
)


@lru_cache(maxsize=8)
def handle(words: str) -> Handle | None:
    """What such a reply asks for; None where it is words to keep."""
    if len(words) > LONGEST or "\n" in words.strip():
        return None
    said = re.sub(r"[\s?؟!.,…]+$", "", fold(words))
    found = (wish for wish, pattern in _READINGS if re.fullmatch(pattern, said))
    wish = next(found, None)
    return wish or ("back" if revoking(words) == "delete" else None)

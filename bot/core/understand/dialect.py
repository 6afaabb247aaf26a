"""Arabic as it is spoken, in the words that it is written with: of the Gulf, the Levant, Egypt and the Maghreb."""

import re
from functools import lru_cache

from bot.core.understand.folding import fold

_WRITTEN = {
    "اريد": "ابغي ابغا ابغه ودي بدي بدنا عايز عايزه عاوز عاوزه حاب حابه نبغي بغيت بغا ابا",
    "اوقف": "وقف وقفي وقفوا وقفو اوقفوا وقفلي وقفولي بطل بطلوا",
    "حتي": "لين لحد لغايه لحتي",
    "غدا": "بكره باكر بكرا",
    "ما": "وش ايش شنو شو ايه",
    "لماذا": "ليش ليه علاش",
    "من": "مين منو",
    "اين": "وين فين",
    "متي": "امتي وقتيش",
    "كم": "قديش كام",
    "لا": "مو مش مب ماني موب",
    "لان": "عشان علشان لاني لانني لانو لانه",
    "رسايل": "مسجات مسج",
    "قليلا": "شوي شويه",
    "يكفي": "خلاص كفايه بكفي يكفيني بكفيني خلص كافي",
    "انها": "انهاء",
    "الان": "الحين هلا هسه هسا دلوقتي دلوقت ذحين",
    "نعم": "ايوه ايوا",
    "اخر": "ثاني تاني",
    "اخري": "ثانيه تانيه",
    "مدرب": "كوتش",
    "المدرب": "الكوتش",
    "ساكون": "بكون حكون حاكون بنكون راح رح",
    "استطيع": "اقدر بقدر",
    "مسافر": "مسافره رايح رايحه بسافر حسافر مسافرين",
    "انا": "اني",
    "معي": "وياي",
    "اجازه": "عطله",
}
_WORDS = {spoken: said for said, each in _WRITTEN.items() for spoken in each.split()}
_ARABIC = re.compile("[\u0621-\u064a]")
_WISHED = re.compile(r"^(?:انا )?ابي (?=(?:ان )?(?:ا[^ل ]|راحه|استراحه|انجليزي|عربي|مدرب|كوتش|سوال))")
"""A wish in the Gulf; written, the word says "my father", and stays that before anything else."""


@lru_cache(maxsize=32)  # of one message it is asked a dozen times
def written(text: str) -> str:
    """The words as ``fold`` has them, Arabic of every day as it is written."""
    folded = fold(text)
    if not _ARABIC.search(folded):
        return folded
    return re.sub(r"\w+", lambda found: _WORDS.get(found[0], found[0]), _WISHED.sub("اريد ", folded))


def standard(text: str) -> str:
    """The words as ``written`` has them where they are Arabic; any other as they are."""
    return written(text) if _ARABIC.search(text) else text

"""A custody: a short question about who hears or sees recordings, or where words are kept and who gets them."""

import re
from typing import Literal

from bot.core.understand.folding import fold, listed
from bot.core.understand.revoking import named
from bot.core.understand.stemmed import near, stemmed

Custody = Literal["files", "stored", ""]
"""Voice notes, pictures and other files; the words, and who beside the coach may get them."""

LONGEST = 90
"""Letters of such a question; what is longer tells something of its own."""


_OPENS = listed("""
can could does do did is are will would who what where how may has have was were and so but also or
kann konnen konnte darf hort sieht wer was wo wie ist sind wird werden bekommt liest hat horst siehst hast kannst speicherst
gibst verkaufst nutzt und aber also habt
هل من ما ماذا اين كيف
puede pueden puedes quien quienes que donde como se es son esta estan va van hay tiene tienen escucha oye ve ven lee leen guardas vendes usas oyes escuchas y pero tambien
""")  # fmt: skip
_FILES = listed("""
voice voices audio audios recording recordings recorded memo memos photo photos picture pictures pic pics image images video videos
file files document documents attachment attachments selfie selfies screenshot screenshots
sprachnachricht sprachnachrichten sprachmemo sprachmemos aufnahme aufnahmen foto fotos bild bilder datei dateien tonaufnahme
tonaufnahmen anhang anhange stimme
صوري صورتي صوره صور الصور الصوره تسجيل تسجيلي تسجيلاتي التسجيلات تسجيلات الصوتيه صوتيه صوتي فيديو ملف ملفاتي ملفات مقاطعي مقطع
audio audios voz grabacion grabaciones foto fotos imagen imagenes video videos archivo archivos documento documentos adjunto adjuntos
captura capturas selfi selfis nota notas
""")  # fmt: skip
_OTHERS = listed("""
data encrypted encryption telegram server servers boss employer company partner husband wife spouse girlfriend boyfriend insurance hr
parties party ai gpt chatgpt openai police government parents mother father family colleagues manager else admin operator owner
hackers hacker developers developer internet cloud google
daten verschlusselt verschlusselung chef chefin arbeitgeber firma partnerin mann frau freund freundin versicherung
krankenkasse dritte dritten ki polizei eltern mutter vater familie kollegen sonst betreiber entwickler personalabteilung
بياناتي البيانات بيانات مشفر مشفره التشفير تيليجرام تلغرام تليجرام مديري مدير شركتي الشركه زوجي زوجتي شريكي الحكومه الشرطه اهلي والدي
والدتي غيرها غيره سواها الاصطناعي الذكاء
datos cifrado cifrados cifradas encriptado encriptados servidor servidores jefe jefa empresa pareja marido esposo esposa novio novia seguro
seguros terceros tercero ia policia gobierno padres madre padre familia colegas companeros mas administrador rrhh
""")  # fmt: skip
_DOES = listed("""
hear hears hearing listen listens listening see sees seen seeing look looks view views watch watches open opens get gets got read
reads reading access kept stored saved keep keeps store stores save saves sent send sends shared share shares safe private secure
sell sells sold use used uses train training encrypted deleted passed pass give given gives go goes transcribe transcribes transcribed happens anonymous company
hort horen anhoren sieht sehen anschauen ansehen bekommt bekommen liest lesen mitlesen zugriff gespeichert aufbewahrt gesendet geteilt sicher privat
verkauft verkaufst verkaufen benutzt nutzt genutzt verwendet trainiert verschlusselt weitergegeben gibst weiter speicherst geschickt
hoert horst siehst verschickt landen landet geht gehen ende hin passiert anonym
يسمع تسمع يري تري يقرا تقرا يستمع تستمع سماع رويه تشاهد يشاهد محفوظه محفوظ تحفظ مخزنه تخزن يصل تصل تباع تبيع تستخدم مشفر مشفره
تشارك يطلع تطلع الوصول قراءه قراه يحصل ترسل امنه امن
escucha escuchan escuchar escucharla escucharlas escucharlos oye oyen oir ve ven ver verlas verlos verlo mira miran mirar lee leen leer leerlo recibe reciben
recibir accede acceso guarda guardan guardas guardadas guardados guardar almacena almacenan almacenados comparte comparten compartes envia envian envias
seguro segura seguras privado privada privadas vende venden vendes vender usa usan usas usar entrena entrenar cifrado cifrados cifradas transcribe transcriben
van va llega llegan pasa anonimo
""")  # fmt: skip
_ALSO = listed("""
COACH she he they it its this that these those here my mine i we you u your bot anyone anybody someone somebody nobody the a an of
with to at in on by from for all any everything anything really actually also too still even then now ever only own note notes message
messages words answers answer what write wrote send sent say said am be there when if not or and third machine human person people
to access able allowed
sie er es das dies diese die der den dem dein deine du ich meine meinen meiner mein meinem man jemand niemand hier eigentlich
auch noch wirklich denn etwas alles ein eine einen bot was schreibe schicke geschrieben sage und oder an auf von mit bei zu zur zum fur
anderes anderer andere jemals nur personen person mensch maschine wird werden kann konnen darf
هذا هذه ذلك ما اكتب اكتبه كتبته ارسل ارسله ارسلت رسايلي رسالتي رسايل رساله كلماتي اجاباتي هنا انا انت احد احدا اخر شخص اي ان علي الي
يمكن يمكنك يمكنها يمكنه تستطيع يستطيع حقا ايضا لي عندكم في مع الذي التي البوت
el ella ellos lo la los las esto eso mis mi tu tus yo alguien nadie un una de a en con para por del al que todo todos otra otras persona humano
maquina bot aqui realmente tambien todavia ya solo ser he escribo mando digo mensaje mensajes respuestas palabras puede pueden otros otro o ni
hay se le
""")  # fmt: skip
_WORDS = listed("""
this that it data answers what messages notes words encrypted encryption
das es dies was daten antworten nachrichten worte notizen verschlusselt
هذا هذه ذلك ما بياناتي البيانات بيانات رسايلي رسايل كلماتي اجاباتي مشفر مشفره التشفير
esto eso datos mensajes respuestas palabras cifrado cifrados cifradas que
""")  # fmt: skip
"""What is asked after, where it is no recording."""
_ALL = _OPENS | _FILES | _OTHERS | _DOES | _ALSO | {"COACH"}

_NEAR = (
    stemmed("voice|audio|record|memo|photo|pic|image|video|file|document|attach|selfie|screenshot", ""),
    stemmed("sprach|aufnahm|foto|bild|datei|anhang|stimme|صور|صوت|تسجيل|فيديو|ملف|مقط", ""),
    stemmed("audio|voz|graba|foto|imagen|archivo|adjunt|captura", ""),
    stemmed("|".join(sorted(_OTHERS)), ""),
)
"""Whatever is asked about has one of these in it."""


def custody(words: str, coach: str) -> Custody:
    """What a short whole question asks after; "" where it asks nothing of the kind. ``coach``: their name."""
    if not 8 <= len(words) <= LONGEST:
        return ""
    folded = fold(words)
    if not near(folded, _NEAR):
        return ""
    said = re.findall(r"[^\W_]+", named(folded, coach))
    bag = frozenset(said)
    opens = said[:1] and (said[0] in _OPENS or ("?" in words and said[0] in ("alguien", "mi", "COACH")))
    if len(said) < 3 or not opens or not bag <= _ALL or bag.isdisjoint(_DOES):
        return ""
    if bag & _FILES and not bag <= {"nota", "notas"} | (_ALL - _FILES):
        return "files"
    about = not bag.isdisjoint(_WORDS)  # else it wonders about a person
    return "stored" if about and not bag.isdisjoint(_OTHERS) else ""

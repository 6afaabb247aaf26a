"""Everyday words that are also towns: Nice, Reading and Essen are asked about before they are a place."""

from functools import lru_cache

from bot.core.understand.folding import fold

_WORDS = """
a add all alliance along also always and angle any are area art as at bad bank bar basic bath bear begun bell
best big bone born bush but buy can care cars central chair champion come creek crystal cut dad date day deal do
dog drama drug east eat empire enterprise ever everyone far fate federal for forest freedom fresh from fun gas
god goes gold golden grass green hall hang hire holiday hook hot human hunter independence kid led let liberal
lie loan lot luck make makes male man manage march market marks media mid mile mine mission mobile monster more
most much must nice normal north off olympic one opportunity orange our out pace part per pet plain police pop
possession pure rapid reading republic rest rich ride riding rise roles roman run sad sale salt sat save say see
seen semi set she shot side sin sing so solo soul south spoken spring split sub superior surprise tall tank tape
tell temple ten than the time to tone tongue top tour turn union university valley walker wave we wedding west
worth yes young alles allen alter alt anders arm art auch auf aus bald bau bei berge bergen bin bis bist boden
böse chor dabei damals dame daran dazu denen dick die dir doch du eher eigentlich ein elf ende essen fast feld
fern frei füssen galt ganz gar gehen gerät gerne gib gingen haar halle handy hart heute hin hof holt hunde ihr
ihren immer jäger jene kam kamen kann keller kinder kino klang kosten küche lag lage landen lang langen lauf
laut leben leer leiden liebe hoy ayer nada casa vida luna sol paso todo verde azul rojo nuevo nueva noche
tarde bien mal paz libertad mora esperanza
uno dos tres mil campo monte fuente corral bueno buena alta alto bajo baja löwen mach mag man mir mitte
morgen mühe mut namen nase nett neu neubau nie norden
not nur ob oma opa ost papa rand rat raum recht rede reisen rot ruhe sag sah sänger schön schöner sei siegen singen
sonne süden tat tod tür türen und von wald wald waren ware wäre weh weil welt wen wenden wetter wild wut zeit zug آب
آن أب أتى أحد أداء أدري أرى أشرف أشياء ألم أم أمل أمن أن أنا أنتم إطار إن ابدا اب احد ال الأبيض الأم الأمل الباب
البحر الثورة الجديد الجديدة الجميل الحد الحرية الحمام الحي الخبر الخضراء الخميس السلام الساحل الصف الصور الطبقة
الطرف العلم العيون القصر الماء المدينة النور الوجه ان انا بأنه بسيط بلد بن بيان ثورة جامعة جمال حجة حديثة خبر
دائما دولة دور دير رأي راي سالم سعيد سعيدة سنة سواء سويا سير صور عالية عنك عنه فان قريب كان كرة كن لأول لأي له
لي لين مبارك مدينة مشهد منا ميدان نادي نور هام هوية وأن وادي وان وراء وقف يوما يوميا
"""


def everyday(word: str) -> bool:
    """Whether it is likelier a word of every day than the town of that name."""
    return fold(word) in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(map(fold, _WORDS.split()))

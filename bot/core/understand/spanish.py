"""The Spanish words of days, hours and dates, for the vocabulary, and what is put straight before."""

import re

WORDS = """
wd0: lunes, lun, lu
wd1: martes, mar, mart
wd2: miércoles, mié, mier, mi, x
wd3: jueves, jue, juev, ju
wd4: viernes, vie, vier, vi
wd5: sábado, sáb, sa
wd6: domingo, dom, do
wds0: los lunes
wds1: los martes
wds2: los miércoles
wds3: los jueves
wds4: los viernes
wds5: sábados, los sábados
wds6: domingos, los domingos
every wd0: todos los lunes
every wd1: todos los martes
every wd2: todos los miércoles
every wd3: todos los jueves
every wd4: todos los viernes
every wd5: todos los sábados
every wd6: todos los domingos
mo1: enero, ene
mo2: febrero, feb
mo3: marzo, mzo
mo4: abril, abr
mo5: mayo, may
mo6: junio, jun
mo7: julio, jul
mo8: agosto, ago, agos
mo9: septiembre, setiembre, sept, sep, set
mo10: octubre, oct
mo11: noviembre, nov
mo12: diciembre, dic
weekdays: entre semana, días laborables, los días laborables, días hábiles, los días hábiles, laborables
weekdays: días de semana
weekdays: los días de semana, en días laborables, en días hábiles, días de trabajo, los días de trabajo
weekdays: días de diario
weekdays: días entre semana, de lunes a viernes, todos los días laborables, todos los días hábiles, en la semana
startof week: principio de semana, a principio de semana, a principios de semana, al principio de la semana
startof week: principios de semana, a comienzos de semana, al comienzo de la semana, inicio de semana
startof week: al inicio de la semana
startof week: a inicios de semana, principio de la semana, comienzo de semana, comienzo de la semana
startof week: inicio de la semana
midof week: mitad de semana, a mitad de semana, a mediados de semana, mediados de semana, a media semana
midof week: media semana
endof week: final de la semana, a finales de semana, al final de la semana, finales de semana, final de semana
weekend: fin de semana, fines de semana, el fin de semana, los fines de semana, finde, findes, los findes
weekend: el finde
weekend: este fin de semana
daily: todos los días, cada día, a diario, diario, diariamente, todo los días, cualquier día, toda la semana
daily not: todos los días menos, todos los días excepto, todos los días salvo, cada día menos, a diario menos
daily not: todos los días menos el, todos los días excepto el, todos los días salvo el
daily morning: todas las mañanas, cada mañana
daily afternoon: todas las tardes, cada tarde
daily evening: todas las noches, cada noche
daily noon: todos los mediodías, cada mediodía
am: am, a.m, a. m, a. m., de la mañana, de la madrugada, por la madrugada, de madrugada
pm: pm, p.m, p. m, p. m., de la tarde
night: de la noche, de noche
noon: del mediodía, del medio día, mediodía, medio día, al mediodía, al medio día, a mediodía, a medio día
noon: las 12 del mediodía
noon: hora de comer, la hora de comer, a la hora de comer, a la hora del almuerzo, la hora del almuerzo
noon: hora del almuerzo
morning: por la mañana, por las mañanas, en la mañana, en las mañanas, mañanas, la mañana, las mañanas
morning: de mañana
afternoon: por la tarde, por las tardes, en la tarde, en las tardes, tardes, tarde, la tarde, las tardes
afternoon: a la tarde
evening: por la noche, por las noches, en la noche, en las noches, noches, noche, la noche, las noches
evening: a la noche, al anochecer
8.00: a primera hora, primera hora, desayuno, al desayuno, en el desayuno, antes del trabajo, antes de trabajar
8.00: antes de ir a trabajar, antes de entrar a trabajar, antes de clase, antes de la escuela, antes del colegio
7.30: temprano por la mañana, por la mañana temprano, muy temprano, de mañana temprano, temprano en la mañana
9.00: después de desayunar, después del desayuno, tras el desayuno
10.00: a media mañana, media mañana
15.00: después de comer, después de almorzar, después del almuerzo, tras la comida, después de la comida
15.00: tras el almuerzo
17.00: a media tarde, media tarde, merienda, a la hora de la merienda, a última hora de la tarde
18.00: después del trabajo, después de trabajar, al salir del trabajo, cuando salgo del trabajo, tras el trabajo
18.00: después de la escuela, después de clase, después de clases, saliendo del trabajo, al salir de trabajar
21.00: después de cenar, después de la cena, tras la cena, antes de dormir, antes de acostarme
21.00: antes de irme a dormir
21.00: antes de irme a la cama, antes de ir a dormir, a última hora, última hora
before: antes de, antes de las, antes del, antes de la
today evening: esta noche, hoy por la noche, hoy en la noche, hoy a la noche, hoy noche
today afternoon: esta tarde, hoy por la tarde, hoy en la tarde, hoy a la tarde
today morning: esta mañana, hoy por la mañana, hoy en la mañana
tomorrow morning: mañana por la mañana, mañana en la mañana, mañana temprano, mañana a la mañana
tomorrow afternoon: mañana por la tarde, mañana en la tarde, mañana a la tarde
tomorrow evening: mañana por la noche, mañana en la noche, mañana a la noche
yesterday evening: anoche, ayer por la noche, ayer en la noche
midnight: medianoche, media noche, a medianoche, a media noche, las 12 de la noche, las doce de la noche
h: h, hs, hrs, en punto
less quarter: menos cuarto, menos un cuarto
less 5: menos cinco, menos 5
less 10: menos diez, menos 10
less 20: menos veinte, menos 20
less 25: menos veinticinco, menos 25
half: media
quarter: cuarto
today: hoy, el día de hoy
tomorrow: mañana, el día de mañana
overmorrow: pasado mañana
yesterday: ayer
yesteryesterday: anteayer, antes de ayer, antier, antes de anoche
next: próximo, próxima, próximos, próximas, que viene, siguiente, siguientes, entrante, que entra
next week: la semana que viene, la próxima semana, la semana próxima, semana entrante, la semana entrante
overnext week: en dos semanas, dentro de dos semanas
this: este, esta, estos, estas
last: pasado, pasada, último, última, anterior
min: minutos, minuto, mins, min
hour: horas, hora
day: días, día
week: semanas, semana
month: meses, mes
year: años, año
15 min: un cuarto de hora, cuarto de hora
30 min: media hora, una media hora
45 min: tres cuartos de hora
90 min: hora y media, una hora y media
75 min: hora y cuarto, una hora y cuarto
2 hour: un par de horas, par de horas
2 day: un par de días, par de días
2 week: un par de semanas, par de semanas, quincena, una quincena
every: cada, todos los, todas las
every 2: cada segundo, cada segunda
every 2 day: un día sí y otro no, un día sí y un día no, un día sí otro no, día por medio, cada otro día
every 2 day: días alternos
every 2 day: en días alternos, cada dos días, cada 2 días, pasando un día
weekly: semanal, semanalmente, una vez a la semana, una vez por semana, 1 vez por semana, 1 vez a la semana
every 2 week: quincenal, quincenalmente, cada quincena, cada quince días, cada 15 días, semana por medio
every 2 week: cada otra semana
every 2 week: una semana sí y otra no, una semana sí y una semana no, una semana sí otra no, bisemanal
every 2 week: semanas alternas
every 2 week: en semanas alternas, cada catorce días, cada 14 días
every 1 month: mensual, mensualmente, una vez al mes, una vez por mes, 1 vez al mes
2 week: quince días
1 week: ocho días
once: una vez, solo una vez, una sola vez, única, una única vez, solo esta vez, sin repetir, puntual
2 x: dos veces
3 x: tres veces
x: veces, vez
from: desde, desde el, desde las, del, de, a partir de, a partir del, a partir de las, entre, entre las
from: entre el
to: hasta, hasta el, hasta las, hasta la, a, al
not: excepto, menos, salvo, sin, nunca, no, nada, ningún, excepto los, menos los, menos el, salvo el, excepto el
not: no los, no el
not weekend: sin fines de semana, ningún fin de semana, menos fines de semana, no fines de semana
after: después, más tarde, después de, después de las, después de la, pasadas, pasadas las
earlier: antes, más temprano
ago: hace, atrás
in: dentro de, en
for: por, durante, por unos, por unas, durante unos, durante unas
video: zoom, por zoom, en zoom, online, en línea, video, por video, videollamada, por videollamada, virtual
video: teams, meet
video: google meet, skype, por teams, por meet, por skype, vía zoom, videoconferencia, por videoconferencia
video: a distancia
phone: teléfono, por teléfono, telefónica, telefónicamente, llamada, por llamada, llamada telefónica
room: presencial, en persona, presencialmente, consulta, en la consulta, en consulta, consultorio
room: en el consultorio
room: oficina, en la oficina, en el despacho, cara a cara, en la sala, despacho
1: uno, una, un, primero, primera, primer
2: dos, segundo, segunda
3: tres, tercero, tercera, tercer
4: cuatro, cuarta
5: cinco, quinto, quinta
6: seis, sexto
7: siete, séptimo
8: ocho, octavo
9: nueve, noveno
10: diez, décimo
11: once
12: doce
13: trece
14: catorce
15: quince
16: dieciséis
17: diecisiete
18: dieciocho
19: diecinueve
20: veinte
21: veintiuno, veintiún, veintiuna
22: veintidós
23: veintitrés
24: veinticuatro
25: veinticinco
26: veintiséis
27: veintisiete
28: veintiocho
29: veintinueve
30: treinta
31: treinta y uno, treinta y un
40: cuarenta
45: cuarenta y cinco
50: cincuenta
startof: principios de, a principios de, comienzos de, a comienzos de, principio de, al principio de, inicios de
startof: a inicios de
startof: inicio de, al inicio de, a principio de, principios del, principio del, a primeros de, primeros de
endof: finales de, a finales de, fin de, a fin de, a fines de, fines de, final de, al final de, finales del
endof: fin del
endof: a últimos de, últimos de, final del
midof: mediados de, a mediados de, mitad de, a mitad de, mediados del
24 mo12: nochebuena
25 mo12: navidad, día de navidad
31 mo12: nochevieja, fin de año, noche vieja
1 mo1: año nuevo
6 mo1: reyes, día de reyes
: el, la, los, las, a las, a la, y, e, sobre, sobre las, sobre la, hacia, hacia las, alrededor de
: alrededor de las
: a eso de, a eso de las, como a las, tipo, aproximadamente, aprox, más o menos, por favor, solo, sólo
: solamente, es
: que sea, para el, para la, para, día de, con, son, a eso de la, como a la, a partir
: todo, toda, todo el mes de, más o menos a las, a más tardar, máximo, unos, unas, completa, completo, entera
: entero, de este, en lo posible
"""

_MONTH = (
    "ene|feb|mar|abr|may|jun|jul|ago|set|sep|oct|nov|dic|este mes|enero|febrero|marzo|abril|mayo|junio|julio"
    "|agosto|sept|setiembre|septiembre|octubre|noviembre|diciembre"
)
_HOUR = "una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|1[0-2]|[1-9]"
_SPOKEN = {
    "cinco": "05", "5": "05", "diez": "10", "10": "10", "veinte": "20", "20": "20", "veinticinco": "25",
    "25": "25", "quince": "15", "15": "15", "treinta": "30", "30": "30",
}  # fmt: skip
_HOURS = {name: str(hour) for hour, name in enumerate(_HOUR.split("|")[:12], 1)}
_OF_DATE = re.compile(rf"(?<=\d) (?:de|del)(?: mes de)? (?=(?:{_MONTH})\b)|(?<=\w) del? (?=20\d\d\b)")
_MARCH = re.compile(r"(?<=\d )mar\b")
_PAST = re.compile(
    rf"(?<!entre )(?<!de )\blas? ({_HOUR}) (?:y|con) ({'|'.join(_SPOKEN)})(?: minutos)?\b"
    r"(?! (?:horas|veces|dia|sem))"
)
_TO_THE = re.compile(
    r"\b(?:a )?(?:un )?(?:(cuarto)|(cinco|diez|veinte|veinticinco|5|10|20|25)(?: minutos)?) para (?:las? )(?=\w)"
)
_CLOCK = re.compile(r"(\blas? \d{1,2}(?:[:.]\d\d)?) horas?\b")
_HALVES = re.compile(r"\b(\w+) horas y media\b")
_COUNT = {"dos": 2, "tres": 3, "cuatro": 4}


def straightened(plain: str) -> str:
    """Folded words, with what is one thing in several words as one: "las siete y diez", "8 de mar de 2027"."""
    plain = _MARCH.sub("marzo", _OF_DATE.sub(" ", plain))
    plain = _HALVES.sub(_as_minutes, _CLOCK.sub(r"\1 h", plain))
    plain = _TO_THE.sub(lambda found: "\x02qto\x03 " if found[1] else f"{found[2]} \x02before\x03 ", plain)
    return _PAST.sub(lambda found: f"las {_HOURS.get(found[1], found[1])}:{_SPOKEN[found[2]]}", plain)


def _as_minutes(found: re.Match[str]) -> str:
    """ "Dos horas y media": as minutes."""
    number = int(found[1]) if found[1].isdigit() else _COUNT.get(found[1], 0)
    return f"{number * 60 + 30} min" if number else found[0]

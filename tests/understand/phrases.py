"""What people write, and what they mean: said on Sunday, 29 November 2026, at noon.

A moment is as "2026-12-01 15:00"; days as "mon thu"; a stretch as "2026-12-01 2026-12-04". Several
meanings stand one after another, with "|" between them.
"""

MOMENTS = {
    "en": """
tomorrow at 3pm = 2026-11-30 15:00
tomorrow 9:30 = 2026-11-30 09:30
8 Sept 15:00 = 2027-09-08 15:00
Sept 8, 3 pm = 2027-09-08 15:00
8th of September at 15.00 = 2027-09-08 15:00
Sep. 8 at 3 p.m. = 2027-09-08 15:00
tue 15:00 = 2026-12-01 15:00
Tuesday at 3 in the afternoon = 2026-12-01 15:00
next Tuesday 15:00 = 2026-12-01 15:00
tuesday 19 = 2026-12-01 19:00
this Friday, noon = 2026-12-04 12:00
2026-12-01 15:00 = 2026-12-01 15:00
1/12/2026 15:00 = 2026-12-01 15:00 | 2026-01-12 15:00
8/9 15:00 = 2027-09-08 15:00 | 2027-08-09 15:00
31/12 10:00 = 2026-12-31 10:00
tomorrow at 7 = 2026-11-30 07:00 | 2026-11-30 19:00
Friday at half past seven pm = 2026-12-04 19:30
quarter to nine am on Monday = 2026-11-30 08:45
in 3 weeks at 10am = 2026-12-20 10:00
in two hours = 2026-11-29 14:00
the day after tomorrow 18:00 = 2026-12-01 18:00
tonight at 8 = 2026-11-29 20:00
7pm = 2026-11-29 19:00
9am = 2026-11-30 09:00
the 8th at 10am = 2026-12-08 10:00
""",
    "de": """
morgen um 15 Uhr = 2026-11-30 15:00
morgen 9:30 = 2026-11-30 09:30
morgen um halb acht abends = 2026-11-30 19:30
8. Sept. 15:00 = 2027-09-08 15:00
8. September um 15.00 Uhr = 2027-09-08 15:00
am 8.9. um 15 Uhr = 2027-09-08 15:00
Di 15:00 = 2026-12-01 15:00
Dienstag, 15 Uhr = 2026-12-01 15:00
nächsten Dienstag um 15 Uhr = 2026-12-01 15:00
kommenden Freitag mittags = 2026-12-04 12:00
1.12.2026 15:00 = 2026-12-01 15:00
01.12. 15 Uhr 30 = 2026-12-01 15:30
morgen um 7 = 2026-11-30 07:00 | 2026-11-30 19:00
Freitag 19h = 2026-12-04 19:00
Freitag viertel vor neun früh = 2026-12-04 08:45
Freitag um viertel nach 6 abends = 2026-12-04 18:15
in drei Wochen um 10:00 = 2026-12-20 10:00
in zwei Stunden = 2026-11-29 14:00
übermorgen 18 Uhr = 2026-12-01 18:00
uebermorgen um 18.30 = 2026-12-01 18:30
heute Abend um 8 = 2026-11-29 20:00
Dienstag nächste Woche 10:00 = 2026-12-01 10:00
Mo, 30. November, 14:00 = 2026-11-30 14:00
3. Jänner 10:00 = 2027-01-03 10:00
5. März 2027, 11 Uhr vormittags = 2027-03-05 11:00
""",
    "ar": """
غدا الساعة ٣ مساء = 2026-11-30 15:00
غدًا الساعة 9:30 صباحًا = 2026-11-30 09:30
٨ سبتمبر ١٥:٠٠ = 2027-09-08 15:00
8 أيلول الساعة 3 عصرا = 2027-09-08 15:00
٨ من سبتمبر الساعة ١٥:٠٠ = 2027-09-08 15:00
الثلاثاء ١٥:٠٠ = 2026-12-01 15:00
يوم الثلاثاء الساعة الثالثة عصرا = 2026-12-01 15:00
الثلاثاء القادم الساعة ٣ مساء = 2026-12-01 15:00
الثلاثا 15:00 = 2026-12-01 15:00
الخميس ٧ مساءً = 2026-12-03 19:00
الجمعة الساعة ٧ = 2026-12-04 07:00 | 2026-12-04 19:00
بعد غد ١٠ صباحا = 2026-12-01 10:00
بعد ثلاثة أسابيع الساعة ١٠ صباحا = 2026-12-20 10:00
بعد أسبوعين الساعة العاشرة صباحا = 2026-12-13 10:00
بعد ساعتين = 2026-11-29 14:00
الأحد القادم الساعة السابعة والنصف مساء = 2026-12-06 19:30
الاثنين الساعة التاسعة إلا ربعا صباحا = 2026-11-30 08:45
الأربعاء الساعة السادسة والربع مساء = 2026-12-02 18:15
بكرة ٦ م = 2026-11-30 18:00
٣٠ نوفمبر ١٤:٠٠ = 2026-11-30 14:00
١/١٢/٢٠٢٦ ١٥:٠٠ = 2026-12-01 15:00 | 2026-01-12 15:00
3 كانون الثاني 10:00 = 2027-01-03 10:00
الليلة الساعة ٨ = 2026-11-29 20:00
""",
    "es": """
mañana a las 3 de la tarde = 2026-11-30 15:00
mañana a las 9:30 = 2026-11-30 09:30
8 sept 15:00 = 2027-09-08 15:00
8 de septiembre a las 15:00 = 2027-09-08 15:00
el 8 de setiembre de 2027 a las 15 h = 2027-09-08 15:00
8 de mar de 2027, 11 de la mañana = 2027-03-08 11:00
mar 15:00 = 2026-12-01 15:00
el martes a las 15 horas = 2026-12-01 15:00
el próximo martes a las 15:00 = 2026-12-01 15:00
el martes que viene a las 3 p. m. = 2026-12-01 15:00
este viernes al mediodía = 2026-12-04 12:00
1/12/2026 15:00 = 2026-12-01 15:00 | 2026-01-12 15:00
mañana a las 7 = 2026-11-30 07:00 | 2026-11-30 19:00
viernes a las siete y media de la tarde = 2026-12-04 19:30
viernes a las nueve menos cuarto de la mañana = 2026-12-04 08:45
lunes a un cuarto para las nueve de la mañana = 2026-11-30 08:45
el lunes a diez para las nueve de la mañana = 2026-11-30 08:50
jueves a las seis y cuarto de la tarde = 2026-12-03 18:15
jueves a las siete y diez de la tarde = 2026-12-03 19:10
dentro de 3 semanas a las 10:00 = 2026-12-20 10:00
en dos horas = 2026-11-29 14:00
pasado mañana a las 18:00 = 2026-12-01 18:00
esta noche a las 8 = 2026-11-29 20:00
mañana por la tarde a las 5 = 2026-11-30 17:00
a las 7 de la tarde = 2026-11-29 19:00
a las 9 de la mañana = 2026-11-30 09:00
el martes de la próxima semana a las 10:00 = 2026-12-01 10:00
lunes 30 de noviembre, 14:00 = 2026-11-30 14:00
3 de enero 10:00 = 2027-01-03 10:00
""",
}

DAYS = {
    "en": """
weekdays = mon tue wed thu fri
mon thu = mon thu
Mon and Thu = mon thu
Mondays & Thursdays = mon thu
every Tuesday = tue
Mon-Fri = mon tue wed thu fri
from Monday to Thursday = mon tue wed thu
every day = mon tue wed thu fri sat sun
every day except Friday = mon tue wed thu sat sun
weekends = sat sun
Mon, Wed, Fri = mon wed fri
sat–mon = mon sat sun
""",
    "de": """
werktags = mon tue wed thu fri
Mo und Do = mon thu
Mo, Do = mon thu
montags und donnerstags = mon thu
jeden Dienstag = tue
Mo-Fr = mon tue wed thu fri
von Montag bis Donnerstag = mon tue wed thu
jeden Tag = mon tue wed thu fri sat sun
täglich außer Freitag = mon tue wed thu sat sun
am Wochenende = sat sun
Mo. Mi. Fr. = mon wed fri
Sa bis Mo = mon sat sun
""",
    "ar": """
الاثنين والخميس = mon thu
الإثنين و الخميس = mon thu
كل ثلاثاء = tue
من الأحد إلى الخميس = mon tue wed thu sun
كل يوم = mon tue wed thu fri sat sun
يوميا = mon tue wed thu fri sat sun
يوميا ما عدا الجمعة = mon tue wed thu sat sun
أيام العمل = mon tue wed thu fri | mon tue wed thu sun
نهاية الأسبوع = sat sun | fri sat
السبت، الاثنين، الأربعاء = mon wed sat
أيام الأحد والثلاثاء = tue sun
الجمعه = fri
""",
    "es": """
entre semana = mon tue wed thu fri
lunes y jueves = mon thu
Lun, jue = mon thu
los lunes y los jueves = mon thu
todos los martes = tue
cada martes = tue
lun-vie = mon tue wed thu fri
de lunes a jueves = mon tue wed thu
todos los días = mon tue wed thu fri sat sun
a diario = mon tue wed thu fri sat sun
todos los días menos el viernes = mon tue wed thu sat sun
fines de semana = sat sun
los sábados y domingos = sat sun
lunes, miércoles y viernes = mon wed fri
sáb a lun = mon sat sun
días laborables = mon tue wed thu fri
L-M-V = mon wed fri | mon tue fri
""",
}

STRETCHES = {
    "en": """
3 weeks = 2026-11-29 2026-12-19
for a fortnight = 2026-11-29 2026-12-12
until Friday = 2026-11-29 2026-12-04
from Monday to Thursday = 2026-11-30 2026-12-03
24 Dec - 2 Jan = 2026-12-24 2027-01-02
24–28 December = 2026-12-24 2026-12-28
2026-12-24 2027-01-02 = 2026-12-24 2027-01-02
next week = 2026-11-30 2026-12-06
this weekend = 2026-11-28 2026-11-29
from Monday for 3 weeks = 2026-11-30 2026-12-20
August = 2027-08-01 2027-08-31
tomorrow = 2026-11-30 2026-11-30
until 8/9 = 2026-11-29 2027-09-08 | 2026-11-29 2027-08-09
""",
    "de": """
3 Wochen = 2026-11-29 2026-12-19
für zwei Wochen = 2026-11-29 2026-12-12
bis Freitag = 2026-11-29 2026-12-04
von Montag bis Donnerstag = 2026-11-30 2026-12-03
24.12.-2.1. = 2026-12-24 2027-01-02
vom 24. bis 28. Dezember = 2026-12-24 2026-12-28
24.12.2026 bis 02.01.2027 = 2026-12-24 2027-01-02
nächste Woche = 2026-11-30 2026-12-06
im August = 2027-08-01 2027-08-31
ab Montag 3 Wochen = 2026-11-30 2026-12-20
morgen = 2026-11-30 2026-11-30
einen Monat = 2026-11-29 2026-12-28
""",
    "ar": """
٣ أسابيع = 2026-11-29 2026-12-19
أسبوعين = 2026-11-29 2026-12-12
لمدة أسبوعين = 2026-11-29 2026-12-12
حتى الجمعة = 2026-11-29 2026-12-04
من الاثنين إلى الخميس = 2026-11-30 2026-12-03
من ٢٤ ديسمبر إلى ٢ يناير = 2026-12-24 2027-01-02
الأسبوع القادم = 2026-11-30 2026-12-06
غدا = 2026-11-30 2026-11-30
شهر = 2026-11-29 2026-12-28
""",
    "es": """
3 semanas = 2026-11-29 2026-12-19
por dos semanas = 2026-11-29 2026-12-12
durante una quincena = 2026-11-29 2026-12-12
hasta el viernes = 2026-11-29 2026-12-04
hasta el 7 de enero = 2026-11-29 2027-01-07
de lunes a jueves = 2026-11-30 2026-12-03
del 24 de diciembre al 2 de enero = 2026-12-24 2027-01-02
del 24 al 28 de diciembre = 2026-12-24 2026-12-28
24/12/2026 a 20/01/2027 = 2026-12-24 2027-01-20
la semana que viene = 2026-11-30 2026-12-06
la próxima semana = 2026-11-30 2026-12-06
en agosto = 2027-08-01 2027-08-31
desde el lunes por 3 semanas = 2026-11-30 2026-12-20
a partir del lunes 3 semanas = 2026-11-30 2026-12-20
mañana = 2026-11-30 2026-11-30
un mes = 2026-11-29 2026-12-28
""",
}

HOURS = {
    "en": """
9pm to 8am = 21:00 08:00
21:00-08:00 = 21:00 08:00
from 10 at night until 7 in the morning = 22:00 07:00
between 9pm and 8am = 21:00 08:00
9 to 8 = 21:00 08:00 | 09:00 20:00
""",
    "de": """
21-8 Uhr = 21:00 08:00
von 21 bis 8 Uhr = 21:00 08:00
21:00–08:00 = 21:00 08:00
von 9 Uhr abends bis 8 Uhr früh = 21:00 08:00
""",
    "ar": """
٩ مساء إلى ٨ صباحا = 21:00 08:00
من ٩ مساء حتى ٧ صباحا = 21:00 07:00
٢١:٠٠-٠٨:٠٠ = 21:00 08:00
""",
    "es": """
de 21 a 8 = 21:00 08:00
21:00-08:00 = 21:00 08:00
de las 9 de la noche a las 8 de la mañana = 21:00 08:00
desde las 10 de la noche hasta las 7 de la mañana = 22:00 07:00
entre las 21 h y las 8 h = 21:00 08:00
de noche = 22:00 07:00
""",
}

REPEATS = {
    "en": """
weekly = 1
every week = 1
every other week = 2
fortnightly = 2
every 3 weeks = 3
once = 0
monthly = 1m
""",
    "de": """
wöchentlich = 1
jede Woche = 1
alle zwei Wochen = 2
14-tägig = 2
alle 3 Wochen = 3
einmalig = 0
monatlich = 1m
""",
    "ar": """
أسبوعيا = 1
كل أسبوع = 1
كل أسبوعين = 2
كل ٣ أسابيع = 3
مرة واحدة = 0
شهريا = 1m
""",
    "es": """
semanal = 1
cada semana = 1
una vez por semana = 1
cada dos semanas = 2
cada quince días = 2
quincenal = 2
cada 3 semanas = 3
una sola vez = 0
mensual = 1m
""",
}


def rows(table: dict[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Language, words, meanings."""
    return [
        (language, words.strip(), tuple(one.strip() for one in meant.split("|")))
        for language, lines in table.items()
        for words, _, meant in (line.rpartition("=") for line in lines.strip().splitlines())
    ]

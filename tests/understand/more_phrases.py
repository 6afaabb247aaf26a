"""More of what people write, with what it means: every phrase here was once misread, or stands beside one that was.

Said on Sunday, 29 November 2026, at noon, as in ``phrases``; days and their hours are as "mon thu at 19:00".
"""

CLOCKS = {
    "en": """
before nine = 09:00 | 21:00
before 9 = 09:00 | 21:00
quarter to 4 = 15:45 | 03:45
a quarter to four = 15:45 | 03:45
quarter of 4 = 15:45 | 03:45
ten to four = 15:50 | 03:50
ten minutes to four = 15:50 | 03:50
five past eight = 08:05 | 20:05
twenty past 7 in the evening = 19:20
half 8 = 08:30 | 20:30
half eight = 08:30 | 20:30
half past eight in the evening = 20:30
8 in the evening = 20:00
eight in the evening = 20:00
at eight = 08:00 | 20:00
eight pm = 20:00
8ish = 08:00 | 20:00
around 8ish = 08:00 | 20:00
seven thirty = 07:30
seven thirty pm = 19:30
six fifteen = 18:15 | 06:15
1900 = 19:00
1930 = 19:30
0730 = 07:30
7.30pm = 19:30
7:30 pm = 19:30
12 = 12:00
12 noon = 12:00
12 midnight = 00:00
twelve noon = 12:00
noon or 7pm = 12:00 | 19:00
morning and evening = 09:00,19:00
after 6pm = 18:00
not before 10 = 10:00 | 22:00
between 7 and 8 = 07:00 | 19:00
between 7 and 8 pm = 19:00
7-8pm = 19:00
from 7 to 8 in the evening = 19:00
7pm or 8pm = 19:00 | 20:00
at lunch = 12:00
early evening = 18:00
mid morning = 10:00
mid-morning = 10:00
mid afternoon = 15:00
first thing = 08:00
first thing in the morning = 08:00
before work = 08:00
dinner time = 18:00
breakfast = 08:00
after breakfast = 09:00
at breakfast = 08:00
tea time = 18:00
20:00 Uhr = 20:00
""",
    "de": """
vor neun = 09:00 | 21:00
vor 9 = 09:00 | 21:00
viertel vor vier = 15:45 | 03:45
Viertel vor 4 = 15:45 | 03:45
viertel nach sieben = 07:15 | 19:15
viertel acht = 07:15 | 19:15
dreiviertel acht = 07:45 | 19:45
drei viertel acht = 07:45 | 19:45
halb acht = 07:30 | 19:30
um halb acht = 07:30 | 19:30
halb 8 = 07:30 | 19:30
halb acht abends = 19:30
abends halb acht = 19:30
abends um 8 = 20:00
abends um acht = 20:00
um acht abends = 20:00
um 8 Uhr abends = 20:00
8 Uhr abends = 20:00
morgens um 7 = 07:00
morgens um halb sieben = 06:30
früh um 6 = 06:00
7 Uhr früh = 07:00
mittags um 12 = 12:00
nachmittags um 3 = 15:00
nachmittags gegen vier = 16:00
um 19 Uhr 30 = 19:30
19 Uhr 30 = 19:30
19:30 Uhr = 19:30
19.30 = 19:30
19h30 = 19:30
1930 = 19:30
neunzehn Uhr = 19:00
neunzehn Uhr dreißig = 19:30
zwanzig Uhr = 20:00
einundzwanzig Uhr = 21:00
achtzehn Uhr fünfzehn = 18:15
zehn vor acht = 07:50 | 19:50
zehn nach acht = 08:10 | 20:10
fünf vor halb acht = 07:25 | 19:25
fünf nach halb acht = 07:35 | 19:35
kurz nach acht = 08:00 | 20:00
kurz vor acht = 08:00 | 20:00
so gegen acht = 08:00 | 20:00
ab 8 = 08:00 | 20:00
ab 18 Uhr = 18:00
nach 18 Uhr = 18:00
nach acht = 08:00 | 20:00
nicht vor neun = 09:00 | 21:00
zwischen 7 und 8 = 07:00 | 19:00
zwischen 19 und 20 Uhr = 19:00
mittags und abends = 12:00,19:00
früh und abends = 09:00,19:00
beim Frühstück = 08:00
nach dem Frühstück = 09:00
vormittags = 09:00
am späten Vormittag = 11:00
zur Mittagspause = 12:00
8 oder 20 Uhr = 08:00 | 20:00
acht Uhr morgens oder zwanzig Uhr = 08:00 | 20:00
""",
    "ar": """
قبل التاسعة = 09:00 | 21:00
الرابعة إلا ربع = 15:45 | 03:45
الرابعة إلا ربعا = 15:45 | 03:45
الساعة السابعة والنصف = 07:30 | 19:30
السابعة والنصف مساء = 19:30
سبعة ونص = 07:30 | 19:30
ثمانية إلا ربع = 07:45 | 19:45
ثمانية إلا خمسة = 07:55 | 19:55
ثمانية وعشر دقائق = 08:10 | 20:10
الثامنة والثلث = 08:20 | 20:20
٨ مساء = 20:00
٨ المسا = 20:00
ثمانية مساء = 20:00
ثمانية بالليل = 20:00
سبعة الصبح = 07:00
٧ الصبح = 07:00
١٩:٣٠ = 19:30
١٩ = 19:00
بعد المغرب = 19:00
بعد العشا = 20:00
العصر = 15:00
مساء = 19:00
صباحا ومساء = 09:00,19:00
الظهر = 12:00
بعد صلاة العشاء = 20:00
""",
    "es": """
antes de las nueve = 09:00 | 21:00
a las cuatro menos cuarto = 15:45 | 03:45
cuarto para las cuatro = 15:45 | 03:45
diez para las cuatro = 15:50 | 03:50
las ocho y cinco = 08:05
a las siete y veinte de la tarde = 19:20
las ocho y media = 08:30 | 20:30
a las ocho y media de la noche = 20:30
8 de la noche = 20:00
a las ocho = 08:00 | 20:00
a las 8 p.m. = 20:00
8 pm = 20:00
sobre las ocho = 08:00 | 20:00
como a las ocho = 08:00 | 20:00
a eso de las ocho de la noche = 20:00
a la una de la tarde = 13:00
a la 1 = 13:00 | 01:00
19 h = 19:00
19hs = 19:00
a las 19 horas = 19:00
19:30 = 19:30
las 12 = 12:00
las 12 del mediodía = 12:00
mediodía o 7 de la tarde = 12:00 | 19:00
por la mañana y por la noche = 09:00,19:00
en la mañana = 09:00
en la tarde = 15:00
después de las 6 de la tarde = 18:00
no antes de las 10 = 10:00 | 22:00
entre las 7 y las 8 = 07:00 | 19:00
entre 7 y 8 de la tarde = 19:00
de 7 a 8 de la tarde = 19:00
a media mañana = 10:00
a primera hora = 08:00
después del trabajo = 18:00
después de cenar = 21:00
a la hora de comer = 12:00
a las siete y diez = 07:10
las tres menos diez de la tarde = 14:50
a las 9 y a las 21 = 09:00,21:00 | 21:00
""",
}

WEEKS = {
    "en": """
only weekends = sat sun
only on the weekend = sat sun
just weekends = sat sun
weekends only = sat sun
not on weekends = mon tue wed thu fri
no weekends = mon tue wed thu fri
never on Sunday = mon tue wed thu fri sat
any day but Sunday = mon tue wed thu fri sat
every day but Sunday = mon tue wed thu fri sat
all days except the weekend = mon tue wed thu fri
Mon to Wed and Fri = mon tue wed fri
Mon, Wed + Fri = mon wed fri
tuesdays at seven pm = tue at 19:00
tue/thu = tue thu
Tue & Thu 7pm = tue thu at 19:00
Monday morning and Thursday evening = mon at 09:00; thu at 19:00
Monday at 9 and Thursday at 7pm = mon at 09:00; thu at 19:00 | mon at 21:00; thu at 19:00
weekday evenings = mon tue wed thu fri at 19:00
evenings on weekdays = mon tue wed thu fri at 19:00
weekday mornings at 8 = mon tue wed thu fri at 08:00
weekends at 10 = sat sun at 10:00 | sat sun at 22:00
once a week on Sunday = sun
Sundays = sun
sunday evening = sun at 19:00
twice a week, mon and thu = mon thu
mon thru thu = mon tue wed thu
monday through friday = mon tue wed thu fri
business days = mon tue wed thu fri
workdays 18:00 = mon tue wed thu fri at 18:00
every other day = mon wed fri| tue thu sat| mon wed fri sun
every second day = mon wed fri| tue thu sat| mon wed fri sun
daily at 8am = mon tue wed thu fri sat sun at 08:00
each morning = mon tue wed thu fri sat sun at 09:00
every morning = mon tue wed thu fri sat sun at 09:00
every evening at 8 = mon tue wed thu fri sat sun at 20:00
mornings = 09:00
I prefer Mondays = mon
Mondays please = mon
Mondays work best = mon
Monday is good = mon
maybe Monday = mon
Let's do Tuesday and Friday = tue fri
Tuesday and Friday would be great = tue fri
""",
    "de": """
nur am Wochenende = sat sun
nur Wochenende = sat sun
nur samstags = sat
nur sonntags = sun
nur montags und mittwochs = mon wed
nur unter der Woche = mon tue wed thu fri
nur werktags = mon tue wed thu fri
nur Mo und Do = mon thu
am liebsten montags = mon
lieber dienstags = tue
am Wochenende nicht = mon tue wed thu fri
nicht am Wochenende = mon tue wed thu fri
nie am Wochenende = mon tue wed thu fri
kein Wochenende = mon tue wed thu fri
jeden Tag außer Sonntag = mon tue wed thu fri sat
täglich außer am Wochenende = mon tue wed thu fri
alle Tage außer Mi = mon tue thu fri sat sun
immer montags = mon
montags und freitags um 19 Uhr = mon fri at 19:00
montags um 9 und donnerstags um halb acht abends = mon at 09:00; thu at 19:30 | mon at 21:00; thu at 19:30
Mo 19 Uhr, Do 12:30 = mon at 19:00; thu at 12:30
Mo+Do = mon thu
Mo/Mi/Fr = mon wed fri
Mo-Mi und Fr = mon tue wed fri
Montag bis Mittwoch und Freitag = mon tue wed fri
Montag abend = mon at 19:00
Montagabend = mon at 19:00
Montag Abend und Donnerstag Mittag = mon at 19:00; thu at 12:00
montagabends = mon at 19:00
dienstagmorgens = tue at 09:00
Sonntagabend = sun at 19:00
sonntagabends um 8 = sun at 20:00
abends unter der Woche = mon tue wed thu fri at 19:00
werktags abends = mon tue wed thu fri at 19:00
werktags um 18 Uhr = mon tue wed thu fri at 18:00
wochentags morgens = mon tue wed thu fri at 09:00
jeden Abend = mon tue wed thu fri sat sun at 19:00
jeden Morgen = mon tue wed thu fri sat sun at 09:00
jeden Abend um 8 = mon tue wed thu fri sat sun at 20:00
täglich um 8 = mon tue wed thu fri sat sun at 08:00 | mon tue wed thu fri sat sun at 20:00
jeden zweiten Tag = mon wed fri| tue thu sat| mon wed fri sun
alle zwei Tage = mon wed fri| tue thu sat| mon wed fri sun
am Wochenende vormittags = sat sun at 09:00
samstags um 10 = sat at 10:00 | sat at 22:00
zweimal die Woche, Mo und Do = mon thu
Montags wäre gut = mon
Montag passt = mon
gerne montags = mon
Mo Mi Fr bitte = mon wed fri
Mittwochs und Samstags = wed sat
dienstag und donnerstag = tue thu
Di. und Do. = tue thu
Mo., Mi., Fr. = mon wed fri
freitags nicht = mon tue wed thu sat sun
""",
    "ar": """
فقط في نهاية الأسبوع = sat sun| fri sat
نهاية الأسبوع فقط = sat sun| fri sat
الاثنين فقط = mon
الاثنين والأربعاء فقط = mon wed
يوم الاثنين ويوم الخميس = mon thu
كل يوم اثنين = mon
كل اثنين وخميس = mon thu
أيام الاثنين والخميس الساعة ٧ مساء = mon thu at 19:00
يوميا الساعة ٨ مساء = mon tue wed thu fri sat sun at 20:00
كل مساء = mon tue wed thu fri sat sun at 19:00
كل صباح = mon tue wed thu fri sat sun at 09:00
كل يوم الساعة ثمانية = mon tue wed thu fri sat sun at 08:00 | mon tue wed thu fri sat sun at 20:00
السبت والأحد = sat sun
كل يوم إلا الجمعة = mon tue wed thu sat sun
كل الأيام ما عدا الجمعة والسبت = mon tue wed thu sun
من السبت إلى الأربعاء = mon tue wed sat sun
الاثنين مساء = mon at 19:00
مساء الاثنين = mon at 19:00
صباح الأحد = sun at 09:00
صباح الثلاثاء ومساء الخميس = tue at 09:00; thu at 19:00
السبت ٧ مساء = sat at 19:00
أيام الأسبوع مساء = mon tue wed thu fri at 19:00 | mon tue wed thu sun at 19:00
ليس الجمعة = mon tue wed thu sat sun
""",
    "es": """
solo fines de semana = sat sun
solo los sábados = sat
solo entre semana = mon tue wed thu fri
prefiero los lunes = mon
mejor los martes = tue
me viene bien el lunes = mon
los lunes me va bien = mon
el fin de semana no = mon tue wed thu fri
los fines de semana no = mon tue wed thu fri
no los fines de semana = mon tue wed thu fri
todos los días excepto el domingo = mon tue wed thu fri sat
todos los días menos fines de semana = mon tue wed thu fri
siempre los lunes = mon
lunes y viernes a las 19 = mon fri at 19:00
lunes y jueves a las 7 de la tarde = mon thu at 19:00
lunes a las 9 de la mañana y jueves a las siete y media de la tarde = mon at 09:00; thu at 19:30
lunes 19 h, jueves 12:30 = mon at 19:00; thu at 12:30
Lun/Mié/Vie = mon wed fri
de lunes a miércoles y viernes = mon tue wed fri
lunes por la noche = mon at 19:00
lunes noche y jueves mediodía = mon at 19:00; thu at 12:00
los domingos por la tarde = sun at 15:00
entre semana por la noche = mon tue wed thu fri at 19:00
entre semana a las 18 = mon tue wed thu fri at 18:00
todas las noches = mon tue wed thu fri sat sun at 19:00
todas las mañanas = mon tue wed thu fri sat sun at 09:00
todas las noches a las 8 = mon tue wed thu fri sat sun at 20:00
día por medio = mon wed fri| tue thu sat| mon wed fri sun
un día sí y otro no = mon wed fri| tue thu sat| mon wed fri sun
dos veces por semana, lunes y jueves = mon thu
lunes, miércoles y viernes, por favor = mon wed fri
los viernes no = mon tue wed thu sat sun
L/X/V = mon wed fri
sábado en la mañana = sat at 09:00
""",
}

QUIET = {
    "en": """
9pm until 8 in the morning = 21:00-08:00
not before nine = ends 09:00 | ends 21:00
not after ten pm = begins 22:00
before nine = ends 09:00 | ends 21:00
after ten = begins 10:00 | begins 22:00
nothing before 9 = ends 09:00 | ends 21:00
nothing after 10pm = begins 22:00
nothing after 10pm and before 8am = 22:00-08:00
before 8 and after 10pm = 22:00-08:00
after 10pm until 7 = 22:00-07:00
22-7:30 = 22:00-07:30
10pm-7:30am = 22:00-07:30
21:30-07:30 = 21:30-07:30
half past nine to half past seven = 21:30-07:30 | 09:30-19:30
9:30pm to 7:30am = 21:30-07:30
7:30 = ends 07:30 | begins 07:30
until 7:30 = ends 07:30
from 21:30 = begins 21:30
from 10pm = begins 22:00
nights = 22:00-07:00
at night = 22:00-07:00
overnight = 22:00-07:00
""",
    "de": """
vor neun = ends 09:00 | ends 21:00
nicht vor neun = ends 09:00 | ends 21:00
nach zehn = begins 10:00 | begins 22:00
nicht nach 22 Uhr = begins 22:00
nichts vor 9 = ends 09:00 | ends 21:00
nichts nach 22 Uhr = begins 22:00
nichts vor 8 und nach 22 Uhr = 22:00-08:00
vor 8 und nach 22 Uhr = 22:00-08:00
von halb zehn bis halb acht = 21:30-07:30 | 09:30-19:30
21:30 bis 7:30 = 21:30-07:30
21.30-7.30 = 21:30-07:30
22-7:30 = 22:00-07:30
von 22 Uhr bis 7:30 Uhr = 22:00-07:30
zwischen 22 Uhr und 7 Uhr = 22:00-07:00
zwischen 22 und 7 = 22:00-07:00
ab 22 Uhr bis 7 = 22:00-07:00
ab 22 Uhr = begins 22:00
bis 7:30 = ends 07:30
bis halb acht = ends 07:30 | ends 19:30
nachts = 22:00-07:00
abends ab 9 bis morgens um 8 = 21:00-08:00
9 Uhr abends bis 8 Uhr morgens = 21:00-08:00
""",
    "ar": """
من ١٠ مساء إلى ٧:٣٠ صباحا = 22:00-07:30
قبل التاسعة = ends 09:00 | ends 21:00
ليس قبل التاسعة = ends 09:00 | ends 21:00
ليس بعد العاشرة = begins 10:00 | begins 22:00
لا شيء بعد العاشرة مساء = begins 22:00
٢١:٣٠ - ٧:٣٠ = 21:30-07:30
من العاشرة ليلا حتى السابعة صباحا = 22:00-07:00
بين ١٠ مساء و ٧ صباحا = 22:00-07:00
ليلا = 22:00-07:00
""",
    "es": """
nada antes de las 9 de la mañana = ends 09:00
no después de las 22 = begins 22:00
de 22 a 7 = 22:00-07:00
de noche = 22:00-07:00
""",
}

DATES = {
    "en": """
5. Dez.. = 2026-12-05
5 Dec. = 2026-12-05
Dec 5th = 2026-12-05
December the 5th = 2026-12-05
the 5th of December = 2026-12-05
5/12/26 = 2026-12-05 | 2026-05-12
in a fortnight = 2026-12-13
a week from Monday = 2026-12-07
Monday week = 2026-11-30 | 2026-12-07
a week on Tuesday = 2026-12-08
in ten days = 2026-12-09
in two weeks' time = 2026-12-13
end of the month = 2026-11-30
end of November = 2026-11-30
mid December = 2026-12-15
new year's eve = 2026-12-31
Christmas = 2026-12-25
end of the week = 2026-11-29
end of next week = 2026-12-06
end of the year = 2026-12-31
middle of the year = 2027-07-01
the middle of next year = 2027-07-01
end of next month = 2026-12-31
mid January 2027 = 2027-01-15
the middle of the month = 2026-11-15
the day after tomorrow = 2026-12-01
3 weeks from now = 2026-12-20
this coming Friday = 2026-12-04
Friday the 4th = 2026-12-04
Fri 4 Dec = 2026-12-04
""",
    "de": """
5. Dez.. = 2026-12-05
5. Dez. = 2026-12-05
5.12.. = 2026-12-05
am 5. = 2026-12-05
am 5. Dezember = 2026-12-05
fünfter Dezember = 2026-12-05
am fünften Dezember = 2026-12-05
5. 12. = 2026-12-05
5.12.26 = 2026-12-05
5.12.2026 = 2026-12-05
Sa, 5. Dez. = 2026-12-05
Samstag, den 5. Dezember = 2026-12-05
in zehn Tagen = 2026-12-09
in einer Woche = 2026-12-06
heute in einer Woche = 2026-12-06
in 14 Tagen = 2026-12-13
nächste Woche Dienstag = 2026-12-01
Dienstag nächster Woche = 2026-12-01
Dienstag in einer Woche = 2026-12-01 | 2026-12-08
kommende Woche Mittwoch = 2026-12-02
übernächsten Freitag = 2026-12-11
Ende November = 2026-11-30
Ende des Monats = 2026-11-30
Mitte Dezember = 2026-12-15
Heiligabend = 2026-12-24
Silvester = 2026-12-31
übermorgen = 2026-12-01
in drei Wochen = 2026-12-20
Montag in 14 Tagen = 2026-12-14
""",
    "ar": """
٥ ديسمبر = 2026-12-05
٥ كانون الأول = 2026-12-05
الخامس من ديسمبر = 2026-12-05
٥/١٢ = 2026-12-05 | 2027-05-12
٥/١٢/٢٠٢٦ = 2026-12-05 | 2026-05-12
بعد عشرة أيام = 2026-12-09
بعد أسبوع = 2026-12-06
الأسبوع القادم الثلاثاء = 2026-12-01
الثلاثاء من الأسبوع القادم = 2026-12-01
نهاية الشهر = 2026-11-30
آخر ديسمبر = 2026-12-31
السبت ٥ ديسمبر = 2026-12-05
يوم السبت الموافق ٥ ديسمبر = 2026-12-05
""",
    "es": """
fin de mes = 2026-11-30
a finales de diciembre = 2026-12-31
navidad = 2026-12-25
1 de enero = 2027-01-01
el primero de diciembre = 2026-12-01
el 8 de diciembre de 2026 = 2026-12-08
principios de enero = 2027-01-01
mediados de diciembre = 2026-12-15
dentro de ocho días = 2026-12-06
hace 3 días = 2026-11-26
ayer = 2026-11-28
anteayer = 2026-11-27
el lunes pasado = 2026-11-23
el lunes próximo = 2026-11-30
8 de mar. = 2027-03-08
""",
}

MOMENTS = {
    "en": """
tomorrow afternoon at 3 = 2026-11-30 15:00
Fri 4 Dec 3:30pm = 2026-12-04 15:30
4 December at quarter past three = 2026-12-04 15:15
on friday, 3 o clock = 2026-12-04 15:00
next wed @ 4pm = 2026-12-02 16:00
thurs 4-5pm = 2026-12-03 16:00
""",
    "de": """
morgen Nachmittag um 3 = 2026-11-30 15:00
morgen früh um 8 = 2026-11-30 08:00
morgen Abend um halb acht = 2026-11-30 19:30
Freitag um viertel vor vier = 2026-12-04 15:45
Fr 4.12. 15:30 = 2026-12-04 15:30
am Freitag, dem 4. Dezember, um 15 Uhr = 2026-12-04 15:00
nächsten Mittwoch um vier = 2026-12-02 16:00
Do 16-17 Uhr = 2026-12-03 16:00
""",
    "ar": """
غدا بعد الظهر الساعة ٣ = 2026-11-30 15:00
غدا مساء الساعة ثمانية = 2026-11-30 20:00
الجمعة الرابعة إلا ربع = 2026-12-04 15:45
الاثنين الجاي ٤ العصر = 2026-11-30 16:00
""",
    "es": """
mañana por la mañana a las 10 = 2026-11-30 10:00
el viernes 4 de diciembre a las 17:30 = 2026-12-04 17:30
""",
}

STRETCHES = {
    "de": """
bis Ende des Monats = 2026-11-29 2026-11-30
bis Montag = 2026-11-29 2026-11-30
bis zum 5. = 2026-11-29 2026-12-05
bis 5. Dez. = 2026-11-29 2026-12-05
bis 5.12. = 2026-11-29 2026-12-05
eine Woche = 2026-11-29 2026-12-05
10 Tage = 2026-11-29 2026-12-08
zehn Tage = 2026-11-29 2026-12-08
bis nächste Woche = 2026-11-29 2026-11-29 | 2026-11-29 2026-12-06
bis nächsten Montag = 2026-11-29 2026-11-30
24.12. bis 6.1. = 2026-12-24 2027-01-06
vom 24.12. bis zum 6.1. = 2026-12-24 2027-01-06
morgen und übermorgen = 2026-11-30 2026-12-01
nächsten Monat = 2026-12-01 2026-12-31
im Dezember = 2026-12-01 2026-12-31
bis Ende Dezember = 2026-11-29 2026-12-31
zwei Wochen ab Montag = 2026-11-30 2026-12-13
""",
    "ar": """
حتى نهاية الشهر = 2026-11-29 2026-11-30
عشرة أيام = 2026-11-29 2026-12-08
أسبوع = 2026-11-29 2026-12-05
أسبوع واحد = 2026-11-29 2026-12-05
ثلاثة أيام = 2026-11-29 2026-12-01
حتى ٥ ديسمبر = 2026-11-29 2026-12-05
إلى الاثنين = 2026-11-29 2026-11-30
شهر كامل = 2026-11-29 2026-12-28
""",
    "es": """
hasta fin de mes = 2026-11-29 2026-11-30
todo diciembre = 2026-12-01 2026-12-31
el mes que viene = 2026-12-01 2026-12-31
este fin de semana = 2026-11-28 2026-11-29
del 1 al 15 de enero = 2027-01-01 2027-01-15
""",
}

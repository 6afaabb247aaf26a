"""The words of days, hours and dates in English, German and Arabic, beside the token that each becomes.

A token is what the grammar reads: wd0 to wd6 are Monday to Sunday, mo1 to mo12 the months, digits are
themselves. "" is a word that says nothing here. A phrase of several words is looked for before its words.
"""

from functools import lru_cache

from bot.core.understand.folding import fold

_ENGLISH = """
wd0: monday, mon, mo
wd1: tuesday, tue, tues, tu
wd2: wednesday, wed, weds, we
wd3: thursday, thu, thur, thurs, th
wd4: friday, fri, fr
wd5: saturday, sat, sa
wd6: sunday, sun, su
wds0: mondays
wds1: tuesdays
wds2: wednesdays
wds3: thursdays
wds4: fridays
wds5: saturdays
wds6: sundays
mo1: january, jan
mo2: february, feb
mo3: march, mar
mo4: april, apr
mo5: may
mo6: june, jun
mo7: july, jul
mo8: august, aug
mo9: september, sept, sep
mo10: october, oct
mo11: november, nov
mo12: december, dec
weekdays: weekdays, every weekday, each weekday, weekday, workdays, working days, week days, on week days
weekend: weekends, weekend, the weekend, at the weekend, on the weekend
daily: daily, every day, everyday, each day, all days, any day
am: am, a.m, in the morning
pm: pm, p.m
morning: morning, mornings, this morning, in the mornings
noon: noon, midday, at noon, lunchtime, lunch time, at lunch, lunch break, over lunch
afternoon: afternoon, afternoons, in the afternoon, this afternoon, in the afternoons
evening: evening, evenings, in the evening, in the evenings
7.30: early morning, early in the morning, early mornings
8.00: before work, before school
14.00: after lunch
17.00: late afternoon, late in the afternoon, late afternoons
18.00: after work, after school, after the office, early evening, early in the evening, early evenings
20.00: after dinner, after supper, late evening, late in the evening, before bed, before sleep, before going to bed
before: before, prior to
night: night, at night
today evening: tonight, this evening
midnight: midnight
h: o'clock, oclock, h, hrs
halfpast: half past, half
qpast: quarter past, a quarter past, quarter after
qto: quarter to, a quarter to, quarter of
past: past
today: today
tomorrow: tomorrow, tmrw, tmr, tomorow, tommorow, tommorrow
overmorrow: day after tomorrow, the day after tomorrow, overmorrow
yesterday: yesterday
yesteryesterday: day before yesterday, the day before yesterday
next: next, following
this: this, coming, upcoming
last: last, past week's
min: minutes, minute, mins, min
hour: hours, hour, hr
day: days, day
week: weeks, week, wk, wks
month: months, month
year: years, year
30 min: half an hour, half hour
90 min: an hour and a half, hour and a half, one and a half hours
every: every, each
every 2: every other, every second
weekly: weekly, once a week
every 2 week: fortnightly, biweekly, bi-weekly, every fortnight
every 1 month: monthly, once a month
2 week: fortnight, a fortnight
once: once, one off, one time, just once, only once, no repeat
x: times, x
from: from, between, starting, beginning
to: to, until, till, til, through, thru, 'til, up to
not: except, except for, but not, not on, not, without
after: from now, later, after
earlier: earlier
ago: ago
2 x: twice, two times
3 x: thrice
in: in, within
for: for
video: on zoom, zoom, online, on line, video, video call, teams, ms teams
video: skype, meet, google meet, webex, remote, remotely
phone: phone, telephone, by phone, on the phone, call, by telephone
room: in the room, in person, room, face to face, face-to-face, in the office, on site, onsite, office
1: one, first
2: two, second
3: three, third
4: four, fourth
5: five, fifth
6: six, sixth
7: seven, seventh
8: eight, eighth
9: nine, ninth
10: ten, tenth
11: eleven, eleventh
12: twelve, twelfth
15: fifteen
20: twenty
30: thirty
45: forty five, forty-five
: a, an, at, on, the, of, and, &, +, /, by, via, over, about, around, please, only, let's say, is, it, and on
: approximately, approx, roughly, circa, ish, some time around, sometime around, just, mostly, per, at most
"""

_GERMAN = """
wd0: montag, mo
wd1: dienstag, di
wd2: mittwoch, mi
wd3: donnerstag, do
wd4: freitag, fr
wd5: samstag, sa, sonnabend
wd6: sonntag, so
wds0: montags
wds1: dienstags
wds2: mittwochs
wds3: donnerstags
wds4: freitags
wds5: samstags, sonnabends
wds6: sonntags
mo1: januar, jan, jänner, jaenner
mo2: februar, feb, feber
mo3: märz, maerz, mrz, mär
mo4: april, apr
mo5: mai
mo6: juni, jun
mo7: juli, jul
mo8: august, aug
mo9: september, sept, sep
mo10: oktober, okt
mo11: november, nov
mo12: dezember, dez
weekdays: werktags, wochentags, an werktagen, an wochentagen, unter der woche, werktage, wochentage
weekend: wochenende, am wochenende, wochenenden, an wochenenden, wochenends
daily: täglich, taeglich, jeden tag, alle tage, jeder tag
7.30: früh morgens, frühmorgens, am frühen morgen
8.00: vor der arbeit, vor der schule
14.00: nach dem mittagessen, nach dem mittag, nach der mittagspause
17.00: am späten nachmittag, spätnachmittags, am spaeten nachmittag
18.00: nach der arbeit, nach feierabend, nach der schule, am frühen abend, nach dem büro, zum feierabend
20.00: nach dem abendessen, am späten abend, spätabends, vor dem schlafen, vor dem schlafengehen
morning: morgens, früh, frueh, vormittag, vormittags, am vormittag, am morgen, in der früh, heute morgen
noon: mittag, mittags, zu mittag, am mittag, in der mittagspause, mittagspause, zur mittagszeit
afternoon: nachmittag, nachmittags, am nachmittag
evening: abend, abends, am abend
night: nacht, nachts, in der nacht
today evening: heute abend
tomorrow morning: morgen früh, morgen frueh
midnight: mitternacht, um mitternacht
h: uhr
halfto: halb
qpast: viertel nach
qto: viertel vor, dreiviertel
past: nach
before: vor
today: heute
tomorrow: morgen
overmorrow: übermorgen, uebermorgen
yesterday: gestern
yesteryesterday: vorgestern
next: nächster, nächste, nächsten, nächstes, nächstem, naechste, naechsten, naechster, naechstes
overnext: übernächste, übernächsten, übernächster, uebernaechste, uebernaechsten
this: dieser, diese, diesen, dieses, diesem, kommenden, kommende, kommender, kommendes
last: letzter, letzte, letzten, letztes, vergangenen, vergangene, vorigen, vorige
min: minuten, minute, min
hour: stunden, stunde, std
day: tage, tag, tagen
week: wochen, woche
month: monate, monat, monaten
year: jahre, jahr, jahren
30 min: halbe stunde, eine halbe stunde
90 min: anderthalb stunden, eineinhalb stunden
every: jeden, jede, jedes, jeder, alle
every 2: jeden zweiten, jede zweite, alle zwei, jeden 2
every 1 week: wöchentlich, woechentlich, einmal die woche, einmal pro woche
every 2 week: vierzehntägig, 14-tägig, 14 tägig, zweiwöchentlich, 14-taegig, vierzehntaegig
every 1 month: monatlich, einmal im monat
14 day: vierzehn tage
once: einmalig, einmal, nur einmal
2 x: zweimal, zwei mal
3 x: dreimal, drei mal
4 x: viermal, vier mal
5 x: fünfmal, fünf mal
6 x: sechsmal, sechs mal
7 x: siebenmal, sieben mal
x: mal, x
from: von, vom, ab, zwischen
to: bis, bis zum, bis zur, bis einschließlich, bis inklusive
not: außer, ausser, nicht, ohne, außer am, nicht am
after: später
earlier: früher
in: in
for: für, fuer, für die dauer von
video: zoom, online, video, videoanruf, über zoom, per video, teams, skype, per zoom, videocall
phone: telefon, telefonisch, am telefon, per telefon, anruf
room: vor ort, persönlich, im raum, in praesenz, in präsenz, präsenz, im büro, praxis, in der praxis
1: ein, eine, einen, einem, einer, eins, erste, ersten, erster
2: zwei, zweite, zweiten, zweiter, zwo
3: drei, dritte, dritten, dritter
4: vier, vierte, vierten
5: fünf, fuenf, fünfte, fünften
6: sechs, sechste, sechsten
7: sieben, siebte, siebten
8: acht, achte, achten
9: neun, neunte, neunten
10: zehn, zehnte, zehnten
11: elf, elfte, elften
12: zwölf, zwoelf, zwölfte, zwölften
15: fünfzehn
20: zwanzig
30: dreißig, dreissig
45: fünfundvierzig
: um, am, an, den, der, dem, die, das, und, &, gegen, ca, etwa, per
: über, auf, im, bitte, nur, zum, zur, des, beim, u, herum, ungefähr, ungefaehr, rund, so um, so gegen, circa, pro
: höchstens, maximal
"""

_ARABIC = """
wd0: الاثنين, الإثنين, إثنين, الاتنين
wd1: الثلاثاء, ثلاثاء, التلات, الثلاثا
wd2: الأربعاء, أربعاء, الاربعا, الأربع
wd3: الخميس, خميس
wd4: الجمعة, جمعة
wd5: السبت, سبت
wd6: الأحد, أحد
mo1: يناير, كانون الثاني, جانفي
mo2: فبراير, شباط, فيفري
mo3: مارس, آذار
mo4: أبريل, إبريل, نيسان, أفريل
mo5: مايو, أيار, ماي
mo6: يونيو, حزيران, جوان, يونيه
mo7: يوليو, تموز, جويلية, يوليوز, يوليه
mo8: أغسطس, آب, أوت, غشت
mo9: سبتمبر, أيلول, شتنبر
mo10: أكتوبر, تشرين الأول
mo11: نوفمبر, تشرين الثاني, نونبر
mo12: ديسمبر, كانون الأول, دجنبر
weekdays: أيام الأسبوع, أيام العمل, أيام الدوام
weekend: نهاية الأسبوع, عطلة نهاية الأسبوع, عطلة الأسبوع, الويكند
daily: يوميا, كل يوم, جميع الأيام, كل الأيام
am: صباحا, ص, في الصباح, الصبح, صباح
morning: الصباح
8.00: قبل العمل, قبل الدوام
14.00: بعد الغداء
18.00: بعد العمل, بعد الدوام, بعد الشغل
20.00: بعد العشاء, قبل النوم
noon: ظهرا, الظهر, وقت الظهر, عند الظهر, وقت الغداء, ساعة الغداء
afternoon: بعد الظهر, عصرا, العصر, بعد العصر
pm: م
evening: مساء, المساء, في المساء, مغربا
night: ليلا, الليل, في الليل, بالليل
today evening: هذا المساء, الليلة
midnight: منتصف الليل
half: نصف, النصف
quarter: ربع, الربع, ربعا
third: ثلث, الثلث, ثلثا
less: إلا
today: اليوم
tomorrow: غدا, بكرة, بكرا, الغد
overmorrow: بعد غد, بعد بكرة
yesterday: أمس, البارحة
yesteryesterday: أول أمس
next: القادم, القادمة, المقبل, المقبلة, التالي, الجاي, الجاية
this: هذا, هذه
last: الماضي, الماضية, الفائت
min: دقيقة, دقائق
2 min: دقيقتين, دقيقتان
hour: ساعة, ساعات
2 hour: ساعتين, ساعتان
day: يوم, أيام, يوما
2 day: يومين, يومان
week: أسبوع, أسابيع, أسبوعا
2 week: أسبوعين, أسبوعان
month: شهر, أشهر, شهور, شهرا
2 month: شهرين, شهران
year: سنة, عام, سنوات
2 year: سنتين, عامين
30 min: نصف ساعة
90 min: ساعة ونصف, ساعة و نصف
every: كل
every 1 week: أسبوعيا
every 2 week: كل أسبوعين, مرة كل أسبوعين
every 1 month: شهريا
once: مرة واحدة, مرة, لمرة واحدة
2 x: مرتين, مرتان
x: مرات
from: من, بين, ابتداء من
to: إلى, الى, حتى, لغاية, حتي
not: ما عدا, عدا, باستثناء, بدون, ليس
after: بعد, لاحقا
earlier: أبكر
ago: قبل, منذ
in: خلال
for: لمدة, مدة
video: زوم, عبر زوم, على زوم, أونلاين, فيديو, عبر الإنترنت, عن بعد, تيمز, سكايب, بالفيديو
phone: هاتف, بالهاتف, هاتفيا, تلفون, بالتلفون, مكالمة
room: حضوريا, وجها لوجه, في المكتب, في الغرفة, شخصيا, حضوري
1: واحد, واحدة, الواحدة, أول
2: اثنان, اثنين, اثنتين, الثانية, الثاني
3: ثلاثة, ثلاث, الثالثة, الثالث
4: أربعة, أربع, الرابعة, الرابع
5: خمسة, خمس, الخامسة, الخامس
6: ستة, ست, السادسة, السادس
7: سبعة, سبع, السابعة, السابع
8: ثمانية, ثماني, ثمان, الثامنة, الثامن
9: تسعة, تسع, التاسعة, التاسع
10: عشرة, عشر, العاشرة, العاشر
11: الحادية عشرة, أحد عشر, إحدى عشرة, الحادية عشر, حداش
12: الثانية عشرة, اثنا عشر, اثنتا عشرة, الثانية عشر, طناش
15: خمس عشرة, خمسة عشر
20: عشرين, عشرون
30: ثلاثين, ثلاثون
: في, الساعة, على, عند, و, أيام, يوم, عبر, تمام, أو, فقط, من فضلك, بتوقيت, حوالي, تقريبا, نحو, في حدود, حدود
"""

_TABLES = {"en": _ENGLISH, "de": _GERMAN, "ar": _ARABIC}
LANGUAGES = tuple(_TABLES)


@lru_cache(maxsize=4)
def lexicon(language: str) -> dict[str, str]:
    """Each folded word or phrase of a language with its token; where two agree, the first stays."""
    words: dict[str, str] = {}
    for line in _TABLES[language].strip().splitlines():
        token, _, names = line.partition(":")
        for name in names.split(","):
            words.setdefault(fold(name), token.strip())
    return words


@lru_cache(maxsize=4)
def phrases(language: str) -> tuple[tuple[str, str], ...]:
    """The names of more than one word with their tokens, the longest first."""
    several = [(name, token) for name, token in lexicon(language).items() if " " in name or "-" in name]
    return tuple(sorted(several, key=lambda pair: -len(pair[0])))

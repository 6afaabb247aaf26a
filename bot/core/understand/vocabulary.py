"""The words of days, hours and dates in English, German, Arabic and Spanish, beside the token that each becomes.

A token is what the grammar reads: wd0 to wd6 are Monday to Sunday, mo1 to mo12 the months, digits are
themselves. "" is a word that says nothing here. A phrase of several words is looked for before its words.
"""

from functools import lru_cache

from bot.core.understand import spanish
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
weekdays: business days, during the week, work days, work day, on work days
weekdays evening: weeknights, week nights, weeknight, on weeknights, weekday nights
startof week: start of the week, the start of the week, at the start of the week, beginning of the week
startof week: at the beginning of the week, the beginning of the week, early in the week, early in week
startof week: start of week
midof week: midweek, mid-week, mid week, in the middle of the week
endof week: late in the week, later in the week, towards the end of the week
weekend: weekends, weekend, the weekend, at the weekend, on the weekend
daily: daily, every day, everyday, each day, all days, any day
daily not: every day but, any day but, all days but, everyday but
daily morning: every morning, each morning
daily evening: every evening, each evening, every night, each night
am: am, a.m, in the morning
pm: pm, p.m
morning: morning, mornings, this morning, in the mornings
noon: noon, midday, at noon, lunchtime, lunch time, at lunch, lunch break, over lunch, 12 noon, twelve noon
afternoon: afternoon, afternoons, in the afternoon, this afternoon, in the afternoons
evening: evening, evenings, in the evening, in the evenings
8.00: first thing, first thing in the morning, breakfast, at breakfast, breakfast time
9.00: after breakfast
10.00: mid morning, mid-morning, midmorning
15.00: mid afternoon, mid-afternoon
7.30: early morning, early in the morning, early mornings
8.00: before work, before school
14.00: after lunch
17.00: late afternoon, late in the afternoon, late afternoons
18.00: after work, after school, after the office, early evening, early in the evening, early evenings
20.00: after dinner, after supper, late evening, late in the evening, before bed, before sleep, before going to bed
before: before, prior to
night: night, at night, nights, in the night, overnight, during the night
today evening: tonight, this evening
midnight: midnight, 12 midnight, at midnight
h: o'clock, oclock, o clock, h, hrs
halfpast: half past, half
qpast: quarter past, a quarter past, quarter after
qto: quarter to, a quarter to, quarter of
past: past
18.00: dinner time, dinnertime, tea time, teatime
min before: minutes to, mins to, min to
today: today
tomorrow: tomorrow, tmrw, tmr, tomorow, tommorow, tommorrow
overmorrow: day after tomorrow, the day after tomorrow, overmorrow
yesterday: yesterday
yesteryesterday: day before yesterday, the day before yesterday
next: next, following
next week: coming week, this coming week, upcoming week
this: this, coming, upcoming, this coming
last: last, past week's
min: minutes, minute, mins, min
hour: hours, hour, hr
day: days, day
week: weeks, week, wk, wks, weeks' time, week's time
month: months, month
year: years, year
15 min: quarter of an hour, a quarter of an hour, quarter hour, a quarter hour, quarter-hour
30 min: half an hour, half hour, a half hour, half-hour
45 min: three quarters of an hour, three-quarters of an hour, three quarter hours
90 min: an hour and a half, hour and a half, one and a half hours
2 hour: a couple of hours, couple of hours
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
not: except, except for, but not, not on, not, without, never, nothing, nothing at all
not weekend: no weekends, no weekend
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
13: thirteen, thirteenth
14: fourteen, fourteenth
15: fifteen, fifteenth
16: sixteen, sixteenth
17: seventeen, seventeenth
18: eighteen, eighteenth
19: nineteen, nineteenth
20: twenty, twentieth
21: twenty first, twenty-first
22: twenty second, twenty-second
23: twenty third, twenty-third
24: twenty fourth, twenty-fourth
25: twenty fifth, twenty-fifth, twenty five, twenty-five
26: twenty sixth, twenty-sixth
27: twenty seventh, twenty-seventh
28: twenty eighth, twenty-eighth
29: twenty ninth, twenty-ninth
30: thirty, thirtieth
31: thirty first, thirty-first
45: forty five, forty-five
startof: start of, at the start of, the start of, beginning of, at the beginning of, the beginning of
endof: end of, at the end of, the end of, by the end of
midof: mid, middle of, in the middle of, the middle of
24 mo12: christmas eve
25 mo12: christmas, christmas day
31 mo12: new year's eve, new years eve, nye
1 mo1: new year's day, new year, new years day
: @, a, an, at, on, the, of, and, &, +, /, by, via, over, about, around, please, only, let's say, is, it, and on
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
weekdays: arbeitstage, an arbeitstagen, arbeitstags
startof week: anfang der woche, am anfang der woche, zu beginn der woche, beginn der woche, anfang woche
startof week: wochenanfang, zum wochenanfang, am wochenanfang, wochenbeginn, zum wochenbeginn, zu wochenbeginn
midof week: wochenmitte, zur wochenmitte, mitte woche
endof week: ende woche, gegen wochenende
18.00: feierabend, am feierabend, wenn ich feierabend habe
weekend: wochenende, am wochenende, übers wochenende, wochenenden, an wochenenden, wochenends
daily: täglich, taeglich, jeden tag, alle tage, jeder tag
daily morning: jeden morgen, jeden vormittag
daily noon: jeden mittag
daily afternoon: jeden nachmittag
daily evening: jeden abend
8.00: frühstück, beim frühstück, zum frühstück, kurz nach dem aufstehen, nach dem aufstehen
9.00: nach dem frühstück
11.00: am späten vormittag
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
qto: viertel vor, dreiviertel, drei viertel
qof: viertel
past: nach
before: vor
today: heute
tomorrow: morgen
overmorrow: übermorgen, uebermorgen
yesterday: gestern
yesteryesterday: vorgestern
next week: kommende woche, kommender woche, in der kommenden woche
next: nächster, nächste, nächsten, nächstes, nächstem, naechste, naechsten, naechster, naechstes
overnext: übernächste, übernächsten, übernächster, uebernaechste, uebernaechsten
this: dieser, diese, diesen, dieses, diesem, kommenden, kommende, kommender, kommendes
last: letzter, letzte, letzten, letztes, vergangenen, vergangene, vorigen, vorige
min: minuten, minute, min
hour: stunden, stunde, std
day: tage, tag, tagen
week: wochen, woche
month: monate, monat, monaten, monats
year: jahre, jahr, jahren
15 min: viertelstunde, eine viertelstunde, einer viertelstunde, viertel stunde, eine viertel stunde
30 min: halbe stunde, eine halbe stunde, halben stunde, einer halben stunde, halbstunde
45 min: dreiviertelstunde, eine dreiviertelstunde, einer dreiviertelstunde, dreiviertel stunde, drei viertelstunden
90 min: anderthalb stunden, eineinhalb stunden, anderthalbe stunde, eine und eine halbe stunde
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
not: außer, ausser, nicht, ohne, außer am, nicht am, nie, niemals, nichts, gar nichts
not weekend: kein wochenende, keine wochenenden
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
4: vier, vierte, vierten, vierter
5: fünf, fuenf, fünfte, fünften, fünfter
6: sechs, sechste, sechsten, sechster
7: sieben, siebte, siebten, siebter
8: acht, achte, achten, achter
9: neun, neunte, neunten, neunter
10: zehn, zehnte, zehnten, zehnter
11: elf, elfte, elften, elfter
12: zwölf, zwoelf, zwölfte, zwölften, zwölfter
13: dreizehn, dreizehnte, dreizehnten, dreizehnter
14: vierzehn, vierzehnte, vierzehnten, vierzehnter
15: fünfzehn, fünfzehnte, fünfzehnten, fünfzehnter
16: sechzehn, sechzehnte, sechzehnten, sechzehnter
17: siebzehn, siebzehnte, siebzehnten, siebzehnter
18: achtzehn, achtzehnte, achtzehnten, achtzehnter
19: neunzehn, neunzehnte, neunzehnten, neunzehnter
20: zwanzig, zwanzigste, zwanzigsten, zwanzigster
21: einundzwanzig, einundzwanzigste, einundzwanzigsten, einundzwanzigster
22: zweiundzwanzig, zweiundzwanzigste, zweiundzwanzigsten, zweiundzwanzigster
23: dreiundzwanzig, dreiundzwanzigste, dreiundzwanzigsten, dreiundzwanzigster
24: vierundzwanzig, vierundzwanzigste, vierundzwanzigsten, vierundzwanzigster
25: fünfundzwanzig, fünfundzwanzigste, fünfundzwanzigsten, fünfundzwanzigster
26: sechsundzwanzig, sechsundzwanzigste, sechsundzwanzigsten, sechsundzwanzigster
27: siebenundzwanzig, siebenundzwanzigste, siebenundzwanzigsten, siebenundzwanzigster
28: achtundzwanzig, achtundzwanzigste, achtundzwanzigsten, achtundzwanzigster
29: neunundzwanzig, neunundzwanzigste, neunundzwanzigsten, neunundzwanzigster
30: dreißig, dreissig, dreißigste, dreißigsten, dreißigster
31: einunddreißigste, einunddreißigsten, einunddreißigster
40: vierzig
50: fünfzig
45: fünfundvierzig
35: fünfunddreißig
55: fünfundfünfzig
startof: anfang, anfang der, anfang des, am anfang der, zu beginn der, zu beginn des, zum beginn der
endof: ende, ende des, am ende des, gegen ende, ende der, zum ende des
midof: mitte, mitte des, mitte der
24 mo12: heiligabend, heilig abend
25 mo12: weihnachten
31 mo12: silvester
1 mo1: neujahr
: um, am, an, den, der, dem, die, das, und, &, gegen, ca, etwa, per
: über, auf, im, bitte, nur, zum, zur, des, beim, u, herum, ungefähr, ungefaehr, rund, so um, so gegen, circa, pro
: höchstens, maximal, kurz vor, kurz nach
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
daily not: كل يوم إلا, كل الأيام إلا, يوميا إلا, كل يوم ما عدا
daily am: كل صباح
daily evening: كل مساء, كل ليلة
am: صباحا, ص, في الصباح, الصبح, صباح
morning: الصباح
8.00: قبل العمل, قبل الدوام
14.00: بعد الغداء
18.00: بعد العمل, بعد الدوام, بعد الشغل, بعد المدرسة
startof week: بداية الأسبوع, في بداية الأسبوع, أول الأسبوع, في أول الأسبوع, مطلع الأسبوع, بأول الأسبوع
midof week: وسط الأسبوع, منتصف الأسبوع, في منتصف الأسبوع, نص الأسبوع
endof week: آخر الأسبوع, في آخر الأسبوع
20.00: بعد العشاء, قبل النوم, بعد صلاة العشاء
19.00: بعد المغرب, بعد صلاة المغرب
8.00: وقت الفطور, بعد الفطور, عند الفطور
noon: ظهرا, الظهر, وقت الظهر, عند الظهر, وقت الغداء, ساعة الغداء
afternoon: بعد الظهر, عصرا, العصر, بعد العصر
pm: م
evening: مساء, المساء, في المساء, مغربا
night: ليلا, الليل, في الليل, بالليل
today evening: هذا المساء, الليلة
midnight: منتصف الليل
half: نصف, النصف, نص, النص
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
15 min: ربع ساعة
20 min: ثلث ساعة
30 min: نصف ساعة, نص ساعة
45 min: ثلاثة أرباع ساعة, ثلاثة أرباع الساعة, ساعة إلا ربع
75 min: ساعة وربع
90 min: ساعة ونصف, ساعة و نصف
150 min: ساعتين ونصف, ساعتان ونصف
every: كل
every 1 week: أسبوعيا
every 2 week: كل أسبوعين, مرة كل أسبوعين
every 1 month: شهريا
once: مرة واحدة, مرة, لمرة واحدة
2 x: مرتين, مرتان
x: مرات
from: من, بين, ابتداء من
to: إلى, الى, حتى, لغاية, حتي
not: ما عدا, عدا, باستثناء, بدون, ليس, لا شيء, ولا شيء
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
13: ثلاث عشرة, ثلاثة عشر
14: أربع عشرة, أربعة عشر
20: عشرين, عشرون
24: أربع وعشرين, أربعة وعشرين, الرابع والعشرين, الرابع والعشرون
25: خمس وعشرين, خمسة وعشرين, الخامس والعشرين, الخامس والعشرون
30: ثلاثين, ثلاثون
startof: بداية, مطلع, أوائل
endof: نهاية, آخر, أواخر
midof: منتصف, أواسط
week: أسبوع واحد, أسبوع كامل
month: شهر واحد, شهر كامل
25 mo12: عيد الميلاد
1 mo1: رأس السنة
: الموافق
: في, الساعة, على, عند, و, أيام, يوم, عبر, تمام, أو, فقط, من فضلك, بتوقيت, حوالي, تقريبا, نحو, في حدود, حدود
"""

_TABLES = {"en": _ENGLISH, "de": _GERMAN, "ar": _ARABIC, "es": spanish.WORDS}
LANGUAGES = tuple(_TABLES)


@lru_cache(maxsize=8)
def lexicon(language: str) -> dict[str, str]:
    """Each folded word or phrase of a language with its token; where two agree, the first stays."""
    words: dict[str, str] = {}
    for line in _TABLES[language].strip().splitlines():
        token, _, names = line.partition(":")
        for name in names.split(","):
            words.setdefault(fold(name), token.strip())
    return words


@lru_cache(maxsize=8)
def phrases(language: str) -> tuple[tuple[str, str], ...]:
    """The names of more than one word with their tokens, the longest first."""
    several = [(name, token) for name, token in lexicon(language).items() if " " in name or "-" in name]
    return tuple(sorted(several, key=lambda pair: -len(pair[0])))

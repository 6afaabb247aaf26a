"""A coach's pages in a browser: let in by a link and a yes, the coach's own clients alone, what is shared alone."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from pages_browser import HOME, ON, Browser, form, fresh, init_data
from whole import ADMIN, CLIENT, COACH, Whole, coach_and_client, free_port, whole_bot

from bot.people.coach import visiting
from bot.runtime import desk_site, process
from bot.store import audit, erase, people

OTHER, THEIRS = COACH + 1, CLIENT + 1
SECRET = "heliotrope for me alone"
SHARED = "marigold for you too"


def _two_coaches(made: Whole) -> None:
    """Ada with Dana, who shares one thing and not another; Ben with Tom."""
    coach_and_client(made)
    made.with_coach(OTHER, "Tom")
    made.with_client(THEIRS, "Ben", coach=OTHER)
    made.say(CLIENT, SHARED)
    made.say(CLIENT, f"private: {SECRET}")
    made.say(THEIRS, "from Ben to Tom")
    made.say(COACH, "/digest Ada")
    made.say(OTHER, "/digest Ben")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with whole_bot(tmp_path, practice=_two_coaches, **ON) as made:
        yield made


@pytest.fixture
def browser(whole: Whole) -> Browser:
    """Dana's browser, signed in."""
    return Browser(whole).signed_in()


def digest_of(browser: Browser, client: int) -> str:
    """The address of the newest digest of a client."""
    page = browser.get(f"/clients/{client}").text
    return page.split(f'href="/clients/{client}/digests/')[1].partition('"')[0]


def every(client: int, digest: str = "1") -> list[str]:
    """The address of every page about a client."""
    pages = [path for path, _ in desk_site.PAGES if "{client" in path]
    return [one.replace("{client}", str(client)).replace("{number}", digest) for one in pages]


def actions(whole: Whole, client: int = CLIENT) -> list[str]:
    return [one.action for one in whole.tx(partial(audit.of_subject, subject=client))]


# ---- switched off --------------------------------------------------------------------------------


def test_desk_says_that_pages_are_switched_off(tmp_path: Path) -> None:
    """Off is what holds when nothing is set: /desk says so, and no link is made."""
    with whole_bot(tmp_path, practice=coach_and_client) as made:
        (said,) = made.say(COACH, "/desk")
        assert "switched off" in said
        assert "http" not in said


# ---- coming in -----------------------------------------------------------------------------------


def test_a_link_opens_pages_after_a_button_and_a_yes(whole: Whole) -> None:
    """Nothing is shown before the yes in the chat; after it the overview says what the weekly message says."""
    browser = Browser(whole)
    opened = browser.open(fresh(whole))
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    before = browser.get()
    assert before.status_code == 403
    assert "Ada" not in before.text
    assert browser.get("/state").status_code == 202
    assert browser.get(f"/clients/{CLIENT}").status_code == 403
    whole.pause()
    assert "was it you?" in whole.sim.texts(COACH)[-1]
    whole.tap(COACH, "Yes")
    assert browser.get("/state").status_code == 204
    after = browser.get()
    assert after.status_code == 200
    assert "Ada" in after.text
    assert "opened, not marked as read" in after.text
    assert "Ben" not in after.text


def test_the_browser_and_the_chat_show_one_number(whole: Whole) -> None:
    """The chat names the number that the waiting browser shows; another token makes another number."""
    for _ in range(2):
        browser = Browser(whole)
        browser.open(fresh(whole))
        whole.pause()
        (number,) = re.findall(r"The number there is (\d\d)\.", browser.get().text)
        assert f"shows the number {number}: was it you?" in whole.sim.texts(COACH)[-1]
    assert visiting.code("a") != visiting.code("b")


def test_looking_at_a_link_does_not_use_it_up(whole: Whole) -> None:
    """Who only fetches it, as a preview does, opens nothing: the button works afterwards."""
    token = fresh(whole)
    for _ in range(3):
        looked = Browser(whole).get(f"/open/{token}")
        assert looked.status_code == 200
        assert "set-cookie" not in looked.headers
    assert Browser(whole).open(token).status_code == 303


def test_a_link_opens_once(whole: Whole) -> None:
    """The second browser reads that it was used and how another is made, and gets no cookie."""
    token = fresh(whole)
    assert Browser(whole).open(token).status_code == 303
    second = Browser(whole)
    again = second.open(token)
    assert again.status_code == 410
    assert "was used before" in again.text
    assert "/desk in the chat" in again.text
    assert "set-cookie" not in again.headers
    assert second.get().status_code == 401


def test_a_link_is_over_after_ten_minutes_and_with_the_next(whole: Whole) -> None:
    """After ten minutes it opens nothing; a newer one ends an older one at once."""
    first = fresh(whole)
    second = fresh(whole)
    assert Browser(whole).open(first).status_code == 410
    whole.pause(601)
    over = Browser(whole).open(second)
    assert over.status_code == 410
    assert "ten minutes" in over.text


def test_guessed_links_are_slowed_down(whole: Whole) -> None:
    """After ten links that nobody made none from there is looked at; from elsewhere one is."""
    app = desk_site.application(whole.house)
    guesser, token = Browser(whole, app), fresh(whole)
    codes = [guesser.get(f"/open/guess{n}").status_code for n in range(12)]
    assert codes == [410] * 10 + [429] * 2
    assert guesser.open(token).status_code == 429
    assert Browser(whole, app, "203.0.113.6").get(f"/open/{token}").status_code == 200
    whole.pause(599)
    assert guesser.get("/open/guess").status_code == 429
    whole.pause(2)
    assert guesser.get("/open/guess").status_code == 410


def test_one_house_of_the_newer_kind_is_counted_as_one(whole: Whole) -> None:
    """Addresses of one network are one guesser; the memory of them has an end."""
    app = desk_site.application(whole.house)
    for n in range(10):
        Browser(whole, app, f"2001:db8::{n + 1:x}").get(f"/open/guess{n}")
    assert Browser(whole, app, "2001:db8::ffff").get("/open/x").status_code == 429
    assert Browser(whole, app, "2001:db8:1::1").get("/open/x").status_code == 410
    guesses, now = desk_site.Guesses(), whole.clock.now()
    for n in range(desk_site.ADDRESSES + 5):
        guesses.note(str(n), now)
    assert len(guesses.seen) == desk_site.ADDRESSES


def test_a_no_in_the_chat_shows_nothing(whole: Whole) -> None:
    """A browser that was nobody's sees no page, and its link is used up."""
    browser, token = Browser(whole), fresh(whole)
    browser.open(token)
    whole.pause()
    (said,) = whole.tap(COACH, "No")
    assert "sees nothing" in said
    assert browser.get().status_code == 401
    assert browser.open(token).status_code == 410


def test_a_yes_is_waited_for_ten_minutes(whole: Whole) -> None:
    """A yes that comes later lets nobody in."""
    browser = Browser(whole)
    browser.open(fresh(whole))
    whole.pause(601)
    whole.tap(COACH, "Yes")
    assert browser.get().status_code == 401


def test_a_browser_that_was_let_in_needs_no_second_yes(browser: Browser, whole: Whole) -> None:
    """After twelve idle hours another link opens it at once, by a new cookie; the old one opens nothing."""
    whole.until(whole.clock.now() + timedelta(hours=12, minutes=1))
    assert browser.get().status_code == 401
    before, old = len(whole.sim.texts(COACH)), dict(browser.cookies)
    browser.open(fresh(whole))
    assert browser.get().status_code == 200
    assert not [one for one in whole.sim.texts(COACH)[before:] if "was it you" in one]
    assert dict(browser.cookies) != old
    browser.cookies = httpx.Cookies(old)
    assert browser.get().status_code == 401


def test_pages_stay_open_while_they_are_used(browser: Browser, whole: Whole) -> None:
    """Each page begins the twelve hours anew."""
    for _ in range(3):
        whole.until(whole.clock.now() + timedelta(hours=11))
        assert browser.get().status_code == 200


def test_anothers_browser_is_a_new_one(browser: Browser, whole: Whole) -> None:
    """A browser that Dana let in asks Tom anew, and shows Tom's pages then, and no more of Dana's."""
    browser.open(fresh(whole, OTHER))
    assert browser.get().status_code == 403
    whole.pause()
    whole.tap(OTHER, "Yes")
    page = browser.get().text
    assert "Ben" in page
    assert "Ada" not in page


# ---- inside Telegram -------------------------------------------------------------------------------


def test_telegram_opens_them_inside_it(whole: Whole) -> None:
    """Its word lets a coach in at once, a second time by the cookie alone; the chat says so, and signs it out."""
    whole.say(COACH, "/desk")
    (button,) = (
        b for row in whole.sim.messages(COACH)[-1].body["reply_markup"]["inline_keyboard"] for b in row
    )
    assert (button["text"], button["web_app"]) == ("Open inside Telegram", {"url": f"{HOME}/app"})
    browser = Browser(whole)
    assert "opens inside Telegram" in browser.get("/app").text
    said = init_data(whole, COACH)
    assert browser.post("/app", {"data": said}).status_code == 303
    assert "Ada" in browser.get().text
    whole.pause()
    assert "opened inside Telegram" in whole.sim.texts(COACH)[-1]
    assert browser.get("/app").headers["location"] == "/"
    assert browser.post("/app", {"data": said}).status_code == 303
    assert Browser(whole).post("/app", {"data": said}).status_code == 403
    whole.say(COACH, "/desk")
    whole.tap(COACH, "Sign out everywhere")
    assert browser.get().status_code == 401


def test_telegrams_word_opens_a_browser_that_is_known_without_a_line(whole: Whole) -> None:
    """After twelve hours another word lets it in; the chat says nothing more, and the old cookie opens nothing."""
    browser = Browser(whole)
    browser.post("/app", {"data": init_data(whole, COACH)})
    whole.until(whole.clock.now() + timedelta(hours=12, minutes=1))
    before, old = len(whole.sim.texts(COACH)), dict(browser.cookies)
    assert browser.get().status_code == 401
    assert browser.post("/app", {"data": init_data(whole, COACH)}).status_code == 303
    assert browser.get().status_code == 200
    whole.pause()
    assert not [one for one in whole.sim.texts(COACH)[before:] if "inside Telegram" in one]
    browser.cookies = httpx.Cookies(old)
    assert browser.get().status_code == 401


def test_what_telegram_did_not_say_opens_nothing(whole: Whole) -> None:
    """A client's word, one for another, one that was changed, kept for ten minutes or sent by another site."""
    browser, good = Browser(whole), init_data(whole, COACH)
    for data in (
        "",
        "x",
        init_data(whole, CLIENT),
        init_data(whole, 999),
        init_data(whole, CLIENT, user=f'{{"id":{COACH}}}'),
        init_data(whole, COACH, hash=""),
        init_data(whole, COACH, hash="é"),
        good + "&auth_date=1",
        good + "&more=1",
    ):
        assert browser.post("/app", {"data": data}).status_code == 403, data
    assert browser.post("/app", {"data": good}, Origin="https://elsewhere.example").status_code == 403
    whole.pause(600)
    assert browser.post("/app", {"data": good}).status_code == 403
    assert browser.get().status_code == 401


# ---- cookies and forms -----------------------------------------------------------------------------


def test_the_cookie_is_for_this_site_alone(whole: Whole) -> None:
    """No script reads it, no other site sends it, it goes over HTTPS alone; no browser keeps a page."""
    answer = Browser(whole).open(fresh(whole))
    cookie = answer.headers["set-cookie"]
    for flag in ("__Host-pages=", "HttpOnly", "SameSite=strict", "Secure", "Path=/"):
        assert flag in cookie
    assert "Domain" not in cookie
    page = Browser(whole).get()
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in page.headers["content-security-policy"]


def test_only_hashes_are_kept(browser: Browser, whole: Whole) -> None:
    """Neither a link's token nor a cookie's stands in the database."""
    token = fresh(whole)
    kept = whole.tx(
        lambda tx: [*tx.db.execute("SELECT * FROM page_links"), *tx.db.execute("SELECT * FROM page_visits")]
    )
    said = repr([tuple(row) for row in kept])
    assert kept
    assert token not in said
    assert not [one for one in browser.cookies.values() if one in said]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_nothing_is_taken_from_another_site(browser: Browser, whole: Whole, headers: dict[str, str]) -> None:
    """A form that another site sends opens no link and signs nobody out."""
    token, mine = fresh(whole), form(browser.get().text)
    assert browser.post("/open", {"token": token}, **headers).status_code == 403
    assert browser.post("/out", {"form": mine}, **headers).status_code == 403
    assert browser.get().status_code == 200
    own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}  # as a browser sends it that tells nobody more
    assert browser.post("/open", {"token": token}, **own).status_code == 303


def test_a_form_shows_what_only_its_page_knows(browser: Browser) -> None:
    """Without it, or with another's, nobody is signed out; a form that is too large is not read."""
    assert browser.post("/out", {}).status_code == 403
    assert browser.post("/out", {"form": "0" * 64}).status_code == 403
    assert browser.post("/out", {"form": "x" * 9000}).status_code == 413
    assert browser.get().status_code == 200


def test_pages_answer_under_their_own_name_alone(browser: Browser) -> None:
    """A request for another host is refused, also with the right cookie."""
    assert browser.ask("GET", "/", headers={"Host": "elsewhere.example"}).status_code == 400


# ---- going out -------------------------------------------------------------------------------------


def test_signing_out_forgets_the_browser(browser: Browser, whole: Whole) -> None:
    """The button on the page ends it, and the old cookie opens nothing; the next link asks for a yes again."""
    old = dict(browser.cookies)
    out = browser.post("/out", {"form": form(browser.get().text)})
    assert out.status_code == 200
    assert "signed out" in out.text
    browser.cookies = httpx.Cookies(old)
    assert browser.get().status_code == 401
    browser.open(fresh(whole))
    assert browser.get().status_code == 403


def test_all_browsers_are_signed_out_from_the_chat(browser: Browser, whole: Whole) -> None:
    """/desk says how many there are, and a tap ends them all, with the link that is open."""
    (said,) = whole.say(COACH, "/desk")
    assert "Signed in: 1 browser." in said
    whole.tap(COACH, "Sign out everywhere")
    assert browser.get().status_code == 401
    assert Browser(whole).open(said.rpartition("/open/")[2]).status_code == 410


def test_who_is_coach_no_more_sees_nothing(browser: Browser, whole: Whole) -> None:
    """A coach whom an admin takes out is signed out at once, and an open link opens nothing."""
    token = fresh(whole)
    whole.say(ADMIN, "/coaches")
    whole.tap(ADMIN, "Take out Dana")
    whole.tap(ADMIN, "Nobody is named")
    assert browser.get().status_code == 401
    assert browser.get(f"/clients/{CLIENT}").status_code == 401
    assert Browser(whole).open(token).status_code == 410
    left = whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM page_visits").fetchone()[0])
    assert left == 0


def test_a_browser_of_who_left_shows_nothing_even_where_it_is_known(browser: Browser, whole: Whole) -> None:
    """Whether somebody is a coach is looked at with each page, not when they came in."""
    whole.tx(lambda tx: tx.db.execute("UPDATE coaches SET state = 'left' WHERE id = :id", {"id": COACH}))
    assert browser.get().status_code == 401


# ---- what is shown -----------------------------------------------------------------------------------


def test_nobody_sees_pages_without_a_cookie(whole: Whole) -> None:
    """Every page is a page that says how to sign in, and nothing else, for who has no cookie or a made-up one."""
    for cookies in ({}, {"__Host-pages": "made-up"}):
        browser = Browser(whole)
        browser.cookies = httpx.Cookies(cookies)
        for path in ("/", "/sessions", *every(CLIENT)):
            answer = browser.get(path)
            assert answer.status_code == 401
            assert "Ada" not in answer.text


def test_another_coachs_client_is_as_one_that_there_is_not(browser: Browser, whole: Whole) -> None:
    """By every address of another coach's client, and by another's digest under an own one, nothing is there."""
    tom = Browser(whole).signed_in(OTHER)
    theirs = digest_of(tom, THEIRS)
    nobody = browser.get("/clients/999")
    for path in (*every(THEIRS, theirs), *every(999), f"/clients/{CLIENT}/digests/{theirs}"):
        answer = browser.get(path)
        assert (answer.status_code, answer.text) == (404, nobody.text), path
    assert "Ben" not in nobody.text
    assert tom.get(f"/clients/{THEIRS}/digests/{theirs}").status_code == 200


def test_a_digest_stands_under_its_own_client_alone(browser: Browser, whole: Whole) -> None:
    """One of another client of the same coach is not found under this one."""
    whole.with_client(CLIENT + 2, "Cem")
    whole.say(CLIENT + 2, "from Cem")
    whole.say(COACH, "/digest Cem")
    number = digest_of(browser, CLIENT + 2)
    assert browser.get(f"/clients/{CLIENT + 2}/digests/{number}").status_code == 200
    assert browser.get(f"/clients/{CLIENT}/digests/{number}").status_code == 404


def test_who_waits_for_a_yes_has_opened_nothing(browser: Browser, whole: Whole) -> None:
    """A page that is asked for and not shown is no showing: the client's audit has no row of it."""
    path = f"/clients/{CLIENT}/digests/{digest_of(browser, CLIENT)}"
    waits = Browser(whole)
    waits.open(fresh(whole))
    before = actions(whole)
    assert waits.get(path).status_code == 403
    assert actions(whole) == before


def test_the_digest_is_the_one_of_the_chat(browser: Browser, whole: Whole) -> None:
    """What was told stands on its page, word by word; that it was opened is known and can be read by the client."""
    path = f"/clients/{CLIENT}/digests/{digest_of(browser, CLIENT)}"
    before = actions(whole).count("digest opened")
    page = browser.get(path)
    assert page.status_code == 200
    assert SHARED in page.text
    assert actions(whole).count("digest opened") == before + 1
    browser.get(path)
    assert actions(whole).count("digest opened") == before + 2
    assert "was opened as a page" in "\n".join(whole.say(CLIENT, "/opened"))


def test_the_cards_page_has_no_digest_at_first(browser: Browser, whole: Whole) -> None:
    """Of a client of whom nothing came, card and journal say that; the card says what it says in the chat."""
    whole.with_client(CLIENT + 2, "Cem")
    card = browser.get(f"/clients/{CLIENT + 2}").text
    assert "None came yet." in card
    assert "Nothing yet." in browser.get(f"/clients/{CLIENT + 2}/journal").text
    assert actions(whole, CLIENT + 2).count("journal opened") == 0
    for line in whole.say(COACH, "/client Cem")[-1].splitlines()[1:]:
        assert line in card


def test_a_brief_is_named_as_one(browser: Browser, whole: Whole) -> None:
    """What came before a session stands as a brief among what came, and the session among those ahead."""
    whole.say(COACH, "/session Ada 2026-11-24 15:00")
    assert "Ada" in browser.get("/sessions").text
    assert "15:00" in browser.get("/sessions").text
    whole.until(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    whole.say(CLIENT, "larkspur before we meet")
    whole.until(datetime(2026, 11, 24, 6, 0, tzinfo=UTC))
    browser = Browser(whole).signed_in()
    page = browser.get(f"/clients/{CLIENT}").text
    assert "Brief of " in page
    assert "larkspur" in browser.get(f"/clients/{CLIENT}/digests/{digest_of(browser, CLIENT)}").text


def test_the_journal_is_what_was_told(browser: Browser, whole: Whole) -> None:
    """What is shared and not told is not in it; once a digest told it, it is, and that it was opened is known."""
    path = f"/clients/{CLIENT}/journal"
    whole.say(CLIENT, "cornflower, quite new")
    page = browser.get(path).text
    assert SHARED in page
    assert "cornflower" not in page
    whole.say(COACH, "/digest Ada")
    assert "cornflower" in browser.get(path).text
    assert actions(whole).count("journal opened") == 2
    browser.get(f"/clients/{CLIENT}/agreement")
    assert actions(whole).count("agreement shown") == 1
    assert "what was told before was opened as a page" in "\n".join(whole.say(CLIENT, "/opened"))


def test_a_private_answer_is_on_no_page(browser: Browser, whole: Whole) -> None:
    """What was private from the first, and what became private since, is nowhere."""
    pages = ["/", "/sessions", *every(CLIENT, digest_of(browser, CLIENT))]
    assert not [one for one in pages if SECRET in browser.get(one).text]
    assert [one for one in pages if SHARED in browser.get(one).text]

    def kept_back(tx: Any) -> None:
        tx.db.execute("UPDATE responses SET visibility = 'private' WHERE client_id = :id", {"id": CLIENT})

    whole.tx(kept_back)
    assert not [one for one in pages if SHARED in browser.get(one).text]


def test_who_was_erased_is_gone_at_once(browser: Browser, whole: Whole) -> None:
    """Every page of theirs is as if they had never been here, and the overview knows nobody of the name."""
    pages = every(CLIENT, digest_of(browser, CLIENT))
    assert [browser.get(one).status_code for one in pages] == [200] * len(pages)
    whole.tx(partial(erase.client, client_id=CLIENT, now=whole.clock.now()))
    assert [browser.get(one).status_code for one in pages] == [404] * len(pages)
    assert "Ada" not in browser.get().text


def test_who_goes_on_with_another_coach_is_gone(browser: Browser, whole: Whole) -> None:
    """From the moment of a handover every page about them is as if they had never been with this coach."""
    pages = every(CLIENT, digest_of(browser, CLIENT))
    whole.tx(partial(people.change_client, client_id=CLIENT, coach_id=OTHER))
    assert [browser.get(one).status_code for one in pages] == [404] * len(pages)
    tom = Browser(whole).signed_in(OTHER)
    assert SHARED not in tom.get(f"/clients/{CLIENT}/journal").text  # it was told to Dana, not to Tom
    assert tom.get(pages[1]).status_code == 404


def test_what_does_not_open_is_a_number_and_no_word(browser: Browser, whole: Whole) -> None:
    """A value that does not open is an answer without words; the other pages are there."""
    spoil = "UPDATE response_texts SET words = x'00' WHERE client_id = :id"
    whole.tx(lambda tx: tx.db.execute(spoil, {"id": CLIENT}))
    answer = browser.get(f"/clients/{CLIENT}/journal")
    assert (answer.status_code, answer.text) == (500, "")
    assert "could not be read" in browser.get().text


def test_pages_speak_as_the_coach_does(browser: Browser, whole: Whole) -> None:
    """In Arabic they run from right to left; before it is known who comes, as the browser asks."""
    whole.tx(lambda tx: tx.db.execute("UPDATE coaches SET language = 'ar' WHERE id = :id", {"id": COACH}))
    page = browser.get().text
    assert '<html lang="ar" dir="rtl">' in page
    asked = Browser(whole).ask("GET", "/", headers={"Accept-Language": "xx, de-AT;q=0.9, en;q=0.5"})
    assert '<html lang="de" dir="ltr">' in asked.text


def test_names_are_words_and_no_markup(browser: Browser, whole: Whole) -> None:
    """A name with signs of HTML in it stands there as it was written."""
    whole.say(CLIENT, "<b>bold</b> & <script>alert(1)</script>")
    whole.say(COACH, "/digest Ada")
    for one in every(CLIENT, digest_of(browser, CLIENT)):
        assert "<script>alert" not in browser.get(one).text
    assert "&lt;script&gt;alert(1)" in browser.get(f"/clients/{CLIENT}/journal").text


def test_no_page_names_an_outside_host(browser: Browser) -> None:
    """Nothing is loaded from anywhere else, and no style or script stands in a page."""
    for one in ("/", "/sessions", *every(CLIENT, digest_of(browser, CLIENT))):
        page = browser.get(one).text
        assert "http" not in page.replace(HOME, "")
        assert "style=" not in page
        assert "<style" not in page
        assert "onclick" not in page


# ---- served --------------------------------------------------------------------------------------------


def test_nothing_of_pages_is_loaded_where_they_are_off() -> None:
    """A bot whose coaches have no pages carries neither them nor a server."""
    look = "import sys, bot.runtime.process; print([one for one in sys.modules if one in {names}])"
    names = (
        "bot.runtime.desk_site",
        "bot.render.desk_page",
        "bot.people.coach.browsing",
        "starlette",
        "uvicorn",
    )
    made = subprocess.run(
        [sys.executable, "-c", look.replace("{names}", str(names))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.strip() == "[]"


def test_they_are_served_as_long_as_the_bot_runs(whole: Whole) -> None:
    """The port answers within the block, what is asked then is finished, and afterwards nobody listens."""
    port = free_port()
    before = whole.house.config
    pages = before.pages.model_copy(update={"port": port, "url": ""})
    whole.house.config = before.model_copy(update={"pages": pages})

    async def asked() -> int:
        async with process.paged(whole.house) as there, httpx.AsyncClient() as client:
            assert there == port
            return (await client.get(f"http://127.0.0.1:{port}/")).status_code

    async def gone() -> None:
        async with httpx.AsyncClient() as client:
            await client.get(f"http://127.0.0.1:{port}/")

    try:
        assert whole.run(asked()) == 401
        with pytest.raises(httpx.ConnectError):
            whole.run(gone())
    finally:
        whole.house.config = before


def test_a_proxy_on_this_machine_says_who_asks(whole: Whole) -> None:
    """Guesses are counted by the address that it names: who guesses keeps nobody else out."""
    port, before = free_port(), whole.house.config
    pages = before.pages.model_copy(update={"port": port, "url": ""})
    whole.house.config = before.model_copy(update={"pages": pages})

    async def asked() -> list[int]:
        async with (
            process.paged(whole.house),
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
        ):
            whom = ["203.0.113.7"] * 11 + ["203.0.113.8"]
            each = [await client.get("/open/guess", headers={"X-Forwarded-For": one}) for one in whom]
            return [one.status_code for one in each]

    try:
        assert whole.run(asked()) == [410] * 10 + [429, 410]
    finally:
        whole.house.config = before


def test_a_port_that_is_taken_costs_only_the_pages(whole: Whole) -> None:
    """Where the port cannot be had the bot goes on without pages; where they are off none is opened."""
    before = whole.house.config

    async def opened(**changed: Any) -> object:
        pages = before.pages.model_copy(update=changed)
        whole.house.config = before.model_copy(update={"pages": pages})
        async with process.paged(whole.house) as port:
            return port

    try:
        assert whole.run(opened(listen="192.0.2.1")) == 0
        assert whole.run(opened(enabled=False)) is None
    finally:
        whole.house.config = before

"""The coach's pages: served while the bot runs, where they are switched on, and to who came in by a link alone.

Each request is one turn on the one store: who it is, whether they may, and what they see, in one transaction.
"""

import contextlib
import hashlib
import hmac
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from ipaddress import ip_address, ip_network
from itertools import count
from typing import Any, TypeVar
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.faults import StoreFault
from bot.i18n import Texts, languages, texts
from bot.people.coach import browsing, visiting
from bot.people.coach.browsing import Page, ShownPage
from bot.people.coach.visiting import Visitor
from bot.people.turn import Turn
from bot.render import desk_page
from bot.runtime import guard, listening
from bot.runtime.forms import form_of
from bot.runtime.house import House, log
from bot.runtime.work import where
from bot.store.db import Tx
from bot.vault import VaultFault

T = TypeVar("T")

LARGEST = 8192
"""Bytes that a form of these pages may have."""

GUESSES, WINDOW, ADDRESSES = 10, timedelta(minutes=10), 1000
"""So many unknown links may come from an address in so long; so many addresses are kept in mind."""

KNOWN_FOR = timedelta(days=90)
"""How long a browser keeps its cookie; what the cookie opens ends long before."""


class Guesses:
    """How often links that nobody knows came from where: then none of theirs is looked at for a while."""

    def __init__(self) -> None:
        self.seen: OrderedDict[str, list[datetime]] = OrderedDict()

    def too_many(self, address: str, now: datetime) -> bool:
        """Whether this address has to wait."""
        recent = [at for at in self.seen.get(_network(address), ()) if now - at < WINDOW]
        return len(recent) >= GUESSES

    def note(self, address: str, now: datetime) -> None:
        """A link of no one's came from there."""
        place = _network(address)
        recent = [at for at in self.seen.pop(place, ()) if now - at < WINDOW]
        self.seen[place] = [*recent, now][-GUESSES:]
        while len(self.seen) > ADDRESSES:
            self.seen.popitem(last=False)


def _network(address: str) -> str:
    """An address as it is counted: of the newer kind a whole network is one house."""
    with contextlib.suppress(ValueError):
        said = ip_address(address)
        if said.version == 4:
            return address
        return str(said.ipv4_mapped or ip_network((int(said), 64), strict=False))
    return address


class DeskSite:
    """The handlers of one bot."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.guesses = Guesses()
        self.secure = house.config.pages.address.startswith("https:")
        self.cookie = "__Host-pages" if self.secure else "pages"  # a browser takes the first only over HTTPS

    async def turn(self, do: Callable[[Turn], T]) -> T:
        """Do something in a turn of its own."""

        def turned(tx: Tx) -> T:
            return do(Turn(tx, self.house.clock.now(), 0, self.house.config, self.house.username, count()))

        done = await self.house.store.run(turned)
        self.house.send.set()
        return done

    # ---- coming in -----------------------------------------------------------------------------

    async def look(self, request: Request) -> Response:
        """A link was followed: a page with one button. Whoever only looks at links uses none up."""
        token = str(request.path_params["token"])
        if (wait := self._slow_down(request)) is not None:
            return wait
        state, coach = await self.turn(lambda turn: visiting.standing(turn, token))
        t = texts(coach.language) if coach is not None else _asked_for(request)
        if state == "good":
            lines = (t.t("One tap opens them in this browser. The link works once."),)
            return HTMLResponse(desk_page.door(t, t.t("Your pages"), lines, t.t("Open my pages"), token))
        return self._refused_link(request, t, state)

    def _refused_link(self, request: Request, t: Texts, state: visiting.LinkState) -> Response:
        if state == "unknown":
            self.guesses.note(_from(request), self.house.clock.steady())
        said = {
            "used": t.t("This link was used before, and works once."),
            "over": t.t("This link is over: it lasts ten minutes."),
        }.get(state, t.t("There is no such link, or it is over."))
        again = t.t("/desk in the chat with the bot makes another.")
        return HTMLResponse(desk_page.door(t, t.t("Your pages"), (said, again)), 410)

    def _slow_down(self, request: Request) -> Response | None:
        if not self.guesses.too_many(_from(request), self.house.clock.steady()):
            return None
        t = _asked_for(request)
        lines = (
            t.t("Too many links that nobody made came from there. Ten minutes later it can be tried again."),
        )
        return HTMLResponse(desk_page.door(t, t.t("Your pages"), lines), 429)

    async def enter(self, request: Request) -> Response:
        """The one button was pressed: the link is used up, and the browser has a token of its own."""
        if (wait := self._slow_down(request)) is not None:
            return wait
        token = (await form_of(request)).get("token", "")
        cookie = request.cookies.get(self.cookie, "")

        def used(turn: Turn) -> tuple[str | None, visiting.LinkState, Texts | None]:
            state, coach = visiting.standing(turn, token)
            mine = visiting.come_in(turn, token, cookie)
            return mine, state, texts(coach.language) if coach is not None else None

        mine, state, t = await self.turn(used)
        if mine is None:
            return self._refused_link(request, t or _asked_for(request), state)
        return self._in(mine)

    def _in(self, mine: str) -> Response:
        """The way to the overview, with the cookie that opens it."""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            self.cookie,
            mine,
            max_age=int(KNOWN_FOR.total_seconds()),
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="strict",
        )
        return answer

    async def inside(self, request: Request) -> Response:
        """Where Telegram opens the pages inside it: a page that hands on what Telegram says."""
        cookie = request.cookies.get(self.cookie, "")
        who = await self.turn(lambda turn: visiting.visitor(turn, cookie))
        if who is not None and who.visit.state == "open":
            return RedirectResponse("/", 303)
        t = _asked_for(request)
        lines = (t.t("This page opens inside Telegram. For a browser, /desk in the chat makes a link."),)
        return HTMLResponse(desk_page.door(t, t.t("Your pages"), lines, app=True))

    async def enter_inside(self, request: Request) -> Response:
        """What Telegram said of who opens them is looked at, and used up."""
        data, cookie = (await form_of(request)).get("data", ""), request.cookies.get(self.cookie, "")
        mine = await self.turn(lambda turn: visiting.opened_inside(turn, data, cookie))
        if mine is not None:
            return self._in(mine)
        t = _asked_for(request)
        lines = (
            t.t("Telegram does not say that these are your pages."),
            t.t("/desk in the chat with the bot makes a link."),
        )
        return HTMLResponse(desk_page.door(t, t.t("Your pages"), lines), 403)

    async def state(self, request: Request) -> Response:
        """Whether the browser still waits for its yes: 202 as long as it does."""
        cookie = request.cookies.get(self.cookie, "")
        who = await self.turn(lambda turn: visiting.visitor(turn, cookie))
        return Response(status_code=202 if who is not None and who.visit.state == "waits" else 204)

    async def leave(self, request: Request) -> Response:
        """Sign this browser out; it is forgotten."""
        cookie, form = request.cookies.get(self.cookie, ""), (await form_of(request)).get("form", "")

        def left(turn: Turn) -> Visitor | None:
            who = visiting.visitor(turn, cookie)
            if who is not None and _same(form, cookie):
                visiting.sign_out(turn, who.visit)
            return who

        who = await self.turn(left)
        if who is not None and not _same(form, cookie):
            raise HTTPException(403)
        t = texts(who.coach.language) if who is not None else _asked_for(request)
        lines = (t.t("This browser is signed out."), t.t("/desk in the chat with the bot makes another."))
        answer = HTMLResponse(desk_page.door(t, t.t("Your pages"), lines))
        answer.delete_cookie(self.cookie, path="/", secure=self.secure, httponly=True, samesite="strict")
        return answer

    # ---- pages ---------------------------------------------------------------------------------

    async def page(self, request: Request, page: Page) -> Response:
        """A page for who is signed in; who waits, and everybody else, reads that and nothing more."""
        if request.method != "GET" or "prefetch" in request.headers.get("sec-purpose", ""):
            raise HTTPException(503)  # nobody sees it: then it is not opened either
        cookie = request.cookies.get(self.cookie, "")
        path = {**request.query_params, **request.path_params}
        who, found = await self.turn(partial(_seen, cookie=cookie, page=page, path=path))
        t = texts(who.coach.language) if who is not None else _asked_for(request)
        if who is None:
            return HTMLResponse(_signed_out(t), 401)
        if who.visit.state == "waits":
            return HTMLResponse(_waiting(t, visiting.code(cookie)), 403)
        if found is None:
            return HTMLResponse(desk_page.door(t, t.t("There is no such page."), ()), 404)
        return HTMLResponse(rendered(t, found, form=_form(cookie)))


def rendered(t: Texts, found: ShownPage, form: str = "", base: str = "") -> str:
    """A page of a coach's as HTML. ``form``: what its forms show; ``base``: what its addresses begin with."""
    return desk_page.shown(
        t, found.template, found.title, found.values, found.digest, found.talks, form=form, base=base
    )


def _seen(
    turn: Turn, cookie: str, page: Page, path: Mapping[str, Any]
) -> tuple[Visitor | None, ShownPage | None]:
    who = visiting.visitor(turn, cookie)
    if who is None or who.visit.state != "open":
        return who, None
    return who, page(turn, who.coach, path)


def _signed_out(t: Texts) -> str:
    lines = (t.t("You are not signed in here."), t.t("/desk in the chat with the bot makes a link."))
    return desk_page.door(t, t.t("Your pages"), lines)


def _waiting(t: Texts, number: str) -> str:
    lines = (
        t.t("The bot asks you in the chat whether this is you. The number there is {number}.", number=number),
        t.t("Nothing is shown here before a yes. It is waited for ten minutes."),
    )
    return desk_page.door(t, t.t("Your pages"), lines, t.t("I have said yes"), waits=True)


def _form(cookie: str) -> str:
    """What a form of a signed-in browser shows: it follows from the token, which no other site can read."""
    return hmac.new(cookie.encode("utf-8", "replace"), b"interlude pages form", hashlib.sha256).hexdigest()


def _same(form: str, cookie: str) -> bool:
    return hmac.compare_digest(form.encode("utf-8", "replace"), _form(cookie).encode())


def _from(request: Request) -> str:
    """Where a request comes from, as the proxy on this machine says where there is one."""
    return request.client.host if request.client is not None else ""


def _asked_for(request: Request) -> Texts:
    """The first language that the browser asks for and the bot speaks."""
    wanted = request.headers.get("accept-language", "")[:200].replace(";", ",").split(",")
    known = (one.strip().partition("-")[0].lower() for one in wanted)
    return texts(next((one for one in known if one in languages()), ""))


# ---- the application -----------------------------------------------------------------------------

PAGES: tuple[tuple[str, Page], ...] = (
    ("/", browsing.all_clients),
    ("/sessions", browsing.sessions),
    ("/clients/{client}", browsing.client),
    ("/clients/{client}/digests/{number}", browsing.digest),
    ("/clients/{client}/journal", browsing.journal),
    ("/clients/{client}/agreement", browsing.working_agreement),
)
"""What a coach can see, by its address."""


async def _style(request: Request) -> Response:
    return Response(desk_page.style(), media_type="text/css")


async def _script(request: Request, name: str) -> Response:
    return Response(desk_page.script(name), media_type="text/javascript")


async def _refused(request: Request, fault: Exception) -> Response:
    """What cannot be had: a page where it is not there, else a number."""
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    if status != 404:
        return Response(status_code=status, headers=getattr(fault, "headers", None))
    t = _asked_for(request)
    return HTMLResponse(desk_page.door(t, t.t("There is no such page."), ()), 404)


async def _broken(request: Request, fault: Exception) -> Response:
    """The store, or this program, cannot: a number, and a line in the log without a word."""
    log.error("a page could not be shown", fault=where(fault))
    return Response(status_code=503 if isinstance(fault, StoreFault) else 500)


def application(house: House) -> Starlette:
    """The pages of a house; they answer under the name of their address alone."""
    on = DeskSite(house)
    routes = [
        Route("/open/{token}", on.look, methods=["GET"]),
        Route("/open", on.enter, methods=["POST"]),
        Route("/app", on.inside, methods=["GET"]),
        Route("/app", on.enter_inside, methods=["POST"]),
        Route("/out", on.leave, methods=["POST"]),
        Route("/state", on.state, methods=["GET"]),
        Route("/pages.css", _style, methods=["GET"]),
        *(Route(f"/{name}", partial(_script, name=name), methods=["GET"]) for name in desk_page.SCRIPTS),
        *(Route(path, partial(on.page, page=page), methods=["GET"]) for path, page in PAGES),
    ]
    name = urlsplit(house.config.pages.address).hostname or ""
    faults = (StoreFault, VaultFault, ValueError, LookupError, TypeError)
    handlers: Any = {HTTPException: _refused, **dict.fromkeys(faults, _broken)}
    return Starlette(
        routes=routes, middleware=guard.middleware((name,), LARGEST), exception_handlers=handlers
    )


@contextlib.asynccontextmanager
async def open_port(house: House) -> AsyncIterator[int]:
    """The port of [pages], as long as the bot runs; a port that is taken costs only this."""
    pages = house.config.pages
    async with contextlib.AsyncExitStack() as stack:
        try:
            served = listening.serve(application(house), pages.listen, pages.port)
            yield await stack.enter_async_context(served)
        except listening.PortTaken as fault:
            log.error("there are no pages in a browser", fault=str(fault))
            yield 0

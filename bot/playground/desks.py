"""The coach's pages in the playground: those of any coach here, without the door that keeps them shut elsewhere."""

from functools import partial
from itertools import count

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.i18n import Texts, texts
from bot.people.coach.browsing import Page, ShownPage
from bot.people.turn import Turn
from bot.playground.sandbox import Sandbox
from bot.render import desk_page
from bot.runtime import desk_site
from bot.store import people
from bot.store.db import Tx

BASE = "/desk/{coach:int}"


async def _page(request: Request, sandbox: Sandbox, page: Page) -> Response:
    """A page as this coach would see it in a browser of their own."""
    coach_id = request.path_params["coach"]
    path = {**request.query_params, **request.path_params}

    def seen(tx: Tx) -> tuple[Texts, ShownPage | None] | None:
        coach = people.coach(tx, coach_id)
        if coach is None or coach.state != "active":
            return None
        turn = Turn(tx, sandbox.now(), 0, sandbox.config, "", count())
        return texts(coach.language), page(turn, coach, path)

    found = await sandbox.read(seen)
    if found is None or found[1] is None:
        raise HTTPException(404, "There is no such page here.")
    return HTMLResponse(desk_site.rendered(found[0], found[1], base=f"/desk/{coach_id}"))


async def _style(request: Request) -> Response:
    return Response(desk_page.style(), media_type="text/css")


def routes(sandbox: Sandbox) -> list[Route]:
    """Every page of every coach, below an address of theirs."""
    pages = [Route(BASE + path, partial(_page, sandbox=sandbox, page=page)) for path, page in desk_site.PAGES]
    return [Route(BASE + "/pages.css", _style), *pages]

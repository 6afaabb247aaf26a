"""A browser that opens a coach's pages, as a browser does: it keeps cookies and says where a form comes from."""

import hmac
import re
from typing import Any
from urllib.parse import urlencode

import httpx
from whole import COACH, Whole

from bot.runtime import desk_site

ON = {"pages": {"enabled": True, "url": "https://pages.example.org"}}
HOME = "https://pages.example.org"


class Browser:
    """One browser, with cookies of its own."""

    def __init__(self, whole: Whole, app: Any = None, address: str = "203.0.113.5") -> None:
        self.whole, self.cookies = whole, httpx.Cookies()
        self.app, self.address = app or desk_site.application(whole.house), address

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request, as from a page of the site itself; ``headers`` on top."""

        async def asked() -> httpx.Response:
            through = httpx.ASGITransport(self.app, client=(self.address, 5000))
            async with httpx.AsyncClient(transport=through, base_url=HOME, cookies=self.cookies) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        return self.whole.run(asked())

    def get(self, path: str = "/") -> httpx.Response:
        return self.ask("GET", path)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> httpx.Response:
        own = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}
        return self.ask("POST", path, data=fields, headers={**own, **headers})

    def open(self, token: str) -> httpx.Response:
        """Follow a link and press its button."""
        self.get(f"/open/{token}")
        return self.post("/open", {"token": token})

    def signed_in(self, coach: int = COACH) -> "Browser":
        """The whole way: a link, the button, a yes in the chat."""
        self.open(fresh(self.whole, coach))
        self.whole.pause()
        self.whole.tap(coach, "Yes")
        return self


def fresh(whole: Whole, coach: int = COACH) -> str:
    """The token of a link that the coach just asked for."""
    (said,) = whole.say(coach, "/desk")
    return str(re.findall(r"/open/(\S+)", said)[0])


def form(page: str) -> str:
    """What the forms of a page show."""
    return str(re.findall(r'name="form" value="(\w+)"', page)[0])


def init_data(whole: Whole, who: int, **changed: str) -> str:
    """What Telegram says of somebody who opens the pages inside it."""
    token = whole.house.config.telegram.token.get_secret_value()
    fields = {
        "auth_date": str(int(whole.clock.now().timestamp())),
        "query_id": "AAH",
        "signature": "of-another-key",
        "user": f'{{"id":{who},"first_name":"Dana & co"}}',
    }
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.new(b"WebAppData", token.encode(), "sha256").digest()
    fields["hash"] = hmac.new(key, text.encode(), "sha256").hexdigest()
    return urlencode(fields | changed)

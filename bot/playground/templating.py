"""Templates of the playground, filled."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
    )


def html(name: str, /, **shown: Any) -> HTMLResponse:
    """A page or a part of one."""
    return HTMLResponse(_environment().get_template(f"{name}.html.jinja").render(shown))

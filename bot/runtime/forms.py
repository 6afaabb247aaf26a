"""What a page sends: the fields of a form, and numbers in them."""

from starlette.requests import Request


async def form_of(request: Request) -> dict[str, str]:
    """What was written and chosen in a form; no file."""
    async with request.form() as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def number_of(value: object) -> int:
    """A whole number as it was sent; 0 where it is none."""
    text = str(value or "")
    return int(text) if text.lstrip("-").isdecimal() else 0

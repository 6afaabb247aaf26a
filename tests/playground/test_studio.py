"""The studio: a page is looked at as it is typed, drawn, played and published."""

import json
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from playground_pages import home

from bot.core.script.parser import parse
from bot.core.script.script import Script
from bot.core.script.ways import ways
from bot.playground.diagram import diagram
from bot.playground.rehearsing import PlayedBy, play
from bot.playground.sandbox import Sandbox, opened
from bot.playground.studio import differences
from bot.store import scripts

PROMPTS = Path(__file__).parents[2] / "prompts"
PAGE = "/studio/en/after-session"


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[Sandbox]:
    """A bot to which nobody has written, with the library's pages live, and a clock that stands."""
    async with opened(tmp_path) as made:
        made.speed = 0
        yield made


@pytest.fixture
async def browser(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    async with home(sandbox) as made:
        yield made


def shipped(name: str, language: str = "en") -> Script:
    found, _ = parse((PROMPTS / language / f"{name}.md").read_bytes(), f"{name}.md", language)
    assert found is not None
    return found


async def live(sandbox: Sandbox) -> scripts.ScriptVersion:
    found = await sandbox.read(partial(scripts.live, script="after-session", language="en"))
    assert found is not None
    return found


async def test_a_mistake_is_named_with_its_line_while_one_types(
    sandbox: Sandbox, browser: httpx.AsyncClient
) -> None:
    """A closed question and a wrong arrow each stand with line and remedy; mended, nothing is left to mend."""
    text = (await live(sandbox)).source
    wrong = text.replace("→ spark", "→ sparck", 1).replace("What's it like to have", "Is it good to have", 1)
    said = (await browser.post(PAGE + "/check", data={"source": wrong})).text
    line = next(n for n, one in enumerate(wrong.splitlines(), 1) if "sparck" in one)
    assert f'data-line="{line}"' in said and "sparck" in said
    assert 'data-ready=""' in said
    assert "Nothing to mend" in (await browser.post(PAGE + "/check", data={"source": text})).text


async def test_a_page_is_published_and_stepped_back(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """It is live as the next version; the earlier text opens from the list and can be published again."""
    first = await live(sandbox)
    text = first.source.replace(
        "What's it like to have that with you now?", "How's that to have with you now?"
    )
    said = await browser.post(PAGE + "/publish", data={"source": text, "base": "1"})
    assert "is published as version 2" in said.text and "version 2 is live" in said.text
    assert said.headers["HX-Trigger-After-Swap"] == "published"
    assert (await live(sandbox)).source == text
    again = await browser.post(PAGE + "/publish", data={"source": first.source, "base": "1"})
    assert 'class="error"' in again.text and "version 2 was published" in again.text
    assert "Publish once more to put it over theirs" in again.text and 'data-base="2"' in again.text
    page = (await browser.get(PAGE, params={"version": "1"})).text
    assert "the text of version 1; live is 2" in page
    back = await browser.post(PAGE + "/publish", data={"source": first.source, "base": "2"})
    assert "is published as version 3" in back.text


async def test_what_is_broken_is_not_published(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """Errors stand in the way; what is live stays."""
    said = await browser.post(PAGE + "/publish", data={"source": "# nothing", "base": "1"})
    assert "is not published" in said.text and 'class="error"' in said.text
    assert (await live(sandbox)).version == 1
    refused = await browser.post(PAGE + "/rehearse", data={"source": "# nothing"})
    assert refused.status_code == 422 and "before what stands in the way is mended" in refused.text


async def test_a_page_is_played_as_a_client_meets_it(sandbox: Sandbox, browser: httpx.AsyncClient) -> None:
    """Words and taps go on from what was said before; what fits nothing is said and not kept."""
    text = (await live(sandbox)).source
    begun = (await browser.post(PAGE + "/rehearse", data={"source": text, "again": "yes"})).text
    assert "has stayed with" in begun and "Something felt new" in begun
    on = await browser.post(PAGE + "/rehearse", data={"source": text, "said": "[]", "words": "The snow"})
    assert "it like to have that with you now?" in on.text
    told = {"source": text, "said": json.dumps(["The snow"]), "tapped": "Nowhere"}
    odd = await browser.post(PAGE + "/rehearse", data=told)
    assert "no button says" in odd.text and "Nowhere&#34;]" not in odd.text


async def test_what_was_played_is_kept_as_a_talk_and_played_again(
    sandbox: Sandbox, browser: httpx.AsyncClient
) -> None:
    """The file has what both said, and playing it goes the same way; a line that only tests play is named."""
    text = (await live(sandbox)).source
    told = {"source": text, "said": json.dumps(["The snow"]), "session": "4", "called": "Nora"}
    kept = talk_in((await browser.post(PAGE + "/rehearse", data=told)).text)
    assert "client: The snow" in kept and "What's it like to have that with you now?" in kept
    assert "session: 4" in kept and "name: Nora" in kept
    again = await browser.post(PAGE + "/rehearse", data={"source": text, "again": "kept", "kept": kept})
    assert talk_in(again.text) == kept
    odd = {"source": text, "again": "kept", "kept": kept + "edit:   The rain\n"}
    refused = await browser.post(PAGE + "/rehearse", data=odd)
    assert refused.status_code == 422 and "a line edit:" in refused.text
    none = await browser.post(PAGE + "/rehearse", data={"source": text, "again": "kept", "kept": ""})
    assert none.status_code == 422 and "no script is named" in none.text


def talk_in(page: str) -> str:
    """The talk that a page offers as a file."""
    return unquote(page.partition("charset=utf-8,")[2].partition('"')[0])


async def test_a_new_page_begins_with_a_text_that_can_be_played(
    sandbox: Sandbox, browser: httpx.AsyncClient
) -> None:
    """A name like a file's opens an editor with a first question; another name is refused with a sentence."""
    made = await browser.post("/studio", data={"name": "quiet-evening", "language": "en"})
    assert made.headers["HX-Redirect"] == "/studio/en/quiet-evening"
    assert "not published yet" in (await browser.get("/studio/en/quiet-evening")).text
    odd = await browser.post("/studio", data={"name": "../etc", "language": "en"})
    assert odd.status_code == 422
    assert "/studio/en/after-session" in (await browser.get("/studio")).text


@pytest.mark.parametrize("name", ["after-session", "repair", "rulers", "mid-week"])
def test_every_way_is_drawn(name: str) -> None:
    """Each way of each step leads from its box to its target's, and no two written ones share a lane."""
    script = shipped(name)
    drawn = diagram(script)
    boxes = {one.name for one in drawn.boxes}
    meant = sorted(
        (step.name, way.to) for n, step in enumerate(script.steps) for way in ways(script.steps, n)
    )
    assert sorted((one.source, one.to) for one in drawn.arrows) == meant
    assert {to for _, to in meant} <= boxes
    lanes = [one.path.partition("H")[2].partition("q")[0] for one in drawn.arrows if one.written]
    assert len(lanes) == len(set(lanes))
    tops = [one.y for one in drawn.boxes]
    assert tops == sorted(tops) and drawn.height > tops[-1]


def test_ways_say_when_they_are_taken() -> None:
    """A button's label or a condition stands on its way."""
    said = {one.words for one in diagram(shipped("after-session")).arrows}
    assert {"Something felt new", "if passed"} <= said


def test_a_page_is_played_from_any_step() -> None:
    """It begins there, and earlier steps do not come."""
    script = shipped("after-session")
    lines = play(script, PlayedBy("en"), (), first="carry").lines
    assert "carry into the week" in lines[0].text


def test_a_changed_word_is_marked_in_its_line() -> None:
    """Of a line only what is other is marked; an unchanged text has no difference."""
    old, new = "One\nWhat stays with you?\n", "One\nWhat stays with you today?\n"
    gone, came = differences(old, new)
    assert (gone.kind, came.kind) == ("gone", "new")
    assert "".join(words for words, marked in came.parts if marked).strip() == "today"
    assert "".join(words for words, _ in came.parts) == "What stays with you today?"
    assert differences(old, old) == []

"""Chromium without a window: what it makes of pages at widths and in colour schemes, as a picture, on paper."""

import html
import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HERE = Path(__file__).parent
AXE = HERE / "axe-4.14.1.min.js"
AXE_HASH = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
"""axe-core 4.14.1 as its npm package has it; MPL-2.0, see axe-LICENSE.txt. For tests alone: no page has it."""

LOOK = """
addEventListener("load", async () => {
  const found = await axe.run(document, {resultTypes: ["violations", "incomplete"]});
  const letters = [...document.querySelectorAll("svg text")].map(text => {
    const drawn = text.ownerSVGElement;
    const scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
    return parseFloat(text.getAttribute("font-size")) * scale;
  });
  const told = {
    name: window.name, width: innerWidth, wide: document.documentElement.scrollWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    paper: getComputedStyle(document.body).backgroundColor, smallest: Math.min(...letters),
    wrong: found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" ")),
    unsure: found.incomplete.map(one => one.id), rules: found.passes.length,
  };
  parent.postMessage(told, "*");
});
"""
HOST = """<!doctype html><meta charset="utf-8"><title>host</title><pre id="told">[]</pre><script>
const told = [];
addEventListener("message", event => {
  told.push(event.data);
  document.getElementById("told").textContent = JSON.stringify(told);
});
</script>"""


@dataclass(frozen=True, slots=True)
class View:
    """A page as somebody has it before them."""

    name: str
    page: str
    width: int
    dark: bool


def run(*words: str, seconds: int = 60) -> subprocess.CompletedProcess[str]:
    """Chromium with a profile that is thrown away; it is not asked for more than a page of this machine."""
    with tempfile.TemporaryDirectory() as profile:
        usual = (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-dev-shm-usage",
        )
        command = [PROGRAM or "chromium", *usual, f"--user-data-dir={profile}", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)


def looked_at(folder: Path, views: list[View]) -> dict[str, Any]:
    """What each view is like, by name: one start of the browser, a frame a view."""
    frames = []
    for view in views:
        bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", view.page)  # axe is a script
        probed = bare.replace(
            "</head>", f"<script>{AXE.read_text('utf-8')}</script><script>{LOOK}</script></head>"
        )
        style = f"width: {view.width}px; height: 844px; border: 0; color-scheme: {'dark' if view.dark else 'light'}"
        frames.append(f'<iframe name="{view.name}" style="{style}" srcdoc="{html.escape(probed)}"></iframe>')
    host = folder / "host.html"
    host.write_text(HOST + "".join(frames), "utf-8")
    made = run("--window-size=1400,900", "--virtual-time-budget=60000", "--dump-dom", host.as_uri())
    told = re.search(r'<pre id="told">(.*?)</pre>', made.stdout, re.DOTALL)
    return {one["name"]: one for one in json.loads(html.unescape(told[1]))} if told else {}


def pictured(page: Path, out: Path, width: int, height: int, dark: bool = False, sharp: int = 2) -> None:
    """A picture of the top of a page, as a screen so wide shows it."""
    scheme = "--blink-settings=preferredColorScheme=" + ("0" if dark else "1")
    size = f"--window-size={width},{height}"
    run(scheme, size, f"--force-device-scale-factor={sharp}", f"--screenshot={out}", page.as_uri())


def printed(page: Path, out: Path) -> None:
    """The page on paper."""
    run("--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri())

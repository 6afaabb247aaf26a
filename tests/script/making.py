"""Scripts by chance: good ones as values, nearly good ones as text."""

from dataclasses import replace
from typing import Any, cast

from hypothesis import strategies as st

from bot.core.script.script import Branch, Choice, Condition, Header, Scale, Script, Step, When
from bot.core.script.step_parser import BUILT_IN
from bot.core.script.ways import known, turns

_LETTERS = "abcdefgh xyz,.'ÄÖéñمرحباとは😀-"
_WORDS = st.text(alphabet=_LETTERS, min_size=1, max_size=24).map(lambda words: " ".join(words.split()))
WORDS = _WORDS.map(lambda words: f"w{words}".strip(" -"))
_NAMES = st.lists(
    st.from_regex(r"[a-d][a-d0-9]{0,3}(-[a-d0-9]{1,3})?", fullmatch=True).filter(
        lambda name: name not in BUILT_IN
    ),
    min_size=1,
    max_size=6,
    unique_by=(lambda name: name, lambda name: name.replace("-", "_")),
)
_RISING = st.lists(st.integers(1, 52), min_size=1, max_size=3, unique=True).map(sorted).map(tuple)
WHENS = st.one_of(
    st.builds(When, st.sampled_from(["after", "before"]), hours=st.integers(1, 336)),
    st.builds(When, st.sampled_from(["midway", "gap", "weekly", "moved", "demand"])),
    st.builds(When, st.just("sessions"), numbers=_RISING, every=st.integers(0, 20)),
    st.builds(When, st.sampled_from(["mark", "ending"]), days=_RISING),
)
_TAGS = st.lists(st.from_regex("[a-z]{1,6}(_[a-z]{1,6})?", fullmatch=True), max_size=3, unique=True).map(
    tuple
)


@st.composite
def headers(draw: st.DrawFn, length: tuple[int, int], language: str) -> Header:
    return Header(
        title=draw(WORDS),
        author=f"{' '.join(draw(WORDS).replace(',', ' ').split())}, {draw(WORDS)}",
        reviewed=f"2026-11-{draw(st.integers(10, 30))} by {draw(WORDS)}",
        basis=draw(WORDS | st.just('a: "b" # c \\ [d]')),
        when=draw(WHENS),
        length=length,
        date=draw(st.none() | st.dates()),
        intensity=draw(st.integers(1, 3)),
        tags=draw(_TAGS),
        avoid=draw(_TAGS),
        language=language,
        address=draw(st.sampled_from(["", "du", "Sie"])),
        for_=cast(Any, draw(st.sampled_from(["client", "coach"]))),
        mark=draw(st.sampled_from(["", "breakthrough", "thanks"])),
    )


_PLAIN = st.sampled_from(
    [
        "Thank you.",
        "{% if session > 3 %}Later.{% endif %}\nSo.",
        "{{ coach|upper }} reads.\n\nSo < it & *goes*.",
    ]
)
_ASKING = st.sampled_from(["What now?", "Look.\n\nWhat, if anything, is left?", "Lately …", "مم؟ And?"])


@st.composite
def steps(draw: st.DrawFn, name: str, later: list[str]) -> Step:
    kind: Any = draw(st.sampled_from(["ask", "two_parts", "choose", "rate", "ack", "hold", "info"]))
    text = draw(_PLAIN if kind in {"ack", "info"} else _ASKING if kind == "ask" else _PLAIN | _ASKING)
    made: dict[str, Any] = {}
    to = st.sampled_from([*later, "end", "zz-other-script"])
    match kind:
        case "choose":
            labels = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
            made["choices"] = tuple(
                Choice(label, draw(to if len(labels) == 1 else st.none() | to), 0) for label in labels
            )
        case "rate":
            made["scale"] = draw(_scales())
        case "two_parts":
            first, second = draw(st.lists(WORDS, min_size=2, max_size=2, unique=True))
            made["parts"] = (f"{first.rstrip('. ')} …", f"{second.rstrip('. ')} …")
        case "hold":
            made["minutes"] = tuple(draw(st.lists(st.integers(2, 10), min_size=1, max_size=4, unique=True)))
    save = draw(st.sampled_from([name.replace("-", "_"), f"kept_{name.replace('-', '_')}"]))
    if kind in {"ack", "info"}:
        save = name.replace("-", "_")
    branches = tuple(Branch(one, draw(to), 0) for one in draw(_conditions(kind, made.get("scale"))))
    return Step(name, kind, text, save, 0, 0, branches=branches, **made)


@st.composite
def _scales(draw: st.DrawFn) -> Scale:
    low = draw(st.integers(0, 3))
    high = draw(st.integers(low + 1, 10))
    match draw(st.sampled_from(["none", "ends", "all"])):
        case "ends":  # dots in a label would part the two ends
            ends = WORDS.filter(lambda words: ".." not in words)
            return Scale(low, high, draw(ends), draw(ends))
        case "all" if high - low > 1:
            labels = tuple(draw(WORDS) for _ in range(low, high + 1))
            return Scale(low, high, labels[0], labels[-1], labels)
    return Scale(low, high)


@st.composite
def _conditions(draw: st.DrawFn, kind: str, scale: Scale | None) -> list[Condition]:
    """Conditions of which each can still hold after those before it."""
    session = st.builds(
        lambda low, more: Condition("session", low, None if more is None else low + more),
        st.integers(0, 20),
        st.none() | st.integers(0, 9),
    )
    made = draw(st.lists(session | st.just(Condition("marked")), max_size=2))
    if scale:
        made.append(Condition("rated", scale.low, draw(st.integers(scale.low, scale.high))))
    if kind not in {"ack", "info"}:
        made += draw(st.sampled_from([[], [Condition("passed")], [Condition("answered")]]))
    return made + draw(st.sampled_from([[], [Condition("always")]]))


def _linked(made: list[Step]) -> tuple[Step, ...]:
    """Without the steps that nothing leads to, which would be an issue."""
    while len(reached := known(made)) < len(made):
        kept = [made[place] for place in sorted(reached)]
        gone = {step.name for step in made} - {step.name for step in kept}
        made = [_without(step, gone) for step in kept]
    return tuple(made)


def _without(step: Step, gone: set[str]) -> Step:
    choices = tuple(replace(one, to="end") if one.to in gone else one for one in step.choices)
    branches = tuple(replace(one, to="end") if one.to in gone else one for one in step.branches)
    return replace(step, choices=choices, branches=branches)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A good script as a value: forward arrows, every form, every condition."""
    names = draw(_NAMES)
    made = _linked([draw(steps(name, names[place + 1 :])) for place, name in enumerate(names)])
    language = draw(st.sampled_from(["en", "de", "ar", "fr", "xx"]))
    return Script("a-script", draw(headers(turns(made), language)), made)


# ---- nearly good ones --------------------------------------------------------------------------

_ODD = st.text(max_size=12)
_LINES = st.one_of(
    st.sampled_from(
        ["", "", "# one", "# two", "# three (choose)", "# four (saved as: one)", "## five", "#six", "# One!", "#",
         "# a (rate)", "# a (hold, saved as: x)", "# a (two parts)", "# end", "   # b", "\u200f# c",
         "What now?", "Thank you.", "{{ coach }}", "{{ one }}", "{% if one %}{{ one }}{% endif %}", "{% if", "}}",
         "{{ thanks }}", "> quoted", "---", "***", "```", "<b>x</b>", "    deep", "\tdeep", "      - deep",
         "- A", "- B → two", "- C -> end", "-D", "* E", "+ F → nowhere", "1. G", "7) H", "- ", "-", "- - I",
         "- # J", "- 1", "- 2: b", "- 1 to 5: a … b", "- 1 to 2 → one", "- 3 to 5", "- 3 minutes", "- 99 minutes",
         "- Part of me …", "- Another part …", "  → two", "- x → y if passed", "- {{ name }}",
         "→ two", "-> end", "→ one if passed", "→ two if rated 1", "→ three if session 2 or later", "→",
         "→ two if answered", "→ end if after a mark", "→ End", "→ a b c", "→ two\u200f", "\u200f← one"]
    ),
    st.tuples(st.sampled_from(["# ", "- ", "→ ", "{{ ", "{% if ", ""]), _ODD).map("".join),
)  # fmt: skip
_FRONT_LINES = st.one_of(
    st.sampled_from(
        ["title: A", "author: A. Name, coach", "reviewed: 2026-11-21 by B. Name", "basis: b", "when: on demand",
         "length: 1", "length: 1 to 3", "format: 2", "format: 0", "format: 1", "tags: [a, b]", "tags: [a",
         "avoid: a, b", "titel: x", "when: never", "for: coach", "for: x",
         "language: en", "date: 2026-11-21", "a: &a b", "c: *a",
         "# note", "  - x", "intensity: 9", "mark: thanks", "", "\u200ftitle: B", '"title": "C', "? x", "basis: >"]
    ),
    _ODD,
)  # fmt: skip
_FRONT = st.one_of(
    st.just(["title: A", "author: A. Name, coach", "reviewed: 2026-11-21 by B. Name", "basis: b",
             "when: on demand", "length: 2"]),
    st.lists(_FRONT_LINES, max_size=8),
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A nearly good page: the right lines, in any order, with odd ones among them."""
    fence = st.sampled_from(["---", "---", "---", "--- ", "----", "", "***"])
    front = [draw(fence), *draw(_FRONT), draw(fence)]
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r", "\u2028"]))
    return end.join([*front, *draw(st.lists(_LINES, max_size=14))])

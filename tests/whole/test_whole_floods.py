"""Floods from one chat, a stranger's thousand starts, guessed and replayed links: others notice nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from posting import Post
from small import calls, here, kept, rows, seconds, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

from bot.people import inviting
from bot.runtime import receive

pytestmark = pytest.mark.unmeasured  # what runs here, others cover

STRANGER = 80_000


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def flooded(whole: Whole, chat: int, words: str, times: int) -> None:
    """So many messages at one instant, a hundred a request as Telegram gives them."""
    post = Post(whole, chat)
    first = 1_000_000 + whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM inbox").fetchone()[0])
    updates = [{"update_id": first + number, **post.message(text=words)} for number in range(times)]
    for at in range(0, times, 100):
        whole.run(receive._keep(whole.house, updates[at : at + 100], 0))
    whole.house.ring()


def test_a_strangers_thousand_starts(whole: Whole) -> None:
    """Ten answers within an hour, the last says so, then quiet; nothing waits, and a client is answered."""
    whole.person("Eve", STRANGER)
    mark, at = here(whole), whole.clock.now()
    flooded(whole, STRANGER, "/start", 1000)
    whole.sim.say(CLIENT, "/help")
    seconds(whole, 2)
    assert calls(whole, CLIENT, mark)[0].at - at <= timedelta(seconds=1)
    seconds(whole, 30)
    said = [one.args["text"] for one in calls(whole, STRANGER, mark)]
    assert len(said) == 10
    assert said[-1].endswith("Nothing more is answered here for an hour.")
    assert rows(whole, "SELECT count(*) FROM outbox WHERE state = 0") == [(0,)]
    assert rows(whole, "SELECT count(*) FROM inbox WHERE state <> 1") == [(0,)]
    assert "findahelpline.com" in " ".join(whole.say(STRANGER, "please help me"))
    whole.pause(3600)
    assert "Nothing you write here is kept." in whole.say(STRANGER, "/start")[-1]


def test_a_thousand_strangers_keep_no_client_waiting(whole: Whole) -> None:
    """Five hundred people who write at one instant: a client who writes behind them is answered within seconds."""
    for number in range(500):
        whole.person("Eve", STRANGER + number)
        whole.sim.say(STRANGER + number, "/start")
    mark, at = here(whole), whole.clock.now()
    whole.say(CLIENT, "my own words")
    seconds(whole, 20)
    assert kept(whole) == ["my own words"]
    answers = [one for one in whole.sim.core.log[mark:] if one.chat_id == CLIENT]
    assert answers[0].at - at <= timedelta(seconds=5)


@pytest.mark.parametrize("chat", [CLIENT, COACH])
def test_a_flood_from_one_chat_is_kept_and_delays_nobody(whole: Whole, chat: int) -> None:
    """A thousand messages at once: none is lost, the chat has one message a second, others are answered at once."""
    other = COACH if chat == CLIENT else CLIENT
    mark, at = here(whole), whole.clock.now()
    flooded(whole, chat, "so much to say" if chat == CLIENT else "/clients", 1000)
    whole.sim.say(other, "/help")
    seconds(whole, 2)
    assert calls(whole, other, mark)[0].at - at <= timedelta(seconds=1)
    seconds(whole, 120)
    assert {one.status for one in calls(whole, chat, mark)} <= {200}
    assert len(calls(whole, chat, mark)) <= 130
    assert rows(whole, "SELECT count(*) FROM inbox WHERE state <> 1") == [(0,)]
    if chat == CLIENT:
        assert len(kept(whole)) == 1000


@pytest.mark.parametrize(("chat", "words"), [(CLIENT, "/about"), (COACH, "/clients")])
def test_a_flood_of_commands_is_answered_so_far_and_said_once(whole: Whole, chat: int, words: str) -> None:
    """Half a minute of answers, one line that says so, then quiet; words among them are kept."""
    mark = here(whole)
    flooded(whole, chat, words, 300)
    flooded(whole, CLIENT, "my own words", 1)
    seconds(whole, 60)
    said = [str(one.args["text"]) for one in calls(whole, chat, mark) if "text" in one.args]
    held = [one for one in said if one.startswith("30 answers are on their way here, one a second.")]
    assert len(said) < 40 and len(held) == 1
    assert kept(whole) == ["my own words"]
    assert rows(whole, "SELECT count(*) FROM outbox WHERE state = 0") == [(0,)]
    assert rows(whole, "SELECT count(*) FROM inbox WHERE state <> 1") == [(0,)]
    assert "30 answers" not in whole.say(chat, words)[-1]


def test_a_flood_holds_no_wish_for_less(whole: Whole) -> None:
    """/stop behind a flood of commands is taken as ever."""
    flooded(whole, CLIENT, "/about", 100)
    flooded(whole, CLIENT, "/stop", 1)
    seconds(whole, 60)
    assert "30 answers" not in whole.sim.texts(CLIENT)[-1]
    assert whole.sim.buttons(CLIENT)


def test_links_cannot_be_guessed(whole: Whole) -> None:
    """Eleven that are not known: then none is looked at for an hour, also none that is good; it is said once."""
    whole.person("Eve", STRANGER)
    whole.say(COACH, "/invite")
    good = whole.link(COACH)
    for number in range(10):
        assert "This link is not known here." in whole.start(STRANGER, f"{number:032x}")[-1]
    assert "For an hour none is looked at." in whole.start(STRANGER, good)[-1]
    assert whole.start(STRANGER, good) == []
    whole.pause(3600)
    assert "18" in " ".join(whole.start(STRANGER, good)) or whole.sim.buttons(STRANGER)
    assert rows(whole, "SELECT id FROM clients WHERE id = :id", id=STRANGER) == [(STRANGER,)]


def test_a_link_lies_nowhere_as_it_is(whole: Whole) -> None:
    """Its hash is kept, by which it is looked up: no comparison tells how much of a guess was right."""
    whole.say(COACH, "/invite")
    token = whole.link(COACH)
    assert len(token) * 4 >= 128
    hashes = [one for (one,) in rows(whole, "SELECT token_hash FROM invites")]
    assert inviting.hashed(token) in hashes
    everything = whole.house.config.database.path.read_bytes()
    everything += whole.house.config.database.path.with_name("interlude.db-wal").read_bytes()
    assert token.encode() not in everything


def test_a_link_that_is_opened_again_lets_nobody_in(whole: Whole) -> None:
    """Replayed by another, by who made it, by an admin, and as a coach's: one person came in, once."""
    whole.say(COACH, "/invite")
    good = whole.link(COACH)
    whole.person("Ben", STRANGER)
    whole.start(STRANGER, good)
    for chat in (STRANGER + 1, COACH, ADMIN, CLIENT):
        if chat == STRANGER + 1:
            whole.person("Eve", chat)
        whole.start(chat, good)
    assert rows(
        whole, "SELECT used_by FROM invites WHERE token_hash = :mark", mark=inviting.hashed(good)
    ) == [(STRANGER,)]
    assert rows(whole, "SELECT count(*) FROM clients") == [(2,)]

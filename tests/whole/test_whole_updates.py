"""Any kind of update, in any order, twice: no word is lost, nothing is answered with an error."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from posting import FORGED, OTHERS, WORDS, Json, Post, edited
from small import kept, me, rows, seconds, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

from bot.store import inbox, people
from bot.store.db import Tx
from bot.store.responses import Response

pytestmark = pytest.mark.unmeasured  # any order of what others cover

NUMBERS = count(1_000_000)
CHATS = count(50_000, 2)
SECRET = "a word that only its writer reads"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with small_bot(tmp_path_factory.mktemp("updates")) as made:
        yield made


def deliver(whole: Whole, *updates: Json) -> None:
    """Updates come in as from Telegram; those without a number get the next one."""
    numbered = [{"update_id": next(NUMBERS)} | update for update in updates]
    whole.tx(partial(inbox.add_updates, raws=numbered, now=whole.clock.now()))
    whole.house.ring()
    whole.run(whole.world.settle())


def client(whole: Whole, chat: int, visibility: str) -> None:
    """Somebody who has joined, all at once."""

    def joined(tx: Tx) -> None:
        people.add_client(tx, chat, COACH, now=whole.clock.now())
        people.change_client(tx, chat, name=f"N{chat}", zone="UTC", state="active", visibility=visibility)

    whole.person(f"N{chat}", chat)
    whole.tx(joined)


def belongings(whole: Whole, chat: int) -> list[Any]:
    """Everything of a client in the database, and all that was said to them."""
    tables = ("responses", "reflections", "marks", "response_texts", "response_edits")
    found: list[Any] = [
        rows(whole, f"SELECT * FROM {table} WHERE client_id = :chat", chat=chat)  # noqa: S608 - our own names
        for table in tables
    ]
    return [*found, whole.sim.texts(chat), me(whole, chat)]


def places(found: tuple[Response, ...]) -> Counter[str]:
    """Every word with the number of responses that it stands in, edits included."""
    said = [
        {
            word
            for text in one.texts
            for form in (text.words, *(e.words for e in text.edits))
            for word in form.split()
        }
        for one in found
    ]
    return Counter(word.strip("/()") for words in said for word in words)


step = st.tuples(
    st.lists(st.sampled_from(["edit", *WORDS, *OTHERS]), min_size=1, max_size=3),
    st.sampled_from([0, 0, 1, 25, 90_000]),
    st.booleans(),
)


def made(post: Post, name: str) -> Json:
    """One update of this kind."""
    if name == "edit":
        return edited(post)
    update = (WORDS | OTHERS)[name](post)
    if name in WORDS:
        post.kept.append(post.mine[-1])
    return update


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(step, min_size=1, max_size=8), chance=st.randoms(use_true_random=False))
def test_any_update_in_any_order_twice_loses_no_word(whole: Whole, steps: list[Any], chance: Any) -> None:
    """Whatever comes, early, late or again: each word is in one response, and nobody reads of an error."""
    chat = next(CHATS)
    client(whole, chat, "session")
    post, before, mark = Post(whole, chat), len(whole.sim.texts(ADMIN)), len(whole.sim.core.log)
    whole.tx(lambda tx: tx.db.execute("DELETE FROM inbox WHERE state = 9"))  # of an example that failed
    sent: list[Json] = []
    for names, pause, turned in steps:
        new = [{"update_id": next(NUMBERS)} | made(post, name) for name in names]
        sent += new
        # an edit never comes before what it edits: Telegram keeps the order of a chat
        deliver(whole, *(reversed(new) if turned and "edit" not in names else new))
        if pause:
            seconds(whole, pause)
    again = chance.sample(sent, len(sent))
    deliver(whole, *(update if chance.random() < 0.5 else _anew(update) for update in again))
    seconds(whole, 60)
    found = places(whole.responses(chat))
    assert {word: found[word] for word in post.words} == dict.fromkeys(post.words, 1)
    assert whole.tx(inbox.dead_letters) == ()
    assert whole.sim.texts(ADMIN)[before:] == []
    wrong = [
        one.description for one in whole.sim.core.log[mark:] if one.method.startswith("send") and not one.ok
    ]
    assert wrong == []


def _anew(update: Json) -> Json:
    return {key: value for key, value in update.items() if key != "update_id"}


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    names=st.lists(st.sampled_from(["begin", "text", "answers", *FORGED]), min_size=1, max_size=6),
    whose=st.booleans(),
)
@example(names=["begin", *FORGED], whose=False)
@example(names=["begin", *FORGED], whose=True)
def test_what_is_another_clients_is_out_of_reach(whole: Whole, names: list[str], whose: bool) -> None:
    """Taps with forged data, or with the numbers of another client, change and show nothing of theirs."""
    mine, theirs = next(CHATS), next(CHATS) + 1
    client(whole, theirs, "private")
    other = Post(whole, theirs)
    for words in ("/week", SECRET):
        deliver(whole, other.message(text=words))
        seconds(whole, 60)  # the answer settles, and the next prompt comes
    client(whole, mine, "session")
    (secret,) = whole.responses(theirs)
    assert secret.reflection_id
    ids = {"reflection": secret.reflection_id, "response": secret.id, "client": theirs}
    whole.tx(lambda tx: tx.db.execute("DELETE FROM inbox WHERE state = 9"))  # of an example that failed
    before, told = belongings(whole, theirs), len(whole.sim.texts(ADMIN))
    post = Post(whole, COACH if whose else mine)
    for name in names:
        known = WORDS | OTHERS
        message = (post.bots() or [1])[-1]
        deliver(whole, known[name](post) if name in known else post.tap(message, name.format(**ids)))
        seconds(whole, 2)
    assert belongings(whole, theirs) == before
    assert not any(SECRET in text for chat in (mine, COACH) for text in whole.sim.texts(chat))
    assert whole.tx(inbox.dead_letters) == ()
    assert whole.sim.texts(ADMIN)[told:] == []


# ---- what nobody can read ----------------------------------------------------------------------


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def poison(chat: int, **more: str) -> Json:
    """An update that no library can read."""
    chat_of = {"id": chat, "type": "private"}
    return {"message": {"message_id": 1, "date": "yesterday", "chat": chat_of} | more}


def test_an_update_that_cannot_be_read_is_set_aside(fresh: Whole) -> None:
    """The admin reads of it once an hour, without a word of it; what follows in its chat goes on at once."""
    before = len(fresh.sim.texts(ADMIN))
    post = Post(fresh, CLIENT)
    deliver(fresh, poison(CLIENT, text=SECRET), poison(CLIENT), {"message": 7}, post.message(text="/help"))
    seconds(fresh, 5)
    assert fresh.tx(inbox.counts).dead == 3
    assert "findahelpline.com" in fresh.sim.texts(CLIENT)[-1]
    (report,) = fresh.sim.texts(ADMIN)[before:]
    assert "set aside" in report
    assert SECRET not in report
    seconds(fresh, 3600)
    deliver(fresh, poison(CLIENT))
    seconds(fresh, 5)
    assert len(fresh.sim.texts(ADMIN)[before:]) == 2


def test_a_fault_that_may_pass_is_tried_again_in_its_place(fresh: Whole) -> None:
    """A row that fails for a reason of the house's is tried again, and nothing of its chat overtakes it."""
    fresh.say(CLIENT, "/week")
    fresh.tx(lambda tx: tx.db.execute("UPDATE scripts SET script = 'gone'"))
    fresh.say(CLIENT, "first")
    fresh.say(CLIENT, "second")
    assert fresh.responses() == ()
    fresh.tx(lambda tx: tx.db.execute("UPDATE scripts SET script = 'week'"))
    seconds(fresh, 10)
    assert kept(fresh) == ["first", "second"]


def test_a_fault_that_does_not_pass_is_set_aside_in_the_end(fresh: Whole) -> None:
    """After five tries the row is a dead letter, the admin reads of it, and its chat goes on."""
    fresh.say(CLIENT, "/week")
    fresh.tx(lambda tx: tx.db.execute("UPDATE scripts SET script = 'gone'"))
    fresh.say(CLIENT, SECRET)
    seconds(fresh, 60)
    (letter,) = fresh.tx(inbox.dead_letters)
    assert letter.error.startswith("LookupError at people/reflecting.py")
    assert "set aside" in fresh.sim.texts(ADMIN)[-1]
    assert "findahelpline.com" in fresh.say(CLIENT, "/help")[-1]

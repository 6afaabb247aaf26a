"""What must stay apart: one coach's clients from another's, private words from a digest, and words from logs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from small import me, rows, seconds, small_bot
from structlog.testing import capture_logs
from whole import ADMIN, CLIENT, COACH, Whole

from bot.core.digest.digest import Digest
from bot.i18n import Texts
from bot.runtime import house
from bot.store import erase, inbox
from bot.store.db import Tx

OTHER_COACH, OTHER_CLIENT = 2001, 3001
PLANTED = "heliotrope"
"""A word that nothing else in the bot contains."""


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with small_bot(tmp_path) as made:
        yield made


def answer(whole: Whole, words: str, client: int = CLIENT) -> None:
    """A client answers the first question of the week, and the answer settles."""
    whole.say(client, "/week")
    whole.say(client, words)
    seconds(whole, 60)


def seen(whole: Whole, chat: int) -> str:
    """Everything that ever stood in a chat, files included."""
    parts = [f"{one.text} {one.buttons}" for one in whole.sim.chat(chat).events if one.who == "bot"]
    for message in whole.sim.messages(chat):
        if message.out and "document" in message.body:
            parts.append(whole.sim.document(chat, message.id).decode("utf-8", "replace"))
    return "\n".join(parts)


# ---- between coaches ---------------------------------------------------------------------------


def test_coaches_never_see_each_others_clients(whole: Whole) -> None:
    """Whatever a coach asks, taps or forges, no name and no word of another coach's client comes."""
    whole.with_coach(OTHER_COACH, "Noor", "Lyon")
    whole.with_client(OTHER_CLIENT, "Bartholomew", coach=OTHER_COACH)
    answer(whole, f"shared, but not with Dana: {PLANTED}", OTHER_CLIENT)
    whole.say(OTHER_COACH, "/digest")
    whole.say(OTHER_COACH, "/session 2026-12-01 15:00 once")
    mark = len(seen(whole, COACH))
    for words in (
        *("/clients", "/plan", "/digest", "/digest Bartholomew", "/sessions", "/session Bartholomew"),
        *("/cancel", "/session", f"/digest {OTHER_CLIENT}", "/ending Bartholomew", "/where Bartholomew"),
        "/cancel",
    ):
        whole.say(COACH, words)
    message = whole.sim.messages(COACH)[-1].id
    for data in (
        f"k:session:{OTHER_CLIENT}",
        "k:read:1",
        "k:move:1:2026-12-01",
        "k:off:1:2026-12-01",
        f"m:toggle:{whole.responses(OTHER_CLIENT)[0].id}:session",
        f"k:ending:{OTHER_CLIENT}",
        f"k:where:{OTHER_CLIENT}",
    ):
        whole.sim.tap_data(COACH, message, data)
        seconds(whole, 5)
    after = seen(whole, COACH)[mark:]
    assert "Ada" in after
    assert PLANTED not in after
    assert "Bartholomew" not in after.replace(
        "“Bartholomew”", ""
    )  # what the coach typed may come back quoted
    assert PLANTED in seen(whole, OTHER_COACH)
    assert rows(whole, "SELECT changes FROM coaching_sessions") == [("[]",)]


def test_a_digest_holds_nothing_private(whole: Whole) -> None:
    """Text, page and caption of a digest show what is shared, and no word of what is private."""
    answer(whole, "a shared thought")
    whole.say(CLIENT, "/week")
    whole.say(CLIENT, f"a private thought of {PLANTED}")
    for _ in range(2):
        seconds(whole, 60)
        whole.sim.tap(CLIENT, "Pass")
        seconds(whole, 5)
        if "Keep these answers private" in whole.sim.buttons(CLIENT):
            break
    whole.tap(CLIENT, "Keep these answers private")
    whole.say(COACH, "/digest")
    seconds(whole, 30)
    shown = seen(whole, COACH)
    assert "a shared thought" in shown
    assert PLANTED not in shown


# ---- erasing -----------------------------------------------------------------------------------


def files(whole: Whole) -> bytes:
    """Every byte that lies in the bot's folder."""
    return b"".join(file.read_bytes() for file in sorted(whole.folder.rglob("*")) if file.is_file())


def sealed(whole: Whole) -> list[bytes]:
    """Every sealed value of the client in the database, and the client's wrapped key."""
    found: list[bytes] = []
    for (table,) in rows(whole, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = [one[1] for one in rows(whole, f"PRAGMA table_info({table})")]
        owner = next((name for name in ("client_id", "owner", "chat_id", "id") if name in columns), None)
        if owner is not None:
            lines = rows(whole, f"SELECT * FROM {table} WHERE {owner} = :me", me=CLIENT)  # noqa: S608
            found += [
                value for line in lines for value in line if isinstance(value, bytes) and len(value) > 12
            ]
    return found


def test_an_erase_leaves_no_trace_in_any_table_file_or_log(whole: Whole) -> None:
    """After /erase neither words nor sealed words nor their key are in any file, and no row names the client."""
    with capture_logs() as logs:
        answer(whole, f"a thought of {PLANTED}")
        message = whole.sim.say(CLIENT, f"{PLANTED} again")
        seconds(whole, 60)
        whole.sim.edit(CLIENT, message, "nothing of it")
        whole.say(COACH, "/digest")
        seconds(whole, 30)
        whole.say(CLIENT, "/export")
        before = sealed(whole)
        assert len(before) > 8
        assert all(blob in files(whole) for blob in before)
        whole.say(CLIENT, "/erase")
        whole.tap(CLIENT, "Erase everything")
        seconds(whole, 60)
    left = files(whole)
    assert [blob for blob in before if blob in left] == []
    assert PLANTED.encode() not in left
    assert PLANTED not in str(logs)
    named = {
        table: rows(whole, f"SELECT count(*) FROM {table} WHERE {column} = :me", me=CLIENT)[0][0]  # noqa: S608
        for table, column in (("clients", "id"), ("responses", "client_id"), ("reflections", "client_id"))
    }
    assert named == {"clients": 0, "responses": 0, "reflections": 0}
    assert rows(whole, "SELECT count(*) FROM inbox WHERE chat_id = :me AND body IS NOT NULL", me=CLIENT) == [
        (0,)
    ]
    assert "erased" in whole.sim.texts(CLIENT)[-1].casefold()


# ---- logs --------------------------------------------------------------------------------------


def trouble(whole: Whole) -> None:
    """Everything that makes the bot write a log, with planted words in every place that could reach one."""
    sim = whole.sim
    for code, text in (
        (400, f"Bad Request: message '{PLANTED}' is wrong: {PLANTED}"),
        (400, f"Bad Request: can't parse entities: {PLANTED}"),
        (403, f"Forbidden: bot was blocked by '{PLANTED}'"),
        (500, PLANTED),
        (418, PLANTED),
    ):
        sim.fail("sendMessage", code=code, text=text, chat_id=CLIENT)
        whole.say(CLIENT, "/help")
        whole.say(CLIENT, f"note {PLANTED}")
    sim.fail("getUpdates", 2, code=500, text=PLANTED)
    for update in (
        {"message": {"message_id": 1, "date": PLANTED, "chat": {"id": CLIENT}, "text": PLANTED}},
        {"message": PLANTED},
        {PLANTED: {"text": PLANTED}},
    ):
        sim.raw(update)
    seconds(whole, 60)
    message = sim.messages(CLIENT)[0].id
    for data in (f"r:{PLANTED}", f"m:now:{PLANTED}", f"{PLANTED}:1", f"j:{PLANTED}"):
        sim.tap_data(CLIENT, message, data)
    sim.attach(ADMIN, PLANTED.encode() * 9, f"{PLANTED}.md")
    sim.fail("getFile", code=500, text=PLANTED)
    seconds(whole, 60)
    whole.say(CLIENT, "/week")
    whole.tx(lambda tx: tx.db.execute("UPDATE scripts SET script = 'gone'"))
    whole.say(CLIENT, PLANTED)
    seconds(whole, 60)


def test_no_word_of_a_client_reaches_a_log_or_an_alert(whole: Whole) -> None:
    """Whatever goes wrong, at every level of the log: kinds and places are named, words never."""
    with capture_logs() as logs:
        trouble(whole)
    levels = {one["log_level"] for one in logs}
    assert {"warning"} <= levels
    assert len(logs) > 5
    assert PLANTED not in repr(logs)
    alerts = [text for text in whole.sim.texts(ADMIN) if "set aside" in text]
    assert alerts
    assert PLANTED not in "".join(alerts)
    errors: list[Any] = rows(whole, "SELECT error FROM inbox UNION ALL SELECT error FROM outbox")
    assert PLANTED not in repr(errors)
    assert me(whole).name == "Ada"


# ---- while a picture is drawn ------------------------------------------------------------------


def picture(whole: Whole, meanwhile: Callable[[Tx], Any]) -> list[Digest]:
    """Something is done while a digest's picture is being drawn; the digests that were drawn."""
    drawn: list[Digest] = []

    async def draw(digest: Digest, say: Texts) -> bytes | None:
        drawn.append(digest)
        if len(drawn) == 1:
            await whole.house.store.run(meanwhile)
        return await house.drawn(digest, say)

    whole.house.draw = draw
    answer(whole, f"a thought of {PLANTED}")
    answer(whole, "another thought")
    whole.say(COACH, "/digest")
    whole.tap(COACH, "As a picture")
    whole.pause(30)
    return drawn


def pictures(whole: Whole) -> int:
    """How many pictures the coach was sent."""
    return sum("photo" in one.body for one in whole.sim.messages(COACH))


def test_a_picture_of_what_was_erased_meanwhile_is_not_sent(whole: Whole) -> None:
    """Erased while it is drawn, a client is in no picture that goes out, and no key is made for them anew."""
    picture(whole, lambda tx: erase.client(tx, CLIENT, whole.clock.now()))
    assert pictures(whole) == 0
    assert rows(whole, "SELECT owner FROM keys WHERE owner = :me", me=CLIENT) == []
    assert rows(whole, "SELECT id FROM inbox WHERE state <> 1") == []


def test_a_picture_of_what_was_made_private_meanwhile_is_drawn_anew(whole: Whole) -> None:
    """Made private while it is drawn, an answer is not in the picture that goes out."""

    def hide(tx: Tx) -> None:
        tx.db.execute("UPDATE responses SET visibility = 'private' WHERE id = 1")

    first, second = picture(whole, hide)
    assert PLANTED in str(first)
    assert PLANTED not in str(second)
    assert pictures(whole) == 1


def test_a_file_of_whom_was_erased_meanwhile_is_not_kept(whole: Whole) -> None:
    """Erased while a file of theirs is fetched, a person has no row and no key made anew."""

    async def fetch(file_id: str, largest: int) -> bytes | None:
        await whole.house.store.run(lambda tx: erase.client(tx, CLIENT, whole.clock.now()))
        return b"words"

    whole.house.api.fetch = fetch  # type: ignore[method-assign]
    body = {"file_id": "x", "name": "week.md"}
    whole.tx(lambda tx: inbox.add(tx, "fetch:1", CLIENT, "fetch", body, whole.clock.now()))
    whole.house.ring()
    seconds(whole, 10)
    assert rows(whole, "SELECT id FROM inbox WHERE kind = 'script'") == []
    assert rows(whole, "SELECT owner FROM keys WHERE owner = :me", me=CLIENT) == []

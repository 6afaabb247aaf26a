"""The weekly overview by e-mail: asked for, confirmed by a code, without words of clients, and never in the way."""

import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from small import seconds, small_bot
from whole import ADMIN, CLIENT, COACH, Whole

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning")  # the server is on this machine

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 29, 16, 30, tzinfo=UTC)  # half past five with the coach, in Berlin
ADDRESS = "dana@example.org"
SECRET = "the first snow on the bench"


class Post:
    """A mail server that keeps what it is given, or refuses so often."""

    def __init__(self) -> None:
        self.got: list[EmailMessage] = []
        self.refuse = 0
        self.asked = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.asked += 1
        if self.refuse:
            self.refuse -= 1
            return "451 not now"
        content = envelope.content
        assert isinstance(content, bytes)
        made = message_from_bytes(content, policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.got.append(made)
        return "250 kept"

    def text(self) -> str:
        """What the latest letter says."""
        return str(self.got[-1].get_content()).replace("\r\n", "\n")


def known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    """Whether it is the bot, by its password."""
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"bot", b"let me in")
    return AuthResult(success=right)


@pytest.fixture
def post() -> Iterator[tuple[Post, int]]:
    """A mail server on this machine, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Post()
    controller = Controller(
        made, "127.0.0.1", port, authenticator=known, auth_required=True, auth_require_tls=False
    )
    controller.start()
    yield made, port
    controller.stop()


@pytest.fixture
def whole(tmp_path: Path, post: tuple[Post, int]) -> Iterator[Whole]:
    """Ada is with Dana, in a bot that has a mail server."""
    secret = tmp_path / "mail.secret"
    secret.write_text("let me in\n")
    mail = {"host": "127.0.0.1", "port": post[1], "tls": "none", "sender": "bot@example.org", "user": "bot"}
    with small_bot(tmp_path, start=MONDAY, wire=True, mail={**mail, "password_file": str(secret)}) as made:
        yield made


def confirmed(whole: Whole, box: Post) -> None:
    """The coach gives an address and writes the code that came to it."""
    assert "A code goes there first." in whole.say(COACH, "/email")[-1]
    assert whole.say(COACH, ADDRESS)[-1].startswith("A code of six digits goes to dana@example.org.")
    seconds(whole, 5)
    code = re.findall(r"\b\d{6}\b", box.text())
    assert len(code) == 1
    assert (
        "Once a week the overview also goes to dana@example.org."
        in whole.say(COACH, f"{code[0][:3]} {code[0][3:]}")[-1]
    )


def test_the_overview_comes_by_mail_once_the_code_came_back(whole: Whole, post: tuple[Post, int]) -> None:
    """A letter has numbers, or lines with names; a client's words are in neither, and /email ends it."""
    box = post[0]
    confirmed(whole, box)
    assert "all clients now come in one message" in "\n".join(whole.sim.texts(COACH))
    whole.say(CLIENT, SECRET)
    whole.until(SUNDAY)
    assert len(box.got) == 2
    assert (box.got[1]["To"], box.got[1]["From"]) == (ADDRESS, "bot@example.org")
    assert "With something new: 1\nWaiting to be read: 0\nNothing new: 0" in box.text()
    assert "Ada" not in box.text()
    whole.say(COACH, "/email")
    assert "Clients stand in it by name." in whole.tap(COACH, "With names")[-1]
    whole.until(SUNDAY + timedelta(days=7))
    assert "Ada · 1 new answer" in box.text()
    assert not any(SECRET in str(letter) for letter in box.got)
    whole.say(COACH, "/email")
    assert whole.tap(COACH, "No e-mail") == ["No e-mail comes any more; the address is deleted here."]
    assert whole.tx(lambda tx: tx.db.execute("SELECT count(*) FROM mail_addresses").fetchone()[0]) == 0
    whole.until(SUNDAY + timedelta(days=14))
    assert len(box.got) == 3


def test_nothing_comes_to_an_address_whose_code_did_not_come_back(
    whole: Whole, post: tuple[Post, int]
) -> None:
    """Five wrong codes drop the address; until a code came back no overview goes anywhere."""
    box = post[0]
    whole.say(COACH, f"/email {ADDRESS}")
    seconds(whole, 5)
    right = re.findall(r"\b\d{6}\b", box.text())[0]
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _ in range(4):
        assert whole.say(COACH, wrong)[-1].startswith("That is another code")
    assert "the address is dropped" in whole.say(COACH, wrong)[-1]
    whole.say(COACH, right)
    whole.until(SUNDAY)
    assert len(box.got) == 1


def test_a_server_that_refuses_holds_up_nothing(whole: Whole, post: tuple[Post, int]) -> None:
    """The chat goes on; the letter is tried five times, then the admin reads why, without an address."""
    box = post[0]
    confirmed(whole, box)
    box.refuse, before, asked = 99, len(whole.sim.texts(COACH)), box.asked
    whole.say(CLIENT, SECRET)
    whole.until(SUNDAY)
    assert any("Ada · 1 new answer" in text for text in whole.sim.texts(COACH)[before:])
    whole.until(SUNDAY + timedelta(hours=4))
    assert box.asked - asked == 5
    told = [text for text in whole.sim.texts(ADMIN) if "e-mail" in text]
    assert len(told) == 1
    assert "SMTP" in told[0]
    assert ADDRESS not in told[0]
    assert "An e-mail to you did not go through." in whole.sim.texts(COACH)[-1]


def test_a_letter_that_failed_goes_once_the_server_takes_it(whole: Whole, post: tuple[Post, int]) -> None:
    """Refused twice, it comes at the third try, once, and nobody is bothered."""
    box = post[0]
    confirmed(whole, box)
    box.refuse = 2
    whole.until(SUNDAY + timedelta(hours=4))
    assert len(box.got) == 2
    assert not [text for text in whole.sim.texts(ADMIN) if "e-mail" in text]


def test_who_leaves_takes_the_address_along(whole: Whole, post: tuple[Post, int]) -> None:
    """A coach who leaves leaves no address and no letter behind."""
    confirmed(whole, post[0])
    whole.say(COACH, "/leave")
    whole.tap(COACH, "Nobody is named")
    whole.tap(COACH, "Yes, I leave")
    left = "SELECT (SELECT count(*) FROM mail_addresses), (SELECT count(*) FROM letters)"
    assert whole.tx(lambda tx: tuple(tx.db.execute(left).fetchone())) == (0, 0)
    whole.until(SUNDAY)
    assert len(post[0].got) == 1


def test_without_a_mail_server_the_bot_says_so(tmp_path: Path) -> None:
    """Off by default: /email says why, and asks for no address."""
    with small_bot(tmp_path, start=MONDAY) as plain:
        said = plain.say(COACH, "/email dana@example.org")
        assert said == ["No e-mail is sent from here: whoever runs this bot has set up no mail server."]
        assert plain.tx(lambda tx: tx.db.execute("SELECT count(*) FROM mail_addresses").fetchone()[0]) == 0


def test_words_go_by_mail_only_with_the_clients_own_leave(whole: Whole, post: tuple[Post, int]) -> None:
    """The client is asked at their hour; without a yes no word goes, with it the digest does, after a no none."""
    box = post[0]
    confirmed(whole, box)
    said = whole.tap(COACH, "With words of those who agree")
    assert "of clients who agreed: 0." in said[-1]
    assert "your question whether shared words may go by e-mail" in whole.say(COACH, "/plan Ada")[-1]
    whole.say(CLIENT, SECRET)
    whole.until(SUNDAY)
    assert "Ada · 1 new answer" in box.text() and SECRET not in str(box.got[-1])
    asked = [one for one in whole.sim.texts(CLIENT) if "asks whether words that you share" in one]
    assert len(asked) == 1
    assert "none of your words" not in whole.tap(CLIENT, "Yes, by e-mail too")[-1]
    assert "✓ Shared words may go to Dana by e-mail" in whole.say(CLIENT, "/agreement")[-1]
    whole.until(SUNDAY + timedelta(days=7))
    assert SECRET in box.text() and "Words stand here only of clients who agreed" in box.text()
    assert "words that you share were sent by e-mail" in whole.say(CLIENT, "/opened")[-1]
    whole.say(CLIENT, "/agreement")
    whole.tap(CLIENT, "By e-mail")
    assert "none of your words go by e-mail" in whole.tap(CLIENT, "Not by e-mail")[-1]
    whole.until(SUNDAY + timedelta(days=14))
    assert len(box.got) == 4 and SECRET not in box.text()
    whole.say(COACH, "/email")
    assert "Shared words" not in whole.tap(COACH, "Without words")[-1]

"""The settings of one bot: every section, and what each key may be written as (docs/settings.md)."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_settings import NoDecode

from bot.core.plan.rhythm import DAYS, parse_clock, parse_quiet
from bot.core.plan.settings import Settings
from bot.core.talk.model import Manners

ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
"""An e-mail address as it is taken here: plain, without a name beside it."""


class ConfigFault(Exception):
    """A setting is wrong or missing: one sentence that names it and says what to do."""


# ---- what each kind of value may be written as ----------------------------------------------------


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _of_postgres(url: SecretStr) -> SecretStr:
    if url.get_secret_value() and not url.get_secret_value().startswith("postgresql://"):
        raise ValueError("is to be an address like postgresql://interlude@127.0.0.1/interlude")
    return url


def _url(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(r"https?://\S+", value.strip()):
        raise ValueError("is to be an address like https://api.telegram.org")
    return value.strip().rstrip("/")


def _address(value: object) -> object:
    """An address with a path of its own, so that nobody meets it by chance; HTTPS but on this machine."""
    if value == "":
        return value
    parts = urlsplit(value.strip()) if isinstance(value, str) else urlsplit("")
    near = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost")
    own = parts.path.strip("/") and not (parts.query or parts.fragment)
    if not parts.hostname or not (near or parts.scheme == "https") or not own:
        raise ValueError("is to be an address with a path, as in https://bot.example.org/interlude")
    return str(value).strip()


def _site(value: object) -> object:
    """An address without a path: HTTPS, but on this machine."""
    if value == "":
        return value
    parts = urlsplit(value.strip().rstrip("/")) if isinstance(value, str) else urlsplit("")
    near = parts.scheme == "http" and parts.hostname in NEAR
    bare = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    if not parts.hostname or not (near or parts.scheme == "https") or not bare:
        raise ValueError(
            "is to begin with https:// and have no path, as in https://pages.example.org; http is for this machine"
        )
    return str(value).strip().rstrip("/")


NEAR = ("127.0.0.1", "localhost", "::1")
"""The names that a machine has for itself."""


def _sender(value: object) -> object:
    if not isinstance(value, str) or (value.strip() and not re.fullmatch(ADDRESS, value.strip())):
        raise ValueError("is to be an e-mail address, as in bot@example.org")
    return value.strip()


def _ids(value: object) -> object:
    """Telegram ids: a list, one number, or from the environment "1,2"."""
    if isinstance(value, str):
        return [part for part in re.split(r"[\s,\[\]]+", value) if part]
    return [value] if isinstance(value, int) else value


def _day(value: object) -> object:
    """A day of the week by name, in full or its first three letters, as 0 (Monday) to 6."""
    if isinstance(value, str) and value.strip().lower()[:3] in DAYS:
        return DAYS.index(value.strip().lower()[:3])
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 6:
        return value
    raise ValueError("is to be a day of the week: mon, tue, wed, thu, fri, sat or sun")


def _pace(value: object) -> object:
    """[time] as it is written: quiet hours as one text, days by name, lists from the environment with commas."""
    if not isinstance(value, Mapping):
        return value
    written = {"weekend": _days, "offered": _clocks, "after_evening": _clock, "quiet": _quiet}
    read = dict(value)
    for name in written.keys() & read.keys():
        try:
            read[name] = written[name](read[name])
        except ValueError as fault:
            raise ValueError(f"time.{name} is not readable: {fault}") from None
    return read


def _listed(value: object) -> list[object]:
    parts = re.split(r"[\s,]+", value) if isinstance(value, str) else value
    return [part for part in parts if part != ""] if isinstance(parts, list) else [parts]


def _days(value: object) -> object:
    return [_day(day) for day in _listed(value)]


def _clocks(value: object) -> object:
    return [_clock(one) for one in _listed(value)]


def _clock(value: object) -> object:
    return parse_clock(value.strip()) if isinstance(value, str) else value


def _quiet(value: object) -> object:
    return parse_quiet(value) if isinstance(value, str) else value


def _named(value: Mapping[str, str]) -> Mapping[str, str]:
    """Words of the practice by names that a page can write; each on one line."""
    for name, words in value.items():
        if not re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", name):
            raise ValueError(f"practice.{name}: a name is small letters a to z, digits and single _")
        if len(words) > PRACTICE_LETTERS:
            raise ValueError(f"practice.{name} is to have {PRACTICE_LETTERS} letters or fewer")
    return value


PRACTICE_LETTERS = 200

Weekday = Annotated[int, BeforeValidator(_day)]


# ---- the sections ---------------------------------------------------------------------------------


class Section(BaseModel):
    """What every section has in common: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Telegram(Section):
    """The bot's account and the server that it talks to."""

    token: Annotated[SecretStr, BeforeValidator(_stripped)] = SecretStr("")
    token_file: Annotated[Path | None, BeforeValidator(lambda value: value or None)] = None
    api_url: Annotated[str, BeforeValidator(_url)] = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"


class WebhookSettings(Section):
    """Where Telegram brings updates, and where this machine takes them; used in the mode webhook alone."""

    url: Annotated[str, BeforeValidator(_address)] = ""
    listen: Annotated[str, BeforeValidator(_stripped)] = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    connections: int = Field(default=40, ge=1, le=100)


class People(Section):
    """Who runs this installation, by Telegram id."""

    admins: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids)] = ()
    second_contact: int = Field(default=0, ge=0)
    hosted_in: Annotated[str, BeforeValidator(_stripped), Field(max_length=60)] = ""


class Database(Section):
    """Where everything is kept."""

    path: Path = Path("data/interlude.db")
    url: Annotated[SecretStr, AfterValidator(_of_postgres)] = SecretStr("")

    @property
    def address(self) -> str:
        """The PostgreSQL database; "" where it is a file."""
        return self.url.get_secret_value()


class Prompts(Section):
    """Where the scripts are."""

    path: Path = Path("prompts")
    watch: bool = False


class Security(Section):
    """Where the master keys are: in a file, in the environment, or in what a command prints."""

    key_file: Path = Path("data/interlude.key")
    key: SecretStr = SecretStr("")
    key_command: str = ""


class Backup(Section):
    """Where backups go, and how long they stay."""

    folder: Path = Path("data/backups")
    keep_days: int = Field(default=14, ge=0, le=90)


class Conversation(Section):
    """How long the bot waits while a client writes."""

    settle_seconds: int = Field(default=20, ge=0, le=600)


class DigestSettings(Section):
    """When coaches get their digests, on their own clock."""

    day: Weekday = 6
    hour: int = Field(default=17, ge=0, le=23)

    @property
    def weekday(self) -> int:
        """The day, Monday is 0."""
        return self.day


class Sending(Section):
    """How fast the bot may send, in messages a second over all chats."""

    rate: float = Field(default=30.0, ge=0.1, le=30)


class HealthSettings(Section):
    """Where this machine can ask how the bot is; without a port it cannot."""

    listen: Annotated[str, BeforeValidator(_stripped)] = "127.0.0.1"
    port: int = Field(default=0, ge=0, le=65535)


class PagesSettings(Section):
    """The coach's pages in a browser: whether there are any, where this machine serves them, and their address."""

    enabled: bool = False
    listen: Annotated[str, BeforeValidator(_stripped)] = "127.0.0.1"
    port: int = Field(default=8090, ge=1, le=65535)
    url: Annotated[str, BeforeValidator(_site)] = ""

    @property
    def address(self) -> str:
        """What a link to a page begins with."""
        return self.url or f"http://127.0.0.1:{self.port}"


class Logs(Section):
    """How much is written to standard error, and how."""

    level: Literal["info", "debug"] = "info"
    format: Literal["text", "json"] = "text"

    @property
    def hops(self) -> bool:
        """Whether each hop of an update is a line."""
        return self.level == "debug"


class Mail(Section):
    """The server that takes letters to coaches; without a host there are none."""

    host: Annotated[str, BeforeValidator(_stripped)] = ""
    port: int = Field(default=465, ge=1, le=65535)
    tls: Literal["tls", "starttls", "none"] = "tls"
    sender: Annotated[str, BeforeValidator(_sender)] = ""
    user: str = ""
    password: SecretStr = SecretStr("")
    password_file: Annotated[Path | None, BeforeValidator(lambda value: value or None)] = None

    def secret(self) -> str:
        """The password, from its file where one is named; "" where there is none or it cannot be read."""
        if self.password_file is None:
            return self.password.get_secret_value()
        try:
            return self.password_file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""


class Config(Section):
    """All settings of one bot. Paths are taken as they stand; a settings file makes them relative to itself."""

    telegram: Telegram = Telegram()
    people: People = People()
    database: Database = Database()
    prompts: Prompts = Prompts()
    security: Security = Security()
    backup: Backup = Backup()
    conversation: Conversation = Conversation()
    time: Annotated[Settings, BeforeValidator(_pace)] = Settings()
    digest: DigestSettings = DigestSettings()
    sending: Sending = Sending()
    webhook: WebhookSettings = WebhookSettings()
    health: HealthSettings = HealthSettings()
    pages: PagesSettings = PagesSettings()
    logs: Logs = Logs()
    mail: Mail = Mail()
    practice: Annotated[Mapping[str, str], AfterValidator(_named)] = {}

    @cached_property  # asked for at every turn, and settings do not change
    def manners(self) -> Manners:
        """How long the bot waits for a client, out of [conversation] and [time]."""
        return Manners(
            settle=timedelta(seconds=self.conversation.settle_seconds),
            nudge=timedelta(hours=self.time.nudge_hours) if self.time.nudges else None,
            window=timedelta(hours=self.time.window_hours),
            snoozes=self.time.snoozes,
        )


def keys_of(section: str) -> tuple[str, ...]:
    """The keys of a section, in order."""
    kind = Config.model_fields[section].annotation
    if isinstance(kind, type) and is_dataclass(kind):
        return tuple(one.name for one in fields(kind))
    return tuple(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else ()


def require(config: Config) -> None:
    """Raises ConfigFault when what a bot cannot run without is not set: the token, and an admin."""
    if not config.telegram.token.get_secret_value():
        raise ConfigFault("[telegram] token is not set. `interlude init` asks for it; @BotFather shows it.")
    if not config.people.admins:
        raise ConfigFault("[people] admins is empty. `interlude init` learns your id, or put it in.")
    if config.telegram.mode == "webhook" and not config.webhook.url:
        raise ConfigFault(
            "[telegram] mode is webhook, and [webhook] url is not set: put in where updates come."
        )
    if config.mail.host and not config.mail.sender:
        raise ConfigFault("[mail] has a host and no sender: put in the address that letters come from.")

"""The settings file: ``config.toml``, then ``INTERLUDE_SECTION__KEY`` from the environment (docs/settings.md).

It holds one bot, or several under ``[[bots]]``: what a bot does not say for itself, the sections above say for all.
What is wrong is one sentence that names the key and its line, and what to do. The token is never shown.
"""

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict, SettingsError

from bot.config import Config, ConfigFault, Telegram, keys_of

PREFIX = "INTERLUDE_"
FILE = Path("config.toml")
SHIPPED = Path(__file__).parent / "prompts"
"""The scripts that come with the program: the repository's folder prompts, in a wheel as in a clone."""

SHORT = {
    "token": ("telegram", "token"),
    "token_file": ("telegram", "token_file"),
    "admins": ("people", "admins"),
}
"""What a bot may say on its own lines instead of in a section."""

PROCESS = ("health", "logs")
"""Sections that are of the process, whatever bots are in it."""

NAME = r"[a-z0-9][a-z0-9_-]{0,39}"
"""A bot's name: it becomes part of file names."""


class _Environment(BaseSettings):
    """What the environment says, read and not judged."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="ignore")

    telegram: Mapping[str, str] = {}
    people: Mapping[str, str] = {}
    database: Mapping[str, str] = {}
    prompts: Mapping[str, str] = {}
    security: Mapping[str, str] = {}
    backup: Mapping[str, str] = {}
    conversation: Mapping[str, str] = {}
    time: Mapping[str, str] = {}
    digest: Mapping[str, str] = {}
    sending: Mapping[str, str] = {}
    webhook: Mapping[str, str] = {}
    health: Mapping[str, str] = {}
    pages: Mapping[str, str] = {}
    logs: Mapping[str, str] = {}
    mail: Mapping[str, str] = {}
    practice: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Said:
    """What file and environment said, and where each key stands."""

    values: Mapping[str, dict[str, Any]]
    file: Path | None
    lines: Mapping[tuple[str, str], int]
    from_environment: frozenset[tuple[str, str]]

    def where(self, section: str, key: str = "") -> str:
        """The place of a key, for the beginning of a sentence."""
        if (section, key) in self.from_environment:
            return f"{PREFIX}{section}__{key}".upper()
        line = self.lines.get((section, key)) or self.lines.get((section, ""))
        name = f"[{section}] {key}".strip() if section else key
        return f"{self.file}, line {line}: {name}" if line else name


# ---- one bot, or several ---------------------------------------------------------------------------


def load(path: Path | None = None, bot: str = "") -> Config:
    """The settings of one bot, from a file (none named: config.toml here, if there is one) and the environment.

    ``bot``: its name, where the file has several. Raises ConfigFault: one sentence about the first thing wrong.
    """
    found = bots(path)
    if bot in found:
        return found[bot]
    if "" in found:
        raise ConfigFault(f"The settings are of one bot without a name: leave --bot {bot} out.")
    names = ", ".join(found)
    if bot:
        raise ConfigFault(f"{file_of(path)} has no bot {bot}{_meant(bot, found)}")
    first = next(iter(found))
    raise ConfigFault(
        f"{file_of(path)} has several bots ({names}): say which, as in interlude --bot {first} ..."
    )


def bots(path: Path | None = None) -> dict[str, Config]:
    """The settings of each bot by its name; of the only one by "", where there is no [[bots]].

    Raises ConfigFault: one sentence about the first thing that is wrong.
    """
    file = file_of(path)
    text = _text(file) if file else ""
    values = _parsed(file, text)
    several = values.pop("bots", None)
    if several is None:
        return {"": _judged(_said(file, values, _lines(text)))}
    found: dict[str, Config] = {}
    for number, (name, own) in enumerate(_named(file, several).items()):
        said = _said(file, values, _lines(text, number))
        found[name] = _judged(_of_bot(said, name, own))
    _refuse_alike(found)
    return found


def from_environment() -> Config:
    """What the environment alone says; raises ConfigFault."""
    return _judged(_said(None, {}, {}))


def _named(file: Path | None, several: Any) -> dict[str, dict[str, Any]]:
    """What each bot says for itself, by its name, in the order of the file."""
    if not isinstance(several, list) or not several or not all(isinstance(one, dict) for one in several):
        raise ConfigFault(f"{file}: bots are written as [[bots]], in two brackets, each with name and token.")
    found: dict[str, dict[str, Any]] = {}
    for one in several:
        name = one.get("name")
        if not isinstance(name, str) or not re.fullmatch(NAME, name):
            raise ConfigFault(
                f"{file}: each of [[bots]] needs a name of its own in small letters, digits, - and _, as in "
                'name = "north".'
            )
        if name in found:
            raise ConfigFault(f"{file}: two of [[bots]] are called {name}; give one of them another name.")
        found[name] = {key: value for key, value in one.items() if key != "name"}
    return found


def _of_bot(said: _Said, name: str, own: Mapping[str, Any]) -> _Said:
    """What is said for all, and over it what one bot says for itself; its files are its own."""
    values: dict[str, Any] = {section: dict(keys) for section, keys in _sections(said).items()}
    for key in ("token", "token_file"):
        if values.get("telegram", {}).pop(key, ""):
            place = said.where("telegram", key)
            raise ConfigFault(f"{place} is for one bot alone; with [[bots]] put it into the bot it is of.")
    mine = _spread(said, own)
    for section, keys in mine.items():
        kept = {key: value for key, value in keys.items() if (section, key) not in said.from_environment}
        values[section] = {**values.get(section, {}), **kept}
    return _Said(_apart(values, mine, name), said.file, said.lines, said.from_environment)


def _sections(said: _Said) -> dict[str, dict[str, Any]]:
    _refuse_unknown(said)
    return dict(said.values)


def _spread(said: _Said, own: Mapping[str, Any]) -> dict[str, Any]:
    """A bot's own lines, each in its section."""
    found: dict[str, Any] = {}
    for key, value in own.items():
        if key in SHORT:
            section, inner = SHORT[key]
            found[section] = {**found.get(section, {}), inner: value}
        elif key in PROCESS:
            raise ConfigFault(f"{said.where(key)} is said once for all bots; put it above [[bots]].")
        elif isinstance(value, dict):
            found[key] = {**found.get(key, {}), **value}
        else:
            known = (*SHORT, "name", *Config.model_fields)
            raise ConfigFault(f"{said.where('bots', key)} is not a setting of [[bots]]{_meant(key, known)}")
    return found


def _apart(values: dict[str, Any], mine: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Database, key file and backups of a bot that names none are beside those of the others, under its name."""
    plain = Config()
    beside: dict[tuple[str, str], tuple[Path, Callable[[Path], Path]]] = {
        ("database", "path"): (plain.database.path, lambda path: path.with_stem(f"{path.stem}-{name}")),
        ("security", "key_file"): (
            plain.security.key_file,
            lambda path: path.with_stem(f"{path.stem}-{name}"),
        ),
        ("backup", "folder"): (plain.backup.folder, lambda path: path / name),
    }
    for (section, key), (usual, aside) in beside.items():
        if key not in mine.get(section, {}):
            written = values.get(section, {}).get(key, str(usual))
            if isinstance(written, str):  # what is no path is refused later, with its place
                values[section] = {**values.get(section, {}), key: str(aside(Path(written)))}
    return values


def _refuse_alike(found: Mapping[str, Config]) -> None:
    """Two bots share neither an account nor a file nor a port."""
    shared: dict[str, Callable[[Config], object]] = {
        "token": lambda one: one.telegram.token.get_secret_value(),
        "[database] path": lambda one: one.database.path.absolute(),
        "[database] url": lambda one: one.database.address,
        "[backup] folder": lambda one: one.backup.folder.absolute(),
        "[webhook] url": lambda one: one.telegram.mode == "webhook" and one.webhook.url,
        "[webhook] port": lambda one: one.telegram.mode == "webhook" and one.webhook.port,
        "[pages] port": lambda one: one.pages.enabled and one.pages.port,
        "[pages] url": lambda one: one.pages.enabled and one.pages.url,
    }
    for what, of in shared.items():
        seen: dict[object, str] = {}
        for name, one in found.items():
            if (value := of(one)) and value in seen:
                raise ConfigFault(
                    f"[[bots]]: {seen[value]} and {name} have the same {what}; each bot needs one of its own."
                )
            seen[value] = name


def _judged(said: _Said) -> Config:
    _refuse_unknown(said)
    _refuse_key(said)
    try:
        return _placed(Config.model_validate(said.values), said)
    except ValidationError as fault:
        raise ConfigFault(_sentence(said, fault)) from None


def file_of(path: Path | None) -> Path | None:
    """The file that ``load`` reads: the one named, else config.toml here; None where there is neither."""
    return path if path is not None or not FILE.exists() else FILE


def _placed(config: Config, said: _Said) -> Config:
    """Every path seen from the settings file, so that it means the same wherever a command is started."""
    home = said.file.parent if said.file else Path()
    scripts = home / config.prompts.path
    if "path" not in said.values.get("prompts", {}) and not scripts.is_dir():
        scripts = SHIPPED
    placed = {
        "telegram": config.telegram.model_copy(update={"token": _token(config.telegram, home)}),
        "database": config.database.model_copy(update={"path": home / config.database.path}),
        "security": config.security.model_copy(update={"key_file": home / config.security.key_file}),
        "backup": config.backup.model_copy(update={"folder": home / config.backup.folder}),
        "mail": config.mail.model_copy(
            update={"password_file": config.mail.password_file and home / config.mail.password_file}
        ),
        "prompts": config.prompts.model_copy(update={"path": scripts}),
    }
    return config.model_copy(update=placed)


def _token(said: Telegram, home: Path) -> SecretStr:
    """The token, from its file where one is named."""
    if said.token_file is None:
        return said.token
    if said.token.get_secret_value():
        raise ConfigFault("[telegram] has token and token_file: leave one of them out.")
    try:
        return SecretStr((home / said.token_file).read_text("utf-8").strip())
    except (OSError, UnicodeDecodeError) as fault:
        raise ConfigFault(f"[telegram] token_file cannot be read ({type(fault).__name__}).") from None


def _said(path: Path | None, written: Mapping[str, Any], lines: Mapping[tuple[str, str], int]) -> _Said:
    values, environment = dict(written), _environment()
    for section, keys in environment.items():
        values.setdefault(section, {})
        if isinstance(values[section], dict):
            values[section] = {**values[section], **keys}
    named = frozenset((section, key) for section, keys in environment.items() for key in keys)
    return _Said(values, path, lines, named)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigFault(f"There is no file {path}. `interlude init --config {path}` writes it.") from None
    except (OSError, UnicodeDecodeError) as fault:
        raise ConfigFault(f"{path} cannot be read ({type(fault).__name__}).") from None


def _parsed(path: Path | None, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"line (\d+)", str(fault))
        place = f"{path}, line {line[1]}" if line else f"{path}, at its end"
        raise ConfigFault(f"{place}: this is not TOML; is a quotation mark or a bracket missing?") from None
    except RecursionError:
        raise ConfigFault(
            f"{path}: brackets stand in brackets too deep to be read; no setting needs that."
        ) from None


def _environment() -> dict[str, dict[str, str]]:
    for name in os.environ:
        section = name.upper().removeprefix(PREFIX).partition("__")[0].lower()
        if name.upper().startswith(PREFIX) and section not in Config.model_fields:
            raise ConfigFault(
                f"{name}: there is no section [{section}]{_meant(section, Config.model_fields)}"
            )
    try:
        said: dict[str, dict[str, str]] = EnvSettingsSource(_Environment)()
    except SettingsError:
        raise ConfigFault(f"A variable {PREFIX}SECTION lacks its key: write {PREFIX}SECTION__KEY.") from None
    return said


def _refuse_unknown(said: _Said) -> None:
    for section, keys in said.values.items():
        if section not in Config.model_fields:
            place = said.where(section, "")
            raise ConfigFault(f"{place} is not a section{_meant(section, Config.model_fields)}")
        if not isinstance(keys, dict):
            raise ConfigFault(
                f"{said.where('', section)} is a section; write [{section}] on a line of its own."
            )
        if section == "practice":
            continue
        known = keys_of(section)
        for key in keys:
            if key not in known:
                raise ConfigFault(f"{said.where(section, key)} is not a setting{_meant(key, known)}")


def _refuse_key(said: _Said) -> None:
    """A master key in a settings file would lie beside the token, and in each copy of the file."""
    security = said.values.get("security", {})
    if security.get("key") and ("security", "key") not in said.from_environment:
        place = said.where("security", "key")
        raise ConfigFault(
            f"{place} is taken from the environment alone, as {PREFIX}SECURITY__KEY; take this line out."
        )
    if security.get("key") and security.get("key_command"):
        raise ConfigFault(
            f"{PREFIX}SECURITY__KEY and [security] key_command are both set; one of them counts."
        )


def _meant(word: str, known: Any) -> str:
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else f"; there is {', '.join(known)}."


_NUMBER = "is to be a number"
_KINDS = {
    "int_parsing": "is to be a whole number",
    "int_type": "is to be a whole number",
    "int_from_float": "is to be a whole number",
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": "is to be true or false",
    "bool_type": "is to be true or false",
    "path_type": "is to be a path, in quotation marks",
    "string_type": "is to be a text, in quotation marks",
    "string_sub_type": "is to be a text, in quotation marks",
    "tuple_type": "is to be a list, as in [1, 2]",
    "time_parsing": "is to be a time of day, as in 19:00",
    "literal_error": "can be {expected}",
    "greater_than_equal": "can be {ge:g} or more",
    "less_than_equal": "can be {le:g} or less",
}
"""What pydantic finds wrong, said to a person; a value is never repeated, as it may be the token."""


def _sentence(said: _Said, fault: ValidationError) -> str:
    """The first thing that is wrong, and how many more there are."""
    found = fault.errors(include_url=False, include_input=False)
    first, more = found[0], len(found) - 1
    section, key = (*map(str, first["loc"]), "", "")[:2]
    reason = _KINDS.get(first["type"], first["msg"].removeprefix("Value error, "))
    reason = reason.format(**first.get("ctx", {})) if first["type"] in _KINDS else reason
    if named := re.match(r"time\.(\w+) ", reason):
        key, reason = named[1], reason.removeprefix(named[0])
    after = f" ({more} more)" if more else ""
    return f"{said.where(section, key)} {reason.rstrip('.')}.{after}"


def _lines(text: str, bot: int = -1) -> dict[tuple[str, str], int]:
    """Where each section (key "") and each key stands, lines counted from 1.

    ``bot``: those of this bot, by its place among [[bots]] from 0, go before those that are said for all.
    """
    found: dict[int, dict[tuple[str, str], int]] = {-1: {}}
    section, block, here = "", -1, -1
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[\[\s*bots\s*\]\]", line):
            section, block = "bots", block + 1
            here, found[block] = block, {}
        elif head := re.match(r"\s*\[\s*(bots\s*\.\s*)?([\w-]+)\s*\]", line):
            section, here = head[2], block if head[1] else -1
            found[here].setdefault((section, ""), number)
        elif entry := re.match(r"\s*(?:([\w-]+)\s*\.\s*)?\"?([\w-]+)\"?\s*=", line):
            place = SHORT.get(entry[2]) if section == "bots" and not entry[1] else None
            found[here].setdefault(place or (entry[1] or section, entry[2]), number)
    return found[-1] | found.get(bot, {})

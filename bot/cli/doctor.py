"""``interlude doctor``: one line a matter, each with what to do about it."""

import asyncio
import json
import shutil
import stat
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx
import typer
from rich.markup import escape
from telegram.error import InvalidToken, TelegramError

from bot import help_lines, lock, safety_lists, vault
from bot.cli.running import every
from bot.cli.voice import say
from bot.config import Config
from bot.config_file import file_of
from bot.core.base import wall
from bot.core.safety.safety_list import NOBODY
from bot.faults import StoreFault
from bot.people.admin import checking, folder
from bot.runtime import control_socket, keyring, trouble
from bot.store import audit, backup, gauges, inbox, log, outbox
from bot.store.address import place
from bot.store.db import Store, Tx
from bot.store.instants import from_micros_or_none
from bot.telegram import Api

PATIENCE = 3.0
"""Seconds that the bot and Telegram have to answer, both at once: the doctor has spoken within five."""


SHOWN = 3
"""So many files are named at once."""

LONG = timedelta(minutes=10)
"""What waits for longer is stuck."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was looked at, whether it is well, and what to do where it is not."""

    well: bool
    what: str
    remedy: str = ""
    matter: str = ""  # in one word, for programs
    bot: str = ""  # its name, where the settings have several


def doctor(path: Path | None, machine: bool = False) -> None:
    """Look at everything; exit code 1 when something needs mending. ``machine``: said as JSON."""
    bots = every(path)
    findings = [*_of("settings", _settings_file(file_of(path)))]
    for name, config in bots.items():
        findings += (replace(one, bot=name) for one in examine(config))
    told = ""
    if machine:
        said = {"well": all(one.well for one in findings), "findings": [asdict(one) for one in findings]}
        print(json.dumps(said, indent=1))  # noqa: T201 - for a program, without colours and wrapping
    for one in () if machine else findings:
        if one.bot != told:
            told = one.bot
            say(f"\nBot {told}", markup=False)
        say(("[bold]ok[/]    " if one.well else "[bold]mend[/]  ") + escape(one.what))
        if one.remedy:
            say(f"      {one.remedy}", markup=False)  # [people] is a section here, not a style
    bad = sum(not one.well for one in findings)
    if not machine:
        say("All well." if not bad else f"{bad} to mend.")
    if bad:
        raise typer.Exit(1)


def examine(config: Config) -> Iterator[Checkup]:
    """Every finding, the cheapest first. What others have to answer is asked at once, and not waited for long."""
    running, token = asyncio.run(_asked(config))
    yield from _of("people", [_admins(config)])
    yield from _of("zones", _zones())
    yield from _of("keys", [_key_file(config)])
    yield from _of("scripts", _prompts(config))
    yield from _of("safety", [*_safety_lists(config), *_help_lines(config)])
    yield from _of("process", [running])
    yield from _of("database", [*_database(config), *_before(config)])
    yield from _of("disk", _disk(config))
    yield from _of("backup", _backups(config))
    yield from _of("health", _health(config))
    yield from _of("telegram", [token])


def _of(matter: str, found: Iterable[Checkup]) -> Iterator[Checkup]:
    """The same findings, each with the word of its matter."""
    return (replace(one, matter=matter) for one in found)


def _settings_file(file: Path | None) -> Iterator[Checkup]:
    """Whether others can read the token."""
    if file is None:
        yield Checkup(True, "there is no settings file; the environment alone counts")
    elif stat.S_IMODE(file.stat().st_mode) & 0o077:
        yield Checkup(False, f"{file}, which holds the token, can be read by others", f"chmod 600 {file}")
    else:
        yield Checkup(True, f"{file} is there and private")


async def _asked(config: Config) -> tuple[Checkup, Checkup]:
    return await asyncio.gather(_running(config), _token(config))


def _admins(config: Config) -> Checkup:
    if config.people.admins:
        many = len(config.people.admins)
        return Checkup(True, "there is 1 admin" if many == 1 else f"there are {many} admins")
    return Checkup(
        False, "there is no admin", "Put your Telegram id into [people] admins; `interlude init` learns it."
    )


def _zones() -> Iterator[Checkup]:
    try:
        wall.zone_of("Europe/Lisbon")
        yield Checkup(True, "zone data is there")
    except wall.UnknownZone:
        yield Checkup(False, "zone data is missing", "Install it: pip install tzdata.")


def _key_file(config: Config) -> Checkup:
    path = Path(config.security.key_file)
    if not keyring.of_file(config.security):
        return _ring(config)
    if not path.exists():
        if config.database.path.exists() or config.database.address:
            return Checkup(False, f"{path} is missing", "Put it back from where you keep its copy.")
        return Checkup(False, f"there is no key file {path}", "`interlude init` makes it, with the database.")
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        return Checkup(False, f"{path} can be read by others", f"chmod 600 {path}")
    try:
        vault.load(path)
    except vault.VaultFault as fault:
        return Checkup(False, str(fault))
    return Checkup(True, f"{path} is there and private; keep a copy of it apart from the database")


def _ring(config: Config) -> Checkup:
    """Keys that stand in no file of ours."""
    name = keyring.name(config.security)
    try:
        keyring.ring(config.security)
    except vault.VaultFault as fault:
        return Checkup(False, str(fault), "Put the keys that belong to the database back there.")
    return Checkup(True, f"{name} gives the master keys; keep a copy of them apart from the database")


def _prompts(config: Config) -> Iterator[Checkup]:
    files = folder.files(config.prompts.path)
    if not files:
        yield Checkup(
            False, f"there are no scripts in {config.prompts.path}", "Put them there as en/after-session.md."
        )
        return
    wrong = {issue.file for issue in checking.check_files(files) if issue.level == "error"}
    if wrong:
        have = "has" if len(wrong) == 1 else "have"
        names = " ".join(sorted(wrong)[:SHOWN])
        more = ", and so on" if len(wrong) > SHOWN else ""
        yield Checkup(
            False,
            f"{len(wrong)} of {len(files)} scripts {have} errors",
            f"interlude scripts lint {names}{more}",
        )
    else:
        yield Checkup(True, f"{len(files)} scripts without errors")


def _safety_lists(config: Config) -> Iterator[Checkup]:
    """Whether each language of the scripts has a list of words that may need a person, and who reviewed it."""
    path = Path(config.prompts.path)
    found = {
        one: safety_lists.reviewer(one, path)
        for one in sorted({file.language for file in folder.files(path)})
    }
    if missing := [one for one, by in found.items() if by is None]:
        what = f"there is no safety list in {', '.join(missing)}: words that need a person are not noticed"
        yield Checkup(False, what, "Tell the coaches, or write prompts/<language>/safety.txt.")
    if unread := [one for one, by in found.items() if by == NOBODY]:
        yield Checkup(True, f"the safety lists in {', '.join(unread)} are reviewed by nobody yet")
    for file in safety_lists.own(path):
        if wrong := safety_lists.issues(file):
            what = f"{file} cannot be used, so the list that comes along is: {wrong[0].message}"
            yield Checkup(False, what, f"interlude safety lint {file}")


def _help_lines(config: Config) -> Iterator[Checkup]:
    """Whether the practice's own help lines can be used, and whether somebody looked at them within a year."""
    path = Path(config.prompts.path)
    for file in help_lines.files(path):
        wrong = help_lines.issues(file)
        if wrong:
            yield Checkup(False, f"{file}: {wrong[0].message}", f"interlude safety lines {file}")
    if old := help_lines.old(datetime.now(UTC).date(), path):
        what = (
            f"{len(old)} help lines were last verified a year ago or more; after two years nobody sees them"
        )
        countries = ", ".join(dict.fromkeys(code for code, _ in old))
        yield Checkup(False, what, f"Dial them and write the day into prompts/help_lines.toml ({countries}).")
    else:
        yield Checkup(True, f"help lines of {len(help_lines.every(path))} countries")


async def _running(config: Config) -> Checkup:
    """Whether the bot runs; a lock without an answer is another process on the same database."""
    try:
        if await control_socket.ask(config.database.path, {"do": "ping"}, PATIENCE) is not None:
            return Checkup(True, "the bot is running")
    except StoreFault as fault:
        return Checkup(False, str(fault))
    holder = lock.holder(config.database.path)
    if holder is None:
        return Checkup(True, "the bot is not running")
    what = f"process {holder.pid} holds {config.database.path} and does not answer"
    return Checkup(
        False, what, "One process writes a database: stop it, or give this one another [database] path."
    )


def _database(config: Config) -> Iterator[Checkup]:
    path, address = Path(config.database.path), config.database.address
    if not address and not path.exists():
        yield Checkup(False, f"there is no database {path}", _back(config))
        return
    try:
        yield from asyncio.run(_counts(config))
    except (StoreFault, vault.VaultFault) as fault:
        yield Checkup(False, str(fault))


def _back(config: Config) -> str:
    """Where there was a bot before, its database is looked for first: a new one would know nobody."""
    key = keyring.of_file(config.security) and config.security.key_file.exists()
    if key or backup.files(config.backup.folder):
        return (
            "If there was one, put it back, mend [database] path, or `interlude restore` a backup. "
            "`interlude init` makes a first one, in which nobody is known."
        )
    return "`interlude init` makes it; or put back a backup."


async def _counts(config: Config) -> list[Checkup]:
    keys = keyring.ring(config.security)
    path, address = config.database.path, config.database.address
    async with Store.read_only(path, keys, url=address) as store:
        named = (place(address), "it") if address else (str(path), f"{path}-wal")
        return await store.run(partial(_count, named=named))


def _count(tx: Tx, named: tuple[str, str]) -> list[Checkup]:
    """``named``: what the database is called, and its log."""
    found = [Checkup(True, f"{named[0]} can be read")]
    sending = outbox.counts(tx)
    for aside, what in (
        (inbox.counts(tx).dead, "updates could not be read and were set aside"),
        (sending.aside, "messages could not be sent and were set aside"),
    ):
        if aside:
            remedy = "The admin's /aside shows them by kind and place; please report it."
            found.append(Checkup(False, f"{aside} {what}", remedy))
    found += _waiting(gauges.read(tx, datetime.now(UTC)))
    found += _log(tx, named[1])
    found.append(_audit(tx))
    found += _data_keys(tx)
    unknown = sending.unknown
    if unknown:
        found.append(Checkup(True, f"of {unknown} messages nobody knows whether they arrived"))
    return found


def _waiting(counted: gauges.Gauges) -> Iterator[Checkup]:
    """Whether what came in or is to go out has lain too long."""
    now = datetime.now(UTC)
    late = {"an update waits": counted.inbox.oldest, "a reply waits to be sent": counted.unsent}
    for what, since in late.items():
        if since is not None and since < now - LONG:
            since_when = f"{what} since {since:%Y-%m-%d %H:%M} UTC"
            yield Checkup(
                False, since_when, "Is the bot running, and Telegram in reach? Its log names rows that fail."
            )


def _before(config: Config) -> Iterator[Checkup]:
    """What a restore moved aside and nobody deleted: it holds people's words, erased ones too."""
    path = config.database.path
    found = sorted(path.parent.glob(f"{path.name}.before-*"))
    if left := [one for one in found if not one.name.endswith(("-wal", "-shm"))]:
        what = f"{left[0]} lies there" if len(left) == 1 else f"{len(left)} files like {left[0]} lie there"
        more = "since a restore, with people's words; once all is well, delete it, its -wal and its -shm"
        yield Checkup(True, f"{what} {more}")


def _disk(config: Config) -> Iterator[Checkup]:
    """Whether there is room."""
    folder = config.database.path.absolute().parent
    if not folder.exists():
        return
    usage = shutil.disk_usage(folder)
    left = f"{usage.free // 2**20} MB are left on the disk of the database"
    if trouble.scarce(usage.free, usage.total):
        yield Checkup(False, left, "Free some space: on a full disk nothing can be kept.")
    else:
        yield Checkup(True, left)


def _health(config: Config) -> Iterator[Checkup]:
    """Whether the port of [health] answers, where one is set and the bot runs."""
    if not config.health.port or lock.holder(config.database.path) is None:
        return
    place = f"http://{config.health.listen}:{config.health.port}/healthz"
    try:
        status = httpx.get(place, timeout=PATIENCE, trust_env=False).status_code
    except httpx.HTTPError:
        yield Checkup(
            False, f"{place} does not answer", "Another program has the port, or the bot just starts."
        )
        return
    remedy = "" if status == 200 else f"curl {place} says what is the matter."
    yield Checkup(status == 200, f"{place} answers {status}", remedy)


def _data_keys(tx: Tx) -> Iterator[Checkup]:
    """Whether everybody's data key opens; whose does not is named to nobody."""
    if damaged := tx.damaged_keys():
        what = "1 data key no longer opens" if damaged == 1 else f"{damaged} data keys no longer open"
        remedy = "What they sealed can be read by nobody. Keep a copy, and restore a backup of before."
        yield Checkup(False, what, remedy)


def _audit(tx: Tx) -> Checkup:
    """Whether the audit is as it was written."""
    if (row := audit.broken(tx)) is None:
        return Checkup(True, "the audit is whole")
    what = f"the audit was changed from outside: row {row} does not follow from those before"
    return Checkup(False, what, "Somebody wrote into the database by other means. Compare it with a backup.")


def _log(tx: Tx, path: str) -> Iterator[Checkup]:
    """Whether something that was erased still lies in the log on disk."""
    since = from_micros_or_none(log.since(tx.db))
    if since is not None:
        yield Checkup(
            False,
            f"what was erased at {since:%Y-%m-%d %H:%M} UTC still lies, sealed, in {path}",
            "Another program reads the database: end it. The bot then empties the log within a second; "
            "without a bot, `interlude run` does at its start.",
        )


def _backups(config: Config) -> Iterator[Checkup]:
    """Whether there is a backup of the last days, where there are to be some."""
    if not config.backup.keep_days or not (config.database.address or config.database.path.exists()):
        return
    made = [backup.made_at(one) for one in backup.files(config.backup.folder)]
    newest, now = made[-1] if made else None, datetime.now(UTC)
    if newest is None:
        yield Checkup(True, f"no backup yet in {config.backup.folder}; the bot makes one each night")
    elif newest < now - trouble.BACKUP_AGE:
        what = f"the newest backup in {config.backup.folder} is of {newest:%Y-%m-%d}"
        yield Checkup(False, what, "See what `interlude backup` says, and whether the bot ran at night.")
    else:
        yield Checkup(True, f"the newest backup is of {newest:%Y-%m-%d %H:%M} UTC")


def _brought(name: str, pushed: str, url: str) -> Checkup:
    """Whether Telegram brings the updates to the address that is set."""
    if pushed == url:
        return Checkup(True, f"Telegram knows the token, and brings the updates of @{name} to [webhook] url")
    what = f"Telegram does not bring the updates of @{name} to [webhook] url"
    more = "another address is set" if pushed else "none is set"
    return Checkup(
        False, f"{what}: {more}", "`interlude run` tells it; a line of the log says why it could not."
    )


async def _token(config: Config) -> Checkup:
    token = config.telegram.token.get_secret_value()
    if not token:
        return Checkup(False, "there is no token", "Put the one that @BotFather shows into [telegram] token.")
    try:
        async with asyncio.timeout(PATIENCE), Api(token, config.telegram.api_url) as api:
            name, pushed = await api.username(), await api.webhook()
            if config.telegram.mode == "webhook":
                return _brought(name, pushed, config.webhook.url)
            if pushed:
                what = f"a webhook is set for @{name}: Telegram gives its updates there, not here"
                return Checkup(
                    False, what, "Take it away: call deleteWebhook, or stop the program that set it."
                )
            return Checkup(True, f"Telegram knows the token: @{name}")
    except InvalidToken:
        return Checkup(
            False, "Telegram refuses the token", "Put the one that @BotFather shows into [telegram]."
        )
    except (TelegramError, TimeoutError) as fault:
        remedy = "Look at the connection and at [telegram] api_url, then try again."
        return Checkup(False, f"Telegram does not answer ({type(fault).__name__})", remedy)

"""``interlude init``: settings, key and database of a new installation; nothing that is there is overwritten."""

import asyncio
import json
import os
import re
import secrets
import sys
from pathlib import Path
from typing import Any

import typer
from telegram.error import Conflict, InvalidToken, TelegramError

from bot import config as configs
from bot import config_file, vault
from bot.cli.running import complain, every, fresh
from bot.cli.voice import say
from bot.config import Config
from bot.config_file import FILE
from bot.faults import StoreFault
from bot.people.admin import folder
from bot.runtime import keyring
from bot.store.address import place
from bot.store.db import Store
from bot.telegram import Api, Message, to_arrival

EXAMPLE = Path(configs.__file__).parent / "config.example.toml"
"""Every setting with what holds when nobody sets it; in the repository it lies at the top."""

TRIES = 3
"""So often a person can put in a token; after that something else is wrong."""

WAIT = 600
"""Seconds that it waits for the admin's message."""

PAGE = 100
"""Updates that Telegram gives at a time."""


def init(path: Path | None, token_file: Path | None, admins: list[int], api_url: str) -> None:
    """Make what is not there yet of settings, key and database, and say where they are."""
    file = path or FILE
    there = file.exists()
    name = "" if there else _begun(file, token_file, admins, api_url)
    for bot, chosen in every(file).items():
        known = _kept(file, bot, chosen) if there else name
        try:
            made = fresh(chosen)
            asyncio.run(make_house(chosen))
        except (StoreFault, vault.VaultFault) as fault:
            complain(str(fault))
        if not folder.files(chosen.prompts.path):
            complain(
                f"there are no scripts in {chosen.prompts.path.absolute()}; mend [prompts] path in {file}"
            )
        _say(file, chosen, known, made)


# ---- the settings ---------------------------------------------------------------------------------


def _kept(file: Path, bot: str, chosen: Config) -> str:
    """Settings that are there stay as they are; the bot's name, if Telegram knows the token."""
    of_bot = f" Bot {bot}:" if bot else ""
    try:
        configs.require(chosen)
    except configs.ConfigFault as fault:
        complain(f"{file} is there and stays as it is.{of_bot} {fault}")
    say(f"{file} is there and stays as it is.{of_bot}", markup=False)
    return _name(chosen.telegram.token.get_secret_value(), chosen.telegram.api_url)


def _begun(file: Path, token_file: Path | None, admins: list[int], api_url: str) -> str:
    """Ask for what is not said, check it, write the settings; what the environment says stays there."""
    try:
        known = config_file.from_environment()
    except configs.ConfigFault as fault:
        complain(str(fault))
    server = api_url or known.telegram.api_url
    token = known.telegram.token.get_secret_value()
    told = token or (_read(token_file) if token_file else "")
    told, name = (told, _name(told, server)) if told else _asked(server)
    ids = admins or list(known.people.admins) or [asyncio.run(_learned(told, server, name))]
    text = written(
        "" if token else told, [] if known.people.admins and not admins else ids, api_url and server
    )
    _write(file, text)
    return name


def written(token: str, admins: list[int], api_url: str = "") -> str:
    """The settings as text: the example with these put in, and every other setting as it stands there."""
    text = EXAMPLE.read_text(encoding="utf-8")
    said = {"token": json.dumps(token), "admins": json.dumps(admins), "api_url": json.dumps(api_url)}
    for key, value in said.items():
        if value not in ('""', "[]"):
            before, line, after = re.split(rf"^((?:# )?{key} = \S+ +#)", text, maxsplit=1, flags=re.MULTILINE)
            text = f"{before}{key} = {value}{' ' * max(2, len(line) - len(f'{key} = {value}') - 1)}#{after}"
    return text


def _write(file: Path, text: str) -> None:
    """A new file that only its owner can read; never over another."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(text)
    except OSError as fault:
        complain(f"{file} cannot be written ({type(fault).__name__}); choose another --config")


# ---- the token ------------------------------------------------------------------------------------


def _read(file: Path) -> str:
    try:
        return (sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")).strip()
    except (OSError, UnicodeDecodeError) as fault:
        complain(f"{file} cannot be read ({type(fault).__name__})")


def _asked(server: str) -> tuple[str, str]:
    """A token that Telegram knows, from whoever sits there, and the bot's name."""
    if not sys.stdin.isatty():
        complain("there is no terminal to ask at; give --token-file and --admin")
    say("In Telegram, write /newbot to @BotFather. It shows a token; paste it here (it stays unseen).")
    left = TRIES
    while True:
        token = str(typer.prompt("Token", hide_input=True)).strip()
        try:
            return token, asyncio.run(_known(token, server))
        except InvalidToken:
            left -= 1
            if not left:
                complain("no token that Telegram knows; /token at @BotFather shows it again")
            say("Telegram does not know this token. Once more, whole, with the number and the colon:")


def _name(token: str, server: str) -> str:
    try:
        return asyncio.run(_known(token, server))
    except InvalidToken:
        complain(
            "Telegram refuses the token. Take the one that @BotFather shows; /token there shows it again."
        )


async def _known(token: str, server: str) -> str:
    """The bot's @name; raises InvalidToken, and complains of everything else."""
    if not re.fullmatch(r"\d+:[\w-]+", token):
        raise InvalidToken("not the form of a token")
    try:
        async with Api(token, server) as api:
            if await api.webhook():
                complain("a webhook is set for this bot: call deleteWebhook, or stop the program that set it")
            return await api.username()
    except InvalidToken:
        raise
    except TelegramError as fault:
        complain(
            f"{server} does not answer ({type(fault).__name__}); look at the connection, then try again", 1
        )


# ---- the admin ------------------------------------------------------------------------------------


async def _learned(token: str, server: str, name: str) -> int:
    """The id of whoever sends the bot the code that stands on this screen."""
    code = f"{secrets.randbelow(10**6):06}"
    say(f"\nWho is the admin? Open https://t.me/{name} in Telegram, press Start, and send it:  {code}")
    say("(Waiting for it. --admin ID says it without asking.)")
    try:
        async with asyncio.timeout(WAIT), Api(token, server) as api:
            return await _heard(api, code)
    except TimeoutError:
        complain("nobody sent the code; begin again, or give --admin ID", 1)
    except Conflict:
        complain("another program takes this bot's updates: stop it, or give --admin ID", 1)
    except TelegramError as fault:
        complain(f"{server} does not answer ({type(fault).__name__}); try again", 1)


async def _heard(api: Api, code: str) -> int:
    """Look through what waits at Telegram. Nothing of anybody else's is confirmed: the bot is to get it."""
    seen = 0
    while True:
        waiting = await api.updates(0, 20)
        said = [(update, _message(update)) for update in waiting]
        for update, message in said:
            if message is not None and code in message.text.split():
                if all(one is not None and one.chat_id == message.chat_id for _, one in said):
                    await api.updates(int(update["update_id"]) + 1, 0)
                await _nod(api, message)
                say(f"That is the Telegram id {message.chat_id}.")
                return message.chat_id
        if len(waiting) >= PAGE:
            complain(f"{PAGE} messages wait for this bot before yours; give --admin ID instead", 1)
        await asyncio.sleep(1 if len(waiting) == seen and waiting else 0)
        seen = len(waiting)


def _message(update: Any) -> Message | None:
    try:
        arrival = to_arrival(update)
    except Exception:
        return None  # what cannot be read is not the code
    return arrival if isinstance(arrival, Message) else None


async def _nod(api: Api, message: Message) -> None:
    """A sign in the chat that it arrived."""
    emoji = [{"type": "emoji", "emoji": "👌"}]
    params = {"chat_id": message.chat_id, "message_id": message.message_id, "reaction": emoji}
    await api.call("setMessageReaction", params)


# ---- the house ------------------------------------------------------------------------------------


async def make_house(chosen: Config) -> None:
    """Key first, then database; no key is made beside a database that is there, or where one is given."""
    new = fresh(chosen)
    in_file = keyring.of_file(chosen.security)
    keys = vault.load_or_make(chosen.security.key_file, new) if in_file else keyring.ring(chosen.security)
    if new:
        async with Store.open(chosen.database.path, keys, url=chosen.database.address):
            pass


def _named(chosen: Config) -> object:
    """Where the database is, without a password."""
    return place(chosen.database.address) if chosen.database.address else chosen.database.path.absolute()


def _say(file: Path, chosen: Config, name: str, made: bool) -> None:
    in_file = keyring.of_file(chosen.security)
    key = chosen.security.key_file.absolute() if in_file else keyring.name(chosen.security)
    rows = [
        ("Settings", file.absolute(), "with the token in it; only you can read it"),
        ("Database", _named(chosen), "" if made else "(it was there)"),
        ("Key file" if in_file else "Keys    ", key, ""),
    ]
    for what, where, more in rows:
        say(f"{what}  {where}  {more}".rstrip(), markup=False)
    say(
        f"\nCopy {key if in_file else 'the key'} now to another place, not where backups of the database go.\n"
        "Without it, nothing that people write can be read again."
    )
    here = "" if file == FILE else f" --config {file}"
    say(f"\nThen: interlude run{here}\nand write /coach to @{name}: it gives a link for the first coach.")

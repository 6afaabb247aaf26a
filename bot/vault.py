"""The vault: a file of master keys, and sealing with AES-256-GCM.

Each person has a data key of their own; the master key only wraps data keys. Every sealed blob is bound
to its place (table, column, owner ...), so that it opens nowhere else. A blob is: one byte of key version,
twelve bytes of nonce, then the ciphertext with its tag. No error here carries a word or a key.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
SEAL_VERSION = 1
LAST = 255
"""The last version of a master key: it stands in one byte."""
HEADING = (
    "# The master keys of Interlude, one line a version: number, then 64 hexadecimal digits.\n"
    "# Keep a copy of this file apart from the database and its backups. Without it, nothing that people\n"
    "# wrote can be read again. The highest version wraps new keys; the others still open old ones.\n"
)


class VaultFault(Exception):
    """A key file or a sealed blob is not as it should be; says which one and what to do, without words."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """One person's key, unwrapped; lives only as long as a transaction."""

    _cipher: AESGCM = field(repr=False)

    def seal(self, place: str, plain: bytes) -> bytes:
        """The bytes, sealed for this place only; 29 bytes longer."""
        return _encrypt(self._cipher, SEAL_VERSION, place, plain)

    def open(self, place: str, blob: bytes) -> bytes:
        """The bytes that were sealed for this place. Raises VaultFault when the blob was not."""
        if not blob or blob[0] != SEAL_VERSION:
            raise VaultFault(f"A sealed value at {place} is of a version that this program does not know.")
        return _decrypt(self._cipher, place, blob)


class Vault:
    """The master keys by version: makes and unwraps data keys. Raises VaultFault, never shows a key."""

    def __init__(self, masters: Mapping[int, bytes], name: str = "the key file") -> None:
        if not masters:
            raise VaultFault(f"There is no key in {name}.")
        self.name = name
        self.version = max(masters)
        self._masters = {version: AESGCM(key) for version, key in masters.items()}

    def __repr__(self) -> str:
        return f"Vault({self.name}, versions {sorted(self._masters)})"

    def new_key(self, owner: int) -> bytes:
        """A fresh data key for the owner, wrapped by the newest master key."""
        return self.wrap(owner, secrets.token_bytes(KEY_BYTES))

    def wrap(self, owner: int, key: bytes) -> bytes:
        """A data key wrapped by the newest master key, bound to its owner."""
        return _encrypt(self._masters[self.version], self.version, _wrap_place(owner), key)

    def unwrap(self, owner: int, wrapped: bytes) -> DataKey:
        """The owner's data key. Raises VaultFault when the ring lacks its version or it was tampered with."""
        return DataKey(AESGCM(self._key(owner, wrapped)))

    def rewrap(self, owner: int, wrapped: bytes) -> bytes:
        """The same data key wrapped by the newest master key; what it sealed stays as it is."""
        return self.wrap(owner, self._key(owner, wrapped))

    def mark(self, owner: int, wrapped: bytes, words: str) -> str:
        """A keyed hash (HMAC-SHA256, hexadecimal) by the owner's key: without that key nobody makes it again."""
        return hmac.new(self._key(owner, wrapped), words.encode(), hashlib.sha256).hexdigest()

    def must_hold(self, version: int) -> AESGCM:
        """The master key of this version. Raises VaultFault where the ring lacks it."""
        master = self._masters.get(version)
        if master is None:
            raise VaultFault(
                f"A data key is wrapped by master key version {version}, which {self.name} does not hold. "
                "Put the keys that belong to this database back in their place."
            )
        return master

    def _key(self, owner: int, wrapped: bytes) -> bytes:
        master = self.must_hold(wrapped[0] if wrapped else 0)
        return _decrypt(master, _wrap_place(owner), wrapped)


def load(path: Path) -> Vault:
    """The vault of a key file. Raises VaultFault: missing, readable by others, or not a ring of keys."""
    try:
        _refuse_readable(path)
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise VaultFault(
            f"The key file {path} is missing. Put it back from where you keep its copy."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise VaultFault(f"The key file {path} cannot be read ({type(error).__name__}).") from None
    return Vault(_parse(path, text), str(path))


def parsed(name: str, text: str) -> Vault:
    """The vault of keys that stand in no file: its lines, set apart by line ends or commas, or one bare key."""
    written = [line for line in text.splitlines() if not line.startswith("#")]
    lines = [one.strip() for line in written for one in re.split("[,;]", line) if one.strip()]
    if len(lines) == 1 and " " not in lines[0]:
        lines = [f"1 {lines[0]}"]
    return Vault(_parse(name, "\n".join(lines)), name)


def new_line(version: int) -> str:
    """A fresh master key as it stands in a ring."""
    return _line(version, secrets.token_bytes(KEY_BYTES))


def load_or_make(path: Path, fresh: bool) -> Vault:
    """The vault of a key file, made first when ``fresh`` (no database yet) and it is not there.

    Beside a database that exists a missing key file is a fault: a new one would open nothing.
    """
    if fresh and not path.exists():
        make(path)
    return load(path)


def make(path: Path) -> None:
    """Make a key file with one new key, mode 0600, whole or not at all; an existing file is left alone."""
    draft = _write_draft(path, HEADING + _line(1, secrets.token_bytes(KEY_BYTES)))
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError as error:
        raise VaultFault(f"The key file {path} cannot be made ({type(error).__name__}).") from None
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def add_version(path: Path) -> int:
    """Add a new master key to the file, which from now on wraps; returns its version (at most 255).

    Afterwards every data key is to be re-wrapped (bot/store/keys.py); the old line opens older backups.
    """
    version = load(path).version + 1
    if version > LAST:
        raise VaultFault(f"{path} holds version {LAST}, which is the last.")
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    os.replace(_write_draft(path, text + _line(version, secrets.token_bytes(KEY_BYTES))), path)
    _sync_folder(path.parent)
    return version


def _encrypt(cipher: AESGCM, version: int, place: str, plain: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return bytes([version]) + nonce + cipher.encrypt(nonce, plain, place.encode())


def _decrypt(cipher: AESGCM, place: str, blob: bytes) -> bytes:
    nonce, sealed = blob[1 : 1 + NONCE_BYTES], blob[1 + NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, sealed, place.encode())
    except (InvalidTag, ValueError):
        raise VaultFault(
            f"A sealed value at {place} does not open: another key sealed it, or it was changed."
        ) from None


def _wrap_place(owner: int) -> str:
    return f"keys|wrapped|{owner}"


def _line(version: int, key: bytes) -> str:
    return f"{version} {key.hex()}\n"


def _parse(path: Path | str, text: str) -> dict[int, bytes]:
    masters: dict[int, bytes] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        version, key = _parse_line(f"{path}, line {number}", line)
        if version in masters:
            raise VaultFault(f"{path}, line {number}: version {version} is there twice.")
        masters[version] = key
    return masters


def _parse_line(place: str, line: str) -> tuple[int, bytes]:
    try:
        number, digits = line.split()
        version, key = int(number), bytes.fromhex(digits)
    except ValueError:
        raise VaultFault(f"{place}: expected a number and {2 * KEY_BYTES} hexadecimal digits.") from None
    if len(key) != KEY_BYTES or not 1 <= version <= 255:
        raise VaultFault(f"{place}: expected a number from 1 to 255 and {2 * KEY_BYTES} hexadecimal digits.")
    return version, key


def _refuse_readable(path: Path) -> None:
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise VaultFault(
            f"The key file {path} can be read by others (mode {mode:04o}). Run: chmod 600 {path}"
        )


def _write_draft(path: Path, text: str) -> Path:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise VaultFault(f"The key file {path} cannot be written ({type(error).__name__}).") from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return draft


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

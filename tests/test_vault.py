"""The vault: key files and sealing."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import vault as vaults
from bot.vault import Vault, VaultFault


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "master.key"


def test_make_writes_mode_0600(file: Path) -> None:
    """A key file is made readable by its owner alone, and opens at once."""
    vault = vaults.load_or_make(file, fresh=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert vault.version == 1
    assert [path.name for path in file.parent.iterdir()] == ["master.key"]


def test_make_never_replaces(file: Path) -> None:
    """Making a key file twice leaves the first one as it was."""
    vaults.make(file)
    before = file.read_bytes()
    vaults.make(file)
    assert file.read_bytes() == before


def test_a_missing_file_beside_a_database_is_a_fault(file: Path) -> None:
    """A key file is never made anew beside a database that needs the old one."""
    with pytest.raises(VaultFault, match="is missing"):
        vaults.load_or_make(file, fresh=False)
    assert not file.exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_a_readable_file_is_refused(file: Path, mode: int) -> None:
    """A key file that others can read is refused, with the command that mends it."""
    vaults.make(file)
    file.chmod(mode)
    with pytest.raises(VaultFault, match=r"chmod 600"):
        vaults.load(file)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "no key"),
        ("# only a heading\n", "no key"),
        ("1 abc\n", "line 1"),
        ("1 " + "ab" * 31 + "\n", "line 1"),
        ("0 " + "ab" * 32 + "\n", "line 1"),
        ("256 " + "ab" * 32 + "\n", "line 1"),
        ("one " + "ab" * 32 + "\n", "line 1"),
        ("1 " + "ab" * 32 + "\n1 " + "cd" * 32 + "\n", "line 2: version 1 is there twice"),
    ],
)
def test_a_wrong_file_names_the_line(file: Path, text: str, match: str) -> None:
    """A key file that is no ring of keys is refused by line, and no key is shown."""
    file.parent.mkdir()
    file.write_text(text)
    file.chmod(0o600)
    with pytest.raises(VaultFault, match=match) as fault:
        vaults.load(file)
    assert "abab" not in str(fault.value)


def test_bytes_that_are_no_text_are_a_fault(file: Path) -> None:
    """A key file of any bytes gives a fault, not a traceback."""
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")
    file.chmod(0o600)
    with pytest.raises(VaultFault, match="cannot be read"):
        vaults.load(file)


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    """A key file where no folder can be is a fault in one sentence."""
    (tmp_path / "file").write_text("")
    with pytest.raises(VaultFault, match="cannot be written"):
        vaults.make(tmp_path / "file" / "master.key")


@settings(max_examples=50)
@given(plain=st.binary(max_size=5000), owner=st.integers(-(2**52), 2**52), place=st.text(max_size=30))
def test_sealed_bytes_open_again(plain: bytes, owner: int, place: str) -> None:
    """Whatever is sealed opens to the same bytes at the same place."""
    vault = Vault({1: b"m" * 32})
    key = vault.unwrap(owner, vault.new_key(owner))
    blob = key.seal(place, plain)
    assert len(blob) == len(plain) + 29
    assert key.open(place, blob) == plain


@settings(max_examples=50)
@given(where=st.integers(0, 48), flip=st.integers(1, 255))
def test_a_changed_blob_never_opens(where: int, flip: int) -> None:
    """A blob with any byte changed is refused, and the error carries no word."""
    vault = Vault({1: b"m" * 32})
    key = vault.unwrap(7, vault.new_key(7))
    blob = bytearray(key.seal("responses|words", b"a planted sentence."))
    blob[min(where, len(blob) - 1)] ^= flip
    with pytest.raises(VaultFault) as fault:
        key.open("responses|words", bytes(blob))
    assert "planted" not in str(fault.value)


def test_a_blob_opens_only_in_its_place() -> None:
    """A sealed value moved to another place does not open there."""
    vault = Vault({1: b"m" * 32})
    key = vault.unwrap(7, vault.new_key(7))
    with pytest.raises(VaultFault, match="does not open"):
        key.open("b", key.seal("a", b"words"))


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01" + b"n" * 12, b"\x02" + b"x" * 40])
def test_short_and_unknown_blobs_are_faults(blob: bytes) -> None:
    """Too short a blob and one of an unknown version are faults, not crashes."""
    vault = Vault({1: b"m" * 32})
    with pytest.raises(VaultFault):
        vault.unwrap(7, vault.new_key(7)).open("a", blob)


def test_a_key_belongs_to_its_owner() -> None:
    """A wrapped data key put beside another owner does not unwrap."""
    vault = Vault({1: b"m" * 32})
    with pytest.raises(VaultFault, match="does not open"):
        vault.unwrap(8, vault.new_key(7))


def test_an_unknown_master_version_is_named() -> None:
    """A key wrapped by a master key that the ring lacks says which version is missing."""
    new = Vault({1: b"m" * 32, 2: b"n" * 32})
    with pytest.raises(VaultFault, match="version 2"):
        Vault({1: b"m" * 32}).unwrap(7, new.new_key(7))


def test_rotation_keeps_every_text(file: Path) -> None:
    """With a new master version old wraps still open, new ones use it, a re-wrap opens the same texts."""
    old = vaults.load_or_make(file, fresh=True)
    wrapped = old.new_key(7)
    blob = old.unwrap(7, wrapped).seal("a", b"words")
    assert vaults.add_version(file) == 2
    new = vaults.load(file)
    assert new.unwrap(7, wrapped).open("a", blob) == b"words"
    again = new.rewrap(7, wrapped)
    assert again[0] == 2
    assert new.unwrap(7, again).open("a", blob) == b"words"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_last_version_is_the_last(file: Path) -> None:
    """A ring that is full says so instead of writing a version that does not fit its byte."""
    file.parent.mkdir()
    file.write_text("255 " + "ab" * 32 + "\n")
    file.chmod(0o600)
    with pytest.raises(VaultFault, match="255"):
        vaults.add_version(file)


def test_nothing_shows_a_key(file: Path) -> None:
    """Neither a vault nor a data key shows a key when printed."""
    vault = Vault({1: b"m" * 32})
    key = vault.unwrap(7, vault.new_key(7))
    assert "mmm" not in f"{vault!r}{vault!s}{key!r}"
    assert "versions [1]" in repr(vault)


def test_the_file_survives_a_crash_of_its_making(file: Path) -> None:
    """A half-made draft beside it (a crash while making) does not keep the key file from being made."""
    file.parent.mkdir()
    (file.parent / ".master.key.0badcafe").write_text("half")
    vaults.make(file)
    assert vaults.load(file).version == 1
    assert os.listdir(file.parent).count("master.key") == 1

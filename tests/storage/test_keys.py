"""Keys: from a setting or a private file, and refused without being shown."""

from __future__ import annotations

import base64
import os
import stat
from pathlib import Path

import pytest

from bot.storage.errors import StorageError
from bot.storage.keys import load_keys, load_or_create_key


def _text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


def test_keys_of_a_setting_come_in_their_order_with_or_without_padding() -> None:
    one, two = b"\xff" * 32, b"\xfb" * 32
    assert load_keys(f"{_text(one)}, {_text(two).rstrip('=')}") == (one, two)


@pytest.mark.fault("storage-key-in-error")
@pytest.mark.parametrize("bad", ["", " , ", "supersecretshort", "!" * 44, _text(b"a" * 31), "ключ" * 11])
def test_nonsense_is_refused_by_name_and_never_shown(bad: str) -> None:
    with pytest.raises(StorageError, match="REBOUND_ENCRYPTION_KEY") as caught:
        load_keys(bad)
    assert "\n" not in str(caught.value)
    assert not bad.strip(" ,") or bad not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_key_file_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "rebound.key"
    old_mask = os.umask(0)
    try:
        first = load_or_create_key(path)
    finally:
        os.umask(old_mask)
    assert first.created
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["rebound.key"]
    again = load_or_create_key(path)
    assert again.keys == first.keys
    assert not again.created
    assert not again.tightened


@pytest.mark.fault("storage-key-readable")
def test_a_key_file_that_others_may_read_is_made_private_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "rebound.key"
    load_or_create_key(path)
    path.chmod(0o644)
    assert load_or_create_key(path).tightened
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"\x00\xff not a key", b"secret"])
def test_a_key_file_without_a_key_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rebound.key"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"rebound\.key") as caught:
        load_or_create_key(path)
    assert "secret" not in str(caught.value)
    assert path.read_bytes() == content


def test_a_key_file_may_hold_several_keys_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "rebound.key"
    path.write_text(f"{_text(b'n' * 32)}\n{_text(b'o' * 32)}\n")
    assert load_or_create_key(path).keys == (b"n" * 32, b"o" * 32)


def test_a_key_file_in_a_place_that_cannot_be_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be used"):
        load_or_create_key(tmp_path / "file" / "rebound.key")

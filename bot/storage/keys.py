"""Where encryption keys come from: a setting, or a key file that only its owner can read."""

from __future__ import annotations

import base64
import binascii
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from bot.storage.encryption import KEY_BYTES
from bot.storage.errors import StorageError


@dataclass(frozen=True, slots=True)
class LoadedKeys:
    """Keys and how they came: a new file should be backed up, a tightened one looked at."""

    keys: tuple[bytes, ...]
    created: bool = False
    tightened: bool = False


def load_keys(setting: str, name: str = "REBOUND_ENCRYPTION_KEY") -> tuple[bytes, ...]:
    """Return the keys of a setting: base64url, 32 bytes each, separated by commas; the first one writes.

    Args:
        setting: the text; it never appears in an error.
        name: what the setting (or file) is called in errors.

    Raises:
        StorageError: it is not such a list.
    """
    parts = [part.strip() for part in setting.split(",") if part.strip()]
    if not parts:
        raise StorageError(f"{name} is empty: it needs 32 bytes as base64url, several separated by commas")
    return tuple(_decode(part, name, number) for number, part in enumerate(parts, start=1))


def _decode(part: str, name: str, number: int) -> bytes:
    try:
        key = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise StorageError(f"{name}: key {number} is not 32 bytes as base64url")
    return key


def load_or_create_key(path: Path) -> LoadedKeys:
    """Return the keys in a key file; make the file (mode 0600, its folder 0700) if it is not there.

    A file that others may read is made private, and the result says so.

    Raises:
        StorageError: the file cannot be read or made, or holds no key.
    """
    try:
        return _read(path) if path.exists() else _create(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
    raise StorageError(f"{path}: the key file cannot be used: {reason}")


def _read(path: Path) -> LoadedKeys:
    open_to_others = bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    if open_to_others:
        path.chmod(0o600)
    text = path.read_bytes().decode("ascii", "replace").replace("\n", ",")
    return LoadedKeys(load_keys(text, str(path)), tightened=open_to_others)


def _create(path: Path) -> LoadedKeys:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = os.urandom(KEY_BYTES)
    # Written aside and linked into place: a kill in the middle leaves no half a key.
    aside = path.with_name(f"{path.name}.{os.getpid()}.new")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.urlsafe_b64encode(key) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(aside, path)
    except FileExistsError:
        return _read(path)  # another process made it in between
    finally:
        aside.unlink()
    return LoadedKeys((key,), created=True)

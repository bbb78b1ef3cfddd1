"""Reads the package's own content files and refuses a broken one by file and entry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any


class ContentError(ValueError):
    """A content file is broken. The message names the file and the entry, for whoever edits it."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(f"{file}: {entry}: {problem}")
        self.file = file
        self.entry = entry


def read_bytes(package: str, name: str) -> bytes:
    """Return the bytes of the file `name` of `package`.

    Raises:
        ContentError: the file is not there.
    """
    try:
        return resources.files(package).joinpath(*name.split("/")).read_bytes()
    except (FileNotFoundError, ModuleNotFoundError) as missing:
        raise ContentError(name, "file", "is missing") from missing


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Return the parsed TOML file `name` of `package`.

    Raises:
        ContentError: the file is missing or not TOML.
    """
    try:
        return tomllib.loads(read_bytes(package, name).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ContentError(name, "file", str(broken)) from broken


def texts(entry: Mapping[str, Any], key: str, file: str, label: str, at_least: int = 0) -> tuple[str, ...]:
    """Return the list of texts under `key` of one entry, checked.

    Raises:
        ContentError: it is not a list of texts, or shorter than `at_least`.
    """
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ContentError(file, label, f"{key} must be a list of texts")
    if len(value) < at_least:
        raise ContentError(file, label, f"{key} needs at least {at_least} entries, has {len(value)}")
    return tuple(value)

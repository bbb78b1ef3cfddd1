"""Cue rules over a normalised thought: loads them and refuses a broken one by file and id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from conversations.content import ContentError, read_toml, texts
from conversations.safety.normalise import normalise

PACKAGE = "conversations.understanding"

_PIECE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: what it speaks for (a trap's slug or a kind of problem), with which weight."""

    id: str
    label: str
    weight: int
    pattern: re.Pattern[str]
    must_match: tuple[str, ...]
    must_not_match: tuple[str, ...]

    def found(self, plain: str) -> bool:
        """Return whether the cue is in a normalised text."""
        return self.pattern.search(plain) is not None


@cache
def load_cues(file: str, key: str, labels: frozenset[str]) -> tuple[Cue, ...]:
    """Read the cues of `file`.

    Args:
        key: the entry that names what a cue speaks for, "trap" or "kind".
        labels: what it may speak for.

    Raises:
        ContentError: names the file and the cue.
    """
    data = read_toml(PACKAGE, file)
    pieces = {str(name): str(pattern) for name, pattern in data.get("words", {}).items()}
    cues = tuple(_read(entry, key, labels, pieces, file) for entry in data.get("cues", []))
    if len({cue.id for cue in cues}) != len(cues):
        raise ContentError(file, "cues", "an id is used twice")
    return cues


def _read(
    entry: Mapping[str, Any], key: str, labels: frozenset[str], pieces: Mapping[str, str], file: str
) -> Cue:
    label = str(entry.get("id", "a cue without an id"))
    if entry.get(key) not in labels:
        raise ContentError(file, label, f"{key} must be one of {', '.join(sorted(labels))}")
    weight = entry.get("weight", 1)
    if weight not in (1, 2, 3):
        raise ContentError(file, label, "weight must be 1, 2 or 3")
    return Cue(
        id=label,
        label=str(entry[key]),
        weight=int(weight),
        pattern=_compile(texts(entry, "pattern", file, label, at_least=1), pieces, file, label),
        must_match=texts(entry, "must_match", file, label, at_least=3),
        must_not_match=texts(entry, "must_not_match", file, label, at_least=2),
    )


def _compile(patterns: tuple[str, ...], pieces: Mapping[str, str], file: str, label: str) -> re.Pattern[str]:
    def piece(match: re.Match[str]) -> str:
        if match.group(1) not in pieces:
            raise ContentError(file, label, f"{match.group()} is not in [words]")
        return pieces[match.group(1)]

    one = _PIECE.sub(piece, "|".join(patterns))
    try:
        return re.compile(f"(?<= )(?:{one})(?= )")
    except re.error as broken:
        raise ContentError(file, label, f"pattern does not compile: {broken}") from broken


def scores(thought: str, cues: tuple[Cue, ...]) -> dict[str, int]:
    """Return the sum of weights of the cues found in `thought`, for each label that has any."""
    plain = normalise(thought)
    found: dict[str, int] = {}
    for cue in cues:
        if cue.found(plain):
            found[cue.label] = found.get(cue.label, 0) + cue.weight
    return found

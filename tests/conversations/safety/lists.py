"""Reads the lists of lines that must, and must not, bring up help."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def lines_of(name: str) -> list[str]:
    """Return the lines of a list of plain lines."""
    raw = (_HERE / name).read_text("utf-8").splitlines()
    return [one for one in raw if one and not one.startswith(("#", "["))]


def labelled(name: str) -> list[tuple[str, str]]:
    """Return (label, line) of a tab-separated list."""
    raw = (_HERE / name).read_text("utf-8").splitlines()
    pairs = [one.split("\t", 1) for one in raw if one and not one.startswith("#")]
    return [(label, text) for label, text in pairs]

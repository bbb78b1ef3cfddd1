"""Lists as people type them: one per line, numbered, bulleted, or with commas."""

from __future__ import annotations

import re

BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.):])\s*")
NUMBERED = re.compile(r"(?:^|(?<=\s))\(?\d{1,2}[.)]\s+")


def split_list(text: str) -> tuple[str, ...]:
    """Return the items of `text`, each once: by line, else by number, else by semicolon or comma.

    A sentence with a comma stays one item: commas divide only where every part has at most six words.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = _divide(lines[0])
    unique: dict[str, str] = {}
    for line in lines:
        item = BULLET.sub("", line).strip(" \t.,;")
        if item:
            unique.setdefault(item.casefold(), item)
    return tuple(unique.values())


def _divide(line: str) -> list[str]:
    numbered = [part for part in NUMBERED.split(line) if part.strip()]
    if len(numbered) > 1:
        return numbered
    if ";" in line:
        return line.split(";")
    parts = re.split(r",\s*(?:and\s+|or\s+)?", line)
    return parts if all(0 < len(part.split()) <= 6 for part in parts) else [line]

"""Measures the sorting of employers' replies against a list by another hand (replies_unseen.toml).

python -m tests.conversations.understanding.score_replies [dev|frozen] [--misses]

dev and frozen are halves by a hash of the text. All 120 were scored once before any was seen: first
kind 0.57, set of kinds 0.54, top three 0.56, statements 0.75, usable exact 0.51, near 0.81. Then rules
were widened after looking at the misses of dev alone: only frozen says how well an unseen reply is read.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from conversations.understanding.feedback import rate_usable, sort_feedback
from conversations.understanding.statements import sort_statement, split_statements

LIST = Path(__file__).parent / "replies_unseen.toml"
Half = Literal["dev", "frozen", "all"]


@dataclass(frozen=True)
class Labelled:
    """One reply as the other hand labelled it."""

    text: str
    kinds: tuple[str, ...]
    usable: int | None
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1."""

    replies: int
    first_kind_f1: float
    kinds_f1: float
    top_three: float
    statements: float
    usable_exact: float
    usable_near: float


def half_of(text: str) -> Half:
    """Return the half a text belongs to, for good."""
    return "dev" if hashlib.sha256(text.encode()).digest()[0] % 2 else "frozen"


def labelled(half: Half = "all") -> list[Labelled]:
    """Read the list, or one half of it."""
    return [
        Labelled(
            text=str(entry["text"]),
            kinds=tuple(entry["kinds"]),
            usable=entry.get("usable"),
            statements=tuple((str(text), str(kind)) for text, kind in entry.get("statements", [])),
        )
        for entry in tomllib.loads(LIST.read_text("utf-8"))["reply"]
        if half in ("all", half_of(entry["text"]))
    ]


def macro_f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    """Return the mean F1 over every label that is expected somewhere; pairs are (expected, found)."""
    scores = []
    for label in sorted({label for expected, _ in pairs for label in expected}):
        hits = sum(label in expected and label in found for expected, found in pairs)
        named = sum((label in expected) + (label in found) for expected, found in pairs)
        scores.append(2 * hits / named)
    return sum(scores) / len(scores)


def measure(replies: list[Labelled]) -> Figures:
    """Sort every reply and compare."""
    found = [[kind for kind, _ in sort_feedback(reply.text)] for reply in replies]
    both = list(zip(replies, found, strict=True))
    firsts = [(set(reply.kinds[:1]), set(kinds[:1])) for reply, kinds in both]
    sets = [(set(reply.kinds), set(kinds)) for reply, kinds in both]
    sorted_right = [sort_statement(text) == kind for reply in replies for text, kind in reply.statements]
    off = [abs(rate_usable(reply.text) - reply.usable) for reply in replies if reply.usable is not None]
    return Figures(
        replies=len(replies),
        first_kind_f1=macro_f1(firsts),
        kinds_f1=macro_f1(sets),
        top_three=sum(reply.kinds[0] in kinds for reply, kinds in both if reply.kinds) / len(replies),
        statements=sum(sorted_right) / len(sorted_right),
        usable_exact=sum(gap == 0 for gap in off) / len(off),
        usable_near=sum(gap <= 1 for gap in off) / len(off),
    )


def misses(replies: list[Labelled]) -> list[str]:
    """Return a line for everything that came out otherwise than labelled."""
    lines = []
    for reply in replies:
        kinds = tuple(kind for kind, _ in sort_feedback(reply.text))
        if set(kinds) != set(reply.kinds) or kinds[:1] != reply.kinds[:1]:
            lines.append(f"kinds {reply.kinds} found {kinds}: {reply.text}")
        if reply.usable is not None and rate_usable(reply.text) != reply.usable:
            lines.append(f"usable {reply.usable} found {rate_usable(reply.text)}: {reply.text}")
        lines += [
            f"statement {kind} found {sort_statement(text)}: {text}"
            for text, kind in reply.statements
            if sort_statement(text) != kind
        ]
    return lines


def cut_alike(replies: list[Labelled]) -> float:
    """Return the share of labelled statements that split_statements cuts at the very same places."""
    pairs = [
        text.strip() in {one.text for one in split_statements(reply.text)}
        for reply in replies
        for text, _ in reply.statements
    ]
    return sum(pairs) / len(pairs)


if __name__ == "__main__":
    chosen: Half = "dev" if "dev" in sys.argv else "frozen" if "frozen" in sys.argv else "all"
    print(measure(labelled(chosen)), f"cut alike {cut_alike(labelled(chosen)):.2f}")
    if "--misses" in sys.argv and chosen == "dev":
        print("\n".join(misses(labelled(chosen))))

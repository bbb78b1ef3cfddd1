"""What lies ahead: if-then plans, values, directions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from conversations.records.record import Record


@dataclass(frozen=True, slots=True)
class Plan(Record):
    """An if-then plan with a date (PRODUCT.md, section 3, "If-then plans").

    Args:
        cue: the time or place, without "when" or "if".
        action: the one action, without "I will".
        due: the day, ISO 8601.
        area: cv, skills, mentors, people, applications, direction or care.
        source: what it grew from, in the person's words: a change, a gap, a value.
        state: open, done or dropped.
        done_on: ISO 8601.
    """

    kind: ClassVar[str] = "plan"
    cue: str
    action: str
    due: str | None = None
    area: str | None = None
    source: str | None = None
    state: str | None = None
    done_on: str | None = None


@dataclass(frozen=True, slots=True)
class Values(Record):
    """What matters to somebody: two or three values, and what they wrote about them.

    Args:
        chosen: slugs of values, or the person's own words.
        why: why these matter, in the person's words.
        lived: a time they lived one of them.
    """

    kind: ClassVar[str] = "values"
    chosen: tuple[str, ...] = ()
    why: str | None = None
    lived: str | None = None


@dataclass(frozen=True, slots=True)
class Direction(Record):
    """Which work somebody aims at, looked at anew: what they want more of, less of, and paths not considered.

    Args:
        more, less: what the next job should hold more of, and less of.
        paths: adjacent roles or other paths, in the person's words.
        first: the smallest way to try one of them out.
    """

    kind: ClassVar[str] = "direction"
    more: str | None = None
    less: str | None = None
    paths: str | None = None
    first: str | None = None

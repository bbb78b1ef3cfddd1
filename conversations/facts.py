"""What a conversation may know about the person and the world, handed in from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from conversations.lines import Json


@dataclass(frozen=True, slots=True)
class Entry:
    """Something a person has written down before.

    Args:
        id: names the entry for ever; ids are not used twice.
        kind: see `conversations.records`.
        at: when it happened, UTC epoch seconds.
        data: the fields of its record.
        parent: the entry it belongs to, such as the application of a rejection.
        day: the date of `at` where the person lives, None where nobody knows it.
    """

    id: int
    kind: str
    at: float
    data: Mapping[str, Json]
    parent: int | None = None
    day: date | None = None

    def words(self, name: str) -> str:
        """Return the field `name` as text, empty if it is not there."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""


class Diary(Protocol):
    """The person's entries, read anew each turn, so that what was deleted is gone everywhere."""

    def get(self, entry: int) -> Entry | None:
        """Return the entry, or None if it was deleted."""
        ...

    def recent(self, kind: str, limit: int = 1) -> Sequence[Entry]:
        """Return at most `limit` entries of `kind`, newest first."""
        ...

    def children(self, entry: int) -> Sequence[Entry]:
        """Return the entries that belong to `entry`, oldest first."""
        ...

    def counts(self) -> Mapping[str, int]:
        """Return how many entries of each kind there are."""
        ...


class EmptyDiary:
    """The diary of somebody who has not written anything."""

    def get(self, entry: int) -> Entry | None:
        """Return None."""
        return None

    def recent(self, kind: str, limit: int = 1) -> Sequence[Entry]:
        """Return nothing."""
        return ()

    def children(self, entry: int) -> Sequence[Entry]:
        """Return nothing."""
        return ()

    def counts(self) -> Mapping[str, int]:
        """Return nothing."""
        return {}


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing comes unasked: up to a local day, or (None) until the person says so."""

    until: date | None = None


NextSaid = Callable[["str | None"], "datetime | None"]
"""Takes a time zone; returns when the next unasked message would come if the person lived there."""


def nothing_said(zone: str | None) -> datetime | None:
    """Return None: nothing is due."""
    return None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a conversation may look at besides the answers.

    Args:
        today: the person's local date when the conversation began (pinned).
        country: ISO code, None if the person has not told us.
        quiet: True within 72 hours of a crisis card: nothing about applying.
        silence: the pause that the person has asked for, None if there is none.
        next_said: tells when the next unasked message will come.
        chance: differs from one conversation to the next and stays the same within it: for varied wording.
        given: what was said before the conversation began, by name (pinned).
        diary: the person's entries.
    """

    today: date
    country: str | None = None
    zone: str | None = None
    quiet: bool = False
    silence: Silence | None = None
    next_said: NextSaid = nothing_said
    chance: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    diary: Diary = field(default_factory=EmptyDiary)

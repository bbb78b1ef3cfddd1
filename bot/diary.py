"""The diary: what a conversation may read of the person's entries, inside the turn's transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from bot.storage import entries
from bot.storage.transaction import Transaction
from conversations.facts import Entry

T = TypeVar("T")


class StoredDiary:
    """The entries of one person, read anew in every turn; a turn reads the same thing only once.

    A turn runs the conversation a few times before anything is written, so what was read stays true.

    Args:
        local_day: the date where the person lives, of UTC epoch seconds.
    """

    def __init__(self, tx: Transaction, person: int, local_day: Callable[[float], date]) -> None:
        self._tx = tx
        self._person = person
        self._local_day = local_day
        self._read: dict[tuple[object, ...], Any] = {}

    def get(self, entry: int) -> Entry | None:
        """Return the entry, or None if it was deleted or is somebody else's."""

        def read() -> Entry | None:
            row = entries.get(self._tx, self._person, entry)
            return None if row is None else self._to_entry(row)

        return self._once(("get", entry), read)

    def recent(self, kind: str, limit: int = 1) -> Sequence[Entry]:
        """Return at most `limit` entries of `kind`, newest first."""
        rows = entries.list_entries
        return self._once(
            ("recent", kind, limit),
            lambda: [self._to_entry(row) for row in rows(self._tx, self._person, kind, limit=limit)],
        )

    def children(self, entry: int) -> Sequence[Entry]:
        """Return the entries that belong to `entry`, oldest first."""
        return self._once(
            ("children", entry),
            lambda: [self._to_entry(row) for row in entries.children(self._tx, self._person, entry)],
        )

    def counts(self) -> Mapping[str, int]:
        """Return how many entries of each kind there are."""
        return self._once(("counts",), lambda: entries.count(self._tx, self._person))

    def _once(self, key: tuple[object, ...], read: Callable[[], T]) -> T:
        if key not in self._read:
            self._read[key] = read()
        found: T = self._read[key]
        return found

    def _to_entry(self, row: entries.EntryRow) -> Entry:
        data = row.payload if isinstance(row.payload, dict) else {}
        return Entry(row.id, row.kind, row.at, data, row.parent_id, self._local_day(row.at))

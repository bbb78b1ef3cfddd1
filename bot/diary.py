"""The diary: what a conversation may read of the person's entries, inside the turn's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.storage import entries
from bot.storage.transaction import Transaction
from conversations.facts import Entry


class StoredDiary:
    """The entries of one person, read anew in every turn."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._tx = tx
        self._person = person

    def get(self, entry: int) -> Entry | None:
        """Return the entry, or None if it was deleted or is somebody else's."""
        row = entries.get(self._tx, self._person, entry)
        return None if row is None else _read(row)

    def recent(self, kind: str, limit: int = 1) -> Sequence[Entry]:
        """Return at most `limit` entries of `kind`, newest first."""
        return [_read(row) for row in entries.list_entries(self._tx, self._person, kind, limit=limit)]

    def children(self, entry: int) -> Sequence[Entry]:
        """Return the entries that belong to `entry`, oldest first."""
        return [_read(row) for row in entries.children(self._tx, self._person, entry)]

    def counts(self) -> Mapping[str, int]:
        """Return how many entries of each kind there are."""
        return entries.count(self._tx, self._person)


def _read(row: entries.EntryRow) -> Entry:
    data = row.payload if isinstance(row.payload, dict) else {}
    return Entry(row.id, row.kind, row.at, data, row.parent_id)

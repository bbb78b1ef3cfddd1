"""Entries: what people keep. A child (a round, a status event) names its parent, such as an application."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from bot.storage.encryption import Json
from bot.storage.errors import StorageError
from bot.storage.tables import entries
from bot.storage.transaction import PerDialect, Transaction

COLUMN = "entries.payload"
VERSION = 1

_c = entries.c
_mine = _c.person_id == bindparam("person")
_this = (_mine, _c.id == bindparam("entry"))
_insert = entries.insert().returning(_c.id)
_upsert = PerDialect(
    lambda insert: (
        lambda new: new.on_conflict_do_update(
            index_elements=["session_id", "slot"],
            index_where=_c.slot.is_not(None),
            set_={name: new.excluded[name] for name in ("kind", "parent_id", "at", "updated_at", "payload")},
            where=_c.person_id == new.excluded.person_id,
        )
    )(insert(entries)).returning(_c.id)
)
_get = select(entries).where(*_this)
_newest = select(entries).where(_mine).order_by(_c.at.desc(), _c.id.desc()).limit(bindparam("count"))
_of_kind = _newest.where(_c.kind == bindparam("kind"))
_before = (_c.at < bindparam("at")) | ((_c.at == bindparam("at")) & (_c.id < bindparam("before")))
_pages = {
    (False, False): _newest,
    (True, False): _of_kind,
    (False, True): _newest.where(_before),
    (True, True): _of_kind.where(_before),
}
_children = select(entries).where(_mine, _c.parent_id == bindparam("parent")).order_by(_c.at, _c.id)
_of_session = select(entries).where(_mine, _c.session_id == bindparam("session")).order_by(_c.id)
_of_people = select(entries).where(
    _c.person_id.in_(bindparam("people", expanding=True)),
    _c.kind == bindparam("kind"),
    _c.at >= bindparam("since"),
)
_many = select(entries).where(_c.id.in_(bindparam("ids", expanding=True)))
_counts = select(_c.kind, func.count()).where(_mine).group_by(_c.kind)
_change = update(entries).where(*_this).values(payload=bindparam("sealed"), updated_at=bindparam("now"))
_move = update(entries).where(*_this).values(parent_id=bindparam("to"), updated_at=bindparam("now"))
_delete = delete(entries).where(*_this)
_unreached = delete(entries).where(
    _mine,
    _c.session_id == bindparam("session"),
    _c.slot.is_not(None),
    _c.slot.not_in(bindparam("keep", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry; `at` is when it happened, all times are UTC epoch seconds, the payload is JSON."""

    id: int
    person_id: int
    kind: str
    parent_id: int | None
    session_id: str | None
    slot: str | None
    at: float
    created_at: float
    updated_at: float
    payload: Json


def insert(
    tx: Transaction,
    person_id: int,
    kind: str,
    payload: Json,
    *,
    at: float | None = None,
    parent_id: int | None = None,
    session_id: str | None = None,
    slot: str | None = None,
) -> int:
    """Store a new entry and return its id; `at` is UTC epoch seconds, now by default."""
    values = _values(tx, person_id, kind, payload, at, parent_id, session_id, slot)
    identity: int = tx.connection.execute(_insert, values).scalar_one()
    return identity


def upsert(
    tx: Transaction,
    person_id: int,
    kind: str,
    payload: Json,
    *,
    session_id: str,
    slot: str,
    at: float | None = None,
    parent_id: int | None = None,
) -> int:
    """Store what a session has in a slot, new or again, and return the entry's id.

    Raises:
        StorageError: the session's slot belongs to another person.
    """
    values = _values(tx, person_id, kind, payload, at, parent_id, session_id, slot)
    identity: int | None = tx.connection.execute(_upsert.on(tx), values).scalar()
    if identity is None:
        raise StorageError("entries: a session was used for two people")
    return identity


def get(tx: Transaction, person_id: int, entry_id: int) -> EntryRow | None:
    """Return one entry of a person, or None if it is not there (any more) or somebody else's."""
    row = tx.connection.execute(_get, {"person": person_id, "entry": entry_id}).first()
    return None if row is None else _read(tx, row)


def list_entries(
    tx: Transaction,
    person_id: int,
    kind: str | None = None,
    *,
    limit: int = 20,
    before_id: int | None = None,
) -> list[EntryRow]:
    """Return entries, newest first by when they happened.

    Args:
        tx: the transaction.
        person_id: whose.
        kind: only this kind, or None for all.
        limit: at most so many.
        before_id: the last entry of the page before; a page after an entry that is gone is empty.
    """
    values: dict[str, Any] = {"person": person_id, "count": limit, "kind": kind}
    if before_id is not None:
        last = tx.connection.execute(_get, {"person": person_id, "entry": before_id}).first()
        if last is None:
            return []
        values |= {"at": last.at, "before": last.id}
    if kind is None:
        del values["kind"]
    statement = _pages[kind is not None, before_id is not None]
    return [_read(tx, row) for row in tx.connection.execute(statement, values)]


def children(tx: Transaction, person_id: int, parent_id: int) -> list[EntryRow]:
    """Return the entries that belong to another one, oldest first: rounds, status events."""
    rows = tx.connection.execute(_children, {"person": person_id, "parent": parent_id})
    return [_read(tx, row) for row in rows]


def of_session(tx: Transaction, person_id: int, session_id: str) -> list[EntryRow]:
    """Return what a session has recorded, in the order in which it was first recorded."""
    rows = tx.connection.execute(_of_session, {"person": person_id, "session": session_id})
    return [_read(tx, row) for row in rows]


def of_people(tx: Transaction, people: Iterable[int], kind: str, since: float) -> dict[int, list[EntryRow]]:
    """Return the entries of a kind that happened since a time (UTC epoch seconds), by person."""
    found: dict[int, list[EntryRow]] = {}
    values = {"people": list(people), "kind": kind, "since": since}
    for row in tx.connection.execute(_of_people, values):
        found.setdefault(row.person_id, []).append(_read(tx, row))
    return found


def get_many(tx: Transaction, ids: Iterable[int]) -> list[EntryRow]:
    """Return entries of anybody by id: for what nobody sees."""
    return [_read(tx, row) for row in tx.connection.execute(_many, {"ids": list(ids)})]


def count(tx: Transaction, person_id: int) -> dict[str, int]:
    """Return how many entries of each kind a person has."""
    return {row[0]: row[1] for row in tx.connection.execute(_counts, {"person": person_id})}


def change(tx: Transaction, person_id: int, entry_id: int, payload: Json) -> bool:
    """Replace an entry's payload; return whether there was such an entry."""
    sealed = tx.vault.seal_json(person_id, COLUMN, payload, VERSION)
    values = {"person": person_id, "entry": entry_id, "sealed": sealed, "now": tx.now}
    return tx.connection.execute(_change, values).rowcount == 1


def move(tx: Transaction, person_id: int, entry_id: int, parent_id: int) -> None:
    """Let an entry belong to another one of the same person."""
    values = {"person": person_id, "entry": entry_id, "to": parent_id, "now": tx.now}
    tx.connection.execute(_move, values)


def remove(tx: Transaction, person_id: int, entry_id: int) -> bool:
    """Delete an entry and all that belongs to it; return whether there was such an entry."""
    return tx.connection.execute(_delete, {"person": person_id, "entry": entry_id}).rowcount == 1


def delete_unreached(tx: Transaction, person_id: int, session_id: str, keep: Collection[str]) -> int:
    """Delete what a session recorded in slots that its end no longer reaches; return how many."""
    values = {"person": person_id, "session": session_id, "keep": list(keep)}
    return tx.connection.execute(_unreached, values).rowcount


def _values(
    tx: Transaction,
    person_id: int,
    kind: str,
    payload: Json,
    at: float | None,
    parent_id: int | None,
    session_id: str | None,
    slot: str | None,
) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "kind": kind,
        "parent_id": parent_id,
        "session_id": session_id,
        "slot": slot,
        "at": tx.now if at is None else at,
        "created_at": tx.now,
        "updated_at": tx.now,
        "payload": tx.vault.seal_json(person_id, COLUMN, payload, VERSION),
    }


def _read(tx: Transaction, row: Any) -> EntryRow:
    payload = tx.vault.open_json(row.person_id, COLUMN, row.payload)
    values: list[Any] = [*row]
    values[-1] = payload
    return EntryRow(*values)

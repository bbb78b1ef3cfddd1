"""People: found and locked by chat id, so that one person's turns run one after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.storage.errors import StorageError
from bot.storage.tables import persons
from bot.storage.transaction import PerDialect, Transaction

# On PostgreSQL the row stays locked until the transaction ends; SQLite has one writer anyway.
_look_up = select(persons).where(persons.c.chat_id == bindparam("chat"))
_find = _look_up.with_for_update()
_get = select(persons).where(persons.c.id == bindparam("person"))
_look_at = select(persons).where(persons.c.id.in_(bindparam("people", expanding=True)))
_many = _look_at.with_for_update(skip_locked=True)
_create = PerDialect(lambda insert: insert(persons).on_conflict_do_nothing(index_elements=["chat_id"]))
_here = update(persons).where(persons.c.id == bindparam("person"))
_touch = _here.values(last_seen_at=bindparam("now"), blocked_at=None)
_block = (
    update(persons)
    .where(persons.c.chat_id == bindparam("chat"), persons.c.blocked_at.is_(None))
    .values(blocked_at=bindparam("now"))
)
_unblock = update(persons).where(persons.c.chat_id == bindparam("chat")).values(blocked_at=None)
ENDLESS = 253_370_764_800.0
"""The year 9999, in UTC epoch seconds: a pause until the person says so."""
_CHANGEABLE = frozenset({"consented_at", "locale", "zone", "country", "quiet_until", "paused_until"})
_changes = {
    name: _here.values({persons.c[name]: bindparam("value", type_=persons.c[name].type)})
    for name in _CHANGEABLE
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; times are UTC epoch seconds."""

    id: int
    chat_id: int
    since: float
    consented_at: float | None
    locale: str
    zone: str | None
    country: str | None
    blocked_at: float | None
    quiet_until: float | None
    last_seen_at: float
    paused_until: float | None = None


def find(tx: Transaction, chat_id: int) -> PersonRow | None:
    """Return the person of a chat, locked until the transaction ends, or None."""
    return _read(tx.connection.execute(_find, {"chat": chat_id}).first())


def look_up(tx: Transaction, chat_id: int) -> PersonRow | None:
    """Return the person of a chat without a lock, as `Database.read` needs it, or None."""
    return _read(tx.connection.execute(_look_up, {"chat": chat_id}).first())


def get(tx: Transaction, person_id: int) -> PersonRow | None:
    """Return a person by id, or None."""
    return _read(tx.connection.execute(_get, {"person": person_id}).first())


def get_many(tx: Transaction, people: Iterable[int]) -> list[PersonRow]:
    """Return people by id, locked; those whose turn is being taken right now are left out."""
    return [PersonRow(*row) for row in tx.connection.execute(_many, {"people": list(people)})]


def look_up_many(tx: Transaction, people: Iterable[int]) -> list[PersonRow]:
    """Return people by id without a lock, as `Database.read` needs it."""
    return [PersonRow(*row) for row in tx.connection.execute(_look_at, {"people": list(people)})]


def find_or_create(tx: Transaction, chat_id: int, locale: str = "en") -> tuple[PersonRow, bool]:
    """Return the person of a chat, locked, and whether we meet for the first time."""
    known = find(tx, chat_id)
    if known is not None:
        return known, False
    made = tx.connection.execute(
        _create.on(tx), {"chat_id": chat_id, "since": tx.now, "locale": locale, "last_seen_at": tx.now}
    )
    person = find(tx, chat_id)
    if person is None:
        raise StorageError("persons: a person who was just stored is not there")
    return person, made.rowcount == 1


def change(tx: Transaction, person_id: int, **values: float | str | None) -> None:
    """Set fields of a person: consented_at, locale, zone, country, quiet_until or paused_until.

    Raises:
        KeyError: a field that may not be set here.
    """
    for name, value in values.items():
        tx.connection.execute(_changes[name], {"person": person_id, "value": value})


def touch(tx: Transaction, person_id: int) -> None:
    """Note that a person wrote just now; whoever writes has not blocked us (any more)."""
    tx.connection.execute(_touch, {"person": person_id, "now": tx.now})


def mark_blocked(tx: Transaction, chat_id: int) -> None:
    """Note that a chat refuses our messages, from the first time on."""
    tx.connection.execute(_block, {"chat": chat_id, "now": tx.now})


def mark_unblocked(tx: Transaction, chat_id: int) -> None:
    """Note that a chat takes our messages again."""
    tx.connection.execute(_unblock, {"chat": chat_id})


def _read(row: Any) -> PersonRow | None:
    return None if row is None else PersonRow(*row)

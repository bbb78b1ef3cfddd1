"""Dead letters: updates that could not be handled, set aside so that others go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from bot.storage.encryption import Json, Vault
from bot.storage.tables import dead_letters
from bot.storage.transaction import Transaction

COLUMN, STRANGER_COLUMN = "dead_letters.payload", "dead_letters.payload of a stranger"

_c = dead_letters.c
_insert = dead_letters.insert().returning(_c.id)
_newest = select(dead_letters).order_by(_c.id.desc()).limit(bindparam("count"))
_count = select(func.count()).select_from(dead_letters)
_prune = delete(dead_letters).where(_c.at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class DeadLetterRow:
    """An update set aside; the payload is the raw update."""

    id: int
    update_id: int
    person_id: int | None
    chat_id: int | None
    reason: str
    payload: Json
    at: float


def put(
    tx: Transaction,
    update_id: int,
    payload: Json,
    reason: str,
    *,
    person_id: int | None = None,
    chat_id: int | None = None,
) -> int:
    """Set an update aside; `reason` is the name of the error's class, for its text may quote a person."""
    owner, column = (chat_id or 0, STRANGER_COLUMN) if person_id is None else (person_id, COLUMN)
    values = {
        "update_id": update_id,
        "person_id": person_id,
        "chat_id": chat_id,
        "reason": reason,
        "payload": tx.vault.seal_json(owner, column, payload),
        "at": tx.now,
    }
    identity: int = tx.connection.execute(_insert, values).scalar_one()
    return identity


def newest(tx: Transaction, limit: int = 20) -> list[DeadLetterRow]:
    """Return the newest dead letters."""
    found = []
    for row in tx.connection.execute(_newest, {"count": limit}):
        found.append(DeadLetterRow(**(row._asdict() | {"payload": open_payload(tx.vault, row)})))
    return found


def count(tx: Transaction) -> int:
    """Return how many there are."""
    number: int = tx.connection.execute(_count).scalar_one()
    return number


def prune(tx: Transaction, before: float) -> int:
    """Delete dead letters from before a time (UTC epoch seconds); return how many."""
    return tx.connection.execute(_prune, {"before": before}).rowcount


def open_payload(vault: Vault, row: Any) -> Json:
    """Return a row's payload in plain JSON."""
    if row.person_id is None:
        return vault.open_json(row.chat_id or 0, STRANGER_COLUMN, row.payload)
    return vault.open_json(row.person_id, COLUMN, row.payload)

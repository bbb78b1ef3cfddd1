"""Unasked messages in the outbox: many written at once, those that wait taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, text, update

from bot.storage.encryption import Json
from bot.storage.outbox import COLUMN, UNASKED, OutboxRow
from bot.storage.tables import OPEN, outbox
from bot.storage.transaction import PerDialect, Transaction

_c = outbox.c
_open = text(OPEN)
_insert = PerDialect(
    lambda insert: insert(outbox).on_conflict_do_nothing(
        index_elements=["unique_key"], index_where=_c.unique_key.is_not(None)
    )
)
_by_key = select(_c.id, _c.unique_key).where(_c.unique_key.in_(bindparam("keys", expanding=True)))
_written = select(_c.person_id, _c.created_at).where(
    _c.person_id.in_(bindparam("people", expanding=True)),
    _c.urgency == UNASKED,
    _c.created_at >= bindparam("since"),
    _c.state != "failed",
)
_waiting = select(_c.id, _c.unique_key).where(
    _open, _c.person_id == bindparam("person"), _c.urgency == UNASKED, _c.state == "waiting"
)
_hushed = (
    update(outbox).where(_c.id == bindparam("row")).values(state="failed", payload=None, unique_key=None)
)


@dataclass(frozen=True, slots=True)
class Unasked:
    """An unasked message; a second one with the same key is not written."""

    person_id: int
    chat_id: int
    method: str
    payload: Json
    key: str


def put(tx: Transaction, made: Sequence[Unasked]) -> list[OutboxRow]:
    """Write messages into the outbox, each key once; return the rows of those that are new."""
    if not made:
        return []
    keys = {"keys": [one.key for one in made]}
    known = {row.unique_key for row in tx.connection.execute(_by_key, keys)}
    fresh = [one for one in made if one.key not in known]
    if fresh:
        tx.connection.execute(_insert.on(tx), [_values(tx, one) for one in fresh])
    ids = {row.unique_key: row.id for row in tx.connection.execute(_by_key, keys)}
    return [_row(tx, ids[one.key], one) for one in fresh]


def written_since(tx: Transaction, people: Iterable[int], since: float) -> dict[int, list[float]]:
    """Return when messages to people were written since a time (UTC epoch seconds), by person."""
    found: dict[int, list[float]] = {}
    for person, at in tx.connection.execute(_written, {"people": list(people), "since": since}):
        found.setdefault(person, []).append(at)
    return found


def hush(tx: Transaction, person_id: int) -> list[str]:
    """Give up the messages that wait for a person; return their keys, which are free again."""
    rows = tx.connection.execute(_waiting, {"person": person_id}).all()
    if rows:
        tx.connection.execute(_hushed, [{"row": row.id} for row in rows])
    return [row.unique_key for row in rows if row.unique_key]


def _values(tx: Transaction, one: Unasked) -> dict[str, Any]:
    return {
        "person_id": one.person_id,
        "chat_id": one.chat_id,
        "urgency": UNASKED,
        "method": one.method,
        "payload": tx.vault.seal_json(one.person_id, COLUMN, one.payload),
        "state": "waiting",
        "attempts": 0,
        "not_before": 0.0,
        "created_at": tx.now,
        "unique_key": one.key,
    }


def _row(tx: Transaction, id: int, one: Unasked) -> OutboxRow:
    return OutboxRow(
        id=id,
        person_id=one.person_id,
        chat_id=one.chat_id,
        urgency=UNASKED,
        method=one.method,
        session_id=None,
        turn=None,
        edits_id=None,
        payload=one.payload,
        state="waiting",
        attempts=0,
        not_before=0.0,
        created_at=tx.now,
        sent_at=None,
        message_id=None,
        unique_key=one.key,
    )

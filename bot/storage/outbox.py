"""The outbox: messages waiting to be sent, written in the same transaction as the turn they answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text, update

from bot.storage.encryption import Json, Vault
from bot.storage.tables import OPEN, outbox
from bot.storage.transaction import PerDialect, Transaction

REPLY, UNASKED = 0, 1
COLUMN, STRANGER_COLUMN = "outbox.payload", "outbox.payload of a stranger"

_c = outbox.c
_open = text(OPEN)
_insert = outbox.insert().returning(_c.id)
_insert_once = PerDialect(
    lambda insert: (
        insert(outbox)
        .on_conflict_do_nothing(index_elements=["unique_key"], index_where=_c.unique_key.is_not(None))
        .returning(_c.id)
    )
)
_waiting = select(outbox).where(_open).order_by(_c.urgency, _c.id)
_row = update(outbox).where(_c.id == bindparam("row"))
_still_open = select(_c.id).where(_open, _c.id.in_(bindparam("rows", expanding=True)))
_sending = _row.values(state="sending", attempts=_c.attempts + 1)
_sent = _row.values(state="sent", payload=None, sent_at=bindparam("now"), message_id=bindparam("message"))
_settled = _row.values(state=bindparam("to"), payload=None)
_postponed = _row.values(state="waiting", not_before=bindparam("until"))
_dropped = (
    update(outbox)
    .where(_open, _c.chat_id == bindparam("chat"), _c.state == "waiting")
    .values(state="failed", payload=None)
)
_forget_strangers = delete(outbox).where(
    _c.person_id.is_(None), _c.state.in_(("sent", "failed", "uncertain"))
)
_message_id = select(_c.message_id).where(_c.id == bindparam("row"))
_last = (
    select(outbox)
    .where(
        _c.person_id == bindparam("person"),
        _c.session_id == bindparam("session"),
        _c.turn == bindparam("turn"),
        _c.edits_id.is_(None),
    )
    .order_by(_c.id.desc())
    .limit(1)
)
_resend = update(outbox).where(_open, _c.state == "sending", _c.urgency == REPLY).values(state="waiting")
_doubt = (
    update(outbox)
    .where(_open, _c.state == "sending", _c.urgency != REPLY)
    .values(state="uncertain", payload=None)
)
# Ids grow with time: the first row to keep ends the search, without an index by time.
_kept = select(_c.id).where(_c.created_at >= bindparam("before")).order_by(_c.id).limit(1).scalar_subquery()
_purge = delete(outbox).where(
    _c.id < func.coalesce(_kept, 2**62), _c.state.in_(("sent", "failed", "uncertain"))
)
_next = select(func.min(_c.not_before)).where(_open, _c.state == "waiting")


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message to be sent; the payload is JSON, and None once the row is settled."""

    id: int
    person_id: int | None
    chat_id: int
    urgency: int
    method: str
    session_id: str | None
    turn: int | None
    edits_id: int | None
    payload: Json
    state: str
    attempts: int
    not_before: float
    created_at: float
    sent_at: float | None
    message_id: int | None
    unique_key: str | None


def put(
    tx: Transaction,
    chat_id: int,
    method: str,
    payload: Json,
    *,
    person_id: int | None = None,
    urgency: int = REPLY,
    session_id: str | None = None,
    turn: int | None = None,
    edits_id: int | None = None,
    not_before: float = 0.0,
    unique_key: str | None = None,
) -> int | None:
    """Put a message into the outbox and return its id.

    Args:
        tx: the transaction.
        chat_id: to whom.
        method: the Bot API method, such as `sendMessage`.
        payload: what the sender needs, as JSON.
        person_id: whose it is; None for a chat that we keep nothing of.
        urgency: REPLY or UNASKED.
        session_id: the session that says it.
        turn: the session's turn.
        edits_id: the outbox row whose message this one edits.
        not_before: UTC epoch seconds.
        unique_key: a second message with the same key is not put.

    Returns:
        The row's id, or None if there is one with that key already.
    """
    owner, column = (chat_id, STRANGER_COLUMN) if person_id is None else (person_id, COLUMN)
    values = {
        "person_id": person_id,
        "chat_id": chat_id,
        "urgency": urgency,
        "method": method,
        "session_id": session_id,
        "turn": turn,
        "edits_id": edits_id,
        "payload": tx.vault.seal_json(owner, column, payload),
        "state": "waiting",
        "attempts": 0,
        "not_before": not_before,
        "created_at": tx.now,
        "unique_key": unique_key,
    }
    statement = _insert if unique_key is None else _insert_once.on(tx)
    identity: int | None = tx.connection.execute(statement, values).scalar()
    return identity


def load_waiting(tx: Transaction, limit: int = 100) -> list[OutboxRow]:
    """Return messages that may go now, replies first, each chat's in their order.

    Nothing overtakes a message to the same chat that is on its way or has to wait.
    """
    found: list[OutboxRow] = []
    held: set[int] = set()
    with tx.connection.execute(_waiting) as rows:
        for row in rows:
            if row.state == "sending" or row.not_before > tx.now:
                held.add(row.chat_id)
            elif row.chat_id not in held:
                found.append(_read(tx.vault, row))
                if len(found) >= limit:
                    break
    return found


def next_at(tx: Transaction) -> float | None:
    """Return when the next waiting message may go (UTC epoch seconds), or None if none waits."""
    at: float | None = tx.connection.execute(_next).scalar()
    return at


def mark_sending(tx: Transaction, ids: Iterable[int]) -> set[int]:
    """Note, before the request is made, that messages are on their way; return those that still wait."""
    rows = list(ids)
    found = set(tx.connection.execute(_still_open, {"rows": rows}).scalars()) if rows else set()
    _each(tx, _sending, [{"row": identity} for identity in rows if identity in found])
    return found


def mark_sent(tx: Transaction, sent: Iterable[tuple[int, int | None]]) -> None:
    """Note messages as sent, by row id and Telegram's message id, and empty their payloads."""
    values = [{"row": row, "message": message, "now": tx.now} for row, message in sent]
    _each(tx, _sent, values)
    forget_strangers(tx)


def postpone(tx: Transaction, row_id: int, until: float) -> None:
    """Let a message wait until a time (UTC epoch seconds); later ones to its chat wait behind it."""
    _each(tx, _postponed, [{"row": row_id, "until": until}])


def fail(tx: Transaction, ids: Iterable[int]) -> None:
    """Give messages up and empty their payloads."""
    _settle(tx, ids, "failed")


def mark_uncertain(tx: Transaction, ids: Iterable[int]) -> None:
    """Note that nobody knows whether messages arrived; they are not sent again."""
    _settle(tx, ids, "uncertain")


def drop_chat(tx: Transaction, chat_id: int) -> int:
    """Give up everything that waits for one chat, which refuses us; return how many."""
    dropped = tx.connection.execute(_dropped, {"chat": chat_id}).rowcount
    forget_strangers(tx)
    return dropped


def recover(tx: Transaction) -> tuple[int, int]:
    """After a crash, settle what was on its way: replies wait again, unasked messages are uncertain.

    Returns:
        How many wait again, and how many are uncertain.
    """
    again = tx.connection.execute(_resend).rowcount
    uncertain = tx.connection.execute(_doubt).rowcount
    forget_strangers(tx)
    return again, uncertain


def message_id_of(tx: Transaction, row_id: int) -> int | None:
    """Return Telegram's id of the message that a row became, or None."""
    identity: int | None = tx.connection.execute(_message_id, {"row": row_id}).scalar()
    return identity


def row_of_turn(tx: Transaction, person_id: int, session_id: str, turn: int) -> int | None:
    """Return the id of the row that carries the question of a session's turn, or None."""
    values = {"person": person_id, "session": session_id, "turn": turn}
    row = tx.connection.execute(_last, values).first()
    return None if row is None else int(row.id)


def purge(tx: Transaction, before: float) -> int:
    """Delete settled rows from before a time (UTC epoch seconds); return how many."""
    return tx.connection.execute(_purge, {"before": before}).rowcount


def forget_strangers(tx: Transaction) -> None:
    """Delete settled rows of chats that we keep nothing of."""
    tx.connection.execute(_forget_strangers)


def _settle(tx: Transaction, ids: Iterable[int], to: str) -> None:
    _each(tx, _settled, [{"row": identity, "to": to} for identity in ids])
    forget_strangers(tx)


def _each(tx: Transaction, statement: Any, values: list[dict[str, Any]]) -> None:
    if values:
        tx.connection.execute(statement, values[0] if len(values) == 1 else values)


def open_payload(vault: Vault, row: Any) -> Json:
    """Return a row's payload in plain JSON, or None once it was emptied."""
    if row.payload is None:
        return None
    if row.person_id is None:
        return vault.open_json(row.chat_id, STRANGER_COLUMN, row.payload)
    return vault.open_json(row.person_id, COLUMN, row.payload)


def _read(vault: Vault, row: Any) -> OutboxRow:
    values = row._asdict()
    values["payload"] = open_payload(vault, row)
    return OutboxRow(**values)

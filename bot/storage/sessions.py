"""Sessions: the active conversation of a person, those put aside, and the one that ended last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, or_, select, update

from bot.storage.encryption import Json
from bot.storage.errors import StorageError
from bot.storage.tables import sessions
from bot.storage.transaction import PerDialect, Transaction

COLUMN = "sessions.state"

_mine = sessions.c.person_id == bindparam("person")
_stack = select(sessions).where(_mine, sessions.c.place.is_not(None)).order_by(sessions.c.place)
_ended = (
    select(sessions)
    .where(_mine, sessions.c.place.is_(None))
    .order_by(sessions.c.updated_at.desc(), sessions.c.id)
    .limit(1)
)
_touched = select(sessions.c.person_id, sessions.c.updated_at).where(
    sessions.c.person_id.in_(bindparam("people", expanding=True)), sessions.c.place == 0
)
_get = select(sessions).where(_mine, sessions.c.id == bindparam("session"))
_save = PerDialect(
    lambda insert: (
        lambda new: new.on_conflict_do_update(
            index_elements=["id"],
            set_={
                name: new.excluded[name] for name in ("place", "turn", "state", "updated_at", "expires_at")
            },
            where=sessions.c.person_id == new.excluded.person_id,
        )
    )(insert(sessions))
)
_step = (
    update(sessions)
    .where(_mine, sessions.c.id == bindparam("session"), sessions.c.turn == bindparam("expected"))
    .values({name: bindparam(name) for name in ("place", "turn", "state", "updated_at", "expires_at")})
)
_remove = delete(sessions).where(_mine, sessions.c.id == bindparam("session"))
_forget_ended = delete(sessions).where(_mine, sessions.c.place.is_(None), sessions.c.id != bindparam("keep"))
_expire = delete(sessions).where(
    or_(
        sessions.c.expires_at <= bindparam("now"),
        sessions.c.place.is_(None) & (sessions.c.updated_at <= bindparam("ended_before")),
    )
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session.

    Args:
        id: a random slug from the caller, never reused.
        person_id: whose it is.
        conversation: the conversation's slug.
        place: 0 active, 1 and up put aside (deeper is larger), None ended.
        turn: counts the turns; buttons carry it.
        state: what the engine keeps, as JSON.
        created_at: UTC epoch seconds; 0 in a row to be saved means now.
        updated_at: UTC epoch seconds; set when saved.
        expires_at: UTC epoch seconds, or None.
    """

    id: str
    person_id: int
    conversation: str
    place: int | None
    turn: int
    state: Json
    created_at: float = 0.0
    updated_at: float = 0.0
    expires_at: float | None = None


def load_stack(tx: Transaction, person_id: int) -> list[SessionRow]:
    """Return a person's open sessions, the active one first, then those put aside from the top."""
    return [_read(tx, row) for row in tx.connection.execute(_stack, {"person": person_id})]


def touched(tx: Transaction, people: Iterable[int]) -> dict[int, float]:
    """Return when the active sessions of people were last touched (UTC epoch seconds), by person."""
    return {row[0]: row[1] for row in tx.connection.execute(_touched, {"people": list(people)})}


def last_ended(tx: Transaction, person_id: int) -> SessionRow | None:
    """Return the session that ended last, while it is kept for undo."""
    row = tx.connection.execute(_ended, {"person": person_id}).first()
    return None if row is None else _read(tx, row)


def get(tx: Transaction, person_id: int, session_id: str) -> SessionRow | None:
    """Return one session of a person, open or ended."""
    row = tx.connection.execute(_get, {"person": person_id, "session": session_id}).first()
    return None if row is None else _read(tx, row)


def save(tx: Transaction, session: SessionRow, *, expected_turn: int | None = None) -> bool:
    """Store a session, new or known.

    Args:
        tx: the transaction.
        session: what to store.
        expected_turn: store only if the stored session is still at this turn (compare and set).

    Returns:
        Whether it was stored; False if somebody else moved the session on.

    Raises:
        StorageError: the id belongs to another person's session.
    """
    values = {
        "place": session.place,
        "turn": session.turn,
        "state": tx.vault.seal_json(session.person_id, COLUMN, session.state),
        "updated_at": tx.now,
        "expires_at": session.expires_at,
    }
    if expected_turn is not None:
        keys = {"person": session.person_id, "session": session.id, "expected": expected_turn}
        return tx.connection.execute(_step, values | keys).rowcount == 1
    made = {
        "id": session.id,
        "person_id": session.person_id,
        "conversation": session.conversation,
        "created_at": session.created_at or tx.now,
    }
    if tx.connection.execute(_save.on(tx), values | made).rowcount != 1:
        raise StorageError("sessions: an id was used for two people")
    return True


def remove(tx: Transaction, person_id: int, session_id: str) -> None:
    """Delete one session."""
    tx.connection.execute(_remove, {"person": person_id, "session": session_id})


def forget_ended(tx: Transaction, person_id: int, keep: str = "") -> None:
    """Delete a person's ended sessions but the one to keep for undo."""
    tx.connection.execute(_forget_ended, {"person": person_id, "keep": keep})


def expire(tx: Transaction, ended_before: float) -> int:
    """Delete sessions past their expiry, and those that ended before a time (UTC epoch seconds)."""
    return tx.connection.execute(_expire, {"now": tx.now, "ended_before": ended_before}).rowcount


def _read(tx: Transaction, row: Any) -> SessionRow:
    identity, person, conversation, place, turn, state, created, updated, expires = row
    opened = tx.vault.open_json(person, COLUMN, state)
    return SessionRow(identity, person, conversation, place, turn, opened, created, updated, expires)

"""Due times: what is to be said to whom, and when. Claimed in the transaction that fills the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import bindparam, func, select, text, update

from bot.storage.tables import DUE, due
from bot.storage.transaction import PerDialect, Transaction

State = Literal["waiting", "claimed", "done", "dropped", "cancelled"]

_c = due.c
_waiting = text(DUE)


def _schedule(*columns: str, entry: bool) -> PerDialect:
    condition = _c.entry_id.is_not(None) if entry else _c.entry_id.is_(None)
    return PerDialect(
        lambda insert: insert(due).on_conflict_do_update(
            index_elements=columns,
            index_where=condition,
            set_={"state": "waiting"},
            where=_c.state == "cancelled",
        )
    )


_schedule_entry = _schedule("person_id", "kind", "entry_id", "due_at", entry=True)
_schedule_person = _schedule("person_id", "kind", "due_at", entry=False)
_cancel = update(due).where(_c.person_id == bindparam("person"), _waiting).values(state="cancelled")
_cancel_kind = _cancel.where(_c.kind == bindparam("of_kind"))
_cancel_entry = _cancel.where(_c.entry_id == bindparam("entry"))
_claimable = (
    select(due)
    .where(_waiting, _c.due_at <= bindparam("now"))
    .order_by(_c.due_at, _c.id)
    .limit(bindparam("count"))
    .with_for_update(skip_locked=True)
)
_settle = update(due).where(_c.id == bindparam("row")).values(state=bindparam("to"))
_postpone = update(due).where(_c.id == bindparam("row")).values(state="waiting", due_at=bindparam("until"))
_next = select(func.min(_c.due_at)).where(_waiting)
_of_person = select(due).where(_c.person_id == bindparam("person"), _waiting).order_by(_c.due_at)


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due; times are UTC epoch seconds."""

    id: int
    person_id: int
    kind: str
    entry_id: int | None
    due_at: float
    state: State
    created_at: float


def schedule(tx: Transaction, person_id: int, kind: str, due_at: float, entry_id: int | None = None) -> None:
    """Write a due time (UTC epoch seconds) down once; a cancelled one waits again, others stay."""
    values = {
        "person_id": person_id,
        "kind": kind,
        "entry_id": entry_id,
        "due_at": due_at,
        "state": "waiting",
        "created_at": tx.now,
    }
    statement = _schedule_person if entry_id is None else _schedule_entry
    tx.connection.execute(statement.on(tx), values)


def cancel(tx: Transaction, person_id: int, *, kind: str | None = None, entry_id: int | None = None) -> int:
    """Cancel what waits for a person: of one kind, for one entry, both, or all; return how many."""
    values: dict[str, Any] = {"person": person_id}
    statement = _cancel
    if kind is not None:
        statement, values = _cancel_kind, values | {"of_kind": kind}
    if entry_id is not None:
        of_entry = _cancel_entry if kind is None else _cancel_kind.where(_c.entry_id == bindparam("entry"))
        statement, values = of_entry, values | {"entry": entry_id}
    return tx.connection.execute(statement, values).rowcount


def claim(tx: Transaction, limit: int = 100) -> list[DueRow]:
    """Take what is due now, oldest first; no other transaction takes the same.

    Fill the outbox and `settle` in the same transaction: a crash then undoes all of it.
    """
    rows = tx.connection.execute(_claimable, {"now": tx.now, "count": limit}).all()
    if rows:
        tx.connection.execute(_settle, [{"row": row.id, "to": "claimed"} for row in rows])
    return [DueRow(**(row._asdict() | {"state": "claimed"})) for row in rows]


def settle(tx: Transaction, row_id: int, state: State) -> None:
    """Note what became of something due: done, or dropped on purpose."""
    tx.connection.execute(_settle, {"row": row_id, "to": state})


def postpone(tx: Transaction, row_id: int, until: float) -> None:
    """Let something due wait until a time (UTC epoch seconds)."""
    tx.connection.execute(_postpone, {"row": row_id, "until": until})


def next_due(tx: Transaction) -> float | None:
    """Return when the next thing is due (UTC epoch seconds), or None."""
    at: float | None = tx.connection.execute(_next).scalar()
    return at


def waiting(tx: Transaction, person_id: int) -> list[DueRow]:
    """Return what waits for a person, soonest first."""
    return [DueRow(**row._asdict()) for row in tx.connection.execute(_of_person, {"person": person_id})]

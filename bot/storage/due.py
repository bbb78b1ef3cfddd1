"""Due times: what is to be said to whom, and when. Claimed in the transaction that fills the outbox."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
        lambda insert: (
            lambda new: new.on_conflict_do_update(
                index_elements=columns,
                index_where=condition,
                set_={"state": "waiting", "look_at": new.excluded.look_at},
                where=_c.state == "cancelled",
            )
        )(insert(due))
    )


_schedule_entry = _schedule("person_id", "kind", "entry_id", "due_at", entry=True)
_schedule_person = _schedule("person_id", "kind", "due_at", entry=False)
_cancel = update(due).where(_c.person_id == bindparam("person"), _waiting).values(state="cancelled")
_cancel_kind = _cancel.where(_c.kind == bindparam("of_kind"))
_cancel_entry = _cancel.where(_c.entry_id == bindparam("entry"))
_claimable = (
    select(due)
    .where(_waiting, _c.look_at <= bindparam("now"))
    .order_by(_c.look_at, _c.id)
    .limit(bindparam("count"))
    .with_for_update(skip_locked=True)
)
_rest = (
    select(due)
    .where(
        _waiting,
        _c.person_id.in_(bindparam("people", expanding=True)),
        _c.look_at <= bindparam("now"),
    )
    .with_for_update(skip_locked=True)
)
_settle = update(due).where(_c.id == bindparam("row")).values(state=bindparam("to"))
_postpone = update(due).where(_c.id == bindparam("row")).values(state="waiting", look_at=bindparam("until"))
_next = select(func.min(_c.look_at)).where(_waiting)
_soonest = select(due).where(_waiting).order_by(_c.look_at, _c.id).limit(bindparam("count"))
_of_person = select(due).where(_c.person_id == bindparam("person"), _waiting).order_by(_c.due_at)
_wake = update(due).where(_c.person_id == bindparam("person"), _waiting).values(look_at=_c.due_at)
_revive = (
    update(due)
    .where(
        _c.person_id == bindparam("person"), _c.state == "done", _c.id.in_(bindparam("rows", expanding=True))
    )
    .values(state="waiting", look_at=_c.due_at)
)


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due; times are UTC epoch seconds.

    Args:
        due_at: when it was meant for; it stays, so that what comes too late is known as such.
        look_at: when it is next seen to: `due_at`, or what it was put off to.
    """

    id: int
    person_id: int
    kind: str
    entry_id: int | None
    due_at: float
    state: State
    created_at: float
    look_at: float


def schedule(tx: Transaction, person_id: int, kind: str, due_at: float, entry_id: int | None = None) -> None:
    """Write a due time (UTC epoch seconds) down once; a cancelled one waits again, others stay."""
    values = {
        "person_id": person_id,
        "kind": kind,
        "entry_id": entry_id,
        "due_at": due_at,
        "state": "waiting",
        "created_at": tx.now,
        "look_at": due_at,
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
    return _take(tx, _claimable, {"now": tx.now, "count": limit})


def claim_of(tx: Transaction, people: Collection[int]) -> list[DueRow]:
    """Take all that is due now for some people: what a claim with a limit has left of theirs."""
    return _take(tx, _rest, {"now": tx.now, "people": sorted(people)})


def _take(tx: Transaction, statement: Any, values: dict[str, Any]) -> list[DueRow]:
    rows = tx.connection.execute(statement, values).all()
    _each(tx, _settle, [{"row": row.id, "to": "claimed"} for row in rows])
    return [DueRow(**(row._asdict() | {"state": "claimed"})) for row in rows]


def settle(tx: Transaction, row_ids: Iterable[int], state: State) -> None:
    """Note what became of things due: done, or dropped on purpose."""
    _each(tx, _settle, [{"row": row, "to": state} for row in row_ids])


def postpone(tx: Transaction, until: Iterable[tuple[int, float]]) -> None:
    """Let things due wait, each by its row id until a time (UTC epoch seconds)."""
    _each(tx, _postpone, [{"row": row, "until": at} for row, at in until])


def wake(tx: Transaction, person_id: int) -> None:
    """See anew to what was put off for a person, from when it was meant for."""
    tx.connection.execute(_wake, {"person": person_id})


def revive(tx: Transaction, person_id: int, row_ids: Collection[int]) -> None:
    """Let things wait again whose message was not sent after all."""
    tx.connection.execute(_revive, {"person": person_id, "rows": list(row_ids)})


def next_due(tx: Transaction) -> float | None:
    """Return when the next thing is to be seen to (UTC epoch seconds), or None."""
    at: float | None = tx.connection.execute(_next).scalar()
    return at


def soonest(tx: Transaction, limit: int) -> list[DueRow]:
    """Return what waits for anybody, soonest first."""
    return [DueRow(**row._asdict()) for row in tx.connection.execute(_soonest, {"count": limit})]


def waiting(tx: Transaction, person_id: int) -> list[DueRow]:
    """Return what waits for a person, soonest first."""
    return [DueRow(**row._asdict()) for row in tx.connection.execute(_of_person, {"person": person_id})]


def _each(tx: Transaction, statement: Any, values: list[dict[str, Any]]) -> None:
    if values:
        tx.connection.execute(statement, values)

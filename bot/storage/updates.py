"""Updates seen: each update id is accepted once (ids may start anywhere after a quiet week)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete

from bot.storage.tables import updates
from bot.storage.transaction import PerDialect, Transaction

KEPT = 48 * 3600.0  # seconds; Telegram itself keeps an update for 24 hours

_accept = PerDialect(lambda insert: insert(updates).on_conflict_do_nothing(index_elements=["update_id"]))
_prune = delete(updates).where(updates.c.at < bindparam("before"))


def accept(tx: Transaction, update_id: int) -> bool:
    """Note an update as handled by this transaction; return False if it was handled before."""
    return tx.connection.execute(_accept.on(tx), {"update_id": update_id, "at": tx.now}).rowcount == 1


def merge(tx: Transaction, update_ids: Iterable[int]) -> None:
    """Take updates that another copy of this database has seen as seen."""
    rows = [{"update_id": update_id, "at": tx.now} for update_id in update_ids]
    if rows:
        tx.connection.execute(_accept.on(tx), rows)


def prune(tx: Transaction) -> int:
    """Forget updates that Telegram cannot send again; return how many."""
    return tx.connection.execute(_prune, {"before": tx.now - KEPT}).rowcount

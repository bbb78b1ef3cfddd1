"""Message ids, and nothing else of a message, so that /delete can take messages back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, select

from bot.storage.tables import messages
from bot.storage.transaction import PerDialect, Transaction

KEPT = 48 * 3600.0  # seconds: how long Telegram lets a bot delete a message (deleteMessage)

_c = messages.c
_remember = PerDialect(lambda insert: insert(messages).on_conflict_do_nothing())
_recent = (
    select(_c.message_id)
    .where(_c.person_id == bindparam("person"), _c.at >= bindparam("since"))
    .order_by(_c.message_id)
)
_prune = delete(messages).where(_c.at < bindparam("before"))


def remember(tx: Transaction, person_id: int, message_ids: Iterable[int], *, outgoing: bool) -> None:
    """Note messages of a person's chat, theirs or (outgoing) ours; known ones stay as they are."""
    rows = [
        {"person_id": person_id, "message_id": message, "outgoing": outgoing, "at": tx.now}
        for message in message_ids
    ]
    if rows:
        tx.connection.execute(_remember.on(tx), rows[0] if len(rows) == 1 else rows)


def recent(tx: Transaction, person_id: int, since: float) -> list[int]:
    """Return the ids of a person's messages since a time (UTC epoch seconds), oldest first."""
    return list(tx.connection.execute(_recent, {"person": person_id, "since": since}).scalars())


def prune(tx: Transaction) -> int:
    """Forget messages that Telegram no longer lets us delete; return how many."""
    return tx.connection.execute(_prune, {"before": tx.now - KEPT}).rowcount

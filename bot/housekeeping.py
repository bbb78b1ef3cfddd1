"""Housekeeping: forgets what need not be kept any longer."""

from __future__ import annotations

from bot.people import ENDED_KEPT
from bot.storage import dead_letters, messages, outbox, sessions, updates, variants
from bot.storage.transaction import Transaction

SETTLED_KEPT = 30 * 86400
"""Seconds for which sent rows (without their content) stay, so that an old question can still be edited."""
DEAD_KEPT = 30 * 86400
"""Seconds for which an update that could not be handled is kept, sealed."""

WORDINGS_KEPT = 90 * 86400
"""Seconds for which the log of wordings is kept: long enough that nobody reads one twice in a while."""


def tidy(tx: Transaction) -> int:
    """Delete what is past its time; return how many rows went."""
    return (
        updates.prune(tx)
        + messages.prune(tx)
        + outbox.purge(tx, tx.now - SETTLED_KEPT)
        + sessions.expire(tx, tx.now - ENDED_KEPT)
        + dead_letters.prune(tx, tx.now - DEAD_KEPT)
        + variants.prune(tx, tx.now - WORDINGS_KEPT)
    )

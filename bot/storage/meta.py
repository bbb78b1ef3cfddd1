"""What the database knows of itself: which keys its contents need."""

from __future__ import annotations

from sqlalchemy import select

from bot.storage.errors import StorageError
from bot.storage.tables import meta
from bot.storage.transaction import PerDialect, Transaction

_PREFIX = "key:"
_keys = select(meta.c.key, meta.c.value).where(meta.c.key.startswith(_PREFIX))
_note = PerDialect(lambda insert: insert(meta).on_conflict_do_nothing())


def check_keys(tx: Transaction, name: str) -> None:
    """Refuse keys that do not fit, and note the key that writes from now on.

    Args:
        tx: the transaction.
        name: the database as the operator knows it.

    Raises:
        StorageError: the database was written under a key that was not given.
    """
    given = tx.vault.checks
    for key, value in tx.connection.execute(_keys):
        if given.get(key.removeprefix(_PREFIX)) != value:
            raise StorageError(
                f"{name}: the encryption key does not fit this database "
                f"(it was written under key {key.removeprefix(_PREFIX)})"
            )
    number, check = tx.vault.writing_key
    tx.connection.execute(_note.on(tx), {"key": _PREFIX + number, "value": check})

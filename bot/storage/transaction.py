"""A transaction: what every function of storage is given first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.encryption import Vault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Transaction:
    """One open database transaction.

    Args:
        connection: SQLAlchemy's synchronous connection; storage modules alone touch it.
        vault: seals and opens what people wrote.
        now: UTC epoch seconds, read once when the transaction began.
    """

    connection: Connection
    vault: Vault
    now: float


Work = Callable[[Transaction], T]


class PerDialect:
    """A statement that is spelt for SQLite and for PostgreSQL, both built once.

    Args:
        build: makes the statement from the dialect's own `insert`, which knows ON CONFLICT.
    """

    __slots__ = ("_statements",)

    def __init__(self, build: Callable[[Any], Executable]) -> None:
        self._statements = {"sqlite": build(sqlite.insert), "postgresql": build(postgresql.insert)}

    def on(self, tx: Transaction) -> Executable:
        """Return the statement for the transaction's database."""
        return self._statements[tx.connection.dialect.name]

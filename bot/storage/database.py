"""The database: opens SQLite or PostgreSQL by its URL and runs one transaction at a time in one hop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from bot.clock import Clock
from bot.storage.encryption import Vault
from bot.storage.errors import StorageBusy, StorageError, StorageFull
from bot.storage.transaction import T, Transaction, Work

__all__ = [
    "Database",
    "StorageBusy",
    "StorageError",
    "StorageFull",
    "Transaction",
    "Work",
    "open_database",
    "sqlite_path",
]

Log = Callable[[str], None]


class Database(Protocol):
    """An open database."""

    @property
    def kind(self) -> str:
        """Return `sqlite` or `postgresql`."""
        ...

    async def transact(self, work: Work[T]) -> T:
        """Run `work` inside one transaction, commit, and return its result.

        If the awaiting task is cancelled, the transaction still runs to its end as a whole. Whatever
        `work` raises rolls everything back and is raised here.

        Raises:
            StorageBusy: locked or not reachable; try again later.
            StorageFull: the disk is full; try again later.
            StorageError: anything else the database says.
        """
        ...

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a snapshot without holding up writers; it must not write. Raises as `transact`."""
        ...

    async def checkpoint(self) -> None:
        """Leave no erased byte behind in side files (write-ahead log, copies made before a migration)."""
        ...

    async def close(self) -> None:
        """Finish what is running and close."""
        ...


async def open_database(
    url: str, vault: Vault, clock: Clock, *, data_dir: Path | None = None, log: Log | None = None
) -> Database:
    """Open the database, bring its schema up to date and check that the key fits.

    Args:
        url: `sqlite:///file` (three slashes relative, four absolute) or `postgresql://user:password@host/name`.
        vault: seals and opens fields.
        clock: gives each transaction its time.
        data_dir: folder for the copy that is made before a migration (default: beside the database).
        log: takes one line about what was done, such as a migration.

    Raises:
        StorageError: one line that names the file and what is wrong with it; the file is untouched.
    """
    say = log or (lambda line: None)
    if url.startswith("sqlite:"):
        from bot.storage.sqlite import open_sqlite

        return await open_sqlite(sqlite_path(url), vault, clock, data_dir, say)
    if url.startswith(("postgresql:", "postgres:", "postgresql+asyncpg:")):
        from bot.storage.postgres import open_postgres

        return await open_postgres(url, vault, clock, say)
    raise StorageError("the database URL must start with sqlite:/// or postgresql://")


def sqlite_path(url: str) -> Path:
    """Return the file that a `sqlite:///` URL names.

    Raises:
        StorageError: it names no file.
    """
    prefix, _, name = url.partition(":///")
    if prefix != "sqlite" or not name or name == ":memory:" or "?" in name:
        raise StorageError("the database URL must be sqlite:/// followed by the path of a file")
    return Path(name)

"""What can go wrong in storage, each as one line that an operator can act on."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, ResourceClosedError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_FULL_STATES = {"53100"}  # PostgreSQL: disk_full
_BUSY_STATES = {"55P03", "40P01", "40001", "57P01", "57P02", "57P03", "53300"}


class StorageError(Exception):
    """Storage failed; the message is one line for the operator and holds nobody's words."""


class StorageBusy(StorageError):
    """The database is locked or cannot be reached just now: hold, back off and try again."""


class StorageFull(StorageError):
    """The disk is full: hold, back off and try again."""


class ForeignDataError(StorageError):
    """A sealed value was changed, moved to another person or column, or its key is not here."""


def translate(error: BaseException, name: str) -> StorageError | None:
    """Return the storage error that a driver's error stands for, or None if it is not a driver's error.

    The driver's error itself is dropped: PostgreSQL puts values of rows into its messages.

    Args:
        error: what was raised inside a transaction.
        name: the database as the operator knows it (a file, or host and name; no password).
    """
    if isinstance(error, PoolTimeout):
        return StorageBusy(f"{name}: no free connection")
    if isinstance(error, DBAPIError):
        return _translate_driver(error.orig, name)
    if isinstance(error, sqlite3.Error):
        return _translate_driver(error, name)
    if isinstance(error, SQLAlchemyError) and not isinstance(error, ResourceClosedError):
        return StorageError(f"{name}: {type(error).__name__}")
    return None


def _translate_driver(error: BaseException | None, name: str) -> StorageError:
    if isinstance(error, sqlite3.Error):
        return _translate_sqlite(error, name)
    state = getattr(error, "sqlstate", None) or ""
    if state in _FULL_STATES:
        return StorageFull(f"{name}: the disk is full")
    if state in _BUSY_STATES or state.startswith("08") or isinstance(error, OSError):
        return StorageBusy(f"{name}: busy or not reachable (state {state or 'none'})")
    return StorageError(f"{name}: {type(error).__name__} (state {state or 'none'})")


def _translate_sqlite(error: sqlite3.Error, name: str) -> StorageError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageBusy(f"{name}: the database is locked by another program")
    if code == sqlite3.SQLITE_FULL:
        return StorageFull(f"{name}: the disk is full")
    if code == sqlite3.SQLITE_READONLY:
        return StorageError(f"{name}: the database is read-only")
    # SQLite's messages name tables and columns, never values.
    return StorageError(f"{name}: {error}")

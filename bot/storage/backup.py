"""Backup and restore: a restored database erases again whom it has to, and sends nothing twice."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import bindparam, text, update

from bot.clock import Clock
from bot.storage import erasures, files, meta, outbox, updates
from bot.storage.encryption import Vault
from bot.storage.errors import StorageError, translate
from bot.storage.sqlite import connect, wrap
from bot.storage.tables import DUE, OPEN, due
from bot.storage.tables import outbox as outbox_table
from bot.storage.transaction import Transaction

__all__ = ["Restored", "back_up", "restore", "settle_restored"]

_doubt = update(outbox_table).where(text(OPEN)).values(state="uncertain", payload=None)
_drop = update(due).where(text(DUE), due.c.look_at <= bindparam("now")).values(state="dropped")
_unclaim = update(due).where(due.c.state == "claimed").values(state="dropped")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Args:
        erased: how many people were erased again.
        unsent: how many messages were given up, so that none is sent twice.
        dropped: how many due times had passed.
        ledger_read: False if there was a current database whose ledger could not be read.
    """

    erased: int
    unsent: int
    dropped: int
    ledger_read: bool


def back_up(source: str | Path, target: Path) -> None:
    """Write a consistent copy (mode 0600) of a database that may be in use.

    Args:
        source: the database's URL, or its file.
        target: the file to write; an older one is replaced as a whole.

    Raises:
        StorageError: one line; nothing was written.
    """
    path = _file_of(source)
    if not path.exists():
        raise StorageError(f"{path}: there is no such database")
    if target.exists() and target.samefile(path):
        raise StorageError(f"{target}: the backup would overwrite the database itself")
    # Whoever may write cleans up after themselves; a read-only connection leaves empty side files.
    _copy(path, target, "rw" if os.access(path, os.W_OK) else "ro")


def _copy(path: Path, target: Path, mode: str) -> None:
    problem: StorageError | None
    try:
        raw = connect(path, mode=mode)
        try:
            files.copy_to(raw, target)
            return
        finally:
            raw.close()
    except (sqlite3.Error, OSError) as error:
        problem = translate(error, str(path)) or StorageError(f"{target}: {_reason(error)}")
    raise problem


def restore(
    backup: Path, source: str | Path, vault: Vault, clock: Clock, ledgers: Sequence[Path] = ()
) -> Restored:
    """Put a backup in the place of a database that is not in use.

    People who were erased since the backup are erased again (by the ledgers of the current database
    and of others that are given), waiting messages are given up, passed due times are dropped. The
    current file is kept as `<name>.before-restore` until the next erasure.

    Raises:
        StorageError: one line; the current database is as it was.
    """
    target = _file_of(source)
    files.inspect(backup, read_only=True)
    locked = files.LockedFile.take(target)
    part = target.with_name(target.name + ".restoring")
    try:
        _copy(backup, part, "look")
        noted, seen, readable = _current(target)
        for other in ledgers:
            files.inspect(other, read_only=True)
            noted += _ledger_of(other)[0]
        result = _renew(files.LockedFile(part, part.parent, -1), str(backup), vault, clock, noted, seen)
        _replace(part, target)
        return Restored(*result, ledger_read=readable)
    finally:
        for name in (part, *_side_files(part)):
            name.unlink(missing_ok=True)
        locked.release()


def settle_restored(tx: Transaction) -> tuple[int, int, int]:
    """Make a restored database safe: erase again, give up waiting messages, drop what is overdue.

    On PostgreSQL run it once after pg_restore and before the bot starts.

    Returns:
        How many people were erased, messages given up and due times dropped.
    """
    erased = erasures.replay(tx)
    unsent = tx.connection.execute(_doubt).rowcount
    outbox.forget_strangers(tx)
    dropped = tx.connection.execute(_drop, {"now": tx.now}).rowcount
    return erased, unsent, dropped + tx.connection.execute(_unclaim).rowcount


def _renew(
    file: files.LockedFile,
    name: str,
    vault: Vault,
    clock: Clock,
    noted: list[tuple[bytes, float]],
    seen: list[int],
) -> tuple[int, int, int]:
    files.prepare(file, lambda line: None)
    raw = connect(file.path)
    problem: BaseException
    try:
        core = wrap(raw)
        with core.begin():
            raw.execute("BEGIN IMMEDIATE")
            tx = Transaction(core, vault, clock.now())
            meta.check_keys(tx, name)
            erasures.merge(tx, noted)
            updates.merge(tx, seen)
            result = settle_restored(tx)
        core.close()
        raw.execute("VACUUM")  # leave nothing of the erased behind
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return result
    except Exception as error:
        problem = translate(error, name) or error
    finally:
        if raw.in_transaction:
            raw.rollback()
        raw.close()
    raise problem


def _current(target: Path) -> tuple[list[tuple[bytes, float]], list[int], bool]:
    """Return ledger and seen updates of the database that is to be replaced, and whether they were read."""
    if not target.exists() or target.stat().st_size == 0:
        return [], [], True
    try:
        noted, seen = _ledger_of(target)
    except (sqlite3.Error, OSError):
        return [], [], False
    return noted, seen, True


def _ledger_of(path: Path) -> tuple[list[tuple[bytes, float]], list[int]]:
    raw = connect(path, mode="look")
    try:
        noted = raw.execute("SELECT digest, at FROM erasures").fetchall()
        seen = [row[0] for row in raw.execute("SELECT update_id FROM updates")]
        return noted, seen
    finally:
        raw.close()


def _replace(part: Path, target: Path) -> None:
    """Put the new file in the old one's place; at no moment is there none."""
    files.sync(part)
    if target.exists():
        _fold(target)
        kept = target.with_name(target.name + ".before-restore")
        kept.unlink(missing_ok=True)
        os.link(target, kept)
    # A log that is left over would be played into the new file.
    for side in _side_files(target):
        side.unlink(missing_ok=True)
    part.replace(target)
    files.sync(target.parent)


def _fold(target: Path) -> None:
    """Fold the write-ahead log into a file that is put aside; a damaged one stays as it is."""
    try:
        connect(target).close()
    except sqlite3.Error:
        return


def _side_files(path: Path) -> Iterable[Path]:
    return (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal"))


def _file_of(source: str | Path) -> Path:
    from bot.storage.database import sqlite_path

    if isinstance(source, Path):
        return source
    if not source.startswith("sqlite:"):
        raise StorageError("a PostgreSQL database is backed up with pg_dump and restored with pg_restore")
    return sqlite_path(source)


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or type(error).__name__

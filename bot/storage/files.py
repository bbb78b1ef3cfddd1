"""The file of an SQLite database: its lock, the checks before anything touches it, its migration."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.storage import schema
from bot.storage.errors import StorageBusy, StorageError, translate


@dataclass(slots=True)
class LockedFile:
    """A database file that this process alone may use.

    Args:
        path: the database.
        copies: folder for the copy that is made before a migration.
        descriptor: the open lock file.
    """

    path: Path
    copies: Path
    descriptor: int

    @classmethod
    def take(cls, path: Path, copies: Path | None = None) -> LockedFile:
        """Lock the file `<path>.lock`.

        Raises:
            StorageBusy: another process has it.
            StorageError: the folder is missing or cannot be written to.
        """
        path = path.absolute()
        if not path.parent.is_dir():
            raise StorageError(f"{path}: the folder does not exist")
        try:
            descriptor = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StorageError(f"{path}: cannot be locked: {error.strerror}") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise StorageBusy(f"{path}: another process is using this database") from None
        return cls(path, copies or path.parent, descriptor)

    def release(self) -> None:
        """Give the lock back; the lock file stays, so that nobody locks one that is gone."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def prepare(file: LockedFile, log: Callable[[str], None]) -> None:
    """Check the file and bring its schema up to date, with a copy made first.

    Raises:
        StorageError: not a database, damaged, read-only, of another program or newer; it is untouched.
    """
    fresh = not file.path.exists() or file.path.stat().st_size == 0
    problem: StorageError | None
    try:
        if fresh:
            os.close(os.open(file.path, os.O_WRONLY | os.O_CREAT, 0o600))
        else:
            inspect(file.path)
        _migrate(file, fresh, log)
        return
    except StorageError:
        raise
    except OSError as error:
        problem = StorageError(f"{file.path}: {error.strerror or type(error).__name__}")
    except Exception as error:
        problem = translate(error, str(file.path)) or StorageError(
            f"{file.path}: the migration failed ({type(error).__name__}); nothing was changed"
        )
    raise problem


def inspect(path: Path, *, read_only: bool = False) -> str | None:
    """Return the schema revision of an existing file after checking that it is sound and ours.

    Args:
        path: the file.
        read_only: whether a file that cannot be written to is welcome.

    Raises:
        StorageError: it is not; the file is untouched.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StorageError(f"{path}: {error.strerror or type(error).__name__}") from None
    if not read_only and not os.access(path, os.W_OK):
        raise StorageError(f"{path}: the database is read-only")
    try:
        return _inspect(path, head)
    except sqlite3.Error as error:
        problem = translate(error, str(path))
    raise problem or StorageError(f"{path}: cannot be read")


def _inspect(path: Path, head: bytes) -> str | None:
    from bot.storage.sqlite import connect

    raw = connect(path, mode="look")
    try:
        if _is_damaged(raw, path, head):
            raise StorageError(f"{path}: the database is damaged; restore a backup")
        names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if names and "alembic_version" not in names:
            raise StorageError(f"{path}: this database belongs to another program")
        revision = raw.execute("SELECT version_num FROM alembic_version").fetchone() if names else None
        schema.require_known(revision[0] if revision else None, str(path))
        return revision[0] if revision else None
    finally:
        raw.close()


def _is_damaged(raw: sqlite3.Connection, path: Path, head: bytes) -> bool:
    """Tell whether the file is damaged; the full check is made only if it was not closed in peace."""
    size = int.from_bytes(head[16:18], "big")
    expected = int.from_bytes(head[28:32], "big") * (65536 if size == 1 else size)
    actual = path.stat().st_size
    log = path.with_name(f"{path.name}-wal").exists()
    if not log and actual < expected:
        return True
    return (log or actual != expected) and raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"


def _migrate(file: LockedFile, fresh: bool, log: Callable[[str], None]) -> None:
    from bot.storage.sqlite import connect, wrap

    raw = connect(file.path)
    try:
        row = None
        if not fresh and raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = row[0] if row else None
        if revision == schema.head():
            return
        if revision is not None:
            copy = file.copies / f"{file.path.name}.before-{schema.head()}"
            copy_to(raw, copy)
            log(f"copied the database to {copy} before bringing it from {revision} to {schema.head()}")
        raw.execute("PRAGMA foreign_keys = OFF")  # a rebuilt table would delete its children
        with wrap(raw) as core, core.begin():
            # Alembic would run each statement on its own on SQLite; inside our transaction it begins none.
            raw.execute("BEGIN IMMEDIATE")
            schema.upgrade(core)
            if raw.execute("PRAGMA foreign_key_check").fetchone():
                raise StorageError(f"{file.path}: the migration would leave rows without their parents")
        log(f"{file.path}: schema {schema.head()}")
    finally:
        if raw.in_transaction:
            raw.rollback()
        raw.close()


def copy_to(raw: sqlite3.Connection, target: Path) -> None:
    """Write a consistent, compact copy (mode 0600) of an open database, whole or not at all.

    Raises:
        OSError: the target cannot be written.
    """
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        raw.execute("VACUUM INTO ?", (str(part),))
        sync(part)
        part.replace(target)
        sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def discard_copies(file: LockedFile) -> None:
    """Remove the copies made before migrations and restores: they hold people who were erased since."""
    for folder in {file.copies, file.path.parent}:
        for copy in folder.glob(f"{file.path.name}.before-*"):
            copy.unlink(missing_ok=True)

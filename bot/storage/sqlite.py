"""SQLite: a transaction is one function that runs in a single hop to aiosqlite's thread."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import aiosqlite
from sqlalchemy import Connection, StaticPool, create_engine

from bot.clock import Clock
from bot.storage import meta
from bot.storage.encryption import Vault
from bot.storage.errors import StorageBusy, StorageError, translate
from bot.storage.files import LockedFile, discard_copies, prepare
from bot.storage.transaction import T, Transaction, Work

BUSY_TIMEOUT = 5.0  # seconds
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -8000",
    "journal_size_limit = 16777216",
)


def connect(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """Return a raw connection on which transactions are begun explicitly.

    Args:
        path: the file, which has to be there.
        mode: `rw`, `ro`, or `look` at a file that no other process uses, without leaving side files.
    """
    if mode == "look":
        # With a write-ahead log beside it the file alone is not the database.
        mode = "ro" if path.with_name(f"{path.name}-wal").exists() else "ro&immutable=1"
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        for pragma in _PRAGMAS if mode == "rw" else _PRAGMAS[1:]:
            raw.execute(f"PRAGMA {pragma}")
    except BaseException:
        raw.close()
        raise
    return raw


def wrap(raw: sqlite3.Connection) -> Connection:
    """Return SQLAlchemy's connection around a raw one; errors carry no parameters."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    return engine.connect()


class _Outcome:
    """What a hop came to. Raised errors are carried as values: aiosqlite would log them."""

    __slots__ = ("error", "value")

    def __init__(self, value: object = None, error: BaseException | None = None) -> None:
        self.value = value
        self.error = error


class _Thread(aiosqlite.Connection):
    """aiosqlite's connection with a public hop: one function, run in its thread."""

    def __init__(self, path: Path, mode: str) -> None:
        super().__init__(lambda: connect(path, mode=mode), iter_chunk_size=64)
        self._name = str(path)
        self._core: Connection | None = None
        # A process that dies without closing must not stay alive, deaf, for this thread.
        self._thread.daemon = True

    async def start(self) -> None:
        """Open the file in the thread.

        Raises:
            StorageError: it cannot be opened.
        """
        try:
            await self
            return
        except sqlite3.Error as error:
            problem = translate(error, self._name)
        raise problem or StorageError(f"{self._name}: cannot be opened")

    async def hop(self, function: Callable[[], T]) -> T:
        """Run one function in the connection's thread; it runs to its end even if we are cancelled."""

        def run() -> _Outcome:
            try:
                return _Outcome(function())
            except BaseException as error:
                return _Outcome(error=translate(error, self._name) or error)

        try:
            outcome: _Outcome = await self._execute(run)  # type: ignore[no-untyped-call]
        except ValueError:
            outcome = _Outcome(error=StorageError(f"{self._name}: the database is closed"))
        if outcome.error is not None:
            raise outcome.error
        return outcome.value  # type: ignore[return-value]

    def begin(self, opening: str, work: Work[T], vault: Vault, clock: Clock) -> T:
        """Run `work` in one transaction; to be called inside a hop."""
        raw = self._conn
        if self._core is None:
            self._core = wrap(raw)
        core = self._core
        try:
            with core.begin():
                raw.execute(opening)
                return work(Transaction(core, vault, clock.now()))
        finally:
            # After an error in BEGIN or COMMIT, SQLAlchemy and SQLite may differ on what is open.
            if raw.in_transaction:
                raw.rollback()

    def dispose(self) -> None:
        """Let go of SQLAlchemy's side; to be called inside a hop, before `close`."""
        if self._core is not None:
            self._core.close()
            self._core.engine.dispose()
            self._core = None


class SqliteDatabase:
    """An open SQLite database (see `database.Database`)."""

    kind = "sqlite"

    def __init__(self, file: LockedFile, vault: Vault, clock: Clock) -> None:
        self._file = file
        self._vault = vault
        self._clock = clock
        self._writer = _Thread(file.path, "rw")
        self._reader: _Thread | None = None
        self._reading = asyncio.Lock()

    async def open(self) -> None:
        """Start the writer's thread."""
        await self._writer.start()

    async def transact(self, work: Work[T]) -> T:
        """Run `work` in one transaction, in one hop (see `database.Database`)."""
        writer = self._writer
        return await writer.hop(lambda: writer.begin("BEGIN IMMEDIATE", work, self._vault, self._clock))

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a snapshot in a thread of its own (see `database.Database`)."""
        async with self._reading:
            if self._reader is None:
                fresh = _Thread(self._file.path, "ro")
                await fresh.start()
                self._reader = fresh
            reader = self._reader
            return await reader.hop(lambda: reader.begin("BEGIN", work, self._vault, self._clock))

    async def checkpoint(self) -> None:
        """Truncate the write-ahead log and remove copies made before migrations.

        Raises:
            StorageBusy: another program reads the database, so that the log could not be emptied.
        """
        async with self._reading:  # a snapshot would keep the log
            row = await self._writer.hop(self._truncate)
        if row[0]:
            raise StorageBusy(f"{self._file.path}: the write-ahead log is in use by another program")
        discard_copies(self._file)

    def _truncate(self) -> tuple[int, int, int]:
        row: tuple[int, int, int] = self._writer._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return row

    async def close(self) -> None:
        """Finish what is running, close and release the lock."""
        async with self._reading:
            # The writer last, so that the write-ahead log is folded in and removed.
            for thread in (self._reader, self._writer):
                if thread is not None:
                    await thread.hop(thread.dispose)
                    await thread.close()
        self._file.release()


async def open_sqlite(
    path: Path, vault: Vault, clock: Clock, data_dir: Path | None, log: Callable[[str], None]
) -> SqliteDatabase:
    """Lock, check, migrate and open an SQLite file (see `database.open_database`).

    Raises:
        StorageError: one line that names the file; the file is untouched.
    """
    file = LockedFile.take(path, data_dir)
    try:
        prepare(file, log)
        database = SqliteDatabase(file, vault, clock)
        await database.open()
    except BaseException:
        file.release()
        raise
    try:
        await database.transact(lambda tx: meta.check_keys(tx, str(path)))
    except BaseException:
        await database.close()
        raise
    return database

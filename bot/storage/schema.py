"""The schema's revision: which are known, and how a database is brought to the newest one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from bot.storage.errors import StorageError

_FOLDER = Path(__file__).parent / "migrations"


@cache
def known() -> tuple[str, ...]:
    """Return all revisions, oldest first; a revision's file is named `<revision>_<what it does>.py`."""
    return tuple(sorted(file.name.split("_")[0] for file in (_FOLDER / "versions").glob("[0-9]*_*.py")))


def head() -> str:
    """Return the newest revision."""
    return known()[-1]


def require_known(revision: str | None, name: str) -> None:
    """Refuse a database that a newer program has written.

    Args:
        revision: what the database says; None if it is empty.
        name: the database as the operator knows it.

    Raises:
        StorageError: the revision is not one of ours.
    """
    if revision is not None and revision not in known():
        raise StorageError(
            f"{name}: written by a newer version of the program (schema {revision}); update it"
        )


def upgrade(connection: Connection) -> None:
    """Run the missing migrations inside the transaction that is open on `connection`."""
    # Alembic takes 100 ms to import and is not needed at an ordinary start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

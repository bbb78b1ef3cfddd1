"""Pauses: until when somebody wants nothing unasked, and until when a due thing is put off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TIME = sa.Float(precision=53)
_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    """Add the columns; what waits is looked at when it was meant for."""
    op.add_column("persons", sa.Column("paused_until", _TIME))
    op.add_column("due", sa.Column("look_at", _TIME, nullable=False, server_default=sa.text("0")))
    op.execute("UPDATE due SET look_at = due_at")
    op.drop_index("ix_due_waiting", "due")
    op.create_index("ix_due_waiting", "due", ["look_at"], sqlite_where=_WAITING, postgresql_where=_WAITING)

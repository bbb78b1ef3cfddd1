"""The first schema."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.Float(precision=53)


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    """Create every table."""
    _create_persons()
    _create_sessions()
    _create_entries()
    _create_outbox()
    _create_messages()
    _create_updates()
    _create_dead_letters()
    _create_due()
    _create_variants()
    _create_erasures()
    _create_meta()


def _create_persons() -> None:
    op.create_table(
        "persons",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("chat_id", _KEY, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("consented_at", _TIME),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("blocked_at", _TIME),
        sa.Column("quiet_until", _TIME),
        sa.Column("last_seen_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_persons_chat_id")),
        sqlite_autoincrement=True,
    )


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer()),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_sessions_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    op.create_index("ix_sessions_expiry", "sessions", ["expires_at"], **_where("expires_at IS NOT NULL"))
    op.create_index("ix_sessions_person", "sessions", ["person_id", "place"])


def _create_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent_id", _KEY),
        sa.Column("session_id", sa.Text()),
        sa.Column("slot", sa.Text()),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_entries_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["entries.id"], name=op.f("fk_entries_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entries_parent", "entries", ["parent_id"], **_where("parent_id IS NOT NULL"))
    op.create_index("ix_entries_person", "entries", ["person_id", "kind", "at"])
    op.create_index(
        "uq_entries_slot", "entries", ["session_id", "slot"], unique=True, **_where("slot IS NOT NULL")
    )


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", _KEY),
        sa.Column("chat_id", _KEY, nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text()),
        sa.Column("turn", sa.Integer()),
        sa.Column("edits_id", _KEY),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", _TIME, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("sent_at", _TIME),
        sa.Column("message_id", _KEY),
        sa.Column("unique_key", sa.Text()),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain')", name=op.f("ck_outbox_state")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_outbox_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_open", "outbox", ["urgency", "id"], **_where("state IN ('waiting', 'sending')")
    )
    op.create_index("ix_outbox_person", "outbox", ["person_id", "session_id", "turn"])
    op.create_index(
        "uq_outbox_unique_key", "outbox", ["unique_key"], unique=True, **_where("unique_key IS NOT NULL")
    )


def _create_messages() -> None:
    op.create_table(
        "messages",
        sa.Column("person_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("message_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("outgoing", sa.Boolean(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_messages_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "message_id", name=op.f("pk_messages")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_messages_at", "messages", ["at"])


def _create_updates() -> None:
    op.create_table(
        "updates",
        sa.Column("update_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_updates")),
    )
    op.create_index("ix_updates_at", "updates", ["at"])


def _create_dead_letters() -> None:
    op.create_table(
        "dead_letters",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("update_id", _KEY, nullable=False),
        sa.Column("person_id", _KEY),
        sa.Column("chat_id", _KEY),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_dead_letters_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letters")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dead_letters_chat", "dead_letters", ["chat_id"])
    op.create_index("ix_dead_letters_person", "dead_letters", ["person_id"])


def _create_due() -> None:
    op.create_table(
        "due",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entry_id", _KEY),
        sa.Column("due_at", _TIME, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'claimed', 'done', 'dropped', 'cancelled')", name=op.f("ck_due_state")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_due_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_due_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_due_entry", "due", ["entry_id"], **_where("entry_id IS NOT NULL"))
    op.create_index("ix_due_person", "due", ["person_id"])
    op.create_index("ix_due_waiting", "due", ["due_at"], **_where("state = 'waiting'"))
    op.create_index(
        "uq_due_entry",
        "due",
        ["person_id", "kind", "entry_id", "due_at"],
        unique=True,
        **_where("entry_id IS NOT NULL"),
    )
    op.create_index(
        "uq_due_person", "due", ["person_id", "kind", "due_at"], unique=True, **_where("entry_id IS NULL")
    )


def _create_variants() -> None:
    op.create_table(
        "variants",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("text_id", sa.Text(), nullable=False),
        sa.Column("variant", sa.Integer(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_variants_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variants")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_variants_person", "variants", ["person_id", "text_id", "id"])


def _create_erasures() -> None:
    op.create_table(
        "erasures",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_erasures")),
    )


def _create_meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )

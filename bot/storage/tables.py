"""The tables. Ids are never used twice; times are UTC epoch seconds; what people wrote is sealed."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# SQLite numbers rows itself only where the type is exactly INTEGER.
Key = BigInteger().with_variant(Integer, "sqlite")
Time = Float(53)

# Conditions of partial indexes: a query uses one only if it says the same, without parameters.
OPEN = "state IN ('waiting', 'sending')"
DUE = "state = 'waiting'"


def _id() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def _person(nullable: bool = False) -> Column[int]:
    return Column("person_id", Key, ForeignKey("persons.id", ondelete="CASCADE"), nullable=nullable)


def _partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))


persons = Table(
    "persons",
    metadata,
    _id(),
    Column("chat_id", Key, nullable=False, unique=True),
    Column("since", Time, nullable=False),
    Column("consented_at", Time),
    Column("locale", Text, nullable=False),
    Column("zone", Text),
    Column("country", Text),
    Column("blocked_at", Time),
    Column("quiet_until", Time),  # no word about applying until then
    Column("last_seen_at", Time, nullable=False),
    Column("paused_until", Time),  # nothing unasked until then
    sqlite_autoincrement=True,
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    _person(),
    Column("conversation", Text, nullable=False),
    Column("place", Integer),  # 0 active, 1.. put aside (deeper is larger), null ended
    Column("turn", Integer, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("updated_at", Time, nullable=False),
    Column("expires_at", Time),
    Index("ix_sessions_person", "person_id", "place"),
    _partial("ix_sessions_expiry", "expires_at", where="expires_at IS NOT NULL"),
)

entries = Table(
    "entries",
    metadata,
    _id(),
    _person(),
    Column("kind", Text, nullable=False),
    Column("parent_id", Key, ForeignKey("entries.id", ondelete="CASCADE")),
    Column("session_id", Text),  # no foreign key: entries outlive sessions
    Column("slot", Text),
    Column("at", Time, nullable=False),  # when it happened
    Column("created_at", Time, nullable=False),
    Column("updated_at", Time, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_entries_person", "person_id", "kind", "at"),
    _partial("ix_entries_parent", "parent_id", where="parent_id IS NOT NULL"),
    _partial("uq_entries_slot", "session_id", "slot", where="slot IS NOT NULL", unique=True),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _person(nullable=True),
    Column("chat_id", Key, nullable=False),
    Column("urgency", Integer, nullable=False),  # 0 reply, 1 unasked
    Column("method", Text, nullable=False),
    Column("session_id", Text),
    Column("turn", Integer),
    Column("edits_id", Key),  # the row whose message this one edits
    Column("payload", LargeBinary),  # emptied as soon as the row is settled
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Time, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("sent_at", Time),
    Column("message_id", Key),
    Column("unique_key", Text),
    CheckConstraint("state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain')", name="state"),
    # Each index costs every message; these three carry all the queries.
    Index("ix_outbox_person", "person_id", "session_id", "turn"),
    _partial("ix_outbox_open", "urgency", "id", where=OPEN),
    _partial("uq_outbox_unique_key", "unique_key", where="unique_key IS NOT NULL", unique=True),
    sqlite_autoincrement=True,
)

# Ids only, so that /delete can take back what Telegram lets a bot take back (48 hours). The chat is the
# person's own.
messages = Table(
    "messages",
    metadata,
    Column(
        "person_id", Key, ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("message_id", Key, primary_key=True, autoincrement=False),
    Column("outgoing", Boolean, nullable=False),
    Column("at", Time, nullable=False),
    Index("ix_messages_at", "at"),
    sqlite_with_rowid=False,
)

updates = Table(
    "updates",
    metadata,
    Column("update_id", Key, primary_key=True, autoincrement=False),
    Column("at", Time, nullable=False),
    Index("ix_updates_at", "at"),
)

dead_letters = Table(
    "dead_letters",
    metadata,
    _id(),
    Column("update_id", Key, nullable=False),
    _person(nullable=True),
    Column("chat_id", Key),
    Column("reason", Text, nullable=False),  # the name of an exception class, nothing more
    Column("payload", LargeBinary, nullable=False),
    Column("at", Time, nullable=False),
    Index("ix_dead_letters_person", "person_id"),
    Index("ix_dead_letters_chat", "chat_id"),
    sqlite_autoincrement=True,
)

due = Table(
    "due",
    metadata,
    _id(),
    _person(),
    Column("kind", Text, nullable=False),
    Column("entry_id", Key, ForeignKey("entries.id", ondelete="CASCADE")),
    Column("due_at", Time, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Time, nullable=False),
    # When it is next seen to: due_at, or what it was put off to.
    Column("look_at", Time, nullable=False, server_default=text("0")),
    CheckConstraint("state IN ('waiting', 'claimed', 'done', 'dropped', 'cancelled')", name="state"),
    _partial("ix_due_waiting", "look_at", where=DUE),
    _partial("ix_due_entry", "entry_id", where="entry_id IS NOT NULL"),
    # Null is never equal to null in a unique index, hence two of them.
    _partial(
        "uq_due_entry", "person_id", "kind", "entry_id", "due_at", where="entry_id IS NOT NULL", unique=True
    ),
    _partial("uq_due_person", "person_id", "kind", "due_at", where="entry_id IS NULL", unique=True),
    Index("ix_due_person", "person_id"),
    sqlite_autoincrement=True,
)

# A log: the newest row of a text is the wording the person saw last.
variants = Table(
    "variants",
    metadata,
    _id(),
    _person(),
    Column("text_id", Text, nullable=False),
    Column("variant", Integer, nullable=False),
    Column("at", Time, nullable=False),
    Index("ix_variants_person", "person_id", "text_id", "id"),
    sqlite_autoincrement=True,
)

# Who was erased, as a keyed hash of the chat id: enough to erase again after a restore, no identity.
erasures = Table(
    "erasures",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("at", Time, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

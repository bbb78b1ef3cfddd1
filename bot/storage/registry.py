"""The registry of personal data: every table with a person in it, how it is exported and erased."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, MetaData, Table, bindparam, delete, select

from bot.storage import dead_letters, entries, outbox, persons, sessions, tables
from bot.storage.encryption import Json, Vault
from bot.storage.transaction import Transaction

CHUNK = 500  # rows in memory at once during an export

# Tables that hold nobody: ids of updates, keyed hashes, what the database knows of itself.
IMPERSONAL = frozenset({"updates", "erasures", "meta", "alembic_version"})


@dataclass(frozen=True, slots=True)
class PersonalTable:
    """One table of personal data.

    Args:
        table: the table.
        owner: the column with the person's id.
        order: the columns that an export is ordered by; an index has them.
        sealed: for each sealed column how it is opened.
        chat: the column with a chat id, in tables that also hold rows of chats we know no person of.
        since: when such a row was written.
    """

    table: Table
    owner: ColumnElement[int]
    order: tuple[ColumnElement[Any], ...]
    sealed: dict[str, Callable[[Vault, Any], Json]]
    chat: ColumnElement[int] | None = None
    since: ColumnElement[float] | None = None

    @property
    def mine(self) -> ColumnElement[bool]:
        """The condition for one person's rows; it takes `person` and `chat`."""
        by_person: ColumnElement[bool] = self.owner == bindparam("person")
        if self.chat is None:
            return by_person
        return by_person | (self.owner.is_(None) & (self.chat == bindparam("chat")))


def _sealed(column: str, name: str) -> Callable[[Vault, Any], Json]:
    return lambda vault, row: vault.open_json(row.person_id, column, getattr(row, name))


def _table(table: Table, *order: ColumnElement[Any], **sealed: Callable[[Vault, Any], Json]) -> PersonalTable:
    return PersonalTable(table, table.c.person_id, order or (table.c.id,), sealed)


REGISTRY: tuple[PersonalTable, ...] = (
    PersonalTable(tables.persons, tables.persons.c.id, (tables.persons.c.id,), {}),
    _table(tables.sessions, state=_sealed(sessions.COLUMN, "state")),
    _table(
        tables.entries,
        tables.entries.c.kind,
        tables.entries.c.at,
        payload=_sealed(entries.COLUMN, "payload"),
    ),
    PersonalTable(
        tables.outbox,
        tables.outbox.c.person_id,
        (tables.outbox.c.id,),
        {"payload": outbox.open_payload},
        chat=tables.outbox.c.chat_id,
        since=tables.outbox.c.created_at,
    ),
    _table(tables.messages, tables.messages.c.message_id),
    PersonalTable(
        tables.dead_letters,
        tables.dead_letters.c.person_id,
        (tables.dead_letters.c.id,),
        {"payload": dead_letters.open_payload},
        chat=tables.dead_letters.c.chat_id,
        since=tables.dead_letters.c.at,
    ),
    _table(tables.due),
    _table(tables.variants, tables.variants.c.text_id, tables.variants.c.id),
)


def export_person(tx: Transaction, person_id: int) -> Iterator[tuple[str, dict[str, Json]]]:
    """Yield everything that is kept of a person, as (table, row in plain JSON), table by table.

    Only `CHUNK` rows are in memory at a time. Run it inside `Database.read`, and do not let the
    iterator outlive the transaction.
    """
    person = persons.get(tx, person_id)
    if person is None:
        return
    for personal in REGISTRY:
        yield from _export(tx, personal, person)


def _export(
    tx: Transaction, personal: PersonalTable, person: persons.PersonRow
) -> Iterator[tuple[str, dict[str, Json]]]:
    statement = select(personal.table).where(personal.mine).order_by(*personal.order)
    rows = tx.connection.execute(
        statement, _whose(personal, person), execution_options={"stream_results": True, "yield_per": CHUNK}
    )
    for row in rows:
        values: dict[str, Json] = row._asdict()
        for column, opened in personal.sealed.items():
            values[column] = opened(tx.vault, row)
        yield personal.table.name, values


def erase_rows(tx: Transaction, person: persons.PersonRow) -> int:
    """Delete every row of a person, children before parents; return how many."""
    erased = 0
    for table in reversed(tables.metadata.sorted_tables):
        for personal in REGISTRY:
            if personal.table is table:
                statement = delete(table).where(personal.mine)
                erased += tx.connection.execute(statement, _whose(personal, person)).rowcount
    return erased


def unregistered(metadata: MetaData) -> set[str]:
    """Return the tables that are neither registered nor known to hold nobody: there must be none.

    A table in IMPERSONAL that refers to a person or a chat counts as well.
    """
    registered = {personal.table.name for personal in REGISTRY}
    return {
        table.name
        for table in metadata.tables.values()
        if table.name not in registered and (table.name not in IMPERSONAL or _refers_to_person(table))
    }


def _refers_to_person(table: Table) -> bool:
    named = {"person_id", "chat_id", "user_id"} & set(table.c.keys())
    return bool(named) or any(key.column.table is tables.persons for key in table.foreign_keys)


def _whose(personal: PersonalTable, person: persons.PersonRow) -> dict[str, int]:
    whose = {"person": person.id}
    return whose if personal.chat is None else whose | {"chat": person.chat_id}

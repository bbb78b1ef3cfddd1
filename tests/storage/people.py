"""People and their things, as the storage tests need them."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.storage import dead_letters, due, entries, messages, outbox, persons, sessions, variants
from bot.storage.registry import REGISTRY
from bot.storage.tables import metadata
from bot.storage.transaction import Transaction

ANNA, BEN = 0x5A5A_1234_5678, 0x5A5A_8765_4321


def meet(tx: Transaction, chat_id: int = ANNA) -> persons.PersonRow:
    """Return the person of a chat, met now if need be."""
    return persons.find_or_create(tx, chat_id)[0]


def fill(tx: Transaction, chat_id: int, word: str) -> persons.PersonRow:
    """Give a person a row (and, where it is a text, a word of their own) in every table."""
    person = meet(tx, chat_id)
    session = f"s-{chat_id}"
    state = {"answers": {"thought": word}}
    sessions.save(tx, sessions.SessionRow(session, person.id, "reframe", 0, 3, state))
    role = entries.insert(tx, person.id, "application", {"company": word})
    entries.insert(tx, person.id, "round", {"notes": word}, parent_id=role)
    entries.upsert(tx, person.id, "thought_record", {"thought": word}, session_id=session, slot="record")
    outbox.put(tx, chat_id, "sendMessage", {"text": word}, person_id=person.id, session_id=session, turn=3)
    outbox.put(tx, chat_id, "sendMessage", {"text": word})
    messages.remember(tx, person.id, [11, 12], outgoing=True)
    dead_letters.put(tx, 77, {"text": word}, "ValueError", person_id=person.id, chat_id=chat_id)
    dead_letters.put(tx, 78, {"text": word}, "ValueError", chat_id=chat_id)
    due.schedule(tx, person.id, "rerate", tx.now + 86_400, role)
    variants.next_variants(tx, person.id, {"hello": 3})
    return person


def rows_of(tx: Transaction, person: persons.PersonRow) -> dict[str, int]:
    """Return how many rows of a person each registered table holds."""
    found = {}
    for personal in REGISTRY:
        values = {"person": person.id} | ({} if personal.chat is None else {"chat": person.chat_id})
        statement = select(func.count()).select_from(personal.table).where(personal.mine)
        found[personal.table.name] = tx.connection.execute(statement, values).scalar_one()
    return found


def total_rows(tx: Transaction) -> dict[str, int]:
    """Return how many rows each table holds."""
    return {
        table.name: tx.connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.tables.values()
    }

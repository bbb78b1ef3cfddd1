"""Erasure of a person, and the ledger that erases again after a restore from an older backup."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select

from bot.storage import persons
from bot.storage.registry import REGISTRY, erase_rows
from bot.storage.tables import erasures
from bot.storage.tables import persons as persons_table
from bot.storage.transaction import PerDialect, Transaction

_note = PerDialect(
    lambda insert: (
        lambda new: new.on_conflict_do_update(
            index_elements=["digest"], set_={"at": new.excluded.at}, where=erasures.c.at < new.excluded.at
        )
    )(insert(erasures))
)
_ledger = select(erasures.c.digest, erasures.c.at)
_everybody = select(persons_table)


def erase_person(tx: Transaction, person: persons.PersonRow) -> int:
    """Erase everything of a person and note it in the ledger; return how many rows went.

    Call `Database.checkpoint` after the commit: until then the bytes are in the write-ahead log.
    """
    tx.connection.execute(_note.on(tx), {"digest": tx.vault.digest(person.chat_id), "at": tx.now})
    return erase_rows(tx, person)


def ledger(tx: Transaction) -> dict[bytes, float]:
    """Return the ledger: keyed hash of a chat id, and when it was erased (UTC epoch seconds)."""
    return {bytes(row.digest): row.at for row in tx.connection.execute(_ledger)}


def merge(tx: Transaction, noted: Iterable[tuple[bytes, float]]) -> None:
    """Take entries of another ledger into this one; the later time wins."""
    rows = [{"digest": digest, "at": at} for digest, at in noted]
    if rows:
        tx.connection.execute(_note.on(tx), rows)


def replay(tx: Transaction) -> int:
    """Erase again whoever the ledger names, unless they came back after the erasure; return how many."""
    noted = ledger(tx)
    again = 0
    for row in tx.connection.execute(_everybody).all() if noted else ():
        person = persons.PersonRow(*row)
        if _erased_at(tx, noted, person.chat_id) >= person.since:
            erase_rows(tx, person)
            again += 1
    _replay_strangers(tx, noted)
    return again


def _replay_strangers(tx: Transaction, noted: dict[bytes, float]) -> None:
    """Erase rows from before an erasure that name a chat but no person."""
    for personal in REGISTRY if noted else ():
        if personal.chat is None or personal.since is None:
            continue
        nobodys = personal.owner.is_(None) & personal.chat.is_not(None)
        for chat in tx.connection.execute(select(personal.chat).where(nobodys).distinct()).scalars().all():
            before = personal.since <= _erased_at(tx, noted, chat)
            tx.connection.execute(delete(personal.table).where(nobodys, personal.chat == chat, before))


def _erased_at(tx: Transaction, noted: dict[bytes, float], chat_id: int) -> float:
    """Return when a chat was erased last, by any of our keys; -1 if never."""
    return max(noted.get(digest, -1.0) for digest in tx.vault.digests(chat_id))

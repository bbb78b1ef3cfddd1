"""Effects: carries out, inside the turn's transaction, what a conversation wants done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.standing import hush
from bot.storage import due, entries, outbox, persons
from bot.storage.transaction import Transaction
from bot.zones import morning_of, move_morning
from conversations.effects import (
    BurnWords,
    CallOff,
    ChangeEntry,
    ChangePerson,
    DeleteEntry,
    Effect,
    MoveEntry,
    Pause,
    Remind,
    SendExport,
    SendLetter,
)
from conversations.lines import Json
from conversations.outcome import Outcome
from conversations.session import Session

EXPORT = "export"
"""The name of the producer that makes a person's export when it is its turn to be sent."""
LETTER = "letter"
"""The name of the producer that makes the page which opens a letter in the mail program."""
SOON = 2 * 3600
"""Seconds until something is due whose day is today and whose morning is over."""
DAY = 86_400.0


class _KnownSlots:
    """The entries that sessions have in their slots, each session's read once and only if asked for."""

    def __init__(self, tx: Transaction, person: int) -> None:
        self._tx = tx
        self._person = person
        self._sessions: dict[str, dict[str, int]] = {}

    def find(self, session: str, slot: str) -> int | None:
        """Return the id of the entry in a slot, None if it was deleted."""
        if session not in self._sessions:
            rows = entries.of_session(self._tx, self._person, session)
            self._sessions[session] = {row.slot: row.id for row in rows if row.slot}
        return self._sessions[session].get(slot)


def save_records(tx: Transaction, person: int, outcome: Outcome) -> dict[tuple[str, str], int]:
    """Write the records of a turn; return the ids of their entries by (session, slot)."""
    for session, slots in outcome.dropped:
        if slots is None:
            entries.delete_unreached(tx, person, session, ())
    saved: dict[tuple[str, str], int] = {}
    known = _KnownSlots(tx, person)
    for record in outcome.saved:
        if not record.changed:
            # Changed or deleted by the person since, it stays so: nothing is written anew.
            if (entry := known.find(record.session, record.slot)) is not None:
                saved[record.session, record.slot] = entry
            continue
        under = record.kept.under
        parent = saved.get((record.session, under)) if isinstance(under, str) else under
        if parent is not None and isinstance(under, int) and entries.get(tx, person, under) is None:
            parent = None
        saved[record.session, record.slot] = entries.upsert(
            tx,
            person,
            record.kept.record.kind,
            record.kept.record.fields(),
            session_id=record.session,
            slot=record.slot,
            parent_id=parent,
        )
    for session, slots in outcome.dropped:
        if slots:
            kept = {row.slot for row in entries.of_session(tx, person, session) if row.slot} - set(slots)
            entries.delete_unreached(tx, person, session, kept)
    return saved


def perform(
    tx: Transaction,
    person: persons.PersonRow,
    session: Session,
    key: str,
    effect: Effect,
    saved: Mapping[tuple[str, str], int],
) -> list[outbox.OutboxRow]:
    """Carry out one effect; return the outbox rows it made. Erasure is not done here: see bot.turns."""
    match effect:
        case ChangePerson():
            persons.change(tx, person.id, **{effect.field: effect.value})
            if effect.field == "zone":
                _move_mornings(tx, person, effect.value)
        case ChangeEntry():
            row = entries.get(tx, person.id, effect.entry)
            if row is not None and isinstance(row.payload, dict):
                entries.change(tx, person.id, effect.entry, {**row.payload, effect.name: effect.value})
        case MoveEntry():
            if entries.get(tx, person.id, effect.under) is not None:
                entries.move(tx, person.id, effect.entry, effect.under)
        case DeleteEntry():
            entries.remove(tx, person.id, effect.entry)
        case Remind():
            _remind(tx, person, _find_entry(saved, session, effect.about), effect)
        case Pause():
            _pause(tx, person, effect.days)
        case CallOff():
            due.cancel(tx, person.id, kind=effect.kind, entry_id=effect.entry)
        case SendLetter():
            letter: dict[str, Json] = {
                "producer": LETTER,
                "entry": _find_entry(saved, session, effect.about),
            }
            return [_put_effect(tx, person, session, key, "sendDocument", letter)]
        case BurnWords():
            return _burn(tx, person, session, key, effect)
        case SendExport():
            return [_put_effect(tx, person, session, key, "sendDocument", {"producer": EXPORT})]
    return []


def cancel_reminder(tx: Transaction, person: int, session: str, reminder: Remind) -> None:
    """Cancel what is due about the record in a slot of a session, which its path no longer asks for."""
    for row in entries.of_session(tx, person, session):
        if row.slot == reminder.about:
            due.cancel(tx, person, kind=reminder.kind, entry_id=row.id)
    if isinstance(reminder.about, int):
        due.cancel(tx, person, kind=reminder.kind, entry_id=reminder.about)


def _find_entry(saved: Mapping[tuple[str, str], int], session: Session, about: str | int) -> int | None:
    return about if isinstance(about, int) else saved.get((session.id, about))


def _remind(tx: Transaction, person: persons.PersonRow, entry: int | None, effect: Remind) -> None:
    if entry is None or entries.get(tx, person.id, entry) is None:
        return
    due.cancel(tx, person.id, kind=effect.kind, entry_id=entry)
    at = tx.now + effect.after
    if effect.on is not None:
        # What is set for today after its morning is still meant for today.
        at = max(morning_of(date.fromisoformat(effect.on), person.zone), tx.now + SOON)
    due.schedule(tx, person.id, effect.kind, at, entry)


def _move_mornings(tx: Transaction, person: persons.PersonRow, zone: str | None) -> None:
    """Let what is due on the morning of a day be due on its morning in the new zone; see anew to the rest."""
    for row in due.waiting(tx, person.id):
        at = move_morning(row.due_at, person.zone, zone)
        if at != row.due_at:
            due.settle(tx, [row.id], "cancelled")
            due.schedule(tx, person.id, row.kind, at, row.entry_id)
    due.wake(tx, person.id)


def _pause(tx: Transaction, person: persons.PersonRow, days: int | None) -> None:
    """Let nothing come unasked for some days; take back what is on its way."""
    until = persons.ENDLESS if days is None else tx.now + days * DAY
    if days == 0 and (person.paused_until or 0.0) >= persons.ENDLESS:
        until = 0.0  # nobody said how long it would be: what got too late meanwhile is too late
    persons.change(tx, person.id, paused_until=until)
    hush(tx, person.id)


def _burn(
    tx: Transaction, person: persons.PersonRow, session: Session, key: str, effect: BurnWords
) -> list[outbox.OutboxRow]:
    last = session.last
    if last is None or last.key != effect.key or not last.message:
        return []
    payload: dict[str, Json] = {"params": {"message_id": last.message}}
    return [_put_effect(tx, person, session, key, "deleteMessage", payload)]


def _put_effect(
    tx: Transaction,
    person: persons.PersonRow,
    session: Session,
    key: str,
    method: str,
    payload: Mapping[str, Json],
) -> outbox.OutboxRow:
    """Put a request whose outcome comes back to the session."""
    effect: Json = {"session": session.id, "key": key}
    return put_row(tx, person.chat_id, method, {**payload, "effect": effect}, person.id, session=session.id)


def put_row(
    tx: Transaction,
    chat: int,
    method: str,
    payload: Mapping[str, Json],
    person: int | None = None,
    *,
    session: str | None = None,
    turn: int | None = None,
    edits: int | None = None,
) -> outbox.OutboxRow:
    """Write a reply into the outbox and return its row, so that it can be sent without being read again."""
    row = outbox.put(
        tx, chat, method, dict(payload), person_id=person, session_id=session, turn=turn, edits_id=edits
    )
    if row is None:
        raise RuntimeError("a reply has no unique key, so it is always put")
    return outbox.OutboxRow(
        id=row,
        person_id=person,
        chat_id=chat,
        urgency=outbox.REPLY,
        method=method,
        session_id=session,
        turn=turn,
        edits_id=edits,
        payload=dict(payload),
        state="waiting",
        attempts=0,
        not_before=0.0,
        created_at=tx.now,
        sent_at=None,
        message_id=None,
        unique_key=None,
    )

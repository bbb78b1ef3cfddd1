"""Standing: how things stand with people for whom something is due, read for many of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from bot.storage import due, entries, persons, sessions, unasked
from bot.storage.transaction import Transaction
from bot.zones import find_zone, move_morning
from conversations.plans.words import CARE
from conversations.records import Plan, Status
from conversations.unasked.hours import DAY, Hours, hours_of
from conversations.unasked.rules import Due, Standing
from conversations.unasked.rules import next_said as work_out

RECENT = 2 * DAY
"""Seconds to look back for what belongs to one local day."""


def read_standings(tx: Transaction, people: Iterable[persons.PersonRow]) -> dict[int, Standing]:
    """Return how things stand with people, by their ids."""
    known = {person.id: person for person in people}
    touched = sessions.touched(tx, known)
    said = unasked.written_since(tx, known, tx.now - RECENT)
    told = entries.of_people(tx, known, Status.kind, tx.now - RECENT)
    standings: dict[int, Standing] = {}
    for id, person in known.items():
        hours = hours_of(find_zone(person.zone), person.last_seen_at, id)
        standings[id] = Standing(
            hours,
            touched.get(id),
            _paused_until(person),
            person.quiet_until or 0.0,
            tuple(at for row in told.get(id, ()) for at in _rejected(row, hours)),
            tuple(said.get(id, ())),
        )
    return standings


def _paused_until(person: persons.PersonRow) -> float:
    """Somebody who blocked the bot is left alone until they come back."""
    return persons.ENDLESS if person.blocked_at is not None else person.paused_until or 0.0


def _rejected(row: entries.EntryRow, hours: Hours) -> Iterable[float]:
    """Yield when a rejection was told, and when it came (at noon of its day)."""
    if not isinstance(row.payload, dict) or row.payload.get("status") != "rejected":
        return
    yield row.at
    on = row.payload.get("on")
    if isinstance(on, str):
        try:
            yield datetime.combine(date.fromisoformat(on), time(12), hours.zone).timestamp()
        except ValueError:
            return


def read_due(tx: Transaction, rows: Sequence[due.DueRow]) -> dict[int, list[Due]]:
    """Return due things by the id of their person; a plan's entry tells whether it is care."""
    plans = [row.entry_id for row in rows if row.kind == "plan" and row.entry_id is not None]
    care = {
        entry.id
        for entry in (entries.get_many(tx, plans) if plans else ())
        if entry.kind == Plan.kind and isinstance(entry.payload, dict) and entry.payload.get("area") == CARE
    }
    found: dict[int, list[Due]] = {}
    for row in rows:
        one = Due(row.id, row.kind, row.due_at, row.entry_id, row.entry_id in care, row.look_at)
        found.setdefault(row.person_id, []).append(one)
    return found


def next_said(tx: Transaction, person: persons.PersonRow, zone: str | None) -> float | None:
    """Return when the next unasked message would come (UTC epoch seconds) if somebody lived in a zone."""
    rows: list[due.DueRow] = []
    for row in due.waiting(tx, person.id):
        at = move_morning(row.due_at, person.zone, zone)
        rows.append(replace(row, due_at=at, look_at=at))
    if not rows:
        return None
    standing = read_standings(tx, [replace(person, zone=zone)])[person.id]
    said = work_out(read_due(tx, rows)[person.id], standing, tx.now)
    return None if said is None or said >= persons.ENDLESS else said


def hush(tx: Transaction, person: int) -> None:
    """Take back what was written to somebody unasked and is not sent; what it was about waits again."""
    rows = [
        int(number) for key in unasked.hush(tx, person) for number in key.split("-") if number.isdecimal()
    ]
    if rows:
        due.revive(tx, person, rows)
    due.wake(tx, person)

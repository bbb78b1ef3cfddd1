"""People: who is talking, where they are in their conversations, and how that is kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.diary import StoredDiary
from bot.standing import next_said
from bot.storage import persons, sessions
from bot.storage.transaction import Transaction
from bot.zones import local_date, place_of
from conversations.catalog import Catalog, World
from conversations.facts import Silence
from conversations.outcome import Outcome
from conversations.session import LIFETIME, Session, State, from_json, to_json
from conversations.texts import load_texts

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
ENDED_KEPT = 86400
"""Seconds for which the session that ended last is kept for undo."""


def new_session_id() -> str:
    """Return a short id that cannot be guessed: 10 characters, 50 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person is: the stored row and the sessions."""

    person: persons.PersonRow
    state: State

    def world(self, tx: Transaction, catalog: Catalog, new_id: Callable[[], str]) -> World:
        """Return what the turn needs to know."""
        person = self.person
        return World(
            catalog=catalog,
            texts=load_texts(person.locale),
            now=tx.now,
            today=local_date(tx.now, person.zone),
            new_id=new_id,
            consented=person.consented_at is not None,
            country=person.country,
            zone=person.zone,
            quiet_until=person.quiet_until or 0.0,
            silence=_silence(person, tx.now),
            next_said=lambda zone: _next_said(tx, person, zone),
            diary=StoredDiary(tx, person.id, lambda at: local_date(at, person.zone)),
            help_beside=True,
        )


def _silence(person: persons.PersonRow, now: float) -> Silence | None:
    """Return the pause that somebody is in, None if they are in none."""
    until = person.paused_until or 0.0
    if until <= now:
        return None
    return Silence() if until >= persons.ENDLESS else Silence(local_date(until, person.zone))


def _next_said(tx: Transaction, person: persons.PersonRow, zone: str | None) -> datetime | None:
    """Return when the next unasked message would come in a zone, by the clock there."""
    at = next_said(tx, person, zone)
    return None if at is None else datetime.fromtimestamp(at, place_of(zone))


def load_place(tx: Transaction, person: persons.PersonRow) -> Place:
    """Load the sessions of a person, whose row is locked."""
    if person.consented_at is None:
        return Place(person, State())
    active: Session | None = None
    aside: list[Session] = []
    for row in sessions.load_stack(tx, person.id):
        if row.place == 0:
            active = _read(row)
        else:
            aside.append(_read(row))
    ended = sessions.last_ended(tx, person.id) if active is None else None
    return Place(person, State(active, tuple(aside), None if ended is None else _read(ended)))


def save_place(tx: Transaction, place: Place, outcome: Outcome) -> None:
    """Store the sessions as the turn left them."""
    person, state = place.person, outcome.state
    stay = {session.id for session in (*state.aside, *((state.active,) if state.active else ()))}
    for session in outcome.finished:
        if session.id not in stay and (state.ended is None or session.id != state.ended.id):
            sessions.remove(tx, person.id, session.id)
    if state.active is not None:
        _save(tx, person.id, state.active, 0)
    before = {session.id: (depth, session) for depth, session in enumerate(place.state.aside, 1)}
    for depth, session in enumerate(state.aside, 1):
        if before.get(session.id) != (depth, session):
            _save(tx, person.id, session, depth)
    for gone in before.keys() - stay - ({state.ended.id} if state.ended else set()):
        sessions.remove(tx, person.id, gone)
    if state.ended is not None and state.ended is not place.state.ended:
        _save(tx, person.id, state.ended, None)
        sessions.forget_ended(tx, person.id, keep=state.ended.id)


def _read(row: sessions.SessionRow) -> Session:
    data = row.state if isinstance(row.state, dict) else {}
    return from_json(row.id, row.conversation, row.turn, data)


def _save(tx: Transaction, person: int, session: Session, depth: int | None) -> None:
    lifetime = ENDED_KEPT if depth is None else LIFETIME
    sessions.save(
        tx,
        sessions.SessionRow(
            id=session.id,
            person_id=person,
            conversation=session.conversation,
            place=depth,
            turn=session.turn,
            state=to_json(session),
            expires_at=tx.now + lifetime,
        ),
    )

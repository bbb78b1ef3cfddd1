"""Dispatch: what is due becomes one message a person, in the transaction that settles it; then it is sent."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

import structlog

from bot.clock import Clock
from bot.standing import read_due, read_standings
from bot.storage import due, persons, unasked, variants
from bot.storage.database import Database, StorageBusy, StorageFull, Transaction
from bot.storage.outbox import OutboxRow
from bot.telegram.keyboards import lay_out_card
from bot.telegram.render import Renderer
from conversations.lines import line
from conversations.outcome import Outcome
from conversations.session import State
from conversations.texts import load_texts
from conversations.unasked.card import due_card
from conversations.unasked.rules import Due, decide, next_said

BATCH = 100
"""Due things that one transaction takes: replies need not wait for more."""
BUSY = 60.0
"""Seconds after which somebody is looked at again whose turn is being taken."""
LOOKED_AT = 200
"""Due things of which the time is worked out at which they will be said."""

log = structlog.get_logger(__name__)


class Sending(Protocol):
    """What dispatch needs of the sender."""

    def enqueue(self, rows: Iterable[OutboxRow]) -> None:
        """Send outbox rows that were just committed."""
        ...


@dataclass(slots=True)
class Dispatched:
    """What one transaction did.

    Args:
        claimed: how many due things it saw to.
        dropped: how many of them were too late, by kind.
    """

    claimed: int = 0
    rows: list[OutboxRow] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


class Dispatch:
    """Looks again and again at what is due.

    Args:
        database: holds what is due.
        sender: sends what comes of it.
        clock: tells whether anything is due at all, so that nothing is locked where nothing is.
    """

    def __init__(self, database: Database, sender: Sending, clock: Clock) -> None:
        self._database = database
        self._sender = sender
        self._clock = clock
        self._looking = asyncio.Lock()
        self._stopped = False

    @property
    def idle(self) -> bool:
        """Whether it is not looking at present."""
        return not self._looking.locked()

    async def look(self) -> None:
        """See to all that is due now. A database that is busy or full is asked again the next time."""
        async with self._looking:
            try:
                await self._look()
            except (StorageBusy, StorageFull) as error:
                log.warning("what is due cannot be seen to now", error=type(error).__name__)

    async def stop(self) -> None:
        """See to nothing more, and return once the last look is over."""
        self._stopped = True
        async with self._looking:
            return

    async def _look(self) -> None:
        if self._stopped:
            return
        at = await self._database.read(due.next_due)
        while at is not None and at <= self._clock.now() and not self._stopped:
            done = await self._database.transact(dispatch)
            self._sender.enqueue(done.rows)
            for kind, count in sorted(done.dropped.items()):
                log.info("dropped as too late", kind=kind, count=count)
            if done.claimed < BATCH:
                return

    async def next_said(self) -> float | None:
        """Return when the next unasked message will come (UTC epoch seconds), as far as can be told now."""
        return await self._database.read(find_next)


def dispatch(tx: Transaction, limit: int = BATCH) -> Dispatched:
    """See to what is due now: say it, put it off, or drop it, whoever it is for."""
    rows = due.claim(tx, limit)
    done = Dispatched(len(rows))
    if len(rows) >= limit:
        rows += due.claim_of(tx, {row.person_id for row in rows})
    if not rows:
        return done
    by_person = read_due(tx, rows)
    people = persons.get_many(tx, by_person)
    standings = read_standings(tx, people)
    later: list[tuple[int, float]] = []
    dropped: list[int] = []
    said: list[tuple[persons.PersonRow, list[Due]]] = []
    for person in people:
        decision = decide(by_person.pop(person.id), standings[person.id], tx.now)
        later += [(one.row, until) for one, until in decision.later]
        dropped += [one.row for one in decision.drop]
        done.dropped.update(one.kind for one in decision.drop)
        said += [(person, decision.say)] if decision.say else []
    later += [(one.row, tx.now + BUSY) for left in by_person.values() for one in left]
    done.rows = _write(tx, said)
    due.settle(tx, [one.row for _, say in said for one in say], "done")
    due.settle(tx, dropped, "dropped")
    due.postpone(tx, later)
    return done


def _write(tx: Transaction, said: Sequence[tuple[persons.PersonRow, list[Due]]]) -> list[OutboxRow]:
    """Write one message for all that is said to each person now, in the wording that is their turn."""
    cards = {person.id: due_card(say) for person, say in said}
    leads = {id: card.lines[0].id for id, card in cards.items()}
    counts = {lead: load_texts().variants(lead) for lead in set(leads.values())}
    chosen = variants.next_for_many(tx, leads, counts)
    made: list[unasked.Unasked] = []
    for person, say in said:
        params = {
            **_words(person.locale, leads[person.id], chosen[person.id]),
            "reply_markup": {"inline_keyboard": lay_out_card(cards[person.id], load_texts(person.locale))},
        }
        key = "-".join(["due", *(str(one.row) for one in say)])
        made.append(unasked.Unasked(person.id, person.chat_id, "sendMessage", params, key))
    return unasked.put(tx, made)


@lru_cache(1_000)
def _words(locale: str, lead: str, variant: int) -> dict[str, Any]:
    """Return the parameters of a message with a wording of ours in which nothing is put in."""
    renderer = Renderer(load_texts(locale), lambda id, count: variant)
    (made,) = renderer.render(Outcome(State(), shows=[line(lead)]))
    return made.params


def find_next(tx: Transaction) -> float | None:
    """Return when the next unasked message to anybody will come (UTC epoch seconds), or None."""
    by_person = read_due(tx, due.soonest(tx, LOOKED_AT))
    people = persons.look_up_many(tx, by_person)
    standings = read_standings(tx, people)
    times = [next_said(by_person[person.id], standings[person.id], tx.now) for person in people]
    return min((at for at in times if at is not None and at < persons.ENDLESS), default=None)

"""Turns: one update of one person, from the raw words to the answer, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.effects import cancel_reminder, perform, put_row, save_records
from bot.people import load_place, new_session_id, save_place
from bot.standing import hush
from bot.storage import due, erasures, messages, outbox, persons, updates, variants
from bot.storage.transaction import Transaction
from bot.telegram.incoming import Incoming, TappedMessage
from bot.telegram.render import Outgoing, Renderer, show_choice
from conversations.catalog import Catalog
from conversations.effects import ChangePerson, EraseEverything, Pause
from conversations.events import Event, Returned, Tapped
from conversations.lines import Card, Line, line
from conversations.outcome import Outcome, Question
from conversations.session import Session, State
from conversations.texts import load_texts
from conversations.turn import take_turn

DELETED_AT_ONCE = 100
"""Messages one deleteMessages call takes (Bot API)."""
DELETABLE = 48 * 3600
"""Seconds for which a bot may delete messages of a private chat (Bot API, deleteMessage)."""


TOAST_LIMIT = 200
"""Characters of the answer to a tap (Bot API, answerCallbackQuery)."""
FAREWELL = "delete-done"
"""The last word to somebody who was erased."""
LEFT = frozenset({"hello", "home", "aside"})
"""Cards whose buttons go once one was tapped; those of the crisis card stay."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What a turn leaves to be done after its commit.

    Args:
        rows: outbox rows to be sent, in order.
        toast: the short answer to the tap.
        country: the person's country, for the next crisis card.
        hushed: the chat of a person to whom nothing unasked may go that was written before.
        erased: the chat of a person who was erased; its farewell is among the rows.
    """

    rows: tuple[outbox.OutboxRow, ...] = ()
    toast: str | None = None
    country: str | None = None
    erased: int | None = None
    hushed: int | None = None
    known: bool = True


@dataclass(slots=True)
class Turns:
    """The use case.

    Args:
        catalog: the conversations.
        new_id: makes ids of sessions.
    """

    catalog: Catalog
    new_id: Callable[[], str] = field(default=new_session_id)

    def take(self, tx: Transaction, incoming: Incoming) -> Turned:
        """Handle one update: at most once, all or nothing."""
        if not updates.accept(tx, incoming.update):
            return Turned(known=False)
        match incoming.place:
            case "private" if incoming.event is not None:
                return self._talk(tx, incoming, incoming.event)
            case "blocked":
                persons.mark_blocked(tx, incoming.chat)
            case "unblocked":
                persons.mark_unblocked(tx, incoming.chat)
                person = persons.find(tx, incoming.chat)
                if person is not None:
                    due.wake(tx, person.id)
            case "group":
                return Turned(_put_plain(tx, incoming.chat, line("engine-private-only")))
        return Turned()

    def come_back(self, tx: Transaction, chat: int, event: Returned) -> Turned:
        """Handle an effect that came back."""
        person = persons.find(tx, chat)
        return Turned() if person is None else self._turn(tx, person, event)

    def apologise(self, tx: Transaction, incoming: Incoming, tell: bool = True) -> Turned | None:
        """Tell a person that an update of theirs is set aside; return None if that was done before."""
        if not updates.accept(tx, incoming.update):
            return None
        if incoming.place != "private" or not tell:
            return Turned(known=False)
        return Turned(_put_plain(tx, incoming.chat, line("engine-broken")))

    def tell(self, tx: Transaction, chat: int, what: Line) -> Turned:
        """Tell a person something outside of any conversation."""
        return Turned() if persons.find(tx, chat) is None else Turned(_put_plain(tx, chat, what))

    def _talk(self, tx: Transaction, incoming: Incoming, event: Event) -> Turned:
        person, _ = persons.find_or_create(tx, incoming.chat)
        persons.touch(tx, person.id)
        if person.blocked_at is not None:
            due.wake(tx, person.id)
        if incoming.message:
            messages.remember(tx, person.id, [incoming.message], outgoing=False)
        return self._turn(tx, person, event, incoming.under)

    def _turn(
        self, tx: Transaction, person: persons.PersonRow, event: Event, under: TappedMessage | None = None
    ) -> Turned:
        place = load_place(tx, person)
        outcome = take_turn(place.state, event, place.world(tx, self.catalog, self.new_id))
        if outcome.person.pop("minor", False):
            return _forget_minor(tx, person, outcome, under)
        if any(isinstance(effect, EraseEverything) for _, _, effect in outcome.effects):
            return _erase(tx, person, outcome)
        person = _change_person(tx, person, outcome)
        save_place(tx, place, outcome)
        rows = [*self._show(tx, person, event, outcome, under), *_carry_out(tx, person, outcome)]
        if any(isinstance(effect, ChangePerson) for _, _, effect in outcome.effects):
            person = persons.get(tx, person.id) or person
        pausing = any(isinstance(effect, Pause) for _, _, effect in outcome.effects)
        hushed = person.chat_id if pausing or "quiet_until" in outcome.person else None
        return Turned(tuple(rows), self._toast(person, outcome), person.country, hushed=hushed)

    def _show(
        self,
        tx: Transaction,
        person: persons.PersonRow,
        event: Event,
        outcome: Outcome,
        under: TappedMessage | None,
    ) -> Iterator[outbox.OutboxRow]:
        renderer = Renderer(load_texts(person.locale), _variants(tx, person, outcome))
        for made in renderer.render(outcome, under):
            row = _put(tx, person, made)
            if row is not None:
                yield row
        if isinstance(event, Tapped) and event.session in LEFT and under is not None and not outcome.toast:
            yield _put_choice(tx, person.chat_id, under, person.id)

    def _toast(self, person: persons.PersonRow, outcome: Outcome) -> str | None:
        if outcome.toast is None:
            return None
        return load_texts(person.locale).phrase(outcome.toast)[:TOAST_LIMIT]


def _carry_out(tx: Transaction, person: persons.PersonRow, outcome: Outcome) -> Iterator[outbox.OutboxRow]:
    """Save the records and carry out the effects; yield the outbox rows that come of them."""
    for session, reminder in outcome.cancelled:
        cancel_reminder(tx, person.id, session, reminder)
    saved = save_records(tx, person.id, outcome)
    sessions = {session.id: session for session in _sessions(outcome)}
    for session, key, effect in outcome.effects:
        yield from perform(tx, person, sessions[session], key, effect, saved)


def _sessions(outcome: Outcome) -> Iterator[Session]:
    yield from outcome.finished
    yield from outcome.state.aside
    if outcome.state.active is not None:
        yield outcome.state.active


def _change_person(tx: Transaction, person: persons.PersonRow, outcome: Outcome) -> persons.PersonRow:
    for name, value in outcome.person.items():
        if name == "consented":
            persons.change(tx, person.id, consented_at=tx.now)
        elif isinstance(value, float | int | str):
            persons.change(tx, person.id, **{name: value})
    if "quiet_until" in outcome.person:
        hush(tx, person.id)
    changed = persons.get(tx, person.id) if outcome.person else person
    return changed or person


def _variants(tx: Transaction, person: persons.PersonRow, outcome: Outcome) -> Callable[[str, int], int]:
    texts = load_texts(person.locale)
    ids = {what.id for what in _lines(outcome) if what.attribute is None}
    counts = {id: texts.variants(id) for id in sorted(ids) if texts.variants(id) > 1}
    chosen = variants.next_variants(tx, person.id, counts) if counts else {}
    return lambda id, count: chosen.get(id, 0)


def _lines(outcome: Outcome) -> Iterator[Line]:
    for show in outcome.shows:
        if isinstance(show, Line):
            yield show
        elif isinstance(show, Card):
            yield from show.lines
        elif isinstance(show, Question):
            yield from show.prompt.header
            yield show.prompt.text
            if show.unclear is not None:
                yield show.unclear


def _put(tx: Transaction, person: persons.PersonRow, made: Outgoing) -> outbox.OutboxRow | None:
    edits: int | None = None
    if made.edits is not None:
        edits = outbox.row_of_turn(tx, person.id, *made.edits)
        if edits is None:
            return None
    session, turn = made.turn or (None, None)
    return put_row(
        tx, person.chat_id, made.method, made.params, person.id, session=session, turn=turn, edits=edits
    )


def _put_plain(tx: Transaction, chat: int, *shows: Line | Card) -> tuple[outbox.OutboxRow, ...]:
    """Put messages for a chat of which nothing is kept."""
    renderer = Renderer(load_texts())
    made = renderer.render(Outcome(State(), shows=list(shows)))
    return tuple(put_row(tx, chat, one.method, one.params) for one in made)


def _put_choice(
    tx: Transaction, chat: int, under: TappedMessage, person: int | None = None
) -> outbox.OutboxRow:
    """Put the edit of a card whose buttons go: what was tapped stays visible."""
    made = show_choice(under, under.label)
    return put_row(tx, chat, made.method, {**made.params, "message_id": under.id}, person)


def _forget_minor(
    tx: Transaction, person: persons.PersonRow, outcome: Outcome, under: TappedMessage | None
) -> Turned:
    """Somebody under 18 gets a kind word, and nothing of them is kept."""
    shows = [show for show in outcome.shows if isinstance(show, Line | Card)]
    erasures.erase_person(tx, person)
    rows = _put_plain(tx, person.chat_id, *shows)
    return Turned((*rows, *([_put_choice(tx, person.chat_id, under)] if under is not None else [])))


def _erase(tx: Transaction, person: persons.PersonRow, outcome: Outcome) -> Turned:
    """Erase a person; take back what Telegram lets us, and say what it keeps, for a chat we know nothing of.

    In the outbox like any reply, so that a crash does not swallow it; its rows go as soon as they are sent.
    """
    ids = messages.recent(tx, person.id, tx.now - DELETABLE)
    erasures.erase_person(tx, person)
    chunks = [ids[start : start + DELETED_AT_ONCE] for start in range(0, len(ids), DELETED_AT_ONCE)]
    rows = [put_row(tx, person.chat_id, "deleteMessages", {"message_ids": [*chunk]}) for chunk in chunks]
    farewell = [show for show in outcome.shows if isinstance(show, Line) and show.id == FAREWELL]
    renderer = Renderer(load_texts(person.locale))
    for made in renderer.render(Outcome(State(), shows=[*farewell])):
        rows.append(put_row(tx, person.chat_id, made.method, {"params": made.params, "farewell": True}))
    return Turned(tuple(rows), erased=person.chat_id)

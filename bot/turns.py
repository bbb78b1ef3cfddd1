"""Turns: one update of one person, from the raw words to the answer, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from bot.effects import cancel_reminders, perform, put_row, save_records
from bot.people import Place, load_place, new_session_id, save_place
from bot.storage import erasures, messages, outbox, persons, updates, variants
from bot.storage.transaction import Transaction
from bot.telegram.incoming import Incoming
from bot.telegram.render import Outgoing, Renderer
from conversations.catalog import Catalog
from conversations.effects import EraseEverything
from conversations.events import Event, Returned
from conversations.lines import Card, Line, line
from conversations.outcome import Outcome, Question
from conversations.session import Session, State
from conversations.texts import load_texts
from conversations.turn import take_turn

DELETABLE = 48 * 3600
"""Seconds for which a bot may delete messages of a private chat (Bot API, deleteMessage)."""


@dataclass(frozen=True, slots=True)
class Erased:
    """A person who is gone: what is left to do in the chat, known to nobody but this value."""

    chat: int
    messages: tuple[int, ...]
    locale: str


@dataclass(frozen=True, slots=True)
class Turned:
    """What a turn leaves to be done after its commit.

    Args:
        rows: outbox rows to be sent, in order.
        toast: the short answer to the tap.
        country: the person's country, for the next crisis card.
        erased: set when the person asked to be erased.
    """

    rows: tuple[outbox.OutboxRow, ...] = ()
    toast: str | None = None
    country: str | None = None
    erased: Erased | None = None
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
            case "group":
                return Turned(_put_plain(tx, incoming.chat, line("engine-private-only")))
        return Turned()

    def come_back(self, tx: Transaction, chat: int, event: Returned) -> Turned:
        """Handle an effect that came back."""
        person = persons.find(tx, chat)
        return Turned() if person is None else self._turn(tx, person, event)

    def apologise(self, tx: Transaction, incoming: Incoming) -> Turned | None:
        """Tell a person that an update of theirs is set aside; return None if that was done before."""
        if not updates.accept(tx, incoming.update):
            return None
        if incoming.place != "private":
            return Turned(known=False)
        return Turned(_put_plain(tx, incoming.chat, line("engine-broken")))

    def _talk(self, tx: Transaction, incoming: Incoming, event: Event) -> Turned:
        person, _ = persons.find_or_create(tx, incoming.chat)
        persons.touch(tx, person.id)
        if incoming.message:
            messages.remember(tx, person.id, [incoming.message], outgoing=False)
        return self._turn(tx, person, event)

    def _turn(self, tx: Transaction, person: persons.PersonRow, event: Event) -> Turned:
        place = load_place(tx, person)
        outcome = take_turn(place.state, event, place.world(tx, self.catalog, self.new_id))
        if outcome.person.pop("minor", False):
            return _forget_minor(tx, person, outcome)
        if any(isinstance(effect, EraseEverything) for _, _, effect in outcome.effects):
            return _erase(tx, person)
        return self._keep(tx, place, outcome)

    def _keep(self, tx: Transaction, place: Place, outcome: Outcome) -> Turned:
        person = place.person
        person = _change_person(tx, person, outcome)
        renderer = Renderer(load_texts(person.locale), _variants(tx, person, outcome))
        sent = renderer.render(outcome)
        outcome.state = replace(outcome.state, active=_with_shown(outcome.state.active, sent))
        save_place(tx, place, outcome)
        saved = save_records(tx, person.id, outcome)
        rows = [row for made in sent if (row := _put(tx, person, made)) is not None]
        by_id = {s.id: s for s in _sessions(outcome)}
        for session, key, effect in outcome.effects:
            rows += perform(tx, person, by_id[session], key, effect, saved)
        for session in dict.fromkeys(session for session, _ in outcome.cancelled):
            cancel_reminders(tx, person.id, session)
        return Turned(tuple(rows), renderer.toast(outcome), person.country)


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
    changed = persons.get(tx, person.id) if outcome.person else person
    return changed or person


def _variants(
    tx: Transaction, person: persons.PersonRow, outcome: Outcome
) -> Callable[[str, int], int]:
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


def _with_shown(active: Session | None, sent: list[Outgoing]) -> Session | None:
    shown = next((made.shown for made in reversed(sent) if made.turn is not None), None)
    return replace(active, shown=shown) if active is not None and shown is not None else active


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
    renderer = Renderer(load_texts(), lambda id, count: 0)
    made = renderer.render(Outcome(State(), shows=list(shows)))
    return tuple(put_row(tx, chat, one.method, one.params) for one in made)


def _forget_minor(tx: Transaction, person: persons.PersonRow, outcome: Outcome) -> Turned:
    """Somebody under 18 gets a kind word, and nothing of them is kept."""
    shows = [show for show in outcome.shows if isinstance(show, Line | Card)]
    erasures.erase_person(tx, person)
    return Turned(_put_plain(tx, person.chat_id, *shows))


def _erase(tx: Transaction, person: persons.PersonRow) -> Turned:
    ids = messages.recent(tx, person.id, tx.now - DELETABLE)
    erasures.erase_person(tx, person)
    return Turned(erased=Erased(person.chat_id, tuple(ids), person.locale))

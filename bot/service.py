"""The service: what happens with each raw update, from the crisis card to the commit and the sending."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import structlog

from bot.crisis import Call, CrisisHelp
from bot.effects import EXPORT, LETTER, put_row
from bot.export import make_export
from bot.letters import make_page
from bot.storage import dead_letters, messages, persons
from bot.storage.database import Database, StorageError, Transaction
from bot.storage.outbox import OutboxRow
from bot.telegram.incoming import Incoming, identify, read_update
from bot.turns import Turned, Turns
from conversations.events import Commanded, Corrected, Other, Returned, Said
from conversations.lines import Line, line

log = structlog.get_logger()

FAILED = {EXPORT: "export-failed", LETTER: "letter-page-failed"}
"""What is said when Telegram would not take a file."""
LOOK_UP = 0.5
"""Seconds a crisis card waits for the person's country, at most; then it offers all of them."""


class Sending(Protocol):
    """What the service needs of the sender."""

    def enqueue(self, rows: Iterable[OutboxRow]) -> None:
        """Send outbox rows that were just committed."""
        ...

    def hush(self, chat_id: int) -> None:
        """Send nothing unasked of what waits for a chat."""
        ...

    def forget(self, chat_id: int) -> None:
        """Send nothing more of what waits for a chat."""
        ...

    async def send_now(self, chat_id: int | None, method: str, parameters: dict[str, Any]) -> Any:
        """Send past every queue; never raises."""
        ...

    def send_soon(self, chat_id: int | None, method: str, parameters: dict[str, Any]) -> None:
        """The same in the background."""
        ...


@dataclass(slots=True)
class Service:
    """Handles updates.

    Args:
        username: the bot's own name, without @.
    """

    database: Database
    turns: Turns
    sender: Sending
    crisis: CrisisHelp
    username: str
    _beside: set[asyncio.Task[None]] = field(default_factory=set)
    _cards: dict[int, asyncio.Task[None]] = field(default_factory=dict)  # on their way, by update

    async def handle(self, raw: dict[str, Any]) -> None:
        """Handle one raw update; when this returns, it is committed and may be acknowledged.

        Raises:
            StorageError: the database could not take it now.
            Exception: whatever is wrong with this update; nothing of it was stored.
        """
        crisis = self._help_at_once(raw)
        incoming = read_update(raw, self.username)
        if crisis:
            incoming = _mark_crisis(incoming)
        turned = await self.database.transact(lambda tx: self.turns.take(tx, incoming))
        await self._follow_up(incoming, turned)
        await self._see_card_out(incoming.update)

    def help_early(self, raw: dict[str, Any]) -> None:
        """Send the card for an update whose turn has to wait. Raises nothing."""
        try:
            self._help_at_once(raw)
        except Exception as error:  # it is screened again when it is its turn
            log.error("an update could not be screened early", exc_info=error)

    async def set_aside(self, raw: dict[str, Any], reason: str) -> None:
        """Keep an update that could not be handled, sealed, and tell the person.

        Raises:
            StorageError: even that could not be stored.
        """
        self.help_early(raw)  # if its card did not get out before
        incoming = identify(raw)

        def work(tx: Transaction, tell: bool = True) -> Turned:
            person = persons.find(tx, incoming.chat)
            whose = None if person is None else person.id
            turned = self.turns.apologise(tx, incoming, tell)
            if turned is None:
                return Turned(known=False)
            kept = raw if person is not None and person.consented_at is not None else None
            dead_letters.put(tx, incoming.update, kept, reason, person_id=whose, chat_id=incoming.chat)
            return turned

        self._answer_tap(incoming)
        try:
            turned = await self.database.transact(work)
        except StorageError:
            raise
        except Exception as error:
            # Even the apology cannot be made: better a silent one than an intake that stands still.
            log.error("the apology failed", exc_info=error)
            turned = await self.database.transact(lambda tx: work(tx, tell=False))
        self.sender.enqueue(turned.rows)
        await self._see_card_out(incoming.update)

    @property
    def idle(self) -> bool:
        """Whether nothing is done in the background."""
        return not self._beside

    def take_back(self, row: Any, outcome: str) -> None:
        """Take back a row that is done with: if a session waits for it, the session goes on."""
        payload = row.payload if isinstance(row.payload, dict) else {}
        if payload.get("farewell"):
            self._start(self._empty_log())
        if outcome == "failed" and (apology := FAILED.get(str(payload.get("producer")))):
            self._start(self._tell(row.chat_id, line(apology)))
        effect = payload.get("effect")
        if isinstance(effect, dict):
            done = outcome == "sent"
            self._start(self._come_back(row.chat_id, str(effect["session"]), str(effect["key"]), done))

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        return task

    async def _come_back(self, chat: int, session: str, key: str, done: bool) -> None:
        event = Returned(session, key, "done" if done else "failed")
        turned = await self.database.transact(lambda tx: self.turns.come_back(tx, chat, event))
        self.sender.enqueue(turned.rows)

    async def _tell(self, chat: int, what: Line) -> None:
        turned = await self.database.transact(lambda tx: self.turns.tell(tx, chat, what))
        self.sender.enqueue(turned.rows)

    async def make_export(self, person_id: int) -> bytes | None:
        """Return a person's export, None if they are gone."""
        return await self.database.read(lambda tx: make_export(tx, person_id))

    async def make_letter(self, person_id: int, entry_id: int) -> bytes | None:
        """Return the page that opens a letter in the mail program, None if the letter is gone."""
        return await self.database.read(lambda tx: make_page(tx, person_id, entry_id))

    def _help_at_once(self, raw: dict[str, Any]) -> bool:
        """Send the card beside the turn if the update calls for it; return whether words called for it."""
        call = self.crisis.notice(raw)
        if call is None:
            return False
        if self.crisis.claim(call):
            self._cards[call.update] = self._start(self._help(call))
        return call.found.tier > 0

    async def _see_card_out(self, update: int) -> None:
        """Wait until an update's card is sent or in the outbox: only then may the update be acknowledged.

        Raises:
            StorageError: neither worked; the next try sends it anew.
        """
        card = self._cards.get(update)
        if card is None:
            return
        await asyncio.wait({card})
        del self._cards[update]
        error = card.exception()
        if isinstance(error, StorageError):
            self.crisis.unclaim(update)
            raise error
        if error is not None:
            log.error("a crisis card could not be made", exc_info=error)

    async def _help(self, call: Call) -> None:
        if not self.crisis.knows(call.chat):
            await self._look_up_country(call.chat)
        left, numbers = await self.crisis.send_card(call.chat, self.crisis.make_card(call))
        if numbers:
            await self._remember_card(call.chat, numbers)
        if left:
            rows = await self.database.transact(
                lambda tx: [put_row(tx, call.chat, made.method, made.params) for made in left]
            )
            self.sender.enqueue(rows)

    async def _remember_card(self, chat: int, numbers: list[int]) -> None:
        """Note a card that is out, so that /delete takes it back; it is out whether this works or not."""

        def remember(tx: Transaction) -> None:
            person = persons.look_up(tx, chat)
            if person is not None:
                messages.remember(tx, person.id, numbers, outgoing=True)

        try:
            await self.database.transact(remember)
        except StorageError as error:
            log.warning("the number of a crisis card was not noted", error=type(error).__name__)

    async def _look_up_country(self, chat: int) -> None:
        def find(tx: Transaction) -> str | None:
            person = persons.look_up(tx, chat)
            return None if person is None else person.country

        try:
            country = await asyncio.wait_for(self.database.read(find), LOOK_UP)
        except (StorageError, TimeoutError):
            return
        self.crisis.remember_country(chat, country)

    async def _follow_up(self, incoming: Incoming, turned: Turned) -> None:
        self._answer_tap(incoming, turned.toast)
        if turned.erased is not None:
            self.crisis.forget(turned.erased)
            self.sender.forget(turned.erased)
            await self._empty_log()
        elif turned.known and incoming.place == "private":
            self.crisis.remember_country(incoming.chat, turned.country)
        if turned.hushed is not None:
            self.sender.hush(turned.hushed)
        self.sender.enqueue(turned.rows)

    def _answer_tap(self, incoming: Incoming, toast: str | None = None) -> None:
        if incoming.callback is not None:
            answer: dict[str, Any] = {"callback_query_id": incoming.callback}
            if toast:
                answer["text"] = toast
            self.sender.send_soon(None, "answerCallbackQuery", answer)

    async def _empty_log(self) -> None:
        """Leave no erased byte in the database's log; once the farewell is sent, it is tried again."""
        try:
            await self.database.checkpoint()
        except StorageError as error:
            log.warning("the log of the database could not be emptied now", error=type(error).__name__)


def _mark_crisis(incoming: Incoming) -> Incoming:
    """Let the turn know what the screening found, also where it would hear of nothing (an edited caption)."""
    event = incoming.event or Other("edited")
    if not isinstance(event, Said | Corrected | Commanded | Other):
        return incoming
    return replace(incoming, event=replace(event, crisis=True))

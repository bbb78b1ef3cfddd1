"""Crisis help: read from the raw update and sent beside the turn, so that nothing else can hold it up."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.telegram.buttons import unpack
from bot.telegram.render import Outgoing, Renderer
from conversations.lines import Card
from conversations.outcome import Outcome
from conversations.safety.card import NAME, crisis_card, softer_card, sos_card, tapped_card
from conversations.safety.screening import Screening, screen
from conversations.session import State
from conversations.texts import load_texts

REMEMBERED = 10_000
"""People whose country is kept in memory, and updates whose card has gone out."""

Send = Callable[[int, str, dict[str, Any]], Awaitable[object]]
"""Sends at once, past every queue: chat, Bot API method, parameters."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the screening needs of an update: where it came from, its words, what was tapped on our card."""

    update: int
    chat: int
    words: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A chat that gets a card: because of words (`found`), or of a tap or command on our own card."""

    update: int
    chat: int
    found: Screening
    option: str = ""


@dataclass(slots=True)
class CrisisHelp:
    """Screens what comes in and sends the card.

    Args:
        send: see `Send`.
    """

    send: Send
    _countries: OrderedDict[int, str | None] = field(default_factory=OrderedDict)
    _answered: OrderedDict[int, None] = field(default_factory=OrderedDict)

    def remember_country(self, chat: int, country: str | None) -> None:
        """Keep a person's country at hand for a card that may not wait for the database."""
        self._countries[chat] = country
        self._countries.move_to_end(chat)
        while len(self._countries) > REMEMBERED:
            self._countries.popitem(last=False)

    def forget(self, chat: int) -> None:
        """Forget a person who was erased."""
        self._countries.pop(chat, None)

    def knows(self, chat: int) -> bool:
        """Return whether the person's country was looked up since the start."""
        return chat in self._countries

    def notice(self, raw: dict[str, Any]) -> Call | None:
        """Return what an update calls for, None if it calls for nothing."""
        heard = hear(raw)
        if heard is None:
            return None
        found = screen(heard.words) if heard.words else Screening(0)
        if found.tier == 0 and not _is_ours(heard.option):
            return None
        return Call(heard.update, heard.chat, found, heard.option)

    def claim(self, call: Call) -> bool:
        """Return whether the card for this update is still to be sent; from then on it is not."""
        if call.update in self._answered:
            return False
        self._answered[call.update] = None
        while len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
        return True

    def unclaim(self, update: int) -> None:
        """Note that the card for an update did not get out: it is still to be sent."""
        self._answered.pop(update, None)

    def make_card(self, call: Call) -> Card:
        """Return the card for what was noticed, with the lines of the person's country if it is known."""
        country = self._countries.get(call.chat)
        if call.found.tier == 1:
            return crisis_card(country, abuse=call.found.abuse)
        if call.found.tier == 2:
            return softer_card()
        if call.option == "sos":
            return sos_card(country)
        return tapped_card(call.option, country) or crisis_card(country)

    async def send_card(self, chat: int, card: Card) -> tuple[list[Outgoing], list[int]]:
        """Send a card at once.

        Return what did not get through, so that it can wait in the outbox, and the numbers of the messages
        that did, so that /delete can take them back.
        """
        renderer = Renderer(load_texts())
        left: list[Outgoing] = []
        numbers: list[int] = []
        for made in renderer.render(Outcome(State(), shows=[card])):
            sent = await self.send(chat, made.method, made.params)
            if sent is None:
                left.append(made)
            elif isinstance(sent, dict) and isinstance(sent.get("message_id"), int):
                numbers.append(sent["message_id"])
        return left, numbers


def _is_ours(option: str) -> bool:
    return option == "sos" or tapped_card(option, None) is not None


def hear(raw: dict[str, Any]) -> Heard | None:
    """Read what matters for crisis help from a raw update, whatever else may be wrong with it."""
    update = raw.get("update_id")
    if not isinstance(update, int):
        return None
    tap = raw.get("callback_query")
    if isinstance(tap, dict):
        return _hear_tap(update, tap)
    message = raw.get("message") or raw.get("edited_message")
    if not isinstance(message, dict):
        return None
    chat = message.get("chat")
    if not isinstance(chat, dict) or chat.get("type") != "private" or not isinstance(chat.get("id"), int):
        return None
    words = "\n".join(_strings(message))
    command = words.casefold().split("@")[0].split()[:1] == ["/sos"]
    return Heard(update, chat["id"], words, "sos" if command else "")


def _hear_tap(update: int, tap: dict[str, Any]) -> Heard | None:
    sender, data = tap.get("from"), tap.get("data")
    tapped = unpack(data) if isinstance(data, str) else None
    if tapped is None or tapped.session != NAME or not isinstance(sender, dict):
        return None
    chat = sender.get("id")
    return Heard(update, chat, "", tapped.option) if isinstance(chat, int) else None


def _strings(message: dict[str, Any]) -> list[str]:
    """Return every word a person can put into a message: text, caption, a poll, a contact."""
    parts: list[Any] = [message.get("text"), message.get("caption")]
    poll, contact = message.get("poll"), message.get("contact")
    if isinstance(poll, dict):
        options = poll.get("options")
        texts = [o.get("text") for o in options if isinstance(o, dict)] if isinstance(options, list) else []
        parts += [poll.get("question"), *texts]
    if isinstance(contact, dict):
        parts += [contact.get("first_name"), contact.get("last_name")]
    return [part for part in parts if isinstance(part, str)]

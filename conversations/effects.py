"""What a conversation wants done in the world, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from conversations.lines import Json


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Set a field of the person: country, zone or locale."""

    field: Literal["country", "zone", "locale"]
    value: str | None


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """Put `value` into the field `name` of an entry."""

    entry: int
    name: str
    value: Json


@dataclass(frozen=True, slots=True)
class DeleteEntry:
    """Delete an entry and what belongs to it."""

    entry: int


@dataclass(frozen=True, slots=True)
class Remind:
    """Have something due later about the record in `slot`.

    Args:
        kind: what is due, such as `re-rate`.
        slot: the slot of the record it is about.
        after: seconds from now.
    """

    kind: str
    slot: str
    after: int


@dataclass(frozen=True, slots=True)
class BurnWords:
    """Delete the message that answered the question `key` from the chat."""

    key: str


@dataclass(frozen=True, slots=True)
class SendExport:
    """Send everything we hold about the person as one zip."""


@dataclass(frozen=True, slots=True)
class EraseEverything:
    """Erase the person: all we hold, and what Telegram lets a bot delete."""


Effect: TypeAlias = (
    ChangePerson | ChangeEntry | DeleteEntry | Remind | BurnWords | SendExport | EraseEverything
)

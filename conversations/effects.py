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
class MoveEntry:
    """Let an entry belong to another one, such as a rejection to its application."""

    entry: int
    under: int


@dataclass(frozen=True, slots=True)
class DeleteEntry:
    """Delete an entry and what belongs to it."""

    entry: int


@dataclass(frozen=True, slots=True)
class Remind:
    """Have something due later about a record; what was due of this kind about it before is called off.

    Args:
        kind: what is due, such as `re_rate_24h`.
        about: the slot of the record it is about, or the id of its entry.
        after: seconds from now.
        on: the day instead, ISO 8601: due in its morning where the person lives.
    """

    kind: str
    about: str | int
    after: int = 0
    on: str | None = None


@dataclass(frozen=True, slots=True)
class CallOff:
    """Call off what is due of one kind about an entry."""

    kind: str
    entry: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Let nothing come unasked for so many days from now; None: until they say so; 0: end the pause."""

    days: int | None


@dataclass(frozen=True, slots=True)
class SendLetter:
    """Send the letter in an entry as a page whose one link opens it in the mail program.

    Args:
        about: the slot of the record that holds `subject` and `body`, or the id of its entry.
    """

    about: str | int


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
    ChangePerson
    | ChangeEntry
    | MoveEntry
    | DeleteEntry
    | Remind
    | CallOff
    | Pause
    | BurnWords
    | SendExport
    | SendLetter
    | EraseEverything
)

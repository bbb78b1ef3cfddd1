"""What can happen: a person says, taps, commands or corrects something; something done comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Said:
    """Typed words.

    Args:
        text: the words, not empty.
        message: id of the message in the chat, so that a later edit of it can be recognised.
        forwarded: whether they are somebody else's words, forwarded.
        crisis: whether the screening found that crisis help comes first (the card is sent beside).
    """

    text: str
    message: int = 0
    forwarded: bool = False
    crisis: bool = False


@dataclass(frozen=True, slots=True)
class Corrected:
    """A message that was said before was edited; fields as in `Said`."""

    text: str
    message: int = 0
    crisis: bool = False


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button was tapped: `option` of the question of `session` shown in `turn`, or of a card."""

    session: str
    turn: int
    option: str


@dataclass(frozen=True, slots=True)
class Commanded:
    """A slash command, without its slash, in lower case."""

    name: str
    crisis: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Something that is not words: a sticker, a voice message, a picture, a place."""

    kind: str
    crisis: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """An effect was carried out, or failed: `outcome` is `done` or `failed`."""

    session: str
    key: str
    outcome: str


Event: TypeAlias = Said | Corrected | Tapped | Commanded | Other | Returned

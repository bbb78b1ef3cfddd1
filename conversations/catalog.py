"""The catalog: which conversations exist, their commands, and what a turn needs to know of the world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from conversations.dialogue import Conversation
from conversations.facts import Diary, EmptyDiary, NextSaid, Silence, nothing_said
from conversations.texts import Texts


@dataclass(frozen=True, slots=True)
class Definition:
    """One conversation.

    Args:
        name: also its command, and the prefix of its texts.
        overlay: whether it stands over an open conversation, which then goes on by itself.
    """

    name: str
    function: Conversation
    overlay: bool = False


Catalog = Mapping[str, Definition]


@dataclass(frozen=True, slots=True)
class World:
    """What is known when a turn begins.

    Args:
        now: UTC epoch seconds.
        today: the person's local date.
        quiet_until: UTC epoch seconds up to which nothing is said about applying.
        silence: the pause that the person has asked for, None if there is none.
        next_said: tells when the next unasked message will come.
        help_beside: whether crisis cards go out beside the turn, so that the turn does not show them as well.
        new_id: makes a short unguessable id for a session.
    """

    catalog: Catalog
    texts: Texts
    now: float
    today: date
    new_id: Callable[[], str]
    consented: bool = True
    country: str | None = None
    zone: str | None = None
    quiet_until: float = 0.0
    silence: Silence | None = None
    next_said: NextSaid = nothing_said
    diary: Diary = field(default_factory=EmptyDiary)
    help_beside: bool = False

    @property
    def quiet(self) -> bool:
        """Whether crisis help was shown within the last 72 hours."""
        return self.now < self.quiet_until


ALWAYS = ("help", "cancel", "sos", "continue", "back", "skip", "edit", "undo", "later")
"""Commands that are no conversations, in the order of the menu; /start is Telegram's own."""


def commands_of(catalog: Catalog, texts: Texts) -> tuple[str, ...]:
    """Return the commands in the order of the menu: conversations that have a line in it, then the rest."""
    named = (name for name in catalog if texts.has(f"{name}-title", "command"))
    return (*named, *ALWAYS)

"""The outcome of a turn: what to show, what to save, what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from conversations.effects import Effect, Remind
from conversations.lines import Card, Json, Line, Prompt
from conversations.replay import Kept
from conversations.session import Session, State


@dataclass(frozen=True, slots=True)
class Question:
    """The open question, to be shown with its buttons.

    Args:
        turn: its buttons are valid in this turn only.
        controls: what else can be tapped: `~back`, `~skip`, `~more`, ...
        chosen: what is ticked so far where several answers are possible.
        unclear: the line that says what is expected, if the last reply could not be read.
    """

    session: str
    turn: int
    prompt: Prompt
    controls: tuple[str, ...] = ()
    chosen: tuple[Json, ...] = ()
    unclear: Line | None = None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The open question again, in the message that is there: only its buttons change."""

    question: Question


Show: TypeAlias = Line | Card | Question | Refreshed


@dataclass(frozen=True, slots=True)
class Settled:
    """The question shown in `turn` is done with: its keyboard goes, a tapped answer stays visible."""

    session: str
    turn: int
    answer: Line | str | int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """A record to be written into its slot.

    Args:
        changed: False if the same was written before: an entry that was changed or deleted since stays so.
    """

    session: str
    slot: str
    kept: Kept
    changed: bool = True


@dataclass(slots=True)
class Outcome:
    """What one turn leads to; everything is saved in one transaction, then shown.

    Args:
        toast: the short answer to a tap.
        dropped: slots whose records go: (session, slots), None for all of the session.
        cancelled: reminders called off, by session; they come before `effects`.
        person: fields of the person to set, such as `consented`.
    """

    state: State
    shows: list[Show] = field(default_factory=list)
    settled: Settled | None = None
    saved: list[Saved] = field(default_factory=list)
    dropped: list[tuple[str, tuple[str, ...] | None]] = field(default_factory=list)
    effects: list[tuple[str, str, Effect]] = field(default_factory=list)
    cancelled: list[tuple[str, Remind]] = field(default_factory=list)
    person: dict[str, Json] = field(default_factory=dict)
    toast: Line | None = None
    finished: list[Session] = field(default_factory=list)

"""What helps with a hard thought: thought records, problems, steps, worries, wins, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from conversations.records.record import Record


@dataclass(frozen=True, slots=True)
class ThoughtRecord(Record):
    """A seven-column thought record (Greenberger & Padesky), belief and mood before and after.

    Args:
        belief_before, belief_after, mood_before, mood_after: 0 to 100.
        mood: slug of a chip, or the person's own word.
        traps: slugs of thinking traps, or the person's own words.
        evidence_against: the person's own words, wins among them, or `stage-<slug>` for a stage reached.
        lens: slug of the question that was asked: feedback, two-way, hands or friend.
        balanced: the balanced thought, in the person's words.
    """

    kind: ClassVar[str] = "thought_record"
    situation: str | None
    thought: str
    mood: str | None = None
    belief_before: int | None = None
    mood_before: int | None = None
    traps: tuple[str, ...] = ()
    evidence_for: str | None = None
    evidence_against: tuple[str, ...] = ()
    lens: str | None = None
    lens_answer: str | None = None
    balanced: str | None = None
    belief_after: int | None = None
    mood_after: int | None = None


@dataclass(frozen=True, slots=True)
class Rerating(Record):
    """A later look at a thought record, to which it belongs: a day or a week after.

    Args:
        belief_after, mood_after: 0 to 100, on that day.
        held: whether the balanced thought held: holds, partly, not-today.
    """

    kind: ClassVar[str] = "rerating"
    held: str | None = None
    belief_after: int | None = None
    mood_after: int | None = None


@dataclass(frozen=True, slots=True)
class Problem(Record):
    """A hard thought that may be true, worked on as a problem: options and one step."""

    kind: ClassVar[str] = "problem"
    thought: str
    problem: str | None = None
    options: str | None = None


@dataclass(frozen=True, slots=True)
class Step(Record):
    """One small step somebody chose (slug of a chip, or own words), and when."""

    kind: ClassVar[str] = "step"
    step: str
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Worry(Record):
    """One worry of the circle of control.

    Args:
        worry: slug of a chip, or the person's own words.
        ring: control, influence or neither.
        action: one action (control) or one ask (influence).
    """

    kind: ClassVar[str] = "worry"
    worry: str
    ring: str | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Win(Record):
    """Something that went well, or a strength."""

    kind: ClassVar[str] = "win"
    win: str


@dataclass(frozen=True, slots=True)
class Note(Record):
    """Words written down and left there."""

    kind: ClassVar[str] = "note"
    note: str

"""What conversations leave behind: the kinds of entries, with their fields."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar

from conversations.lines import Json


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one entry; `kind` names it in the database and in exports."""

    kind: ClassVar[str] = ""

    def fields(self) -> dict[str, Json]:
        """Return the fields as JSON, those that are empty left out."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value not in (None, "", ())
        }


@dataclass(frozen=True, slots=True)
class Application(Record):
    """A job applied for; rounds and status events belong to it."""

    kind: ClassVar[str] = "application"
    role: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Interview(Record):
    """One round of an application, as it was told afterwards; its questions belong to it.

    Args:
        round: screen, interview, task, final or other.
        on: the day it was, ISO 8601.
        recall: free recall, in the person's words, before anything else was asked (PRODUCT.md, section 3).
        well, badly: what went well, what did not.
        feeling: slug of a chip, or the person's own word.
        ease: how at ease they were, 0 to 10.
        keep: what they want to keep for next time.
        result: what came of this round when it was written down: waiting, on, no, other.
        predicted: how likely they thought a yes was, 0 to 100, while the result was not known.
        taken: whether they would have taken the job: yes, no, unsure.
    """

    kind: ClassVar[str] = "interview"
    recall: str
    round: str | None = None
    on: str | None = None
    well: str | None = None
    badly: str | None = None
    feeling: str | None = None
    ease: int | None = None
    keep: str | None = None
    result: str | None = None
    predicted: int | None = None
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class InterviewQuestion(Record):
    """One question of an interview (PRODUCT.md, section 3, "Interview journal").

    Args:
        asked: what they asked, as the person remembers it.
        said: what the person said.
        landed, missing: what went down well, what the answer lacked.
        went: good, mixed or bad.
    """

    kind: ClassVar[str] = "question"
    asked: str
    said: str | None = None
    landed: str | None = None
    missing: str | None = None
    went: str | None = None


@dataclass(frozen=True, slots=True)
class Status(Record):
    """An application's status at a time: a rejection is the status `rejected`.

    Args:
        status: `rejected` for now; later also applied, offer, withdrawn, declined, ghosted.
        heaviness: how heavy the news is, 0 to 10.
        feeling: slug of a chip, or the person's own word.
        thought: the automatic thought, in the person's words.
        held: whether the balanced thought of the last record held on that day: holds, partly, not-today.
        news: how it came: mail, call, portal, silence, in-person.
        stage: how far it went: applied, screen, interview, task, final.
        taken: whether they would have taken the job: yes, no, unsure.
        details: `tomorrow` while news, stage, role, company and taken were put off by the person.
    """

    kind: ClassVar[str] = "status"
    status: str
    heaviness: int | None = None
    feeling: str | None = None
    thought: str | None = None
    held: str | None = None
    news: str | None = None
    stage: str | None = None
    taken: str | None = None
    on: str | None = None
    details: str | None = None


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


KINDS: tuple[type[Record], ...] = (
    Application, Interview, InterviewQuestion, Status, ThoughtRecord, Problem, Step, Worry, Win, Note
)  # fmt: skip
"""Every kind of entry; tests hold export, history and texts against it."""

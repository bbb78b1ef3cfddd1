"""Applications: what happened to one, round by round, and how long one waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from conversations.records.record import Record


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
class Waiting(Record):
    """The day after which somebody stops waiting for an employer's answer; under a request or an application.

    Args:
        until: that day, ISO 8601.
        state: waiting, over (the day came or it was let go) or answered.
    """

    kind: ClassVar[str] = "waiting"
    until: str
    state: str | None = None

"""What conversations leave behind: the kinds of entries, with their fields."""

from __future__ import annotations

from conversations.records.applications import Application, Interview, InterviewQuestion, Status, Waiting
from conversations.records.employers import Contact, FeedbackRequest, Posting, Reply
from conversations.records.plans import Direction, Plan, Values
from conversations.records.record import Record
from conversations.records.thoughts import Note, Problem, Rerating, Step, ThoughtRecord, Win, Worry

__all__ = [
    "KINDS",
    "Application",
    "Contact",
    "Direction",
    "FeedbackRequest",
    "Interview",
    "InterviewQuestion",
    "Note",
    "Plan",
    "Posting",
    "Problem",
    "Record",
    "Reply",
    "Rerating",
    "Status",
    "Step",
    "ThoughtRecord",
    "Values",
    "Waiting",
    "Win",
    "Worry",
]

KINDS: tuple[type[Record], ...] = (
    Application, Interview, InterviewQuestion, Status, FeedbackRequest, Reply, Waiting, Plan, ThoughtRecord,
    Rerating, Problem, Step, Worry, Win, Values, Direction, Contact, Posting, Note
)  # fmt: skip
"""Every kind of entry; tests hold export, history and texts against it."""

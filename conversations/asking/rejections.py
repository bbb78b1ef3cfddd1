"""Which rejection it is about: one that was told before, with its job, or one told now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from conversations.answers import as_date
from conversations.details import STAGES
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.entries import day_of
from conversations.facts import Entry, Facts
from conversations.jobs import LABEL, name_job
from conversations.lines import Line, Option, digest, excerpt, line
from conversations.memory import hold_recent
from conversations.records import Application, Status

OFFERED = 5
"""Rejections that can be tapped; the latest ones."""
SLOT = "application"
"""Where the job of a rejection told now is saved."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A rejection as far as it is known.

    Args:
        job: the entry of its application, None if it is told now.
        on: the day the news came.
    """

    job: int | None = None
    role: str | None = None
    company: str | None = None
    stage: str | None = None
    news: str | None = None
    on: date | None = None
    heaviness: int | None = None

    @property
    def under(self) -> str | int:
        """What belongs to the application is saved under this."""
        return SLOT if self.job is None else self.job


def choose_rejection(ask: Dialogue, facts: Facts) -> Rejection:
    """Ask which rejection it is about, and for what is missing: the role, and how far it went."""
    told = hold_recent(ask, facts, "rejections", Status.kind, OFFERED, _is_rejection)
    chosen = "another"
    if told:
        options = [Option(str(entry.id), _label(facts, entry)) for entry in told]
        chosen = ask.choice("which", (*options, "another"), wide=True)
    entry = facts.diary.get(int(chosen)) if chosen.isdecimal() else None
    return _tell_now(ask, facts) if entry is None else _complete(ask, facts, entry)


def _is_rejection(entry: Entry) -> bool:
    return entry.words("status") == "rejected" and entry.parent is not None


def _label(facts: Facts, entry: Entry) -> Line | str:
    """Return the name of the job, or the day of the news where it has none."""
    job = None if entry.parent is None else facts.diary.get(entry.parent)
    name = "" if job is None else name_job(job)
    if name:
        return excerpt(name, LABEL)
    day = day_of(entry)
    return line("feedback-nameless") if day is None else line("feedback-of-day", day=day)


def _complete(ask: Dialogue, facts: Facts, entry: Entry) -> Rejection:
    job = facts.diary.get(entry.parent or 0)
    known = Rejection(
        job=entry.parent,
        role=None if job is None else job.words("role") or None,
        company=None if job is None else job.words("company") or None,
        stage=entry.words("stage") or None,
        news=entry.words("news") or None,
        on=as_date(entry.data.get("on")) or entry.day,
        heaviness=_number(entry),
    )
    if known.role is None:
        role = ask.text("role", skippable=True)
        company = known.company or ask.text("company", skippable=True)
        known = replace(known, role=role, company=company)
        for name, value in (("role", role), ("company", company)):
            if value and job is not None:
                ask.effect(f"{name}-{digest(value)}", ChangeEntry(job.id, name, value))
    if known.stage is None:
        known = replace(known, stage=_ask_stage(ask))
        if known.stage:
            ask.effect(f"stage-{known.stage}", ChangeEntry(entry.id, "stage", known.stage))
    return known


def _number(entry: Entry) -> int | None:
    heaviness = entry.data.get("heaviness")
    return heaviness if isinstance(heaviness, int) else None


def _ask_stage(ask: Dialogue) -> str | None:
    return ask.choice("stage", STAGES, skippable=True)


def _tell_now(ask: Dialogue, facts: Facts) -> Rejection:
    """Record a rejection on the way, in as few questions as a letter needs."""
    role = ask.text("role")
    company = ask.text("company", skippable=True)
    on = ask.date("on", skippable=True)
    stage = _ask_stage(ask)
    ask.record(SLOT, Application(role, company))
    status = Status("rejected", stage=stage, on=None if on is None else on.isoformat())
    ask.record("rejection", status, under=ask.path(SLOT))
    return Rejection(None, role, company, stage, None, on)

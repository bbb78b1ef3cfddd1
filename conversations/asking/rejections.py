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
from conversations.memory import hold_recent, hold_words
from conversations.records import Application, FeedbackRequest, Status
from conversations.spoken import spoken

OFFERED = 5
"""Rejections that can be tapped; the latest ones."""
TITLE = 8
"""Words that the title of a job may have."""
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
    told = hold_recent(ask, facts, "rejections", Status.kind, OFFERED, lambda one: _is_open(facts, one))
    chosen = "another"
    if told:
        options = [Option(str(entry.id), _label(facts, entry)) for entry in told]
        chosen = ask.choice("which", (*options, "another"), wide=True)
    entry = facts.diary.get(int(chosen)) if chosen.isdecimal() else None
    return _tell_now(ask, facts) if entry is None else _complete(ask, facts, entry)


def _is_open(facts: Facts, entry: Entry) -> bool:
    """Return whether a status is a rejection that nobody was asked about yet."""
    if entry.words("status") != "rejected" or entry.parent is None:
        return False
    return all(child.kind != FeedbackRequest.kind for child in facts.diary.children(entry.parent))


def _label(facts: Facts, entry: Entry) -> Line | str:
    """Return the name of the job, or the day of the news where it has none."""
    job = None if entry.parent is None else facts.diary.get(entry.parent)
    name = "" if job is None else name_job(job)
    if name:
        return excerpt(name, LABEL)
    day, feeling = day_of(entry), entry.words("feeling")
    if day is None:
        return line("feedback-nameless")
    if not feeling:
        return line("feedback-of-day", day=day)
    return line("feedback-felt", day=day, feeling=spoken("feeling", feeling))


def _complete(ask: Dialogue, facts: Facts, entry: Entry) -> Rejection:
    job = facts.diary.get(entry.parent or 0)
    role, company = ("", "") if job is None else hold_words(ask, "job", job, "role", "company")
    stage, news, on = hold_words(ask, "news", entry, "stage", "news", "on")
    known = Rejection(
        job=entry.parent,
        role=role or None,
        company=company or None,
        stage=stage or None,
        news=news or None,
        on=as_date(on) or entry.day,
        heaviness=_number(entry),
    )
    if known.role is None:
        title = _ask_role(ask, skippable=True)
        place = known.company or ask.text("company", skippable=True)
        known = replace(known, role=title, company=place)
        for name, value in (("role", title), ("company", place)):
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


def _ask_role(ask: Dialogue, *, skippable: bool = False) -> str | None:
    """Ask for the role; a whole sentence is no title, so it is asked for once more, and then taken."""
    role = ask.text("role", skippable=True) if skippable else ask.text("role")
    if role is None or (len(role.split()) <= TITLE and not set(role) & set("!?\n")):
        return role
    return ask.text("job-name", about=role, skippable=True) or role


def _ask_stage(ask: Dialogue) -> str | None:
    return ask.choice("stage", STAGES, skippable=True)


def _tell_now(ask: Dialogue, facts: Facts) -> Rejection:
    """Record a rejection on the way, in as few questions as a letter needs."""
    role = _ask_role(ask)
    company = ask.text("company", skippable=True)
    on = ask.date("on", skippable=True)
    stage = _ask_stage(ask)
    ask.record(SLOT, Application(role, company))
    status = Status("rejected", stage=stage, on=None if on is None else on.isoformat())
    ask.record("rejection", status, under=ask.path(SLOT))
    return Rejection(None, role, company, stage, None, on)
